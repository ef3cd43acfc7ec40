"""Checks of the sentences on the list of claims and on the raw files themselves.

What the verdicts are is told by the list of claims, which the build holds them to.
"""

from __future__ import annotations

import pandas as pd

from bassin.files.manifest import TYPED
from bassin.indicators.stats import how_many, total
from bassin.read import printed
from bassin.topics.gathered import Topics
from bassin.topics.tried import ARITHMETIC, COUNTED, Tried, above, trial, tried, within
from bassin.verdict import (
    COMPATIBLE,
    CONFIRMED,
    CONSISTENT,
    CONTRADICTED,
    DIFFERS,
    NOT_COMPATIBLE,
    NOT_OBTAINED,
    SUPPORTED,
    UNTESTED,
)

#: Shares, in %, from which something is most, and nearly all.
MOST, NEARLY_ALL = 50.0, 95.0
#: Verdicts that hold and do not: of data, of sources outside the text as well, of the text too.
ON_DATA = ((CONFIRMED, COMPATIBLE), (DIFFERS, NOT_COMPATIBLE))
OUTSIDE = ((*ON_DATA[0], SUPPORTED), ON_DATA[1])
ANYTHING = ((*OUTSIDE[0], CONSISTENT), (*ON_DATA[1], CONTRADICTED))
#: Chapters, of the list of claims, that rest on interviews and archives.
TOLD = ("waves", "instruments", "ecosystem")
#: Claims on the prize and on the meetings, of which the text says two things.
TWICE = ("eco-prize-year", "eco-meetings-2016")
#: Raw files as their publisher put them out, in its container or another; where copies were found.
PUBLISHED, HOST = ("raw", "reshaped"), "github"
#: Incomes that two files have, and the rounding of a number published to a tenth.
INCOMES, TENTH = ("median_income_2021", "poverty_rate_2021"), 0.05


def _verdicts(study: Topics) -> pd.Series:
    return printed.claims(study.sources, study.epci)["expected"]


def _share(verdicts: pd.Series, of: tuple[str, ...], among: tuple[str, ...]) -> float:
    """Share (%) of claims of some verdicts among those of others and these."""
    part = how_many(verdicts.isin(of))
    return 100 * part / (part + how_many(verdicts.isin(among)))


@trial("audit-most-hold")
def hold(study: Topics) -> Tried:
    """Most claims that are tested hold: by data, by sources besides, by the text too."""
    verdicts = _verdicts(study)
    bases = {"on_data": ON_DATA, "outside_text": OUTSIDE, "anything": ANYTHING}
    shares = {name: _share(verdicts, *both) for name, both in bases.items()}
    return tried(shares, ["evidence"], "on_data", above(MOST), COUNTED)


@trial("audit-most-untested")
def untested(study: Topics) -> Tried:
    """Most claims are tested by nothing."""
    verdicts = _verdicts(study)
    share = 100 * how_many(verdicts.isin(UNTESTED)) / len(verdicts)
    return tried({"every": share}, ["evidence"], "every", above(MOST), COUNTED)


@trial("audit-text-agrees")
def agrees(study: Topics) -> Tried:
    """Most of what the text alone speaks of agrees with it."""
    share = _share(_verdicts(study), (CONSISTENT,), (CONTRADICTED,))
    return tried({"every": share}, ["evidence"], "every", above(MOST), COUNTED)


@trial("audit-two-numbers")
def numbers(study: Topics) -> Tried:
    """Most of what the text contradicts is a number or a date."""
    claims = printed.claims(study.sources, study.epci)
    kinds = claims.loc[claims["expected"] == CONTRADICTED, "kind"]
    share = 100 * how_many(kinds == "number") / len(kinds)
    return tried({"every": share}, ["evidence"], "every", above(MOST), COUNTED)


@trial("audit-most-obtainable")
def obtainable(study: Topics) -> Tried:
    """Most of what nothing tests waits for a public file."""
    verdicts = _verdicts(study)
    share = 100 * how_many(verdicts == NOT_OBTAINED) / how_many(verdicts.isin(UNTESTED))
    return tried({"every": share}, ["evidence"], "every", above(MOST), COUNTED)


@trial("audit-told-untested")
def told(study: Topics) -> Tried:
    """Three chapters have a larger number of claims that nothing tests than any other."""
    claims = printed.claims(study.sources, study.epci)
    counted = claims["expected"].isin(UNTESTED).groupby(claims["chapter"]).agg(how_many)
    more = float(counted[list(TOLD)].min() - counted.drop(list(TOLD)).max())
    return tried({"number": more}, ["measure"], "number", above(0), COUNTED)


@trial("audit-less-on-tolerance")
def tolerance(study: Topics) -> Tried:
    """Two readers agree less on a tolerance than on a verdict."""
    read = printed.second_reading(study.sources, study.epci)
    claims = printed.claims(study.sources, study.epci)["tolerance"]
    known = read[read["tolerance"].notna()]
    same = (known["tolerance"] == claims.reindex(known.index)).mean()
    gap = 100 * float((read["first"] == read["verdict"]).mean() - same)
    return tried({"every": gap}, ["evidence"], "every", above(0), COUNTED)


@trial("audit-words-unlisted")
def unlisted(study: Topics) -> Tried:
    """Most statements that a second reader found are in no row of the list."""
    found = printed.second_extraction(study.sources, study.epci)
    said = found[found["kind"] == "statement"]
    share = 100 * how_many(said["claim"] == "") / len(said)
    return tried({"every": share}, ["evidence"], "every", above(MOST), COUNTED)


@trial("eco-says-twice")
def twice(study: Topics) -> Tried:
    """The text contradicts itself on the prize and on the meetings."""
    held = how_many(_verdicts(study)[list(TWICE)] == CONTRADICTED)
    return tried({"printed": held}, ["vintage"], "printed", within(2, 2), ARITHMETIC)


@trial("instr-most-untested")
def instruments(study: Topics) -> Tried:
    """Most claims on the instruments are tested by nothing; so are most of their dates."""
    claims = printed.claims(study.sources, study.epci)
    own = claims[claims["chapter"] == "instruments"]
    shares = {
        name: 100 * float(rows["expected"].isin(UNTESTED).mean())
        for name, rows in (("every", own), ("dates", own[own["unit"] == "year"]))
    }
    return tried(shares, ["evidence"], "dates", above(MOST), COUNTED)


@trial("files-published")
def published(study: Topics) -> Tried:
    """Most raw files hold what their publisher put out: by number and by bytes."""
    manifest = study.sources.manifest
    sizes = manifest["bytes"].astype(float)
    of = manifest["status"].isin(PUBLISHED)
    shares = {
        "number": 100 * float(of.mean()),
        "bytes": 100 * float(total(sizes[of]) / total(sizes)),
    }
    return tried(shares, ["measure"], "number", above(MOST), COUNTED)


@trial("files-found-elsewhere")
def elsewhere(study: Topics) -> Tried:
    """Nearly all copies were found in public code repositories: by number and by bytes."""
    manifest = study.sources.manifest
    copies = manifest[manifest["status"] != TYPED]
    sizes, found = copies["bytes"].astype(float), copies["obtained_from"].str.startswith(HOST)
    shares = {
        "number": 100 * float(found.mean()),
        "bytes": 100 * float(total(sizes[found]) / total(sizes)),
    }
    return tried(shares, ["measure"], "number", above(NEARLY_ALL), COUNTED)


@trial("files-incomes-twice")
def incomes(study: Topics) -> Tried:
    """Incomes of two files are the same number, over all EPCI that both have."""
    widest = study.measured_twice["gap_widest"]
    gaps = {key: float(widest[f"indicator.{key}"]) for key in INCOMES}
    return tried(gaps, ["indicator"], INCOMES[0], within(-TENTH, TENTH), COUNTED)
