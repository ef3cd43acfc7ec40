"""Changes that are made whole or not at all, by one process at a time.

A file is written beside the one it replaces, and so is a folder; a lock keeps a second process out.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import IO

from bassin.errors import BassinError

try:
    from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
except ImportError:  # Windows
    HAS_LOCKS = False
else:
    HAS_LOCKS = True

OLD = ".old"  # ends the name of a folder that is about to be deleted
NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)  # what file systems that have none answer


class LockedError(BassinError):
    """Another process holds what this one needs; the message says which, and what to do."""


def write_text(path: Path, text: str) -> None:
    """Write a file so that a reader finds the old one or the new one, never a part.

    Parameters
    ----------
    path : Path
        Its folder is made where absent.
    text : str
        Written as UTF-8.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_text(Path(folder) / "new" / "stamp", "current")
    ...     (Path(folder) / "new" / "stamp").read_text()
    'current'
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file as :func:`write_text` does.

    Parameters
    ----------
    path : Path
        Its folder is made where absent.
    content : bytes
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Delete a file, a link, or a folder and all that is in it; nothing where it is absent."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def replace_folder(current: Path, new: Path) -> None:
    """Put a folder in the place of another, which is deleted.

    Where the new one cannot take the place, the other is put back.

    Parameters
    ----------
    current : Path
        The place; it may be empty.
    new : Path
        A folder of the same file system.
    """
    old = current.with_name(current.name + OLD)
    restore_folder(current)
    if current.exists():
        current.rename(old)
    try:
        new.rename(current)
    except BaseException:
        restore_folder(current)
        raise
    remove(old)


def restore_folder(current: Path) -> None:
    """Undo or finish a :func:`replace_folder` that was cut short, if there was one."""
    old = current.with_name(current.name + OLD)
    if current.exists():
        remove(old)
    elif old.exists():
        old.rename(current)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Make Ctrl-C, a closed terminal and the signal to terminate wait until the block is done."""
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    ending = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ending)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def lock(path: Path, doing: str, *, shared: bool = False) -> Iterator[tuple[int, ...]]:
    """Hold a lock for the length of a block.

    The system lets go of it when the process dies, however it dies. Where there are no such locks
    (Windows, some network folders) the lock is the file ``<path>.held``, which a killed process
    leaves behind; the message then says to delete it. There, sharing is not seen.

    Parameters
    ----------
    path : Path
        File of the lock, made where absent. It says who holds it, and stays.
    doing : str
        What the lock is held for, as in "building the book": shown to whoever is kept out.
    shared : bool
        Whether others who share may hold it too. Nobody holds it alone meanwhile.

    Yields
    ------
    tuple of int
        The file descriptors that a child process is to inherit, so that the lock is held for as
        long as the child lives.

    Raises
    ------
    LockedError
        If it is held; there is no waiting.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = _take(path, shared=shared)
    if file is None:
        with nullcontext() if shared else _held(path, doing):
            yield ()
        return
    with file:
        file.write(_note(doing))
        file.flush()
        try:
            yield (file.fileno(),)
        finally:
            file.truncate(0)


def _take(path: Path, *, shared: bool) -> IO[str] | None:
    """Open and lock a file; None where there are no locks."""
    if not HAS_LOCKS:
        return None
    while True:
        # Not "w": whoever is kept out must leave the note of the holder.
        file = path.open("a+", encoding="utf-8")
        try:
            flock(file, (LOCK_SH if shared else LOCK_EX) | LOCK_NB)
        except BlockingIOError:
            with file:
                file.seek(0)
                raise LockedError(_refusal(path, file.read())) from None
        except OSError as error:
            file.close()
            if error.errno in NO_LOCKS:
                return None
            raise
        # The folder may have been deleted between the two: then the lock is of a file that is gone.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                file.truncate(0)
                return file
        file.close()
        path.parent.mkdir(parents=True, exist_ok=True)


@contextmanager
def _held(path: Path, doing: str) -> Iterator[None]:
    """Hold a lock that is nothing but a file."""
    held = path.with_name(f"{path.name}.held")
    try:
        with held.open("x", encoding="utf-8") as file:
            file.write(_note(doing))
    except FileExistsError:
        note = held.read_text(encoding="utf-8")
        cure = f"If that process has ended, delete {held}."
        raise LockedError(f"{_refusal(path, note)} {cure}") from None
    try:
        yield
    finally:
        held.unlink(missing_ok=True)


def _note(doing: str) -> str:
    return json.dumps({"process": os.getpid(), "since": time.time(), "doing": doing})


def _refusal(path: Path, note: str) -> str:
    """Say who holds a lock, for how long, and what to do."""
    try:
        holder = json.loads(note)
        process, doing = int(holder["process"]), str(holder["doing"])
        spent = f"{max(0.0, time.time() - float(holder['since'])):.0f} s"
    except (ValueError, TypeError, KeyError):
        return f"Another process holds {path}. Wait for it to end. Nothing was changed."
    if not _lives(process):
        return (
            f"Process {process}, which was {doing}, was killed, and what it had started still runs "
            f"and holds {path}. It ends by itself: try again in a minute. Nothing was changed."
        )
    return (
        f"Process {process} has been {doing} for {spent} and holds {path}. "
        f"Wait for it to end, or stop it (`kill {process}`). Nothing was changed."
    )


def _lives(process: int) -> bool:
    """Whether a process is there; taken to be where the system cannot be asked without harm."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
