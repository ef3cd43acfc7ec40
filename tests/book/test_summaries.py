"""Summaries of places are written as files, one that fails is no end to the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.fixtures import ROOT

from bassin.book import summaries
from bassin.book.tables import shared_tables, sharing
from bassin.cli import main
from bassin.files.shared import FOLDER
from bassin.words.language import EDITION

A, B = "200000018", "243000213"


@pytest.fixture
def project(toy_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of the toy France; the working directory."""
    for name in ("src", "pyproject.toml", "requirements.lock", "reproduction.json", "_config.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "data").symlink_to(toy_root)
    monkeypatch.setenv(FOLDER, str(tmp_path / "tables"))
    monkeypatch.delenv("BASSIN_ROOT", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(root: Path) -> list[str]:
    return sorted(path.name for path in (root / summaries.SUMMARIES).iterdir())


def test_a_place_has_a_pdf_and_two_images(project: Path, capsys: pytest.CaptureFixture[str]):
    """By its SIREN or by its name; the same bytes from tables that are there."""
    assert main(["summary", A]) == 0
    assert written(project) == [f"{A}-1.png", f"{A}-2.png", f"{A}.pdf"]
    path = project / summaries.SUMMARIES / f"{A}.pdf"
    assert capsys.readouterr().out == f"{path}\n"
    before = path.read_bytes()
    assert list((project / "tables").iterdir())
    assert main(["summary", "Mineville"]) == 0
    assert path.read_bytes() == before


def test_another_edition_lies_apart(project: Path, monkeypatch: pytest.MonkeyPatch):
    """In a folder of its language, which its file names too."""
    monkeypatch.setenv(EDITION, "fr")
    assert main(["summary", B]) == 0
    assert written(project) == ["fr"]
    pdf = (project / summaries.SUMMARIES / "fr" / f"{B}.pdf").read_bytes()
    assert b"/Lang (fr)" in pdf


def test_one_that_fails_is_told_and_the_others_are_written(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    """With its reason, and by the exit code."""
    assert main(["summary", "Nowhere", B]) == 1
    told = capsys.readouterr()
    assert "Nowhere failed: TerritoryError: 0 EPCI have 'Nowhere' in their name." in told.err
    assert told.err.endswith("1 of 2 failed\n")
    assert f"{B}.pdf" in written(project)


def test_a_fault_in_the_code_is_one_of_the_place(project: Path, monkeypatch: pytest.MonkeyPatch):
    """It is told by its kind; no half of the place is left as done."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr(summaries, "to_pdf", broken)
    (made,) = summaries.write_summaries([A], project)
    assert made.path is None
    assert made.why == "ZeroDivisionError: nothing to divide by"
    assert f"{A}.pdf" not in written(project)


def test_nothing_asked_for_is_an_error(project: Path, capsys: pytest.CaptureFixture[str]):
    """What to give is said."""
    assert main(["summary"]) == 1
    assert "--all" in capsys.readouterr().err


def test_all_are_the_intercommunalities_of_2023(project: Path):
    """Seven in the toy France, the island without one left out."""
    every = summaries.every(project)
    assert len(every) == 7
    assert A in every
    assert every == sorted(every)


def test_tables_are_made_first(project: Path):
    """Those that a place needs are then taken, and none is made."""
    assert main(["summary", "--prepare"]) == 0
    before = set((project / "tables").iterdir())
    assert main(["summary", A]) == 0
    new = set((project / "tables").iterdir()) - before
    assert new == set()


def test_a_folder_that_is_named_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A workflow has one of its own, perhaps on another disk."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "far" / "tables"))
    with sharing(ROOT):
        assert os.environ[FOLDER] == str(tmp_path / "far" / "tables")
    assert (tmp_path / "far" / "tables").is_dir()


def test_without_a_folder_it_is_that_of_the_library(project: Path, monkeypatch: pytest.MonkeyPatch):
    """One a state of it; those of others are deleted; the environment is left as it was."""
    monkeypatch.delenv(FOLDER)
    other = project / "_build" / "portraits" / "tables" / "other"
    other.mkdir(parents=True)
    with sharing(project):
        assert os.environ[FOLDER] == str(shared_tables(project))
    assert FOLDER not in os.environ
    assert not other.exists()
