"""All pairs of towns within a time of each other, by a search that knows the ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from bassin.errors import AccessError
from bassin.models.arrays import Floats, PositionArray
from bassin.models.catchments.codes import chosen
from bassin.models.catchments.origin_destination import OriginDestination, starts_of
from bassin.models.inputs import (
    array_of,
    given,
    metric_points,
    one_name_each,
    positive,
)

#: Origins whose neighbours are sought at one time: bounds the memory of the search.
BLOCK = 1024


class TravelTime(Protocol):
    """What a model of travel times must offer; :class:`bassin.models.travel.TravelModel` does."""

    def minutes(
        self, towns: pd.DataFrame, origins: PositionArray, destinations: PositionArray
    ) -> Floats:
        """Minutes from each origin to the destination beside it (positions in ``towns``)."""
        ...

    def reach_km(self, towns: pd.DataFrame, minutes: float) -> Floats:
        """Straight distance that no trip of so many minutes exceeds, by town of departure."""
        ...


def origin_destination(
    towns: pd.DataFrame,
    time: TravelTime,
    within: float,
    *,
    origins: Sequence[str] | pd.Index | None = None,
    destinations: Sequence[str] | pd.Index | None = None,
    block: int = BLOCK,
) -> OriginDestination:
    """Find all pairs of towns within a time of each other.

    A k-d tree gives, for each origin, the towns inside the circle that no trip of so many minutes
    leaves; the circle is wide in the plain and narrow in the mountains
    (:meth:`TravelTime.reach_km`). The model then times those pairs only.

    Parameters
    ----------
    towns : DataFrame
        Index ``code``; ``x``, ``y`` (metres), and what the model of times needs.
    time : TravelTime
        Model of the times.
    within : float
        Longest time kept (minutes).
    origins, destinations : sequence of str, optional
        Codes in ``towns``; all of them by default.
    block : int
        Origins searched at one time: more is faster, less takes less memory.

    Returns
    -------
    OriginDestination
        A place is always in it with itself: minutes within a place are held to ``within``.

    Raises
    ------
    AccessError
        If a code is missing, not in ``towns`` or there twice, a coordinate is missing or in
        degrees, ``within`` or ``block`` is not above zero, or the model gives no time.
    """
    within = positive(within, "the longest time kept")
    if not isinstance(block, int | np.integer) or isinstance(block, bool) or block < 1:
        raise AccessError(f"block is {block!r}: give a whole number of origins, 1 or more")
    for name in ("minutes", "reach_km"):
        if not callable(getattr(time, name, None)):
            raise AccessError(f"time is a {type(time).__name__}: it has no method {name}")
    one_name_each(given(towns, pd.DataFrame, "towns").index, "towns")
    xy = metric_points(towns)
    leave = np.flatnonzero(chosen(towns.index, origins))
    arrive = np.flatnonzero(chosen(towns.index, destinations))
    reach = array_of(time.reach_km(towns, within), "reach_km").astype(float)
    if reach.shape != (len(towns),) or not (np.isfinite(reach) & (reach >= 0)).all():
        raise AccessError("the model of times gives no reach for a town: reach_km")
    reach = reach[leave] * 1000
    # Neighbours in one block share most of the tree: order by cell, then by reach.
    cell = (xy[leave] // 100_000).astype(int)
    order = np.lexsort((reach, cell[:, 1], cell[:, 0]))
    tree = cKDTree(xy[arrive])
    counts = np.zeros(len(leave), dtype=np.int64)
    found: list[tuple[PositionArray, NDArray[np.int32], NDArray[np.float32]]] = []
    for first in range(0, len(order), block):
        part = order[first : first + block]
        near = cKDTree(xy[leave[part]]).sparse_distance_matrix(
            tree, reach[part].max(), output_type="ndarray"
        )
        near = near[near["v"] <= reach[part][near["i"]]]
        rows, columns = part[near["i"]], near["j"]
        times = array_of(
            time.minutes(towns, leave[rows], arrive[columns]), "minutes of the model"
        ).astype(float)
        if times.shape != rows.shape or not (times >= 0).all():
            _refuse_model(towns.index, leave[rows], arrive[columns], times)
        own = leave[rows] == arrive[columns]
        times[own] = np.minimum(times[own], within)
        kept = times <= within
        rows, columns, times = rows[kept], columns[kept], times[kept]
        # Rows in the order of the block, columns increasing: what the table wants.
        rank = np.empty(len(leave), dtype=np.int64)
        rank[part] = np.arange(len(part))
        by_row = np.lexsort((columns, rank[rows]))
        counts[part] = np.bincount(rank[rows], minlength=len(part))
        found.append((part, columns[by_row].astype(np.int32), times[by_row].astype(np.float32)))
    starts = starts_of(counts)
    all_columns = np.empty(starts[-1], dtype=np.int32)
    all_minutes = np.empty(starts[-1], dtype=np.float32)
    for part, some_columns, some_minutes in found:
        sizes = counts[part]
        in_row = np.arange(sizes.sum()) - np.repeat(starts_of(sizes)[:-1], sizes)
        at = np.repeat(starts[part], sizes) + in_row
        all_columns[at], all_minutes[at] = some_columns, some_minutes
    return OriginDestination(
        origins=towns.index[leave],
        destinations=towns.index[arrive],
        starts=starts,
        columns=all_columns,
        minutes=all_minutes,
        within=within,
    )


def narrowed(od: OriginDestination, within: float) -> OriginDestination:
    """The pairs of a table that are within a shorter time, as a table that reaches no farther.

    A place is still in it with itself: minutes within a place are held to the time. All weights of
    a catchment of that width are those of the wider table, where what is left out has none.

    Raises
    ------
    AccessError
        If the table does not reach as far.

    Examples
    --------
    >>> rows = {"origin": ["a", "a", "b"], "destination": ["a", "b", "b"], "minutes": [2, 25, 40]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=45)
    >>> narrowed(od, 20).to_table()["minutes"].tolist()
    [2.0, 20.0]
    """
    if within > od.within:
        raise AccessError(
            f"a table of times up to {od.within:g} narrowed to {within:g} minutes: build it wider"
        )
    if within == od.within:
        return od
    minutes = od.minutes.copy()
    minutes[od.own] = np.minimum(minutes[od.own], within)
    inside = minutes <= within
    at = np.concatenate([[0], np.cumsum(inside)])
    return replace(
        od,
        starts=at[od.starts],
        columns=od.columns[inside],
        minutes=minutes[inside],
        within=within,
    )


def _refuse_model(
    codes: pd.Index, start: PositionArray, end: PositionArray, times: Floats
) -> NoReturn:
    if times.shape != start.shape:
        raise AccessError(f"the model of times gives {times.shape} times for {len(start)} pairs")
    at = int((~(times >= 0)).argmax())
    raise AccessError(
        f"from {codes[start[at]]!r} to {codes[end[at]]!r}: the model gives {times[at]} minutes. A "
        "time is zero or more, and infinite where no road leads."
    )
