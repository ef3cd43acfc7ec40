"""Checks of the claims on access to care."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.indicators.stats import ROUNDING_OF_TENTHS, direction
from bassin.phrase import Phrase
from bassin.places.lines import HILLS, PLAIN
from bassin.places.territory import AWAY, FACING
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.health.access import (
    COMMON_FIELD,
    EARLY_EDITIONS,
    EDITIONS,
    GP,
    GP_UNDER_65,
    RECENT_EDITIONS,
)
from bassin.topics.health.mines import by_mines
from bassin.topics.health.roads import IN_FIELD, KNOWN, MODELLED

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
    column of the editions it could read. One that is level bears out neither claim. Editions since
    came out in December 2024.
    """
    expected = 1 if more else -1
    both = zones_and_country(study)
    if any(side not in zones for zones, _ in both.values()):
        return None  # no commune lies there
    gaps = {name: zones[side] - country for name, (zones, country) in both.items()}
    if any(gap[list(EDITIONS)].isna().any() for gap in gaps.values()):
        return None  # a comparison that is not there is not one that fails
    # By column, then by edition: those that a study of 2023 could read, and those since.
    early, late = (
        np.array([way(both[name], side, year) for name in both for year in years])
        for years in (EARLY_EDITIONS, RECENT_EDITIONS)
    )
    ratios = ratios_quoted(study, side)
    quoted = bool((expected * ratios > 0).all())
    held = bool(((early == expected).sum() + quoted) / (early.size + 1) > 1 / 2)
    return Finding(
        held,
        "B",
        Phrase(
            "care.side_above" if more else "care.side_under",
            quoted=_beside(ratios[MODELLED]),
            n=int((early == expected).sum()),
            level=_level(early),
            least=_least(gaps, early == expected),
            of=early.size,
            years=list(EARLY_EDITIONS),
            since=_count(late == expected),
            outdated=Phrase("care.outdated", year=RECENT_EDITIONS[0])
            if held and not (late == expected).any()
            else "",
        ),
        detail=Phrase(
            "care.side_detail",
            field=_beside(ratios[IN_FIELD]),
            known=_beside(ratios[KNOWN]),
            turn=_turn(study.care.turning(side, study.care.quoted)),
            lean=_lean(float(study.care.roads.at[side, "gap_pct"])),
            each=[
                Phrase(COLUMNS[name], told=_against(zones[side], country))
                for name, (zones, country) in both.items()
            ],
            mines=_by_the_mines(study, both[GP][1]),
        ),
    )


def way(
    both: tuple[pd.DataFrame, pd.Series], side: str, year: int, level: float = ROUNDING_OF_TENTHS
) -> int:
    """Which way a side differs from the country in an edition, or 0 if they are level.

    Means within a tenth are level: a margin that is chosen, since the DREES tells its own mean to a
    tenth.
    """
    zones, country = both
    return direction(float(zones.at[year, side]), float(country[year]), level)


def ratios_quoted(study: Topics, side: str) -> pd.Series:
    """The ratio that the study quotes beside that of the country (%), by what roads are held to be.

    The model of minutes errs the other way on each side: where the known ways of the sides, or the
    field of its errors, turn the sign, the ratio bears out neither claim.
    """
    care = study.care
    ratios = {
        MODELLED: care.sides(care.quoted),
        IN_FIELD: care.in_field(care.quoted),
        KNOWN: care.on_own_roads(care.quoted),
    }
    return pd.Series({roads: (r[side] / r["country"] - 1) * 100 for roads, r in ratios.items()})


def _by_the_mines(study: Topics, country: pd.Series) -> Phrase | str:
    """What the other line says, of all doctors in the last edition that the study could read."""
    means = by_mines(study, GP, [EARLY_EDITIONS[-1]])
    if means is None:
        return ""
    year = EARLY_EDITIONS[-1]
    near, far = (float(means.at[year, side]) for side in (HILLS, PLAIN))
    return Phrase("care.mines", year=year, near=near, far=far, country=float(country[year]))


def zones_and_country(study: Topics) -> dict[str, tuple[pd.DataFrame, pd.Series]]:
    """Means by side and of France, a pair for each column of the index."""
    years = list(EDITIONS)
    return {
        name: (study.health.by_zone(name, years), study.health.by_area(name, years)[COMMON_FIELD])
        for name in COLUMNS
    }


def _beside(percent: float) -> Phrase:
    return Phrase("care.above" if percent > 0 else "care.under", percent=float(abs(percent)))


def _lean(percent: float) -> Phrase:
    return Phrase("care.longer" if percent > 0 else "care.shorter", percent=abs(percent))


def _turn(percent: float) -> Phrase:
    """The change of the ways of a side that levels it with the country; none that is in reach."""
    if np.isnan(percent):
        return Phrase("care.turn_none")
    return Phrase("care.turn", change=_lean(percent))


def _level(ways: npt.NDArray[np.int_]) -> Phrase | str:
    n = int((ways == 0).sum())
    return Phrase("care.level", n=n) if n else ""


def _least(gaps: Mapping[str, pd.Series], held: npt.NDArray[np.bool_]) -> Phrase | str:
    """By how much the comparison that counts with the least gap does: one may hang on it."""
    early = np.concatenate([gap[list(EARLY_EDITIONS)].to_numpy() for gap in gaps.values()])
    if not held.any():
        return ""
    least = float(np.abs(early[held]).min())
    return Phrase("care.least", least=least, asked=ROUNDING_OF_TENTHS)


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
