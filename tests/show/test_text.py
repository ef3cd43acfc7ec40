"""Numbers and words of the prose."""

from __future__ import annotations

import math

import pytest

from bassin.show.text import number, p_value, say, say_all


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        ((132799,), "132,799"),
        ((1234.5, ",.1f"), "1,234.5"),
        ((-3.2, ".1f"), "−3.2"),
        ((3.2, "+.1f", "%"), "+3.2%"),
        ((-0.04, ".1f"), "0.0"),
        ((0.04, "+.1f"), "0.0"),
        ((12, ",.0f", "km"), "12\N{NO-BREAK SPACE}km"),
        ((0.00001, ".0e"), "1e−05"),
    ],
)
def test_number(arguments, written):
    """A number has comma thousands, a true minus, no signed zero, and its unit in place."""
    assert number(*arguments) == written


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_number_refuses_what_is_not_one(value):
    """A missing number never becomes the word nan in a sentence."""
    with pytest.raises(ValueError, match="say in words"):
        number(value)


@pytest.mark.parametrize(
    ("p", "written"),
    [
        (0.0009, "<\N{NO-BREAK SPACE}0.001"),
        (0.001, "0.001"),
        (0.0496, "0.050"),
        (0.12, "0.12"),
        (1.0, "1.00"),
    ],
)
def test_p_value(p, written):
    """No p-value is written as zero."""
    assert p_value(p) == written


@pytest.mark.parametrize("p", [-0.1, 1.1, math.nan])
def test_p_value_refuses_what_is_not_one(p):
    """A probability lies between zero and one."""
    with pytest.raises(ValueError, match="no p-value"):
        p_value(p)


@pytest.fixture
def glued(monkeypatch):
    """What was kept for the prose, by key."""
    kept = {}

    def keep(key, value, *, display):
        assert not display
        kept[key] = value

    monkeypatch.setattr("myst_nb.glue", keep)
    return kept


def test_say_keeps_the_written_number(glued):
    """The prose is given a number already written, and words as they are."""
    say("population", 132799)
    say("growth", -1.24, "+.1f", "%")
    say("verdict", "holds")
    assert glued == {"population": "132,799", "growth": "−1.2%", "verdict": "holds"}


def test_say_all_takes_values_and_tuples(glued):
    """A mapping may give a bare value, or the value with its format and unit."""
    say_all({"a": 1000, "b": (2.55, ".1f"), "c": (3, ",.0f", "km"), "d": "word"})
    assert glued == {"a": "1,000", "b": "2.5", "c": "3\N{NO-BREAK SPACE}km", "d": "word"}


@pytest.mark.parametrize("value", [math.nan, ""])
def test_say_names_the_key_that_has_no_value(glued, value):
    """A value that cannot be said names its key, and nothing is kept."""
    with pytest.raises(ValueError, match="'share'"):
        say("share", value)
    assert not glued
