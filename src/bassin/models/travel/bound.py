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
from bassin.models.inputs import columns_of, given, metric_points, numbers_of, positive

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
        If the distance is not above zero, or a coordinate is missing or in degrees.
    """
    reach = positive(within_km, "the distance of neighbours")
    columns_of(towns, ["land"], "towns")
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
        Time from each end of the pair to one third place (minutes); NaN where it is not known.

    Returns
    -------
    dict
        ``bounded`` (pairs with both times), ``broken_pct`` (of these, those whose time is under the
        gap, %), ``far_broken_pct`` (those under it by over :data:`MARGIN` minutes, %),
        ``broken_by`` (by how many minutes, median of the first; 0 without any).

    Raises
    ------
    AccessError
        If there are not as many times as ends, a time of a pair is missing, or no pair has both.
    """
    times = np.asarray(minutes, dtype=float)
    gap = np.abs(
        numbers_of(given(start, pd.Series, "start")) - numbers_of(given(end, pd.Series, "end"))
    )
    if gap.shape != times.shape or np.isnan(times).any():
        raise AccessError("a time against its bound: give one number of minutes for each pair")
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
