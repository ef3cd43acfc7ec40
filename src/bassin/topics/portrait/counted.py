"""Sentences that count: communes masked, short of doctors, under a plan; disasters by kind."""

from __future__ import annotations

from collections.abc import Iterator

from bassin.availability import SECRET
from bassin.indicators import catalogue
from bassin.indicators.stats import how_many
from bassin.phrase import Name, Phrase
from bassin.places.territory import FRANCE
from bassin.read import ccr
from bassin.topics.health.access import UNDERSERVED
from bassin.topics.measured import period_of, years_of
from bassin.topics.portrait.sentences import LEVEL, Fact, Sentence
from bassin.topics.portrait.writer import FAR, Writer, family
from bassin.topics.risk import kinds

#: Declared indicator whose years are those of the file of disasters.
FLOODS = "floods_per_commune"
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


def disasters(writer: Writer) -> Iterator[Sentence]:
    """How many disasters of each kind were recognised, in all and a commune, beside France."""
    about = catalogue.find(FLOODS)
    period, files = years_of(about), (ccr.DECREES,)
    table = kinds.beside(writer.sources, writer.territory)
    here = writer.territory.here
    struck = table[table["here"] > 0]
    far = writer.around.other(FAR, about.field)
    said = {"place": writer.around.name, "start": about.since, "end": about.until}
    if struck.empty:
        none = writer.count("disasters", 0, period, *files)
        yield Sentence(LEVEL, Phrase("portrait.disasters.none", **said), (none,))
        return
    told, facts = [], []
    for kind, row in struck.iterrows():
        n, mean, there = int(row["here"]), float(row[here]), float(row[FRANCE])
        numbers = {"kind": Name(kind), "n": n, "mean": mean, "far": far, "there": there}
        if whole := int(row["sweeping"]):
            told.append(Phrase("portrait.disaster.sweeping", whole=whole, **numbers))
            facts.append(writer.count(f"{kind}.sweeping", whole, period, *files))
        else:
            told.append(Phrase("portrait.disaster", **numbers))
        facts += [
            writer.count(f"{kind}.number", n, period, *files),
            writer.count(f"{kind}.mean", mean, period, *files),
            Fact(f"{kind}.mean", FRANCE, period, there, "", files),
        ]
    yield Sentence(LEVEL, Phrase("portrait.disasters", kinds=told, **said), tuple(facts))


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
