"""Times against a bound: two places are no nearer than their times to a third one tell.

Who drives from A to P by way of B takes the time A-B and then B-P, and cannot be quicker than the
quickest way from A: the time A-B is at least the gap of the times of A and of B to P. It is so
whatever the roads, as far as all three times are driven over the same ones, between the same
points, as fast both ways. Those of this project are not: a time just under it tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.spatial import cKDTree

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.inputs import (
    array_of,
    columns_of,
    given,
    listed,
    metric_points,
    nameless,
    numbers_of,
    positive,
)

#: Straight distance up to which two communes are neighbours (km).
NEIGHBOURS_KM = 20.0
#: Minutes under its bound beyond which a time is far under it.
MARGIN = 2.0


def neighbours(
    towns: pd.DataFrame, within_km: float = NEIGHBOURS_KM
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Positions of both ends of every pair of towns of one land that are near, one way.

    Parameters
    ----------
    towns : DataFrame
        As :func:`bassin.models.travel.towns_2023`: ``x``, ``y``, ``land``.
    within_km : float

    Raises
    ------
    AccessError
        If the distance is not above zero, a coordinate is missing or in degrees, or a town is on
        no land: two of them would be on one.
    """
    reach = positive(within_km, "the distance of neighbours")
    columns_of(towns, ["land"], "towns")
    without = nameless(pd.Index(towns["land"]))
    if without.any():
        raise AccessError(f"{listed(towns.index[without])}: on no land. Give each town its own.")
    pairs = cKDTree(metric_points(towns)).query_pairs(1000 * reach, output_type="ndarray")
    start, end = np.sort(pairs.astype(np.int64).reshape(-1, 2), axis=1).T
    land = pd.factorize(towns["land"])[0]
    same = land[start] == land[end]
    return start[same], end[same]


def against_bound(minutes: Floats, start: pd.Series, end: pd.Series) -> Mapping[str, float]:
    """How many times are under their bound, and by how much.

    Parameters
    ----------
    minutes : array of float
        Times of some pairs.
    start, end : Series of float
        Time from each end of the pair to one third place (minutes); missing where it is not known.

    Returns
    -------
    dict
        ``bounded`` (pairs with both times), ``broken_pct`` (of these, those whose time is under the
        gap, %), ``far_broken_pct`` (those under it by over :data:`MARGIN` minutes, %),
        ``broken_by`` (by how many minutes, median of the first; 0 without any).

    Raises
    ------
    AccessError
        If there are not as many times as ends, one is a text, infinite or negative, a time of a
        pair is missing, or no pair has both.
    """
    times = array_of(minutes, "minutes of the pairs")
    _refuse_times(times, "minutes of the pairs")
    to_start, to_end = _to_third(start, "start"), _to_third(end, "end")
    if not times.shape == to_start.shape == to_end.shape or np.isnan(times).any():
        raise AccessError("a time against its bound: give one number of minutes for each pair")
    gap = np.abs(to_start - to_end)
    known = ~np.isnan(gap)
    if not known.any():
        raise AccessError("no pair has a time to the third place from both ends: nothing to bound")
    under = (gap - times)[known]
    broken = under > 0
    return {
        "bounded": len(under),
        "broken_pct": 100 * len(under[broken]) / len(under),
        "far_broken_pct": 100 * float(np.mean(under > MARGIN)),
        "broken_by": float(np.median(under[broken])) if len(under[broken]) else 0.0,
    }


def _to_third(times: pd.Series, name: str) -> Floats:
    """Minutes from one end of each pair to the third place; NaN where there are none."""
    numbers = numbers_of(given(times, pd.Series, name))
    texts = np.isnan(numbers) & times.notna().to_numpy()
    if texts.any():
        at = int(texts.argmax())
        raise AccessError(
            f"{name}, row {times.index[at]!r}: {times.iloc[at]!r} is no number of minutes. Leave "
            "it missing where it is not known."
        )
    _refuse_times(numbers, name)
    return numbers


def _refuse_times(times: Floats, name: str) -> None:
    wrong = np.isinf(times) | (times < 0)
    if wrong.any():
        at = np.unravel_index(int(wrong.argmax()), wrong.shape)
        raise AccessError(
            f"{name}, pair {', '.join(map(str, at))}: {times[at]:g} minutes. Give a finite time, "
            "zero or more."
        )
