"""What the tables read from a raw file held when it was accepted, and what departs from it.

``data/anchors/<file>.json`` keeps, for each reader of a file and each column it gives: rows,
blanks, zeros, least and most, quartiles, sum, the values of a few named rows, the counts of the
words of a short vocabulary, the box of coordinates. It is written when a file is accepted, and
reviewed in version control. A hash says that a file has changed; anchors say how.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from bassin.errors import SourceError

#: Folder of the anchors in ``data/``.
ANCHORS = "anchors"
#: The commune whose values are kept first, and how many rows are kept in all.
FIRST_PLACE, PLACES = "30007", 5
#: A text column with fewer different words than this has them counted.
VOCABULARY = 30

#: Between two editions: by how much the number of rows may move (part of it), blanks and zeros
#: (part of the rows), a quartile or a sum (times), an end or the value of a kept row (times), the
#: box of coordinates (of its unit: metres, or degrees).
ROWS, SHARE, SPREAD, ENDS, BOX = 0.02, 0.02, 1.5, 3.0, {"metres": 1_000.0, "degrees": 0.01}
#: Fewest rows with a value in both editions for their order to be compared, and what is left of it.
LEAST, ORDER = 8, 0.8

Anchor = Mapping[str, Any]


@dataclass(frozen=True)
class Departure:
    """One way in which a table is not what it was.

    Attributes
    ----------
    column : str
        ``""`` where it is the rows that depart.
    what : str
        In one clause, with the value before and now.
    row : str
        Where it is one row, which.
    """

    column: str
    what: str
    row: str = ""

    def __str__(self) -> str:
        where = f"{self.column}: " if self.column else ""
        return f"{where}{self.what}" + (f" (row {self.row})" if self.row else "")


# -- What a table holds ---------------------------------------------------------------------------


def anchor(table: pd.DataFrame) -> dict[str, Any]:
    """What is kept of a table.

    Parameters
    ----------
    table : DataFrame or GeoDataFrame
        As a reader gives it, indexed by what names its rows.

    Returns
    -------
    dict
        ``rows``; ``columns``, by name: ``blank`` (rows without a value) and, of numbers, ``zero``
        (rows), ``least``, ``q1``, ``median``, ``q3``, ``most``, ``sum``; of texts, ``different``,
        and ``words`` (rows of each) where they are few; of geometries, ``box``; ``places``: the
        values of a few rows by name, where the rows have names.

    Examples
    --------
    >>> found = anchor(pd.DataFrame({"people": [10.0, 0.0]}, index=["30001", "30007"]))
    >>> found["rows"], found["columns"]["people"]["sum"], found["columns"]["people"]["zero"]
    (2, 10.0, 1)
    >>> found["columns"]["people"]["places"]
    {'30007': 0.0, '30001': 10.0}
    """
    kept = _kept_rows(table.index)
    columns = {str(name): _column(table.iloc[:, at], kept) for at, name in enumerate(table)}
    return {"rows": len(table), "columns": columns}


def _kept_rows(index: pd.Index) -> dict[str, int]:
    """Names of a few rows and where they stand: none where the rows are only numbered."""
    if isinstance(index, pd.RangeIndex) or not len(index):
        return {}
    step = max(1, (len(index) - 1) // (PLACES - 1))
    spread = list(range(0, len(index), step))[:PLACES]
    first = index.get_level_values(0)
    town = [int(at) for at in (first == FIRST_PLACE).nonzero()[0][:1]]
    return {_name(index[at]): at for at in [*town, *spread][:PLACES]}


def _name(label: object) -> str:
    return " | ".join(map(str, label)) if isinstance(label, tuple) else str(label)


def _column(values: pd.Series, kept: Mapping[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {"blank": int(values.isna().sum())}
    if hasattr(values, "geom_type"):
        box = values.total_bounds if len(values) else []
        unit = "degrees" if values.crs is not None and values.crs.is_geographic else "metres"
        return {**found, "box": [_short(v) for v in box], "unit": unit}
    if is_numeric_dtype(values) and not is_bool_dtype(values):
        numbers = values.astype(float)
        quartiles = numbers.quantile([0, 0.25, 0.5, 0.75, 1])
        names = ("least", "q1", "median", "q3", "most")
        found |= {"zero": int((numbers == 0).sum())}
        found |= {name: _short(v) for name, v in zip(names, quartiles, strict=True)}
        found["sum"] = _short(float(numbers.sum()))
    else:
        words = values.dropna().astype(str)
        different = int(words.nunique())
        found["different"] = different
        if 0 < different < VOCABULARY:
            found["words"] = {str(w): int(n) for w, n in words.value_counts().sort_index().items()}
    if kept:
        found["places"] = {name: _cell(values.iloc[at]) for name, at in kept.items()}
    return found


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, bool):
        return value
    try:
        return _short(float(value))
    except (TypeError, ValueError):
        return str(value)


def _short(value: float) -> float | None:
    """Nine digits: enough to tell a change, few enough for every processor to agree."""
    return None if math.isnan(value) else float(f"{value:.9g}")


# -- What departs ---------------------------------------------------------------------------------


def departures(before: Anchor, now: Anchor) -> list[Departure]:
    """How a table departs from what it was, by what was kept of both.

    Parameters
    ----------
    before, now : mapping
        As :func:`anchor`.

    Returns
    -------
    list of Departure
        The plainest first: columns, rows, blanks, then values.
    """
    found = [*_of_shape(before, now)]
    for name, old in before["columns"].items():
        new = now["columns"].get(name)
        if new is not None:
            found += _of_column(name, old, new, before["rows"], now["rows"])
    return found


def _of_shape(before: Anchor, now: Anchor) -> Iterator[Departure]:
    for name in before["columns"].keys() - now["columns"].keys():
        yield Departure(name, "is no longer there")
    for name in now["columns"].keys() - before["columns"].keys():
        yield Departure(name, "was not there")
    old, new = before["rows"], now["rows"]
    if abs(new - old) > ROWS * old:
        yield Departure("", f"{new:,} rows, where there were {old:,}")


def _of_column(
    name: str, old: Anchor, new: Anchor, rows_before: int, rows_now: int
) -> Iterator[Departure]:
    for what, called in (("blank", "blanks"), ("zero", "zeros")):
        if what in old and what in new:
            shares = [n[what] / max(1, r) for n, r in ((old, rows_before), (new, rows_now))]
            if abs(shares[1] - shares[0]) > SHARE:
                yield Departure(name, f"{new[what]:,} {called}, where there were {old[what]:,}")
    if "box" in old and "box" in new:
        yield from _of_box(name, old, new)
        return
    if ("sum" in old) != ("sum" in new):
        kinds = {True: "numbers", False: "texts"}
        yield Departure(name, f"{kinds['sum' in new]}, where there were {kinds['sum' in old]}")
        return
    if "sum" in old:
        yield from _of_numbers(name, old, new)
    else:
        yield from _of_words(name, old, new, rows_before, rows_now)
    yield from _of_places(name, old, new)


def _of_numbers(name: str, old: Anchor, new: Anchor) -> Iterator[Departure]:
    width = _width(old)
    for what, times in (
        *(("median", SPREAD), ("q1", SPREAD), ("q3", SPREAD), ("sum", SPREAD)),
        *(("least", ENDS), ("most", ENDS)),
    ):
        a, b = old[what], new[what]
        if a is None or b is None:
            if a != b:
                yield Departure(name, f"{_called(what)} {_told(b)}, where it was {_told(a)}")
        elif _apart(a, b, times, 0.0 if what == "sum" else width / 2):
            yield Departure(name, f"{_called(what)} {_told(b)}, where it was {_told(a)}")


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
) -> Iterator[Departure]:
    if "words" in old:
        words = new.get("words", {})
        for word, rows in old["words"].items():
            shares = rows / max(1, rows_before), words.get(word, 0) / max(1, rows_now)
            if abs(shares[1] - shares[0]) > SHARE:
                yield Departure(
                    name, f"{words.get(word, 0):,} rows of {word!r}, where there were {rows:,}"
                )
        for word in words.keys() - old["words"].keys():
            yield Departure(name, f"{word!r}, which was never there")
    elif _apart(float(old["different"]), float(new["different"]), 1 + ROWS, 1.0):
        yield Departure(
            name,
            f"{new['different']:,} different texts, where there were {old['different']:,}",
        )


def _of_box(name: str, old: Anchor, new: Anchor) -> Iterator[Departure]:
    if old["unit"] != new["unit"]:
        yield Departure(name, f"coordinates in {new['unit']}, where they were in {old['unit']}")
    elif any(
        abs(b - a) > BOX[old["unit"]] for a, b in zip(old["box"], new["box"], strict=False)
    ) or len(old["box"]) != len(new["box"]):
        yield Departure(name, f"a box of {new['box']}, where it was {old['box']}")


def _of_places(name: str, old: Anchor, new: Anchor) -> Iterator[Departure]:
    for place, a in old.get("places", {}).items():
        if place not in new.get("places", {}):
            continue
        b = new["places"][place]
        if isinstance(a, str) or isinstance(b, str):
            if a != b:
                yield Departure(name, f"{_told(b)}, where it was {_told(a)}", place)
        elif a is None or b is None:
            if a is not b:
                yield Departure(name, f"{_told(b)}, where it was {_told(a)}", place)
        elif _apart(float(a), float(b), ENDS, _width(old) if "q1" in old else 0.0):
            yield Departure(name, f"{_told(b)}, where it was {_told(a)}", place)


def moves(before: pd.DataFrame, now: pd.DataFrame) -> list[Departure]:
    """How a table departs from what it was, row by row.

    Parameters
    ----------
    before, now : DataFrame
        What one reader gives of two editions.

    Returns
    -------
    list of Departure
        Rows that are only in one of them, where they are many; columns of numbers whose rows are no
        longer in the same order: shifted, exchanged, or of another subject; columns of texts that
        say something else of most rows.
    """
    if isinstance(before.index, pd.RangeIndex) or isinstance(now.index, pd.RangeIndex):
        return []
    if before.index.has_duplicates or now.index.has_duplicates:
        return []
    found = []
    for what, rows in (
        ("gone", before.index.difference(now.index)),
        ("new", now.index.difference(before.index)),
    ):
        if len(rows) > ROWS * len(before):
            shown = ", ".join(map(_name, rows[:3]))
            found.append(Departure("", f"{len(rows):,} rows are {what}: {shown} ..."))
    both = before.index.intersection(now.index)
    for at, name in enumerate(before):
        if name not in now.columns:
            continue
        old, new = before.iloc[:, at].loc[both], now[name].loc[both]
        if hasattr(old, "geom_type"):
            continue
        if is_numeric_dtype(old) and is_numeric_dtype(new):
            order = _order(old.astype(float), new.astype(float))
            if order < ORDER:
                found.append(Departure(str(name), f"rows keep their order by {order:.2f} of 1"))
        elif len(both) and (old.astype(str) != new.astype(str)).mean() > SHARE:
            changed = (old.astype(str) != new.astype(str)).to_numpy()
            one = both[changed][0]
            found.append(
                Departure(
                    str(name),
                    f"{changed.sum():,} of {len(both):,} rows say something else: {new[one]!r}, "
                    f"where it was {old[one]!r}",
                    _name(one),
                )
            )
    return found


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
    if value is None:
        return "nothing"
    return repr(value) if isinstance(value, str) else f"{value:,g}"


# -- On disk --------------------------------------------------------------------------------------


def path_of(root: Path, file: str) -> Path:
    """Where the anchors of a raw file are kept, under the ``data/`` folder."""
    return root / ANCHORS / f"{file}.json"


def read(root: Path, file: str) -> Anchor | None:
    """Anchors of a raw file: ``sha256``; ``tables``, by call of a reader; ``None`` where none are.

    Raises
    ------
    SourceError
        If they are no JSON, or lack one of the two.
    """
    path = path_of(root, file)
    if not path.is_file():
        return None
    try:
        held: Anchor = json.loads(path.read_text(encoding="utf-8"))
        _ = held["sha256"], held["tables"].items()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(f"{path}: no anchors ({error}). Restore it from git.") from error
    return held


def text(sha256: str, tables: Mapping[str, Anchor]) -> str:
    """Anchors as they are written."""
    return dumped({"sha256": sha256, "tables": dict(tables)})


def dumped(held: Mapping[str, Any]) -> str:
    """Anchors as text: a line a column, so that a reviewer sees which moved."""
    lines = [f' "sha256": {json.dumps(held["sha256"])}']
    if held.get("accepted"):
        lines.append(f' "accepted": {json.dumps(held["accepted"], ensure_ascii=False)}')
    tables = []
    for call in sorted(held["tables"]):
        kept = held["tables"][call]
        columns = ",\n".join(
            f"   {json.dumps(name, ensure_ascii=False)}: "
            f"{json.dumps(kept['columns'][name], ensure_ascii=False, sort_keys=True)}"
            for name in kept["columns"]
        )
        head = f'  {json.dumps(call, ensure_ascii=False)}: {{"rows": {kept["rows"]}, "columns": {{'
        tables.append(f"{head}\n{columns}\n  }}}}" if columns else f"{head}}}}}")
    lines.append(' "tables": {\n' + ",\n".join(tables) + "\n }" if tables else ' "tables": {}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def listed(departed: Sequence[Departure], most: int = 6) -> str:
    """Departures in one line."""
    more = f"; and {len(departed) - most} more" if len(departed) > most else ""
    return "; ".join(map(str, departed[:most])) + more
