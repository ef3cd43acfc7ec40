"""Where values lie on a strip, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bassin.phrase import Phrase
from bassin.show.style import style
from bassin.show.summary.paper import Sheet
from bassin.show.summary.strips import LOOKS, Scale, draw, legend, rank, swarm
from bassin.topics.summary.chosen import Standing
from bassin.topics.summary.local import Strip

GP = Strip(
    key="gp_2023",
    dots=np.linspace(1.0, 5.0, 201),
    here=3.0,
    around={"departement": 2.0, "france": 4.0},
    standing=Standing(90, 110, 201),
    unsaid=None,
    within=None,
    counts=False,
    files=("drees/apl.xlsx",),
)
PEOPLE = replace(GP, key="population_2023", dots=np.geomspace(10, 1e5, 201), here=1e3, counts=True)
NOTHING = replace(
    GP, here=float("nan"), standing=None, unsaid=Phrase("summary.refused.nothing"), around={}
)


def drawn(*strips: Strip) -> Sheet:
    sheet = Sheet()
    with style():
        draw(sheet, strips, 40.0, {one.key: "1" for one in strips})
    return sheet


def texts(sheet: Sheet) -> list[str]:
    return [text.get_text() for text in sheet.figure.texts]


def points(sheet: Sheet, kind: str) -> np.ndarray:
    """Where marks of a kind are."""
    (line,) = (
        line for line in sheet.figure.axes[0].lines if line.get_marker() == LOOKS[kind]["marker"]
    )
    return np.column_stack(line.get_data())


def test_the_lowest_and_highest_hundredth_are_at_the_ends():
    """What lies beyond is drawn there."""
    scale = Scale(GP)
    assert scale.at(np.array([1.0, 5.0])).tolist() == [0.0, 1.0]
    assert scale.at(np.array(3.0)) == pytest.approx(0.5)


def test_a_strip_reaches_as_far_as_its_marks():
    """The place is never drawn where it is not."""
    scale = Scale(replace(GP, here=9.0))
    assert scale.high == 9.0
    assert scale.at(np.array(5.0)) < 0.6


def test_counts_of_people_are_by_powers_of_ten():
    """Ten times as many is as far on everywhere."""
    scale = Scale(PEOPLE)
    steps = np.diff(scale.at(np.array([100.0, 1e3, 1e4])))
    assert steps[0] == pytest.approx(steps[1])


def test_a_strip_of_one_value_is_drawn_in_the_middle():
    """Nothing is divided by nothing."""
    assert Scale(replace(GP, dots=np.array([3.0]), around={})).at(np.array(3.0)) == 0.5


def test_dots_lie_wide_where_many_are():
    """And stay within their row."""
    x = np.sort(np.concatenate([np.full(100, 0.5), [0.95]]))
    heights = swarm(x, 0.2)
    assert np.abs(heights).max() <= 0.2
    assert np.abs(heights[:100]).max() > 5 * abs(heights[100])


def test_every_dot_and_mark_is_drawn():
    """As many as there are places, each mark in the row of its strip."""
    sheet = drawn(GP, PEOPLE)
    assert len(points(sheet, "dot")) == 402
    assert points(sheet, "here")[:, 1].astype(int).tolist() == [0, 1]
    assert points(sheet, "here")[0, 0] == pytest.approx(0.5)
    assert points(sheet, "departement")[0, 0] < 0.5 < points(sheet, "france")[0, 0]


def test_value_and_rank_are_printed():
    """With their unit."""
    assert {"3.00", "rank 90 to 110 of 201"} <= set(texts(drawn(GP)))


def test_a_place_without_value_has_a_reason_and_no_mark():
    """In words, and no zero."""
    sheet = drawn(NOTHING)
    assert any("nothing to be a share of" in text for text in texts(sheet))
    assert len(points(sheet, "here")) == 0
    assert not any("nan" in text for text in texts(sheet))


def test_that_a_value_is_of_a_part_is_said_where_there_is_one():
    """Not of what has none."""
    part = Phrase("summary.refused.missing_in", count=1, of=60)
    said = "missing in 1 of the 60 communes: of the others"
    assert said in texts(drawn(replace(GP, within=part)))
    assert said not in texts(drawn(replace(NOTHING, within=part)))


def test_one_rank_is_written_as_one():
    """And several as the first and the last."""
    assert rank(Standing(1, 1, 1250)) == "rank 1 of 1,250"
    assert rank(Standing(1, 3, 1250)) == "rank 1 to 3 of 1,250"


def test_the_legend_names_every_mark():
    """The place, those around it, France, the others."""
    sheet = Sheet()
    legend(sheet, 20.0, {"here": "Alès", "departement": "Gard", "region": "Occitanie"})
    assert texts(sheet) == [
        "Alès",
        "departement Gard",
        "region Occitanie",
        "France",
        "an intercommunality",
    ]
