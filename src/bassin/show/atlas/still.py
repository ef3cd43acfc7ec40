"""What stands for the views of the atlas where no script runs: images."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from bassin.show.charts.axes import number_axis
from bassin.show.style import style
from bassin.show.tokens import INK, MARKERS, MISSING, OKABE_ITO, WIDTH

_HALO = [withStroke(linewidth=2.5, foreground="white")]


def sheet(
    outlines: gpd.GeoDataFrame, colors: pd.Series, legend: Mapping[str, str], title: str = ""
) -> Figure:
    """Draw all EPCI on their sheet.

    Parameters
    ----------
    outlines : GeoDataFrame
        As :func:`bassin.places.mosaic.mosaic`.
    colors : Series of str
        By EPCI; a place without one is hatched.
    legend : mapping
        What each class is called, to its colour; ``""`` for those without one.
    title : str
        What the classes are of, and their unit.
    """
    with style():
        figure = Figure(figsize=(WIDTH, 6.6), layout="constrained")
        ax = figure.subplots()
        by_color = colors.reindex(outlines.index).fillna("")
        for color in by_color.unique():
            paths = [_path(shape) for shape in outlines.geometry[by_color == color]]
            _add(ax, paths, color)
        west, south, east, north = outlines.total_bounds
        ax.set_xlim(west - 20, east + 20)
        ax.set_ylim(north + 20, south - 20)
        ax.set_aspect("equal")
        ax.set_axis_off()
        handles = [
            Patch(facecolor=color or MISSING.ink, hatch="" if color else "////", label=label)
            for label, color in legend.items()
        ]
        figure.legend(handles=handles, loc="outside lower center", ncols=2, title=title or None)
    return figure


def _path(shape: object) -> Path:
    """Rings of a shape as one path, of which an inner ring is a hole."""
    parts = [
        np.asarray(ring.coords)
        for part in shape.geoms  # type: ignore[attr-defined]
        for ring in (part.exterior, *part.interiors)
    ]
    return Path.make_compound_path(*(Path(part, closed=True) for part in parts))


def _add(ax: Axes, paths: Sequence[Path], color: str) -> None:
    ax.add_collection(
        PathCollection(
            paths,
            facecolors=color or "white",
            edgecolors="white" if color else MISSING.color,
            hatch="" if color else "////",
            linewidths=0.2,
        )
    )


def bars(values: pd.Series, label: str) -> Figure:
    """Draw some places under one another, each a bar.

    Parameters
    ----------
    values : Series of float
        By name.
    label : str
        What the bars measure.
    """
    with style():
        figure = Figure(figsize=(WIDTH, 0.9 + 0.28 * len(values)), layout="constrained")
        ax = figure.subplots()
        ax.barh(range(len(values)), values.to_numpy(float), color=OKABE_ITO[0])
        ax.set_yticks(range(len(values)), list(values.index))
        ax.invert_yaxis()
        ax.set_xlabel(label)
        number_axis(ax.xaxis, ",.0f")
    return figure


def scatter(
    table: pd.DataFrame,
    kinds: Mapping[str, str],
    marked: Mapping[str, str],
    labels: tuple[str, str],
) -> Figure:
    """Draw one indicator across and another up, a mark a place.

    Parameters
    ----------
    table : DataFrame
        By place: two columns of numbers, and ``kind``.
    kinds : mapping
        Kind to what it is called, those behind first.
    marked : mapping
        Place to what is written beside it.
    labels : (str, str)
        Of the two axes.
    """
    across, up = table.columns[:2]
    with style():
        figure = Figure(figsize=(WIDTH, 4.6), layout="constrained")
        ax = figure.subplots()
        for rank, (kind, label) in enumerate(kinds.items()):
            of = table[table["kind"] == kind]
            color = ("#b5b5b5", OKABE_ITO[6], OKABE_ITO[1])[rank]
            size = (8, 10, 34)[rank]
            ax.scatter(
                *(of[across], of[up]),
                s=size,
                c=color,
                marker=MARKERS[(0, 0, 2)[rank]],
                linewidths=0,
                label=label,
                zorder=rank + 2,
            )
        for place, name in marked.items():
            x, y = table.loc[place, [across, up]]
            ax.scatter([x], [y], s=60, c=INK, marker=MARKERS[3], zorder=6)
            ax.annotate(
                *(name, (x, y)),
                xytext=(8, 6),
                textcoords="offset points",
                fontweight="bold",
                path_effects=_HALO,
                zorder=7,
            )
        ax.set_xlabel(labels[0])
        ax.set_ylabel(labels[1])
        number_axis(ax.xaxis, ",.0f")
        number_axis(ax.yaxis, ",.0f")
        figure.legend(loc="outside upper left", ncols=2)
    return figure
