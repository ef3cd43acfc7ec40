"""Numbers that contested claims on poverty and unemployment hang on, under every choice."""

from __future__ import annotations

from itertools import product

import pandas as pd

from bassin.indicators.stats import ROUNDING_OF_TENTHS
from bassin.places.territory import FRANCE
from bassin.topics.gathered import Topics
from bassin.topics.named import CORSICA, HAUTS_DE_FRANCE
from bassin.topics.poverty.findings import WIDTHS
from bassin.topics.poverty.labour import CENSUS_WINDOW, LABOUR_CENSUSES
from bassin.topics.poverty.quarters import MAINLAND
from bassin.topics.poverty.unemployment_checks import (
    COMPARED,
    FIRST_YEARS,
    HIGHEST,
    LAST_YEARS,
    RECENT_YEARS,
    SAME,
)
from bassin.topics.tried import NOT_GIVEN, ORDER, Rule, Tried, above, below, trial, tried, within

#: Years at the least between the two ends of a trend.
TREND = 3


@trial("claim-pov-gard")
def gard(study: Topics) -> Tried:
    """The rate of the Gard: carried to 2020, published of the years about it, read from deciles."""
    income, place = study.income, study.territory.in_departement
    claim = study.claims("poverty").loc["pov-gard"]
    rates = {
        "carried": income.rate_2020(place),
        **{f"published_{year}": income.rate_of(place, year) for year in (2019, 2021)},
        "between_deciles": float(income.interpolated()[place]),
    }
    known = {source: rate for source, rate in rates.items() if pd.notna(rate)}
    ends = (claim["published"] - claim["tolerance"], claim["published"] + claim["tolerance"])
    return tried(known, ["source"], "carried", within(*ends), NOT_GIVEN)


@trial("claim-pov-above-france")
def above_france(study: Topics) -> Tried:
    """More are poor than in the country, in the agglomeration and its region."""
    income, read = study.income, study.income.interpolated()
    places = (study.territory.here, study.territory.in_region)
    gaps = {}
    for place in places:
        for year in income.years:
            rate, france = income.rate_of(place, year), income.rate_of(FRANCE, year)
            if pd.notna(rate) and pd.notna(france):
                gaps[place, f"published_{year}"] = rate - france
        if place in read and FRANCE in read:
            gaps[place, "between_deciles"] = float(read[place] - read[FRANCE])
    chosen = next(key for key in gaps if key[0] == places[0])
    return tried(gaps, ["place", "source"], chosen, above(ROUNDING_OF_TENTHS), NOT_GIVEN)


@trial("claim-pov-region-before")
def before(study: Topics) -> Tried:
    """The two poorest regions of the mainland are those that are named."""
    named = {HAUTS_DE_FRANCE, CORSICA}
    found = {}
    for year in (2019, 2021):
        medians = study.income.poorest_regions(year).sort_values()
        if len(medians):
            found[year] = len(named & set(medians.index[:2]))
    return tried(found, ["year"], 2019, within(2, 2), ORDER)


@trial("claim-une-high")
def high(study: Topics) -> Tried:
    """The zone is among the tenth with the highest rates, in each of the last years."""
    recent = study.unemployment.years().loc[list(RECENT_YEARS)]
    places = {int(year): 100 * row["last"] / row["of"] for year, row in recent.iterrows()}
    return tried(places, ["year"], RECENT_YEARS[-1], Rule(most=100 * HIGHEST), ORDER)


@trial("claim-une-like-region")
def like_region(study: Topics) -> Tried:
    """The zone and the region are above the country, in each of the last years."""
    unemployment, region = study.unemployment, study.territory.in_region
    zone, gaps = unemployment.in_zone, {}
    for year in RECENT_YEARS:
        gaps[zone, year] = float(unemployment.years().at[year, "gap"])
        around = unemployment.mean(year, year, region) - unemployment.mean(year, year, MAINLAND)
        gaps[region, year] = around
    chosen = (zone, RECENT_YEARS[-1])
    return tried(gaps, ["place", "year"], chosen, above(ROUNDING_OF_TENTHS), NOT_GIVEN)


@trial("claim-une-disparities")
def disparities(study: Topics) -> Tried:
    """Rates differ more from departement to departement than in the middle region."""
    region, gaps = study.territory.in_region, {}
    for year in RECENT_YEARS:
        table = study.unemployment.dispersion(year)["deviation"]
        gaps[year] = float(table[region] - table.median())
    return tried(gaps, ["year"], RECENT_YEARS[-1], above(ROUNDING_OF_TENTHS), NOT_GIVEN)


def _over(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"


@trial("claim-une-twenty-years")
def twenty_years(study: Topics) -> Tried:
    """The rate of the zone fell in about twenty years, from some years to others."""
    rate = study.unemployment.years()["zone"]
    single = product(_each(FIRST_YEARS), _each(LAST_YEARS))
    ends = [((start, start), (end, end)) for start, end in single]
    first, last = FIRST_YEARS[0], LAST_YEARS[1]
    ends += [((first, first + n - 1), (last - n + 1, last)) for n in WIDTHS if n > 1]
    changes = {
        (_over(*start), _over(*end)): float(
            rate.loc[slice(*end)].mean() - rate.loc[slice(*start)].mean()
        )
        for start, end in ends
    }
    chosen = (_over(*FIRST_YEARS), _over(*LAST_YEARS))
    return tried(changes, ["start", "end"], chosen, below(-ROUNDING_OF_TENTHS), NOT_GIVEN)


def _each(span: tuple[int, int]) -> range:
    return range(span[0], span[1] + 1)


@trial("claim-une-downward")
def downward(study: Topics) -> Tried:
    """The rate of the zone has fallen, from any year before to the last of the figure."""
    rate, last = study.unemployment.years()["zone"], LAST_YEARS[1]
    changes = {
        int(year): float(rate[last] - rate[year])
        for year in rate.index
        if FIRST_YEARS[0] <= year <= last - TREND
    }
    top = int(rate.idxmax())
    return tried(changes, ["start"], top, below(-ROUNDING_OF_TENTHS), NOT_GIVEN)


@trial("claim-une-figure-note")
def figure_note(study: Topics) -> Tried:
    """The census counts as many as the series of the figure, at any census."""
    unemployment = study.unemployment
    series = unemployment.years().index
    gaps = {}
    for year in LABOUR_CENSUSES:
        start, end = year - CENSUS_WINDOW, year + CENSUS_WINDOW
        census = unemployment.census.at[year, unemployment.in_zone]
        if start in series and end in series and pd.notna(census):
            gaps[year] = float(census - unemployment.mean(start, end))
    return tried(gaps, ["census"], COMPARED, Rule(-SAME, SAME, closed=False), NOT_GIVEN)
