"""From chapters to executed chapters: each in its own kernel, as many at once as there are cores.

The outputs go to a Jupyter cache, from which the pages are built without executing anything again.
The cache itself only compares code cells; what else a chapter depends on is :mod:`bassin.build`'s
business.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, DeadKernelError

CELL_TIMEOUT = 600  # seconds
QUIET_INTERVAL = 15.0  # seconds between two progress lines where the output is not a terminal
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class Run:
    """One chapter's execution: its time in seconds, and its traceback where it failed."""

    chapter: str
    seconds: float
    traceback: str | None = None


@dataclass
class Progress:
    """Says, while chapters run, which ones and how far they are.

    A terminal sees one line rewritten every second; a log gets a line every quarter of a minute.

    Parameters
    ----------
    cells : mapping of str to int
        Number of code cells of each chapter to run.
    stream : text stream, optional
        Where to write; standard output by default.
    """

    cells: Mapping[str, int]
    stream: TextIO = field(default_factory=lambda: sys.stdout)

    def __post_init__(self) -> None:
        self.started = time.monotonic()
        self.running: dict[str, int] = {}
        self.finished: list[Run] = []
        self.live = self.stream.isatty()

    def line(self) -> str:
        """One line of state: chapters done, time spent, and the cell each running chapter is at."""
        spent = time.monotonic() - self.started
        running = [f"{name} {done}/{self.cells[name]}" for name, done in self.running.items()]
        done = f"{len(self.finished)} of {len(self.cells)} chapters in {spent:.0f} s"
        return "; ".join([done, *running])

    def begin(self, chapter: str) -> None:
        """Note that a chapter's kernel is starting."""
        self.running[chapter] = 0

    def step(self, chapter: str) -> None:
        """Note that one more code cell of a chapter was executed."""
        self.running[chapter] += 1

    def end(self, run: Run) -> None:
        """Print a finished chapter's time, or that it failed."""
        del self.running[run.chapter]
        self.finished.append(run)
        width = max(map(len, self.cells))
        verdict = "  FAILED" if run.traceback else ""
        self._erase()
        print(
            f"  {run.chapter:<{width}} {run.seconds:7.1f} s{verdict}", file=self.stream, flush=True
        )

    def _erase(self) -> None:
        if self.live:
            self.stream.write("\r\x1b[K")

    async def tick(self) -> None:
        """Print the line of state again and again, until cancelled."""
        try:
            while True:
                await asyncio.sleep(1.0 if self.live else QUIET_INTERVAL)
                self._erase()
                end = "" if self.live else "\n"
                print(f"  ... {self.line()}", end=end, file=self.stream, flush=True)
        finally:
            self._erase()


def cores() -> int:
    """Number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_chapter(path: Path) -> nbformat.NotebookNode:
    """Read a notebook in the way the book's pages are read, so that the cache knows it again."""
    notebook: nbformat.NotebookNode = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    return notebook


def code_cells(path: Path) -> list[nbformat.NotebookNode]:
    """Return the code cells of a chapter that have some code."""
    cells = read_chapter(path).cells
    return [cell for cell in cells if cell.cell_type == "code" and cell.source.strip()]


def is_cached(path: Path, cache: Path) -> bool:
    """Whether a cache holds outputs for the code cells of a chapter as they are now."""
    with suppress(KeyError):
        get_cache(cache).match_cache_notebook(read_chapter(path))
        return True
    return False


def execute(
    chapters: Mapping[str, Path],
    cache: Path,
    *,
    env: Mapping[str, str] | None = None,
    jobs: int | None = None,
    stream: TextIO | None = None,
) -> Sequence[Run]:
    """Execute chapters side by side and keep the outputs of those that succeed.

    Parameters
    ----------
    chapters : mapping of str to Path
        Path of the notebook of each chapter. It is executed in the folder it lies in.
    cache : Path
        Folder of the Jupyter cache to fill; made where absent.
    env : mapping of str to str, optional
        Environment of the kernels; that of this process by default.
    jobs : int, optional
        How many chapters run at once; the number of cores by default.
    stream : text stream, optional
        Where progress is told; standard output by default.

    Returns
    -------
    sequence of Run
        One a chapter, in the order given. A chapter that raised has a ``traceback`` and no outputs
        in the cache; the others run on.
    """
    notebooks = {name: read_chapter(path) for name, path in chapters.items()}
    progress = Progress(
        {name: len(code_cells(path)) for name, path in chapters.items()}, stream or sys.stdout
    )
    store = get_cache(cache)

    async def run(name: str, slots: asyncio.Semaphore) -> Run:
        async with slots:
            progress.begin(name)
            start = time.monotonic()
            traceback = None
            client = NotebookClient(
                notebooks[name],
                timeout=CELL_TIMEOUT,
                record_timing=False,
                extra_arguments=["--log-level=ERROR"],
                resources={"metadata": {"path": str(chapters[name].parent)}},
                on_cell_executed=lambda **_: progress.step(name),
            )
            try:
                await client.async_execute(env=dict(os.environ if env is None else env))
            except (CellControlSignal, DeadKernelError) as error:
                traceback = ANSI.sub("", str(error))
            outcome = Run(name, time.monotonic() - start, traceback)
            progress.end(outcome)
            if traceback is None:
                store.cache_notebook_bundle(
                    CacheBundleIn(
                        notebooks[name],
                        str(chapters[name]),
                        data={"execution_seconds": outcome.seconds},
                    ),
                    check_validity=False,
                    overwrite=True,
                )
            return outcome

    async def run_all() -> Sequence[Run]:
        slots = asyncio.Semaphore(jobs or cores())
        ticker = asyncio.create_task(progress.tick())
        try:
            return await asyncio.gather(*(run(name, slots) for name in chapters))
        finally:
            ticker.cancel()
            with suppress(asyncio.CancelledError):
                await ticker

    return asyncio.run(run_all())
