"""A build that is killed leaves nothing that the next one stumbles over, whenever it is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from tests.book.test_build import book, contents
from tests.fixtures import ROOT

from bassin.book import digests
from bassin.book.build import is_current
from bassin.book.pages import BESIDE
from bassin.files.atomic import OLD

__all__ = ["book"]

#: Builds on demand: it imports once, then forks a build for each line it reads, so that many builds
#: cost no more imports than one. Of each it says the process, and then how it ended.
#: A moment above zero is the number of the change on disk at which the build kills itself. Where it
#: is quick, chapters are kept as they are and pages written at once, without a kernel or Sphinx.
SERVER = """
import os, signal, sys
from hashlib import sha256
from pathlib import Path
from bassin.book import build as building, digests, kept
from bassin.book.execute import Run
from tests.book.test_build import write_book

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "subprocess.Popen"}
done = 0

def count(moment):
    def hook(event, args):
        global done
        if event in CHANGES or event == "open" and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR):
            done += 1
            if done == moment:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)

def keep(due, folder, *, ended, **_):
    folder.mkdir(exist_ok=True)
    for name, path in due.items():
        (folder / f"{name}.ipynb").write_bytes(path.read_bytes())
        run = Run(name, 0.0, kept=sha256(path.read_bytes()).hexdigest())
        ended(run)
        yield run

def quicken():
    digests.installed = dict  # it reads what is installed for seconds, and nothing of it changes
    kept.execute, kept.list_fonts = keep, lambda env: None
    building.write_pages = write_book

for line in sys.stdin:
    how, moment, root = line.rstrip("\\n").split(" ", 2)
    child = os.fork()
    if not child:
        log = os.open(Path(root).parent / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        code = 1
        try:
            os.chdir(root)
            if how == "quick":
                quicken()
            count(int(moment))
            building.build(Path(root))
            print(done)
            code = 0
        except BaseException as error:
            print(repr(error))
        finally:
            sys.stdout.flush()
            os._exit(code)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
SEED, MOMENTS, REAL_MOMENTS = 20231, 10, 3
#: What a very slow machine may take for one build, in seconds.
PATIENCE = 900


class Builder:
    """A process that builds a book.

    Parameters
    ----------
    root : Path
        Folder of the book.
    how : {"quick", "real"}
        Whether kernels and Sphinx are stood in for.
    """

    def __init__(self, root: Path, how: str) -> None:
        self.root, self.how = root, how
        self.log = root.parent / "log.txt"
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def start(self, moment: int = 0) -> psutil.Process:
        """Start a build, which kills itself at a change if one is given."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{self.how} {moment} {self.root}\n")
        self.process.stdin.flush()
        return psutil.Process(int(self.said()))

    def said(self) -> str:
        """Next line of the process."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the builder is gone"
        return line

    def build(self) -> int:
        """Build, and count the changes made by the process of the build."""
        self.start()
        code, printed = int(self.said()), self.log.read_text(encoding="utf-8")
        assert code == 0, printed
        return int(printed.split()[-1])

    def killed_at(self, moment: int) -> bool:
        """Start a build that kills itself at a change; whether it came so far."""
        self.start(moment)
        return int(self.said()) == -signal.SIGKILL

    def killed_after(self, moment: int) -> bool:
        """Start a build, and kill it with all it started once it has made so many things."""
        child = self.start()
        follow(child, self.root, moment)
        started = descendants(child)
        for process in [child, *started]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        code = int(self.said())
        psutil.wait_procs(started, timeout=PATIENCE)
        return code == -signal.SIGKILL


def descendants(process: psutil.Process) -> list[psutil.Process]:
    """Processes that one started: kernels, Sphinx."""
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def follow(process: psutil.Process, root: Path, until: int) -> None:
    """Wait until a build has made so many things under ``_build``, or has ended."""
    before, seen = made(root), set()
    deadline = time.monotonic() + PATIENCE
    while len(seen) < until and process.is_running():
        with suppress(psutil.NoSuchProcess):
            if process.status() == psutil.STATUS_ZOMBIE:
                return
        seen |= made(root) - before
        assert time.monotonic() < deadline, "the build neither goes on nor ends"
        time.sleep(0.01)


def made(root: Path) -> set[tuple[str, int]]:
    """Files and folders under ``_build``, each anew when it is written anew."""
    found = set()
    for folder, folders, files in os.walk(root / "_build"):
        for name in (*folders, *files):
            path = Path(folder, name)
            with suppress(OSError):  # it came and went
                found.add((str(path), path.lstat().st_ino))
    return found


@pytest.fixture
def dated(book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The book, of one date whatever git says; its folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    return book


def test_a_build_killed_at_any_moment_is_mended_by_the_next(
    dated: Path, monkeypatch: pytest.MonkeyPatch
):
    """At ten changes drawn among all those of a build: the next one is as clean as the first."""
    monkeypatch.setattr(digests, "installed", dict)
    with Builder(dated, "quick") as builder:
        changes = builder.build()
        clean = contents(dated / "_build" / "html")
        pages = {"book/index.html", "notebooks/01_sum.html", "notebooks/02_word.html"}
        assert set(clean) == {*pages, "404.html"}
        assert is_current(dated)
        assert changes > MOMENTS
        for moment in sorted(random.Random(SEED).sample(range(1, changes + 1), MOMENTS)):
            assert builder.killed_at(moment)
            builder.build()
            assert contents(dated / "_build" / "html") == clean, moment
            assert is_current(dated), moment
            assert leftovers(dated) == [], moment


@pytest.mark.slow
def test_a_build_killed_with_its_kernels_and_sphinx_is_mended_by_the_next(dated: Path):
    """Killed again and again, later each time, with kernels and Sphinx: the next one is clean."""
    with Builder(dated, "real") as builder:
        before = made(dated)
        builder.build()
        things = len(made(dated) - before)
        clean = contents(dated / "_build" / "html")
        drawn = sorted(random.Random(SEED).sample(range(1, things), REAL_MOMENTS))
        killed = [builder.killed_after(moment) for moment in drawn]
        assert any(killed)
        builder.build()
        assert contents(dated / "_build" / "html") == clean
        assert is_current(dated)
        assert leftovers(dated) == []


def leftovers(book: Path) -> list[str]:
    """What no build leaves behind under ``_build``: folders moved away, files half written."""
    return sorted(
        path.name
        for path in (book / "_build").iterdir()
        if path.name.endswith(OLD) or path.name == BESIDE
    )
