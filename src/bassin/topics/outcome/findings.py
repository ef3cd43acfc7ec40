"""Checks of the sentences that the chapter on the outcome draws from its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import TypeVar

import pandas as pd

from bassin.choices import years_of
from bassin.indicators.stats import how_many, total
from bassin.places import membership
from bassin.read import urssaf
from bassin.topics.gathered import Topics
from bassin.topics.outcome import national
from bassin.topics.outcome.facts import INDUSTRY_SHARE, JUMP
from bassin.topics.outcome.jobs_facts import WELL_ABOVE
from bassin.topics.outcome.local import CITIES, COUNT, COUNTS, LOST, SPLITS
from bassin.topics.tried import (
    ARITHMETIC,
    COUNTED,
    ORDER,
    Tried,
    above,
    below,
    trial,
    tried,
    within,
)
from bassin.topics.waves.local import ROUNDED

#: What some zones are called: a name, or how many they are.
Zones = TypeVar("Zones", str, int)
#: First and last years that the whole time, the lost decade and the time since may have.
FIRSTS, LASTS = range(1998, JUMP + 1), range(2020, 2024)
#: First years before the series of the zone jumps.
BEFORE_JUMP = range(1998, JUMP)
LOST_FROM, LOST_TO = range(2006, 2011), range(2015, 2020)
SINCE, UNTIL = range(2016, 2020), range(2021, 2024)
#: Years that industries and private jobs are counted in.
YEARS = (2019, 2022, 2023, 2024)
#: Share of places, in %, at either end of which a place stands out.
OUT = 10.0


def _zones(study: Topics) -> dict[str, Sequence[str]]:
    """Zones that the one of the territory may be set beside, by what they are called."""
    outcome = study.outcome
    here, jobs = outcome.zone, outcome.jobs
    mainland = [zone for zone in national.mainland(jobs).index if zone != here]
    return {
        "all_zones": [zone for zone in jobs.index if zone != here],
        "mainland": mainland,
        **{f"alike_{count}": near for count, near in _alike(study).items()},
    }


def _alike(study: Topics) -> dict[int, list[str]]:
    """The zones most alike, by how many."""
    traits, zone = national.traits(study.sources), study.outcome.zone
    return {count: national.nearest(traits, zone, count) for count in COUNTS}


def _coal(study: Topics) -> dict[str, list[str]]:
    """Coal zones, with those around a large city and without."""
    coal = study.outcome.others_of_coal
    return {"coal_zones": coal, "coal_but_cities": [zone for zone in coal if zone not in CITIES]}


def _place(change: pd.Series, here: str, others: Sequence[str]) -> float:
    """Share of some zones and the one itself that did no better than it, in %."""
    return 100 * float((change[list(others)] <= change[here]).mean())


def _ahead(change: pd.Series, here: str, others: Sequence[str]) -> float:
    """Change of a zone less the median of others, in points."""
    return float(change[here] - change[list(others)].median())


def _gaps(
    study: Topics, firsts: Iterable[int], lasts: Iterable[int], zones: Mapping[Zones, Sequence[str]]
) -> dict[tuple[int, int, Zones], float]:
    """Change of the zone less the median of others, by first year, last year and which others."""
    outcome = study.outcome
    return {
        (first, last, name): _ahead(outcome.change(first, last), outcome.zone, others)
        for first, last, (name, others) in product(firsts, lasts, zones.items())
    }


@trial("outcome-stands-out")
def stands_out(study: Topics) -> Tried:
    """Alès is not at either end of the zones, over the whole time."""
    outcome, zones = study.outcome, _zones(study)
    places = {
        (first, last, name): _place(outcome.change(first, last), outcome.zone, others)
        for first, last, (name, others) in product(FIRSTS, LASTS, zones.items())
    }
    names = ["start", "end", "zones"]
    return tried(places, names, (1998, 2023, "all_zones"), within(OUT, 100 - OUT), ORDER)


@trial("outcome-coal")
def coal(study: Topics) -> Tried:
    """It did better than most coal zones, from before the jump of its series."""
    gaps = _gaps(study, BEFORE_JUMP, LASTS, _coal(study))
    return tried(gaps, ["start", "end", "zones"], (1998, 2023, "coal_zones"), above(0), COUNTED)


@trial("outcome-alike")
def alike(study: Topics) -> Tried:
    """It did better than most zones alike, from before the jump of its series."""
    gaps = _gaps(study, BEFORE_JUMP, LASTS, _alike(study))
    return tried(gaps, ["start", "end", "alike"], (1998, 2023, COUNT), above(0), COUNTED)


@trial("outcome-jump")
def from_the_jump(study: Topics) -> Tried:
    """Counted from the year of the jump it did worse than most coal zones and zones alike."""
    zones = {**_coal(study), **{f"alike_{count}": near for count, near in _alike(study).items()}}
    gaps = _gaps(study, [JUMP], LASTS, zones)
    return tried(gaps, ["start", "end", "zones"], (JUMP, 2023, "coal_zones"), below(0), COUNTED)


@trial("outcome-lost")
def lost(study: Topics) -> Tried:
    """It lost jobs around 2008 to 2018."""
    outcome = study.outcome
    changes = {
        (first, last): outcome.change(first, last)[outcome.zone]
        for first, last in product(LOST_FROM, LOST_TO)
    }
    return tried(changes, ["start", "end"], LOST, below(0), COUNTED)


@trial("outcome-lost-alike")
def lost_alike(study: Topics) -> Tried:
    """The median of the zones most like it lost jobs too."""
    outcome, zones = study.outcome, _alike(study)
    changes = {
        (first, last, count): float(outcome.change(first, last)[others].median())
        for first, last, (count, others) in product(LOST_FROM, LOST_TO, zones.items())
    }
    return tried(changes, ["start", "end", "alike"], (*LOST, COUNT), below(0), COUNTED)


@trial("outcome-lost-more")
def lost_more(study: Topics) -> Tried:
    """It lost more than the median of the zones most like it."""
    gaps = _gaps(study, LOST_FROM, LOST_TO, _alike(study))
    return tried(gaps, ["start", "end", "alike"], (*LOST, COUNT), below(0), COUNTED)


@trial("outcome-since")
def since(study: Topics) -> Tried:
    """It has grown faster than most zones since, by salaried jobs and by private ones."""
    outcome, zones = study.outcome, _zones(study)
    private = urssaf.totals(study.sources, "ze")
    salaried = _gaps(study, SINCE, UNTIL, zones)
    gaps = {("salaried", *window): gap for window, gap in salaried.items()}
    for first, last, (name, others) in product(SINCE, UNTIL, zones.items()):
        change = 100 * (private[last] / private[first] - 1)
        known = [zone for zone in others if zone in change.index]
        gaps["private", first, last, name] = _ahead(change, outcome.zone, known)
    names = ["jobs", "start", "end", "zones"]
    return tried(gaps, names, ("salaried", 2018, 2023, "all_zones"), above(0), COUNTED)


@trial("outcome-ordinary")
def ordinary(study: Topics) -> Tried:
    """More than a tenth of the zones alike drift as far from their mean as it does."""
    table = study.outcome.counterparts()
    shares = (100 * table["placebos"] / table["of"]).to_dict()
    return tried(shares, ["until"], SPLITS[1], above(OUT), ORDER)


@trial("jobs-own-totals")
def own_totals(study: Topics) -> Tried:
    """The printed growth is not that of the totals, as printed and as revised since."""
    changes, later = study.waves.changes(), study.waves.gaps()["later"]
    row = changes.loc[("jobs_total", "2018\N{EN DASH}2022")]
    grown = {
        "printed": row["recomputed"],
        "revised": float(100 * (later[2022] / later[2018] - 1)),
    }
    less = {name: value - row["printed"] for name, value in grown.items()}
    return tried(less, ["vintage"], "printed", above(0.5), ARITHMETIC)


@trial("jobs-follow")
def follow(study: Topics) -> Tried:
    """Of the printed changes, all but the one that is wrong and one rounding follow."""
    verdicts = study.waves.changes()["verdict"]
    return tried(
        {"printed": how_many(verdicts != ROUNDED)},
        ["vintage"],
        "printed",
        within(2, 2),
        ARITHMETIC,
    )


@trial("industry-less")
def less(study: Topics) -> Tried:
    """Industry has a smaller share of jobs than in France, in the zone and the agglomeration."""
    share = study.employment.share_of_industry
    zone = [study.employment.zone]
    gaps = {("zone", "private", year): share(year, zone) - share(year) for year in YEARS}
    every = study.peers.standing([INDUSTRY_SHARE]).at[INDUSTRY_SHARE, "here"]
    france = study.selected.published_at(INDUSTRY_SHARE, "france", membership.FRANCE)
    gaps["agglomeration", "all", 2022] = every - france
    printed = study.waves.shares()["printed"]
    gaps["agglomeration", "printed", 2022] = printed[2022] - share(2022)
    return tried(gaps, ["perimeter", "jobs", "year"], ("zone", "private", 2022), below(0), COUNTED)


@trial("industry-shrank")
def shrank(study: Topics) -> Tried:
    """By figure 1.1 industry lost jobs in each period up to 2022, and over the whole."""
    rows = study.waves.changes().loc["jobs_industry"]
    changes = rows["recomputed"].to_dict()
    whole = "2008\N{EN DASH}2022"
    changes[whole] = 100 * (rows["end"].iloc[-1] / rows["start"].iloc[0] - 1)
    return tried(changes, ["period"], whole, below(0), ARITHMETIC)


@trial("industry-grew")
def grew(study: Topics) -> Tried:
    """Industry gained jobs between any two years since 2019, in the zone and in France."""
    windows = study.employment.windows()
    places = {"zone": windows["zone_pct"], "france": windows["france_pct"]}
    changes = {
        (str(window), place): change
        for place, column in places.items()
        for window, change in column.items()
    }
    return tried(changes, ["period", "place"], (str(windows.index[2]), "zone"), above(0), COUNTED)


def _least_quotient(study: Topics, codes: Sequence[str]) -> dict[tuple[str, int], float]:
    """The least location quotient of some industries, by source and year."""
    employment = study.employment
    found: dict[tuple[str, int], float] = {}
    for year in YEARS:
        here, france = (employment.by_industry(year, zones) for zones in ([employment.zone], None))
        shares = here / total(here) / (france / total(france))
        found["private", year] = float(shares[list(codes)].min())
    for year in years_of(employment.flores.columns):
        jobs = employment.flores[year].astype(float)
        here, france = jobs.loc[employment.zone], total(jobs.groupby("industry"))
        shares = here / total(here) / (france / total(france))
        found["salaried", int(year)] = float(shares[list(codes)].min())
    return found


@trial("industry-special")
def special(study: Topics) -> Tried:
    """The least of the quotients of four industries is well above that of France."""
    least = _least_quotient(study, ["CE", "CB", "CJ", "CK"])
    return tried(least, ["jobs", "year"], ("private", YEARS[-1]), above(WELL_ABOVE), COUNTED)


@trial("industry-diverse")
def diverse(study: Topics) -> Tried:
    """More industries, of equal size, than in the middle zone."""
    less = {}
    for year in YEARS:
        ranks = study.employment.diversity(year)
        less[year] = float(ranks[study.employment.zone] - ranks.median())
    return tried(less, ["year"], YEARS[-1], above(0), COUNTED)
