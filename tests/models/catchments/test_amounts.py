"""Supply and demand in the order of the places: each there once, none made up."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.errors import AccessError
from bassin.models.catchments.amounts import (
    Offer,
    aligned,
    demanded,
    given_out,
    lost,
    offer,
    quotient,
)
from bassin.models.catchments.origin_destination import OriginDestination

ROWS = {"origin": ["a", "a", "b"], "destination": ["c", "d", "d"], "minutes": [1.0, 2, 3]}
OD = OriginDestination.from_table(pd.DataFrame(ROWS), within=5)
PLACES = pd.Index(["c", "d"])


def test_amounts_follow_the_order_of_the_places():
    """Whatever order they are given in."""
    assert aligned(pd.Series({"d": 2, "c": 1}), PLACES, "supply").tolist() == [1, 2]
    assert offer(OD, pd.Series({"d": 2, "c": 1})).amounts.tolist() == [1, 2]
    both = offer(OD, pd.DataFrame({"now": [2, 1], "then": [4, 3]}, ["d", "c"]))
    assert both.amounts.tolist() == [[1, 3], [2, 4]]
    assert [one.tolist() for one in both.columns] == [[1, 2], [3, 4]]
    assert demanded(OD, pd.Series({"b": 5, "a": 0})).tolist() == [0, 5]


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"c": 1}, "supply: none for 'd'. Give 0 where there is none"),
        ({"c": 1, "d": 2, "e": 0}, "supply: 'e' not in the table of times"),
        ({"c": 1, "d": None}, "supply of 'd' is nan"),
        ({"c": 1, "d": -2}, "supply of 'd' is -2"),
        ({"c": np.inf, "d": 2}, "supply of 'c' is inf"),
        ({"c": "1", "d": 2}, "supply of 'c' is 1: give a finite number"),
        ({"c": 1, None: 2}, "row 1 of the supply has no code"),
        ({"c": 1, "d ": 2}, "row 1 of the supply: code is 'd ', with white space"),
    ],
)
def test_an_amount_that_is_none_is_named(values: dict, what: str):
    """Nothing is filled: a place without a supply says 0."""
    for give in (lambda s: aligned(s, PLACES, "supply"), lambda s: offer(OD, s)):
        with pytest.raises(AccessError, match=what):
            give(pd.Series(list(values.values()), pd.Index(list(values), dtype=object)))


def test_a_place_there_twice_and_what_is_no_series_are_refused():
    """Which of two amounts is meant cannot be told."""
    with pytest.raises(AccessError, match="'c' twice"):
        aligned(pd.Series([1, 2, 3], ["c", "c", "d"]), PLACES, "supply")
    with pytest.raises(AccessError, match="demand is a list: give a Series"):
        demanded(OD, [1, 2])
    with pytest.raises(AccessError, match="od: give an OriginDestination"):
        demanded(pd.DataFrame(ROWS), pd.Series({"a": 1, "b": 1}))


@pytest.mark.parametrize(
    ("columns", "what"), [([], "supply: no column"), (["x", "x"], "each column one name")]
)
def test_supplies_have_a_name_each(columns: list[str], what: str):
    """No column is no supply; two of one name are one too many."""
    with pytest.raises(AccessError, match=what):
        offer(OD, pd.DataFrame([[1] * len(columns)] * 2, ["c", "d"], columns))


def test_nobody_in_a_catchment_is_no_access_and_no_division():
    """Two doctors for four people, three for none."""
    assert quotient(np.array([2.0, 3]), np.array([4.0, 0])).tolist() == [0.5, 0]


def test_a_supply_that_nobody_weighs_on_is_lost():
    """Two supplies of two places, of which the second is in nobody's reach."""
    one = Offer(np.array([1.0, 2]), None)
    two = Offer(np.array([[1.0, 3], [2, 4]]), pd.Index([*"xy"]))
    load = np.array([5.0, 0])
    assert lost(one, load) == 2
    assert lost(two, load).tolist() == [2, 4]


def test_an_access_says_what_it_leaves_out():
    """One origin of two without a supply; an infinite access is refused by its place."""
    of, near = Offer(np.array([1.0, 2]), None), np.array([1.0, 0])
    found = given_out(OD, of, np.array([0.5, 0]), near, np.array(2.0))
    assert found.access.to_dict() == {"a": 0.5, "b": 0}
    assert (found.empty, found.unreached) == (1, 2)
    with pytest.raises(AccessError, match="access of 'b' is no number"):
        given_out(OD, of, np.array([0.5, np.inf]), near, np.array(2.0))
