"""How unevenly an access is spread: answers known by hand, and what must hold of any."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bassin.errors import AccessError
from bassin.models import catchments as access

INDICES = [access.gini, access.palma, access.theil]
EVEN = {access.gini: 0, access.palma: 1, access.theil: 0}


def places(values) -> pd.Series:
    return pd.Series(np.array(values, dtype=float), [f"p{at}" for at in range(len(values))])


spreads = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 900)), min_size=1, max_size=12
).filter(lambda rows: sum(value * people for value, people in rows) > 0)


def test_gini_is_the_mean_gap_between_two_people():
    """Every pair by hand: 1 has nothing, 2 have 1, 1 has 4."""
    values, people = [0, 1, 4], [1, 2, 1]
    each = np.repeat(values, people)
    gap = np.abs(each[:, None] - each[None, :]).mean()
    assert access.gini(places(values), places(people)) == pytest.approx(gap / 2 / each.mean())


def test_palma_parts_the_place_at_the_bound():
    """The lowest 40 of 100 are all of the first town and half of the second."""
    found = access.palma(places([1, 2, 5, 8]), places([20, 40, 30, 10]))
    assert found == pytest.approx(8 / 1.5)
    assert access.palma(places([0, 1]), places([50, 50])) == np.inf


def test_palma_ranks_by_another_number():
    """By income the poor may have more; two towns of one income are parted alike."""
    reached, people = places([3, 1, 2]), places([40, 50, 10])
    assert access.palma(reached, people, places([100, 200, 300])) == pytest.approx(2 / 3)
    assert access.palma(reached, people, places([1, 1, 1])) == pytest.approx(1)
    by_hand = 2 / ((3 * 40 + 1 * 50) / 90)
    assert access.palma(reached, people, places([1, 1, 2])) == pytest.approx(by_hand)


def test_theil_of_one_who_has_all_is_the_logarithm_of_how_many_there_are():
    """One of a hundred."""
    assert access.theil(places([0, 5]), places([99, 1])) == pytest.approx(np.log(100))


@settings(deadline=None)
@given(rows=spreads, factor=st.integers(1, 9))
def test_indices_know_no_unit_nor_how_places_are_cut(rows, factor):
    """All times a number, more people alike, a place in two, places in another order: no change."""
    values, people = (places(side) for side in zip(*rows, strict=True))
    halves = people.to_numpy() / 2
    for index in INDICES:
        plain = index(values, people)
        assert index(values * factor, people) == pytest.approx(plain, abs=1e-9)
        assert index(values, people * factor) == pytest.approx(plain, abs=1e-9)
        assert index(values.iloc[::-1], people) == pytest.approx(plain, abs=1e-9)
        twice = places(np.tile(values, 2))
        assert index(twice, places(np.tile(halves, 2))) == pytest.approx(plain, abs=1e-9)
        assert index(values * 0 + 2, people) == pytest.approx(EVEN[index], abs=1e-9)


@settings(deadline=None)
@given(rows=spreads)
def test_indices_are_within_their_bounds(rows):
    """Gini from 0 to 1, Palma from 1, Theil from 0 to the logarithm of all over one place."""
    values, people = (places(side) for side in zip(*rows, strict=True))
    assert -1e-12 <= access.gini(values, people) < 1
    assert access.palma(values, people) >= 1 - 1e-12
    least = people[people > 0].min()
    assert -1e-12 <= access.theil(values, people) <= np.log(people.sum() / least) + 1e-9


@settings(deadline=None)
@given(rows=spreads, seed=st.integers(0, 99))
def test_the_parts_of_theil_are_those_of_its_groups(rows, seed):
    """Inside the groups: the index of each by itself, weighed by its share of all access."""
    values, people = (places(side) for side in zip(*rows, strict=True))
    groups = pd.Series(np.random.default_rng(seed).choice(["a", "b", "c"], len(rows)), values.index)
    parts = access.theil_parts(values, people, groups)
    held = values * people
    within = sum(
        held[names].sum() / held.sum() * access.theil(values[names], people[names])
        for _, names in groups.groupby(groups).groups.items()
        if held[names].sum() > 0
    )
    assert parts.within == pytest.approx(within, abs=1e-9)
    assert parts.total == pytest.approx(access.theil(values, people), abs=1e-12)
    assert parts.between >= -1e-12


def test_several_accesses_have_an_index_each():
    """By their names."""
    values = pd.DataFrame({"doctors": places([1, 3]), "nurses": places([2, 2])})
    for index in INDICES:
        found = index(values, places([10, 30]))
        assert found["doctors"] == index(values["doctors"], places([10, 30]))
        assert found["nurses"] == pytest.approx(EVEN[index])


@pytest.mark.parametrize(
    ("values", "people", "message"),
    [
        (places([1, np.inf]), places([1, 1]), "access of 'p1' is inf: give a finite number"),
        (places([1, -2]), places([1, 1]), r"access of 'p1' is -2\.0"),
        (places([1, 2]), places([1, np.nan]), "people of 'p1' is nan"),
        (places([1, 2]), places([1, 1, 1]), "people: 'p2' not in the table of times"),
        (places([1, 2]), places([1]), "people: none for 'p1'"),
        (places([0, 2]), places([1, 0]), "nobody has any access"),
        (places([]), places([]), "nobody has any access"),
        ([1, 2], places([1, 1]), "access is a list: give a Series"),
        (places([1, 2]), [1, 1], "people is a list: give a Series"),
        (places([1, 2]).rename({"p1": "p0"}), places([1, 1]), "'p0': twice in the access"),
    ],
)
def test_what_cannot_be_uneven_is_refused(values, people, message):
    """With the place and the cure."""
    for index in (*INDICES, lambda a, p: access.theil_parts(a, p, places([1, 2]))):
        with pytest.raises(AccessError, match=message):
            index(values, people)


def test_ranks_and_groups_that_are_none_are_refused():
    """Missing, twice, of no type."""
    values, people = places([1, 2]), places([1, 1])
    for rank, message in (
        ([1, 2], "rank is a list"),
        (places([1]), "rank: give each place"),
        (places([1, np.nan]), "rank: give each place"),
        (places([1, 2]).rename({"p1": "p0"}), "rank: give each place"),
    ):
        with pytest.raises(AccessError, match=message):
            access.palma(values, people, rank)
    for groups, message in (
        (["a", "b"], "groups is a list"),
        (places([1]), "groups: give each place one"),
        (places([1, 2]).rename({"p1": "p0"}), "groups: give each place one"),
        (pd.Series(["a", None], values.index), "row 'p1': no group"),
    ):
        with pytest.raises(AccessError, match=message):
            access.theil_parts(values, people, groups)
