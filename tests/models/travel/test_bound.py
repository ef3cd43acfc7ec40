"""Times against the gap of two times to one third place."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.travel_model import make_towns

from bassin.errors import AccessError
from bassin.models import travel


def test_neighbours_are_near_and_on_one_land():
    """Each pair comes once; water parts two towns five kilometres apart."""
    towns = make_towns([(0, 0), (5, 0), (0, 5), (40, 0)])
    towns.loc[2, "land"] = travel.CORSICA
    start, end = travel.neighbours(towns, 20)
    assert list(zip(start, end, strict=True)) == [(0, 1)]
    start, end = travel.neighbours(towns, 36)
    assert sorted(zip(start, end, strict=True)) == [(0, 1), (1, 3)]
    with pytest.raises(AccessError, match="above zero"):
        travel.neighbours(towns, 0)


def test_bound_by_hand():
    """Gaps of 10, 4 and 30 minutes: the second way and the third are three and five too short."""
    start, end = pd.Series([100.0, 50.0, 70.0, np.nan]), pd.Series([110.0, 46.0, 40.0, 20.0])
    found = travel.against_bound(np.array([10.0, 1.0, 25.0, 9.0]), start, end)
    assert found["bounded"] == 3
    assert found["broken_pct"] == pytest.approx(200 / 3)
    assert found["broken_by"] == 4
    assert found["far_broken_pct"] == pytest.approx(200 / 3)
    less = travel.against_bound(np.array([10.0, 2.0, 25.0, 9.0]), start, end)
    assert less["broken_pct"] == pytest.approx(200 / 3)
    assert less["far_broken_pct"] == pytest.approx(100 / 3)
    assert travel.against_bound(np.array([30.0]), start[:1], end[:1])["broken_by"] == 0


def test_nothing_to_bound_is_refused():
    """Times of other pairs, a missing time, or no time to the third place."""
    ends = pd.Series([1.0, 2.0]), pd.Series([2.0, 1.0])
    with pytest.raises(AccessError, match="one number of minutes for each pair"):
        travel.against_bound(np.array([1.0]), *ends)
    with pytest.raises(AccessError, match="one number of minutes for each pair"):
        travel.against_bound(np.array([1.0, np.nan]), *ends)
    with pytest.raises(AccessError, match="nothing to bound"):
        travel.against_bound(np.array([1.0, 1.0]), ends[0], ends[1] * np.nan)
