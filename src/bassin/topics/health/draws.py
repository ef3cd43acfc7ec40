"""The interval that the error of the model of minutes leaves to the rebuilt index."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.indicators.stats import total
from bassin.models.catchments import OriginDestination
from bassin.models.travel import Field, PlannedTimes, TravelModel
from bassin.topics.health.settings import MAIN, PER, SUPPLY_YEAR, measure

#: Draws of the error of travel times, and what part of them an interval holds.
DRAWS, COVER = 200, 0.9
#: Share of the draws that must say the same for a thing to be told, in %.
SURE_PCT = 95


def draws(
    nearby: OriginDestination,
    towns: pd.DataFrame,
    time: TravelModel | PlannedTimes,
    counts: pd.DataFrame,
    codes: pd.Index,
    field: Field | None = None,
) -> pd.DataFrame:
    """The index of the territory in the main setting under draws of the error of travel times.

    Parameters
    ----------
    nearby : OriginDestination
        Times that are enough to know the access of the communes in any draw.
    towns : DataFrame
        All communes, as :attr:`bassin.models.travel.Travel.towns`.
    time : TravelModel or PlannedTimes
        The minutes by car.
    counts : DataFrame
        ``doctors``, ``people`` of all communes.
    codes : Index
        Communes of the territory.
    field : Field, optional
        What places bring to the errors: drawn given the known ways, so that neighbours move
        together. By default each place is drawn for itself, about the minutes as modelled.

    Returns
    -------
    DataFrame
        A row a commune, a column a draw: doctors for 10,000 inhabitants. Seeded.
    """
    od, generator = nearby, np.random.default_rng(SUPPLY_YEAR)
    origins = towns.index.get_indexer(od.origins)[od.rows]
    destinations = towns.index.get_indexer(od.destinations)[od.columns]
    doctors = counts["doctors"].loc[od.destinations]
    people = counts["people"].loc[od.origins]
    parts: npt.NDArray[np.floating] | list[None] = [None] * DRAWS
    if field is not None:
        there = np.union1d(origins, destinations)
        parts = np.zeros((DRAWS, len(towns)))
        parts[:, there] = field.drawn(towns.iloc[there], DRAWS, generator)
        time = time.with_pair_spread(field.pair)
    found = {}
    for draw in range(DRAWS):
        factors = time.factors(len(towns), origins, destinations, generator, parts[draw])
        drawn = od.retimed(od.minutes * factors)
        found[draw] = measure(drawn, doctors, people, MAIN).access.loc[codes] * PER
    return pd.DataFrame(found)


def intervals(
    drawn: pd.DataFrame, names: pd.Series, here: pd.Series, percentile: pd.Series, national: float
) -> pd.DataFrame:
    """Index of each commune in the main setting, and its interval.

    Parameters
    ----------
    drawn : DataFrame
        As :func:`draws`.
    names : Series
        Name of each commune of the territory.
    here : Series
        Index of the communes of the territory.
    percentile : Series
        Share of the country's inhabitants with less access than each commune (%).
    national : float
        Doctors for 10,000 inhabitants of the country.

    Returns
    -------
    DataFrame
        ``name``, ``access``, ``low``, ``high`` (doctors for 10,000 inhabitants), ``width``
        (of the interval), ``percentile`` (as :meth:`percentile`), ``below_pct`` (draws in which
        it is under the country, in %).
    """
    tail = (1 - COVER) / 2
    low, high = (drawn.quantile(q, axis=1) for q in (tail, 1 - tail))
    return pd.DataFrame(
        {
            "name": names,
            "access": here,
            "low": low,
            "high": high,
            "width": high - low,
            "percentile": percentile,
            "below_pct": 100 * (drawn < national).mean(axis=1),
        }
    )


def certainty(interval: pd.DataFrame) -> pd.Series:
    """Communes by what the draws tell of them.

    Parameters
    ----------
    interval : DataFrame
        As :func:`intervals`.

    Returns
    -------
    Series of int
        ``short`` (under the country in at least 19 draws of 20), ``ample`` (above it as often),
        ``open`` (neither).
    """
    below = interval["below_pct"]
    short, ample = below >= SURE_PCT, below <= 100 - SURE_PCT
    counts = {"short": short.sum(), "ample": ample.sum(), "open": (~short & ~ample).sum()}
    return pd.Series(counts, dtype=int)


def zone_draws(drawn: pd.DataFrame, people: pd.Series, zones: pd.Series) -> pd.DataFrame:
    """Mean of each side in each draw of the main setting: a row a draw, a column a zone.

    Parameters
    ----------
    drawn : DataFrame
        As :func:`draws`.
    people : Series
        Inhabitants of all communes.
    zones : Series
        Side of each commune of the territory.
    """
    return pd.DataFrame(
        {
            zone: total(drawn.loc[codes].mul(people[codes], axis=0)) / total(people[codes])
            for zone, codes in zones.groupby(zones).groups.items()
        }
    )


def share_above(
    drawn: pd.DataFrame, people: pd.Series, zones: pd.Series, side: str, national: float
) -> float:
    """Draws in which a side is above the country (%); NaN for a side without a commune.

    Parameters
    ----------
    drawn, people, zones
        As :func:`zone_draws`.
    side : str
    national : float
        Doctors for 10,000 inhabitants of the country.
    """
    means = zone_draws(drawn, people, zones)
    return 100 * float((means[side] > national).mean()) if side in means else float("nan")
