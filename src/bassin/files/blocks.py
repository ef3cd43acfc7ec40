"""Numbers that no longer move as one: how many times what it was each row has become.

From one year to the next each place changes a little, in its own way. A departement halved where no
other was, a tenth of the rows multiplied, a whole column of another unit leave quartiles, sums and
the order of rows nearly as they were. They show in the ratio of the new value to the old, row by
row. So do decimals that were rounded away, in how the values are written.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.errors import ChoiceError

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

#: Fewest rows with a ratio for anything to be said of all of them, and of those of a departement.
ROWS, ROWS_OF_ONE = 40, 8
#: Half a column may have become so many times what it was, and a departement so many times what the
#: others have become.
COLUMN, DEPARTEMENT = 1.25, 1.2
#: How many times as far from the rest as the rest is spread a departement is, and a row.
FAR, APART = 8.0, 6.0
#: A row is apart that has become so many times what the others have; what part of the rows may be.
ROW, PART = 1.3, 0.03
#: Spread of ratios below which rows are not told apart: that of a rounded number.
LEAST_SPREAD = 0.01
#: Code of a commune, or of a part of one: it begins with that of its departement.
_COMMUNE = r"[0-9][0-9AB][0-9]{3}(?:[0-9]{4})?"
#: How the codes of places overseas begin: those of their departements have three characters.
_OVERSEAS = ("97", "98")
#: Decimals that a value may have; below zero, the tens it may be rounded to.
DECIMALS = range(-3, 6)
#: How many times its last digit a value must be for its ratio to say anything: 1 may become 2.
FINE = 20
#: What part of the values has to be rounded for a column to be, and what part may be before.
ROUNDED, NOT_ROUNDED = 0.97, 0.8


def unlike(old: pd.Series, new: pd.Series) -> Iterator[tuple[str, object]]:
    """In which ways a column of numbers has not moved as one: each in words, with a row of it.

    Where years stand beside the codes, each year is looked at by itself: a workbook has a sheet a
    year, of which one may be wrong.

    Parameters
    ----------
    old, new : Series of float
        Of the same rows, in this order; indexed by codes, alone or with years. A code may be there
        twice: rows are held against each other as they follow. Of values below zero the size is
        looked at, and apart from it the sign.

    Raises
    ------
    ChoiceError
        If they are not of the same rows.

    Examples
    --------
    >>> codes = [f"{d:02d}{n:03d}" for d in range(1, 11) for n in range(1, 21)]
    >>> old = pd.Series([1000.0 + n for n in range(200)], codes)
    >>> [*unlike(old, old * 1.02)]
    []
    >>> next(unlike(old, old * 1.4))[0]
    'half of the values are 1.4 times what they were'
    >>> new = old.where(~old.index.str.startswith("03"), old / 2)
    >>> next(unlike(old, new))[0]
    'values of 03 are 0.5 times what they were, those of all 1'
    """
    if not old.index.equals(new.index):
        raise ChoiceError(
            f"two editions of column {old.name!r} are not of the same rows: {len(old):,} and "
            f"{len(new):,}. Keep the rows that both have, in one order."
        )
    beside = [old.index.get_level_values(n).to_numpy() for n in range(1, old.index.nlevels)]
    rows = pd.Series(range(len(old)))
    parts = [at for _, at in rows.groupby(beside, sort=False, dropna=False)] if beside else [rows]
    codes = old.index.get_level_values(0)
    a, b = (one.to_numpy(dtype=float, na_value=np.nan) for one in (old, new))
    for part in parts:
        at = part.to_numpy()
        for told, row in _unlike(codes[at], a[at], b[at]):
            yield told, old.index[at[row]]  # the whole label, which names the row


def _unlike(codes: pd.Index, a: Floats, b: Floats) -> Iterator[tuple[str, int]]:
    """As :func:`unlike`, of one year; each with the position of a row of it."""
    yield from _rounded(a, b)
    told_of = np.isfinite(a) & np.isfinite(b) & (np.abs(a) >= FINE * _unit(a))
    known = told_of & (b != 0)
    if known.sum() < ROWS:
        return
    rows, moved = np.flatnonzero(known), np.log(np.abs(b[known] / a[known]))
    middle = float(np.median(moved))
    spread = max(LEAST_SPREAD, _spread(moved - middle))
    if spread < np.log(ROW):
        yield from _signs(a, b, np.flatnonzero(told_of))
    if abs(middle) > np.log(COLUMN) and abs(middle) > 3 * spread / np.sqrt(len(moved)):
        yield f"half of the values are {_times(middle)} times what they were", int(rows[0])
    found = [*_departements(codes[known], rows, moved, middle)]
    yield from found or _rows_apart(rows, moved, middle, spread)


def _signs(a: Floats, b: Floats, rows: Positions) -> Iterator[tuple[str, int]]:
    """Values that have the other sign, or are nothing, in a column whose sizes keep otherwise.

    In one whose sizes do not, as balances or subsidies, a value may well pass through zero.
    """
    for lost, told in ((a * b < 0, "have the other sign"), (b == 0, "have become 0")):
        found = rows[lost[rows]]
        if len(found) > PART * len(rows):
            yield f"{len(found):,} of {len(rows):,} values {told}", int(found[0])


def _departements(
    codes: pd.Index, rows: Positions, moved: Floats, middle: float
) -> Iterator[tuple[str, int]]:
    """Departements whose values have become what those of no other have."""
    if not pd.api.types.is_string_dtype(codes) or not codes.str.fullmatch(_COMMUNE).all():
        return
    home = pd.Series(codes.str[:2].where(~codes.str.startswith(_OVERSEAS), codes.str[:3]))
    by = pd.Series(moved).groupby(home).agg(["median", "size"])
    by = by[by["size"] >= ROWS_OF_ONE]["median"] - middle
    if len(by) < ROWS_OF_ONE:
        return
    away = by.abs() > max(np.log(DEPARTEMENT), FAR * max(LEAST_SPREAD, _spread(by.to_numpy())))
    for one, by_how_much in by[away].items():
        first = rows[int((home == one).argmax())]
        told = f"values of {one} are {_times(by_how_much + middle)} times what they were"
        yield f"{told}, those of all {_times(middle)}", int(first)


def _rows_apart(
    rows: Positions, moved: Floats, middle: float, spread: float
) -> Iterator[tuple[str, int]]:
    """Rows that have become what no other has, too many of them to be of chance."""
    far = moved - middle
    for away in (far > max(np.log(ROW), APART * spread), -far > max(np.log(ROW), APART * spread)):
        if away.sum() > PART * len(far):
            become = _times(float(np.median(moved[away])))
            told = f"{away.sum():,} of {len(far):,} values are about {become} times what they were"
            yield f"{told}, half of all {_times(middle)}", int(rows[away.argmax()])


def _rounded(a: Floats, b: Floats) -> Iterator[tuple[str, int]]:
    """Decimals, or last digits, that a column had and no longer has."""
    told = np.isfinite(a) & np.isfinite(b) & (a != 0) & (b != 0)
    if told.sum() < ROWS_OF_ONE:
        return
    before, now = a[told], b[told]
    for decimals in DECIMALS:
        if _fit(now, decimals) > ROUNDED:
            if _fit(before, decimals) < NOT_ROUNDED:
                what = f"nearly all values are {_written(decimals)}, which they were not"
                yield what, int(np.flatnonzero(told)[np.argmax(before != now)])
            return


def _unit(values: Floats) -> float:
    """Last digit with which the values of a column are written."""
    there = values[np.isfinite(values)]
    written = (d for d in DECIMALS if d >= 0 and _fit(there, d) > ROUNDED)
    return float(10.0 ** -next(written, DECIMALS[-1])) if len(there) else 1.0


def _fit(values: Floats, decimals: int) -> float:
    """Part of the values that are written with so many decimals, or end in so many zeros."""
    # A number with a decimal or two is never quite what is written.
    return float(np.isclose(values, np.round(values, decimals), rtol=1e-12, atol=1e-9).mean())


def _written(decimals: int) -> str:
    if decimals == 0:
        return "whole numbers"
    return f"multiples of {10**-decimals:,}" if decimals < 0 else f"to {decimals} decimal(s)"


def _spread(values: Floats) -> float:
    """Robust standard deviation around zero."""
    return float(1.4826 * np.median(np.abs(values)))


def _times(logarithm: float) -> str:
    return f"{np.exp(logarithm):.3g}"
