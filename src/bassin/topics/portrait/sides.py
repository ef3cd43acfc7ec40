"""Sentences on the two halves of a place: who lives there, how they changed, and by other lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from bassin.indicators.aggregate import over
from bassin.indicators.stats import direction
from bassin.phrase import Name, Phrase
from bassin.topics.national import parts_of
from bassin.topics.population.history import CENSUS_PRECISION_PCT
from bassin.topics.portrait.halves import DECIMALS, FEWEST, STRAIGHT, Halved, Line
from bassin.topics.portrait.sentences import COMPARISON, LEVEL, REFUSAL, Fact, Sentence
from bassin.topics.portrait.writer import BESIDE, Writer

#: Periods over which the halves are compared; the last is that of the answer.
PERIODS = ((1968, 1999), (1999, 2020))
#: Day of the communes, as a fact has it.
DAY = "2023"


def sentences(writer: Writer, line: Line) -> Iterator[Sentence]:
    """Of the halves by a line: who lives there, how they changed, and whether others say so."""
    halved = Halved(writer.territory, writer.sources, line)
    if halved.obstacle:
        yield _refused(writer, halved)
        return
    yield _line(writer, halved)
    yield from _living(writer, halved)
    for start, end in PERIODS:
        change = _change(writer, halved, start, end)
        yield from _changed(writer, halved, change, start, end)
    if change.notna().all():  # else refused above
        yield from _otherwise(writer, halved, change)


def _refused(writer: Writer, halved: Halved) -> Sentence:
    """Why there are no halves to tell of."""
    return Sentence(REFUSAL, halved.refusal, tuple(_of_obstacle(writer, halved)))


def _of_obstacle(writer: Writer, halved: Halved) -> Iterator[Fact]:
    """The numbers that an obstacle is told with."""
    if halved.obstacle == "few_on_a_side":
        yield _count(writer, halved, "communes.floor", FEWEST)
    if halved.obstacle == "unsided":
        yield _count(writer, halved, "communes.unsided", halved.unsided)
        yield _count(writer, halved, "communes", writer.around.size)


def _count(writer: Writer, halved: Halved, name: str, value: float) -> Fact:
    """A number of the line or of its communes, from the files that say their sides."""
    return writer.count(name, value, halved.years or DAY, *halved.files)


def _line(writer: Writer, halved: Halved) -> Sentence:
    """Which line it is."""
    facts = [*_limits(writer, halved)]
    if halved.line.kind == STRAIGHT:
        facts = [_count(writer, halved, "line.bearing", halved.line.bearing)]
    facts = facts or [_count(writer, halved, "communes", writer.around.size)]
    phrase = Phrase("portrait.halves", line=halved.told, place=writer.around.name)
    return Sentence(LEVEL, phrase, tuple(facts))


def _people(writer: Writer, halved: Halved, year: int) -> pd.Series:
    """Inhabitants of each half, the first one first.

    NaN where a commune has none, or is counted in another since: that may be on the other side.
    """
    found = over(parts_of(writer.sources, f"population_{year}"), halved.sides)
    people = found["value"].where(found["merged"] == 0)
    return people[list(halved.line.sides)]


def _fact(writer: Writer, halved: Halved, side: str, key: str, period: str, value: float) -> Fact:
    """A number of a half: of inhabitants, from their files and those that say its communes."""
    unit = "percent" if key.startswith("growth") else "inhabitants"
    files = {
        file for year in period.split("-") for file in writer.measured(f"population_{year}").files
    }
    place = f"{writer.territory.here}:{side}"
    return Fact(key, place, period, value, unit, tuple(sorted(files.union(halved.files))))


def _living(writer: Writer, halved: Halved) -> Iterator[Sentence]:
    """Which half has more people in the last year that both are known."""
    year = PERIODS[-1][-1]
    people = _people(writer, halved, year)
    if people.isna().any():
        yield _unknown(writer, year)
        return
    first, second = (float(value) for value in people)
    way = direction(first, second, max(first, second) * CENSUS_PRECISION_PCT / 100)
    communes = halved.sides.value_counts()[list(halved.line.sides)]
    here, there = halved.sides_told
    phrase = Phrase(
        f"portrait.sides.{BESIDE[way]}",
        place=writer.around.name,
        centre=halved.centre,
        year=year,
        facing=int(first),
        away=int(second),
        here=here,
        there=there,
        facing_communes=Phrase("count.commune", n=int(communes.iloc[0])),
        away_communes=Phrase("count.commune", n=int(communes.iloc[1])),
    )
    facts = [
        *(
            _fact(writer, halved, str(side), f"population_{year}", str(year), float(value))
            for side, value in people.items()
        ),
        *(
            replace(
                _count(writer, halved, "communes", float(n)),
                place=f"{writer.territory.here}:{side}",
            )
            for side, n in communes.items()
        ),
        *_limits(writer, halved),
    ]
    yield Sentence(COMPARISON, phrase, tuple(facts))


def _changed(
    writer: Writer, halved: Halved, change: pd.Series, start: int, end: int
) -> Iterator[Sentence]:
    """Change of both halves, and which is ahead."""
    if change.isna().any():
        before = _people(writer, halved, start)
        yield _unknown(writer, start if before.isna().any() or (before == 0).any() else end)
        return
    first, second = (float(value) for value in change)
    here, there = halved.sides_told
    phrase = Phrase(
        f"portrait.sides_changed.{BESIDE[_way(change)]}",
        place=writer.around.name,
        start=start,
        end=end,
        facing=first,
        away=second,
        here=here,
        there=there,
    )
    facts = (*_changes(writer, halved, change, start, end), *_limits(writer, halved))
    yield Sentence(COMPARISON, phrase, facts)


def _change(writer: Writer, halved: Halved, start: int, end: int) -> pd.Series:
    """Change of the inhabitants of each half in %; NaN where it is not known."""
    before, after = (_people(writer, halved, year) for year in (start, end))
    return 100 * (after - before) / before.where(before > 0)


def _way(change: pd.Series) -> int:
    """Whether the first half is ahead, behind, or neither by more than the censuses tell."""
    return direction(float(change.iloc[0]), float(change.iloc[1]), 2 * CENSUS_PRECISION_PCT)


def _changes(
    writer: Writer, halved: Halved, change: pd.Series, start: int, end: int
) -> Iterator[Fact]:
    key, period = f"growth_{start}_{end}", f"{start}-{end}"
    for side, value in change.items():
        yield _fact(writer, halved, str(side), key, period, float(value))


def _limits(writer: Writer, halved: Halved) -> Iterator[Fact]:
    """Where the line cuts, or which way its halves are, if a number says it."""
    if halved.line.kind in DECIMALS:
        yield _count(writer, halved, "line.limit", halved.limit)
    yield from _bearings(writer, halved)


def _otherwise(writer: Writer, halved: Halved, own: pd.Series) -> Iterator[Sentence]:
    """Whether another line turns the answer, over the last period; and those not drawn, and why.

    One does where it parts halves that change alike, or fails to part those that do not; a straight
    one that is turned does too where the other half is ahead. The sentence says which is asked.
    """
    start, end = PERIODS[-1]
    told: dict[bool, list[Phrase]] = {True: [], False: []}
    untried: list[Phrase] = []
    facts: list[Fact] = []
    untold: list[Fact] = []
    asked = "named"
    for line in halved.line.others:
        other = Halved(writer.territory, writer.sources, line)
        change = None if other.obstacle else _change(writer, other, start, end)
        if change is None or change.isna().any():
            untried.append(_untried(other))
            untold += [*_of_obstacle(writer, other), *_bearings(writer, other)]
            continue
        signed = line.kind == halved.line.kind == STRAIGHT
        asked = STRAIGHT if signed else asked
        told[_turns(own, change, signed=signed)].append(_told(line, change))
        facts += [*_changes(writer, other, change, start, end), *_bearings(writer, other)]
    if facts:
        how = "some" if told[True] and told[False] else "all" if told[True] else "none"
        said = {"turned": told[True], "same": told[False]}
        phrase = Phrase(
            f"portrait.other_lines.{how}",
            start=start,
            end=end,
            asked=Phrase(f"portrait.asked.{asked}"),
            **{name: listed for name, listed in said.items() if listed},
        )
        yield Sentence(COMPARISON, phrase, tuple(facts))
    if untried:
        key = f"portrait.untried.{'some' if facts else 'all'}"
        phrase = Phrase(key, place=writer.around.name, lines=untried, n=len(untried))
        yield Sentence(REFUSAL, phrase, tuple(untold))


def _turns(own: pd.Series, other: pd.Series, *, signed: bool) -> bool:
    """Whether another line answers otherwise; of two straight ones, which half is ahead counts."""
    here, there = _way(own), _way(other)
    return here != there if signed else (here == 0) != (there == 0)


def _told(line: Line, change: pd.Series) -> Phrase:
    """The halves of another line, and their changes."""
    first, second = line.names.values()
    here, there = (float(value) for value in change)
    return Phrase("portrait.other_line", first=first, second=second, here=here, there=there)


def _untried(other: Halved) -> Phrase:
    """The halves that another line would have, and why it has none to compare."""
    first, second = other.line.names.values()
    why = Phrase(f"portrait.untried.{other.obstacle or 'no_people'}", **other.refusal.given)
    return Phrase("portrait.untried_line", first=first, second=second, why=why)


def _bearings(writer: Writer, halved: Halved) -> Iterator[Fact]:
    """Which way the halves of a straight line are, where a number says it."""
    return (_count(writer, halved, "line.bearing", way) for way in halved.line.bearings)


def _unknown(writer: Writer, year: int) -> Sentence:
    phrase = Phrase("portrait.refused.side", what=Name(f"indicator.population_{year}"))
    return Sentence(REFUSAL, phrase, (writer.count("communes", writer.around.size, str(year)),))
