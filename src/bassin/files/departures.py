"""How a table departs from what was read from another edition of its file.

A hash says that a file has changed; what its anchors kept says how, and two tables side by side say
it row by row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import is_numeric_dtype

from bassin.errors import BassinError
from bassin.files.anchors import Anchor, name_of
from bassin.files.drawn import elsewhere

Bools = npt.NDArray[np.bool_]

#: Between two editions: by how much the number of rows may move (part of it), blanks and zeros
#: (part of the rows), a quartile or a sum (times), an end or the value of a kept row (times), the
#: box of coordinates (of its unit: metres, or degrees).
ROWS, SHARE, SPREAD, ENDS, BOX = 0.02, 0.02, 1.5, 3.0, {"metres": 1_000.0, "degrees": 0.01}
#: Fewest rows with a value in both editions for their order to be compared, and what is left of it.
LEAST, ORDER = 8, 0.8
#: Fewer rows than this part of a column of numbers that change while all others stay are told.
FEW = 0.05
#: What part of a column's rows must be those of another for the two to have been exchanged.
TRADED = 0.9


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
        told = f"{column}: {what}" if column else what
        super().__init__(f"{told} (row {row})" if row else told)


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
                yield DepartureError(name, f"{_called(what)} {_told(b)}, where it was {_told(a)}")
        elif _apart(a, b, times, 0.0 if what == "sum" else width / 2):
            yield DepartureError(name, f"{_called(what)} {_told(b)}, where it was {_told(a)}")


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
                yield DepartureError(name, f"{_told(b)}, where it was {_told(a)}", place)
        elif a is None or b is None:
            if a is not b:
                yield DepartureError(name, f"{_told(b)}, where it was {_told(a)}", place)
        elif _apart(float(a), float(b), ENDS, _width(old) if "q1" in old else 0.0):
            yield DepartureError(name, f"{_told(b)}, where it was {_told(a)}", place)


def moves(before: pd.DataFrame, now: pd.DataFrame) -> list[DepartureError]:
    """How a table departs from what it was, row by row.

    Parameters
    ----------
    before, now : DataFrame
        What one reader gives of two editions.

    Returns
    -------
    list of DepartureError
        Rows that are only in one of them, where they are many, or where nothing else has changed;
        columns of numbers whose rows are no longer in the same order: shifted, exchanged, or of
        another subject; columns that say what another said; columns of texts that say something
        else; columns of which a few rows alone have changed, as by an erratum, or by mistake.
    """
    if _numbered(before) or _numbered(now):
        if len(before) != len(now):
            return [*_rows_alone(before, now)]
        before, now = before.reset_index(drop=True), now.reset_index(drop=True)
    return [*_of_rows(before, now), *_of_years(before, now)]


def _numbered(table: pd.DataFrame) -> bool:
    """Whether the rows of a table have no name of their own: they are compared as they follow."""
    return isinstance(table.index, pd.RangeIndex) or bool(table.index.has_duplicates)


def _rows_alone(before: pd.DataFrame, now: pd.DataFrame) -> Iterator[DepartureError]:
    """Rows that are gone, or new, while all the others are as they were."""
    old, new = (
        Counter(pd.util.hash_pandas_object(pd.DataFrame(t).astype(str), index=False))
        for t in (before, now)
    )
    for what, some, others in (("gone", old, new), ("new", new, old)):
        lone = (some - others).total()
        if lone and not (others - some):
            yield DepartureError("", f"{lone:,} rows are {what}, and all the others as they were")


def _of_rows(before: pd.DataFrame, now: pd.DataFrame) -> Iterator[DepartureError]:
    both = before.index.intersection(now.index)
    pairs = {
        str(name): (before.iloc[:, at].loc[both], now[name].loc[both])
        for at, name in enumerate(before)
        if name in now.columns
    }
    changed = {name: _changed(old, new) for name, (old, new) in pairs.items()}
    alike = not any(rows.any() for rows in changed.values())
    for what, rows in (
        ("gone", before.index.difference(now.index)),
        ("new", now.index.difference(before.index)),
    ):
        if len(rows) > ROWS * len(before) or (len(rows) and alike and pairs):
            shown = ", ".join(map(name_of, rows[:3]))
            yield DepartureError("", f"{len(rows):,} rows are {what}: {shown} ...")
    for name, other, rows in _traded(pairs):
        yield DepartureError(name, f"says what {other} said of {rows:.0%} of the rows")
    for name, (old, new) in pairs.items():
        yield from _of_cells(name, old, new, changed[name])


def _of_cells(
    name: str, old: pd.Series, new: pd.Series, changed: Bools
) -> Iterator[DepartureError]:
    """How the rows of one column have changed."""
    rows = int(changed.sum())
    one = old.index[changed][0] if rows else None
    drawn = hasattr(old, "geom_type")
    if len(old) >= LEAST and 0 < rows <= max(2, FEW * len(old)):
        was = "" if drawn else f": {_told(new[one])}, where it was {_told(old[one])}"
        told = f"{rows:,} of {len(old):,} rows alone have changed{was}"
        yield DepartureError(name, told, name_of(one))
    elif drawn:
        if rows:
            for what, row in elsewhere(old, new):
                yield DepartureError(name, what, name_of(row))
    elif is_numeric_dtype(old) and is_numeric_dtype(new):
        order = _order(old.astype(float), new.astype(float))
        if order < ORDER:
            yield DepartureError(name, f"rows keep their order by {order:.2f} of 1")
    elif rows:
        told = f"{rows:,} of {len(old):,} rows say something else: {_told(new[one])}, where it was "
        yield DepartureError(name, f"{told}{_told(old[one])}", name_of(one))


def _of_years(before: pd.DataFrame, now: pd.DataFrame) -> Iterator[DepartureError]:
    """Of a table by place and year, years that changed places."""
    if "year" not in before.index.names or before.index.nlevels < 2 or _numbered(before):
        return
    for at, name in enumerate(before):
        if name not in now.columns or not is_numeric_dtype(before.iloc[:, at]):
            continue
        old, new = before.iloc[:, at].unstack("year"), now[name].unstack("year")
        rows = old.index.intersection(new.index)
        years = {str(y): (old[y].loc[rows], new[y].loc[rows]) for y in old if y in new}
        for year, other, share in _traded(years):
            told = f"says in {year} what it said in {other} of {share:.0%} of the rows"
            yield DepartureError(str(name), told)


def _changed(old: pd.Series, new: pd.Series) -> Bools:
    """Rows of two editions of a column that differ; a blank is one value among others."""
    if hasattr(old, "geom_type") or hasattr(new, "geom_type"):
        return np.asarray(old.to_wkb() != new.to_wkb(), dtype=bool)
    if is_numeric_dtype(old) and is_numeric_dtype(new):
        a, b = (
            old.to_numpy(dtype=float, na_value=np.nan),
            new.to_numpy(dtype=float, na_value=np.nan),
        )
        # Binary fractions of one decimal number may differ in their last digits.
        return np.asarray(~np.isclose(a, b, rtol=1e-9, atol=0, equal_nan=True))
    return np.asarray(old.astype(str) != new.astype(str), dtype=bool)


def _traded(
    pairs: Mapping[str, tuple[pd.Series, pd.Series]],
) -> Iterator[tuple[str, str, float]]:
    """Columns that now say, row by row, what another said: each, that other, of how many rows."""
    varied = {
        name: (old, new)
        for name, (old, new) in pairs.items()
        if not hasattr(old, "geom_type") and old.nunique() >= LEAST and not old.equals(new)
    }
    for name, (own, new) in varied.items():
        stayed = 1 - _changed(own, new).mean()
        for other, (old, _) in varied.items():
            taken = 0.0 if other == name else 1 - _changed(old, new).mean()
            if taken > TRADED and taken > stayed:
                yield name, other, taken


def _order(old: pd.Series, new: pd.Series) -> float:
    """Rank correlation of two editions of a column; 1 where there is too little to compare."""
    known = old.notna() & new.notna()
    if known.sum() < LEAST or old[known].nunique() < LEAST or new[known].nunique() < 2:
        return 1.0
    ranks = old[known].rank().corr(new[known].rank())
    return float(ranks) if pd.notna(ranks) else 1.0


def _called(what: str) -> str:
    names = {"q1": "first quartile", "q3": "third quartile"}
    return names.get(what, what)


def _told(value: object) -> str:
    if isinstance(value, str):
        return repr(value)
    if value is None or pd.isna(value):
        return "nothing"
    return f"{value:,g}" if isinstance(value, int | float | np.number) else str(value)


def listed(departed: Sequence[DepartureError], most: int = 6) -> str:
    """Departures in one line."""
    more = f"; (+{len(departed) - most})" if len(departed) > most else ""
    return "; ".join(map(str, departed[:most])) + more
