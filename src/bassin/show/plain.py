"""Tables of letters, as a terminal shows them."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

#: Columns of a terminal that a table takes at most.
WIDTH = 100
_GAP = "  "


def table(
    header: Sequence[str], rows: Sequence[Sequence[str]], *, left: int, most: int = WIDTH
) -> str:
    """Write a table that fits a terminal; cells of the widest go on in lines below.

    Parameters
    ----------
    header : sequence of str
    rows : sequence of sequence of str
        As many cells as the header has; control characters in them are left out.
    left : int
        How many columns, from the first on, are words; the others are numbers, set to the right.
    most : int
        Columns of the terminal.

    Examples
    --------
    >>> print(table(["commune", "people"], [["La Grand-Combe", "4,927"]], left=1, most=19))
    commune      people
    La            4,927
    Grand-Combe
    """
    every = [[clean(cell) for cell in row] for row in (header, *rows)]
    widths = _widths(every, most)
    lines: list[str] = []
    for row in every:
        cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for line in range(max(map(len, cells))):
            parts = [
                (cell[line] if line < len(cell) else "").ljust(width)
                if place < left
                else (cell[line] if line < len(cell) else "").rjust(width)
                for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
            ]
            lines.append(_GAP.join(parts).rstrip())
    return "\n".join(lines)


def clean(text: str) -> str:
    r"""Text that does nothing to a terminal: no control characters, blanks of one kind.

    Examples
    --------
    >>> clean("4.2\N{NO-BREAK SPACE}%\x1b[31m")
    '4.2 %[31m'
    """
    spaced = "".join(" " if unicodedata.category(one) == "Zs" else one for one in text)
    return "".join(one for one in spaced if unicodedata.category(one) not in ("Cc", "Cf"))


def _widths(every: Sequence[Sequence[str]], most: int) -> list[int]:
    """Width of each column: the widest are made narrower until all fit, but for whole words."""
    columns = [*zip(*every, strict=True)]
    widths = [max(1, *map(len, column)) for column in columns]
    words = [max([1, *map(len, " ".join(column).split())]) for column in columns]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > most:
        room = [width - word for width, word in zip(widths, words, strict=True)]
        if max(room) == 0:
            break
        widths[max(range(len(widths)), key=lambda place: (room[place] > 0, widths[place]))] -= 1
    return widths


def _wrapped(cell: str, width: int) -> list[str]:
    kept = textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False)
    return kept or [""]
