"""Sentences on the two halves of a place: who lives there, how they changed, and by other lines."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from bassin.indicators.aggregate import over
from bassin.indicators.stats import direction
from bassin.phrase import Name, Phrase
from bassin.topics.national import parts_of
from bassin.topics.population.history import CENSUS_PRECISION_PCT
from bassin.topics.portrait.halves import FEWEST, STRAIGHT, Halved, Line
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
        yield from _changed(writer, halved, start, end)
    yield from _otherwise(writer, halved)


def _refused(writer: Writer, halved: Halved) -> Sentence:
    """Why there are no halves to tell of."""
    told: dict[str, object] = {"place": writer.around.name}
    facts = []
    if halved.obstacle == "few_on_a_side":
        told["floor"] = FEWEST
        facts = [writer.count("communes.floor", FEWEST, DAY)]
    if halved.obstacle == "unsided":
        told |= {"count": halved.unsided, "of": writer.around.size}
        facts = [
            writer.count("communes.unsided", halved.unsided, DAY),
            writer.count("communes", writer.around.size, DAY),
        ]
    return Sentence(REFUSAL, Phrase(f"portrait.{halved.obstacle}", **told), tuple(facts))


def _line(writer: Writer, halved: Halved) -> Sentence:
    """Which line it is."""
    given = halved.told.given
    told = {name: given[name] for name in ("bearing", "limit") if name in given}
    facts = [writer.count(f"line.{name}", value, DAY) for name, value in told.items()]
    facts = facts or [writer.count("communes", writer.around.size, DAY)]
    phrase = Phrase("portrait.halves", line=halved.told, place=writer.around.name)
    return Sentence(LEVEL, phrase, tuple(facts))


def _people(writer: Writer, halved: Halved, year: int) -> pd.Series:
    """Inhabitants of each half, the first one first.

    NaN where a commune has none, or is counted in another since: that may be on the other side.
    """
    found = over(parts_of(writer.sources, f"population_{year}"), halved.sides)
    people = found["value"].where(found["merged"] == 0)
    return people[list(halved.line.sides)]


def _fact(writer: Writer, side: str, key: str, period: str, value: float) -> Fact:
    """A number of a half."""
    unit = "percent" if key.startswith("growth") else "inhabitants"
    files = {
        file for year in period.split("-") for file in writer.measured(f"population_{year}").files
    }
    place = f"{writer.territory.here}:{side}"
    return Fact(key, place, period, value, unit, tuple(sorted(files)))


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
            _fact(writer, str(side), f"population_{year}", str(year), float(value))
            for side, value in people.items()
        ),
        *(
            Fact("communes", f"{writer.territory.here}:{side}", DAY, float(n))
            for side, n in communes.items()
        ),
        *_limits(writer, halved),
    ]
    yield Sentence(COMPARISON, phrase, tuple(facts))


def _changed(writer: Writer, halved: Halved, start: int, end: int) -> Iterator[Sentence]:
    """Change of both halves, and which is ahead."""
    change = _change(writer, halved, start, end)
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
    facts = (*_changes(writer, change, start, end), *_limits(writer, halved))
    yield Sentence(COMPARISON, phrase, facts)


def _change(writer: Writer, halved: Halved, start: int, end: int) -> pd.Series:
    """Change of the inhabitants of each half in %; NaN where it is not known."""
    before, after = (_people(writer, halved, year) for year in (start, end))
    return 100 * (after - before) / before.where(before > 0)


def _way(change: pd.Series) -> int:
    """Whether the first half is ahead, behind, or neither by more than the censuses tell."""
    return direction(float(change.iloc[0]), float(change.iloc[1]), 2 * CENSUS_PRECISION_PCT)


def _changes(writer: Writer, change: pd.Series, start: int, end: int) -> Iterator[Fact]:
    for side, value in change.items():
        yield _fact(writer, str(side), f"growth_{start}_{end}", f"{start}-{end}", float(value))


def _limits(writer: Writer, halved: Halved) -> Iterator[Fact]:
    """Where the line cuts, if a number says it."""
    limit = halved.sides_told[0].given.get("limit")
    if limit is not None:
        yield writer.count("line.limit", float(limit), DAY)


def _otherwise(writer: Writer, halved: Halved) -> Iterator[Sentence]:
    """Whether another line turns the answer, over the last period.

    It does where it parts halves that change alike, or fails to part those that do not; a straight
    one that is turned does too where the other half is ahead.
    """
    start, end = PERIODS[-1]
    own = _change(writer, halved, start, end)
    if own.isna().any():
        return  # refused above
    told: dict[bool, list[Phrase]] = {True: [], False: []}
    facts: list[Fact] = []
    for line in halved.line.others:
        other = Halved(writer.territory, writer.sources, line)
        change = pd.Series(dtype=float) if other.obstacle else _change(writer, other, start, end)
        if change.empty or change.isna().any():
            continue
        ways = _way(own), _way(change)
        signed = line.kind == halved.line.kind == STRAIGHT
        turns = ways[0] != ways[1] if signed else (ways[0] == 0) != (ways[1] == 0)
        told[turns].append(_told(line, change))
        facts += _changes(writer, change, start, end)
    if not facts:
        phrase = Phrase("portrait.no_other_line", place=writer.around.name, floor=FEWEST)
        yield Sentence(REFUSAL, phrase, (writer.count("communes.floor", FEWEST, DAY),))
        return
    how = "some" if told[True] and told[False] else "all" if told[True] else "none"
    said = {"turned": told[True], "same": told[False]}
    phrase = Phrase(
        f"portrait.other_lines.{how}",
        start=start,
        end=end,
        **{name: listed for name, listed in said.items() if listed},
    )
    yield Sentence(COMPARISON, phrase, tuple(facts))


def _told(line: Line, change: pd.Series) -> Phrase:
    """The halves of another line, and their changes."""
    first, second = (Name(side) for side in line.sides)
    here, there = (float(value) for value in change)
    return Phrase("portrait.other_line", first=first, second=second, here=here, there=there)


def _unknown(writer: Writer, year: int) -> Sentence:
    phrase = Phrase("portrait.refused.side", what=Name(f"indicator.population_{year}"))
    return Sentence(REFUSAL, phrase, (writer.count("communes", writer.around.size, str(year)),))
