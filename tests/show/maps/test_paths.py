"""A path is drawn where it lies and enlarged, and said in words."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.show import maps


@pytest.fixture
def points() -> pd.DataFrame:
    """Three years, two kilometres east then two south."""
    x, y = 781_000, 6_332_000
    return pd.DataFrame(
        {"x": [x, x + 2000, x + 2000], "y": [y, y, y - 2000]},
        index=pd.Index([1900, 1950, 2000], name="year"),
    )


def draw(squares, points, words, **options):
    return maps.path(
        squares,
        points,
        name="fig-path",
        label="the middle",
        marked=[1900, 2000],
        **options,
        **words,
    )


def test_path_says_how_far_and_where(squares, points, words):
    """The description has the years, the distance and the direction; the data the points."""
    exhibit = draw(squares, points, words, places=["30001"])
    assert exhibit.alt == (
        "Map of the path of the middle, 1900 to 2000: 3 points, the last 2.8\N{NO-BREAK SPACE}km "
        "south-east of the first"
    )
    assert exhibit.data is points
    assert exhibit.png


def test_path_names_years_and_places(squares, points, words):
    """Years are written on the enlarged map; a place outside it on the other only."""
    whole, near = draw(squares, points, words, places=["30001"]).figure.axes
    assert {"1900", "2000"} <= {text.get_text() for text in near.texts}
    assert "Commune 01" in {text.get_text() for text in whole.texts}


def test_path_is_the_same_twice(squares, points, words):
    """Two drawings are the same bytes."""
    assert draw(squares, points, words).png == draw(squares, points, words).png


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda p: p.iloc[:1], "two points at least"),
        (lambda p: p.drop(columns="y"), "column 'y' is absent"),
        (lambda p: p.iloc[[0, 0, 1]], "year 1900 comes more than once"),
        (lambda p: p.iloc[:2], "marked: year 2000"),
    ],
)
def test_path_refuses(squares, points, words, change, message):
    """What cannot be drawn is named."""
    with pytest.raises(ValueError, match=message):
        draw(squares, change(points), words)
