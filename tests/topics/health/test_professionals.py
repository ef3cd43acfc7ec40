"""How many professionals there are, in the territory and in the country."""

from __future__ import annotations

import pandas as pd

from bassin.topics.health.professionals import common_departements


def test_a_departement_that_joins_the_file_is_no_gain():
    """Mayotte is in the second file alone: the change is that of the others."""
    tables = {
        2009: pd.DataFrame({"gp": [10, 10]}, index=["30007", "97101"]),
        2019: pd.DataFrame({"gp": [8, 10, 5]}, index=["30007", "97101", "97601"]),
    }
    assert common_departements(tables) == ["30", "971"]
