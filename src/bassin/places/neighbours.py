"""EPCI that touch another one."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely


def sharing_a_boundary(
    shapes: gpd.GeoDataFrame, epci: pd.Series, code: str, members: pd.DataFrame
) -> pd.DataFrame:
    """EPCI that share a boundary with one, the longest first.

    Parameters
    ----------
    shapes : GeoDataFrame
        Outlines of communes, in metres, on one scale.
    epci : Series of str
        EPCI of each.
    code : str
        The one.
    members : DataFrame
        As :func:`bassin.read.insee.epci`: names and sizes of the EPCI.

    Returns
    -------
    DataFrame
        Index ``epci``; ``name``, ``communes`` (number), ``boundary_km`` (length shared). A
        crow's-foot of a point does not count.
    """
    mine = shapes.loc[epci == code]
    near = shapes.iloc[shapes.sindex.query(mine.union_all(), predicate="intersects")]
    near = near.loc[epci.loc[near.index] != code]
    outline = shapely.boundary(mine.union_all())
    shared = near.geometry.intersection(outline).length / 1000
    by_epci = shared.groupby(epci.loc[near.index]).sum()
    by_epci = by_epci[by_epci > 0].sort_values(ascending=False)
    names = members.drop_duplicates("epci").set_index("epci")["epci_name"]
    sizes = members["epci"].value_counts()
    return pd.DataFrame(
        {
            "name": names.reindex(by_epci.index),
            "communes": sizes.reindex(by_epci.index),
            "boundary_km": by_epci,
        }
    ).rename_axis("epci")
