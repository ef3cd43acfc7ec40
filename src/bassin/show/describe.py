"""Descriptions in words of what is shown. Pure: the same table gives the same sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from bassin.phrase import Phrase
from bassin.words import counted, number, write

_NAMED_SERIES = 8  # an alternative text that lists more than this is not listened to


def _and(items: Sequence[str]) -> str:
    if len(items) == 1:
        return items[0]
    return write(Phrase("describe.and", items=list(items[:-1]), last=items[-1]))


def _labelled(label: str, parts: Sequence[str]) -> str:
    return write(Phrase("describe.label", label=label, parts=list(parts)))


def _extreme(values: pd.Series[float], target: float, fmt: str, unit: str, place: str) -> str:
    at = [str(name) for name in values.index[np.isclose(values, target)]]
    where = at[0] if len(at) == 1 else counted(len(at), place)
    return write(Phrase("describe.value", value=number(target, fmt, unit), where=where))


def describe_values(
    label: str,
    values: pd.Series[float],
    *,
    fmt: str = ",.0f",
    unit: str = "",
    place: str = "commune",
    secret: int = 0,
    missing: int = 0,
) -> str:
    """Say the extent and middle of values by place, and how many places have none.

    Parameters
    ----------
    label : str
        What the values are.
    values : Series
        Published values, indexed by the name of the place.
    fmt, unit : str
        As in :func:`bassin.show.text.number`.
    place : str
        What a place is: the code of what is counted in :mod:`bassin.words`.
    secret, missing : int
        Number of places masked by statistical secrecy, and not published.

    Examples
    --------
    >>> apl = pd.Series([0.0, 5.8, 2.9], index=["Bonnevaux", "Anduze", "Alès"])
    >>> describe_values("APL", apl, fmt=".1f", secret=2)
    'APL from 0.0 in Bonnevaux to 5.8 in Anduze, median 2.9; 2 communes masked'
    """
    if values.empty:
        parts = [Phrase("describe.none", label=label)]
    elif np.isclose(values.min(), values.max()):
        value = _extreme(values, values.min(), fmt, unit, place)
        parts = [Phrase("describe.same", label=label, value=value)]
    else:
        low = _extreme(values, values.min(), fmt, unit, place)
        high = _extreme(values, values.max(), fmt, unit, place)
        middle = number(float(values.median()), fmt, unit)
        parts = [Phrase("describe.range", label=label, low=low, high=high, median=middle)]
    if secret:
        parts.append(Phrase("describe.masked", places=counted(secret, place)))
    if missing:
        parts.append(Phrase("describe.not_published", what=counted(missing, place)))
    return write(Phrase("describe.parts", parts=parts))


def describe_lines(label: str, table: pd.DataFrame, *, fmt: str = ",.0f", unit: str = "") -> str:
    """Say where each series begins and ends.

    Parameters
    ----------
    label : str
        What the values are.
    table : DataFrame
        One column a series, indexed by the abscissa in its order; missing values are passed over.

    Examples
    --------
    >>> table = pd.DataFrame({"Alès": [42000, 41000], "Mons": [1500, 1800]}, [1968, 2020])
    >>> describe_lines("People", table)
    'People: Alès from 42,000 in 1968 to 41,000 in 2020; Mons from 1,500 in 1968 to 1,800 in 2020'
    """
    parts = []
    for name, series in list(table.items())[:_NAMED_SERIES]:
        known = series.dropna()
        if known.empty:
            parts.append(Phrase("describe.not_published", what=str(name)))
            continue
        first, last = (number(float(known.iloc[i]), fmt, unit) for i in (0, -1))
        start, end = str(known.index[0]), str(known.index[-1])
        told = {"name": str(name), "first": first, "start": start, "last": last, "end": end}
        parts.append(Phrase("describe.line", **told))
    if (more := table.shape[1] - _NAMED_SERIES) > 0:
        parts.append(Phrase("describe.more", n=more))
    return _labelled(label, [write(part) for part in parts])


def describe_bars(label: str, table: pd.DataFrame, *, fmt: str = ",.0f", unit: str = "") -> str:
    """Say each bar where they are few, else the extent of each series.

    Parameters
    ----------
    label : str
        What the values are.
    table : DataFrame
        One row a category, one column a series.

    Examples
    --------
    >>> describe_bars("Jobs", pd.DataFrame({"2020": [12, 30]}, index=["Mining", "Care"]))
    'Jobs: 2020: Mining 12, Care 30'
    """
    parts = []
    for name, series in table.items():
        known = series.dropna()
        if len(known) <= _NAMED_SERIES:
            parts.append(_each_bar(str(name), series, fmt, unit))
        else:
            parts.append(describe_values(str(name), known, fmt=fmt, unit=unit, place="category"))
    return _labelled(label, parts)


def _each_bar(name: str, series: pd.Series[float], fmt: str, unit: str) -> str:
    """Every bar of a series, and which it lacks."""
    bars = [
        Phrase("describe.bar", name=str(at), value=number(float(value), fmt, unit))
        for at, value in series.dropna().items()
    ]
    said = [write(Phrase("describe.bars", name=name, bars=bars)) if bars else name]
    if series.isna().any():
        absent = _and([str(at) for at in series.index[series.isna()]])
        said.append(write(Phrase("describe.not_published", what=absent)))
    return write(Phrase("describe.parts", parts=said))


def describe_categories(label: str, counts: Mapping[str, int], *, place: str = "commune") -> str:
    """Say how many places are in each category.

    Examples
    --------
    >>> describe_categories("Zoning", {"Priority": 12, "Other": 1})
    'Zoning: Priority, 12 communes; Other, 1 commune'
    """
    listed = [
        write(Phrase("describe.category", name=name, places=counted(n, place)))
        for name, n in counts.items()
    ]
    return _labelled(label, listed)


def describe_table(head: Sequence[str], rows: int) -> str:
    """Say the size of a table and what its columns are.

    Examples
    --------
    >>> describe_table(["Perimeter", "Communes"], 5)
    'Table of 5 rows: Perimeter and Communes'
    """
    return write(Phrase("describe.table", rows=counted(rows, "row"), columns=_and(list(head))))
