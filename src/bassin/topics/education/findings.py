"""Checks of the sentences that the chapter on education draws from its files."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from bassin.places.territory import FRANCE
from bassin.topics.education.facts import BELOW
from bassin.topics.education.local import TOTAL
from bassin.topics.gathered import Topics
from bassin.topics.tried import COUNTED, NOT_GIVEN, Tried, above, below, trial, tried, within

#: Points within which a printed share fits one counted otherwise.
FITS = 2.0
#: Points that a gap must lose to be said to close.
CLOSING = 0.5
WHOLE = "2011\N{EN DASH}2022"


def _below(study: Topics) -> pd.DataFrame:
    """Share without the baccalauréat: a row a census, a column a place."""
    return study.education.levels()[BELOW].unstack("place")


@trial("edu-fits")
def fits(study: Topics) -> Tried:
    """The printed share below the baccalauréat is near that counted between two censuses."""
    printed = study.education.sums().at["diplomas_below_bac", "2020"]
    gap = printed - study.education.below_bac_between(2020)
    return tried({2020: gap}, ["year"], 2020, within(-FITS, FITS), NOT_GIVEN)


@trial("edu-fell")
def fell(study: Topics) -> Tried:
    """The share without the baccalauréat fell, over every window of the censuses."""
    here = _below(study)[study.education.here].dropna()
    changes = {
        f"{start}\N{EN DASH}{end}": here[end] - here[start]
        for start, end in combinations(here.index, 2)
    }
    return tried(changes, ["period"], WHOLE, below(0), NOT_GIVEN)


@trial("edu-gap")
def gap(study: Topics) -> Tried:
    """The gap to the Gard, the region and the mainland has not closed."""
    table = _below(study)
    territory = study.territory
    changes = {}
    for place in (territory.in_departement, territory.in_region, FRANCE):
        gaps = (table[study.education.here] - table[place]).dropna()
        for start, end in combinations(gaps.index, 2):
            changes[f"{start}\N{EN DASH}{end}", place] = gaps[end] - gaps[start]
    chosen = (WHOLE, territory.in_departement)
    return tried(changes, ["period", "beside"], chosen, above(-CLOSING), NOT_GIVEN)


@trial("edu-neither")
def neither(study: Topics) -> Tried:
    """More of the young are neither in work nor in study than in 2008."""
    rates = study.education.neither_by_place()[study.education.here].dropna()
    first = rates.index[0]
    more = {int(year): rate - rates[first] for year, rate in rates.items() if year != first}
    return tried(more, ["year"], int(rates.index[-1]), above(0), NOT_GIVEN)


@trial("edu-higher")
def higher(study: Topics) -> Tried:
    """There are fewer places of higher education than its people would have in the country."""
    row = study.education.higher_expected().loc[TOTAL]
    return tried({2013: row["here"] - row["expected"]}, ["year"], 2013, below(0), COUNTED)
