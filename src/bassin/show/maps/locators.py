"""Maps that pick one territory out among many."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from shapely.geometry import box

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.exhibit import Exhibit
from bassin.show.maps import static
from bassin.show.maps.drawing import draw
from bassin.show.maps.leaflet import WGS_84
from bassin.show.maps.plan import Entry, Layer, Plan, View
from bassin.show.style import style
from bassin.show.tokens import WIDTH, Fill
from bassin.words import counted, write

METROPOLE = (-5.2, 41.3, 9.6, 51.1)
OVERSEAS = {
    "Guadeloupe": (-61.85, 15.80, -60.95, 16.55),
    "Martinique": (-61.27, 14.35, -60.77, 14.92),
    "Guyane": (-54.70, 2.05, -51.50, 5.85),
    "La Réunion": (55.18, -21.42, 55.87, -20.84),
    "Mayotte": (44.98, -13.05, 45.34, -12.60),
}


def locator(
    gdf: gpd.GeoDataFrame,
    *,
    chosen: str,
    name: str,
    caption: str,
    source: Source = "",
    label: str,
    insets: Mapping[str, tuple[float, float, float, float]] | None = None,
    context: gpd.GeoDataFrame | None = None,
    place: str = "territory",
    tolerance: float = 1000.0,
) -> Exhibit:
    """Pick one territory out among all those of France.

    Parameters
    ----------
    gdf : GeoDataFrame
        One row a territory, indexed by code, with ``name`` and outlines in EPSG:2154 at their true
        position, overseas included.
    chosen : str
        Code of the one to pick out.
    label : str
        What the territories are, for the legend.
    insets : mapping, optional
        West, south, east and north in degrees of each part of France drawn in an inset of its own;
        the five overseas departements by default. Those with no territory in them are left out.
    context : GeoDataFrame, optional
        Lines or outlines drawn under the map, in any CRS, at their true position.
    place : str
        What a territory is: the code of what is counted in :mod:`bassin.words`.
    name, caption, source, tolerance
        As in :func:`choropleth`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        As :func:`choropleth`, and if the code is not in the table.
    """
    _check.places(gdf, [_check.LAMBERT_93])
    _check.codes(gdf, [chosen], "chosen")
    picked = gdf.index == chosen
    entries = [
        Entry(Fill("#D55E00"), str(gdf.loc[chosen, "name"]), ()),
        Entry(Fill("#a9c6dc"), write(Phrase(f"map.others.{place}")), (len(gdf) - 1,)),
    ]
    centres = gdf.representative_point().to_crs(WGS_84)
    frames = {
        title: bounds
        for title, bounds in (OVERSEAS if insets is None else insets).items()
        if centres.within(box(*bounds)).any()
    }
    plan = Plan(
        name=name,
        gdf=gdf,
        label=label,
        entries=entries,
        layers=[
            Layer(
                "",
                pd.Series(np.where(picked, 0, 1), gdf.index, dtype=int),
                pd.Series("", gdf.index, dtype=str),
            )
        ],
        context=context,
        tolerance=tolerance,
        outline=False,
        views=[
            View(write(Phrase("map.metropole")), METROPOLE),
            *(View(title, bounds) for title, bounds in frames.items()),
        ],
    )
    alt = Phrase(
        "map.locator",
        places=counted(len(gdf), place),
        others=len(gdf) - 1,
        name=str(gdf.loc[chosen, "name"]),
    )
    figure = _draw_locator(plan, centres, chosen)
    return draw(plan, caption=caption, source=source, alt=write(alt), figure=figure)


def _draw_locator(plan: Plan, centres: gpd.GeoSeries, chosen: str) -> Figure:
    """Draw metropolitan France, and overseas departements in insets on its left."""
    frames = plan.views[1:]
    inside = {view.title: centres.within(box(*view.bounds)) for view in frames}
    overseas = pd.DataFrame(inside, index=plan.gdf.index).any(axis=1)
    with style():
        figure = Figure(figsize=(WIDTH, 6.2), layout="constrained")
        if frames:
            grid = figure.add_gridspec(len(frames), 2, width_ratios=[1, 4.2])
            main = figure.add_subplot(grid[:, 1])
            for row, view in enumerate(frames):
                ax = figure.add_subplot(grid[row, 0])
                _draw_inset(ax, plan, view, inside[view.title])
        else:
            main = figure.add_subplot()
        main.set_axis_off()
        home = plan.gdf[~overseas]
        bounds = gpd.GeoSeries([box(*METROPOLE)], crs=WGS_84)
        frame = bounds.to_crs(_check.LAMBERT_93).total_bounds if frames else home.total_bounds
        static.draw_context(
            main, None if plan.context is None else plan.context.to_crs(_check.LAMBERT_93)
        )
        _draw_picked(main, plan, home)
        west, south, east, north = frame
        main.set_xlim(west, east)
        main.set_ylim(south - 0.03 * (north - south), north)
        main.set_aspect("equal")
        static.scale_bar(main)
        if chosen in home.index:
            static.point_out(
                main,
                home.geometry[chosen].representative_point(),
                str(plan.gdf.loc[chosen, "name"]),
            )
        figure.legend(
            handles=static.legend_handles(plan),
            loc="outside lower left",
            title=plan.legend,
            alignment="left",
        )
    return figure


def _draw_inset(ax: Axes, plan: Plan, view: View, inside: pd.Series[bool]) -> None:
    """Draw a part of the Earth in degrees, stretched to look right at its latitude."""
    west, south, east, north = view.bounds
    ax.grid(visible=False)
    if plan.context is not None:
        static.draw_context(ax, plan.context.to_crs(WGS_84))
    _draw_picked(ax, plan, plan.gdf[inside].to_crs(WGS_84))
    ax.set_xlim(west, east)
    ax.set_ylim(south, north)
    ax.set_aspect(1 / np.cos(np.deg2rad((south + north) / 2)))
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(True)
    ax.set(xlabel="", ylabel="")
    ax.set_title(view.title, fontsize=9.5, fontweight="normal", pad=2)


def _draw_picked(ax: Axes, plan: Plan, part: gpd.GeoDataFrame) -> None:
    ranks = plan.layers[0].entries.loc[part.index]
    for rank in (1, 0):
        static.fill_areas(ax, part[ranks == rank], plan.entries[rank].fill)
