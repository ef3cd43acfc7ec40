"""How specialised, and how varied, the industries of a place are."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.employment.specialisation import effective_number, location_quotient


def test_location_quotient_by_hand():
    """Half the jobs here, a quarter everywhere: 2; none everywhere: no quotient."""
    here = pd.Series([50, 50, 0], index=list("abc"))
    everywhere = pd.Series([250, 750, 0], index=list("abc"))
    quotients = location_quotient(here, everywhere)
    assert quotients[["a", "b"]].tolist() == pytest.approx([2, 2 / 3])
    assert quotients.isna().tolist() == [False, False, True]


def test_effective_number_of_industries():
    """One industry counts for one, four equal ones for four."""
    jobs = pd.DataFrame({"a": [8, 2], "b": [0, 2], "c": [0, 2], "d": [0, 2]}, index=["one", "all"])
    assert effective_number(jobs).to_dict() == {"one": 1, "all": 4}
