"""Bars by category, and balances by period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.charts.axes import (
    few,
    number_axis,
    row_by_row,
    with_unit,
    wrap,
)
from bassin.show.describe import describe_bars, describe_values
from bassin.show.exhibit import Exhibit
from bassin.show.measures import alike
from bassin.show.style import style
from bassin.show.tokens import INK, OKABE_ITO, WIDTH, Fill, tell_apart
from bassin.words import number, write

if TYPE_CHECKING:
    from matplotlib.artist import Artist


_BALANCE = {
    "natural": Fill("#0072B2"),
    "migratory": Fill("#F3B56B", "///", INK),
}


# Colours of bars: dark and light in turn, so that neighbours differ in grey before any hatch.
_COLORS = [OKABE_ITO[rank] for rank in (0, 5, 2, 6, 1, 7, 3, 4)]


def bars(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    xlabel: str,
    fmt: str = ",.0f",
    unit: str = "",
    stacked: bool = False,
    horizontal: bool = True,
    highlight: Sequence[str] | str | None = None,
) -> Exhibit:
    """Draw bars by category, beside each other or stacked.

    Parameters
    ----------
    table : DataFrame
        One row a category, in the order of display, one column a series. A missing value has no bar
        and is written as not published.
    xlabel : str
        What is measured, on the axis of values.
    stacked : bool
        Stack the series instead of setting them side by side.
    horizontal : bool
        Lay the bars down, which leaves room for the words.
    highlight : str or sequence of str, optional
        Categories whose name is in bold.
    name, caption, source, fmt, unit
        As in :func:`lines`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is not numeric, a category comes twice, there are over eight series, or values
        of both signs are to be stacked.
    """
    _check.not_empty(table)
    _check.unique(table.index, "category")
    _check.unique(table.columns, "series")
    _check.columns(table, table.columns, numeric=True)
    few(table.columns)
    if stacked and (table < 0).any(axis=None) and (table > 0).any(axis=None):
        raise ValueError("values of both signs cannot be stacked: set stacked=False")
    drawing = _Bars(table, fmt, stacked=stacked, horizontal=horizontal)
    with style():
        figure = Figure(figsize=(WIDTH, drawing.height), layout="constrained")
        ax = figure.subplots()
        keys = drawing.draw(ax)
        drawing.name_categories(
            ax, [highlight] if isinstance(highlight, str) else list(highlight or [])
        )
        drawing.frame(ax, with_unit(xlabel, unit))
        if len(keys) > 1:
            _name_series(figure, keys, [str(series) for series in table.columns])
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(Phrase("chart.bars", said=describe_bars(xlabel, table, fmt=fmt, unit=unit))),
        data=table,
        figure=figure,
        measures=alike(table.columns, xlabel, unit, fmt),
    )


@dataclass(frozen=True)
class _Bars:
    """Bars of a table, lying or standing, side by side or stacked."""

    table: pd.DataFrame
    fmt: str
    stacked: bool
    horizontal: bool

    @property
    def at(self) -> np.ndarray[Any, Any]:
        """Where the categories are along their axis."""
        return np.arange(len(self.table))

    @property
    def thick(self) -> float:
        return 0.76 if self.stacked else 0.76 / self.table.shape[1]

    @property
    def height(self) -> float:
        """Of the figure, in inches."""
        if not self.horizontal:
            return 4.2
        n, many = self.table.shape
        row = 0.36 if self.stacked or many == 1 else 0.2 * many + 0.14
        return float(np.clip(1.3 + n * row, 2.2, 12))

    def draw(self, ax: Axes) -> list[Any]:
        """Draw the series; returns one key of the legend each."""
        base = np.zeros(len(self.table))
        keys: list[Any] = []
        fills = tell_apart(_COLORS[: self.table.shape[1]])
        for rank, (series, fill) in enumerate(zip(self.table.columns, fills, strict=True)):
            values = self.table[series].to_numpy(float)
            length = np.nan_to_num(values)
            box = self._boxes(ax, rank, length, base if self.stacked else None, fill)
            self._write(ax, box, values)
            keys.append(box)
            base += length
        if self.stacked:
            _say_absent(ax, self.table, base, horizontal=self.horizontal)
        return keys

    def _boxes(
        self,
        ax: Axes,
        rank: int,
        length: np.ndarray[Any, Any],
        start: np.ndarray[Any, Any] | None,
        fill: Fill,
    ) -> Any:
        shift = 0.0 if self.stacked else (rank - (self.table.shape[1] - 1) / 2) * self.thick
        drawn: dict[str, Any] = {
            "color": fill.color,
            "edgecolor": fill.ink if fill.hatch else "white",
            "hatch": fill.hatch,
        }
        if self.horizontal:
            return ax.barh(self.at + shift, length, self.thick, left=start, **drawn)
        return ax.bar(self.at + shift, length, self.thick, bottom=start, **drawn)

    def _write(self, ax: Axes, box: Any, values: np.ndarray[Any, Any]) -> None:
        """Write each value at the end of its bar, where there is room."""
        if not self.stacked and (self.horizontal or self.table.shape[1] <= 2):
            absent = write(Phrase("chart.absent"))
            written = [absent if np.isnan(v) else number(v, self.fmt) for v in values]
            ax.bar_label(box, written, padding=3, fontsize=9)

    def name_categories(self, ax: Axes, bold: Sequence[str]) -> None:
        """Write the categories along their axis, some in bold."""
        along = ax.yaxis if self.horizontal else ax.xaxis
        width = 30 if self.horizontal else 12
        along.set_ticks(self.at, [wrap(str(category), width) for category in self.table.index])
        along.grid(visible=False)
        along.set_tick_params(length=0)
        for tick, category in zip(along.get_ticklabels(), self.table.index, strict=True):
            tick.set_fontweight("bold" if category in bold else "normal")

    def frame(self, ax: Axes, label: str) -> None:
        """Draw the axis of values, and the line at zero."""
        across = ax.xaxis if self.horizontal else ax.yaxis
        number_axis(across, self.fmt)
        across.set_label_text(label)
        if not self.horizontal:
            ax.margins(x=0.02, y=0.1)
            ax.axhline(0, color=INK, linewidth=1)
            return
        ax.margins(x=0.12, y=0.02)
        ax.invert_yaxis()
        ax.axvline(0, color=INK, linewidth=1)
        # Bars that go left of zero have their axis there; the frame would cross their labels.
        ax.spines["left"].set_visible(bool((self.table.fillna(0) >= 0).all(axis=None)))


def _name_series(figure: Figure, keys: Sequence[Any], names: Sequence[str]) -> None:
    """Write the legend, which reads by row."""
    ncols = 2 if len(keys) == 4 else min(len(keys), 3)
    order = row_by_row(len(keys), ncols)
    figure.legend(
        [keys[i] for i in order],
        [names[i] for i in order],
        loc="outside upper left",
        ncols=ncols,
    )


def balances(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    xlabel: str = "",
    fmt: str = "+.2f",
    unit: str = "%",
) -> Exhibit:
    """Draw natural and migratory balance by period, one panel an area.

    Two signed bars end to end on each side of zero, and a diamond at their sum.

    Parameters
    ----------
    table : DataFrame
        Indexed by area and period, in the order of display, with columns ``natural``,
        ``migratory`` and ``total``.
    xlabel : str
        What is measured; a yearly rate by default.
    name, caption, source, fmt, unit
        As in :func:`lines`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If the index has not two levels, a row comes twice, or a column is absent or not numeric.
    """
    _check.not_empty(table)
    if table.index.nlevels != 2:
        raise ValueError(
            f"the index has {table.index.nlevels} level, not area and period: "
            "call set_index(['area', 'period'])"
        )
    _check.unique(table.index, "area and period")
    parts = [*_BALANCE, "total"]
    _check.columns(table, parts, numeric=True)
    areas = list(dict.fromkeys(table.index.get_level_values(0)))
    periods = list(dict.fromkeys(table.index.get_level_values(1)))
    columns = min(2, len(areas))
    rows = -(-len(areas) // columns)
    at = np.arange(len(periods))

    with style():
        figure = Figure(
            figsize=(WIDTH, 1.1 + rows * (0.55 + 0.3 * len(periods))), layout="constrained"
        )
        axes = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
        for ax in axes.flat[len(areas) :]:
            ax.set_axis_off()
        for ax, area in zip(axes.flat, areas, strict=False):
            part = table.loc[area].reindex(periods)
            ends = {1: np.zeros(len(periods)), -1: np.zeros(len(periods))}
            for balance, fill in _BALANCE.items():
                values = np.nan_to_num(part[balance].to_numpy(float))
                left = np.where(values >= 0, ends[1], ends[-1])
                ax.barh(
                    at,
                    values,
                    0.62,
                    left=left,
                    color=fill.color,
                    edgecolor=fill.ink if fill.hatch else "white",
                    hatch=fill.hatch,
                )
                for sign, end in ends.items():
                    end += np.where(np.sign(values) == sign, values, 0)
            absent = part[parts].isna().any(axis=1).to_numpy()
            for row in at[absent]:
                said = write(Phrase("chart.absent"))
                ax.annotate(said, (0, row), (4, 0), textcoords="offset points", va="center")
            ax.plot(part["total"], at, "D", color="black", markeredgecolor="white", markersize=7)
            ax.axvline(0, color=INK, linewidth=1)
            ax.set_title(wrap(str(area), 26))
            ax.set_yticks(at, [str(period) for period in periods])
            ax.grid(visible=False, axis="y")
            ax.tick_params(axis="y", length=0)
            number_axis(ax.xaxis, fmt)
        axes[0, 0].invert_yaxis()
        rate = xlabel or write(Phrase("balance.rate"))
        figure.supxlabel(with_unit(rate, unit), fontsize=11)
        handles: list[Artist] = [
            Patch(
                facecolor=fill.color,
                edgecolor=fill.ink,
                hatch=fill.hatch,
                label=write(Phrase(f"balance.{balance}")),
            )
            for balance, fill in _BALANCE.items()
        ]
        total = write(Phrase("balance.total"))
        handles.append(
            Line2D([], [], marker="D", color="black", linestyle="", markersize=7, label=total)
        )
        figure.legend(handles=handles, loc="outside upper left", ncols=3)
    described = []
    for area in areas:
        totals = table.loc[area, "total"]
        known = totals.dropna()
        described.append(
            describe_values(
                str(area),
                known,
                fmt=fmt,
                unit=unit,
                place="period",
                missing=len(totals) - len(known),
            )
        )
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(Phrase("chart.balances", areas=described)),
        data=table[parts],
        figure=figure,
        measures=alike({one: write(Phrase(f"balance.{one}")) for one in parts}, rate, unit, fmt),
    )


def _say_absent(
    ax: Axes, table: pd.DataFrame, ends: np.ndarray[Any, Any], *, horizontal: bool
) -> None:
    """Write, at the end of each stack that lacks a part, which one."""
    for rank, (end, absent) in enumerate(zip(ends, table.isna().to_numpy(), strict=True)):
        if absent.any():
            lacking = [str(series) for series in table.columns[absent]]
            ax.annotate(
                write(Phrase("chart.absent_of", series=lacking)),
                (end, rank) if horizontal else (rank, end),
                (4, 0) if horizontal else (0, 4),
                textcoords="offset points",
                fontsize=9.5,
                ha="left" if horizontal else "center",
                va="center" if horizontal else "bottom",
            )
