"""What the sides' means become if roads are not as the model of minutes has them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.places.territory import AWAY, FACING
from bassin.topics.health.roads import side_roads


def test_known_ways_are_counted_by_side():
    """A way with an end on a side counts there, one between the sides twice, others nowhere."""
    zones = pd.Series({"n": FACING, "s": AWAY, "m": "Centre"})
    residuals = pd.Series([0.1, 0.3, -0.2, 5.0])
    table = side_roads(residuals, ["n", "m", "s", "m"], ["m", "n", "n", "x"], zones)
    assert table["ways"].to_dict() == {FACING: 3, AWAY: 1}
    assert table["log"].to_dict() == pytest.approx({FACING: 0.2 / 3, AWAY: -0.2})
    assert table.loc[AWAY, "gap_pct"] == pytest.approx(100 * (np.exp(-0.2) - 1))
    nothing = side_roads(residuals.iloc[:0], [], [], zones)
    assert nothing["log"].tolist() == [0, 0]
