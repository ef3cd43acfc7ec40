"""Checks of the claims on the reversal of the geographical advantage.

A claim on the two sides is judged by its direction: that of the middle one of its gaps, each an
indicator along a line. Whether a gap of that direction stands out from those of maps as smooth,
once all tests are counted, is said beside it.
"""

from __future__ import annotations

from statistics import median

import numpy as np
import pandas as pd

from bassin.indicators.stats import direction
from bassin.phrase import Phrase
from bassin.read import sncf
from bassin.topics.contrast import AZIMUTH, HILLS, LEVEL, Contrast
from bassin.topics.contrast.gaps import bears_out, beyond_chance
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.population.checks import change_in_words
from bassin.topics.population.history import CENSUS_PRECISION_PCT
from bassin.topics.waves.altitudes import coal_above_silk

#: Where the line to Bessèges called, as the study names it, from Alès on: written as in the list of
#: stations.
SALINDRES, ALES = "SALINDRES", "ALES"
BESSEGES_LINE = {SALINDRES: "Salindres", "SAINT-AMBROIX": "Saint-Ambroix", "BESSEGES": "Bessèges"}
#: A town, as INSEE counts, at the first census the study shows.
TOWN, FIRST = 2000, 1968
#: Window of its decline, which the study puts in the present: the last of at least five years that
#: it had. The others are told.
LAST, TOLD = (2013, 2020), (1999, FIRST)


def _sided(study: Topics, claim: str) -> tuple[bool, str, str]:
    """Whether the comparisons of a claim bear it out, how many do, and what chance gives."""
    evidence = study.contrast.evidence(claim)
    p = beyond_chance(evidence)
    if np.isnan(p):
        chance = "No gap that way can be tested."
    elif p <= LEVEL:
        chance = (
            "At least one of them is wider than the lie of the land gives by chance, all tests of "
            f"the chapter counted (least p = {p:.3f})."
        )
    else:
        chance = (
            "None of these gaps stands out from what the lie of the land gives by chance, all "
            f"tests of the chapter counted (least p = {p:.2f})."
        )
    count = f"{int(evidence['holds'].sum())} of {len(evidence)} comparisons"
    return bears_out(evidence), count, chance


def _pair(contrast: Contrast, indicator: str, fmt: str, unit: str) -> str:
    """Hills against plain along the straight line."""
    row = contrast.gap(indicator, AZIMUTH)
    return f"{row['hills']:{fmt}}{unit} in the hills, {row['plain']:{fmt}}{unit} in the plain"


@check("rev-mines-high")
def _mines_high(study: Topics) -> Finding:
    higher, pairs, said = coal_above_silk(study)
    return Finding(bool(higher > pairs / 2), "B", Phrase("waves.silk_high_coal_low", said=said))


@check("rev-decline")
def _decline(study: Topics) -> Finding:
    start, end = LAST
    # The study names no town: those of one size are others in each census. A town that has grown
    # into that size has not lost, and one that has fallen under it has.
    chosen = {year: study.contrast.towns(AZIMUTH, HILLS, year, TOWN) for year in (FIRST, *LAST)}
    lost = {year: _losing(towns, start, end) for year, towns in chosen.items()}
    shares = [lost[year] / len(towns) for year, towns in chosen.items() if len(towns)]
    counts = {year: f"{lost[year]} of {len(towns)}" for year, towns in chosen.items()}
    others = "; ".join(f"in {year}, {counts[year]}" for year in LAST)
    longer = "; ".join(
        f"{_listed([_losing(towns, since, end) for towns in chosen.values()])} since {since}"
        for since in TOLD
    )
    people = study.contrast.people(AZIMUTH)[HILLS]
    since, recent = ((people[end] / people[year] - 1) * 100 for year in (1999, start))
    return Finding(
        bool(shares and median(shares) > 1 / 2),
        "B",
        "The study names neither the towns nor the years. Of the communes north and west of the "
        f"straight line with {TOWN:,} inhabitants or more in {FIRST}, {counts[FIRST]} lost over "
        f"{CENSUS_PRECISION_PCT}% from {start} to {end}; {others}. Over longer "
        f"spans it is {longer}. The side as a whole, suburbs of Alès included, {_change(since)} "
        f"from 1999 to {end} and {_change(recent)} from {start} to {end}. The communes farther "
        "north are another count, in the chapter on population.",
    )


def _losing(towns: pd.DataFrame, start: int, end: int) -> int:
    """Towns that lose more between two censuses than these are good to."""
    return sum(
        direction(now, before, before * CENSUS_PRECISION_PCT / 100) < 0
        for now, before in zip(towns[end], towns[start], strict=True)
    )


def _listed(numbers: list[int]) -> str:
    *first, last = map(str, numbers)
    return f"{', '.join(first)} and {last}"


def _change(percent: float) -> str:
    change = change_in_words(percent)
    return f"{'changes by' if change.endswith('%') else 'stands'} {change}"


@check("rev-plain-grows")
def _plain_grows(study: Topics) -> Finding:
    holds, count, chance = _sided(study, "Population")
    pair = _pair(study.contrast, "growth_1999_2020", "+.0f", "%")
    return Finding(
        holds,
        "B",
        f"The plain grows more in {count}; 1999-2020: {pair}. {chance} The last period ends in "
        "2023, after the study.",
    )


@check("rev-reach")
def _reach(study: Topics) -> Finding:
    holds, count, chance = _sided(study, "Reach")
    cinema = _pair(study.contrast, "cinema_minutes", ".0f", " minutes")
    work = _pair(study.contrast, "far_workers_pct", ".0f", "%")
    return Finding(
        holds,
        "B",
        f"The plain has better access in {count}. {chance} To a cinema in 2017, {cinema}; but "
        f"workers over 30 minutes from their job in 2014, {work}.",
    )


@check("rev-telephone")
def _telephone(study: Topics) -> Finding:
    holds, count, chance = _sided(study, "Telephone")
    pair = _pair(study.contrast, "worst_4g_pct", ".0f", "%")
    return Finding(
        holds,
        "B",
        f"In 2019 the plain was better covered in {count}. {chance} Area covered in 4G by the "
        f"worst operator: {pair}.",
    )


@check("rev-line-closed")
def _line_closed(study: Topics) -> Finding:
    stations = sncf.stations_2024(study.sources)
    # A list that has Alès, where the line begins, reaches this part of the network.
    listed = bool((stations["commune"] == ALES).any())
    along = stations[stations["commune"].isin(BESSEGES_LINE)]
    served = along[along["passengers"]]
    *first, last = BESSEGES_LINE.values()
    return Finding(
        listed and served.empty,
        "B",
        f"In 2024 {_stations(along)} of the network listed in {', '.join(first)} or {last}: "
        f"{_open_to(served)} to passengers.",
    )


def _stations(listed: pd.DataFrame) -> str:
    return "one station is" if len(listed) == 1 else f"{len(listed) or 'no'} stations are"


def _open_to(listed: pd.DataFrame) -> str:
    return f"{', '.join(listed['name'])} open" if len(listed) else "none open"


@check("rev-freight")
def _freight(study: Topics) -> Finding:
    stations = sncf.stations_2024(study.sources)
    along = stations[stations["commune"].isin(BESSEGES_LINE)]
    freight = along[along["freight"]]
    only = bool(
        not freight.empty
        and (freight["commune"] == SALINDRES).all()
        and not along["passengers"].any()
    )
    served = along[along["passengers"]]
    return Finding(
        only,
        "B",
        f"In 2024 {_stations(along)} listed on that line beyond Alès: {_open_to(freight)} to "
        f"freight, {_open_to(served)} to passengers. For which works, the list does not say.",
    )


@check("rev-car")
def _car(study: Topics) -> Finding:
    pair = _pair(study.contrast, "car_pct", ".0f", "%")
    share = study.contrast.car_share()
    return Finding(
        share,
        "B",
        f"{share:.1f}% of employed residents mainly went to work by car at the census of 2021: "
        f"{pair}. It is of ways to work, not of all that the inhabitants do.",
    )
