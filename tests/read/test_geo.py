"""Outlines: in their place, in metres, each with one key of its own."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from tests.fixtures.spoil import Spoiler, refused

from bassin.read._geo import METRIC_CRS, metric_crs, read_outlines

FILE = "ign/outlines.geojson"
NAMES = {"insee": "code", "nom": "name"}
#: A square of a hundredth of a degree at Alès, and one beside it.
SQUARES = [shapely.box(4.08, 44.12, 4.09, 44.13), shapely.box(4.09, 44.12, 4.10, 44.13)]


def geojson(*, shapes: list = SQUARES, codes: list = ("30007", "30001"), crs: int = 4326) -> bytes:
    """Bytes of two outlines with a code and a name."""
    data = {"insee": [*codes], "nom": ["Al\N{LATIN SMALL LETTER E WITH GRAVE}s", "Elsewhere"]}
    return gpd.GeoDataFrame(data, geometry=[*shapes], crs=crs).to_json(drop_id=True).encode()


def test_outlines_are_in_metres_by_their_key(spoil: Spoiler):
    """0.8 km by 1.11 km at this latitude, whatever the system of the file."""
    table = read_outlines(spoil.add(FILE, geojson()), FILE, NAMES, pattern=r"\d{5}")
    assert table.index.tolist() == ["30007", "30001"]
    assert table.index.name == "code"
    assert table.crs.to_epsg() == METRIC_CRS
    height, degree = 1.1112e3, 1.1132e5 * np.cos(np.deg2rad(44.125)) / 100
    assert table.area.tolist() == pytest.approx([height * degree] * 2, rel=5e-3)


BOW = shapely.Polygon([(4.08, 44.12), (4.09, 44.13), (4.09, 44.12), (4.08, 44.13)])
SWAPPED = [shapely.transform(one, lambda xy: xy[:, ::-1]) for one in SQUARES]


@pytest.mark.parametrize(
    ("shapes", "what"),
    [
        ([SQUARES[0], BOW], "invalid geometry"),
        ([SQUARES[0], shapely.Polygon()], "empty geometry"),
        ([SQUARES[0], None], "empty geometry"),
        ([SQUARES[0], shapely.Point(4.08, 44.12)], "no polygon"),
        ([SQUARES[0], SWAPPED[1]], "latitude and longitude have changed places"),
    ],
)
def test_a_shape_that_is_none_is_named(spoil: Spoiler, shapes: list, what: str):
    """One that crosses itself, is empty, is a point, lies off Somalia."""
    sources = spoil.add(FILE, geojson(shapes=shapes))
    with refused(FILE, what, column="geometry", row="30001"):
        read_outlines(sources, FILE, NAMES)


def test_an_outline_that_crosses_itself_is_mended_where_it_is_asked(spoil: Spoiler):
    """And a point passes where others than polygons do."""
    sources = spoil.add(FILE, geojson(shapes=[SQUARES[0], BOW]))
    assert read_outlines(sources, FILE, NAMES, mend=True).is_valid.all()
    point = geojson(shapes=[SQUARES[0], shapely.Point(4.08, 44.12)])
    sources = spoil.data(FILE, lambda _: point)
    assert len(read_outlines(sources, FILE, NAMES, polygons_only=False)) == 2


@pytest.mark.parametrize(
    ("codes", "what", "row"),
    [
        (["30007", "30007"], "listed twice", "30007"),
        (["30007", "1001"], "does not match", "1001"),
        (["30007", "\N{ARABIC-INDIC DIGIT THREE}0001"], "does not match", None),
    ],
)
def test_a_key_that_is_none_is_named(spoil: Spoiler, codes: list, what: str, row: str | None):
    """Twice, without its zero, in digits of another script."""
    sources = spoil.add(FILE, geojson(codes=codes))
    with refused(FILE, what, column="code", row=codes[1] if row is None else row):
        read_outlines(sources, FILE, NAMES, pattern=r"\d{5}")


@pytest.mark.parametrize("pattern", [r"\d{5}", None])
@pytest.mark.parametrize("code", [None, "", " "])
def test_a_key_that_is_missing_is_refused(spoil: Spoiler, code: str | None, pattern: str | None):
    """By its position, whether a pattern is due or not."""
    sources = spoil.add(FILE, geojson(codes=["30007", code]))
    with refused(FILE, "no key", column="code", row=1):
        read_outlines(sources, FILE, NAMES, pattern=pattern)


def test_a_column_that_is_absent_is_named(spoil: Spoiler):
    """With those there are."""
    sources = spoil.add(FILE, geojson())
    with refused(FILE, "there are insee, nom, geometry", column="code_insee"):
        read_outlines(sources, FILE, {"code_insee": "code"})


def test_outlines_outside_of_their_system_are_refused(spoil: Spoiler):
    """Alès is not on La Réunion; a square there is, and is measured in its own system."""
    with refused(FILE, "outside of the area of EPSG:2975", column="geometry", row="30007"):
        read_outlines(spoil.add(FILE, geojson()), FILE, NAMES, crs=metric_crs("974"))
    there = [shapely.box(55.4, -21.1, 55.41, -21.09), shapely.box(55.41, -21.1, 55.42, -21.09)]
    sources = spoil.data(FILE, lambda _: geojson(shapes=there))
    assert read_outlines(sources, FILE, NAMES, crs=metric_crs("974")).crs.to_epsg() == 2975
