"""Forest fires by year, on tables made by hand."""

from __future__ import annotations

import pandas as pd

from bassin.topics.risk.fires import fires_by_year


def test_a_year_without_a_fire_burnt_nothing_and_an_unknown_one_is_unknown():
    """In the territory: 2 ha in 2014, none in 2015, a fire of unknown size in 2016."""
    fires = pd.DataFrame(
        {
            "code": ["a", "b", "a", "a"],
            "year": [2014, 2015, 2016, 2016],
            "burnt_ha": [2.0, 9.0, 1.0, float("nan")],
        }
    )
    table = fires_by_year(fires, {"here": ["a"], "France": ["a", "b"]})
    assert table["here"].tolist() == [1, 0, 2]
    assert table["France"].tolist() == [1, 1, 2]
    assert table["burnt_ha"].iloc[:2].tolist() == [2, 0]
    assert pd.isna(table.at[2016, "burnt_ha"])
