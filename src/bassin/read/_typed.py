"""Tables that have types of their own, Parquet and JSON: they are checked, cell by cell."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence

import pandas as pd
from pandas.api.types import (
    is_bool_dtype,
    is_datetime64_any_dtype,
    is_numeric_dtype,
    is_string_dtype,
)
from pyarrow.parquet import read_schema

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import require, require_rows
from bassin.read._unpack import json_of, unpacked, unpacking

_AS_PUBLISHED = "Use the file as published."
_DAYS = (datetime.date, pd.Timestamp)
#: Days that a table can hold, to the nanosecond, and the bits of a number that one of them can.
_FIRST, _LAST, _LONGEST = pd.Timestamp("1678-01-01"), pd.Timestamp("2262-01-01"), 1000


def read_parquet(
    sources: Sources,
    file: str,
    *,
    texts: Sequence[str] = (),
    amounts: Sequence[str] = (),
    counts: Sequence[str] = (),
    days: Sequence[str] = (),
) -> pd.DataFrame:
    """Read some columns of a Parquet file, which has types of its own: they are checked.

    Parameters
    ----------
    sources : Sources
    file : str
        Path in the manifest.
    texts, amounts, counts, days : sequence of str
        Columns of text, of numbers (read as float, NaN where there is none), of whole numbers that
        are all there, and of days.

    Returns
    -------
    DataFrame
        The columns, in that order.

    Raises
    ------
    DataError
        If the bytes are no Parquet file, a column is absent, or a cell is of another type.
    """
    data = sources.read(file)
    with unpacking(file, "Parquet file", data):
        table = pd.read_parquet(io.BytesIO(data))
    require(file, [*map(str, table.columns)], [*texts, *amounts, *counts, *days])
    # An index of its own, as pandas may have written, says nothing of the rows.
    typed = _typed(table.reset_index(drop=True), file, texts, [*amounts, *counts], days)
    for name in counts:
        strange = typed[name].isna() | (typed[name] % 1 != 0)
        if strange.any():
            row = strange.idxmax()
            raise DataError(
                file,
                f"{typed.at[row, name]:g} where a whole number is due",
                column=name,
                row=row if not texts else typed.at[row, texts[0]],
                cure=_AS_PUBLISHED,
            )
    return typed.astype(dict.fromkeys(counts, "int64"))


def parquet_header(sources: Sources, file: str) -> list[str]:
    """Names of the columns of a Parquet file.

    Raises
    ------
    DataError
        If the bytes are no Parquet file.
    """
    data = sources.read(file)
    with unpacking(file, "Parquet file", data):
        return [str(name) for name in read_schema(io.BytesIO(data)).names]


def read_records(
    sources: Sources, file: str, *, texts: Sequence[str] = (), amounts: Sequence[str] = ()
) -> pd.DataFrame:
    """Read some columns of JSON that is a list of objects alike, as :func:`read_parquet`.

    A name ending in ``.gz`` is unpacked.

    Raises
    ------
    DataError
        If the bytes are no JSON, or not such a list; else as :func:`read_parquet`.
    """
    rows = json_of(file, unpacked(file, sources.read(file)))
    if not isinstance(rows, list):
        raise DataError(file, "no list of objects", cure="Use the file as published.")
    for row, one in enumerate(rows):
        held = one if isinstance(one, dict) else {}
        absent = [name for name in (*texts, *amounts) if name not in held]
        if absent:
            raise DataError(
                file, "not in this object", column=absent[0], row=row, cure=_AS_PUBLISHED
            )
    table = pd.DataFrame(rows, columns=[*texts, *amounts], dtype=object)
    return _typed(table, file, texts, amounts, ())


def record_header(sources: Sources, file: str) -> list[str]:
    """Names in the first object of JSON that is a list of objects; none where it is none."""
    rows = json_of(file, sources.read(file))
    first = rows[0] if isinstance(rows, list) and rows else None
    return [*first] if isinstance(first, dict) else []


def _typed(
    table: pd.DataFrame,
    file: str,
    texts: Sequence[str],
    amounts: Sequence[str],
    days: Sequence[str],
) -> pd.DataFrame:
    require_rows(file, table.index)
    for name in (*texts, *amounts, *days):
        values = table[name].dropna()
        # A column of one type is asked once, one of objects cell by cell.
        if values.dtype == object:
            kinds = (str,) if name in texts else (int, float) if name in amounts else _DAYS
            found = [isinstance(v, kinds) and _fits(v) for v in values.tolist()]
            right = pd.Series(found, values.index, dtype=bool)
        else:
            kind = is_string_dtype if name in texts else _is_amount if name in amounts else _is_day
            right = pd.Series(kind(values), values.index)
        if not right.all():
            row = right.idxmin()
            wanted = "text" if name in texts else "a number" if name in amounts else "a day"
            raise DataError(
                file,
                f"{_shown(values[row])} where {wanted} is due",
                column=name,
                row=row if name == texts[0] else table.at[row, texts[0]],
                cure=_AS_PUBLISHED,
            )
    found = table[[*texts, *amounts, *days]].astype(dict.fromkeys(amounts, float))
    return found.assign(**{name: _days(table, file, name, texts) for name in days})


def _fits(value: object) -> bool:
    """Whether a value is one of its type: no flag, no whole number beyond what can be counted."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value.bit_length() < _LONGEST
    return not isinstance(value, bool)


def _shown(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and not _fits(value):
        return "a whole number of hundreds of digits"
    return repr(value)


def _days(table: pd.DataFrame, file: str, name: str, texts: Sequence[str]) -> pd.Series:
    """A column of days, of no time zone, in the centuries that can be told."""
    values = table[name]
    if isinstance(values.dtype, pd.DatetimeTZDtype):
        what = f"days in the time zone {values.dtype.tz}: midnight there may be another day here"
        raise DataError(file, what, column=name, row=table.at[0, texts[0]], cure=_AS_PUBLISHED)
    read = pd.to_datetime(values, errors="coerce")
    lost = (read.isna() & values.notna()) | (read < _FIRST) | (read > _LAST)
    if lost.any():
        row = lost.idxmax()
        raise DataError(
            file,
            f"{values[row]} is no day of these centuries",
            column=name,
            row=table.at[row, texts[0]],
            cure=_AS_PUBLISHED,
        )
    return read.astype("datetime64[ns]")


def _is_amount(values: pd.Series) -> bool:
    return bool(is_numeric_dtype(values) and not is_bool_dtype(values))


def _is_day(values: pd.Series) -> bool:
    return bool(is_datetime64_any_dtype(values))
