"""The build, on a book of two chapters: what stops it, what it executes again, what it tells."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from bassin.build import (
    FALLBACK_EPOCH,
    SHIPPED,
    BuildError,
    book_digest,
    book_sources,
    build,
    chapter_digest,
    chapters,
    is_current,
    library_digest,
    require_jupyter_book_1,
    run_chapters,
    source_date,
    toc_pages,
)
from bassin.execute import Progress, Run, execute
from bassin.sources import COLUMNS

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


def write_notebook(path: Path, *sources: str) -> None:
    """Write a notebook of a title and some code cells, without outputs."""
    title = {"cell_type": "markdown", "id": "title", "metadata": {}, "source": f"# {path.stem}"}
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(sources)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {
        "cells": [title, *cells],
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(notebook), encoding="utf-8")


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
    (book / "book" / "index.md").write_text("# Toy\n\nA changed book.\n", encoding="utf-8")
    assert not is_current(book)


@pytest.mark.slow
def test_a_warning_fails_the_build(book: Path):
    """Check that a reference to nothing, a mere warning of Sphinx, stops the build."""
    (book / "book" / "index.md").write_text("# Toy\n\nSee {ref}`nowhere`.\n", encoding="utf-8")
    with pytest.raises(BuildError, match="undefined label: 'nowhere'"):
        build(book)
    assert not is_current(book)


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
    # The failure is not remembered as a success.
    with pytest.raises(BuildError, match="ZeroDivisionError"):
        run_chapters(book, fast=True)
    assert executed(book) == []


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


@pytest.mark.parametrize(
    "changed",
    ["src/bassin/answer.py", "data/sources.csv", "data/study/claims.csv", "requirements.lock"],
)
def test_digest_sees_what_a_chapter_depends_on(book: Path, changed: str):
    """Check that a chapter's digest changes with the library, the data and the lock."""
    path = chapters(book)["01_sum"]
    before = chapter_digest(path, library_digest(book))
    target = book / changed
    target.parent.mkdir(exist_ok=True)
    content = target.read_text(encoding="utf-8") if target.is_file() else ""
    target.write_text(f"{content}\n", encoding="utf-8")
    assert chapter_digest(path, library_digest(book)) != before


def test_digest_sees_code_and_not_prose(book: Path):
    """Check that a chapter's digest changes with its code cells, and not with its text."""
    path = chapters(book)["01_sum"]
    before = chapter_digest(path, "library")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("# 01_sum", "# The sum"), encoding="utf-8")
    assert chapter_digest(path, "library") == before
    path.write_text(text.replace("20 + 22", "20 + 23"), encoding="utf-8")
    assert chapter_digest(path, "library") != before


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
    root = Path(__file__).parents[1]
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


def test_the_ledger_depends_on_the_code_of_the_other_chapters(tmp_path: Path):
    """Check that it is executed anew when another chapter cites something else, and alone is."""
    ledger, other, third = (
        tmp_path / f"{name}.ipynb" for name in ("13_audit", "01_sum", "02_word")
    )
    write_notebook(ledger, "audit = study.ledger")
    write_notebook(other, "study.cite('a.csv')")
    write_notebook(third, "1 + 1")
    before = [chapter_digest(path, "library") for path in (ledger, third)]
    write_notebook(other, "study.cite('b.csv')")
    after = [chapter_digest(path, "library") for path in (ledger, third)]
    assert before[0] != after[0]
    assert before[1] == after[1]
