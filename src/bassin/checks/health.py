"""Checks of the claims on access to care."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from bassin.audit import Finding, check
from bassin.indicators.health import COMMON_FIELD
from bassin.territory import AWAY, FACING

if TYPE_CHECKING:
    from bassin.study import Study

GP = "general_practitioner"
#: Years of the index nearest to the study, printed in 2023.
RECENT = (2022, 2023)
EARLIER = (2016, 2018)
#: Year of the official index nearest to the rebuilt one.
OFFICIAL = 2018


@check("care-deserts")
def _care_deserts(study: Study) -> Finding:
    low = study.health.underserved(RECENT).loc[RECENT[0]]
    return Finding(
        bool(low["communes"] > 0),
        "B",
        f"In {RECENT[0]}, {low['communes']:.0f} of {len(study.territory.codes)} communes, with "
        f"{low['inhabitants_pct']:.1f}% of the inhabitants, are under 2.5 consultations a year.",
    )


@check("care-north-west")
def _care_north_west(study: Study) -> Finding:
    zones, country = _zones_and_country(study)
    short = bool((zones[FACING] < country).all())
    return Finding(short, "B", _by_year(zones[FACING], country))


@check("care-south-east")
def _care_south_east(study: Study) -> Finding:
    zones, country = _zones_and_country(study)
    recent = list(RECENT)
    above = bool((zones.loc[recent, AWAY] > country[recent]).all())
    return Finding(above, "B", _by_year(zones[AWAY], country))


def _zones_and_country(study: Study) -> tuple[pd.DataFrame, pd.Series]:
    years = [*EARLIER, *RECENT]
    return study.health.by_zone(GP, years), study.health.by_area(GP, years)[COMMON_FIELD]


def _by_year(zone: pd.Series, country: pd.Series) -> str:
    years = "; ".join(f"{y} {zone[y]:.2f} against {country[y]:.2f}" for y in zone.index)
    return (
        f"Consultations a year per inhabitant, against the mean of France on the field of all four "
        f"editions: {years}."
    )


@check("care-filieris")
def _care_filieris(study: Study) -> Finding:
    found = study.health.named("filieris")
    centres = int((found["category"] == "Centre de Santé").sum())
    return Finding(
        centres > 0,
        "B",
        f"The register lists {len(found)} Filieris establishments, {centres} of them health "
        f"centres, in {found['code'].nunique()} communes.",
    )


@check("care-relief")
def _care_relief(study: Study) -> Finding:
    found = study.health.named("filieris").query("category == 'Centre de Santé'")["code"]
    gaps = study.care.gap_near(OFFICIAL, list(found))
    return Finding(
        bool(gaps["near"] < gaps["rest"]),
        "B",
        "An index that counts salaried doctors ranks the "
        f"{gaps['communes']:.0f} communes within 15 minutes of a Filieris health centre "
        f"{gaps['rest'] - gaps['near']:.0f} places in a hundred higher, against the rest of the "
        "departement, than one that does not. A trace, not a proof.",
    )
