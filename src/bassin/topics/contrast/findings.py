"""Checks of the sentences that the chapter on hills and plain draws from its files."""

from __future__ import annotations

from itertools import product

from bassin.indicators.stats import ROUNDING_OF_TENTHS
from bassin.places.lines import ALTITUDE, AZIMUTH, HILLS, MASSIF, MINES, PLAIN
from bassin.topics.contrast.inference import LEVEL
from bassin.topics.gathered import Topics
from bassin.topics.tried import COUNTED, ORDER, Rule, Tried, above, trial, tried, within

#: Share of comparisons, in %, from which the direction expected is that of most.
MOST = 50.0
#: Lines other than that of the mines.
OTHERS = (AZIMUTH, MASSIF, ALTITUDE)
#: Indicators of growth, incomes, unemployment, prices and telephone; 1 where a side is behind that
#: has less of it, -1 where it has more.
BEHIND = {
    "growth_1999_2020": 1,
    "growth_2013_2023": 1,
    "median_income": 1,
    "unemployment_2018": -1,
    "house_price": 1,
    "worst_4g_pct": 1,
    "best_4g_pct": 1,
}
#: Years whose counts may stand for today's, and from which the middle may have moved.
LASTS = range(2018, 2024)
SINCE = (1876, 1901, 1931, 1954, 1968, 1975, 1982, 1990, 1999, 2006)
#: Directions that are south-east to a compass of eight, in degrees.
SOUTH_EAST = within(112.5, 157.5)


@trial("reversal-passed")
def passed(study: Topics) -> Tried:
    """The plain has more inhabitants than the hills, by each line but the mines'."""
    contrast = study.contrast
    ahead = {}
    for line in contrast.kept:
        people = contrast.people(line)
        if line != MINES:
            ahead[line] = float(people[PLAIN].iloc[-1] - people[HILLS].iloc[-1])
    return tried(ahead, ["line"], next(iter(ahead)), above(0), COUNTED)


@trial("reversal-held")
def held(study: Topics) -> Tried:
    """The direction expected is found in most comparisons, by each line."""
    lines = study.contrast.share_held("line")["share_pct"].to_dict()
    whole = float(study.contrast.share_held()["share_pct"].iloc[0])
    return tried({**lines, "every_line": whole}, ["line"], "every_line", above(MOST), ORDER)


@trial("reversal-chance")
def chance(study: Topics) -> Tried:
    """No gap stands out once all tests are counted, by any line."""
    least = study.contrast.tested["p_holm"].groupby(level="line").min().dropna()
    values = {**least.to_dict(), "every_line": float(least.min())}
    return tried(values, ["line"], "every_line", Rule(least=LEVEL, closed=False), ORDER)


@trial("reversal-mines-not")
def mines_not(study: Topics) -> Tried:
    """By distance to the mines the plain has not passed the hills."""
    people = study.contrast.people(MINES)
    ahead = {year: float(people.at[year, HILLS] - people.at[year, PLAIN]) for year in LASTS}
    return tried(ahead, ["year"], LASTS[-1], above(0), COUNTED)


@trial("reversal-middle")
def middle(study: Topics) -> Tried:
    """The middle of the people has moved to the south-east, from whichever year."""
    headings = {year: study.contrast.heading(year, LASTS[-1]) for year in SINCE}
    return tried(headings, ["since"], SINCE[0], SOUTH_EAST, COUNTED)


def _plain_ahead(study: Topics, indicator: str, line: str) -> float:
    """By how much more the plain has of an indicator, in its unit."""
    row = study.contrast.gap(indicator, line)
    return float(row["plain"] - row["hills"])


@trial("reversal-behind")
def behind(study: Topics) -> Tried:
    """The hills are behind in each of some indicators, by the lines other than the mines'."""
    gaps = {
        (indicator, line): way * float(-study.contrast.gap(indicator, line)["effect"])
        for (indicator, way), line in product(BEHIND.items(), OTHERS)
    }
    return tried(gaps, ["indicator", "line"], ("median_income", AZIMUTH), above(0), COUNTED)


@trial("reversal-massif-widest")
def massif(study: Topics) -> Tried:
    """The massif gives wider gaps than the two others, in each of these."""
    wider = {}
    for indicator in BEHIND:
        wide = {line: abs(study.contrast.gap(indicator, line)["effect"]) for line in OTHERS}
        wider[indicator] = float(wide.pop(MASSIF) - max(wide.values()))
    return tried(wider, ["indicator"], "median_income", above(0), COUNTED)


@trial("reversal-doctors-2018")
def doctors_2018(study: Topics) -> Tried:
    """In 2018 the hills had less access to doctors, by the lines other than the mines'."""
    gaps = {line: _plain_ahead(study, "gp_2018", line) for line in OTHERS}
    return tried(gaps, ["line"], AZIMUTH, above(ROUNDING_OF_TENTHS), COUNTED)


@trial("reversal-doctors-level")
def doctors_level(study: Topics) -> Tried:
    """In 2023 the two sides are level by these lines, of all doctors."""
    gaps = {line: _plain_ahead(study, "gp_2023", line) for line in OTHERS}
    level = within(-ROUNDING_OF_TENTHS, ROUNDING_OF_TENTHS)
    return tried(gaps, ["line"], AZIMUTH, level, COUNTED)


@trial("reversal-doctors-mines")
def doctors_mines(study: Topics) -> Tried:
    """Near the mines there is more access than far from them, in both years."""
    gaps = {year: -_plain_ahead(study, f"gp_{year}", MINES) for year in (2018, 2023)}
    return tried(gaps, ["edition"], 2023, above(ROUNDING_OF_TENTHS), COUNTED)


@trial("reversal-car")
def car(study: Topics) -> Tried:
    """The car is more common in the plain, by the lines other than the mines'."""
    gaps = {line: _plain_ahead(study, "car_pct", line) for line in OTHERS}
    return tried(gaps, ["line"], AZIMUTH, above(0), COUNTED)


@trial("reversal-car-mines")
def car_mines(study: Topics) -> Tried:
    """By distance to the mines it is more common on the near side."""
    gap = {MINES: -_plain_ahead(study, "car_pct", MINES)}
    return tried(gap, ["line"], MINES, above(0), COUNTED)
