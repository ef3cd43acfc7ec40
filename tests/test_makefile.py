"""What `make` runs for a place and a line, and what it refuses."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.fixtures import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="needs make")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the Makefile, whose commands print what they are given, one a line."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name, line in (("tools/setup_venv.sh", ""), (".venv/bin/bassin", 'printf "%s\\n" "$@"')):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        path.chmod(0o755)
    return tmp_path


def made(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `make`, with nothing of one that runs the tests."""
    own = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "EPCI", "LINE")
    env = {name: value for name, value in os.environ.items() if name not in own}
    return subprocess.run(
        ["make", "--silent", *words], cwd=project, env=env, capture_output=True, text=True
    )


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["book"], ["build"]),
        (["book", "EPCI=246200364"], ["book", "246200364"]),
        (["book", "EPCI=1", "LINE=distance"], ["book", "1", "--line", "distance"]),
        (["book", "EPCI=`id`", "LINE=45;id"], ["book", "`id`", "--line", "45;id"]),
        (["book", 'EPCI=a "b" c', "LINE=a b"], ["book", 'a "b" c', "--line", "a b"]),
        (["pdf"], ["pdf"]),
        (["pdf", "EPCI=Lens; id"], ["pdf", "Lens; id"]),
    ],
)
def test_a_place_and_a_line_are_words_and_no_commands(
    project: Path, words: list[str], given: list[str]
):
    """Whatever the shell would make of what is in them."""
    assert made(project, *words).stdout.splitlines() == given


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["book", "LINE=distance"], "LINE= is for the portrait of a place: name it with EPCI="),
        (["pdf", "EPCI=1", "LINE=45"], "the PDF prints the portrait as it was built"),
        (["pdf", "LINE=45"], "the PDF prints the portrait as it was built"),
    ],
)
def test_a_line_that_would_be_ignored_is_refused(project: Path, words: list[str], said: str):
    """In a sentence, and nothing is run."""
    run = made(project, *words)
    assert run.returncode != 0
    assert said in run.stderr
    assert not run.stdout
