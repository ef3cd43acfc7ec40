"""Values as dots on the line between the least and the most they are, by source or by year."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.charts.axes import number_axis, with_unit
from bassin.show.exhibit import Exhibit
from bassin.show.measures import alike
from bassin.show.style import style
from bassin.show.tokens import FAINT, INK, OKABE_ITO, WIDTH
from bassin.words import number, write

_ROW = 0.29  # inches a category takes


def ranges(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    xlabel: str,
    reference: float | None = None,
    fmt: str = ",.1f",
    unit: str = "",
) -> Exhibit:
    """Draw a value of each category, and how low and how high it may be.

    Parameters
    ----------
    table : DataFrame
        One row a category, in the order of display, its name the index; ``value``, ``low`` and
        ``high``.
    reference : float, optional
        A value to mark across, such as one for a ratio.
    xlabel : str
        What is measured.
    name, caption, source, fmt, unit
        As in :func:`bassin.show.charts.lines`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is absent or not numeric, a category comes twice, or a value is missing or lies
        outside its range.
    """
    _check.not_empty(table)
    _check.unique(table.index, "category")
    _check.columns(table, ["value", "low", "high"], numeric=True)
    outside = ~((table["low"] <= table["value"]) & (table["value"] <= table["high"]))
    if outside.any():
        raise ValueError(f"the value of {outside.idxmax()!r} is missing, or outside its range")
    rows = range(len(table))
    with style():
        figure = Figure(figsize=(WIDTH, 0.9 + _ROW * len(table)), layout="constrained")
        ax = figure.subplots()
        if reference is not None:
            ax.axvline(reference, color=FAINT, linewidth=1.2, linestyle=(0, (4, 2)), zorder=0)
        ax.hlines(rows, table["low"], table["high"], color="#8fb8d8", linewidth=4, zorder=2)
        ax.scatter(table["value"], rows, s=34, color=OKABE_ITO[0], edgecolor="white", zorder=3)
        ax.set_yticks(rows, [str(category) for category in table.index])
        ax.tick_params(axis="y", length=0, labelcolor=INK)
        ax.set_ylim(len(table) - 0.5, -0.5)
        ax.grid(visible=False, axis="y")
        ax.margins(x=0.04)
        number_axis(ax.xaxis, fmt)
        ax.set_xlabel(with_unit(xlabel, unit))
    said = [
        Phrase(
            "chart.range",
            name=str(category),
            value=number(row["value"], fmt, unit),
            low=number(row["low"], fmt, unit),
            high=number(row["high"], fmt, unit),
        )
        for category, row in table.iterrows()
    ]
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(Phrase("chart.ranges", label=xlabel, said=said)),
        data=table,
        figure=figure,
        measures=alike(_ends(), xlabel, unit, fmt),
    )


def _ends() -> dict[str, str]:
    """Columns of a table of ranges, and what they are called beside its title."""
    return {"value": "", "low": write(Phrase("chart.low")), "high": write(Phrase("chart.high"))}
