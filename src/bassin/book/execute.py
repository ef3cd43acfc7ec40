"""From chapters to executed chapters: each in its own kernel, as many at once as there are cores.

A chapter that succeeds is kept, outputs and all, as a notebook in a folder. Whether what is kept
there still stands is :mod:`bassin.book.kept`'s business.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import re
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, DeadKernelError

from bassin.book.kernels import Forkery, can_fork, forked
from bassin.claims.chapters import first_reading, kept_at, read_chapter
from bassin.files.atomic import write_text
from bassin.phrase import Phrase
from bassin.show.again import AGAIN, parted
from bassin.words import spaced, write

CELL_TIMEOUT = 600  # seconds
START_TIMEOUT = 180  # seconds for a kernel to answer, of many that start on a busy machine
LONGEST_SOCKET = 100  # bytes of the path of a socket that every POSIX system takes
QUIET_INTERVAL = 15.0  # seconds between two progress lines where the output is not a terminal
#: Has a kernel note which files its exhibits rest on; one that cannot does not start.
OBSERVED = (
    "--InteractiveShellApp.extra_extensions=bassin.files.observing",
    "--InteractiveShellApp.reraise_ipython_extension_failures=True",
)
#: Has it show what cells show in another language too.
SHOWN_AGAIN = "--InteractiveShellApp.extra_extensions=bassin.show.again"
#: What chapters import, and of how many chapters it is imported once for all.
IMPORTED = ("bassin.study", "bassin.show.editions", "bassin.claims.ledger")
MANY = 3
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class Run:
    """One chapter's execution.

    Attributes
    ----------
    chapter : str
    seconds : float
    traceback : str or None
        Of the error, where it failed.
    kept : str or None
        SHA-256 of the executed notebook that was kept, where it succeeded.
    again : str or None
        That of the one in the other language, where there is one.
    """

    chapter: str
    seconds: float
    traceback: str | None = None
    kept: str | None = None
    again: str | None = None


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
        done, every = len(self.finished), len(self.cells)
        told = Phrase("book.progress", done=done, all=every, seconds=spent)
        return spaced("; ".join([write(told), *running]))

    def begin(self, chapter: str) -> None:
        """Note that a chapter's kernel is starting."""
        self.running[chapter] = 0

    def step(self, chapter: str) -> None:
        """Note that one more code cell of a chapter was executed."""
        self.running[chapter] += 1

    def leave(self, chapter: str) -> None:
        """Note that a chapter is given up before its end."""
        del self.running[chapter]

    def end(self, run: Run) -> None:
        """Print a finished chapter's time, or that it failed."""
        del self.running[run.chapter]
        self.finished.append(run)
        width = max(map(len, self.cells))
        verdict = write(Phrase("book.failed")) if run.traceback else ""
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


class _NothingToRead(Exception):  # noqa: N818, no fault of the chapter that is given up
    """A chapter that another reads has failed."""


class _Client(NotebookClient):
    """A client whose kernel is reached by files, and whose heartbeat ends before they are closed.

    A port is free when it is chosen and may be taken when the kernel opens it, by the kernel of
    another build: it then waits for messages that never come. Files have a folder to themselves.

    The heartbeat has a thread, which opens a socket anew when the kernel is late to answer. Opened
    while the others are being closed, it is waited for without end.

    Parameters
    ----------
    sockets : Path
        Where the sockets of the kernel lie: this path, a hyphen and a number.
    forkery : Forkery, optional
        What the kernel is a copy of.
    """

    def __init__(
        self, *args: Any, sockets: Path, forkery: Forkery | None = None, **words: Any
    ) -> None:
        super().__init__(*args, **words)
        self._sockets = sockets
        self._forkery = forkery

    def create_kernel_manager(self) -> KernelManager:
        manager = super().create_kernel_manager()
        if os.name == "posix" and len(os.fsencode(self._sockets)) < LONGEST_SOCKET:
            manager.transport, manager.ip = "ipc", str(self._sockets)
        if self._forkery is not None:
            forked(manager, self._forkery)
        return manager

    async def _async_cleanup_kernel(self) -> None:
        if self.kc is not None:
            self.kc.stop_channels()
        await super()._async_cleanup_kernel()


def execute(
    chapters: Mapping[str, Path],
    folder: Path,
    *,
    readers: Collection[str] = (),
    env: Mapping[str, str] | None = None,
    jobs: int | None = None,
    again: str = "",
    stream: TextIO | None = None,
    ended: Callable[[Run], None] = lambda _: None,
) -> Sequence[Run]:
    """Execute chapters side by side and keep those that succeed, with their outputs.

    Parameters
    ----------
    chapters : mapping of str to Path
        Path of the notebook of each chapter, the first to begin first. It is executed in the folder
        it lies in.
    folder : Path
        Where executed notebooks are kept, one ``<chapter>.ipynb`` each; made where absent.
    readers : collection of str, optional
        Chapters that read what the others show. Each waits for them at the cell that
        :func:`~bassin.claims.chapters.first_reading` gives, and another runs meanwhile.
    env : mapping of str to str, optional
        Environment of the kernels; that of this process by default.
    jobs : int, optional
        How many chapters run at once; the number of cores by default.
    again : str, optional
        Language in which what cells show is shown again (:mod:`bassin.show.again`), and kept in a
        folder of its name.
    stream : text stream, optional
        Where progress is told; standard output by default.
    ended : callable, optional
        Called with each run as it ends.

    Returns
    -------
    sequence of Run
        One a chapter, in the order given. A chapter that raised has a ``traceback`` and is not
        kept; the others run on, but for the readers, which are given up and have no run.

    Raises
    ------
    KeyboardInterrupt
        At once when interrupted; the kernels are killed.
    """
    if not chapters:
        return []
    notebooks = {name: read_chapter(path) for name, path in chapters.items()}
    cells = {
        name: sum(cell.cell_type == "code" and bool(cell.source.strip()) for cell in notebook.cells)
        for name, notebook in notebooks.items()
    }
    environment = {**(os.environ if env is None else env), AGAIN: again}
    progress = Progress(cells, stream or sys.stdout)
    clients: list[_Client] = []
    tasks: dict[str, asyncio.Task[Run | None]] = {}

    async def others_kept() -> bool:
        """Wait for all chapters but the readers; whether each succeeded."""
        awaited = [task for name, task in tasks.items() if name not in readers]
        if awaited:
            await asyncio.wait(awaited)
        return all((each := task.result()) is not None and each.kept for task in awaited)

    async def run(name: str, slots: asyncio.Semaphore) -> Run | None:
        first = first_reading(notebooks[name]) if name in readers else None
        # Where it reads from its first cell on it has nothing to do before.
        if first == 0 and not await others_kept():
            return None
        async with slots:
            progress.begin(name)
            start = time.monotonic()
            failure = kept = other = None

            async def wait_to_read(cell_index: int, **_: object) -> None:
                nonlocal start
                if cell_index and cell_index == first:
                    begun = time.monotonic()
                    slots.release()  # another chapter runs meanwhile
                    there = await others_kept()
                    await slots.acquire()
                    start += time.monotonic() - begun
                    if not there:
                        raise _NothingToRead

            client = _Client(
                notebooks[name],
                sockets=sockets / name,
                forkery=forkery,
                timeout=CELL_TIMEOUT,
                startup_timeout=START_TIMEOUT,
                record_timing=False,
                extra_arguments=["--log-level=ERROR", *OBSERVED, *([SHOWN_AGAIN] if again else [])],
                resources={"metadata": {"path": str(chapters[name].parent)}},
                on_cell_start=wait_to_read,
                on_cell_executed=lambda **_: progress.step(name),
            )
            clients.append(client)
            try:
                await client.async_execute(env=environment)
            except (CellControlSignal, DeadKernelError) as error:
                failure = ANSI.sub("", str(error))
            except (NoSuchKernel, RuntimeError) as error:  # a kernel that does not start
                failure = f"{type(error).__name__}: {error}"
            except _NothingToRead:
                progress.leave(name)
                return None
            finally:
                await _kill(client)
            task = asyncio.current_task()
            if task and task.cancelling():  # which a client takes for the death of its kernel
                raise asyncio.CancelledError
            if failure is None and again:
                twin = parted(notebooks[name], again)
                failure = _failed(notebooks[name])
            if failure is None:
                kept = _keep(notebooks[name], kept_at(folder, name))
                other = _keep(twin, kept_at(folder / again, name)) if again else None
            outcome = Run(name, time.monotonic() - start, failure, kept, other)
            progress.end(outcome)
            ended(outcome)
            return outcome

    async def run_all() -> list[Run]:
        slots = asyncio.Semaphore(jobs or cores())
        ticker = asyncio.create_task(progress.tick())
        tasks.update((name, asyncio.create_task(run(name, slots))) for name in chapters)
        every = list(tasks.values())
        try:
            # Not `gather`, which would cancel the runs before their clients are told to be quick.
            await asyncio.wait(every, return_when=asyncio.FIRST_EXCEPTION)
            return [each for task in every if task.done() and (each := task.result())]
        finally:
            for client in clients:
                client.shutdown_kernel = "immediate"  # else a busy one is waited for
            for task in (ticker, *every):
                task.cancel()
            await asyncio.gather(ticker, *every, return_exceptions=True)

    with ExitStack() as stack:
        sockets = Path(stack.enter_context(TemporaryDirectory(prefix="bassin-")))
        forkery = (
            stack.enter_context(Forkery(IMPORTED, environment))
            if can_fork() and len(chapters) >= MANY
            else None
        )
        runner = stack.enter_context(asyncio.Runner(loop_factory=_loop))
        return runner.run(run_all())


def _keep(notebook: nbformat.NotebookNode, path: Path) -> str:
    """Write an executed notebook; its SHA-256."""
    text = nbformat.writes(notebook)
    write_text(path, text)
    return sha256(text.encode()).hexdigest()


def _failed(notebook: nbformat.NotebookNode) -> str | None:
    """Tracebacks of the cells that failed as they were shown again, from which a kernel goes on."""
    shown = (one for cell in notebook.cells for one in cell.get("outputs", []))
    found = ["\n".join(one.traceback) for one in shown if one.output_type == "error"]
    return ANSI.sub("", "\n".join(found)) or None


async def _kill(client: _Client) -> None:
    """Kill the kernel that a client still has: it leaves one behind that it was just starting."""
    atexit.unregister(client._cleanup_kernel)
    if client.km is not None:
        client.shutdown_kernel = "immediate"
        await client._async_cleanup_kernel()


def _loop() -> asyncio.AbstractEventLoop:
    """Make an event loop that leaves signals to Python, whose way is to cancel what runs.

    A client of nbclient would take them, for its own kernel alone, and the last one would win. A
    loop of Windows takes none, and clients make do with that.
    """
    loop = asyncio.new_event_loop()

    def refuse(*_: object) -> None:
        raise NotImplementedError

    loop.add_signal_handler = refuse  # type: ignore[method-assign,assignment]
    return loop
