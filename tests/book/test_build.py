"""The build, on a book of two chapters: what stops it, what it executes again, what it tells."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.fixtures import ROOT
from tests.fixtures.notebooks import write_notebook

from bassin.book import build as building
from bassin.book import digests, kept, pages
from bassin.book.build import LOCK, STAMP, build, clean, is_current, reading
from bassin.book.digests import SHIPPED, book_digest, book_sources, chapter_digest, reader_digest
from bassin.book.environment import FALLBACK_EPOCH, require_jupyter_book_1, source_date
from bassin.book.execute import Progress, Run, execute
from bassin.book.kept import RECORD, SECONDS, run_chapters
from bassin.book.pages import write_pages
from bassin.claims.chapters import (
    EXECUTED,
    chapters,
    read_chapter,
    reads_chapters,
    toc_pages,
)
from bassin.errors import BuildError
from bassin.files.atomic import LockedError, lock
from bassin.files.manifest import COLUMNS

CONFIG = """
title: Toy
author: Toy
copyright: "2026"
only_build_toc_files: true
execute: {execute_notebooks: cache, stderr_output: remove-warn}
sphinx: {config: {html_last_updated_fmt: null}}
"""
TOC = """
format: jb-book
root: book/index
chapters:
  - file: notebooks/01_sum
  - file: notebooks/02_word
"""
# Each execution leaves a line behind, so that a test can count them.
LEAVE_A_LINE = "with open('../executed.txt', 'a') as file:\n    print('{}', file=file)"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two chapters, one raw file and a library of one module; its folder."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for folder in ("book", "notebooks", "src/bassin", "data/raw"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "_config.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "_toc.yml").write_text(TOC, encoding="utf-8")
    (tmp_path / "requirements.lock").write_text("", encoding="utf-8")
    (tmp_path / "book" / "index.md").write_text("# Toy\n\nA book.\n", encoding="utf-8")
    (tmp_path / "src" / "bassin" / "answer.py").write_text("ANSWER = 42\n", encoding="utf-8")
    (tmp_path / "data" / "raw" / "one.txt").write_bytes(b"1")
    row = {"file": "one.txt", "bytes": "1", "sha256": sha256(b"1").hexdigest(), "status": "raw"}
    with (tmp_path / "data" / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerow(row)
    notebooks = tmp_path / "notebooks"
    write_notebook(notebooks / "01_sum.ipynb", LEAVE_A_LINE.format("sum"), "20 + 22")
    write_notebook(notebooks / "02_word.ipynb", LEAVE_A_LINE.format("word"), "'ans' + 'wer'")
    return tmp_path


def executed(book: Path) -> list[str]:
    """The chapters that were executed since the last call, one entry each time."""
    path = book / "executed.txt"
    lines = path.read_text(encoding="utf-8").split() if path.is_file() else []
    path.unlink(missing_ok=True)
    return sorted(lines)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Chapters that were executed, where no kernel is needed: each is kept as it is, at once."""
    names: list[str] = []

    def keep(
        due: Mapping[str, Path], folder: Path, *, ended: Callable[[Run], None], **_: object
    ) -> Iterator[Run]:
        folder.mkdir(exist_ok=True)
        for name, path in due.items():
            names.append(name)
            (folder / f"{name}.ipynb").write_bytes(path.read_bytes())
            run = Run(name, 0.0, kept=sha256(path.read_bytes()).hexdigest())
            ended(run)
            yield run

    monkeypatch.setattr(kept, "execute", keep)
    monkeypatch.setattr(kept, "list_fonts", lambda env: None)
    return names


def write_book(root: Path, **_: object) -> Path:
    """Write the pages as Sphinx would, in no time."""
    pages = root / "_build" / "next" / "_build" / "html"
    for name in toc_pages(root):
        page = pages / f"{name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("<p>A page</p>", encoding="utf-8")
    return pages


def contents(folder: Path) -> dict[str, bytes]:
    """Bytes of each file under a folder, by its name."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.slow
def test_build_executes_each_chapter_once(book: Path, capsys: pytest.CaptureFixture[str]):
    """Check that a build writes every page from one execution a chapter, and tells each time."""
    html = build(book)
    assert executed(book) == ["sum", "word"]
    assert "42" in (html / "notebooks" / "01_sum.html").read_text(encoding="utf-8")
    assert "answer" in (html / "notebooks" / "02_word.html").read_text(encoding="utf-8")
    assert all((html / f"{page}.html").is_file() for page in toc_pages(book))
    printed = capsys.readouterr().out
    assert "1 raw files verified" in printed
    for name in chapters(book):
        (line,) = (line for line in printed.splitlines() if line.strip().startswith(name))
        assert line.endswith(" s")
    assert is_current(book)
    assert sorted(each.name for each in (book / "_build").iterdir() if each.name[0] != ".") == [
        "built-from",
        "chapters.json",
        "executed",
        "html",
        "seconds.json",
    ]
    (book / "book" / "index.md").write_text("# Toy\n\nA changed book.\n", encoding="utf-8")
    assert not is_current(book)


@pytest.mark.slow
def test_a_build_that_fails_leaves_the_last_pages(book: Path):
    """Check that pages and stamp stay whatever fails, and that the next good build replaces them.

    A warning of Sphinx, a page that fetches from another site, a chapter that raises.
    """
    index, chapter = book / "book" / "index.md", book / "notebooks" / "02_word.ipynb"
    sound, kept = index.read_text(encoding="utf-8"), chapter.read_text(encoding="utf-8")
    html = build(book)
    before, stamp = contents(html), (book / "_build" / STAMP).read_bytes()
    fetching = '# Toy\n\n<script src="https://example.org/a.js"></script>\n'
    for text, fault in (
        ("# Toy\n\nSee {ref}`nowhere`.\n", "undefined label: 'nowhere'"),
        (fetching, "fetches https://example.org/a.js"),
    ):
        index.write_text(text, encoding="utf-8")
        with pytest.raises(BuildError, match=fault):
            build(book, fast=True)
        assert not is_current(book)
    write_notebook(chapter, "1 / 0")
    with pytest.raises(BuildError, match="ZeroDivisionError"):
        build(book, fast=True)
    assert contents(html) == before
    assert (book / "_build" / STAMP).read_bytes() == stamp
    index.write_text(sound, encoding="utf-8")
    chapter.write_text(kept, encoding="utf-8")
    assert is_current(book)
    assert contents(build(book)) == before


@pytest.mark.slow
def test_fast_executes_only_what_changed(book: Path):
    """Check that --fast executes what the code cells, src/, data/ or the lock have changed for."""
    run_chapters(book)
    assert executed(book) == ["sum", "word"]
    run_chapters(book, fast=True)
    assert executed(book) == []
    write_notebook(book / "notebooks" / "02_word.ipynb", LEAVE_A_LINE.format("word"), "'other'")
    run_chapters(book, fast=True)
    assert executed(book) == ["word"]
    (book / "src" / "bassin" / "answer.py").write_text("ANSWER = 43\n", encoding="utf-8")
    run_chapters(book, fast=True)
    assert executed(book) == ["sum", "word"]
    run_chapters(book)
    assert executed(book) == ["sum", "word"]


@pytest.mark.slow
def test_a_failing_chapter_fails_the_build(book: Path, capsys: pytest.CaptureFixture[str]):
    """Check that a chapter that raises stops the build with its traceback, after the others ran."""
    failing = book / "notebooks" / "01_sum.ipynb"
    write_notebook(failing, "numerator = 1", "numerator / 0")
    with pytest.raises(BuildError, match=r"(?s)01_sum raised:.*numerator / 0.*ZeroDivisionError"):
        build(book)
    assert executed(book) == ["word"]
    assert "FAILED" in capsys.readouterr().out
    assert not (book / "_build" / "html").exists()
    assert not is_current(book)
    # The failure is not remembered as a success.
    with pytest.raises(BuildError, match="ZeroDivisionError"):
        run_chapters(book, fast=True)
    assert executed(book) == []


def test_a_kernel_that_is_not_there_is_named(book: Path):
    """Check that a chapter whose kernel is not installed fails, with the name of the kernel."""
    for path in chapters(book).values():
        edit(path, '"name": "python3"', '"name": "nowhere"')
    with pytest.raises(BuildError, match=r"01_sum raised:\n.*No such kernel named nowhere"):
        run_chapters(book)


@pytest.mark.slow
def test_chapters_run_side_by_side(book: Path):
    """Check that two chapters that each wait for the other's file both finish."""
    wait = (
        "import pathlib, time\n"
        "pathlib.Path('{}').touch()\n"
        "deadline = time.monotonic() + 60\n"
        "while not pathlib.Path('{}').exists():\n"
        "    assert time.monotonic() < deadline\n"
        "    time.sleep(0.05)"
    )
    paths = chapters(book)
    write_notebook(paths["01_sum"], wait.format("a", "b"))
    write_notebook(paths["02_word"], wait.format("b", "a"))
    runs = execute(paths, book / "cache", jobs=2, stream=io.StringIO())
    assert [(run.chapter, run.traceback) for run in runs] == [("01_sum", None), ("02_word", None)]


@pytest.mark.slow
def test_a_chapter_is_observed_while_it_runs(book: Path):
    """Its kernel has the extension before its first statement; the chapter asks for nothing."""
    path = chapters(book)["01_sum"]
    write_notebook(path, "assert get_ipython().run_code.observer.carried == {}")
    [run] = execute({"01_sum": path}, book / "cache", stream=io.StringIO())
    assert run.traceback is None


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kernels of Windows are reached by ports")
def test_no_two_kernels_can_ask_for_one_port(book: Path):
    """Check that each is reached by files of its own, which are gone when it has ended."""
    where = (
        "import json, ipykernel\n"
        "told = json.load(open(ipykernel.get_connection_file()))\n"
        "open('../sockets.txt', 'a').write(f\"{told['transport']} {told['ip']}\\n\")"
    )
    paths = chapters(book)
    for path in paths.values():
        write_notebook(path, where)
    runs = execute(paths, book / "cache", stream=io.StringIO())
    assert [run.traceback for run in runs] == [None, None]
    told = [line.split(" ", 1) for line in (book / "sockets.txt").read_text().splitlines()]
    assert [transport for transport, _ in told] == ["ipc", "ipc"]
    assert len({path for _, path in told}) == 2
    assert not any(Path(path).parent.exists() for _, path in told)


def add_a_line(path: Path) -> None:
    """Add an empty line to a file, made where absent."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(f"{content}\n", encoding="utf-8")


@pytest.fixture
def built(book: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose pages are current; its folder."""
    monkeypatch.setattr(building, "write_pages", write_book)
    build(book)
    assert is_current(book)
    quick.clear()
    run_chapters(book, fast=True)
    assert quick == []
    return book


BESIDE_THE_CHAPTERS = [
    "src/bassin/answer.py",
    "data/sources.csv",
    "data/study/200066918/claims.csv",
    "requirements.lock",
    "pyproject.toml",
    "reproduction.json",
    "notebooks/helper.py",
    "notebooks/tables/beside.csv",
]


@pytest.mark.parametrize("changed", BESIDE_THE_CHAPTERS)
def test_a_change_beside_the_chapters_is_seen(built: Path, quick: list[str], changed: str):
    """Check that the pages are no longer current, and that --fast executes every chapter."""
    add_a_line(built / changed)
    assert not is_current(built)
    run_chapters(built, fast=True)
    assert sorted(quick) == ["01_sum", "02_word"]


@pytest.mark.parametrize("changed", ["_config.yml", "_toc.yml", "book/index.md", "book/new.md"])
def test_a_change_of_the_pages_alone_executes_nothing(built: Path, quick: list[str], changed: str):
    """Check that what no chapter depends on makes the pages stale and keeps the outputs."""
    add_a_line(built / changed)
    assert not is_current(built)
    run_chapters(built, fast=True)
    assert quick == []


@pytest.mark.parametrize("number", ["2.0", None], ids=["another version", "one less"])
def test_what_is_installed_counts(
    built: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch, number: str | None
):
    """Check that a package upgraded or removed by hand is seen, whatever the lock says."""
    found = list(digests.distributions())
    last = found.pop()
    if number:
        found.append(SimpleNamespace(metadata={"Name": last.name, "Version": number}))
    monkeypatch.setattr(digests, "distributions", lambda: found)
    assert not is_current(built)
    run_chapters(built, fast=True)
    assert sorted(quick) == ["01_sum", "02_word"]


def test_another_python_counts(built: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch):
    """Check that an environment of another Python executes every chapter."""
    monkeypatch.setattr(digests.platform, "python_version", lambda: "3.11.0")
    assert not is_current(built)
    run_chapters(built, fast=True)
    assert sorted(quick) == ["01_sum", "02_word"]


def edit(path: Path, old: str, new: str) -> None:
    """Replace a piece of text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("20 + 22", "20 + 23"),
        ("# 01_sum", "# The sum"),
        ('"display_name": "Python 3"', '"display_name": "Python"'),
        ('"name": "python3"', '"name": "other"'),
        ('"metadata": {}, "execution_count"', '"metadata": {"tags": ["x"]}, "execution_count"'),
    ],
    ids=["code", "heading", "kernelspec", "kernel", "tags of a cell"],
)
def test_a_change_of_a_chapter_executes_it(built: Path, quick: list[str], old: str, new: str):
    """Check that code, headings, kernel and tags count for their chapter, and for no other."""
    edit(built / "notebooks" / "01_sum.ipynb", old, new)
    assert not is_current(built)
    run_chapters(built, fast=True)
    assert quick == ["01_sum"]


def test_prose_makes_pages_stale_and_executes_nothing(built: Path, quick: list[str]):
    """Check that a sentence under a heading is no reason to execute a chapter."""
    edit(built / "notebooks" / "01_sum.ipynb", "# 01_sum", "# 01_sum\\n\\nIt adds up.")
    assert not is_current(built)
    run_chapters(built, fast=True)
    assert quick == []


def test_the_kernel_that_is_installed_counts(
    built: Path, quick: list[str], tmp_path_factory: pytest.TempPathFactory
):
    """Check that a kernel of the same name that starts something else executes every chapter."""
    with pytest.MonkeyPatch.context() as patch:
        kernels = tmp_path_factory.mktemp("jupyter")
        spec = {"argv": ["/usr/bin/other", "{connection_file}"], "display_name": "Python 3"}
        folder = kernels / "kernels" / "python3"
        folder.mkdir(parents=True)
        (folder / "kernel.json").write_text(json.dumps({**spec, "language": "python"}), "utf-8")
        patch.setenv("JUPYTER_PATH", str(kernels))
        assert not is_current(built)
        run_chapters(built, fast=True)
        assert sorted(quick) == ["01_sum", "02_word"]
        edit(folder / "kernel.json", "/usr/bin/other", sys.executable)
        own = digests.kernel("python3")
        assert own is not None
        assert own["argv"] == ["python", "{connection_file}"]
    assert digests.kernel("no such kernel") is None


def test_pages_touched_by_hand_are_not_current(built: Path):
    """Check that a page edited, added or deleted after the build makes them stale."""
    html = built / "_build" / "html"
    page = html / "book" / "index.html"
    kept = page.read_bytes()
    for spoil in (lambda: page.write_bytes(b""), page.unlink, lambda: shutil.rmtree(html)):
        assert is_current(built)
        spoil()
        assert not is_current(built)
        page.parent.mkdir(parents=True, exist_ok=True)
        if not (html / "notebooks").exists():
            shutil.copytree(write_book(built), html, dirs_exist_ok=True)
        page.write_bytes(kept)


def test_a_fast_build_is_not_said_to_be_a_full_one(built: Path):
    """Check that the stamp of the pages before does not stay with pages it does not describe."""
    build(built, fast=True)
    assert not (built / "_build" / STAMP).exists()
    assert not is_current(built)


def test_a_source_changed_during_the_build_stops_it(built: Path, monkeypatch: pytest.MonkeyPatch):
    """Check that pages of two states of a file are not published, and that the file is named."""
    before = contents(built / "_build" / "html")

    def write(root: Path, **_: object) -> Path:
        add_a_line(root / "book" / "index.md")
        return write_book(root)

    monkeypatch.setattr(building, "write_pages", write)
    with pytest.raises(BuildError, match=r"changed while(.|\n)*\nbook/index.md$"):
        build(built)
    assert contents(built / "_build" / "html") == before


def test_a_commit_during_the_build_does_not_stop_it(built: Path, monkeypatch: pytest.MonkeyPatch):
    """Check that pages have the date of the start, and are stale once there is a later one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    dates = []

    def write(root: Path, *, env: Mapping[str, str], **_: object) -> Path:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000001")
        dates.append(env["SOURCE_DATE_EPOCH"])
        return write_book(root)

    monkeypatch.setattr(building, "write_pages", write)
    build(built)
    assert dates == ["1000000000"]
    assert not is_current(built)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert is_current(built)


def test_one_build_at_a_time(built: Path, quick: list[str]):
    """Check that a build is refused while another runs or the pages are read; so is a clean."""
    before = contents(built / "_build" / "html")
    for hold in (
        lock(built / "_build" / LOCK, "building the book"),
        reading(built, "testing the built pages"),
    ):
        with hold:
            for command in (build, clean):
                with pytest.raises(LockedError, match=rf"Process {os.getpid()} has been"):
                    command(built)
    assert quick == []
    assert contents(built / "_build" / "html") == before
    assert is_current(built)
    clean(built)
    assert not (built / "_build").exists()
    clean(built)


def test_a_build_cut_short_half_way_into_publishing_is_mended(
    built: Path, monkeypatch: pytest.MonkeyPatch
):
    """Check that pages moved away by a killed build are back after the next, though it fails."""
    before = contents(built / "_build" / "html")
    (built / "_build" / "html").rename(built / "_build" / "html.old")

    def fail(*_: object, **__: object) -> Path:
        raise BuildError("a warning")

    monkeypatch.setattr(building, "write_pages", fail)
    with pytest.raises(BuildError, match="a warning"):
        build(built)
    assert contents(built / "_build" / "html") == before


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "spoil",
    [Path.unlink, truncate, lambda path: path.write_bytes(b"\xff\x00"), make_folder],
    ids=["absent", "half written", "no text", "a folder"],
)
@pytest.mark.parametrize("name", [RECORD, f"{EXECUTED.name}/01_sum.ipynb"])
def test_a_cache_that_cannot_be_read_counts_as_absent(
    built: Path, quick: list[str], name: str, spoil: Callable[[Path], None]
):
    """Check that --fast executes what it cannot find, and that a full build does not mind."""
    spoil(built / "_build" / name)
    run_chapters(built, fast=True)
    assert sorted(quick) == (["01_sum", "02_word"] if name == RECORD else ["01_sum"])
    quick.clear()
    run_chapters(built, fast=True)
    assert quick == []


@pytest.mark.parametrize("text", ["[]", '{"01_sum": 3, "02_word": {}}', '{"01_sum": {"from": 1}}'])
def test_a_record_of_another_form_counts_as_absent(built: Path, quick: list[str], text: str):
    """Check that JSON that is no record of chapters makes --fast execute them."""
    (built / "_build" / RECORD).write_text(text, encoding="utf-8")
    run_chapters(built, fast=True)
    assert sorted(quick) == ["01_sum", "02_word"]


@pytest.mark.slow
def test_an_output_edited_by_hand_is_not_published(book: Path, monkeypatch: pytest.MonkeyPatch):
    """Check that an edit is found before the pages are written, while they are, and by --fast."""
    run_chapters(book)
    copy = book / EXECUTED / "01_sum.ipynb"
    edit(copy, '"42"', '"43"')
    with pytest.raises(BuildError, match=r"01_sum\.ipynb: not what the chapter printed"):
        write_pages(book)
    executed(book)
    run_chapters(book, fast=True)
    assert executed(book) == ["sum"]
    assert '"42"' in copy.read_text(encoding="utf-8")

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")  # git is not asked

    def sphinx(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        cache = book / "_build" / "next" / "_build" / ".jupyter_cache"
        (cached,) = (p for p in cache.rglob("base.ipynb") if '"42"' in p.read_text("utf-8"))
        edit(cached, '"42"', '"43"')
        return subprocess.CompletedProcess(command, 0, "")

    monkeypatch.setattr(pages.subprocess, "run", sphinx)
    with pytest.raises(BuildError, match="not written from what the chapters printed"):
        write_pages(book)


SLOW_CHAPTER = """
import os, pathlib, time
pathlib.Path("../running.txt").write_text(str(os.getpid()))
time.sleep(600)
"""
SLOW_EXTENSION = """
import os, pathlib, time
def setup(app):
    pathlib.Path(app.srcdir, "running.txt").write_text(str(os.getpid()))
    time.sleep(600)
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
@pytest.mark.parametrize("stage", ["a chapter", "Sphinx"])
def test_a_signal_ends_the_build_and_all_it_started(book: Path, stage: str, number: signal.Signals):
    """Check that a build stopped by a signal says so in a line, and leaves pages, not processes."""
    page = book / "_build" / "html" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>The last good page</p>", encoding="utf-8")
    if stage == "Sphinx":
        (book / "_toc.yml").write_text("format: jb-book\nroot: book/index\n", encoding="utf-8")
        (book / "slow.py").write_text(SLOW_EXTENSION, encoding="utf-8")
        local = "sphinx: {local_extensions: {slow: .}, config:"
        edit(book / "_config.yml", "sphinx: {config:", local)
    else:
        write_notebook(book / "notebooks" / "01_sum.ipynb", SLOW_CHAPTER)
    env = {**os.environ, "BASSIN_ROOT": str(book)}
    command = [sys.executable, "-m", "bassin", "build"]
    with subprocess.Popen(
        command, cwd=book, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            started = wait_for_text(book / "running.txt", process)
            process.send_signal(number)
            printed, error = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 128 + number
    kept = "the pages of the last build are as they were"
    assert error == f"bassin build: stopped by {number.name}; {kept}\n"
    assert "FAILED" not in printed
    assert contents(page.parent) == {"index.html": b"<p>The last good page</p>"}
    with pytest.raises(ProcessLookupError):
        os.kill(int(started), 0)
    with lock(book / "_build" / LOCK, "next"):
        pass


def wait_for_text(path: Path, process: subprocess.Popen[str]) -> str:
    """Wait until a process has written a file, and read it."""
    deadline = time.monotonic() + 120
    while not (path.is_file() and path.read_text(encoding="utf-8")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return path.read_text(encoding="utf-8")


def test_digest_is_of_names_and_bytes_alone(book: Path, tmp_path_factory: pytest.TempPathFactory):
    """Check that a copy elsewhere has the same digest, compiled modules and all."""
    copy = tmp_path_factory.mktemp("elsewhere") / "copy"
    shutil.copytree(book, copy)
    cached = copy / "src" / "bassin" / "__pycache__"
    cached.mkdir()
    (cached / "answer.pyc").write_bytes(b"compiled")
    assert book_digest(copy) == book_digest(book)
    (copy / "src" / "bassin" / "answer.py").rename(copy / "src" / "bassin" / "reply.py")
    assert book_digest(copy) != book_digest(book)


@pytest.mark.parametrize("shipped", SHIPPED)
def test_digest_sees_a_file_that_a_page_offers(book: Path, shipped: str):
    """Check that pages are not current once a file that they hand out has changed."""
    (book / shipped).write_text("before", encoding="utf-8")
    before = book_digest(book)
    (book / shipped).write_text("after", encoding="utf-8")
    assert book_digest(book) != before


def test_every_file_that_a_page_offers_is_seen():
    """Check that whatever the prose gives to download is among what the pages depend on."""
    root = ROOT
    seen = book_sources(root)
    for page in (root / "book").glob("*.md"):
        for target in re.findall(
            r"\{download\}`[^`<]*<([^>]+)>`", page.read_text(encoding="utf-8")
        ):
            assert (page.parent / target).resolve().relative_to(root).as_posix() in seen


def test_toc_gives_the_pages_and_the_chapters(book: Path):
    """Check that every page of the table of contents is listed, and the notebooks among them."""
    assert toc_pages(book) == ["book/index", "notebooks/01_sum", "notebooks/02_word"]
    assert list(chapters(book)) == ["01_sum", "02_word"]


@pytest.mark.parametrize("installed", ["2.0.0", "2.1.0b1", "0.15.1"])
def test_another_jupyter_book_is_refused(installed: str):
    """Check that any Jupyter Book but 1.x is refused with the reason."""
    with pytest.raises(BuildError, match=r"this book needs 1\.x"):
        require_jupyter_book_1(installed)
    require_jupyter_book_1("1.0.4.post1")


def test_date_is_the_one_given_else_fixed(book: Path, monkeypatch: pytest.MonkeyPatch):
    """Check that the build's date is SOURCE_DATE_EPOCH, or a fixed one outside a git checkout."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(book.parent))
    assert source_date(book) == FALLBACK_EPOCH
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "123")
    assert source_date(book) == "123"


def test_progress_tells_where_it_is():
    """Check the line of progress from the first cell to the last chapter."""
    stream = io.StringIO()
    progress = Progress({"01_sum": 2, "02_word": 3}, stream)
    progress.begin("01_sum")
    progress.begin("02_word")
    progress.step("02_word")
    assert progress.line() == "0 of 2 chapters in 0 s; 01_sum 0/2; 02_word 1/3"
    progress.end(Run("01_sum", 1.23))
    assert progress.line() == "1 of 2 chapters in 0 s; 02_word 1/3"
    progress.end(Run("02_word", 12.0, "ValueError"))
    assert stream.getvalue().splitlines() == [
        "  01_sum      1.2 s",
        "  02_word    12.0 s  FAILED",
    ]


READER = """
import json, pathlib
from bassin.claims import chapters
shown = chapters.exhibits(pathlib.Path.cwd().parent)
print(json.dumps(shown["files"].to_dict()))
with open("../executed.txt", "a") as file:
    print("reader", file=file)
"""
EXHIBIT = """
import pandas as pd
from bassin.files.trace import Edition, opened
from bassin.show import tables
towns = pd.DataFrame({{"people": [1]}}, pd.Index(["Alès"], name="town"))
read = opened(Edition("{1}")) or "{1}"
tables.show(towns.assign(read=read), name="tab-{0}", caption="Towns.", source="Census")
"""


@pytest.fixture
def read_book(book: Path) -> Path:
    """The project, its first chapter one that reads what the second shows; its folder."""
    reader = book / "notebooks" / "01_sum.ipynb"
    write_notebook(reader, READER)
    edit(
        reader,
        '"metadata": {"kernelspec"',
        '"metadata": {"bassin": {"reads_chapters": true}, "kernelspec"',
    )
    shown = book / "notebooks" / "02_word.ipynb"
    write_notebook(shown, LEAVE_A_LINE.format("word"), EXHIBIT.format("towns", "insee/a.csv"))
    return book


@pytest.mark.slow
def test_a_chapter_that_reads_the_others_runs_after_them(read_book: Path):
    """Check that it finds what they showed, and runs anew when that changes, and only then."""
    run_chapters(read_book)
    assert executed(read_book) == ["reader", "word"]
    kept_reader = read_book / EXECUTED / "01_sum.ipynb"
    assert '{\\"tab-towns\\": [\\"insee/a.csv\\"]}' in kept_reader.read_text(encoding="utf-8")
    run_chapters(read_book, fast=True)
    assert executed(read_book) == []
    shown = read_book / "notebooks" / "02_word.ipynb"
    edit(shown, LEAVE_A_LINE.format("word").splitlines()[0], "# The same is shown.")
    edit(shown, "print('word', file=file)", "")
    run_chapters(read_book, fast=True)
    assert executed(read_book) == ["reader"]  # its outputs have the code beside them
    edit(shown, "insee/a.csv", "insee/b.csv")
    run_chapters(read_book, fast=True)
    assert executed(read_book) == ["reader"]
    assert "insee/b.csv" in kept_reader.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_chapter_waits_for_the_others_at_the_cell_that_reads_them(read_book: Path):
    """Check that what comes before runs beside them, on one core too, and no more after a fault."""
    reader, shown = (read_book / "notebooks" / f"{name}.ipynb" for name in ("01_sum", "02_word"))
    before = "with open('../order.txt', 'a') as file:\n    print('before', file=file)"
    write_notebook(reader, before, READER)
    notebook = json.loads(reader.read_text(encoding="utf-8"))
    notebook["metadata"]["bassin"] = {"reads_chapters": True}
    notebook["cells"][-1]["metadata"]["bassin"] = {"reads_chapters": True}
    reader.write_text(json.dumps(notebook), encoding="utf-8")
    during = "with open('../order.txt', 'a') as file:\n    print('word', file=file)"
    write_notebook(shown, during, EXHIBIT.format("towns", "insee/a.csv"))
    paths, folder, order = chapters(read_book), read_book / EXECUTED, read_book / "order.txt"
    runs = execute(paths, folder, readers=["01_sum"], jobs=1, stream=io.StringIO())
    assert [(run.chapter, run.traceback) for run in runs] == [("01_sum", None), ("02_word", None)]
    assert order.read_text(encoding="utf-8").split() == ["before", "word"]
    assert executed(read_book) == ["reader"]
    write_notebook(shown, during, "1 / 0")
    stream = io.StringIO()
    runs = execute(paths, folder, readers=["01_sum"], jobs=2, stream=stream)
    assert [run.chapter for run in runs] == ["02_word"]
    assert executed(read_book) == []
    assert "01_sum" not in stream.getvalue()


def test_the_longest_chapters_of_the_last_build_are_begun_first(book: Path, quick: list[str]):
    """Check the order by the seconds that were kept, what never ran before, by its cells."""
    run_chapters(book)
    assert quick == ["01_sum", "02_word"]
    for seconds in ({"01_sum": 1.5, "02_word": 20}, {"01_sum": 20}, {"01_sum": "long"}):
        (book / "_build" / SECONDS).write_text(json.dumps(seconds), encoding="utf-8")
        run_chapters(book)
    assert quick[2:] == ["02_word", "01_sum", "02_word", "01_sum", "01_sum", "02_word"]
    assert json.loads((book / "_build" / SECONDS).read_text(encoding="utf-8")) == {
        "01_sum": 0.0,
        "02_word": 0.0,
    }


@pytest.mark.slow
def test_a_chapter_that_reads_the_others_is_not_run_where_one_fails(read_book: Path):
    """Check that it would have nothing to read; the chapter that failed is named."""
    write_notebook(read_book / "notebooks" / "02_word.ipynb", "1 / 0")
    with pytest.raises(BuildError, match="02_word raised"):
        run_chapters(read_book)
    assert executed(read_book) == []


def test_what_is_kept_of_others_counts_for_those_that_read_them(tmp_path: Path):
    """Check that the digest of a chapter is of the outputs it reads, and of no other."""
    path = tmp_path / "14_audit.ipynb"
    write_notebook(path, "1 + 1")
    alone = chapter_digest(path, "library", "en")
    one, other = (reader_digest(alone, {"01_sum": kept}) for kept in ("a", "b"))
    assert len({alone, one, other}) == 3
    assert reader_digest(alone, {"01_sum": "a"}) == one


def test_the_ledger_and_the_findings_declare_that_they_read_the_other_chapters():
    """Check that they alone do."""
    reading_others = [
        name for name, path in chapters(ROOT).items() if reads_chapters(read_chapter(path))
    ]
    assert reading_others == ["14_audit", "17_findings"]
