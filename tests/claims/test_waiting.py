"""Claims that nothing tests are counted by why."""

from __future__ import annotations

import pandas as pd

from bassin.claims import untested
from bassin.verdict import CONFIRMED, NOT_OBTAINED, NOT_PUBLIC


def test_claims_without_a_test_are_counted():
    """Of four, three; no reason is left out."""
    table = pd.DataFrame({"verdict": [CONFIRMED, NOT_PUBLIC, NOT_OBTAINED, NOT_PUBLIC]})
    assert untested(table, "eco") == {
        "eco_claims": 4,
        "eco_untested": 3,
        "eco_not_obtained": 1,
        "eco_not_public": 2,
        "eco_context": 0,
    }
