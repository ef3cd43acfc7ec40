"""Text in, numbers out.

Files are parsed as text first. pandas would otherwise turn ``01001`` into ``1001`` and an empty
cell into whatever suits the column, and both give plausible wrong numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._texts import among, fits, floats, frame, unquoted
from bassin.read._unpack import sheet_rows, unpacked, workbook


def read_csv(
    sources: Sources,
    file: str,
    *,
    columns: Sequence[str],
    sep: str = ",",
    encoding: str = "utf-8",
    skip: int = 0,
    open_end: bool = False,
) -> pd.DataFrame:
    """Read some columns of a delimited file as text, empty cells as ``""``.

    Parameters
    ----------
    sources : Sources
    file : str
        Path in the manifest; a name ending in ``.gz`` is unpacked.
    columns : sequence of str
        The columns wanted, by their names in the file. One absent is an error.
    sep, encoding, skip
        Delimiter, encoding, number of lines above the header.
    open_end : bool
        Whether the publisher ends the last line without a line end.

    Raises
    ------
    DataError
        If the bytes are not in ``encoding``, a column is absent, a line has too many cells, or the
        last one does not end.
    """
    data = unpacked(file, sources.read(file))
    return read_delimited(
        file, data, columns=columns, sep=sep, encoding=encoding, skip=skip, open_end=open_end
    )


def header_of(data: bytes, sep: str) -> list[str]:
    r"""Names of the columns of delimited text, as its first line has them.

    Examples
    --------
    >>> header_of(b"codgeo;p13_pop\r\n30007;1", ";")
    ['codgeo', 'p13_pop']
    """
    first = data.partition(b"\n")[0].decode("utf-8-sig", errors="replace")
    return [name.strip() for name in first.split(sep)]


def read_delimited(
    file: str,
    data: bytes,
    *,
    columns: Sequence[str],
    sep: str = ",",
    encoding: str = "utf-8",
    skip: int = 0,
    open_end: bool = False,
    bare: bool = False,
) -> pd.DataFrame:
    """Parse some columns of delimited text, as :func:`read_csv` does, from bytes at hand.

    A list that may be ``bare`` may have no row yet.
    """
    try:
        content = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataError(
            file,
            f"byte {error.start} is not {encoding}",
            cure="It seems saved in another encoding, as Latin-1: keep the file as published; do "
            "not save it from a spreadsheet.",
        ) from error
    if not data:
        raise DataError(file, "it is empty", cure="Fetch it again, and keep it as published.")
    if not open_end and not content.endswith("\n"):
        raise DataError(
            file,
            "the last line does not end",
            row=f"line {content.count(chr(10)) + 1}",
            cure="The file was cut: use it as published, to its last byte.",
        )
    stream = io.StringIO(content, newline="")
    lines = csv.reader(stream, delimiter=sep, strict=True)
    try:
        for _ in range(skip):
            next(lines)
        header = next(lines)
        require(file, header, columns)
        at = [header.index(column) for column in columns]
        cells = unquoted(content[stream.tell() :], len(header), at, sep)
        if cells is None:
            cells = _picked(file, lines, len(header), at)
    except (csv.Error, StopIteration) as error:
        raise DataError(
            file, f"no table to read: {str(error) or 'it ends early'}", row=f"line {lines.line_num}"
        ) from error
    if not bare:
        require_rows(file, cells[0])
    return frame(columns, cells)


def _picked(file: str, lines: Any, width: int, at: Sequence[int]) -> list[list[str]]:
    """Some columns of the rows that are left, each of which must be as wide as the header."""
    rows = []
    for row in filter(None, lines):
        if len(row) != width:
            raise _cut(file, len(row), width, lines.line_num)
        rows.append([row[i] for i in at])
    return [[row[i] for row in rows] for i in range(len(at))]


def _cut(file: str, cells: int, columns: int, line: int) -> DataError:
    """Say of a line that pandas would pad, where it is short, or shift in silence."""
    return DataError(
        file,
        f"{cells} cells where the header has {columns}",
        row=f"line {line}",
        cure="The line was cut, or a cell holds the separator. Use the published file.",
    )


def read_sheet(
    sources: Sources,
    file: str,
    sheet: str,
    *,
    columns: Sequence[str] | None,
    header: int,
    units: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Read a sheet of a workbook as text, empty cells as ``""``.

    Parameters
    ----------
    sources : Sources
    file, sheet : str
        The workbook and the sheet's name.
    columns : sequence of str, or None
        The columns wanted, by their names in the header; all of them if ``None``.
    header : int
        Row of the header, counted from 1 as a spreadsheet shows it.
    units : mapping of str to str, optional
        Where a row of units follows the header: regular expression of the name of a column to the
        unit that is due below it.

    Raises
    ------
    DataError
        If the sheet or a column is absent, or the sheet says another unit.
    """
    names, body = sheet_cells(sources, file, sheet, header=header)
    wanted = list(columns) if columns is not None else [n for n in names if n]
    require(f"{file} [{sheet}]", names, wanted)
    at = [names.index(column) for column in wanted]
    if units is not None:
        _require_units(f"{file} [{sheet}]", names, body[0] if body else [], units)
        body = body[1:]
    require_rows(f"{file} [{sheet}]", body)
    # A sheet ends with rows that hold nothing, and may have some between.
    rows = [row for row in ([cell_text(row[i]) for i in at] for row in body) if any(row)]
    return frame(wanted, [[row[i] for row in rows] for i in range(len(at))])


def _require_units(
    file: str, names: Sequence[str], row: Sequence[Any], units: Mapping[str, str]
) -> None:
    for name, cell in zip(names, row, strict=False):
        said = " ".join(str(cell).split())
        for pattern, unit in units.items():
            if re.fullmatch(pattern, name) and said != unit:
                raise DataError(
                    file,
                    f"{said!r} is its unit, where {unit!r} is due",
                    column=name,
                    row="units",
                    cure="The values are of another unit: use the workbook as published.",
                )


def sheet_cells(
    sources: Sources, file: str, sheet: str | Callable[[Sequence[str]], str], *, header: int
) -> tuple[list[str], list[list[Any]]]:
    """Names in the header of a sheet, and the rows below it, as the workbook types them.

    The sheet is a name, or a function that chooses one of those there are.

    Raises
    ------
    DataError
        If the sheet is absent, or ends above its header.
    """
    book = workbook(sources, file)
    sheet = sheet if isinstance(sheet, str) else sheet(book.sheet_names)
    rows = sheet_rows(file, book, sheet)
    if len(rows) < header:
        raise DataError(
            f"{file} [{sheet}]",
            f"{len(rows)} row(s), where the header is due on row {header}",
            cure="Use the workbook as published.",
        )
    return [" ".join(str(cell).split()) for cell in rows[header - 1]], rows[header:]


def require_rows(file: str, rows: Sequence[object] | pd.Index) -> None:
    if not len(rows):
        raise DataError(
            file, "no row below the header", cure="The file was cut: use it as published."
        )


def cell_text(value: Any) -> str:
    """Text of a spreadsheet cell; a whole number loses the ``.0`` that spreadsheets add."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def require(file: str, names: Sequence[str], wanted: Iterable[str]) -> None:
    times = Counter(names)
    for column in wanted:
        if column not in times:
            raise DataError(
                file,
                f"no such column; the header reads {', '.join(names[:12])}"
                + (" ..." if len(names) > 12 else ""),
                column=column,
                cure="The publisher's format has changed, or this is another file.",
            )
        if times[column] > 1:
            raise DataError(
                file,
                "twice in the header: which one is meant cannot be told",
                column=column,
                cure="Use the file as published.",
            )


def numbers(
    values: pd.Series,
    file: str,
    *,
    decimal: str = ".",
    missing: Iterable[str] = ("",),
    exponents: bool = False,
) -> pd.Series:
    """Turn a text column into floats, refusing whatever is not a number.

    Parameters
    ----------
    values : Series of str
        Its index labels name the row in an error.
    file : str
        For the error message.
    decimal : str
        Decimal mark of the file.
    missing : iterable of str
        Marks that mean "not published for this place": they become NaN.
    exponents : bool
        Whether the file writes small numbers as ``1.5e-05``; elsewhere that is no number.

    Raises
    ------
    DataError
        Naming the first cell that is neither a number nor a missing mark.
    """
    absent = among(values, missing)
    # A point where decimals have a comma would be a thousands separator or another file's habit,
    # and pandas takes `1e3`, `+5`, ` 5`, `inf` and the digits of other scripts for numbers.
    power = "(?:e-?[0-9]+)?" if exponents else ""
    bad = ~absent & ~fits(values, rf"-?[0-9]+(?:{re.escape(decimal)}[0-9]+)?{power}")
    if bad.any():
        at = int(bad.argmax())
        raise DataError(
            file,
            f"{values.iloc[at]!r} is not a number"
            + ("" if decimal == "." else f": decimals are marked {decimal!r}"),
            column=str(values.name),
            row=values.index[at],
            cure="If it is a new mark for secrecy or a missing value, declare it in the reader.",
        )
    found = floats(values, absent, decimal=decimal)
    return pd.Series(found, index=values.index, name=values.name)


def masked_numbers(
    values: pd.Series,
    file: str,
    *,
    decimal: str = ".",
    secret: Iterable[str] = ("s",),
    missing: Iterable[str] = ("", "nd"),
) -> tuple[pd.Series, pd.Series]:
    """Turn a text column with secrecy marks into floats and a status.

    Returns
    -------
    values : Series of float
        NaN where secret or missing.
    status : Series of str
        ``"published"``, ``"secret"`` (masked by statistical secrecy) or ``"missing"`` (not
        published for this place), so that the two kinds of NaN stay apart.
    """
    secret, missing = list(secret), list(missing)
    status = pd.Series(PUBLISHED, index=values.index, dtype=str, name=f"{values.name}_status")
    status[values.isin(secret)] = SECRET
    status[values.isin(missing)] = MISSING
    return numbers(values, file, decimal=decimal, missing=[*secret, *missing]), status


def integers(values: pd.Series, file: str, **kwargs: Any) -> pd.Series:
    """Turn a text column into whole numbers; as :func:`numbers`, but nothing may be missing."""
    result = numbers(values, file, missing=(), **kwargs)
    fraction = (result != np.floor(result)).to_numpy() | ~np.isfinite(result.to_numpy())
    if fraction.any():
        at = int(fraction.argmax())
        raise DataError(
            file,
            f"{values.iloc[at]!r} is not a whole number",
            column=str(values.name),
            row=values.index[at],
        )
    return result.astype("int64")
