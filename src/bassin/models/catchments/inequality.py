"""How unevenly an access is spread over people: Gini, Palma and Theil."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bassin.errors import AccessError
from bassin.models.arrays import Floats, PositionArray
from bassin.models.catchments.amounts import aligned
from bassin.models.catchments.codes import coded
from bassin.models.inputs import numbers_of, one_name_each

#: The ends that Palma compares, as shares of the people.
POOREST, RICHEST = 0.4, 0.1


@dataclass(frozen=True)
class TheilParts:
    """A Theil index in two parts, which add up to it.

    Attributes
    ----------
    between : float
        What is left when all in a group have the mean of their group.
    within : float
        What is uneven inside the groups, each weighed by its share of all access.
    """

    between: float
    within: float

    @property
    def total(self) -> float:
        """The index of all."""
        return self.between + self.within


def gini(access: pd.Series | pd.DataFrame, people: pd.Series) -> float | pd.Series:
    r"""Gini index of an access, people by people.

    .. math::

        G = \frac{\sum_i \sum_k P_i P_k |A_i - A_k|}{2 P^2 \bar A}, \qquad
        P = \sum_i P_i, \quad \bar A = \sum_i P_i A_i / P

    The mean gap between two people, over twice the mean :cite:`cowell2011measuring`. It answers how
    uneven an access is as a whole: 0 where all have the same, near 1 where one place has all. It
    does not say who has less, nor whether what there is suffices.

    Parameters
    ----------
    access : Series or DataFrame of float
        Indexed by place, zero or more. Of several, a column each.
    people : Series of float
        Of the same places. All those of a place have its access: what is uneven inside a place is
        not seen.

    Returns
    -------
    float or Series of float
        No unit; a Series where there are several.

    Raises
    ------
    AccessError
        If an access or people are missing, negative, infinite, or of other places, or nobody has
        any. Places that reach nothing in a table of times have an infinite cost: leave them out,
        and say how many they are.

    Examples
    --------
    >>> people = pd.Series({"a": 100, "b": 100})
    >>> gini(pd.Series({"a": 1.0, "b": 3.0}), people)
    0.25
    """
    return _each(access, people, _gini)


def palma(
    access: pd.Series | pd.DataFrame, people: pd.Series, rank: pd.Series | None = None
) -> float | pd.Series:
    r"""Palma ratio: mean access of the top tenth of the people over that of the lowest four tenths.

    The ends that :cite:`palma2011homogeneous` compares, as means: 1 where all have the same. A
    quarter of it is the ratio of their shares, which is what Palma has of incomes. People are
    ranked by their access, or by something else such as income: then it says how much more the rich
    reach than the poor, and is under 1 where they reach less. A place at a bound is parted, and so
    are places of one rank, alike.

    It answers how the ends compare, and is easy to tell. It does not see the half between them.

    Parameters
    ----------
    access, people
        As :func:`gini`.
    rank : Series of float, optional
        Of the same places: their income, say. The access itself by default.

    Returns and errors as :func:`gini`; infinite where the lowest four tenths have nothing.

    Examples
    --------
    >>> people = pd.Series({"a": 400, "b": 500, "c": 100})
    >>> palma(pd.Series({"a": 1.0, "b": 2.0, "c": 3.0}), people)
    3.0
    >>> income = pd.Series({"a": 30_000, "b": 20_000, "c": 40_000})
    >>> palma(pd.Series({"a": 1.0, "b": 2.0, "c": 3.0}), people, income)
    1.5
    """
    by = None if rank is None else _ranks(rank, access)
    return _each(access, people, lambda a, p: _palma(a, p, a if by is None else by))


def theil(access: pd.Series | pd.DataFrame, people: pd.Series) -> float | pd.Series:
    r"""Theil index of an access, people by people.

    .. math::

        T = \sum_i \frac{P_i}{P} \frac{A_i}{\bar A} \ln \frac{A_i}{\bar A}

    :cite:`theil1967economics`: 0 where all have the same, and the logarithm of how many times over
    the people are more than those who have all. It answers how uneven an access is, the top
    counting more than in :func:`gini`, and it alone is the sum of what is uneven between groups and
    inside them: :func:`theil_parts`. Its level tells little but beside another.

    Parameters, returns and errors as :func:`gini`.

    Examples
    --------
    >>> people = pd.Series({"a": 100, "b": 100})
    >>> round(theil(pd.Series({"a": 0.0, "b": 3.0}), people), 4)  # the logarithm of 2
    0.6931
    """
    return _each(access, people, _theil)


def theil_parts(access: pd.Series, people: pd.Series, groups: pd.Series) -> TheilParts:
    r"""How much of a Theil index lies between groups of places, and how much inside them.

    .. math::

        T = \sum_g s_g \ln \frac{\bar A_g}{\bar A} + \sum_g s_g T_g, \qquad
        s_g = \frac{P_g \bar A_g}{P \bar A}

    It answers whether an access is uneven from one departement, or side of a basin, to another, or
    from one place to the next inside each.

    Parameters
    ----------
    access, people
        As :func:`gini`, of one access.
    groups : Series
        Group of each place.

    Returns
    -------
    TheilParts

    Raises
    ------
    AccessError
        As :func:`gini`, and if a place is of no group.

    Examples
    --------
    >>> access = pd.Series({"a": 1.0, "b": 1.0, "c": 4.0})
    >>> people = pd.Series({"a": 100, "b": 100, "c": 100})
    >>> parts = theil_parts(access, people, pd.Series({"a": "north", "b": "north", "c": "south"}))
    >>> round(parts.between, 4), round(parts.within, 4), round(parts.total, 4)
    (0.231, 0.0, 0.231)
    """
    if not isinstance(access, pd.Series):
        raise AccessError(f"access is a {type(access).__name__}: give a Series indexed by place")
    if not isinstance(groups, pd.Series):
        raise AccessError(f"groups is a {type(groups).__name__}: give a Series indexed by place")
    values, weights = _inputs(access, people)
    absent = access.index.difference(groups.index)
    if len(absent) or not groups.index.is_unique:
        raise AccessError(f"groups: give each place one, {access.index[0]!r} and all others")
    of, _ = coded(groups.loc[access.index], "group")
    crowd, summed = _sums(of, weights), _sums(of, weights * values)
    means = np.divide(summed, crowd, out=np.zeros(len(crowd)), where=crowd > 0)
    total = _theil(values, weights)
    between = _theil(means, crowd)
    return TheilParts(between=between, within=total - between)


def _each(
    access: pd.Series | pd.DataFrame, people: pd.Series, index: Callable[[Floats, Floats], float]
) -> float | pd.Series:
    """An index of one access, or of each of several."""
    if isinstance(access, pd.DataFrame):
        return pd.Series({name: _each(access[name], people, index) for name in access.columns})
    return index(*_inputs(access, people))


def _inputs(access: pd.Series, people: pd.Series) -> tuple[Floats, Floats]:
    """An access and the people who have it, of one set of places; those without people are out."""
    if not isinstance(access, pd.Series):
        raise AccessError(f"access is a {type(access).__name__}: give a Series indexed by place")
    one_name_each(access.index, "access")
    values = aligned(access, access.index, "access")
    weights = aligned(people, access.index, "people")
    if not (values * weights).sum() > 0:
        raise AccessError("nobody has any access: no share of it can be uneven")
    return values, weights


def _ranks(rank: pd.Series, access: pd.Series | pd.DataFrame) -> Floats:
    """A rank for each place, in the order of the access."""
    if not isinstance(rank, pd.Series):
        raise AccessError(f"rank is a {type(rank).__name__}: give a Series indexed by place")
    ranks = numbers_of(rank.reindex(access.index)) if rank.index.is_unique else np.array([np.nan])
    if not np.isfinite(ranks).all():
        raise AccessError("rank: give each place of the access one finite number")
    return ranks


def _gini(values: Floats, people: Floats) -> float:
    order = np.argsort(values, kind="stable")
    share = people[order] / people.sum()
    lorenz = np.cumsum(people[order] * values[order]) / (people @ values)
    # Under the curve: a trapezoid a place, from the lowest access up.
    return float(1 - share @ (np.concatenate([[0.0], lorenz[:-1]]) + lorenz))


def _palma(values: Floats, people: Floats, ranks: Floats) -> float:
    _, of = np.unique(ranks, return_inverse=True)
    crowd, summed = _sums(of, people), _sums(of, people * values)
    top = _lowest(crowd[::-1], summed[::-1], RICHEST * people.sum())
    bottom = _lowest(crowd, summed, POOREST * people.sum())
    return float(np.divide(top, bottom)) if bottom else np.inf


def _sums(of: PositionArray, amounts: Floats) -> Floats:
    """Amounts added up by group."""
    return np.bincount(of, amounts).astype(float)


def _lowest(crowd: Floats, summed: Floats, most: float) -> float:
    """Mean of the first so many people, the last rank that has part in them with a part."""
    before = np.cumsum(crowd) - crowd
    share = np.divide(most - before, crowd, out=np.zeros(len(crowd)), where=crowd > 0)
    return float(np.clip(share, 0, 1) @ summed / most)


def _theil(values: Floats, people: Floats) -> float:
    relative = values / (people @ values / people.sum())
    logs = np.log(relative, out=np.zeros(len(values)), where=relative > 0)  # 0 times it is 0
    return float(people @ (relative * logs) / people.sum())
