"""Rates of unemployment by quarter: of zones d'emploi, the mainland, departements."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.poverty.quarters import by_year, mainland_of_zones


def test_the_mainland_is_the_mean_of_its_zones():
    """By active people; a zone overseas, and the arrondissements of a city, do not count."""
    quarters = ["2003-Q1", "2003-Q2"]
    zones = pd.DataFrame(
        [[10.0, 20.0], [4.0, 4.0], [float("nan"), 30.0]], ["A", "B", "O"], quarters
    )
    membership = pd.Series({"01001": "A", "75056": "B", "97101": "O"})
    labour = pd.DataFrame(
        {"active": [100.0, 100.0, 200.0, 50.0]}, ["01001", "75101", "75102", "97101"]
    )
    found = mainland_of_zones(zones, membership, labour)
    assert found.tolist() == [5.5, 8.0]
    whole = pd.concat([labour, pd.DataFrame({"active": [300.0]}, ["75056"])])
    assert mainland_of_zones(zones, membership, whole).tolist() == [5.5, 8.0]
    with pytest.raises(ValueError, match="active people of the zone B are not all known"):
        mainland_of_zones(zones, membership, labour.loc[["01001"]])
    part = labour.astype(float).replace({"active": {200.0: float("nan")}})
    with pytest.raises(ValueError, match="active people of the zone B are not all known"):
        mainland_of_zones(zones, membership, part)
    assert mainland_of_zones(zones, membership, part, ["75102"]).tolist() == [7, 12]


def test_a_year_needs_four_quarters():
    """Three of them are no year."""
    quarters = [f"{year}-Q{n}" for year in (2003, 2004) for n in range(1, 5)][:-1]
    assert by_year(pd.Series(range(7), quarters)).to_dict() == {2003: 1.5}


def test_revisions_are_measured_on_yearly_rates(unemployment):
    """The published series of the mainland is at 8 all along."""
    yearly = by_year(unemployment.mainland)
    assert unemployment.revised() == pytest.approx((yearly - 8).abs().max())
