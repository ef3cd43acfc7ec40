"""Labels, instruments and sums, on the toy France and on tables made by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.places.territory import Territory
from bassin.topics.programmes.labels import (
    DISTRICT_2015,
    DISTRICT_2024,
    INDUSTRY_1,
    INDUSTRY_2,
    OWN,
    SERVICES,
)
from bassin.topics.programmes.local import Programmes
from bassin.topics.programmes.money import FRANCS_PER_EURO, chained
from bassin.words import write


@pytest.fixture(scope="module")
def mineville(toy) -> Programmes:
    """The Alès-like EPCI of the toy France."""
    return Programmes(Territory("200000018", toy), toy)


def test_labels_are_counted_by_commune(mineville):
    """A label of the EPCI is held by all twelve communes; the others one by one."""
    held = mineville.held
    assert held[INDUSTRY_1].tolist() == held[INDUSTRY_2].tolist() == [1] * 12
    assert held.loc["30002", ["petites_villes_de_demain", SERVICES, DISTRICT_2024]].tolist() == [
        *(1, 2, 1)
    ]
    assert held.loc["30001", [DISTRICT_2015, DISTRICT_2024]].tolist() == [1, 1]


def test_totals_count_a_district_of_two_communes_once(mineville):
    """One district of 2024 reaches into two communes, with 3,600 of 6,800 inhabitants."""
    row = mineville.totals.loc[DISTRICT_2024]
    assert row.tolist() == pytest.approx([1, 2, 3600, 100 * 3600 / 6800])


def test_communes_with_most_labels_come_first(mineville):
    """La Fosse has three kinds of label and Mineville has three; plain communes are left out."""
    assert set(mineville.own.index) == {"30001", "30002", "30011"}
    assert mineville.labelled["labels"].to_dict()["30011"] == "PVD + FS"
    assert mineville.sets[0] == "labels_none"
    assert "PVD + FS" in mineville.sets
    assert mineville.own_by_name.columns.tolist() == ["population", *OWN]
    assert mineville.labelled["labels"].value_counts()["labels_none"] == 9


def test_codes_and_points_are_matched(mineville):
    """A house without a point is found by its code only, and is counted."""
    row = mineville.matched.loc[SERVICES]
    assert row.to_dict() == {
        "listed": 4,
        "without_point": 1,
        "by_code": 3,
        "by_point": 2,
        "both": 2,
    }


def test_a_district_is_cut_out_of_its_commune(mineville):
    """A square kilometre out of 25, and the whole stays what it was."""
    pieces = mineville.districts
    assert pieces.area["30001"] / 1e6 == pytest.approx(24, abs=0.01)
    assert pieces.area.sum() / 1e6 == pytest.approx(325, abs=0.01)
    assert pieces["kind"].value_counts().to_dict() == {
        "district_none": 10,
        "district_both": 1,
        "district_2024_only": 1,
        "district_of_2015": 1,
    }
    assert mineville.district_areas["in_commune_pct"].tolist() == pytest.approx([100])


def test_a_list_that_does_not_cover_a_departement_is_missing(toy):
    """The districts of 2015 are those of one region: elsewhere they are missing, not zero."""
    other = Programmes(Territory("240100560", toy), toy)
    assert other.held[DISTRICT_2015].isna().all()
    assert other.totals.loc[DISTRICT_2015].isna().all()
    assert other.totals.at[INDUSTRY_2, "communes"] == len(other.held)


def test_a_commune_named_on_its_own_holds_the_label(toy):
    """Piémont is in a Territoire d'industrie by its own SIREN; the rest of its EPCI is not."""
    other = Programmes(Territory("243000650", toy), toy)
    assert other.held[INDUSTRY_1].to_dict() == {"30036": 1, "30037": 0}


def test_francs_become_euros(mineville):
    """6,559.57 francs are 1,000 euros; a rate is used only where one is printed."""
    money = mineville.money
    assert money.at["grant", "euros_low"] == pytest.approx(1000)
    assert money.at["grant", "later_low"] == pytest.approx(6559.57 * 1.5)
    assert money.at["prize", "euros_high"] == 10
    assert money.loc["wage", ["euros_low", "euros_high"]].round(2).tolist() == [0.30, 0.61]
    assert money["later_low"].isna().tolist() == [False, True, True]


def test_the_chain_ends_at_the_last_successor(mineville):
    """From the board to the office; a lone grant is its own chain."""
    assert mineville.chain("board") == ["Coal board", "Agency", "Office"]
    assert mineville.chain("grant") == ["Grant"]


def test_undated_instruments_are_described_but_not_drawn(mineville):
    """They have a row in the table, without a year."""
    assert len(mineville.lives) == 4
    described = mineville.described
    assert write(described.at["Agency", "start"]) == "1960s"
    assert described.index.tolist() == mineville.instruments["name"].tolist()
    assert described.loc["Fund", ["start", "end"]].isna().all()
    assert described.at["Agency", "successor"] == "Office"


def test_a_chain_of_yearly_rises(mineville):
    """Fifty-four years at 5 %; from the year after the first to the last."""
    rises = pd.Series({1968: 9.0, 1969: 10.0, 1970: 20.0})
    assert chained(rises, 1968, 1970) == pytest.approx(1.32)
    assert np.isnan(chained(pd.Series({1970: 20.0}), 1968, 1970))
    assert mineville.chained_rate == pytest.approx(1.05**54 / FRANCS_PER_EURO)


def test_two_series_of_prices(real):
    """The chain of the World Bank is 2.6 % under the rate that the study prints for 1968."""
    found = Programmes(Territory("200066918", real), real).chained_rate
    assert found == pytest.approx(1.305, abs=0.001)
    assert found / 1.34 == pytest.approx(0.974, abs=0.001)
