"""What the sides' means become if roads are not as the model of minutes has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import brentq

from bassin.errors import AccessError
from bassin.models.arrays import Floats, PositionArray
from bassin.models.catchments import OriginDestination, TravelTime, origin_destination
from bassin.models.inputs import positive
from bassin.models.travel import PlannedTimes
from bassin.places.territory import AWAY, FACING
from bassin.topics.health.settings import MAIN, MARGIN, PER, measure
from bassin.topics.health.sides import means_of

#: Tells of each way, by the positions of its ends among the towns, whether its minutes are known.
Settled = Callable[[PositionArray, PositionArray], npt.NDArray[np.bool_]]
#: What may be held to be true of the roads, by code.
MODELLED, IN_FIELD, BETWEEN_HALLS, KNOWN = (
    "roads_modelled",
    "roads_in_field",
    "roads_between_halls",
    "roads_known",
)


def settled(time: TravelTime) -> Settled | None:
    """What tells the ways that are planned: they have no error of the model; nothing of others."""
    return time.settled if isinstance(time, PlannedTimes) else None


def side_roads(
    residuals: pd.Series, start: Sequence[str], end: Sequence[str], zones: pd.Series
) -> pd.DataFrame:
    """How much longer or shorter the known ways of each side take than the model says.

    Parameters
    ----------
    residuals : Series
        Errors of the logarithm of the minutes of known ways, as
        :attr:`bassin.models.travel.Travel.residuals`.
    start, end : sequence of str
        Communes of both ends of each way, as those of ``zones``.
    zones : Series
        Side of each commune of the territory.

    Returns
    -------
    DataFrame
        Index: the two sides; ``log`` (mean error of the ways with an end on the side; zero without
        any), ``gap_pct`` (the same in %, above zero where roads are slower), ``ways`` (number).
    """
    first, last = (pd.Series(list(codes), residuals.index).map(zones) for codes in (start, end))
    rows = {}
    for side in (FACING, AWAY):
        here = residuals[(first == side) | (last == side)]
        log = float(here.mean()) if len(here) else 0.0
        rows[side] = {"log": log, "gap_pct": 100 * np.expm1(log), "ways": len(here)}
    return pd.DataFrame.from_dict(rows, orient="index").astype({"ways": int})


def on_own_roads(
    od: OriginDestination,
    towns: pd.DataFrame,
    zones: pd.Series,
    roads: pd.Series,
    counts: pd.DataFrame,
    setting: tuple[str, str, int] = MAIN,
    *,
    settled: Settled | None = None,
) -> pd.Series:
    """Mean index of each side and of the country if each side's roads are as known there.

    The model of minutes is wrong in opposite directions on the two sides. Here each way with an
    end on a side takes what the known ways of this side do (:func:`side_roads`); one with an
    end on each, the mean of both. Other ways, and those known, are as modelled.

    Parameters
    ----------
    od : OriginDestination
        Times between all communes, up to the widest catchment.
    towns : DataFrame
        All communes, as :attr:`bassin.models.travel.Travel.towns`.
    zones : Series
        Side of each commune of the territory.
    roads : Series
        Logarithm of what the minutes of the ways of each side are multiplied by; as modelled for a
        side that has none.
    counts : DataFrame
        ``doctors``, ``people`` of all communes.
    setting : tuple[str, str, int], optional
    settled : callable, optional
        Ways whose minutes stay as they are; none by default.

    Raises
    ------
    AccessError
        If the table of times is too narrow for the setting with quicker roads.
    """
    of_side = zones.map(roads).reindex(towns.index).to_numpy(float)
    known = ~np.isnan(of_side)
    log = np.where(known, of_side, 0.0)  # a town on neither side: its ways are as modelled
    start, end = _ends(od, towns)
    ends = np.maximum(known[start].astype(float) + known[end], 1)
    logs = (log[start] + log[end]) / ends
    if settled is not None:
        logs[settled(start, end)] = 0
    return _means_if(od, logs, log.min(), zones, counts, setting)


def in_field(
    around: OriginDestination,
    towns: pd.DataFrame,
    zones: pd.Series,
    parts: Floats,
    counts: pd.DataFrame,
    setting: tuple[str, str, int] = MAIN,
    *,
    settled: Settled | None = None,
) -> pd.Series:
    """Mean index of each side with what places bring to the error of their ways.

    Parameters
    ----------
    around : OriginDestination
        Times that are enough to know any measure of the territory, as :func:`times_around`.
    towns, zones, counts, setting, settled
        As :func:`on_own_roads`.
    parts : array
        What each town brings to the logarithm of its minutes, as
        :meth:`bassin.models.travel.Field.at`.

    Raises
    ------
    AccessError
        If the times do not reach far enough: a way with an end in the territory that is modelled
        longer than the setting would be inside at the share that the quickest of them takes.
    """
    start, end = _ends(around, towns)
    logs = parts[start] + parts[end]
    if settled is not None:
        logs[settled(start, end)] = 0
    long = towns.index.isin(zones.index)[start] & (around.minutes > setting[2])
    return _means_if(around, logs, logs[long].min(initial=0), zones, counts, setting)


def turning(
    around: OriginDestination,
    towns: pd.DataFrame,
    zones: pd.Series,
    side: str,
    counts: pd.DataFrame,
    country: float,
    setting: tuple[str, str, int] = MAIN,
    *,
    settled: Settled | None = None,
) -> float:
    """By how much the ways of a side would have to be slower for it to be level with the country.

    All ways with an end on the side take the same share longer or shorter than modelled, one with
    an end on each side half of it, as :func:`on_own_roads`.

    Parameters
    ----------
    around
        As :func:`in_field`.
    towns, zones, counts, setting, settled
        As :func:`on_own_roads`.
    side : str
    country : float
        Mean of the country, in doctors for 10,000 inhabitants.

    Returns
    -------
    float
        Change of the minutes (%), below zero for quicker ways; NaN if none that the table reaches
        levels the two.
    """

    def gap(log: float) -> float:
        roads = pd.Series({FACING: 0.0, AWAY: 0.0} | {side: log})
        given = (around, towns, zones, roads, counts, setting)
        return float(on_own_roads(*given, settled=settled)[side] - country)

    most = float(np.log(around.within / setting[2])) - 1e-6
    if most <= 0 or gap(-most) * gap(most) > 0:
        return float("nan")
    return float(100 * np.expm1(brentq(gap, -most, most, xtol=1e-3)))


def times_around(
    towns: pd.DataFrame, time: TravelTime, codes: pd.Index, within: float
) -> OriginDestination:
    """Times between all places that some reach, and those who reach these.

    Parameters
    ----------
    towns : DataFrame
        All towns.
    time : TravelTime
    codes : Index
        The communes whose access is wanted.
    within : float
        Minutes.
    """
    near = origin_destination(towns, time, within, origins=codes)
    reached = near.destinations[np.unique(near.columns)]
    others = origin_destination(towns, time, within, destinations=reached)
    every = others.origins[np.diff(others.starts) > 0].union(reached)
    every = towns.index[towns.index.isin(every)]
    return origin_destination(towns, time, within, origins=every, destinations=every)


def _ends(od: OriginDestination, towns: pd.DataFrame) -> tuple[PositionArray, PositionArray]:
    """Position among the towns of both ends of each pair."""
    start = towns.index.get_indexer(od.origins)[od.rows]
    return start, towns.index.get_indexer(od.destinations)[od.columns]


def _means_if(
    od: OriginDestination,
    logs: Floats,
    least: float,
    zones: pd.Series,
    counts: pd.DataFrame,
    setting: tuple[str, str, int],
) -> pd.Series:
    """Means of the sides and of all with other minutes, the quickest ``exp(least)`` of modelled."""
    if setting[2] > od.within * np.exp(min(least, 0)):
        raise AccessError(
            f"a catchment of {setting[2]} minutes in a table of times up to {od.within:g} at "
            "the modelled speed: take a narrower setting"
        )
    doctors, people = (counts[name].loc[od.origins] for name in ("doctors", "people"))
    found = measure(od.retimed(od.minutes * np.exp(logs)), doctors, people, setting)
    return pd.Series(means_of(zones, people, PER * found.access))


def index_if(
    nearby: OriginDestination, counts: pd.DataFrame, codes: pd.Index, slower: float
) -> pd.DataFrame:
    """Index of some communes in the main setting, all minutes multiplied by a number.

    Parameters
    ----------
    nearby : OriginDestination
        Times up to :data:`~bassin.topics.health.settings.MARGIN` times the width of the main
        setting, enough to know the access of the communes.
    counts : DataFrame
        ``doctors``, ``people`` of all communes.
    codes : Index
        The communes.
    slower : float
        What minutes are multiplied by.

    Returns
    -------
    DataFrame
        A row a commune: ``access`` (doctors for 10,000 inhabitants), ``people``.

    Raises
    ------
    AccessError
        If ``slower`` is not above zero, or so small that the times do not reach as far.
    """
    slower = positive(slower, "what minutes are multiplied by")
    if slower < 1 / MARGIN:
        raise AccessError(
            f"minutes multiplied by {slower:g}: the nearby times reach down to {1 / MARGIN:.2f}"
        )
    od = nearby.retimed(nearby.minutes * slower)
    doctors, people = counts["doctors"], counts["people"]
    found = measure(od, doctors.loc[od.destinations], people.loc[od.origins], MAIN)
    return pd.DataFrame({"access": PER * found.access.loc[codes], "people": people.loc[codes]})
