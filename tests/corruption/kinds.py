"""Ways in which a file goes wrong when it is replaced, saved anew, cut or sent in pieces."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import geopandas as gpd
import numpy as np
import pandas as pd
from tests.fixtures.formats import workbook

NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
CODE = re.compile(r"(?:[0-9]{2}|2[AB])[0-9]{3}|[0-9]{9}|[0-9]{4}|2[AB]|[0-9]{2}")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Table:
    """Cells, and what can be told of their columns.

    Attributes
    ----------
    cells : DataFrame
    amounts : sequence of int
        Positions of the columns that the reader asks for whose cells are mostly amounts.
    key : int or None
        Position of the one that names the rows.
    random : Random
    """

    cells: pd.DataFrame
    amounts: Sequence[int]
    key: int | None
    random: Random

    def one_number(self) -> int | None:
        """One of the columns of amounts."""
        return self.random.choice(self.amounts) if self.amounts else None


def amounts_and_key(cells: pd.DataFrame, used: Sequence[str]) -> tuple[list[int], int | None]:
    """Positions of the columns used that hold amounts, and of the one that names the rows."""
    names = [" ".join(str(name).split()) for name in cells.columns]
    asked = [at for at, name in enumerate(names) if name in used and name != "geometry"]
    codes = [at for at in asked if _is_code(cells.iloc[:, at])]
    amounts = [at for at in asked if at not in codes and _share(cells.iloc[:, at], NUMBER) > 0.4]
    return amounts, next(iter(codes), None)


def _is_code(values: pd.Series) -> bool:
    return _share(values, CODE) > 0.9 and values.nunique() > 0.2 * len(values)


def _share(values: pd.Series, pattern: re.Pattern[str]) -> float:
    shown = values.iloc[:: max(1, len(values) // 400)]
    shown = shown[[not (v is None or v != v or v == "") for v in shown]]
    written = [_text(value) for value in shown]
    return sum(pattern.fullmatch(one) is not None for one in written) / max(1, len(written))


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


Change = Callable[[Table], pd.DataFrame | None]
#: Part of the rows that are changed together, where they are not those of a departement.
BLOCK = 0.1


def _column(
    table: Table, at: int | None, change: Callable[[object], object]
) -> pd.DataFrame | None:
    if at is None:
        return None
    cells = table.cells.copy()
    values = [change(value) for value in cells.iloc[:, at]]
    return _put(cells, at, values)


def _put(cells: pd.DataFrame, at: int, values: Sequence[object]) -> pd.DataFrame:
    names = cells.columns
    cells.columns = range(len(names))
    cells[at] = pd.Series([*values], index=cells.index, dtype=object).infer_objects()
    cells.columns = names
    return cells


def _multiplied(factor: float, *, whole: bool = False) -> Callable[[object], object]:
    """What multiplies one cell, written as its column is; whole numbers stay so, or not."""

    def times(value: object) -> object:
        if isinstance(value, str):
            if not NUMBER.fullmatch(value):
                return value
            if whole and value.lstrip("-").isdecimal():
                return str(round(int(value) * factor))
            mark = "," if "," in value else "."
            digits = f"{float(value.replace(',', '.')) * factor:.6f}".rstrip("0").rstrip(".")
            return digits.replace(".", mark)
        if (
            isinstance(value, bool)
            or value is None
            or not isinstance(value, int | float | np.number)
        ):
            return value
        return round(value * factor) if whole and value == value // 1 else value * factor

    return times


def _times(factor: float, *, whole: bool = False) -> Change:
    return lambda table: _column(table, table.one_number(), _multiplied(factor, whole=whole))


def _part(factor: float, rows: Callable[[Table], Sequence[int]]) -> Change:
    """Multiply one column in some of the rows."""

    def change(table: Table) -> pd.DataFrame | None:
        at, some = table.one_number(), rows(table)
        if at is None or not some:
            return None
        values = [*table.cells.iloc[:, at]]
        for row in some:
            values[row] = _multiplied(factor, whole=True)(values[row])
        return _put(table.cells.copy(), at, values)

    return change


def _of_a_departement(table: Table) -> Sequence[int]:
    at = table.key
    if at is None:
        return []
    starts = [_text(value)[:2] for value in table.cells.iloc[:, at]]
    counts = {one: starts.count(one) for one in {*starts}}
    many = sorted(one for one, rows in counts.items() if rows > 1)
    own = table.random.choice(many) if many else None
    return [row for row, start in enumerate(starts) if start == own]


def _together(table: Table) -> Sequence[int]:
    many = int(BLOCK * len(table.cells))
    first = table.random.randrange(max(1, len(table.cells) - many))
    return range(first, first + many)


def _scattered(table: Table) -> Sequence[int]:
    return sorted(table.random.sample(range(len(table.cells)), int(BLOCK * len(table.cells))))


def _rounded(decimals: int) -> Callable[[object], object]:
    def rounded(value: object) -> object:
        if isinstance(value, str):
            if not NUMBER.fullmatch(value):
                return value
            mark = "," if "," in value else "."
            number = round(float(value.replace(",", ".")), decimals)
            return f"{number:.{max(0, decimals)}f}".replace(".", mark)
        if isinstance(value, bool) or not isinstance(value, int | float | np.number):
            return value
        return value if value != value else type(value)(round(float(value), decimals))

    return rounded


def _less_precise(decimals: int) -> Change:
    return lambda table: _column(table, table.one_number(), _rounded(decimals))


def _rewritten(write: Callable[[str], object], many: bool) -> Change:
    """Write the numbers of a column otherwise: all of them, or one."""

    def change(table: Table) -> pd.DataFrame | None:
        at = table.one_number()
        if at is None:
            return None
        values = [*table.cells.iloc[:, at]]
        rows = [n for n, v in enumerate(values) if NUMBER.fullmatch(_text(v))]
        for row in rows if many else [table.random.choice(rows)]:
            values[row] = write(_text(values[row]))
        return _put(table.cells.copy(), at, values)

    return change


def _rows(keep: Callable[[int], range]) -> Change:
    return lambda table: table.cells.iloc[[*keep(len(table.cells))]].reset_index(drop=True)


def _without_a_departement(table: Table) -> pd.DataFrame | None:
    at = table.key
    if at is None:
        return None
    starts = table.cells.iloc[:, at].map(lambda v: _text(v)[:2])
    gone = table.random.choice(sorted(starts.unique()))
    kept = table.cells[starts != gone]
    return kept.reset_index(drop=True) if len(kept) else None


def _exchanged(table: Table) -> pd.DataFrame | None:
    found = [*table.amounts]
    if len(found) < 2:
        return None
    one, other = table.random.sample(found, 2)
    cells = table.cells.copy()
    a, b = [*cells.iloc[:, one]], [*cells.iloc[:, other]]
    return _put(_put(cells, one, b), other, a)


def _blank(share: float) -> Change:
    def change(table: Table) -> pd.DataFrame | None:
        at = table.one_number()
        if at is None:
            return None
        values = [*table.cells.iloc[:, at]]
        rows = [n for n, v in enumerate(values) if NUMBER.fullmatch(_text(v))]
        many = max(1, int(share * len(rows)))
        nothing = "" if isinstance(values[rows[0]], str) else None
        for row in table.random.sample(rows, many):
            values[row] = nothing
        return _put(table.cells.copy(), at, values)

    return change


def _shifted(which: Callable[[Table], int | None]) -> Change:
    def change(table: Table) -> pd.DataFrame | None:
        at = which(table)
        if at is None:
            return None
        values = [*table.cells.iloc[:, at]]
        return _put(table.cells.copy(), at, [values[-1], *values[:-1]])

    return change


def _codes(write: Callable[[str, int], str], many: int) -> Change:
    def change(table: Table) -> pd.DataFrame | None:
        at = table.key
        if at is None:
            return None
        values = [*table.cells.iloc[:, at]]
        for n, row in enumerate(table.random.sample(range(len(values)), min(many, len(values)))):
            values[row] = write(_text(values[row]), n)
        return _put(table.cells.copy(), at, values)

    return change


def _two_codes(table: Table) -> pd.DataFrame | None:
    at = table.key
    if at is None or len(table.cells) < 2:
        return None
    values = [*table.cells.iloc[:, at]]
    one, other = table.random.sample(range(len(values)), 2)
    values[one], values[other] = values[other], values[one]
    return _put(table.cells.copy(), at, values)


def _named(name: Callable[[str, str], tuple[str, str]]) -> Change:
    """Give two columns of amounts other names, made of their own."""

    def change(table: Table) -> pd.DataFrame | None:
        found = [*table.amounts]
        if len(found) < 2:
            return None
        one, other = table.random.sample(found, 2)
        cells = table.cells.copy()
        names = [*cells.columns]
        names[one], names[other] = name(names[one], names[other])
        cells.columns = pd.Index(names)
        return cells

    return change


def _row_twice(table: Table) -> pd.DataFrame:
    row = table.random.randrange(len(table.cells))
    return pd.concat([table.cells, table.cells.iloc[[row]]], ignore_index=True)


def _moved(change: Callable[[float, float], tuple[float, float]]) -> Change:
    def moved(table: Table) -> pd.DataFrame | None:
        if "geometry" not in table.cells:
            return None
        shapes = table.cells["geometry"]
        if isinstance(shapes, gpd.GeoSeries):
            import shapely

            new = shapely.transform(
                shapes.to_numpy(), lambda xy: np.array([change(x, y) for x, y in xy])
            )
            return table.cells.assign(geometry=new)
        return table.cells.assign(
            geometry=[
                one and {**one, "coordinates": _deep(one.get("coordinates"), change)}
                for one in shapes
            ]
        )

    return moved


def _deep(coordinates: object, change: Callable[[float, float], tuple[float, float]]) -> object:
    if isinstance(coordinates, list) and coordinates and isinstance(coordinates[0], int | float):
        return [*change(coordinates[0], coordinates[1])]
    return [_deep(one, change) for one in coordinates] if isinstance(coordinates, list) else None


#: What is done to the cells, by family.
KINDS: dict[str, Change] = {
    "unit: thousand times": _times(1000),
    "unit: fraction for percent": _times(0.01),
    "unit: francs for euros": _times(6.55957),
    "factor: 1.4": _times(1.4, whole=True),
    "factor: 1 / 1.4": _times(1 / 1.4, whole=True),
    "part of the rows: a departement halved": _part(0.5, _of_a_departement),
    "part of the rows: a departement doubled": _part(2, _of_a_departement),
    "part of the rows: a tenth on end": _part(0.7, _together),
    "part of the rows: a tenth here and there": _part(1.5, _scattered),
    "precision: decimals": _less_precise(0),
    "precision: last digit": _less_precise(-1),
    "rows lost: last tenth": _rows(lambda n: range(int(0.9 * n))),
    "rows lost: every tenth": _rows(lambda n: [i for i in range(n) if i % 10]),  # type: ignore[arg-type, return-value]
    "rows lost: a departement": _without_a_departement,
    "rows lost: one": _rows(lambda n: range(1, n)),
    "rows lost: all": _rows(lambda n: range(0)),
    "rows: one twice": _row_twice,
    "columns exchanged: contents": _exchanged,
    "columns exchanged: names": _named(lambda one, other: (other, one)),
    "column twice in the header": _named(lambda one, _: (one, one)),
    "blank: one cell": _blank(0),
    "blank: a third": _blank(1 / 3),
    "shifted by a row: amounts": _shifted(lambda table: table.one_number()),
    "shifted by a row: codes": _shifted(lambda table: table.key),
    "codes: two exchanged": _two_codes,
    "codes: unknown": _codes(lambda code, n: f"98{n:03d}"[: len(code)].ljust(len(code), "9"), 3),
    "codes: zero lost": _codes(
        lambda code, n: code.lstrip("0") if code[0] == "0" else code[:-1], 50
    ),
    "digits: of another script": _rewritten(lambda text: text.translate(ARABIC), many=True),
    "digits: exponent": _rewritten(lambda text: f"{text.replace(',', '.')}e3", many=False),
    "digits: plus": _rewritten(lambda text: f"+{text}", many=False),
    "digits: infinite": _rewritten(lambda _: "inf", many=False),
    "digits: line end": _rewritten(lambda text: f"{text}\n", many=False),
    "digits: thousands": _rewritten(lambda text: f"1 {text.zfill(3)}", many=False),
    "coordinates: exchanged": _moved(lambda x, y: (y, x)),
    "coordinates: moved": _moved(lambda x, y: (x + 0.5, y + 0.5)),
    "coordinates: another system": _moved(lambda x, y: (x * 111_000, y * 111_000)),
    "cell: one ten times as large": _rewritten(lambda text: _times_text(text, 10), many=False),
}


def _times_text(text: str, factor: int) -> str:
    mark = "," if "," in text else "."
    return f"{float(text.replace(',', '.')) * factor:g}".replace(".", mark)


def _as_text(encoding: str) -> Callable[[bytes], bytes | None]:
    """The text of a file, gzipped or not, in another encoding; nothing where it is no text."""

    def saved(data: bytes) -> bytes | None:
        packed = data.startswith(b"\x1f\x8b")
        try:
            text = (gzip.decompress(data) if packed else data).decode("utf-8-sig")
            written = text.encode(encoding)
        except (UnicodeError, OSError):
            return None
        return gzip.compress(written, 1, mtime=0) if packed else written

    return saved


#: What is done to the bytes.
BYTES: dict[str, Callable[[bytes], bytes | None]] = {
    "container: columns of text": lambda data: b"code;value\n30007;1\n",
    "container: a workbook": lambda data: workbook({"sheet": [["code", "value"], ["30007", 1]]}),
    "container: an old workbook": lambda data: (
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + data[:4096]
    ),
    "container: gzipped once more": lambda data: gzip.compress(data, 1, mtime=0),
    "container: a workbook, gzipped": lambda data: gzip.compress(
        workbook({"sheet": [["code"], ["30007"]]}), 1, mtime=0
    ),
    "container: JSON": lambda data: b'{"code": "30007", "value": 1}',
    "container: UTF-16": _as_text("utf-16"),
    "container: Latin-1": _as_text("cp1252"),
    "cut: in half": lambda data: data[: len(data) // 2],
    "cut: in the last cell": lambda data: data.rstrip(b"\r\n")[:-1],
    "bytes: none": lambda data: b"",
    "bytes: a page of errors": lambda data: b"<!DOCTYPE html><html><title>404</title></html>\n",
    "bytes: one flipped in ten thousand": lambda data: bytes(
        byte ^ 1 if at % 10_000 == 5_000 else byte for at, byte in enumerate(data)
    ),
}
