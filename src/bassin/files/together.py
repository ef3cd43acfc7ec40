"""Files of a folder that change together, or not at all.

What is to be written is first laid down beside, with a plan; then each file takes its place, which
needs no room and cannot fail half-way. A process that is killed before the plan is there has
changed nothing; one that is killed after it is finished by the next that reads the folder.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bassin.errors import SourceError
from bassin.files import atomic

#: In the folder: what is laid down, the plan, and the lock.
FOLDER, PLAN, LOCK = ".taking", "plan.json", ".taking.lock"
#: For how many seconds another process that is writing is waited for, and how often it is asked.
PATIENCE, PAUSE = 5.0, 0.05


def change(root: Path, files: Mapping[str, bytes], read: Mapping[str, bytes | None]) -> None:
    """Write some files of a folder, all or none.

    Parameters
    ----------
    root : Path
    files : mapping
        Path in the folder to its new bytes.
    read : mapping
        Path in the folder to the bytes that the change rests on, ``None`` where there was no file:
        nothing is written where they have changed since.

    Raises
    ------
    SourceError
        If they have, or the disk does not take the files; nothing is changed then.
    LockedError
        If another process is writing and does not end.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     change(Path(folder), {"list": b"a", "raw/a": b"1"}, {"list": None})
    ...     sorted(path.name for path in Path(folder).rglob("[!.]*"))
    ['a', 'list', 'raw']
    """
    with atomic.undisturbed(), _locked(root):
        _finish(root)
        for name, before in read.items():
            path = root / name
            if (path.read_bytes() if path.is_file() else None) != before:
                raise SourceError(
                    f"{path} has changed since this command read it, by another that ended "
                    "meanwhile. Nothing was written: run it again."
                )
        try:
            _lay_down(root, files)
        except OSError as error:
            _clear(root)
            raise SourceError(
                f"{root}: {error.strerror or error}. Nothing was changed: make room, or let the "
                "folder be written to, and run it again."
            ) from error
        except BaseException:
            _clear(root)
            raise
        _finish(root)


def finish(root: Path) -> None:
    """Finish a change of a folder that was cut short, if there was one.

    Raises
    ------
    SourceError
        If the disk does not take it: what to do is said.
    """
    if (root / FOLDER / PLAN).is_file():
        with atomic.undisturbed(), _locked(root):
            _finish(root)


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Hold the lock of the folder; who holds it is waited for a little."""
    end = time.monotonic() + PATIENCE
    while True:
        holding = atomic.lock(root / LOCK, "writing files of the data folder")
        try:
            holding.__enter__()
            break
        except atomic.LockedError:
            if time.monotonic() > end:
                raise
            time.sleep(PAUSE)
        except OSError as error:
            raise SourceError(f"{root / LOCK}: {error.strerror}. Let it be written to.") from error
    try:
        yield
    finally:
        holding.__exit__(None, None, None)


def _lay_down(root: Path, files: Mapping[str, bytes]) -> None:
    beside = root / FOLDER
    _clear(root)
    beside.mkdir(parents=True)
    for at, (name, data) in enumerate(files.items()):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        with (beside / str(at)).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    atomic.write_text(beside / PLAN, json.dumps([*files]))


def _finish(root: Path) -> None:
    beside = root / FOLDER
    if not (beside / PLAN).is_file():
        return
    try:
        for at, name in enumerate(json.loads((beside / PLAN).read_text(encoding="utf-8"))):
            # One that is no longer there has its place already.
            if (beside / str(at)).is_file():
                (beside / str(at)).replace(root / name)
        _clear(root)
    except OSError as error:
        raise SourceError(
            f"{root}: files that were accepted are not all in their place ({error.strerror}). Let "
            "the folder be written to: the next command puts them there."
        ) from error


def _clear(root: Path) -> None:
    """Delete what is laid down; the plan first, so that no part of it is taken for a whole."""
    (root / FOLDER / PLAN).unlink(missing_ok=True)
    atomic.remove(root / FOLDER)
