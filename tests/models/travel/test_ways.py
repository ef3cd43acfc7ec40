"""Ways: both directions are one, and what is no way is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.errors import AccessError
from bassin.models.travel import Ways

#: There and back between two places, and from one of them to a third.
PAIRS = pd.DataFrame(
    {
        "origin": ["a", "b", "a"],
        "destination": ["b", "a", "c"],
        "x": [700_000.0, 710_000, 700_000],
        "y": [6_300_000.0, 6_300_000, 6_300_000],
        "x_to": [710_000.0, 700_000, 700_000],
        "y_to": [6_300_000.0, 6_300_000, 6_310_000],
    }
)


def test_both_directions_are_one_way():
    """There and back count once, with the mean of their errors."""
    ways = Ways.among(PAIRS)
    assert ways.of.tolist() == [0, 0, 1]
    assert ways.ends.toarray().tolist() == [[1, 1, 0], [1, 0, 1]]
    assert ways.points.tolist() == [[700, 6300], [710, 6300], [700, 6310]]
    assert ways.means(np.array([0.1, 0.3, -0.2])) == pytest.approx([0.2, -0.2])


def test_one_pair_is_a_way_and_one_there_twice_counts_twice():
    """(0.1 + 0.1 + 0.4) / 3 of three pairs of one way."""
    assert Ways.among(PAIRS[2:]).of.tolist() == [0]
    ways = Ways.among(PAIRS.iloc[[0, 0, 1]])
    assert ways.ends.shape == (1, 2)
    assert ways.means(np.array([0.1, 0.1, 0.4])) == pytest.approx([0.2])


@pytest.mark.parametrize(
    ("row", "column", "value", "what"),
    [
        (1, "origin", None, "row 1: no origin"),
        (1, "destination", " ", "row 1: no destination"),
        (1, "origin", "b ", "white space around it"),
        (1, "origin", "a", "row 1: a way from a place to itself"),
        (0, "x", np.nan, "'a': no coordinates"),
        (2, "y_to", np.inf, "'c': no coordinates"),
        (1, "x", 720_000.0, "'b': at two points"),
    ],
)
def test_a_pair_that_is_no_way_is_named(row: int, column: str, value: object, what: str):
    """A code or a coordinate that is missing, one place at two points."""
    pairs = PAIRS.copy()
    pairs.loc[row, column] = value
    with pytest.raises(AccessError, match=what):
        Ways.among(pairs)


def test_no_pair_and_degrees_are_refused():
    """There is no way without a pair."""
    with pytest.raises(AccessError, match="no pair: give at least one"):
        Ways.among(PAIRS[:0])
    with pytest.raises(AccessError, match="look like degrees"):
        Ways.among(PAIRS.assign(x=4.1, y=44.1))
    with pytest.raises(AccessError, match="no column 'x_to'"):
        Ways.among(PAIRS.drop(columns="x_to"))


@pytest.mark.parametrize(
    ("errors", "what"),
    [
        ([0.1, np.nan, 0.2], "nan of pair 1"),
        ([0.1, np.inf, 0.2], "inf of pair 1"),
        ([0.1, 0.2], r"\(2,\) for 3 pair"),
        ([[0.1, 0.2, 0.3]], r"\(1, 3\) for 3 pair"),
        (["0.1", "0.2", "0.3"], "give numbers"),
    ],
)
def test_means_of_other_errors_are_refused(errors: list, what: str):
    """A missing one would be a missing mean, one too few another way's."""
    with pytest.raises(AccessError, match=what):
        Ways.among(PAIRS).means(np.array(errors))
