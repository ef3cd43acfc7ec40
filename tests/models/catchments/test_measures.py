"""The measures of catchments: answers known by hand, and what they refuse."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.catchments import SIDE, Flat, grid, one, table

from bassin.errors import AccessError
from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination


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
    for measure in (access.two_step_fca, access.three_step_fca, access.fca_ratio):
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
        (lambda s: s.to_dict(), "supply is a dict: give a Series"),
        (lambda s: s * (1 + 1j), "supply of '00000' is .* give a finite number"),
        (lambda s: pd.to_datetime(s), "supply of '00000' is 1970.* give a finite number"),
    ],
)
@pytest.mark.parametrize("measure", [access.two_step_fca, access.three_step_fca, access.fca_ratio])
def test_a_supply_that_is_none_is_refused(measure, change, message):
    """Negative, missing, absent, unknown, twice: each is named with its place."""
    od = table(3)
    with pytest.raises(AccessError, match=message):
        measure(od, change(one(od, od.destinations)), one(od, od.origins), access.step(10))
    with pytest.raises(AccessError, match=message.replace("supply", "demand")):
        measure(od, one(od, od.destinations), change(one(od, od.origins)), access.step(10))


@pytest.mark.parametrize("measure", [access.two_step_fca, access.three_step_fca, access.fca_ratio])
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


@pytest.mark.parametrize("edge", [" ", "\N{NO-BREAK SPACE}", "\t", "\n"])
def test_a_place_of_supply_or_demand_with_white_space_is_refused(edge):
    """By its row, on whichever side the blank is."""
    od = table(3)
    sound = pd.Series(1.0, od.origins)
    spoilt = sound.rename({"00001": "00001" + edge})
    for measure in (access.two_step_fca, access.three_step_fca, access.fca_ratio):
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
