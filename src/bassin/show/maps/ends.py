"""The highest and the lowest places of a map, with their numbers, as text under it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.phrase import Phrase
from bassin.words import counted, number, write

#: Places named at each end.
NAMED = 3


def ends(
    columns: Sequence[tuple[str, pd.Series]], *, fmt: str, unit: str, place: str
) -> tuple[str, ...]:
    """Say the highest and the lowest places of each column of a map that a reader sees first.

    Of columns that are years, those of the last; of others, those of each.

    Parameters
    ----------
    columns : sequence of (str, Series of float)
        Title of each column, empty where there is one; its published values, by name of the place.
    fmt, unit : str
        As in :func:`bassin.words.number`: those of the map.
    place : str
        What a place is: the code of what is counted.

    Returns
    -------
    tuple of str
        A sentence a column; none of a column with fewer than twice :data:`NAMED` values, or whose
        values are all written alike.

    Examples
    --------
    >>> care = pd.Series(range(7), index=list("abcdefg"), dtype=float)
    >>> ends([("", care)], fmt=".0f", unit="", place="commune")
    ('Highest: g 6, f 5, e 4. Lowest: a 0, b 1, c 2.',)
    """
    shown = columns[latest([title for title, _ in columns]) :][:1] if dated(columns) else columns
    found = []
    for title, values in shown:
        written = values.map(lambda value: number(value, fmt, unit))
        if len(values) < 2 * NAMED or written.nunique() < 2:
            continue
        high, low = (_named(values, written, place, up=up) for up in (False, True))
        key = "map.ends_of" if title else "map.ends"
        found.append(write(Phrase(key, of=title, high=high, low=low)))
    return tuple(found)


def dated(columns: Sequence[tuple[str, pd.Series]]) -> bool:
    """Whether several columns are years, in order."""
    titles = [title for title, _ in columns]
    years = len(titles) > 1 and all(title.isdigit() and len(title) == 4 for title in titles)
    return years and titles == sorted(titles)


def latest(titles: Sequence[str]) -> int:
    """Place of the title that a map opens on: the last of years, else the first.

    Examples
    --------
    >>> latest(["2016", "2023"]), latest(["men", "women"])
    (1, 0)
    """
    return len(titles) - 1 if dated([(title, pd.Series()) for title in titles]) else 0


def _named(values: pd.Series, written: pd.Series, place: str, *, up: bool) -> list[str]:
    """Places from one end on, those written alike in the order of the map; many are counted."""
    order = values.sort_values(ascending=up, kind="stable").index
    told: list[str] = []
    left = NAMED
    for value in dict.fromkeys(written.loc[order]):
        names = list(dict.fromkeys(map(str, written.index[written == value])))
        if len(names) > left:
            if not told:
                told.append(_said(counted(int((written == value).sum()), place), value))
            break
        told += [_said(name, value) for name in names]
        left -= len(names)
        if not left:
            break
    return told


def _said(name: str, value: str) -> str:
    return write(Phrase("map.end", name=name, value=value))
