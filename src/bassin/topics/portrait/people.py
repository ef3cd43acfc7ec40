"""Sentences on inhabitants: how many, since when, by births or by arrivals, on which side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

import numpy as np
import pandas as pd

from bassin.errors import TerritoryError
from bassin.indicators.aggregate import over
from bassin.indicators.stats import direction, how_many, total
from bassin.phrase import Name, Phrase
from bassin.places.names import PlaceName
from bassin.places.territory import AWAY, FACING, parted
from bassin.topics.national import parts_of
from bassin.topics.population.balance import NIL_PCT_A_YEAR
from bassin.topics.population.counted import censuses
from bassin.topics.population.history import CENSUS_PRECISION_PCT
from bassin.topics.portrait.sentences import CHANGE, COMPARISON, LEVEL, REFUSAL, Fact, Sentence
from bassin.topics.portrait.writer import BECAME, BESIDE, Writer

#: Census the portrait begins with, that after which France grew as now, and the last one.
OLDEST, SINCE, LATEST = 1876, 1968, 2023
#: Periods over which the sides of a territory are compared.
OF_SIDES = ((1968, 1999), (1999, 2020))
#: Fewest communes of a side that is told of.
FEWEST = 5
#: Which balance outweighs the other.
SIGNS = {1: "gain", -1: "loss", 0: "even"}
#: A rate of the balance is even within this, in thousandths a year.
EVEN = 10 * NIL_PCT_A_YEAR


def sentences(writer: Writer) -> Iterator[Sentence]:
    """Of the section on population."""
    yield from _latest(writer)
    yield from _since(writer, OLDEST)
    yield from _grown(writer)
    yield from writer.compare("growth_2013_2023")
    yield from _balance(writer)
    yield from writer.compare("migratory_balance")


def _latest(writer: Writer) -> Iterator[Sentence]:
    key = f"population_{LATEST}"
    here = writer.fact(key)
    if here is None:
        yield writer.refused(key)
        return
    phrase = Phrase(
        "portrait.people", place=writer.around.name, people=int(here.value), year=LATEST
    )
    yield Sentence(LEVEL, phrase, (here,))


def _counted(writer: Writer, year: int) -> float:
    """Inhabitants of a census of the long series; NaN where a commune has none."""
    people = censuses(writer.sources)[year].reindex(writer.territory.codes)
    return float(total(people))


def _way(before: float, after: float) -> int:
    """Whether inhabitants rose or fell by more than a census tells."""
    return direction(after, before, before * CENSUS_PRECISION_PCT / 100)


def _since(writer: Writer, year: int) -> Iterator[Sentence]:
    """Then and now, in numbers."""
    before, now = _counted(writer, year), writer.fact(f"population_{LATEST}")
    if not np.isfinite(before):
        people = censuses(writer.sources)[year].reindex(writer.territory.codes)
        lost = how_many(people.isna())
        phrase = Phrase("portrait.refused.uncounted", year=year, count=lost, of=writer.around.size)
        counts = (
            writer.count("uncounted", lost, str(year)),
            writer.count("communes", writer.around.size, str(year)),
        )
        yield Sentence(REFUSAL, phrase, counts)
        return
    if now is None:
        return  # refused above
    files = writer.measured(f"population_{SINCE}").files  # every census of the series is there
    then = Fact(f"population_{year}", now.place, str(year), before, now.unit, files)
    phrase = Phrase(
        f"portrait.people.{BECAME[_way(before, now.value)]}",
        place=writer.around.name,
        start=year,
        before=int(before),
        end=LATEST,
        after=int(now.value),
    )
    yield Sentence(CHANGE, phrase, (then, now))


def _grown(writer: Writer) -> Iterator[Sentence]:
    """Growth since 1968, its sign in the verb alone."""
    keys = [f"population_{year}" for year in (SINCE, LATEST)]
    facts = [writer.fact(key) for key in keys]
    if facts[0] is None:
        yield writer.refused(keys[0])
    before, now = facts
    if before is None or now is None or before.value == 0:
        return
    pct = 100 * (now.value - before.value) / before.value
    way = _way(before.value, now.value)
    told = {"place": writer.around.name, "start": SINCE, "end": LATEST}
    size = {} if way == 0 else {"pct": abs(pct)}
    grown = Fact(
        f"growth_{SINCE}_{LATEST}",
        now.place,
        f"{SINCE}-{LATEST}",
        pct,
        "percent",
        tuple(sorted({*before.files, *now.files})),
    )
    phrase = Phrase(f"portrait.grown.{BECAME[way]}", **told, **size)
    yield Sentence(CHANGE, phrase, (grown, before, now))


def _balance(writer: Writer) -> Iterator[Sentence]:
    """Births against deaths and arrivals against departures, the signs in the verbs alone."""
    keys = ("natural_balance", "migratory_balance")
    facts = [writer.fact(key) for key in keys]
    if facts[0] is None:
        yield writer.refused(keys[0])
    natural, moves = facts
    if natural is None or moves is None:
        return
    signs = [SIGNS[direction(fact.value, 0.0, EVEN)] for fact in (natural, moves)]
    start, _, end = natural.period.partition("-")
    phrase = Phrase(
        f"portrait.balance.{signs[0]}_{signs[1]}",
        place=writer.around.name,
        start=int(start),
        end=int(end),
        natural=abs(natural.value),
        moves=abs(moves.value),
    )
    yield Sentence(LEVEL, phrase, (natural, moves))


# -- Sides ------------------------------------------------------------------------------------


def of_sides(writer: Writer) -> Iterator[Sentence]:
    """Of the two sides of the line through the centre: who lives there, and how they changed."""
    sides = None
    with suppress(TerritoryError):
        sides = writer.territory.sides()
    if sides is None:
        yield Sentence(REFUSAL, Phrase("portrait.no_outline", place=writer.around.name))
    elif not parted(sides):
        yield Sentence(REFUSAL, Phrase("portrait.no_sides", place=writer.around.name))
    elif sides[sides.isin([FACING, AWAY])].value_counts().min() < FEWEST:
        few = Phrase("portrait.few_on_a_side", place=writer.around.name, floor=FEWEST)
        yield Sentence(REFUSAL, few, (writer.count("communes.floor", FEWEST, str(LATEST)),))
    else:
        yield from _living(writer, sides)
        for start, end in OF_SIDES:
            yield from _by_side(writer, sides, start, end)


def _people_by_side(writer: Writer, sides: pd.Series, year: int) -> pd.Series:
    """Inhabitants of each side; NaN where a commune has none, or is counted in another since."""
    found = over(parts_of(writer.sources, f"population_{year}"), sides)
    # The other may be on the other side.
    return found["value"].where(found["merged"] == 0)


def _fact_of_side(side: str, writer: Writer, key: str, period: str, value: float) -> Fact:
    unit = "percent" if key.startswith("growth") else "inhabitants"
    years = period.split("-")
    files = {file for year in years for file in writer.measured(f"population_{year}").files}
    place = f"{writer.territory.here}:{side}"
    return Fact(key, place, period, value, unit, tuple(sorted(files)))


def _centre(writer: Writer) -> PlaceName:
    return writer.around.commune_name(writer.territory.centre)


def _living(writer: Writer, sides: pd.Series) -> Iterator[Sentence]:
    """Which side has more people in the last year that both are known."""
    year = OF_SIDES[-1][-1]
    people = _people_by_side(writer, sides, year)[[FACING, AWAY]]
    if people.isna().any():
        yield _unknown(writer, year)
        return
    facing, away = (float(people[side]) for side in (FACING, AWAY))
    way = direction(facing, away, max(facing, away) * CENSUS_PRECISION_PCT / 100)
    communes = sides.value_counts()
    phrase = Phrase(
        f"portrait.sides.{BESIDE[way]}",
        place=writer.around.name,
        centre=_centre(writer),
        year=year,
        facing=int(facing),
        away=int(away),
        facing_communes=Phrase("count.commune", n=int(communes[FACING])),
        away_communes=Phrase("count.commune", n=int(communes[AWAY])),
    )
    facts = [
        _fact_of_side(side, writer, f"population_{year}", str(year), value)
        for side, value in ((FACING, facing), (AWAY, away))
    ]
    counts = [
        Fact("communes", f"{writer.territory.here}:{side}", "2023", float(communes[side]))
        for side in (FACING, AWAY)
    ]
    yield Sentence(COMPARISON, phrase, (*facts, *counts))


def _by_side(writer: Writer, sides: pd.Series, start: int, end: int) -> Iterator[Sentence]:
    """Change of both sides, and which is ahead."""
    before, after = (_people_by_side(writer, sides, year) for year in (start, end))
    both: Sequence[str] = [FACING, AWAY]
    if before[both].isna().any() or after[both].isna().any() or (before[both] == 0).any():
        yield _unknown(writer, start if before[both].isna().any() else end)
        return
    change = 100 * (after[both] - before[both]) / before[both]
    facing, away = (float(change[side]) for side in both)
    way = direction(facing, away, 2 * CENSUS_PRECISION_PCT)
    phrase = Phrase(
        f"portrait.sides_changed.{BESIDE[way]}",
        place=writer.around.name,
        centre=_centre(writer),
        start=start,
        end=end,
        facing=facing,
        away=away,
    )
    facts = tuple(
        _fact_of_side(side, writer, f"growth_{start}_{end}", f"{start}-{end}", value)
        for side, value in ((FACING, facing), (AWAY, away))
    )
    yield Sentence(COMPARISON, phrase, facts)


def _unknown(writer: Writer, year: int) -> Sentence:
    phrase = Phrase("portrait.refused.side", what=Name(f"indicator.population_{year}"))
    return Sentence(REFUSAL, phrase, (writer.count("communes", writer.around.size, str(year)),))
