"""Geographies of communes: which boundaries a table is on, and how it comes to those of 2023."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.indicators.geography import codes_of_departements, municipal_geography, present_codes
from bassin.places.passage import Passage
from bassin.read import insee


def test_former_codes_are_carried(toy):
    """A merged commune leads to the one it is in, through a change of departement as well."""
    passage = Passage(insee.commune_events(toy))
    known = insee.communes(toy).index
    found = present_codes(["30025", "48009", "30001", "01005"], known, passage)
    assert found.to_dict() == {
        "01005": "01007",
        "30001": "30001",
        "30025": "30005",
        "48009": "30020",
    }


def test_a_code_of_no_commune_is_not_given_to_a_neighbour(toy):
    """It is missing, and counted as such."""
    passage = Passage(insee.commune_events(toy))
    found = present_codes(["97701"], insee.communes(toy).index, passage)
    assert found.isna().all()


def test_codes_of_departements_hold_for_arrondissements():
    """A code starts with its departement, be it of a commune or not."""
    codes = pd.Index(["13201", "13055", "30007", "97101"])
    assert codes_of_departements(codes, ["13", "971"]) == ["13201", "13055", "97101"]


@pytest.mark.parametrize(("year", "date"), [(2013, "2019-01-01"), (2020, "2022-01-01")])
def test_geography_of_a_municipal_population(year, date):
    """Two years after the census, and not before 2019."""
    assert municipal_geography(year) == date
