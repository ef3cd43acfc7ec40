"""Populations at each census: on one geography, their growth, fall and return."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import geopandas as gpd
import pandas as pd

from bassin.indicators.stats import direction, growth_pct, total

#: What a census gives a population to, in %: its window is five years, and a town is sampled.
CENSUS_PRECISION_PCT = 0.5
#: The same by year, over the five years of a census: a tenth of a percent.
A_YEAR = CENSUS_PRECISION_PCT / 5
#: Censuses from one to the next, then figures five years apart: a census since 2006 puts together
#: five years, and two that are nearer share some of them. The last holds the study's last, 2020.
COMPARED_CENSUSES = (1968, 1975, 1982, 1990, 1999, 2006, 2011, 2016, 2021)
#: First of the yearly figures, and the years that each puts together.
YEARLY, CYCLE = 2006, 5
#: Kilometres north of the centre from which a commune is in the north.
NORTH_KM = 10.0
#: Periods over which communes that lose inhabitants are counted: the whole, then the last ones.
PERIODS_OF_LOSS = ((1968, 2020), (1999, 2020), (2006, 2011), (2011, 2016), (2016, 2021))


def growth(populations: pd.DataFrame, start: int, end: int) -> pd.DataFrame:
    """Change of population of each commune between two years.

    Returns
    -------
    DataFrame
        ``start``, ``end`` (inhabitants), ``growth_pct``.
    """
    first, last = populations[start], populations[end]
    return pd.DataFrame({"start": first, "end": last, "growth_pct": growth_pct(first, last)})


def windows(years: Iterable[int]) -> list[tuple[int, int]]:
    """Windows over which a loss "without a break" is looked for, from 1968 to 2021.

    From each census to the next, then every five years of those since 2006: two that are nearer
    share years of survey.

    Parameters
    ----------
    years : iterable of int
        Years of which inhabitants are known.

    Examples
    --------
    >>> windows([1990, 1999, 2006, 2007, 2011, 2012])
    [(1990, 1999), (1999, 2006), (2006, 2011), (2007, 2012)]
    """
    known = {*map(int, years)}
    taken = [year for year in COMPARED_CENSUSES if year <= YEARLY]
    since = range(YEARLY, COMPARED_CENSUSES[-1] - CYCLE + 1)
    wanted = [*pairwise(taken), *((year, year + CYCLE) for year in since)]
    return [window for window in wanted if known.issuperset(window)]


def ways(populations: pd.DataFrame) -> pd.DataFrame:
    """Whether each commune gained, lost or stood level over each window, as a census tells.

    Parameters
    ----------
    populations : DataFrame
        Inhabitants, a row a commune, a column a year.

    Returns
    -------
    DataFrame
        As :func:`level_again`, a row a commune, a column a window of :func:`windows`; NaN where
        the inhabitants of one end are not known.

    Examples
    --------
    >>> ways(pd.DataFrame({2006: [1000.0, 1000.0], 2011: [996.0, 990.0]})).iloc[:, 0].tolist()
    [0.0, -1.0]
    """
    told = {}
    for first, last in windows(populations.columns):
        known = populations[[first, last]].dropna()
        told[first, last] = pd.Series(
            {code: level_again(row, first, last) for code, row in known.iterrows()}, dtype=float
        )
    return pd.DataFrame(told, index=populations.index)


def level_again(series: pd.Series, reference: int, year: int) -> int:
    """Whether a population is back at its level of a reference year, as far as a census tells.

    Returns
    -------
    int
        0 if it is within :data:`CENSUS_PRECISION_PCT`, 1 if above, -1 if below.

    Examples
    --------
    >>> level_again(pd.Series({1968: 42818, 2020: 42867}), 1968, 2020)
    0
    """
    first = float(series[reference])
    return direction(float(series[year]), first, first * CENSUS_PRECISION_PCT / 100)


def north_of(middles: gpd.GeoSeries, centre: str, km: float = NORTH_KM) -> list[str]:
    """Communes whose middle is more than some kilometres north of that of the centre.

    Parameters
    ----------
    middles : GeoSeries
        Points by commune, in metres.
    centre : str
    km : float

    Returns
    -------
    list of str
        Codes, from south to north.

    Examples
    --------
    >>> points = gpd.GeoSeries.from_xy([0, 0, 0], [0, 9000, 11000], index=["a", "b", "c"])
    >>> north_of(points, "a")
    ['c']
    """
    north = (middles.y - middles.y[centre]) / 1000
    return [str(code) for code in north[north > km].sort_values(kind="stable").index]


def losers(
    populations: pd.DataFrame, sides: pd.Series, periods: Sequence[tuple[int, int]]
) -> pd.DataFrame:
    """Communes that lost inhabitants, by side and period, as far as a census tells.

    Parameters
    ----------
    populations : DataFrame
        Inhabitants by commune, a column a year.
    sides : Series
    periods : Sequence[tuple[int, int]]

    Returns
    -------
    DataFrame
        Index ``(side, period)``; ``communes``, ``losing`` (how many lost more than
        :data:`CENSUS_PRECISION_PCT`), ``median_pct`` (median change of the communes, in %). The
        last two are NaN where the inhabitants of a commune are missing.
    """
    rows = {}
    for side, codes in sides.groupby(sides).groups.items():
        for start, end in periods:
            change = growth(populations.loc[codes], start, end)["growth_pct"]
            lost = (change < -CENSUS_PRECISION_PCT).astype(float).where(change.notna())
            rows[(side, f"{start}–{end}")] = {
                "communes": len(change),
                "losing": total(lost),
                "median_pct": change.median(skipna=False),
            }
    table = pd.DataFrame.from_dict(rows, orient="index")
    if table["losing"].notna().all():
        table["losing"] = table["losing"].astype("int64")
    table.index = pd.MultiIndex.from_tuples(list(rows), names=["side", "period"])
    return table


def crossing(by_side: pd.DataFrame, riser: str, other: str) -> int | None:
    """First year one side has more inhabitants than the other for good; ``None`` if never.

    Nor is there one where a side has no commune.

    Parameters
    ----------
    by_side : DataFrame
        Inhabitants: a row a year, a column a side.
    riser : str
    other : str
    """
    if not {riser, other} <= set(by_side):
        return None
    ahead = by_side[riser] > by_side[other]
    if not ahead.iloc[-1]:
        return None
    behind = ahead.index[~ahead]
    return int(ahead.index[0] if behind.empty else ahead.index[ahead.index > behind[-1]][0])
