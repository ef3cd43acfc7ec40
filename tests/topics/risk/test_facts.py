"""What the chapter on natural risks says, of the toy France."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.topics.facts import Facts
from bassin.topics.facts import facts as facts_of
from bassin.topics.gathered import Topics
from bassin.words import write


def told(toy: Sources) -> Topics:
    """The Alès-like EPCI, against two numbers printed."""
    study = Topics("200000018", toy)
    printed = pd.DataFrame({"published": [13.0, 9.0]}, index=["epci-76", "risk-plans"])
    study.claims = lambda chapter: printed
    return study


@pytest.fixture(scope="module")
def facts(toy) -> Facts:
    """What is said of it."""
    return facts_of(told(toy), "risks")


def test_the_facts_are_those_of_the_place(facts):
    """Its plans, its floods, its fires, and the people who live with all three."""
    assert [facts[f"risk_plans{end}"] for end in ("", "_2019", "_2025")] == [10, 11, 9]
    assert facts["risk_floods"] == 9
    assert facts["risk_per_commune"] == (pytest.approx(9 / 12), ".1f")
    assert facts["risk_fires"] == 5
    assert facts["risk_three_people"] == 3500
    assert facts["risk_printed_gap"] == 4
    assert write(facts["risk_of_76"]) == "Bassin de Mineville, 2019"
    assert write(facts["risk_strict_marks"]) == "floods, plan and fires"
    assert write(facts["risk_unplanned_names"]) == "Bois Noir and Les Bures"
    assert write(facts["risk_dates_2014"]) == "17 September 2014"


def test_what_the_place_lacks_is_left_out(facts):
    """No flood in 2020 nor in the 1990s."""
    assert "risk_dates_2020" not in facts
    assert "risk_1990s" not in facts


def test_land_is_said_where_it_is_known(facts, toy):
    """42 hectares, all in communes with a plan; nothing where no file reaches."""
    assert facts["risk_land"] == facts["risk_land_planned"] == (pytest.approx(42), ".0f", "ha")
    study = told(toy)
    table = study.risk.land_by_plan()
    study.risk.land_by_plan = lambda: table.assign(land_ha=math.nan)
    assert not {"risk_land", "risk_activity"} & set(facts_of(study, "risks"))


def test_every_number_may_be_said(facts):
    """Each is a number, or one with its format and unit, a name or a phrase."""
    for key, fact in facts.items():
        number = fact[0] if isinstance(fact, tuple) else fact
        assert isinstance(number, (str, Phrase)) or math.isfinite(number), key
