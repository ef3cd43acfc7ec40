"""Numbers and outlines of the atlas as short texts, and the documents that hold them."""

from __future__ import annotations

import json
import re

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from bassin.show.atlas import frames, packed, still

RANK = {digit: at for at, digit in enumerate(packed.DIGITS)}


def number(text: str) -> int:
    found = 0
    for digit in text:
        found = found * packed.BASE + RANK[digit]
    return found


def read(column: dict) -> list[float | None]:
    """What the script of the page reads back."""
    width, text = column["width"], column["text"]
    cells = [number(text[at : at + width]) for at in range(0, len(text), width)]
    none = packed.BASE**width - 1
    return [None if n == none else (column["low"] + n) / column["scale"] for n in cells]


@given(st.lists(st.one_of(st.none(), st.integers(-10_000_000, 10_000_000)), min_size=1))
def test_a_column_is_read_back_exactly(values):
    column = packed.column(pd.Series(values, dtype=float) / 10, 1)
    assert read(column) == [None if value is None else value / 10 for value in values]


def test_no_digit_ends_a_string_or_a_script():
    assert not set(packed.DIGITS) & set("\"'&<>{}%#\\`")
    assert len(set(packed.DIGITS)) == packed.BASE


def squares() -> gpd.GeoDataFrame:
    """Two neighbours, and one that lies inside a hole of the second."""
    hole = shapely.box(130, 10, 150, 30)
    shapes = {
        "a": shapely.box(0, 0, 100, 100),
        "b": shapely.box(100, 0, 200, 100).difference(hole),
        "c": hole,
    }
    multi = [shapely.MultiPolygon([shape]) for shape in shapes.values()]
    return gpd.GeoDataFrame(geometry=multi, index=list(shapes))


def drawn(topology: dict) -> list[shapely.Geometry]:
    """Outlines that the script draws, by the rule that even overlaps are holes."""
    lines = []
    for text in topology["arcs"]:
        x, y = number(text[:2]), number(text[2:4])
        points = [(x, y)]
        for at in range(4, len(text), 2):
            x, y = x + RANK[text[at]] - packed.HALF, y + RANK[text[at + 1]] - packed.HALF
            points.append((x, y))
        lines.append(points)
    found = []
    for rings in topology["shapes"]:
        shape = shapely.Polygon()
        for ring in rings:
            points = []
            for n in ring:
                points += lines[n] if n >= 0 else lines[-1 - n][::-1]
            shape = shape.symmetric_difference(shapely.Polygon(points))
        found.append(shape)
    return found


def test_outlines_are_drawn_as_they_are_and_borders_once():
    outlines = squares()
    topology = packed.topology(outlines)
    assert all(
        one.equals(shapely.union_all(other))
        for one, other in zip(drawn(topology), outlines.geometry, strict=True)
    )
    # One border between a and b, the rest of each, and the ring that b and c share.
    assert len(topology["arcs"]) == 4
    assert topology["size"] == [201, 101]


def test_a_document_holds_names_as_text_and_fetches_nothing():
    given_ = {"names": ["</script><b>CC & Cie"], "departements": ["30"], "methods": []}
    page = frames.document("alike", "A & B", given_)
    assert page.count("</script>") == 3
    assert "<title>A &amp; B</title>" in page
    held = json.loads(re.search(r"atlas\.alike\((\{.*\})\);", page)[1])
    assert held["names"] == given_["names"]
    assert held["words"]["atlas.page.by"] == "{name}: {n} of {of} ways"
    assert not re.search(r"fetch\(|XMLHttp|https?://(?!www\.w3\.org/2000/svg)|innerHTML", page)


def test_a_column_says_what_it_is():
    (column,) = frames.columns(pd.DataFrame({"gp_2023": [2.9, np.nan]}))
    assert column["label"] == "Consultations of a GP a year, 2023"
    assert read(column) == [2.9, None]


def test_a_still_map_hatches_what_has_no_value():
    colors = pd.Series({"a": "#112233", "b": "#112233"})
    figure = still.sheet(squares(), colors, {"some": "#112233", "none": ""})
    hatched = [one.get_hatch() for one in figure.axes[0].collections]
    assert sorted(bool(hatch) for hatch in hatched) == [False, True]


@pytest.mark.parametrize(("fmt", "digits"), [(",.0f", 0), (".1f", 1), ("+.2f", 2), ("d", 0)])
def test_digits_after_the_point(fmt: str, digits: int):
    assert frames.decimals(fmt) == digits
