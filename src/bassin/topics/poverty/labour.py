"""Censuses of active and unemployed people: what each is read from, and which share no survey."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.phrase import Name, Phrase
from bassin.places.passage import GEOGRAPHY
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


def key_of(year: int) -> str:
    """Key of the indicator of unemployment at a census.

    Examples
    --------
    >>> key_of(2017)
    'unemployment_2017'
    """
    return f"unemployment_{year}"


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
