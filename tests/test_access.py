"""Floating catchments: answers known by hand, properties, and the field's own package."""

from dataclasses import dataclass

import access as pysal_access
import numpy as np
import pandas as pd
import pytest
from access import weights as pysal_weights
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from bassin import access
from bassin.access import OriginDestination
from bassin.errors import AccessError

SIDE = 7


@dataclass(frozen=True)
class Flat:
    """Sixty kilometres an hour, in a straight line."""

    def minutes(self, towns, origins, destinations):
        xy = towns[["x", "y"]].to_numpy()
        return np.hypot(*(xy[origins] - xy[destinations]).T) / 1000

    def reach_km(self, towns, minutes):
        return np.full(len(towns), float(minutes))


def grid(side: int = SIDE, step_km: float = 10.0) -> pd.DataFrame:
    """A town at each crossing of a square grid, coded by row and column."""
    rows, columns = np.divmod(np.arange(side * side), side)
    codes = [f"{r:02d}{c:03d}" for r, c in zip(rows, columns, strict=True)]
    index = pd.Index(codes, name="code")
    return pd.DataFrame({"x": columns * step_km * 1000, "y": rows * step_km * 1000}, index=index)


def table(side: int = SIDE, within: float = 30.0, **kwargs) -> OriginDestination:
    """Times on the grid: ten minutes from a town to the next."""
    return access.origin_destination(grid(side), Flat(), within, **kwargs)


def one(od: OriginDestination, at: pd.Index) -> pd.Series:
    return pd.Series(1.0, index=at)


# -- Answers known by hand ------------------------------------------------------------------------


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


# -- Decays ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decay", "at", "weights"),
    [
        (access.step(30), [0, 29.9, 30, 30.1], [1, 1, 1, 0]),
        (access.zones(30), [0, 10, 10.1, 20, 30, 31], [1, 1, 0.68, 0.68, 0.22, 0]),
        (access.gaussian(30), [0, 30, 31], [1, 0.01, 0]),
        (access.linear(30), [0, 15, 30, 31], [1, 0.5, 0, 0]),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_weights_at_the_edges(decay, at, weights):
    """A time equal to an edge is inside it."""
    assert decay(np.array(at, dtype=float)) == pytest.approx(weights)


@pytest.mark.parametrize(
    "make",
    [
        lambda: access.step(0),
        lambda: access.step(float("nan")),
        lambda: access.zones(30, (0.5, 0.7)),
        lambda: access.zones(30, ()),
        lambda: access.gaussian(30, 1),
    ],
)
def test_a_decay_that_does_not_decay_is_refused(make):
    """Nor is a catchment without width one."""
    with pytest.raises(AccessError):
        make()


# -- The table of times ---------------------------------------------------------------------------


def test_the_tree_finds_the_pairs_of_brute_force():
    """With uneven circles, small blocks and all pairs tried one by one."""
    rng = np.random.default_rng(3)
    towns = pd.DataFrame(
        rng.uniform(0, 250_000, (300, 2)),
        columns=["x", "y"],
        index=[f"{i:05d}" for i in range(300)],
    )
    slow = rng.uniform(1, 3, 300)

    class Uneven(Flat):
        def minutes(self, towns, origins, destinations):
            return super().minutes(towns, origins, destinations) * slow[origins]

        def reach_km(self, towns, minutes):
            return minutes / slow

    od = access.origin_destination(towns, Uneven(), 40, block=17)
    every = np.arange(300)
    dense = Uneven().minutes(towns, np.repeat(every, 300), np.tile(every, 300)).reshape(300, 300)
    rows, columns = np.nonzero(dense <= 40)
    assert (od.rows.tolist(), od.columns.tolist()) == (rows.tolist(), columns.tolist())
    assert od.minutes == pytest.approx(dense[rows, columns], rel=1e-6)


def test_a_long_table_goes_in_and_comes_out():
    """In any order, with places of one kind only."""
    rows = pd.DataFrame(
        {"origin": ["b", "a", "a"], "destination": ["y", "z", "y"], "minutes": [3.0, 2.0, 1.0]}
    )
    od = OriginDestination.from_table(rows)
    assert od.to_table().to_numpy().tolist() == [["a", "y", 1], ["a", "z", 2], ["b", "y", 3]]
    assert od.within == 3
    assert len(od) == 3


def test_a_part_of_the_table():
    """Chosen rows and columns keep their pairs, those without a pair their row."""
    od = table(3, within=10)
    part = od.only(pd.Index(["00000", "00002", "02002"]), pd.Index(["00001", "00000"]))
    assert part.to_table().to_numpy().tolist() == [
        ["00000", "00000", 0],
        ["00000", "00001", 10],
        ["00002", "00001", 10],
    ]
    assert list(part.origins) == ["00000", "00002", "02002"]
    assert np.diff(part.starts).tolist() == [2, 1, 0]


def test_only_some_places_are_searched():
    """Origins and destinations may be chosen before the search."""
    whole = table(within=20)
    chosen = pd.Index(["00000", "03003"])
    part = table(within=20, destinations=chosen)
    assert part.to_table().equals(whole.only(None, chosen).to_table())


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("a", "b", -1.0)], "from 'a' to 'b': -1.0 minutes"),
        ([("a", "b", float("nan"))], "from 'a' to 'b': nan minutes"),
        ([("a", "b", 1.0), ("a", "b", 2.0)], "from 'a' to 'b': the pair is there twice"),
    ],
)
def test_wrong_times_are_refused(rows, message):
    """A negative, missing or second time of a pair is an error that names it."""
    with pytest.raises(AccessError, match=message):
        OriginDestination.from_table(
            pd.DataFrame(rows, columns=["origin", "destination", "minutes"])
        )


def test_new_times_must_be_times():
    """As many as there are pairs, none missing."""
    od = table(3)
    with pytest.raises(AccessError, match="times for"):
        od.retimed(np.ones(2))
    with pytest.raises(AccessError, match="missing, negative or infinite"):
        od.retimed(np.full(len(od), np.nan))


def test_towns_without_a_place_are_refused():
    """A missing coordinate, a code there twice, a code not there."""
    towns = grid(3)
    with pytest.raises(AccessError, match="'00001': no coordinates"):
        access.origin_destination(
            towns.assign(x=towns["x"].where(towns.index != "00001")), Flat(), 5
        )
    with pytest.raises(AccessError, match=r"'00000'.*twice in the towns"):
        access.origin_destination(pd.concat([towns, towns.iloc[:1]]), Flat(), 5)
    with pytest.raises(AccessError, match="'99999' not in the table"):
        access.origin_destination(towns, Flat(), 5, origins=["99999"])


# -- Inputs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda s: s.replace(1.0, -1.0), "supply of '00000' is -1.0"),
        (lambda s: s.where(s.index != "00001"), "supply of '00001' is nan"),
        (lambda s: s.drop("00002"), "supply: none for '00002'. Give 0"),
        (lambda s: pd.concat([s, pd.Series({"99999": 1.0})]), "supply: '99999' not in the table"),
        (lambda s: pd.concat([s, s.iloc[:1]]), "supply: '00000' twice"),
    ],
)
@pytest.mark.parametrize("measure", [access.two_step_fca, access.three_step_fca, access.fca_ratio])
def test_a_supply_that_is_none_is_refused(measure, change, message):
    """Negative, missing, absent, unknown, twice: each is named with its place."""
    od = table(3)
    with pytest.raises(AccessError, match=message):
        measure(od, change(one(od, od.destinations)), one(od, od.origins), access.step(10))


def test_a_catchment_wider_than_the_table_is_refused():
    """Its outer part would silently be empty."""
    od = table(3, within=10)
    with pytest.raises(AccessError, match="catchment of 20 minutes in a table of times up to 10"):
        access.two_step_fca(od, one(od, od.destinations), one(od, od.origins), access.step(20))


def test_the_ratio_needs_times_between_all_places():
    """The demand around a place is at places that need not have a supply."""
    od = table(3, destinations=["00000"])
    with pytest.raises(AccessError, match="from each place to all"):
        access.fca_ratio(od, one(od, od.destinations), one(od, od.origins), access.step(10))


# -- Properties -----------------------------------------------------------------------------------

DECAYS = [access.step, access.zones, access.gaussian, access.linear]
amounts = hnp.arrays(float, SIDE * SIDE, elements=st.integers(0, 1000).map(float))


@settings(deadline=None, max_examples=60)
@given(
    supply=amounts,
    demand=amounts,
    make=st.sampled_from(DECAYS),
    within=st.sampled_from([5, 15, 30, 45]),
    measure=st.sampled_from([access.two_step_fca, access.three_step_fca]),
)
def test_demand_times_access_is_the_supply_within_reach(supply, demand, make, within, measure):
    """Nothing of the supply is lost or made, whatever the decay."""
    od = table(within=45)
    offered = pd.Series(supply, index=od.destinations)
    people = pd.Series(demand, index=od.origins)
    found = measure(od, offered, people, make(within))
    assert (found.access * people).sum() == pytest.approx(offered.sum() - found.unreached)


@settings(deadline=None, max_examples=30)
@given(
    supply=amounts,
    demand=amounts,
    factor=st.integers(1, 50),
    measure=st.sampled_from([access.two_step_fca, access.three_step_fca, access.fca_ratio]),
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
    measure=st.sampled_from([access.two_step_fca, access.three_step_fca, access.fca_ratio]),
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
@pytest.mark.parametrize("measure", [access.two_step_fca, access.three_step_fca, access.fca_ratio])
def test_one_place_only_has_its_own_supply_for_its_own_people(make, measure):
    """Three doctors for 1,000 inhabitants."""
    od = access.origin_destination(grid(1), Flat(), 30)
    found = measure(od, one(od, od.destinations) * 3, one(od, od.origins) * 1000, make(30))
    assert found.access.tolist() == [pytest.approx(3 / 1000)]


# -- The field's own package ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def random_country():
    """Four hundred towns, a third of them with doctors, on one table of times."""
    rng = np.random.default_rng(7)
    index = pd.Index([f"{i:05d}" for i in range(400)], name="code")
    towns = pd.DataFrame(rng.uniform(0, 120_000, (400, 2)), columns=["x", "y"], index=index)
    people = pd.Series(rng.integers(1, 5000, 400).astype(float), index=index, name="people")
    doctors = pd.Series(rng.integers(1, 9, 400).astype(float), index=index, name="doctors")
    doctors[rng.random(400) < 2 / 3] = 0
    od = access.origin_destination(towns, Flat(), 30)
    return od, doctors, people


def pysal_two_step(od, doctors, people, weight_fn=None):
    return pysal_access.fca.two_stage_fca(
        people.to_frame(),
        doctors.to_frame(),
        od.to_table(),
        max_cost=30,
        demand_index=True,
        demand_name="people",
        supply_name="doctors",
        cost_origin="origin",
        cost_dest="destination",
        cost_name="minutes",
        weight_fn=weight_fn,
    )


def same(found: pd.Series, theirs: pd.Series) -> None:
    """Equal to 1e-9, with zero where their table has no row."""
    assert found.to_numpy() == pytest.approx(
        theirs.reindex(found.index).fillna(0).to_numpy(), rel=1e-9, abs=1e-15
    )


def test_the_two_step_catchment_is_that_of_pysal(random_country):
    """Same table, same numbers to 1e-9."""
    od, doctors, people = random_country
    found = access.two_step_fca(od, doctors, people, access.step(30))
    same(found.access, pysal_two_step(od, doctors, people))


@pytest.mark.parametrize(
    ("decay", "weight_fn"),
    [
        (access.zones(30), pysal_weights.step_fn({10: 1, 20: 0.68, 30: 0.22})),
        (access.gaussian(30), pysal_weights.gaussian(30 / np.sqrt(-2 * np.log(0.01)))),
    ],
    ids=["zones", "gaussian"],
)
def test_the_enhanced_catchment_is_that_of_pysal(random_country, decay, weight_fn):
    """Same table, same numbers to 1e-9, with either decay."""
    od, doctors, people = random_country
    found = access.two_step_fca(od, doctors, people, decay)
    same(found.access, pysal_two_step(od, doctors, people, weight_fn))


@pytest.mark.filterwarnings("ignore:The inplace keyword")
def test_the_three_step_catchment_is_that_of_pysal(random_country):
    """Their sum of the first step is over all destinations, so theirs are the places of doctors."""
    od, doctors, people = random_country
    weight_fn = pysal_weights.step_fn({10: 1, 20: 0.68, 30: 0.22})
    sites = od.only(None, doctors.index[doctors > 0])
    theirs = pysal_access.fca.three_stage_fca(
        people.to_frame(),
        doctors.to_frame(),
        sites.to_table(),
        max_cost=30,
        demand_index=True,
        demand_name="people",
        supply_name="doctors",
        cost_origin="origin",
        cost_dest="destination",
        cost_name="minutes",
        weight_fn=weight_fn,
    )
    same(access.three_step_fca(od, doctors, people, access.zones(30)).access, theirs)


def test_the_ratio_is_that_of_pysal(random_country):
    """Same table for supply and demand, same numbers to 1e-9."""
    od, doctors, people = random_country
    costs = od.to_table()
    theirs = pysal_access.fca.fca_ratio(
        people.to_frame(),
        doctors.to_frame(),
        costs,
        costs,
        max_cost=30,
        demand_index=True,
        demand_name="people",
        supply_name="doctors",
        demand_cost_origin="origin",
        demand_cost_dest="destination",
        demand_cost_name="minutes",
        supply_index=True,
        supply_cost_origin="origin",
        supply_cost_dest="destination",
        supply_cost_name="minutes",
    )
    same(access.fca_ratio(od, doctors, people, access.step(30)).access, theirs)
