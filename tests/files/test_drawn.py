"""Outlines that are not where they were are told, and a map drawn anew is not."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
from shapely import affinity, box, segmentize, simplify, transform

from bassin.files.moves import moves

CODES = [f"30{n:03d}" for n in range(1, 37)]


def country(step: float = 5_000.0, crs: int = 2154) -> gpd.GeoDataFrame:
    """Notched outlines of 36 communes, no two alike in size."""
    cells = []
    for at, _ in enumerate(CODES):
        east, north = at % 6 * step, at // 6 * step
        whole = box(east, north, east + step * (0.6 + at / 100), north + step * 0.9)
        notch = box(east, north, east + step * 0.3, north + step * 0.4)
        cells.append(segmentize(whole.difference(notch), step / 20))
    return gpd.GeoDataFrame(
        {"name": CODES}, geometry=cells, index=gpd.pd.Index(CODES, name="code"), crs=crs
    )


def told(new: gpd.GeoDataFrame, old: gpd.GeoDataFrame | None = None) -> str:
    return "; ".join(map(str, moves(country() if old is None else old, new)))


SPOILT = {
    "shifted by a row": lambda g: [*g[1:], g[0]],
    "in the other order": lambda g: g[::-1],
    "turned": lambda g: [affinity.rotate(one, 180) for one in g],
    "hulls": lambda g: [one.convex_hull for one in g],
    "boxes": lambda g: [box(*one.bounds) for one in g],
    "shrunk": lambda g: [affinity.scale(one, 0.9, 0.9) for one in g],
    "a tenth exchanged": lambda g: [g[3], g[2], g[1], g[0], *(one.buffer(1) for one in g[4:])],
    "moved by 200 m": lambda g: [affinity.translate(one, 200) for one in g],
    "moved by 60 m north": lambda g: [affinity.translate(one, 0, 60) for one in g],
}


@pytest.mark.parametrize("name", SPOILT)
def test_outlines_that_cover_other_ground_depart(name: str):
    """However many of them: the box of the whole may be the same."""
    new = country()
    new["geometry"] = gpd.GeoSeries(SPOILT[name]([*new.geometry]), new.index, crs=2154)
    assert "geometry" in told(new)


REDRAWN = {
    "simplified": lambda one: simplify(one, 60),
    "the other way round": lambda one: one.reverse(),
    "jittered by some metres": lambda one: transform(
        one, lambda xy: xy + 8 * np.sin(xy * 7.3) * (xy != xy[0])
    ).buffer(0),
}


@pytest.mark.parametrize("name", REDRAWN)
def test_a_map_drawn_anew_does_not(name: str):
    """Borders may move a little, no way in particular."""
    new = country()
    new["geometry"] = gpd.GeoSeries([*map(REDRAWN[name], new.geometry)], new.index, crs=2154)
    assert not told(new)


def test_points_rounded_to_a_kilometre_depart():
    """They have no area to compare."""
    old = country()
    old["geometry"] = old.centroid.to_crs(4326)
    old = old.set_geometry("geometry")
    new = old.copy()
    new["geometry"] = gpd.GeoSeries(
        [transform(one, lambda xy: xy.round(2)) for one in old.geometry], old.index, crs=4326
    )
    assert "degrees away" in told(new, old)


def test_coordinates_of_another_system_depart():
    """An old system of coordinates lies some tens of metres off."""
    old = country().to_crs(4326)
    new = old.set_crs(4275, allow_override=True).to_crs(4326)
    assert "another system of coordinates" in told(new, old)
