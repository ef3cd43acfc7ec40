"""The commands say what they found, and say it by their exit code too."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from bassin import __version__, claims
from bassin.claims import chapters, record
from bassin.claims.findings import Findings, Run
from bassin.claims.ledger import Ledger
from bassin.cli import main
from bassin.errors import NotExecutedError
from bassin.files.manifest import COLUMNS
from bassin.files.sources import Sources
from bassin.study import Study
from bassin.topics.tried import COUNTED, above, tried

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


def test_clean_deletes_what_was_built(project: Path):
    """Check that clean exits 0, deletes _build whole and nothing else, and does so twice."""
    page = project / "_build" / "html" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("", encoding="utf-8")
    for _ in range(2):
        assert main(["clean"]) == 0
        assert sorted(path.name for path in project.iterdir()) == ["_config.yml", "data"]


@pytest.fixture
def handlers() -> Iterator[None]:
    """The usual answers to signals; afterwards they are what they were."""
    numbers = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
    before = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:  # whatever the tests were started from, as nohup or the background
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize(
    ("number", "in_background"),
    [
        (signal.SIGINT, False),
        (signal.SIGTERM, False),
        (signal.SIGTERM, True),
        (signal.SIGHUP, False),
    ],
)
def test_a_signal_ends_a_command_with_a_line(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    handlers: None,
    number: signal.Signals,
    in_background: bool,
):
    """Check message and exit code, also where a shell has Ctrl-C ignored, as in the background."""
    monkeypatch.setattr(claims, "audit", lambda study: signal.raise_signal(number))
    monkeypatch.setattr(Study, "__init__", lambda self: None)
    monkeypatch.setattr(Study, "sources", Sources(project / "data"), raising=False)
    if in_background:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    assert main(["audit"]) == 128 + number
    assert capsys.readouterr().err == f"bassin audit: stopped by {number.name}\n"
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_the_end_of_a_pipe_is_no_error(project: Path):
    """Check that a command whose reader has left is silent, and exits as after SIGPIPE."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "bassin", "verify"], stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141


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


@pytest.fixture
def audited(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> pd.DataFrame:
    """The verdicts of the real study, which the commands find without running the checks again."""
    table = ledger.verdicts.copy()
    monkeypatch.setattr(claims, "audit", lambda study: table)
    return table


def test_audit_prints_the_ledger_and_writes_its_record(
    audited: pd.DataFrame, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """Check that audit lists every claim, counts them, and writes the record; it exits 0."""
    assert main(["audit", "--json", str(tmp_path / "record.json")]) == 0
    printed = capsys.readouterr().out
    head, first, *_ = printed.splitlines()
    assert head.split() == [
        "claim",
        "the",
        "study",
        "says",
        "printed",
        "found",
        "gap",
        "verdict",
        "grade",
    ]
    assert first.startswith(audited.index[0])
    assert f"{len(audited)} claims.\n" in printed
    assert " tested on public data: " in printed
    assert "not up to date" not in printed
    kept = Sources().root.parent / record.NAME
    assert (tmp_path / "record.json").read_bytes() == kept.read_bytes()


def test_audit_fails_on_a_moved_verdict(
    audited: pd.DataFrame, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """Check that audit exits 1 and says which verdict moved, from what to what, and why."""
    audited.loc["ti-number", ["verdict", "found"]] = ["differs", 148.0]
    kept = (Sources().root.parent / record.NAME).read_bytes()
    assert main(["audit", "--record", "--json", str(tmp_path / "record.json")]) == 1
    error = capsys.readouterr().err
    assert "ti-number (territory): confirmed by data -> differs. Value 149 -> 148." in error
    assert "the code has" in error
    assert (Sources().root.parent / record.NAME).read_bytes() == kept


@pytest.fixture
def one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence of the book with a check, that rests on the stations."""
    found = tried({2023: 1.0}, ["year"], 2023, above(0), COUNTED)
    runs = {"stations-far": Run(found, ("sncf/liste-des-gares_2024.csv",))}
    monkeypatch.setattr(Findings, "checked", staticmethod(lambda _: runs))


@pytest.mark.usefixtures("one_sentence")
def test_impact_lists_what_rests_on_a_file(
    audited: pd.DataFrame, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Check that impact lists claims and exhibits, and what a changed copy does."""
    file, stations = "sncf/liste-des-gares_2024.csv", chapters.no_exhibits()
    stations.loc["map-stations"] = ["08", "Reversal", "By train", "", [file], [file]]
    monkeypatch.setattr(chapters, "exhibits", lambda root: stations)
    assert main(["impact", "dgfip/dvf_epci_2010_2024.parquet", "--changed", __file__]) == 0
    assert "no verdict can move" in capsys.readouterr().out
    assert main(["impact", file]) == 0
    printed = capsys.readouterr().out
    assert "rev-freight" in printed
    assert "1 figure(s), map(s), table(s) that rest on it:\n  map-stations\n" in printed
    assert printed.endswith("  stations-far: yes, 1, one reading (1 of 1 choice)\n")


@pytest.mark.usefixtures("one_sentence")
def test_impact_says_that_exhibits_are_not_listed_without_a_build(
    audited: pd.DataFrame, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Check that it lists the claims all the same, and says how to get the exhibits."""

    def absent(root: Path) -> pd.DataFrame:
        raise NotExecutedError("Not executed: 09_reversal. Run `bassin build --fast`.")

    monkeypatch.setattr(chapters, "exhibits", absent)
    assert main(["impact", "sncf/liste-des-gares_2024.csv"]) == 0
    printed = capsys.readouterr().out
    assert "rev-freight" in printed
    said = "Figures, maps and tables that rest on it: not listed. Not executed: 09_reversal. "
    assert f"{said}Run `bassin build --fast`.\n" in printed
    assert "1 sentence(s) of the book that rest on it" in printed


def test_impact_refuses_what_is_not_there(
    audited: pd.DataFrame, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """Check that an unlisted file and an absent copy are named."""
    assert main(["impact", "insee/nothing.csv"]) == 1
    assert "insee/nothing.csv is not listed" in capsys.readouterr().err
    absent = str(tmp_path / "absent.csv")
    assert main(["impact", "sncf/liste-des-gares_2024.csv", "--changed", absent]) == 1
    assert "Give a changed copy" in capsys.readouterr().err


def test_an_edition_in_no_language_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Before any command, with the languages that there are; the help of another is in it."""
    monkeypatch.setenv("EDITION", "de")
    assert main(["verify"]) == 1
    assert capsys.readouterr().err.startswith("bassin: no words in 'de'; languages: en, fr")
    monkeypatch.setenv("EDITION", "fr")
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "construire le portrait d’une intercommunalité" in capsys.readouterr().out
