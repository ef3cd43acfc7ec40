"""Checks of the sentences that the chapter on population draws from its files."""

from __future__ import annotations

from itertools import product

import pandas as pd

from bassin.topics.gathered import Topics
from bassin.topics.named import LA_GRAND_COMBE
from bassin.topics.population.facts import OTHER_KM
from bassin.topics.population.history import (
    CENSUS_PRECISION_PCT,
    COMPARED_CENSUSES,
    NORTH_KM,
    north_of,
    ways,
)
from bassin.topics.tried import COUNTED, Tried, above, below, trial, tried, within

#: Kilometres north of the centre from which the north may begin.
KILOMETRES = (OTHER_KM[0], 8, int(NORTH_KM), OTHER_KM[1], 15)
#: Years whose counts may stand for the last.
LASTS = range(2018, 2024)
#: Share of a loss, in %, that is all of it.
ALL = 99.0
#: What a census rounds to, as the study prints it: half a thousand.
HALF_A_THOUSAND = 500.0


def grown_pct(people: pd.Series, start: int, end: int) -> float:
    """Change of a population between two years, in %."""
    return float(100 * (people[end] / people[start] - 1))


def _ends(estimate: float, places: float = CENSUS_PRECISION_PCT) -> tuple[float, float]:
    """A change of a population as a census gives it, in points."""
    return estimate - places, estimate + places


@trial("people-exact")
def exact(study: Topics) -> Tried:
    """The printed inhabitants of 2020 are those of the communes of 2023."""
    printed = study.published("population")["pop-agglo-2020"]
    gap = {"2023": study.population.total[2020] - printed}
    return tried(gap, ["perimeter"], "2023", within(-0.5, 0.5), COUNTED)


@trial("people-1999")
def of_1999(study: Topics) -> Tried:
    """The printed inhabitants of 2000 are the census of 1999, rounded."""
    printed = study.published("population")["pop-agglo-2000"]
    gap = {1999: study.population.total[1999] - printed}
    rounded = within(-HALF_A_THOUSAND, HALF_A_THOUSAND)
    return tried(gap, ["year"], 1999, rounded, COUNTED)


@trial("people-most")
def most(study: Topics) -> Tried:
    """There are more inhabitants in the last year than at any census since 1968."""
    people = study.population.total
    last = int(people.index[-1])
    grown = {year: grown_pct(people, year, last) for year in COMPARED_CENSUSES if last - year >= 5}
    over = above(CENSUS_PRECISION_PCT)
    return tried(grown, ["since"], COMPARED_CENSUSES[0], over, _ends(grown[COMPARED_CENSUSES[0]]))


@trial("ales-under")
def under(study: Topics) -> Tried:
    """Alès was under its level of 1968 in every count from 1990 to 2019."""
    town = study.population.by_commune.loc[study.territory.centre]
    grown = {int(year): grown_pct(town, 1968, int(year)) for year in town.loc[1990:2019].index}
    return tried(grown, ["year"], 2019, below(-CENSUS_PRECISION_PCT), _ends(grown[2019]))


@trial("ales-over")
def over(study: Topics) -> Tried:
    """It is above that level in every count since 2021."""
    town = study.population.by_commune.loc[study.territory.centre]
    grown = {int(year): grown_pct(town, 1968, int(year)) for year in town.loc[2021:].index}
    return tried(grown, ["year"], 2021, above(CENSUS_PRECISION_PCT), _ends(grown[2021]))


def _balances(study: Topics, balance: str) -> dict[tuple[str, str], float]:
    """Yearly rates of a balance of the territory, by source and period."""
    rates = study.population.rates.loc[study.territory.here][balance]
    found = {("anct", str(period)): float(rate) for period, rate in rates.items()}
    recent = study.population.rates_2013_2018("epci").loc[study.territory.code]
    return {**found, ("insee", "2013\N{EN DASH}2018"): float(recent[balance])}


def _since(study: Topics) -> str:
    """First period in which more people died than were born, as the chapter names it."""
    natural = study.population.rates.loc[study.territory.here]["natural"]
    return str(natural.index[natural < 0][0])


@trial("deaths-exceed")
def deaths(study: Topics) -> Tried:
    """Deaths exceed births in every period since 1975."""
    natural = _balances(study, "natural")
    first = _since(study)
    since = {key: rate for key, rate in natural.items() if key[1] >= first}
    chosen = ("insee", "2013\N{EN DASH}2018")
    return tried(since, ["source", "period"], chosen, below(0), COUNTED)


@trial("moves-alone")
def moves(study: Topics) -> Tried:
    """In every period since 1975 more people came than went."""
    came = _balances(study, "migratory")
    first = _since(study)
    since = {key: rate for key, rate in came.items() if key[1] >= first}
    chosen = ("insee", "2013\N{EN DASH}2018")
    return tried(since, ["source", "period"], chosen, above(0), COUNTED)


def norths(study: Topics) -> dict[int, pd.Series]:
    """Inhabitants of the communes of the north, by where it begins."""
    middles = study.territory.outlines.geometry.centroid
    return {
        km: study.population.together(north_of(middles, study.territory.centre, km))
        for km in KILOMETRES
    }


@trial("north-lost")
def north_lost(study: Topics) -> Tried:
    """The north lost inhabitants from 1968 on, wherever it begins."""
    grown = {
        (km, last): grown_pct(people, 1968, last)
        for (km, people), last in product(norths(study).items(), LASTS)
    }
    chosen = (int(NORTH_KM), 2020)
    return tried(grown, ["km", "end"], chosen, below(-CENSUS_PRECISION_PCT), _ends(grown[chosen]))


@trial("north-before-1999")
def north_before(study: Topics) -> Tried:
    """All of that loss came before 1999."""
    shares = {
        (km, last): 100 * grown_pct(people, 1968, 1999) / grown_pct(people, 1968, last)
        for (km, people), last in product(norths(study).items(), LASTS)
    }
    return tried(shares, ["km", "end"], (int(NORTH_KM), 2020), above(ALL), COUNTED)


@trial("north-since-1999")
def north_since(study: Topics) -> Tried:
    """From 1999 to 2020 the communes of the north lost nothing that a census would tell."""
    grown = {
        (km, last): grown_pct(people, 1999, last)
        for (km, people), last in product(norths(study).items(), LASTS)
    }
    chosen = (int(NORTH_KM), 2020)
    return tried(grown, ["km", "end"], chosen, above(-CENSUS_PRECISION_PCT), _ends(grown[chosen]))


@trial("north-never")
def never(study: Topics) -> Tried:
    """La Grand-Combe is the one commune of the north that gained in no window."""
    middles = study.territory.outlines.geometry.centroid
    others = {}
    for km in KILOMETRES:
        codes = north_of(middles, study.territory.centre, km)
        gained = (ways(study.population.by_commune.loc[codes]) > 0).any(axis=1)
        idle = [code for code in gained.index[~gained] if code != LA_GRAND_COMBE]
        others[km] = len(idle) + int(gained.get(LA_GRAND_COMBE, False))
    return tried(others, ["km"], int(NORTH_KM), within(0, 0), COUNTED)
