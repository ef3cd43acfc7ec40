"""The travel-time model: what must hold whatever the towns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.travel_model import make_model, make_towns, small_model

from bassin.errors import AccessError
from bassin.models import travel


@st.composite
def drawn_towns(draw: st.DrawFn) -> pd.DataFrame:
    """From 2 to 25 towns within 60 km, steep or flat, dense or empty, some on an island."""
    n = draw(st.integers(2, 25))
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    towns = make_towns(rng.uniform(0, 60, (n, 2)))
    towns["relief_m"] = rng.uniform(0, 2_000, n)
    towns["density"] = rng.exponential(300, n)
    towns["land"] = rng.choice([travel.MAINLAND, travel.CORSICA], n, p=[0.9, 0.1])
    return towns


def all_pairs(n: int) -> tuple[np.ndarray, np.ndarray]:
    return np.repeat(np.arange(n), n), np.tile(np.arange(n), n)


@settings(max_examples=40, deadline=None)
@given(drawn_towns())
def test_minutes_are_symmetric_and_never_negative(towns: pd.DataFrame):
    """There and back take as long; nothing is below zero or undefined."""
    model = make_model(towns)
    start, end = all_pairs(len(towns))
    minutes = model.minutes(towns, start, end)
    assert (minutes >= 0).all()
    np.testing.assert_allclose(minutes, model.minutes(towns, end, start), rtol=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0.1, 200), min_size=2, max_size=30, unique=True))
def test_minutes_grow_with_distance(distances: list[float]):
    """Over the same ground, a town farther off is never nearer in time."""
    distances = sorted(distances)
    towns = make_towns([(0, 0), *((km, 0) for km in distances)])
    minutes = make_model(towns).minutes(towns, [0] * len(distances), range(1, len(towns)))
    assert (np.diff(minutes) >= 0).all()
    assert minutes[-1] > minutes[0]


@settings(max_examples=30, deadline=None)
@given(drawn_towns(), st.randoms(use_true_random=False))
def test_order_of_towns_does_not_matter(towns: pd.DataFrame, random):
    """The same towns listed otherwise have the same minutes."""
    order = list(range(len(towns)))
    random.shuffle(order)
    shuffled = towns.iloc[order].reset_index(drop=True)
    place = np.argsort(order)
    start, end = all_pairs(len(towns))
    model, again = make_model(towns), make_model(shuffled)
    np.testing.assert_allclose(
        model.minutes(towns, start, end),
        again.minutes(shuffled, place[start], place[end]),
        rtol=1e-5,
    )


def test_minutes_by_hand():
    """Ten km over a flat plain of no one: exp(0.7) x 10^0.67."""
    towns = make_towns([(0, 0), (10, 0)], relief=0, density=0)
    minutes = make_model(towns).minutes(towns, [0], [1])
    assert minutes == pytest.approx(np.exp(0.7) * 10**0.67)


def test_relief_and_density_slow_down():
    """Each makes the same distance longer, by its slope."""
    flat = make_towns([(0, 0), (10, 0)], relief=0, density=0)
    steep = make_towns([(0, 0), (10, 0)], relief=1_000, density=0)
    built = make_towns([(0, 0), (10, 0)], relief=0, density=np.e - 1)
    plain, hill, city = (make_model(t).minutes(t, [0], [1])[0] for t in (flat, steep, built))
    assert hill / plain == pytest.approx(np.exp(0.7))
    assert city / plain == pytest.approx(np.exp(0.11))


def test_within_a_town():
    """Half the way to the nearest other town, whichever it is."""
    towns = make_towns([(0, 0), (10, 0), (50, 0)], relief=0, density=0)
    minutes = make_model(towns).minutes(towns, [0, 1, 2], [0, 1, 2])
    assert minutes == pytest.approx(np.exp(0.7) * np.array([5, 5, 20]) ** 0.67)
    one = make_towns([(0, 0)])
    assert make_model(one).minutes(one, [0], [0]) == 0


def test_no_road_across_the_sea():
    """Another land is out of reach at any distance."""
    towns = make_towns([(0, 0), (1, 0)], land=[travel.MAINLAND, "Ouessant"])
    assert make_model(towns).minutes(towns, [0, 1, 1], [1, 0, 1])[:2].tolist() == [np.inf] * 2
    assert [travel.land(c) for c in ("2A004", "29155", "17369", "30007")] == [
        travel.CORSICA,
        "Ouessant",
        travel.MAINLAND,  # Saint-Martin-de-Ré has its bridge
        travel.MAINLAND,
    ]


def test_a_long_list_is_worked_in_pieces():
    """More pairs than a piece holds give the same minutes as a few."""
    towns = make_towns([(0, 0), (10, 0), (0, 25)])
    model = make_model(towns)
    many = np.resize([0, 1, 2], 2_000_001)
    minutes = model.minutes(towns, many, np.roll(many, 1))
    assert minutes[:3] == pytest.approx(minutes[1_999_998:])


@settings(max_examples=60, deadline=None)
@given(drawn_towns(), st.floats(1, 90))
def test_reach_leaves_nothing_out(towns: pd.DataFrame, limit: float):
    """Against every pair: none within the time is beyond the bound."""
    model = make_model(towns)
    start, end = all_pairs(len(towns))
    within = model.minutes(towns, start, end) <= limit
    xy = towns[["x", "y"]].to_numpy() / 1000
    km = np.hypot(*(xy[start] - xy[end]).T)
    assert (km[within] <= model.reach_km(towns, limit)[start][within]).all()


def test_reach_is_exact_on_even_ground():
    """Where all is alike the bound is the distance that takes the time."""
    towns = make_towns([(0, 0), (60, 60)], relief=500, density=20)
    reach = make_model(towns).reach_km(towns, 30)
    slow = 7e-4 * 500 + 0.11 * np.log(21)
    assert reach == pytest.approx(np.exp((np.log(30) - 0.7 - slow) / 0.67), rel=1e-4)


def test_reach_knows_the_relief():
    """In the mountains one goes less far, and less far than the plain would allow."""
    rng = np.random.default_rng(1)
    points = rng.uniform(0, 200, (400, 2))
    towns = make_towns(points, relief=np.where(points[:, 0] < 100, 50.0, 1_500.0))
    reach = make_model(towns).reach_km(towns, 30)
    assert reach[points[:, 0] > 150].max() < reach[points[:, 0] < 50].min()


@pytest.mark.parametrize("bad", [0, -5, np.nan, np.inf])
def test_reach_of_no_time(bad: float):
    """A time that is not above zero is refused."""
    towns = make_towns([(0, 0), (10, 0)])
    with pytest.raises(ValueError, match="give a time above zero"):
        make_model(towns).reach_km(towns, bad)


def test_same_seed_same_draw():
    """And another seed, another draw."""
    model = make_model(make_towns([(0, 0), (10, 0)]))
    start, end = all_pairs(30)
    one, two, three = (model.factors(30, start, end, np.random.default_rng(s)) for s in (5, 5, 6))
    assert (one == two).all()
    assert (one != three).all()


def test_draws_follow_the_pair_not_the_row():
    """Rows in another order, or driven backwards, keep their factor."""
    model = make_model(make_towns([(0, 0), (10, 0)]))
    start, end = all_pairs(30)
    order = np.random.default_rng(0).permutation(len(start))
    straight = model.factors(30, start, end, np.random.default_rng(5))
    mixed = model.factors(30, end[order], start[order], np.random.default_rng(5))
    np.testing.assert_allclose(mixed, straight[order], rtol=1e-12)


def test_draws_have_the_spread_of_the_model():
    """Median one; the pairs of a town share its part, the rest is the pair's."""
    model = make_model(make_towns([(0, 0), (10, 0)]))
    n = 400
    start, end = np.triu_indices(n, k=1)
    logs = np.log(model.factors(n, start, end, np.random.default_rng(3)))
    assert np.median(logs) == pytest.approx(0, abs=0.03)
    assert logs.std() == pytest.approx(model.spread, rel=0.05)
    parts = travel.error_parts(*(pd.Series(v[:3_000]) for v in (logs, start, end)))
    quiet = replace(model, place_spread=0.0)
    alone = np.log(quiet.factors(n, start, end, np.random.default_rng(3)))
    assert alone.std() == pytest.approx(model.pair_spread, rel=0.02)
    assert parts["whole"] == pytest.approx(np.mean(logs[:3_000] ** 2))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"x": [0.0, np.nan, 0.0]}, "'b': no coordinates"),
        ({"x": [4.1, 4.2, 4.3], "y": [44.1, 44.2, 44.0]}, "'a', 'b', 'c': .* look like degrees"),
        ({"land": [travel.MAINLAND, None, travel.CORSICA]}, "'b': on no land"),
    ],
)
def test_towns_that_cannot_be_timed_are_refused(change, message):
    """Two missing lands would be one land, and degrees a country of a few metres."""
    towns, model = small_model()
    with pytest.raises(AccessError, match=message):
        model.minutes(towns.assign(**change), [0], [1])


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        ([-1], [0], "pair 0 of the origins is at position -1 of 3 towns"),
        ([0, 1], [2, 3], "pair 1 of the destinations is at position 3 of 3 towns"),
        ([0, 1], [2], "2 origins for 1 destinations"),
        ([0.0], [1.0], "origins: give positions"),
        (["a"], ["b"], "origins: give positions"),
        ([[0]], [[1]], "origins: give positions"),
    ],
)
def test_positions_outside_the_towns_are_refused(start, end, message):
    """-1 would be the last town; in times and in draws of their error."""
    towns, model = small_model()
    with pytest.raises(AccessError, match=message):
        model.minutes(towns, start, end)
    with pytest.raises(AccessError, match=message):
        model.factors(3, start, end, np.random.default_rng(0))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"exponent": 0.0}, "the exponent of the distance is 0.0"),
        ({"exponent": np.nan}, "the exponent of the distance is nan"),
        ({"constant": np.inf}, "constant of the model is inf"),
        ({"place_spread": -0.1}, "place_spread of the model is -0.1"),
        ({"pair_spread": np.nan}, "pair_spread of the model is nan"),
        ({"slowness": np.zeros((1, 1), np.float32)}, "one finite number for each cell"),
    ],
)
def test_a_model_without_a_slope_or_a_spread_is_refused(change, message):
    """It would give times that do not grow with distance, or none."""
    _, model = small_model()
    with pytest.raises(AccessError, match=message):
        replace(model, **change)


@pytest.mark.parametrize("limit", [1e3, 1e6, 1e300])
def test_reach_of_a_long_time_is_as_wide_as_the_terrain_at_most(limit: float):
    """A week or an age takes no more memory than a day, and leaves no town out."""
    towns = make_towns([(0, 0), (30, 0), (0, 60), (400, 3)], relief=[0.0, 900.0, 0.0, 50.0])
    model = make_model(towns)
    farthest = model.minutes(towns, *all_pairs(4)).max()
    assert farthest < 1e3
    assert (model.reach_km(towns, limit) > np.hypot(400, 60)).all()


@pytest.mark.parametrize(
    "door",
    [
        lambda m: m.minutes([1], [0], [0]),
        lambda m: m.reach_km(None, 5),
        lambda m: travel.fit({}, {}),
        lambda m: travel.cross_validate([1], [1]),
        lambda m: travel.predict_unseen([1], [1]),
        lambda m: travel.errors([1.0], [1.0]),
        lambda m: travel.errors_by_class([1.0], [1.0], [1.0], [0, 1]),
        lambda m: travel.error_parts([1.0], ["a"], ["b"]),
        lambda m: travel.features([1], m.terrain),
        lambda m: travel.sort_out([1]),
        lambda m: travel.share_of_range([1], [1]),
        lambda m: travel.towns_2023([1], [1], [1], None, None, 0.5),
        lambda m: travel.Terrain.of("towns"),
        lambda m: replace(m, slowness=[[1.0]]),
        lambda m: replace(m, terrain=None),
    ],
)
def test_what_is_no_table_is_refused_at_each_door(door):
    """What was given is named, not what it has not."""
    _, model = small_model()
    with pytest.raises(AccessError, match=r" is a (list|dict|str|NoneType): give a "):
        door(model)


def test_a_land_with_white_space_is_refused():
    """It would be an island."""
    towns, model = small_model()
    spoilt = towns.assign(land=[travel.MAINLAND, f"{travel.MAINLAND} ", travel.MAINLAND])
    with pytest.raises(AccessError, match="land 2 is 'mainland ', with white space"):
        model.minutes(spoilt, [0], [1])
