"""Files change together or not at all, however the process ends."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bassin.errors import SourceError
from bassin.files import atomic, together

OLD = {"list": b"old list", "raw/a": b"old a", "anchors/a.json": b"old anchors"}
NEW = {"raw/a": b"new a" * 999, "list": b"new list", "anchors/a.json": b"new", "raw/b/c": b"more"}
#: Kills its own process the n-th time a file or folder is made, moved or deleted.
KILLER = """
import os, signal, sys
from pathlib import Path
from bassin.files import together
root, left, number = Path(sys.argv[1]), [int(sys.argv[2])], int(sys.argv[3])
def fatal(function):
    def call(*args, **kwargs):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), number)
        return function(*args, **kwargs)
    return call
for name in ("mkdir", "open", "replace", "unlink", "rename"):
    setattr(Path, name, fatal(getattr(Path, name)))
os.fsync = fatal(os.fsync)
new = {name: data.encode() for name, data in eval(sys.argv[4]).items()}
together.change(root, new, {})
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, data in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def held(root: Path) -> dict[str, bytes]:
    """All files of the folder but the lock."""
    files = [path for path in root.rglob("*") if path.is_file() and path.name != together.LOCK]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_all_are_written(root: Path):
    """Nothing is left beside them."""
    together.change(root, NEW, {"list": OLD["list"], "raw/b/c": None})
    assert held(root) == NEW


@pytest.mark.parametrize("moment", range(1, 34, 2))
def test_a_process_that_is_killed_leaves_all_or_nothing(root: Path, moment: int):
    """The next that reads the folder finishes what was laid down."""
    texts = repr({name: data.decode() for name, data in NEW.items()})
    subprocess.run([sys.executable, "-c", KILLER, root, str(moment), "9", texts], check=False)
    together.finish(root)
    found = {name: data for name, data in held(root).items() if ".taking/" not in name}
    assert found in (OLD, NEW)
    together.change(root, NEW, {})
    assert held(root) == NEW


def test_a_closed_terminal_waits(root: Path):
    """As Ctrl-C does, until the files are in their place."""
    texts = repr({name: data.decode() for name, data in NEW.items()})
    subprocess.run([sys.executable, "-c", KILLER, root, "7", "1", texts], check=False)
    assert held(root) == NEW


def test_a_full_disk_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch):
    """The error says so, and what to do."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        SourceError, match=r"No space left on device\. Nothing was changed: make room"
    ):
        together.change(root, NEW, {})
    assert held(root) == OLD


def test_what_changed_meanwhile_is_not_overwritten(root: Path):
    """The list is another than the one the change rests on."""
    with pytest.raises(SourceError, match="list has changed since this command read it"):
        together.change(root, NEW, {"list": b"older list"})
    assert held(root) == OLD


def test_two_do_not_write_at_once(root: Path, monkeypatch: pytest.MonkeyPatch):
    """The second waits a little, and is refused."""
    monkeypatch.setattr(together, "PATIENCE", 0.2)
    with (
        atomic.lock(root / together.LOCK, "writing"),
        pytest.raises(atomic.LockedError, match="has been writing"),
    ):
        together.change(root, NEW, {})
    assert held(root) == OLD
