"""The weight of a place in a catchment."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.catchments import DECAYS, one, table

from bassin.errors import AccessError
from bassin.models import catchments as access


@pytest.mark.parametrize(
    ("decay", "at", "weights"),
    [
        (access.step(30), [0, 29.9, 30, 30.1], [1, 1, 1, 0]),
        (access.zones(30), [0, 10, 10.1, 20, 30, 31], [1, 1, 0.68, 0.68, 0.22, 0]),
        (access.gaussian(30), [0, 30, 31], [1, 0.01, 0]),
        (access.linear(30), [0, 15, 30, 31], [1, 0.5, 0, 0]),
        (access.zones(30, (1, 0.4, 0.1), (5, 25, 30)), [5, 5.1, 25, 30], [1, 0.4, 0.4, 0.1]),
        (access.exponential(30), [0, 15, 30, 31], [1, 0.1, 0.01, 0]),
        (access.exponential(30, np.log(2) / 10), [0, 10, 20, 30], [1, 0.5, 0.25, 0.125]),
        (access.power(30, 2), [0, 1, 2, 10, 31], [1, 1, 0.25, 0.01, 0]),
        (access.power(30, 1, nearest=5), [0, 5, 10, 30], [1, 1, 0.5, 1 / 6]),
        (access.logistic(30, 10, 1), [0, 10, 30, 31], [1, 0.5, 0, 0]),
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
        lambda: access.zones(30, 0.5),
        lambda: access.zones(30, "1"),
        lambda: access.zones(30, (1, 0.5), (10, 20, 30)),
        lambda: access.zones(30, (1, 0.5), (10, 20)),
        lambda: access.zones(30, (1, 0.5), (30, 30)),
        lambda: access.zones(30, (1, 0.5), (0, 30)),
        lambda: access.zones(30, (1, 0.5), (float("nan"), 30)),
        lambda: access.zones(30, (1, 0.5), ("10", "30")),
        lambda: access.zones(30, (1, 0.5), 30),
        lambda: access.exponential(30, 0),
        lambda: access.exponential(30, float("inf")),
        lambda: access.power(30, -1),
        lambda: access.power(30, 1, nearest=0),
        lambda: access.logistic(30, 0),
        lambda: access.logistic(30, 10, "2"),
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


@pytest.mark.parametrize("count", [2, 3, 12, 13, 60])
def test_zones_are_found_alike_however_many_they_are(count):
    """By comparing with each edge or by a search, on an edge or beside it, in either precision."""
    rng = np.random.default_rng(count)
    edges = np.append(np.sort(rng.uniform(0.5, 59.5, count - 1)), 60.0)
    weights = np.linspace(1, 0.1, count)
    decay = access.zones(60, weights, edges)
    for precision in (np.float32, np.float64):
        bounds = edges.astype(precision)
        times = np.concatenate([bounds, rng.uniform(0, 60, 500).astype(precision)])
        by_hand = [weights[int((bounds < time).sum())] for time in times]
        assert decay(times).tolist() == by_hand


def test_a_long_table_is_weighed_in_parts_like_a_short_one():
    """Each time by itself, and one that is wrong in any part is named."""
    times = np.random.default_rng(4).uniform(0, 40, 100_000)
    for make in DECAYS:
        whole, few = make(30)(times), [make(30)(times[at : at + 7]) for at in range(0, 700, 7)]
        assert whole[:700].tolist() == np.concatenate(few).tolist()
        assert make(30)(times.reshape(1000, 100)).shape == (1000, 100)
    times[99_999] = -2
    with pytest.raises(AccessError, match=r"a time of -2\.0 minutes"):
        access.step(30)(times)


@given(times=st.lists(st.floats(0, 120), min_size=2, max_size=30))
def test_weights_never_rise_with_time(times):
    """What is farther never counts more, by any decay."""
    for make in DECAYS:
        weights = make(120)(np.sort(times))
        assert (np.diff(weights) <= 0).all()
