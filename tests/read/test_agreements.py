"""Two files that say the same of the same places: what is held, and what is said when it is not."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import refused

from bassin.errors import SourceError
from bassin.files.sources import Sources
from bassin.files.trace import Edition, opened, recording
from bassin.read import _agreements, editions
from bassin.read._agreements import (
    AGREEMENTS,
    EXCEPTIONS,
    Agreement,
    Cells,
    agree,
    differing,
    excepted,
)
from bassin.read._reused import READERS

RULE = Agreement(
    name="people",
    left=Cells(call="here()", columns=("counted",)),
    right=Cells(call="insee.there()", columns=("people",)),
    why="the same people",
    within=0.5,
)
EXCEPTED = "agreement,place,reason\npeople,30003,merged\n"
THERE = pd.DataFrame({"people": [10.0, 4.0, 7.0, None]}, ["30001", "30002", "30003", "30004"])


@pytest.fixture
def sources(toy: Sources, monkeypatch: pytest.MonkeyPatch) -> Sources:
    """A folder of which one table was read, from a file of its own, and one rule."""
    monkeypatch.setattr(_agreements, "AGREEMENTS", (RULE,))
    fresh = Sources(toy.root)
    fresh.kept.put(EXCEPTIONS, {"people": {"30003": "merged"}})

    def read() -> pd.DataFrame:
        opened(Edition("insee/there.csv"))
        return THERE

    fresh.kept.get("insee.there()", read)
    return fresh


def here(*values: float | None) -> pd.DataFrame:
    """The other table, of the same places and one more."""
    return pd.DataFrame({"counted": [*values, 1.0]}, ["30001", "30002", "30003", "30004", "30009"])


def test_what_agrees_passes(sources: Sources):
    """Within what rounding leaves; exceptions, blanks and places of one file alone aside."""
    agree(sources, "here()", "here.csv", here(10.5, 4.0, 99.0, 5.0))


def test_what_differs_names_both_files(sources: Sources):
    """The place with the widest gap, its two values, and the others."""
    with refused(
        "here.csv",
        "3.0 where insee/there.csv has 10.0 .people.; they differ in 2 row.s.: 30001, 30002. They "
        "should agree: the same people",
        column="counted",
        row="30001",
    ):
        agree(sources, "here()", "here.csv", here(3.0, 5.0, 7.0, None))


def test_whichever_is_read_last_is_held(toy: Sources, monkeypatch: pytest.MonkeyPatch):
    """The rule is held from its right side too."""
    monkeypatch.setattr(_agreements, "AGREEMENTS", (RULE,))
    fresh = Sources(toy.root)

    def read() -> pd.DataFrame:
        opened(Edition("here.csv"))
        return here(3.0, 4.0, 7.0, None)

    fresh.kept.get("here()", read)
    with refused("insee/there.csv", "10.0 where here.csv has 3.0", column="people", row="30001"):
        agree(fresh, "insee.there()", "insee/there.csv", THERE)


def test_nothing_is_read_for_it(sources: Sources):
    """No table rests on the file it was compared with, and one not read is not asked for."""
    with recording() as noted:
        agree(sources, "here()", "here.csv", here(10.0, 4.0, 7.0, 1.0))
    assert noted.files == set()
    agree(Sources(sources.root), "here()", "here.csv", here(0.0, 0.0, 0.0, 0.0))


def test_an_outdated_table_is_no_witness(toy: Sources, monkeypatch: pytest.MonkeyPatch):
    """What was replaced since says nothing."""
    monkeypatch.setattr(_agreements, "AGREEMENTS", (RULE,))
    fresh, edition = Sources(toy.root), Edition("insee/there.csv")

    def read() -> pd.DataFrame:
        opened(edition)
        return THERE

    fresh.kept.get("insee.there()", read)
    edition.outdated = True
    agree(fresh, "here()", "here.csv", here(0.0, 0.0, 0.0, 0.0))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (Cells(call="", columns=("a",), at=("year", 2020)), {"x": 1.0, "y": 3.0}),
        (Cells(call="", columns=("a", "b"), at=("year", 2020)), {"x": 6.0, "y": 10.0}),
        (Cells(call="", columns=("a", "b"), at=("year", 2021)), {"x": 8.0, "y": None}),
        (Cells(call="", columns=("a",), by="place"), {"x": 3.0, "y": 7.0}),
        (Cells(call="", columns=("b",), by="place"), {"x": 11.0, "y": None}),
    ],
)
def test_cells_of_a_table(cells: Cells, expected: dict[str, float | None]):
    """A year of it, columns added up, rows added up: a blank leaves its sum blank."""
    index = pd.MultiIndex.from_product([["x", "y"], [2020, 2021]], names=["place", "year"])
    table = pd.DataFrame({"a": [1.0, 2.0, 3.0, 4.0], "b": [5.0, 6.0, 7.0, None]}, index)
    found = cells.of(table)
    assert {key: None if pd.isna(value) else value for key, value in found.items()} == expected


def test_a_column_that_is_not_there_says_nothing():
    """A later edition may lack a year."""
    assert Cells(call="", columns=(2018,)).of(pd.DataFrame({2019: [1.0]})) is None


def test_codes_are_compared_as_they_are():
    """Of a code there is no gap: it is the same or not."""
    left, right = pd.Series({"a": "200066918", "b": "1"}), pd.Series({"a": "200066918", "b": "2"})
    assert list(differing(left, right, RULE).index) == ["b"]


def test_every_agreement_is_of_readers():
    """Check that none is declared of a table that nobody reads, nor of one table with itself."""
    editions.every_reader()
    for agreement in AGREEMENTS:
        calls = [agreement.left.call, agreement.right.call]
        assert {call.partition("(")[0] for call in calls} <= set(READERS)
        assert calls[0] != calls[1]
        assert agreement.why
    names = [agreement.name for agreement in AGREEMENTS]
    assert len(set(names)) == len(names)


def test_exceptions_are_read_from_their_file(toy: Sources, tmp_path, monkeypatch):
    """By agreement and place, with the reason; none where the folder lists none."""
    monkeypatch.setattr(_agreements, "AGREEMENTS", (RULE,))
    assert excepted(Sources(toy.root)) == {}
    (tmp_path / EXCEPTIONS).write_text(EXCEPTED, encoding="utf-8")
    assert excepted(Sources(tmp_path)) == {"people": {"30003": "merged"}}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("people,30004,", "give it the 3 cells"),
        ("people,30004", "give it the 3 cells"),
        ("people,30004,merged,more", "give it the 3 cells"),
        ("jobs,30004,merged", "no such agreement. Give one of people"),
        ("people,30003,again", "there twice"),
        ("people,30004, ", "give it the 3 cells"),
        ("people,Nowhere,merged", "no place. Give the code"),
        ("people,*,merged", "no place. Give the code"),
    ],
)
def test_exceptions_that_cannot_be_read(tmp_path, monkeypatch, row: str, said: str):
    """A cell short or too many, another agreement, a place twice: the error names the row."""
    monkeypatch.setattr(_agreements, "AGREEMENTS", (RULE,))
    (tmp_path / EXCEPTIONS).write_text(EXCEPTED + row + "\n", encoding="utf-8")
    with pytest.raises(SourceError, match=rf"agreements\.csv, row .*{said}"):
        excepted(Sources(tmp_path))
