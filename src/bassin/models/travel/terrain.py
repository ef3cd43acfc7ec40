"""What lies between the towns: a grid of relief and density, and what a way crosses of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.spatial import cKDTree

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.inputs import FARTHEST, columns_of, given, metric_points, numbers_of, positive

#: Side of a cell of the terrain (m), and number of communes around it that make its value.
CELL, NEIGHBOURS = 1_000.0, 4
#: Cells of the largest terrain: ten times those of France, in about 2 GB.
MOST_CELLS = 12_000_000

#: Where a way is sampled, as shares of it: the middles of its quarters.
SAMPLES = (0.125, 0.375, 0.625, 0.875)


@dataclass(frozen=True)
class Terrain:
    """What lies between the towns, on a grid: the mean of the nearest communes, by distance.

    Attributes
    ----------
    x, y : float
        South-west corner (EPSG:2154, m).
    cell : float
        Side of a cell (m).
    altitude, relief, log_density : arrays
        Rows from south to north: metres, metres, natural logarithm of 1 + inhabitants a km2.
    """

    x: float
    y: float
    cell: float
    altitude: Floats
    relief: Floats
    log_density: Floats

    @classmethod
    def of(cls, towns: pd.DataFrame, cell: float = CELL) -> Terrain:
        """Lay the grid over some towns.

        Parameters
        ----------
        towns : DataFrame
            As :func:`bassin.models.travel.towns_2023`.
        cell : float
            Side of a cell (m).

        Raises
        ------
        AccessError
            If there is no town, a coordinate is missing or in degrees, an altitude, a relief or a
            density is missing or, for the last two, negative, or the towns are so far apart, or
            ``cell`` so small, that the grid would have over :data:`MOST_CELLS` cells.
        """
        cell = positive(cell, "the side of a cell")
        points = metric_points(towns)
        if not len(points):
            raise AccessError("no town: there is no terrain without one")
        for name, least in (("altitude_m", -np.inf), ("relief_m", 0), ("density", 0)):
            columns_of(towns, [name], "towns")
            amounts = numbers_of(towns[name])
            wrong = ~(np.isfinite(amounts) & (amounts >= least))
            if wrong.any():
                at = int(wrong.argmax())
                raise AccessError(
                    f"{name} of {towns.index[at]!r} is {towns[name].iloc[at]}: give a finite "
                    "number" + ("" if least else ", zero or more")
                )
        # The corner is on a whole cell, so that adding a town does not shift the others' cells.
        west, south = np.floor(points.min(axis=0) / cell) * cell
        sides = (points.max(axis=0) - [west, south]) // cell + 1
        if cell > FARTHEST or not sides.prod() <= MOST_CELLS:
            raise AccessError(
                f"a terrain of {sides[0]:.0f} x {sides[1]:.0f} cells of {cell:g} m: at most "
                f"{MOST_CELLS:,}. Make them larger, or leave out towns far away from all others "
                f"(x from {points[:, 0].min():.0f} to {points[:, 0].max():.0f}, y from "
                f"{points[:, 1].min():.0f} to {points[:, 1].max():.0f})."
            )
        columns, rows = sides.astype(int)
        middles = np.stack(
            np.meshgrid(
                west + cell * (np.arange(columns) + 0.5), south + cell * (np.arange(rows) + 0.5)
            ),
            axis=-1,
        ).reshape(-1, 2)
        k = min(NEIGHBOURS, len(points))
        distance, near = cKDTree(points).query(middles, k=[*range(1, k + 1)], workers=-1)
        weight = 1 / (distance + cell / 2) ** 2
        weight /= weight.sum(axis=1, keepdims=True)
        values = {
            "altitude": towns["altitude_m"].to_numpy(dtype=float),
            "relief": towns["relief_m"].to_numpy(dtype=float),
            "log_density": np.log1p(towns["density"].to_numpy(dtype=float)),
        }
        grids = {
            name: (weight * value[near]).sum(axis=1).reshape(rows, columns)
            for name, value in values.items()
        }
        return cls(float(west), float(south), cell, **grids)

    def at(self, grid: npt.NDArray[np.floating], x: Floats, y: Floats) -> Floats:
        """Value of a grid at some points; at its edge for those outside.

        Raises
        ------
        AccessError
            If a coordinate is missing: it would be read at the edge.
        """
        if not (np.isfinite(x).all() and np.isfinite(y).all()):
            raise AccessError("a point without coordinates: give x and y in metres")
        rows, columns = grid.shape
        # Held to the grid before it is cut to whole cells: a point far away would overflow.
        column = ((x - self.x) / self.cell).clip(0, columns - 1).astype(np.int32)
        row = ((y - self.y) / self.cell).clip(0, rows - 1).astype(np.int32)
        return np.asarray(grid.take(row * np.int32(columns) + column), dtype=float)


def features(pairs: pd.DataFrame, terrain: Terrain) -> pd.DataFrame:
    """What the models know of some pairs.

    Parameters
    ----------
    pairs : DataFrame
        ``x``, ``y``, ``x_to``, ``y_to`` (EPSG:2154, m).
    terrain : Terrain

    Returns
    -------
    DataFrame
        On the index of ``pairs``: ``km``, ``log_km``, ``log_km_squared``; ``relief`` (m) and
        ``log_density``, means over the way; ``climb_per_km`` (difference of altitude of the ends,
        m a km), ``crossed_per_km`` (sum of all differences of altitude on the way, m a km),
        ``height`` (mean altitude on the way, m: how far up a massif it runs), ``valley`` (by how
        much the way stays above its lower end at its lowest, m; below zero in a valley between).

    Raises
    ------
    AccessError
        If a coordinate is missing or in degrees, or both ends of a pair are one point.
    """
    columns_of(pairs, ("x", "y", "x_to", "y_to"), "pairs")
    given(terrain, Terrain, "terrain")
    x, y = metric_points(pairs).T
    to_x, to_y = metric_points(pairs[["x_to", "y_to"]].set_axis(["x", "y"], axis=1)).T
    km = np.hypot(to_x - x, to_y - y) / 1000
    if (km == 0).any():
        raise AccessError(
            f"row {pairs.index[int((km == 0).argmax())]!r}: both ends are one point. Leave it out."
        )
    at = [(x + share * (to_x - x), y + share * (to_y - y)) for share in SAMPLES]
    heights = [terrain.at(terrain.altitude, *p) for p in [(x, y), *at, (to_x, to_y)]]
    return pd.DataFrame(
        {
            "km": km,
            "log_km": np.log(km),
            "log_km_squared": np.log(km) ** 2,
            "relief": np.mean([terrain.at(terrain.relief, *p) for p in at], axis=0),
            "log_density": np.mean([terrain.at(terrain.log_density, *p) for p in at], axis=0),
            "climb_per_km": np.abs(heights[-1] - heights[0]) / km,
            "crossed_per_km": np.abs(np.diff(heights, axis=0)).sum(axis=0) / km,
            "height": np.mean(heights[1:-1], axis=0),
            "valley": np.min(heights[1:-1], axis=0) - np.minimum(heights[0], heights[-1]),
        },
        index=pairs.index,
    )
