"""Dots on ranges: what is drawn, said and refused."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.show import charts


@pytest.fixture
def table():
    rows = {"value": [3.0, 1.0], "low": [2.0, 1.0], "high": [3.5, 1.0]}
    return pd.DataFrame(rows, index=["Food", "Metals"])


def test_each_value_is_a_dot_on_its_range(table, words):
    """In the order given, from the top."""
    exhibit = charts.ranges(table, name="fig-t", xlabel="Quotient", fmt=".1f", **words)
    (ax,) = exhibit.figure.axes
    dots = ax.collections[-1].get_offsets().tolist()
    assert dots == [[3.0, 0.0], [1.0, 1.0]]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["Food", "Metals"]
    assert exhibit.alt == (
        "Dots on ranges. Quotient: Food 3.0 (2.0 to 3.5); Metals 1.0 (1.0 to 1.0)"
    )


@pytest.mark.parametrize("wrong", [{"value": [9.0, 1.0]}, {"value": [None, 1.0]}])
def test_a_value_outside_its_range_is_refused(table, words, wrong):
    """So is one that is missing."""
    with pytest.raises(ValueError, match="is missing, or outside its range"):
        charts.ranges(table.assign(**wrong).astype(float), name="fig-t", xlabel="Q", **words)
