"""The list of raw files, ``data/sources.csv``: its columns, and what its cells look like.

One row a file: its hash, its publisher, its licence, and where it came from. A dataset is what a
publisher gives again each year, and a vintage is one of those years: a new one is a row of this
list, and no line of code.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from bassin.errors import SourceError
from bassin.files import rows

MANIFEST = "sources.csv"
RAW = "raw"
COLUMNS = (
    "file",
    "bytes",
    "sha256",
    "rows",
    "dataset",
    "vintage",
    "publisher",
    "title",
    "period",
    "geography",
    "licence",
    "page",
    "obtained_from",
    "status",
    "notes",
)
#: What a file is known by among those of its series.
KEYS = ("dataset", "vintage")
#: What the cells of some columns look like, and what to say of one that does not.
_CELLS = (
    (
        "file",
        r"(?:(?!\.{1,2}/)[^/\\\0]+/)*(?!\.{1,2}$)[^/\\\0]+",
        f"the path of a file under {RAW}, as insee/v_region_2023.csv",
    ),
    ("bytes", r"[0-9]+", "the size of the file, a whole number"),
    ("sha256", r"[0-9a-f]{64}", "the SHA-256 of the file, 64 small hexadecimal digits"),
    ("rows", r"[0-9]*", "the number of rows its reader returns, or leave it empty"),
    (
        "dataset",
        r"(?:[a-z0-9]+(?:[.-][a-z0-9]+)*)?",
        "small letters and digits, with hyphens and dots between, as filosofi.commune; or nothing",
    ),
    (
        "vintage",
        r"(?:[0-9]{4})?",
        "the year the file is of, the last if it has several; or nothing",
    ),
)
#: Of a file some rows of which were typed by hand, from a file that its publisher put out.
TYPED = "typed"
STATUSES = ("raw", "reshaped", TYPED, "derived")


def load(path: Path) -> pd.DataFrame:
    """Read the list, each column as text, ``""`` where empty.

    Parameters
    ----------
    path : Path

    Returns
    -------
    DataFrame
        Index ``file``.

    Raises
    ------
    SourceError
        If it is no such list: the message names the row and the cell.
    """
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, engine="c")
    except FileNotFoundError as error:
        raise SourceError(
            f"{path} is missing: it lists every raw file. Restore it from git."
        ) from error
    except ValueError as error:  # no text in UTF-8, an open quote, a row too long, nothing
        raise SourceError(
            f"{path} is no table to read: {str(error).strip()}. Give every row the "
            f"{len(COLUMNS)} cells of the header, in UTF-8, or restore it from git."
        ) from error
    if not isinstance(table.index, pd.RangeIndex):  # pandas takes the first cells for names
        raise SourceError(f"{path}: its rows have more cells than its header.")
    absent = [column for column in COLUMNS if column not in table]
    if absent:
        raise SourceError(f"{path}: column(s) {', '.join(absent)} missing from the header.")
    refuse_rows(path, table)
    return table.set_index("file")


def refuse_rows(path: Path, table: pd.DataFrame) -> None:
    """Refuse a file or a vintage that is listed twice, and cells that say nothing of use.

    Parameters
    ----------
    path : Path
        For the error.
    table : DataFrame
        With a column ``file``.
    """
    repeated = table.loc[table["file"].duplicated(), "file"]
    if len(repeated):
        raise SourceError(f"{path}: {repeated.iloc[0]} is listed twice. Keep one row.")
    unknown = table.loc[~table["status"].isin(STATUSES)]
    if len(unknown):
        row = unknown.iloc[0]
        raise SourceError(
            f"{path}, row {row['file']}: status {row['status']!r} is none of {', '.join(STATUSES)}."
        )
    for column in COLUMNS:
        broken = table.loc[table[column].str.contains(r"[\x00-\x1f\x7f]")]
        if len(broken):
            row = broken.iloc[0]
            raise SourceError(
                f"{path}, row {row['file']!r}, column {column!r}: {row[column]!r}. Write it "
                "without line breaks, tabs and the like."
            )
    for column, pattern, what in _CELLS:
        wrong = table.loc[~table[column].str.fullmatch(pattern)]
        if len(wrong):
            row = wrong.iloc[0]
            raise SourceError(
                f"{path}, row {row['file']!r}, column {column!r}: {row[column]!r}. Give {what}."
            )
    _refuse_keys(path, table)


def _refuse_keys(path: Path, table: pd.DataFrame) -> None:
    lone = table.loc[(table["dataset"] == "") != (table["vintage"] == "")]
    if len(lone):
        row = lone.iloc[0]
        raise SourceError(
            f"{path}, row {row['file']!r}: dataset {row['dataset']!r}, vintage "
            f"{row['vintage']!r}. Give both, or neither."
        )
    keyed = table.loc[table["dataset"] != ""]
    twice = keyed.loc[keyed.duplicated([*KEYS])]
    if len(twice):
        row = twice.iloc[0]
        same = (keyed["dataset"] == row["dataset"]) & (keyed["vintage"] == row["vintage"])
        raise SourceError(
            f"{path}: {' and '.join(keyed.loc[same, 'file'])} are both vintage {row['vintage']} of "
            f"{row['dataset']}. Keep one row, or give each its own vintage."
        )


def text_of(table: pd.DataFrame) -> str:
    """Write the list as text, from a table as :func:`load` gives it."""
    return rows.written([COLUMNS, *table.reset_index()[[*COLUMNS]].itertuples(index=False)])
