"""A schema at the door of every reader: ranges, patterns, keys, number of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from numbers import Number

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from bassin.availability import KINDS
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._accepts import accepts
from bassin.read._texts import fits

#: A commune's code: two characters for the departement, of those there are (``2A`` and ``2B`` in
#: Corsica, ``97`` and ``98`` overseas), three digits.
COMMUNE = r"(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-578])\d{3}"

#: A departement's code: of those there are, with three characters overseas.
DEPARTEMENT = r"(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8])"

#: A SIREN number: nine digits.
SIREN = r"\d{9}"


def matches(pattern: str) -> pa.Check:
    """Check that a text is a pattern from its first character to its last, in plain digits.

    The digits of other scripts are none, and a line end after the text is not its end.

    Examples
    --------
    >>> bool(pa.Column(str, matches(SIREN)).validate(pd.Series(["200066918"])).all())
    True
    """

    def fit(values: pd.Series) -> pd.Series:
        return pd.Series(fits(values, pattern), index=values.index)

    return pa.Check(
        fit, name="matches", error=f"matches({pattern})", statistics={"pattern": pattern}
    )


def commune_index(name: str = "code") -> pa.Index:
    """Schema of an index of unique commune codes."""
    return pa.Index(str, matches(COMMUNE), unique=True, name=name)


def count(*, nullable: bool = False) -> pa.Column:
    """Schema of a column of counts or amounts that cannot be negative."""
    return pa.Column(float, pa.Check.ge(0), nullable=nullable)


def whole(*, nullable: bool = False) -> pa.Column:
    """Schema of a column of whole numbers that cannot be negative (float when nullable)."""
    if nullable:
        checks = [pa.Check.ge(0), pa.Check(_is_whole, name="whole_number")]
        return pa.Column(float, checks, nullable=True)
    return pa.Column("int64", pa.Check.ge(0))


def _is_whole(values: pd.Series) -> pd.Series:
    """Whether numbers, none of which is infinite, are whole; one that is missing is not judged."""
    return (values == np.floor(values)) | values.isna()


def availability() -> pa.Column:
    """Schema of a column that says of each number whether it is published, secret or missing."""
    return pa.Column(str, pa.Check.isin(KINDS))


def text(*, pattern: str | None = None, nullable: bool = False) -> pa.Column:
    """Schema of a text column, of a given pattern."""
    check = matches(pattern) if pattern else pa.Check.str_length(min_value=1)
    return pa.Column(str, check, nullable=nullable)


def prose() -> pa.Column:
    """Schema of a column of sentences on one line: no blank one, none that a blank begins or ends.

    Examples
    --------
    >>> bool(pa.Column(str, prose().checks).validate(pd.Series(["Of 2019."])).all())
    True
    """
    blank, control = r"\s\xa0", r"\x00-\x1f\x7f"
    edge = f"[^{blank}{control}]"
    return text(pattern=f"{edge}(?:[^{control}]*{edge})?")


def day() -> pa.Column:
    """Schema of a column of days of the calendar, as ``2023-01-01``."""
    real = pa.Check(
        lambda days: pd.to_datetime(days, format="%Y-%m-%d", errors="coerce").notna(),
        name="is_day",
        error="is_day",
    )
    return pa.Column(str, [matches(r"\d{4}-\d{2}-\d{2}"), real])


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
    check_rows(file, sources, len(table) if rows is None else rows)
    return table


def check_rows(file: str, sources: Sources, found: int) -> None:
    """Compare the number of rows of a file with that recorded in the manifest."""
    expected = sources.rows(file, found)
    if expected is not None and found != expected:
        raise DataError(
            file,
            f"{found} rows read, {expected} recorded in the manifest",
            column="rows",
            cure="Rows were lost or added; a new edition is taken in with `bassin accept`.",
        )


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
    if accepts(table, columns, index, unique=unique):
        return
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
    floats = [at for at, dtype in enumerate(table.dtypes) if dtype.kind == "f"]
    if not np.isinf(table.iloc[:, floats].to_numpy(dtype=float, na_value=np.nan)).any():
        return
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
