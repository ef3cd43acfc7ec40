"""Sentences that count communes: masked ones, those short of doctors, those under a plan."""

from __future__ import annotations

from collections.abc import Iterator

from bassin.availability import SECRET
from bassin.indicators.stats import how_many
from bassin.phrase import Phrase
from bassin.topics.health.access import UNDERSERVED
from bassin.topics.portrait.sentences import LEVEL, Sentence
from bassin.topics.portrait.writer import Writer, family, period_of, years_of

#: What has a sentence of its own where no commune, or each one, is counted.
NONE_OR_ALL = ("underserved_communes", "planned")
#: Share of a commune that a plan covers: all or nothing.
COVERED = 100


def masked(writer: Writer, key: str) -> Iterator[Sentence]:
    """How many communes have a masked value."""
    if writer.measured(key).absent:
        return  # its value is refused
    parts = writer.parts(key)
    hidden = how_many(parts["status"] == SECRET)
    if hidden:
        yield _counting(writer, f"masked.{family(key)}", key, hidden)


def underserved(writer: Writer, key: str) -> Iterator[Sentence]:
    """How many communes have less access than the threshold."""
    values = None if writer.measured(key).absent else writer.parts(key)["value"]
    if values is None or values.isna().any():
        return  # the value of all of it is refused, or said to be of a part: so would the count be
    under = how_many(values < UNDERSERVED)
    yield _counting(writer, "underserved_communes", key, under, threshold=UNDERSERVED)


def planned(writer: Writer, key: str) -> Iterator[Sentence]:
    """How many communes a prevention plan covers."""
    values = None if writer.measured(key).absent else writer.parts(key)["value"]
    if values is None or values.isna().any():
        yield writer.refused(key)
        return
    yield _counting(writer, "planned", key, how_many(values == COVERED))


def _counting(writer: Writer, what_for: str, key: str, counted: int, **told: object) -> Sentence:
    """A number of communes, of all: none, one, some, or each of them."""
    found = writer.measured(key)
    of = writer.around.size
    about = found.about
    how = ".none" if counted == 0 else ".all" if counted == of else ""
    phrase = Phrase(
        f"portrait.{what_for}{how if what_for in NONE_OR_ALL else ''}",
        n=counted,
        of=of,
        place=writer.around.name,
        period=period_of(about),
        **told,
    )
    period = years_of(about)
    facts = [
        writer.count(f"{key}.{what_for}", counted, period, *found.files),
        writer.count("communes", of, period),
        *(
            writer.count(f"{key}.{name}", float(value), period, *found.files)
            for name, value in told.items()
            if isinstance(value, float)
        ),
    ]
    return Sentence(LEVEL, phrase, tuple(facts))
