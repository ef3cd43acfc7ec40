"""The model fitted on the toy France."""

from __future__ import annotations

import pytest

from bassin.models import travel
from bassin.models.travel import DETOUR, SPEED
from bassin.topics.travel.local import Travel


def test_fit_finds_the_law_of_the_toy(toy_travel: Travel):
    """The exponent, within what rounding to a minute hides; the baselines are worse."""
    model, table = toy_travel.model, toy_travel.validation
    assert model.exponent == pytest.approx(0.7, abs=0.06)
    power = table.loc[travel.POWER, "mean_abs"]
    assert power < 0.6
    assert power < table.loc[[SPEED, DETOUR], "mean_abs"].min()
    assert toy_travel.dropped[[travel.ABROAD, travel.FAR]].to_list() == [1, 1]
    assert toy_travel.dropped.sum() == 2


def test_minutes_that_do_not_grow_are_refused(toy_travel: Travel):
    """Pairs that take less time the farther they are teach nothing."""
    pairs = toy_travel.pairs.assign(minutes=100 / toy_travel.pairs["minutes"])
    with pytest.raises(ValueError, match="do not grow with distance"):
        travel.fit(pairs, toy_travel.towns)
