"""How a table departs from what was read from another edition of its file.

A hash says that a file has changed; what its anchors kept says how. Two tables side by side say it
row by row: :mod:`bassin.files.moves`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from pandas.api.types import is_numeric_dtype

from bassin.errors import BassinError
from bassin.files.anchors import Anchor

#: Between two editions: by how much the number of rows may move (part of it), blanks and zeros
#: (part of the rows), a quartile or a sum (times), an end or the value of a kept row (times), the
#: box of coordinates (of its unit: metres, or degrees).
ROWS, SHARE, SPREAD, ENDS, BOX = 0.02, 0.02, 1.5, 3.0, {"metres": 1_000.0, "degrees": 0.01}

#: What part of a sum the digits that are kept leave out, and the order of its parts.
ROUNDING = 1e-7


class DepartureError(BassinError):
    """One way in which a table is not what it was; several are told together.

    Parameters
    ----------
    column : str
        ``""`` where it is the rows that depart.
    what : str
        In one clause, with the value before and now.
    row : str
        Where it is one row, which.
    """

    def __init__(self, column: str, what: str, row: str = "") -> None:
        self.column, self.what, self.row = column, what, row
        said = f"{column}: {what}" if column else what
        super().__init__(f"{said} (row {row})" if row else said)


def departures(before: Anchor, now: Anchor) -> list[DepartureError]:
    """How a table departs from what it was, by what was kept of both.

    Parameters
    ----------
    before, now : mapping
        As :func:`anchor`.

    Returns
    -------
    list of DepartureError
        The plainest first: columns, rows, blanks, then values.
    """
    found = [*_of_shape(before, now)]
    for name, old in before["columns"].items():
        new = now["columns"].get(name)
        if new is not None:
            found += _of_column(name, old, new, before["rows"], now["rows"])
    return found


def at_once(before: Anchor, now: pd.DataFrame) -> DepartureError | None:
    """Tell where a table is not the one that something was kept of, by what takes no time.

    Parameters
    ----------
    before : mapping
        As :func:`~bassin.files.anchors.anchor`.
    now : DataFrame
        As a reader gives it.

    Returns
    -------
    DepartureError or None
        The first of: the number of rows, the blanks or the sum of a column of numbers. ``None``
        where all these are what they were.

    Examples
    --------
    >>> from bassin.files.anchors import anchor
    >>> table = pd.DataFrame({"people": [10.0, 4.0]}, index=["30001", "30007"])
    >>> at_once(anchor(table), table)
    >>> at_once(anchor(table), table.assign(people=[10.0, 40.0]))
    DepartureError('people: a sum of 50, where it was 14')
    """
    if len(now) != before["rows"]:
        return DepartureError("", f"{len(now):,} rows, where there were {before['rows']:,}")
    for at, name in enumerate(now):
        was = before["columns"].get(str(name), {})
        if was.get("sum") is None:
            continue
        values = now.iloc[:, at]
        if not is_numeric_dtype(values):
            return DepartureError(str(name), "texts, where there were numbers")
        numbers = values.to_numpy(dtype=float, na_value=np.nan)
        blank = int(np.count_nonzero(np.isnan(numbers)))
        if blank != was["blank"]:
            told_of = f"{blank:,} blanks, where there were {was['blank']:,}"
            return DepartureError(str(name), told_of)
        total, size = float(np.nansum(numbers)), float(np.nansum(np.abs(numbers)))
        if abs(total - was["sum"]) > ROUNDING * size:
            return DepartureError(
                str(name), f"a sum of {total:,.9g}, where it was {was['sum']:,.9g}"
            )
    return None


def _of_shape(before: Anchor, now: Anchor) -> Iterator[DepartureError]:
    for name in before["columns"].keys() - now["columns"].keys():
        yield DepartureError(name, "is no longer there")
    for name in now["columns"].keys() - before["columns"].keys():
        yield DepartureError(name, "was not there")
    old, new = before["rows"], now["rows"]
    if abs(new - old) > ROWS * old:
        yield DepartureError("", f"{new:,} rows, where there were {old:,}")


def _of_column(
    name: str, old: Anchor, new: Anchor, rows_before: int, rows_now: int
) -> Iterator[DepartureError]:
    for what, called in (("blank", "blanks"), ("zero", "zeros")):
        if what in old and what in new:
            shares = [n[what] / max(1, r) for n, r in ((old, rows_before), (new, rows_now))]
            if abs(shares[1] - shares[0]) > SHARE:
                yield DepartureError(
                    name, f"{new[what]:,} {called}, where there were {old[what]:,}"
                )
    if "box" in old and "box" in new:
        yield from _of_box(name, old, new)
        return
    if ("sum" in old) != ("sum" in new):
        kinds = {True: "numbers", False: "texts"}
        yield DepartureError(name, f"{kinds['sum' in new]}, where there were {kinds['sum' in old]}")
        return
    if "sum" in old:
        yield from _of_numbers(name, old, new)
    else:
        yield from _of_words(name, old, new, rows_before, rows_now)
    yield from _of_places(name, old, new)


def _of_numbers(name: str, old: Anchor, new: Anchor) -> Iterator[DepartureError]:
    width = _width(old)
    for what, times in (
        *(("median", SPREAD), ("q1", SPREAD), ("q3", SPREAD), ("sum", SPREAD)),
        *(("least", ENDS), ("most", ENDS)),
    ):
        a, b = old[what], new[what]
        if a is None or b is None:
            if a != b:
                yield DepartureError(name, f"{_called(what)} {told(b)}, where it was {told(a)}")
        elif _apart(a, b, times, 0.0 if what == "sum" else width / 2):
            yield DepartureError(name, f"{_called(what)} {told(b)}, where it was {told(a)}")


def _width(old: Anchor) -> float:
    """Distance of the quartiles: what a value may move by and still be of the same kind."""
    return 0.0 if old["q1"] is None else float(old["q3"] - old["q1"])


def _apart(a: float, b: float, times: float, allowed: float) -> bool:
    """Whether a number is another: of the other sign, or so many times as large or small."""
    if abs(b - a) <= allowed or a == b:
        return False
    if a == 0 or b == 0 or (a < 0) != (b < 0):
        return True
    ratio = b / a
    return not 1 / times <= ratio <= times


def _of_words(
    name: str, old: Anchor, new: Anchor, rows_before: int, rows_now: int
) -> Iterator[DepartureError]:
    if "words" in old:
        words = new.get("words", {})
        for word, rows in old["words"].items():
            shares = rows / max(1, rows_before), words.get(word, 0) / max(1, rows_now)
            if abs(shares[1] - shares[0]) > SHARE:
                yield DepartureError(
                    name, f"{words.get(word, 0):,} rows of {word!r}, where there were {rows:,}"
                )
        for word in words.keys() - old["words"].keys():
            yield DepartureError(name, f"{word!r}, which was never there")
    elif _apart(float(old["different"]), float(new["different"]), 1 + ROWS, 1.0):
        yield DepartureError(
            name,
            f"{new['different']:,} different texts, where there were {old['different']:,}",
        )


def _of_box(name: str, old: Anchor, new: Anchor) -> Iterator[DepartureError]:
    if old["unit"] != new["unit"]:
        yield DepartureError(
            name, f"coordinates in {new['unit']}, where they were in {old['unit']}"
        )
    elif any(
        abs(b - a) > BOX[old["unit"]] for a, b in zip(old["box"], new["box"], strict=False)
    ) or len(old["box"]) != len(new["box"]):
        yield DepartureError(name, f"a box of {new['box']}, where it was {old['box']}")


def _of_places(name: str, old: Anchor, new: Anchor) -> Iterator[DepartureError]:
    for place, a in old.get("places", {}).items():
        if place not in new.get("places", {}):
            continue
        b = new["places"][place]
        if isinstance(a, str) or isinstance(b, str):
            if a != b:
                yield DepartureError(name, f"{told(b)}, where it was {told(a)}", place)
        elif a is None or b is None:
            if a is not b:
                yield DepartureError(name, f"{told(b)}, where it was {told(a)}", place)
        elif _apart(float(a), float(b), ENDS, _width(old) if "q1" in old else 0.0):
            yield DepartureError(name, f"{told(b)}, where it was {told(a)}", place)


def _called(what: str) -> str:
    names = {"q1": "first quartile", "q3": "third quartile"}
    return names.get(what, what)


def told(value: object) -> str:
    """A value of a table, in words."""
    if isinstance(value, str):
        return repr(value)
    if value is None or pd.isna(value):
        return "nothing"
    return f"{value:,g}" if isinstance(value, int | float | np.number) else str(value)


def listed(departed: Sequence[DepartureError], most: int = 6) -> str:
    """Departures in one line."""
    more = f"; (+{len(departed) - most})" if len(departed) > most else ""
    return "; ".join(map(str, departed[:most])) + more
