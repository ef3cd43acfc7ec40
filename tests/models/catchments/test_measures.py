"""The measures of catchments: answers known by hand, and what they refuse."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.catchments import SIDE, Flat, grid, one, table

from bassin.errors import AccessError
from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination

#: What shares a supply with all who reach it.
SHARING = [
    *(access.two_step_fca, access.three_step_fca, access.fca_ratio),
    *(access.balanced_fca, access.spatial_availability),
]


def test_access_in_one_big_catchment_is_supply_over_demand():
    """Where everyone reaches everything, all have total supply / total demand."""
    od = table(within=1000)
    supply, demand = one(od, od.destinations) * 2, one(od, od.origins) * 10
    for measure in (access.two_step_fca, access.fca_ratio):
        found = measure(od, supply, demand, access.step(1000))
        assert found.access.to_numpy() == pytest.approx(2 / 10)
        assert (found.empty, found.unreached) == (0, 0)


def test_three_step_in_one_big_catchment_is_supply_over_demand_too():
    """Each of n sites gets 1/n of every demand, and each demand 1/n of every site's ratio."""
    od = table(within=1000)
    supply, demand = one(od, od.destinations) * 2, one(od, od.origins) * 10
    found = access.three_step_fca(od, supply, demand, access.step(1000))
    assert found.access.to_numpy() == pytest.approx(2 / 10)


def test_one_doctor_serves_the_cross_of_his_neighbours():
    """Ten minutes around the middle of the grid: five towns of 100, one doctor for 500."""
    od = table()
    supply = one(od, od.destinations) * 0
    supply["03003"] = 1
    found = access.two_step_fca(od, supply, one(od, od.origins) * 100, access.step(10))
    cross = ["02003", "03002", "03003", "03004", "04003"]
    assert found.access[cross].tolist() == pytest.approx([1 / 500] * 5)
    assert found.access.drop(cross).eq(0).all()
    assert found.empty == SIDE**2 - 5


def test_two_doctors_in_a_row():
    """Towns a, b, c in a row, doctors at both ends: b has both, each shared by two towns."""
    od = access.origin_destination(grid(3).iloc[:3], Flat(), 10)
    supply = pd.Series([1.0, 0.0, 1.0], index=od.destinations)
    demand = pd.Series([30.0, 20.0, 80.0], index=od.origins)
    found = access.two_step_fca(od, supply, demand, access.step(10))
    assert found.access.tolist() == pytest.approx([1 / 50, 1 / 50 + 1 / 100, 1 / 100])


def test_the_third_step_shares_the_demand_before_it_counts():
    """The town between two equal doctors sends each half of its people."""
    od = access.origin_destination(grid(3).iloc[:3], Flat(), 10)
    supply = pd.Series([1.0, 0.0, 1.0], index=od.destinations)
    demand = pd.Series([30.0, 20.0, 80.0], index=od.origins)
    found = access.three_step_fca(od, supply, demand, access.step(10))
    # Half of 20 goes each way: 40 at one end, 90 at the other.
    assert found.access.tolist() == pytest.approx([1 / 40, 0.5 / 40 + 0.5 / 90, 1 / 90])


def test_a_place_of_many_doctors_draws_as_many_times():
    """Between one doctor and three at the same distance, a quarter goes to the one."""
    od = access.origin_destination(grid(3).iloc[:3], Flat(), 10)
    supply = pd.Series([1.0, 0.0, 3.0], index=od.destinations)
    demand = pd.Series([30.0, 20.0, 80.0], index=od.origins)
    found = access.three_step_fca(od, supply, demand, access.step(10))
    # 5 of 20 go to the one: 35 people there, 95 at the other end.
    by_hand = [1 / 35, 0.25 / 35 + 0.75 * 3 / 95, 3 / 95]
    assert found.access.tolist() == pytest.approx(by_hand)


def test_the_ratio_counts_only_the_demand_inside_the_circle():
    """The doctor at the end serves the town between, whose own circle holds all three."""
    od = access.origin_destination(grid(3).iloc[:3], Flat(), 10)
    supply = pd.Series([1.0, 0.0, 1.0], index=od.destinations)
    demand = pd.Series([30.0, 20.0, 80.0], index=od.origins)
    found = access.fca_ratio(od, supply, demand, access.step(10))
    assert found.access.tolist() == pytest.approx([1 / 50, 2 / 130, 1 / 100])


def test_a_doctor_nobody_reaches_is_counted():
    """No demand anywhere near: his supply is in no access and is said."""
    towns = grid(3).iloc[:3]
    od = access.origin_destination(towns, Flat(), 10)
    supply = pd.Series([0.0, 0.0, 4.0], index=od.destinations)
    demand = pd.Series([30.0, 0.0, 0.0], index=od.origins)
    for measure in SHARING:
        found = measure(od, supply, demand, access.step(10))
        assert found.access["00000"] == 0
        assert not found.access.isna().any()
        assert found.unreached == 4


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda s: s.replace(1.0, -1.0), "supply of '00000' is -1.0"),
        (lambda s: s.where(s.index != "00001"), "supply of '00001' is nan"),
        (lambda s: s.drop("00002"), "supply: none for '00002'. Give 0"),
        (lambda s: pd.concat([s, pd.Series({"99999": 1.0})]), "supply: '99999' not in the table"),
        (lambda s: pd.concat([s, s.iloc[:1]]), "supply: '00000' twice"),
        (lambda s: s.where(s.index != "00001", np.inf), "supply of '00001' is inf"),
        (lambda s: s.astype(str), "supply of '00000' is 1.0: give a finite number"),
        (lambda s: s.astype("Float64").where(s.index != "00002"), "supply of '00002' is <NA>"),
        (lambda s: s.set_axis([None, *s.index[1:]]), "row 0 of the supply has no code"),
        (lambda s: s.reset_index(drop=True), "supply: 0, 1, 2 and 6 more not in the table"),
        (lambda s: s.to_numpy(), "supply is a ndarray: give a Series indexed by place"),
        (lambda s: s.tolist(), "supply is a list: give a Series"),
        (lambda s: s.to_dict(), "supply is a dict: give a Series"),
        (lambda s: s * (1 + 1j), "supply of '00000' is .* give a finite number"),
        (lambda s: pd.to_datetime(s), "supply of '00000' is 1970.* give a finite number"),
    ],
)
@pytest.mark.parametrize("measure", SHARING)
def test_a_supply_that_is_none_is_refused(measure, change, message):
    """Negative, missing, absent, unknown, twice: each is named with its place."""
    od = table(3)
    with pytest.raises(AccessError, match=message):
        measure(od, change(one(od, od.destinations)), one(od, od.origins), access.step(10))
    with pytest.raises(AccessError, match=message.replace("supply", "demand")):
        measure(od, one(od, od.destinations), change(one(od, od.origins)), access.step(10))


@pytest.mark.parametrize("measure", SHARING)
def test_what_is_no_table_and_no_decay_is_refused(measure):
    """A long table or a bare function in their place is an error that says what to give."""
    od = table(3)
    supply, demand = one(od, od.destinations), one(od, od.origins)
    with pytest.raises(AccessError, match="give an OriginDestination"):
        measure(od.to_table(), supply, demand, access.step(10))
    with pytest.raises(AccessError, match="give a Decay"):
        measure(od, supply, demand, lambda t: np.ones(t.shape))
    with pytest.raises(AccessError, match="too far apart in size"):
        measure(od, supply * 1e300, demand * 1e-300, access.step(10))


def test_the_ratio_needs_times_between_all_places():
    """The demand around a place is at places that need not have a supply."""
    od = table(3, destinations=["00000"])
    with pytest.raises(AccessError, match="from each place to all"):
        access.fca_ratio(od, one(od, od.destinations), one(od, od.origins), access.step(10))


def test_the_balanced_catchment_counts_each_person_and_each_level_once():
    """The town between splits its people; each site parts its level between the two it serves."""
    od = access.origin_destination(grid(3).iloc[:3], Flat(), 10)
    supply = pd.Series([1.0, 0.0, 3.0], index=od.destinations)
    demand = pd.Series([30.0, 20.0, 80.0], index=od.origins)
    found = access.balanced_fca(od, supply, demand, access.step(10))
    # 10 of 20 go to either end: levels 1/40 and 3/90, each for two towns.
    assert found.access.tolist() == pytest.approx([1 / 80, 1 / 80 + 1 / 60, 1 / 60])


def test_balanced_weights_fall_with_time():
    """A town with a doctor and one ten minutes away, where the weight is a half."""
    od = access.origin_destination(grid(2).iloc[:2], Flat(), 20)
    supply = pd.Series([2.0, 1.0], index=od.destinations)
    demand = pd.Series([60.0, 30.0], index=od.origins)
    found = access.balanced_fca(od, supply, demand, access.linear(20))
    # Two thirds stay, a third goes: 50 people at the first, 40 at the second.
    first, second = 2 / 50, 1 / 40
    by_hand = [first * 2 / 3 + second / 3, first / 3 + second * 2 / 3]
    assert found.access.tolist() == pytest.approx(by_hand)


def test_availability_parts_each_site_by_people_and_time():
    """Half of the weight ten minutes away; with an exponent of 0 the people do not matter."""
    od = access.origin_destination(grid(2).iloc[:2], Flat(), 20)
    supply = pd.Series([90.0, 0.0], index=od.destinations)
    demand = pd.Series([100.0, 400.0], index=od.origins)
    found = access.spatial_availability(od, supply, demand, access.linear(20))
    assert found.access.tolist() == pytest.approx([30, 60])  # 100 against 200
    alike = access.spatial_availability(od, supply, demand, access.linear(20), exponent=0)
    assert alike.access.tolist() == pytest.approx([60, 30])  # 1 against a half
    nobody = access.spatial_availability(od, supply, demand * [1, 0], access.linear(20), 0)
    assert nobody.access.tolist() == [90, 0]
    for wrong in (-1, np.nan, "1", None, True):
        with pytest.raises(AccessError, match="the exponent of demand is"):
            access.spatial_availability(od, supply, demand, access.step(20), wrong)


@pytest.mark.parametrize("measure", SHARING)
def test_several_supplies_are_those_of_one_each(measure):
    """To the last digit, with what is empty and unreached of each, in any order of rows."""
    od = table()
    rng = np.random.default_rng(5)
    supplies = pd.DataFrame(rng.integers(0, 4, (SIDE**2, 3)).astype(float), od.destinations)
    supplies.columns = ["doctors", "nurses", 7]
    supplies["none"] = 0.0
    demand = pd.Series(rng.integers(0, 3, SIDE**2) * 100.0, od.origins)
    together = measure(od, supplies.sample(frac=1, random_state=1), demand, access.gaussian(20))
    assert list(together.access.columns) == list(supplies.columns)
    for name in supplies:
        alone = measure(od, supplies[name], demand, access.gaussian(20))
        assert together.access[name].to_numpy() == pytest.approx(alone.access.to_numpy(), rel=1e-14)
        assert together.empty[name] == alone.empty
        assert together.unreached[name] == pytest.approx(alone.unreached)


def test_several_supplies_that_are_none_are_refused():
    """The column is named, and its place."""
    od = table(3)
    sound = pd.DataFrame({"doctors": 1.0, "nurses": 2.0}, index=od.destinations)
    for spoilt, message in (
        (sound.assign(nurses=sound["nurses"] * -1), "supply 'nurses' of '00000' is -2.0"),
        (sound.assign(nurses="2"), "supply 'nurses' of '00000' is 2: give a finite number"),
        (sound.iloc[1:], "supply: none for '00000'. Give 0"),
        (sound.rename({"00001": "00001 "}), r"row 1 of the supply: code is .* white space"),
        (sound.rename({"00001": "00000"}), "supply: '00000' twice"),
        (sound[[]], "supply: no column"),
        (sound.set_axis(["doctors", "doctors"], axis=1), "give each column one name"),
    ):
        for measure in SHARING:
            with pytest.raises(AccessError, match=message):
                measure(od, spoilt, one(od, od.origins), access.step(10))
        with pytest.raises(AccessError, match=message):
            access.gravity(od, spoilt, access.step(10))
    with pytest.raises(AccessError, match="demand is a DataFrame: give a Series"):
        access.two_step_fca(od, sound, sound, access.step(10))


@pytest.mark.parametrize("edge", [" ", "\N{NO-BREAK SPACE}", "\t", "\n"])
def test_a_place_of_supply_or_demand_with_white_space_is_refused(edge):
    """By its row, on whichever side the blank is."""
    od = table(3)
    sound = pd.Series(1.0, od.origins)
    spoilt = sound.rename({"00001": "00001" + edge})
    for measure in SHARING:
        with pytest.raises(AccessError, match=r"row 1 of the supply: code is .* white space"):
            measure(od, spoilt, sound, access.step(30))
        with pytest.raises(AccessError, match=r"row 1 of the demand: code is .* white space"):
            measure(od, sound, spoilt, access.step(30))


def test_a_place_of_supply_that_is_a_truth_value_is_refused():
    """True is no place 1."""
    rows = pd.DataFrame({"origin": [0, 1], "destination": [0, 1], "minutes": [5.0, 5.0]})
    od = OriginDestination.from_table(rows)
    truth = pd.Series(1.0, [False, True])
    with pytest.raises(AccessError, match="row 0 of the supply: code is False"):
        access.two_step_fca(od, truth, pd.Series(1.0, [0, 1]), access.step(5))
