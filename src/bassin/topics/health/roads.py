"""What the sides' means become if roads are not as the model of minutes has them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.errors import AccessError
from bassin.models.catchments import OriginDestination
from bassin.models.inputs import positive
from bassin.places.territory import AWAY, FACING
from bassin.topics.health.settings import MAIN, MARGIN, PER, measure
from bassin.topics.health.sides import means_of

#: What may be held to be true of the roads, by code.
MODELLED, BETWEEN_HALLS, KNOWN = "roads_modelled", "roads_between_halls", "roads_known"


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
    roads: pd.DataFrame,
    counts: pd.DataFrame,
    setting: tuple[str, str, int] = MAIN,
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
    roads : DataFrame
        As :func:`side_roads`.
    counts : DataFrame
        ``doctors``, ``people`` of all communes.
    setting : tuple[str, str, int], optional

    Raises
    ------
    AccessError
        If the table of times is too narrow for the setting with quicker roads.
    """
    logs = zones.map(roads["log"]).reindex(towns.index)
    known, log = logs.notna().to_numpy(), logs.fillna(0).to_numpy()
    if setting[2] > od.within * np.exp(min(log.min(), 0)):
        raise AccessError(
            f"a catchment of {setting[2]} minutes in a table of times up to {od.within:g} at "
            "the modelled speed: take a narrower setting"
        )
    start = towns.index.get_indexer(od.origins)[od.rows]
    end = towns.index.get_indexer(od.destinations)[od.columns]
    ends = np.maximum(known[start].astype(float) + known[end], 1)
    times = od.minutes * np.exp((log[start] + log[end]) / ends)
    doctors, people = counts["doctors"], counts["people"]
    index = PER * measure(od.retimed(times), doctors, people, setting).access
    return pd.Series(means_of(zones, counts["people"], index))


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
