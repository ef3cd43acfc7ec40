"""Car minutes between communes, from what can be known without a road network.

Two town halls, the straight line between them, and what the line crosses: relief slows a road down,
and so do houses. The model is fitted on pairs whose distance and minutes over the roads are known:

    minutes = exp(a) x km^b x exp(mean over the way of (c x relief + d x log density))

The minutes it is fitted on suppose an empty road. So do those it gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
from pyproj import Transformer
from scipy.spatial import cKDTree
from scipy.special import ndtri
from sklearn.linear_model import HuberRegressor
from sklearn.model_selection import LeaveOneGroupOut
from threadpoolctl import threadpool_limits

from bassin.errors import AccessError
from bassin.models.inputs import (
    FARTHEST,
    columns_of,
    listed,
    metric_points,
    nameless,
    numbers_of,
    positive,
)
from bassin.places.territory import GEOGRAPHY, Passage
from bassin.read import ign

Floats = npt.NDArray[np.float64]
Positions = npt.ArrayLike

#: Communes of islands that no bridge joins to the mainland (Les Îles du Ponant), by island.
ISLANDS = {
    "17004": "Île-d'Aix",
    "22016": "Île-de-Bréhat",
    "29082": "Île-de-Batz",
    "29083": "Île-de-Sein",
    "29084": "Île-Molène",
    "29155": "Ouessant",
    "56009": "Belle-Île",
    "56114": "Belle-Île",
    "56152": "Belle-Île",
    "56241": "Belle-Île",
    "56069": "Groix",
    "56085": "Île-d'Hœdic",
    "56086": "Île-d'Houat",
    "56087": "Île-aux-Moines",
    "56088": "Île-d'Arz",
    "85113": "L'Île-d'Yeu",
}
MAINLAND, CORSICA = "mainland", "Corsica"

#: Side of a cell of the terrain (m), and number of communes around it that make its value.
CELL, NEIGHBOURS = 1_000.0, 4
#: Cells of the largest terrain: ten times those of France, in about 2 GB.
MOST_CELLS = 12_000_000
#: Cells on a side of the blocks in which the quickest ground is looked for.
BLOCK = 4
#: Where a way is sampled, as shares of it: the middles of its quarters.
SAMPLES = (0.125, 0.375, 0.625, 0.875)
#: Longest straight distance fitted (km), and fastest drive believed (km/h, legal limit).
LONGEST_KM, FASTEST_KMH = 100.0, 130.0

#: Names of the models, in the order of tables.
SPEED, DETOUR, CHOSEN = "Constant speed", "Distance x detour", "Relief and density"
#: What each form adds to the power of the distance.
FORMS: Mapping[str, tuple[str, ...]] = {
    "Power of distance": ("log_km",),
    "Relief alone": ("log_km", "relief"),
    "Density alone": ("log_km", "log_density"),
    CHOSEN: ("log_km", "relief", "log_density"),
    "... and climb": ("log_km", "relief", "log_density", "climb_per_km"),
    "... and ups and downs": ("log_km", "relief", "log_density", "crossed_per_km"),
    "... and bend": ("log_km", "relief", "log_density", "log_km_squared"),
}

#: Bands of straight distance (km) and of relief on the way (m).
DISTANCE_BANDS = (0.0, 5.0, 10.0, 20.0, 30.0, 50.0, LONGEST_KM)
RELIEF_CLASSES = (0.0, 100.0, 200.0, 400.0, 700.0, np.inf)

#: Why pairs are left out, in the order in which they are.
ABROAD = "destination abroad: no distance, no minutes"
NOTHING = "zero distance or zero minutes"
FAR = f"over {LONGEST_KM:.0f} km in a straight line"
FLYING = "road shorter than the straight line"
FAST = f"faster than {FASTEST_KMH:.0f} km/h over the road"
#: Date of the communes of the pairs.
PAIRS_GEOGRAPHY = "2015-01-01"
#: No two places are farther apart (km), in any projection whose coordinates are accepted.
_APART_KM = 3 * FARTHEST / 1000
#: Rounding of a published distance (km).
_ROUNDING_KM = 0.1


# -- Places ---------------------------------------------------------------------------------------


def towns_2023(
    halls: pd.DataFrame,
    communes: pd.DataFrame,
    population: pd.Series,
    passage: Passage,
    outlines: gpd.GeoDataFrame,
    low_share: float,
) -> pd.DataFrame:
    """Place the communes of metropolitan France where their town halls are.

    A merged commune is where the town hall of the commune whose code it keeps was; its area is that
    of its parts, its range of altitude covers theirs. A commune restored since the list was drawn
    up is not in it: it is in the middle of its outline, with the range of altitude of the commune
    it was part of. So is the area of a divided commune that of its outline. A commune without
    altitudes has those of its nearest neighbours (the median of each end).

    Parameters
    ----------
    halls : DataFrame
        As :func:`bassin.read.ign.town_halls_2012`.
    communes : DataFrame
        Communes of 2023: index ``code``; ``name``, ``dep``. Those overseas are left out.
    population : Series
        Inhabitants of 2020 on the geography of 2023, by code.
    passage : Passage
    outlines : GeoDataFrame
        Outlines of 2024, by code, in EPSG:2154.
    low_share : float
        How far up its range of altitude a commune lies on average; see :func:`share_of_range`.

    Returns
    -------
    DataFrame
        Index ``code``, sorted; ``name``, ``x``, ``y`` (EPSG:2154, m), ``altitude_m`` (mean,
        estimated), ``relief_m`` (highest less lowest point), ``density`` (inhabitants a km2),
        ``area_km2``, ``land`` (mainland, Corsica, or the island without a bridge), ``placed``
        (``"town hall"``, ``"town hall, merged since"`` or ``"middle of its outline"``).

    Raises
    ------
    AccessError
        If a commune has neither a town hall nor an outline, or no population, or ``low_share`` is
        not from 0 to 1.
    """
    if not 0 <= low_share <= 1:
        raise AccessError(f"a share of {low_share!r} of the range of altitude: give 0 to 1")
    here = communes[~communes["dep"].str.startswith("97")].sort_index()
    moved = passage.transition(halls.index, ign.GEOGRAPHY_2011, GEOGRAPHY)
    lost = here.index.difference(list(moved.parts))
    if len(lost):
        raise AccessError(f"{lost[0]} comes from no commune of the list of town halls")
    parts = pd.DataFrame(
        [(code, part) for code in here.index for part in sorted(moved.parts[code])],
        columns=["code", "part"],
    )
    ranges = halls[["area_km2", "altitude_min_m", "altitude_max_m"]].loc[parts["part"]]
    grouped = ranges.groupby(parts["code"].to_numpy())
    table = here[["name"]].copy()
    own = halls.reindex(here.index)
    project = Transformer.from_crs(4326, ign.METRIC_CRS, always_xy=True)
    table["x"], table["y"] = project.transform(own["lon"].to_numpy(), own["lat"].to_numpy())
    without = table.index[own["lon"].isna()]
    divided = table.index.intersection(list(moved.splits))
    shapes = outlines.geometry.reindex(without.union(divided))
    if shapes.isna().any():
        raise AccessError(f"no outline for {shapes.index[shapes.isna()][0]}")
    middle = shapes.loc[without].representative_point()
    table.loc[without, "x"], table.loc[without, "y"] = middle.x, middle.y
    low, high = grouped["altitude_min_m"].min(), grouped["altitude_max_m"].max()
    low, high = _nearest_known(table, low), _nearest_known(table, high)
    area = grouped["area_km2"].sum()
    area.loc[divided] = shapes.loc[divided].area / 1e6
    people = population.reindex(table.index)
    if people.isna().any():
        raise AccessError(f"no population for {people.index[people.isna()][0]}")
    table["altitude_m"] = low + low_share * (high - low)
    table["relief_m"] = high - low
    table["density"] = people / area
    table["area_km2"] = area
    table["land"] = [land(str(code)) for code in table.index]
    merged = grouped.size().reindex(table.index) > 1
    table["placed"] = np.where(merged, "town hall, merged since", "town hall")
    table.loc[without, "placed"] = "middle of its outline"
    return table


def land(code: str) -> str:
    """Piece of land a commune is on: no road leads from one to another.

    Corsica and the islands of :data:`ISLANDS`; islands with a bridge (Ré, Oléron, Noirmoutier) are
    mainland.
    """
    if not isinstance(code, str) or not code.strip():
        raise AccessError(f"{code!r} is no code of a commune: give a text, as '30007'")
    return ISLANDS.get(code, CORSICA if code[:2] in ("2A", "2B") else MAINLAND)


def share_of_range(means: pd.Series, halls: pd.DataFrame) -> float:
    """How far up its range of altitude a commune lies on average.

    Parameters
    ----------
    means : Series
        Mean altitude of some communes, by code (m).
    halls : DataFrame
        As :func:`bassin.read.ign.town_halls_2012`.

    Returns
    -------
    float
        Median of (mean - lowest) / (highest - lowest), between 0 and 1.

    Raises
    ------
    AccessError
        If no commune has both, or the means are outside the ranges on the whole.
    """
    both = halls.join(means.rename("mean"), how="inner")
    height = both["altitude_max_m"] - both["altitude_min_m"]
    share = ((both["mean"] - both["altitude_min_m"]) / height)[height > 0]
    middle = float(share.median())
    if not 0 <= middle <= 1:
        raise AccessError(
            f"a share of {middle} of the range of altitude: no commune has a mean altitude within "
            "its lowest and highest points. Both are in metres, by code."
        )
    return middle


def _nearest_known(table: pd.DataFrame, values: pd.Series) -> pd.Series:
    """Fill what is missing with the median of the nearest places that have a value."""
    values = values.reindex(table.index)
    gaps = values.isna()
    if gaps.any():
        tree = cKDTree(table.loc[~gaps, ["x", "y"]])
        near = tree.query(table.loc[gaps, ["x", "y"]], k=[*range(1, NEIGHBOURS + 1)])[1]
        values[gaps] = np.median(values[~gaps].to_numpy()[near], axis=1)
    return values


# -- Pairs ----------------------------------------------------------------------------------------


def sort_out(commutes: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Leave out the pairs nothing can be learnt from, by one rule, and count them by reason.

    Parameters
    ----------
    commutes : DataFrame
        As :func:`bassin.read.toulouse_dataviz.commutes_2014`.

    Returns
    -------
    pairs : DataFrame
        Those kept, with ``x``, ``y``, ``x_to``, ``y_to`` (EPSG:2154, m) for their points.
    dropped : Series of int
        Number by reason; a pair counts under the first that holds.

    Raises
    ------
    AccessError
        If a number or an origin is missing of a pair that does not lead abroad.
    """
    measured = ["straight_km", "road_km", "minutes", "lon", "lat", "lon_to", "lat_to"]
    columns_of(commutes, ["origin", "destination", *measured], "pairs")
    abroad = commutes["destination"].isna()
    for name in measured:
        unknown = ~np.isfinite(numbers_of(commutes[name])) & ~abroad.to_numpy()
        if unknown.any():
            at = int(unknown.argmax())
            raise AccessError(
                f"row {commutes.index[at]!r}, {name}: {commutes[name].iloc[at]}. Give a finite "
                "number, or leave the pair out."
            )
    commutes = commutes.assign(**{name: numbers_of(commutes[name]) for name in measured})
    without = nameless(pd.Index(commutes["origin"]))
    if without.any():
        raise AccessError(f"row {commutes.index[int(without.argmax())]!r}: no origin")
    speed = commutes["road_km"] / commutes["minutes"] * 60
    tests = {
        ABROAD: abroad,
        NOTHING: commutes[["straight_km", "road_km", "minutes"]].le(0).any(axis=1),
        FAR: commutes["straight_km"] > LONGEST_KM,
        FLYING: commutes["road_km"] < commutes["straight_km"] - _ROUNDING_KM,
        FAST: speed > FASTEST_KMH,
    }
    left, dropped = pd.Series(True, commutes.index), {}
    for reason, bad in tests.items():
        dropped[reason] = int((bad & left).sum())
        left &= ~bad
    pairs = commutes[left].reset_index(drop=True)
    project = Transformer.from_crs(4326, ign.METRIC_CRS, always_xy=True)
    for lon, lat, x, y in (("lon", "lat", "x", "y"), ("lon_to", "lat_to", "x_to", "y_to")):
        pairs[x], pairs[y] = project.transform(pairs[lon].to_numpy(), pairs[lat].to_numpy())
    return pairs.drop(columns=["lon", "lat", "lon_to", "lat_to"]), pd.Series(
        dropped, name="pairs", dtype=int
    ).rename_axis("reason")


# -- Terrain --------------------------------------------------------------------------------------


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
            As :func:`towns_2023`.
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
        m a km), ``crossed_per_km`` (sum of all differences of altitude on the way, m a km).

    Raises
    ------
    AccessError
        If a coordinate is missing or in degrees, or both ends of a pair are one point.
    """
    columns_of(pairs, ("x", "y", "x_to", "y_to"), "pairs")
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
        },
        index=pairs.index,
    )


# -- The model ------------------------------------------------------------------------------------


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
        positive(self.exponent, "the exponent of the distance")
        numbers = {
            "constant": self.constant,
            "per_metre": self.per_metre,
            "per_log_density": self.per_log_density,
            "place_spread": self.place_spread,
            "pair_spread": self.pair_spread,
        }
        for name, value in numbers.items():
            if not np.isfinite(value) or (name.endswith("spread") and value < 0):
                raise AccessError(f"{name} of the model is {value}: fit it on known minutes")
        if self.slowness.shape != self.terrain.relief.shape or not np.isfinite(self.slowness).all():
            raise AccessError("slowness: give one finite number for each cell of the terrain")

    @property
    def spread(self) -> float:
        """Standard deviation of the error of the logarithm of the minutes of one pair."""
        return float(np.sqrt(2 * self.place_spread**2 + self.pair_spread**2))

    def minutes(self, towns: pd.DataFrame, origins: Positions, destinations: Positions) -> Floats:
        """Car minutes of some pairs of towns.

        They are the same in both directions, and grow with the distance over the same ground. From
        a town to itself, they are those of half the straight distance to the nearest other town,
        over the ground of the town: someone farther would live nearer to another. Between two
        lands that no road links they are infinite.

        Parameters
        ----------
        towns : DataFrame
            As :func:`towns_2023`: ``x``, ``y``, ``land``.
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
        lands = pd.factorize(towns["land"])[0]
        if (lands < 0).any():
            raise AccessError(
                f"{listed(towns.index[lands < 0])}: on no land. See bassin.models.travel.land."
            )
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
                _half_way(x, y)[at], self.terrain.at(self.slowness, x[at], y[at])
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
            As :func:`towns_2023`.
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
        origins: Positions,
        destinations: Positions,
        rng: np.random.Generator,
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

        Returns
        -------
        array of float64
            One a pair, above zero.

        Raises
        ------
        AccessError
            If a position is none of the towns.
        """
        start, end = _ends(origins, destinations, n_towns)
        towns = rng.normal(0, self.place_spread, n_towns)
        key = rng.integers(0, 2**64, dtype=np.uint64)
        result = np.empty(len(start))
        for part in _slices(len(start)):
            o, d = start[part], end[part]
            name = np.minimum(o, d) * n_towns + np.maximum(o, d)
            own = ndtri(_uniform(name.astype(np.uint64), key))
            result[part] = np.exp(towns[o] + towns[d] + self.pair_spread * own)
        return result


def _ends(
    origins: Positions, destinations: Positions, n_towns: int
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


def _half_way(x: Floats, y: Floats) -> Floats:
    """Half the straight distance from each town to the nearest other (km); zero without one."""
    if len(x) < 2:
        return np.zeros(len(x))
    points = np.stack([x, y], axis=1)
    return np.asarray(cKDTree(points).query(points, k=[2])[0][:, 0] / 2000)


def _uniform(names: npt.NDArray[np.uint64], key: np.uint64) -> Floats:
    """One number between 0 and 1 for each name, that looks drawn (SplitMix64)."""
    with np.errstate(over="ignore"):
        z = (names + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15) + key
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return ((z >> np.uint64(11)).astype(float) + 0.5) / 2.0**53


# -- Fitting and validation -----------------------------------------------------------------------


def fit(pairs: pd.DataFrame, towns: pd.DataFrame) -> TravelModel:
    """Fit the model on real pairs, and the size of its errors on pairs it has not seen.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`sort_out`.
    towns : DataFrame
        As :func:`towns_2023`.

    Raises
    ------
    AccessError
        If a time of these pairs is missing or not above zero, or if they do not grow with distance.
    """
    _known_minutes(pairs["minutes"])
    terrain = Terrain.of(towns)
    known = features(pairs, terrain)
    constant, exponent, per_metre, per_log_density = _regress(known, pairs["minutes"], CHOSEN)
    if exponent <= 0:
        raise AccessError("minutes do not grow with distance in these pairs: nothing to fit")
    relief, density = (
        grid.clip(known[name].min(), known[name].max())
        for name, grid in (("relief", terrain.relief), ("log_density", terrain.log_density))
    )
    unseen = predict_unseen(pairs, known, [CHOSEN])[CHOSEN]
    shares = error_parts(np.log(pairs["minutes"] / unseen), pairs["origin"], pairs["destination"])
    return TravelModel(
        constant=constant,
        exponent=exponent,
        per_metre=per_metre,
        per_log_density=per_log_density,
        terrain=terrain,
        slowness=(per_metre * relief + per_log_density * density).astype(np.float32),
        place_spread=float(np.sqrt(shares["place"])),
        pair_spread=float(np.sqrt(shares["pair"])),
    )


def _known_minutes(minutes: pd.Series) -> None:
    times = numbers_of(minutes)
    wrong = ~(np.isfinite(times) & (times > 0))
    if wrong.any():
        at = int(wrong.argmax())
        raise AccessError(
            f"row {minutes.index[at]!r}: {minutes.iloc[at]} minutes. Give a time above zero, or "
            "leave the pair out."
        )


def _regress(known: pd.DataFrame, minutes: pd.Series, form: str) -> list[float]:
    """Constant and slopes of the logarithm of the minutes, by a regression outliers hardly move."""
    columns = known[list(FORMS[form])]
    mean, scale = columns.mean(), columns.std().replace(0, 1)
    # On matrices this small, the threads of the linear algebra wait for one another longer than
    # they work.
    with threadpool_limits(1):
        fitted = HuberRegressor(alpha=0, max_iter=1000).fit(
            ((columns - mean) / scale).to_numpy(), np.log(minutes)
        )
    slopes = fitted.coef_ / scale.to_numpy()
    return [float(fitted.intercept_ - slopes @ mean.to_numpy()), *map(float, slopes)]


def _apply(known: pd.DataFrame, form: str, slopes: Sequence[float]) -> pd.Series:
    return np.exp(slopes[0] + known[list(FORMS[form])] @ np.array(slopes[1:]))


def _weighted_median(values: pd.Series, weights: pd.Series) -> float:
    order = values.sort_values(kind="stable").index
    reached = weights[order].cumsum() >= weights.sum() / 2
    return float(values[order][reached].iloc[0])


def _baselines(train: pd.DataFrame, km: pd.Series) -> dict[str, pd.Series]:
    """Two rules of thumb, each with the constants that suit the pairs to learn from.

    The constant speed is the one with the least mean absolute error. The detour and the speed on
    the road are medians.
    """
    pace = _weighted_median(train["minutes"] / train["km"], train["km"])
    detour = (train["road_km"] / train["km"]).median()
    road_pace = (train["minutes"] / train["road_km"]).median()
    return {SPEED: km * pace, DETOUR: km * detour * road_pace}


def departement(codes: pd.Series) -> pd.Series:
    """Departement of some communes of metropolitan France."""
    return codes.str[:2]


def predict_unseen(
    pairs: pd.DataFrame, known: pd.DataFrame, models: Sequence[str] | None = None
) -> pd.DataFrame:
    """Minutes of each pair by models that have seen no pair of its departement.

    One departement of origin after the other is left out. So are, from what the models learn,
    all pairs that end in it.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`sort_out`.
    known : DataFrame
        As :func:`features`.
    models : sequence of str, optional
        Names of baselines and :data:`FORMS`; all by default.

    Returns
    -------
    DataFrame
        On the index of ``pairs``, a column a model.

    Raises
    ------
    AccessError
        If a model is unknown, or ``known`` is of other pairs.
    """
    models = [SPEED, DETOUR, *FORMS] if models is None else list(models)
    unknown = [model for model in models if model not in {SPEED, DETOUR, *FORMS}]
    if unknown:
        raise AccessError(f"no model {unknown[0]!r}; models: {', '.join([SPEED, DETOUR, *FORMS])}")
    if not pairs.index.equals(known.index):
        raise AccessError("pairs and known are on different indexes: give features(pairs, terrain)")
    _known_minutes(pairs["minutes"])
    start, end = departement(pairs["origin"]), departement(pairs["destination"])
    found = pd.DataFrame(np.nan, pairs.index, models)
    table = pairs[["road_km", "minutes"]].join(known)
    for _, test in LeaveOneGroupOut().split(pairs, groups=start):
        left_out = start.iloc[test[0]]
        train = table[(start != left_out) & (end != left_out)]
        rows = table.iloc[test]
        rules = _baselines(train, rows["km"])
        for model in models:
            if model in FORMS:
                rules[model] = _apply(rows, model, _regress(train, train["minutes"], model))
            found.loc[rows.index, model] = rules[model]
    return found


def cross_validate(pairs: pd.DataFrame, towns: pd.DataFrame) -> pd.DataFrame:
    """Errors of the baselines and of all forms on departements they have not seen.

    Returns
    -------
    DataFrame
        As :func:`errors`, a row a model.
    """
    return errors(pairs["minutes"], predict_unseen(pairs, features(pairs, Terrain.of(towns))))


def errors(minutes: pd.Series, predicted: pd.DataFrame) -> pd.DataFrame:
    """How wrong some models are.

    Returns
    -------
    DataFrame
        A row a model: ``pairs``, ``mean_abs``, ``median_abs``, ``bias`` (predicted less known), all
        three in minutes, and ``mean_abs_pct``.

    Raises
    ------
    AccessError
        If there is no pair, a time is missing or not above zero, or predictions are of other pairs
        or missing.
    """
    if not len(minutes):
        raise AccessError("no pair: there is no error without one")
    _known_minutes(minutes)
    if not minutes.index.equals(predicted.index):
        raise AccessError("known and predicted minutes are on different indexes: align them first")
    for model in predicted:
        if not np.isfinite(numbers_of(predicted[model])).all():
            row = predicted.index[int((~np.isfinite(numbers_of(predicted[model]))).argmax())]
            raise AccessError(f"row {row!r}: {model!r} predicts no time")
    gap = predicted.sub(minutes, axis=0)
    table = pd.DataFrame(
        {
            "pairs": len(minutes),
            "mean_abs": gap.abs().mean(),
            "median_abs": gap.abs().median(),
            "bias": gap.mean(),
            "mean_abs_pct": 100 * gap.abs().div(minutes, axis=0).mean(),
        }
    )
    return table.rename_axis("model")


def errors_by_class(
    minutes: pd.Series, predicted: pd.DataFrame, values: pd.Series, limits: Sequence[float]
) -> pd.DataFrame:
    """Errors of the chosen model in classes of a value, beside those of the baselines.

    Returns
    -------
    DataFrame
        Index: the classes, ``"5 to 10"``; ``pairs``, ``minutes`` (mean known), ``mean_abs``,
        ``median_abs``, ``bias`` of the chosen model; ``speed``, ``detour``: mean absolute errors.

    Raises
    ------
    AccessError
        If a pair is in no class; and as :func:`errors`.
    """
    names = [
        f"{low:.0f} and over" if np.isinf(high) else f"{low:.0f} to {high:.0f}"
        for low, high in pairwise(limits)
    ]
    classes = pd.cut(values, list(limits), labels=names, include_lowest=True)
    if classes.isna().any():
        row = classes.index[int(classes.isna().to_numpy().argmax())]
        raise AccessError(
            f"row {row!r}: {values[row]} is in no class from {limits[0]} to {limits[-1]}"
        )
    rows = {}
    for name in names:
        here = classes == name
        if here.any():
            table = errors(minutes[here], predicted[here])
            rows[name] = {
                "minutes": minutes[here].mean(),
                **table.loc[CHOSEN, ["pairs", "mean_abs", "median_abs", "bias"]],
                "speed": table.loc[SPEED, "mean_abs"],
                "detour": table.loc[DETOUR, "mean_abs"],
            }
    return pd.DataFrame.from_dict(rows, orient="index").astype({"pairs": int})


def error_parts(
    residuals: pd.Series, origins: pd.Series, destinations: pd.Series
) -> dict[str, float]:
    """Share out the variance of the errors between the places and the pairs.

    Two pairs that share one place, at whatever end, have in common the error that this place brings
    to all its pairs: the mean product of their errors is its variance. What is left of the whole
    variance, two places taken off, is the pair's own.

    Parameters
    ----------
    residuals : Series
        Errors of the logarithm of the minutes.
    origins, destinations : Series of str
        On the same index.

    Returns
    -------
    dict
        ``whole`` (mean square), ``place`` (of one place), ``pair``; ``reverse`` (share of the whole
        that a pair has in common with the same one driven backwards; NaN without any).

    Raises
    ------
    AccessError
        If an error or a code is missing: two missing codes would be one place.
    """
    error = numbers_of(residuals)
    for name, codes in (("origin", origins), ("destination", destinations)):
        if not codes.index.equals(residuals.index):
            raise AccessError(f"errors and {name}s are on different indexes: align them first")
        without = nameless(pd.Index(codes))
        if without.any():
            raise AccessError(f"row {codes.index[int(without.argmax())]!r}: no {name}")
    if not len(error) or not np.isfinite(error).all():
        raise AccessError("an error is missing or infinite, or there is none")
    places = pd.factorize(pd.concat([origins, destinations]))[0]
    start, end = places[: len(error)], places[len(error) :]
    product = np.outer(error, error)
    np.fill_diagonal(product, np.nan)
    same_start, same_end = start[:, None] == start, end[:, None] == end
    chained = start[:, None] == end
    back = chained & chained.T
    shared = same_start.astype(int) + same_end + chained + chained.T
    one = (shared == 1) & ~np.eye(len(error), dtype=bool)
    whole = float(np.mean(error**2))
    place = max(float(product[one].mean()), 0.0) if one.any() else 0.0
    place = min(place, whole / 2)
    reverse = float(product[back].mean() / whole) if back.any() and whole else float("nan")
    return {"whole": whole, "place": place, "pair": whole - 2 * place, "reverse": reverse}
