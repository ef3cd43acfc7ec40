"""What the doors of the floating catchments and of the travel times refuse, in one place.

A missing code would be the last place of a list, a missing number a place that nobody reaches, and
degrees a country of a few metres: each is refused, with its row and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bassin.errors import AccessError
from bassin.models.arrays import Floats

#: Farthest that a coordinate in metres can be from the origin of a projection of the Earth: its
#: circumference, and some.
FARTHEST = 5e7


def positive(value: object, what: str) -> float:
    """Take a number above zero, or say what is none.

    Parameters
    ----------
    value : object
        What was given.
    what : str
        What it stands for, for the message.

    Raises
    ------
    AccessError
        If it is not a finite number above zero.
    """
    if isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool):
        number = _float(value)
        if np.isfinite(number) and number > 0:
            return number
    raise AccessError(f"{what} is {value!r}: give a finite number above zero")


def columns_of(table: pd.DataFrame, names: Iterable[str], what: str) -> None:
    """Refuse a table without some columns, or with one of them twice."""
    for name in names:
        found = int((table.columns == name).sum())
        if found != 1:
            raise AccessError(
                f"{what}: {found or 'no'} column{'s' if found > 1 else ''} {name!r}. "
                "It needs exactly one."
            )


def numbers_of(values: pd.Series) -> Floats:
    """Values as numbers: NaN for what is none, be it a text, a date or missing."""
    kind = values.dtype.kind
    if kind in "iufb":
        return np.asarray(values.to_numpy(dtype=float, na_value=np.nan))
    if kind == "O":
        return np.array([_float(v) if isinstance(v, Real) else np.nan for v in values], dtype=float)
    return np.full(len(values), np.nan)


def _float(value: Any) -> float:
    """A number as a float; infinite where it is a whole number that no float can hold."""
    try:
        return float(value)
    except OverflowError:
        return np.inf if value > 0 else -np.inf


def metric_points(towns: pd.DataFrame) -> Floats:
    """Coordinates of some towns in metres.

    Parameters
    ----------
    towns : DataFrame
        Index ``code``; ``x``, ``y`` (metres).

    Returns
    -------
    array of float, shape (n, 2)

    Raises
    ------
    AccessError
        If a coordinate is missing, or beyond the Earth, or looks like degrees: a town whose
        coordinates are a longitude and a latitude, neither of them whole, or towns that all are
        within 180 m of the origin.
    """
    columns_of(towns, ("x", "y"), "towns")
    xy = np.column_stack([numbers_of(towns["x"]), numbers_of(towns["y"])])
    missing = ~np.isfinite(xy).all(axis=1)
    if missing.any():
        raise AccessError(
            f"{listed(towns.index[missing])}: no coordinates. Give x and y in metres, or leave "
            "the town out."
        )
    beyond = (np.abs(xy) > FARTHEST).any(axis=1)
    if beyond.any():
        x, y = xy[int(beyond.argmax())]
        raise AccessError(
            f"{listed(towns.index[beyond])}: x {x:g}, y {y:g} are no place on Earth. Give both in "
            "metres (EPSG:2154)."
        )
    small = (np.abs(xy) <= [180, 90]).all(axis=1)
    degrees = small & (xy % 1 != 0).all(axis=1)
    if small.all() and len(xy) > 1 and (np.ptp(xy, axis=0) > 0).all():
        degrees = small
    if degrees.any():
        x, y = xy[int(degrees.argmax())]
        raise AccessError(
            f"{listed(towns.index[degrees])}: x {x:g}, y {y:g} look like degrees. Project them to "
            "metres (EPSG:2154)."
        )
    return xy


def one_name_each(codes: pd.Index, what: str) -> None:
    """Refuse codes that are missing or there twice."""
    without = nameless(codes)
    if without.any():
        at = int(without.argmax())
        raise AccessError(f"row {at} of the {what} has no code: give it one, or leave it out")
    if not codes.is_unique:
        twice = codes[codes.duplicated()].unique()
        raise AccessError(f"{listed(twice)}: twice in the {what}. Keep one row a code.")


def nameless(codes: pd.Index) -> NDArray[np.bool_]:
    """Which codes are missing or blank."""
    blank = [isinstance(code, str) and not code.strip() for code in codes.tolist()]
    return np.asarray(codes.isna() | np.array(blank, dtype=bool), dtype=bool)


def listed(codes: pd.Index, most: int = 3) -> str:
    """The first few codes, and how many more there are."""
    more = f" and {len(codes) - most} more" if len(codes) > most else ""
    return ", ".join(repr(code) for code in codes[:most]) + more
