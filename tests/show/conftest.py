"""Twelve square communes, three rows of four, one kilometre a side, north of the row below.

09 10 11 12
05 06 07 08
01 02 03 04
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
from shapely.geometry import box

WEST, SOUTH = 780_000, 6_330_000  # near Alès, in Lambert-93


@pytest.fixture
def squares() -> gpd.GeoDataFrame:
    """Values 0 to 11 by commune; 03 is secret and 08 missing."""
    cells = [
        box(WEST + 1000 * x, SOUTH + 1000 * y, WEST + 1000 * (x + 1), SOUTH + 1000 * (y + 1))
        for y in range(3)
        for x in range(4)
    ]
    codes = [f"300{rank:02d}" for rank in range(1, 13)]
    table = gpd.GeoDataFrame(
        {
            "name": [f"Commune {code[-2:]}" for code in codes],
            "value": np.arange(12.0),
            "later": np.arange(12.0)[::-1],
            "status": "published",
            "kind": ["mine", "farm", "town"] * 4,
        },
        index=codes,
        geometry=cells,
        crs=2154,
    )
    table.loc["30003", ["value", "status"]] = [np.nan, "secret"]
    table.loc["30008", ["value", "status"]] = [np.nan, "missing"]
    return table


@pytest.fixture
def words() -> dict[str, str]:
    """What every exhibit needs besides its data and name."""
    return {"caption": "A caption", "source": "INSEE, *RP*, 2020"}
