"""Which zones d'emploi a region has."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.employment.zones import zones_of_region


@pytest.mark.parametrize(("inside", "zones"), [(50, []), (51, ["z"]), (49, [])])
def test_a_zone_of_two_halves_is_of_no_region(inside: int, zones: list[str]):
    """More than half of the jobs, not half of them."""
    jobs = pd.Series({"a": inside, "b": 100 - inside})
    table = pd.DataFrame({"zone": "z"}, index=["a", "b"])
    regions = pd.Series({"a": "76", "b": "93"})
    assert zones_of_region(jobs, table, regions, "76") == zones
