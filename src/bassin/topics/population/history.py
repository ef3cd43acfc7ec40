"""Populations at each census: on one geography, their growth, fall and return."""

from __future__ import annotations

from collections.abc import Sequence

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


def falls_throughout(populations: pd.DataFrame, years: Sequence[int]) -> pd.Series:
    """Whether each commune lost inhabitants between every two successive dates."""
    return (populations[list(years)].diff(axis=1).iloc[:, 1:] < 0).all(axis=1)


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
