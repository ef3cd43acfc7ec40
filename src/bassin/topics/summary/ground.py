"""Outlines for a small map of a place: its communes, those around it, the largest of each.

They are cut by departement, so that a place reads those it needs, and another process takes what
the first has cut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely

from bassin.files.shared import shared
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.places import membership
from bassin.places.outlines import commune_outlines
from bassin.places.passage import Passage
from bassin.places.territory import Territory
from bassin.read import ign, insee

#: Side of the square that a map may show, of the longer side of the place.
ROOM = 1.6
#: Tolerance of outlines, in parts of that square: finer is not seen in print.
GRAIN = 1 / 4000


@dataclass(frozen=True)
class Ground:
    """What a map of a place is drawn from.

    Attributes
    ----------
    own : GeoDataFrame
        Communes of the place that have an outline: index ``code``; ``name``, ``people``,
        ``geometry``, in a metric system.
    around : GeoDataFrame
        The same of the communes near it; ``epci`` (of one in none, its own code) besides.
    absent : int
        Communes of the place without an outline.
    files : tuple of str
        Raw files of the outlines.
    """

    own: gpd.GeoDataFrame
    around: gpd.GeoDataFrame
    absent: int
    files: tuple[str, ...]


def ground_of(sources: Sources, territory: Territory) -> Ground:
    """Outlines of a place and of what lies near it, simplified alike so that they still fit.

    Overseas those of its own departement alone are in its metric system, and on the map.
    """
    listed, reached = communes(sources), _within_reach(sources, territory)
    with recording() as noted:
        near = pd.concat([cut(sources, dep) for dep in reached])
    files = tuple(sorted(file for file in noted.files if file.startswith("ign/")))
    drawn = near.dropna(subset="geometry")
    mine = drawn.index.isin(territory.codes)
    if not mine.any():
        nothing = drawn.assign(people=0.0, epci="").iloc[:0]
        return Ground(nothing, nothing, len(territory.codes), files)
    shown = drawn[mine | drawn.intersects(_square(drawn[mine]))]
    side = max(_sides(drawn[mine])) * ROOM
    simple = shapely.coverage_simplify(shown.geometry.to_numpy(), side * GRAIN)
    shown = shown.set_geometry(gpd.GeoSeries(simple, index=shown.index, crs=drawn.crs))
    table = shown.join(listed[["epci", "people"]])
    table["epci"] = table["epci"].fillna(pd.Series(table.index, table.index))
    own = table.index.isin(territory.codes)
    return Ground(
        own=table.loc[own, ["name", "people", "geometry"]],
        around=table.loc[~own, ["name", "people", "epci", "geometry"]],
        absent=len(territory.codes) - len(table[own]),
        files=files,
    )


def prepare(sources: Sources) -> None:
    """Cut the outlines of all departements, and leave them for other processes."""
    for dep in _bounds(sources):
        cut(sources, dep)


def communes(sources: Sources) -> pd.DataFrame:
    """Every commune of 2023: index ``code``; ``name``, ``dep``, ``epci``, ``people``."""

    def made() -> pd.DataFrame:
        listed = insee.communes(sources)[["name", "dep"]]
        return listed.assign(
            epci=membership.groups(sources, "epci"), people=membership.inhabitants(sources)
        )

    return sources.kept.get("summary-communes", lambda: shared(sources, "summary-communes", made))


def cut(sources: Sources, dep: str) -> gpd.GeoDataFrame:
    """Outlines of the communes of a departement, as far as files have them.

    Returns
    -------
    GeoDataFrame
        Index ``code``; ``name``, ``geometry``, in the metric system of the departement.
    """

    def made() -> gpd.GeoDataFrame:
        listed = insee.communes(sources)
        passage = sources.kept.get(
            "summary-passage", lambda: Passage(insee.commune_events(sources))
        )
        shapes = commune_outlines(sources, passage, listed[listed["dep"] == dep], whole=False)
        return shapes[["name", "geometry"]]

    call = f"summary-outlines {dep}"
    return sources.kept.get(call, lambda: shared(sources, call, made))


def _bounds(sources: Sources) -> Mapping[str, tuple[float, float, float, float]]:
    """West, south, east and north of each departement with outlines, in its metric system."""

    def made() -> dict[str, tuple[float, float, float, float]]:
        found = {str(dep): cut(sources, str(dep)) for dep in insee.departements(sources).index}
        return {
            dep: tuple(map(float, shapes.total_bounds))  # type: ignore[misc]
            for dep, shapes in found.items()
            if shapes.geometry.notna().any()
        }

    call = "summary-bounds"
    return sources.kept.get(call, lambda: shared(sources, call, made))


def _within_reach(sources: Sources, territory: Territory) -> Sequence[str]:
    """Departements that a map of the place may show, its own first."""
    listed, bounds = communes(sources), _bounds(sources)
    own = [str(dep) for dep in listed.loc[territory.codes, "dep"].unique()]
    shapes = pd.concat([cut(sources, dep) for dep in own])
    shapes = shapes[shapes.index.isin(territory.codes)].dropna(subset="geometry")
    if set(own) & set(ign.OVERSEAS_CRS) or shapes.empty:
        return own
    square = _square(shapes)
    near = [
        dep
        for dep, box in bounds.items()
        if dep not in own and dep not in ign.OVERSEAS_CRS and shapely.box(*box).intersects(square)
    ]
    return [*own, *near]


def _sides(shapes: gpd.GeoDataFrame) -> tuple[float, float]:
    west, south, east, north = shapes.total_bounds
    return float(east - west), float(north - south)


def _square(shapes: gpd.GeoDataFrame) -> shapely.Polygon:
    """Square about the middle of some outlines, :data:`ROOM` times as wide as they are."""
    west, south, east, north = shapes.total_bounds
    half = max(_sides(shapes)) * ROOM / 2
    x, y = (west + east) / 2, (south + north) / 2
    square: shapely.Polygon = shapely.box(x - half, y - half, x + half, y + half)
    return square
