"""Poverty rates of communes by year, and what their move says of a place."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.topics.poverty.rates import like_for_like, rates_of_all, rates_where_listed


def test_the_same_places_are_compared(mineville):
    """A place with a rate in one year only does not move the mean."""
    first, last = pd.Series([10.0, 50.0, np.nan]), pd.Series([12.0, np.nan, 90.0])
    assert like_for_like(first, last, pd.Series([1.0, 1, 1])) == (10, 12)


def test_a_rate_of_former_boundaries_is_missing():
    """A commune that has grown since has no rate of then, though its code is listed."""
    first = pd.DataFrame({"rate_60_pct": [30.0]}, ["a"])
    second = pd.DataFrame(
        {"poverty_rate_pct": [28.0], "poverty_rate_pct_status": ["published"]}, ["a"]
    )
    codes = pd.Index(["a"])
    before = rates_where_listed(codes, ["a"], first, 2019)
    assert before["status_2019"].tolist() == ["missing"]
    assert before["rate_2019"].isna().all()
    assert rates_of_all(codes, [], second, 2020)["rate_2020"].tolist() == [28]
    moved = rates_of_all(codes, ["a"], second, 2020)
    assert moved["status_2020"].tolist() == ["missing"]
    assert moved["rate_2020"].isna().all()
