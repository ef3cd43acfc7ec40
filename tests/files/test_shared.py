"""What one process works out is taken by the others of a build, with its files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import SourceError
from bassin.files.shared import FOLDER, shared, worked_out
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.files.transcribed import of_study
from bassin.read._reused import READERS, reused
from bassin.study import ALES_AGGLOMERATION

FILE = "insee/v_region_2023.csv"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What each run of the reader ``table`` was asked for."""
    monkeypatch.setattr("bassin.read._reused.READERS", dict(READERS))
    return []


@pytest.fixture
def table(runs: list[int]):
    """A reader of one raw file and a transcription, which counts its runs."""

    @reused
    def table(sources: Sources, n: int) -> pd.DataFrame:
        runs.append(n)
        sources.read(FILE)
        sources.transcription("study/200066918/claims.csv")
        index = pd.Index(["30007", "30132"], name="code")
        return pd.DataFrame({"n": [float(n), None], "name": ["Alès", None]}, index)

    return table


@pytest.fixture
def data(spoil: Spoiler) -> Path:
    """The folder of a toy France that a test may damage."""
    return spoil.root


@pytest.fixture(autouse=True)
def transcribed(data: Path) -> Path:
    """A transcription of the toy data."""
    path = data / of_study(ALES_AGGLOMERATION, "claims.csv")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("id\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a build."""
    path = tmp_path / "tables"
    path.mkdir()
    monkeypatch.setenv(FOLDER, str(path))
    return path


def test_a_table_that_another_process_read_is_taken_with_its_files(
    data: Path, folder: Path, runs: list[int], table
):
    """The same to the last bit, by other Sources of the same data, call by call."""
    read = table(Sources(data), 1)
    other = Sources(data)
    with recording() as noted:
        pd.testing.assert_frame_equal(table(other, 1), read, check_exact=True)
    assert noted.files == {FILE, "study/200066918/claims.csv"}
    assert runs == [1]
    table(other, 2)
    assert runs == [1, 2]
    assert len(list(folder.iterdir())) == 2


def test_without_a_folder_each_process_reads_for_itself(
    data: Path, runs: list[int], table, monkeypatch: pytest.MonkeyPatch
):
    """As in Jupyter, and where the folder has gone."""
    for gone in (None, str(data / "nowhere")):
        monkeypatch.delenv(FOLDER, raising=False)
        if gone:
            monkeypatch.setenv(FOLDER, gone)
        table(Sources(data), 1)
    assert runs == [1, 1]


def test_a_table_of_a_changed_file_is_not_taken(
    data: Path, transcribed: Path, folder: Path, runs: list[int], table
):
    """A raw file that is not the one listed is refused, a transcription that changed read anew."""
    table(Sources(data), 1)
    transcribed.write_text("id\n\n", encoding="utf-8")
    table(Sources(data), 1)
    assert runs == [1, 1]
    (data / "raw" / FILE).write_bytes(b"spoiled")
    with pytest.raises(SourceError, match="expected sha256"):
        table(Sources(data), 1)


def test_a_copy_in_place_of_a_file_is_neither_left_nor_taken(
    data: Path, folder: Path, runs: list[int], table, tmp_path: Path
):
    """What a changed copy gives is nobody else's."""
    sources, copy = Sources(data), tmp_path / "copy.csv"
    copy.write_bytes((data / "raw" / FILE).read_bytes())
    with sources.replaced(FILE, copy):
        table(sources, 1)
        assert list(folder.iterdir()) == []
    table(sources, 1)
    assert runs == [1, 1]


def test_what_is_made_of_files_is_taken_with_them(
    data: Path, transcribed: Path, folder: Path, runs: list[int]
):
    """By its name; made anew where one of its files is another."""

    def made(sources: Sources, name: str) -> dict[str, float]:
        def make() -> dict[str, float]:
            runs.append(1)
            return {
                "bytes": float(
                    len(sources.read(FILE) + sources.transcription("study/200066918/claims.csv"))
                )
            }

        return shared(sources, name, make)

    first = made(Sources(data), "one")
    with recording() as noted:
        assert made(Sources(data), "one") == first
    assert noted.files == {FILE, "study/200066918/claims.csv"}
    assert len(runs) == 1
    made(Sources(data), "another")
    assert len(runs) == 2
    transcribed.write_text("id\n\n", encoding="utf-8")
    assert made(Sources(data), "one") != first
    assert len(runs) == 3


@pytest.fixture
def doubled(runs: list[int]):
    """A function of a table, a number and an array, which counts its runs."""

    def doubled(table: pd.DataFrame, by: float, array: np.ndarray | None = None) -> pd.DataFrame:
        runs.append(1)
        return table[["n"]] * by

    return doubled


def towns(codes: list[str], numbers: list[float | None]) -> pd.DataFrame:
    """A table whose texts are objects of their own."""
    names = ["".join(list(code)) for code in codes]
    return pd.DataFrame({"n": numbers, "name": names}, pd.Index(names, name="code"))


def test_what_is_made_of_the_same_is_made_once(folder: Path, runs: list[int], doubled):
    """To the last bit: a number less, a type, a name, an order are another table."""
    table = towns(["30007", "30007x"], [0.1, None])
    found = worked_out(doubled, table, 2.0)
    again = worked_out(doubled, towns(["30007", "30007x"], [0.1, None]), 2.0)
    pd.testing.assert_frame_equal(found, again, check_exact=True)
    assert len(runs) == 1
    others = [
        (table, 2),
        (table, np.nextafter(2.0, 3.0)),
        (towns(["30007", "30007x"], [np.nextafter(0.1, 1), None]), 2.0),
        (towns(["3000", "730007x"], [0.1, None]), 2.0),
        (table.iloc[::-1], 2.0),
        (table.rename_axis("commune"), 2.0),
        (table.rename(columns={"name": "called"}), 2.0),
        (table.astype({"name": object}), 2.0),
        (table, 2.0, np.array([1.0, 2.0])),
        (table, 2.0, np.array([[1.0, 2.0]])),
        (table, 2.0, np.array([1, 2])),
    ]
    for arguments in others:
        worked_out(doubled, *arguments)
    assert len(runs) == 1 + len(others)


def test_without_a_folder_all_is_worked_out(
    runs: list[int], doubled, data: Path, monkeypatch: pytest.MonkeyPatch
):
    """As in Jupyter, and where the folder has gone."""
    for gone in (None, str(data / "nowhere")):
        monkeypatch.delenv(FOLDER, raising=False)
        if gone:
            monkeypatch.setenv(FOLDER, gone)
        worked_out(doubled, towns(["30007"], [1.0]), 2.0)
    assert len(runs) == 2


@pytest.mark.parametrize("content", [b"", b"half", b"\x80\x05" * 30])
def test_a_file_that_is_not_as_it_was_left_counts_as_absent(
    data: Path, folder: Path, runs: list[int], table, doubled, content: bytes
):
    """A crash of the machine may cut what lasts from one build to the next."""
    first = table(Sources(data), 1)
    worked_out(doubled, first, 2.0)
    for path in folder.iterdir():
        path.write_bytes(content)
    pd.testing.assert_frame_equal(table(Sources(data), 1), first, check_exact=True)
    worked_out(doubled, first, 2.0)
    assert runs == [1, 1, 1, 1]
    for path in folder.iterdir():  # one bit of it
        path.write_bytes(path.read_bytes()[:-1] + b"!")
    table(Sources(data), 1)
    assert len(runs) == 5
