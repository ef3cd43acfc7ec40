"""Groups of each commune, and national tables on one geography, on the toy France."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures import listed

from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.places import membership, national
from bassin.read import anct, insee


def test_groups_of_the_toy(toy: Sources):
    """Seven EPCI and an island without one; every commune in a departement, a region, France."""
    table = membership.membership(toy)
    assert list(table) == list(membership.KINDS)
    assert len(table) == 40
    assert table["epci"].nunique() == 7
    assert table.index[table["epci"].isna()].to_list() == ["2A004"]
    assert (
        table.drop(columns=["epci", "zone_emploi", "territoire_industrie"]).notna().all(axis=None)
    )
    assert table.loc["30001", ["departement", "region", "france"]].to_list() == ["30", "76", "FR"]
    assert (table["epci"] == "200000018").sum() == 12
    assert table.at["30001", "zone_emploi"] == "7601"


def test_a_kind_reads_its_own_files(toy: Sources):
    """A departement needs no list of EPCI."""
    with recording() as noted:
        membership.groups(toy, "departement")
    assert noted.files == {listed.COMMUNES}
    with recording() as noted:
        membership.groups(toy, "epci")
    assert noted.files == {listed.COMMUNES, listed.EPCI}


def test_an_unknown_kind_is_refused(toy: Sources):
    """It says which there are."""
    with pytest.raises(ValueError, match="kind='canton' is no choice"):
        membership.groups(toy, "canton")


def test_a_label_with_an_unknown_member_is_left_out_whole(toy: Sources, monkeypatch):
    """Of a part of it nothing is said; the others keep their communes. The toy has one such."""
    assert membership.unresolved(toy).to_dict() == {"ti-9401": "242099999"}
    labels = anct.industry_territories_2018(toy)
    before = membership.groups(toy, "territoire_industrie").dropna()
    first = before.iloc[0]
    changed = labels.assign(members=labels["members"].where(labels.index != first, "999999999"))
    monkeypatch.setattr(membership.anct, "industry_territories_2018", lambda _: changed)
    assert membership.unresolved(toy)[first] == "999999999"
    after = membership.groups(toy, "territoire_industrie").dropna()
    assert after.to_dict() == before[before != first].to_dict()


def test_inhabitants_are_known_of_every_commune(toy: Sources):
    """Those of the island too, which is in no EPCI."""
    people = membership.inhabitants(toy)
    assert people.notna().all()
    assert list(people.index) == list(membership.codes(toy))


def test_counts_are_carried_to_every_commune(toy: Sources):
    """30025 is added to 30005; 01003, which was divided, is missing, and it is said why."""
    counts = insee.census_populations(toy)[1968]
    found = national.carried(toy, counts, insee.HISTORICAL_GEOGRAPHY)
    assert found["30005"] == counts["30005"] + counts["30025"]
    assert found["30001"] == counts["30001"]
    # The chain 01005 -> 01006 -> 01007, a step in each of two years.
    assert found["01007"] == counts[["01005", "01006", "01007"]].sum()
    assert np.isnan(found["01004"])
    assert "01004" in national.refused(toy, counts.index, insee.HISTORICAL_GEOGRAPHY)


def test_carried_is_what_the_passage_gives(toy: Sources):
    """Commune by commune, wherever it does not refuse."""
    counts = insee.census_populations(toy)[[1968, 1999]]
    date = insee.HISTORICAL_GEOGRAPHY
    found = national.carried(toy, counts, date)
    told = national.passage(toy).carry(counts, date, "2023-01-01")
    pd.testing.assert_frame_equal(found.loc[told.index], told)
    assert (
        found.index.difference(told.index).to_list()
        == found.index[found[1968].isna()].sort_values().to_list()
    )


def test_a_rate_of_other_ground_is_missing(toy: Sources):
    """30005 took in 30025; 30001 did not change."""
    rates = pd.Series(1.0, index=insee.census_populations(toy).index)
    found = national.unchanged(toy, rates, insee.HISTORICAL_GEOGRAPHY)
    assert np.isnan(found["30005"])
    assert found["30001"] == 1


def test_a_later_geography_is_kept(toy: Sources):
    """30015 has merged by 2025: it has none, and is told as merged."""
    people = insee.municipal_populations(toy)[2023]
    found = national.carried(toy, people.dropna(), "2025-01-01")
    assert np.isnan(found["30015"])
    assert "30015" in national.merged_since(toy)
    assert national.refused(toy, people.index, "2025-01-01") == {}
