"""The model of car minutes: times of pairs, how far one gets, and how wrong it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.spatial import cKDTree
from scipy.special import ndtri

from bassin.errors import AccessError
from bassin.models.arrays import Floats, PositionArray, PositionsLike
from bassin.models.inputs import (
    FARTHEST,
    columns_of,
    finite,
    given,
    listed,
    metric_points,
    one_spelling,
    positive,
)
from bassin.models.travel.terrain import SAMPLES, Terrain

#: Cells on a side of the blocks in which the quickest ground is looked for.
BLOCK = 4
#: No two places are farther apart (km), in any projection whose coordinates are accepted.
_APART_KM = 3 * FARTHEST / 1000


@dataclass(frozen=True)
class TravelModel:
    """Car minutes between towns, and how wrong they are.

    Attributes
    ----------
    constant, exponent : float
        ``a`` and ``b``: ``exp(a) * km ** b`` minutes over a flat empty plain.
    per_metre, per_log_density : float
        What relief (a metre) and density (a unit of its logarithm) on the way add to the logarithm
        of the minutes.
    terrain : Terrain
    slowness : array
        On the grid of the terrain, what crossing a cell adds to the logarithm of the minutes.
        Relief and density are held to the range of the pairs fitted: nothing is known beyond.
    place_spread, pair_spread : float
        Standard deviations of the error of the logarithm: the part each of the two places brings to
        all its pairs, and the part of the pair alone, which both directions share.
    """

    constant: float
    exponent: float
    per_metre: float
    per_log_density: float
    terrain: Terrain
    slowness: npt.NDArray[np.float32]
    place_spread: float
    pair_spread: float

    def __post_init__(self) -> None:
        given(self.terrain, Terrain, "terrain")
        given(self.slowness, np.ndarray, "slowness")
        positive(self.exponent, "the exponent of the distance")
        numbers = {
            "constant": self.constant,
            "per_metre": self.per_metre,
            "per_log_density": self.per_log_density,
            "place_spread": self.place_spread,
            "pair_spread": self.pair_spread,
        }
        for name, value in numbers.items():
            number = finite(value, f"{name} of the model")
            if number < 0 and name.endswith("spread"):
                raise AccessError(f"{name} of the model is {value}: fit it on known minutes")
        if self.slowness.shape != self.terrain.relief.shape or not np.isfinite(self.slowness).all():
            raise AccessError("slowness: give one finite number for each cell of the terrain")

    @property
    def spread(self) -> float:
        """Standard deviation of the error of the logarithm of the minutes of one pair."""
        return float(np.sqrt(2 * self.place_spread**2 + self.pair_spread**2))

    def with_pair_spread(self, spread: float) -> TravelModel:
        """The same model with another spread of the error of pairs (of the logarithm)."""
        return replace(self, pair_spread=spread)

    def minutes(
        self, towns: pd.DataFrame, origins: PositionsLike, destinations: PositionsLike
    ) -> Floats:
        """Car minutes of some pairs of towns.

        They are the same in both directions, and grow with the distance over the same ground. From
        a town to itself, they are those of half the straight distance to the nearest other town,
        over the ground of the town: someone farther would live nearer to another. Between two
        lands that no road links they are infinite.

        Parameters
        ----------
        towns : DataFrame
            As :func:`bassin.models.travel.towns_2023`: ``x``, ``y``, ``land``.
        origins, destinations : arrays of int
            Positions of rows in ``towns``, one a pair.

        Returns
        -------
        array of float64
            One a pair, never negative.

        Raises
        ------
        AccessError
            If a coordinate is missing or in degrees, a town has no land, or a position is none of
            the towns.
        """
        x, y = metric_points(towns).T
        columns_of(towns, ["land"], "towns")
        lands, names = pd.factorize(towns["land"])
        if (lands < 0).any():
            raise AccessError(
                f"{listed(towns.index[lands < 0])}: on no land. See bassin.models.travel.land."
            )
        one_spelling(pd.Index(names), lambda at: f"towns: land {at + 1}")
        start, end = _ends(origins, destinations, len(towns))
        result = np.empty(len(start))
        for part in _slices(len(start)):
            o, d = start[part], end[part]
            along_x, along_y = x[d] - x[o], y[d] - y[o]
            slow = np.zeros(len(o))
            for share in SAMPLES:
                slow += self.terrain.at(
                    self.slowness, x[o] + share * along_x, y[o] + share * along_y
                )
            piece = self._minutes(np.hypot(along_x, along_y) / 1000, slow / len(SAMPLES))
            piece[lands[o] != lands[d]] = np.inf
            result[part] = piece
        same = np.flatnonzero(start == end)
        if len(same):
            at = start[same]
            result[same] = self._minutes(
                _half_way(x, y, at), self.terrain.at(self.slowness, x[at], y[at])
            )
        return result

    def _minutes(self, km: Floats, slowness: Floats) -> Floats:
        with np.errstate(divide="ignore"):  # two towns at one point are zero minutes apart
            return np.asarray(np.exp(self.constant + self.exponent * np.log(km) + slowness))

    def reach_km(self, towns: pd.DataFrame, minutes: float) -> Floats:
        """How far from each town any place within some minutes can be, at most.

        The bound knows the ground: at each distance it takes the quickest ground there is around
        the town within that distance, so that it is shorter where all is steep or built up. It
        never leaves out a place that :meth:`minutes` finds within the time.

        Parameters
        ----------
        towns : DataFrame
            As :func:`bassin.models.travel.towns_2023`.
        minutes : float
            Above zero.

        Returns
        -------
        array of float64
            Straight distance in km, one a town.

        Raises
        ------
        AccessError
            If the time is not above zero, or a coordinate is missing or in degrees.
        """
        try:
            minutes = positive(minutes, "the time of a trip")
        except AccessError as error:
            raise AccessError(f"{minutes} minutes reach nowhere: give a time above zero") from error
        metric_points(towns)
        budget = np.log(minutes) - self.constant
        with np.errstate(over="ignore"):
            farthest = np.exp((budget - float(self.slowness.min())) / self.exponent)
        farthest = min(farthest, _APART_KM)
        quickest, width = self._quickest_within(towns, farthest)
        # From here on the quickest ground is that of the whole terrain: one step is enough.
        known = (len(quickest) - 1) * width / SAMPLES[0]
        near = min(farthest, known)
        steps = np.linspace(0, near, max(int(np.ceil(near)), 2) + 1)
        if known < farthest:
            steps = np.append(steps, farthest)
        reach = np.zeros(len(towns))
        for near, far in pairwise(steps):
            # A sample of a way no longer than ``far`` is no farther than its share of it.
            rings = [min(int(np.ceil(share * far / width)), len(quickest) - 1) for share in SAMPLES]
            least = quickest[rings].mean(axis=0)
            # A hair wider, for the rounding of single precision.
            with np.errstate(over="ignore"):
                bound = np.exp((budget - least) / self.exponent) * (1 + 1e-6)
            possible = bound >= near
            reach[possible] = np.minimum(bound[possible], far)
        return reach

    def _quickest_within(self, towns: pd.DataFrame, farthest: float) -> tuple[Floats, float]:
        """Least slowness within 0, 1, 2 ... blocks of each town; width of a block (km)."""
        rows, columns = self.slowness.shape
        width = BLOCK * self.terrain.cell / 1000
        high, wide = -(-rows // BLOCK), -(-columns // BLOCK)
        # After so many blocks there is no terrain left, however long the trip.
        rings = min(int(np.ceil(farthest / width)) + 1, int(np.ceil(np.hypot(high, wide))))
        margin = rings + 1
        blocks = np.full((high * BLOCK, wide * BLOCK), np.inf)
        blocks[:rows, :columns] = self.slowness
        blocks = blocks.reshape(len(blocks) // BLOCK, BLOCK, -1, BLOCK).min(axis=(1, 3))
        blocks = np.pad(blocks, margin, constant_values=np.inf)
        x, y = (towns[name].to_numpy(dtype=float) for name in ("x", "y"))
        column = ((x - self.terrain.x) / self.terrain.cell).clip(0, columns - 1).astype(int)
        row = ((y - self.terrain.y) / self.terrain.cell).clip(0, rows - 1).astype(int)
        home = (row // BLOCK + margin) * blocks.shape[1] + column // BLOCK + margin
        shifts = [np.arange(-side, side + 1) for side in (min(margin, high), min(margin, wide))]
        down, across = np.meshgrid(*shifts, indexing="ij")
        # Two points in blocks that touch may be at no distance.
        apart = np.hypot(np.maximum(np.abs(down) - 1, 0), np.maximum(np.abs(across) - 1, 0))
        order = np.argsort(apart, axis=None, kind="stable")
        apart = apart.ravel()[order]
        offset = (down * blocks.shape[1] + across).ravel()[order]
        flat = blocks.ravel()
        least = np.full(len(towns), np.inf)
        found = np.empty((rings + 1, len(towns)))
        start = 0
        for ring in range(rings + 1):
            stop = int(np.searchsorted(apart, ring, side="right"))
            for step in offset[start:stop]:
                np.minimum(least, flat[home + step], out=least)
            found[ring] = least
            start = stop
        return found, width

    def factors(
        self,
        n_towns: int,
        origins: PositionsLike,
        destinations: PositionsLike,
        rng: np.random.Generator,
        places: Floats | None = None,
    ) -> Floats:
        """Draw what the minutes of some pairs may have to be multiplied by.

        The error is multiplicative, and its median is 1. Each town has a part, drawn once, that it
        brings to all its pairs: errors do not average out over the pairs of a town. The rest is
        drawn once a pair, the same in both directions and wherever the pair stands in the list.

        Parameters
        ----------
        n_towns : int
        origins, destinations : arrays of int
            As :meth:`minutes`.
        rng : Generator
            The same seed gives the same draw.
        places : array of float64, optional
            Part of each town, drawn already, as by :meth:`bassin.models.travel.Field.drawn`.

        Returns
        -------
        array of float64
            One a pair, above zero.

        Raises
        ------
        AccessError
            If a position is none of the towns, or there is not one part a town.
        """
        start, end = _ends(origins, destinations, n_towns)
        towns = rng.normal(0, self.place_spread, n_towns) if places is None else places
        if towns.shape != (n_towns,):
            raise AccessError(f"{towns.shape} parts for {n_towns} towns: give one a town")
        key = rng.integers(0, 2**64, dtype=np.uint64)
        result = np.empty(len(start))
        for part in _slices(len(start)):
            o, d = start[part], end[part]
            name = np.minimum(o, d) * n_towns + np.maximum(o, d)
            own = ndtri(_uniform(name.astype(np.uint64), key))
            result[part] = np.exp(towns[o] + towns[d] + self.pair_spread * own)
        return result


def _ends(
    origins: PositionsLike, destinations: PositionsLike, n_towns: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Positions of both ends of some pairs, checked: -1 would be the last town."""
    ends = []
    for name, positions in (("origins", origins), ("destinations", destinations)):
        at = np.asarray(positions)
        if at.ndim != 1 or (len(at) and at.dtype.kind not in "iu"):
            raise AccessError(f"{name}: give positions of towns, whole numbers in one row")
        wrong = (at < 0) | (at >= n_towns)
        if wrong.any():
            row = int(wrong.argmax())
            raise AccessError(
                f"pair {row} of the {name} is at position {at[row]} of {n_towns} towns: positions "
                "start at 0"
            )
        ends.append(at.astype(np.int64))
    if len(ends[0]) != len(ends[1]):
        raise AccessError(f"{len(ends[0])} origins for {len(ends[1])} destinations")
    return ends[0], ends[1]


def _slices(n: int, size: int = 1_000_000) -> Iterator[slice]:
    """Pieces of a long list, so that what is worked out on the way stays small."""
    for start in range(0, n, size):
        yield slice(start, min(start + size, n))


def _half_way(x: Floats, y: Floats, at: PositionArray) -> Floats:
    """Half the straight distance from some towns to the nearest other (km); zero without one."""
    if len(x) < 2:
        return np.zeros(len(at))
    points = np.stack([x, y], axis=1)
    return np.asarray(cKDTree(points).query(points[at], k=[2])[0][:, 0] / 2000)


def _uniform(names: npt.NDArray[np.uint64], key: np.uint64) -> Floats:
    """One number between 0 and 1 for each name, that looks drawn (SplitMix64)."""
    with np.errstate(over="ignore"):
        z = (names + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15) + key
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return ((z >> np.uint64(11)).astype(float) + 0.5) / 2.0**53
