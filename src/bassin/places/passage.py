"""Passage from the communes of one date to those of a later one.

Numbers of several decades can only be compared on one geography. :class:`Passage` carries counts
from the communes of one date to those of a later one; it adds up the parts of a merged commune and
refuses to divide a commune that was split.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from bassin.errors import PassageError

#: The geography every table is brought to.
GEOGRAPHY = "2023-01-01"
Table = TypeVar("Table", pd.Series, pd.DataFrame)


@dataclass(frozen=True)
class Transition:
    """What became of communes between two dates.

    Attributes
    ----------
    parts : mapping
        Commune at the end to the communes at the start it is made of.
    splits : mapping
        Commune at the end to why its past cannot be known from that of whole communes.
    """

    parts: Mapping[str, frozenset[str]]
    splits: Mapping[str, str]


class Passage:
    """Carry tables from the communes of one date to those of a later one.

    Parameters
    ----------
    events : DataFrame
        As :func:`bassin.read.insee.commune_events`.
    until : str
        Last date the events cover.
    """

    def __init__(self, events: pd.DataFrame, until: str = GEOGRAPHY) -> None:
        self._events = events
        self._until = until

    def transition(self, codes: Collection[str], start: str, end: str) -> Transition:
        """Follow communes through the events after ``start`` up to and including ``end``.

        Parameters
        ----------
        codes : collection of str
            Every commune of the table at ``start``.
        start, end : str
            Dates of the two geographies, ``"2017-01-01"``.

        Raises
        ------
        PassageError
            If ``end`` is before ``start`` or after the last event known.
        """
        if end < start:
            raise PassageError(
                f"cannot go back from {start} to {end}: a merged commune's count is not that of "
                "its parts. Carry the older table forward instead."
            )
        if end > self._until:
            raise PassageError(
                f"events are known until {self._until}, not {end}. Add a later edition of "
                "INSEE's file of commune events."
            )
        parts: dict[str, set[str]] = {code: {code} for code in codes}
        splits: dict[str, str] = {}
        period = self._events[(self._events["date"] > start) & (self._events["date"] <= end)]
        for date, rows in period.groupby("date", sort=True):
            became: dict[str, set[str]] = defaultdict(set)
            for before, after in zip(rows["before"], rows["after"], strict=True):
                became[before].add(after)
            _follow_day(str(date), became, parts, splits)
        return Transition({c: frozenset(p) for c, p in parts.items()}, splits)

    def carry(
        self, counts: Table, start: str, end: str, codes: Iterable[str] | None = None
    ) -> Table:
        """Bring counts to a later geography: a merged commune's past is the sum of its parts.

        Parameters
        ----------
        counts : Series or DataFrame
            Additive numbers (inhabitants, jobs ...; never a rate) indexed by the communes of
            ``start``.
        start, end : str
            Dates of the two geographies.
        codes : iterable of str, optional
            Communes of ``end`` to return, in this order; all those known by default.

        Returns
        -------
        Series or DataFrame
            Indexed by ``code``. A sum with a missing part is missing.

        Raises
        ------
        PassageError
            If one of ``codes`` comes from a division, if a part of it is not in the table, or if it
            did not exist at ``end``.
        """
        moved = self.transition(counts.index, start, end)
        present = set(counts.index)
        known = sorted(set(moved.parts) - set(moved.splits))
        # A code asked for twice must not be added up twice.
        wanted = known if codes is None else list(dict.fromkeys(codes))
        for code in wanted:
            if code in moved.splits:
                raise PassageError(
                    f"{code}: {moved.splits[code]}; a count from before ({start}) cannot be shared "
                    "out without inventing a number. Leave the commune out, or take the communes "
                    "of the division together."
                )
            if code not in moved.parts:
                raise PassageError(f"{code} is no commune of {end} made of communes of {start}.")
            absent = moved.parts[code] - present
            if absent:
                raise PassageError(
                    f"{code} is made of {', '.join(sorted(moved.parts[code]))}, but "
                    f"{', '.join(sorted(absent))} is not in the table: it is not on the geography "
                    f"of {start}."
                )
        pairs = [(part, code) for code in wanted for part in sorted(moved.parts[code])]
        into = pd.Series([c for _, c in pairs], index=[p for p, _ in pairs], name="code", dtype=str)
        grouped = counts.loc[into.index].groupby(into.to_numpy())
        # A plain sum would count a missing part as zero.
        complete = grouped.count().eq(grouped.size(), axis=0)
        return grouped.sum().where(complete).loc[wanted].rename_axis("code")


def _follow_day(
    date: str,
    became: Mapping[str, set[str]],
    parts: dict[str, set[str]],
    splits: dict[str, str],
) -> None:
    """Have the events of one day take effect on what communes are made of."""
    arrived: dict[str, set[str]] = defaultdict(set)
    for before in became:
        if before not in parts and any(before in after for after in became.values()):
            # Only a step within the day: its origins come through what precedes it.
            continue
        origins, why = parts.pop(before, {before}), splits.pop(before, None)
        ends = _end_of_day(before, became)
        if len(ends) > 1:
            why = f"{before} was divided into {', '.join(sorted(ends))} on {date}"
        for after in ends:
            arrived[after] |= origins
            if why:
                splits[after] = why
    for after, origins in arrived.items():
        # A commune that took others in without a row of its own keeps its own past.
        parts[after] = parts.get(after, set()) | origins


def _end_of_day(code: str, became: Mapping[str, set[str]]) -> set[str]:
    """Communes a commune has become once every event of a day has taken effect.

    A commune that changes departement and merges on the same day takes two steps: 49144 becomes
    44225, which becomes 44180.
    """
    ends: set[str] = set()
    seen: set[str] = set()
    ahead = [code]
    while ahead:
        step = ahead.pop()
        if step in seen:
            continue
        seen.add(step)
        after = became.get(step, {step})
        if step in after or not after:
            ends.add(step)
        ahead += sorted(after - {step})
    return ends
