"""What the doors of the floating catchments and of the travel times refuse, in one place.

A missing code would be the last place of a list, a missing number a place that nobody reaches, and
degrees a country of a few metres: each is refused, with its row and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from numbers import Integral, Real
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bassin.errors import AccessError
from bassin.models.arrays import Floats

#: Farthest that a coordinate in metres can be from the origin of a projection of the Earth: its
#: circumference, and some.
FARTHEST = 5e7

_T = TypeVar("_T")


def given(value: object, kind: type[_T], what: str) -> _T:
    """Take what is of a type, or say what was given in its place.

    Raises
    ------
    AccessError
        If it is of another type.
    """
    if isinstance(value, kind):
        return value
    raise AccessError(f"{what} is a {type(value).__name__}: give a {kind.__name__}")


def array_of(values: object, what: str) -> NDArray[Any]:
    """Take numbers as an array, whatever holds them.

    Raises
    ------
    AccessError
        If they make no array of real numbers.
    """
    try:
        array = np.asarray(values)
    except (TypeError, ValueError) as error:
        raise AccessError(f"{what}: {error}. Give numbers, in rows of one length.") from error
    if array.dtype.kind not in "iuf" and array.size:
        raise AccessError(f"{what}: give numbers, not {array.dtype}")
    return array


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
    number = _number(value)
    if np.isfinite(number) and number > 0:
        return number
    raise AccessError(f"{what} is {value!r}: give a finite number above zero")


def finite(value: object, what: str) -> float:
    """Take a finite number, or say what is none.

    Raises
    ------
    AccessError
        If it is no finite number.
    """
    number = _number(value)
    if np.isfinite(number):
        return number
    raise AccessError(f"{what} is {value!r}: give a finite number")


def _number(value: object) -> float:
    """A number as a float, and NaN for what is none, as a truth value."""
    if isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool):
        return _float(value)
    return np.nan


def columns_of(table: pd.DataFrame, names: Iterable[str], what: str) -> None:
    """Refuse a table without some columns, or with one of them twice."""
    given(table, pd.DataFrame, what)
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
        If a coordinate is missing, or beyond the Earth, or looks like degrees: no town is within
        180 m by 90 m of the origin of a projection, and each longitude and latitude is.
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
    degrees = (np.abs(xy) <= [180, 90]).all(axis=1)
    if degrees.any():
        x, y = xy[int(degrees.argmax())]
        raise AccessError(
            f"{listed(towns.index[degrees])}: x {x:g}, y {y:g} look like degrees. Project them to "
            "metres (EPSG:2154)."
        )
    return xy


def one_name_each(codes: pd.Index, what: str) -> None:
    """Refuse codes that are missing, spelt in two ways, or there twice."""
    index_of_codes(codes, what)
    without = nameless(codes)
    if without.any():
        at = int(without.argmax())
        raise AccessError(f"row {at} of the {what} has no code: give it one, or leave it out")
    one_spelling(codes, lambda at: f"row {at} of the {what}: code")
    if not codes.is_unique:
        twice = codes[codes.duplicated()].unique()
        raise AccessError(f"{listed(twice)}: twice in the {what}. Keep one row a code.")


def index_of_codes(codes: object, what: str) -> pd.Index:
    """Take an index of one level, or say what was given in its place."""
    index = given(codes, pd.Index, what)
    if index.nlevels > 1:
        raise AccessError(f"{what}: {index.nlevels} levels. Give one code a place.")
    return index


def one_spelling(codes: pd.Index, said: Callable[[int], str]) -> None:
    """Refuse codes that are truth values, of several types, or have white space around them.

    ``True``, ``1`` and ``1.0`` would be one place, ``'30001'`` and ``'30001 '`` two.

    Parameters
    ----------
    codes : Index
        None of them missing.
    said : callable
        A position, to the words for the code there: "row 3 of the towns: code".

    Raises
    ------
    AccessError
        Naming the row of the first such code.
    """
    if codes.dtype.kind in "iuf" or plain(codes):
        return
    values = codes.tolist()
    kinds = [_kind(code) for code in values]
    if "truth value" in kinds:
        at = kinds.index("truth value")
        raise AccessError(f"{said(at)} is {values[at]!r}, which is 1 or 0 as well: give a text")
    if len(set(kinds)) > 1:
        texts = "text" in kinds
        first = "text" if texts else kinds[0]
        at = next(at for at, kind in enumerate(kinds) if kind != first)
        code = values[at]
        like = "7 and '7' would be two places" if texts else "1 and 1.0 would be one place"
        raise AccessError(
            f"{said(at)} is no {first}, as others are, but {code!r}. Make all codes texts: {like}."
        )
    for at, code in enumerate(values):
        if isinstance(code, str) and _has_edge(code):
            raise AccessError(
                f"{said(at)} is {code!r}, with white space around it: it would be another place "
                f"than {code.strip()!r}. Strip the codes."
            )


def plain(codes: pd.Index) -> bool:
    """Whether all codes are texts of letters and digits alone: none missing, blank or with an edge.

    As nearly all are, of tens of thousands, and quicker to see of all than of one after the other.
    """
    if not isinstance(codes.dtype, pd.StringDtype) or codes.hasnans:
        return False
    return bool(codes.str.isalnum().all())


def row_of(labels: pd.Index, what: str) -> Callable[[int], str]:
    """Words for a position in a table, by the label of its row: "row 7: origin"."""
    return lambda at: f"row {labels[at]!r}: {what}"


def _kind(code: object) -> str:
    """What a code is, in words: codes of two kinds may be one place, or one place two codes."""
    if type(code) is str:  # nearly all are, of tens of thousands: the classes below are slow to ask
        return "text"
    if isinstance(code, bool | np.bool_):
        return "truth value"
    kinds = {str: "text", Integral: "whole number", Real: "decimal number"}
    return next(
        (name for kind, name in kinds.items() if isinstance(code, kind)), type(code).__name__
    )


def _has_edge(code: str) -> bool:
    """Whether a text begins or ends with what is not seen: a blank, a tab, a mark of no width."""
    if code.isalnum():  # as nearly all are, of tens of thousands
        return False
    return any(end.isspace() or not end.isprintable() for end in (code[:1], code[-1:]))


def nameless(codes: pd.Index) -> NDArray[np.bool_]:
    """Which codes are missing or blank."""
    if plain(codes):
        return np.zeros(len(codes), dtype=bool)
    blank = [isinstance(code, str) and not code.strip() for code in codes.tolist()]
    return np.asarray(codes.isna() | np.array(blank, dtype=bool), dtype=bool)


def listed(codes: pd.Index, most: int = 3) -> str:
    """The first few codes, and how many more there are."""
    more = f" and {len(codes) - most} more" if len(codes) > most else ""
    return ", ".join(repr(code) for code in codes[:most]) + more
