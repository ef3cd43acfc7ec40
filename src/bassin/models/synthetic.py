r"""Synthetic control: a place against a weighted mean of others that moved as it did.

With :math:`x_{t}` the series of the place and :math:`X_{tj}` those of the others until a year, the
weights are

.. math:: \arg\min_w \sum_t \Big(x_t - \sum_j X_{tj} w_j\Big)^2 + \lambda T \sum_j w_j^2,
   \qquad w_j \ge 0, \quad \sum_j w_j = 1,

:math:`T` being the number of years. Without a penalty (:math:`\lambda = 0`) this is the method of
:cite:`abadie2010synthetic`; with fewer years than others many weights fit as well, and the penalty
of :cite:`doudchenko2016balancing` picks one. A great one gives every other place the same weight.

A gap after the year is no effect of anything unless the others would have gone on alike. Placebos
tell how large gaps are where nothing is looked for: each of the others is taken in turn.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd
from scipy.optimize import nnls

from bassin.models.arrays import Floats


def weights(series: Floats, others: Floats, penalty: float = 0.0) -> Floats:
    """Weights of others whose mean is nearest a series.

    Parameters
    ----------
    series : array, shape (years,)
    others : array, shape (years, places)
        In the same unit.
    penalty : float
        What a squared weight costs, a year, in squared units of the series; not negative.

    Returns
    -------
    array, shape (places,)
        None negative, one in all.

    Raises
    ------
    ValueError
        If the shapes do not go together, a number is not finite, or the penalty is negative.

    Examples
    --------
    >>> weights(np.array([1.0, 2.0]), np.array([[0.0, 2.0], [1.0, 3.0]])).round(6).tolist()
    [0.5, 0.5]
    """
    if others.ndim != 2 or series.shape != others.shape[:1] or not others.size:
        raise ValueError(f"series {series.shape} and others {others.shape}: a row a year of each")
    if not (np.isfinite(series).all() and np.isfinite(others).all()):
        raise ValueError("a series has a value that is not finite: leave its place out")
    if penalty < 0:
        raise ValueError(f"penalty {penalty}: it is not negative")
    years, places = others.shape
    # As weights add up to one, the square is that of the weighted differences. That has no constant
    # term, so that the least-squares problem with the sum as one row more has its direction.
    rows = [others - series[:, None], np.ones((1, places))]
    if penalty:
        rows.insert(1, np.sqrt(penalty * years) * np.eye(places))
    target = np.zeros(sum(map(len, rows)))
    target[-1] = 1.0
    found, _ = nnls(np.vstack(rows), target)
    return np.asarray(found / found.sum())


def counterpart(
    table: pd.DataFrame, place: Hashable, others: Sequence[Hashable], until: int, penalty: float
) -> pd.Series:
    """Series of the weighted mean of others that is nearest a place until a year.

    Parameters
    ----------
    table : DataFrame
        A row a place, a column a year in order.
    place : hashable
    others : sequence
        Rows of the table, without the place.
    until : int
        Last year that weights are fitted on.
    penalty : float
        As :func:`weights`.

    Returns
    -------
    Series
        By year, those after ``until`` too.

    Raises
    ------
    ValueError
        If the place is among the others, or fewer than two years are left to fit on.
    """
    if place in others:
        raise ValueError(f"{place!r} is among the others it is compared with")
    before = [year for year in table.columns if year <= until]
    if len(before) < 2:
        raise ValueError(f"{len(before)} years until {until}: two at least are to be fitted on")
    own, rest = table.loc[place], table.loc[list(others)]
    found = weights(own[before].to_numpy(float), rest[before].to_numpy(float).T, penalty)
    return pd.Series(rest.to_numpy(float).T @ found, index=table.columns)


def gaps(
    table: pd.DataFrame, place: Hashable, others: Sequence[Hashable], until: int, penalty: float
) -> pd.DataFrame:
    """How far a place, and each of the others in turn, is from its counterpart.

    The place is not among those that the counterparts of the others are made of.

    Returns
    -------
    DataFrame
        A row the place and a row each of the others; by year, in % of the counterpart.
    """
    rows = {}
    for one in [place, *others]:
        rest = [other for other in others if other != one]
        rows[one] = 100 * (table.loc[one] / counterpart(table, one, rest, until, penalty) - 1)
    return pd.DataFrame.from_dict(rows, orient="index")


def misfit(gap: pd.DataFrame, until: int) -> pd.DataFrame:
    """Root mean square of gaps before and after a year.

    Parameters
    ----------
    gap : DataFrame
        As :func:`gaps`.
    until : int

    Returns
    -------
    DataFrame
        A row a place; ``before``, ``after`` (points), ``ratio`` of the two.
    """
    after = gap.columns > until
    table = pd.DataFrame(
        {
            "before": np.sqrt((gap.loc[:, ~after] ** 2).mean(axis=1)),
            "after": np.sqrt((gap.loc[:, after] ** 2).mean(axis=1)),
        }
    )
    return table.assign(ratio=table["after"] / table["before"])


def best_penalty(
    table: pd.DataFrame, others: Sequence[Hashable], until: int, tried: Sequence[float]
) -> float:
    """The penalty with which others are told best by the rest of them after a year.

    The place itself has no part in the choice.

    Parameters
    ----------
    table, others, until
        As :func:`counterpart`.
    tried : sequence of float
        Penalties.

    Returns
    -------
    float
        That with the least median of :func:`misfit` after the year; the least of equals.
    """

    def error(penalty: float) -> float:
        rows = {}
        for one in others:
            rest = [other for other in others if other != one]
            rows[one] = 100 * (table.loc[one] / counterpart(table, one, rest, until, penalty) - 1)
        told = misfit(pd.DataFrame.from_dict(rows, orient="index"), until)["after"]
        return float(told.median())

    return min(sorted(tried), key=error)
