"""Checks of the claims on the reversal of the geographical advantage.

A claim on the two sides is judged by its direction: that of the middle one of its gaps, each an
indicator along a line. Whether a gap of that direction stands out from those of maps as smooth,
once all tests are counted, is said beside it.
"""

from __future__ import annotations

from statistics import median

import numpy as np
import pandas as pd

from bassin.errors import MissingFileError
from bassin.indicators.stats import direction
from bassin.phrase import Phrase
from bassin.read import sncf
from bassin.topics.contrast import AZIMUTH, HILLS, LEVEL, PLAIN, Contrast
from bassin.topics.contrast.gaps import bears_out
from bassin.topics.contrast.local import held_of
from bassin.topics.contrast.measures import STATIONS_YEAR
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.population.balance import BALANCE_YEARS
from bassin.topics.population.history import A_YEAR, CENSUS_PRECISION_PCT
from bassin.topics.waves.altitudes import coal_above_silk

#: Where the line to Bessèges called, as the study names it, from Alès on: written as in the list of
#: stations.
SALINDRES, ALES = "SALINDRES", "ALES"
BESSEGES_LINE = {SALINDRES: "Salindres", "SAINT-AMBROIX": "Saint-Ambroix", "BESSEGES": "Bessèges"}
#: A town, as INSEE counts, at the first census the study shows.
TOWN, FIRST = 2000, 1968
#: The ten years up to the last census the study had: two censuses without a survey in common. The
#: text puts the decline in the present.
PRESENT = range(2010, 2021)
#: Censuses nearer than this share surveys.
CYCLE = 5
#: Every window of the present, and the longer ones that are told.
WINDOWS = [(start, end) for start in PRESENT for end in PRESENT if end - start >= CYCLE]
TOLD = [(start, PRESENT[-1]) for start in (PRESENT[-1] - CYCLE, PRESENT[0], 1999, FIRST)]


def _sided(study: Topics, claim: str) -> tuple[bool, Phrase, Phrase]:
    """Whether the comparisons of a claim bear it out, how many do, and what chance gives."""
    evidence = study.contrast.evidence(claim)
    return bears_out(evidence), held_of(evidence["holds"]), _chance(study, claim)


def _chance(study: Topics, claim: str) -> Phrase:
    """What chance gives: a remark that judges nothing, and needs the files of every test."""
    try:
        p = study.contrast.beyond_chance(claim)
    except MissingFileError:
        return Phrase("contrast.not_counted")
    if np.isnan(p):
        return Phrase("contrast.no_test")
    return Phrase("contrast.beyond_chance" if p <= LEVEL else "contrast.within_chance", p=p)


def _pair(contrast: Contrast, indicator: str, unit: str) -> Phrase:
    """Hills against plain along the straight line."""
    row = contrast.gap(indicator, AZIMUTH)
    return Phrase(f"contrast.pair_{unit}", hills=float(row["hills"]), plain=float(row["plain"]))


@check("rev-mines-high")
def _mines_high(study: Topics) -> Finding:
    higher, pairs, said = coal_above_silk(study)
    return Finding(bool(higher > pairs / 2), "B", Phrase("rev-mines-high", said=said))


@check("rev-decline")
def _decline(study: Topics) -> Finding:
    most, said = decline(study)
    return Finding(most, "N" if most is None else "B", said)


def decline(study: Topics) -> tuple[bool | None, Phrase]:
    """Whether most towns of the hills lose people in every window; ``None`` if in some alone."""
    # The study names no town: those of one size are others in each census. A town that has grown
    # into that size has not lost, and one that has fallen under it has.
    chosen = {
        year: study.contrast.towns(AZIMUTH, HILLS, year, TOWN)
        for year in (FIRST, PRESENT[0], PRESENT[-1])
    }
    towns = [table for table in chosen.values() if len(table)]
    most = [window for window in WINDOWS if _most_lose(towns, *window)]
    people = study.contrast.people(AZIMUTH)[HILLS]
    return (
        bool(most) if len(most) in (0, len(WINDOWS)) else None,
        Phrase(
            "rev-decline",
            town=TOWN,
            years=[Phrase("rev-decline.year", year=year) for year in chosen],
            precision=CENSUS_PRECISION_PCT,
            least=CYCLE,
            first=PRESENT[0],
            last=PRESENT[-1],
            windows=len(WINDOWS),
            most=len(most),
            when=_earliest(most),
            told=[_lost_of(list(chosen.values()), *window) for window in TOLD],
            side=[_change(people, *window) for window in TOLD],
        ),
    )


def _most_lose(choices: list[pd.DataFrame], start: int, end: int) -> bool:
    """Whether most towns lose in a window, by the middle one of several choices of towns."""
    shares = [_losing(towns, start, end) / len(towns) for towns in choices]
    return bool(shares and median(shares) > 1 / 2)


def _earliest(windows: list[tuple[int, int]]) -> Phrase | str:
    if not windows:
        return ""
    starts, ends = zip(*windows, strict=True)
    return Phrase("rev-decline.when", start=min(starts), end=min(ends))


def _losing(towns: pd.DataFrame, start: int, end: int) -> int:
    """Towns that lose more between two censuses than these are good to."""
    return sum(
        direction(now, before, before * CENSUS_PRECISION_PCT / 100) < 0
        for now, before in zip(towns[end], towns[start], strict=True)
    )


def _lost_of(choices: list[pd.DataFrame], start: int, end: int) -> Phrase:
    each = [
        Phrase("rev-decline.of", lost=_losing(towns, start, end), of=len(towns))
        for towns in choices
    ]
    return Phrase("rev-decline.in", each=each, start=start, end=end)


def _change(people: pd.Series, start: int, end: int) -> Phrase:
    percent = (people[end] / people[start] - 1) * 100
    if direction(percent, 0, CENSUS_PRECISION_PCT):
        return Phrase("rev-decline.changes", change=percent, start=start)
    return Phrase("rev-decline.level", start=start)


@check("rev-plain-grows")
def _plain_grows(study: Topics) -> Finding:
    holds, count, chance = _sided(study, "argument_population")
    pair = _pair(study.contrast, "growth_1999_2020", "change")
    return Finding(holds, "B", Phrase("rev-plain-grows", count=count, pair=pair, chance=chance))


@check("rev-plain-draws")
def _plain_draws(study: Topics) -> Finding:
    moves = {
        line: study.population.rates_of_sides(study.contrast.lines[line])["migratory"]
        for line in study.contrast.kept
    }
    held = sum(direction(rate[PLAIN], rate[HILLS], A_YEAR) > 0 for rate in moves.values())
    straight = moves[AZIMUTH]
    return Finding(
        held > len(moves) / 2,
        "B",
        Phrase(
            "rev-plain-draws",
            start=BALANCE_YEARS[0],
            end=BALANCE_YEARS[1],
            held=held,
            of=len(moves),
            hills=straight[HILLS],
            plain=straight[PLAIN],
        ),
    )


@check("rev-reach")
def _reach(study: Topics) -> Finding:
    holds, count, chance = _sided(study, "argument_reach")
    cinema = _pair(study.contrast, "cinema_minutes", "minutes")
    work = _pair(study.contrast, "far_workers_pct", "share")
    return Finding(
        holds, "B", Phrase("rev-reach", count=count, chance=chance, cinema=cinema, work=work)
    )


@check("rev-telephone")
def _telephone(study: Topics) -> Finding:
    holds, count, chance = _sided(study, "argument_telephone")
    pair = _pair(study.contrast, "worst_4g_pct", "share")
    return Finding(holds, "B", Phrase("rev-telephone", count=count, chance=chance, pair=pair))


@check("rev-line-closed")
def _line_closed(study: Topics) -> Finding:
    stations = sncf.stations(study.sources, STATIONS_YEAR)
    # A list that has Alès, where the line begins, reaches this part of the network.
    listed = bool((stations["commune"] == ALES).any())
    along = stations[stations["commune"].isin(BESSEGES_LINE)]
    served = along[along["passengers"]]
    *first, last = BESSEGES_LINE.values()
    return Finding(
        listed and served.empty,
        "B",
        Phrase(
            "rev-line-closed",
            stations=_stations(along),
            first=first,
            last=last,
            served=_open(served),
        ),
    )


def _stations(listed: pd.DataFrame) -> Phrase:
    if len(listed) == 1:
        return Phrase("contrast.one_station")
    return Phrase("contrast.stations", n=len(listed)) if len(listed) else Phrase("contrast.none")


def _open(listed: pd.DataFrame) -> Phrase:
    if listed.empty:
        return Phrase("contrast.none_open")
    return Phrase("contrast.open", stations=[str(name) for name in listed["name"]])


@check("rev-freight")
def _freight(study: Topics) -> Finding:
    stations = sncf.stations(study.sources, STATIONS_YEAR)
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
        Phrase(
            "rev-freight", stations=_stations(along), freight=_open(freight), served=_open(served)
        ),
    )
