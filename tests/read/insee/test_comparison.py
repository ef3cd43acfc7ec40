"""INSEE's comparison of communes, on the toy France."""

from __future__ import annotations

import pytest

from bassin.files.sources import Sources
from bassin.read import insee


def test_comparison_of_the_toy(toy: Sources):
    """Employed residents are the active but the unemployed."""
    table = insee.comparison_2018(toy)
    assert table.loc["30001", ["births", "deaths", "jobs", "employed"]].to_list() == [
        *(50, 100, 1200, 800)
    ]


def test_published_areas_of_the_toy(toy: Sources):
    """A square of 25 km2, and two of them for a commune that merged."""
    areas = insee.published_areas(toy)
    assert areas.name == "area_km2"
    assert areas[["30001", "30005"]].to_list() == pytest.approx([25, 50])
