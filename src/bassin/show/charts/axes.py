"""What charts share: series told apart and named, axes written as the prose writes numbers."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator

from bassin.phrase import Phrase
from bassin.show.tokens import DASHES, MARKERS, OKABE_ITO
from bassin.words import number, write

if TYPE_CHECKING:
    pass


MOST_SERIES = len(OKABE_ITO)


HALO = [withStroke(linewidth=2.5, foreground="white")]


def few(names: Sequence[Any] | pd.Index) -> None:
    """Check that series can be told apart.

    Raises
    ------
    ValueError
        If there are more than :data:`MOST_SERIES`.
    """
    if len(names) > MOST_SERIES:
        raise ValueError(
            f"{len(names)} series cannot be told apart: keep {MOST_SERIES} or use several figures"
        )


def look(rank: int) -> dict[str, Any]:
    """Colour, marker and dash of a series."""
    return {
        "color": OKABE_ITO[rank],
        "marker": MARKERS[rank],
        "linestyle": DASHES[rank],
        "markeredgecolor": "white",
        "markeredgewidth": 0.6,
    }


def name_ends(
    figure: Figure, ax: Axes, table: pd.DataFrame, group: Sequence[str], order: Sequence[str]
) -> None:
    """Name each series at its right, moved apart where names would touch."""
    ends = sorted((float(table[column].dropna().iloc[-1]), column) for column in group)
    low, high = ax.get_ylim()
    per_line = (high - low) * 13 / (ax.bbox.height * 72 / figure.dpi)
    sizes = [wrap(column, 20).count("\n") + 1 for _, column in ends]
    heights = apart([value for value, _ in ends], [size * per_line for size in sizes])
    for (value, column), height in zip(ends, heights, strict=True):
        year = table[column].last_valid_index()
        color = OKABE_ITO[list(order).index(column)]
        ax.annotate(
            wrap(column, 20),
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


def apart(wanted: Sequence[float], sizes: Sequence[float]) -> list[float]:
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


def row_by_row(n: int, ncols: int) -> list[int]:
    """Order in which a legend, which is filled by column, reads by row.

    Examples
    --------
    >>> row_by_row(4, 2)
    [0, 2, 1, 3]
    """
    return [rank for column in range(ncols) for rank in range(column, n, ncols)]


def number_axis(axis: Any, fmt: str) -> None:
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


def with_unit(label: str, unit: str) -> str:
    """A label with its unit, if any."""
    return write(Phrase("chart.with_unit", label=label, unit=unit)) if unit else label


def wrap(text: str, width: int) -> str:
    """Break a text into lines between its words."""
    return "\n".join(textwrap.wrap(text, width, break_long_words=False))


def spread(n: int, room: float) -> np.ndarray[Any, Any]:
    """Offsets that keep dots of neighbouring rank apart, within a room on either side of zero.

    They are the same on every run.

    Examples
    --------
    >>> spread(3, 0.5).round(2).tolist()
    [-0.5, 0.12, -0.26]
    """
    golden = (np.arange(n) * 0.6180339887498949) % 1
    return np.asarray((golden - 0.5) * 2 * room)
