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

Of = TypeVar("Of")
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


def _other(header: Sequence[str], name: str) -> tuple[str, int] | None:
    """First column of a header that is of another year, and its two digits."""
    if YEAR not in name:
        return None
    before, after = (re.escape(part) for part in name.split(YEAR))
    for column in header:
        if found := re.fullmatch(rf"{before}([0-9]{{2}}){after}", column):
            return column, int(found[1])
    return None
