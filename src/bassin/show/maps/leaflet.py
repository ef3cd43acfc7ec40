"""Interactive maps in one HTML document each, that loads nothing and is the same on every run."""

from __future__ import annotations

import itertools
import json
from dataclasses import asdict
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, cast

import folium
import geopandas as gpd
import numpy as np
import shapely
from branca.element import Element, MacroElement
from folium.template import Template
from shapely.geometry import box

from bassin.show.scripted import (
    heading,
    packaged,
    part_json,
    script_json,
    speaker,
    spoken,
)
from bassin.show.tokens import CONTEXT
from bassin.words import current

if TYPE_CHECKING:
    from branca.element import Figure as BrancaFigure

    from bassin.show.maps.plan import Plan

WGS_84 = 4326
DECIMALS = 5  # a metre
#: Settings that are outlines, and often those of other maps as well.
OUTLINES = ("context", "highlight", "outline")
BESIDE = "bassin.show.maps"  # package that scripts and styles lie beside
SCRIPT = "assets/map.js"  # it brings a map to life
_ACCESSIBLE = {
    ", maximum-scale=1.0, user-scalable=no": "",
    "</body>": "</main></body>",
}


class OfflineMap(folium.Map):
    """A folium map with Leaflet inlined, no tile, and none of the other libraries."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012, the name and type are folium's
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, title: str, **options: Any) -> None:
        super().__init__(
            tiles=None,
            attribution_control=False,
            scroll_wheel_zoom=False,
            zoom_control=False,  # set by our script, with words in the language of the map
            zoom_snap=0.25,
            zoom_delta=0.5,
            **options,
        )
        self.title = title
        page = cast("BrancaFigure", self.get_root())
        page.title = escape(title)
        for name, code in _assets().items():
            page.header.add_child(Element("{% raw %}" + code + "{% endraw %}"), name=name)

    def document(self) -> str:
        """The whole HTML document, with what folium leaves out for those who zoom or listen."""
        page: str = self.get_root().render()
        title = heading(self.title)
        spoken = {
            "<html>": f'<html lang="{current().code}">',
            "<body>": f"<body><main>{title}",
        }
        for folium_s, ours in {**spoken, **_ACCESSIBLE}.items():
            page = page.replace(folium_s, ours, 1)
        return page


class Behaviour(MacroElement):
    """Hands the outlines and the settings of a map to the script that brings it to life.

    All text of a map goes through here: what branca makes of a template it renders once more as a
    template, so that a name in any other element would be run.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "bassinMap({{ this._parent.get_name() }}, "
        "L.geoJson({{ this.places }}).addTo({{ this._parent.get_name() }}), {{ this.settings }});"
        "{% endmacro %}"
    )

    def __init__(self, places: dict[str, Any], settings: dict[str, Any]) -> None:
        super().__init__()
        self._name = "Behaviour"
        self.places = part_json(places)
        written = (
            f"{script_json(key)}:{(part_json if key in OUTLINES else script_json)(value)}"
            for key, value in sorted(settings.items())
        )
        self.settings = f"{{{','.join(written)}}}"


def document(plan: Plan, title: str) -> str:
    """Make the interactive map of a plan.

    Parameters
    ----------
    plan : Plan
        What to show.
    title : str
        Title of the document.

    Returns
    -------
    str
        An HTML document that works from a file, in a frame, and with no network.
    """
    gdf = plan.gdf.geometry
    outlines = gpd.GeoSeries(
        shapely.coverage_simplify(gdf.to_numpy(), plan.tolerance), index=gdf.index, crs=gdf.crs
    )
    settings = {
        "places": [
            {"name": str(name), "entries": ranks, "values": texts}
            for name, ranks, texts in zip(
                plan.gdf["name"],
                zip(*(layer.entries.tolist() for layer in plan.layers), strict=True),
                zip(*(layer.values.tolist() for layer in plan.layers), strict=True),
                strict=True,
            )
        ],
        "id": plan.name,
        "title": title,
        "label": plan.label,
        "legend": plan.legend,
        "entries": [
            {"fill": asdict(entry.fill), "label": entry.label, "counts": entry.counts}
            for entry in plan.entries
        ],
        "layers": [layer.title for layer in plan.layers],
        "first": plan.first,
        **spoken(packaged(BESIDE, SCRIPT)),
        "outline": _lines(outlines) if plan.outline else None,
        "highlight": _lines(outlines[plan.highlight]) if plan.highlight else None,
        "highlightLabel": plan.highlight_label,
        "context": _context(plan),
        "views": [
            {"title": view.title, "bounds": [view.bounds[1::-1], view.bounds[:1:-1]]}
            for view in plan.views
        ],
    }
    west, south, east, north = (
        plan.views[0].bounds if plan.views else outlines.to_crs(WGS_84).total_bounds
    )
    page = OfflineMap(title, location=[(south + north) / 2, (west + east) / 2])
    ranks = gpd.GeoDataFrame({"rank": range(len(outlines))}, geometry=outlines.array)
    page.add_child(Behaviour(_geojson(ranks), settings))
    number_elements(page.get_root(), plan.name)
    return page.document()


def number_elements(page: Element, name: str) -> None:
    """Number the elements of a page from a name, in their order.

    Branca draws their identifiers at random, when they are made; a page is to be the same on every
    run.

    Parameters
    ----------
    page : Element
        The root, with all that it will hold.
    name : str
        What the identifiers begin with.
    """
    stem, numbers = name.replace("-", "_"), itertools.count()

    def number(element: Element) -> None:
        element._id = f"{stem}_{next(numbers)}"
        for key, child in list(element._children.items()):
            # A child goes by its identifier, unless it was given a name.
            given = element._children.pop(key)
            before = child.get_name()
            number(child)
            element._children[child.get_name() if key == before else key] = given

    number(page)


@cache
def _assets() -> dict[str, str]:
    """Leaflet and our own script and style, as elements of a page's head."""
    leaflet = packaged(BESIDE, "vendor/leaflet.js").rpartition("//# sourceMappingURL")[0]
    return {
        "leaflet_css": f"<style>{packaged(BESIDE, 'vendor/leaflet.css')}</style>",
        "leaflet_js": f"<script>{leaflet}</script>",
        "bassin_css": f"<style>{packaged(BESIDE, 'assets/map.css')}</style>",
        "words_js": f"<script>{speaker()}</script>",
        "bassin_js": f"<script>{packaged(BESIDE, SCRIPT)}</script>",
    }


def _geojson(geo: gpd.GeoDataFrame | gpd.GeoSeries) -> dict[str, Any]:
    """In degrees, with the decimals that matter."""
    degrees = geo.to_crs(WGS_84)
    rounded = shapely.transform(degrees.geometry.to_numpy(), lambda at: np.round(at, DECIMALS))
    if isinstance(degrees, gpd.GeoDataFrame):
        collection = degrees.set_geometry(rounded).to_json(drop_id=True)
    else:
        collection = gpd.GeoSeries(rounded).to_json(drop_id=True)
    parsed: dict[str, Any] = json.loads(collection)
    return parsed


def _lines(outlines: gpd.GeoSeries) -> dict[str, Any]:
    """The border that surrounds some places together."""
    return _geojson(gpd.GeoSeries([outlines.union_all().boundary], crs=outlines.crs))


def _context(plan: Plan) -> dict[str, Any] | None:
    if plan.context is None:
        return None
    context = lines(plan.context.to_crs(plan.gdf.crs))
    west, south, east, north = plan.gdf.total_bounds
    margin = max(east - west, north - south) / 2
    near = context.clip(box(west - margin, south - margin, east + margin, north + margin))
    near = near[~near.is_empty]
    return _geojson(near.set_geometry(near.simplify(plan.tolerance)))


def lines(context: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Reduce a context to its lines and their colour: polygons to borders."""
    areas = context.geom_type.isin(["Polygon", "MultiPolygon"])
    drawn = context.geometry.where(~areas, context.boundary)
    colors = context["color"] if "color" in context.columns else CONTEXT
    return gpd.GeoDataFrame({"color": colors}, geometry=drawn, index=context.index)
