"""Places as dots: by zone, and one measure against another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.charts.axes import (
    HALO,
    few,
    number_axis,
    spread,
    with_unit,
    wrap,
)
from bassin.show.charts.names import name_dots
from bassin.show.describe import describe_values
from bassin.show.exhibit import Exhibit
from bassin.show.measures import Measure
from bassin.show.style import style
from bassin.show.tokens import MARKERS, OKABE_ITO, WIDTH
from bassin.words import counted, number, write

#: Half of the line of a mean, and of the room its dots take: its number stands beside both.
MEAN, ROOM = 0.31, 0.27
_THRESHOLD: dict[str, Any] = {"color": "#b00020", "linewidth": 1.3, "linestyle": (0, (4, 2))}


def distribution(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
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
        What a place is: the code of what is counted in :mod:`bassin.words`.
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
    few(zones)
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
                    rank + spread(len(here), ROOM),
                    here["value"].sort_values(),
                    s=22,
                    color=OKABE_ITO[rank],
                    marker=MARKERS[rank],
                    edgecolor="white",
                    linewidth=0.4,
                    alpha=0.9,
                )
                if weighted and (here["weight"] > 0).any():
                    mean = float(np.average(here["value"], weights=here["weight"]))
                    ax.hlines(
                        mean, rank - MEAN, rank + MEAN, color="black", linewidth=2.4, zorder=4
                    )
                    ax.annotate(
                        number(mean, fmt),
                        (rank + MEAN, mean),
                        (2, 0),
                        textcoords="offset points",
                        ha="left",
                        va="center",
                        fontsize=9.5,
                        fontweight="bold",
                        path_effects=HALO,
                        zorder=5,
                    )
            for threshold in marks:
                ax.axhline(threshold, **_THRESHOLD)
            ax.set_title(str(year))
            ax.set_xticks(range(len(zones)), [wrap(str(zone), 12) for zone in zones])
            ax.set_xlim(-0.6, len(zones) - 0.35)
            ax.grid(visible=False, axis="x")
            number_axis(ax.yaxis, fmt)
        figure.supylabel(with_unit(ylabel, unit), fontsize=11)
        handles = [Line2D([], [], label=word, **_THRESHOLD) for word in marks.values()]
        if weighted:
            mean_label = write(Phrase("chart.mean"))
            handles.append(Line2D([], [], color="black", linewidth=2.4, label=mean_label))
        if handles:
            figure.legend(handles=handles, loc="outside upper left", ncols=2)
    said = [
        describe_values(
            write(Phrase("chart.strip_zone", zone=str(zone), year=str(year))),
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
        alt=write(Phrase("chart.strip", label=ylabel, zones=said)),
        data=table,
        figure=figure,
        measures={"value": Measure(ylabel, unit, fmt)},
    )


def scatter(
    table: pd.DataFrame,
    *,
    x: str,
    y: str,
    name: str,
    caption: str,
    source: Source = "",
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
        What a place is: the code of what is counted in :mod:`bassin.words`.
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
        keys = [
            _draw_group(ax, shown.loc[shown[group] == member, [x, y]], member, front)
            for member in order
        ]
        if equal:
            low = float(max(shown[x].min(), shown[y].min()))
            high = float(min(shown[x].max(), shown[y].max()))
            ax.plot([low, high], [low, high], color="black", linewidth=1, linestyle=(0, (4, 2)))
        ax.set_xlabel(with_unit(xlabel, unit))
        ax.set_ylabel(with_unit(ylabel, unit))
        number_axis(ax.xaxis, fmt)
        number_axis(ax.yaxis, fmt)
        # The words are given apart: matplotlib leaves out of a legend a label that begins with _.
        figure.legend(
            keys[::-1], [str(g) for g in reversed(order)], loc="outside upper left", ncols=3
        )
        name_dots(figure, ax, shown[[x, y]], named)
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
        alt=write(Phrase("chart.scatter", places=counted(len(shown), place), measures=said)),
        data=table,
        figure=figure,
        measures={x: Measure(xlabel, unit, fmt), y: Measure(ylabel, unit, fmt)},
    )


def _draw_group(ax: Axes, here: pd.DataFrame, member: Any, front: Sequence[Any]) -> Any:
    """Draw the places of a group, in grey unless it is among those in front; returns its key."""
    rank = front.index(member) if member in front else None
    return ax.scatter(
        here.iloc[:, 0],
        here.iloc[:, 1],
        s=26 if rank is not None else 16,
        color="#b9b9b9" if rank is None else OKABE_ITO[rank],
        marker=MARKERS[len(front) if rank is None else rank],
        edgecolor="white",
        linewidth=0.4,
    )
