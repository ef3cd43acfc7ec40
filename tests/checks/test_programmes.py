"""Checks of the claims on instruments and labels follow from the data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from bassin.audit import CHECKS
from bassin.checks import programmes  # noqa: F401
from bassin.sources import Sources
from bassin.study import Study

PRINTED = Sources(Path(__file__).parents[2] / "data")


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
    assert CHECKS["instr-pvd"](toy_study).value is False
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


@pytest.mark.parametrize(
    ("claim", "value", "says"),
    [
        ("instr-programme-start", 1960, "line 1474 from the 1970s"),
        ("instr-programme-end", True, "2000 on line 86, 2000 on line 1474"),
        ("instr-ntn-twice", True, "8 on line 967, 8 on line 972"),
        ("instr-pillars", 3, "1 on line 895, then 2 on line 920"),
    ],
)
def test_what_the_text_says_twice_is_compared(claim, value, says):
    """Read from the list of its numbers."""
    found = CHECKS[claim](SimpleNamespace(sources=PRINTED))
    assert (found.value, found.grade) == (value, "D")
    assert says in found.says
