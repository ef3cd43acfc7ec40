"""Active and unemployed people at a census: on one geography, and their rate by place."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.topics.poverty.labour import departements_rate, rate_pct


def test_nobody_active_is_no_rate():
    """Zero of zero is not zero."""
    labour = pd.DataFrame({"active": [0.0, 10], "unemployed": [0.0, 0]}, ["a", "b"])
    rates = rate_pct(labour)
    assert np.isnan(rates["a"])
    assert rates["b"] == 0


def test_cities_are_not_counted_with_their_arrondissements():
    """Paris is listed whole and in parts."""
    codes = ["01001", "75056", "75101"]
    labour = pd.DataFrame({"active": [100.0, 50, 50], "unemployed": [10.0, 25, 25]}, codes)
    rate = departements_rate(labour, codes, ["01", "75"])
    assert rate == pytest.approx(100 * 35 / 150)
