"""Paris, Lyon and Marseille are one commune each."""

from __future__ import annotations

import pandas as pd
from tests.fixtures.spoil import refused

from bassin.read import _cities


def test_arrondissements_add_up_to_their_commune():
    """Two arrondissements of Marseille make 13055; a missing one makes it missing."""
    index = pd.Index(["13001", "13201", "13202", "69381"], name="code")
    counts = pd.DataFrame({2020: [1.0, 2.0, 3.0, 4.0], 2023: [1.0, 2.0, None, 4.0]}, index=index)
    whole = _cities.add_up_arrondissements(counts, "insee/a.csv")
    assert whole[2020].to_dict() == {"13001": 1, "13055": 5, "69123": 4}
    assert pd.isna(whole.at["13055", 2023])


def test_a_commune_beside_its_arrondissements_is_refused():
    """Its people would be counted twice."""
    counts = pd.DataFrame({2020: [1.0, 2.0]}, index=pd.Index(["13055", "13201"], name="code"))
    with refused("insee/a.csv", "13055 is given both", column="code", row="13055") as caught:
        _cities.add_up_arrondissements(counts, "insee/a.csv")
    assert caught.value.cure
