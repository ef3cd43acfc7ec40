"""Forms of the model and rules of thumb, on numbers that a hand can follow."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.errors import AccessError
from bassin.models.travel import CHOSEN, DETOUR, FORMS, POWER, SPEED
from bassin.models.travel.forms import applied, baselines, known_minutes, regressed


def test_a_power_of_the_distance_by_hand():
    """Two minutes for a kilometre, twice as many for four: 2 x km^0.5."""
    known = pd.DataFrame({"log_km": np.log([1.0, 4, 9])})
    assert applied(known, POWER, [np.log(2), 0.5]).tolist() == pytest.approx([2, 4, 6])


def test_what_was_put_in_is_found_and_an_outlier_hardly_moves_it():
    """Constant and three slopes of exact minutes; one of forty times ten."""
    rng = np.random.default_rng(1)
    known = pd.DataFrame(rng.uniform(0, 3, (40, 3)), columns=list(FORMS[CHOSEN]))
    put = [0.7, 0.8, 0.1, 0.05]
    minutes = applied(known, CHOSEN, put)
    assert regressed(known, minutes, CHOSEN) == pytest.approx(put, abs=1e-3)
    spoilt = minutes.where(minutes.index != 5, 10 * minutes)
    assert regressed(known, spoilt, CHOSEN) == pytest.approx(put, abs=0.02)


def test_a_column_that_does_not_vary_has_no_slope():
    """Relief of none everywhere: no division by its spread."""
    known = pd.DataFrame({"log_km": np.log([1.0, 2, 4, 8]), "relief": 0.0})
    constant, slope, relief = regressed(known, pd.Series([2.0, 4, 8, 16]), "relief_alone")
    assert (constant, slope) == pytest.approx((np.log(2), 1), abs=1e-3)
    assert relief == pytest.approx(0, abs=1e-6)


def test_rules_of_thumb_by_hand():
    """Half of the kilometres at 2 minutes or less each; medians of detours and paces by road."""
    train = pd.DataFrame(
        {"km": [10.0, 20, 10], "minutes": [10.0, 40, 40], "road_km": [12.0, 20, 20]}
    )
    found = baselines(train, pd.Series([1.0, 10]))
    assert found[SPEED].tolist() == [2, 20]
    # Detours of 1.2, 1 and 2; paces on the road of 0.83, 2 and 2.
    assert found[DETOUR].tolist() == pytest.approx([2.4, 24])


@pytest.mark.parametrize("minutes", [np.nan, 0, -1, np.inf, "12"])
def test_a_time_that_is_none_is_named(minutes: object):
    """The row, what it has, what to do."""
    times = pd.Series([1.0, minutes], ["p", "q"], dtype=object)
    with pytest.raises(AccessError, match=r"row 'q': .* minutes\. Give a time above zero"):
        known_minutes(times)
    known_minutes(times[:1])
