"""Floating catchments: how much supply there is, within reach, for the demand that shares it.

Places are rows and columns of a sparse table of travel times, :class:`OriginDestination`. On it
stand the measures of the field: the ratio inside one catchment (:func:`fca_ratio`), the two-step
floating catchment (:func:`two_step_fca`), which is the enhanced one when its decay falls with time,
and the three-step one (:func:`three_step_fca`). Each is two or three products of a sparse matrix
and a vector, so that time and memory grow with the number of pairs, never with the square of
places.

Every way in refuses what no access can be computed from, with the row and the cure: a missing code
would otherwise be the last place of a list, and a missing number a place that nobody reaches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from numbers import Real
from typing import NoReturn, Protocol, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.spatial import cKDTree

from bassin.errors import AccessError
from bassin.files.trace import cached_property
from bassin.models.inputs import (
    columns_of,
    listed,
    metric_points,
    nameless,
    numbers_of,
    one_name_each,
    positive,
)

#: Weight of each time (minutes) in a catchment: 1 beside the place, 0 outside.
Floats: TypeAlias = NDArray[np.float64]
Positions: TypeAlias = NDArray[np.int64]

#: Origins whose neighbours are sought at one time: bounds the memory of the search.
BLOCK = 1024
#: Least weight of a place in its own catchment: that of a Gaussian at its edge.
OWN_LEAST = 0.01


# -- Times between places -------------------------------------------------------------------------


class TravelTime(Protocol):
    """What a model of travel times must offer; :class:`bassin.models.travel.TravelModel` does."""

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
    same_places : bool
        Whether a code names one place on both sides, as those of communes do. A place then always
        reaches itself: see :meth:`weights`. False where the two sides have codes of their own.

    Raises
    ------
    AccessError
        If a code is missing or there twice, a position is none of the table, a pair is there twice
        or out of order, or a time is missing, negative or infinite.
    """

    origins: pd.Index
    destinations: pd.Index
    starts: NDArray[np.int64]
    columns: NDArray[np.int32]
    minutes: NDArray[np.float32]
    within: float
    same_places: bool = True

    def __post_init__(self) -> None:
        # A position outside the table would have the sparse product read another's memory.
        object.__setattr__(self, "within", positive(self.within, "the time a table reaches to"))
        one_name_each(self.origins, "origins")
        one_name_each(self.destinations, "destinations")
        starts, columns, minutes = self.starts, self.columns, self.minutes
        if not (
            starts.dtype.kind in "iu"
            and starts.shape == (len(self.origins) + 1,)
            and starts[0] == 0
            and (starts[1:] >= starts[:-1]).all()  # a difference without a sign is never below 0
            and starts[-1] == len(columns)
        ):
            raise AccessError(
                f"starts: give {len(self.origins) + 1} whole numbers for {len(self.origins)} "
                f"origins, from 0 up to the {len(columns)} pairs"
            )
        if columns.ndim != 1 or columns.dtype.kind not in "iu" or minutes.shape != columns.shape:
            raise AccessError("columns, minutes: give a position and a time for each pair")
        wrong = (columns < 0) | (columns >= len(self.destinations))
        if wrong.any():
            at = int(wrong.argmax())
            raise AccessError(
                f"pair {at} has destination {columns[at]} of {len(self.destinations)}: positions "
                "start at 0"
            )
        self._refuse_times(minutes)
        behind = np.diff(columns.astype(np.int64)) <= 0
        behind[starts[1:-1][(starts[1:-1] > 0) & (starts[1:-1] < len(columns))] - 1] = False
        if behind.any():
            at = int(behind.argmax()) + 1
            raise AccessError(
                f"{self._pair(at)}: the pair is there twice, or its destination is out of order. "
                "Positions increase within a row."
            )

    def _pair(self, at: int) -> str:
        """The pair at a position, in words."""
        row = int(np.searchsorted(self.starts, at, side="right")) - 1
        return f"from {self.origins[row]!r} to {self.destinations[self.columns[at]]!r}"

    def _refuse_times(self, minutes: NDArray[np.floating]) -> None:
        wrong = ~(np.isfinite(minutes) & (minutes >= 0))
        if wrong.any():
            at = int(wrong.argmax())
            raise AccessError(
                f"{self._pair(at)}: {minutes[at]} minutes, a time that is missing, negative or "
                "infinite. Leave out pairs that are not connected."
            )

    @classmethod
    def from_table(
        cls, table: pd.DataFrame, within: float | None = None, *, same_places: bool = True
    ) -> OriginDestination:
        """Take pairs from a long table.

        Parameters
        ----------
        table : DataFrame
            ``origin``, ``destination`` (codes), ``minutes``: one row a pair.
        within : float, optional
            Time up to which the table holds every pair; its longest by default.
        same_places : bool
            As the attribute. A place that is to reach itself has a row of its own, from its code to
            its code: none is added.

        Raises
        ------
        AccessError
            If a column or a code is missing, codes are of several types, a pair is there twice, a
            time is missing, negative or infinite, or ``within`` is not above zero. The message
            names the row.

        Examples
        --------
        >>> rows = {"origin": ["a", "b"], "destination": ["a", "a"], "minutes": [0, 12.5]}
        >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
        >>> len(od), list(od.origins), list(od.destinations)
        (2, ['a', 'b'], ['a'])
        """
        columns_of(table, ("origin", "destination", "minutes"), "table of times")
        rows, origins = _coded(table["origin"], "origin")
        columns, destinations = _coded(table["destination"], "destination")
        if same_places:
            _refuse_two_spellings(origins, destinations)
        times = numbers_of(table["minutes"])
        with np.errstate(over="ignore"):
            single = times.astype(np.float32)
        wrong = ~(np.isfinite(single) & (times >= 0))
        if wrong.any():
            at = int(wrong.argmax())
            pair = table.iloc[at]
            raise AccessError(
                f"row {table.index[at]!r}, from {pair['origin']!r} to {pair['destination']!r}: "
                f"{pair['minutes']} minutes. A time is a finite number, zero or more; leave out "
                "pairs that are not connected."
            )
        order = np.lexsort((columns, rows))
        rows, columns = rows[order], columns[order]
        twice = (np.diff(rows) == 0) & (np.diff(columns) == 0)
        if twice.any():
            at = int(twice.argmax())
            pair_codes = f"{origins[rows[at]]!r} to {destinations[columns[at]]!r}"
            both = " and ".join(repr(table.index[order[i]]) for i in (at, at + 1))
            raise AccessError(
                f"rows {both}, from {pair_codes}: the pair is there twice. Keep one of its times."
            )
        longest = float(times.max(initial=0))
        if within is None and longest == 0:
            raise AccessError(
                "no time above zero: say within how many minutes the table holds every pair"
            )
        return cls(
            origins=pd.Index(origins),
            destinations=pd.Index(destinations),
            starts=_starts(np.bincount(rows, minlength=len(origins))),
            columns=columns.astype(np.int32),
            minutes=single[order],
            within=longest if within is None else within,
            same_places=same_places,
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

    @cached_property
    def own(self) -> Positions:
        """Positions of the pairs from a place to itself; none where codes are not of one kind."""
        if not self.same_places:
            return np.empty(0, dtype=np.int64)
        there = self.destinations.get_indexer(self.origins).astype(np.int32)
        return np.flatnonzero(self.columns == np.repeat(there, np.diff(self.starts)))

    def weights(self, decay: Decay) -> Floats:
        """Weight of each pair in a catchment.

        By its time; but a place always reaches itself. The minutes within a place are a mean over
        its ground, and those who live there do have the doctors who work there. So they are held to
        the edge of the catchment, and their weight is never under :data:`OWN_LEAST`, which matters
        for decays that end in zero. Of a place that reaches no other, access then is supply over
        demand, whatever that weight.

        Raises
        ------
        AccessError
            If the table does not reach as far as the catchment, or the decay gives a weight that is
            none.
        """
        if not isinstance(decay, Decay):
            raise AccessError(f"{decay!r} is no decay: give a Decay, as step(30)")
        if decay.within > self.within:
            raise AccessError(
                f"a catchment of {decay.within:g} minutes in a table of times up to "
                f"{self.within:g}: build the table with a longer time"
            )
        weights = decay(self.minutes)
        held = decay(np.minimum(self.minutes[self.own], decay.within))
        held = np.maximum(held, OWN_LEAST)
        if (held != weights[self.own]).any():
            weights = weights.copy()
            weights[self.own] = held
        return weights

    def matrix(self, weights: Floats) -> csr_array:
        """Sparse matrix of one weight a pair, a row an origin; it shares the table's arrays.

        Raises
        ------
        AccessError
            If there is not one finite weight a pair.
        """
        if weights.shape != self.columns.shape:
            raise AccessError(f"{weights.shape} weights for {len(self)} pairs")
        if not np.isfinite(weights).all():
            at = int((~np.isfinite(weights)).argmax())
            raise AccessError(f"{self._pair(at)}: a weight of {weights[at]}")
        shape = (len(self.origins), len(self.destinations))
        # Both kinds of positions in one type, or scipy copies the long one.
        fits = len(self) <= np.iinfo(self.columns.dtype).max
        starts = self.starts.astype(self.columns.dtype) if fits else self.starts
        return csr_array((weights, self.columns, starts), shape=shape, copy=False)

    def only(
        self,
        origins: Sequence[str] | pd.Index | None = None,
        destinations: Sequence[str] | pd.Index | None = None,
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
        times = np.asarray(minutes)
        if times.shape != self.minutes.shape:
            raise AccessError(f"{times.shape} times for {len(self)} pairs")
        if times.dtype.kind not in "iuf":
            raise AccessError("times: give numbers")
        self._refuse_times(times)
        with np.errstate(over="ignore"):
            return replace(self, minutes=times.astype(np.float32))


def _starts(counts: NDArray[np.integer]) -> NDArray[np.int64]:
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _coded(codes: pd.Series, what: str) -> tuple[Positions, pd.Index]:
    """Positions and names of the codes of a column; a missing one would be position -1."""
    if isinstance(codes.dtype, pd.CategoricalDtype):
        codes = codes.astype(codes.dtype.categories.dtype)
    without = nameless(pd.Index(codes))
    if without.any():
        raise AccessError(
            f"row {codes.index[int(without.argmax())]!r}: no {what}. Give its code, or leave the "
            "row out."
        )
    texts = [isinstance(code, str) for code in codes]
    if any(texts) and not all(texts):
        raise AccessError(
            f"row {codes.index[texts.index(False)]!r}: {what} is no text, as others are. Make all "
            "codes texts: 7 and '7' would be two places."
        )
    try:
        positions, names = pd.factorize(codes, sort=True)
    except TypeError as error:
        raise AccessError(f"{what}: {error}. Make all codes texts.") from error
    return positions, pd.Index(names)


def _refuse_two_spellings(origins: pd.Index, destinations: pd.Index) -> None:
    """Refuse a code that is a text on one side and a number on the other: it would be two places.

    As a number it may have lost its leading zeros.
    """
    texts, others = origins, destinations
    if not any(isinstance(code, str) for code in texts):
        texts, others = others, texts
    bare = {code.strip().lstrip("0") for code in texts if isinstance(code, str)}
    for code in others:
        whole = isinstance(code, Real) and code % 1 == 0
        if whole and str(int(code)) in bare:
            raise AccessError(
                f"{code!r} is a number on one side and a text on the other: the place would not "
                "reach itself. Make all codes texts, or say same_places=False."
            )


def _chosen(known: pd.Index, codes: Sequence[str] | pd.Index | None) -> NDArray[np.bool_]:
    if codes is None:
        return np.ones(len(known), dtype=bool)
    if isinstance(codes, str):
        raise AccessError(f"{codes!r} is one code: give a list of codes")
    wanted = codes if isinstance(codes, pd.Index) else pd.Index(list(codes), dtype=object)
    unknown = wanted.difference(known)
    if len(unknown):
        raise AccessError(f"{listed(unknown)} not in the table of times")
    return np.asarray(known.isin(wanted))


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
    one_name_each(towns.index, "towns")
    xy = metric_points(towns)
    leave = np.flatnonzero(_chosen(towns.index, origins))
    arrive = np.flatnonzero(_chosen(towns.index, destinations))
    reach = np.asarray(time.reach_km(towns, within), dtype=float)
    if reach.shape != (len(towns),) or not (np.isfinite(reach) & (reach >= 0)).all():
        raise AccessError("the model of times gives no reach for a town: reach_km")
    reach = reach[leave] * 1000
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
        times = np.array(time.minutes(towns, leave[rows], arrive[columns]), dtype=float)
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


def _refuse_model(codes: pd.Index, start: Positions, end: Positions, times: Floats) -> NoReturn:
    if times.shape != start.shape:
        raise AccessError(f"the model of times gives {times.shape} times for {len(start)} pairs")
    at = int((~(times >= 0)).argmax())
    raise AccessError(
        f"from {codes[start[at]]!r} to {codes[end[at]]!r}: the model gives {times[at]} minutes. A "
        "time is zero or more, and infinite where no road leads."
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
        Times in minutes, none over ``within``, to as many weights between 0 and 1.

    Raises
    ------
    AccessError
        If ``within`` is not above zero; and, when called, if a time is missing or negative, or a
        weight is not between 0 and 1.
    """

    name: str
    within: float
    shape: Callable[[NDArray[np.floating]], Floats]

    def __post_init__(self) -> None:
        # A plain number, so that times in single precision are compared in single precision: one
        # that is equal to the edge is inside.
        object.__setattr__(self, "within", positive(self.within, "the width of a catchment"))
        if not callable(self.shape):
            raise AccessError(f"the shape of decay {self.name!r} is no function of minutes")

    def __call__(self, minutes: NDArray[np.floating]) -> Floats:
        """Weight of each time; an infinite one has none."""
        times = np.asarray(minutes)
        if times.dtype.kind not in "iuf" or not (times >= 0).all():
            bad = times[~(times >= 0)] if times.dtype.kind in "iuf" else times.reshape(-1)[:1]
            raise AccessError(f"decay {self.name!r}: a time of {bad.flat[0]!s} minutes")
        inside = times <= self.within
        if inside.all():  # the usual table, built as wide as the catchment
            return self._weigh(times)
        weights = np.zeros(times.shape)
        weights[inside] = self._weigh(times[inside])
        return weights

    def _weigh(self, times: NDArray[np.floating]) -> Floats:
        """Weights of times inside, checked; the function gets times that it cannot change."""
        times = times.view()
        times.flags.writeable = False
        found = np.asarray(self.shape(times))
        if found.dtype.kind not in "iufb":  # the imaginary part of a weight would be dropped
            raise AccessError(f"decay {self.name!r} gives weights that are no real numbers")
        weights = found.astype(float, copy=False)
        if weights.shape != times.shape:
            raise AccessError(
                f"decay {self.name!r} gives {weights.shape} weights for {times.shape} times"
            )
        if weights.size and not (weights.min() >= 0 and weights.max() <= 1):
            at = int((~((weights >= 0) & (weights <= 1))).argmax())
            raise AccessError(
                f"decay {self.name!r} gives a weight of {weights.flat[at]} at {times.flat[at]:g} "
                "minutes: a weight is between 0 and 1"
            )
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
    within = positive(within, "the width of a catchment")
    levels = numbers_of(pd.Series(list(weights), dtype=object))
    falling = len(levels) and np.isfinite(levels).all() and not (np.diff(levels) > 0).any()
    if not (falling and 0 < levels[0] <= 1 and levels[-1] >= 0):
        raise AccessError(f"weights {weights}: give one a zone, from 1 down to 0")
    edges = within * np.arange(1, len(levels)) / len(levels)

    def level(times: NDArray[np.floating]) -> Floats:
        # In the precision of the times: one that is equal to an edge is inside it.
        return levels[np.searchsorted(edges.astype(times.dtype), times)]

    return Decay("zones", within, level)


def gaussian(within: float, edge: float = 0.01) -> Decay:
    r"""Continuous Gaussian: :math:`\exp(-t^2/\beta)`, falling to ``edge`` at the border.

    The weight at the edge sets :math:`\beta = -t_0^2 / \ln(\text{edge})`; 0.01 is the custom
    :cite:`wan2012three`.

    Raises
    ------
    AccessError
        If ``edge`` is not between 0 and 1.
    """
    within, edge = (
        positive(within, "the width of a catchment"),
        positive(edge, "weight at the edge"),
    )
    if edge >= 1:
        raise AccessError(f"a weight of {edge} at the edge: give one between 0 and 1")
    with np.errstate(over="ignore", under="ignore"):
        beta = -(np.float64(within) ** 2) / np.log(edge)
    if not 0 < beta < np.inf:
        raise AccessError(f"{within:g} minutes are too few or too many for a Gaussian")
    return Decay("Gaussian", within, lambda t: np.exp(-(t.astype(float) ** 2) / beta))


def linear(within: float) -> Decay:
    """From 1 at the place to 0 at the edge, in a straight line :cite:`schuurman2010measuring`."""
    within = positive(within, "the width of a catchment")
    # Single precision may put a time at the edge a hair beyond it.
    return Decay("linear", within, lambda t: np.maximum(1 - t.astype(float) / within, 0))


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
        If supply or demand is missing, negative, there twice or of an unknown place, or the table
        of times does not reach as far as the catchment.

    Examples
    --------
    Two towns ten minutes apart, one doctor in the first, 500 and 1,500 inhabitants:

    >>> rows = {"origin": ["a", "b"], "destination": ["a", "a"], "minutes": [0, 10]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> people = pd.Series({"a": 500, "b": 1500})
    >>> two_step_fca(od, pd.Series({"a": 1}), people, step(30)).access.to_dict()
    {'a': 0.0005, 'b': 0.0005}
    """
    offered, wanted = _inputs(od, supply, demand)
    return _share_out(od, od.matrix(od.weights(decay)), offered, wanted)


def three_step_fca(
    od: OriginDestination, supply: pd.Series, demand: pd.Series, decay: Decay
) -> Access:
    r"""Three-step floating catchment area: demand is first shared between the sites it can choose.

    .. math::

        G_{ij} = \frac{S_j w(t_{ij})}{\sum_k S_k w(t_{ik})}, \qquad
        R_j = \frac{S_j}{\sum_k G_{kj} w(t_{kj}) P_k}, \qquad
        A_i = \sum_j G_{ij} w(t_{ij}) R_j

    The selection weights of :cite:`wan2012three` are those of sites, and each doctor is one: a
    place that holds a hundred draws a hundred times as much as a place that holds one. So the
    access is the same whether the doctors of a place are counted together or one by one.

    Parameters, returns and errors as :func:`two_step_fca`.
    """
    offered, wanted = _inputs(od, supply, demand)
    weights = od.weights(decay)
    drawn = weights * offered[od.columns]
    total = od.matrix(drawn) @ np.ones(len(offered))
    # The weight of a pair comes twice: in the chance of being chosen, and as itself.
    drawn *= weights
    drawn *= np.repeat(_quotient(np.ones_like(total), total), np.diff(od.starts))
    return _share_out(od, od.matrix(drawn), offered, wanted)


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
    offered, wanted = _inputs(od, supply, demand)
    if not od.origins.equals(od.destinations):
        raise AccessError(
            "the ratio needs a table of times from each place to all: od.destinations"
        )
    matrix = od.matrix(od.weights(decay))
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
    if not np.isfinite(values).all():
        place = od.origins[int((~np.isfinite(values)).argmax())]
        raise AccessError(
            f"access of {place!r} is no number: supply and demand are too far apart in size"
        )
    series = pd.Series(values, index=od.origins, name="access")
    return Access(access=series, empty=int((near == 0).sum()), unreached=float(unreached))


def _quotient(top: Floats, bottom: Floats) -> Floats:
    """``top / bottom``, and 0 where the bottom is: a catchment with nobody in it."""
    with np.errstate(over="ignore"):  # refused by whoever gives the access out
        quotient: Floats = np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)
    return quotient


def _inputs(od: OriginDestination, supply: pd.Series, demand: pd.Series) -> tuple[Floats, Floats]:
    if not isinstance(od, OriginDestination):
        raise AccessError("od: give an OriginDestination, as from origin_destination")
    return (
        _aligned(supply, od.destinations, "supply"),
        _aligned(demand, od.origins, "demand"),
    )


def _aligned(values: pd.Series, places: pd.Index, what: str) -> Floats:
    """Values in the order of the places, checked."""
    if not isinstance(values, pd.Series):
        raise AccessError(f"{what} is a {type(values).__name__}: give a Series indexed by place")
    if not values.index.equals(places):
        values = _reordered(values, places, what)
    aligned = numbers_of(values)
    wrong = ~(np.isfinite(aligned) & (aligned >= 0))
    if wrong.any():
        at = int(wrong.argmax())
        raise AccessError(
            f"{what} of {places[at]!r} is {values.iloc[at]}: give a finite number, zero or more"
        )
    return aligned


def _reordered(values: pd.Series, places: pd.Index, what: str) -> pd.Series:
    if not values.index.is_unique:
        raise AccessError(f"{what}: {listed(values.index[values.index.duplicated()])} twice")
    unknown = values.index.difference(places)
    if len(unknown):
        raise AccessError(f"{what}: {listed(unknown)} not in the table of times")
    absent = places.difference(values.index)
    if len(absent):
        raise AccessError(f"{what}: none for {listed(absent)}. Give 0 where there is none.")
    return values.reindex(places)
