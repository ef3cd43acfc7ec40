"""Weighted means by zone, and the gap between hills and plain."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.indicators.stats import weighted_mean
from bassin.places.lines import HILLS, PLAIN, Bools, Floats

#: Least share of the inhabitants of some communes who live where a value is published, for the mean
#: of the published values to be shown as that of them all.
COVERED = 0.9

#: Columns of :func:`compare`, which has no row where no line cuts a territory in two.
COMPARED = [
    *("hills", "plain", "hills_communes", "plain_communes"),
    *("difference", "effect", "expected", "aligned", "holds"),
]


def covered(value: pd.Series, people: pd.Series) -> float:
    """Share of the inhabitants of some communes who live in one with a value.

    Parameters
    ----------
    value : Series of float
        One value a commune, NaN where none is published.
    people : Series of float
        Inhabitants, on the same index.

    Returns
    -------
    float
        From 0 to 1; 0 where nobody lives. NaN where the inhabitants of a commune are not known.

    Examples
    --------
    >>> covered(pd.Series({"a": 20.5, "b": None}), pd.Series({"a": 300, "b": 100}))
    0.75
    >>> covered(pd.Series({"a": 20.5, "b": 3.1}), pd.Series({"a": 300, "b": None}))
    nan
    """
    total = people.sum(skipna=False)
    return 0.0 if total == 0 else float(people[value.notna()].sum(skipna=False) / total)


def means_by_zone(
    values: pd.DataFrame, weights: pd.DataFrame, zones: pd.Series, people: pd.Series
) -> pd.DataFrame:
    """Weighted mean of each indicator in each zone, and how many communes it rests on.

    Parameters
    ----------
    values : DataFrame
        One row a commune, one column an indicator; NaN where there is no value.
    weights : DataFrame
        The same shape; not missing where the value is known.
    zones : Series
        Zone of each commune, on the same index; communes without a zone are left out.
    people : Series of float
        Inhabitants of each commune.

    Returns
    -------
    DataFrame
        Index ``(indicator, zone)``; ``mean``, ``communes`` (with a value), ``of`` (communes in the
        zone). The mean is NaN where under :data:`COVERED` of the inhabitants of the zone live in a
        commune with a value.
    """
    rows = {}
    for indicator in values:
        for zone, codes in zones.groupby(zones, sort=False).groups.items():
            there, weight = values.loc[codes, indicator], weights.loc[codes, indicator]
            enough = covered(there, people.loc[codes]) >= COVERED
            rows[(indicator, zone)] = {
                "mean": weighted_mean(there, weight) if enough else float("nan"),
                "communes": int(there.notna().sum()),
                "of": len(codes),
            }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table.index = pd.MultiIndex.from_tuples(list(rows), names=["indicator", "zone"])
    return table


def weighted_deviation(values: Floats, weights: Floats) -> float:
    """Standard deviation of values, each counted by its weight.

    The square root of the weighted mean of the squared distances to the weighted mean; NaN where
    there is no weight.
    """
    total = weights.sum()
    if not total > 0:
        return float("nan")
    mean = (weights * values).sum() / total
    return float(np.sqrt((weights * (values - mean) ** 2).sum() / total))


def differences(values: Floats, weights: Floats, in_hills: Bools) -> Floats:
    """Mean of the hills less mean of the plain, for many ways to label or to fill the communes.

    Parameters
    ----------
    values : array, shape (communes,) or (draws, communes)
    weights : array, shape (communes,) or (draws, communes)
        Not negative.
    in_hills : array of bool, shape (communes,) or (draws, communes)
        The others are plain.

    Returns
    -------
    array, shape (draws,), or () where nothing has draws
        NaN where a side has no weight.
    """
    side = in_hills.astype(float)
    amounts, total = _sum(side, weights * values), _sum(side, weights)
    every, whole = np.sum(weights * values, axis=-1), np.sum(weights, axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Floats = amounts / total - (every - amounts) / (whole - total)
    # What is left of a weight may be a rounding of zero.
    empty = (total <= 1e-9 * whole) | (whole - total <= 1e-9 * whole)
    return np.where(empty, np.nan, found)


def _sum(side: Floats, amounts: Floats) -> Floats:
    """Sum over communes of each row; a matrix product where one of the two has a single row."""
    if side.ndim == 2 and amounts.ndim == 1:
        return np.asarray(side @ amounts)
    if side.ndim == 1 and amounts.ndim == 2:
        return np.asarray(amounts @ side)
    return np.asarray((side * amounts).sum(axis=-1))


def compare(
    values: pd.DataFrame,
    weights: pd.DataFrame,
    lines: pd.DataFrame,
    expected: pd.Series,
    people: pd.Series,
) -> pd.DataFrame:
    """Set the two sides against each other and against what is expected, line by line.

    Parameters
    ----------
    values, weights
        As in :func:`means_by_zone`.
    lines : DataFrame
        One column a line: the zone of each commune.
    expected : Series
        Indicator to the side expected to have more: :data:`HILLS`, :data:`PLAIN` or ``"none"``.
    people : Series of float
        Inhabitants of each commune.

    Returns
    -------
    DataFrame
        Index ``(indicator, line)``; ``hills`` and ``plain`` (weighted means; NaN where under
        :data:`COVERED` of the inhabitants of a side live in a commune with a value, so that neither
        the means of the rest nor their gap is taken for that of the sides), ``hills_communes``
        and ``plain_communes`` (with a value), ``difference`` (hills less plain), ``effect`` (the
        difference in weighted standard deviations of the communes of both sides), ``expected``,
        ``aligned`` (the effect, positive where it has the sign expected; NaN where none is),
        ``holds`` (whether the difference has the sign expected; missing where none is expected or
        a side has no value). No row where there is no line.
    """
    rows = {}
    for indicator in values:
        for line in lines:
            rows[(indicator, line)] = _row(
                values[indicator], weights[indicator], lines[line], expected[indicator], people
            )
    table = pd.DataFrame(list(rows.values()), columns=COMPARED).astype({"holds": "boolean"})
    table.index = pd.MultiIndex.from_tuples(list(rows), names=["indicator", "line"])
    return table


def _row(
    values: pd.Series, weights: pd.Series, zones: pd.Series, side: str, people: pd.Series
) -> dict[str, object]:
    known = values.notna() & zones.isin([HILLS, PLAIN])
    x, w = values[known].to_numpy(float), weights[known].to_numpy(float)
    if np.isnan(w).any() or (w < 0).any():
        code = values.index[known][np.isnan(w) | (w < 0)][0]
        raise ValueError(f"{values.name}: the weight of {code!r} is negative or missing")
    hills = (zones[known] == HILLS).to_numpy()
    codes = [zones.index[zones == zone] for zone in (HILLS, PLAIN)]
    enough = [covered(values[side_codes], people[side_codes]) >= COVERED for side_codes in codes]
    means = [
        _mean(x[chosen], w[chosen]) if whole else float("nan")
        for chosen, whole in zip((hills, ~hills), enough, strict=True)
    ]
    difference = means[0] - means[1]
    spread = weighted_deviation(x, w)
    effect = difference / spread if spread > 0 else float("nan")
    sign = direction(side)
    return {
        "hills": means[0],
        "plain": means[1],
        "hills_communes": int(hills.sum()),
        "plain_communes": int((~hills).sum()),
        "difference": difference,
        "effect": effect,
        "expected": side,
        "aligned": sign * effect,
        "holds": None if np.isnan(sign * difference) else bool(sign * difference > 0),
    }


def _mean(values: Floats, weights: Floats) -> float:
    total = weights.sum()
    return float((values * weights).sum() / total) if total > 0 else float("nan")


def direction(side: str) -> float:
    """Sign a difference has if a side has more: 1 for the hills, -1 for the plain, NaN if none."""
    return {HILLS: 1.0, PLAIN: -1.0}.get(side, float("nan"))


def bears_out(evidence: pd.DataFrame) -> bool:
    """Whether the middle one of some gaps has the direction expected.

    Parameters
    ----------
    evidence : DataFrame
        Rows of :func:`compare` whose ``holds`` is known: an ``aligned`` that is NaN in them is that
        of an indicator that does not vary, which is no gap.

    Examples
    --------
    >>> bears_out(pd.DataFrame({"aligned": [1.0, 0.2, -3.0]}))
    True
    """
    return bool(evidence["aligned"].fillna(0).median() > 0)


def beyond_chance(evidence: pd.DataFrame) -> float:
    """Least p-value of the gaps that have the direction expected.

    Parameters
    ----------
    evidence : DataFrame
        ``aligned``, as :func:`compare` gives it, and ``p_holm``, adjusted over all tests made.

    Returns
    -------
    float
        NaN where no such gap was tested.

    Examples
    --------
    >>> beyond_chance(pd.DataFrame({"aligned": [1.0, -2.0], "p_holm": [0.4, 0.01]}))
    0.4
    """
    return float(evidence.loc[evidence["aligned"] > 0, "p_holm"].min())


def grown(
    populations: pd.DataFrame, touching: pd.DataFrame, start: int, end: int
) -> tuple[pd.Series, pd.Series]:
    """Change of population, a commune that has merged since taken together with its partner.

    Populations of the last years are published on later boundaries: a commune that has merged has
    none, and its inhabitants are counted in another one. That one is told by its rise: of the
    communes that touch, the one whose rise from the last year both are known comes nearest to the
    inhabitants of the merged one.

    Parameters
    ----------
    populations : DataFrame
        Inhabitants, indexed by ``code``, one column a year.
    touching : DataFrame of bool
        Which communes share a boundary.
    start, end : int

    Returns
    -------
    change : Series of float
        In %; NaN for a commune that has merged, and for all those that touch it where none rises
        by its inhabitants, give or take a fifth.
    first : Series of float
        Inhabitants at the start, those of the merged one added to its partner.
    """
    first, last = populations[start].astype(float), populations[end].astype(float)
    for code in last.index[last.isna()]:
        before = populations.loc[code].dropna()
        near = touching.columns[touching.loc[code].to_numpy()]
        gap = (last[near] - populations.loc[near, before.index[-1]] - before.iloc[-1]).abs()
        first = first.copy()
        if len(gap.dropna()) and gap.min() <= before.iloc[-1] / 5:
            first[gap.idxmin()] += first[code]
        else:
            last = last.where(~last.index.isin(near))
    change = (last / first.where(first > 0) - 1) * 100
    return change, first
