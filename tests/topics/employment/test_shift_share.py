"""The change of jobs parted into what the country, the industries and the rest explain."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.employment.shift_share import shift_share
from bassin.topics.employment.specialisation import location_quotient


@pytest.fixture
def two() -> list[pd.Series]:
    """Two industries here and everywhere, at the start and at the end."""
    pairs = [(100, 100), (130, 90), (1000, 1000), (1200, 1000)]
    return [pd.Series(pair, index=["a", "b"]) for pair in pairs]


def test_shift_share_by_hand(two):
    """Jobs grow by 10 % everywhere; ``a`` by 20 %, ``b`` not: 10 + 10 + 10 and 10 - 10 - 10."""
    table = shift_share(*two)
    assert table.loc["a", ["national", "mix", "residual"]].tolist() == pytest.approx([10, 10, 10])
    assert table.loc["b", ["national", "mix", "residual"]].tolist() == pytest.approx([10, -10, -10])
    assert table.sum()[["change", "national", "mix", "residual"]].tolist() == pytest.approx(
        [20, 20, 0, 0], abs=1e-9
    )


def test_the_parts_add_up_to_the_change(two):
    """In each industry and in all."""
    table = shift_share(*two)
    parts = table[["national", "mix", "residual"]].sum(axis=1)
    assert parts.tolist() == pytest.approx(table["change"].tolist(), abs=1e-12)


def test_an_industry_that_appears_is_local(two):
    """Without a job at the start there is nothing to grow with France."""
    two[0]["b"] = 0
    assert shift_share(*two).loc["b", ["national", "mix", "residual"]].tolist() == [0, 0, 90]


def test_an_industry_that_is_nowhere_at_the_start(two):
    """Neither here nor everywhere: nothing to share out, and no NaN."""
    for series in two:
        series["b"] = 0
    assert shift_share(*two).loc["b"].tolist() == [0] * 6


def test_jobs_here_and_none_everywhere_are_refused(two):
    """The two tables cannot be of the same industries."""
    two[2]["b"] = 0
    with pytest.raises(ValueError, match="'b' has jobs here and none everywhere"):
        shift_share(*two)


def test_other_industries_are_refused(two):
    """A sum by position would compare one industry with another."""
    with pytest.raises(ValueError, match="align the tables"):
        shift_share(two[0], two[1], two[2][::-1], two[3])
    with pytest.raises(ValueError, match="align the tables"):
        location_quotient(two[0], two[2][::-1])
