"""Charts: series over time, bars, balances by period, distributions, slopes and scatters.

Series are told apart by colour, marker and dash at once, and named at the end of their line where
there is room. Small multiples share one scale unless said otherwise.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator

from bassin.show import _check
from bassin.show._style import (
    DASHES,
    FAINT,
    INK,
    MARKERS,
    OKABE_ITO,
    WIDTH,
    Fill,
    style,
    tell_apart,
)
from bassin.show.exhibit import (
    Exhibit,
    describe_bars,
    describe_lines,
    describe_values,
)
from bassin.show.text import number

if TYPE_CHECKING:
    from matplotlib.artist import Artist

_BALANCE = {
    "natural": Fill("#0072B2"),
    "migratory": Fill("#F3B56B", "///", INK),
}
_THRESHOLD: dict[str, Any] = {"color": "#b00020", "linewidth": 1.3, "linestyle": (0, (4, 2))}
_MOST_SERIES = len(OKABE_ITO)
_HALO = [withStroke(linewidth=2.5, foreground="white")]


def lines(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: str,
    ylabel: str,
    fmt: str = ",.0f",
    unit: str = "",
    panels: Sequence[Sequence[str]] | None = None,
    titles: Sequence[str] | None = None,
    highlight: Sequence[str] | str | None = None,
    vlines: Mapping[float, str] | Sequence[float] | None = None,
    zero: bool = False,
    dates: Mapping[float, str] | None = None,
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
    groups = [list(group) for group in panels] if panels is not None else [list(table.columns)]
    columns = list(dict.fromkeys(column for group in groups for column in group))
    _check.columns(table, columns, numeric=True)
    thick = [highlight] if isinstance(highlight, str) else list(highlight or [])
    _check.columns(table, thick)
    _few(columns)
    marks = dict(vlines) if isinstance(vlines, Mapping) else dict.fromkeys(vlines or [], "")

    with style():
        figure = Figure(figsize=(WIDTH, 1.0 + 2.7 * len(groups)), layout="constrained")
        axes = figure.subplots(len(groups), 1, sharex=True, squeeze=False)[:, 0]
        for rank, (ax, group) in enumerate(zip(axes, groups, strict=True)):
            span = float(table.index.max() - table.index.min())
            for column in group:
                look = _look(columns.index(column)) | _marks(table[column].dropna().index, span)
                if column in thick:
                    look |= {"linewidth": 3.2, "zorder": 3}
                ax.plot(table[column].dropna(), **look)
            if zero:
                ax.set_ylim(bottom=0)
            _number_axis(ax.yaxis, fmt)
            ax.margins(x=0.02)
            if titles is not None:
                ax.set_title(titles[rank])
            for year, word in marks.items():
                ax.axvline(year, color=FAINT, linewidth=1, linestyle=(0, (2, 2)), zorder=0)
                if word and rank == 0:
                    ax.annotate(
                        word,
                        (year, 1),
                        (3, -2),
                        xycoords=("data", "axes fraction"),
                        textcoords="offset points",
                        fontsize=9.5,
                        va="top",
                        path_effects=_HALO,
                    )
            if titles is None or list(group) != [titles[rank]]:  # a title names its only series
                _name_ends(figure, ax, table, group, columns)
        # Years are whole: no tick at 2012.5.
        axes[-1].xaxis.set_major_locator(MaxNLocator("auto", steps=[1, 2, 5, 10], integer=True))
        figure.supylabel(_with_unit(ylabel, unit), fontsize=11)
    told = table[columns].rename(index=dates) if dates is not None else table[columns]
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=f"Line chart. {describe_lines(ylabel, told, fmt=fmt, unit=unit)}",
        data=told,
        figure=figure,
    )


def bars(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: str,
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
    _few(table.columns)
    if stacked and (table < 0).any(axis=None) and (table > 0).any(axis=None):
        raise ValueError("values of both signs cannot be stacked: set stacked=False")
    bold = [highlight] if isinstance(highlight, str) else list(highlight or [])
    fills = tell_apart(_COLORS[: table.shape[1]])
    n, many = table.shape
    thick = 0.76 if stacked else 0.76 / many
    at = np.arange(n)

    with style():
        long = 1.3 + n * (0.36 if stacked or many == 1 else 0.2 * many + 0.14)
        figure = Figure(
            figsize=(WIDTH, float(np.clip(long, 2.2, 12)) if horizontal else 4.2),
            layout="constrained",
        )
        ax = figure.subplots()
        base = np.zeros(n)
        keys: list[Any] = []
        for rank, (series, fill) in enumerate(zip(table.columns, fills, strict=True)):
            values = table[series].to_numpy(float)
            shift = 0.0 if stacked else (rank - (many - 1) / 2) * thick
            drawn: dict[str, Any] = {
                "color": fill.color,
                "edgecolor": fill.ink if fill.hatch else "white",
                "hatch": fill.hatch,
            }
            height = np.nan_to_num(values)
            if horizontal:
                box = ax.barh(at + shift, height, thick, left=base if stacked else None, **drawn)
            else:
                box = ax.bar(at + shift, height, thick, bottom=base if stacked else None, **drawn)
            keys.append(box)
            if not stacked:
                written = ["n/a" if np.isnan(v) else number(v, fmt) for v in values]
                if horizontal or many <= 2:
                    ax.bar_label(box, written, padding=3, fontsize=9)
            base += height
        if stacked:
            _say_absent(ax, table, base, horizontal=horizontal)
        categories = [_wrap(str(category), 30 if horizontal else 12) for category in table.index]
        along, across = (ax.yaxis, ax.xaxis) if horizontal else (ax.xaxis, ax.yaxis)
        along.set_ticks(at, categories)
        along.grid(visible=False)
        along.set_tick_params(length=0)
        for tick, category in zip(along.get_ticklabels(), table.index, strict=True):
            tick.set_fontweight("bold" if category in bold else "normal")
        _number_axis(across, fmt)
        across.set_label_text(_with_unit(xlabel, unit))
        ax.margins(x=0.12 if horizontal else 0.02, y=0.02 if horizontal else 0.1)
        if horizontal:
            ax.invert_yaxis()
            ax.axvline(0, color=INK, linewidth=1)
            # Bars that go left of zero have their axis there; the frame would cross their labels.
            ax.spines["left"].set_visible(bool((table.fillna(0) >= 0).all(axis=None)))
        else:
            ax.axhline(0, color=INK, linewidth=1)
        if many > 1:
            ncols = 2 if many == 4 else min(many, 3)
            order = _row_by_row(many, ncols)
            figure.legend(
                [keys[i] for i in order],
                [str(table.columns[i]) for i in order],
                loc="outside upper left",
                ncols=ncols,
            )
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=f"Bar chart. {describe_bars(xlabel, table, fmt=fmt, unit=unit)}",
        data=table,
        figure=figure,
    )


def balances(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: str,
    xlabel: str = "Yearly rate",
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
        What is measured.
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
                ax.annotate("n/a", (0, row), (4, 0), textcoords="offset points", va="center")
            ax.plot(part["total"], at, "D", color="black", markeredgecolor="white", markersize=7)
            ax.axvline(0, color=INK, linewidth=1)
            ax.set_title(_wrap(str(area), 26))
            ax.set_yticks(at, [str(period) for period in periods])
            ax.grid(visible=False, axis="y")
            ax.tick_params(axis="y", length=0)
            _number_axis(ax.xaxis, fmt)
        axes[0, 0].invert_yaxis()
        figure.supxlabel(_with_unit(xlabel, unit), fontsize=11)
        handles: list[Artist] = [
            Patch(
                facecolor=fill.color,
                edgecolor=fill.ink,
                hatch=fill.hatch,
                label=f"{balance.capitalize()} balance",
            )
            for balance, fill in _BALANCE.items()
        ]
        handles.append(
            Line2D([], [], marker="D", color="black", linestyle="", markersize=7, label="Total")
        )
        figure.legend(handles=handles, loc="outside upper left", ncols=3)
    said = []
    for area in areas:
        total = table.loc[area, "total"]
        known = total.dropna()
        said.append(
            describe_values(
                str(area),
                known,
                fmt=fmt,
                unit=unit,
                place="period",
                missing=len(total) - len(known),
            )
        )
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=f"Bar charts of natural and migratory balance by period. Total: {'. '.join(said)}",
        data=table[parts],
        figure=figure,
    )


def distribution(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: str,
    ylabel: str,
    fmt: str = ".1f",
    unit: str = "",
    thresholds: Mapping[float, str] | None = None,
    place: str = "commune",
) -> Exhibit:
    """Draw the values of places by zone, one panel a year, each a dot.

    Parameters
    ----------
    table : DataFrame
        One row a place and year, with columns ``value``, ``zone`` and ``year``. With a column
        ``weight``, such as a population, the weighted mean of each zone is drawn as a bar. Rows
        without a value are not drawn, and are counted in the description.
    ylabel : str
        What is measured.
    thresholds : mapping, optional
        Values to mark across, with a word each.
    place : str
        What a place is, in the singular.
    name, caption, source, fmt, unit
        As in :func:`lines`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is absent or not numeric.
    """
    _check.not_empty(table)
    _check.columns(table, ["zone", "year"])
    weighted = ["weight"] if "weight" in table.columns else []
    _check.columns(table, ["value", *weighted], numeric=True)
    zones = list(dict.fromkeys(table["zone"]))
    years = list(dict.fromkeys(table["year"]))
    _few(zones)
    shown = table.dropna(subset=["value", *weighted])
    marks = dict(thresholds or {})
    columns = min(2, len(years))
    rows = -(-len(years) // columns)

    with style():
        figure = Figure(figsize=(WIDTH, 0.8 + 2.7 * rows), layout="constrained")
        axes = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
        for ax in axes.flat[len(years) :]:
            ax.set_axis_off()
        for ax, year in zip(axes.flat, years, strict=False):
            for rank, zone in enumerate(zones):
                here = shown[(shown["year"] == year) & (shown["zone"] == zone)]
                ax.scatter(
                    rank + _spread(len(here)),
                    here["value"].sort_values(),
                    s=22,
                    color=OKABE_ITO[rank],
                    marker=MARKERS[rank],
                    edgecolor="white",
                    linewidth=0.4,
                    alpha=0.9,
                )
                if weighted and here["weight"].sum() > 0:
                    mean = float(np.average(here["value"], weights=here["weight"]))
                    ax.hlines(
                        mean, rank - 0.42, rank + 0.42, color="black", linewidth=2.4, zorder=4
                    )
                    ax.annotate(
                        number(mean, fmt),
                        (rank + 0.42, mean),
                        (1, 2),
                        textcoords="offset points",
                        ha="right",
                        va="bottom",
                        fontsize=9.5,
                        fontweight="bold",
                        path_effects=_HALO,
                        zorder=5,
                    )
            for threshold in marks:
                ax.axhline(threshold, **_THRESHOLD)
            ax.set_title(str(year))
            ax.set_xticks(range(len(zones)), [_wrap(str(zone), 12) for zone in zones])
            ax.set_xlim(-0.6, len(zones) - 0.4)
            ax.grid(visible=False, axis="x")
            _number_axis(ax.yaxis, fmt)
        figure.supylabel(_with_unit(ylabel, unit), fontsize=11)
        handles = [Line2D([], [], label=word, **_THRESHOLD) for word in marks.values()]
        if weighted:
            handles.append(Line2D([], [], color="black", linewidth=2.4, label="Weighted mean"))
        if handles:
            figure.legend(handles=handles, loc="outside upper left", ncols=2)
    said = [
        describe_values(
            f"{zone} in {year}",
            pd.Series(here["value"].dropna().to_numpy(float), here.index[here["value"].notna()]),
            fmt=fmt,
            unit=unit,
            place=place,
            missing=int(here["value"].isna().sum()),
        )
        for (year, zone), here in table.groupby(["year", "zone"], sort=False)
    ]
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=f"Strip chart. {ylabel}: {'. '.join(said)}",
        data=table,
        figure=figure,
    )


def slope(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: str,
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
        named = list(table.index) if len(table) <= _MOST_SERIES else []
    else:
        named = [highlight] if isinstance(highlight, str) else list(highlight)
    across = table.dropna().T
    _check.columns(across, named)
    _few(named)
    at = np.arange(len(across))
    across = across.set_axis(pd.Index(at))

    with style():
        figure = Figure(figsize=(WIDTH, 4.4), layout="constrained")
        ax = figure.subplots()
        rest = across.drop(columns=named)
        if not rest.empty:
            ax.plot(rest, color="#c4c4c4", linewidth=0.9)
        for rank, place in enumerate(named):
            ax.plot(across[place], **_look(rank))
        ax.set_xticks(at, [str(column) for column in table.columns])
        ax.set_ylabel(_with_unit(ylabel, unit))
        ax.margins(x=0.02)
        ax.grid(visible=False, axis="x")
        _number_axis(ax.yaxis, fmt)
        _name_ends(figure, ax, across, named, named)
    first, last = table.columns[0], table.columns[-1]
    said = describe_lines(ylabel, table.loc[named].T, fmt=fmt, unit=unit) if named else ylabel
    change = across.iloc[-1] - across.iloc[0]
    moved = f"{number(int((change > 0).sum()))} rise, {number(int((change < 0).sum()))} fall"
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=f"Slope chart of {number(across.shape[1])} places, {first} to {last}: {moved}. {said}",
        data=table,
        figure=figure,
    )


def scatter(
    table: pd.DataFrame,
    *,
    x: str,
    y: str,
    name: str,
    caption: str,
    source: str,
    xlabel: str,
    ylabel: str,
    group: str,
    colored: Sequence[str] | None = None,
    labels: Sequence[str] | None = None,
    equal: bool = False,
    fmt: str = ".1f",
    unit: str = "",
    place: str = "commune",
) -> Exhibit:
    """Draw one measure of places against another, a dot a place.

    Parameters
    ----------
    table : DataFrame
        One row a place, indexed by its name.
    x, y : str
        The two measures; a place with only one of them is not drawn.
    xlabel, ylabel : str
        What they measure.
    group : str
        Column with the group of each place.
    colored : sequence of str, optional
        Groups in colour, the first on top; the others are grey. All by default.
    labels : sequence of str, optional
        Places to name.
    equal : bool
        Draw the line on which both measures are the same.
    place : str
        What a place is, in the singular.
    name, caption, source, fmt, unit
        As in :func:`lines`; ``fmt`` and ``unit`` are those of both measures.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is absent or not numeric, or a place to name is not in the table.
    """
    _check.not_empty(table)
    _check.columns(table, [x, y], numeric=True)
    _check.columns(table, [group])
    groups = list(dict.fromkeys(table[group]))
    front = groups if colored is None else list(colored)
    named = list(labels or [])
    absent = [label for label in named if label not in table.index]
    if absent:
        raise ValueError(f"no {place} named {', '.join(absent)} in the table")
    shown = table.dropna(subset=[x, y])
    order = [g for g in groups if g not in front] + list(reversed(front))

    with style():
        figure = Figure(figsize=(WIDTH, 5.2), layout="constrained")
        ax = figure.subplots()
        keys = []
        for member in order:
            here = shown[shown[group] == member]
            rank = front.index(member) if member in front else None
            dots = ax.scatter(
                here[x],
                here[y],
                s=26 if rank is not None else 16,
                color="#b9b9b9" if rank is None else OKABE_ITO[rank],
                marker=MARKERS[len(front) if rank is None else rank],
                edgecolor="white",
                linewidth=0.4,
            )
            keys.append(dots)
        if equal:
            low = float(max(shown[x].min(), shown[y].min()))
            high = float(min(shown[x].max(), shown[y].max()))
            ax.plot([low, high], [low, high], color="black", linewidth=1, linestyle=(0, (4, 2)))
        middle = float(shown[x].median())
        for label in named:
            if label not in shown.index:
                continue
            at = shown.loc[label]
            right = at[x] < middle
            ax.annotate(
                label,
                (at[x], at[y]),
                (6 if right else -6, 0),
                textcoords="offset points",
                ha="left" if right else "right",
                va="center",
                fontsize=9.5,
                path_effects=_HALO,
            )
        ax.set_xlabel(_with_unit(xlabel, unit))
        ax.set_ylabel(_with_unit(ylabel, unit))
        _number_axis(ax.xaxis, fmt)
        _number_axis(ax.yaxis, fmt)
        # The words are given apart: matplotlib leaves out of a legend a label that begins with _.
        figure.legend(
            keys[::-1], [str(g) for g in reversed(order)], loc="outside upper left", ncols=3
        )
    said = [
        describe_values(
            label,
            pd.Series(table[column].dropna().to_numpy(float), table.index[table[column].notna()]),
            fmt=fmt,
            unit=unit,
            place=place,
            missing=int(table[column].isna().sum()),
        )
        for column, label in ((x, xlabel), (y, ylabel))
    ]
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=f"Scatter chart of {number(len(shown))} {place}s. {'. '.join(said)}.",
        data=table,
        figure=figure,
    )


def _say_absent(
    ax: Axes, table: pd.DataFrame, ends: np.ndarray[Any, Any], *, horizontal: bool
) -> None:
    """Write, at the end of each stack that lacks a part, which one."""
    for rank, (end, absent) in enumerate(zip(ends, table.isna().to_numpy(), strict=True)):
        if absent.any():
            ax.annotate(
                f"n/a: {', '.join(str(series) for series in table.columns[absent])}",
                (end, rank) if horizontal else (rank, end),
                (4, 0) if horizontal else (0, 4),
                textcoords="offset points",
                fontsize=9.5,
                ha="left" if horizontal else "center",
                va="center" if horizontal else "bottom",
            )


# Colours of bars: dark and light in turn, so that neighbours differ in grey before any hatch.
_COLORS = [OKABE_ITO[rank] for rank in (0, 5, 2, 6, 1, 7, 3, 4)]


def _few(names: Sequence[Any] | pd.Index) -> None:
    if len(names) > _MOST_SERIES:
        raise ValueError(
            f"{len(names)} series cannot be told apart: keep {_MOST_SERIES} or use several figures"
        )


def _look(rank: int) -> dict[str, Any]:
    """Colour, marker and dash of a series."""
    return {
        "color": OKABE_ITO[rank],
        "marker": MARKERS[rank],
        "linestyle": DASHES[rank],
        "markeredgecolor": "white",
        "markeredgewidth": 0.6,
    }


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


def _name_ends(
    figure: Figure, ax: Axes, table: pd.DataFrame, group: Sequence[str], order: Sequence[str]
) -> None:
    """Name each series at its right, moved apart where names would touch."""
    ends = sorted((float(table[column].dropna().iloc[-1]), column) for column in group)
    low, high = ax.get_ylim()
    per_line = (high - low) * 13 / (ax.bbox.height * 72 / figure.dpi)
    sizes = [_wrap(column, 20).count("\n") + 1 for _, column in ends]
    heights = _apart([value for value, _ in ends], [size * per_line for size in sizes])
    for (value, column), height in zip(ends, heights, strict=True):
        year = table[column].last_valid_index()
        color = OKABE_ITO[list(order).index(column)]
        ax.annotate(
            _wrap(column, 20),
            (year, value),
            (1.015, height),
            textcoords=ax.get_yaxis_transform(),
            color=color,
            fontsize=10,
            fontweight="bold",
            va="center",
            annotation_clip=False,
            arrowprops=None if year == table.index.max() else _leader(color),
        )


def _leader(color: str) -> dict[str, Any]:
    """Line from a name to its series, where that ends before the others."""
    return {"arrowstyle": "-", "color": color, "linewidth": 0.9, "linestyle": (0, (1, 3))}


def _apart(wanted: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Move increasing heights as little as keeps labels of these sizes from touching."""
    placed: list[list[Any]] = []  # runs of labels that touch: [sum of wanted bottoms, sizes]
    for want, size in zip(wanted, sizes, strict=True):
        placed.append([want - size / 2, [size]])
        while len(placed) > 1 and placed[-2][0] + sum(placed[-2][1]) > placed[-1][0]:
            bottom, run = placed.pop()
            before, sizes_before = placed[-1]
            n, m = len(sizes_before), len(run)
            # Each run keeps the mean of what its labels asked for.
            placed[-1][0] = (before * n + (bottom - sum(sizes_before)) * m) / (n + m)
            placed[-1][1] = sizes_before + run
    heights: list[float] = []
    for bottom, run in placed:
        for size in run:
            heights.append(bottom + size / 2)
            bottom += size
    return heights


def _row_by_row(n: int, ncols: int) -> list[int]:
    """Order in which a legend, which is filled by column, reads by row.

    Examples
    --------
    >>> _row_by_row(4, 2)
    [0, 2, 1, 3]
    """
    return [rank for column in range(ncols) for rank in range(column, n, ncols)]


def _spread(n: int) -> np.ndarray[Any, Any]:
    """Offsets that keep dots of neighbouring rank apart, the same on every run."""
    golden = (np.arange(n) * 0.6180339887498949) % 1
    return (golden - 0.5) * 0.6


def _number_axis(axis: Any, fmt: str) -> None:
    """Write ticks as the prose writes numbers, with no decimal that is zero in all of them."""
    axis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 5, 10]))
    axis.set_major_formatter(
        lambda value, _: number(value, _tick_format(axis.get_majorticklocs(), fmt))
    )


def _tick_format(ticks: Any, fmt: str) -> str:
    """Cut a fixed-point format to the fewest decimals that tell the ticks exactly."""
    sign, point, digits = fmt.rpartition(".")
    if not point or not digits.endswith("f"):
        return fmt
    needed = (n for n in range(int(digits[:-1])) if np.allclose(ticks, np.round(ticks, n)))
    return next((f"{sign}.{n}f" for n in needed), fmt)


def _with_unit(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit else label


def _wrap(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_long_words=False))
