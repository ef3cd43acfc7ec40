"""Toulouse Dataviz: altitude and commuting of part of the country, distances and car minutes."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import toulouse_dataviz
from bassin.read.toulouse_dataviz import COMMUNES, COMMUTES


def test_codes_get_their_zero_back(toy: Sources):
    """1001 is 01001; a departement that is not covered has no row."""
    heights = toulouse_dataviz.altitudes_2019(toy)
    assert {"01001", "30007"} <= set(heights.index)
    assert not heights.index.str.startswith("48").any()
    assert heights["30001"] == 150


def test_a_height_no_place_has_is_refused(spoil: Spoiler):
    """No commune lies above 4,900 m."""
    sources = spoil.text(
        COMMUNES, "MINEVILLE,30001,30,44.1,4.0,150", "MINEVILLE,30001,30,44.1,4.0,5150"
    )
    with refused(COMMUNES, "5150", column="altitude_m", row="30001"):
        toulouse_dataviz.altitudes_2019(sources)


def test_code_of_another_departement(spoil: Spoiler):
    """A code cut short would fall in another departement."""
    sources = spoil.text(COMMUNES, "MINEVILLE,30001,30", "MINEVILLE,3001,30")
    with refused(COMMUNES, "departement '30'", column="departement", row="03001"):
        toulouse_dataviz.altitudes_2019(sources)


def test_commutes(toy: Sources):
    """A pair of neighbours: five km, six minutes, codes with their zero."""
    table = toulouse_dataviz.commutes_2014(toy)
    assert (table["origin"].str.len() == 5).all()
    assert table["origin"].str.startswith("01").any()
    pair = table[(table["origin"] == "30001") & (table["destination"] == "30002")].iloc[0]
    assert pair[["straight_km", "road_km", "minutes"]].to_list() == [5.0, 6.5, 6.0]
    assert (pair["lon"], pair["lat"]) == pytest.approx((4.08, 44.12), abs=0.05)


def test_work_abroad_is_missing_not_zero(toy: Sources):
    """The zeros of a place of work abroad are no distance."""
    table = toulouse_dataviz.commutes_2014(toy)
    abroad = table[table["destination"].isna()]
    assert abroad["destination_name"].to_list() == ["hors-france"]
    assert abroad[["lon_to", "lat_to", "straight_km", "road_km", "minutes"]].isna().all(axis=None)


def test_swapped_coordinates_are_refused(spoil: Spoiler):
    """Latitude and longitude that change places are out of their ranges."""
    sources = spoil.text(COMMUTES, "latitude,longitude,emplois", "longitude,latitude,emplois")
    with refused(COMMUTES, "fails in_range", column="lon", row=0):
        toulouse_dataviz.commutes_2014(sources)


def test_commute_with_a_code_of_another_departement(spoil: Spoiler):
    """A code of a destination cut short would fall in another departement."""
    sources = spoil.text(COMMUTES, "95527,ROISSY-EN-FRANCE,95", "9552,ROISSY-EN-FRANCE,95")
    with refused(COMMUTES, "departement '95'", column="travail_departement", row="09552"):
        toulouse_dataviz.commutes_2014(sources)
