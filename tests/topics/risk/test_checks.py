"""Checks of the claims on natural risks follow from the data."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bassin.files.sources import Sources
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.checks import CHECKS
from bassin.words import write


@pytest.fixture(scope="module")
def study(toy_root) -> Study:
    return Study("200000018", toy_root)


def test_plans_are_counted_by_year(study):
    """Ten in 2023, and what other years give is said."""
    found = CHECKS["risk-plans"](study)
    assert (found.value, found.grade) == (10, "B")
    assert "11 of 13 in 2019; 9 of 11 in 2025" in write(found.says)


def test_floods_hold_against_the_country(study):
    """0.75 a commune here, more than in the toy France, and more for the average inhabitant."""
    found = CHECKS["risk-floods"](study)
    assert (found.value, found.grade) == (True, "B")
    assert "0.8" in write(found.says)


@pytest.mark.parametrize("column", ["per_commune", "of_inhabitant"])
def test_floods_fail_if_either_measure_is_below_the_country(study, column):
    """By commune and by inhabitant: both have to be above."""
    table = study.risk.flood_rates()
    table.loc[table.index[0], column] = 0.0
    other = SimpleNamespace(
        risk=SimpleNamespace(flood_rates=lambda: table), territory=study.territory
    )
    assert CHECKS["risk-floods"](other).value is False


def test_floods_say_both_measures_of_all_three_places(study):
    """The departement too, by commune and by inhabitant: it may be ahead on one of the two."""
    says, table = write(CHECKS["risk-floods"](study).says), study.risk.flood_rates()
    for column in ("per_commune", "of_inhabitant"):
        here, around, country = (f"{value:.1f}" for value in table[column])
        assert f"{here}, against {around} in" in says or f"{here} against {around} in" in says
        assert f"and {country} in" in says


def test_the_risk_of_fire_is_judged_by_no_fire_that_started():
    """Fires that start and land that burns point both ways: the row names the map of the hazard."""
    row = printed.claims(Sources(), ALES_AGGLOMERATION).loc["risk-fires"]
    assert (row["check"], row["untested"]) == ("", "not obtained")
    assert "hazard" in row["note"]
    assert "risk-fires" not in CHECKS
