"""Floating catchments: how much supply there is, within reach, for the demand that shares it.

Places are rows and columns of a sparse table of travel times, :class:`OriginDestination`. On it
stand the measures of the field: the ratio inside one catchment (:func:`fca_ratio`), the two-step
floating catchment (:func:`two_step_fca`), which is the enhanced one when its decay falls with time,
and the three-step one (:func:`three_step_fca`). Each is two or three products of a sparse matrix
and a vector, so that time and memory grow with the number of pairs, never with the square of
places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.spatial import cKDTree

from bassin.errors import AccessError

#: Weight of each time (minutes) in a catchment: 1 beside the place, 0 outside.
Floats: TypeAlias = NDArray[np.float64]
Positions: TypeAlias = NDArray[np.int64]

#: Origins whose neighbours are sought at one time: bounds the memory of the search.
BLOCK = 1024


# -- Times between places -------------------------------------------------------------------------


class TravelTime(Protocol):
    """What a model of travel times must offer; :class:`bassin.travel.TravelModel` does."""

    def minutes(self, towns: pd.DataFrame, origins: Positions, destinations: Positions) -> Floats:
        """Minutes from each origin to the destination beside it (positions in ``towns``)."""
        ...

    def reach_km(self, towns: pd.DataFrame, minutes: float) -> Floats:
        """Straight distance that no trip of so many minutes exceeds, by town of departure."""
        ...


@dataclass(frozen=True)
class OriginDestination:
    """Pairs of places within a time of each other: compressed rows, one an origin.

    Attributes
    ----------
    origins, destinations : Index
        Codes of the rows and of the columns.
    starts : array of int
        Row ``i`` holds the pairs ``starts[i]`` to ``starts[i + 1]``.
    columns : array of int
        Position of the destination of each pair, increasing within a row.
    minutes : array of float32
        Time of each pair. Single precision is a thousandth of a second in an hour.
    within : float
        The table holds every pair that is at most so many minutes apart.
    """

    origins: pd.Index
    destinations: pd.Index
    starts: NDArray[np.int64]
    columns: NDArray[np.int32]
    minutes: NDArray[np.float32]
    within: float

    @classmethod
    def from_table(cls, table: pd.DataFrame, within: float | None = None) -> OriginDestination:
        """Take pairs from a long table.

        Parameters
        ----------
        table : DataFrame
            ``origin``, ``destination`` (codes), ``minutes``: one row a pair.
        within : float, optional
            Time up to which the table holds every pair; its longest by default.

        Raises
        ------
        AccessError
            If a pair is there twice, or a time is missing, negative or infinite.
        """
        times = table["minutes"].to_numpy(dtype=float)
        wrong = ~(np.isfinite(times) & (times >= 0))
        if wrong.any():
            pair = table.iloc[int(wrong.argmax())]
            raise AccessError(
                f"from {pair['origin']!r} to {pair['destination']!r}: {pair['minutes']} minutes. "
                "A time is a finite number, zero or more; leave out pairs that are not connected."
            )
        rows, origins = pd.factorize(table["origin"], sort=True)
        columns, destinations = pd.factorize(table["destination"], sort=True)
        order = np.lexsort((columns, rows))
        rows, columns = rows[order], columns[order]
        twice = (np.diff(rows) == 0) & (np.diff(columns) == 0)
        if twice.any():
            at = int(twice.argmax())
            pair_codes = f"{origins[rows[at]]!r} to {destinations[columns[at]]!r}"
            raise AccessError(f"from {pair_codes}: the pair is there twice. Keep one of its times.")
        longest = float(times.max(initial=0))
        return cls(
            origins=pd.Index(origins),
            destinations=pd.Index(destinations),
            starts=_starts(np.bincount(rows, minlength=len(origins))),
            columns=columns.astype(np.int32),
            minutes=times[order].astype(np.float32),
            within=longest if within is None else within,
        )

    def __len__(self) -> int:
        return len(self.columns)

    @property
    def nbytes(self) -> int:
        """Memory of the pairs (bytes)."""
        return self.starts.nbytes + self.columns.nbytes + self.minutes.nbytes

    @property
    def rows(self) -> Positions:
        """Position of the origin of each pair."""
        return np.repeat(np.arange(len(self.origins)), np.diff(self.starts))

    def to_table(self) -> pd.DataFrame:
        """The pairs as a long table: ``origin``, ``destination``, ``minutes``."""
        return pd.DataFrame(
            {
                "origin": self.origins.take(self.rows),
                "destination": self.destinations.take(self.columns),
                "minutes": self.minutes.astype(float),
            }
        )

    def matrix(self, weights: Floats) -> csr_array:
        """Sparse matrix of one weight a pair, a row an origin; it shares the table's arrays."""
        shape = (len(self.origins), len(self.destinations))
        # Both kinds of positions in one type, or scipy copies the long one.
        fits = len(self) <= np.iinfo(self.columns.dtype).max
        starts = self.starts.astype(self.columns.dtype) if fits else self.starts
        return csr_array((weights, self.columns, starts), shape=shape, copy=False)

    def only(
        self, origins: pd.Index | None = None, destinations: pd.Index | None = None
    ) -> OriginDestination:
        """The pairs of some origins and some destinations, in the order of the table.

        Raises
        ------
        AccessError
            If a code is not in the table.
        """
        rows, kept = _chosen(self.origins, origins), _chosen(self.destinations, destinations)
        inside = np.repeat(rows, np.diff(self.starts)) & kept[self.columns]
        counts = np.add.reduceat(np.append(inside, False), self.starts[:-1], dtype=np.int64)
        counts[np.diff(self.starts) == 0] = 0
        renumbered = np.cumsum(kept) - 1
        return replace(
            self,
            origins=self.origins[rows],
            destinations=self.destinations[kept],
            starts=_starts(counts[rows]),
            columns=renumbered[self.columns[inside]].astype(np.int32),
            minutes=self.minutes[inside],
        )

    def retimed(self, minutes: NDArray[np.floating]) -> OriginDestination:
        """The same pairs at other times, as drawn around those of a model.

        Raises
        ------
        AccessError
            If there is not one time a pair, or one is missing, negative or infinite.
        """
        if minutes.shape != self.minutes.shape:
            raise AccessError(f"{minutes.shape} times for {len(self)} pairs")
        if not (np.isfinite(minutes) & (minutes >= 0)).all():
            raise AccessError("a time is missing, negative or infinite")
        return replace(self, minutes=minutes.astype(np.float32))


def _starts(counts: NDArray[np.integer]) -> NDArray[np.int64]:
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _chosen(known: pd.Index, codes: pd.Index | None) -> NDArray[np.bool_]:
    if codes is None:
        return np.ones(len(known), dtype=bool)
    unknown = codes.difference(known)
    if len(unknown):
        raise AccessError(f"{_listed(unknown)} not in the table of times")
    return np.asarray(known.isin(codes))


def _listed(codes: pd.Index, most: int = 3) -> str:
    more = f" and {len(codes) - most} more" if len(codes) > most else ""
    return ", ".join(repr(code) for code in codes[:most]) + more


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

    Raises
    ------
    AccessError
        If a code is not in ``towns`` or is there twice, or a coordinate is missing.
    """
    if not towns.index.is_unique:
        raise AccessError(f"{_listed(towns.index[towns.index.duplicated()])}: twice in the towns")
    xy = towns[["x", "y"]].to_numpy(dtype=float)
    if not np.isfinite(xy).all():
        raise AccessError(f"{_listed(towns.index[~np.isfinite(xy).all(axis=1)])}: no coordinates")
    leave = np.flatnonzero(_chosen(towns.index, None if origins is None else pd.Index(origins)))
    arrive = np.flatnonzero(
        _chosen(towns.index, None if destinations is None else pd.Index(destinations))
    )
    reach = time.reach_km(towns, within)[leave] * 1000
    # Neighbours in one block share most of the tree: order by cell, then by reach.
    cell = (xy[leave] // 100_000).astype(int)
    order = np.lexsort((reach, cell[:, 1], cell[:, 0]))
    tree = cKDTree(xy[arrive])
    counts = np.zeros(len(leave), dtype=np.int64)
    found: list[tuple[Positions, NDArray[np.int32], NDArray[np.float32]]] = []
    for first in range(0, len(order), block):
        part = order[first : first + block]
        near = cKDTree(xy[leave[part]]).sparse_distance_matrix(
            tree, reach[part].max(), output_type="ndarray"
        )
        near = near[near["v"] <= reach[part][near["i"]]]
        rows, columns = part[near["i"]], near["j"]
        times = time.minutes(towns, leave[rows], arrive[columns])
        kept = times <= within
        rows, columns, times = rows[kept], columns[kept], times[kept]
        # Rows in the order of the block, columns increasing: what the table wants.
        rank = np.empty(len(leave), dtype=np.int64)
        rank[part] = np.arange(len(part))
        by_row = np.lexsort((columns, rank[rows]))
        counts[part] = np.bincount(rank[rows], minlength=len(part))
        found.append((part, columns[by_row].astype(np.int32), times[by_row].astype(np.float32)))
    starts = _starts(counts)
    all_columns = np.empty(starts[-1], dtype=np.int32)
    all_minutes = np.empty(starts[-1], dtype=np.float32)
    for part, some_columns, some_minutes in found:
        sizes = counts[part]
        in_row = np.arange(sizes.sum()) - np.repeat(_starts(sizes)[:-1], sizes)
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


# -- Decay with time ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Decay:
    """Weight of a place in a catchment by its time: between 1 and 0, and 0 after ``within``.

    Attributes
    ----------
    name : str
        For tables and figures.
    within : float
        Edge of the catchment (minutes); a time equal to it is inside.
    shape : callable
        Times in minutes, none over ``within``, to weights in double precision.
    """

    name: str
    within: float
    shape: Callable[[NDArray[np.floating]], Floats]

    def __post_init__(self) -> None:
        if not (np.isfinite(self.within) and self.within > 0):
            raise AccessError(f"a catchment of {self.within} minutes: give a positive number")

    def __call__(self, minutes: NDArray[np.floating]) -> Floats:
        """Weight of each time."""
        inside = minutes <= self.within
        if inside.all():  # the usual table, built as wide as the catchment
            return self.shape(minutes)
        weights = np.zeros(minutes.shape)
        weights[inside] = self.shape(minutes[inside])
        return weights


def step(within: float) -> Decay:
    """1 up to the edge of the catchment: the two-step floating catchment of Luo and Wang.

    :cite:`luo2003measures`
    """
    return Decay("step", within, lambda t: np.ones(t.shape))


def zones(within: float, weights: Sequence[float] = (1.0, 0.68, 0.22)) -> Decay:
    """One weight in each of several zones of equal width: the enhanced catchment of Luo and Qi.

    The default weights are those of its slow Gaussian decay, in three zones; of a catchment of 30
    minutes: to 10, to 20 and to 30 :cite:`luo2009enhanced`.

    Raises
    ------
    AccessError
        If the weights are not from 1 down to 0.
    """
    levels = np.asarray(weights, dtype=float)
    if not len(levels) or levels.max() > 1 or levels.min() < 0 or (np.diff(levels) > 0).any():
        raise AccessError(f"weights {weights}: give one a zone, from 1 down to 0")
    edges = within * np.arange(1, len(levels) + 1) / len(levels)
    return Decay("zones", within, lambda t: levels[np.searchsorted(edges[:-1], t)])


def gaussian(within: float, edge: float = 0.01) -> Decay:
    r"""Continuous Gaussian: :math:`\exp(-t^2/\beta)`, falling to ``edge`` at the border.

    The weight at the edge sets :math:`\beta = -t_0^2 / \ln(\text{edge})`; 0.01 is the custom
    :cite:`wan2012three`.

    Raises
    ------
    AccessError
        If ``edge`` is not between 0 and 1.
    """
    if not 0 < edge < 1:
        raise AccessError(f"a weight of {edge} at the edge: give one between 0 and 1")
    beta = -(within**2) / np.log(edge)
    return Decay("Gaussian", within, lambda t: np.exp(-(t.astype(float) ** 2) / beta))


def linear(within: float) -> Decay:
    """From 1 at the place to 0 at the edge, in a straight line :cite:`schuurman2010measuring`."""
    return Decay("linear", within, lambda t: 1 - t.astype(float) / within)


# -- Measures -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Access:
    """Access of each origin, and what it leaves out.

    Attributes
    ----------
    access : Series of float
        Supply for one unit of demand, indexed by origin; 0 where no supply is within reach.
    empty : int
        Origins with no supply within reach.
    unreached : float
        Supply that no demand can reach, and that is in no access.
    """

    access: pd.Series
    empty: int
    unreached: float


def two_step_fca(
    od: OriginDestination, supply: pd.Series, demand: pd.Series, decay: Decay
) -> Access:
    r"""Two-step floating catchment area.

    .. math::

        R_j = \frac{S_j}{\sum_k w(t_{kj}) P_k}, \qquad A_i = \sum_j w(t_{ij}) R_j

    With :func:`step` it is that of :cite:`luo2003measures`; with a decay that falls with time, the
    enhanced one of :cite:`luo2009enhanced`. Demand times access is the supply within reach:
    :math:`\sum_i P_i A_i = \sum_j S_j`.

    Parameters
    ----------
    od : OriginDestination
        Demand at the origins, supply at the destinations.
    supply : Series of float
        Indexed by destination: 0 where there is none, never missing.
    demand : Series of float
        Indexed by origin.
    decay : Decay

    Returns
    -------
    Access
        In units of supply for one of demand.

    Raises
    ------
    AccessError
        If supply or demand is missing, negative or of an unknown place, or the table of times does
        not reach as far as the catchment.
    """
    offered, wanted = _inputs(od, supply, demand, decay)
    return _share_out(od, od.matrix(decay(od.minutes)), offered, wanted)


def three_step_fca(
    od: OriginDestination, supply: pd.Series, demand: pd.Series, decay: Decay
) -> Access:
    r"""Three-step floating catchment area: demand is first shared between the sites it can choose.

    .. math::

        G_{ij} = \frac{w(t_{ij})}{\sum_k w(t_{ik})}, \qquad
        R_j = \frac{S_j}{\sum_k G_{kj} w(t_{kj}) P_k}, \qquad
        A_i = \sum_j G_{ij} w(t_{ij}) R_j

    The sum of the first step is over the sites with a supply: a place with none is not chosen
    :cite:`wan2012three`.

    Parameters, returns and errors as :func:`two_step_fca`.
    """
    offered, wanted = _inputs(od, supply, demand, decay)
    weights = decay(od.minutes)
    weights *= (offered > 0)[od.columns]
    total = od.matrix(weights) @ np.ones(len(offered))
    # The weight of a pair comes twice: as a chance of being chosen, and as itself.
    weights *= weights
    weights *= np.repeat(_quotient(np.ones_like(total), total), np.diff(od.starts))
    return _share_out(od, od.matrix(weights), offered, wanted)


def fca_ratio(od: OriginDestination, supply: pd.Series, demand: pd.Series, decay: Decay) -> Access:
    r"""Supply within reach of a place for one unit of demand within the same reach.

    .. math::

        A_i = \frac{\sum_j w(t_{ij}) S_j}{\sum_j w(t_{ij}) P_j}

    One catchment, drawn around those who look for care: doctors inside 30 minutes for one possible
    patient inside 30 minutes. It does not see that the patients outside also come.

    Parameters
    ----------
    od : OriginDestination
        Between places that all may have both: its destinations must be its origins.
    supply, demand : Series of float
        Both indexed by place.
    decay : Decay

    Returns and errors as :func:`two_step_fca`.
    """
    if not od.origins.equals(od.destinations):
        raise AccessError(
            "the ratio needs a table of times from each place to all: od.destinations"
        )
    offered, wanted = _inputs(od, supply, demand, decay)
    matrix = od.matrix(decay(od.minutes))
    near: Floats = matrix @ offered
    values = _quotient(near, matrix @ wanted)
    unreached = offered[matrix.T @ (wanted > 0).astype(float) == 0].sum()
    return _access(od, values, near, unreached)


def _share_out(od: OriginDestination, matrix: csr_array, offered: Floats, wanted: Floats) -> Access:
    """Divide each site's supply by the demand that weighs on it, and add up what one can reach."""
    load = matrix.T @ wanted
    ratio = _quotient(offered, load)
    values = matrix @ ratio
    return _access(od, values, values, float(offered[load == 0].sum()))


def _access(od: OriginDestination, values: Floats, near: Floats, unreached: float) -> Access:
    series = pd.Series(values, index=od.origins, name="access")
    return Access(access=series, empty=int((near == 0).sum()), unreached=float(unreached))


def _quotient(top: Floats, bottom: Floats) -> Floats:
    """``top / bottom``, and 0 where the bottom is: a catchment with nobody in it."""
    quotient: Floats = np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)
    return quotient


def _inputs(
    od: OriginDestination, supply: pd.Series, demand: pd.Series, decay: Decay
) -> tuple[Floats, Floats]:
    if decay.within > od.within:
        raise AccessError(
            f"a catchment of {decay.within:g} minutes in a table of times up to {od.within:g}: "
            "build the table with a longer time"
        )
    return (
        _aligned(supply, od.destinations, "supply"),
        _aligned(demand, od.origins, "demand"),
    )


def _aligned(values: pd.Series, places: pd.Index, what: str) -> Floats:
    """Values in the order of the places, checked."""
    if not values.index.equals(places):
        values = _reordered(values, places, what)
    aligned: Floats = values.to_numpy(dtype=float)
    wrong = ~(np.isfinite(aligned) & (aligned >= 0))
    if wrong.any():
        place = places[int(wrong.argmax())]
        raise AccessError(
            f"{what} of {place!r} is {values[place]}: give a finite number, zero or more"
        )
    return aligned


def _reordered(values: pd.Series, places: pd.Index, what: str) -> pd.Series:
    if not values.index.is_unique:
        raise AccessError(f"{what}: {_listed(values.index[values.index.duplicated()])} twice")
    unknown = values.index.difference(places)
    if len(unknown):
        raise AccessError(f"{what}: {_listed(unknown)} not in the table of times")
    absent = places.difference(values.index)
    if len(absent):
        raise AccessError(f"{what}: none for {_listed(absent)}. Give 0 where there is none.")
    return values.reindex(places)
