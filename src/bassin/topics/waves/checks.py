"""Checks of the claims on the mines, the towns of silk and the waves of reconversion."""

from __future__ import annotations

import pandas as pd

from bassin.phrase import Name, Phrase
from bassin.read import printed
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.statements import number_printed, numbers_told
from bassin.topics.waves.altitudes import coal_above_silk
from bassin.topics.waves.local import FIRST

#: Years that can be called the early 2000s.
EARLY_2000S = (2000, 2004)
#: First years of the three waves, and the years told with the first.
FIRST_WAVE, SECOND_WAVE, THIRD_WAVE, SIXTIES = 1970, 1990, 2010, 1960
#: Who opens a plant, in the events: a group of the country.
GROUP = "group"
#: Lines that tell of the firms of the second wave.
SECOND_LINES = range(270, 343)
#: Sectors of the events that are no branch of industry.
NOT_INDUSTRY = tuple(
    f"sector_{about}"
    for about in (
        *("culture", "energy", "mining", "public_action", "services", "several", "training"),
    )
)
#: Year after which the body of the text has no pit left.
ALL_SHUT = 1975


@check("waves-closing-years")
def _closing_years(study: Topics) -> Finding:
    last = max(study.waves.pit_closings)
    before, left = number_printed(study, "waves-pits-21"), number_printed(study, "waves-pits-4")
    return Finding(
        bool(left < before and EARLY_2000S[0] <= last <= EARLY_2000S[1]),
        "D",
        Phrase("waves-closing-years", left=left, before=before, last=last),
    )


@check("waves-pits-last")
def _pits_last(study: Topics) -> Finding:
    years = study.waves.pit_closings
    later = sum(year > ALL_SHUT for year in years)
    return Finding(
        max(years),
        "D",
        Phrase("waves-pits-last", later=later, pits=len(years), after=ALL_SHUT, last=max(years)),
    )


@check("waves-destroyed")
def _destroyed(study: Topics) -> Finding:
    miners = study.waves.miners
    first, last = min(miners), max(miners)
    fewer = miners[first] - miners[last]
    return Finding(
        fewer,
        "C",
        Phrase(
            "waves-destroyed",
            first=first,
            last=last,
            before=miners[first],
            after=miners[last],
            fewer=fewer,
        ),
    )


@check("waves-not-made-up")
def _not_made_up(study: Topics) -> Finding:
    first = study.waves.ledger().loc[FIRST]
    created, destroyed = int(first["created"]), int(first["destroyed"])
    share = 100 * created / destroyed
    return Finding(
        created < destroyed,
        "C",
        Phrase("waves-not-made-up", created=created, destroyed=destroyed, share=share),
    )


@check("waves-pits-4")
def _pits_4(study: Topics) -> Finding:
    years = study.waves.pit_closings
    return Finding(len(years), "D", Phrase("waves-pits-4", pits=len(years), years=years))


@check("waves-silk-high")
def _silk_high(study: Topics) -> Finding:
    table = printed.altitudes(study.sources, study.epci)
    own = table["lines"] == printed.claims(study.sources, study.epci).at["waves-silk-high", "lines"]
    here = table[own].set_index("trade")["height"]
    others = table[~own]
    denying = others[others["height"] != others["trade"].map(here)]
    said = [
        Phrase("waves.heights_told", lines=str(lines), told=_heights(rows))
        for lines, rows in denying.groupby("lines", sort=False)
    ]
    parts = [*(said or [Phrase("waves.heights_unopposed")]), coal_above_silk(study)[2]]
    return Finding(denying.empty, "D", Phrase("waves.said", parts=parts))


def _heights(rows: pd.DataFrame) -> list[Phrase]:
    return [
        Phrase(
            "waves.height_of_trade",
            trade=Name(f"trade_{row['trade']}"),
            height=Name(f"height_{row['height']}"),
        )
        for _, row in rows.iterrows()
    ]


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
        Phrase(
            "waves-count",
            first=int(third.index[0]),
            last=int(third.index[-1]),
            since=THIRD_WAVE,
        ),
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
        Phrase(
            "waves-wave-1",
            firms=len(first),
            sixties=SIXTIES,
            before=SECOND_WAVE - 1,
            early=int(early.sum()),
            earlier=Phrase("waves.none" if dated else "waves.one_or_more"),
            start=FIRST_WAVE,
            second=len(second),
            second_start=SECOND_WAVE,
            second_end=THIRD_WAVE - 1,
            late=int(late.sum()),
        ),
    )


@check("waves-wave-2")
def _wave_2(study: Topics) -> Finding:
    openings = _openings(study)
    lines = openings["lines"].str.partition("-")[0].astype(int)
    told_there = openings[lines.isin(SECOND_LINES)]
    early = told_there[told_there["year"] < SECOND_WAVE]
    said = Phrase(
        "waves-wave-2",
        told=len(told_there),
        inside=len(told_there) - len(early),
        start=SECOND_WAVE,
        end=THIRD_WAVE - 1,
    )
    older = [Phrase("waves.firm_of_year", firm=e.firm, year=e.year) for e in early.itertuples()]
    parts = [said, Phrase("waves.older", firms=older)] if older else [said]
    return Finding(bool(len(early) < len(told_there) / 2), "D", Phrase("waves.said", parts=parts))


@check("waves-plants-decades")
def _plants_decades(study: Topics) -> Finding:
    openings = _openings(study)
    groups = openings[openings["owner"] == GROUP]
    snr = groups[groups["firm"] == "SNR"].iloc[0]
    return Finding(
        bool(FIRST_WAVE <= snr["year"] < SECOND_WAVE and snr["year"] == groups["year"].min()),
        "D",
        Phrase(
            "waves-plants-decades",
            line=int(snr["lines"].partition("-")[0]),
            year=int(snr["year"]),
            groups=len(groups),
        ),
    )


@check("waves-plants-1960s")
def _plants_1960s(study: Topics) -> Finding:
    first = int(_first_wave(study)["year"].min())
    return Finding(first, "D", Phrase("waves-plants-1960s", first=first))


@check("waves-tamaris-sector")
def _tamaris_sector(study: Topics) -> Finding:
    events = study.waves.events
    sector = str(events.loc[events["firm"] == "Tamaris", "sector"].iloc[0])
    return Finding(
        sector == "sector_chemicals", "D", Phrase("waves-tamaris-sector", sector=Name(sector))
    )
