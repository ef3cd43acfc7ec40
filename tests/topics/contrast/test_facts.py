"""Facts on hills and plain, on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.topics.contrast import Contrast, Measure, facts
from bassin.words import current, write

NONE = Measure(pd.Series(dtype=float), pd.Series(dtype=float))


@pytest.fixture(scope="module")
def mineville(toy) -> Contrast:
    return Contrast(Territory("200000018", toy), toy, {"care_2019": lambda: NONE})


def test_lines_and_people_of_the_toy(mineville: Contrast):
    """Six communes are in the hills by the straight line; the plain passes them in 2006."""
    told = {**facts._lines(mineville), **facts._people(mineville)}
    assert told["reversal_centre"] == "Mineville"
    assert told["reversal_hills_azimuth"] == 6
    assert told["reversal_last_turn"] == (2006, "d")


def test_a_change_under_what_a_census_tells_is_level():
    """Half a percent either way."""
    assert facts._change(0.4) == Phrase("contrast.level")
    assert facts._change(-3.0) == (-3.0, "+.0f", "%")


def test_indicators_that_agree_are_named_by_their_label(mineville: Contrast):
    """Codes of labels, which the language has words for."""
    told = facts._by_indicator(mineville)
    names = told["reversal_always_names"].given["indicators"]
    assert len(names) == told["reversal_always"] > 0
    assert write(names[0]) == current().name(names[0]) != names[0]


def test_every_indicator_has_a_label(mineville: Contrast):
    """Those of the catalogue, and those of the ground of this territory."""
    labels = {write(mineville.label_of(name)) for name in mineville.expectations.index}
    assert len(labels) == len(mineville.expectations)
    parts = set(mineville.expectations["claim"])
    assert all(write(current().name(part)) for part in parts)
