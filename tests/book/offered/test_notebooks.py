"""The notebook that a page offers: numbers in its sentences, images that any viewer shows."""

from __future__ import annotations

import base64
from pathlib import Path

import nbformat
import pytest
from tests.fixtures.offered import written_book

from bassin.book.offered import notebooks
from bassin.book.offered.shown import shown


@pytest.fixture
def offered(tmp_path: Path) -> nbformat.NotebookNode:
    """The notebook of the page of a small site."""
    root, html = written_book(tmp_path)
    path = html / "_sources" / "notebooks" / "01_towns.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text("{}", "utf-8")
    notebooks.write(root, html, shown(root, html))
    return nbformat.read(path, as_version=4)


def prose(text: str, **values: object) -> str:
    """A sentence with its numbers, of a page beside another that has a value too."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text)])
    known = {"notebooks/a": values, "notebooks/b": {"far": "12.5"}}
    notebooks.plain(notebook, "notebooks/a", known, {"tab-x": "Table 2.1"})
    return notebook.cells[0].source


def test_the_numbers_are_in_the_sentences(offered: nbformat.NotebookNode):
    """None is named any more."""
    assert offered.cells[0].source.endswith("They have 45,500 people.")
    assert "{glue" not in nbformat.writes(offered)
    assert offered.cells[1].outputs == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("{glue:text}`n` or {glue:text}`n:.1f`", "2.25 or 2.2"),
        (
            "{glue:text}`b.ipynb::far:s` and {glue:text}`../notebooks/b.ipynb::far:s`",
            "12.5 and 12.5",
        ),
        ("{glue:text}`none` stays", "{glue:text}`none` stays"),
        ("See {numref}`tab-x`, {numref}`table %s <tab-x>`", "See Table 2.1, Table 2.1"),
        ("{term}`APL <Accessibilité>`, {ref}`here <x>`, {term}`EPCI`", "APL, here, EPCI"),
        ("as {cite}`fabrique_ales` says", "as {cite}`fabrique_ales` says"),
    ],
)
def test_what_a_sentence_names_is_written(text: str, plain: str):
    """Values of this page and of others, with their formats; numbers of figures."""
    assert prose(text, n=2.25) == plain


def test_a_viewer_shows_figures_as_images_and_tables_as_tables(offered: nbformat.NotebookNode):
    """And no kind that only the book knows."""
    table, figure = (cell.outputs[0].data for cell in offered.cells[2:])
    assert set(table) == {"text/html", "text/plain"}
    assert set(figure) == {"image/png", "text/plain"}
    assert base64.b64decode(figure["image/png"]).startswith(b"\x89PNG")


def test_its_code_still_runs(offered: nbformat.NotebookNode, tmp_path: Path):
    """It is that of the chapter, cell by cell."""
    chapter = nbformat.read(tmp_path / "notebooks" / "01_towns.ipynb", as_version=4)
    code = [cell.source for cell in offered.cells if cell.cell_type == "code"]
    assert code == [cell.source for cell in chapter.cells if cell.cell_type == "code"]
    for text in code:
        exec(compile(text, "cell", "exec"), {})
