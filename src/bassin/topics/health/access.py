"""The index of access to professionals (APL): its editions, and who is under a threshold of it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bassin.choices import chosen
from bassin.errors import TerritoryError
from bassin.indicators.declared.care import SHORT, YEARS

#: General practitioners, and those under 65: two columns of one file.
GP, GP_UNDER_65 = "general_practitioner", "general_practitioner_under_65"
#: Which doctors they are, by code, for tables of both.
ALL_DOCTORS, DOCTORS_UNDER_65 = "doctors_all", "doctors_under_65"
DOCTORS = {GP: ALL_DOCTORS, GP_UNDER_65: DOCTORS_UNDER_65}
#: The other professions that have an index.
OTHERS = ("nurse", "dentist", "midwife")
#: Fewer consultations a year than this, and a commune is called underserved (DREES).
UNDERSERVED = 2.5
#: Editions of the index: those a study printed in 2023 could read, and those since.
EARLY_EDITIONS, RECENT_EDITIONS = (2016, 2018), (2022, 2023)
EDITIONS = (*EARLY_EDITIONS, *RECENT_EDITIONS)
#: Code of the country as far as every edition of the index covers it.
COMMON_FIELD = "common_field"


def at_year(apl: pd.DataFrame, year: int) -> pd.DataFrame:
    """Rows of one year, indexed by ``code``.

    Raises
    ------
    ChoiceError
        If the year is not in the table; the message lists those that are.
    """
    chosen("year", year, sorted(apl.index.unique("year")))
    return apl.xs(year, level="year")


def common_field(apl: pd.DataFrame) -> list[str]:
    """Communes that every edition of the index has, and so a mean can be compared over."""
    editions = apl.index.to_frame(index=False).groupby("year")["code"].agg(set)
    return sorted(set.intersection(*editions))


def key_of(profession: str, year: int) -> str:
    """Key of the indicator of access to a profession in one edition of the index.

    Raises
    ------
    ChoiceError
        If there is no such edition; the message lists those that are.

    Examples
    --------
    >>> key_of("general_practitioner", 2023)
    'gp_2023'
    """
    _edition(profession, year)
    return f"{YEARS[profession][0]}_{year}"


def short_of(profession: str, year: int) -> str:
    """Key of the share of people who live in a commune short of a profession.

    Raises
    ------
    ChoiceError
        As :func:`key_of`.

    Examples
    --------
    >>> short_of("general_practitioner", 2023)
    'underserved_2023'
    """
    _edition(chosen("profession", profession, SHORT), year)
    return f"{SHORT[profession]}_{year}"


def _edition(profession: str, year: int) -> None:
    chosen("year", year, YEARS[chosen("profession", profession, YEARS)][1])


def share_of_communes(access: pd.Series) -> float:
    """Share of the communes with a value that are underserved, each counting for one (%).

    Examples
    --------
    >>> share_of_communes(pd.Series([2.4, 2.5, None]))
    50.0
    """
    known = access.dropna()
    return float(100 * (known < UNDERSERVED).mean())


def break_even(level: float, inside: pd.Series, outside_weight: float) -> float:
    """Mean that places left out would need for the mean of all to reach a level.

    Parameters
    ----------
    level : float
        The level to reach.
    inside : Series
        ``value`` (mean) and ``of`` (standardised population) of the places that are in.
    outside_weight : float
        Standardised population of those left out.

    Raises
    ------
    ValueError
        If nothing is left out.
    """
    if not outside_weight > 0:
        raise TerritoryError("no place is left out: the mean is that of all")
    return float(level + (level - inside["value"]) * inside["of"] / outside_weight)


def by_year(rows: Mapping[int, Mapping[str, object] | pd.Series]) -> pd.DataFrame:
    """One row a year."""
    return pd.DataFrame.from_dict(dict(rows), orient="index").rename_axis("year")
