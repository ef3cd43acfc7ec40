"""Checks of the claims on access to care."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from bassin.audit import Finding, check
from bassin.indicators.health import COMMON_FIELD, GP, GP_UNDER_65
from bassin.territory import AWAY, FACING

if TYPE_CHECKING:
    from bassin.study import Study

#: Editions of the official index: those a study printed in 2023 could read, and those since.
EARLIER, RECENT = (2016, 2018), (2022, 2023)
YEARS = (*EARLIER, *RECENT)
#: Editions whose numbers a sentence gives; it counts over all of them.
TOLD = (RECENT[-1], EARLIER[-1])
#: The two columns of the official index, in words.
COLUMNS = {GP: "all doctors", GP_UNDER_65: "doctors under 65"}


@check("care-deserts")
def _care_deserts(study: Study) -> Finding:
    here = study.territory.short_name
    shares = {name: study.health.share_under(name, YEARS) for name in COLUMNS}
    more = all(bool((table[here] > table[COMMON_FIELD]).all()) for table in shares.values())
    low = study.health.underserved(RECENT).iloc[-1]
    higher = sum(int((table[here] > table[COMMON_FIELD]).sum()) for table in shares.values())
    of = sum(map(len, shares.values()))
    both = "; ".join(
        f"{COLUMNS[name]} {_against(table[here], table[COMMON_FIELD], '.1f')}"
        for name, table in shares.items()
    )
    return Finding(
        more,
        "B",
        f"There are such places: {low['communes']:.0f} of {len(study.territory.codes)} communes "
        f"under 2.5 consultations a year in {RECENT[-1]}. Share of the people in them, %, against "
        f"France on the field of all editions: {both}. It is higher here in {higher} of {of} "
        "editions and columns.",
    )


@check("care-north-west")
def _care_north_west(study: Study) -> Finding:
    short = all(
        bool((zones[FACING] < country).all()) for zones, country in _zones_and_country(study)
    )
    quoted = study.care.sides(study.care.quoted)
    return Finding(
        bool(short and quoted[FACING] < quoted["country"]), "B", _by_year(study, FACING, quoted)
    )


@check("care-south-east")
def _care_south_east(study: Study) -> Finding:
    above = pd.concat(
        [zones[AWAY] > country for zones, country in _zones_and_country(study)], axis=1
    )
    # The editions that the study could read decide, on both columns: those since came out in
    # December 2024.
    early, late = above.loc[list(EARLIER)], above.loc[list(RECENT)]
    held = bool(early.to_numpy().mean() > 1 / 2)
    past = f"Outdated since {RECENT[0]}. " if held and not late.any(axis=None) else ""
    quoted = study.care.sides(study.care.quoted)
    return Finding(held, "B", past + _by_year(study, AWAY, quoted))


def _zones_and_country(study: Study) -> list[tuple[pd.DataFrame, pd.Series]]:
    """Means by side and of France, a pair for each column of the index."""
    years = list(YEARS)
    return [
        (study.health.by_zone(name, years), study.health.by_area(name, years)[COMMON_FIELD])
        for name in COLUMNS
    ]


def _by_year(study: Study, side: str, quoted: pd.Series) -> str:
    both = "; ".join(
        f"{words} {_against(zones[side], country, '.2f')}"
        for words, (zones, country) in zip(COLUMNS.values(), _zones_and_country(study), strict=True)
    )
    above = pd.concat(
        [zones[side] > country for zones, country in _zones_and_country(study)], axis=1
    )
    early, late = (above.loc[list(years)].to_numpy() for years in (EARLIER, RECENT))
    return (
        "Consultations a year, against France on the field of all editions: "
        f"{both}. It is above France in {early.sum()} of {early.size} editions and columns up to "
        f"{EARLIER[-1]}, {late.sum()} of {late.size} since {RECENT[0]}. Doctors within 30 minutes "
        f"for 10,000 possible patients, rebuilt for 2019: {quoted[side]:.1f} against "
        f"{quoted['country']:.1f}."
    )


def _against(here: pd.Series, country: pd.Series, fmt: str) -> str:
    """Two series in words, in the editions told."""
    return ", ".join(f"{y} {here[y]:{fmt}} against {country[y]:{fmt}}" for y in TOLD)


@check("care-filieris")
def _care_filieris(study: Study) -> Finding:
    found = study.health.named("filieris")
    centres = int((found["category"] == "Centre de Santé").sum())
    return Finding(
        centres > 0,
        "B",
        f"The register lists {len(found)} Filieris establishments, {centres} of them health "
        f"centres, which the law opens to all, in {found['code'].nunique()} communes.",
    )
