"""Checks of the claims on access to care."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.phrase import Phrase
from bassin.places.territory import AWAY, FACING
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.health.access import COMMON_FIELD, GP, GP_UNDER_65

#: Editions of the official index: those a study printed in 2023 could read, and those since.
EARLY_EDITIONS, RECENT_EDITIONS = (2016, 2018), (2022, 2023)
EDITIONS = (*EARLY_EDITIONS, *RECENT_EDITIONS)
#: Editions whose numbers a sentence gives; it counts over all of them.
TOLD = (RECENT_EDITIONS[-1], EARLY_EDITIONS[-1])
#: The two columns of the official index, each with the key of what is said of it.
COLUMNS = {GP: "care.all_doctors", GP_UNDER_65: "care.doctors_under_65"}


@check("care-north-west")
def _care_north_west(study: Topics) -> Finding | None:
    return _side(study, FACING, more=False)


@check("care-south-east")
def _care_south_east(study: Topics) -> Finding | None:
    return _side(study, AWAY, more=True)


def _side(study: Topics, side: str, *, more: bool) -> Finding | None:
    """Whether a side has more, or less, than the country: one rule for both.

    More than half of the comparisons of the study's time decide: the ratio it quotes, and each
    column of the editions it could read. Those since came out in December 2024.
    """
    ratio = study.care.sides(study.care.quoted)
    way = 1 if more else -1
    both = _zones_and_country(study)
    gaps = pd.concat([zones[side] - country for zones, country in both.values()], axis=1)
    if gaps.loc[list(EDITIONS)].isna().any(axis=None):
        return None  # a comparison that is not there is not one that fails
    early, late = (
        way * gaps.loc[list(years)].to_numpy() > 0 for years in (EARLY_EDITIONS, RECENT_EDITIONS)
    )
    quoted = bool(way * (ratio[side] - ratio["country"]) > 0)
    held = bool((early.sum() + quoted) / (early.size + 1) > 1 / 2)
    return Finding(
        held,
        "B",
        Phrase(
            "care.side_above" if more else "care.side_under",
            quoted=_beside((ratio[side] / ratio["country"] - 1) * 100),
            n=int(early.sum()),
            of=early.size,
            years=list(EARLY_EDITIONS),
            since=_count(late),
            outdated=Phrase("care.outdated", year=RECENT_EDITIONS[0])
            if held and not late.any()
            else "",
            each=[
                Phrase(COLUMNS[name], told=_against(zones[side], country))
                for name, (zones, country) in both.items()
            ],
        ),
    )


def _zones_and_country(study: Topics) -> dict[str, tuple[pd.DataFrame, pd.Series]]:
    """Means by side and of France, a pair for each column of the index."""
    years = list(EDITIONS)
    return {
        name: (study.health.by_zone(name, years), study.health.by_area(name, years)[COMMON_FIELD])
        for name in COLUMNS
    }


def _beside(percent: float) -> Phrase:
    return Phrase("care.above" if percent > 0 else "care.under", percent=float(abs(percent)))


def _count(held: npt.NDArray[np.bool_]) -> Phrase:
    if not held.any():
        return Phrase("care.none")
    return Phrase("care.count", n=int(held.sum()), of=held.size)


def _against(here: pd.Series, country: pd.Series) -> list[Phrase]:
    """Two series in the editions told."""
    return [
        Phrase("care.against", year=year, here=float(here[year]), country=float(country[year]))
        for year in TOLD
    ]


@check("care-filieris")
def _care_filieris(study: Topics) -> Finding:
    found, centres = study.health.filieris, len(study.health.health_centres)
    return Finding(
        centres > 0,
        "B",
        Phrase(
            "care-filieris",
            n=len(found),
            centres=centres,
            communes=int(found["code"].nunique()),
        ),
    )
