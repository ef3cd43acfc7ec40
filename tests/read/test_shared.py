"""Tables that one process reads are taken by the others of a build, with their files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import SourceError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.read._reused import READERS, reused
from bassin.read._shared import FOLDER

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
        sources.transcription("claims.csv")
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
    path = data / "study" / "claims.csv"
    path.parent.mkdir(exist_ok=True)
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
    assert noted.files == {FILE, "study/claims.csv"}
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
