"""Tables of written numbers, numbered and captioned like the figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from pandas.api.types import is_float_dtype, is_integer_dtype

from bassin.files.citation import Source
from bassin.show import _check
from bassin.show.bodies import TableBody
from bassin.show.describe import describe_table
from bassin.show.exhibit import Exhibit
from bassin.show.measures import Measure
from bassin.words import number, p_value, spaced, told

ABSENT = "–"  # written where there is no value
AS_NEEDED = "~"  # format of a column of unlike measures: no decimal from 100 up, or of a whole one


def show(
    df: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    formats: Mapping[str, str] | str | None = None,
    labels: Mapping[str, str] | None = None,
    notes: str = "",
    searched: bool = False,
    links: Mapping[str, Sequence[str]] | None = None,
    folded: str = "",
) -> Exhibit:
    """Show a table.

    Parameters
    ----------
    df : DataFrame
        One row a row. A named index, or one with several levels, becomes the leading columns; an
        unnamed range is left out. A missing value is written as a dash, never as zero.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``tab-``.
    formats : mapping or str, optional
        Format specification by column, with its unit after a space where it has one:
        ``{"growth": "+.1f %"}``. Integers are written ``",d"`` and floats ``",.1f"`` by default,
        but those of the index, such as years, as they are. ``"~"`` leaves a decimal only to numbers
        under a hundred that are not whole, for a column of unlike measures; ``"g"`` gives each
        number the decimals it has, for what was copied as printed; ``"p"`` writes a p-value. One
        text is the format of every column of floats.
    labels : mapping, optional
        Header by column or index level; the column's own name by default.
    notes : str
        Set under the table; text or Markdown, as a caption.
    searched : bool
        Give a reader a box that searches the rows, for a long table of words.
    links : mapping, optional
        Column to what each of its cells leads to in the book: a page, relative to the notebooks, or
        the name of an exhibit; an empty text leads nowhere.
    folded : str
        On a page, fold the table under these words: for what few readers want to see.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If the table is empty, a format, a label or a link names a column it does not have, or a
        column has not as many links as cells.

    Examples
    --------
    >>> towns = pd.Index(["Alès", "Salindres"], name="town")
    >>> df = pd.DataFrame({"population": [42000, 3500]}, towns)
    >>> exhibit = show(df, name="tab-towns", caption="Two towns.", source="INSEE")
    >>> exhibit.table.rows
    [['Alès', '42,000'], ['Salindres', '3,500']]
    """
    _check.not_empty(df)
    index = df.index
    shown = not (index.nlevels == 1 and index.name is None and isinstance(index, pd.RangeIndex))
    stubs = index.nlevels if shown else 0
    flat = df.reset_index() if shown else df
    labels = labels or {}
    if isinstance(formats, str):
        formats = {column: formats for column in df if is_float_dtype(df[column])}
    formats = formats or {}
    _check.columns(flat, [*formats, *labels, *(links or {})])
    led = {str(list(flat.columns).index(column)): list(to) for column, to in (links or {}).items()}
    if any(len(to) != len(flat) for to in led.values()):
        raise ValueError(f"{name}: give a link, or an empty text, for each of {len(flat)} rows")

    numeric = [
        _is_number(flat[column]) and (rank >= stubs or column in formats)
        for rank, column in enumerate(flat.columns)
    ]
    written = [
        _numbers(flat[column], formats.get(column)) if is_number else _words(flat[column])
        for column, is_number in zip(flat.columns, numeric, strict=True)
    ]
    head = [str(labels.get(column, column)) for column in flat.columns]
    body = TableBody(
        head=head,
        rows=[list(row) for row in zip(*written, strict=True)],
        numeric=numeric,
        stubs=stubs,
        notes=notes,
        searched=searched,
        links=led,
        folded=folded,
    )
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=describe_table(head, len(flat)),
        data=df,
        table=body,
        measures={
            str(column): _measure(text, formats.get(column, ",.1f"))
            for column, text in zip(flat.columns, head, strict=True)
        },
    )


def _measure(title: str, spec: str) -> Measure:
    """What a column measures, by its header and the format of its numbers."""
    return Measure(title, spec.partition(" ")[2], spec)


def _is_number(series: pd.Series[Any]) -> bool:
    return bool(is_float_dtype(series) or is_integer_dtype(series))


#: Two numbers that a hyphen joins, and nothing else: a range of lines or of years, not a date.
_RANGE = re.compile(
    r"(?<![\w-])"
    r"(?!\d{4}-(?:0[1-9]|1[0-2])(?![\w-]))"  # nor the month of a year
    r"(\d+)-(\d+)(?![\w-])"
)


def _words(series: pd.Series[Any]) -> list[str]:
    return [
        ABSENT if pd.isna(value) else _RANGE.sub("\\1\N{EN DASH}\\2", spaced(told(str(value))))
        for value in series
    ]


def _numbers(series: pd.Series[Any], spec: str | None) -> list[str]:
    if spec is None:
        spec = ",d" if is_integer_dtype(series) else ",.1f"
    if spec == "p":
        return [ABSENT if pd.isna(value) else p_value(float(value)) for value in series]
    form, _, unit = spec.partition(" ")
    if form == AS_NEEDED:
        forms = [",.0f" if abs(v) >= 100 or v == round(v, 0) else ",.1f" for v in series.fillna(0)]
    elif form.endswith("g"):
        forms = [f"{form[:-1]}.{_decimals(value)}f" for value in series.fillna(0)]
    else:
        forms = [form] * len(series)
    convert = int if form.endswith("d") else float
    return [
        ABSENT if pd.isna(value) else number(convert(value), written, unit)
        for value, written in zip(series, forms, strict=True)
    ]


def _decimals(value: float) -> int:
    """Decimals of a number as it was typed.

    Examples
    --------
    >>> _decimals(6.17), _decimals(-16.0)
    (2, 0)
    """
    return len(f"{value:g}".partition(".")[2])
