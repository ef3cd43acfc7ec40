"""Overseas: areas and outlines at their true place and size, in the system of the departement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bassin.errors import DataError, TerritoryError
from bassin.files.sources import Sources
from bassin.places.outlines import commune_outlines
from bassin.places.passage import Passage
from bassin.places.territory import Territory
from bassin.read import ign, insee

#: Square kilometres that INSEE publishes, to a tenth.
SAINT_DENIS, CAYENNE, FORT_DE_FRANCE, POINTE_A_PITRE = 142.8, 23.6, 44.2, 2.7
NORTH_OF_REUNION, SOUTH_OF_MAYOTTE = "249740119", "200060473"


@pytest.fixture(scope="module")
def passage(real: Sources) -> Passage:
    """From the communes of one day to those of another."""
    return Passage(insee.commune_events(real))


@pytest.mark.parametrize(
    ("code", "published"),
    [
        ("97411", SAINT_DENIS),
        ("97302", CAYENNE),
        ("97209", FORT_DE_FRANCE),
        ("97120", POINTE_A_PITRE),
    ],
)
def test_areas_are_the_published_ones(real: Sources, passage: Passage, code: str, published: float):
    """A commune overseas has the area that its publisher prints."""
    communes = insee.communes(real).loc[[code]]
    table = commune_outlines(real, passage, communes)
    assert table.at[code, "area_km2"] == pytest.approx(published, abs=0.06)


@pytest.mark.parametrize("departement", ["971", "972", "973", "974"])
def test_outlines_are_as_large_as_published(real: Sources, departement: str):
    """The outlines of a departement cover what the land register counts, within a fiftieth."""
    shapes = ign.communes_2018(real, departement)
    published = insee.published_areas(real).loc[shapes.index]
    assert shapes.area.sum() / 1e6 == pytest.approx(published.sum(), rel=0.02)


def test_outline_of_saint_denis(real: Sources):
    """The outline alone says the area that the land register does, within a hundredth."""
    shapes = ign.communes_2018(real, "974")
    assert shapes.crs.to_epsg() == 2975
    assert shapes.area["97411"] / 1e6 == pytest.approx(SAINT_DENIS, rel=0.01)


@pytest.mark.parametrize(
    ("departement", "crs"),
    [("971", 5490), ("972", 5490), ("973", 2972), ("974", 2975), ("976", 4471)],
)
def test_each_departement_in_its_own_system(
    real: Sources, passage: Passage, departement: str, crs: int
):
    """Every commune of 2023 has an outline, in the legal system of its departement."""
    listed = insee.communes(real)
    communes = listed[listed["dep"] == departement]
    table = commune_outlines(real, passage, communes)
    assert table.crs.to_epsg() == crs
    assert table.is_valid.all()
    assert (table["area_km2"] > 0).all()


def test_mayotte_is_measured(real: Sources):
    """INSEE's table has no area there: those of the outlines stand, 376 km2 in all within 3 %."""
    assert insee.published_areas(real).filter(like="976").isna().all()
    assert ign.communes_2018(real, "976").area.sum() / 1e6 == pytest.approx(376, rel=0.03)
    south = Territory(SOUTH_OF_MAYOTTE, real).outlines
    assert south["area_km2"].to_list() == pytest.approx((south.area / 1e6).to_list())


def test_a_territory_overseas(real: Sources):
    """Its outlines, neighbours and landmarks are at the scale of the ground; it has no river."""
    north = Territory(NORTH_OF_REUNION, real)
    assert north.outlines["area_km2"].sum() == pytest.approx(287.84, abs=0.01)
    assert list(north.neighbours.index) == ["249740093", "249740101"]
    # From the coast to the Roche Écrite and the Plaine des Fougères, about twenty kilometres.
    assert north.neighbours["boundary_km"].between(15, 32).all()
    assert north.landmarks(apart_km=5.0)[0] == "97411"
    assert north.rivers.empty


def test_two_systems_share_no_map(real: Sources, passage: Passage):
    """Communes of two oceans have no distance in metres on one plane."""
    communes = insee.communes(real).loc[["30007", "97411"]]
    with pytest.raises(TerritoryError, match=r"30 in EPSG:2154, 974 in EPSG:2975.*apart"):
        commune_outlines(real, passage, communes)


@pytest.mark.parametrize(
    "move",
    [lambda x, y: (y, x), lambda x, y: (x - 60, y + 66), lambda x, y: (-x, y)],
    ids=["latitude first", "beside the mainland", "mirrored"],
)
def test_outlines_elsewhere_are_refused(real: Sources, tmp_path: Path, move):
    """A departement that is not in its part of the world is no outline to measure on."""
    file = "ign/communes-974-la-reunion.geojson"
    drawn = json.loads(real.read(file))
    for feature in drawn["features"]:
        feature["geometry"]["coordinates"] = _moved(feature["geometry"]["coordinates"], move)
    copy = tmp_path / "moved.geojson"
    copy.write_text(json.dumps(drawn))
    with (
        real.replaced(file, copy),
        pytest.raises(DataError, match=r"974-la-reunion.*outside of the area of EPSG:2975"),
    ):
        ign.communes_2018(real, "974")


def _moved(shape, move):
    """Coordinates of a geometry, each moved."""
    if isinstance(shape[0], float):
        return [*move(*shape)]
    return [_moved(part, move) for part in shape]
