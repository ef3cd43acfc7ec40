"""The commands say what they found, and say it by their exit code too."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from pathlib import Path

import pytest

from bassin import __version__
from bassin.cli import main
from bassin.sources import COLUMNS

CONTENT = b"code;name\n30007;Al\xc3\xa8s\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one raw file, listed as it is; the working directory."""
    (tmp_path / "_config.yml").write_text("title: Toy\n", encoding="utf-8")
    raw = tmp_path / "data" / "raw" / "insee"
    raw.mkdir(parents=True)
    (raw / "communes.csv").write_bytes(CONTENT)
    row = {
        "file": "insee/communes.csv",
        "bytes": str(len(CONTENT)),
        "sha256": sha256(CONTENT).hexdigest(),
        "status": "raw",
    }
    with (tmp_path / "data" / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerow(row)
    monkeypatch.delenv("BASSIN_ROOT", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_verify_passes_on_the_files_listed(project: Path, capsys: pytest.CaptureFixture[str]):
    """Check that verify exits 0 and counts the files when all is well."""
    assert main(["verify"]) == 0
    assert capsys.readouterr().out == "1 raw files, each the one listed\n"


def test_verify_names_each_fault(project: Path, capsys: pytest.CaptureFixture[str]):
    """Check that verify names a changed, an absent and an unlisted file, and exits 1."""
    raw = project / "data" / "raw" / "insee"
    (raw / "communes.csv").write_bytes(CONTENT.replace(b"7", b"8"))
    (raw / "new.csv").write_bytes(b"")
    assert main(["verify"]) == 1
    changed, unlisted, count = capsys.readouterr().err.splitlines()
    assert changed.startswith("insee/communes.csv: expected sha256 ")
    assert unlisted.startswith("insee/new.csv: ")
    assert count.startswith("2 fault(s)")
    (raw / "new.csv").unlink()
    (raw / "communes.csv").unlink()
    assert main(["verify"]) == 1
    assert "no such file" in capsys.readouterr().err


def test_build_stops_on_a_changed_raw_file(project: Path, capsys: pytest.CaptureFixture[str]):
    """Check that build writes nothing and exits 1 when a byte of a raw file was changed."""
    path = project / "data" / "raw" / "insee" / "communes.csv"
    path.write_bytes(CONTENT.replace(b"7", b"8"))
    assert main(["build"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("bassin build: The raw files are not those listed:\ninsee/communes.csv")
    assert not (project / "_build").exists()


def test_list_file_prints_the_row_to_complete(project: Path, capsys: pytest.CaptureFixture[str]):
    """Check that list-file prints a row in the manifest's columns, with the true size and hash."""
    assert main(["list-file", "insee/communes.csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out), COLUMNS)
    assert row["file"] == "insee/communes.csv"
    assert row["bytes"] == str(len(CONTENT))
    assert row["sha256"] == sha256(CONTENT).hexdigest()
    assert row["publisher"] == ""


def test_list_file_refuses_an_absent_file(project: Path, capsys: pytest.CaptureFixture[str]):
    """Check that list-file says where it looked for a file that is not there."""
    assert main(["list-file", "insee/none.csv"]) == 1
    assert "Give its path relative to" in capsys.readouterr().err


def test_outside_a_project_the_commands_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Check that a BASSIN_ROOT that holds no project is refused with an explanation."""
    monkeypatch.setenv("BASSIN_ROOT", str(tmp_path))
    assert main(["verify"]) == 1
    assert "no project found" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]):
    """Check that --version prints the version of the package."""
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"bassin {__version__}\n"
