"""How the geometries of a table depart from those of another edition of it, row by row.

A map that is drawn anew moves each border a little, and no way in particular. Outlines that were
exchanged, turned, shrunk or replaced cover other ground; coordinates of another system all move the
same way.
"""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

Floats = npt.NDArray[np.float64]

#: Least part of the ground of two editions of an outline that both cover, least of their median,
#: and part of the rows that may fall short of the first.
COVERED, COVERED_OFTEN, FALLEN = 0.8, 0.95, 0.02
#: How far all may move one way, and how far a point or a line may move on its own.
DRIFT = {"metres": 20.0, "degrees": 0.0002}
ALONE = {"metres": 200.0, "degrees": 0.002}


def elsewhere(old: gpd.GeoSeries, new: gpd.GeoSeries) -> Iterator[tuple[str, object]]:
    """In which ways geometries are no longer where they were: each in words, with a row of it.

    Parameters
    ----------
    old, new : GeoSeries
        Of the same rows; where they are in two systems, in that of the old.

    Examples
    --------
    >>> from shapely import box
    >>> old = gpd.GeoSeries([box(0, 0, 9, 9), box(9, 0, 30, 9)], ["a", "b"], crs=2154)
    >>> [what for what, _ in elsewhere(old, old.reverse())]
    []
    >>> swapped = gpd.GeoSeries([*old[::-1]], old.index, crs=2154)
    >>> next(elsewhere(old, swapped))
    ('2 of 2 outlines cover other ground; of the first, 0% is the same', 'a')
    """
    unit = "degrees" if old.crs is not None and old.crs.is_geographic else "metres"
    if old.crs is not None and new.crs is not None and old.crs != new.crs:
        new = new.to_crs(old.crs)
    before, now = np.asarray(old.array), np.asarray(new.array)
    there = ~(shapely.is_missing(before) | shapely.is_missing(now))
    there &= ~(shapely.is_empty(before) | shapely.is_empty(now))
    rows, before, now = old.index[there], before[there], now[there]
    if not len(rows):
        return
    moved = _centres(now) - _centres(before)
    known = np.isfinite(moved).all(axis=1)
    if not known.all():
        told = f"{(~known).sum():,} of {len(rows):,} are nowhere in its system of coordinates"
        yield told, rows[~known][0]
        rows, before, now, moved = rows[known], before[known], now[known], moved[known]
    if not len(rows):
        return
    yield from _drifted(rows, moved, unit)
    areas = (shapely.get_dimensions(before) == 2) & (shapely.get_dimensions(now) == 2)
    if areas.any():
        yield from _uncovered(rows[areas], _shared(before[areas], now[areas]))
    far = ~areas & (np.hypot(*moved.T) > ALONE[unit])
    if far.sum() > FALLEN * len(rows):
        told = f"{far.sum():,} of {len(rows):,} are more than {ALONE[unit]:g} {unit} away"
        yield told, rows[far][0]


def _drifted(rows: pd.Index, moved: Floats, unit: str) -> Iterator[tuple[str, object]]:
    east, north = np.median(moved, axis=0)
    if np.hypot(east, north) > DRIFT[unit]:
        yield (
            f"all have moved by {east:.3g} {unit} to the east and {north:.3g} to the north, as "
            "another system of coordinates would have them",
            rows[0],
        )


def _uncovered(rows: pd.Index, shared: Floats) -> Iterator[tuple[str, object]]:
    apart = shared < COVERED
    if apart.sum() > FALLEN * len(shared):
        first = int(np.flatnonzero(apart)[0])
        yield (
            f"{apart.sum():,} of {len(shared):,} outlines cover other ground; of the first, "
            f"{shared[first]:.0%} is the same",
            rows[first],
        )
    elif np.median(shared) < COVERED_OFTEN:
        told = f"half of the outlines share less than {np.median(shared):.0%} of their ground"
        yield told, rows[int(shared.argmin())]


def _centres(shapes: npt.NDArray[np.object_]) -> Floats:
    # Of a shape that no system of coordinates can hold, the centre is no number.
    points = shapely.centroid(shapes)
    there = ~shapely.is_empty(points)
    found = np.full((len(points), 2), np.nan)
    found[there] = shapely.get_coordinates(points[there])
    return found


def _shared(before: npt.NDArray[np.object_], now: npt.NDArray[np.object_]) -> Floats:
    """Part of the ground of two outlines that both cover."""
    both = shapely.area(shapely.intersection(before, now))
    either = shapely.area(before) + shapely.area(now) - both
    return np.asarray(np.divide(both, either, out=np.ones_like(both), where=either > 0))
