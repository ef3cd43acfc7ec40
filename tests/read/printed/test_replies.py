"""Replies to verdicts: what the reader of the list takes, and refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.fixtures.spoil import refused

from bassin.files.sources import Sources
from bassin.files.transcribed import STUDY, of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION as ALES

ROW = "pop-agglo-2020,2026-12-01,the author,The census of 2019 was meant.,It is tested on 2020.\n"


@pytest.fixture
def replied(real: Sources, tmp_path: Path):
    """Make a copy of the transcriptions where somebody has replied."""
    shutil.copytree(real.root / STUDY, tmp_path / STUDY)

    def add(row: str) -> Sources:
        with (tmp_path / of_study(ALES, printed.REPLIES)).open("a", encoding="utf-8") as stream:
            stream.write(row)
        return Sources(tmp_path)

    return add


def test_nobody_has_replied_yet(real: Sources):
    """The list is its header; it has the columns of a reply all the same."""
    table = printed.replies(real, ALES)
    assert table.columns.tolist() == ["claim", "date", "who", "reply", "answer"]
    assert len(table) == 0


def test_a_reply_is_read(replied):
    """With its answer, or before there is one."""
    (reply,) = printed.replies(replied(ROW), ALES).to_dict("records")
    assert reply["who"] == "the author"
    assert reply["answer"] == "It is tested on 2020."
    unanswered = printed.replies(replied("pov-ales,2026-12-02,a reader,Of which year?,\n"), ALES)
    assert unanswered["answer"].tolist() == ["It is tested on 2020.", ""]


@pytest.mark.parametrize(
    ("there", "instead", "column", "what"),
    [
        ("pop-agglo-2020", "pop-nowhere", "claim", "is no claim of claims.csv"),
        ("2026-12-01", "yesterday", "date", "fails matches"),
        ("2026-12-01", "2023-13-45", "date", "fails is_day"),
        ("the author", "", "who", "fails"),
        ("The census of 2019 was meant.", "", "reply", "fails"),
        ("the author", " ", "who", "fails matches"),
        ("The census of 2019 was meant.", "It was meant. ", "reply", "fails matches"),
        ("The census of 2019", "The\x07census", "reply", "fails matches"),
        ("The census of 2019 was meant.", '"The\ncensus"', "reply", "fails matches"),
    ],
)
def test_a_reply_is_of_a_claim_a_day_and_somebody(replied, there, instead, column, what):
    """In a role: who says nothing is refused too."""
    with refused(of_study(ALES, printed.REPLIES), what, column=column, row=0):
        printed.replies(replied(ROW.replace(there, instead)), ALES)


def test_a_reply_is_there_once(replied):
    """Twice it would be printed twice."""
    with refused(
        of_study(ALES, printed.REPLIES), "multiple_fields_uniqueness", column="claim", row=0
    ):
        printed.replies(replied(ROW + ROW), ALES)
