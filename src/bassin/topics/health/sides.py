"""The rebuilt index by side of the territory, and what of the study's claim holds by setting."""

from __future__ import annotations

import pandas as pd

from bassin.errors import TerritoryError
from bassin.indicators.stats import total, weighted_mean
from bassin.places.territory import AWAY, FACING


def percentiles(index: pd.Series, people: pd.Series, codes: pd.Index) -> pd.Series:
    """Share of the country's inhabitants with less access than each commune (%).

    Parameters
    ----------
    index : Series
        Doctors for 10,000 inhabitants of all communes.
    people : Series
        Inhabitants of all communes.
    codes : Index
        Communes of the territory.
    """
    by_level = total(people.groupby(index))
    below = by_level.cumsum() - by_level
    return (100 * below / total(people)).reindex(index[codes]).set_axis(codes)


def means_of(zones: pd.Series, people: pd.Series, index: pd.Series) -> dict[str, float]:
    """Means of an index of all communes, in doctors for 10,000: a zone each, ``country``.

    A side without a commune has no mean: NaN.

    Parameters
    ----------
    zones : Series
        Side of each commune of the territory.
    people : Series
        Inhabitants of all communes.
    index : Series
    """
    means = {
        str(zone): weighted_mean(index[codes], people[codes])
        for zone, codes in zones.groupby(zones).groups.items()
    }
    empty = {side: float("nan") for side in (FACING, AWAY) if side not in means}
    return {**means, **empty, "country": weighted_mean(index, people)}


def holds(means: pd.DataFrame) -> pd.DataFrame:
    """Whether each part of the study's claim holds by setting.

    Parameters
    ----------
    means : DataFrame
        Mean index by setting: a column a zone, ``country``.

    Returns
    -------
    DataFrame
        Index ``(measure, decay, width)``; ``short`` (north and west under the country),
        ``ample`` (south and east above it), ``less`` (north and west under south and east).

    Raises
    ------
    TerritoryError
        If a side has no commune: nothing can be said to hold of it, or not to.
    """
    for side in (FACING, AWAY):
        if means[side].isna().all():
            raise TerritoryError(
                f"the side {side!r} of the centre has no commune, and no mean. Ask for `by_zone`, "
                "which gives that of the other."
            )
    return pd.DataFrame(
        {
            "short": means[FACING] < means["country"],
            "ample": means[AWAY] > means["country"],
            "less": means[FACING] < means[AWAY],
        }
    )


def by_width(means: pd.DataFrame) -> pd.DataFrame:
    """Mean index of the two sides by setting, the country being 100.

    Parameters
    ----------
    means : DataFrame
        Mean index by setting: a column a zone, ``country``.

    Returns
    -------
    DataFrame
        Index ``(measure, decay)``; a column a side and width in minutes, ``"north_west_15"``.
    """
    sides = means[[FACING, AWAY]].div(means["country"], axis=0) * 100
    wide = sides.unstack("width")
    wide.columns = pd.Index([f"{side}_{width}" for side, width in wide.columns])
    return wide.loc[list(dict.fromkeys(means.index.droplevel("width")))]


def agreement(held: pd.DataFrame) -> pd.Series:
    """Number of settings in which each part of the claim holds, as :meth:`holds`.

    ``both`` counts those in which the north and west are short and the south and east are not;
    ``settings`` all of them.

    Parameters
    ----------
    held : DataFrame
        As :func:`holds`.
    """
    counts = held.sum()
    counts["both"] = (held["short"] & held["ample"]).sum()
    counts["settings"] = len(held)
    return counts.astype(int)
