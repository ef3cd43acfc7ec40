"""What may be otherwise in a piece of evidence: places trade values, time runs backwards ...

Each turn makes of a table, a series, a number or a list one that another place, another time or
another count might have given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

Turn = Callable[[Any], Any]


def _relabelled(value: pd.DataFrame | pd.Series) -> Any:
    """Give each label the values of the one as far from the other end."""
    return value.iloc[::-1].set_axis(value.index)


def _is_counted(value: pd.Series[Any]) -> bool:
    return bool(pd.api.types.is_numeric_dtype(value) and not pd.api.types.is_bool_dtype(value))


def _mirrored(value: pd.DataFrame | pd.Series) -> Any:
    """Turn who is high and who is low, in the range seen; what is true is false."""
    if isinstance(value, pd.DataFrame):
        return value.apply(_mirrored)
    if pd.api.types.is_bool_dtype(value):
        return ~value
    return value.max() + value.min() - value if _is_counted(value) else value


def _reordered(value: pd.DataFrame | pd.Series) -> Any:
    """Turn the order round, each label with its own values: the first of a ranking is the last."""
    return value.iloc[::-1]


def _kinds_traded(value: pd.DataFrame | pd.Series) -> Any:
    """Give each row the words of another, one column at a time, and leave its numbers."""
    if isinstance(value, pd.Series):
        return value if _is_counted(value) else _relabelled(value)
    words = list(value.select_dtypes(exclude="number").columns)
    turned = value.copy()
    for rank, name in enumerate(words):
        turned[name] = np.roll(value[name].to_numpy(), rank + 1)
    return turned


def _signs(value: pd.DataFrame | pd.Series) -> Any:
    """Change the sign of what has one: columns with a number below zero."""
    if isinstance(value, pd.DataFrame):
        return value.apply(_signs)
    return -value if _is_counted(value) and (value < 0).any() else value


def _none_counted(value: pd.DataFrame | pd.Series) -> Any:
    """Let counts be none: whole numbers."""
    if isinstance(value, pd.DataFrame):
        return value.apply(_none_counted)
    return value * 0 if pd.api.types.is_integer_dtype(value) else value


def _backwards(value: pd.DataFrame | pd.Series) -> Any:
    """Turn the columns of numbers round: the last year is the first."""
    if isinstance(value, pd.Series):
        return _relabelled(value)
    kept = list(value.select_dtypes("number").columns)
    turned = value.copy()
    turned[kept] = value[kept[::-1]].to_numpy()
    return turned


def _times(factor: float) -> Turn:
    def turn(value: Any) -> Any:
        if isinstance(value, pd.DataFrame):
            return value.apply(turn)
        if isinstance(value, pd.Series):
            return value * factor if _is_counted(value) else value
        return type(value)(value * factor)

    return turn


def _first_only(factor: float) -> Turn:
    """Multiply the numbers of the first row alone: one place, year or kind against the others."""

    def turn(value: Any) -> Any:
        if isinstance(value, pd.DataFrame):
            return value.apply(turn)
        if not _is_counted(value):
            return value
        turned = value.astype(float)
        turned.iloc[0] *= factor
        return turned

    return turn


#: What may be otherwise in a table or a series, in a number, and in a list.
TABLE_TURNS: Mapping[str, Turn] = {
    "places_traded": _relabelled,
    "high_for_low": _mirrored,
    "order_turned": _reordered,
    "kinds_traded": _kinds_traded,
    "time_backwards": _backwards,
    "falls_for_growth": _signs,
    "halved": _times(0.5),
    "doubled": _times(2),
    "the_first_halved": _first_only(0.5),
    "the_first_doubled": _first_only(2),
    "none_counted": _none_counted,
    "nothing_there": lambda value: value.iloc[:0],
}
NUMBER_TURNS: Mapping[str, Turn] = {
    "halved": _times(0.5),
    "doubled": _times(2),
    "none": lambda value: type(value)(0),
}
LIST_TURNS: Mapping[str, Turn] = {
    "half_of_them": lambda value: value[: len(value) // 2],
    "none": lambda value: value[:0],
}


def turns_of(value: object) -> Mapping[str, Turn]:
    """What may be otherwise in a piece of evidence; nothing in what is no data."""
    if isinstance(value, pd.DataFrame | pd.Series):
        return TABLE_TURNS if len(value) else {}
    if isinstance(value, int | float | np.number) and not isinstance(value, bool):
        return NUMBER_TURNS
    if isinstance(value, list | pd.Index):
        return LIST_TURNS
    return {}
