"""Checks of the claims on poverty, housing aid and wages."""

from __future__ import annotations

import math

import pandas as pd

from bassin.indicators.stats import ROUNDING_OF_TENTHS, direction
from bassin.phrase import Name, Phrase
from bassin.places.names import Called
from bassin.places.territory import FRANCE
from bassin.topics.finding import Finding, Grade, check
from bassin.topics.gathered import Topics
from bassin.topics.named import CORSICA, HAUTS_DE_FRANCE, OCCITANIE
from bassin.topics.poverty.aid import AID_YEARS
from bassin.topics.poverty.standing import LOWEST

#: Points within which two rates are of one thing.
SAME = 1.0


@check("pov-above-france")
def _pov_above(study: Topics) -> Finding:
    income, here, region = study.income, study.territory.here, study.territory.in_region
    rates = {place: income.rate_of(place, 2019) for place in (here, region, FRANCE)}
    if any(map(math.isnan, rates.values())):
        # As published where a file has it, else read between the deciles.
        read = income.interpolated()
        rates = {p: read[p] if math.isnan(rate) else rate for p, rate in rates.items()}
    return Finding(
        all(
            direction(rates[place], rates[FRANCE], ROUNDING_OF_TENTHS) > 0
            for place in (here, region)
        ),
        "B",
        Phrase(
            "pov-above-france",
            here=rates[here],
            place=_called(study, here),
            around=rates[region],
            region=_called(study, region),
            france=rates[FRANCE],
        ),
    )


def _called(study: Topics, place: str) -> Called:
    """Name of a place of the territory, or the code of the country."""
    return Name(FRANCE) if place == FRANCE else study.territory.place_names[place]


@check("pov-region-rank")
def _pov_rank(study: Topics) -> Finding:
    income = study.income
    mainland = list(income.poorest_regions().index)
    everywhere = list(income.poorest_regions(overseas=True).index)
    later = list(income.poorest_regions(2021).index)
    rank = mainland.index(OCCITANIE) + 1
    return Finding(
        rank,
        "B",
        Phrase(
            "pov-region-rank",
            rank=rank,
            of=len(mainland),
            later=Phrase("pov-region-rank.later", rank=later.index(OCCITANIE) + 1) if later else "",
            everywhere=everywhere.index(OCCITANIE) + 1,
        ),
    )


@check("pov-region-before")
def _pov_before(study: Topics) -> Finding:
    medians = study.income.poorest_regions().sort_values()
    later = study.income.poorest_regions(2021)
    return Finding(
        set(medians.index[:2]) == {HAUTS_DE_FRANCE, CORSICA},
        "B",
        Phrase(
            "pov-region-before",
            **_three_medians(medians),
            later=Phrase("pov-region-before.later", **_three_medians(later)) if len(later) else "",
        ),
    )


def _three_medians(medians: pd.Series) -> dict[str, float]:
    """Of the three poorest regions of the mainland, by what the sentence calls them."""
    three = {"hauts": HAUTS_DE_FRANCE, "corsica": CORSICA, "occitanie": OCCITANIE}
    return {name: medians[code] for name, code in three.items()}


@check("pov-threshold")
def _pov_threshold(study: Topics) -> Finding:
    errors = {part: study.income.interpolation_error(part).abs().median() for part in (50, 60)}
    known = len(study.income.interpolation_error())
    return Finding(
        bool(errors[60] < SAME / 2 < errors[50]),
        "B",
        Phrase("pov-threshold", known=known, of_60=errors[60], of_50=errors[50]),
    )


@check("pov-gard")
def _pov_gard(study: Topics) -> Finding:
    return _in_2020(study, study.territory.in_departement)


@check("pov-agglo")
def _pov_agglo(study: Topics) -> Finding:
    return _in_2020(study, study.territory.here)


def _in_2020(study: Topics, place: str) -> Finding:
    """Rate of 2020 of a place: published, or that of 2019 moved as its own communes moved."""
    income = study.income
    published = {year: income.rate_of(place, year) for year in income.years}
    if pd.notna(published[2020]):
        return Finding(published[2020], "A", Phrase("poverty.published_2020"))
    moves, carried = income.moves.loc[place], income.rate_2020(place)
    around = [
        Phrase("poverty.in_year", rate=published[year], year=year)
        for year in (2019, 2021)
        if pd.notna(published[year])
    ]
    known = Phrase("poverty.around_2020", rates=around) if around else Phrase("poverty.no_rate")
    return Finding(
        carried,
        "B",
        Phrase(
            "poverty.carried",
            known=known,
            communes=moves["communes"],
            before=moves["before"],
            after=moves["after"],
            carried=carried,
        ),
    )


@check("pov-lasting")
def _pov_lasting(study: Topics) -> Finding | None:
    income, code = study.income, study.territory.code
    low = income.among_the_lowest()
    # Two years do not make a thing last.
    if code not in low.index or len(low.columns) < 4:
        return None
    place = income.place_among_epci(code)
    first, always, of = income.stayed_low()
    return Finding(
        bool(low.loc[code].all()),
        "B",
        Phrase(
            "pov-lasting",
            most=math.ceil(place.max()),
            years=len(place),
            start=place.index[0],
            end=place.index[-1],
            of=of,
            first=first,
            lowest=100 * LOWEST,
            always=always,
            rate_2019=income.rate_of(study.territory.here, 2019),
            rate_2021=income.rate_of(study.territory.here, 2021),
        ),
    )


@check("aid-agglo")
def _aid_agglo(study: Topics) -> Finding | None:
    return _aid(study, study.territory.here)


@check("aid-france")
def _aid_france(study: Topics) -> Finding | None:
    return _aid(study, FRANCE)


def _aid(study: Topics, place: str) -> Finding | None:
    """Share with an aid for housing, in the printed year or in the first that a file has."""
    shares = study.income.aid.loc[place].dropna()
    if shares.empty:
        return None
    year, share = shares.index[0], float(shares.iloc[0])
    grade: Grade = "A" if year == AID_YEARS[0] else "B"
    says = Phrase("poverty.aid", share=share, place=_called(study, place), year=year)
    return Finding(share, grade, says)


@check("aid-above")
def _aid_above(study: Topics) -> Finding | None:
    # Alès alone, against divided communes alone, would be another comparison.
    both = study.income.aid.dropna(axis=1)
    if both.empty:
        return None
    year, place = both.columns[0], study.territory.here
    here, everywhere = both.loc[place, year], both.loc[FRANCE, year]
    return Finding(
        direction(here, everywhere, ROUNDING_OF_TENTHS) > 0,
        "A" if year == AID_YEARS[0] else "B",
        Phrase("aid-above", here=here, place=_called(study, place), year=year, france=everywhere),
    )


@check("wage-higher")
def _wage_higher(study: Topics) -> Finding:
    gaps = study.wages[["low_gap_pct", "high_gap_pct"]].iloc[:-1]
    (kind_low, low), (kind_high, high) = (gaps[name].iloc[:2] for name in gaps)
    return Finding(
        bool((gaps > 0).all(axis=None)),
        "C",
        Phrase("wage-higher", low=low, high=high, kind_low=kind_low, kind_high=kind_high),
    )
