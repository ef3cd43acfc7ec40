"""How a table departs from what it was row by row, two tables side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from bassin.files.anchors import name_of
from bassin.files.blocks import unlike
from bassin.files.departures import ROWS, DepartureError, told
from bassin.files.drawn import elsewhere

Bools = npt.NDArray[np.bool_]

#: Fewest rows with a value in both editions for their order to be compared, and what is left of it.
LEAST, ORDER = 8, 0.8
#: Fewer rows than this part of a column of numbers that change while all others stay are told.
FEW = 0.05
#: What part of a column's rows must be those of another for the two to have been exchanged.
TRADED = 0.9
#: What the names of rows are called, where they are compared as a column.
KEY = "row_name"


def moves(before: pd.DataFrame, now: pd.DataFrame, *, same: bool = False) -> list[DepartureError]:
    """How a table departs from what it was, row by row.

    Parameters
    ----------
    before, now : DataFrame
        What one reader gives of two editions.
    same : bool
        Whether both say that they are of the same vintage: then whatever differs departs.

    Returns
    -------
    list of DepartureError
        Rows that are only in one of them, where they are many, or where nothing else has changed;
        columns of numbers whose rows are no longer in the same order: shifted, exchanged, or of
        another subject; columns that say what another said; columns of texts that say something
        else; columns of which a few rows alone have changed, as by an erratum, or by mistake;
        columns that have not moved as one (:mod:`bassin.files.blocks`).
    """
    if _numbered(before) or _numbered(now):
        if len(before) != len(now):
            return [*_rows_alone(before, now, same)]
        before, now = _as_they_follow(before), _as_they_follow(now)
    return [*_of_rows(before, now, same), *_of_years(before, now)]


def _numbered(table: pd.DataFrame) -> bool:
    """Whether the rows of a table have no name of their own: they are compared as they follow."""
    return isinstance(table.index, pd.RangeIndex) or bool(table.index.has_duplicates)


def _as_they_follow(table: pd.DataFrame) -> pd.DataFrame:
    """A table whose rows are numbered; what named some of them alike is a column."""
    plain = table.reset_index(drop=True)
    if not isinstance(table.index, pd.RangeIndex):
        plain.insert(0, KEY, [name_of(label) for label in table.index], allow_duplicates=True)
    return plain


def _rows_alone(before: pd.DataFrame, now: pd.DataFrame, same: bool) -> Iterator[DepartureError]:
    """Rows that are gone, or new, while all the others are as they were."""
    old, new = (
        Counter(pd.util.hash_pandas_object(pd.DataFrame(t).astype(str), index=False))
        for t in (before, now)
    )
    for what, some, others in (("gone", old, new), ("new", new, old)):
        lone = (some - others).total()
        rest = (others - some).total()
        if lone and (same or not rest):
            told_of = f", and {rest:,} others" if rest else ", and all the others as they were"
            yield DepartureError("", f"{lone:,} rows are {what}{told_of}")


def _of_rows(before: pd.DataFrame, now: pd.DataFrame, same: bool) -> Iterator[DepartureError]:
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
        if len(rows) > ROWS * len(before) or (len(rows) and (same or (alike and pairs))):
            shown = ", ".join(map(name_of, rows[:3]))
            yield DepartureError("", f"{len(rows):,} rows are {what}: {shown} ...")
    for name, other, rows in _traded(pairs):
        yield DepartureError(name, f"says what {other} said of {rows:.0%} of the rows")
    for name, (old, new) in pairs.items():
        found = [*_of_cells(name, old, new, changed[name])]
        yield from found
        if same and not found and changed[name].any():
            yield _corrected(name, old, new, changed[name])


def _of_cells(
    name: str, old: pd.Series, new: pd.Series, changed: Bools
) -> Iterator[DepartureError]:
    """How the rows of one column have changed."""
    rows = int(changed.sum())
    one = old.index[changed][0] if rows else None
    drawn = hasattr(old, "geom_type")
    if len(old) >= LEAST and 0 < rows <= max(2, FEW * len(old)):
        was = "" if drawn else f": {told(new[one])}, where it was {told(old[one])}"
        what = f"{rows:,} of {len(old):,} rows alone have changed{was}"
        yield DepartureError(name, what, name_of(one))
    elif drawn:
        if rows:
            for what, row in elsewhere(old, new):
                yield DepartureError(name, what, name_of(row))
    elif is_numeric_dtype(old) and is_numeric_dtype(new):
        yield from _of_numbers(name, old, new) if rows else ()
    elif rows:
        said = f"{told(new[one])}, where it was {told(old[one])}"
        what = f"{rows:,} of {len(old):,} rows say something else: {said}"
        yield DepartureError(name, what, name_of(one))


def _of_numbers(name: str, old: pd.Series, new: pd.Series) -> Iterator[DepartureError]:
    order = _order(old.astype(float), new.astype(float))
    if order < ORDER:
        yield DepartureError(name, f"rows keep their order by {order:.2f} of 1")
    if not is_bool_dtype(old):
        for what, row in unlike(old.astype(float), new.astype(float)):
            yield DepartureError(name, what, name_of(row))


def _corrected(name: str, old: pd.Series, new: pd.Series, changed: Bools) -> DepartureError:
    """What an edition says otherwise that says it is of the same vintage."""
    row = old.index[changed][0]
    drawn = hasattr(old, "geom_type")
    was = "" if drawn else f": {told(new[row])}, where it was {told(old[row])}"
    what = f"{changed.sum():,} of {len(old):,} rows have changed, in an edition of the same vintage"
    return DepartureError(name, f"{what}{was}", name_of(row))


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
            what = f"says in {year} what it said in {other} of {share:.0%} of the rows"
            yield DepartureError(str(name), what)


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
