"""Where a territory stands among its peers, on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.errors import ChoiceError, TerritoryError
from bassin.files.sources import Sources
from bassin.study import Study
from bassin.topics.measured import measured
from bassin.topics.peers.local import COAL, HERE, INDUSTRY, OTHER, Peers
from bassin.topics.standing import standing_of


@pytest.fixture(scope="module")
def peers(toy: Sources) -> Peers:
    """Those of the Alès-like EPCI."""
    return Study("200000018", sources=toy).peers


def test_every_epci_is_of_one_kind(peers: Peers):
    """The territory alone is itself; an EPCI with a mining town is of the coal basins."""
    kinds = peers.kinds
    assert kinds[kinds == HERE].index.tolist() == ["200000018"]
    assert kinds["243000213"] == COAL
    assert set(kinds) <= {HERE, COAL, INDUSTRY, OTHER}
    assert kinds.index.is_unique


def test_a_place_is_one_more_than_how_many_are_higher(peers: Peers):
    """Counted among the values that are drawn."""
    key = "presential_jobs_2023"
    dots, row = peers.dots([key]), peers.standing([key]).loc[key]
    values = dots["value"]
    assert row["here"] == 75
    assert row["rank"] == 1 + (values > 75).sum()
    assert row["of"] == len(values)
    assert row["median"] == pytest.approx(values.median())


def test_a_place_is_set_among_others_and_itself(peers: Peers):
    """One that is not there would come before the first."""
    found = measured(peers.sources, "employed_2022")
    with pytest.raises(ValueError, match="200000018 is not one of those"):
        standing_of(found, "200000018", ["243000213"])


def test_a_place_is_told_as_the_sentences_of_a_portrait_tell_it(peers: Peers):
    """From which to which, by one rule."""
    table = peers.of_chapter("health")["standing"]
    for key, row in table.iterrows():
        place = standing_of(measured(peers.sources, str(key)), peers.territory.code)
        assert pd.isna(row["rank"]) == (place is None)
        if place is not None:
            assert (row["rank"], row["last"], row["of"]) == (place.first, place.last, place.of)
    assert (table["rank"] < table["last"]).any()


def test_groups_of_peers_hold_the_territory_itself(peers: Peers):
    """Its place among coal basins is among them and itself, by the same margins."""
    key = "presential_jobs_2023"
    dots, row = peers.dots([key]), peers.standing([key]).loc[key]
    assert row["of_coal"] == (dots["kind"] == COAL).sum() + 1
    assert row["of_industry"] == (dots["kind"] == INDUSTRY).sum() + 1
    assert 1 <= row["rank_coal"] <= row["last_coal"] <= row["of_coal"]


def test_a_territory_without_a_value_is_said_to_have_none(peers: Peers, toy: Sources):
    """Share of industry by zone is published of no EPCI."""
    with pytest.raises(TerritoryError, match="has none of"):
        peers.standing(["industry_private_jobs_2024"])


def test_unknown_indicators_and_chapters_are_refused(peers: Peers):
    """With the choices."""
    with pytest.raises(ChoiceError):
        peers.standing(["industry_jobs_1789"])
    with pytest.raises(ChoiceError):
        peers.of_chapter("cooking")
