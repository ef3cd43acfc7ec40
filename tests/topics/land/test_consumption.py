"""Land consumed: by year, by run of years and by use, and what the law leaves of it."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.land.consumption import between, hectares_by_year, top


def test_a_decade_with_a_hole_is_refused():
    """A missing year would make the reference too small."""
    yearly = pd.Series(1.0, index=[2011, 2012, 2014])
    with pytest.raises(ValueError, match="no flow for 2013"):
        between(yearly, 2011, 2015)


def test_a_year_that_a_commune_lacks_is_unknown():
    """The others do not make the year of all."""
    index = pd.MultiIndex.from_product([["a", "b"], [2019, 2020]], names=["code", "year"])
    take = pd.DataFrame({"total": [1e4, 2e4, 3e4, float("nan")]}, index=index)
    yearly = hectares_by_year(take)
    assert yearly[2019] == 4
    assert pd.isna(yearly[2020])
    with pytest.raises(ValueError, match="no flow for 2018"):
        between(yearly, 2018, 2020)
    assert pd.isna(between(yearly, 2019, 2021))


def test_all_communes_are_not_those_that_are_known():
    """Where one commune is not known, neither is what all of them consumed."""
    parts = ["total", "housing", "activity", "other"]
    consumed = pd.DataFrame(
        {"name": ["A", "B"], **{part: [1.0, float("nan")] for part in parts}}, index=["a", "b"]
    )
    uses = pd.DataFrame({"commune": [1e6, 1e6]}, index=["a", "b"])
    table = top(consumed, uses, 1)
    assert table.loc["A", "share_pct"] == 1
    assert table.loc["land_all"].isna().all()
