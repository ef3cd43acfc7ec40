"""The travel-time model: what must hold whatever the towns, and the toy France."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.toy_travel import NO_ALTITUDE

from bassin.errors import AccessError
from bassin.files.sources import Sources
from bassin.models import travel
from bassin.models.travel import DETOUR, SPEED, Terrain, TravelModel
from bassin.places.territory import Territory
from bassin.topics.travel.local import Travel


@pytest.fixture(scope="module")
def toy_travel(toy: Sources) -> Travel:
    """The model of the toy France, where minutes are two times the distance to the power 0.7."""
    return Travel(Territory("200000018", toy), toy)


def make_towns(points, relief=100.0, density=50.0, land=travel.MAINLAND) -> pd.DataFrame:
    """Towns at some points (km)."""
    x, y = np.asarray(points, dtype=float).T * 1000
    table = pd.DataFrame({"x": x, "y": y, "altitude_m": 200.0})
    return table.assign(relief_m=relief, density=density, land=land)


def make_model(towns: pd.DataFrame, **changes: float) -> TravelModel:
    """A model with slopes near the real ones."""
    terrain = Terrain.of(towns)
    slopes = {"per_metre": 7e-4, "per_log_density": 0.11} | changes
    slow = slopes["per_metre"] * terrain.relief + slopes["per_log_density"] * terrain.log_density
    return TravelModel(
        constant=0.7,
        exponent=0.67,
        terrain=terrain,
        slowness=slow.astype(np.float32),
        place_spread=0.09,
        pair_spread=0.16,
        **slopes,
    )


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


# Minutes


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


# Reach


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


@pytest.mark.parametrize("limit", [1e3, 1e6, 1e300])
def test_reach_of_a_long_time_is_as_wide_as_the_terrain_at_most(limit: float):
    """A week or an age takes no more memory than a day, and leaves no town out."""
    towns = make_towns([(0, 0), (30, 0), (0, 60), (400, 3)], relief=[0.0, 900.0, 0.0, 50.0])
    model = make_model(towns)
    farthest = model.minutes(towns, *all_pairs(4)).max()
    assert farthest < 1e3
    assert (model.reach_km(towns, limit) > np.hypot(400, 60)).all()


def test_a_point_far_from_the_terrain_is_read_at_the_edge_on_its_side():
    """A position that no whole number of 32 bits holds does not come out on the other side."""
    terrain = Terrain.of(make_towns([(0, 0), (9, 0)]))
    columns = np.arange(terrain.relief.size).reshape(terrain.relief.shape)
    x = np.array([-1e20, -1e13, 1e13, 1e20])
    np.testing.assert_array_equal(terrain.at(columns, x, np.zeros(4)), [0, 0, 9, 9])


@pytest.mark.parametrize("bad", [0, -5, np.nan, np.inf])
def test_reach_of_no_time(bad: float):
    """A time that is not above zero is refused."""
    towns = make_towns([(0, 0), (10, 0)])
    with pytest.raises(ValueError, match="give a time above zero"):
        make_model(towns).reach_km(towns, bad)


# Errors drawn


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


# Variance of the errors


def test_error_parts_find_what_was_put_in():
    """Errors drawn with known parts give them back, on the mean of ten draws."""
    found = []
    for seed in range(10):
        rng = np.random.default_rng(seed)
        start, end = rng.integers(0, 300, (2, 1_000))
        keep = start != end
        start, end = start[keep], end[keep]
        place = rng.normal(0, 0.1, 300)
        error = place[start] + place[end] + rng.normal(0, 0.15, len(start))
        parts = travel.error_parts(pd.Series(error), pd.Series(start), pd.Series(end))
        assert parts["whole"] == pytest.approx(2 * parts["place"] + parts["pair"])
        found.append(parts)
    mean = pd.DataFrame(found).mean()
    assert mean["place"] == pytest.approx(0.01, rel=0.15)
    assert mean["pair"] == pytest.approx(0.0225, rel=0.15)


def test_error_parts_of_unrelated_pairs():
    """Without a shared place all is the pair's own."""
    parts = travel.error_parts(pd.Series([0.1, -0.2]), pd.Series(["a", "b"]), pd.Series(["c", "d"]))
    assert parts["place"] == 0
    assert parts["pair"] == pytest.approx(0.025)
    assert np.isnan(parts["reverse"])


# Sorting pairs


def commute(**changes: object) -> dict[str, object]:
    row = {"origin": "30001", "destination": "30002", "straight_km": 10.0, "road_km": 13.0}
    row |= {"lon": 4.0, "lat": 44.0, "lon_to": 4.1, "lat_to": 44.0, "minutes": 15.0}
    return row | changes


def test_each_outlier_is_counted_under_its_reason():
    """One pair is kept, one dropped for each reason."""
    rows = [
        commute(),
        commute(destination=None, straight_km=np.nan, road_km=np.nan, minutes=np.nan),
        commute(minutes=0.0),
        commute(straight_km=600.0, road_km=700.0, minutes=400.0),
        commute(road_km=9.0),
        commute(road_km=40.0, minutes=15.0),
    ]
    pairs, dropped = travel.sort_out(pd.DataFrame(rows))
    assert len(pairs) == 1
    assert dropped.to_dict() == dict.fromkeys(
        [travel.ABROAD, travel.NOTHING, travel.FAR, travel.FLYING, travel.FAST], 1
    )


# The toy France


def test_towns_of_the_toy(toy_travel: Travel):
    """40 communes in 2023: four merged since, one restored, in the middle of its half."""
    towns = toy_travel.towns
    assert len(towns) == 40
    assert towns.notna().all(axis=None)
    assert toy_travel.placed.to_dict() == {
        "town hall": 35,
        "town hall, merged since": 4,
        "middle of its outline": 1,
    }
    assert towns.index[towns["placed"] == "middle of its outline"].to_list() == ["01004"]
    merged = towns.loc["30005"]
    assert merged["area_km2"] == 50
    assert merged["density"] == pytest.approx(200 / 50)
    assert towns.loc["01004", "area_km2"] == pytest.approx(25, abs=0.01)
    assert towns["land"].value_counts().to_dict() == {travel.MAINLAND: 36, travel.CORSICA: 4}


def test_altitude_of_the_toy(toy_travel: Travel):
    """Half-way up in the middle of the values; a commune without one takes its neighbours'."""
    towns = toy_travel.towns
    share = (towns.loc["30001", "altitude_m"] - 50) / 200
    assert towns.loc["48001", "altitude_m"] == pytest.approx(450 + 200 * share)
    assert towns.loc[NO_ALTITUDE, "relief_m"] == 200


def test_share_of_range():
    """The median of what is known, flat communes left out."""
    halls = pd.DataFrame(
        {"altitude_min_m": [0.0, 100.0, 5.0, 7.0], "altitude_max_m": [100.0, 300.0, 5.0, 9.0]},
        index=list("abcd"),
    )
    assert travel.share_of_range(pd.Series({"a": 20.0, "b": 180.0, "c": 5.0}), halls) == (
        pytest.approx(0.3)
    )


def test_fit_finds_the_law_of_the_toy(toy_travel: Travel):
    """The exponent, within what rounding to a minute hides; the baselines are worse."""
    model, table = toy_travel.model, toy_travel.validation
    assert model.exponent == pytest.approx(0.7, abs=0.06)
    power = table.loc["Power of distance", "mean_abs"]
    assert power < 0.6
    assert power < table.loc[[SPEED, DETOUR], "mean_abs"].min()
    assert toy_travel.dropped[[travel.ABROAD, travel.FAR]].to_list() == [1, 1]
    assert toy_travel.dropped.sum() == 2


def test_pairs_of_a_departement_are_unseen(toy_travel: Travel):
    """Changing the minutes that start in a departement changes none of its predictions."""
    pairs, known = toy_travel.pairs, toy_travel.known
    here = pairs["origin"].str.startswith("48") | pairs["destination"].str.startswith("48")
    spoilt = pairs.assign(minutes=pairs["minutes"].where(~here, 3 * pairs["minutes"]))
    start = pairs["origin"].str.startswith("48")
    before = toy_travel.predicted[start]
    pd.testing.assert_frame_equal(travel.predict_unseen(spoilt, known)[start], before)
    assert not travel.predict_unseen(spoilt, known)[~start].equals(toy_travel.predicted[~start])


def test_cross_validate_is_the_topic_s_table(toy_travel: Travel):
    """The function on pairs and towns gives what the topic holds."""
    table = travel.cross_validate(toy_travel.pairs, toy_travel.towns)
    pd.testing.assert_frame_equal(table, toy_travel.validation)


def test_errors_by_hand():
    """Two pairs, one two minutes over, one four under."""
    predicted = pd.DataFrame({"m": [12.0, 16.0]})
    row = travel.errors(pd.Series([10.0, 20.0]), predicted).loc["m"]
    assert row.to_list() == [2, 3, 3, -1, 20]


def test_classes_hold_every_pair(toy_travel: Travel):
    """By distance and by relief, the pairs add up."""
    assert toy_travel.by_distance["pairs"].sum() == len(toy_travel.pairs)
    assert toy_travel.by_relief["pairs"].sum() == len(toy_travel.pairs)
    assert toy_travel.by_distance["minutes"].is_monotonic_increasing


def test_located_errors(toy_travel: Travel):
    """Each pair counts once, in the commune its origin has become; the others have none."""
    table = toy_travel.located
    assert isinstance(table, gpd.GeoDataFrame)
    here = [c[:2] in ("30", "48") for c in toy_travel.now(toy_travel.pairs["origin"])]
    assert table["pairs"].sum() == sum(here)
    assert (table["gap_pct"].isna() == (table["pairs"] == 0)).all()


def test_catchments_of_the_toy(toy_travel: Travel):
    """What is within 15 minutes is found, but for roundings."""
    table = toy_travel.catchment([15])
    assert table.loc[15, "within"] == (toy_travel.pairs["minutes"] <= 15).sum()
    assert table.loc[15, "found_pct"] > 90


def test_minutes_that_do_not_grow_are_refused(toy_travel: Travel):
    """Pairs that take less time the farther they are teach nothing."""
    pairs = toy_travel.pairs.assign(minutes=100 / toy_travel.pairs["minutes"])
    with pytest.raises(ValueError, match="do not grow with distance"):
        travel.fit(pairs, toy_travel.towns)


# What is refused


def small_model() -> tuple[pd.DataFrame, TravelModel]:
    towns = make_towns([(0, 0), (10, 0), (0, 10)]).set_axis(["a", "b", "c"])
    return towns, make_model(towns)


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


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"relief_m": [1.0, np.nan, 1.0]}, "relief_m of 'b' is nan"),
        ({"density": [1.0, 1.0, -3.0]}, "density of 'c' is -3.0: .* zero or more"),
        ({"altitude_m": ["1", "2", "3"]}, "altitude_m of 'a' is 1: give"),
        ({"x": [0.0, np.inf, 0.0]}, "'b': no coordinates"),
        ({"x": [0.0, 1e15, 0.0]}, "'b': x 1e.15, y .* are no place on Earth"),
        ({"x": [0.0, 4e7, 0.0], "y": [0.0, 0.0, 4e7]}, "cells of 1000 m: at most.*far away"),
    ],
)
def test_a_terrain_of_unknown_ground_is_refused(change, message):
    """A missing relief would spread to all cells around; a town below the sea is one."""
    towns, _ = small_model()
    assert len(Terrain.of(towns.assign(altitude_m=-4.0)).relief)
    with pytest.raises(AccessError, match=message):
        Terrain.of(towns.assign(**change))
    with pytest.raises(AccessError, match="no town"):
        Terrain.of(towns.iloc[:0])
    for cell in (0, -1, np.nan):
        with pytest.raises(AccessError, match="the side of a cell"):
            Terrain.of(towns, cell)
    for cell in (1e-9, 1e300):
        with pytest.raises(AccessError, match=r"cells of .* m: at most"):
            Terrain.of(towns, cell)


def test_a_point_without_coordinates_is_on_no_ground():
    """It would be read at the edge of the terrain."""
    _, model = small_model()
    with pytest.raises(AccessError, match="a point without coordinates"):
        model.terrain.at(model.slowness, np.array([np.nan]), np.array([0.0]))
    pairs = pd.DataFrame({"x": [0.0], "y": [0.0], "x_to": [0.0], "y_to": [0.0]}, ["p"])
    with pytest.raises(AccessError, match="row 'p': both ends are one point"):
        travel.features(pairs, model.terrain)
    with pytest.raises(AccessError, match="pairs: no column 'y_to'"):
        travel.features(pairs.drop(columns="y_to"), model.terrain)
    with pytest.raises(AccessError, match="'p': no coordinates"):
        travel.features(pairs.assign(x_to=np.nan), model.terrain)


@pytest.mark.parametrize("column", ["straight_km", "road_km", "minutes", "lon", "lat_to"])
@pytest.mark.parametrize("value", [np.nan, np.inf, "12"])
def test_a_pair_with_a_missing_number_is_refused(column, value):
    """Of a pair that leads abroad nothing is asked."""
    pairs = pd.DataFrame([commute(), commute(**{column: value})], index=["p", "q"])
    with pytest.raises(AccessError, match=f"row 'q', {column}: "):
        travel.sort_out(pairs.astype({column: object}))
    abroad = pairs.assign(destination=["30007", None])
    assert travel.sort_out(abroad)[1][travel.ABROAD] == 1


def test_what_is_fitted_and_judged_is_known(toy_travel: Travel):
    """A missing time, an unknown model, predictions of other pairs, a pair in no class."""
    pairs, known = toy_travel.pairs, toy_travel.known
    lost = pairs["minutes"].where(pairs.index != pairs.index[1])
    for judge in (
        lambda: travel.fit(pairs.assign(minutes=lost), toy_travel.towns),
        lambda: travel.predict_unseen(pairs.assign(minutes=lost), known),
        lambda: travel.errors(lost, toy_travel.predicted),
    ):
        with pytest.raises(AccessError, match="row 1: nan minutes"):
            judge()
    with pytest.raises(AccessError, match="no model 'Straight'; models: Constant speed"):
        travel.predict_unseen(pairs, known, ["Straight"])
    with pytest.raises(AccessError, match="different indexes"):
        travel.predict_unseen(pairs, known.iloc[::-1])
    with pytest.raises(AccessError, match="different indexes"):
        travel.errors(pairs["minutes"], toy_travel.predicted.iloc[1:])
    with pytest.raises(AccessError, match="'Constant speed' predicts no time"):
        travel.errors(pairs["minutes"], toy_travel.predicted.assign(**{SPEED: np.nan}))
    with pytest.raises(AccessError, match="no pair"):
        travel.errors(pairs["minutes"].iloc[:0], toy_travel.predicted.iloc[:0])
    with pytest.raises(AccessError, match=r"row 0: .* is in no class from 0 to 0\.001"):
        travel.errors_by_class(pairs["minutes"], toy_travel.predicted, known["km"], (0, 0.001))


def test_two_missing_codes_are_not_one_place():
    """Their errors would be taken for what one place brings to its pairs."""
    residuals = pd.Series([0.1, 0.2, 0.1])
    codes = pd.Series(["a", "b", "c"])
    for lost in (codes.where(codes != "b"), codes.replace("b", "")):
        with pytest.raises(AccessError, match="row 1: no origin"):
            travel.error_parts(residuals, lost, codes)
        with pytest.raises(AccessError, match="row 1: no destination"):
            travel.error_parts(residuals, codes, lost)
    with pytest.raises(AccessError, match="an error is missing"):
        travel.error_parts(residuals * np.nan, codes, codes)
    with pytest.raises(AccessError, match="different indexes"):
        travel.error_parts(residuals, codes.iloc[:2], codes)


def test_questions_about_no_place_are_refused(toy_travel: Travel):
    """An unknown code would be the last town; a circle of no width holds nobody."""
    code = toy_travel.towns.index[0]
    assert toy_travel.between([code]).shape == (1, 1)
    with pytest.raises(AccessError, match="'99999': no such town"):
        toy_travel.between([code, "99999"])
    for nothing in (0, -1, np.nan):
        with pytest.raises(AccessError, match="above zero"):
            toy_travel.catchment([15, nothing])
        with pytest.raises(AccessError, match="above zero"):
            toy_travel.near_halls(nothing)
    for bad in ("", None, 30007, np.nan):
        with pytest.raises(AccessError, match="no code of a commune"):
            travel.land(bad)


def test_altitudes_outside_all_ranges_are_refused():
    """Feet for metres, or codes that do not meet."""
    halls = pd.DataFrame({"altitude_min_m": [100.0], "altitude_max_m": [200.0]}, ["a"])
    assert travel.share_of_range(pd.Series({"a": 150.0}), halls) == 0.5
    for means in ({"a": 500.0}, {"b": 150.0}, {"a": np.nan}):
        with pytest.raises(AccessError, match="within its lowest and highest points"):
            travel.share_of_range(pd.Series(means, dtype=float), halls)
