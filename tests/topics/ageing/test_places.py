"""Ages of the places a territory is compared with, as published or added up from IRIS."""

from __future__ import annotations

import pandas as pd

from bassin.topics.ageing.places import inhabitants_by_region


def test_inhabitants_by_region_know_overseas_and_arrondissements():
    """A code begins with its departement, of three characters overseas."""
    departements = pd.DataFrame({"reg": ["11", "04", "94"]}, index=["75", "974", "2A"])
    people = pd.Series({"75101": 1, "75102": 2, "97401": 4, "2A004": 8})
    found = inhabitants_by_region(people, departements)
    assert found.to_dict() == {"04": 4, "11": 3, "94": 8}
