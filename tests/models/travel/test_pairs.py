"""Pairs that something can be learnt from, and why others are left out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.errors import AccessError
from bassin.models import travel


def commute(**changes: object) -> dict[str, object]:
    row = {"origin": "30001", "destination": "30002", "straight_km": 10.0, "road_km": 13.0}
    row |= {"lon": 4.0, "lat": 44.0, "lon_to": 4.1, "lat_to": 44.0, "minutes": 15.0}
    return row | changes


def test_each_outlier_is_counted_under_its_reason():
    """One pair is kept, one dropped for each reason."""
    rows = [
        commute(),
        commute(destination=None, straight_km=np.nan, road_km=np.nan, minutes=np.nan),
        commute(minutes=0.0),
        commute(straight_km=600.0, road_km=700.0, minutes=400.0),
        commute(road_km=9.0),
        commute(road_km=40.0, minutes=15.0),
    ]
    pairs, dropped = travel.sort_out(pd.DataFrame(rows))
    assert len(pairs) == 1
    assert dropped.to_dict() == dict.fromkeys(
        [travel.ABROAD, travel.NOTHING, travel.FAR, travel.FLYING, travel.FAST], 1
    )


@pytest.mark.parametrize("column", ["straight_km", "road_km", "minutes", "lon", "lat_to"])
@pytest.mark.parametrize("value", [np.nan, np.inf, "12"])
def test_a_pair_with_a_missing_number_is_refused(column, value):
    """Of a pair that leads abroad nothing is asked."""
    pairs = pd.DataFrame([commute(), commute(**{column: value})], index=["p", "q"])
    with pytest.raises(AccessError, match=f"row 'q', {column}: "):
        travel.sort_out(pairs.astype({column: object}))
    abroad = pairs.assign(destination=["30007", None])
    assert travel.sort_out(abroad)[1][travel.ABROAD] == 1
