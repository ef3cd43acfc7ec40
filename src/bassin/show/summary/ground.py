"""The map of a place: its communes, its neighbours in grey, a few names."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from bassin.phrase import Phrase
from bassin.show.maps.static import round_length
from bassin.show.summary import paper
from bassin.show.summary.names import Box, Label, placed
from bassin.show.tokens import BLUES, CONTEXT, FAINT, GREYS, INK
from bassin.topics.summary.ground import Ground
from bassin.words import number, write

#: Communes of the place, of the others; their limits; those of the place, of other EPCI.
OWN, OTHER, LINE, EDGE, LIMIT = BLUES["pale"], GREYS["pale"], "#ffffff", INK, FAINT
#: What gaps between outlines are closed, in parts of the width of the map.
SEAM = 1 / 500
#: Share of the map that is left around the place.
ROOM = 0.12
#: Names of the place at most; with those around, at least as many as there is room for.
MOST, LEAST = 7, 5
SIZE, AROUND = 8.0, 7.0
#: Millimetres between the dots of two names at least, so that they are spread over the place.
APART = 13.0
_HALO = [withStroke(linewidth=2.0, foreground="white")]


def draw(ax: Axes, ground: Ground, width: float, height: float) -> None:
    """Draw the map of a place.

    Parameters
    ----------
    ax : Axes
    ground : Ground
    width, height : float
        Of the axes, in millimetres.
    """
    frame = _frame(ground.own, width, height)
    seam = (frame[2] - frame[0]) * SEAM
    _areas(ax, ground.around, OTHER)
    for _, communes in ground.around.groupby("epci"):
        _outline(ax, communes, LIMIT, 0.5, seam)
    _areas(ax, ground.own, OWN)
    _outline(ax, ground.own, EDGE, 1.1, seam)
    ax.set_xlim(frame[0], frame[2])
    ax.set_ylim(frame[1], frame[3])
    ax.add_artist(
        Rectangle(
            (frame[0], frame[1]),
            frame[2] - frame[0],
            frame[3] - frame[1],
            facecolor="none",
            edgecolor=CONTEXT,
            linewidth=0.8,
            clip_on=False,
        )
    )
    scale = width / (frame[2] - frame[0])
    bar = _scale_bar(ax, frame, scale)
    _names(ax, ground, frame, scale, (0.0, 0.0, width, height), bar)


def _frame(own: gpd.GeoDataFrame, width: float, height: float) -> Box:
    """What the map shows: the place with room around it, in the shape of the paper."""
    west, south, east, north = own.total_bounds
    across = max((east - west), (north - south) * width / height) * (1 + 2 * ROOM)
    up = across * height / width
    x, y = (west + east) / 2, (south + north) / 2
    return x - across / 2, y - up / 2, x + across / 2, y + up / 2


def _areas(ax: Axes, communes: gpd.GeoDataFrame, color: str) -> None:
    """Fill communes alike, with thin edges."""
    paths = [_path(geometry) for geometry in communes.geometry]
    if paths:
        whole = Path.make_compound_path(*paths)
        ax.add_artist(PathPatch(whole, facecolor=color, edgecolor=LINE, linewidth=0.35))


def _path(geometry: shapely.Geometry) -> Path:
    """Rings of an area, each closed."""
    rings = [
        np.asarray(ring.coords)
        for part in shapely.get_parts(shapely.orient_polygons(geometry))
        for ring in (part.exterior, *part.interiors)
    ]
    return Path.make_compound_path(*(Path(ring[:, :2], closed=True) for ring in rings))


def _outline(ax: Axes, communes: gpd.GeoDataFrame, color: str, width: float, seam: float) -> None:
    """Draw the limits of some communes taken together.

    Outlines of two departements do not quite meet: gaps narrower than a seam are closed.
    """
    whole = shapely.union_all(communes.geometry.to_numpy())
    wider = shapely.buffer(whole, seam, join_style="mitre", quad_segs=1)
    whole = shapely.buffer(wider, -seam, join_style="mitre", quad_segs=1)
    ax.add_artist(PathPatch(_path(whole), facecolor="none", edgecolor=color, linewidth=width))


def _scale_bar(ax: Axes, frame: Box, scale: float) -> Box:
    """Draw a bar of a round length in the lower left corner; what it takes, in millimetres."""
    length = round_length((frame[2] - frame[0]) / 5)
    left, bottom, thick = 3.0, 3.0, 0.8
    text = number(length / 1000, ",.0f" if length >= 1000 else ".1f", "km")
    wide = length * scale
    x, y = frame[0] + left / scale, frame[1] + bottom / scale
    ax.add_artist(Rectangle((x, y), length, thick / scale, facecolor=INK, edgecolor="none"))
    ax.text(
        x + length + 1.2 / scale,
        y + thick / 2 / scale,
        text,
        fontsize=AROUND,
        va="center",
        path_effects=_HALO,
    )
    right = left + wide + 2.4 + paper.width_of(text, AROUND)
    return left - 1, bottom - 2, right, bottom + 3


def legend(sheet: paper.Sheet, top: float, name: str, ground: Ground) -> float:
    """Say what the colours of the map are, and how many communes it lacks."""
    said = [
        (OWN, name),
        (OTHER, write(Phrase("summary.others"))),
        (GREYS["white"], write(Phrase("summary.white"))),
    ]
    entries = [(_swatch(color), text) for color, text in said]
    if ground.absent:
        missing = write(Phrase("summary.undrawn", n=ground.absent))
        entries.append((_swatch("none"), missing))
    return sheet.legend(top, entries, AROUND)


def _swatch(color: str) -> dict[str, object]:
    edge = FAINT if color == GREYS["white"] else color
    return {
        "marker": "s",
        "color": color,
        "markersize": 6,
        "markeredgecolor": edge,
        "markeredgewidth": 0.5,
    }


def _names(ax: Axes, ground: Ground, frame: Box, scale: float, inside: Box, bar: Box) -> None:
    """Name the largest communes, and the largest around where the place has few."""
    room = (inside[0] + 1, inside[1] + 1, inside[2] - 1, inside[3] - 1)
    own = placed(_labels(ground.own, frame, scale, SIZE, bold=True), room, MOST, [bar], apart=APART)
    taken = [bar, *(box for _, box in own), *(label.dot for label, _ in own)]
    near = placed(
        _labels(ground.around, frame, scale, AROUND, bold=False),
        room,
        max(0, LEAST - len(own)) or 3,
        taken,
        apart=APART,
    )
    for found, size, color, weight in (
        (own, SIZE, INK, "bold"),
        (near, AROUND, "#555555", "normal"),
    ):
        for label, box in found:
            x, y = frame[0] + label.x / scale, frame[1] + label.y / scale
            ax.plot([x], [y], marker="o", markersize=2.6, color=color, zorder=5)
            ax.text(
                frame[0] + box[0] / scale,
                frame[1] + (box[1] + box[3]) / 2 / scale,
                label.text,
                fontsize=size,
                fontweight=weight,
                color=color,
                va="center",
                path_effects=_HALO,
                zorder=6,
            )


def _labels(
    communes: gpd.GeoDataFrame, frame: Box, scale: float, size: float, *, bold: bool
) -> Sequence[Label]:
    """Names of communes, the most populated first, on the page in millimetres."""
    order = communes.sort_values("people", ascending=False, kind="stable", na_position="last")
    points = order.geometry.representative_point()
    high = paper.height_of(1, size)
    return [
        Label(
            str(name),
            (point.x - frame[0]) * scale,
            (point.y - frame[1]) * scale,
            paper.width_of(str(name), size, bold=bold),
            high,
        )
        for name, point in zip(order["name"], points, strict=True)
    ]
