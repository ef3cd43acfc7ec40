"""The search for pairs within a time of each other."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.catchments import DECAYS, Flat, Wide, grid, table

from bassin.errors import AccessError
from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination
from bassin.models.catchments.search import narrowed


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


def test_only_some_places_are_searched():
    """Origins and destinations may be chosen before the search."""
    whole = table(within=20)
    chosen = pd.Index(["00000", "03003"])
    part = table(within=20, destinations=chosen)
    assert part.to_table().equals(whole.only(None, chosen).to_table())


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
    """All towns by longitude and latitude or one of them, whole numbers or not, in a row or not."""
    towns = pd.DataFrame({"x": [4.08, 4.63, 3.9], "y": [44.12, 44.17, 43.0]}, ["a", "b", "c"])
    with pytest.raises(AccessError, match=r"'a', 'b', 'c': x 4\.08, y 44\.12 look like"):
        access.origin_destination(towns, Flat(), 30)
    with pytest.raises(AccessError, match="'a', 'b', 'c': x 4, y 44 look like degrees"):
        access.origin_destination(towns.round(), Flat(), 30)
    one = pd.DataFrame({"x": [786_500.0, 4.03], "y": [6_337_000.0, 44.17]}, ["a", "b"])
    with pytest.raises(AccessError, match=r"'b': x 4\.03, y 44\.17 look like"):
        access.origin_destination(one, Flat(), 30)
    for x, y in (([4, 5, 6], [44, 44, 44]), ([4], [44]), ([4, 700_000], [44.1, 6_300_000])):
        some = pd.DataFrame({"x": x, "y": y}, list("abc")[: len(x)])
        with pytest.raises(AccessError, match=r"'a'.*: x 4, y 44.* look like degrees"):
            access.origin_destination(some, Flat(), 30)
    assert len(access.origin_destination(grid(2), Flat(), 5)) == 4


@pytest.mark.parametrize(
    ("towns", "time", "message"),
    [
        ([1], Flat(), "towns is a list: give a DataFrame"),
        (None, Flat(), "towns is a NoneType: give a DataFrame"),
        (grid(2), None, "time is a NoneType: it has no method minutes"),
    ],
)
def test_what_is_no_table_or_no_model_is_refused(towns, time, message):
    """What was given is named, not what it has not."""
    with pytest.raises(AccessError, match=message):
        access.origin_destination(towns, time, 5)
    with pytest.raises(AccessError, match="5 is no list of codes"):
        access.origin_destination(grid(2), Flat(), 5, origins=5)


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


@pytest.mark.parametrize("within", [5.0, 12.0, 30.0])
def test_a_narrowed_table_gives_the_same_access_to_the_last_bit(within: float):
    """By every measure and decay as wide as it; it is the table that a search so far gives."""
    od = access.origin_destination(grid(6), Flat(), 30)
    narrow = narrowed(od, within)
    supply = pd.Series(np.arange(len(od.destinations)) % 5 * 1.0, od.destinations)
    demand = pd.Series(1.0 + np.arange(len(od.origins)) % 7, od.origins)
    assert narrow.within == within
    assert (len(narrow) < len(od)) == (within < 30)
    for decay in (access.step, access.zones, access.gaussian, access.linear):
        for measure in (access.fca_ratio, access.two_step_fca, access.three_step_fca):
            one, other = (measure(each, supply, demand, decay(within)) for each in (od, narrow))
            pd.testing.assert_series_equal(one.access, other.access, check_exact=True)
            assert (one.empty, one.unreached) == (other.empty, other.unreached)
    searched = access.origin_destination(grid(6), Flat(), within)
    pd.testing.assert_frame_equal(narrow.to_table(), searched.to_table(), check_exact=True)


def test_a_narrowed_table_keeps_each_place_and_is_no_wider_than_it_was():
    """Minutes within a place are held to its width."""
    od = access.origin_destination(grid(2, step_km=40), Wide(50.0), 60)
    assert narrowed(od, 30).to_table()["minutes"].tolist() == [30] * 4
    with pytest.raises(AccessError, match="up to 60 narrowed to 61 minutes: build it wider"):
        narrowed(od, 61)
