"""Checks of the claims on poverty, housing aid, wages and unemployment."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from bassin.audit import Finding, Grade, check
from bassin.checks.population import ALES, LA_GRAND_COMBE, OCCITANIE
from bassin.indicators.income import AID_YEARS
from bassin.indicators.unemployment import MAINLAND

if TYPE_CHECKING:
    from bassin.study import Study

HAUTS_DE_FRANCE, CORSICA = "32", "94"
#: First and last quarter of the study's figure 2.3.
FIRST, LAST = "2003-Q1", "2022-Q4"
#: Year in which a census and four quarters can be set side by side, in the study's period.
COMPARED = 2018
#: Points within which two rates are of one thing.
SAME = 1.0


# -- Poverty --------------------------------------------------------------------------------------


@check("pov-above-france")
def _pov_above(study: Study) -> Finding:
    read = study.income.interpolated()
    name, region = study.income.name, list(read.index)[2]
    return Finding(
        bool(read[name] > read["France"] and read[region] > read["France"]),
        "B",
        f"Read between the deciles of 2019, {read[name]:.1f}% are poor in {name} and "
        f"{read[region]:.1f}% in {region}, against {read['France']:.1f}% in mainland France.",
    )


@check("pov-region-rank")
def _pov_rank(study: Study) -> Finding:
    mainland = list(study.income.poorest_regions().index)
    everywhere = list(study.income.poorest_regions(overseas=True).index)
    return Finding(
        mainland.index(OCCITANIE) + 1,
        "B",
        f"By the median of 2019 it is number {mainland.index(OCCITANIE) + 1} of "
        f"{len(mainland)} on the mainland and Corsica, lowest first, and number "
        f"{everywhere.index(OCCITANIE) + 1} with the two regions overseas that are published.",
    )


@check("pov-region-before")
def _pov_before(study: Study) -> Finding:
    medians = study.income.poorest_regions()
    return Finding(
        set(medians.index[:2]) == {HAUTS_DE_FRANCE, CORSICA},
        "B",
        f"Medians of 2019: Hauts-de-France {medians[HAUTS_DE_FRANCE]:,.0f} euros a year, Corsica "
        f"{medians[CORSICA]:,.0f}, Occitanie {medians[OCCITANIE]:,.0f}.",
    )


@check("pov-threshold")
def _pov_threshold(study: Study) -> Finding:
    error = study.income.interpolation_error()
    return Finding(
        bool(error.abs().median() < 0.5),
        "B",
        f"60% of the median of mainland France, read between the deciles of {len(error)} EPCI in "
        f"2019, gives their published rate within {error.abs().median():.1f} points (median).",
    )


@check("pov-gard")
def _pov_gard(study: Study) -> Finding:
    published = study.income.published
    place = published.index[1]
    if pd.notna(published.at[place, 2020]):
        return Finding(published.at[place, 2020], "A", "Published by INSEE for 2020.")
    read = study.income.interpolated()[place]
    before, after = study.income.moved_2020()
    return Finding(
        read,
        "B",
        f"No rate of its own is at hand. Read between its deciles of 2019, {read:.1f}%. From 2019 "
        f"to 2020 the communes of the basin that have a rate moved by {after - before:+.1f} point.",
    )


@check("pov-agglo")
def _pov_agglo(study: Study) -> Finding:
    published = study.income.published.loc[study.income.name]
    if pd.notna(published[2020]):
        return Finding(published[2020], "A", "Published by INSEE for 2020.")
    before, after = study.income.moved_2020()
    return Finding(
        study.income.rate_2020(),
        "B",
        f"{published[2019]:.1f}% in 2019 and {published[2021]:.1f}% in 2021; that of 2020 is not "
        f"at hand. The communes that have a rate went from {before:.1f}% to {after:.1f}% in 2020.",
    )


@check("pov-ales")
def _pov_ales(study: Study) -> Finding:
    return _commune(study, ALES)


@check("pov-grand-combe")
def _pov_grand_combe(study: Study) -> Finding:
    return _commune(study, LA_GRAND_COMBE)


def _commune(study: Study, code: str) -> Finding:
    rates = study.income.rates.loc[code]
    return Finding(
        rates["rate_2020"],
        "A",
        f"{rates['rate_2020']:.0f}% in 2020, after {rates['rate_2019']:.0f}% in 2019.",
    )


@check("pov-lasting")
def _pov_lasting(study: Study) -> Finding:
    rates = study.income.published.loc[study.income.name]
    return Finding(
        bool(rates[2021] > rates[2019] - SAME),
        "B",
        f"{rates[2019]:.1f}% in 2019, {rates[2021]:.1f}% in 2021.",
    )


@check("aid-agglo")
def _aid_agglo(study: Study) -> Finding | None:
    return _aid(study, study.income.name)


@check("aid-france")
def _aid_france(study: Study) -> Finding | None:
    return _aid(study, "France")


def _aid(study: Study, place: str) -> Finding | None:
    """Share with an aid for housing, in the printed year or in the first that a file has."""
    shares = study.income.aid.loc[place].dropna()
    if shares.empty:
        return None
    year, share = shares.index[0], float(shares.iloc[0])
    grade: Grade = "A" if year == AID_YEARS[0] else "B"
    return Finding(
        share, grade, f"{share:.1f}% of the recipients of the Caf in {place} in December {year}."
    )


@check("aid-above")
def _aid_above(study: Study) -> Finding:
    income = study.income
    here, everywhere = income.aid_share(income.aid_communes), income.aid_share()
    return Finding(
        bool(here > everywhere),
        "B",
        f"In the divided communes, the only ones in the file of 2019: {here:.1f}% of the Caf's "
        f"recipients in Alès, {everywhere:.1f}% in France.",
    )


@check("wage-higher")
def _wage_higher(study: Study) -> Finding:
    gaps = study.wages[["low_gap_pct", "high_gap_pct"]].iloc[:-1]
    low, high = gaps["low_gap_pct"], gaps["high_gap_pct"]
    return Finding(
        bool((gaps > 0).all(axis=None)),
        "C",
        f"The mines pay {low.iloc[1]:.0f}% more at the bottom and {high.iloc[1]:.0f}% at the top; "
        f"{low.iloc[0]:.0f}% and {high.iloc[0]:.0f}% with benefits in kind. The ranges overlap.",
    )


# -- Unemployment ---------------------------------------------------------------------------------


@check("une-twelve")
def _une_twelve(study: Study) -> Finding:
    series = study.unemployment.quarters[study.unemployment.label]
    inside = len(set(study.unemployment.zone_communes) & set(study.territory.codes))
    return Finding(
        series[LAST],
        "A",
        f"{series[LAST]:.1f}% in {LAST}, {series.iloc[-1]:.1f}% in {series.index[-1]}; of the zone "
        f"{study.unemployment.zone_name}, {len(study.unemployment.zone_communes)} communes, "
        f"{inside} of the {len(study.territory.codes)} of the agglomeration among them.",
    )


@check("une-high")
def _une_high(study: Study) -> Finding:
    rates = study.unemployment.quarters.loc[LAST]
    rank, of = study.unemployment.rank(LAST)
    return Finding(
        bool((rates.iloc[0] > rates.iloc[1:]).all()),
        "A",
        f"In {LAST} {rates.iloc[0]:.1f}%, number {rank} of {of} zones, highest first; "
        f"{rates.index[1]} {rates.iloc[1]:.1f}%, {rates.index[2]} {rates.iloc[2]:.1f}%, mainland "
        f"France {rates.iloc[3]:.1f}%.",
    )


@check("une-like-region")
def _une_like_region(study: Study) -> Finding:
    rates = study.unemployment.quarters.loc[LAST]
    zone, _, region, mainland = rates
    return Finding(
        bool(zone > mainland and region > mainland),
        "B",
        f"In {LAST}, against mainland France: the zone {zone - mainland:+.1f} points, "
        f"{rates.index[2]} {region - mainland:+.1f}.",
    )


@check("une-twenty-years")
def _une_twenty_years(study: Study) -> Finding:
    unemployment = study.unemployment
    change, gap = unemployment.change(FIRST, LAST), unemployment.gap()
    quarter, top = unemployment.peak()
    return Finding(
        bool(change.iloc[0] < 0),
        "A",
        f"{change.iloc[0]:+.1f} points from {FIRST} to {LAST}, with a peak of {top:.1f}% in "
        f"{quarter}; mainland France {change[MAINLAND]:+.1f}. The gap to it was {gap[FIRST]:.1f} "
        f"points, and is {gap[LAST]:.1f}.",
    )


@check("une-downward")
def _une_downward(study: Study) -> Finding:
    quarter, top = study.unemployment.peak()
    series = study.unemployment.quarters[study.unemployment.label]
    first, last = int(quarter[:4]), int(LAST[:4])
    years = [study.unemployment.yearly(year) for year in range(min(first, last), last + 1)]
    falls = sum(after < before for before, after in pairwise(years))
    return Finding(
        0 < falls == len(years) - 1,
        "A",
        f"The yearly mean falls {falls} times in {len(years) - 1} from {quarter[:4]} to "
        f"{LAST[:4]}, from {years[0]:.1f}% to {years[-1]:.1f}%. It was {top:.1f}% at the peak, and "
        f"{series.iloc[-1]:.1f}% in {series.index[-1]}.",
    )


@check("une-region")
def _une_region(study: Study) -> Finding:
    region = study.unemployment.quarters.columns[2]
    value = study.unemployment.quarters.at[LAST, region]
    last = study.unemployment.last_at(region, 9.3, LAST)
    when = f" It was last 9.3% in {last}." if last else ""
    return Finding(
        value,
        "B",
        f"As revised in 2025: {value:.1f}% in {LAST}, the end of the study's figure.{when}",
    )


@check("une-disparities")
def _une_disparities(study: Study) -> Finding:
    rates = study.unemployment.departements[LAST].sort_values()
    return Finding(
        bool(rates.iloc[-1] - rates.iloc[0] > SAME),
        "A",
        f"In {LAST} from {rates.iloc[0]:.1f}% ({rates.index[0]}) to {rates.iloc[-1]:.1f}% "
        f"({rates.index[-1]}).",
    )


@check("une-figure-note")
def _une_note(study: Study) -> Finding:
    unemployment = study.unemployment
    census = unemployment.census.at[COMPARED, unemployment.label]
    quarterly = unemployment.yearly(COMPARED)
    return Finding(
        bool(abs(census - quarterly) < SAME),
        "A",
        f"In {COMPARED} the census counts {census:.1f}% in the zone, the series of the figure "
        f"{quarterly:.1f}%. The figure follows the International Labour Office.",
    )
