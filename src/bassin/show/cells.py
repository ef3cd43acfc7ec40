"""Cells of the CSV files that are offered, in which a spreadsheet must find no formula.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@`` (also in full width), a tab or
a line break. Such a cell gets an apostrophe before it, unless it is a number: ``-3.2`` stays one.
A text that already begins with apostrophes before such a sign gets one more, so that taking one
away gives every text back; :func:`read` does.
"""

from __future__ import annotations

import re
from typing import IO

import pandas as pd

from bassin.files import rows

MARK = "'"
_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?inf|-")


def guard(cell: str) -> str:
    """Write a cell so that no spreadsheet takes it for a formula.

    Examples
    --------
    >>> guard("=1+1"), guard("-3.2"), guard("Alès"), guard("'=1+1")
    ("'=1+1", '-3.2', 'Alès', "''=1+1")
    """
    return MARK + cell if _is_formula(cell) else cell


def restore(cell: str) -> str:
    """Give the text back that :func:`guard` wrote.

    Examples
    --------
    >>> restore("'=1+1"), restore("-3.2"), restore("'tis")
    ('=1+1', '-3.2', "'tis")
    """
    return cell[1:] if cell.startswith(MARK) and _is_formula(cell[1:]) else cell


def _is_formula(cell: str) -> bool:
    return bool(_FORMULA.match(cell)) and not _NUMBER.fullmatch(cell)


def guarded(text: str) -> str:
    """Guard every cell of a CSV text, its header too; the same bytes on every Python."""
    return rows.written([guard(cell) for cell in row] for row in rows.read(text))


def read(file: IO[str] | str) -> pd.DataFrame:
    """Read an offered CSV file: every cell as the text it was made from.

    Parameters
    ----------
    file : text file or str
        An open file, or a path.

    Returns
    -------
    DataFrame
        All columns are text; an absent value is the empty text.
    """
    table = pd.read_csv(file, dtype=str, keep_default_na=False)
    return table.map(restore).rename(columns=restore)
