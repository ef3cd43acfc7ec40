"""Numbers to look up, on the toy France and on the raw files."""

from __future__ import annotations

import pytest

from bassin.indicators import catalogue
from bassin.places.territory import FRANCE
from bassin.read import insee
from bassin.study import Study
from bassin.topics.look_up.local import latest, series_of


def test_a_series_is_at_its_last_year():
    """A change has two years, which are its own."""
    declared = catalogue.INDICATORS
    keys = latest(Study().sources)
    assert "gp_2023" in keys
    assert "gp_2022" not in keys
    assert {"growth_1968_1999", "growth_2013_2023"} <= set(keys)
    assert len({series_of(key) for key in keys}) == len(keys)
    assert {series_of(key) for key in declared} == {series_of(key) for key in keys}


@pytest.mark.real
def test_numbers_by_plain_pandas():
    """Inhabitants, and the rank by a rate that INSEE publishes, by another way."""
    study = Study()
    found = study.look_up.table
    assert found.at["population_2023", study.territory.here] == 137_470
    assert (found["of"].dropna() > 1).all()
    rates = study.national.by_group(["poverty_rate_2021"], ["epci"])["value"].dropna()
    above = sum(rates > rates.loc[("poverty_rate_2021", "epci", study.epci)])
    assert found.at["poverty_rate_2021", "rank"] == above + 1
    assert found.at["poverty_rate_2021", FRANCE] == 14.9


@pytest.mark.real
def test_what_the_front_page_says_of_the_place():
    """It stands out by poverty and by people at work; not by industry, jobs, doctors."""
    study = Study()
    table = study.beside.of(["poverty_rate_2021", "employed_2022", "industry_jobs_2022", "gp_2023"])
    share = (table["rank"] / table["of"]).to_dict()
    assert share["poverty_rate_2021"] <= 0.1
    assert share["employed_2022"] > 0.9
    assert all(0.1 < share[key] <= 0.9 for key in ("industry_jobs_2022", "gp_2023"))


@pytest.mark.real
def test_answers_name_what_the_files_have():
    """The communes of the least access, by a plain sort."""
    told = Study().look_up._least_care()
    table = Study().selected.by_commune("gp_2023").dropna().sort_values(kind="stable")
    names = insee.communes(Study().sources)["name"]
    assert [one.given["place"] for one in told.given["places"]] == [
        names[code] for code in table.index[:3]
    ]
