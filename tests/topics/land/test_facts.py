"""What the chapter on land says, of the toy Mineville and of another place."""

from __future__ import annotations

import pytest

from bassin.study import Study
from bassin.topics.land import facts as chapter


@pytest.fixture(scope="module")
def mineville(toy_root) -> Study:
    return Study("200000018", toy_root)


def test_the_budget_of_the_toy(mineville):
    """15 ha allowed, 6 used in three of ten years: at that pace, until 2028."""
    told = chapter._budget(mineville)
    assert told["land_budget"] == (15, ",.1f", "ha")
    assert (told["land_years"], told["land_years_left"]) == (3, 7)
    assert told["land_runs_out"] == (2028, "d")


def test_industry_of_the_toy(mineville):
    """As printed, and in the survey of 2019: 20 of 40 projects, of 110 in France 60."""
    told = {**chapter._printed_sectors(mineville), **chapter._sectors(mineville)}
    assert told["skills_industry_2022"] == (63.9, ".1f", "%")
    assert told["skills_industry_2019"] == (50, ".1f", "%")
    assert told["skills_industry_france"][0] == pytest.approx(6000 / 110)


def test_another_place_has_its_own_brownfields(mineville, toy_root):
    """Exposure is told where there are confirmed and potential ones."""
    told = chapter._exposed(mineville)
    assert (told["land_sure_plan"] <= 2, told["land_maybe"]) == (True, 2)
    other = Study("244800405", toy_root)
    assert other.land.by_state()["records"].to_dict() == {"site_reused": 1}
