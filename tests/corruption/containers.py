"""Raw files as tables of cells that can be changed, and written as the publisher writes them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

import geopandas as gpd
import pandas as pd
from python_calamine import CalamineWorkbook
from tests.corruption.books import book_of, sheet_xml

#: How often a row has so many cells that it is one of the table.
ENOUGH = 0.5


@dataclass(frozen=True)
class Container:
    """The table of a file.

    Attributes
    ----------
    cells : DataFrame
        Its rows, texts as they are written, or the types of the container; the header in
        ``columns``, a name twice as in the file. A vector file has ``geometry``.
    write : callable
        The bytes of the file with other cells.
    """

    cells: pd.DataFrame
    write: Callable[[pd.DataFrame], bytes]


def opened(file: str, data: bytes, wanted: set[str]) -> Container | None:
    """Open a file; the sheet or member that has most of the columns wanted.

    ``None`` where the file is none of the kinds known here.
    """
    kind = PurePath(file.removesuffix(".gz")).suffix
    if kind == ".csv":
        plain = gzip.decompress(data) if file.endswith(".gz") else data
        table = _delimited(plain, wanted)
        pack = (lambda b: gzip.compress(b, 1, mtime=0)) if file.endswith(".gz") else (lambda b: b)
        return Container(table.cells, lambda cells: pack(table.write(cells)))
    if kind == ".zip":
        return _archive(data, wanted)
    if kind == ".xlsx":
        return _workbook(data, wanted)
    if kind == ".json":
        rows = json.loads(data)
        return Container(
            pd.DataFrame(rows, dtype=object),
            lambda cells: json.dumps(_records(cells), ensure_ascii=False).encode(),
        )
    if kind == ".geojson":
        return _geojson(data)
    if kind == ".parquet":
        return _parquet(data)
    return None


def _delimited(data: bytes, wanted: set[str]) -> Container:
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    encoding = "utf-8"
    try:
        content = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
        content = data.decode(encoding)
    lines = content[:20_000].splitlines()
    at = max(range(min(10, len(lines))), key=lambda n: sum(name in lines[n] for name in wanted))
    sep = max(",;\t|", key=lines[at].count)
    end = "\r\n" if "\r\n" in content[:20_000] else "\n"
    above = end.join(lines[:at]) + end if at else ""
    body = content[len(above) :]
    header, *rows = [row for row in csv.reader(io.StringIO(body, newline=""), delimiter=sep) if row]
    open_end = not content.endswith("\n")

    def write(cells: pd.DataFrame) -> bytes:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=sep, lineterminator=end)
        writer.writerow(cells.columns)
        writer.writerows(cells.to_numpy().tolist())
        text = stream.getvalue()
        text = text[: -len(end)] if open_end else text
        return mark + (above + text).encode(encoding, errors="replace")

    return Container(pd.DataFrame(rows, columns=header, dtype=object), write)


def _archive(data: bytes, wanted: set[str]) -> Container:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    tables = [n for n in members if n.lower().endswith(".csv") and not n.lower().startswith("meta")]
    name = max(tables, key=lambda n: len(members[n]))
    table = _delimited(members[name], wanted)

    def write(cells: pd.DataFrame) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for other, content in members.items():
                archive.writestr(other, table.write(cells) if other == name else content)
        return stream.getvalue()

    return Container(table.cells, write)


def _workbook(data: bytes, wanted: set[str]) -> Container:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }

    def known(name: str, row: int) -> int:
        return sum(" ".join(str(cell).split()) in wanted for cell in sheets[name][row])

    places = [(known(n, r), n, r) for n, rows in sheets.items() for r in range(min(16, len(rows)))]
    _, sheet, at = max(places)
    header, rows = sheets[sheet][at], sheets[sheet][at + 1 :]
    cells = pd.DataFrame(rows, columns=[str(cell) for cell in header], dtype=object)

    others = {name: sheet_xml(rows) for name, rows in sheets.items() if name != sheet}

    def write(changed: pd.DataFrame) -> bytes:
        body = [[*changed.columns], *changed.to_numpy().tolist()]
        own = sheet_xml([*sheets[sheet][:at], *body])
        return book_of({name: others.get(name, own) for name in sheets})

    return Container(cells, write)


def _geojson(data: bytes) -> Container:
    collection = json.loads(data)
    rows = [one["properties"] | {"geometry": one["geometry"]} for one in collection["features"]]

    def write(cells: pd.DataFrame) -> bytes:
        features = [
            {
                "type": "Feature",
                "properties": {k: v for k, v in row.items() if k != "geometry"},
                "geometry": row["geometry"],
            }
            for row in _records(cells)
        ]
        return json.dumps({**collection, "features": features}, ensure_ascii=False).encode()

    return Container(pd.DataFrame(rows, dtype=object), write)


def _parquet(data: bytes) -> Container:
    try:
        table = gpd.read_parquet(io.BytesIO(data))
    except ValueError:
        table = pd.read_parquet(io.BytesIO(data))

    def write(cells: pd.DataFrame) -> bytes:
        stream = io.BytesIO()
        typed = cells
        if isinstance(table, gpd.GeoDataFrame):
            typed = gpd.GeoDataFrame(cells, geometry="geometry", crs=table.crs)
        typed.to_parquet(stream, index=False)
        return stream.getvalue()

    return Container(table.reset_index(drop=True), write)


def _records(cells: pd.DataFrame) -> list[dict[str, object]]:
    return [
        {k: None if v is None or v is pd.NA or v != v else v for k, v in row.items()}
        for row in cells.to_dict("records")
    ]
