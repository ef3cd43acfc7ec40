"""Contested claims of the study under every choice, on the real files."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from bassin.claims.curves import Curves
from bassin.claims.ledger import Ledger
from bassin.show import exhibit, panels, sentences
from bassin.study import Study


@pytest.fixture(scope="module")
def curves(study: Study, ledger: Ledger) -> Curves:
    return Curves.of(study, ledger.verdicts)


def test_each_contested_claim_has_a_curve_or_a_reason(curves: Curves, ledger: Ledger):
    """Those that do not hold on data are among them; a claim that is found as printed is not."""
    table = curves.table
    assert set(ledger.denied.index[ledger.denied["grade"].isin(["A", "B"])]) <= set(table.index)
    assert "epci-2023" not in table.index
    assert set(table.index[table["reason"] == ""]) == set(curves.runs)
    facts = curves.facts()
    words = ("robust", "mostly", "fragile", "turns")
    assert sum(facts[f"curves_{word}"] for word in words) == facts["curves_drawn"]


def test_what_hangs_on_a_year_turns(curves: Curves, study: Study):
    """Alès is at its level of 1968 in 2020 alone of seven years: by plain pandas."""
    town = study.population.by_commune.loc["30007"]
    level = (town.loc[2017:2023] / town[1968] - 1).abs() <= 0.005
    assert level[level].index.tolist() == [2020]
    row = curves.table.loc["pop-ales-1968"]
    assert (row["agreeing"], row["tried"], row["word"]) == (1, 7, "turns")


def test_what_hangs_on_a_measure_is_fragile(curves: Curves, study: Study):
    """Ageing is faster in points of the share and not in proportion: by plain pandas."""
    shares = study.ageing.places["share_65_plus_pct"].unstack("place")
    here, france = shares[study.territory.here], shares["FRANCE"]
    in_points = (here[2022] - here[2011]) - (france[2022] - france[2011])
    in_proportion = here[2022] / here[2011] - france[2022] / france[2011]
    assert in_points > 0 > in_proportion
    found = curves.tried["age-faster"].choices["holds"]
    whole = found.xs("2011\N{EN DASH}2022", level="period").xs("FRANCE", level="beside")
    assert whole[["share_points", "share_proportion"]].tolist() == [True, False]
    assert curves.table.at["age-faster", "word"] == "fragile"


def test_what_the_page_shows_is_whole(curves: Curves, study: Study, ledger: Ledger):
    """The least sure come first; each row has what a row of the page needs, in words."""
    section = ledger.verdicts["section"].unique()
    named = pd.DataFrame({"title": "T", "claims": "", "section": "S"}, index=section)
    shown = curves.shown(study.all_claims, replace(ledger, exhibits=named.rename_axis("exhibit")))
    share = shown["agreeing"].astype(float) / shown["tried"].astype(float)
    assert share.is_monotonic_increasing
    kept = ["sentence", "title", "exhibit", "area", "period", "unit", "verdict", "grade"]
    assert not shown[kept].isna().any(axis=None)
    page = sentences.contested(shown, curves.tried, **exhibit("tab-audit-curves"))
    assert page.sentences is not None
    assert [row.id for row in page.sentences.rows] == shown.index.tolist()
    assert len(page.data) == sum(len(one.choices) for one in curves.tried.values())
    told = panels.ledger(ledger.verdicts, sure=curves.table, **exhibit("tab-ledger"))
    assert told.claims is not None
    said = {claim.id: " ".join(claim.qualified) for claim in told.claims.shown}
    assert "How sure: turns, 1 of 7 choices give this verdict." in said["pop-ales-1968"]
    assert "How sure" not in said["epci-2023"]
