"""What the chapter on education says, of another place."""

from __future__ import annotations

import pytest

from bassin.study import Study
from bassin.topics.education import facts


@pytest.fixture(scope="module")
def study(toy_root) -> Study:
    """The study of the Alès-like EPCI of the toy France."""
    return Study("200000018", toy_root)


def test_the_young_of_another_place(study):
    """From its own row of the file, beside the middle EPCI."""
    told = facts._neither(study)
    assert told["edu_neet_2018"] == (30, ".1f", "%")
    assert told["edu_neet_france"] == (10, ".1f", "%")


def test_diplomas_of_another_place(study):
    """One commune of over 2,000 inhabitants is first and last; a gap is to the departement."""
    assert facts._large_communes(study)["edu_large_first"] == "Mineville"
    assert facts._large_communes(study)["edu_large_last"] == "Mineville"
    levels, gap = study.education.levels()["below_bac_pct"], facts._levels(study)["edu_gap_2022"]
    assert gap[0] == levels[("EPCI-200000018", 2022)] - levels[("DEP-30", 2022)]


def test_towns_that_a_place_does_not_have_are_left_out(study):
    """La Grand-Combe is none of the toy France's: nothing is said in its stead."""
    said = study.facts("education")
    assert "edu_neet_combe" not in said
    assert {"edu_neet_2018", "edu_below_2022"} <= set(said)
