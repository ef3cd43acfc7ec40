"""Checks of the claims on the reversal of the geographical advantage.

A claim on the two sides is judged by its direction: that of the middle one of its gaps, each an
indicator along a line. Whether a gap of that direction is wider than maps as smooth give by chance
is said beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bassin.audit import Finding, check
from bassin.indicators.contrast import AZIMUTH, HILLS, LEVEL, LINES, PLAIN

if TYPE_CHECKING:
    from bassin.indicators.contrast import Contrast
    from bassin.study import Study

#: Communes the study names: a mining town, and two of silk.
LA_GRAND_COMBE, ANDUZE, SAINT_JEAN = "30132", "30010", "30269"
#: Line of the network from Alès to Bessèges through Salindres.
BESSEGES_LINE = "805000"
SALINDRES = "30305"
#: A town, as INSEE counts, at the first census the study shows.
TOWN, FIRST = 2000, 1968
#: Last two populations the study had on one definition.
LAST = (2013, 2020)


def _sided(study: Study, *indicators: str) -> tuple[bool, str]:
    """Whether the comparisons of a claim bear it out, and what they are in words."""
    contrast = study.contrast
    holds = contrast.evidence(*indicators)["holds"]
    p = contrast.beyond_chance(*indicators)
    if np.isnan(p):
        chance = "no gap that way can be tested"
    elif p <= LEVEL:
        chance = f"beyond chance, p = {p:.3f}"
    else:
        chance = f"no gap beyond chance, p = {p:.2f}"
    return contrast.bears_out(*indicators), f"{int(holds.sum())} of {len(holds)} ({chance})"


def _pair(contrast: Contrast, indicator: str, fmt: str, unit: str) -> str:
    """Hills against plain along the straight line."""
    row = contrast.table.loc[(indicator, AZIMUTH)]
    return f"{row['hills']:{fmt}}{unit} in the hills, {row['plain']:{fmt}}{unit} in the plain"


@check("rev-mines-high")
def _mines_high(study: Study) -> Finding:
    altitude = study.contrast.altitude[[LA_GRAND_COMBE, ANDUZE, SAINT_JEAN]]
    mine, *silk = altitude
    return Finding(
        bool(mine > max(silk)),
        "B",
        f"Mean altitude: La Grand-Combe {mine:.0f} m, the silk towns Anduze {silk[0]:.0f} m and "
        f"Saint-Jean-du-Gard {silk[1]:.0f} m. Lines 196-199 say the reverse: silk in the high "
        "Cévennes, coal in the low.",
    )


@check("rev-decline")
def _decline(study: Study) -> Finding:
    towns = study.contrast.towns(AZIMUTH, HILLS, FIRST, TOWN)
    losing = int((towns[LAST[1]] < towns[LAST[0]]).sum())
    people = study.contrast.people(AZIMUTH)[HILLS]
    since = (people[LAST[1]] / people[1999] - 1) * 100
    recent = (people[LAST[1]] / people[LAST[0]] - 1) * 100
    return Finding(
        bool(losing > len(towns) / 2),
        "A",
        f"From {LAST[0]} to {LAST[1]}, {losing} of {len(towns)} towns of the north and west lose "
        f"inhabitants. The whole side changes by {recent:+.1f}%, and by {since:+.1f}% since 1999.",
    )


@check("rev-plain-grows")
def _plain_grows(study: Study) -> Finding:
    holds, count = _sided(study, "growth_1968_1999", "growth_1999_2020", "growth_2013_2023")
    pair = _pair(study.contrast, "growth_1999_2020", "+.1f", "%")
    return Finding(
        holds,
        "B",
        f"The plain grows more in {count}; 1999-2020: {pair}. The last period ends in 2023, after "
        "the study.",
    )


@check("rev-reach")
def _reach(study: Study) -> Finding:
    holds, count = _sided(study, "far_workers_pct", "cinema_minutes", "centre_km")
    cinema = _pair(study.contrast, "cinema_minutes", ".0f", " minutes")
    work = _pair(study.contrast, "far_workers_pct", ".1f", "%")
    return Finding(
        holds,
        "B",
        f"The plain has better access in {count}. To a cinema {cinema}; but workers over 30 "
        f"minutes from their job, {work}.",
    )


@check("rev-internet")
def _internet(study: Study) -> Finding:
    holds, count = _sided(study, "fast_internet_pct")
    pair = _pair(study.contrast, "fast_internet_pct", ".1f", "%")
    return Finding(
        holds, "B", f"Premises with 30 Mbit/s in 2017: {pair}. The plain is ahead in {count}."
    )


@check("rev-telephone")
def _telephone(study: Study) -> Finding:
    holds, count = _sided(study, "best_4g_pct", "worst_4g_pct")
    pair = _pair(study.contrast, "worst_4g_pct", ".0f", "%")
    return Finding(
        holds,
        "B",
        f"The plain is better covered in {count}. Area covered in 4G by the worst operator, 2019: "
        f"{pair}.",
    )


@check("rev-transit")
def _transit(study: Study) -> Finding:
    holds, count = _sided(study, "station_km")
    contrast = study.contrast
    here = contrast.stations_by_zone(AZIMUTH)
    served = here[here["open_to"].str.startswith("passengers")]["zone"].value_counts()
    pair = _pair(contrast, "station_km", ".1f", " km")
    return Finding(
        holds,
        "B",
        f"A passenger station is, on average, {pair}; the hills are the farther in {count}. Open "
        f"stations: {served.get(HILLS, 0)} in the hills, {served.get(PLAIN, 0)} in the plain. "
        "Buses are not counted.",
    )


@check("rev-line-closed")
def _line_closed(study: Study) -> Finding:
    contrast = study.contrast
    on_line = contrast.stations[contrast.stations["lines"].str.contains(BESSEGES_LINE)]
    beyond = on_line[on_line["code"] != study.territory.centre]
    return Finding(
        bool(not beyond.empty and not beyond["passengers"].any()),
        "B",
        f"In 2024 the network has {len(beyond)} station on that line beyond Alès, "
        f"{', '.join(beyond['name'])}, and {int(beyond['passengers'].sum())} open to passengers. "
        "The year of closing is in no file.",
    )


@check("rev-freight")
def _freight(study: Study) -> Finding:
    stations = study.contrast.stations
    there = stations[stations["code"] == SALINDRES]
    only = bool(not there.empty and there["freight"].all() and not there["passengers"].any())
    said = "freight and no passengers" if only else "something else than freight alone"
    return Finding(only, "B", f"In 2024 the station of Salindres is open to {said}.")


@check("rev-car")
def _car(study: Study) -> Finding:
    pair = _pair(study.contrast, "car_pct", ".1f", "%")
    share = study.contrast.car_share()
    return Finding(
        share,
        "B",
        f"{share:.1f}% of employed residents drove to work in 2015, those who work at home counted "
        f"among the others: {pair}.",
    )


@check("rev-towns-apart")
def _towns_apart(study: Study) -> Finding:
    tests = ("median_income", "poverty_rate_pct", "unemployment_2018", "jobs_per_worker")
    holds, count = _sided(study, *tests)
    row = study.contrast.table.loc[("median_income", AZIMUTH)]
    jobs = _pair(study.contrast, "jobs_per_worker", ".0f", "")
    lines = ", ".join(LINES[line].lower() for line in study.contrast.kept)
    return Finding(
        holds,
        "B",
        f"Incomes, unemployment and jobs as stand-ins, by {lines}: the hills are behind in {count}."
        f" Mean of median incomes in 2020: {row['hills']:,.0f} € in the hills, {row['plain']:,.0f} "
        f"€ in the plain; jobs for 100 employed residents in 2018: {jobs}.",
    )
