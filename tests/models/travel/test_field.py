"""A field of errors: what was put in comes out, and what is left out is not seen."""

from __future__ import annotations

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


def test_both_directions_are_one_way():
    """There and back count once, with the mean of their errors."""
    points = np.array([[0.0, 0], [10, 0], [0, 10]])
    ways = Ways.among(pairs_of(points, np.array([0, 1, 0]), np.array([1, 0, 2])))
    assert ways.of.tolist() == [0, 0, 1]
    assert ways.ends.toarray().tolist() == [[1, 1, 0], [1, 0, 1]]
    assert ways.means(np.array([0.1, 0.3, -0.2])) == pytest.approx([0.2, -0.2])


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
