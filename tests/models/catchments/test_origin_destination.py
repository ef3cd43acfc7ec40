"""The table of times: what goes in, what comes out, what is refused."""

from __future__ import annotations

import copy
import pickle
from dataclasses import fields, replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.catchments import Wide, grid, one, table

from bassin.errors import AccessError
from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination


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


@pytest.mark.parametrize("column", ["origin", "destination", "minutes"])
def test_a_table_without_a_column_is_refused(column):
    """So is one that has it twice."""
    rows = pd.DataFrame({"origin": ["a"], "destination": ["b"], "minutes": [1.0]})
    with pytest.raises(AccessError, match=f"no column '{column}'"):
        OriginDestination.from_table(rows.drop(columns=column))
    with pytest.raises(AccessError, match=f"2 columns '{column}'"):
        OriginDestination.from_table(pd.concat([rows, rows[[column]]], axis=1))


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
        ({"origins": ["a", "b"]}, "origins is a list: give a Index"),
        ({"destinations": pd.MultiIndex.from_product([["c"], [1, 2]])}, "destinations: 2 levels"),
        ({"starts": [0, 1, 2]}, "starts is a list: give a ndarray"),
        ({"columns": [0, 1]}, "columns is a list"),
        ({"minutes": (1.0, 2.0)}, "minutes is a tuple"),
        ({"minutes": np.array([1.0, 2.0], object)}, "a position and a time for each pair"),
        ({"origins": pd.Index(["a", "b "])}, "row 1 of the origins: code is 'b ', with white"),
        ({"destinations": pd.Index(["c", "\n1"])}, "row 1 of the destinations"),
        ({"origins": pd.Index([True, 1, 1.0], dtype=object)}, "row 0 of the origins: code is True"),
        ({"origins": pd.Index(["1", "x"]), "destinations": pd.Index([1, 2])}, "1 is a number on"),
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


def test_new_times_are_those_of_a_table_that_was_made_with_them():
    """The pairs of a place too; and nobody can write in its arrays."""
    od = table(3)
    times = (od.minutes * 1.7).astype(np.float32)
    found, made = od.retimed(od.minutes * 1.7), replace(od, minutes=times)
    for field in fields(od):
        assert np.array_equal(getattr(found, field.name), getattr(made, field.name)), field.name
    assert found.own.tolist() == made.own.tolist()
    assert not found.minutes.flags.writeable
    assert (found.weights(access.gaussian(20)) == made.weights(access.gaussian(20))).all()


def test_weights_of_pairs_must_be_weights():
    """One a pair, all of them numbers."""
    od = table(3)
    with pytest.raises(AccessError, match="weights for"):
        od.matrix(np.ones(2))
    with pytest.raises(AccessError, match="from '00000' to '00000': a weight of nan"):
        od.matrix(np.full(len(od), np.nan))


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


def test_a_catchment_wider_than_the_table_is_refused():
    """Its outer part would silently be empty."""
    od = table(3, within=10)
    with pytest.raises(AccessError, match="catchment of 20 minutes in a table of times up to 10"):
        access.two_step_fca(od, one(od, od.destinations), one(od, od.origins), access.step(20))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"destination": [1, 1]}, "1 is a number on one side.*would not reach itself"),
        ({"origin": [1, 2], "destination": ["01", "x"]}, "1 is a number on one side"),
        ({"origin": [["1"], ["2"]]}, "origin: unhashable.*Make all codes texts"),
        (
            {"origin": pd.Series([1.5, (2,)], dtype=object)},
            "row 1: origin is no decimal number.*Make all codes texts",
        ),
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


@pytest.mark.parametrize("given", [[1], None, {"origin": ["a"]}, "a", np.zeros((1, 3))])
def test_what_is_no_table_is_refused(given):
    """What was given is named, not what it has not."""
    name = type(given).__name__
    with pytest.raises(AccessError, match=f"table of times is a {name}: give a DataFrame"):
        OriginDestination.from_table(given, within=9)


@pytest.mark.parametrize("given", [None, "a", [[1], [1, 2]], ["a"] * 33, 1 + 2j])
def test_what_is_no_array_is_refused(given):
    """At the doors that take as many numbers as there are pairs."""
    od = table(3)
    for door in (od.matrix, od.retimed, access.step(30)):
        with pytest.raises(AccessError, match=r"[Gg]ive numbers"):
            door(given)


@pytest.mark.parametrize("side", ["origin", "destination"])
@pytest.mark.parametrize("edge", [" ", "\N{NO-BREAK SPACE}", "\t", "\n", "\u200b", "\ufeff"])
@pytest.mark.parametrize("before", [True, False])
def test_a_code_with_white_space_around_it_is_refused(side, edge, before):
    """It would be another place, and one that does not reach itself."""
    rows = {"origin": ["1", "2"], "destination": ["1", "2"], "minutes": [40.0, 40.0]}
    rows[side] = ["1", edge + "2" if before else "2" + edge]
    named = pd.DataFrame(rows, index=["r0", "r1"])
    for same_places in (True, False):
        with pytest.raises(AccessError, match=f"row 'r1': {side} is .* with white space around"):
            OriginDestination.from_table(named, same_places=same_places)


@pytest.mark.parametrize(
    ("codes", "message"),
    [
        ([True, 1, 1.0], "row 0: origin is True, which is 1 or 0 as well"),
        ([1, 2.0, 3], "row 1: origin is no whole number, as others are, but 2.0"),
        ([2, 3, np.True_], "row 2: origin is .*True"),
        ([1, "1", 2], "row 0: origin is no text"),
    ],
)
def test_codes_that_would_be_one_place_are_refused(codes, message):
    """Truth values and numbers of two types compare as equal."""
    rows = {"origin": pd.Series(codes, dtype=object), "destination": "x", "minutes": 5.0}
    with pytest.raises(AccessError, match=message):
        OriginDestination.from_table(pd.DataFrame(rows), same_places=False)
    whole = pd.DataFrame(rows | {"origin": [True, False, True]})
    with pytest.raises(AccessError, match="row 0: origin is True"):
        OriginDestination.from_table(whole)


def test_a_table_cannot_be_written():
    """Neither its arrays, nor those it was made from, nor those of what is made from it."""
    whole = table(3)
    columns, minutes, starts = whole.columns.copy(), whole.minutes.copy(), whole.starts.copy()
    view = columns[:]
    columns.setflags(write=False)
    od = OriginDestination(whole.origins, whole.destinations, starts, columns, minutes, 30.0)
    view[0] = 2_000_000_000
    minutes[0] = -1
    starts[-1] = 10**9
    assert od.columns[0] == 0
    assert od.minutes[0] == 0
    assert od.starts[-1] == len(od)
    made = (
        od,
        od.retimed(od.minutes + 1),
        od.only(["00000"]),
        copy.copy(od),
        copy.deepcopy(od),
        pickle.loads(pickle.dumps(od)),
        OriginDestination.from_table(od.to_table(), within=30),
    )
    for one_of in made:
        matrix = one_of.matrix(one_of.weights(access.step(30)))
        arrays = (one_of.starts, one_of.columns, one_of.minutes, one_of.own, matrix.indices)
        for array in arrays:
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 99
    for array in (od.starts, od.columns, od.minutes, od.own):
        with pytest.raises(ValueError, match="WRITEABLE"):
            array.setflags(write=True)


def test_what_cannot_be_written_is_not_copied_again():
    """Other times of a table of all France leave its positions where they are."""
    od = table(3)
    later = od.retimed(od.minutes + 1)
    assert later.columns is od.columns
    assert later.starts is od.starts
