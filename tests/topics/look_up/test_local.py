"""Numbers to look up, on the toy France and on the raw files."""

from __future__ import annotations

import pytest

from bassin.indicators import catalogue
from bassin.places.territory import FRANCE
from bassin.read import insee
from bassin.study import Study
from bassin.topics.look_up.local import latest, series_of
from bassin.words import LANGUAGES, speaking, write


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
    level = sum(abs(rates - rates.loc[("poverty_rate_2021", "epci", study.epci)]) < 0.55)
    first, last = found.loc["poverty_rate_2021", ["rank", "last"]]
    assert first <= above + 1 <= last
    assert last - first + 1 == level  # within half a point, the precision of the rate
    assert found.at["poverty_rate_2021", FRANCE] == 14.9


@pytest.mark.real
def test_what_the_front_page_says_of_the_place():
    """It stands out by poverty and by people at work; not by industry, jobs, doctors."""
    study = Study()
    table = study.beside.of(["poverty_rate_2021", "employed_2022", "industry_jobs_2022", "gp_2023"])
    first, last = ((table[end] / table["of"]).to_dict() for end in ("rank", "last"))
    assert last["poverty_rate_2021"] <= 0.1
    assert first["employed_2022"] > 0.9
    assert all(0.1 < first[key] < last[key] <= 0.9 for key in ("industry_jobs_2022", "gp_2023"))


@pytest.mark.real
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_an_answer(language: str):
    """A rank is told from the first to the last; France has no share of those in neither."""
    told = Study().look_up.answers()
    assert len(told) == 7
    with speaking(language):
        written = {name: write(phrase) for name, phrase in told.items()}
    assert all(written.values())
    assert {"en": "number 619 to 811 of 1,231", "fr": "rang 619 à 811 sur 1 231"}[
        language
    ] in spaced_plainly(written["question_graduates"])


def spaced_plainly(text: str) -> str:
    """With blanks of one kind."""
    return " ".join(text.split())


@pytest.mark.real
def test_answers_name_what_the_files_have():
    """The communes of the least access, by a plain sort."""
    told = Study().look_up._least_care()
    table = Study().selected.by_commune("gp_2023").dropna().sort_values(kind="stable")
    names = insee.communes(Study().sources)["name"]
    assert [one.given["place"] for one in told.given["places"]] == [
        names[code] for code in table.index[:3]
    ]


def test_no_answer_of_another_place_has_an_empty_list():
    """Where nothing is tried no doctor is added; where it stands out by nothing, that is said."""
    told = {name: write(one) for name, one in Study("246200364").look_up.answers().items()}
    assert "question_one_more_doctor" not in told
    assert [one for one in told.values() if ": ." in one or ": ;" in one] == []
