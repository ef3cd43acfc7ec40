"""The sparse table of times between places: compressed rows, one an origin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from bassin.errors import AccessError
from bassin.files.trace import cached_property, kept_by
from bassin.models.arrays import Floats, PositionArray
from bassin.models.catchments.codes import chosen, coded, refuse_two_spellings
from bassin.models.catchments.decay import Decay
from bassin.models.inputs import array_of, columns_of, given, numbers_of, one_name_each, positive

#: Least weight of a place in its own catchment: that of a Gaussian at its edge.
OWN_LEAST = 0.01
#: Pairs taken at one time where they are sorted or sought: bounds the memory.
TOGETHER = 2**18


@dataclass(frozen=True)
class OriginDestination:
    """Pairs of places within a time of each other: compressed rows, one an origin.

    Its arrays are its own, checked once, and cannot be written: a position changed afterwards would
    lead outside of the table.

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
        If an array is none, a code is missing, there twice, of another type than the others or
        with white space around it, a position is none of the table, a pair is there twice or out of
        order, or a time is missing, negative or infinite.
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
        if self.same_places:
            refuse_two_spellings(self.origins, self.destinations)
        # Taken before they are checked, so that what was checked is what stays.
        for name in ("origins", "destinations"):
            object.__setattr__(self, name, getattr(self, name).copy(deep=True))
        for name in ("starts", "columns", "minutes"):
            object.__setattr__(self, name, kept(given(getattr(self, name), np.ndarray, name)))
        self._refuse_starts()
        self._refuse_columns()
        self._refuse_times(self.minutes)
        self._refuse_order()

    def __reduce__(self) -> tuple[type[OriginDestination], tuple[Any, ...]]:
        """Copies are made anew, for a copied array can be written again."""
        return type(self), tuple(getattr(self, field.name) for field in fields(self))

    def _refuse_starts(self) -> None:
        starts, pairs = self.starts, len(self.columns)
        if not (
            starts.dtype.kind in "iu"
            and starts.shape == (len(self.origins) + 1,)
            and starts[0] == 0
            and (starts[1:] >= starts[:-1]).all()  # a difference without a sign is never below 0
            and starts[-1] == pairs
        ):
            raise AccessError(
                f"starts: give {len(self.origins) + 1} whole numbers for {len(self.origins)} "
                f"origins, from 0 up to the {pairs} pairs"
            )

    def _refuse_columns(self) -> None:
        columns = self.columns
        if (
            columns.ndim != 1
            or columns.dtype.kind not in "iu"
            or self.minutes.shape != columns.shape
            or self.minutes.dtype.kind not in "iuf"
        ):
            raise AccessError("columns, minutes: give a position and a time for each pair")
        wrong = (columns < 0) | (columns >= len(self.destinations))
        if wrong.any():
            at = int(wrong.argmax())
            raise AccessError(
                f"pair {at} has destination {columns[at]} of {len(self.destinations)}: positions "
                "start at 0"
            )

    def _refuse_order(self) -> None:
        starts, columns = self.starts, self.columns
        behind = columns[1:] <= columns[:-1]
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
            If a column or a code is missing, codes are of several types or have white space around
            them, a pair is there twice, a time is missing, negative or infinite, or ``within`` is
            not above zero. The message names the row.

        Examples
        --------
        >>> rows = {"origin": ["a", "b"], "destination": ["a", "a"], "minutes": [0, 12.5]}
        >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
        >>> len(od), list(od.origins), list(od.destinations)
        (2, ['a', 'b'], ['a'])
        """
        columns_of(table, ("origin", "destination", "minutes"), "table of times")
        rows, origins = coded(table["origin"], "origin")
        columns, destinations = coded(table["destination"], "destination")
        if same_places:
            refuse_two_spellings(origins, destinations)
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
            starts=starts_of(np.bincount(rows, minlength=len(origins))),
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
    def rows(self) -> PositionArray:
        """Position of the origin of each pair."""
        return self.rows_of(slice(0, len(self.origins)))

    def blocks(self) -> Iterator[tuple[slice, slice]]:
        """Rows and pairs, some :data:`TOGETHER` pairs at a time, in whole rows."""
        first, rows = 0, len(self.origins)
        while first < rows:
            upto = self.starts[first] + TOGETHER
            last = max(int(np.searchsorted(self.starts, upto, side="right")) - 1, first + 1)
            yield slice(first, last), slice(int(self.starts[first]), int(self.starts[last]))
            first = last

    def rows_of(self, rows: slice) -> PositionArray:
        """Position of the origin of each pair of some rows."""
        sizes = np.diff(self.starts[rows.start : rows.stop + 1])
        return np.repeat(np.arange(rows.start, rows.stop), sizes)

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
    def own(self) -> PositionArray:
        """Positions of the pairs from a place to itself; none where codes are not of one kind."""
        if not self.same_places:
            return kept(np.empty(0, dtype=np.int64))
        there = self.destinations.get_indexer(self.origins)
        return kept(_found(self.columns, self.starts, there))

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
        weights[self.own] = held
        return weights

    def matrix(self, weights: Floats) -> csr_array:
        """Sparse matrix of one weight a pair, a row an origin.

        It shares the columns of the table, which cannot be written.

        Raises
        ------
        AccessError
            If there is not one finite weight a pair.
        """
        weights = array_of(weights, "weights")
        if weights.shape != self.columns.shape:
            raise AccessError(f"{weights.shape} weights for {len(self)} pairs")
        # Its ends are no numbers where one of them is none: no second array as long as the pairs.
        if weights.size and not np.isfinite([weights.min(), weights.max()]).all():
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
        rows, into = chosen(self.origins, origins), chosen(self.destinations, destinations)
        inside = np.repeat(rows, np.diff(self.starts)) & into[self.columns]
        counts = np.add.reduceat(np.append(inside, False), self.starts[:-1], dtype=np.int64)
        counts[np.diff(self.starts) == 0] = 0
        renumbered = np.cumsum(into) - 1
        return replace(
            self,
            origins=self.origins[rows],
            destinations=self.destinations[into],
            starts=starts_of(counts[rows]),
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
        times = array_of(minutes, "times")
        if times.shape != self.minutes.shape:
            raise AccessError(f"{times.shape} times for {len(self)} pairs")
        self._refuse_times(times)
        with np.errstate(over="ignore"):
            single = kept(times.astype(np.float32))
        self._refuse_times(single)  # what single precision cannot hold
        # All but the times is as it was checked, and cannot be written: it is not checked again.
        found = object.__new__(type(self))
        vars(found).update({field.name: getattr(self, field.name) for field in fields(self)})
        vars(found)["minutes"] = single
        kept_by(found).put("own", self.own)
        return found


def _found(
    columns: NDArray[np.int32], starts: PositionArray, wanted: PositionArray
) -> PositionArray:
    """Where each row holds the column that it wants, for the rows that do: all halved at once."""
    low, high = starts[:-1].copy(), starts[1:].copy()
    while (open_ := low < high).any():
        middle = (low + high) // 2
        under = open_ & (columns[np.where(open_, middle, 0)] < wanted)
        low, high = np.where(under, middle + 1, low), np.where(open_ & ~under, middle, high)
    inside = low < starts[1:]
    found: PositionArray = low[inside][columns[low[inside]] == wanted[inside]]
    return found


def kept(array: NDArray[Any]) -> NDArray[Any]:
    """The same numbers, in memory that nobody can write; what is there already is not copied.

    Examples
    --------
    >>> once = kept(np.array([1, 2]))
    >>> once.flags.writeable, kept(once) is once
    (False, True)
    """
    memory: object = array.base
    if isinstance(memory, bytes) and array.flags.c_contiguous:
        return array
    # An array that is only marked as not to be written may have a view that can be.
    return np.ndarray(array.shape, array.dtype, buffer=array.tobytes())


def starts_of(counts: NDArray[np.integer]) -> NDArray[np.int64]:
    """Where each row of so many pairs begins, and where the last one ends.

    Examples
    --------
    >>> starts_of(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts
