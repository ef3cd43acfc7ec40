"""Of which years a declaration is, as they are told of a file of one year or of a census."""

from __future__ import annotations

from typing import TypedDict

#: Years before and after that of a census whose surveys are put together in it.
WINDOW = 2


class Years(TypedDict):
    """What a declaration says of its years.

    Attributes
    ----------
    vintage : str
    since, until : int
    """

    vintage: str
    since: int
    until: int


def of_year(year: int) -> Years:
    """Of a file of one year.

    Examples
    --------
    >>> of_year(2023)
    {'vintage': '2023', 'since': 2023, 'until': 2023}
    """
    return Years(vintage=str(year), since=year, until=year)


def of_census(year: int) -> Years:
    """Of a census since 2006, which puts together the surveys of five years.

    Examples
    --------
    >>> of_census(2018)
    {'vintage': 'RP 2018', 'since': 2016, 'until': 2020}
    """
    return Years(vintage=f"RP {year}", since=year - WINDOW, until=year + WINDOW)


def of_period(start: int, end: int, vintage: str = "") -> Years:
    """Of the years from one to another.

    Parameters
    ----------
    start, end : int
    vintage : str
        Edition of the file; the two years by default.

    Examples
    --------
    >>> of_period(2013, 2018)["vintage"], of_period(2024, 2024, "2024-07")["vintage"]
    ('2013-2018', '2024-07')
    """
    return Years(vintage=vintage or f"{start}-{end}", since=start, until=end)
