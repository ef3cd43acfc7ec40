"""Zones alike and zones of coal, on the toy France."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.topics.outcome import national


def test_traits_of_a_zone_at_the_start(toy: Sources):
    """Jobs of 1998, by inhabitant of 1999; Mineville had 400."""
    table = national.traits(toy)
    assert table.at["7601", "size"] == pytest.approx(np.log(400))
    people = 400 / table.at["7601", "jobs_per_inhabitant"]
    assert people == pytest.approx(round(people))
    assert table["growth"].notna().any()


def test_the_nearest_come_first_and_none_is_the_place():
    """Each trait counts in standard deviations; a place that lacks one is near none."""
    traits = pd.DataFrame(
        {"size": [0.0, 1.0, 5.0, 0.1], "growth": [0.0, 0.0, 0.0, np.nan]}, index=list("abcd")
    )
    traits.loc["c", "growth"] = 1.0
    assert national.nearest(traits, "a", 3) == ["b", "c"]


def test_zones_overseas_are_left_out_of_those_alike():
    """Their codes begin with 01 to 06, those of zones over several regions with 00."""
    jobs = pd.DataFrame({1998: 1.0}, index=["0101", "0051", "7603"])
    assert list(national.mainland(jobs).index) == ["0051", "7603"]


def test_coal_zones_have_their_basins_and_towns(toy: Sources):
    """Several towns of one zone make one row."""
    table = national.coal_zones(toy)
    assert table.at["7601", "basins"] == "Cévennes"
    assert table.at["7602", "towns"].count("Town") == 5
    assert table.index.is_unique
