"""Columns named after a year: derived from the vintage a file is listed as.

INSEE ends the names of columns with the last two digits of the year, ``MED20``. A reader writes
``MED{y}``, and reads every year of that layout.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from bassin.errors import DataError
from bassin.files.manifest import MANIFEST
from bassin.files.sources import Sources

Of = TypeVar("Of")
#: Two digits of the first year that is of the century before.
_CENTURY = 69
#: Where the year stands in the name of a column.
YEAR = "{y}"


def of_year(
    file: str, header: Sequence[str], names: Mapping[str, Of], vintage: int
) -> dict[str, Of]:
    """Names of columns in a file of one vintage, from those with ``{y}`` for the year.

    Parameters
    ----------
    file : str
        For the error.
    header : sequence of str
        Columns of the file.
    names : mapping
        Name with ``{y}`` to whatever the column stands for.
    vintage : int
        Of the file's row in the manifest.

    Raises
    ------
    DataError
        If the columns are of another year: either the row or the file is wrong.

    Examples
    --------
    >>> of_year("a.csv", ["CODGEO", "MED21"], {"MED{y}": "median_income"}, 2021)
    {'MED21': 'median_income'}
    """
    two = f"{vintage % 100:02d}"
    for name in names:
        if name.replace(YEAR, two) not in header and (other := _other(header, name)):
            column, year = other
            raise DataError(
                file,
                f"its columns are of {vintage - vintage % 100 + year}, and it is listed as the "
                f"vintage {vintage}",
                column=column,
                cure=f"Put the file of {vintage} in its place, or give its row of data/{MANIFEST} "
                "the vintage that its columns say.",
            )
    return {name.replace(YEAR, two): of for name, of in names.items()}


def years_of(sources: Sources, file: str, header: Sequence[str], name: str) -> dict[str, int]:
    """Every column of a file that grows by a year, to its year; the last is its vintage.

    Parameters
    ----------
    sources : Sources
    file, header, name
        As :func:`years_in`; the row of the file in the manifest has the vintage.

    Raises
    ------
    DataError
        If there is none, or the last is not of the vintage that the file is listed as.
    """
    years = years_in(file, header, name)
    column, last = [*years.items()][-1]
    refuse_last(sources, file, last, column)
    return years


def years_in(file: str, header: Sequence[str], name: str) -> dict[str, int]:
    """Every column of a file that is named after a year, to that year.

    Parameters
    ----------
    file : str
        For the error.
    header : sequence of str
        Columns of the file.
    name : str
        Of the columns, with ``{y}`` for the two digits of the year.

    Returns
    -------
    dict
        In the order of years; a column of a year after 2068 is of the century before.

    Raises
    ------
    DataError
        If there is none.

    Examples
    --------
    >>> years_in("a.csv", ["p22_pop", "name", "p99_pop"], "p{y}_pop")
    {'p99_pop': 1999, 'p22_pop': 2022}
    """
    before, after = (re.escape(part) for part in name.split(YEAR))
    found = {
        column: _full(int(year[1]))
        for column in header
        if (year := re.fullmatch(rf"{before}([0-9]{{2}}){after}", column))
    }
    if not found:
        raise DataError(
            file,
            "no column of a year",
            column=name,
            cure="Use the file as published.",
        )
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def refuse_last(sources: Sources, file: str, last: int, column: str) -> None:
    """Refuse a file whose last year is not the vintage it is listed as.

    Parameters
    ----------
    sources : Sources
    file : str
    last : int
        Its last year.
    column : str
        For the error.

    Raises
    ------
    DataError
        Either its row or the file is wrong.
    """
    vintage = str(sources.describe(file)["vintage"])
    if vintage and int(vintage) != last:
        raise DataError(
            file,
            f"its last year is {last}, and it is listed as the vintage {vintage}",
            column=column,
            cure=f"Put the file to {vintage} in its place, or take this one in with `bassin accept "
            f"{file} COPY --set vintage={last}`.",
        )


def _full(year: int) -> int:
    return 2000 + year if year < _CENTURY else 1900 + year


def _other(header: Sequence[str], name: str) -> tuple[str, int] | None:
    """First column of a header that is of another year, and its two digits."""
    if YEAR not in name:
        return None
    before, after = (re.escape(part) for part in name.split(YEAR))
    for column in header:
        if found := re.fullmatch(rf"{before}([0-9]{{2}}){after}", column):
            return column, int(found[1])
    return None
