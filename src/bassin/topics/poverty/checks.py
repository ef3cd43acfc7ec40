"""Checks of the claims on poverty, housing aid, wages and unemployment."""

from __future__ import annotations

import math

import pandas as pd

from bassin.indicators.stats import ROUNDING_OF_TENTHS, direction
from bassin.topics.finding import Finding, Grade, check
from bassin.topics.gathered import Topics
from bassin.topics.named import ALES, CORSICA, HAUTS_DE_FRANCE, LA_GRAND_COMBE, OCCITANIE
from bassin.topics.poverty.aid import AID_YEARS
from bassin.topics.poverty.labour import CENSUS_WINDOW
from bassin.topics.poverty.quarters import MAINLAND
from bassin.topics.poverty.rates import RATE_YEARS
from bassin.topics.poverty.standing import LOWEST

#: Last quarter of the study's figure 2.3.
LAST_QUARTER = "2022-Q4"
#: First and last years of the figure, and those about them: no quarter, nor year, stands alone.
FIRST_YEARS, LAST_YEARS = (2003, 2005), (2020, 2022)
#: The five years up to the study.
RECENT_YEARS = range(2018, 2023)
#: Census and quarters that are of the same years, 2015 to 2019, in the study's period.
COMPARED = 2017
#: Points within which two rates are of one thing.
SAME = 1.0
#: Part of the zones, from the highest rate on, within which unemployment is high.
HIGHEST = 0.1


# -- Poverty --------------------------------------------------------------------------------------


@check("pov-above-france")
def _pov_above(study: Topics) -> Finding:
    income, (name, _, region, _) = study.income, study.territory.places
    rates = {place: income.rate_of(place, 2019) for place in (name, region, "France")}
    if any(map(math.isnan, rates.values())):
        # As published where a file has it, else read between the deciles.
        read = income.interpolated()
        rates = {p: read[p] if math.isnan(rate) else rate for p, rate in rates.items()}
    return Finding(
        all(
            direction(rates[place], rates["France"], ROUNDING_OF_TENTHS) > 0
            for place in (name, region)
        ),
        "B",
        f"In 2019, {rates[name]:.1f}% are poor in {name} and {rates[region]:.1f}% in {region}, "
        f"against {rates['France']:.1f}% in mainland France.",
    )


@check("pov-region-rank")
def _pov_rank(study: Topics) -> Finding:
    income = study.income
    mainland = list(income.poorest_regions().index)
    everywhere = list(income.poorest_regions(overseas=True).index)
    later = list(income.poorest_regions(2021).index)
    in_2021 = f"; in 2021 number {later.index(OCCITANIE) + 1}" if later else ""
    return Finding(
        mainland.index(OCCITANIE) + 1,
        "B",
        f"By the median of 2019 it is number {mainland.index(OCCITANIE) + 1} of "
        f"{len(mainland)} on the mainland and Corsica, lowest first{in_2021}. With the two regions "
        f"overseas that are published it is number {everywhere.index(OCCITANIE) + 1}.",
    )


@check("pov-region-before")
def _pov_before(study: Topics) -> Finding:
    medians = study.income.poorest_regions().sort_values()
    later = study.income.poorest_regions(2021)
    in_2021 = (
        f" In 2021: {later[HAUTS_DE_FRANCE]:,.0f}, {later[CORSICA]:,.0f} and "
        f"{later[OCCITANIE]:,.0f}."
        if len(later)
        else ""
    )
    return Finding(
        set(medians.index[:2]) == {HAUTS_DE_FRANCE, CORSICA},
        "B",
        f"Medians of 2019: Hauts-de-France {medians[HAUTS_DE_FRANCE]:,.0f} euros a year, Corsica "
        f"{medians[CORSICA]:,.0f}, Occitanie {medians[OCCITANIE]:,.0f}.{in_2021}",
    )


@check("pov-threshold")
def _pov_threshold(study: Topics) -> Finding:
    errors = {part: study.income.interpolation_error(part).abs().median() for part in (50, 60)}
    known = len(study.income.interpolation_error())
    return Finding(
        bool(errors[60] < SAME / 2 < errors[50]),
        "B",
        f"60% of the median of mainland France, read between the deciles of {known} EPCI in 2019, "
        f"gives their published rate within {errors[60]:.1f} points (median); 50% of it misses by "
        f"{errors[50]:.1f}.",
    )


@check("pov-gard")
def _pov_gard(study: Topics) -> Finding:
    return _in_2020(study, list(study.territory.places)[1])


@check("pov-agglo")
def _pov_agglo(study: Topics) -> Finding:
    return _in_2020(study, study.income.name)


def _in_2020(study: Topics, place: str) -> Finding:
    """Rate of 2020 of a place: published, or that of 2019 moved as its own communes moved."""
    income = study.income
    published = {year: income.rate_of(place, year) for year in RATE_YEARS}
    if pd.notna(published[2020]):
        return Finding(published[2020], "A", "Published by INSEE for 2020.")
    moves = income.moves.loc[place]
    around = " and ".join(
        f"{published[year]:.1f}% in {year}" for year in (2019, 2021) if pd.notna(published[year])
    )
    known = f"{around}; the published rate of 2020 is not at hand" if around else "No rate is known"
    return Finding(
        study.income.rate_2020(place),
        "B",
        f"{known}. Its {moves['communes']:.0f} communes that have a rate went from "
        f"{moves['before']:.1f}% to {moves['after']:.1f}% in 2020, which carries it to "
        f"{study.income.rate_2020(place):.1f}%. The carried rate is no measurement.",
    )


@check("pov-ales")
def _pov_ales(study: Topics) -> Finding:
    return _commune(study, ALES)


@check("pov-grand-combe")
def _pov_grand_combe(study: Topics) -> Finding:
    return _commune(study, LA_GRAND_COMBE)


def _commune(study: Topics, code: str) -> Finding:
    before, now = (study.income.rate(year).at[code, f"rate_{year}"] for year in (2019, 2020))
    return Finding(now, "A", f"{now:.0f}% in 2020, after {before:.0f}% in 2019.")


@check("pov-lasting")
def _pov_lasting(study: Topics) -> Finding | None:
    income, code = study.income, study.territory.code
    low = income.among_the_lowest()
    # Two years do not make a thing last.
    if code not in low.index or len(low.columns) < 4:
        return None
    place = income.place_among_epci(code)
    first, always, of = income.stayed_low()
    rates = {year: income.rate_of(income.name, year) for year in (2019, 2021)}
    return Finding(
        bool(low.loc[code].all()),
        "B",
        f"By its median the agglomeration is among the lowest {place.max():.0f}% of EPCI in each "
        f"of {len(place)} years from {place.index[0]} to {place.index[-1]}. Of {of} EPCI {first} "
        f"were in the lowest {100 * LOWEST:.0f}% in {place.index[0]}, {always} in each year. "
        f"{rates[2019]:.1f}% were poor in 2019, {rates[2021]:.1f}% in 2021.",
    )


@check("aid-agglo")
def _aid_agglo(study: Topics) -> Finding | None:
    return _aid(study, study.income.name)


@check("aid-france")
def _aid_france(study: Topics) -> Finding | None:
    return _aid(study, "France")


def _aid(study: Topics, place: str) -> Finding | None:
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
def _aid_above(study: Topics) -> Finding | None:
    # Alès alone, against divided communes alone, would be another comparison.
    both = study.income.aid.dropna(axis=1)
    if both.empty:
        return None
    year = both.columns[0]
    here, everywhere = both.loc[study.income.name, year], both.loc["France", year]
    return Finding(
        direction(here, everywhere, ROUNDING_OF_TENTHS) > 0,
        "A" if year == AID_YEARS[0] else "B",
        f"{here:.1f}% of the recipients of the Caf in {study.income.name} in December {year}, "
        f"{everywhere:.1f}% in France.",
    )


@check("wage-higher")
def _wage_higher(study: Topics) -> Finding:
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
def _une_twelve(study: Topics) -> Finding:
    series = study.unemployment.rates_of()
    inside = len(set(study.unemployment.zone_communes) & set(study.territory.codes))
    return Finding(
        series[LAST_QUARTER],
        "A",
        f"{series[LAST_QUARTER]:.1f}% in {LAST_QUARTER}, {series.iloc[-1]:.1f}% in "
        f"{series.index[-1]}; of the zone {study.unemployment.zone_name}, "
        f"{len(study.unemployment.zone_communes)} communes, {inside} of the "
        f"{len(study.territory.codes)} of the agglomeration among them.",
    )


@check("une-high")
def _une_high(study: Topics) -> Finding:
    recent = study.unemployment.years().loc[list(RECENT_YEARS)]
    last = recent.iloc[-1]
    above = (recent["zone"] > recent["mainland"] + ROUNDING_OF_TENTHS).all()
    return Finding(
        bool(above and (recent["rank"] <= HIGHEST * recent["of"]).all()),
        "A",
        f"In {recent.index[-1]} {last['zone']:.1f}%, number {last['rank']:.0f} of {last['of']:.0f} "
        f"zones of the mainland, highest first; in each year since {recent.index[0]} number "
        f"{recent['rank'].max():.0f} or higher. Mainland France in the same series "
        f"{last['mainland']:.1f}%.",
    )


@check("une-like-region")
def _une_like_region(study: Topics) -> Finding:
    unemployment = study.unemployment
    region = unemployment.region
    gaps = {}
    for year in RECENT_YEARS:
        # Each against the country of its own vintage.
        gaps[year] = (
            unemployment.years().at[year, "gap"],
            unemployment.mean(year, year, region) - unemployment.mean(year, year, MAINLAND),
        )
    zone, around = gaps[RECENT_YEARS[-1]]
    return Finding(
        all(gap > ROUNDING_OF_TENTHS for pair in gaps.values() for gap in pair),
        "B",
        f"In {RECENT_YEARS[-1]}, against mainland France: the zone {zone:+.1f} points, {region} "
        f"{around:+.1f}. Both were above it in each year since {RECENT_YEARS[0]}.",
    )


@check("une-twenty-years")
def _une_twenty_years(study: Topics) -> Finding:
    unemployment = study.unemployment
    years = unemployment.years()
    first, last = unemployment.window(*FIRST_YEARS), unemployment.window(*LAST_YEARS)
    single = years.at[LAST_YEARS[1], "zone"] - years.at[FIRST_YEARS[0], "zone"]
    change = last["zone"] - first["zone"]
    top, least = years["zone"].idxmax(), years["zone"].idxmin()
    return Finding(
        bool(change < -ROUNDING_OF_TENTHS and single < -ROUNDING_OF_TENTHS),
        "A",
        f"{first['zone']:.1f}% in {FIRST_YEARS[0]}-{FIRST_YEARS[1]}, {last['zone']:.1f}% in "
        f"{LAST_YEARS[0]}-{LAST_YEARS[1]}: {change:+.1f} points, and {single:+.1f} from "
        f"{FIRST_YEARS[0]} to {LAST_YEARS[1]}. It was {years.at[least, 'zone']:.1f}% in {least}, "
        f"{years.at[top, 'zone']:.1f}% in {top}. Mainland France {last['mainland']:.1f}% after "
        f"{first['mainland']:.1f}%: the gap is {last['gap']:.1f} points after {first['gap']:.1f}.",
    )


@check("une-downward")
def _une_downward(study: Topics) -> Finding:
    rates = study.unemployment.years()["zone"]
    top, last = int(rates.idxmax()), LAST_YEARS[1]
    # Over three years, so that neither a lockdown nor a rounding makes a trend.
    falls = [
        direction(rates[year], rates[year - 3], ROUNDING_OF_TENTHS) < 0
        for year in range(top + 3, last + 1)
    ]
    series = study.unemployment.rates_of()
    least = int(rates.loc[: last - 1].idxmin())
    lowest = direction(rates[last], rates[least], ROUNDING_OF_TENTHS) < 0
    return Finding(
        bool(falls and all(falls)),
        # The text names no window, and the fall hangs on where one begins.
        "B",
        f"The yearly mean is lower than three years before in {sum(falls)} years of {len(falls)} "
        f"after the top of {top}, from {rates[top]:.1f}% to {rates[last]:.1f}% in {last}. It is "
        f"{'' if lowest else 'not '}below {least} ({rates[least]:.1f}%): "
        f"{series[LAST_QUARTER]:.1f}% in {LAST_QUARTER}, {series.iloc[-1]:.1f}% in "
        f"{series.index[-1]}.",
    )


@check("une-region")
def _une_region(study: Topics) -> Finding:
    unemployment = study.unemployment
    region = unemployment.region
    printed = study.claims("poverty").at["une-region", "published"]
    # The text gives no date: either of the last two whole years it had may be meant.
    means = {y: unemployment.mean(y, y, region) for y in (LAST_YEARS[1] - 1, LAST_YEARS[1])}
    nearest = min(means, key=lambda year: abs(means[year] - printed))
    last = unemployment.last_at(region, printed, LAST_QUARTER)
    when = f" It was last {printed:.1f}% in {last}." if last else ""
    each = ", ".join(f"{value:.1f}% in {year}" for year, value in means.items())
    return Finding(
        means[nearest],
        "B",
        f"No date is given. Yearly means of the last two years it could know, as revised in 2025: "
        f"{each}.{when}",
    )


@check("une-disparities")
def _une_disparities(study: Topics) -> Finding:
    unemployment = study.unemployment
    region = unemployment.region
    tables = {year: unemployment.dispersion(year) for year in RECENT_YEARS}
    wider = [
        table.at[region, "deviation"] > table["deviation"].median() + ROUNDING_OF_TENTHS
        for table in tables.values()
    ]
    last, year = tables[RECENT_YEARS[-1]], RECENT_YEARS[-1]
    quarters = [f"{year}-Q{n}" for n in range(1, 5)]
    rates = unemployment.departements[quarters].mean(axis=1).sort_values()
    return Finding(
        all(wider),
        "B",
        f"In {year} from {rates.iloc[0]:.1f}% ({rates.index[0]}) to {rates.iloc[-1]:.1f}% "
        f"({rates.index[-1]}): a standard deviation of {last.at[region, 'deviation']:.1f} points, "
        f"number {list(last.index).index(region) + 1} of {len(last)} regions, widest first, the "
        f"middle one having {last['deviation'].median():.1f}.",
    )


@check("une-figure-note")
def _une_note(study: Topics) -> Finding:
    unemployment = study.unemployment
    census = unemployment.census.at[COMPARED, unemployment.label]
    start, end = COMPARED - CENSUS_WINDOW, COMPARED + CENSUS_WINDOW
    quarterly = unemployment.mean(start, end)
    return Finding(
        bool(abs(census - quarterly) < SAME),
        "A",
        f"Over {start}-{end} the census of {COMPARED} counts {census:.1f}% in the zone, the series "
        f"of the figure {quarterly:.1f}%. The figure follows the International Labour Office.",
    )
