"""Populations at each census: on one geography, their growth, fall and return."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest

from bassin.places.territory import Territory
from bassin.topics.population.history import (
    growth,
    level_again,
    north_of,
    ways,
)
from bassin.topics.population.local import Population


def test_growth_keeps_both_ends():
    """Start, end and change in %."""
    table = pd.DataFrame({1968: [100.0], 2020: [125.0]}, index=["30001"])
    row = growth(table, 1968, 2020).loc["30001"]
    assert row.tolist() == [100, 125, 25]


def test_a_way_is_told_over_each_window_as_a_census_tells():
    """From census to census, then over five years: half a percent is level."""
    table = pd.DataFrame(
        {
            1999: [1000, 1000],
            2006: [990, 996],
            2007: [985, 990],
            2011: [980, 1010],
            2012: [986, 990],
        },
        index=["falls", "stands"],
    )
    found = ways(table)
    assert list(found.columns) == [(1999, 2006), (2006, 2011), (2007, 2012)]
    assert found.loc["falls"].tolist() == [-1, -1, 0]
    assert found.loc["stands"].tolist() == [0, 1, 0]
    unknown = ways(table.where(table != 980))
    assert unknown.loc["falls"].isna().tolist() == [False, True, False]
    assert unknown.loc["stands"].tolist() == [0, 1, 0]


@pytest.mark.parametrize(("last", "found"), [(1004, 0), (1005, 0), (1006, 1), (990, -1)])
def test_a_level_is_told_to_half_a_percent(last, found):
    """Of a thousand, five people more or less are the same."""
    assert level_again(pd.Series({1968: 1000, 2020: last}), 1968, 2020) == found


def test_the_north_begins_beyond_its_distance():
    """Twelve kilometres north, exactly ten, and twelve to the west."""
    points = gpd.GeoSeries.from_xy([0, 0, 0, -12e3], [0, 12e3, 10e3, 0], index=list("abcd"))
    assert north_of(points, "a") == ["b"]
    assert north_of(points, "a", 9) == ["c", "b"]


def test_the_real_north(real):
    """16 communes lost 43 % from 1968 to 2020, 11 of them some, and 0.1 % from 1999."""
    ales = Territory("200066918", real)
    found = Population(ales, real)
    codes = north_of(ales.outlines.geometry.centroid, ales.centre)
    people = found.by_commune.loc[codes]
    assert (len(codes), int((people[2020] < people[1968]).sum())) == (16, 11)
    total = found.together(codes)
    assert total[[1968, 1999, 2011, 2020]].tolist() == [26195, 14907, 15202, 14893]
