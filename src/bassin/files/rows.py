"""Rows as the text of a CSV file, the same bytes on every Python."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from bassin.errors import SourceError

#: How pandas must end its lines for :func:`bassin.files.rows.read` to find every cell whole.
END = "\r\n"


def read(text: str) -> list[list[str]]:
    r"""Cells of a CSV text, by row.

    Examples
    --------
    >>> read('a,"b\rc"\r\n')
    [['a', 'b\rc']]
    """
    return list(csv.reader(io.StringIO(text, newline="")))


def written(rows: Iterable[Iterable[object]]) -> str:
    r"""Rows as CSV, each ended by a line feed.

    Before Python 3.13, :mod:`csv` leaves a lone carriage return bare where lines end with a line
    feed, and a reader finds two rows. It quotes what is part of the end of a line: lines are
    written with both, and the first is cut.

    Examples
    --------
    >>> written([["a\rb", "Alès", 1], ["c, d", None, "-"]])
    '"a\rb",Alès,1\n"c, d",,-\n'
    """
    lines = []
    for row in rows:
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator=END).writerow(row)
        lines.append(line.getvalue().removesuffix(END) + "\n")
    return "".join(lines)


def listed(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """Rows of one of the lists of the data folder, each with all its cells.

    Parameters
    ----------
    path : Path
    columns : sequence of str
        Of its header, in this order.

    Raises
    ------
    SourceError
        If it is no such list, or is empty; the message names the row.
    """
    cure = "Write it in UTF-8, or restore it from git."
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: byte {error.start} is not UTF-8. {cure}") from error
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise SourceError(f"{path} is no table to read: {error}. {cure}") from error
    if not lines or tuple(lines[0]) != tuple(columns):
        raise SourceError(f"{path}: its header is to be {','.join(columns)}. {cure}")
    if len(lines) == 1:
        raise SourceError(f"{path} has no row: nothing would be held. Restore it from git.")
    for row in lines[1:]:
        if len(row) != len(columns) or any(not cell.isprintable() for cell in row):
            where = f"{path}, row {', '.join(map(repr, row[:2]))}"
            raise SourceError(f"{where}: give it the {len(columns)} cells of {', '.join(columns)}.")
    return [dict(zip(columns, row, strict=True)) for row in lines[1:]]
