"""Exact and permutation tests of small counts."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.indicators.chance import binomial_interval, binomial_p, permutation_p


@pytest.mark.parametrize(
    ("successes", "trials", "chance", "p"),
    [
        (5, 5, 0.5, 2 / 32),
        (6, 7, 0.5, 16 / 128),
        (3, 6, 0.5, 1),
        (0, 0, 0.5, 1),
        (2, 2, 0.75, 1),  # the likeliest outcome, so every other is added
        (0, 2, 0.75, 1 / 16),
    ],
)
def test_binomial_test_by_hand(successes, trials, chance, p):
    """Outcomes no likelier than the one observed are added up."""
    assert binomial_p(successes, trials, chance) == pytest.approx(p)


def test_more_successes_than_trials_are_refused():
    """A count that cannot be is not given a probability."""
    with pytest.raises(ValueError, match="4 successes in 3 trials"):
        binomial_p(4, 3)


def test_binomial_interval_by_hand():
    """5 of 5: the fifth root of 0.025; none of 5: the rest of it; symmetric about a half."""
    limit = 0.025 ** (1 / 5)
    assert binomial_interval(5, 5) == pytest.approx((limit, 1))
    assert binomial_interval(0, 5) == pytest.approx((0, 1 - limit))
    low, high = binomial_interval(3, 6)
    assert low == pytest.approx(1 - high)
    assert low == pytest.approx(0.1181, abs=1e-4)  # Clopper and Pearson


def test_permutation_test_finds_what_is_there_and_no_more():
    """Two of four chosen, the two largest: one deal in six does as much."""
    values = pd.Series([5.0, 5, 1, 1], index=list("abcd"))
    gap, p = permutation_p(values, pd.Series([True, True, False, False], list("abcd")))
    assert gap == 4
    assert p == pytest.approx(1 / 6, abs=0.01)
    again = permutation_p(values, pd.Series([True, True, False, False], list("abcd")))
    assert again == (gap, p)


def test_permutation_test_needs_two_groups():
    """Without others there is nobody to compare with."""
    values = pd.Series([1.0, 2])
    with pytest.raises(ValueError, match="both groups"):
        permutation_p(values, pd.Series([True, True]))
