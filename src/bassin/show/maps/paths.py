"""Paths: how a point moves over a map with the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.exhibit import Exhibit
from bassin.show.maps.static import draw_context, scale_bar
from bassin.show.style import style
from bassin.show.tokens import INK, OKABE_ITO, WIDTH
from bassin.words import compass, write

_PATH = OKABE_ITO[1]
_HALO = [withStroke(linewidth=2.5, foreground="white")]
#: Least side of the enlarged square, in metres, and what is left around the path in it.
_LEAST_SIDE, _ROOM = 2000.0, 1.35


def path(
    gdf: gpd.GeoDataFrame,
    points: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    label: str,
    marked: Sequence[int],
    places: Sequence[str] = (),
    context: gpd.GeoDataFrame | None = None,
) -> Exhibit:
    """Draw the path of a point from year to year: where it lies, and enlarged.

    Parameters
    ----------
    gdf : GeoDataFrame
        Outlines of the places around, indexed by code, with ``name``, in EPSG:2154.
    points : DataFrame
        Indexed by year, increasing; ``x``, ``y`` in metres, in EPSG:2154.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.
    label : str
        What the point is, for the description.
    marked : sequence of int
        Years written beside the path.
    places : sequence of str
        Codes to name.
    context : GeoDataFrame, optional
        Lines drawn under the map, as in :func:`bassin.show.maps.choropleth`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If there are fewer than two points, a year comes twice or is not in the table, or a column
        is absent.
    """
    _check.places(gdf)
    _check.columns(points, ["x", "y"], numeric=True)
    _check.unique(points.index, "year")
    if len(points) < 2:
        raise ValueError("a path needs two points at least: give one row a year")
    for year in marked:
        if year not in points.index:
            raise ValueError(f"marked: year {year} is not in the table")
    named = _check.codes(gdf, list(places), "places")
    centre = (points[["x", "y"]].max() + points[["x", "y"]].min()) / 2
    extent = float((points[["x", "y"]].max() - points[["x", "y"]].min()).max())
    side = max(extent * _ROOM, _LEAST_SIDE)
    frame = (centre["x"] - side / 2, centre["y"] - side / 2)

    with style():
        figure = Figure(figsize=(WIDTH, 3.6), layout="constrained")
        whole, near = figure.subplots(1, 2, width_ratios=[1, 1.35])
        for ax in (whole, near):
            ax.set_axis_off()
            draw_context(ax, None if context is None else context.to_crs(gdf.crs))
            gdf.plot(ax=ax, facecolor="#f2f2f2", edgecolor="#c9c9c9", linewidth=0.5, aspect=None)
            outline = gpd.GeoSeries([gdf.union_all().boundary])
            outline.plot(ax=ax, color=INK, linewidth=1.1, aspect=None)
            ax.set_aspect("equal")
        _trace(whole, points, linewidth=1.6, markersize=0)
        whole.add_patch(Rectangle(frame, side, side, facecolor="none", edgecolor=INK, linewidth=1))
        west, south, east, north = gdf.total_bounds
        whole.set_xlim(west - 0.02 * (east - west), east + 0.02 * (east - west))
        whole.set_ylim(south - 0.09 * (north - south), north + 0.02 * (north - south))
        near.set_xlim(frame[0], frame[0] + side)
        near.set_ylim(frame[1], frame[1] + side)
        near.add_patch(
            Rectangle(frame, side, side, facecolor="none", edgecolor=INK, linewidth=1.6, zorder=6)
        )
        for code in named:
            at = gdf.geometry[code].representative_point()
            for ax in (whole, near):
                _write(ax, str(gdf.loc[code, "name"]), at.x, at.y, (0, 0), color="#555555")
        _trace(near, points, linewidth=2, markersize=4.5)
        _years(near, points, marked)
        scale_bar(whole)
        scale_bar(near)
    east, north = points[["x", "y"]].iloc[-1] - points[["x", "y"]].iloc[0]
    alt = Phrase(
        "map.path",
        label=label,
        first=str(points.index[0]),
        last=str(points.index[-1]),
        n=len(points),
        moved=float(np.hypot(east, north)) / 1000,
        towards=compass(float(np.degrees(np.arctan2(east, north)))),
    )
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(alt),
        data=points,
        figure=figure,
    )


def _trace(ax: Axes, points: pd.DataFrame, *, linewidth: float, markersize: float) -> None:
    look: dict[str, Any] = {"color": _PATH, "linewidth": linewidth, "zorder": 4}
    ax.plot(points["x"], points["y"], **look)
    if not markersize:
        return
    ends: dict[str, Any] = {"linestyle": "", "color": _PATH, "zorder": 5, "markeredgecolor": INK}
    ax.plot(points["x"], points["y"], marker="o", markersize=markersize, **ends)
    # A ring where it begins, a square where it ends: told apart without colour.
    ends |= {"markersize": 9}
    ax.plot(*points[["x", "y"]].iloc[0], marker="o", **(ends | {"color": "white"}))
    ax.plot(*points[["x", "y"]].iloc[-1], marker="s", **ends)


def _years(ax: Axes, points: pd.DataFrame, marked: Sequence[int]) -> None:
    """Write years on alternate sides of the path, the first on the left."""
    for rank, year in enumerate(marked):
        x, y = points.loc[year, ["x", "y"]]
        side = -1 if rank % 2 == 0 else 1
        _write(
            ax, str(year), x, y, (9 * side, 0), ha="left" if side > 0 else "right", weight="bold"
        )


def _write(
    ax: Axes, text: str, x: float, y: float, shift: tuple[float, float], **look: Any
) -> None:
    west, east = sorted(ax.get_xlim())
    south, north = sorted(ax.get_ylim())
    if west <= x <= east and south <= y <= north:
        # Near the left or right edge, a name is written inwards.
        across = (x - west) / (east - west)
        drawn: dict[str, Any] = {
            "ha": "left" if across < 0.3 else "right" if across > 0.7 else "center",
            "va": "center",
            "fontsize": 9.5,
            "path_effects": _HALO,
            "zorder": 7,
        }
        note = ax.annotate(text, (x, y), shift, textcoords="offset points", **(drawn | look))
        note.set_in_layout(False)
