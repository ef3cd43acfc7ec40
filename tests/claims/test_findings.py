"""The book's own sentences against the files: which are refused, and what the error says."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.claims.test_sentences import book

from bassin.claims import findings as module
from bassin.claims.findings import (
    FindingError,
    Findings,
    Run,
    Turn,
    described,
    refuse_false,
    refuse_no_exhibit,
    refuse_unpaired,
    resting,
    run,
)
from bassin.claims.report import sentences_report, turned_report
from bassin.claims.sentences import SentenceError, sentences
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.trace import Edition, opened
from bassin.study import Study
from bassin.topics.tried import COUNTED, TRIALS, Tried, above, tried

ROW = {
    "chapter": "01_part",
    "exhibit": "fig-people",
    "check": "grew",
    "area": "Alès",
    "period": "1968-2020",
    "unit": "%",
    "decimals": 1,
    "grade": "A",
    "note": "",
}
#: A file that a check rests on.
FILES = ["insee/v_region_2023.csv"]
#: An EPCI of the toy France.
HERE = "200000018"
ROWS = pd.DataFrame.from_dict({"grew": ROW}, orient="index").rename_axis("id")


def found(*values: float) -> Tried:
    """A number by some years, the sentence's the first."""
    years = dict(enumerate(values, start=2018))
    return tried(years, ["year"], 2018, above(0), COUNTED)


@pytest.fixture
def told(tmp_path: Path) -> pd.DataFrame:
    """One sentence, in a chapter that is executed."""
    return sentences(book(tmp_path, "[It grew by {glue:text}`n01_part`.]{#finding-grew}", ""))


def test_a_row_a_sentence_and_a_chapter_go_together(told: pd.DataFrame):
    """One without the other is refused, by its name."""
    refuse_unpaired(ROWS, told)
    with pytest.raises(DataError, match="row 'grew': no chapter has this sentence"):
        refuse_unpaired(ROWS, told.drop("grew"))
    with pytest.raises(SentenceError, match=r"01_part: finding-grew has no row in data/findings"):
        refuse_unpaired(ROWS.drop("grew"), told)
    with pytest.raises(DataError, match="column 'chapter', row 'grew': its sentence is in 01_part"):
        refuse_unpaired(ROWS.assign(chapter="02_part"), told)


def test_an_exhibit_that_no_chapter_shows_is_refused():
    """The sentence would lead nowhere."""
    refuse_no_exhibit(ROWS, {"fig-people", "tab-people"})
    with pytest.raises(DataError, match="row 'grew': no chapter shows 'fig-people'"):
        refuse_no_exhibit(ROWS, {"tab-people"})


def test_a_sentence_that_is_no_longer_true_stops_the_build(told: pd.DataFrame):
    """The error names chapter, sentence and numbers."""
    table = ROWS.join(told[["title", "sentence"]])
    refuse_false(table, {"grew": Run(found(3.0, -1.0), ())})
    with pytest.raises(FindingError) as error:
        refuse_false(table, {"grew": Run(found(-1.5, 2.0, -1.0), ())})
    said = str(error.value)
    assert "grew (01_part)" in said
    assert "It grew by 01_part." in said
    assert "-1.5 %, and holds above 0.00; 1 of 3 choices bear it out" in said


def test_a_check_is_run_once_and_its_files_are_observed(
    toy: Sources, monkeypatch: pytest.MonkeyPatch
):
    """Two sentences of one check rest on the same files."""
    calls = []

    def grew(study: Study) -> Tried:
        calls.append(study)
        opened(Edition("insee/v_region_2023.csv"))
        return found(3.0, 1.0)

    monkeypatch.setitem(TRIALS, "grew", grew)
    two = pd.concat([ROWS, ROWS.rename(index={"grew": "again"})])
    study = Study(HERE, sources=toy)
    runs = run(study, two)
    assert len(calls) == 1
    assert set(resting(runs, FILES[0])) == set(two.index)
    assert resting(runs, "insee/other.csv") == {}
    assert "again: yes, 3, robust (2 of 2 choices)" in sentences_report(runs)
    row = described(runs, toy).loc["again"]
    assert (row["estimate"], row["agreeing"], row["tried"], row["word"]) == (3.0, 2, 2, "robust")
    assert row["interval"] == COUNTED
    assert row["vintage"]


def test_data_that_were_all_typed_by_hand_are_no_grade_a(
    toy: Sources, monkeypatch: pytest.MonkeyPatch
):
    """As of claims."""

    def grew(_: Study) -> Tried:
        opened(Edition("study/200066918/claims.csv"))
        return found(3.0)

    monkeypatch.setitem(TRIALS, "grew", grew)
    study = Study(HERE, sources=toy)
    with pytest.raises(DataError, match="column 'grade', row 'grew': all that it rests on was"):
        run(study, ROWS)
    assert run(study, ROWS.assign(grade="S"))["grew"].files == ("study/200066918/claims.csv",)


def test_all_are_put_together(
    tmp_path: Path, toy: Sources, told: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
):
    """In the order of the book, with their scores."""
    shown = pd.DataFrame({"chapter": ["01_part"]}, ["fig-people"])
    monkeypatch.setattr(module.chapters, "exhibits", lambda _: shown)
    monkeypatch.setattr(module.chapters, "shown_by_readers", lambda _: set())
    monkeypatch.setattr(module.sentences, "sentences", lambda _: told)
    monkeypatch.setattr(module.listed, "findings", lambda _: ROWS)
    monkeypatch.setitem(TRIALS, "grew", lambda _: found(3.0, 1.0, -1.0))
    every = Findings.of(Study(HERE, sources=toy))
    assert every.score() == {"robust": 0, "mostly": 0, "fragile": 1, "turns": 0, "one_reading": 0}
    assert every.facts()["findings"] == 1
    assert every.facts()["findings_choices"] == 3
    assert every.by_chapter().to_dict() == {"fragile": {"Of 01_part": 1}}
    assert every.table.at["grew", "sentence"] == "It grew by 01_part."
    assert every.tried["grew"].agreeing == 2


def test_a_report_says_what_a_copy_turns():
    """What it was and is; nothing, where nothing turns."""
    turn = Turn(found(3.0, 1.0), found(-3.0, 1.0))
    assert "grew: yes, 3, robust (2 of 2 choices) -> no, -3, fragile (1 of 2 choices)" in (
        turned_report({"grew": turn})
    )
    assert turned_report({}) == "No sentence of the book turns."
