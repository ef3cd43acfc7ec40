"""A territory that knows where it is."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.territory import BASIN, MINES, NOW, PLAIN, START

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.places.passage import Passage
from bassin.places.territory import AWAY, FACING, Territory
from bassin.read import insee


def test_passage_without_time(passage: Passage, censuses: pd.DataFrame):
    """Carried to its own date, a table is itself."""
    pd.testing.assert_frame_equal(passage.carry(censuses, START, START), censuses)


def test_territory_over_two_departements(toy: Sources):
    """Communes count for the departement and the region that most of them are in."""
    assert Territory("200042001", toy).departement == "2A"


def test_population_and_centre(basin: Territory):
    """6,800 inhabitants in 2020, and the most populated commune in the middle."""
    assert basin.population_2020.sum() == 6800
    assert basin.centre == "30001"


def test_population_on_constant_geography(basin: Territory, toy: Sources):
    """8,000 in 1968, 7,000 until 1999, 6,300 in 2006, on the twelve communes of 2023."""
    table = insee.census_populations(toy)
    carried = basin.passage.carry(table, START, NOW, basin.codes).sum()
    assert carried[[1968, 1975, 1999, 2006, 2015]].to_list() == [8000, 7000, 7000, 6300, 6300]


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("200000081", "200000018 CA du Bassin de Mineville"),
        ("cc du golf", "200042001 CC du Golfe"),
        ("ZZZZZZZZZ", "Nearest: none near"),
    ],
)
def test_unknown_code_lists_the_nearest(toy: Sources, code: str, nearest: str):
    """A wrong code, a name for a code, or the mark of no EPCI: the nearest ones are named."""
    with pytest.raises(TerritoryError) as caught:
        _ = Territory(code, toy).communes
    assert f"'{code}' is the SIREN of no EPCI" in str(caught.value)
    assert nearest in str(caught.value)


def test_named(toy: Sources):
    """A part of a name that only one EPCI has is enough, in any case."""
    assert Territory.named("mineville", toy).code == BASIN


@pytest.mark.parametrize("name", ["CC DU GOLFE", "cc  du-golfe", "cc du gólfe", "Ｇolfe"])
def test_named_in_any_spelling(toy: Sources, name: str):
    """Capitals, accents, hyphens, blanks and full-width letters make no difference."""
    assert Territory.named(name, toy).code == "200042001"


@pytest.mark.parametrize("name", ["", " - ", None, 200066918])
def test_named_by_nothing(toy: Sources, name):
    """Nothing is in every name."""
    with pytest.raises(TerritoryError, match="is no name of an EPCI"):
        Territory.named(name, toy)


@pytest.mark.parametrize("code", [200066918, None, 1.5])
def test_a_code_that_is_no_text(toy: Sources, code):
    """A number loses its leading zeros before anyone can see it."""
    with pytest.raises(TerritoryError, match="is no SIREN: write its nine digits as a text"):
        Territory(code, toy)


@pytest.mark.parametrize(
    ("name", "found"),
    [("CC d", "6 EPCI.* 240100560 CC de"), ("Golf du", "0 EPCI.*Nearest: 200042001 CC du Golfe")],
)
def test_named_for_several_or_none(toy: Sources, name: str, found: str):
    """A name that several or none have is refused, with those that do."""
    with pytest.raises(TerritoryError, match=found):
        Territory.named(name, toy)


def test_outlines(basin: Territory):
    """Thirteen squares: 325 km2, the merged commune having two."""
    table = basin.outlines
    assert list(table.index) == basin.codes
    assert table.crs.to_epsg() == 2154
    assert table["area_km2"].sum() == pytest.approx(325, abs=0.05)
    assert table.at["30005", "area_km2"] == pytest.approx(50, abs=0.02)
    assert table.at["30001", "name"] == "Mineville"


def test_neighbours(basin: Territory):
    """The length shared with each, longest first; one that touches at a corner is none."""
    table = basin.neighbours
    assert list(table["name"]) == [
        *("CC des Garrigues", "CC des Vallons", "CC du Haut-Causse", "CC de l'Adret")
    ]
    assert table["boundary_km"].to_list() == pytest.approx([40, 30, 25, 15], abs=0.02)
    assert table["communes"].to_list() == [7, 3, 5, 7]


def test_sides(basin: Territory):
    """Facing north-west: six mining communes, five of the plain, and the town apart."""
    sides = basin.sides()
    assert list(sides.index[sides == FACING]) == MINES
    assert list(sides.index[sides == AWAY]) == PLAIN
    assert sides["30001"] == "Mineville"


@pytest.mark.parametrize("bearing", [300.0, 315.0, 330.0])
def test_sides_swap_when_turned_about(basin: Territory, bearing: float):
    """Facing the other way swaps the two sides, whatever the bearing."""
    one, other = basin.sides(bearing), basin.sides(bearing - 180)
    assert (one.replace({FACING: AWAY, AWAY: FACING}) == other).all()


def test_sides_of_another_bearing(basin: Territory):
    """Facing south, the communes south of the town are on the side faced."""
    faced = basin.sides(180)
    assert set(faced.index[faced == FACING]) >= {"30012", "30013", "30014", "30015"}
    assert set(faced.index[faced == AWAY]) >= {"30002", "30004", "30006", "30007"}


def test_a_direction_that_is_none_is_refused(basin: Territory):
    """An angle that is no number put every commune on one side."""
    for bearing in (float("nan"), float("inf"), "north", None):
        with pytest.raises(TerritoryError, match="no direction"):
            basin.sides(bearing)
    with pytest.raises(TerritoryError, match="give a number and kilometres"):
        basin.landmarks("x")
