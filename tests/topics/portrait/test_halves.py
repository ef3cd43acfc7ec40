"""Lines that cut a place in two, and whether another one turns the answer, on the toy France."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd
import pytest
from tests.fixtures.portraits import faults

from bassin.errors import ChoiceError, TerritoryError
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.places import lines
from bassin.read import ign, toulouse_dataviz
from bassin.show import named, shown
from bassin.study import Study
from bassin.topics.contrast import halves as contrast
from bassin.topics.population.local import Population
from bassin.topics.portrait import sides
from bassin.topics.portrait.halves import (
    DEFAULT,
    NAMED,
    STRAIGHT,
    TURN,
    Halved,
    Line,
    line_of,
    told_limit,
)
from bassin.topics.portrait.sentences import Sentence
from bassin.topics.portrait.writer import Writer
from bassin.words import LANGUAGES, called, speaking, write

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


@pytest.mark.parametrize(
    "written",
    [
        "360",
        "-5",
        "20.5",
        "",
        "north",
        "mines",
        "1e2",
        "045",
        "00",
        " 45",
        "45\n",
        "٤٥",
        "４５",
        None,
        45,
    ],
)
def test_a_line_that_is_none_is_refused(written: object):
    """With those there are."""
    with pytest.raises(ChoiceError, match="altitude, distance, massif"):
        line_of(written)  # type: ignore[arg-type]


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
) -> list[Sentence]:
    """What is said of other lines, whose halves have changed so; the rest cut nothing.

    And of those, whose refusal comes last.
    """

    def change(_writer: Writer, halved: Halved, _start: int, _end: int) -> pd.Series:
        return pd.Series(changes[halved.line.written], list(halved.line.sides))

    obstacle = property(lambda self: "" if self.line.written in changes else "no_sides")
    monkeypatch.setattr(sides, "_change", change)
    monkeypatch.setattr(Halved, "obstacle", obstacle)
    halved = Halved(writer.territory, writer.sources, line_of(DEFAULT))
    own = change(writer, halved, 0, 0)
    return [*sides._otherwise(writer, halved, own)]


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
    told, untried = otherwise(writer, monkeypatch, {DEFAULT: (5.0, 1.0), **others})
    assert told.phrase.key == f"portrait.other_lines.{how}"
    assert len(told.facts) == 2 * len(others)
    signed = {"270", "0"} & {*others}
    assert told.phrase.given["asked"].key.endswith("straight" if signed else "named")
    with speaking(language):
        assert [faults(one) for one in (told, untried)] == [[], []], write(told.phrase)


def test_lines_that_were_not_tried_are_named(writer: Writer, monkeypatch: pytest.MonkeyPatch):
    """No more is claimed of the others than was seen, and a reason is given of each."""
    told, untried = otherwise(
        writer, monkeypatch, {DEFAULT: (5.0, 1.0), "270": (4.0, 0.0), "altitude": (9.0, 0.0)}
    )
    assert "of the other lines tried, none gives another answer" in write(told.phrase)
    said = write(untried.phrase)
    assert untried.kind == "refusal"
    for pair in ("north against south", "nearer communes", "massif against outside"):
        assert pair in said
        assert pair not in write(told.phrase)
    assert said.count("(no commune on one side)") == 3


def test_a_comparison_says_what_it_compares(writer: Writer, monkeypatch: pytest.MonkeyPatch):
    """So that halves by distance that change apart are not taken for the same direction."""
    told, _ = otherwise(writer, monkeypatch, {DEFAULT: (1.0, 5.0), "distance": (22.8, -0.9)})
    assert "(what is compared is whether the two halves change apart or alike" in write(told.phrase)
    assert "whichever is ahead" in write(told.phrase)


def test_a_place_that_no_other_line_cuts_says_so(writer: Writer, monkeypatch: pytest.MonkeyPatch):
    """It is a refusal."""
    (told,) = otherwise(writer, monkeypatch, {DEFAULT: (5.0, 1.0)})
    assert told.kind == "refusal"
    assert "None of the other lines could be tried" in write(told.phrase)


def cut(writer: Writer, line: str, zones: pd.Series) -> Halved:
    """The place cut as is given, instead of by what the line reads."""

    class Given(Halved):
        _zones = zones

    return Given(writer.territory, writer.sources, line_of(line))


@pytest.mark.parametrize("unknown", [1, 3, 11])
def test_a_figure_is_refused_as_the_sentences_are(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, unknown: int
):
    """Halves that leave communes out are not drawn, for the reason that the text gives."""
    codes = writer.territory.codes
    zones = pd.Series(["hills", "plain"] * (len(codes) // 2), codes, dtype=object)
    zones[writer.territory.centre] = "zone_centre"
    zones[zones.index.drop(writer.territory.centre)[:unknown]] = float("nan")
    halved = cut(writer, "massif", zones)
    for ask in ("sides", "people"):
        with pytest.raises(TerritoryError) as refused:
            getattr(halved, ask)
        assert refused.value.told == halved.refusal
    sentence = sides._refused(writer, halved)
    assert sentence.phrase == halved.refusal
    said = write(halved.refusal)
    assert said in str(shown(lambda: halved.people))  # type: ignore[arg-type, return-value]
    expected = {1: "the side of 1 of its 12 communes is not known", 3: "the sides of 3 of its 12"}
    assert expected.get(unknown, "no file at hand says on which side") in said
    for language in LANGUAGES:
        with speaking(language):
            assert faults(sentence) == []


@pytest.mark.parametrize("line", ["315", "20", *NAMED])
def test_what_is_refused_has_no_people(writer: Writer, line: str):
    """Nor any commune on a side, by whatever line; else all people of the place are on one."""
    halved = Halved(writer.territory, writer.sources, line_of(line))
    if halved.obstacle:
        with pytest.raises(TerritoryError) as refused:
            _ = halved.people
        assert refused.value.told.key == f"portrait.{halved.obstacle}"
        return
    population = Population(writer.territory, writer.sources)
    assert halved.people.loc[2020].sum() == population.by_commune[2020].sum()


@pytest.mark.parametrize(
    ("limit", "values", "decimals", "over", "told"),
    [
        (147.25, [147.25, 147.4, 90], 0, True, "147.25"),  # 147.25 is over 147, and over 147.2
        (147.25, [146.0, 148.5], 0, True, "147"),
        (6.359, [6.359, 6.2, 7], 1, False, "6.359"),  # 6.359 is nearer than 6.4, than 6.36
        (6.42, [6.42, 6.2, 7], 1, False, "6.4"),
    ],
)
def test_a_limit_has_the_digits_that_its_communes_take(
    limit: float, values: list[float], decimals: int, over: bool, told: str
):
    """As it is written no commune is on another side than it was cut to."""
    assert str(told_limit(limit, pd.Series(values), decimals, over=over)) == told


@pytest.mark.parametrize("line", ["altitude", "distance"])
def test_words_put_each_commune_where_the_cut_does(writer: Writer, line: str):
    """That at the median itself too."""
    halved = Halved(writer.territory, writer.sources, line_of(line))
    own = halved._measure.drop(writer.territory.centre)
    limit = float(halved.limit_told)
    first = own > limit if line == "altitude" else own < limit
    zones = halved._zones.drop(writer.territory.centre)
    assert first.tolist() == zones.eq("hills").tolist()
    assert f"{halved.limit_told} " in write(halved.told).replace("\N{NO-BREAK SPACE}", " ")


def test_a_commune_at_the_median_is_at_least_as_far():
    """It is not within the distance that it is cut off by."""
    said = write(Phrase("portrait.side.distance.first", limit=Decimal("6.4"), centre="A"))
    assert said == "nearer to A than 6.4\N{NO-BREAK SPACE}km"
    assert write(Phrase("portrait.side.distance.second")) == "at that distance or farther"


@pytest.mark.parametrize(
    ("means", "measure"), [([10.0, 20.0, 30.0], "mean"), ([10.0, None, 30.0], "middle")]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_which_altitude_is_meant_is_said(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, means: list[float], measure: str, language: str
):
    """The mean one where every commune has it, else the middle of its ends."""
    known = lines.altitudes(*(pd.Series(means, list("abc")) for _ in range(3)))
    monkeypatch.setattr(contrast.Halves, "by_mean", known[1])
    halved = Halved(writer.territory, writer.sources, line_of("altitude"))
    with speaking(language):
        said = write(halved.told)
        assert called(f"altitude_{measure}") in said
        other = {"mean": "middle", "middle": "mean"}[measure]
        assert called(f"altitude_{other}") not in said


def test_facts_of_a_line_have_its_files_and_years(writer: Writer):
    """Of the altitudes that are used, not those that are not; geography aside."""
    altitude = Halved(writer.territory, writer.sources, line_of("altitude"))
    used = {True: toulouse_dataviz.COMMUNES, False: ign.TOWN_HALLS}[altitude._halves.by_mean]
    assert altitude.files == (used,)
    (told,) = sides._limits(writer, altitude)
    assert (told.files, told.period, told.value) == ((used,), altitude.years, altitude.limit)
    years = [int(year) for year in told.period.split("-")]
    assert all(str(year) in writer.sources.describe(used)["period"] for year in years)
    straight = Halved(writer.territory, writer.sources, line_of("20"))
    assert straight.files
    assert all(file.startswith("ign/") for file in straight.files)
    assert [one.files for one in sides._limits(writer, straight)] == [straight.files] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bearing_that_no_name_says_is_told(language: str):
    """That of either half; one of the eight directions has its name alone."""
    with speaking(language):
        first, second = (write(one) for one in line_of("20").names.values())
        assert (first, second) == (
            f"{called('towards_0')} (20°)",
            f"{called('towards_180')} (200°)",
        )
        assert [write(one) for one in line_of("20").faced] == [
            f"{called('faced_0')} (20°)",
            f"{called('faced_180')} (200°)",
        ]
        assert [write(one) for one in line_of("45").names.values()] == [
            called("towards_45"),
            called("towards_225"),
        ]


def test_what_is_shown_has_the_bearing_too():
    """In the legend of the map, and of the figure."""
    people = pd.DataFrame({"towards_0": [1], "towards_180": [2]}, index=[2020])
    assert [*named(people, line_of("20").names)] == ["north (20°)", "south (200°)"]


def test_the_change_told_is_that_compared(writer: Writer, monkeypatch: pytest.MonkeyPatch):
    """It is computed once a line and a period."""
    asked: list[tuple[str, int]] = []

    def change(_writer: Writer, halved: Halved, start: int, _end: int) -> pd.Series:
        asked.append((halved.line.written, start))
        return pd.Series([5.0, 1.0], list(halved.line.sides))

    monkeypatch.setattr(sides, "_change", change)
    list(sides.sentences(writer, line_of(DEFAULT)))
    assert len(asked) == len({*asked})
