"""Checks of the sentences that the chapter on the territory draws from its files."""

from __future__ import annotations

from bassin.topics.gathered import Topics
from bassin.topics.tried import COUNTED, Rule, Tried, above, below, trial, tried, within

#: Years around the study whose lists of members are held against what it prints.
AROUND = range(2020, 2025)
#: Counts that the last may be set against: five years apart, or nearly.
BEFORE = range(2013, 2021)
#: Year in which the agglomeration had most communes.
MOST = 2019


@trial("ti-same")
def same(study: Topics) -> Tried:
    """The labelled territory of the first phase has the communes of the agglomeration alone."""
    return _apart(study, 1, within(0, 0))


@trial("ti-other")
def other(study: Topics) -> Tried:
    """That of the second phase has others."""
    return _apart(study, 2, above(0))


def _apart(study: Topics, phase: int, rule: Rule) -> Tried:
    codes = set(study.territory.codes)
    (held,) = [set(one) for one in study.perimeters.phase(phase).values()]
    apart = {phase: len(codes ^ held)}
    return tried(apart, ["phase"], phase, rule, COUNTED)


@trial("people-more")
def more(study: Topics) -> Tried:
    """There were more inhabitants in 2023 than in 2020, and than in the years before."""
    people = study.population.total
    grown = {year: 100 * (people[2023] / people[year] - 1) for year in BEFORE}
    return tried(grown, ["since"], 2020, above(0.5), COUNTED)


@trial("zone-beyond")
def beyond(study: Topics) -> Tried:
    """Many people of the zone d'emploi do not live in the agglomeration: more than a tenth."""
    zone = study.perimeters.table.loc[study.perimeters.zone]
    share = 100 * zone["beyond_population"] / zone["population"]
    return tried({2020: share}, ["year"], 2020, above(10), COUNTED)


@trial("epci-down")
def down(study: Topics) -> Tried:
    """There are fewer communes than at the most, in every list since."""
    listed = study.perimeters.listed
    fewer = {
        int(year): int(number) - int(listed[MOST])
        for year, number in listed.items()
        if int(year) > MOST
    }
    return tried(fewer, ["year"], 2023, below(0), COUNTED)


@trial("epci-72")
def seventy_two(study: Topics) -> Tried:
    """The agglomeration has the communes of the second number, in each year around the study."""
    said = study.published("territory")["epci-2023"]
    apart = {year: study.perimeters.listed[year] - said for year in AROUND}
    return tried(apart, ["year"], 2023, within(0, 0), COUNTED)


@trial("zone-larger")
def larger(study: Topics) -> Tried:
    """The zone d'emploi has more people than the agglomeration."""
    table, perimeters = study.perimeters.table, study.perimeters
    times = {
        what: table.at[perimeters.zone, what] / table.at[study.territory.here, what]
        for what in ("population", "communes")
    }
    return tried(times, ["measure"], "population", above(1), COUNTED)
