"""Sentences on inhabitants: how many, since when, by births or by arrivals."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bassin.indicators.stats import direction, how_many, total
from bassin.phrase import Phrase
from bassin.topics.population.balance import NIL_PCT_A_YEAR
from bassin.topics.population.counted import censuses
from bassin.topics.population.history import CENSUS_PRECISION_PCT
from bassin.topics.portrait.sentences import CHANGE, LEVEL, REFUSAL, Fact, Sentence
from bassin.topics.portrait.writer import BECAME, Writer

#: Census the portrait begins with, that after which France grew as now, and the last one.
OLDEST, SINCE, LATEST = 1876, 1968, 2023
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


def of_size(_writer: Writer) -> Iterator[Sentence]:
    """That no file at hand counts the people of households."""
    yield Sentence(REFUSAL, Phrase("portrait.refused.size"))


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
