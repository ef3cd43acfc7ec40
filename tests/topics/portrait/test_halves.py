"""Lines that cut a place in two, and whether another one turns the answer, on the toy France."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest
from tests.fixtures.portraits import faults

from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.study import Study
from bassin.topics.portrait import sides
from bassin.topics.portrait.halves import DEFAULT, NAMED, STRAIGHT, TURN, Halved, Line, line_of
from bassin.topics.portrait.sentences import Sentence
from bassin.topics.portrait.writer import Writer
from bassin.words import LANGUAGES, speaking, write

A = "200000018"


@pytest.fixture
def writer(toy: Sources) -> Writer:
    """Of the toy's A."""
    return Writer(Study(A, sources=toy).territory, toy)


def test_a_line_is_written_as_degrees_or_by_its_name():
    """And is written again as it was."""
    for written in ("0", "20", "359", *NAMED):
        assert line_of(written).written == written
    assert line_of(DEFAULT).sides == ("towards_315", "towards_135")


@pytest.mark.parametrize("written", ["360", "-5", "20.5", "", "north", "mines", "1e2"])
def test_a_line_that_is_none_is_refused(written: str):
    """With those there are."""
    with pytest.raises(ChoiceError, match="altitude, distance, massif"):
        line_of(written)


def test_the_default_cuts_as_the_territory_is_cut(writer: Writer):
    """North-west and south-east of the largest commune, by another way."""
    halved = Halved(writer.territory, writer.sources, line_of(DEFAULT))
    expected = writer.territory.sides().replace(
        {"north_west": "towards_315", "south_east": "towards_135"}
    )
    assert halved.sides.to_dict() == expected.to_dict()


def test_a_distance_cuts_at_its_median(writer: Writer):
    """Nearer communes are within it, the largest apart."""
    halved = Halved(writer.territory, writer.sources, Line("distance"))
    points = writer.territory.outlines.geometry.centroid
    km = points.distance(points[writer.territory.centre]) / 1000
    others = km.drop(writer.territory.centre)
    assert halved.limit == pytest.approx(others.median())
    near = halved.sides.index[halved.sides == "side_nearer"]
    assert set(near) == set(others.index[others < others.median()])


def test_others_are_turned_and_named():
    """A straight line by an eighth of a turn either way; its own kind is not told twice."""
    straight = list(line_of("20").others)
    assert [one.bearing for one in straight[:2]] == [335, 65]
    assert [one.kind for one in straight[2:]] == list(NAMED)
    named = list(Line("altitude").others)
    assert [one.kind for one in named] == [STRAIGHT, STRAIGHT, "distance", "massif"]
    assert [one.bearing for one in named[:2]] == [int(DEFAULT), int(DEFAULT) + 2 * TURN - 360]


def otherwise(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, changes: Mapping[str, tuple[float, float]]
) -> Sentence:
    """What is said of other lines, whose halves have changed so; the rest cut nothing."""

    def change(_writer: Writer, halved: Halved, _start: int, _end: int) -> pd.Series:
        return pd.Series(changes[halved.line.written], list(halved.line.sides))

    obstacle = property(lambda self: "" if self.line.written in changes else "no_sides")
    monkeypatch.setattr(sides, "_change", change)
    monkeypatch.setattr(Halved, "obstacle", obstacle)
    halved = Halved(writer.territory, writer.sources, line_of(DEFAULT))
    (told,) = sides._otherwise(writer, halved)
    return told


@pytest.mark.parametrize(
    ("others", "how"),
    [
        ({"270": (4.0, 0.0), "altitude": (0.0, 5.0)}, "none"),  # which half is ahead is its own
        ({"270": (0.0, 4.0)}, "all"),  # the other half is ahead
        ({"270": (4.0, 0.0), "0": (1.0, 1.0)}, "some"),  # halves that change alike
        ({"distance": (1.0, 1.1)}, "all"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_another_line_turns_the_answer_or_not(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, others, how: str, language: str
):
    """Of the default, whose first half is ahead by more than the censuses tell."""
    told = otherwise(writer, monkeypatch, {DEFAULT: (5.0, 1.0), **others})
    assert told.phrase.key == f"portrait.other_lines.{how}"
    assert len(told.facts) == 2 * len(others)
    with speaking(language):
        assert faults(told) == [], write(told.phrase)


def test_a_place_that_no_other_line_cuts_says_so(writer: Writer, monkeypatch: pytest.MonkeyPatch):
    """It is a refusal."""
    told = otherwise(writer, monkeypatch, {DEFAULT: (5.0, 1.0)})
    assert told.kind == "refusal"
    assert "No other line cuts" in write(told.phrase)
