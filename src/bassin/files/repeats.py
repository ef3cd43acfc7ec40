"""Whether a table of one year says what that of another year says."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from bassin.files.departures import DepartureError
from bassin.files.moves import LEAST, TRADED

#: What part of a column whose values are nearly all different may be as another year's.
AGAIN = 0.5
#: Fewest rows that can be told to be those of another year.
ROWS = 5


def repeats(other: pd.DataFrame, now: pd.DataFrame, year: object) -> list[DepartureError]:
    """Tell where a table repeats that of another vintage.

    A year that says in nearly all rows what another said is more often the file of that other year
    under a new name than a country where nothing moved.

    Parameters
    ----------
    other, now : DataFrame
        What one reader gives of two vintages.
    year : object
        Vintage of the first.

    Returns
    -------
    list of DepartureError
        One of the rows, where all numbers of nearly all of them are the same; else one a column
        that takes many values, half of which are the same. None where the tables are of other
        columns or of other years, as those of a file that grows.

    Examples
    --------
    >>> table = pd.DataFrame({"income": [18_000.0 + 7 * n for n in range(9)]})
    >>> [str(one) for one in repeats(table, table, 2021)]
    ['9 of 9 rows say what they say in the vintage 2021']
    >>> repeats(table, table + 100, 2021)
    []
    """
    if [*map(str, other)] != [*map(str, now)] or _years(other) != _years(now):
        return []
    if not (other.index.is_unique and now.index.is_unique):
        other, now = other.reset_index(drop=True), now.reset_index(drop=True)
    rows = other.index.intersection(now.index)
    pairs = {
        str(name): (_numbers(other.iloc[:, at].loc[rows]), _numbers(now.iloc[:, at].loc[rows]))
        for at, name in enumerate(other)
        if all(_is_number(table.iloc[:, at]) for table in (other, now))
    }
    if not pairs or len(rows) < ROWS:
        return []
    told = np.any([(a != 0) & ~np.isnan(a) for a, _ in pairs.values()], axis=0)
    same = told & np.all([_same(a, b) for a, b in pairs.values()], axis=0)
    if told.sum() >= ROWS and same.sum() > TRADED * told.sum():
        what = f"{same.sum():,} of {told.sum():,} rows say what they say in the vintage {year}"
        return [DepartureError("", what)]
    return [
        DepartureError(name, f"{share:.0%} of its values are those of the vintage {year}")
        for name, (a, b) in pairs.items()
        if (share := _again(a, b)) > AGAIN
    ]


def _again(a: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> float:
    """Part of the values that are the same; none where they are few, or a few words for many."""
    told = (a != 0) & ~np.isnan(a) & ~np.isnan(b)
    if told.sum() < LEAST or 2 * len(np.unique(a[told])) < told.sum():
        return 0.0
    return float(_same(a[told], b[told]).mean())


def _same(a: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    return np.isclose(a, b, rtol=1e-9, atol=0, equal_nan=True)


def _is_number(values: pd.Series) -> bool:
    return bool(is_numeric_dtype(values) and not is_bool_dtype(values))


def _numbers(values: pd.Series) -> npt.NDArray[np.float64]:
    return np.asarray(values.to_numpy(dtype=float, na_value=np.nan))


def _years(table: pd.DataFrame) -> set[object]:
    if "year" not in table.index.names:
        return set()
    return set(table.index.get_level_values("year"))
