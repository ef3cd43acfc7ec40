"""Checks of the claims on instruments and labels follow from the data."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.files.sources import Sources
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.checks import CHECKS
from bassin.topics.programmes import checks as programmes
from bassin.words import write

PRINTED = Sources(ROOT / "data")


@pytest.fixture(scope="module")
def toy_study(toy_root) -> Study:
    return Study("200000018", toy_root)


def test_districts_are_those_of_2015(toy_study):
    """One in 2015; the list of 2024 is said too."""
    found = CHECKS["instr-qpv"](toy_study)
    assert (found.value, found.grade) == (1, "A")
    assert "in 2" in write(found.says)


def test_towns_of_another_basin_do_not_confirm(toy_study):
    """None of the towns the study names is in the toy Mineville."""
    assert CHECKS["instr-pvd"](toy_study).value is False
    assert CHECKS["instr-acv"](toy_study).value is False


def test_all_communes_must_hold_the_shared_label(toy_study, toy_root):
    """It holds for Mineville, and not where one commune alone has it."""
    assert CHECKS["instr-ti"](toy_study).value is True
    assert CHECKS["instr-ti"](Study("243000650", toy_root)).value is False


def test_agreements_decide_the_decade(toy_study, monkeypatch):
    """None in the country is older than 2020; one of 2019 anywhere would make it hold."""
    assert CHECKS["instr-pvd-2010s"](toy_study).value is False
    listed = programmes.anct.town_programme(toy_study.sources, programmes.PVD)
    dated = listed.assign(signed=pd.Timestamp("2021-05-01"))
    dated.iloc[0, dated.columns.get_loc("signed")] = pd.Timestamp("2019-12-31")
    monkeypatch.setattr(programmes.anct, "town_programme", lambda *_: dated)
    assert CHECKS["instr-pvd-2010s"](toy_study).value is True


def _instruments(**changes: tuple[str, str, object]) -> SimpleNamespace:
    """The study's instruments, with a cell of some of them changed."""
    table = printed.instruments(PRINTED, ALES_AGGLOMERATION)
    for row, column, value in changes.values():
        table.loc[row, column] = value
    return SimpleNamespace(programmes=SimpleNamespace(instruments=table))


def test_the_sixties_are_those_of_an_instrument_dated_to_the_year():
    """SOFIREM and the commissioner of 1967; a decade that the claim itself gives is no evidence."""
    held = CHECKS["instr-sixties"](_instruments())
    assert held.value is True
    assert "(1967)" in write(held.says)
    later = {key: (key, "founded", 1972.0) for key in ("sofirem", "commissioner", "fiat", "ecsc")}
    assert CHECKS["instr-sixties"](_instruments(**later)).value is False


@pytest.mark.parametrize(("opened", "holds"), [(1999.0, True), (1994.0, False), (2010.0, False)])
def test_the_motor_park_opens_after_its_launch_and_twenty_years_ago(opened, holds):
    """Before the launch of 1995, or thirteen years before the study, it would not hold."""
    study = _instruments(pole=("pole", "founded", opened))
    assert CHECKS["instr-pole-opened"](study).value is holds


@pytest.mark.parametrize(("printed", "value"), [(578.0, 123.0769), (57.8, 57.8)])
def test_coal_is_denied_only_above_the_ceiling_of_the_text(monkeypatch, printed, value):
    """With the decimal mark that may be lost the number would stand."""
    said = {"instr-coal-output": printed, "waves-output-1957": 3.2e6}
    monkeypatch.setattr(programmes, "number_printed", lambda study, claim: said[claim])
    found = CHECKS["instr-coal-output"](SimpleNamespace(sources=PRINTED, epci=ALES_AGGLOMERATION))
    assert found.value == pytest.approx(value, abs=1e-3)


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
    found = CHECKS[claim](SimpleNamespace(sources=PRINTED, epci=ALES_AGGLOMERATION))
    assert (found.value, found.grade) == (value, "D")
    assert says in write(found.says)
