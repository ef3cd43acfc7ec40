"""What the chapter on instruments says, of one place and of another."""

from __future__ import annotations

import pytest

from bassin.study import Study
from bassin.topics.programmes import facts as chapter
from bassin.words import write


@pytest.fixture(scope="module")
def mineville(toy_root) -> Study:
    return Study("200000018", toy_root)


def test_labels_are_told(mineville):
    """Three of twelve communes have one of their own."""
    told = chapter._labels(mineville)
    assert (told["instr_communes"], told["instr_own"]) == (12, 3)
    assert (told["instr_qpv_2015"], told["instr_qpv_2024_in"]) == (1, 2)
    assert write(told["instr_signed"]) == "2021"


def test_payers_are_counted(mineville, monkeypatch):
    """Three of the State, one of Europe, one of the town; one has no date."""
    monkeypatch.setattr(chapter, "COAL_COMPANY", "board")
    monkeypatch.setattr(chapter, "AGENCY", "office")
    monkeypatch.setattr(chapter, "SEED_FUND", "grant")
    told = chapter._instruments(mineville)
    assert [told[f"instr_{who}"] for who in ("state", "europe", "local")] == [3, 1, 1]
    assert told["instr_undated"] == 1
    assert write(told["instr_chain"]) == "Coal board, then Agency, then Office"


def test_jobs_about_the_motor_park_are_those_of_one_place(mineville):
    """Another territory has none of its commune: nothing is said."""
    assert chapter._pole(mineville) == {}
