"""The outlines of all EPCI on one sheet: simplified together, so that neighbours leave no gap.

They are unions of the simplified communes of 2024 (CARTElette), each in the EPCI that it was in on
2023-01-01. Places overseas stand beside the mainland, at a scale of their own, as that file has
them: the sheet is to look at, and nothing is measured on it.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from bassin.files.shared import shared
from bassin.files.sources import Sources
from bassin.places.membership import groups
from bassin.read import ign

#: Metres of a unit of the sheet on the mainland.
UNIT = 300.0
#: How coarse outlines are made, in metres: the root of the least area a corner makes.
TOLERANCE = 1500.0
#: Parts of an EPCI under this area, in square metres, are left out, but its largest.
LEAST = 1e6


def mosaic(sources: Sources) -> gpd.GeoDataFrame:
    """Outlines of the EPCI of 2023 of which the file has communes.

    Parameters
    ----------
    sources : Sources

    Returns
    -------
    GeoDataFrame
        Index ``epci``, sorted; ``geometry``: polygons in whole units of the sheet, from 0
        rightwards and downwards. Neighbours share the corners of their border.
    """
    return shared(sources, "mosaic", lambda: _mosaic(sources))


def _mosaic(sources: Sources) -> gpd.GeoDataFrame:
    communes = ign.communes_france_2024(sources)
    of = groups(sources, "epci").reindex(communes.index).dropna()
    whole = {
        str(epci): shapely.coverage_union_all(communes.geometry.loc[list(rows)].to_numpy())
        for epci, rows in of.index.groupby(of).items()
    }
    simple = shapely.coverage_simplify(np.array([*whole.values()]), TOLERANCE)
    west, _, _, north = shapely.total_bounds(simple)

    def lay(points: np.ndarray) -> np.ndarray:
        x, y = points.T
        laid: np.ndarray = np.rint(np.column_stack([(x - west) / UNIT, (north - y) / UNIT]))
        return laid

    shapes = pd.Series([shapely.transform(_large(shape), lay) for shape in simple], [*whole])
    return gpd.GeoDataFrame(geometry=shapes).sort_index().rename_axis("epci")


def _large(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """The parts of an outline that are large enough to be seen, and its largest."""
    parts = sorted(shapely.get_parts(shape), key=shapely.area, reverse=True)
    return shapely.MultiPolygon(parts[:1] + [part for part in parts[1:] if part.area >= LEAST])
