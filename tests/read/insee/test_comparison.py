"""INSEE's comparison of communes, on the toy France."""

from __future__ import annotations

from bassin.files.sources import Sources
from bassin.read import insee


def test_comparison_of_the_toy(toy: Sources):
    """Employed residents are the active but the unemployed."""
    table = insee.comparison_2018(toy)
    assert table.loc["30001", ["births", "deaths", "jobs", "employed"]].to_list() == [
        *(50, 100, 1200, 800)
    ]
