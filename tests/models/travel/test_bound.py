"""Times against the gap of two times to one third place."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.travel_model import make_towns

from bassin.errors import AccessError
from bassin.models import travel


def test_neighbours_are_near_and_on_one_land():
    """Each pair comes once; water parts two towns five kilometres apart."""
    towns = make_towns([(0, 0), (5, 0), (0, 5), (40, 0)])
    towns.loc[2, "land"] = travel.CORSICA
    start, end = travel.neighbours(towns, 20)
    assert list(zip(start, end, strict=True)) == [(0, 1)]
    start, end = travel.neighbours(towns, 36)
    assert sorted(zip(start, end, strict=True)) == [(0, 1), (1, 3)]
    with pytest.raises(AccessError, match="above zero"):
        travel.neighbours(towns, 0)


def test_bound_by_hand():
    """Gaps of 10, 4 and 30 minutes: the second way and the third are three and five too short."""
    start, end = pd.Series([100.0, 50.0, 70.0, np.nan]), pd.Series([110.0, 46.0, 40.0, 20.0])
    found = travel.against_bound(np.array([10.0, 1.0, 25.0, 9.0]), start, end)
    assert found["bounded"] == 3
    assert found["broken_pct"] == pytest.approx(200 / 3)
    assert found["broken_by"] == 4
    assert found["far_broken_pct"] == pytest.approx(200 / 3)
    less = travel.against_bound(np.array([10.0, 2.0, 25.0, 9.0]), start, end)
    assert less["broken_pct"] == pytest.approx(200 / 3)
    assert less["far_broken_pct"] == pytest.approx(100 / 3)
    assert travel.against_bound(np.array([30.0]), start[:1], end[:1])["broken_by"] == 0


def test_nothing_to_bound_is_refused():
    """Times of other pairs, a missing time, or no time to the third place."""
    ends = pd.Series([1.0, 2.0]), pd.Series([2.0, 1.0])
    with pytest.raises(AccessError, match="one number of minutes for each pair"):
        travel.against_bound(np.array([1.0]), *ends)
    with pytest.raises(AccessError, match="one number of minutes for each pair"):
        travel.against_bound(np.array([1.0, np.nan]), *ends)
    with pytest.raises(AccessError, match="nothing to bound"):
        travel.against_bound(np.array([1.0, 1.0]), ends[0], ends[1] * np.nan)


@pytest.mark.parametrize(
    ("minutes", "what"),
    [
        ([1.0, np.inf], "minutes of the pairs, pair 1: inf minutes"),
        ([-1.0, 2], "minutes of the pairs, pair 0: -1 minutes"),
        (["1", "2"], "minutes of the pairs: give numbers"),
        ([None, 2.0], "minutes of the pairs: give numbers"),
        ([[1.0, -2.0]], "pair 0, 1: -2 minutes"),
        ([[1.0, 2.0]], "one number of minutes for each pair"),
    ],
)
def test_minutes_that_are_no_time_of_a_pair_are_refused(minutes: list, what: str):
    """An infinite time is above every bound, a negative one under, a text none."""
    with pytest.raises(AccessError, match=what):
        travel.against_bound(minutes, pd.Series([1.0, 2]), pd.Series([2.0, 1]))


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (np.inf, "pair 1: inf minutes"),
        (-np.inf, "pair 1: -inf minutes"),
        (-3.0, "pair 1: -3 minutes"),
        ("12", "row 'q': '12' is no number of minutes"),
        ("", "row 'q': '' is no number of minutes"),
    ],
)
@pytest.mark.parametrize("end", [0, 1])
def test_times_to_the_third_place_that_are_none_are_refused(value: object, what: str, end: int):
    """At either end; a text would be a time that is not known, and leave the pair out."""
    ends = [pd.Series([1.0, 2.0], ["p", "q"]), pd.Series([2.0, 1.0], ["p", "q"])]
    ends[end] = pd.Series([1.0, value], ["p", "q"], dtype=object)
    with pytest.raises(AccessError, match=f"{('start', 'end')[end]}, {what}"):
        travel.against_bound(np.array([1.0, 1.0]), *ends)


def test_times_that_are_not_known_leave_their_pair_out():
    """NaN, None and NA alike: one of four pairs is bounded, 4 minutes under its gap of 5."""
    start = pd.Series([10.0, np.nan, None, pd.NA], dtype=object)
    found = travel.against_bound(np.ones(4), start, pd.Series([15.0, 1, 1, 1]))
    assert found == {"bounded": 1, "broken_pct": 100, "far_broken_pct": 100, "broken_by": 4}


def test_ends_of_other_pairs_are_refused():
    """One too few at one end would be spread over all."""
    with pytest.raises(AccessError, match="one number of minutes for each pair"):
        travel.against_bound(np.ones(2), pd.Series([1.0]), pd.Series([1.0, 2]))


def test_a_town_on_no_land_is_refused():
    """Two of them would be on one, and have a way between them."""
    towns = make_towns([(0, 0), (5, 0)])
    towns["land"] = None
    with pytest.raises(AccessError, match=r"on no land\. Give each town its own"):
        travel.neighbours(towns, 20)
