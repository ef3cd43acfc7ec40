"""Outlines of communes, and those mended from them."""

from __future__ import annotations

import io

import geopandas as gpd
import pandas as pd
import pytest
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler
from tests.fixtures.territory import NOW

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.places.outlines import commune_outlines, mend_outlines
from bassin.places.passage import Passage
from bassin.read import anct, dgcl, ign, insee


def test_outlines_of_france(toy: Sources, passage: Passage):
    """Old outlines carried forward or new ones: each commune is where its squares are."""
    communes = insee.communes(toy)
    table = commune_outlines(toy, passage, communes)
    assert list(table.index) == list(communes.index)
    squares = {place.code: place.shape for place in places(NOW)}
    for code, shape in table.geometry.items():
        assert shape.symmetric_difference(squares[code]).area < 2e4, code
    assert table["area_km2"].sum() == pytest.approx(46 * 25, abs=0.1)


def test_commune_without_an_outline(toy: Sources, passage: Passage):
    """A commune that no file draws is named."""
    nowhere = pd.DataFrame({"name": ["Nulle Part"], "dep": ["01"]}, index=["01999"])
    with pytest.raises(TerritoryError, match="no outline of 01999 Nulle Part"):
        commune_outlines(toy, passage, nowhere)


def test_commune_without_an_outline_is_missing_where_it_may_be(toy: Sources, passage: Passage):
    """Outline and area of one are missing; the other's are there."""
    both = pd.DataFrame(
        {"name": ["Adret", "Nulle Part"], "dep": ["01", "01"]}, index=["01001", "01999"]
    )
    table = commune_outlines(toy, passage, both, whole=False)
    assert table.geometry.isna().to_list() == [False, True]
    assert table["area_km2"].to_list() == pytest.approx([25, float("nan")], nan_ok=True)


def test_ground_of_before_2024(spoil: Spoiler, passage: Passage):
    """What the outlines of 2024 have under another code is put together from parts of 2018."""
    [mine] = (place for place in places(NOW) if place.code == "01007")
    sources = _without(spoil, "01007")
    table = commune_outlines(sources, passage, insee.communes(sources).loc[["01007"]])
    assert table.geometry["01007"].symmetric_difference(mine.shape).area < 2e4
    sources = spoil.unlist(ign.CHANGED)
    with pytest.raises(TerritoryError, match="no outline of 01007 Col du Pré"):
        commune_outlines(sources, passage, insee.communes(sources).loc[["01007"]])


def _without(spoil: Spoiler, code: str) -> Sources:
    """The outlines of 2024 without one."""

    def drop(data: bytes) -> bytes:
        table = gpd.read_parquet(io.BytesIO(data))
        stream = io.BytesIO()
        table[table["code"] != code].to_parquet(stream)
        return stream.getvalue()

    spoil.data(ign.METROPOLE, drop)
    return spoil.relist(ign.METROPOLE, rows=39)


def test_no_outline_overseas_from_the_map_of_france(toy: Sources, passage: Passage):
    """Where a departement overseas has no outlines of its own, none is made up."""
    north = pd.DataFrame({"name": ["Saint-Denis"], "dep": ["974"]}, index=["97411"])
    with pytest.raises(TerritoryError, match=r"no outline of 97411 Saint-Denis\. Add the outlines"):
        commune_outlines(toy, passage, north)


def test_mend_outlines(toy: Sources, passage: Passage):
    """Points give way to the communes of the members; a polygon of a former member is kept."""
    broken = anct.industry_territories_2018(toy)
    communes = commune_outlines(toy, passage, insee.communes(toy))
    mended = mend_outlines(broken, dgcl.epci_members(toy), communes)
    assert mended["mended"].to_dict() == {
        "ti-7601": False,
        "ti-4801": False,
        "ti-8401": True,
        "ti-9401": True,
    }
    assert set(mended.geom_type) <= {"Polygon", "MultiPolygon"}
    squares = (mended.area / 25e6).to_dict()
    assert squares == pytest.approx(
        {"ti-7601": 13, "ti-4801": 5, "ti-8401": 9 + 1, "ti-9401": 3 + 1}, abs=0.01
    )
    assert broken.geom_type["ti-8401"] == "Point"


def test_mend_outlines_without_a_member_to_draw(spoil: Spoiler, passage: Passage):
    """A point whose member is unknown cannot be mended: the SIREN is named."""
    sources = spoil.text(anct.INDUSTRY_149, "240100560 213003600", "240100560 999999999")
    with pytest.raises(TerritoryError, match="ti-8401: no outline for 999999999"):
        mend_outlines(
            anct.industry_territories_2018(sources),
            dgcl.epci_members(sources),
            commune_outlines(sources, passage, insee.communes(sources)),
        )
