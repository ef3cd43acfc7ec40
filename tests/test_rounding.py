"""What a text would print of a number: mirrored signs, halves, truncation, no binary arithmetic."""

from __future__ import annotations

import pytest

from bassin.rounding import prints_as, turns, within


@pytest.mark.parametrize(
    ("found", "published", "rounding", "same"),
    [
        (12.25, 12.3, 0.05, True),
        (12.35, 12.3, 0.05, False),
        (12.349999, 12.3, 0.05, True),
        (12.249999, 12.3, 0.05, False),
        (0.05, 0.1, 0.05, True),
        (0.05, 0.0, 0.05, False),
        (0.0499, 0.0, 0.05, True),
        (2.675, 2.68, 0.005, True),
        (1.005, 1.01, 0.005, True),
        (114_500, 114_000, 500, False),
        (113_500, 114_000, 500, True),
        (2011, 2011, 0, True),
        (2011.5, 2011, 0, False),
    ],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_a_half_goes_away_from_zero(found, published, rounding, same, sign):
    """On both sides of zero alike; what is not rounded is equal or not."""
    assert prints_as(sign * found, sign * published, rounding) is same


@pytest.mark.parametrize(
    ("found", "published", "same"),
    [(12.3, 12.3, True), (12.39, 12.3, True), (12.4, 12.3, False), (12.29, 12.3, False)],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_truncation_goes_towards_zero(found, published, same, sign):
    """Whatever comes after the last digit."""
    assert prints_as(sign * found, sign * published, 0.05, "truncated") is same


@pytest.mark.parametrize("sign", [1, -1])
def test_a_number_of_the_other_sign_is_not_printed_alike(sign):
    """But what rounds to nothing has no sign."""
    assert not prints_as(sign * 12.3, sign * -12.3, 0.05)
    assert prints_as(sign * 0.01, sign * -0.0, 0.05)


def test_a_tolerance_holds_at_its_end():
    """19.6 is 0.6 from 19.0, in decimals."""
    assert within(19.6, 19.0, 0.6)
    assert within(19.0, 19.6, 0.6)
    assert not within(19.61, 19.0, 0.6)


@pytest.mark.parametrize(
    ("found", "margin", "turned"),
    [
        (90, -10, True),
        (90.1, -10, False),
        (130, -10, False),
        (110, 10, True),
        (109.9, 10, False),
        (70, 10, False),
        (0, float("nan"), False),
    ],
)
def test_a_sentence_turns_on_the_side_of_its_margin(found, margin, turned):
    """And at its end; without one no number turns it."""
    assert turns(found, 100, margin) is turned
