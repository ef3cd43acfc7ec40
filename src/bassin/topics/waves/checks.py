"""Checks of the claims on the mines, the towns of silk and the waves of reconversion."""

from __future__ import annotations

import pandas as pd

from bassin.read import printed
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.statements import number_printed, numbers_told
from bassin.topics.waves.altitudes import coal_above_silk

#: Where the text speaks of each closing of a pit, of a count of miners.
PITS, MINERS = "205-208", "245-246"
#: Years that can be called the early 2000s.
EARLY_2000S = (2000, 2004)
#: First years of the three waves, and the years told with the first.
FIRST_WAVE, SECOND_WAVE, THIRD_WAVE, SIXTIES = 1970, 1990, 2010, 1960
#: Who opens a plant, in the events: a group of the country.
GROUP = "group"
#: Lines that tell of the firms of the second wave.
SECOND_LINES = range(270, 343)
#: Sectors of the events that are no branch of industry.
NOT_INDUSTRY = ("culture", "energy", "mining", "public action", "services", "several", "training")


def _pit_closings(study: Topics) -> list[int]:
    events = study.waves.events
    pits = events[(events["kind"] == "closure") & (events["lines"] == PITS)]
    return [int(year) for year in pits["year"]]


@check("waves-closing-years")
def _closing_years(study: Topics) -> Finding:
    years = _pit_closings(study)
    before, left = number_printed(study, "waves-pits-21"), number_printed(study, "waves-pits-4")
    return Finding(
        bool(left < before and EARLY_2000S[0] <= max(years) <= EARLY_2000S[1]),
        "D",
        f"A note has {left:.0f} of {before:.0f} pits left at the start of the 1970s, so that the "
        f"others close before, and closes the last in {max(years)}. No passage dates the first "
        "closing to a year.",
    )


@check("waves-pits-last")
def _pits_last(study: Topics) -> Finding:
    years = _pit_closings(study)
    later = [year for year in years if year > 1975]
    return Finding(
        max(years),
        "D",
        f"A note of the same chapter closes {len(later)} of {len(years)} pits after 1975, the last "
        f"in {max(years)}.",
    )


def _miners(study: Topics) -> dict[int, float]:
    events = study.waves.events
    counts = events[(events["kind"] == "count") & (events["lines"] == MINERS)]
    return {int(y): float(n) for y, n in zip(counts["year"], counts["jobs"], strict=True)}


@check("waves-destroyed")
def _destroyed(study: Topics) -> Finding:
    miners = _miners(study)
    first, last = min(miners), max(miners)
    return Finding(
        miners[first] - miners[last],
        "C",
        f"From {first} to {last} the miners fall from {miners[first]:,.0f} to {miners[last]:,.0f}, "
        f"after the note on line 245: {miners[first] - miners[last]:,.0f} fewer.",
    )


@check("waves-not-made-up")
def _not_made_up(study: Topics) -> Finding:
    first = study.waves.ledger().loc["First wave"]
    share = 100 * first["created"] / first["destroyed"]
    return Finding(
        bool(first["created"] < first["destroyed"]),
        "C",
        f"{first['created']:,} created for {first['destroyed']:,} destroyed: {share:.0f}%.",
    )


@check("waves-pits-4")
def _pits_4(study: Topics) -> Finding:
    years = _pit_closings(study)
    later = ", ".join(map(str, years))
    return Finding(len(years), "D", f"The note names {len(years)}, closed in {later}.")


@check("waves-silk-high")
def _silk_high(study: Topics) -> Finding:
    table = printed.altitudes(study.sources)
    own = table["lines"] == printed.claims(study.sources).at["waves-silk-high", "lines"]
    here = table[own].set_index("trade")["height"]
    others = table[~own]
    denying = others[others["height"] != others["trade"].map(here)]
    said = [
        f"Lines {lines} have {' and '.join(rows['trade'] + ' ' + rows['height'])}."
        for lines, rows in denying.groupby("lines", sort=False)
    ]
    return Finding(
        denying.empty,
        "D",
        f"{' '.join(said) or 'No other passage says otherwise.'} {coal_above_silk(study)[2]}",
    )


# -- The waves ------------------------------------------------------------------------------------


def _openings(study: Topics) -> pd.DataFrame:
    """Openings of firms of industry that have a name."""
    events = study.waves.events
    named = (events["kind"] == "opening") & (events["firm"] != "")
    return events[named & ~events["sector"].isin(NOT_INDUSTRY)]


def _first_wave(study: Topics) -> pd.DataFrame:
    """Those of the decades of the first wave, the 1960s included."""
    openings = _openings(study)
    return openings[openings["year"].between(SIXTIES, SECOND_WAVE - 1)]


@check("waves-count")
def _count(study: Topics) -> Finding:
    numbers = numbers_told(study, "waves-wave-3")
    third = numbers[numbers < THIRD_WAVE]
    return Finding(
        float(third.max()) - 1,
        "D",
        f"Lines {third.index[0]} and {third.index[-1]} call the one since {THIRD_WAVE} the third.",
    )


@check("waves-wave-1")
def _wave_1(study: Topics) -> Finding:
    first, openings = _first_wave(study), _openings(study)
    second = openings[openings["year"].between(SECOND_WAVE, THIRD_WAVE - 1)]
    early, late = ((wave["owner"] == GROUP) for wave in (first, second))
    dated = bool((first.loc[early, "year"] >= FIRST_WAVE).all())
    return Finding(
        bool(dated and early.sum() > len(first) / 2 and late.mean() < early.mean()),
        "D",
        f"Of {len(first)} openings of firms of industry that the chapter dates from {SIXTIES} to "
        f"{SECOND_WAVE - 1}, {early.sum()} are of large groups, "
        f"{'none' if dated else 'one or more'} before {FIRST_WAVE}. Of {len(second)} from "
        f"{SECOND_WAVE} to {THIRD_WAVE - 1}, {late.sum()} are. No register says whether the firms "
        "it names stand for the others.",
    )


@check("waves-wave-2")
def _wave_2(study: Topics) -> Finding:
    openings = _openings(study)
    lines = openings["lines"].str.partition("-")[0].astype(int)
    told_there = openings[lines.isin(SECOND_LINES)]
    early = told_there[told_there["year"] < SECOND_WAVE]
    older = " and ".join(f"{row.firm} ({row.year})" for row in early.itertuples())
    return Finding(
        bool(len(early) < len(told_there) / 2),
        "D",
        f"Of the {len(told_there)} firms it dates there, {len(told_there) - len(early)} opened in "
        f"{SECOND_WAVE}-{THIRD_WAVE - 1}." + (f" {older} are older." if older else ""),
    )


@check("waves-plants-decades")
def _plants_decades(study: Topics) -> Finding:
    openings = _openings(study)
    groups = openings[openings["owner"] == GROUP]
    snr = groups[groups["firm"] == "SNR"].iloc[0]
    return Finding(
        bool(FIRST_WAVE <= snr["year"] < SECOND_WAVE and snr["year"] == groups["year"].min()),
        "D",
        f"Line {snr['lines'].partition('-')[0]} has SNR come from {snr['year']}; of the "
        f"{len(groups)} openings by groups, none is dated before it.",
    )


@check("waves-plants-1960s")
def _plants_1960s(study: Topics) -> Finding:
    first = int(_first_wave(study)["year"].min())
    return Finding(
        first,
        "D",
        f"Nowhere else is a plant dated before {first}: lines 58 and 231 say the 1970s and 1980s, "
        "line 809 from 1970, after a report of 1972 that had seen no new firm. The printed period "
        "may be meant loosely.",
    )


@check("waves-tamaris-sector")
def _tamaris_sector(study: Topics) -> Finding:
    events = study.waves.events
    sector = str(events.loc[events["firm"] == "Tamaris", "sector"].iloc[0])
    return Finding(
        sector == "chemicals",
        "D",
        f"Lines 390-391 have Tamaris a foundry, in {sector}. A word may be lost: in chemicals and "
        "metals.",
    )
