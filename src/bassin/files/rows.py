"""Rows as the text of a CSV file, the same bytes on every Python."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

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
