"""The rational agent access model: everyone goes where the way and the crowd cost least together.

The choice of all is an equilibrium of :cite:`wardrop1952theoretical`: nobody can do better by going
elsewhere alone. It is the one minimum of a convex function of the demand sent from each origin to
each site, and is found by letting a few origins at a time spread their demand over the sites that
cost them least, the others as they are, until what anybody could still save is below a tolerance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bassin.errors import AccessError
from bassin.models.arrays import Floats, PositionArray
from bassin.models.catchments.amounts import demanded, offer
from bassin.models.catchments.origin_destination import OriginDestination, starts_of
from bassin.models.inputs import positive

#: Pairs whose origins choose at one time: with fewer, rounds are fewer and slower.
TOGETHER = 2**11
#: Origins choose in an order drawn once, so that those who choose together seldom meet.
SEED = 2020
#: Least gap that can be asked for: what is sent is kept in single precision.
FINEST = 1e-6


@dataclass(frozen=True)
class Settled:
    """Costs when nobody can do better by going elsewhere. Several supplies: a column or entry each.

    Attributes
    ----------
    cost : Series or DataFrame of float
        Least cost of each origin, low where access is good; infinite where no supply is in reach.
        1 is a way of ``tau`` minutes to a site without a crowd, or a site as crowded as the mean
        next door.
    crowd : Series or DataFrame of float
        Demand of each destination over its supply, 1 at the mean; missing where it has no supply.
    beyond : int or Series of int
        Origins with no supply in reach.
    gap : float or Series of float
        Share of all costs that people could still save.
    """

    cost: pd.Series | pd.DataFrame
    crowd: pd.Series | pd.DataFrame
    beyond: int | pd.Series
    gap: float | pd.Series


def raam(
    od: OriginDestination,
    supply: pd.Series | pd.DataFrame,
    demand: pd.Series,
    *,
    tau: float = 60.0,
    tolerance: float = 1e-4,
    rounds: int = 1000,
) -> Settled:
    r"""Cost of access when each person goes where travel and crowding cost least together.

    .. math::

        C_i = \min_j \left( \frac{t_{ij}}{\tau} + \frac{D_j}{\rho S_j} \right), \qquad
        \rho = \frac{\sum_i P_i}{\sum_j S_j}

    where :math:`D_j` is the demand that goes to a site, and people of :math:`i` go only to sites
    that cost them :math:`C_i` :cite:`saxon2020raam`.

    It answers how bad access is once people have spread over the sites by what they cost: far from
    a crowd, or near one. It counts everyone once, and needs neither a catchment nor a decay; in
    their place stands :math:`\tau`. It says what would be if all knew all sites and chose so, not
    what people do; and who is far from all supply pays for the way, and still asks for as much.

    Parameters
    ----------
    od : OriginDestination
        Demand at the origins, supply at the destinations. No way longer than those of the table is
        taken: build it wide. The time within a place counts as the table has it.
    supply : Series or DataFrame of float
        Indexed by destination: 0 where there is none, never missing. A column a kind of supply.
    demand : Series of float
        Indexed by origin.
    tau : float
        Minutes of travel that weigh as much as a crowd of the mean.
    tolerance : float
        Largest gap, 1e-6 or more.
    rounds : int
        Most times that each origin chooses.

    Returns
    -------
    Settled
        Costs without a unit; times ``tau``, in minutes.

    Raises
    ------
    AccessError
        If supply or demand is missing, negative, there twice or of an unknown place, a parameter is
        out of its range, or the gap stays above the tolerance.

    Examples
    --------
    Two doctors 15 minutes apart, and three quarters of the people beside the first. Of these, 375
    go to the second, where the way costs what the crowd spares:

    >>> rows = {"origin": ["a", "a", "b", "b"], "destination": ["a", "b", "a", "b"],
    ...         "minutes": [0, 15, 15, 0]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> people = pd.Series({"a": 1500, "b": 500})
    >>> found = raam(od, pd.Series({"a": 1, "b": 1}), people, tolerance=1e-6)
    >>> found.cost.round(4).to_dict(), found.crowd.round(4).to_dict()
    ({'a': 1.125, 'b': 0.875}, {'a': 1.125, 'b': 0.875})
    """
    offered, wanted = offer(od, supply), demanded(od, demand)
    tau, tolerance = positive(tau, "tau"), positive(tolerance, "the tolerance")
    if tolerance < FINEST:
        raise AccessError(f"the tolerance is {tolerance:g}: give {FINEST:g} or more")
    if not isinstance(rounds, int | np.integer) or isinstance(rounds, bool) or rounds < 1:
        raise AccessError(f"rounds is {rounds!r}: give a whole number, 1 or more")
    found = [_settle(od, amounts, wanted, tau, tolerance, rounds) for amounts in offered.columns]
    costs, crowds = (np.column_stack([each[i] for each in found]) for i in (0, 1))
    gaps = np.array([each[2] for each in found])
    if offered.names is None:
        costs, crowds, gaps = costs[:, 0], crowds[:, 0], gaps[0]
    return Settled(
        cost=offered.of(costs, od.origins, "cost"),
        crowd=offered.of(crowds, od.destinations, "crowd"),
        beyond=offered.of_supplies(np.isinf(costs).sum(axis=0)),
        gap=offered.of_supplies(gaps),
    )


def _settle(
    od: OriginDestination,
    amounts: Floats,
    wanted: Floats,
    tau: float,
    tolerance: float,
    rounds: int,
) -> tuple[Floats, Floats, float]:
    """Costs of the origins, crowds of the destinations, and the gap, of one supply."""
    served, asked = float(amounts.sum()), float(wanted.sum())
    room = amounts * (asked / served if served and asked else 1.0)
    choice = _Choice(od, room, wanted, tau)
    gap = choice.settle(tolerance, rounds)
    if not gap <= tolerance:
        raise AccessError(
            f"after {rounds} rounds people could still save {gap:.1e} of their costs, more than "
            f"{tolerance:g}: give more rounds, or a larger tolerance"
        )
    return choice.costs(), choice.crowd(), gap


class _Choice:
    """Demand sent from each origin to each site that it reaches.

    Of the pairs of the table it keeps those of an origin with demand and a site with room, in the
    order in which origins choose: ``starts`` of their rows, ``turns`` of the groups of rows. With
    what was sent the round before, that is sixteen bytes a pair.
    """

    def __init__(self, od: OriginDestination, room: Floats, wanted: Floats, tau: float) -> None:
        self.od, self.room, self.tau = od, room, tau
        sizes = np.zeros(len(wanted), dtype=np.int64)
        for rows, pairs in od.blocks():
            used = (room[od.columns[pairs]] > 0) & (wanted[od.rows_of(rows)] > 0)
            sizes[rows] = np.bincount(
                od.rows_of(rows)[used] - rows.start, minlength=rows.stop - rows.start
            )
        order = np.random.default_rng(SEED).permutation(len(wanted))
        order = order[sizes[order] > 0]
        self.starts, self.demand = starts_of(sizes[order]), wanted[order]
        self.columns = np.empty(self.starts[-1], dtype=np.int32)
        self.travel = np.empty(self.starts[-1], dtype=np.float32)
        self.sent = np.empty(self.starts[-1], dtype=np.float32)
        self._gather(order)
        groups = max(min(len(order), 64), len(self.columns) // TOGETHER)
        self.turns = np.unique(np.linspace(0, len(order), groups + 1).astype(np.int64))
        self.load, self.rivals = np.zeros(len(room)), np.zeros(len(room))
        for first, last, pairs in self._groups():  # at first, by the room of the sites in reach
            self._send(first, last, room[self.columns[pairs]])
        self._weigh()

    def _gather(self, order: PositionArray) -> None:
        """Take the pairs of each origin to its turn."""
        od, at = self.od, np.full(len(self.od.origins), -1)
        at[order] = self.starts[:-1]
        for rows, pairs in od.blocks():
            columns, origins = od.columns[pairs], od.rows_of(rows)
            used = (self.room[columns] > 0) & (at[origins] >= 0)
            origins, columns = origins[used], columns[used]
            begins = starts_of(np.bincount(origins - rows.start, minlength=rows.stop - rows.start))
            to = at[origins] + np.arange(len(origins)) - begins[origins - rows.start]
            self.columns[to] = columns
            self.travel[to] = od.minutes[pairs][used] / self.tau

    def _groups(self) -> Iterator[tuple[int, int, slice]]:
        """Rows that choose together, first and last, and their pairs."""
        for first, last in pairwise(self.turns.tolist()):
            yield first, last, slice(int(self.starts[first]), int(self.starts[last]))

    def _send(self, first: int, last: int, parts: Floats) -> None:
        """Send the demand of some origins in proportion to some parts, one a pair."""
        starts = self.starts[first : last + 1]
        total = np.add.reduceat(parts, starts[:-1] - starts[0])
        sent = parts * np.repeat(self.demand[first:last] / total, np.diff(starts))
        self.sent[starts[0] : starts[-1]] = sent

    def _weigh(self) -> None:
        """Add up what is sent to each site."""
        self.load[:] = 0
        for _, _, pairs in self._groups():
            np.add.at(self.load, self.columns[pairs], self.sent[pairs].astype(float))

    def settle(self, tolerance: float, rounds: int) -> float:
        """Let all choose until the gap is small enough, or the rounds are over; the gap.

        After each round all lean on in the direction of their last move, the more the longer it
        goes well :cite:`nesterov1983method`: crowds that push one another along a chain of towns
        would take a round for each town.
        """
        before, pace, lowest, gap = self.sent.copy(), 1.0, np.inf, np.inf
        for _ in range(rounds):
            for first, last, pairs in self._groups():
                self._choose(first, last, pairs)
            self._weigh()  # what is rounded away in many small moves
            potential, gap = self._survey()
            if gap <= tolerance:
                break
            if potential > lowest:
                pace = 1.0
            following = (1 + np.sqrt(1 + 4 * pace**2)) / 2
            self._lean(before, (pace - 1) / following)
            pace, lowest = following, potential
        return gap

    def _choose(self, first: int, last: int, pairs: slice) -> None:
        """Spread the demand of some origins so that the sites they use cost them alike.

        The others stay as they are. Those in the group that reach one site share its room by their
        demand: all that they send together then costs no more than each has reckoned.
        """
        starts = self.starts[first:last] - self.starts[first]
        sizes = np.diff(self.starts[first : last + 1])
        columns, before = self.columns[pairs], self.sent[pairs].astype(float)
        demand, room = np.repeat(self.demand[first:last], sizes), self.room[columns]
        np.add.at(self.rivals, columns, demand)
        slope = self.rivals[columns] / (demand * room)
        self.rivals[columns] = 0
        base = self.travel[pairs] + self.load[columns] / room - slope * before
        level = np.minimum.reduceat(base + slope * demand, starts)  # of all in one site: too high
        used, still = np.zeros(len(base), dtype=bool), base < np.repeat(level, sizes)
        while (still != used).any():  # each time fewer sites: some cost more than the level
            used = still
            ease = np.where(used, 1 / slope, 0)
            level = self.demand[first:last] + np.add.reduceat(base * ease, starts)
            level /= np.add.reduceat(ease, starts)
            still = used & (base < np.repeat(level, sizes))
        sent = np.where(used, (np.repeat(level, sizes) - base) / slope, 0)
        self.sent[pairs] = sent
        np.add.at(self.load, columns, sent - before)

    def _survey(self) -> tuple[float, float]:
        """What the choice of all makes least, and the share of costs that could be saved."""
        paid = least = way = 0.0
        for first, last, pairs in self._groups():
            columns, sent = self.columns[pairs], self.sent[pairs].astype(float)
            cost = self.travel[pairs] + self.load[columns] / self.room[columns]
            starts = self.starts[first:last] - self.starts[first]
            paid += float(cost @ sent)
            way += float(self.travel[pairs] @ sent)
            least += float(np.minimum.reduceat(cost, starts) @ self.demand[first:last])
        return (paid + way) / 2, 1 - least / paid if paid else 0.0

    def _lean(self, before: NDArray[np.float32], share: float) -> None:
        """Go on by a share of the last move; what would fall below nothing is nothing."""
        for first, last, pairs in self._groups():
            now = self.sent[pairs].astype(float)
            ahead = np.maximum(now + share * (now - before[pairs]), 0)
            before[pairs] = now
            self._send(first, last, ahead)
        self._weigh()

    def crowd(self) -> Floats:
        """Demand over room of each site; missing where it has none."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.room > 0, self.load / self.room, np.nan)

    def costs(self) -> Floats:
        """Least cost of each origin, with demand or without; infinite where it reaches no site."""
        od, crowd = self.od, np.where(self.room > 0, self.crowd(), np.inf)
        found = np.full(len(od.origins), np.inf)
        for rows, pairs in od.blocks():
            cost = od.minutes[pairs] / self.tau + crowd[od.columns[pairs]]
            np.minimum.at(found, od.rows_of(rows), cost)
        return found
