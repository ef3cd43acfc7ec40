"""Active and unemployed people at a census: on one geography, and their rate by place."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.indicators.geography import codes_of_departements
from bassin.indicators.stats import total
from bassin.phrase import Name, Phrase
from bassin.places.departements import departement_of
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import insee

LABOUR_CENSUSES = tuple(insee.LABOUR_GEOGRAPHY)
#: Years on each side of the year of a census whose surveys it puts together: 2017 is 2015-2019.
CENSUS_WINDOW = 2
#: Which file each census is read from; its boundaries are in LABOUR_GEOGRAPHY.
CENSUS_FILES = {
    2007: Name("labour_2007_2017"),
    2012: Name("labour_2007_2017"),
    2017: Name("labour_2007_2017"),
    2018: Name("labour_2018"),
    2022: Name("labour_2022"),
}


def rate_pct(labour: pd.DataFrame) -> pd.Series:
    """Unemployed over active people, in %; NaN where nobody is active."""
    return 100 * labour["unemployed"] / labour["active"].where(labour["active"] > 0)


def on_geography(
    labour: pd.DataFrame, date: str, passage: Passage, codes: Sequence[str]
) -> pd.DataFrame:
    """Bring the active and the unemployed of some communes to the geography of 2023.

    A table on a later geography is kept as it is: a commune merged since is missing, and counted in
    the one that took it in. So is a commune the table does not have.

    Parameters
    ----------
    labour : DataFrame
        As :func:`bassin.read.insee.labour_force`.
    date : str
        Of its geography.
    passage : Passage
    codes : sequence of str
        Communes of 2023.
    """
    if date > GEOGRAPHY:
        return labour.reindex(pd.Index(codes, name="code"))
    return passage.carry(labour, date, GEOGRAPHY, codes)


def overall_rate(labour: pd.DataFrame) -> float:
    """Rate of some communes together; NaN where one of them has no count."""
    if labour.empty or labour.isna().any(axis=None):
        return float("nan")
    return float(100 * total(labour["unemployed"]) / total(labour["active"]))


def zone_rate(labour: pd.DataFrame, date: str, passage: Passage, codes: Sequence[str]) -> float:
    """Rate of a zone d'emploi; NaN where the file does not hold all its communes."""
    if date > GEOGRAPHY:
        there = labour.reindex(list(codes))
        return overall_rate(there)
    return overall_rate(passage.carry(labour, date, GEOGRAPHY, codes))


def departements_rate(
    labour: pd.DataFrame, everywhere: Sequence[str], departements: Sequence[str]
) -> float:
    """Rate of whole departements; NaN where the file does not hold all France."""
    # A file of one EPCI must not pass for a departement.
    if len({departement_of(code) for code in everywhere}) < 2:
        return float("nan")
    # Paris, Lyon and Marseille are listed whole, then by arrondissement: none is counted twice.
    codes = codes_of_departements(pd.Index(everywhere), departements)
    rows = labour.loc[[c for c in codes if c not in _WHOLE_CITIES or not _has_parts(c, everywhere)]]
    known = rows.dropna()
    return float(100 * total(known["unemployed"]) / total(known["active"]))


#: Cities whose arrondissements have codes of their own, and how these begin.
_WHOLE_CITIES = {"75056": "751", "69123": "6938", "13055": "132"}


def _has_parts(code: str, everywhere: Sequence[str]) -> bool:
    return any(other.startswith(_WHOLE_CITIES[code]) for other in everywhere)


def apart(census: pd.DataFrame) -> pd.DataFrame:
    """Rows of ``census`` at least five years apart, from the last one back.

    A census puts together the surveys of five years: 2017 and 2018 share four of them.

    Parameters
    ----------
    census : DataFrame
        Index ``year``, a column a place (%).
    """
    kept: list[int] = []
    for year in sorted(census.index, reverse=True):
        if not kept or kept[-1] - year >= 2 * CENSUS_WINDOW + 1:
            kept.append(int(year))
    return census.loc[sorted(kept)]


def basis(years: Sequence[int] = LABOUR_CENSUSES) -> Phrase:
    """Which file each census is read from, and on which boundaries.

    Parameters
    ----------
    years : sequence of int
        Of :data:`LABOUR_CENSUSES`.
    """
    groups: dict[tuple[Name, int], list[int]] = {}
    for year in years:
        key = (CENSUS_FILES[year], int(insee.LABOUR_GEOGRAPHY[year][:4]))
        groups.setdefault(key, []).append(int(year))
    files = [
        Phrase("poverty.file_of", years=read, file=file, boundaries=date)
        for (file, date), read in groups.items()
    ]
    return Phrase("poverty.basis", files=files, geography=int(GEOGRAPHY[:4]))
