"""Strips of dots: what is drawn, what is said, what is refused."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.show import charts

KINDS = {"a": "Alès", "b": "Coal", "c": "Others"}
KEY, OTHER = "poverty_rate_2021", "car_pct"


@pytest.fixture
def dots():
    """Twenty places with both indicators, the first of them marked."""
    kinds = ["a", "b", "b", *["c"] * 17]
    return pd.concat(
        pd.DataFrame({"indicator": key, "kind": kinds, "value": [30.0, *range(19)]})
        for key in (KEY, OTHER)
    )


@pytest.fixture
def standing():
    row = {"here": 30.0, "median": 9.5, "rank": 1, "of": 20}
    return pd.DataFrame([row, row], index=[KEY, OTHER])


def test_every_place_is_a_dot_and_one_is_marked(dots, standing, words):
    """A strip an indicator, the place itself drawn last and written."""
    exhibit = charts.strips(dots, standing, kinds=KINDS, name="fig-t", **words)
    assert len(exhibit.figure.axes) == 2
    for ax in exhibit.figure.axes:
        drawn = [line for line in ax.lines if line.get_marker() in ("o", "D")]
        assert sum(len(line.get_xdata()) for line in drawn) == 20
        assert list(drawn[-1].get_xdata()) == [30.0]
        assert drawn[-1].get_marker() == "D"
        place, value = sorted((text.get_text() for text in ax.texts), key=len, reverse=True)
        assert (value, place[:8]) == ("30.0%", "1 of 20,")
    assert exhibit.data.equals(standing)


def test_the_description_says_the_place_and_the_middle(dots, standing, words):
    """One sentence a strip."""
    exhibit = charts.strips(dots, standing.iloc[:1], kinds=KINDS, name="fig-t", **words)
    assert exhibit.alt == (
        "Strips of dots, one a place. Poverty rate, 2021: 30.0%, number 1 of 20 from the highest, "
        "the middle one 9.5%"
    )


def test_a_place_may_have_several_ranks_or_none(dots, standing, words):
    """As the sentences of a portrait tell them."""
    ranks = pd.DataFrame({"rank": [3, None], "last": [9, None]}, standing.index, dtype="Int64")
    exhibit = charts.strips(dots, standing.assign(**ranks), kinds=KINDS, name="fig-t", **words)
    places = [max((t.get_text() for t in ax.texts), key=len) for ax in exhibit.figure.axes]
    assert places == ["3 to 9 of 20, middle 9.5%", "not ranked, middle 9.5%"]
    assert "number 3 to 9 of 20 from the highest" in exhibit.alt
    assert "30.0%, not ranked" in exhibit.alt


def test_what_strips_refuse(dots, standing, words):
    """A kind without a name, an indicator without a dot, an empty table."""
    with pytest.raises(ValueError, match="none of the kinds"):
        charts.strips(dots, standing, kinds={"a": "Alès", "c": "Others"}, name="fig-t", **words)
    few = dots[dots["indicator"] == KEY]
    with pytest.raises(ValueError, match="no place has a value of 'car_pct'"):
        charts.strips(few, standing, kinds=KINDS, name="fig-t", **words)
    with pytest.raises(ValueError, match="nothing to show"):
        charts.strips(dots, standing.iloc[:0], kinds=KINDS, name="fig-t", **words)
