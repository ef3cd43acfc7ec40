"""Static maps: the same plan as the interactive one, drawn with matplotlib."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Bbox

from bassin.show.maps.leaflet import lines
from bassin.show.style import settle, style
from bassin.show.tokens import INK, WIDTH, Fill
from bassin.words import number

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from shapely import Point

    from bassin.show.maps.plan import Layer, Plan

_HALO = [withStroke(linewidth=2.5, foreground="white")]
_LEGEND_WIDTH = 2.3  # inches, beside a single map
_STRIP = 0.09  # share of a map's height kept under it for the scale bar
# Where a label may go around its place, in points: on it, then above, below, right, left.
_AROUND = (
    (0, 0, "center"),
    (0, 12, "center"),
    (0, -12, "center"),
    (6, 0, "left"),
    (-6, 0, "right"),
)


def draw(plan: Plan) -> Figure:
    """Draw the static map of a plan: one panel a layer, one legend for all."""
    n = len(plan.layers)
    west, south, east, north = plan.gdf.total_bounds
    shape = (north - south) * (1 + _STRIP) / (east - west)
    columns = 1 if n == 1 else 2 if n in (2, 4) else 3
    rows = -(-n // columns)
    with style():
        if n == 1:
            height = float(np.clip((WIDTH - _LEGEND_WIDTH) * shape, 3.2, 6.5))
        else:
            # The counts of many panels leave no room for a second column of the legend.
            across = 2 if n <= 4 else 1
            below = 0.3 + 0.22 * -(-(len(plan.entries) + 1) // across)
            height = rows * (WIDTH / columns * shape + 0.3) + below
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots(rows, columns, squeeze=False)
        for ax in axes.flat:
            ax.set_axis_off()
        for ax, layer in zip(axes.flat, plan.layers, strict=False):
            _panel(ax, plan, layer)
        handles = legend_handles(plan)
        if n == 1:
            figure.legend(
                handles=handles,
                loc="outside right center",
                title=_wrap(plan.legend),
                alignment="left",
                labelspacing=0.6,
            )
        else:
            figure.legend(
                handles=handles,
                loc="outside lower left",
                title=plan.legend,
                ncols=across,
                alignment="left",
            )
        for ax in axes.flat[:n]:
            _name_places(figure, ax, plan)
    return figure


def fill_areas(ax: Axes, areas: gpd.GeoDataFrame, fill: Fill) -> None:
    """Fill areas alike, with thin edges; a hatch takes its own ink."""
    if areas.empty:
        return
    areas.plot(ax=ax, facecolor=fill.color, edgecolor="none", aspect=None)
    if fill.hatch:
        areas.plot(
            ax=ax, facecolor="none", edgecolor=fill.ink, hatch=fill.hatch, linewidth=0, aspect=None
        )
    areas.boundary.plot(ax=ax, color="white", linewidth=0.5, aspect=None)


def legend_handles(plan: Plan) -> list[Artist]:
    """One swatch an entry, and a line for what is highlighted."""
    handles: list[Artist] = [
        Patch(
            facecolor=entry.fill.color,
            edgecolor=entry.fill.ink if entry.fill.hatch else "#777777",
            hatch=entry.fill.hatch,
            label=entry.text,
        )
        for entry in plan.entries
    ]
    if plan.highlight_label:
        handles.append(Line2D([], [], color=INK, linewidth=2.4, label=plan.highlight_label))
    return handles


def draw_context(ax: Axes, context: gpd.GeoDataFrame | None) -> None:
    """Draw the lines of a context under the rest, without letting them widen the map."""
    if context is None or context.empty:  # no river overseas: the file is of the mainland
        return
    drawn = lines(context)
    drawn.plot(ax=ax, color=drawn["color"], linewidth=0.8, zorder=0, aspect=None)


def scale_bar(ax: Axes) -> None:
    """Draw a bar of a round length, in the strip under the map, where units are metres."""
    west, east = ax.get_xlim()
    south, north = ax.get_ylim()
    length = round_length((east - west) / 4)
    x, y = west + 0.02 * (east - west), south + 0.015 * (north - south)
    thick = 0.008 * (north - south)
    ax.add_patch(Rectangle((x, y), length, thick, facecolor=INK, edgecolor="none"))
    ax.text(
        x + length,
        y + thick / 2,
        f"  {_kilometres(length)}",
        fontsize=9.5,
        va="center",
        path_effects=_HALO,
    )


def _kilometres(length: float) -> str:
    """A round length, in metres, with the decimals it takes."""
    km = length / 1000
    return number(km, f",.{max(0, -math.floor(math.log10(km)))}f", "km")


def round_length(most: float) -> float:
    """The longest of 1, 2 or 5 times a power of ten that is no more than a length."""
    power = 10.0 ** np.floor(np.log10(most))
    return float(max(step * power for step in (1, 2, 5) if step * power <= most))


def _panel(ax: Axes, plan: Plan, layer: Layer) -> None:
    west, south, east, north = plan.gdf.total_bounds
    width, height = east - west, north - south
    draw_context(ax, None if plan.context is None else plan.context.to_crs(plan.gdf.crs))
    for rank, entry in enumerate(plan.entries):
        fill_areas(ax, plan.gdf[layer.entries == rank], entry.fill)
    outline = gpd.GeoSeries([plan.gdf.union_all().boundary])
    outline.plot(ax=ax, color=INK, linewidth=1.1, aspect=None)
    if plan.highlight:
        chosen = gpd.GeoSeries([plan.gdf.loc[plan.highlight].union_all().boundary])
        chosen.plot(ax=ax, color=INK, linewidth=2, aspect=None)
    ax.set_xlim(west - 0.02 * width, east + 0.02 * width)
    ax.set_ylim(south - _STRIP * height, north + 0.02 * height)
    ax.set_aspect("equal")
    ax.set_title(layer.title)
    scale_bar(ax)


def _name_places(figure: Figure, ax: Axes, plan: Plan) -> None:
    """Write names with a halo, each at the first spot around its place that is free.

    Where none is, a name lies over another rather than over the edge, which would cut it.
    """
    if not plan.labels:
        return
    settle(figure)
    taken: list[Bbox] = []
    for code in plan.labels:
        place = plan.gdf.loc[code]
        at = place.geometry.representative_point()
        tried = []
        for dx, dy, side in _AROUND:
            text = ax.annotate(
                str(place["name"]),
                (at.x, at.y),
                (dx, dy),
                textcoords="offset points",
                ha=side,
                va="center",
                fontsize=9.5,
                path_effects=_HALO,
                zorder=5,
            )
            extent = text.get_window_extent()
            cut = extent.x0 < figure.bbox.x0 or extent.x1 > figure.bbox.x1
            over = any(extent.overlaps(other) for other in taken)
            tried.append(((cut, over), extent, text))
        _, extent, kept = min(tried, key=lambda one: one[0])
        for _, _, text in tried:
            if text is not kept:
                text.remove()
        taken.append(extent)
        kept.set_in_layout(False)


def _wrap(text: str, width: int = 24) -> str:
    return "\n".join(textwrap.wrap(text, width))


def point_out(ax: Axes, at: Point, name: str) -> None:
    """Name a place too small to hold its name, at the end of a line towards the nearest margin."""
    west, east = ax.get_xlim()
    south, north = ax.get_ylim()
    x, y = (at.x - west) / (east - west), (at.y - south) / (north - south)
    away = np.array([x - 0.5, y - 0.5])
    distance = float(np.hypot(*away))
    tip = np.array([x, y]) + 0.24 * (away / distance if distance else np.array([0, -1]))
    ax.annotate(
        name,
        (at.x, at.y),
        tuple(tip.clip([0.12, 0.03], [0.88, 0.97])),
        textcoords="axes fraction",
        ha="center",
        arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 1.2, "shrinkB": 2},
        fontweight="bold",
        path_effects=_HALO,
        zorder=5,
    )
