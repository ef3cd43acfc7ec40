"""Outlines are polygons with a code, in metres; rivers are one line a name; town halls points."""

from __future__ import annotations

import re

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import ChoiceError, DataError
from bassin.files.sources import Sources
from bassin.read import ign, insee

GARD = "ign/communes-30-gravon.geojson"


def test_outlines_of_a_departement(toy: Sources):
    """The communes of 2018, each square of 25 km2 to the metre that five decimals leave."""
    table = ign.communes_2018(toy, "30")
    assert len(table) == 26
    assert table.crs.to_epsg() == 2154
    assert table.loc["30001", "name"] == "Mineville"
    assert table.area["30001"] / 1e6 == pytest.approx(25, abs=0.02)
    assert table.area["30020"] / 1e6 == pytest.approx(75, abs=0.05)


def test_outlines_with_latitude_first_are_refused(spoil: Spoiler):
    """A departement off Somalia is one whose latitudes and longitudes have changed places."""

    def swap(data: bytes) -> bytes:
        return re.sub(rb"\[\s*(-?[\d.]+),\s*(-?[\d.]+)\s*\]", rb"[\2, \1]", data)

    sources = spoil.data(GARD, swap)
    with pytest.raises(DataError, match="latitude and longitude have changed places"):
        ign.communes_2018(sources, "30")


def test_departement_without_a_file(toy: Sources):
    """A departement without outlines of its own is no choice."""
    with pytest.raises(ChoiceError, match="departement='01'"):
        ign.communes_2018(toy, "01")


def test_a_departement_is_not_another_that_begins_alike(toy: Sources):
    """Departement 3 is not departement 30."""
    assert ign.communes_file(toy, "3") is None
    assert ign.communes_file(toy, "30") == GARD


def test_outlines_of_france(toy: Sources):
    """The communes of 2024, to the square metre."""
    table = ign.communes_france_2024(toy)
    assert len(table) == 40
    assert table.area["30005"] == pytest.approx(50e6, abs=1)
    assert table.geom_type["30031"] == "MultiPolygon"


def test_national_membership(toy: Sources):
    """The EPCI carried by the outlines, and the mark of none."""
    epci = ign.national_membership_2024(toy)
    assert (epci == "200000018").sum() == 12
    assert epci["2A004"] == "NR"


def test_rivers(toy: Sources):
    """Two reaches of one river are one line of 60 km."""
    table = ign.rivers(toy)
    assert list(table.index) == ["L'ADRETTE", "LE GRAVON"]
    assert table.length["LE GRAVON"] / 1000 == pytest.approx(60, abs=0.1)


def test_rivers_lost(spoil: Spoiler):
    """The reaches are counted against the manifest."""
    with refused(ign.RIVERS, "3 rows read, 4 recorded", column="rows"):
        ign.rivers(spoil.relist(ign.RIVERS, rows=4))


def test_outline_with_a_lost_zero(spoil: Spoiler):
    """A code without its zero is refused, with the likely cause."""
    sources = spoil.text(GARD, '"code": "30001"', '"code": "3001"')
    with refused(GARD, "does not match", column="code", row="3001"):
        ign.communes_2018(sources, "30")


def test_outline_listed_twice(spoil: Spoiler):
    """A commune with two outlines is refused."""
    sources = spoil.text(GARD, '"code": "30002"', '"code": "30001"')
    with refused(GARD, "listed twice", column="code", row="30001"):
        ign.communes_2018(sources, "30")


def test_outline_without_a_name_column(spoil: Spoiler):
    """A renamed property is named."""
    sources = spoil.data(GARD, lambda data: data.replace(b'"nom"', b'"name"'))
    with refused(GARD, "no such column; there are code, name", column="nom"):
        ign.communes_2018(sources, "30")


@pytest.mark.parametrize(
    ("shape", "what"),
    [
        (b'{"type": "Point", "coordinates": [4.0, 44.0]}', "no polygon"),
        (b'{"type": "Polygon", "coordinates": []}', "empty geometry"),
        (
            b'{"type": "Polygon", "coordinates": [[[4, 44], [5, 45], [5, 44], [4, 45], [4, 44]]]}',
            "invalid geometry",
        ),
        (b"null", "empty geometry"),
    ],
    ids=["point", "empty", "bow tie", "none"],
)
def test_outline_that_is_no_polygon(spoil: Spoiler, shape: bytes, what: str):
    """A point, an empty, a crossed or an absent outline is refused by commune."""

    def replace(data: bytes) -> bytes:
        start = data.index(b'"geometry": ') + len(b'"geometry": ')
        return data[:start] + shape + data[data.index(b"}", start) + 1 :]

    with refused(GARD, what, column="geometry", row="30001"):
        ign.communes_2018(spoil.data(GARD, replace), "30")


def test_outlines_lost(spoil: Spoiler):
    """Outlines are counted against the manifest."""
    with refused(GARD, "26 rows read, 27 recorded", column="rows"):
        ign.communes_2018(spoil.relist(GARD, rows=27), "30")


def test_town_halls(toy: Sources):
    """A square of 25 km2 that spans 200 m; two zeros for altitudes are none."""
    table = ign.town_halls_2012(toy)
    assert len(table) == 45
    row = table.loc["30001"]
    assert row[["area_km2", "altitude_min_m", "altitude_max_m"]].to_list() == [25, 50, 250]
    assert table.index[table["altitude_min_m"].isna()].to_list() == ["48005"]
    assert table.index[table["altitude_max_m"].isna()].to_list() == ["48005"]


def test_town_hall_upside_down(spoil: Spoiler):
    """A commune cannot be lower at its highest point."""

    def turn(data: bytes) -> bytes:
        lines = data.decode().split("\n")
        at = next(i for i, line in enumerate(lines) if line.startswith("30001,"))
        lines[at] = lines[at].replace(",50,250", ",250,50")
        return "\n".join(lines).encode()

    with refused(ign.TOWN_HALLS, "below the lowest", column="altitude_max_m", row="30001"):
        ign.town_halls_2012(spoil.data(ign.TOWN_HALLS, turn))


def test_swapped_town_halls_are_refused(spoil: Spoiler):
    """Latitude and longitude that change places are out of their ranges."""
    sources = spoil.text(
        ign.TOWN_HALLS, "lon_chef_lieu,lat_chef_lieu", "lat_chef_lieu,lon_chef_lieu"
    )
    with refused(ign.TOWN_HALLS, "fails in_range", column="lon", row="01001"):
        ign.town_halls_2012(sources)


def test_outlines_of_the_metropole(toy: Sources):
    """The communes of 2024; the outline that runs back over itself is mended, its area kept."""
    table = ign.communes_metropole(toy)
    assert len(table) == 40
    assert table.is_valid.all()
    assert table.area["01008"] == pytest.approx(25e6, rel=1e-4)


def test_outlines_of_the_metropole_are_those_of_2024(real: Sources):
    """One outline is mended; the 72 communes are there, 925 km2 of them."""
    table = ign.communes_metropole(real)
    assert table.is_valid.all()
    here = table.loc[list(insee.epci_members(real, 2023)["200066918"])]
    assert here.area.sum() / 1e6 == pytest.approx(925, abs=2)


def test_outlines_of_what_changed(toy: Sources):
    """The communes of 2018, before one took the other in."""
    table = ign.communes_changed_in_2024(toy)
    assert list(table.index) == ["01006", "01007"]
    assert table.area["01007"] / 1e6 == pytest.approx(25, abs=0.02)


def test_what_changed_is_what_the_outlines_of_2024_lack(real: Sources):
    """The parts of the 13 communes that are gone, of the 11 they are in and of 2 divided ones."""
    table = ign.communes_changed_in_2024(real)
    gone = insee.communes(real).index.difference(ign.communes_metropole(real).index)
    gone = gone[~gone.str.startswith("97")]
    assert len(table) == 28
    assert len(gone) == 13
    assert set(gone) <= set(table.index)
