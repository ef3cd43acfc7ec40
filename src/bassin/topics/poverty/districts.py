"""Priority districts and the communes about them."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

#: Kinds of areas: communes without a priority district in 2024 and with one; districts of 2015.
WITHOUT, WITH, DISTRICT = "priority_none_2024", "priority_2024", "priority_2015"


def district_areas(
    districts: gpd.GeoDataFrame, later: pd.DataFrame, outlines: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Priority districts, and the communes about them less the districts, without overlaps.

    Parameters
    ----------
    districts : GeoDataFrame
        Priority districts of 2015: ``name``, ``code``.
    later : DataFrame
        Priority districts of 2024 by commune.
    outlines : GeoDataFrame
        Communes of the territory: ``name``, ``geometry``.

    Returns
    -------
    GeoDataFrame
        Index ``code``; ``name``, ``kind``: communes that touch the smallest convex area around
        those that have a district, all of them where none has (:data:`WITHOUT`, :data:`WITH`); then
        the districts of 2015 (:data:`DISTRICT`).
    """
    have = outlines.index.isin([*later.index, *districts["code"]])
    about = outlines
    if have.any():
        hull = outlines.geometry[have].union_all().convex_hull
        about = outlines[outlines.intersects(hull)]
    then = pd.Series(about.index.isin(later.index), about.index)
    kind = then.map({True: WITH, False: WITHOUT})
    communes = gpd.GeoDataFrame(
        {"name": about["name"], "kind": kind}, geometry=about.geometry, crs=outlines.crs
    )
    if districts.empty:
        return communes
    inside = districts.geometry.intersection(outlines.union_all())
    communes["geometry"] = communes.geometry.difference(inside.union_all())
    drawn = gpd.GeoDataFrame(
        {"name": districts["name"], "kind": DISTRICT},
        geometry=inside,
        crs=outlines.crs,
    )
    both = pd.concat([communes, drawn]).rename_axis("code")
    return gpd.GeoDataFrame(both, geometry="geometry", crs=outlines.crs)
