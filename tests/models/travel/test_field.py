"""A field of errors: what was put in comes out, and what is left out is not seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.travel_model import SOUTH, WEST, make_towns

from bassin.errors import AccessError
from bassin.models import travel
from bassin.models.travel import CHOSEN, FIELD, Field, Ways
from bassin.topics.travel.local import Travel


def pairs_of(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> pd.DataFrame:
    """Pairs of places at some points (km)."""
    x, y = (1000 * points + [WEST, SOUTH]).T
    codes = np.array([f"p{n}" for n in range(len(points))])
    ends = {"x": x[start], "y": y[start], "x_to": x[end], "y_to": y[end]}
    return pd.DataFrame({"origin": codes[start], "destination": codes[end], **ends})


def drawn(seed: int) -> tuple[pd.DataFrame, pd.Series, np.ndarray, np.ndarray]:
    """Errors with known parts: 0.1 shared over 20 km, 0.05 of a way."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(0, 100, (150, 2))
    apart = np.hypot(*(points[:, None] - points).transpose(2, 0, 1))
    part = np.linalg.cholesky(0.01 * np.exp(-apart / 20) + 1e-9 * np.eye(150)) @ rng.normal(
        size=150
    )
    start, end = rng.integers(0, 150, (2, 500))
    keep = start != end
    start, end = start[keep], end[keep]
    low, high = np.minimum(start, end), np.maximum(start, end)
    first = pd.DataFrame({"low": low, "high": high}).drop_duplicates().index
    start, end = start[first], end[first]
    error = part[start] + part[end] + rng.normal(0, 0.05, len(start))
    return pairs_of(points, start, end), pd.Series(error), points, part


def test_spreads_put_in_are_found_and_parts_told():
    """On the mean of four draws; what is kriged is near what was drawn, and fades far away."""
    found = []
    for seed in range(4):
        pairs, error, points, part = drawn(seed)
        field = Field.fitted(Ways.among(pairs), error)
        found.append((field.shared, field.pair))
        towns = make_towns(points)
        assert np.corrcoef(field.at(towns), part)[0, 1] > 0.9
        assert abs(field.at(make_towns([(900, 0)]))[0]) < 1e-6
    assert np.mean(found, axis=0) == pytest.approx([0.1, 0.05], rel=0.25)


def test_draws_have_the_mean_and_move_together():
    """Near known ways they vary less than far; two towns far out, side by side, move as one."""
    pairs, error, points, _ = drawn(0)
    field = Field.fitted(Ways.among(pairs), error)
    towns = make_towns([*points[:20], (900, 0), (901, 0), (0, 900)])
    draws = field.drawn(towns, 2_000, np.random.default_rng(1))
    assert draws.mean(axis=0) == pytest.approx(field.at(towns), abs=0.012)
    spread = draws.std(axis=0)
    assert spread[:20].mean() < 0.6 * spread[20]
    assert spread[20] == pytest.approx(np.hypot(field.shared, field.place), rel=0.06)
    ties = np.corrcoef(draws[:, 20:].T)
    whole = field.shared**2 + field.place**2
    assert ties[0, 1] == pytest.approx(field.shared**2 * np.exp(-1 / field.km) / whole, abs=0.05)
    assert ties[0, 1] > 0.5
    assert abs(ties[0, 2]) < 0.1
    again = field.drawn(towns, 2_000, np.random.default_rng(1))
    assert np.array_equal(draws, again)


def test_what_is_told_is_kriging_without_the_others():
    """From the inverse of the whole, against a field that never had the ways left out."""
    pairs, error, _, _ = drawn(2)
    field = Field.fitted(Ways.among(pairs), error)
    learnt = np.arange(len(pairs)) >= 60
    covariance = field._covariance
    by_hand = covariance[:60, 60:] @ np.linalg.solve(covariance[60:, 60:], error[60:])
    told = field.told(error.to_numpy(), learnt)
    assert told[:60] == pytest.approx(by_hand)
    assert (told[60:] == 0).all()


def test_left_out_minutes_change_no_prediction_of_theirs(toy_travel: Travel):
    """Nor does the field see them."""
    pairs, known = toy_travel.pairs, toy_travel.known
    here = (
        pairs["origin"].str.startswith("48") | pairs["destination"].str.startswith("48")
    ).to_numpy()
    fields, every = {FIELD: toy_travel.field}, [(here, ~here)]
    before = travel.unseen_by_place(pairs, known, fields, every)
    spoilt = pairs.assign(minutes=pairs["minutes"].where(~here, 3 * pairs["minutes"]))
    after = travel.unseen_by_place(spoilt, known, fields, every)
    pd.testing.assert_frame_equal(before, after)
    assert before.notna().all(axis=1).to_numpy().tolist() == here.tolist()
    plain = travel.predict_unseen(pairs, known, [CHOSEN], (here.astype(str), here.astype(str)))
    assert before[CHOSEN][here].to_numpy() == pytest.approx(plain[CHOSEN][here].to_numpy())


def test_errors_of_other_pairs_are_refused():
    """A missing error, or one too few."""
    pairs, error, _, _ = drawn(3)
    for wrong in (error.iloc[1:], error.mask(error.index == 4)):
        with pytest.raises(AccessError, match="finite error of each pair"):
            Field.fitted(Ways.among(pairs), wrong)


def small() -> Field:
    """Three ways of three places, of which one is known in both directions."""
    points = np.array([[0.0, 0], [10, 0], [0, 10]])
    ways = Ways.among(pairs_of(points, np.array([0, 1, 0, 1]), np.array([1, 0, 2, 2])))
    return Field(ways, np.array([0.1, 0.2, -0.1]), shared=0.1, km=20.0, place=0.05, pair=0.05)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"errors": np.array([0.1, 0.2])}, r"\(2,\) for 3 way\(s\)"),
        ({"errors": np.array([0.1, np.nan, 0])}, "nan of way 1"),
        ({"errors": np.array(["a", "b", "c"])}, "give numbers"),
        ({"km": 0.0}, "km of a field is 0.0"),
        ({"pair": np.nan}, "pair of a field is nan"),
        ({"place": -0.1}, "place of a field is -0.1"),
        ({"shared": "0.1"}, "shared of a field is '0.1'"),
        ({"ways": None}, "ways is a NoneType"),
    ],
)
def test_a_field_of_other_shapes_or_spreads_is_refused(change: dict, what: str):
    """One finite error a way, spreads and a distance above zero."""
    with pytest.raises(AccessError, match=what):
        replace(small(), **change)


def test_one_way_tells_no_spread():
    """Four numbers are not found from one error, nor two from two."""
    ways = Ways.among(pairs_of(np.array([[0.0, 0], [10, 0]]), np.array([0, 1]), np.array([1, 0])))
    with pytest.raises(AccessError, match=r"1 way\(s\) tell no 4 spreads"):
        Field.fitted(ways, pd.Series([0.1, 0.2]))
    with pytest.raises(AccessError, match=r"1 way\(s\) tell no 2 spreads"):
        Field.fitted(ways, pd.Series([0.1, 0.2]), sharing=False)


def test_nothing_learnt_tells_nothing_and_all_learnt_leaves_nothing_to_tell():
    """Zero for each pair; of one way between two others something is told."""
    field, errors = small(), np.array([0.1, 0.1, 0.2, -0.1])
    assert field.told(errors, np.zeros(4, dtype=bool)).tolist() == [0, 0, 0, 0]
    assert field.told(errors, np.ones(4, dtype=bool)).tolist() == [0, 0, 0, 0]
    told = field.told(errors, np.array([True, True, True, False]))
    assert told[:3].tolist() == [0, 0, 0]
    assert told[3] != 0


@pytest.mark.parametrize(
    ("errors", "learnt", "what"),
    [
        ([0.1, np.nan, 0, 0], [True] * 4, "nan of pair 1"),
        ([0.1, 0, 0], [True] * 4, r"\(3,\) for 4 pair"),
        ([0.1, 0, 0, 0], [0, 1, 2], "one truth value for each of the 4 pairs"),
        ([0.1, 0, 0, 0], [True] * 3, "one truth value for each of the 4 pairs"),
        ([0.1, 0, 0, 0], [True, False, True, True], "pair 1 is left out, and its way is learnt"),
    ],
)
def test_what_tells_of_other_pairs_is_refused(errors: list, learnt: list, what: str):
    """A missing error, positions for a mask, one direction of a way without the other."""
    with pytest.raises(AccessError, match=what):
        small().told(np.array(errors), np.array(learnt))


def test_no_town_has_no_draw_and_two_at_one_point_have_their_own():
    """An empty list gives an empty table; the same town twice is no singular matrix."""
    rng = np.random.default_rng(5)
    assert small().drawn(make_towns([(0, 0)])[:0], 3, rng).shape == (3, 0)
    assert small().at(make_towns([(0, 0)])[:0]).shape == (0,)
    both = small().drawn(make_towns([(5, 5), (5, 5)]), 50, rng)
    assert np.isfinite(both).all()
    assert not np.array_equal(both[:, 0], both[:, 1])


@pytest.mark.parametrize("n", [0, -1, 2.5, True, "3", None])
def test_a_number_of_draws_that_is_none_is_refused(n: object):
    """None, half a draw, a text."""
    with pytest.raises(AccessError, match="whole number of draws"):
        small().drawn(make_towns([(0, 0)]), n, np.random.default_rng(5))
    with pytest.raises(AccessError, match="rng is a int"):
        small().drawn(make_towns([(0, 0)]), 2, 5)


@pytest.mark.parametrize(
    ("fold", "what"),
    [
        (([0, 1], [2, 3]), "one truth value"),
        (([True] * 4, [True] * 4), "learns from what it predicts"),
        (([True] * 4, [False] * 4), "or from nothing"),
    ],
)
def test_folds_of_other_pairs_are_refused(fold: tuple, what: str):
    """Positions, a fold that has seen what it tells, one that has seen nothing."""
    pairs = pd.DataFrame({"minutes": [1.0, 1, 2, 3]})
    masks = tuple(np.array(one) for one in fold)
    with pytest.raises(AccessError, match=what):
        travel.unseen_by_place(pairs, pd.DataFrame(index=pairs.index), {FIELD: small()}, [masks])


@pytest.mark.parametrize(
    ("minutes", "known", "what"),
    [
        ([1.0, 0, 2, 3], [0, 1, 2, 3], "row 1: 0.0 minutes"),
        ([1.0, 1, 2, 3], [0, 1, 2, 4], "different indexes"),
        ([1.0, 1, 2], [0, 1, 2], f"field '{FIELD}' is of other pairs"),
    ],
)
def test_pairs_that_are_not_those_of_the_field_are_refused(minutes: list, known: list, what: str):
    """A time of nothing, features of others, a field of others."""
    pairs, table = pd.DataFrame({"minutes": minutes}), pd.DataFrame(index=known)
    with pytest.raises(AccessError, match=what):
        travel.unseen_by_place(pairs, table, {FIELD: small()}, [])
