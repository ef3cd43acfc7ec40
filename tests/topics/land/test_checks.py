"""Checks of the claims on land and recruitment follow from the data."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from tests.fixtures import toy_land

from bassin.study import Study
from bassin.topics.checks import CHECKS
from bassin.words import write


@pytest.fixture(scope="module")
def study(toy_root) -> Study:
    """The study of the Alès-like EPCI."""
    return Study("200000018", toy_root)


@pytest.mark.parametrize(
    ("claim", "value", "says"),
    [
        ("land-rarer", True, "After 3 of ten years, 40%"),
        ("land-power-station", False, "No such record"),
        ("land-zan", 2050, "2050"),
        ("land-law-2021", 2021, "law number 1104 of 2021"),
        ("land-half", 50, "over 2021-2031"),
        ("land-halving", 2021, "over 2021-2031, against 2011-2021"),
        ("skills-harder", True, "the survey of 2019, between them, has 50.0%"),
        ("bmo-arithmetic", True, "4 of 4 do"),
    ],
)
def test_findings_follow_from_the_toy(study, claim, value, says):
    """Each is known by hand on the toy France."""
    found = CHECKS[claim](study)
    assert found is not None
    assert found.value == value
    assert says in write(found.says)


@pytest.mark.parametrize("claim", ["land-zan", "land-law-2021", "land-half", "land-halving"])
def test_what_the_law_says_is_of_its_year(study, claim):
    """Not of the list of communes, the only raw file beside the text of the law."""
    assert CHECKS[claim](study).vintage == "2021"


def test_printed_counts_wait_for_their_survey(study, spoil):
    """Not testable without the file of the year, and tested as soon as it is listed."""
    claim = "bmo-industry-projects-2014"
    assert CHECKS[claim](study) is None
    rows = [("Industrie", "76", "30", "7636", "7601", 118.0, 40.0, 0)]
    sources = toy_land.with_sectors(spoil, 2014, rows)
    found = CHECKS[claim](Study("200000018", sources.root))
    assert (found.value, found.grade) == (118, "A")


@pytest.mark.parametrize(("between", "holds"), [(50.0, True), (20.0, False), (70.0, False)])
def test_harder_and_harder_needs_the_year_between(between, holds):
    """33.3 % in 2014 and 63.9 % in 2022: a survey of 2019 outside of them denies a steady rise."""
    printed = pd.DataFrame(
        {"sector": "survey_industry", "year": [2014, 2022], "difficult_pct": [33.3, 63.9]}
    ).set_index(["sector", "year"])
    survey = pd.DataFrame({"difficult_pct": between, "france_pct": 54.0}, index=["survey_industry"])
    recruitment = SimpleNamespace(printed=printed, by_sector=lambda year: survey)
    found = CHECKS["skills-harder"](SimpleNamespace(recruitment=recruitment))
    # What denies it is then data, not the text itself.
    assert (found.value, found.grade) == (holds, "C" if holds else "B")


@pytest.mark.parametrize(("middle", "holds"), [(110.0, True), (130.0, False), (90.0, False)])
def test_growth_is_asked_of_both_censuses(middle, holds):
    """From 100 to 120: a fall in either five years denies it."""
    total = pd.Series({2013: 100.0, 2018: middle, 2023: 120.0})
    study = SimpleNamespace(population=SimpleNamespace(total=total))
    assert CHECKS["land-growth"](study).value is holds
