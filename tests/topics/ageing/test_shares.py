"""Shares of ages in the population, by commune, by group and at each census."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.ageing.shares import care_weight


def test_care_weight():
    """People counted by the care their ages use, for one inhabitant."""
    index = pd.MultiIndex.from_tuples([("a", 2022), ("b", 2022)], names=["code", "year"])
    apl = pd.DataFrame(
        {"standardised_population": [12.0, 8.0], "population": [10.0, 10.0]}, index=index
    )
    assert care_weight(apl, ["a"], 2022) == pytest.approx(1.2)
    assert care_weight(apl, None, 2022) == pytest.approx(1)
