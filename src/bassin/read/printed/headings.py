"""The headings of the study's text."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import integers, read_delimited
from bassin.read._parse import numbers as to_numbers
from bassin.read._schema import check_schema, text, whole
from bassin.read.printed._text import of_text

HEADINGS = "headings.csv"

#: Levels of a heading: a part of the study, its sections and theirs, or a box set apart from them.
LEVELS = ("1", "2", "3", "box")


@of_text(HEADINGS)
def headings(sources: Sources, epci: str) -> pd.DataFrame:
    """Headings of the study's text, those of figures and notes left out.

    Returns
    -------
    DataFrame
        Index ``line`` (of the text, from 1; the first of the heading); ``level`` (of
        :data:`LEVELS`), ``heading`` (in French, as printed, on one line), ``until`` (last line of a
        box; NaN for the others, which run to the next).

    Raises
    ------
    DataError
        If headings are out of order, or a box does not say where it ends before the next heading.
    """
    file = of_study(epci, HEADINGS)
    names = ["line", "level", "heading", "until"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table["line"] = integers(table["line"], file)
    table["until"] = to_numbers(table["until"], file)
    table = table.set_index("line")
    columns = {
        "level": pa.Column(str, pa.Check.isin(LEVELS)),
        "heading": text(),
        "until": whole(nullable=True),
    }
    check_schema(table, file, columns, pa.Index("int64", pa.Check.ge(1), unique=True))
    lines = table.index.to_series()
    following = lines.shift(-1, fill_value=int(lines.iloc[-1]) + 1)
    boxed = table["level"] == "box"
    faults = {
        "line": (lines.diff() < 0, "out of order"),
        "until": (
            (boxed != table["until"].notna())
            | (table["until"] <= lines)
            | ((table["until"] >= following) & (lines != lines.iloc[-1])),
            "a box ends after its heading and before the next, and nothing else has an end",
        ),
    }
    for column, (wrong, what) in faults.items():
        if wrong.any():
            raise DataError(file, what, column=column, row=int(wrong.idxmax()))
    return table


def heading_at(table: pd.DataFrame, line: int) -> str:
    """Heading that a line of the text stands under.

    Parameters
    ----------
    table : DataFrame
        As :func:`headings`.
    line : int
        From 1. A note at the foot of a page stands under what its page ends with.

    Returns
    -------
    str
        That of the box the line is in, else the nearest above it; empty above the first.

    Examples
    --------
    >>> table = pd.DataFrame(
    ...     {"level": ["1", "box"], "heading": ["Mines", "A pit"], "until": [float("nan"), 8]},
    ...     index=[1, 5],
    ... )
    >>> [heading_at(table, line) for line in (4, 6, 9)]
    ['Mines', 'A pit', 'Mines']
    """
    above = table[table.index <= line]
    left = above["until"] < line
    standing = above.loc[~left, "heading"]
    return "" if standing.empty else str(standing.iloc[-1])
