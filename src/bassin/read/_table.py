"""What every reader shares: text in, numbers out, a schema at the door.

Files are parsed as text first. pandas would otherwise turn ``01001`` into ``1001`` and an empty
cell into whatever suits the column, and both give plausible wrong numbers.
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from numbers import Number
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors
from pyogrio.errors import DataSourceError
from python_calamine import CalamineError, CalamineWorkbook

from bassin.errors import DataError
from bassin.files.sources import Sources

#: A commune's code: two characters for the departement (``2A`` and ``2B`` in Corsica), three
#: digits.
COMMUNE = r"^(?:\d{2}|2[AB])\d{3}$"
#: A SIREN number: nine digits.
SIREN = r"^\d{9}$"

PUBLISHED, SECRET, MISSING = "published", "secret", "missing"


#: Communes that some files give by arrondissement, and the pattern of the codes of these.
ARRONDISSEMENTS = {"75056": r"^751\d\d$", "13055": r"^132\d\d$", "69123": r"^6938\d$"}


P = ParamSpec("P")
Table = TypeVar("Table", bound=pd.DataFrame | pd.Series)


def reused(
    read: Callable[Concatenate[Sources, P], Table],
) -> Callable[Concatenate[Sources, P], Table]:
    """Let a reader that several topics call read its file once for each :class:`Sources`.

    The table is kept with the files it was read from, and read anew when one of them changes. Each
    caller gets a copy of its own, which costs nothing as long as nobody writes to it.
    """

    @wraps(read)
    def reading(sources: Sources, /, *args: P.args, **kwargs: P.kwargs) -> Table:
        key = (read.__module__, read.__qualname__, args, tuple(sorted(kwargs.items())))
        table = sources.kept.get(key, lambda: read(sources, *args, **kwargs))
        return cast(Table, table.copy(deep=False))

    return reading


#: What the libraries that unpack files raise of bytes that are cut short, or are something else.
_DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    KeyError,  # an archive that lacks a file
    zlib.error,
    zipfile.BadZipFile,
    CalamineError,
    DataSourceError,
)


@contextmanager
def unpacking(file: str, kind: str) -> Iterator[None]:
    """Name the file, and what to do, where its container cannot be opened.

    Parameters
    ----------
    file : str
        Path in the manifest.
    kind : str
        What it should be, as ``"workbook"``.

    Raises
    ------
    DataError
        If what is inside finds a container that is damaged, cut short, or of another kind.
    """
    try:
        yield
    except _DAMAGE as error:
        raise DataError(
            file,
            f"no {kind} that can be opened: {error}",
            cure="It was cut short, or is another file: fetch it again, and keep it as published.",
        ) from error


def unpacked(file: str, data: bytes) -> bytes:
    """Content of a file whose name ends in ``.gz``; of any other, its bytes.

    Raises
    ------
    DataError
        If a gzipped file is damaged, or none.
    """
    if not file.endswith(".gz"):
        return data
    with unpacking(file, "gzipped file"):
        return gzip.decompress(data)


def workbook(sources: Sources, file: str) -> CalamineWorkbook:
    """Open a workbook.

    Raises
    ------
    DataError
        If it is damaged, or none.
    """
    stream = sources.open(file)
    with unpacking(file, "workbook"):
        return CalamineWorkbook.from_filelike(stream)


def arrondissements_of(codes: pd.Index) -> pd.Series:
    """Commune of each arrondissement of Paris, Marseille and Lyon among some codes.

    Returns
    -------
    Series of str
        Indexed by the codes that are arrondissements; empty where there is none.
    """
    found = {
        code: commune
        for commune, pattern in ARRONDISSEMENTS.items()
        for code in codes[codes.str.match(pattern)]
    }
    return pd.Series(found, dtype=str)


def add_up_arrondissements(counts: pd.DataFrame) -> pd.DataFrame:
    """Replace the arrondissements in a table of counts by their communes, in the order of codes.

    Parameters
    ----------
    counts : DataFrame
        Additive columns, indexed by unique codes. A commune with a missing arrondissement is
        missing.

    Raises
    ------
    ValueError
        If a commune stands beside its own arrondissements: it would be counted twice.
    """
    communes = arrondissements_of(counts.index)
    if communes.empty:
        return counts
    double = counts.index.intersection(pd.Index(communes.unique()))
    if len(double):
        raise ValueError(f"{double[0]} is given both as a commune and by arrondissement")
    parts = counts.loc[communes.index].groupby(communes)
    whole_cities = parts.sum(skipna=False).astype(counts.dtypes)
    return (
        pd.concat([counts.drop(index=communes.index), whole_cities])
        .sort_index()
        .rename_axis(counts.index.name)
    )


def commune_index(name: str = "code") -> pa.Index:
    """Schema of an index of unique commune codes."""
    return pa.Index(str, pa.Check.str_matches(COMMUNE), unique=True, name=name)


def count(*, nullable: bool = False) -> pa.Column:
    """Schema of a column of counts or amounts that cannot be negative."""
    return pa.Column(float, pa.Check.ge(0), nullable=nullable)


def whole(*, nullable: bool = False) -> pa.Column:
    """Schema of a column of whole numbers that cannot be negative (float when nullable)."""
    if nullable:
        checks = [pa.Check.ge(0), pa.Check(lambda s: s.dropna() % 1 == 0, name="whole_number")]
        return pa.Column(float, checks, nullable=True)
    return pa.Column("int64", pa.Check.ge(0))


def text(*, pattern: str | None = None, nullable: bool = False) -> pa.Column:
    """Schema of a text column, of a given pattern."""
    check = pa.Check.str_matches(pattern) if pattern else pa.Check.str_length(min_value=1)
    return pa.Column(str, check, nullable=nullable)


def read_csv(
    sources: Sources,
    file: str,
    *,
    columns: Sequence[str],
    sep: str = ",",
    encoding: str = "utf-8",
    skip: int = 0,
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

    Raises
    ------
    DataError
        If the bytes are not in ``encoding``, a column is absent, or a line has too many cells.
    """
    data = unpacked(file, sources.read(file))
    return read_delimited(file, data, columns=columns, sep=sep, encoding=encoding, skip=skip)


def read_delimited(
    file: str,
    data: bytes,
    *,
    columns: Sequence[str],
    sep: str = ",",
    encoding: str = "utf-8",
    skip: int = 0,
) -> pd.DataFrame:
    """Parse some columns of delimited text, as :func:`read_csv` does, from bytes at hand."""
    try:
        content = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataError(
            file,
            f"byte {error.start} is not {encoding}",
            cure="Keep the file as published; do not save it from a spreadsheet.",
        ) from error
    lines = csv.reader(io.StringIO(content, newline=""), delimiter=sep, strict=True)
    try:
        for _ in range(skip):
            next(lines)
        header = next(lines)
        _require(file, header, columns)
        at = [header.index(column) for column in columns]
        rows = []
        for row in lines:
            # pandas would pad a short line, and drop or shift the cells of a long one, in silence.
            if len(row) != len(header) and row:
                raise DataError(
                    file,
                    f"{len(row)} cells where the header has {len(header)}",
                    row=f"line {lines.line_num}",
                    cure="The line was cut, or a cell holds the separator. Use the published file.",
                )
            if row:
                rows.append([row[i] for i in at])
    except (csv.Error, StopIteration) as error:
        raise DataError(
            file, f"no table to read: {str(error) or 'it ends early'}", row=f"line {lines.line_num}"
        ) from error
    _require_rows(file, rows)
    return pd.DataFrame(rows, columns=list(columns), dtype=str)


def read_parquet(sources: Sources, file: str, *, columns: Sequence[str]) -> pd.DataFrame:
    """Read some columns of a Parquet file, with the types it gives them.

    Raises
    ------
    DataError
        If the bytes are no Parquet file, or a column is absent.
    """
    try:
        table = pd.read_parquet(sources.open(file))
    except (ValueError, OSError) as error:
        raise DataError(file, f"no Parquet file: {error}", cure="Keep it as published.") from error
    _require(file, list(table.columns), columns)
    _require_rows(file, table.index)
    # An index of its own, as pandas may have written, says nothing of the rows.
    return table[list(columns)].reset_index(drop=True)


def read_sheet(
    sources: Sources,
    file: str,
    sheet: str,
    *,
    columns: Sequence[str] | None,
    header: int,
    units: bool = False,
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
    units : bool
        Whether a row of units follows the header, to be skipped.

    Raises
    ------
    DataError
        If the sheet or a column is absent.
    """
    names, body = sheet_cells(sources, file, sheet, header=header)
    wanted = list(columns) if columns is not None else [n for n in names if n]
    _require(f"{file} [{sheet}]", names, wanted)
    at = [names.index(column) for column in wanted]
    cells = [[cell_text(row[i]) for i in at] for row in body[units:]]
    _require_rows(f"{file} [{sheet}]", cells)
    table = pd.DataFrame(cells, columns=wanted, dtype=str)
    return table.loc[(table != "").any(axis=1)].reset_index(drop=True)


def sheet_cells(
    sources: Sources, file: str, sheet: str, *, header: int
) -> tuple[list[str], list[list[Any]]]:
    """Names in the header of a sheet, and the rows below it, as the workbook types them.

    Raises
    ------
    DataError
        If the sheet is absent, or ends above its header.
    """
    book = workbook(sources, file)
    if sheet not in book.sheet_names:
        raise DataError(
            file,
            f"no sheet {sheet!r}; sheets are {', '.join(book.sheet_names)}",
            cure="Use the workbook as published.",
        )
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    if len(rows) < header:
        raise DataError(
            f"{file} [{sheet}]",
            f"{len(rows)} row(s), where the header is due on row {header}",
            cure="Use the workbook as published.",
        )
    return [" ".join(str(cell).split()) for cell in rows[header - 1]], rows[header:]


def _require_rows(file: str, rows: Sequence[object] | pd.Index) -> None:
    if not len(rows):
        raise DataError(
            file, "no row below the header", cure="The file was cut: use it as published."
        )


def cell_text(value: Any) -> str:
    """Text of a spreadsheet cell; a whole number loses the ``.0`` that spreadsheets add."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _require(file: str, names: Sequence[str], wanted: Iterable[str]) -> None:
    for column in wanted:
        if column not in names:
            raise DataError(
                file,
                f"no such column; the header reads {', '.join(names[:12])}"
                + (" ..." if len(names) > 12 else ""),
                column=column,
                cure="The publisher's format has changed, or this is another file.",
            )
        if list(names).count(column) > 1:
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

    Raises
    ------
    DataError
        Naming the first cell that is neither a number nor a missing mark.
    """
    absent = values.isin(list(missing))
    plain = values.where(~absent, "nan")
    if decimal != ".":
        # A point would be a thousands separator or another file's habit: both misread silently.
        suspect = plain.str.contains(".", regex=False)
        if suspect.any():
            at = int(suspect.to_numpy().argmax())
            raise DataError(
                file,
                f"{values.iloc[at]!r} has a point where decimals are marked {decimal!r}",
                column=str(values.name),
                row=values.index[at],
            )
        plain = plain.str.replace(decimal, ".", regex=False)
    result = pd.to_numeric(plain, errors="coerce").astype(float)
    bad = ~np.isfinite(result) & ~absent
    if bad.any():
        at = int(bad.to_numpy().argmax())
        raise DataError(
            file,
            f"{values.iloc[at]!r} is not a number",
            column=str(values.name),
            row=values.index[at],
            cure="If it is a new mark for secrecy or a missing value, declare it in the reader.",
        )
    return result.rename(values.name)


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
    fraction = result % 1 != 0
    if fraction.any():
        at = int(fraction.to_numpy().argmax())
        raise DataError(
            file,
            f"{values.iloc[at]!r} is not a whole number",
            column=str(values.name),
            row=values.index[at],
        )
    return result.astype("int64")


def check(
    table: pd.DataFrame,
    file: str,
    sources: Sources,
    columns: Mapping[str, pa.Column] | Mapping[int, pa.Column],
    index: pa.Index | pa.MultiIndex | None = None,
    *,
    rows: int | None = None,
    unique: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Validate a table against a schema and the row count recorded in the manifest.

    Parameters
    ----------
    table : DataFrame
    file : str
        The raw file it comes from.
    sources : Sources
        Gives the recorded number of rows.
    columns, index, unique
        The schema: columns (no other may be present), index, and a key of columns.
    rows : int, optional
        Number of rows to compare with the recorded one, where the table is not the whole file.

    Raises
    ------
    DataError
        Naming file, column, row and the check that failed, and how many rows fail in all.
    """
    check_schema(table, file, columns, index, unique=unique)
    expected, found = sources.rows(file), len(table) if rows is None else rows
    if expected is not None and found != expected:
        raise DataError(
            file,
            f"{found} rows read, {expected} recorded in the manifest",
            column="rows",
            cure="Rows were lost or added; if the file is a new edition, record its row count.",
        )
    return table


def check_schema(
    table: pd.DataFrame,
    file: str,
    columns: Mapping[str, pa.Column] | Mapping[int, pa.Column],
    index: pa.Index | pa.MultiIndex | None = None,
    *,
    unique: Sequence[str] | None = None,
) -> None:
    """Validate a table against a schema; a failure names file, column, row and check."""
    if isinstance(table.index, pd.MultiIndex) and table.index.has_duplicates:
        # pandera would name the parts of the key one by one, and no row.
        key = table.index[table.index.duplicated()][0]
        raise DataError(file, "listed twice", column=", ".join(table.index.names), row=key)
    schema = pa.DataFrameSchema(
        dict(columns), index=index, strict=True, unique=list(unique) if unique else None
    )
    _refuse_infinite(table, file)
    try:
        schema.validate(table, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        first = cases.iloc[0]
        column, row, case = first["column"], first["index"], first["failure_case"]
        raise DataError(
            file,
            f"{case if isinstance(case, Number) else repr(case)} fails {first['check']} "
            f"({len(cases)} such cell(s))",
            column=None if pd.isna(column) else str(column),
            row=int(row) if isinstance(row, np.integer) else row,
            cure="Compare the file with the publisher's; the reader's schema says what is allowed.",
        ) from error


def _refuse_infinite(table: pd.DataFrame, file: str) -> None:
    """No publisher counts to infinity, and a check of a range without an end lets it through."""
    for column in table.columns:
        # The columns of tables with one twice are for the schema to refuse.
        values = table[column]
        if isinstance(values, pd.Series) and values.dtype.kind == "f" and np.isinf(values).any():
            raise DataError(
                file,
                "an infinite number",
                column=str(column),
                row=table.index[int(np.isinf(values).to_numpy().argmax())],
                cure="Compare the file with the publisher's.",
            )
