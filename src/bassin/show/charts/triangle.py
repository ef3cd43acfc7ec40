"""A measure over every period between two years, as a triangle: no one pair of years is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check, scripted
from bassin.show.exhibit import Exhibit
from bassin.show.measures import Measure
from bassin.show.scripted import packaged, script_json
from bassin.show.style import style
from bassin.show.tokens import INK, WIDTH, diverging_colors
from bassin.words import number, write

#: Package that its script and its style lie beside.
ASSETS = "bassin.show.charts"


def triangle(
    table: pd.DataFrame,
    value: str,
    *,
    said: pd.Series,
    bins: Sequence[float],
    marked: Sequence[tuple[int, int]] = (),
    name: str,
    caption: str,
    source: Source = "",
    label: str,
    fmt: str = "+.1f",
    unit: str = "",
) -> Exhibit:
    """Draw a measure of every period, its first year down and its last year across.

    The interactive view has two lists of years, and tells the period that a reader chooses.

    Parameters
    ----------
    table : DataFrame
        Index ``(start, end)``, whole years, each start before its end; every column is offered
        with the data.
    value : str
        The column drawn.
    said : Series of str
        A sentence on each period, by the same index.
    bins : sequence of float
        Inner limits of the classes, increasing; zero, among them or not, parts two hues.
    marked : sequence of (int, int)
        Periods to outline; the interactive view begins with the last of them.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.
    label : str
        What is measured.
    fmt, unit : str
        As in :func:`bassin.show.text.number`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If the table is empty, a value is missing or no number, a period ends before it starts, one
        comes twice or has no sentence, or one that is marked is absent.
    """
    _check.not_empty(table)
    _check.columns(table, [value], numeric=True)
    periods = [(int(start), int(end)) for start, end in table.index]
    _check.unique(pd.Index(periods, tupleize_cols=False), "period")
    backwards = [f"{a}-{b}" for a, b in periods if a >= b]
    if backwards:
        raise ValueError(f"the period {backwards[0]} ends before it starts")
    if table[value].isna().any():
        raise ValueError(f"{value!r} is missing for the period {table[value].isna().idxmax()}")
    lacking = [period for period in periods if period not in said.index]
    lacking += [period for period in marked if period not in periods]
    if lacking:
        raise ValueError(f"the period {lacking[0]} has no sentence, or is not in the table")
    classes = _Classes(bins, fmt, unit)
    values = dict(zip(periods, table[value].astype(float), strict=True))
    with style():
        figure = Figure(figsize=(WIDTH, 5.6), layout="constrained")
        _draw(figure.subplots(), values, classes, marked)
        figure.legend(
            handles=[Patch(color=color, label=text) for color, text in classes.legend],
            loc="outside upper left",
            ncols=3,
            title=label,
            alignment="left",
        )
    sentences = {period: str(said[period]) for period in periods}
    chosen = marked[-1] if marked else periods[-1]
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(_described(label, values, fmt, unit)),
        data=table,
        figure=figure,
        interactive=_document(label, values, sentences, classes, chosen),
        title=label,
        measures={value: Measure(label, unit, fmt)},
    )


class _Classes:
    """Colours of classes of values, and what they are called."""

    def __init__(self, bins: Sequence[float], fmt: str, unit: str) -> None:
        self.bins = list(bins)
        self.colors = diverging_colors(self.bins)
        whole = all(float(limit).is_integer() for limit in self.bins)
        limits = [number(limit, "+.0f" if whole else fmt, unit) for limit in self.bins]
        between = [write(Phrase("legend.between", low=a, high=b)) for a, b in pairwise(limits)]
        first, last = (
            write(Phrase(f"legend.{side}", limit=limits[at]))
            for side, at in (("under", 0), ("over", -1))
        )
        self.legend = list(zip(self.colors, [first, *between, last], strict=True))

    def color(self, value: float) -> str:
        return self.colors[int(np.searchsorted(self.bins, value, side="right"))]


def _draw(
    ax: Axes,
    values: dict[tuple[int, int], float],
    classes: _Classes,
    marked: Sequence[tuple[int, int]],
) -> None:
    for (start, end), value in values.items():
        at = (end - 0.5, start - 0.5)
        ax.add_patch(
            Rectangle(at, 1, 1, facecolor=classes.color(value), edgecolor="white", linewidth=0.5)
        )
    for start, end in marked:
        ax.add_patch(
            Rectangle(
                (end - 0.5, start - 0.5), 1, 1, fill=False, edgecolor=INK, linewidth=1.6, zorder=3
            )
        )
    starts, ends = zip(*values, strict=True)
    # A frame around the last cell is as wide as the others.
    ax.set_xlim(min(ends) - 0.5, max(ends) + 0.6)
    ax.set_ylim(max(starts) + 0.5, min(starts) - 0.6)
    ax.set_aspect("equal")
    ax.grid(visible=False)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(MaxNLocator("auto", steps=[1, 2, 5, 10], integer=True))
    ax.set_xlabel(write(Phrase("triangle.end")))
    ax.set_ylabel(write(Phrase("triangle.start")))


def _described(label: str, values: dict[tuple[int, int], float], fmt: str, unit: str) -> Phrase:
    low, high = (pick(values, key=lambda period: values[period]) for pick in (min, max))
    return Phrase(
        "triangle.said",
        label=label,
        n=len(values),
        above=sum(value > 0 for value in values.values()),
        low=number(values[low], fmt, unit),
        low_start=low[0],
        low_end=low[1],
        high=number(values[high], fmt, unit),
        high_start=high[0],
        high_end=high[1],
    )


def _document(
    label: str,
    values: dict[tuple[int, int], float],
    sentences: dict[tuple[int, int], str],
    classes: _Classes,
    chosen: tuple[int, int],
) -> str:
    style_sheet, script = (packaged(ASSETS, f"assets/periods.{kind}") for kind in ("css", "js"))
    settings: dict[str, Any] = {
        "years": sorted({year for period in values for year in period}),
        "cells": {
            f"{a}-{b}": {"color": classes.color(value), "said": sentences[a, b]}
            for (a, b), value in values.items()
        },
        "legend": [{"color": color, "label": text} for color, text in classes.legend],
        "chosen": list(chosen),
        **scripted.spoken(script),
    }
    return scripted.document(label, style_sheet, script, f"bassinPeriods({script_json(settings)});")
