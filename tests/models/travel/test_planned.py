"""A planner's minutes in the place of a model's."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.travel_model import make_model, make_towns

from bassin.errors import AccessError
from bassin.models.catchments import origin_destination
from bassin.models.travel import PlannedTimes

TOWNS = make_towns([(0, 0), (10, 0), (0, 10), (60, 0)]).set_axis(list("abcd"))
MODEL = make_model(TOWNS)


def planned(**ways: float) -> PlannedTimes:
    """Ways named by their two ends."""
    index = pd.MultiIndex.from_tuples([tuple(way) for way in ways])
    return PlannedTimes(MODEL, TOWNS.index, pd.Series(list(ways.values()), index, dtype=float))


def every_pair() -> tuple[np.ndarray, np.ndarray]:
    return np.repeat(np.arange(4), 4), np.tile(np.arange(4), 4)


def test_planned_ways_take_what_the_planner_says_and_others_what_the_model_does():
    """A way given one way alone takes as long back; one given both ways keeps both."""
    time = planned(ab=7.0, ac=8.0, ca=9.0)
    start, end = every_pair()
    found = pd.Series(time.minutes(TOWNS, start, end), [start, end])
    model = pd.Series(MODEL.minutes(TOWNS, start, end), [start, end])
    given = {(0, 1): 7.0, (1, 0): 7.0, (0, 2): 8.0, (2, 0): 9.0}
    assert found[list(given)].tolist() == list(given.values())
    others = [pair for pair in found.index if pair not in given]
    assert found[others].equals(model[others])
    assert time.settled(start, end).sum() == len(given)


def test_a_quick_planned_way_is_found_however_far():
    """The circle of the model alone would leave it out."""
    time = planned(ad=12.0)
    assert MODEL.reach_km(TOWNS, 15.0)[0] < 60
    assert time.reach_km(TOWNS, 15.0)[0] >= 60
    assert time.reach_km(TOWNS, 11.0)[0] == MODEL.reach_km(TOWNS, 11.0)[0]
    near = origin_destination(TOWNS, time, 15.0)
    pairs = pd.MultiIndex.from_arrays([near.origins[near.rows], near.destinations[near.columns]])
    assert ("a", "d") in pairs


def test_draws_leave_planned_ways_as_they_are():
    """The others have the draws of the model."""
    start, end = every_pair()
    found = planned(ab=7.0).factors(4, start, end, np.random.default_rng(1))
    model = MODEL.factors(4, start, end, np.random.default_rng(1))
    settled = planned(ab=7.0).settled(start, end)
    assert (found[settled] == 1).all()
    assert (found[~settled] == model[~settled]).all()
    assert planned(ab=7.0).with_pair_spread(0.5).model.pair_spread == 0.5


def test_towns_that_are_not_among_them_are_left_out():
    """A planner may have places of which no time is asked."""
    assert not planned(xy=7.0, ax=7.0).settled(*every_pair()).any()


def test_towns_in_another_order_are_refused():
    """Positions would name others."""
    with pytest.raises(AccessError, match="an order of their own"):
        planned(ab=7.0).minutes(TOWNS[::-1], [0], [1])


@pytest.mark.parametrize("minutes", [-1.0, np.inf, np.nan])
def test_minutes_that_are_none_are_refused(minutes):
    """The way is named."""
    with pytest.raises(AccessError, match="from a to b: planned minutes"):
        planned(ab=minutes)


def test_a_way_given_twice_is_refused():
    """Which of the two is right is not known."""
    twice = pd.MultiIndex.from_tuples([("a", "b"), ("a", "b")])
    with pytest.raises(AccessError, match="from a to b is planned twice"):
        PlannedTimes(MODEL, TOWNS.index, pd.Series([1.0, 2.0], twice))
