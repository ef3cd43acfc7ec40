"""What is replaced is replaced whole, and by one process at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bassin.files import atomic
from bassin.files.atomic import (
    LockedError,
    lock,
    remove,
    replace_folder,
    restore_folder,
    undisturbed,
    write_text,
)


def folder(path: Path, word: str) -> Path:
    """A folder of one file."""
    path.mkdir(parents=True)
    (path / "page").write_text(word, encoding="utf-8")
    return path


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.iterdir())


def test_a_file_is_written_whole(tmp_path: Path):
    """Check that a file is made with its folder, replaced, and left alone there."""
    path = tmp_path / "new" / "stamp"
    write_text(path, "first\n")
    write_text(path, "Alès\n")
    assert path.read_bytes() == "Alès\n".encode()
    assert names(path.parent) == ["stamp"]


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path):
    """Check that a text that no file can hold leaves the old file and nothing else."""
    path = tmp_path / "stamp"
    write_text(path, "first")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "half of a pair: \ud800")
    assert path.read_text(encoding="utf-8") == "first"
    assert names(tmp_path) == ["stamp"]


def test_a_folder_takes_the_place_of_another(tmp_path: Path):
    """Check that the place holds the new folder, empty before or not, and nothing is left."""
    place = tmp_path / "html"
    for word in ("first", "second"):
        replace_folder(place, folder(tmp_path / "next", word))
        assert (place / "page").read_text(encoding="utf-8") == word
        assert names(tmp_path) == ["html"]


def test_a_folder_that_cannot_take_the_place_leaves_the_other(tmp_path: Path):
    """Check that the old folder is back where the new one is not there to be moved."""
    place = folder(tmp_path / "html", "first")
    with pytest.raises(FileNotFoundError):
        replace_folder(place, tmp_path / "next")
    assert (place / "page").read_text(encoding="utf-8") == "first"
    assert names(tmp_path) == ["html"]


def test_a_replacement_cut_short_is_undone_or_finished(tmp_path: Path):
    """Check both ends of a process killed half-way: before the new folder came, and after."""
    place = tmp_path / "html"
    folder(tmp_path / "html.old", "old")
    restore_folder(place)
    assert (place / "page").read_text(encoding="utf-8") == "old"
    folder(tmp_path / "html.old", "older")
    restore_folder(place)
    assert (place / "page").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["html"]


def test_remove_takes_files_folders_and_links(tmp_path: Path):
    """Check that a link goes and what it leads to stays, and that nothing there is no error."""
    kept = folder(tmp_path / "kept", "kept")
    (tmp_path / "link").symlink_to(kept)
    for name in ("link", "nothing"):
        remove(tmp_path / name)
    assert names(tmp_path) == ["kept"]
    remove(kept / "page")
    remove(kept)
    assert names(tmp_path) == []


def test_signals_wait_until_the_block_is_done():
    """Check that Ctrl-C in a block that is not to be disturbed comes after it."""
    done = False
    with pytest.raises(KeyboardInterrupt):  # noqa: PT012
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            done = True
        pytest.fail("the signal was lost")
    assert done


def test_a_second_process_is_kept_out_and_told_by_whom(tmp_path: Path):
    """Check that a held lock is refused with the process, what it does, and the way out."""
    path = tmp_path / "_build" / ".lock"
    told = rf"Process {os.getpid()} has been building the book for \d+ s .*`kill {os.getpid()}`"
    with lock(path, "building the book"):
        for shared in (False, True):
            with pytest.raises(LockedError, match=told), lock(path, "in vain", shared=shared):
                pytest.fail("two hold it")
    with lock(path, "building the book"):
        pass


def test_readers_share_and_keep_writers_out(tmp_path: Path):
    """Check that two may read at once, and that nobody else gets in until both are done."""
    path = tmp_path / ".lock"
    with lock(path, "reading", shared=True):
        with lock(path, "reading", shared=True):
            pass
        with pytest.raises(LockedError, match="holds"), lock(path, "building"):
            pytest.fail("built while read")
    with lock(path, "building"):
        pass


def test_a_lock_whose_folder_was_deleted_is_taken_anew(tmp_path: Path):
    """Check that a lock is of the file that is there: the next after that one is kept out."""
    path = tmp_path / "_build" / ".lock"
    with lock(path, "first"):
        remove(path.parent)
        with (
            lock(path, "second"),
            pytest.raises(LockedError, match="second"),
            lock(path, "third"),
        ):
            pytest.fail("two hold it")


HOLD = """
import subprocess, sys, time
from pathlib import Path
from bassin.files.atomic import lock
with lock(Path(sys.argv[1]), "building the book") as inherited:
    child = [sys.executable, "-c", "import time; print(1, flush=True); time.sleep(float(%r))"]
    subprocess.Popen([*child[:2], child[2] % sys.argv[2]], pass_fds=inherited)
    time.sleep(600)
"""


@pytest.mark.parametrize("rest", ["0", "600"], ids=["alone", "with a child that lives on"])
def test_a_killed_process_holds_nothing_but_through_its_children(tmp_path: Path, rest: str):
    """Check that kill -9 frees a lock, unless what the process had started still works."""
    path = tmp_path / ".lock"
    command = [sys.executable, "-c", HOLD, str(path), rest]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()  # the child's: the lock is held
        process.kill()
        process.wait()
        if rest == "0":
            wait_for(path)
        else:
            with pytest.raises(LockedError, match="was killed"), lock(path, "next"):
                pytest.fail("two hold it")
            os.killpg(process.pid, signal.SIGKILL)
            wait_for(path)


def wait_for(path: Path) -> None:
    """Take a lock that is about to be free."""
    deadline = time.monotonic() + 60
    while True:
        try:
            with lock(path, "next"):
                return
        except LockedError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def test_without_locks_of_the_system_a_file_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Check that a lock is a file where the system has none, and that the refusal names it."""
    monkeypatch.setattr(atomic, "HAS_LOCKS", False)
    path = tmp_path / ".lock"
    with (
        lock(path, "building the book"),
        pytest.raises(LockedError, match=r"building the book for .* delete .*\.lock\.held"),
        lock(path, "in vain"),
    ):
        pytest.fail("two hold it")
    with lock(path, "building the book") as inherited:
        assert inherited == ()
    assert names(tmp_path) == []


def test_a_note_that_cannot_be_read_is_no_obstacle(tmp_path: Path):
    """Check that a lock is refused with what is known where its note is spoilt."""
    path = tmp_path / ".lock"
    with lock(path, "building"):
        path.write_text('{"process": ', encoding="utf-8")
        with pytest.raises(LockedError, match="Another process holds"), lock(path, "in vain"):
            pytest.fail("two hold it")
