"""Series over time, and how many places change between a few dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.charts.axes import (
    HALO,
    MOST_SERIES,
    few,
    look,
    name_ends,
    number_axis,
    with_unit,
)
from bassin.show.describe import describe_lines
from bassin.show.exhibit import Exhibit
from bassin.show.measures import alike
from bassin.show.style import style
from bassin.show.tokens import FAINT, WIDTH
from bassin.words import counted, write

if TYPE_CHECKING:
    pass


def lines(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    ylabel: str,
    fmt: str = ",.0f",
    unit: str = "",
    panels: Sequence[Sequence[str]] | None = None,
    titles: Sequence[str] | None = None,
    apart: bool = False,
    highlight: Sequence[str] | str | None = None,
    vlines: Mapping[float, str] | Sequence[float] | None = None,
    zero: bool = False,
    dates: Mapping[float, str | Phrase] | None = None,
) -> Exhibit:
    """Draw series over time.

    Parameters
    ----------
    table : DataFrame
        One column a series, indexed by year, increasing. Missing values are bridged by the line
        but have no marker.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.
    ylabel : str
        What is measured.
    fmt, unit : str
        As in :func:`bassin.show.text.number`.
    panels : sequence of sequence of str, optional
        Columns of each panel, one above the other, each with a scale of its own; one panel of all
        the columns by default.
    titles : sequence of str, optional
        Title of each panel.
    apart : bool
        Draw each column in a panel of its own, under its name.
    highlight : str or sequence of str, optional
        Columns drawn thicker.
    vlines : mapping or sequence, optional
        Years to mark, with a word each or without.
    zero : bool
        Begin every scale at zero.
    dates : mapping, optional
        How each abscissa is written in the description and the data, where it is no year:
        ``{2014.75: "2014-Q4"}``.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is absent or not numeric, a year comes twice, or there are over eight series.
    """
    _check.not_empty(table)
    _check.unique(table.index, "year")
    _check.unique(table.columns, "series")
    if apart:
        panels, titles = [[column] for column in table], list(table)
    groups = [list(group) for group in panels] if panels is not None else [list(table.columns)]
    columns = list(dict.fromkeys(column for group in groups for column in group))
    _check.columns(table, columns, numeric=True)
    thick = [highlight] if isinstance(highlight, str) else list(highlight or [])
    _check.columns(table, thick)
    few(columns)
    marks = dict(vlines) if isinstance(vlines, Mapping) else dict.fromkeys(vlines or [], "")

    with style():
        figure = Figure(figsize=(WIDTH, 1.0 + 2.7 * len(groups)), layout="constrained")
        axes = figure.subplots(len(groups), 1, sharex=True, squeeze=False)[:, 0]
        for rank, (ax, group) in enumerate(zip(axes, groups, strict=True)):
            _draw_series(ax, table, group, columns, thick)
            if zero:
                ax.set_ylim(bottom=0)
            number_axis(ax.yaxis, fmt)
            ax.margins(x=0.02)
            if titles is not None:
                ax.set_title(titles[rank])
            _mark_years(ax, marks, written=rank == 0)
            if titles is None or list(group) != [titles[rank]]:  # a title names its only series
                name_ends(figure, ax, table, group, columns)
        # Years are whole: no tick at 2012.5.
        axes[-1].xaxis.set_major_locator(MaxNLocator("auto", steps=[1, 2, 5, 10], integer=True))
        figure.supylabel(with_unit(ylabel, unit), fontsize=11)
    told = table[columns].rename(index={at: write(date) for at, date in (dates or {}).items()})
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(Phrase("chart.lines", said=describe_lines(ylabel, told, fmt=fmt, unit=unit))),
        data=told,
        figure=figure,
        measures=alike(told.columns, ylabel, unit, fmt),
    )


def _draw_series(
    ax: Axes,
    table: pd.DataFrame,
    group: Sequence[str],
    columns: Sequence[str],
    thick: Sequence[str],
) -> None:
    """Draw the series of a panel, each with the look it has in all of them."""
    span = float(table.index.max() - table.index.min())
    for column in group:
        known = table[column].dropna()
        drawn = look(columns.index(column)) | _marks(known.index, span)
        if column in thick:
            drawn |= {"linewidth": 3.2, "zorder": 3}
        ax.plot(known, **drawn)


def _mark_years(ax: Axes, marks: Mapping[float, str], *, written: bool) -> None:
    """Draw a line at some years, with a word each where it is to be written."""
    for year, word in marks.items():
        ax.axvline(year, color=FAINT, linewidth=1, linestyle=(0, (2, 2)), zorder=0)
        if word and written:
            ax.annotate(
                word,
                (year, 1),
                (3, -2),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                fontsize=9.5,
                va="top",
                path_effects=HALO,
            )


def slope(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    ylabel: str,
    fmt: str = ",.0f",
    unit: str = "",
    highlight: Sequence[str] | str | None = None,
) -> Exhibit:
    """Draw how many places change between a few dates, some of them named.

    Parameters
    ----------
    table : DataFrame
        One row a place, one column a date, in order; at least two. A place needs a value at every
        date to be drawn.
    ylabel : str
        What is measured.
    highlight : str or sequence of str, optional
        Places in colour, named at the end of their line; all when there are eight or fewer.
    name, caption, source, fmt, unit
        As in :func:`lines`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If there are fewer than two dates, a place comes twice or is not in the table, a column is
        not numeric, or over eight places are highlighted.
    """
    _check.not_empty(table)
    _check.unique(table.index, "place")
    _check.columns(table, table.columns, numeric=True)
    if table.shape[1] < 2:
        raise ValueError("a slope needs two dates at least: give one column a date")
    if highlight is None:
        named = list(table.index) if len(table) <= MOST_SERIES else []
    else:
        named = [highlight] if isinstance(highlight, str) else list(highlight)
    across = table.dropna().T
    _check.columns(across, named)
    few(named)
    at = np.arange(len(across))
    across = across.set_axis(pd.Index(at))

    with style():
        figure = Figure(figsize=(WIDTH, 4.4), layout="constrained")
        ax = figure.subplots()
        rest = across.drop(columns=named)
        if not rest.empty:
            ax.plot(rest, color="#c4c4c4", linewidth=0.9)
        for rank, place in enumerate(named):
            ax.plot(across[place], **look(rank))
        ax.set_xticks(at, [str(column) for column in table.columns])
        ax.set_ylabel(with_unit(ylabel, unit))
        ax.margins(x=0.02)
        ax.grid(visible=False, axis="x")
        number_axis(ax.yaxis, fmt)
        name_ends(figure, ax, across, named, named)
    first, last = table.columns[0], table.columns[-1]
    said = describe_lines(ylabel, table.loc[named].T, fmt=fmt, unit=unit) if named else ylabel
    change = across.iloc[-1] - across.iloc[0]
    alt = Phrase(
        "chart.slope",
        places=counted(across.shape[1], "place"),
        first=str(first),
        last=str(last),
        up=int((change > 0).sum()),
        down=int((change < 0).sum()),
        said=said,
    )
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(alt),
        data=table,
        figure=figure,
        measures=alike(table.columns, ylabel, unit, fmt),
    )


def _marks(years: pd.Index, span: float) -> dict[str, Any]:
    """Which points of a series get a marker: those far enough from the one before to be told.

    Of a long series, such as one by quarter, fewer do: its markers only tell it from the others.
    """
    step = span / (40 if len(years) <= 40 else 14)
    marked: list[int] = []
    for rank, year in enumerate(years):
        if not marked or rank == len(years) - 1 or year - years[marked[-1]] >= step:
            marked.append(rank)
    return {"markevery": marked}
