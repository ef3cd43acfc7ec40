"""Checks of the claims on instruments and labels follow from the data."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from bassin.audit import CHECKS
from bassin.checks import programmes  # noqa: F401
from bassin.study import Study


@pytest.fixture(scope="module")
def toy_study(toy_root) -> Study:
    return Study("200000018", toy_root)


def test_districts_are_those_of_2015(toy_study):
    """One in 2015; the list of 2024 is said too."""
    found = CHECKS["instr-qpv"](toy_study)
    assert (found.value, found.grade) == (1, "A")
    assert "in 2" in found.says


def test_towns_of_another_basin_do_not_confirm(toy_study):
    """None of the towns the study names is in the toy Mineville."""
    assert CHECKS["instr-pvd"](toy_study).value == 0
    assert CHECKS["instr-acv"](toy_study).value is False


def test_all_communes_must_hold_the_shared_label(toy_study, toy_root):
    """It holds for Mineville, and not where one commune alone has it."""
    assert CHECKS["instr-ti"](toy_study).value is True
    assert CHECKS["instr-ti"](Study("243000650", toy_root)).value is False


def test_agreements_decide_the_decade(toy_study):
    """Signed in 2021: not in the 2010s. Signed in 2019: it would hold."""
    assert CHECKS["instr-pvd-2010s"](toy_study).value is False
    towns = toy_study.programmes.towns
    early = towns.assign(signed=towns["signed"].map(lambda date: date.replace(year=2019)))
    earlier = SimpleNamespace(programmes=replace(toy_study.programmes, towns=early))
    assert CHECKS["instr-pvd-2010s"](earlier).value is True
