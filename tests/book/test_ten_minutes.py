"""The steps of *Ten minutes* in the page on rerunning, taken as a reader takes them."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.fixtures import ROOT

RERUN = (ROOT / "book" / "rerun.md").read_text(encoding="utf-8")
SECTION = RERUN.partition("## Ten minutes")[2].partition("\n## ")[0]


def blocks(language: str) -> list[str]:
    """The blocks of code of the section, in order."""
    found = re.findall(rf"(?ms)^ *```{language}\n(.*?)^ *```", SECTION)
    return [textwrap.dedent(block) for block in found]


def test_there_are_six_steps_and_their_commands_exist():
    """What is typed in a shell is a target of the Makefile, or runs in its environment."""
    assert re.findall(r"(?m)^(\d)\. \*\*", SECTION) == list("123456")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    typed = [line for block in blocks("sh") for line in block.splitlines()]
    typed += re.findall(r"`(make [a-z]+)`", SECTION)
    for line in typed:
        program, *words = shlex.split(line)
        if program == "make":
            assert re.search(rf"(?m)^{words[0]}:", makefile), line
        else:
            assert program == ".venv/bin/python", line


@pytest.mark.real
@pytest.mark.slow
def test_what_is_typed_in_python_gives_what_the_page_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Numbers, the new map, its image and its data."""
    monkeypatch.setenv("BASSIN_ROOT", str(ROOT))
    monkeypatch.chdir(tmp_path)
    text = "\n".join(blocks("python"))
    test = doctest.DocTestParser().get_doctest(text, {}, "ten minutes", "rerun.md", 0)
    assert len(test.examples) > 8
    said: list[str] = []
    assert doctest.DocTestRunner().run(test, out=said.append).failed == 0, "".join(said)
    assert (tmp_path / "mine.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "mine.csv").read_text("utf-8-sig").startswith("code,name,2023\n30007,Alès,")


@pytest.mark.real
@pytest.mark.slow
def test_the_threshold_of_the_book_is_changed_in_one_line(tmp_path: Path):
    """In a copy of the library: what the page says is printed."""
    line, path = re.findall(r"the line `([^`]+)` of `([^`]+)`", SECTION)[0]
    copy = tmp_path / "src"
    shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("__pycache__"))
    file = tmp_path / path
    text = file.read_text(encoding="utf-8")
    assert text.count(f"\n{line}\n") == 1
    file.write_text(text.replace(f"\n{line}\n", f"\n{line.replace('2.5', '3')}\n"), "utf-8")
    command = shlex.split(blocks("sh")[-1])
    env = {**os.environ, "PYTHONPATH": str(copy), "BASSIN_ROOT": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *command[1:]], env=env, cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    (printed,) = re.findall(r"It prints (\d+)\.", SECTION)
    assert done.stdout.strip() == printed
