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
#: The two columns of the official index, in words.
COLUMNS = {GP: "all doctors", GP_UNDER_65: "doctors under 65"}


@check("care-deserts")
def _care_deserts(study: Study) -> Finding:
    here = study.territory.short_name
    shares = {name: study.health.share_under(name, YEARS) for name in COLUMNS}
    more = all(bool((table[here] > table[COMMON_FIELD]).all()) for table in shares.values())
    low = study.health.underserved(RECENT).iloc[-1]
    both = "; ".join(
        f"{COLUMNS[name]} {_against(table[here], table[COMMON_FIELD], '.1f')}"
        for name, table in shares.items()
    )
    return Finding(
        more,
        "B",
        f"There are such places: {low['communes']:.0f} of {len(study.territory.codes)} communes "
        f"under 2.5 consultations a year in {RECENT[-1]}. But they hold a smaller share of the "
        "people than in France on the field of all four editions, in each of them and on both "
        f"columns. Inhabitants, %: {both}.",
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
    zones, country = _zones_and_country(study)[0]
    above = zones[AWAY] > country
    quoted = study.care.sides(study.care.quoted)
    past = "Outdated since 2022. " if not above[list(RECENT)].any() else ""
    # The editions that the study could read decide: those since were not out when it was printed.
    return Finding(bool(above[list(EARLIER)].all()), "B", past + _by_year(study, AWAY, quoted))


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
    return (
        "Consultations a year and inhabitant, against the mean of France on the field of all four "
        f"editions: {both}. Doctors within 30 minutes for 10,000 possible patients, as the study "
        f"quotes them, rebuilt for 2019: {quoted[side]:.1f} against {quoted['country']:.1f}."
    )


def _against(here: pd.Series, country: pd.Series, fmt: str) -> str:
    """Two series in words, the latest year first."""
    years = sorted(here.index, reverse=True)
    return ", ".join(f"{y} {here[y]:{fmt}} against {country[y]:{fmt}}" for y in years)


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
