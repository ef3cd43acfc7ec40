"""How wrong the models are on what they have not seen."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.errors import AccessError
from bassin.models import travel
from bassin.models.travel import SPEED
from bassin.topics.travel.local import Travel


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


def test_pairs_of_a_departement_are_unseen(toy_travel: Travel):
    """Changing the minutes that start in a departement changes none of its predictions."""
    pairs, known = toy_travel.pairs, toy_travel.known
    here = pairs["origin"].str.startswith("48") | pairs["destination"].str.startswith("48")
    spoilt = pairs.assign(minutes=pairs["minutes"].where(~here, 3 * pairs["minutes"]))
    start = pairs["origin"].str.startswith("48")
    before = toy_travel.predicted[start]
    pd.testing.assert_frame_equal(travel.predict_unseen(spoilt, known)[start], before)
    assert not travel.predict_unseen(spoilt, known)[~start].equals(toy_travel.predicted[~start])


def test_groups_left_out_are_those_asked_for(toy_travel: Travel):
    """Departements, given as groups, are the default; groups of others, or of all, are refused."""
    pairs, known = toy_travel.pairs, toy_travel.known
    groups = pairs["origin"].str[:2], pairs["destination"].str[:2]
    found = travel.predict_unseen(pairs, known, groups=groups)
    pd.testing.assert_frame_equal(found, toy_travel.predicted)
    with pytest.raises(AccessError, match="groups of 1 and 1 ends"):
        travel.predict_unseen(pairs, known, groups=(["a"], ["a"]))
    with pytest.raises(AccessError, match="nothing is left to learn"):
        travel.predict_unseen(pairs, known, groups=(["a"] * len(pairs), ["a"] * len(pairs)))


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
    with pytest.raises(AccessError, match="no model 'Straight'; models: constant_speed"):
        travel.predict_unseen(pairs, known, ["Straight"])
    with pytest.raises(AccessError, match="different indexes"):
        travel.predict_unseen(pairs, known.iloc[::-1])
    with pytest.raises(AccessError, match="different indexes"):
        travel.errors(pairs["minutes"], toy_travel.predicted.iloc[1:])
    with pytest.raises(AccessError, match="'constant_speed' predicts no time"):
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
