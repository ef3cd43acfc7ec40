"""What lies within reach, whoever else may want it: opportunities, and the way to the nearest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bassin.errors import AccessError
from bassin.models.arrays import Floats, PositionArray
from bassin.models.catchments.amounts import Access, given_out, lost, offer
from bassin.models.catchments.decay import Decay, step
from bassin.models.catchments.origin_destination import OriginDestination
from bassin.models.inputs import positive


@dataclass(frozen=True)
class Nearest:
    """The way to the nearest supply. Of several supplies, each has a column or an entry a supply.

    Attributes
    ----------
    minutes : Series or DataFrame of float
        Time from each origin; infinite where the table of times does not reach as far.
    place : Series or DataFrame of object
        Code of the destination at that time, the first in the table where there are several; None
        where there is none.
    beyond : int or Series of int
        Origins whose nearest is not in the table of times.
    """

    minutes: pd.Series | pd.DataFrame
    place: pd.Series | pd.DataFrame
    beyond: int | pd.Series


def cumulative_opportunities(
    od: OriginDestination, supply: pd.Series | pd.DataFrame, within: float
) -> Access:
    r"""Supply within so many minutes.

    .. math::

        A_i = \sum_{j: t_{ij} \le t_0} S_j

    It answers how many doctors, jobs, places one can get to in a time, and is the easiest to tell
    and to check. It does not say how many others get to them too, and all that is a minute beyond
    the edge counts for nothing: see how it moves with the edge :cite:`geurs2004accessibility`.

    Parameters
    ----------
    od : OriginDestination
        Supply at the destinations.
    supply : Series or DataFrame of float
        Indexed by destination: 0 where there is none, never missing. A column a kind of supply,
        where there are several: all are computed on the same weights.
    within : float
        Longest time that counts (minutes). A place always reaches itself: see
        :meth:`OriginDestination.weights`.

    Returns
    -------
    Access
        In units of supply. Unreached is what no origin gets to.

    Raises
    ------
    AccessError
        If the supply is missing, negative, there twice or of an unknown place, or the table of
        times does not reach as far.

    Examples
    --------
    >>> rows = {"origin": ["a", "a", "b"], "destination": ["a", "b", "b"], "minutes": [0, 25, 0]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> jobs = pd.DataFrame({"shops": [10, 5], "farms": [0, 3]}, index=["a", "b"])
    >>> cumulative_opportunities(od, jobs, within=30).access.loc["a"].to_dict()
    {'shops': 15.0, 'farms': 3.0}
    """
    return gravity(od, supply, step(within))


def gravity(od: OriginDestination, supply: pd.Series | pd.DataFrame, decay: Decay) -> Access:
    r"""Supply around a place, each at the weight of its time: the potential of Hansen.

    .. math::

        A_i = \sum_j w(t_{ij}) S_j

    It answers how much there is around, what is near counting more than what is far
    :cite:`hansen1959accessibility`. It does not say how many others want it, and its level hangs on
    the decay: compare places, and not two decays.

    Parameters
    ----------
    od, supply
        As :func:`cumulative_opportunities`.
    decay : Decay

    Returns and errors as :func:`cumulative_opportunities`.

    Examples
    --------
    >>> rows = {"origin": ["a", "a"], "destination": ["a", "b"], "minutes": [0, 15]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> gravity(od, pd.Series({"a": 10, "b": 4}), linear(30)).access.to_dict()
    {'a': 12.0}
    """
    offered = offer(od, supply)
    matrix = od.matrix(od.weights(decay))
    values = matrix @ offered.amounts
    anyone = matrix.T @ np.ones(len(od.origins))
    return given_out(od, offered, values, values, lost(offered, anyone))


def nearest(od: OriginDestination, supply: pd.Series | pd.DataFrame, count: float = 1) -> Nearest:
    r"""Time to the nearest supply, or to the k-th unit of it.

    .. math::

        T_i = \min \Big\{ t : \sum_{j: t_{ij} \le t} S_j \ge k \Big\}

    With a count of 1 it is the time to the nearest place with any supply, were it a half. With
    more, units are counted from the nearest place on: with two doctors in the village next door,
    that is where the second is too.

    It answers how long the way is, the question of those who need one and cannot choose. It does
    not say how much there is, nor whether there is room: a doctor with ten times the patients is
    as near as another.

    Parameters
    ----------
    od : OriginDestination
        Supply at the destinations. The time within a place counts as the table has it.
    supply : Series or DataFrame of float
        Indexed by destination; a column a kind of supply.
    count : float
        :math:`k`, in units of supply.

    Returns
    -------
    Nearest
        In minutes, in the single precision of the table.

    Raises
    ------
    AccessError
        As :func:`cumulative_opportunities`, and if the count is under 1.

    Examples
    --------
    >>> rows = {"origin": ["a", "a", "b"], "destination": ["a", "b", "b"], "minutes": [2, 12, 3]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> doctors = pd.Series({"a": 1, "b": 1})
    >>> nearest(od, doctors).minutes.to_dict()
    {'a': 2.0, 'b': 3.0}
    >>> second = nearest(od, doctors, count=2)
    >>> second.minutes.to_dict(), second.place.to_dict(), second.beyond
    ({'a': 12.0, 'b': inf}, {'a': 'b', 'b': None}, 1)
    """
    offered = offer(od, supply)
    least = positive(count, "the count of supply")
    if least < 1:
        raise AccessError(f"the count of supply is {count!r}: give 1 or more")
    columns = [_nearest_of(od, amounts, least) for amounts in offered.columns]
    minutes, at = (np.column_stack(part) for part in zip(*columns, strict=True))
    codes = np.array([*od.destinations, None], dtype=object)[at]  # -1 is the last of them
    if offered.names is None:
        minutes, codes = minutes[:, 0], codes[:, 0]
    return Nearest(
        minutes=offered.of(minutes, od.origins, "minutes"),
        place=offered.of(codes, od.origins, "place"),
        beyond=offered.of_supplies(np.isinf(minutes).sum(axis=0)),
    )


def _nearest_of(
    od: OriginDestination, amounts: Floats, count: float
) -> tuple[Floats, PositionArray]:
    """Minutes to a count of one supply, and the position of the place where it is met: -1, none."""
    minutes = np.full(len(od.origins), np.inf)
    place = np.full(len(od.origins), -1)
    for rows, pairs in od.blocks():
        columns = od.columns[pairs]
        some = np.flatnonzero(amounts[columns] > 0)
        of_pair = od.rows_of(rows)[some] - rows.start
        times, columns = od.minutes[pairs][some], columns[some]
        order = np.lexsort((times, of_pair))
        ends = np.cumsum(np.bincount(of_pair, minlength=rows.stop - rows.start))
        at = _met(amounts[columns[order]], ends, count)
        met = np.flatnonzero(at >= 0)
        found = order[at[met]]
        minutes[rows.start + met], place[rows.start + met] = times[found], columns[found]
    return minutes, place


def _met(amounts: Floats, ends: PositionArray, count: float) -> PositionArray:
    """Where the running sum of each row first comes to a count, and -1 where it never does.

    Summed row by row, so that no rounding of one row comes into the next.
    """
    at = np.concatenate([[0], ends[:-1]])
    met = np.full(len(ends), -1)
    summed = np.zeros(len(ends))
    open_ = np.flatnonzero(at < ends)
    while len(open_):
        summed[open_] += amounts[at[open_]]
        # The first counts whatever its size, where one is enough.
        done = (summed[open_] >= count) | (count == 1)
        met[open_[done]] = at[open_[done]]
        open_ = open_[~done]
        at[open_] += 1
        open_ = open_[at[open_] < ends[open_]]
    return met
