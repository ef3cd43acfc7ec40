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

from bassin.errors import AccessError
from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination

SIDE = 7
DECAYS = [access.step, access.zones, access.gaussian, access.linear]


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
        lambda: access.zones(30, (0.5, 0.7)),
        lambda: access.zones(30, ()),
        lambda: access.zones(30, (1.5, 0.7)),
        lambda: access.zones(30, (1, -0.1)),
        lambda: access.zones(30, (0, 0)),
        lambda: access.zones(30, (1, float("nan"))),
        lambda: access.zones(30, ("1", "0.5")),
        lambda: access.gaussian(30, 1),
        lambda: access.gaussian(30, 0),
        lambda: access.gaussian(30, float("nan")),
        lambda: access.gaussian(1e300),
        lambda: access.gaussian(1e-300),
        lambda: access.zones(30, (10**400,)),
        lambda: access.Decay("own", 30, None),
    ],
)
def test_a_decay_that_does_not_decay_is_refused(make):
    """Weights that rise, that are none, or none at all."""
    with pytest.raises(AccessError):
        make()


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (lambda t: t / 10, "decay 'own' gives a weight of 2.0 at 20 minutes: a weight is between"),
        (lambda t: 1 - t / 10, "a weight of -1.0 at 20 minutes"),
        (lambda t: np.where(t > 5, np.nan, 1.0), "a weight of nan at 10 minutes"),
        (lambda t: np.where(t > 5, np.inf, 1.0), "a weight of inf at 10 minutes"),
        (lambda t: 1.0, "gives .. weights for .49"),
        (lambda t: np.ones(3), "gives .3,. weights"),
        (lambda t: np.full(t.shape, 0.5 + 1j), "gives weights that are no real numbers"),
        (lambda t: np.full(t.shape, "1"), "gives weights that are no real numbers"),
    ],
)
def test_weights_that_are_none_are_refused(shape, message):
    """For any minute the decay is called with, by every measure; the minute is named."""
    decay = access.Decay("own", 20, shape)
    with pytest.raises(AccessError, match=message):
        decay(np.array([0.0, 10.0, 20.0, 30.0] + [0.0] * 46))
    od = table(within=20)
    for measure in (access.two_step_fca, access.three_step_fca, access.fca_ratio):
        with pytest.raises(AccessError, match="decay 'own' gives"):
            measure(od, one(od, od.destinations), one(od, od.origins), decay)


@pytest.mark.parametrize("minutes", [np.nan, -1.0])
@pytest.mark.parametrize("make", DECAYS)
def test_minutes_that_are_none_have_no_weight(make, minutes):
    """They are refused; an infinite time is a way that does not exist, and weighs nothing."""
    with pytest.raises(AccessError, match="a time of"):
        make(30)(np.array([1.0, minutes]))
    assert make(30)(np.array([np.inf])).tolist() == [0]


@pytest.mark.parametrize("make", DECAYS)
@given(within=st.floats(1, 60))
def test_a_time_at_the_edge_is_inside_in_single_precision(make, within):
    """A width that single precision rounds is the same edge, given in any type of number."""
    at_edge = np.array([within], dtype=np.float32)
    for width in (within, np.float64(within)):
        decay = make(width)
        assert decay(at_edge)[0] == pytest.approx(decay(np.array([within]))[0], abs=1e-6)
        assert access.step(width)(at_edge)[0] == 1


def test_a_decay_cannot_change_the_times_of_the_table():
    """A function that works in place fails, and leaves the table as it was."""

    def careless(times):
        times /= 30
        return times

    od = table(3)
    before = od.minutes.copy()
    with pytest.raises(ValueError, match="read-only"):
        od.weights(access.Decay("careless", 30, careless))
    access.three_step_fca(
        od,
        one(od, od.destinations),
        one(od, od.origins),
        access.Decay("same", 30, lambda t: t / 30),
    )
    assert (od.minutes == before).all()


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
        ([("a", "b", -1.0)], "row 'r0', from 'a' to 'b': -1.0 minutes"),
        ([("a", "b", 1.0), ("a", "c", float("nan"))], "row 'r1', from 'a' to 'c': nan minutes"),
        ([("a", "b", float("inf"))], "row 'r0', from 'a' to 'b': inf minutes"),
        ([("a", "b", 1e39)], "row 'r0', from 'a' to 'b': 1e.39 minutes"),
        ([("a", "b", "12,5")], "row 'r0', from 'a' to 'b': 12,5 minutes"),
        ([("a", "b", pd.Timestamp(0))], "row 'r0', from 'a' to 'b': 1970"),
        (
            [("a", "b", 1.0), ("c", "b", 1.0), ("a", "b", 2.0)],
            "rows 'r0' and 'r2', from 'a' to 'b'",
        ),
        ([("a", "b", 1.0), ("a", None, 2.0)], "row 'r1': no destination. Give its code, or leave"),
        ([("a", "b", 1.0), (float("nan"), "b", 2.0)], "row 'r1': no origin. Give its code"),
        ([("a", " ", 1.0)], "row 'r0': no destination"),
        ([("a", "b", 1.0), (7, "b", 2.0)], "row 'r1': origin is no text, as others are"),
        ([("a", "b", 0.0)], "no time above zero: say within how many minutes"),
        ([], "no time above zero"),
    ],
)
def test_wrong_rows_are_refused(rows, message):
    """A pair without a code, without a time, or there twice is an error that names its row."""
    named = [f"r{i}" for i in range(len(rows))]
    rows = pd.DataFrame(rows, columns=["origin", "destination", "minutes"], index=named)
    with pytest.raises(AccessError, match=message):
        OriginDestination.from_table(rows)


@pytest.mark.parametrize("kind", ["string", "category", object])
@pytest.mark.parametrize("side", ["origin", "destination"])
def test_a_missing_code_is_refused_whatever_the_type_of_the_column(kind, side):
    """It would be position -1, outside the table and inside someone else's memory."""
    rows = {"origin": ["a", "b"], "destination": ["a", "b"], "minutes": [1.0, 2.0]}
    rows[side] = ["a", None]
    rows = pd.DataFrame(rows).astype({"origin": kind, "destination": kind})
    with pytest.raises(AccessError, match=f"row 1: no {side}"):
        OriginDestination.from_table(rows)


def test_codes_may_be_of_any_one_type():
    """Categories and whole numbers are codes as texts are; their order is that of the codes."""
    rows = pd.DataFrame({"origin": [2, 1], "destination": ["y", "x"], "minutes": [3, 4]})
    od = OriginDestination.from_table(rows.astype({"destination": "category"}))
    assert od.to_table().to_numpy().tolist() == [[1, "x", 4.0], [2, "y", 3.0]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"destination": [1, 1]}, "1 is a number on one side.*would not reach itself"),
        ({"origin": [1, 2], "destination": ["01", "x"]}, "1 is a number on one side"),
        ({"origin": [["1"], ["2"]]}, "origin: unhashable.*Make all codes texts"),
        ({"origin": pd.Series([1.5, (2,)], dtype=object)}, "origin: .*Make all codes texts"),
        ({"minutes": pd.Series([10**400, 1], dtype=object)}, "row 0, .*a finite number"),
    ],
)
def test_codes_and_times_of_the_wrong_kind_are_refused(change, message):
    """A code that is a text on one side and a number on the other would lose a place its own."""
    rows = {"origin": ["1", "2"], "destination": ["1", "1"], "minutes": [50.0, 12.5]}
    assert len(OriginDestination.from_table(pd.DataFrame(rows)).own) == 1
    with pytest.raises(AccessError, match=message):
        OriginDestination.from_table(pd.DataFrame(rows | change), within=60)


def test_codes_of_two_kinds_may_differ_where_the_places_do():
    """Sites numbered, communes coded: nothing is lost where no code is on both sides."""
    rows = pd.DataFrame({"origin": ["1", "2"], "destination": [1, 1], "minutes": [50.0, 12.5]})
    assert len(OriginDestination.from_table(rows, within=60, same_places=False)) == 2


@pytest.mark.parametrize("column", ["origin", "destination", "minutes"])
def test_a_table_without_a_column_is_refused(column):
    """So is one that has it twice."""
    rows = pd.DataFrame({"origin": ["a"], "destination": ["b"], "minutes": [1.0]})
    with pytest.raises(AccessError, match=f"no column '{column}'"):
        OriginDestination.from_table(rows.drop(columns=column))
    with pytest.raises(AccessError, match=f"2 columns '{column}'"):
        OriginDestination.from_table(pd.concat([rows, rows[[column]]], axis=1))


NO_NUMBERS = [float("nan"), float("inf"), -1.0, 0, -0.0, None, "30", True, [30], 1j]


@pytest.mark.parametrize("within", NO_NUMBERS)
def test_a_time_that_reaches_nowhere_is_refused(within):
    """By the table, its search and each decay: missing, negative, zero, infinite, no number."""
    rows = pd.DataFrame({"origin": ["a"], "destination": ["a"], "minutes": [0.0]})
    for make in (
        lambda: OriginDestination.from_table(rows, within=within),
        lambda: access.origin_destination(grid(3), Flat(), within),
        *(lambda shape=shape: shape(within) for shape in DECAYS),
        lambda: access.Decay("own", within, np.ones_like),
    ):
        with pytest.raises(AccessError, match="above zero"):
            make()


@pytest.mark.parametrize("block", [0, -1, 1.5, float("nan"), None, "8", True])
def test_a_block_without_an_origin_is_refused(block):
    """It would search for ever, or nowhere."""
    with pytest.raises(AccessError, match="give a whole number of origins, 1 or more"):
        table(3, block=block)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"columns": np.array([0, 2], np.int32)}, "pair 1 has destination 2 of 2"),
        ({"columns": np.array([-1, 1], np.int32)}, "pair 0 has destination -1 of 2"),
        ({"columns": np.array([1, 1], np.int32), "starts": np.array([0, 2, 2])}, "twice, or"),
        ({"columns": np.array([1, 0], np.int32), "starts": np.array([0, 2, 2])}, "out of order"),
        ({"columns": np.array([0.0, 1.0])}, "a position and a time for each pair"),
        ({"minutes": np.array([1.0], np.float32)}, "a position and a time for each pair"),
        ({"minutes": np.array([1.0, np.nan], np.float32)}, "from 'b' to 'd': nan minutes"),
        ({"minutes": np.array([1.0, -2.0], np.float32)}, "from 'b' to 'd': -2.0 minutes"),
        ({"starts": np.array([0, 1])}, "give 3 whole numbers for 2 origins"),
        ({"starts": np.array([0, 1, 3])}, "up to the 2 pairs"),
        ({"starts": np.array([0, 3, 2])}, "up to the 2 pairs"),
        ({"starts": np.array([0, 3, 2], np.uint64)}, "up to the 2 pairs"),
        ({"starts": np.array([1, 1, 2])}, "from 0 up"),
        ({"origins": pd.Index(["a", "a"])}, "'a': twice in the origins"),
        ({"destinations": pd.Index(["c", None])}, "row 1 of the destinations has no code"),
        ({"within": float("nan")}, "the time a table reaches to is nan"),
    ],
)
def test_a_table_made_by_hand_is_checked_too(change, message):
    """No position leads outside of it, whoever made it."""
    parts = {
        "origins": pd.Index(["a", "b"]),
        "destinations": pd.Index(["c", "d"]),
        "starts": np.array([0, 1, 2]),
        "columns": np.array([0, 1], np.int32),
        "minutes": np.array([1.0, 2.0], np.float32),
        "within": 30.0,
    }
    assert len(OriginDestination(**parts)) == 2
    with pytest.raises(AccessError, match=message):
        OriginDestination(**parts | change)


@settings(deadline=None, max_examples=200)
@given(
    rows=st.lists(
        st.tuples(
            st.one_of(st.none(), st.sampled_from(["a", "b", "c", ""])),
            st.one_of(st.none(), st.sampled_from(["a", "b", "z", " "])),
            st.one_of(st.none(), st.floats(-1, 50), st.just(float("inf")), st.just("9")),
        ),
        max_size=6,
    ),
    within=st.one_of(st.none(), st.floats(-5, 60), st.just(float("nan"))),
)
def test_any_table_is_refused_or_gives_its_pairs(rows, within):
    """Whatever comes in, either an error says why not, or the pairs that went in come out."""
    given_rows = pd.DataFrame(rows, columns=["origin", "destination", "minutes"], dtype=object)
    pairs = [(o, d) for o, d, _ in rows]
    sound = (
        all(o and o.strip() and d and d.strip() for o, d in pairs)
        and all(isinstance(t, float) and 0 <= t < np.inf for *_, t in rows)
        and len(set(pairs)) == len(pairs)
        and (any(t > 0 for *_, t in rows) if within is None else within > 0)
    )
    try:
        od = OriginDestination.from_table(given_rows, within)
    except AccessError:
        assert not sound
        return
    assert sound
    back = od.to_table()
    found = dict(
        zip(zip(back["origin"], back["destination"], strict=True), back["minutes"], strict=True)
    )
    assert found == {(o, d): pytest.approx(t, abs=1e-40, rel=1e-6) for o, d, t in rows}
    people = pd.Series(1.0, od.origins)
    reached = access.two_step_fca(
        od, pd.Series(1.0, od.destinations), people, access.step(od.within)
    )
    assert (reached.access * people).sum() + reached.unreached == pytest.approx(
        len(od.destinations)
    )


def test_new_times_must_be_times():
    """As many as there are pairs, none missing."""
    od = table(3)
    with pytest.raises(AccessError, match="times for"):
        od.retimed(np.ones(2))
    for wrong in (np.nan, -1, np.inf):
        times = od.minutes.copy()
        times[3] = wrong
        with pytest.raises(
            AccessError, match=r"from '00000' to '01000': .* missing, negative or inf"
        ):
            od.retimed(times)
    with pytest.raises(AccessError, match="infinite"):
        od.retimed(np.full(len(od), 1e300))  # infinite in single precision
    with pytest.raises(AccessError, match="give numbers"):
        od.retimed(np.full(len(od), "1"))


def test_weights_of_pairs_must_be_weights():
    """One a pair, all of them numbers."""
    od = table(3)
    with pytest.raises(AccessError, match="weights for"):
        od.matrix(np.ones(2))
    with pytest.raises(AccessError, match="from '00000' to '00000': a weight of nan"):
        od.matrix(np.full(len(od), np.nan))


def test_towns_without_a_place_are_refused():
    """A missing coordinate or code, a code there twice, a code not there, no list of codes."""
    towns = grid(3)
    for wrong in (np.nan, np.inf):
        with pytest.raises(AccessError, match="'00001': no coordinates"):
            access.origin_destination(
                towns.assign(x=towns["x"].where(towns.index != "00001", wrong)), Flat(), 5
            )
    with pytest.raises(AccessError, match=r"'00000'.*twice in the towns"):
        access.origin_destination(pd.concat([towns, towns.iloc[:1]]), Flat(), 5)
    with pytest.raises(AccessError, match="row 1 of the towns has no code"):
        access.origin_destination(towns.rename(index={"00001": None}), Flat(), 5)
    with pytest.raises(AccessError, match="towns: no column 'y'"):
        access.origin_destination(towns.drop(columns="y"), Flat(), 5)
    with pytest.raises(AccessError, match="'00000', '00001', '00002' and 6 more: no coordinates"):
        access.origin_destination(towns.astype(str), Flat(), 5)
    for side in ("origins", "destinations"):
        with pytest.raises(AccessError, match="'99999' not in the table"):
            access.origin_destination(towns, Flat(), 5, **{side: ["99999"]})
        with pytest.raises(AccessError, match="'00000' is one code: give a list"):
            access.origin_destination(towns, Flat(), 5, **{side: "00000"})


def test_degrees_are_refused():
    """All towns by longitude and latitude, or one of them; metres near the origin are metres."""
    towns = pd.DataFrame({"x": [4.08, 4.63, 3.9], "y": [44.12, 44.17, 43.0]}, ["a", "b", "c"])
    with pytest.raises(AccessError, match=r"'a', 'b', 'c': x 4\.08, y 44\.12 look like"):
        access.origin_destination(towns, Flat(), 30)
    with pytest.raises(AccessError, match="'a', 'b', 'c': x 4, y 44 look like degrees"):
        access.origin_destination(towns.round(), Flat(), 30)
    one = pd.DataFrame({"x": [786_500.0, 4.03], "y": [6_337_000.0, 44.17]}, ["a", "b"])
    with pytest.raises(AccessError, match=r"'b': x 4\.03, y 44\.17 look like"):
        access.origin_destination(one, Flat(), 30)
    assert len(access.origin_destination(grid(2), Flat(), 5)) == 4


@pytest.mark.parametrize(
    ("minutes", "message"),
    [
        (lambda m: m * np.nan, "from '00000' to '00000': the model gives nan minutes"),
        (lambda m: m - 1, "from '00000' to '00000': the model gives -1.0 minutes"),
        (lambda m: m[:-1], r"times for \d+ pairs"),
    ],
)
def test_a_model_that_gives_no_times_is_refused(minutes, message):
    """A missing time would silently be no way at all."""

    class Wrong(Flat):
        def minutes(self, towns, origins, destinations):
            return minutes(super().minutes(towns, origins, destinations))

    with pytest.raises(AccessError, match=message):
        access.origin_destination(grid(3), Wrong(), 10)


@pytest.mark.parametrize("reach", [np.nan, np.inf, -1.0])
def test_a_model_that_gives_no_reach_is_refused(reach):
    """Places would be missed without a word."""

    class Wrong(Flat):
        def reach_km(self, towns, minutes):
            return np.full(len(towns), reach)

    with pytest.raises(AccessError, match="no reach for a town"):
        access.origin_destination(grid(3), Wrong(), 10)


def test_no_towns_make_an_empty_table():
    """No town, no origin or no destination: no pair, and no error."""
    assert len(access.origin_destination(grid(3).iloc[:0], Flat(), 5)) == 0
    assert len(table(3, origins=[])) == 0
    assert len(table(3, destinations=[])) == 0
    assert len(table(3).only([], [])) == 0


# -- A place and itself ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Wide(Flat):
    """As flat, but with so many minutes within each place."""

    inside: float = 40.0

    def minutes(self, towns, origins, destinations):
        times = super().minutes(towns, origins, destinations)
        return np.where(np.asarray(origins) == np.asarray(destinations), self.inside, times)


@pytest.mark.parametrize("inside", [0.0, 14.9, 15.0, 20.0, 40.0, np.inf])
@pytest.mark.parametrize("within", [5, 15, 30, 45])
@pytest.mark.parametrize("make", DECAYS)
@pytest.mark.parametrize("measure", [access.two_step_fca, access.three_step_fca, access.fca_ratio])
def test_a_place_always_reaches_itself(measure, make, within, inside):
    """However wide it is: towns a hundred kilometres apart have their own doctors for their own."""
    towns = grid(2, step_km=100)
    od = access.origin_destination(towns, Wide(inside), 45)
    assert len(od) == 4
    supply, demand = one(od, od.destinations) * [0, 1, 2, 3], one(od, od.origins) * 100
    found = measure(od, supply, demand, make(within))
    assert found.access.tolist() == pytest.approx([0, 0.01, 0.02, 0.03])
    assert (found.empty, found.unreached) == (1, 0)


def test_minutes_within_a_place_are_held_to_the_edge():
    """At its weight, and never under a hundredth; of another place the weight is none."""
    od = access.origin_destination(grid(2, step_km=40), Wide(50.0), 60)
    assert od.to_table().query("origin == destination")["minutes"].tolist() == [50] * 4
    for decay, least in (
        (access.step(30), 1),
        (access.zones(30), 0.22),
        (access.gaussian(30), 0.01),
        (access.gaussian(30, 1e-6), access.OWN_LEAST),
        (access.linear(30), access.OWN_LEAST),
    ):
        weights = od.weights(decay)
        assert weights[od.own] == pytest.approx(least)
        assert np.delete(weights, od.own).max() == 0
    assert (od.weights(access.gaussian(60)) == access.gaussian(60)(od.minutes)).all()


def test_the_table_keeps_places_wider_than_itself():
    """Held to its width, so that no place is lost on the way."""
    od = access.origin_destination(grid(2, step_km=100), Wide(90.0), 30)
    assert od.to_table()["minutes"].tolist() == [30] * 4


def test_codes_of_two_kinds_name_no_place_twice():
    """Where a code is a home on one side and a practice on the other, no pair is a place's own."""
    rows = pd.DataFrame({"origin": [1, 1], "destination": [1, 2], "minutes": [40.0, 10.0]})
    one_kind = OriginDestination.from_table(rows)
    two_kinds = OriginDestination.from_table(rows, same_places=False)
    assert one_kind.weights(access.step(30)).tolist() == [1, 1]
    assert two_kinds.weights(access.step(30)).tolist() == [0, 1]
    assert two_kinds.only([1]).same_places is False


# -- Inputs ---------------------------------------------------------------------------------------


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
        (lambda s: s.set_axis([None, *s.index[1:]]), "supply: (None|nan) not in the table"),
        (lambda s: s.reset_index(drop=True), "supply: 0, 1, 2 and 6 more not in the table"),
        (lambda s: s.to_numpy(), "supply is a ndarray: give a Series indexed by place"),
        (lambda s: s.to_frame(), "supply is a DataFrame: give a Series"),
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


@settings(deadline=None, max_examples=60)
@given(
    supply=amounts,
    make=st.sampled_from(DECAYS),
    within=st.sampled_from([5, 15, 30, 45]),
    inside=st.sampled_from([0.0, 8.0, 25.0, np.inf]),
    measure=st.sampled_from([access.two_step_fca, access.three_step_fca]),
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
    """Their sites are rows of a table, each of the same draw: so each doctor gets his own."""
    od, doctors, people = random_country
    weight_fn = pysal_weights.step_fn({10: 1, 20: 0.68, 30: 0.22})
    rows = od.to_table()
    sites = rows.loc[rows.index.repeat(doctors[rows["destination"]].astype(int))]
    number = sites.groupby(["origin", "destination"]).cumcount().astype(str)
    sites = sites.assign(destination=sites["destination"] + "/" + number)
    each = sites["destination"].unique()
    assert len(each) == doctors.sum()
    theirs = pysal_access.fca.three_stage_fca(
        people.to_frame(),
        pd.DataFrame({"doctors": 1.0}, index=each),
        sites.reset_index(drop=True),
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
