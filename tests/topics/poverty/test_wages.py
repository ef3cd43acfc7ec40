"""Hourly wages the study prints."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.poverty.wages import wage_gaps


def test_wages_are_compared_with_the_last_group():
    """A tenth more at the bottom, a fifth at the top."""
    wages = pd.DataFrame({"low": [1.1, 1.0], "high": [2.4, 2.0]}, ["mines", "others"])
    gaps = wage_gaps(wages)
    assert gaps.loc["mines", ["low_gap_pct", "high_gap_pct"]].tolist() == pytest.approx([10, 20])
