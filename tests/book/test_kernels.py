"""Kernels that are copies of one process: what they have, how they end, and who ends them."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from tests.fixtures.notebooks import write_notebook

from bassin.book import execute as executing
from bassin.book.execute import execute
from bassin.book.kernels import Forkery, can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="processes are not copied on this system")
#: A module that nothing else imports.
RARE = "colorsys"
TOLD = "import os, sys; print('colorsys' in sys.modules, os.getcwd(), os.environ.get('TOY'))"


def waited(done: Callable[[], object], seconds: float = 30.0) -> bool:
    """Whether something comes about in time."""
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(done())


def gone(pid: int) -> bool:
    """Whether a process has ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def test_chapters_find_imported_what_was_imported_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of three chapters has the module, its own folder and the environment of the build."""
    monkeypatch.setattr(executing, "IMPORTED", (RARE,))
    chapters = {}
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        chapters[name] = tmp_path / name / "chapter.ipynb"
        write_notebook(chapters[name], TOLD)
    env = {**os.environ, "TOY": "toy"}
    runs = execute(chapters, tmp_path / "kept", env=env)
    assert [run.traceback for run in runs] == [None] * 3
    for name in chapters:
        cell = nbformat.read(tmp_path / "kept" / f"{name}.ipynb", 4).cells[-1]
        assert cell.outputs[0]["text"] == f"True {tmp_path / name} toy\n"


def test_a_chapter_that_dies_or_raises_is_told_apart_from_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The death of a kernel is its own, and so is an error."""
    monkeypatch.setattr(executing, "IMPORTED", (RARE,))
    written = {"well": "1", "dead": "import os; os.kill(os.getpid(), 9)", "wrong": "1 / 0"}
    for name, code in written.items():
        write_notebook(tmp_path / f"{name}.ipynb", code)
    chapters = {name: tmp_path / f"{name}.ipynb" for name in written}
    well, dead, wrong = execute(chapters, tmp_path / "kept", jobs=1)
    assert well.traceback is None
    assert "died" in str(dead.traceback)
    assert "ZeroDivisionError" in str(wrong.traceback)


def test_an_end_is_known_and_a_kernel_ends_with_what_it_was_copied_from(tmp_path: Path) -> None:
    """One that is killed has the signal for its code; one that runs ends when the first is gone."""
    with Forkery([RARE], os.environ) as forkery:
        argv = ["ipykernel_launcher", "-f", str(tmp_path / "one.json"), "--log-level=ERROR"]
        killed = forkery.kernel(argv, tmp_path, os.environ)
        argv[2] = str(tmp_path / "other.json")
        left = forkery.kernel(argv, tmp_path, os.environ)
        assert waited(lambda: (tmp_path / "other.json").exists())
        assert killed.poll() is None
        killed.kill()
        assert waited(lambda: killed.poll() is not None)
        assert killed.wait() == -signal.SIGKILL
        assert left.poll() is None
    assert waited(lambda: gone(left.pid))


def test_what_cannot_be_imported_is_told_by_who_asks_for_a_kernel(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The process has ended, and its error names the module."""
    with (
        Forkery(["no_such_module"], os.environ) as forkery,
        pytest.raises(RuntimeError, match="copied from has ended"),
    ):
        forkery.kernel(["ipykernel_launcher"], tmp_path, os.environ)
    assert "no_such_module" in capfd.readouterr().err


def test_a_kernel_of_another_interpreter_is_begun_by_its_own_command() -> None:
    """Only a kernel of this interpreter is a copy of it."""
    from bassin.book.kernels import _same

    assert _same(sys.executable)
    assert not _same("/usr/bin/other-python")
