"""Labels on the map: points in communes, districts cut out of them."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from bassin.topics.programmes.outlines import district_pieces, match


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


def test_a_list_that_is_not_known_is_not_a_list_without_districts():
    """A commune outside the list of 2015 is told apart from one that has no district."""
    squares = gpd.GeoDataFrame(
        {"name": ["A", "B", "C"]},
        index=pd.Index(["a", "b", "c"], name="code"),
        geometry=[shapely.box(x, 0, x + 1, 1) for x in range(3)],
        crs=2154,
    )
    none = gpd.GeoDataFrame({"name": [], "code": []}, geometry=[], crs=2154)
    before = pd.Series([float("nan"), 0.0, 1.0], index=squares.index)
    then = pd.Series([0, 0, 0], index=squares.index)
    kinds = district_pieces(squares, none, before, then)["kind"]
    assert kinds.tolist() == ["district_2015_unknown", "district_none", "district_2015_only"]
