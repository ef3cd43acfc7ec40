"""Checks of the claims on access to care."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.places.territory import AWAY, FACING
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.health.access import COMMON_FIELD, GP, GP_UNDER_65

#: Editions of the official index: those a study printed in 2023 could read, and those since.
EARLY_EDITIONS, RECENT_EDITIONS = (2016, 2018), (2022, 2023)
EDITIONS = (*EARLY_EDITIONS, *RECENT_EDITIONS)
#: Editions whose numbers a sentence gives; it counts over all of them.
TOLD = (RECENT_EDITIONS[-1], EARLY_EDITIONS[-1])
#: The two columns of the official index, in words.
DOCTORS_IN_WORDS = {GP: "all doctors", GP_UNDER_65: "doctors under 65"}


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
    gaps = pd.concat(
        [zones[side] - country for zones, country in _zones_and_country(study)], axis=1
    )
    if gaps.loc[list(EDITIONS)].isna().any(axis=None):
        return None  # a comparison that is not there is not one that fails
    early, late = (
        way * gaps.loc[list(years)].to_numpy() > 0 for years in (EARLY_EDITIONS, RECENT_EDITIONS)
    )
    quoted = bool(way * (ratio[side] - ratio["country"]) > 0)
    held = bool((early.sum() + quoted) / (early.size + 1) > 1 / 2)
    outdated = f" Outdated since {RECENT_EDITIONS[0]}." if held and not late.any() else ""
    percent = (ratio[side] / ratio["country"] - 1) * 100
    than = "above" if more else "under"
    each = "; ".join(
        f"{words} {_against(zones[side], country)}"
        for words, (zones, country) in zip(
            DOCTORS_IN_WORDS.values(), _zones_and_country(study), strict=True
        )
    )
    return Finding(
        held,
        "B",
        f"On the measure the study quotes, doctors within 30 minutes for one possible patient, "
        f"{_beside(percent)} the country in 2019. By the official index it is {than} in "
        f"{early.sum()} of {early.size} comparisons of {_years(EARLY_EDITIONS)}, in "
        f"{_count(late)} since.{outdated} Consultations a year by the straight line, against "
        f"France on the field of all editions: {each}.",
    )


def _zones_and_country(study: Topics) -> list[tuple[pd.DataFrame, pd.Series]]:
    """Means by side and of France, a pair for each column of the index."""
    years = list(EDITIONS)
    return [
        (study.health.by_zone(name, years), study.health.by_area(name, years)[COMMON_FIELD])
        for name in DOCTORS_IN_WORDS
    ]


def _beside(percent: float) -> str:
    return f"{abs(percent):.0f}% {'above' if percent > 0 else 'under'}"


def _count(held: npt.NDArray[np.bool_]) -> str:
    return f"{held.sum()} of {held.size}" if held.any() else "none"


def _years(years: tuple[int, ...]) -> str:
    return " and ".join(map(str, years))


def _against(here: pd.Series, country: pd.Series) -> str:
    """Two series in words, in the editions told."""
    return ", ".join(f"{y} {here[y]:.2f} against {country[y]:.2f}" for y in TOLD)


@check("care-filieris")
def _care_filieris(study: Topics) -> Finding:
    found = study.health.named("filieris")
    centres = int((found["category"] == "Centre de Santé").sum())
    return Finding(
        centres > 0,
        "B",
        f"The register lists {len(found)} Filieris establishments, {centres} of them health "
        f"centres, which the law opens to all, in {found['code'].nunique()} communes.",
    )
