"""Colours in grey, and bytes that depend on nothing else."""

from __future__ import annotations

from itertools import combinations, pairwise

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from bassin.show.style import style, to_png
from bassin.show.tokens import (
    APART,
    DASHES,
    HATCHES,
    MARKERS,
    MISSING,
    OKABE_ITO,
    SECRET,
    diverging_colors,
    lightness,
    sequential_colors,
    tell_apart,
)


@pytest.mark.parametrize(("color", "expected"), [("#ffffff", 100), ("#000000", 0), ("#777777", 50)])
def test_lightness_of_greys(color, expected):
    """White is 100, black 0, and the middle grey half-way."""
    assert lightness(color) == pytest.approx(expected, abs=0.4)


@pytest.mark.parametrize("colormap", ["Blues", "Oranges", "Greens", "Purples", "Reds"])
@pytest.mark.parametrize("n", range(2, 9))
def test_sequential_darkens_class_by_class(n, colormap):
    """In grey each class is clearly darker than the one before."""
    levels = [lightness(color) for color in sequential_colors(n, colormap)]
    assert len(levels) == n
    assert all(before - after > 5 for before, after in pairwise(levels))


def test_a_single_class_is_neither_white_nor_black():
    """A map of one class still shows its places."""
    (color,) = sequential_colors(1)
    assert 40 < lightness(color) < 80


@pytest.mark.parametrize(
    ("bins", "below", "neutral", "above"),
    [
        ([-2, -1, 0, 1, 2], 3, 0, 3),
        ([-1, 1], 1, 1, 1),
        ([-3, -2, -1, 0, 1], 4, 0, 2),
        ([0], 1, 0, 1),
        ([1, 2], 0, 1, 2),
        ([-2, -1], 2, 1, 0),
    ],
)
def test_diverging_darkens_away_from_the_centre(bins, below, neutral, above):
    """Each arm darkens away from the centre, in its own hue, on both sides of a neutral class."""
    colors = diverging_colors(bins)
    assert len(colors) == len(bins) + 1 == below + neutral + above
    levels = [lightness(color) for color in colors]
    assert all(outer < inner for outer, inner in pairwise(levels[:below]))
    assert all(inner > outer for inner, outer in pairwise(levels[below + neutral :]))
    red_above_blue = [int(color[1:3], 16) > int(color[5:7], 16) for color in colors]
    assert all(red_above_blue[:below])
    assert not any(red_above_blue[below:])


def test_diverging_classes_differ_in_grey_across_the_centre():
    """No class above the centre can be taken in grey for one below."""
    levels = [lightness(color) for color in diverging_colors([-2, -1, 0, 1, 2])]
    assert min(abs(a - b) for a, b in combinations(levels, 2)) > 8


def test_categories_differ_in_grey_by_lightness_or_hatch():
    """Two categories alike in grey never share a hatch, even for the whole palette."""
    fills = tell_apart(OKABE_ITO)
    for one, other in combinations(fills, 2):
        alike = abs(lightness(one.color) - lightness(other.color)) < APART
        assert not (alike and one.hatch == other.hatch)


def test_hatch_shows_on_its_ground():
    """A hatch is of another lightness than what it lies on."""
    for fill in [SECRET, MISSING, *tell_apart(OKABE_ITO)]:
        if fill.hatch:
            assert abs(lightness(fill.color) - lightness(fill.ink)) > 15


def test_more_categories_than_hatches_are_refused():
    """Nine categories on a map are too many, and the message says what to do."""
    with pytest.raises(ValueError, match="merge the smallest"):
        tell_apart(["#000000"] * 9)


def test_series_have_all_they_need_to_be_told_apart():
    """There are as many markers, dashes and hatches as colours, none twice."""
    for looks in (OKABE_ITO, MARKERS, DASHES, HATCHES):
        assert len(looks) == len(set(looks)) == 8


def test_style_is_put_back():
    """Drawing in the book's style leaves the session's settings as they were."""
    before = mpl.rcParams["font.size"]
    with style():
        assert mpl.rcParams["font.family"] == ["DejaVu Sans"]
    assert mpl.rcParams["font.size"] == before


def test_png_ignores_the_session():
    """Settings of the session change nothing in the image."""

    def draw() -> bytes:
        with style():
            figure = Figure(figsize=(2, 1))
            figure.subplots().plot([0, 1])
        return to_png(figure)

    plain = draw()
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "red", "savefig.facecolor": "green"}):
        assert draw() == plain
    assert b"Software" not in plain
