"""What lies within reach, whoever else may want it."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.catchments import SIDE, Flat, grid, one, table

from bassin.errors import AccessError
from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination


def row_of_three(within: float = 20) -> OriginDestination:
    """Three towns in a row, ten minutes from each to the next."""
    return access.origin_destination(grid(3).iloc[:3], Flat(), within)


def test_opportunities_are_counted_up_to_the_edge_and_not_beyond():
    """Ten minutes reach the neighbour, and all that is there."""
    od = row_of_three()
    jobs = pd.Series([5.0, 7.0, 100.0], index=od.destinations)
    found = access.cumulative_opportunities(od, jobs, 10)
    assert found.access.tolist() == [12, 112, 107]
    assert access.cumulative_opportunities(od, jobs, 9.9).access.tolist() == [5, 7, 100]
    assert access.cumulative_opportunities(od, jobs, 20).access.tolist() == [112] * 3
    assert (found.empty, found.unreached) == (0, 0)


def test_gravity_counts_the_near_more():
    """Half of the weight at half of the way."""
    od = row_of_three()
    jobs = pd.Series([0.0, 8.0, 0.0], index=od.destinations)
    assert access.gravity(od, jobs, access.linear(20)).access.tolist() == [4, 8, 4]


def test_what_nobody_gets_to_is_counted():
    """A destination that no origin reaches, and origins with nothing in reach."""
    od = table(3, within=10, origins=["00000", "00001"])
    jobs = one(od, od.destinations) * 0
    jobs["02002"] = 3.0
    found = access.gravity(od, jobs, access.step(10))
    assert (found.empty, found.unreached) == (2, 3)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_the_way_to_the_kth_is_that_of_sorting_all(count):
    """Against a sort of each row by hand, with places of none, one and many."""
    rng = np.random.default_rng(count)
    od = table(within=45)
    doctors = pd.Series(rng.choice([0.0, 0.0, 1.0, 2.5], SIDE**2), index=od.destinations)
    found = access.nearest(od, doctors, count)
    for origin, rows in od.to_table().groupby("origin"):
        rows = rows.sort_values(["minutes", "destination"])
        held = doctors[rows["destination"]].to_numpy()
        met = (held.cumsum() >= count) if count > 1 else held > 0
        assert found.minutes[origin] == rows["minutes"].to_numpy()[met.argmax()]
        assert found.place[origin] == rows["destination"].to_numpy()[met.argmax()]
    assert found.beyond == 0


def test_parts_of_units_are_summed_in_each_row_alone(monkeypatch):
    """Six halves are three, however the table is cut in parts."""
    od = table(within=45)
    halves = pd.Series(0.5, index=od.destinations)
    whole = access.nearest(od, halves, 3)
    module = import_module("bassin.models.catchments.origin_destination")
    monkeypatch.setattr(module, "TOGETHER", 50)
    assert len(list(od.blocks())) > SIDE
    parts = access.nearest(od, halves, 3)
    assert parts.minutes.equals(whole.minutes)
    assert parts.place.equals(whole.place)


def test_the_nearest_is_infinitely_far_where_the_table_ends():
    """No doctor in the table, or not so many: no minutes, no place, and how many are so."""
    od = row_of_three(10)
    doctors = pd.DataFrame({"one": [1.0, 0, 0], "none": 0.0}, index=od.destinations)
    found = access.nearest(od, doctors)
    assert found.minutes["one"].tolist() == [0, 10, np.inf]
    assert found.place["one"].tolist() == ["00000", "00000", None]
    assert found.beyond.to_dict() == {"one": 1, "none": 3}
    assert np.isinf(access.nearest(od, doctors["one"], 2).minutes).all()


def test_the_nearest_may_be_no_fuller_than_a_half():
    """A doctor on half time is near; the first whole one is farther."""
    od = row_of_three()
    doctors = pd.Series([0.5, 0.5, 3.0], index=od.destinations)
    assert access.nearest(od, doctors).minutes.tolist() == [0, 0, 0]
    assert access.nearest(od, doctors, 1.5).minutes.tolist() == [20, 10, 0]


@pytest.mark.parametrize("count", [0, 0.5, -1, np.nan, np.inf, "1", None, True])
def test_a_count_that_is_none_is_refused(count):
    """Less than one unit, or no number."""
    od = row_of_three()
    with pytest.raises(AccessError, match="the count of supply is"):
        access.nearest(od, one(od, od.destinations), count)


def test_a_reach_beyond_the_table_is_refused():
    """It would count too little."""
    od = row_of_three(10)
    with pytest.raises(AccessError, match="build the table with a longer time"):
        access.cumulative_opportunities(od, one(od, od.destinations), 20)
    with pytest.raises(AccessError, match="give an OriginDestination"):
        access.nearest(od.to_table(), one(od, od.destinations))


@settings(deadline=None, max_examples=30)
@given(
    jobs=st.lists(st.integers(0, 9), min_size=SIDE**2, max_size=SIDE**2),
    edges=st.tuples(st.integers(1, 45), st.integers(1, 45)).map(sorted),
    count=st.integers(1, 12),
)
def test_opportunities_and_the_nearest_tell_one_story(jobs, edges, count):
    """A wider reach has no less; so many are in reach as soon as the way to the k-th is."""
    od = table(within=45)
    supply = pd.Series(np.array(jobs, dtype=float), index=od.destinations)
    near, far = (access.cumulative_opportunities(od, supply, edge).access for edge in edges)
    assert (near <= far).all()
    way = access.nearest(od, supply, count).minutes
    assert ((way <= edges[0]) == (near >= count)).all()
