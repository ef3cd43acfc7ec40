"""Labels on the map: points in communes, districts cut out of them."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from bassin.topics.programmes.outlines import match


def test_a_point_in_another_commune_is_told():
    """A point beside the commune of its code counts as found, not as agreeing."""
    squares = gpd.GeoDataFrame(
        index=pd.Index(["a", "b"], name="code"),
        geometry=[shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)],
        crs=2154,
    )
    table = gpd.GeoDataFrame(
        {"code": ["a", "a", "c"]},
        geometry=[shapely.Point(0.5, 0.5), shapely.Point(1.5, 0.5), shapely.Point(9, 9)],
        crs=2154,
    )
    row = match({"label": table}, squares).loc["label"]
    assert row[["by_code", "by_point", "both"]].tolist() == [2, 2, 1]
