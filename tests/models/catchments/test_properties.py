"""What must hold of the measures whatever the places."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from tests.fixtures.catchments import DECAYS, SIDE, Flat, Wide, grid, one, table

from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination

#: What gives out the supply within reach, whole: demand times access adds up to it.
SHARED = [access.two_step_fca, access.three_step_fca]


@pytest.mark.parametrize("inside", [0.0, 14.9, 15.0, 20.0, 40.0, np.inf])
@pytest.mark.parametrize("within", [5, 15, 30, 45])
@pytest.mark.parametrize("make", DECAYS)
@pytest.mark.parametrize("measure", [*SHARED, access.fca_ratio, access.balanced_fca])
def test_a_place_always_reaches_itself(measure, make, within, inside):
    """However wide it is: towns a hundred kilometres apart have their own doctors for their own."""
    towns = grid(2, step_km=100)
    od = access.origin_destination(towns, Wide(inside), 45)
    assert len(od) == 4
    supply, demand = one(od, od.destinations) * [0, 1, 2, 3], one(od, od.origins) * 100
    found = measure(od, supply, demand, make(within))
    assert found.access.tolist() == pytest.approx([0, 0.01, 0.02, 0.03])
    assert (found.empty, found.unreached) == (1, 0)


amounts = hnp.arrays(float, SIDE * SIDE, elements=st.integers(0, 1000).map(float))


@settings(deadline=None, max_examples=60)
@given(
    supply=amounts,
    demand=amounts,
    make=st.sampled_from(DECAYS),
    within=st.sampled_from([5, 15, 30, 45]),
    measure=st.sampled_from(SHARED),
)
def test_demand_times_access_is_the_supply_within_reach(supply, demand, make, within, measure):
    """Nothing of the supply is lost or made, whatever the decay."""
    od = table(within=45)
    offered = pd.Series(supply, index=od.destinations)
    people = pd.Series(demand, index=od.origins)
    found = measure(od, offered, people, make(within))
    assert (found.access * people).sum() == pytest.approx(offered.sum() - found.unreached)


@settings(deadline=None, max_examples=60)
@given(
    supply=amounts,
    make=st.sampled_from(DECAYS),
    within=st.sampled_from([5, 15, 30, 45]),
    inside=st.sampled_from([0.0, 8.0, 25.0, np.inf]),
    measure=st.sampled_from(SHARED),
)
def test_the_mean_is_supply_over_demand_at_every_setting(supply, make, within, inside, measure):
    """Each place has inhabitants and reaches itself, so no supply is lost at any width."""
    od = access.origin_destination(grid(), Wide(inside), 45)
    offered, people = pd.Series(supply, index=od.destinations), one(od, od.origins) * 1000
    found = measure(od, offered, people, make(within))
    assert found.unreached == 0
    assert np.average(found.access, weights=people) == pytest.approx(supply.sum() / people.sum())


@settings(deadline=None, max_examples=30)
@given(
    doctors=st.lists(st.integers(0, 4), min_size=9, max_size=9),
    demand=st.lists(st.integers(1, 1000), min_size=9, max_size=9),
    make=st.sampled_from(DECAYS),
)
def test_the_third_step_counts_sites_not_places(doctors, demand, make):
    """Doctors of a place counted together, or each at a site of his own there: one access."""
    od = table(3, within=20)
    people = pd.Series(np.array(demand, dtype=float), index=od.origins)
    supply = pd.Series(np.array(doctors, dtype=float), index=od.destinations)
    together = access.three_step_fca(od, supply, people, make(20))
    rows = od.to_table()
    sites = rows.loc[rows.index.repeat(supply[rows["destination"]].astype(int))]
    number = sites.groupby(["origin", "destination"]).cumcount().astype(str)
    sites = sites.assign(destination=sites["destination"] + "/" + number)
    if sites.empty:
        assert together.access.eq(0).all()
        return
    each = OriginDestination.from_table(sites, 20)
    people_there = people[each.origins]
    apart = access.three_step_fca(each, one(each, each.destinations), people_there, make(20))
    assert together.access[each.origins].to_numpy() == pytest.approx(apart.access.to_numpy())


@settings(deadline=None, max_examples=30)
@given(
    supply=amounts,
    demand=amounts,
    factor=st.integers(1, 50),
    measure=st.sampled_from([*SHARED, access.fca_ratio, access.balanced_fca]),
)
def test_access_scales_with_supply_and_against_demand(supply, demand, factor, measure):
    """Twice the doctors, twice the access; twice the people, half of it."""
    od = table(within=30)
    offered = pd.Series(supply, index=od.destinations)
    people = pd.Series(demand, index=od.origins)
    decay = access.gaussian(30)
    before = measure(od, offered, people, decay).access
    more = measure(od, offered * factor, people, decay).access
    crowded = measure(od, offered, people * factor, decay).access
    assert more.to_numpy() == pytest.approx(before.to_numpy() * factor)
    assert crowded.to_numpy() == pytest.approx(before.to_numpy() / factor)


@settings(deadline=None, max_examples=30)
@given(
    supply=amounts,
    demand=amounts,
    order=st.permutations(range(SIDE * SIDE)),
    measure=st.sampled_from([*SHARED, access.fca_ratio, access.balanced_fca]),
)
def test_the_order_of_rows_does_not_matter(supply, demand, order, measure):
    """Towns, supply and demand may come in any order."""
    towns, decay = grid(), access.zones(30)
    offered, people = pd.Series(supply, index=towns.index), pd.Series(demand, index=towns.index)
    straight = measure(access.origin_destination(towns, Flat(), 30), offered, people, decay)
    shuffled = access.origin_destination(towns.iloc[order], Flat(), 30, block=11)
    again = measure(shuffled, offered, people.iloc[order[::-1]], decay)
    assert again.access[towns.index].to_numpy() == pytest.approx(straight.access.to_numpy())


@pytest.mark.parametrize("make", DECAYS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("measure", [*SHARED, access.fca_ratio, access.balanced_fca])
def test_one_place_only_has_its_own_supply_for_its_own_people(make, measure):
    """Three doctors for 1,000 inhabitants."""
    od = access.origin_destination(grid(1), Flat(), 30)
    found = measure(od, one(od, od.destinations) * 3, one(od, od.origins) * 1000, make(30))
    assert found.access.tolist() == [pytest.approx(3 / 1000)]


@settings(deadline=None, max_examples=60)
@given(
    supply=amounts,
    demand=amounts,
    make=st.sampled_from(DECAYS),
    within=st.sampled_from([5, 15, 30, 45]),
    exponent=st.sampled_from([0, 0.5, 1, 2]),
)
def test_availability_adds_up_to_the_supply_within_reach(supply, demand, make, within, exponent):
    """Each site is parted whole, however demand weighs; at 1, a head, it is the two-step access."""
    od = table(within=45)
    offered, people = pd.Series(supply, od.destinations), pd.Series(demand, od.origins)
    found = access.spatial_availability(od, offered, people, make(within), exponent)
    assert found.access.sum() == pytest.approx(offered.sum() - found.unreached)
    assert found.access[people == 0].eq(0).all()
    if exponent == 1:
        two = access.two_step_fca(od, offered, people, make(within))
        assert found.access.to_numpy() == pytest.approx((two.access * people).to_numpy())
        assert found.unreached == two.unreached


@settings(deadline=None, max_examples=60)
@given(
    supply=amounts,
    demand=amounts,
    make=st.sampled_from(DECAYS),
    within=st.sampled_from([5, 15, 30, 45]),
)
def test_the_balanced_catchment_keeps_people_and_levels(supply, demand, make, within):
    """People go to sites once each, and the access of places with people is the levels of sites."""
    od = table(within=45)
    offered, people = pd.Series(supply, od.destinations), pd.Series(demand, od.origins)
    decay = make(within)
    weights = pd.DataFrame(od.matrix(od.weights(decay)).toarray(), od.origins, od.destinations)
    sites = weights.loc[:, offered > 0]
    sent = sites.div(sites.sum(axis=1).replace(0, np.inf), axis=0).mul(people, axis=0)
    assert sent.to_numpy().sum() == pytest.approx(people[sites.sum(axis=1) > 0].sum())
    asked = sent.sum()
    levels = (offered[offered > 0] / asked)[asked > 0]
    found = access.balanced_fca(od, offered, people, decay)
    assert found.access[people > 0].sum() == pytest.approx(levels.sum())
    assert found.unreached == pytest.approx(offered[offered > 0][asked == 0].sum())


@pytest.mark.parametrize("make", DECAYS, ids=lambda make: make.__name__)
def test_a_mirrored_country_has_a_mirrored_access(make):
    """Turned by a half turn, each place has the access of the place opposite, by any measure."""
    od = table(within=30)
    rng = np.random.default_rng(8)
    supply = pd.Series(rng.integers(0, 5, SIDE**2).astype(float), od.destinations)
    people = pd.Series(rng.integers(0, 900, SIDE**2).astype(float), od.origins)
    turned = [pd.Series(one.to_numpy()[::-1], one.index) for one in (supply, people)]
    for measure in (*SHARED, access.fca_ratio, access.balanced_fca, access.spatial_availability):
        straight, back = measure(od, supply, people, make(30)), measure(od, *turned, make(30))
        assert back.access.to_numpy()[::-1] == pytest.approx(straight.access.to_numpy())
    straight, back = access.gravity(od, supply, make(30)), access.gravity(od, turned[0], make(30))
    assert back.access.to_numpy()[::-1] == pytest.approx(straight.access.to_numpy())


def test_a_measure_holds_one_number_a_pair_in_memory():
    """At most twice the pairs in double precision on top of the table, whatever the measure."""
    side = 90
    od = access.origin_destination(grid(side, step_km=1), Flat(), 10)
    assert len(od) > 1_500_000
    demand = one(od, od.origins)
    supply = pd.DataFrame({"doctors": 1.0, "nurses": 2.0}, index=od.destinations)
    decays = [access.zones(10), *(make(10) for make in DECAYS)]
    runs = [lambda decay=decay: access.two_step_fca(od, supply, demand, decay) for decay in decays]
    measures = (access.three_step_fca, access.fca_ratio, access.balanced_fca)
    runs += [lambda m=m: m(od, supply, demand, access.gaussian(10)) for m in measures]
    runs.append(lambda: access.spatial_availability(od, supply, demand, access.gaussian(10)))
    runs.append(lambda: access.gravity(od, supply, access.gaussian(10)))
    for run in runs:
        tracemalloc.start()
        run()
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < 2 * 8 * len(od)
