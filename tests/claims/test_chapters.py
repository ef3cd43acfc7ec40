"""What the executed chapters show, on chapters made by hand."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED

from bassin.claims.chapters import (
    EXECUTED,
    chapters,
    exhibits,
    first_reading,
    no_exhibits,
    reads_chapters,
    shown_by_readers,
)
from bassin.claims.ledger import Ledger
from bassin.errors import NotExecutedError
from bassin.files.citation import Citation
from bassin.files.trace import Edition, opened, recording
from bassin.show import panels, tables
from bassin.show.exhibit import Exhibit

TOWNS = pd.DataFrame({"people": [1]}, pd.Index(["Alès"], name="town"))
PROSE = "# A title\n\nProse.\n\n## First"


def towns(name: str, source: str) -> Exhibit:
    return tables.show(TOWNS, name=name, caption="Towns.", source=source)


def panel() -> Exhibit:
    row = QUALIFIED | {
        "epci": "200066918",
        "lines": "1",
        "chapter": "north",
        "locus": "chapter 2",
        "heading": "",
        "statement": "So it is.",
        "published": float("nan"),
        "unit": "",
        "tolerance": 0.0,
        "found": float("nan"),
        "gap": float("nan"),
        "holds": 1.0,
        "finding": "It is.",
        "detail": "",
        "verdict": "compatible",
        "grade": "B",
        "vintage": "2020",
        "files": ["insee/x.csv"],
        "premises": (),
        "cannot_fail": "",
    }
    table = pd.DataFrame([row], ["one"])
    return panels.verdicts(table, name="tab-north-claims", caption="Claims.", source="the study")


def output(exhibit: Exhibit) -> nbformat.NotebookNode:
    data, metadata = exhibit._repr_mimebundle_()
    return nbformat.v4.new_output("execute_result", data=data, metadata=metadata)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of two chapters, one of which reads the other, both kept executed."""
    cells = [
        nbformat.v4.new_markdown_cell(PROSE),
        nbformat.v4.new_code_cell("show(1)"),
        nbformat.v4.new_code_cell("say()"),
        nbformat.v4.new_markdown_cell("### Second\n\nMore.\n\n### Third"),
        nbformat.v4.new_code_cell("show(2)"),
    ]
    reader = nbformat.v4.new_notebook(metadata={"bassin": {"reads_chapters": True}})
    chapter = nbformat.v4.new_notebook(cells=cells)
    for folder in ("notebooks", EXECUTED):
        (tmp_path / folder).mkdir(parents=True)
    toc = "format: jb-book\nroot: index\nchapters:\n"
    toc += "  - file: notebooks/01_north\n  - file: notebooks/02_ledger\n"
    (tmp_path / "_toc.yml").write_text(toc, encoding="utf-8")
    nbformat.write(reader, tmp_path / "notebooks" / "02_ledger.ipynb")
    nbformat.write(chapter, tmp_path / "notebooks" / "01_north.ipynb")
    source = Citation("*COG*", files=["insee/a.csv", "insee/b.csv"]) + "; the study"
    with recording():
        for file in ("insee/b.csv", "insee/c.csv", "study/200066918/claims.csv"):
            opened(Edition(file))
        cells[1].outputs = [output(towns("tab-first", source)), output(panel())]
    cells[2].outputs = [nbformat.v4.new_output("stream", text="said")]
    cells[4].outputs = [output(towns("tab-third", "the study"))]
    nbformat.write(chapter, tmp_path / EXECUTED / "01_north.ipynb")
    return tmp_path


def test_what_executed_chapters_show_is_read_in_their_outputs(root: Path):
    """With the files read and those cited, the heading, and whose claims a panel shows."""
    found = exhibits(root)
    assert found["files"].to_dict() == {
        "tab-first": ["insee/b.csv", "insee/c.csv", "study/200066918/claims.csv"],
        "tab-north-claims": ["study/200066918/claims.csv"],
        "tab-third": [],
    }
    assert found["cites"].tolist() == [["insee/a.csv", "insee/b.csv"], [], []]
    assert found["section"].tolist() == ["First", "First", "Third"]
    assert found["claims"].tolist() == ["", "north", ""]
    assert set(found["chapter"]) == {"01_north"}
    assert set(found["title"]) == {"A title"}
    assert list(no_exhibits().columns) == list(found.columns)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"), [("say()", "say(2)"), ("### Third", "### Fourth"), ("## First", "# First")]
)
def test_chapters_that_changed_since_are_refused(root: Path, old: str, new: str):
    """Code and headings are what exhibits are listed by; the cure is said."""
    edit(root / "notebooks" / "01_north.ipynb", old, new)
    with pytest.raises(NotExecutedError, match=r"Changed since executed: 01_north\. Run `bassin "):
        exhibits(root)


def test_prose_may_change_after_a_chapter_is_executed(root: Path):
    """A sentence moves no exhibit."""
    edit(root / "notebooks" / "01_north.ipynb", "Prose.", "Other prose.")
    assert len(exhibits(root)) == 3


def test_chapters_that_are_not_executed_are_named(root: Path):
    """As where the ledger is run alone; the reader itself is not asked for."""
    (root / EXECUTED / "01_north.ipynb").unlink()
    with pytest.raises(NotExecutedError, match=r"Not executed: 01_north\. Run `bassin build --f"):
        exhibits(root)


def test_a_ledger_without_executed_chapters_says_what_to_do(tmp_path: Path, toy_root: Path):
    """Before it spends a minute on the checks."""

    class Nowhere:
        class sources:  # noqa: N801
            root = tmp_path / "data"

    with pytest.raises(NotExecutedError, match=r"_toc\.yml: no such file"):
        Ledger.of(Nowhere())


def test_a_chapter_declares_that_it_reads_the_others(root: Path):
    """In the metadata of its notebook, not by its code."""
    found = {
        name: reads_chapters(nbformat.read(path, as_version=4))
        for name, path in chapters(root).items()
    }
    assert found == {"01_north": False, "02_ledger": True}


def test_what_a_chapter_that_reads_the_others_shows_is_read_in_its_code(tmp_path: Path):
    """It is not executed when it is asked for; what the others show is not told so."""
    (tmp_path / "_toc.yml").write_text(
        "format: jb-book\nroot: index\nchapters:\n  - file: reader\n  - file: other\n",
        encoding="utf-8",
    )
    for name, reads in (("index", False), ("reader", True), ("other", False)):
        book = nbformat.v4.new_notebook(metadata={"bassin": {"reads_chapters": reads}})
        code = f'tables.show(it, **exhibit("tab-{name}"))\nshow(it, **exhibit(\n    "fig-{name}"))'
        book.cells = [nbformat.v4.new_code_cell(code), nbformat.v4.new_markdown_cell("tab-prose")]
        nbformat.write(book, tmp_path / f"{name}.ipynb")
    assert shown_by_readers(tmp_path) == {"tab-reader", "fig-reader"}


def test_the_cell_from_which_a_chapter_reads_is_the_first_that_says_so(root: Path):
    """Its first cell, where none does."""
    notebook = nbformat.read(root / "notebooks" / "01_north.ipynb", as_version=4)
    assert first_reading(notebook) == 0
    for index in (4, 2):
        notebook.cells[index].metadata["bassin"] = {"reads_chapters": True}
        assert first_reading(notebook) == index
