"""A number under every choice, and the words for how sure it is."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from bassin.topics import tried as module
from bassin.topics.tried import (
    COUNTED,
    Rule,
    TrialError,
    above,
    below,
    how_sure,
    trial,
    tried,
    within,
)

CHOICES = {(2018, "all"): 3.0, (2018, "alike"): 1.0, (2019, "all"): -1.0, (2019, "alike"): 0.0}
NAMES = ["start", "zones"]


def test_the_answer_is_that_of_the_choice_of_the_sentence():
    """Two of four choices are above nothing: so it is half sure, from either side."""
    found = tried(CHOICES, NAMES, (2018, "all"), above(0), (1.0, 5.0))
    assert (found.estimate, found.holds, found.agreeing, found.word) == (3.0, True, 2, "fragile")
    assert (found.low, found.high) == (1.0, 5.0)
    assert list(found.choices.index.names) == NAMES
    other = tried(CHOICES, NAMES, (2019, "all"), above(0), COUNTED)
    assert (other.holds, other.agreeing) == (False, 2)
    assert math.isnan(other.low)
    assert math.isnan(other.high)


@pytest.mark.parametrize(
    ("agreeing", "tried", "word"),
    [
        (20, 20, "robust"),
        (19, 20, "robust"),
        (18, 20, "mostly"),
        (16, 20, "mostly"),
        (15, 20, "fragile"),
        (10, 20, "fragile"),
        (9, 20, "turns"),
        (1, 20, "turns"),
        (1, 1, "one_reading"),
    ],
)
def test_words_begin_where_they_are_said_to(agreeing: int, tried: int, word: str):
    """95 %, 80 %, 50 %; one choice alone is never robust."""
    assert how_sure(agreeing, tried) == word


@pytest.mark.parametrize(
    ("rule", "held"),
    [
        (above(0), [False, False, True]),
        (below(0), [True, False, False]),
        (within(0, 1), [False, True, True]),
        (Rule(most=0), [True, True, False]),
    ],
)
def test_a_rule_says_whether_its_ends_count(rule: Rule, held: list[bool]):
    """More than nothing is not nothing; up to nothing is."""
    assert list(rule.holds(pd.Series([-1.0, 0.0, 1.0]))) == held


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_missing_is_an_error_and_no_denial(value: float):
    """A missing number is not one under which a sentence fails."""
    with pytest.raises(TrialError, match=r"choice 2019: .* bears nothing out"):
        tried({2018: 1.0, 2019: value}, ["start"], 2018, above(0), COUNTED)


def test_a_choice_or_a_reason_that_is_none_is_refused():
    """The choice of the sentence is among those tried, the reason one of those that have words."""
    with pytest.raises(TrialError, match="2017, is none of those tried"):
        tried({2018: 1.0}, ["start"], 2017, above(0), COUNTED)
    with pytest.raises(TrialError, match="'because' is no reason"):
        tried({2018: 1.0}, ["start"], 2018, above(0), "because")


def test_two_checks_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch):
    """A second would take the place of the first."""
    monkeypatch.setattr(module, "TRIALS", {})
    one = trial("grew")(lambda _: tried({1: 1.0}, ["year"], 1, above(0), COUNTED))
    assert module.TRIALS["grew"] is one
    with pytest.raises(ValueError, match="two checks of sentences are called 'grew'"):
        trial("grew")(one)
