"""The choice of rational agents: an equilibrium, known by hand or by another way to it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from tests.fixtures.catchments import Flat, grid, one, table

from bassin.errors import AccessError
from bassin.models import catchments as access

FINE = 1e-6


def two_towns(people=(1500, 500), doctors=(1, 1), minutes=15):
    """Two towns, each a number of doctors."""
    od = access.origin_destination(grid(2, minutes).iloc[:2], Flat(), 120)
    return od, pd.Series(doctors, od.destinations), pd.Series(people, od.origins)


def test_the_crowd_spills_over_until_the_way_costs_what_it_spares():
    """Crowds of 1,125 and 875 differ by a quarter of the mean: fifteen minutes of sixty."""
    found = access.raam(*two_towns(), tolerance=FINE)
    assert found.cost.tolist() == pytest.approx([1.125, 0.875], abs=1e-5)
    assert found.crowd.tolist() == pytest.approx([1.125, 0.875], abs=1e-5)
    assert found.beyond == 0


def test_nobody_leaves_where_the_way_costs_more():
    """Crowds of 1,500 and 500 differ by the mean, and the way is two hours of sixty minutes."""
    found = access.raam(*two_towns(minutes=120), tolerance=FINE)
    assert found.cost.tolist() == pytest.approx([1.5, 0.5], abs=1e-5)


def test_all_go_to_the_one_doctor():
    """A town without one pays the way, and a place without people has a cost as well."""
    od, doctors, people = two_towns(doctors=(0, 2))
    found = access.raam(od, doctors, people, tolerance=FINE)
    assert found.cost.tolist() == pytest.approx([1.25, 1])
    assert np.isnan(found.crowd.iloc[0])
    found = access.raam(od, doctors, people * [0, 1], tolerance=FINE)
    assert found.cost.tolist() == pytest.approx([1.25, 1])


def test_one_town_has_the_mean_crowd():
    """Whatever the numbers, and with the time within the town."""
    od = access.origin_destination(grid(1), Flat(), 30).retimed(np.array([6.0]))
    found = access.raam(od, one(od, od.destinations) * 3, one(od, od.origins) * 999)
    assert found.cost.tolist() == pytest.approx([1.1])
    assert found.gap == 0


def test_who_reaches_no_doctor_is_counted():
    """Infinite costs, and crowds without these people; without a doctor anywhere, all of them."""
    od = access.origin_destination(grid(2, 50).iloc[:2], Flat(), 30)
    doctors = pd.DataFrame({"one": [1, 0], "none": 0}, od.destinations)
    found = access.raam(od, doctors, pd.Series([300.0, 100], od.origins))
    assert found.cost["one"].tolist() == pytest.approx([0.75, np.inf])
    assert found.beyond.to_dict() == {"one": 1, "none": 2}
    assert found.crowd["none"].isna().all()
    nobody = access.raam(od, doctors["one"], one(od, od.origins) * 0)
    assert nobody.cost.tolist() == [0, np.inf]


def could_save(od, people, doctors, found, tau=60) -> float:
    """Share of all costs that the cheapest way to fill the sites so much leaves above the least.

    A linear programme, which knows nothing of how the crowds were found.
    """
    rows = od.to_table()
    rho = people.sum() / doctors.sum()
    load = (found.crowd * doctors * rho).fillna(0)
    price = rows["minutes"] / tau + rows["destination"].map(found.crowd)
    usable = rows["destination"].map(doctors) > 0
    rows, price = rows[usable], price[usable]
    sides = [
        (rows[side].to_numpy()[None, :] == codes.to_numpy()[:, None]).astype(float)
        for side, codes in (("origin", people.index), ("destination", doctors.index[doctors > 0]))
    ]
    done = linprog(
        price, A_eq=np.vstack([sides[0], sides[1][:-1]]), b_eq=[*people, *load[doctors > 0][:-1]]
    )
    assert done.status == 0
    return float(done.fun / (found.cost * people).sum() - 1)


@settings(deadline=None, max_examples=20)
@given(
    doctors=st.lists(st.integers(0, 5), min_size=16, max_size=16).filter(any),
    people=st.lists(st.integers(1, 1000), min_size=16, max_size=16),
    tau=st.sampled_from([5, 60, 600]),
)
def test_nobody_could_save_by_going_elsewhere(doctors, people, tau):
    """Crowds are all the people, costs are the least there are, and a linear programme agrees."""
    od = table(4, within=60)
    supply = pd.Series(np.array(doctors, dtype=float), od.destinations)
    demand = pd.Series(np.array(people, dtype=float), od.origins)
    found = access.raam(od, supply, demand, tau=tau, tolerance=FINE)
    assert found.gap <= FINE
    assert (found.crowd * supply).sum() * demand.sum() / supply.sum() == pytest.approx(demand.sum())
    rows = od.to_table()
    price = rows["minutes"] / tau + rows["destination"].map(found.crowd)
    least = price.groupby(rows["origin"]).min()
    assert found.cost.to_numpy() == pytest.approx(least[found.cost.index].to_numpy(), rel=1e-6)
    assert abs(could_save(od, demand, supply, found, tau)) < 1e-4


def test_the_weight_of_the_way_leads_from_the_nearest_to_an_even_crowd():
    """With dear minutes all go next door; with cheap ones all crowds are the mean."""
    od = table(within=120)
    rng = np.random.default_rng(2)
    doctors = pd.Series(rng.integers(0, 3, 49).astype(float), od.destinations)
    people = pd.Series(rng.integers(1, 900, 49).astype(float), od.origins)
    next_door = access.raam(od, doctors, people, tau=0.01, tolerance=FINE).cost * 0.01
    assert next_door.to_numpy() == pytest.approx(access.nearest(od, doctors).minutes, abs=0.2)
    even = access.raam(od, doctors, people, tau=1e6)
    assert even.crowd.dropna().to_numpy() == pytest.approx(1, abs=0.01)


def test_costs_have_no_unit_of_supply_or_demand():
    """Ten times the doctors or the people, and two supplies in one pass: the same costs."""
    od = table(within=60)
    rng = np.random.default_rng(3)
    doctors = pd.Series(rng.integers(0, 3, 49).astype(float), od.destinations)
    people = pd.Series(rng.integers(0, 900, 49).astype(float), od.origins)
    plain = access.raam(od, doctors, people, tolerance=FINE)
    both = pd.DataFrame({"same": doctors, "tenfold": doctors * 10})
    for found in (
        *(access.raam(od, both, people * factor, tolerance=FINE).cost for factor in (1, 7)),
        access.raam(od, both.iloc[::-1], people.iloc[::-1], tolerance=FINE).cost,
    ):
        for name in both:
            assert found[name].to_numpy() == pytest.approx(plain.cost.to_numpy(), rel=1e-4)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"tau": 0}, "tau is 0: give a finite number above zero"),
        ({"tau": "60"}, "tau is '60'"),
        ({"tolerance": 0}, "the tolerance is 0"),
        ({"tolerance": 1e-7}, "the tolerance is 1e-07: give 1e-06 or more"),
        ({"rounds": 0}, "rounds is 0: give a whole number, 1 or more"),
        ({"rounds": True}, "rounds is True"),
        ({"rounds": 1}, r"after 1 rounds people could still save .* give more rounds"),
    ],
)
def test_parameters_that_are_none_are_refused(wrong, message):
    """And a choice that has not settled is none."""
    od = table(within=60)
    doctors = pd.Series(np.arange(49.0), od.destinations)
    with pytest.raises(AccessError, match=message):
        access.raam(od, doctors, one(od, od.origins), **{"tolerance": FINE, **wrong})


def test_supply_and_demand_that_are_none_are_refused():
    """As by every measure."""
    od, doctors, people = two_towns()
    with pytest.raises(AccessError, match="supply of '00000' is -1"):
        access.raam(od, doctors * -1, people)
    with pytest.raises(AccessError, match="demand is a DataFrame: give a Series"):
        access.raam(od, doctors, people.to_frame())
    with pytest.raises(AccessError, match="give an OriginDestination"):
        access.raam(od.to_table(), doctors, people)
