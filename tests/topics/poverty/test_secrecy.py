"""What statistical secrecy hides of the poverty of communes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.topics.poverty.secrecy import hidden_rate


def test_what_is_hidden_is_what_is_left():
    """Half of 100 people are known at 30 %; with 20 % in all, the rest are at 10 %."""
    rates = pd.Series([30.0, np.nan], ["a", "b"])
    people = pd.Series([50.0, np.nan], ["a", "b"])
    interval, hidden = hidden_rate(20, 100, rates, people)
    assert hidden == 50
    assert interval == pytest.approx((10, 9.4, 10.6))
