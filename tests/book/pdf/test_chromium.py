"""The browser that prints, and what is said where there is none."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bassin.book.pdf.chromium import CHROMIUM, PROGRAMS, chromium, print_pdf
from bassin.errors import BuildError


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that alone is on PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    monkeypatch.delenv(CHROMIUM, raising=False)
    return folder


def program(path: Path, *lines: str) -> Path:
    """A script that stands for the browser."""
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_where_there_is_none_the_error_says_what_to_do(only: Path):
    """What was looked for, and both cures."""
    with pytest.raises(BuildError) as raised:
        chromium()
    for word in (*PROGRAMS, "the package chromium", f"set {CHROMIUM}"):
        assert word in str(raised.value)


def test_the_first_that_is_installed_prints(only: Path, monkeypatch: pytest.MonkeyPatch):
    """But the one that the environment names, where it names one."""
    for name in (PROGRAMS[2], PROGRAMS[1]):
        program(only / name)
    assert chromium() == str(only / PROGRAMS[1])
    own = program(only / "own-browser")
    monkeypatch.setenv(CHROMIUM, str(own))
    assert chromium() == str(own)
    monkeypatch.setenv(CHROMIUM, "absent-browser")
    with pytest.raises(BuildError, match="looked for: absent-browser"):
        chromium()


def test_what_the_browser_said_is_told_where_it_printed_nothing(only: Path, tmp_path: Path):
    """Its exit code tells nothing: it is 0."""
    program(only / PROGRAMS[0], "echo no room on the disk")
    with pytest.raises(
        BuildError, match="printed nothing, and said: no room on the disk"
    ) as raised:
        print_pdf(tmp_path / "page.html", tmp_path / "page.pdf")
    assert f"Set {CHROMIUM} to the path of another" in str(raised.value)


def test_what_the_system_cannot_run_is_an_error_with_a_cure(
    only: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """It may be executed as far as its mode says, and is no program."""
    path = program(only / "broken")
    path.write_bytes(b"\x00\x01 no program")
    monkeypatch.setenv(CHROMIUM, str(path))
    with pytest.raises(BuildError, match=rf"broken cannot be run \(.+\)\. Set {CHROMIUM} to"):
        print_pdf(tmp_path / "page.html", tmp_path / "page.pdf")
