"""What the chapter on population says, on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.topics.facts import facts
from bassin.topics.gathered import Topics
from bassin.words import write


@pytest.fixture(scope="module")
def said(toy: Sources) -> dict[str, object]:
    """Facts of the Alès-like EPCI of the toy France, of which the study prints two numbers."""
    study = Topics("200000018", toy)
    published = pd.DataFrame({"published": {"pop-agglo-2020": 6800.0, "pop-agglo-2000": 7000.0}})
    study.claims = lambda chapter: published
    return dict(facts(study, "population"))


def test_the_whole_is_that_of_another_territory(said):
    """8,000 inhabitants in 1968, 7,000 in 1999, 6,800 in 2020."""
    assert [said[f"total_{year}"] for year in (1968, 1999, 2020)] == [8000, 7000, 6800]
    assert said["total_growth"] == (pytest.approx(-15), "+.0f", "%")


def test_a_town_that_is_elsewhere_is_not_spoken_of(said):
    """La Grand-Combe is not in the toy basin."""
    assert not [key for key in said if key.startswith("mine_")]
    assert said["ales_low_year"][1] == "d"


def test_sides_add_up(said):
    """Communes on both sides, and the centre."""
    assert said["side_communes"] + said["side_other"] == 11


def test_who_loses_in_every_period_is_named(said):
    """As a phrase, or not at all."""
    assert bool(said.get("north_always")) == ("north_name" in said)
    assert all(write(said[key]) for key in ("north_name", "worst", "best") if key in said)
