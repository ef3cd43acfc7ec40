"""Numbers that contested claims on population hang on, under every choice."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise, product

import pandas as pd

from bassin.indicators.stats import annual_rate_pct, how_many
from bassin.topics.gathered import Topics
from bassin.topics.named import ALES, CORSICA, GARD, LA_GRAND_COMBE
from bassin.topics.population.balance import BALANCE_YEARS, NIL_PCT_A_YEAR
from bassin.topics.population.checks import TURN, growth_of_departements
from bassin.topics.population.findings import KILOMETRES, LASTS, grown_pct, norths
from bassin.topics.population.history import (
    A_YEAR,
    CENSUS_PRECISION_PCT,
    COMPARED_CENSUSES,
    CYCLE,
    NORTH_KM,
    YEARLY,
    north_of,
    windows,
)
from bassin.topics.tried import COUNTED, NOT_GIVEN, Tried, above, below, trial, tried, within

#: Years about 2020 in which a town may be said to be back where it was.
ABOUT = range(2017, 2024)
#: First and last censuses between which a fall after the pits may be measured.
PITS_FROM, PITS_TO = (1968, 1975, 1982), (1990, 1999)
#: Years from which the 2000s may be counted, first censuses before them, last ones after.
TURNS, BEFORE, AFTER = (1999, 2006), (1968, 1975, 1982), (2011, 2016, 2021)
#: What a census may be good to, in %.
PRECISIONS = (0.0, CENSUS_PRECISION_PCT, 1.0)
#: First years of five that a growth may be counted over.
FIVE_FROM = range(2008, 2019)
#: What breaks a claim that something goes on without a break: one window.
UNBROKEN = within(0, 0)
RECENT = "-".join(map(str, BALANCE_YEARS))


@trial("claim-pop-fall-mines")
def fall(study: Topics) -> Tried:
    """Alès and La Grand-Combe lost inhabitants after the pits."""
    people = study.population.by_commune
    changes = {
        (code, start, end): grown_pct(people.loc[code], start, end)
        for code, start, end in product((ALES, LA_GRAND_COMBE), PITS_FROM, PITS_TO)
    }
    names = ["commune", "start", "end"]
    return tried(changes, names, (ALES, 1968, TURN), below(-CENSUS_PRECISION_PCT), COUNTED)


@trial("claim-pop-turn-2000s")
def turn(study: Topics) -> Tried:
    """The least yearly rate since the turn is over the most before it."""
    total = study.population.total
    rates = {
        (start, end): annual_rate_pct(total[start], total[end], end - start)
        for start, end in pairwise(COMPARED_CENSUSES)
    }
    gaps = {}
    for at, first, last in product(TURNS, BEFORE, AFTER):
        before = [rate for (start, end), rate in rates.items() if first <= start and end <= at]
        after = [rate for (start, end), rate in rates.items() if at <= start and end <= last]
        gaps[at, first, last] = min(after) - max(before)
    chosen = (TURN, BEFORE[0], AFTER[-1])
    return tried(gaps, ["turn", "start", "end"], chosen, above(A_YEAR), COUNTED)


@trial("claim-pop-ales-1968")
def back(study: Topics) -> Tried:
    """Alès is at its level of 1968, in the years about 2020."""
    town = study.population.by_commune.loc[ALES]
    changes = {year: grown_pct(town, 1968, year) for year in ABOUT}
    level = within(-CENSUS_PRECISION_PCT, CENSUS_PRECISION_PCT)
    return tried(changes, ["year"], 2020, level, COUNTED)


def _spans(years: pd.Index) -> dict[str, list[tuple[int, int]]]:
    """Windows that a break is looked for in: from census to census, of five years, and both."""
    every = windows(years)
    five = [span for span in every if span[0] >= YEARLY]
    between = list(pairwise(COMPARED_CENSUSES))
    return {"every_window": every, "census_to_census": between, "five_years": five}


def _rises(people: Mapping[object, pd.Series]) -> dict[tuple[object, str, float], float]:
    """In how many windows each of some places gains more than a census is good to."""
    rises = {}
    for (place, total), precision in product(people.items(), PRECISIONS):
        for name, spans in _spans(total.dropna().index).items():
            grown = pd.Series([grown_pct(total, *span) for span in spans])
            rises[place, name, precision] = float(how_many(grown > precision))
    return rises


@trial("claim-pop-grand-combe")
def grand_combe(study: Topics) -> Tried:
    """La Grand-Combe gained in no window."""
    rises = _rises({LA_GRAND_COMBE: study.population.by_commune.loc[LA_GRAND_COMBE]})
    chosen = (LA_GRAND_COMBE, "every_window", CENSUS_PRECISION_PCT)
    return tried(rises, ["commune", "windows", "precision"], chosen, UNBROKEN, COUNTED)


@trial("claim-pop-north-unbroken")
def unbroken(study: Topics) -> Tried:
    """The communes of the north gained in no window, wherever it begins."""
    chosen = (int(NORTH_KM), "every_window", CENSUS_PRECISION_PCT)
    rises = _rises(dict(norths(study).items()))
    return tried(rises, ["km", "windows", "precision"], chosen, UNBROKEN, COUNTED)


@trial("claim-pop-north")
def north(study: Topics) -> Tried:
    """The communes of the north lost inhabitants since 1968: together, and the middle one."""
    middles = study.territory.outlines.geometry.centroid
    changes = {}
    for km in KILOMETRES:
        codes = north_of(middles, study.territory.centre, km)
        each, whole = study.population.by_commune.loc[codes], study.population.together(codes)
        for last in LASTS:
            changes["together", km, last] = grown_pct(whole, 1968, last)
            middle = (100 * (each[last] / each[1968] - 1)).median()
            changes["middle_commune", km, last] = float(middle)
    names, chosen = ["measure", "km", "end"], ("together", int(NORTH_KM), 2020)
    return tried(changes, names, chosen, below(-CENSUS_PRECISION_PCT), COUNTED)


@trial("claim-pop-attractive-before")
def corsica(study: Topics) -> Tried:
    """Corsica draws more than any other region, by period."""
    gaps = {
        str(period): float(rates[CORSICA] - rates.drop(CORSICA).max())
        for period, rates in study.population.moves_of_regions.items()
    }
    return tried(gaps, ["period"], RECENT, above(A_YEAR), NOT_GIVEN)


@trial("claim-pop-natural")
def natural(study: Topics) -> Tried:
    """Births less deaths of the region are nil to a tenth of a percent, by period."""
    rates = study.population.natural(study.territory.in_region.removeprefix("REG-"))
    nil = within(-NIL_PCT_A_YEAR, NIL_PCT_A_YEAR)
    return tried(rates.to_dict(), ["period"], RECENT, nil, NOT_GIVEN)


@trial("claim-pop-gard-slower")
def slower(study: Topics) -> Tried:
    """The Gard grows more slowly than the slower of the two others, by period."""
    table = growth_of_departements(study)
    gaps = (table[GARD] - table.drop(columns=GARD).min(axis=1)).to_dict()
    return tried(gaps, ["period"], RECENT, below(-A_YEAR), NOT_GIVEN)


@trial("claim-land-growth")
def growth(study: Topics) -> Tried:
    """The population grew over any five years."""
    total = study.population.total
    more = {start: grown_pct(total, start, start + CYCLE) for start in FIVE_FROM}
    return tried(more, ["start"], FIVE_FROM[-1], above(CENSUS_PRECISION_PCT), COUNTED)
