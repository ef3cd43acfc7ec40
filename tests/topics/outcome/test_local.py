"""Jobs of a zone against those of others, on the toy France.

Mineville has 400 salaried jobs until 2008, 360 in 2018, 400 in 2023; the others together go from
2,000 in 1998 by 17 a year.
"""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.errors import ChoiceError, TerritoryError
from bassin.files.sources import Sources
from bassin.read import urssaf
from bassin.study import Study
from bassin.topics.outcome.facts import FEW
from bassin.topics.outcome.local import COUNT, COUNTS, Outcome
from bassin.words import called


@pytest.fixture(scope="module")
def outcome(toy: Sources) -> Outcome:
    """That of the Alès-like EPCI."""
    return Study("200000018", sources=toy).outcome


def test_change_over_a_period(outcome: Outcome):
    """Mineville loses a tenth from 2008 to 2018, all zones go from 2,570 to 2,700."""
    row = outcome.period(2008, 2018)
    assert row["here"] == pytest.approx(-10)
    assert row["all_zones"] == pytest.approx(100 * (2700 / 2570 - 1))
    assert (row["rank"], row["of"]) == (5, 5)


def test_places_are_counted_from_the_strongest_growth(outcome: Outcome):
    """From 2018 on Mineville grows by a ninth, more than any other zone."""
    row = outcome.period(2018, 2023)
    assert row["here"] == pytest.approx(100 / 9)
    assert (row["rank"], row["coal_rank"], row["alike_rank"]) == (1, 1, 1)


def test_every_period_is_there_once(outcome: Outcome):
    """26 years make 325 of them, each start before its end, with a sentence."""
    table, told = outcome.every_period, outcome.told()
    assert len(table) == 26 * 25 // 2
    assert (table.index.get_level_values("start") < table.index.get_level_values("end")).all()
    assert told.index.equals(table.index)
    gap = table.loc[(1998, 2008), "gap"]
    assert gap == pytest.approx(0 - 100 * (2570 / 2400 - 1))


def test_paths_begin_at_a_hundred(outcome: Outcome):
    """Those of the zone, of all together and of two medians; the zone is in none of the medians."""
    paths = outcome.paths()
    assert paths.iloc[0].tolist() == pytest.approx([100.0] * 4)
    assert paths.at[2018, "ZE-7601"] == pytest.approx(90)
    others = outcome.index.loc[["7602", "0061", "8401", "8402"], 2018]
    assert paths.at[2018, "coal_zones"] == pytest.approx(others.median())


def test_coal_zones_are_listed_with_the_zone_itself(outcome: Outcome):
    """The greatest change first."""
    table = outcome.of_coal()
    assert "ZE-7601" in table.index
    assert table["whole"].is_monotonic_decreasing
    assert table.at["ZE-7601", "to_2018"] == pytest.approx(-10)


def test_a_counterpart_meets_the_zone_where_it_was_fitted(outcome: Outcome):
    """Zone 8402 never changes, as Mineville until 2008: the gap is what Mineville lost."""
    table = outcome.counterpart(2008)
    assert list(table.columns) == ["ZE-7601", "counterpart"]
    told = outcome.counterparts()
    assert told.loc[2008, "least"] < 0
    assert told["of"].tolist() == [1 + len(outcome.alike)] * 4
    assert told["placebos"].between(1, 4).all()


def test_a_year_that_is_not_counted_is_refused(outcome: Outcome):
    """So is a year that nothing is fitted until."""
    with pytest.raises(ChoiceError):
        outcome.period(1990, 2018)
    with pytest.raises(ChoiceError):
        outcome.counterpart(2010)


def test_a_zone_without_jobs_is_said_to_have_none(outcome: Outcome, monkeypatch):
    """As that of Mayotte."""
    other = Outcome(outcome.territory, outcome.sources, outcome.employment)
    monkeypatch.setattr(Outcome, "jobs", outcome.jobs.drop(index="7601"))
    with pytest.raises(TerritoryError, match="7601"):
        _ = other.zone


def test_yardsticks_of_the_toy(outcome: Outcome):
    """Four other zones, however many are asked for; those that name a number, by it."""
    table = outcome.yardsticks()
    assert list(table.index) == [*(f"alike_{count}" for count in COUNTS), "coal_but_cities"]
    assert FEW in COUNTS
    assert COUNT in COUNTS
    assert all(called(name) for name in table.index)
    place = table.at[f"alike_{FEW}", "lost_place"].given
    assert (place["rank"], place["of"]) == (len(outcome.alike) + 1, len(outcome.alike) + 1)
    others = outcome.change(2008, 2018)[outcome.alike]
    assert table.at[f"alike_{FEW}", "lost"] == pytest.approx(others.median())


def test_private_jobs_are_placed_as_salaried_ones_are(outcome: Outcome):
    """The zone among all of the file, itself counted once."""
    table = outcome.private
    assert list(table.index) == ["before", "since"]
    jobs = urssaf.totals(outcome.sources, "ze")
    for _, row in table.iterrows():
        change = 100 * (jobs[row["end"]] / jobs[row["start"]] - 1)
        assert row["here"] == pytest.approx(change[outcome.zone])
        places = change.rank(method="min", ascending=False)
        assert (row["rank"], row["of"]) == (places[outcome.zone], len(jobs))


def test_sentences_hold_whole_places(outcome: Outcome):
    """No rank with a decimal, however the table keeps it."""
    given = outcome.told()[(2018, 2023)].given
    assert all(isinstance(given[name], int) for name in ("rank", "of", "coal_rank", "n_alike"))
    assert isinstance(outcome.every_period, pd.DataFrame)
