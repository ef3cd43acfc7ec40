"""Small statistics that several topics share."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from bassin.errors import ChoiceError

#: Two numbers published to a tenth may be a tenth apart by rounding alone.
ROUNDING_OF_TENTHS = 0.1


def how_many(yes: pd.Series) -> int:
    """How many of some answers are yes; a blank among them is an error.

    Parameters
    ----------
    yes : Series of bool

    Raises
    ------
    ValueError
        If an answer is missing: it is neither.

    Examples
    --------
    >>> how_many(pd.Series([True, False, True]))
    2
    """
    return len(yes[yes])


def total(values: Any, **along: int) -> Any:
    """Sum of published values: missing where one of its parts is.

    pandas leaves missing values out of a sum, which makes zeros of them.

    Parameters
    ----------
    values : Series, DataFrame or GroupBy
        Of numbers; NaN where a value is missing or secret.
    **along
        ``axis=1`` adds up the columns of a DataFrame.

    Returns
    -------
    float, Series or DataFrame
        As ``values.sum()``.

    Examples
    --------
    >>> float(total(pd.Series([1.0, 2.0])))
    3.0
    >>> float(total(pd.Series([1.0, float("nan")])))
    nan
    """
    return values.sum(skipna=False, **along)


def whole_number(value: float) -> int | float:
    """A sum of counts as an int, so that it is written as one; NaN where it is missing.

    Examples
    --------
    >>> whole_number(12.0), whole_number(float("nan"))
    (12, nan)
    """
    return value if pd.isna(value) else int(value)


def significant(value: float, digits: int = 2) -> float:
    """A number to some significant digits, where its source or its model gives no more.

    Parameters
    ----------
    value : float
        Any number; NaN stays NaN.
    digits : int
        Digits kept, from the first that is not zero.

    Examples
    --------
    >>> significant(2546), significant(-10625, 3), significant(0.0)
    (2500.0, -10600.0, 0.0)
    """
    return float(f"{value:.{digits - 1}e}")


def weighted_mean(values: pd.Series, weights: pd.Series) -> float:
    """Mean of the values that are known, each counted by its weight.

    Parameters
    ----------
    values : Series of float
        NaN are left out, with their weight.
    weights : Series of float
        Not negative, on the same index.

    Returns
    -------
    float
        NaN if no weight is left.

    Raises
    ------
    ValueError
        If the indexes differ or a weight is negative or missing where the value is known.
    """
    if not values.index.equals(weights.index):
        raise ValueError("values and weights are on different indexes: align them first")
    known = values.notna()
    weight = weights[known]
    if weight.isna().any() or (weight < 0).any():
        row = weight.index[weight.isna() | (weight < 0)][0]
        raise ValueError(f"the weight of {row!r} is negative or missing")
    whole = total(weight)
    return float(total(values[known] * weight) / whole) if whole > 0 else float("nan")


def weighted_means(table: pd.DataFrame, by: pd.Series, *, value: str, weight: str) -> pd.Series:
    """Weighted mean of one column in each group; rows without a group are left out.

    Parameters
    ----------
    table : DataFrame
        Holds ``value`` and ``weight``.
    by : Series
        Group of each row, on the index of ``table``.

    Returns
    -------
    Series of float
        Indexed by group.
    """
    means: dict[Hashable, float] = {
        group: weighted_mean(rows[value], rows[weight]) for group, rows in table.groupby(by)
    }
    return pd.Series(means, name=value, dtype=float)


def direction(value: float, reference: float, precision: float) -> int:
    """Which way two numbers differ, if by more than they are known to.

    Parameters
    ----------
    value, reference : float
    precision : float
        Largest gap that the two may have without being different: twice half the last digit of two
        published numbers, or what a census gives.

    Returns
    -------
    int
        1 if ``value`` is above, -1 if below, 0 if they are level.

    Raises
    ------
    ValueError
        If a number is missing, or the precision negative: no direction can be told.

    Examples
    --------
    >>> direction(5.1, 5.0, 0.1), direction(5.2, 5.0, 0.1), direction(4.3, 5.0, 0.5)
    (0, 1, -1)
    """
    gap = value - reference
    if not np.isfinite(gap) or not precision >= 0:
        raise ValueError(f"no direction from {value!r} to {reference!r} within {precision!r}")
    # 5.1 - 5.0 is 0.09999999999999964: a gap of exactly the precision is level all the same.
    return 0 if abs(gap) <= precision * (1 + 1e-9) + 1e-9 else int(np.sign(gap))


def places_held(values: pd.Series, of: Hashable, precision: float) -> tuple[int, int]:
    """First and last place that one of some numbers may have, highest first.

    Numbers that are level share their places: which comes before the other is not told.

    Parameters
    ----------
    values : Series of float
        NaN has no place.
    of : hashable
        Label of the one that is placed.
    precision : float
        As in :func:`direction`.

    Returns
    -------
    first, last : int
        The same where no other is level.

    Raises
    ------
    ValueError
        If the one that is placed has no number.

    Examples
    --------
    >>> values = pd.Series({"a": 1.2, "b": 0.62, "c": 0.55, "d": 0.4})
    >>> places_held(values, "b", 0.1), places_held(values, "b", 0.01)
    ((2, 3), (2, 2))
    """
    others = values.drop(of).dropna()
    ways = [direction(other, values[of], precision) for other in others]
    above = sum(way > 0 for way in ways)
    return above + 1, above + 1 + sum(way == 0 for way in ways)


def growth_pct(start: pd.Series, end: pd.Series) -> pd.Series:
    """Change from start to end, in % of the start; NaN where the start is zero."""
    return (end / start.where(start != 0) - 1) * 100


def annual_rate_pct(start: float, end: float, years: float) -> float:
    """Yearly rate, in %, that turns ``start`` into ``end`` in ``years`` if compounded."""
    return float(((end / start) ** (1 / years) - 1) * 100)


def interpolate_compound(series: pd.Series, at: int) -> float:
    """Value between two dates of a series, at a constant rate of change.

    Parameters
    ----------
    series : Series
        Positive values, indexed by increasing ``int`` years.
    at : int
        A year within the series.

    Raises
    ------
    ChoiceError
        If the year is outside the series.
    """
    years = series.index.to_numpy()
    if not years[0] <= at <= years[-1]:
        raise ChoiceError(f"{at} is outside {years[0]}-{years[-1]}")
    return float(np.exp(np.interp(at, years, np.log(series.to_numpy(dtype=float)))))


def nearest_year(series: pd.Series, value: float) -> int:
    """Year in which a series is nearest to a value."""
    return int(series.index[int(np.abs(series.to_numpy(dtype=float) - value).argmin())])
