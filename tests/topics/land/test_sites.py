"""Brownfields: records that share a piece of land made into places, by state, on a map."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from bassin.topics.land.sites import apart, one_row_a_place, places

SITE = {"name": "", "activity": "", "lon": 0.0, "lat": 0.0, "pollution": "soil_unknown"}


def test_places_share_land():
    """Records that share any piece of land are one place, through others if need be."""
    sites = pd.DataFrame({"land": ["a", "b c", "c d", "d a", "", "e", ""]}, index=list("tuvwxyz"))
    assert places(sites).tolist() == ["t", "t", "t", "t", "x", "y", "z"]


def test_a_place_is_confirmed_if_one_record_is():
    """Its area is that of its largest record, its soil the worst that one of them knows."""
    sites = pd.DataFrame(
        {
            "code": "30001",
            "status": ["site_potential", "site_without_project"],
            "area": [30_000.0, 20_000.0],
            "land": "a",
            **SITE,
        },
        index=["p", "q"],
    )
    sites["pollution"] = ["soil_polluted", "soil_unknown"]
    row = one_row_a_place(sites).loc["p"]
    assert row[["state", "records", "hectares", "pollution"]].tolist() == [
        *("site_without_project", 2, 3.0, "soil_polluted")
    ]


def test_points_in_one_spot_each_keep_a_part():
    """None vanishes under another."""
    points = gpd.GeoSeries(shapely.points([[0, 0], [0, 0], [3000, 0]]), list("abc"), crs=2154)
    discs = apart(points, 500)
    assert (discs.area > 100_000).all()
    assert discs.index.tolist() == ["a", "b", "c"]
