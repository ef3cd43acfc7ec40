"""Passage from the communes of one date to those of a later one.

Numbers of several decades can only be compared on one geography. :class:`Passage` carries counts
from the communes of one date to those of a later one; it adds up the parts of a merged commune and
refuses to divide a commune that was split.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

import numpy as np
import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from bassin.errors import PassageError
from bassin.places.departements import departement_of
from bassin.read.insee import ARRONDISSEMENTS, PIVOT

#: The geography every table is brought to.
GEOGRAPHY = f"{PIVOT}-01-01"
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
            If ``end`` is before ``start`` or after the last event known, or one of them is no day
            written ``"2017-01-01"``.
        """
        for day in (start, end):
            _refuse_no_day(day)
        if isinstance(codes, str):
            raise PassageError(f"{codes!r} is one code: give a list of them, as [{codes!r}].")
        for code in _plain(codes):
            _refuse_no_code(code, self._named)
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
        parts = {code: _alone(code) for code in _plain(codes)}
        splits: dict[str, str] = {}
        for date, became in self._days:
            if start < date <= end:
                _follow_day(date, became, parts, splits)
        return Transition(parts, splits)

    @cached_property
    def _named(self) -> frozenset[str]:
        """Codes of the events."""
        return frozenset().union(*(self._events[name] for name in ("before", "after")))

    @cached_property
    def _days(self) -> list[tuple[str, Mapping[str, set[str]]]]:
        """What each commune of an event became, day by day in their order."""
        days: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        columns = (self._events[name].tolist() for name in ("date", "before", "after"))
        for date, before, after in zip(*columns, strict=True):
            days[date][before].add(after)
        return [(date, dict(days[date])) for date in sorted(days)]

    def carry(
        self, counts: Table, start: str, end: str, codes: Iterable[str] | None = None
    ) -> Table:
        """Bring counts to a later geography: a merged commune's past is the sum of its parts.

        Parameters
        ----------
        counts : Series or DataFrame
            Additive numbers (inhabitants, jobs ...; never a rate) indexed by the communes of
            ``start``: all, or those of a part of the country.
        start, end : str
            Dates of the two geographies.
        codes : iterable of str or tuple, optional
            Communes of ``end`` to return, in this order; all those made of communes of the table by
            default. A tuple of all the communes that a division gave is one row, under their codes
            joined by ``+``.

        Returns
        -------
        Series or DataFrame
            Indexed by ``code``. A sum with a missing part is missing. ``attrs["left_out"]`` gives,
            the communes that come from the table and have no row, each with what it is made of: it
            is of a division, or has a part in a departement that the table leaves out. Empty where
            ``codes`` are given.

        Raises
        ------
        PassageError
            If one of ``codes`` comes from a division, if a part of it is not in the table, or if it
            did not exist at ``end``; if a code of the table is twice in it or is no text, or a
            count no number; if an arrondissement of Paris, Marseille or Lyon is one of ``codes``,
            or in the table where none are given: beside ``codes`` those of a table are left.
        """
        _refuse_table(counts)
        listed = counts.index.tolist()
        moved = self.transition(listed, start, end)
        present = set(listed)
        left_out: dict[str, list[str]] = {}
        if codes is None:
            _refuse_arrondissements(listed)
            inside: set[str] = {code for code, parts in moved.parts.items() if parts & present}
            out = inside & moved.splits.keys()
            out |= _across({code: moved.parts[code] for code in inside}, present)
            left_out = {code: sorted(moved.parts[code]) for code in sorted(out)}
            wanted: list[str | tuple[str, ...]] = [*sorted(inside - left_out.keys())]
        else:
            # A code asked for twice must not be added up twice.
            wanted = _asked(codes, self._named)
        made = {_row(code): _parts(code, moved, present, start, end) for code in wanted}
        pairs = [(part, row) for row, parts in made.items() for part in sorted(parts)]
        into = pd.Series([c for _, c in pairs], index=[p for p, _ in pairs], name="code", dtype=str)
        grouped = counts.loc[into.index].groupby(into.to_numpy())
        # A plain sum would count a missing part as zero.
        complete = grouped.count().eq(grouped.size(), axis=0)
        carried: Table = grouped.sum().where(complete).loc[list(made)].rename_axis("code")
        carried.attrs["left_out"] = left_out
        return carried


#: Code of an arrondissement of Paris, Marseille or Lyon.
_ARRONDISSEMENT = re.compile("|".join(ARRONDISSEMENTS.values()))
#: Code of a commune.
_CODE = re.compile(r"[0-9][0-9AB][0-9]{3}")


@cache
def _alone(code: str) -> frozenset[str]:
    """A commune made of itself, as nearly all are: one set for all transitions."""
    return frozenset((code,))


def _plain(codes: Collection[str]) -> Collection[str]:
    """The codes of an index as a list: one by one out of their array they take far longer."""
    return codes.tolist() if isinstance(codes, pd.Index) else codes


def _asked(
    codes: Iterable[str | tuple[str, ...]], known: Collection[str]
) -> list[str | tuple[str, ...]]:
    """Communes to return, each once; refused where they are no codes."""
    if isinstance(codes, str):
        raise PassageError(f"{codes!r} is one code: give a list of them, as [{codes!r}].")
    given = list(codes)
    for one in given:
        together = one if isinstance(one, tuple) else (one,)
        _refuse_arrondissements(together)
        for code in together:
            _refuse_no_code(code, known)
        if not together or len({*together}) < len(together):
            raise PassageError(
                f"{one!r}: give a code, or one tuple of the communes of a division, each once."
            )
    return list(dict.fromkeys(given))


def _refuse_arrondissements(codes: Iterable[object]) -> None:
    """Refuse parts of a city among communes: no event names them, and they would stay beside it."""
    for code in codes:
        if isinstance(code, str) and _ARRONDISSEMENT.fullmatch(code):
            city = next(one for one, of in ARRONDISSEMENTS.items() if re.fullmatch(of, code))
            raise PassageError(
                f"{code} is an arrondissement of {city}, no commune: its past is no commune's, and "
                f"no event names it. Add the arrondissements up to {city} first, or leave them out."
            )


def _refuse_no_code(code: object, known: Collection[str]) -> None:
    if not isinstance(code, str) or not (_CODE.fullmatch(code) or code in known):
        raise PassageError(
            f"{code!r} is the code of no commune: give text of five characters, leading zeros kept."
        )


def _across(made: Mapping[str, frozenset[str]], present: set[str]) -> set[str]:
    """Communes with a part in a departement of which the table has none."""
    listed = {departement_of(code) for code in present}
    return {
        code
        for code, parts in made.items()
        if any(departement_of(part) not in listed for part in parts - present)
    }


def _row(code: str | tuple[str, ...]) -> str:
    return code if isinstance(code, str) else "+".join(code)


def _parts(
    code: str | tuple[str, ...], moved: Transition, present: set[str], start: str, end: str
) -> frozenset[str]:
    """Communes of the start that a commune, or the heirs of a division together, are made of."""
    heirs = {code} if isinstance(code, str) else set(code)
    for one in sorted(heirs):
        if one not in moved.parts:
            raise PassageError(f"{one} is no commune of {end} made of communes of {start}.")
    parts = frozenset().union(*(moved.parts[one] for one in heirs))
    if heirs & moved.splits.keys():
        others = {c for c, of in moved.parts.items() if of & parts} - heirs
        if others:
            one = min(heirs & moved.splits.keys())
            together = ", ".join(map(repr, sorted(heirs | others)))
            raise PassageError(
                f"{one}: {moved.splits[one]}; a count from before ({start}) cannot be shared out "
                "without inventing a number. Leave the commune out, or take the communes of the "
                f"division together, as one tuple: ({together})."
            )
    absent = parts - present
    if absent:
        raise PassageError(
            f"{_row(code)} is made of {', '.join(sorted(parts))}, but {', '.join(sorted(absent))} "
            f"is not in the table: it is not on the geography of {start}, or the table holds a "
            "part of the country that does not have all of it."
        )
    return parts


def _refuse_no_day(day: str) -> None:
    written = isinstance(day, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", day)
    try:
        if written:
            datetime.date.fromisoformat(day)
            return
    except ValueError:
        pass
    raise PassageError(f"{day!r} is no day: write the date of a geography as '2017-01-01'.")


def _refuse_table(counts: pd.Series | pd.DataFrame) -> None:
    """Refuse codes that are no text or stand twice, and counts that are no numbers."""
    index = counts.index
    strange = next((code for code in index.tolist() if not isinstance(code, str)), None)
    if strange is not None:
        raise PassageError(
            f"{strange!r} is the code of no commune: index the table by text of five characters, "
            "leading zeros kept."
        )
    if index.has_duplicates:
        raise PassageError(f"{index[index.duplicated()][0]} stands twice in the table.")
    columns = {None: counts} if isinstance(counts, pd.Series) else dict(counts.items())
    for name, values in columns.items():
        if not is_numeric_dtype(values) or is_bool_dtype(values):
            raise PassageError(
                f"column {counts.name if name is None else name!r} holds {values.dtype}, no "
                "numbers: only what can be added up is carried."
            )
        endless = np.isinf(values.to_numpy(dtype=float, na_value=np.nan))
        if endless.any():
            raise PassageError(f"{index[endless][0]}: an infinite count cannot be carried.")


def _follow_day(
    date: str,
    became: Mapping[str, set[str]],
    parts: dict[str, frozenset[str]],
    splits: dict[str, str],
) -> None:
    """Have the events of one day take effect on what communes are made of."""
    arrived: dict[str, set[str]] = defaultdict(set)
    reached = set().union(*became.values())
    for before in became:
        if before not in parts and before in reached:
            # Only a step within the day: its origins come through what precedes it.
            continue
        origins, why = parts.pop(before, _alone(before)), splits.pop(before, None)
        ends = _end_of_day(before, became)
        if len(ends) > 1:
            back = ends - {before}
            left = origins - back
            if not why and back <= origins and bool(left) == (before in ends):
                # A merger undone: what comes back is what it was.
                for after in back:
                    arrived[after].add(after)
                if left:
                    arrived[before] |= left
                continue
            why = f"{before} was divided into {', '.join(sorted(ends))} on {date}"
        for after in ends:
            arrived[after] |= origins
            if why:
                splits[after] = why
    for after, come in arrived.items():
        # A commune that took others in without a row of its own keeps its own past.
        parts[after] = parts.get(after, frozenset()) | come


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
