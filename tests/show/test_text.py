"""Numbers and words of the prose."""

from __future__ import annotations

import math

import pytest

from bassin.phrase import Name, Phrase
from bassin.show.text import say


@pytest.fixture
def glued(monkeypatch):
    """What was kept for the prose, by key."""
    kept = {}

    def keep(key, value, *, display):
        assert not display
        kept[key] = value

    monkeypatch.setattr("myst_nb.glue", keep)
    return kept


def test_say_keeps_what_is_written(glued):
    """Numbers are given with their format and unit; codes and phrases are put into words."""
    say(
        {
            "population": 132799,
            "growth": (-1.24, "+.1f", "%"),
            "name": "Alès",
            "side": Name("north_west"),
            "towns": Phrase("list.more", shown=["Alès"], n=71),
        }
    )
    assert glued == {
        "population": "132,799",
        "growth": "−1.2%",
        "name": "Alès",
        "side": "north and west",
        "towns": "Alès and 71 more",
    }


@pytest.mark.parametrize("value", [math.nan, ""])
def test_say_names_the_key_that_has_no_value(glued, value):
    """A value that cannot be said names its key, and nothing is kept."""
    with pytest.raises(ValueError, match="'share'"):
        say({"share": value})
    assert not glued
