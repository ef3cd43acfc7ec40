"""What the chapter on access to care says, of the toy France."""

from __future__ import annotations

import math
from types import SimpleNamespace

import pandas as pd
import pytest

from bassin.phrase import Phrase
from bassin.study import Study
from bassin.topics.facts import Facts
from bassin.topics.health.access import COMMON_FIELD, EDITIONS
from bassin.topics.health.facts import BEARINGS, _that_hang_on_the_line
from bassin.words import write


@pytest.fixture(scope="module")
def toy_study(toy_root) -> Study:
    """The study of the Alès-like EPCI."""
    return Study("200000018", toy_root)


@pytest.fixture(scope="module")
def facts(toy_study) -> Facts:
    """What is said of it."""
    return toy_study.facts("health")


def test_the_facts_are_those_of_the_place(facts, toy_study):
    """Its doctors, its underserved people, its mean; no commune of another place."""
    assert facts["n_communes"] == len(toy_study.territory.codes)
    assert [facts[f"gp_{year}"] for year in (2009, 2013, 2018, 2019)] == [10, 8, 6, 5]
    assert facts["apl_2022"] == (pytest.approx(3.2), ".2f")
    assert facts["people_2022_pct"] == (pytest.approx(25), ".1f", "%")
    assert "grand_combe_apl" not in facts
    assert "care_gc_gain" not in facts


def test_every_number_may_be_said(facts):
    """Each is a number, or one with its format and unit, a name or a phrase."""
    for key, fact in facts.items():
        number = fact[0] if isinstance(fact, tuple) else fact
        assert isinstance(number, (str, Phrase)) or math.isfinite(number), key


def test_settings_that_part_from_the_claim_are_named(facts):
    """Each by its weights and its width, or none."""
    said = write(facts["care_short_not"])
    assert said == "none" or " minutes" in said
    assert facts["care_short"] <= facts["care_settings"]


def test_lines_within_a_tenth_of_the_country_are_level():
    """Of seven, one is level by a gap of 0.02, one by 0.1 under, and one has no commune beyond."""
    away = [3.02, 3.5, 3.11, 2.9, 2.89, 2.0, math.nan]
    rows = [(year, b, a) for year in EDITIONS for b, a in zip(BEARINGS, away, strict=True)]
    country = pd.DataFrame({COMMON_FIELD: 3.0}, list(EDITIONS))
    study = SimpleNamespace(
        territory=SimpleNamespace(sides=lambda bearing: pd.Series(dtype=object)),
        health=SimpleNamespace(
            by_bearing=lambda *_: pd.DataFrame(rows, columns=["year", "bearing", "away"]),
            by_area=lambda *_: country,
        ),
    )
    found = _that_hang_on_the_line(study)
    assert found["lines_drawn"] == 7
    for year in EDITIONS:
        assert (found[f"south_above_{year}"], found[f"south_level_{year}"]) == (2, 2)
