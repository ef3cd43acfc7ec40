"""Checks of the claims on natural risks follow from the data."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bassin.audit import CHECKS
from bassin.checks import risks  # noqa: F401
from bassin.study import Study


@pytest.fixture(scope="module")
def study(toy_root) -> Study:
    return Study("200000018", toy_root)


def test_plans_are_counted_by_year(study):
    """Ten in 2023, and what other years give is said."""
    found = CHECKS["risk-plans"](study)
    assert (found.value, found.grade) == (10, "B")
    assert "11 of 13 in 2019; 9 of 11 in 2025" in found.says


def test_floods_hold_against_the_country(study):
    """0.75 a commune here, more than in the toy France, and more for the average inhabitant."""
    found = CHECKS["risk-floods"](study)
    assert (found.value, found.grade) == (True, "B")
    assert "0.8" in found.says


@pytest.mark.parametrize("column", ["per_commune", "of_inhabitant"])
def test_floods_fail_if_either_measure_is_below_the_country(study, column):
    """By commune and by inhabitant: both have to be above."""
    table = study.risk.flood_rates()
    table.loc[table.index[0], column] = 0.0
    other = SimpleNamespace(risk=SimpleNamespace(flood_rates=lambda: table))
    assert CHECKS["risk-floods"](other).value is False


def test_fires_hold_only_above_both(study):
    """Fires by area are compared with the departement and with the country."""
    found = CHECKS["risk-fires"](study)
    rates = study.risk.fire_rates()["per_100_km2"]
    assert found.value is bool(rates.iloc[0] > rates.iloc[1:].max())


def test_a_fire_risk_that_is_not_there_is_denied(toy_root):
    """An EPCI without a fire fails the claim."""
    assert CHECKS["risk-fires"](Study("243000346", toy_root)).value is False
