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


def test_where_nothing_is_hidden_no_rate_is():
    """What rounding leaves of nobody is no rate."""
    rates, people = pd.Series([30.0, 10.0], ["a", "b"]), pd.Series([50.0, 50.0], ["a", "b"])
    interval, _ = hidden_rate(20, 100.4, rates, people)
    assert np.isnan(interval).all()


def test_a_hidden_rate_is_within_bounds():
    """Few people are hidden, whom rounding would leave poorer than all and less poor than none."""
    rates, people = pd.Series([30.0, np.nan], ["a", "b"]), pd.Series([99.0, np.nan], ["a", "b"])
    interval, _ = hidden_rate(30, 100, rates, people)
    assert interval == pytest.approx((30, 0, 84.5))
