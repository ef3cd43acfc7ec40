"""Poverty rates of communes by year, and what their move says of a place."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.topics.poverty.rates import like_for_like


def test_the_same_places_are_compared(mineville):
    """A place with a rate in one year only does not move the mean."""
    first, last = pd.Series([10.0, 50.0, np.nan]), pd.Series([12.0, np.nan, 90.0])
    assert like_for_like(first, last, pd.Series([1.0, 1, 1])) == (10, 12)
