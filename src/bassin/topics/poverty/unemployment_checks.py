"""Checks of the claims on unemployment."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import ROUNDING_OF_TENTHS, direction, places_held
from bassin.phrase import Phrase
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.poverty.labour import CENSUS_WINDOW
from bassin.topics.poverty.quarters import MAINLAND, placed, said

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


@check("une-twelve")
def _une_twelve(study: Topics) -> Finding:
    series = study.unemployment.rates_of()
    return Finding(
        series[LAST_QUARTER],
        "A",
        Phrase("une-twelve", **_ends(series), **study.unemployment.perimeter()),
    )


def _ends(series: pd.Series) -> dict[str, float | Phrase]:
    """The last quarter of the study's figure and the last known, with their rates."""
    return {
        "figure": series[LAST_QUARTER],
        "figure_quarter": said(LAST_QUARTER),
        "last": series.iloc[-1],
        "last_quarter": said(series.index[-1]),
    }


@check("une-high")
def _une_high(study: Topics) -> Finding:
    recent = study.unemployment.years().loc[list(RECENT_YEARS)]
    last = recent.iloc[-1]
    above = (recent["zone"] > recent["mainland"] + ROUNDING_OF_TENTHS).all()
    return Finding(
        bool(above and (recent["last"] <= HIGHEST * recent["of"]).all()),
        # The zone stands for the basin, which is smaller.
        "B",
        Phrase(
            "une-high",
            year=recent.index[-1],
            zone=last["zone"],
            rank=placed(last["rank"], last["last"]),
            of=last["of"],
            since=recent.index[0],
            lowest=recent["last"].max(),
            mainland=last["mainland"],
        ),
    )


@check("une-like-region")
def _une_like_region(study: Topics) -> Finding:
    unemployment, region = study.unemployment, study.territory.in_region
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
        Phrase(
            "une-like-region",
            year=RECENT_YEARS[-1],
            zone=zone,
            region=study.territory.place_names[region],
            around=around,
            since=RECENT_YEARS[0],
        ),
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
        Phrase(
            "une-twenty-years",
            first=Phrase("poverty.over", rate=first["zone"], **_span(FIRST_YEARS)),
            last=Phrase("poverty.over", rate=last["zone"], **_span(LAST_YEARS)),
            change=change,
            single=single,
            start=FIRST_YEARS[0],
            end=LAST_YEARS[1],
            least=Phrase("poverty.in_year", rate=years.at[least, "zone"], year=least),
            most=Phrase("poverty.in_year", rate=years.at[top, "zone"], year=top),
            mainland=last["mainland"],
            mainland_before=first["mainland"],
            gap=last["gap"],
            gap_before=first["gap"],
        ),
    )


def _span(years: tuple[int, int]) -> dict[str, int]:
    return {"start": years[0], "end": years[1]}


@check("une-downward")
def _une_downward(study: Topics) -> Finding:
    rates = study.unemployment.years()["zone"]
    top, last = int(rates.idxmax()), LAST_YEARS[1]
    # Over three years, so that neither a lockdown nor a rounding makes a trend.
    falls = [
        direction(rates[year], rates[year - 3], ROUNDING_OF_TENTHS) < 0
        for year in range(top + 3, last + 1)
    ]
    least = int(rates.loc[: last - 1].idxmin())
    lowest = direction(rates[last], rates[least], ROUNDING_OF_TENTHS) < 0
    below = "une-downward.below" if lowest else "une-downward.not_below"
    return Finding(
        bool(falls and all(falls)),
        # The text names no window, and the fall hangs on where one begins.
        "B",
        Phrase(
            "une-downward",
            falls=sum(falls),
            of=len(falls),
            top=top,
            first=rates[top],
            at_last=rates[last],
            year=last,
            least=Phrase(below, year=least, rate=rates[least]),
            **_ends(study.unemployment.rates_of()),
        ),
    )


@check("une-region")
def _une_region(study: Topics) -> Finding:
    unemployment, region = study.unemployment, study.territory.in_region
    printed = study.claims("poverty").at["une-region", "published"]
    # The text gives no date: either of the last two whole years it had may be meant, and a number
    # that one of them gives and the other denies is not judged.
    means = {y: unemployment.mean(y, y, region) for y in (LAST_YEARS[1] - 1, LAST_YEARS[1])}
    tolerance = study.claims("poverty").at["une-region", "tolerance"]
    near = [abs(mean - printed) <= tolerance for mean in means.values()]
    farthest = max(means.values(), key=lambda mean: abs(mean - printed))
    last = unemployment.last_at(region, printed, LAST_QUARTER)
    alike = all(near) or not any(near)
    return Finding(
        farthest if alike else None,
        "B" if alike else "N",
        Phrase(
            "une-region",
            means=[Phrase("poverty.in_year", rate=mean, year=year) for year, mean in means.items()],
            last=Phrase("une-region.last", rate=printed, quarter=said(last)) if last else "",
        ),
    )


@check("une-disparities")
def _une_disparities(study: Topics) -> Finding:
    unemployment, region = study.unemployment, study.territory.in_region
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
        Phrase(
            "une-disparities",
            year=year,
            least=rates.iloc[0],
            least_place=rates.index[0],
            most=rates.iloc[-1],
            most_place=rates.index[-1],
            deviation=last.at[region, "deviation"],
            rank=placed(*places_held(last["deviation"], region, ROUNDING_OF_TENTHS)),
            of=len(last),
            middle=last["deviation"].median(),
        ),
    )


@check("une-figure-note")
def _une_note(study: Topics) -> Finding:
    unemployment = study.unemployment
    census = unemployment.census.at[COMPARED, unemployment.in_zone]
    start, end = COMPARED - CENSUS_WINDOW, COMPARED + CENSUS_WINDOW
    quarterly = unemployment.mean(start, end)
    return Finding(
        bool(abs(census - quarterly) < SAME),
        "A",
        Phrase(
            "une-figure-note",
            start=start,
            end=end,
            year=COMPARED,
            census=census,
            quarterly=quarterly,
        ),
    )
