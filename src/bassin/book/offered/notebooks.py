"""The notebook that a page offers: the executed one, with its numbers written in its sentences.

As it is written, a chapter names its numbers and its figures, and a viewer that knows nothing of
the book shows the names. The code is as it was, so that the notebook still runs.
"""

from __future__ import annotations

import ast
import base64
import posixpath
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat

from bassin.book.kept import executed
from bassin.book.light.images import with_palette
from bassin.book.offered.shown import Shown
from bassin.claims.chapters import toc_pages
from bassin.files.atomic import write_text
from bassin.show.exhibit import MIME

#: Where Sphinx keeps what a page was made from, in the site.
SOURCES = "_sources"
#: How the kind of a value begins that a cell gives to the prose.
GIVEN = "application/papermill.record/"
_GLUE = re.compile(r"\{glue:(?:text)?\}`(?:([^`]*?)::)?([^`:]+)(?::([^`]*))?`")
_NUMREF = re.compile(r"\{numref\}`(?:[^`<]*<)?([^`<>]+)>?`")
_ROLE = re.compile(r"\{(?:ref|doc|term|download)\}`([^`<]*?)(?:\s*<[^`]*>)?`")


def write(root: Path, html: Path, every: Sequence[Shown]) -> None:
    """Put the executed notebooks in the place of those that the pages of a site offer.

    Parameters
    ----------
    root : Path
        Folder of the project.
    html : Path
        Folder of the site.
    every : sequence of Shown
        What it shows: figures and tables are named by their numbers.
    """
    found = {
        page: nbformat.reads(executed(root, Path(page).name), as_version=4)
        for page in toc_pages(root)
        if (html / SOURCES / f"{page}.ipynb").is_file()
    }
    values = {page: given(notebook) for page, notebook in found.items()}
    numbers = {one.name: one.number for one in every if one.number}
    for page, notebook in found.items():
        plain(notebook, page, values, numbers)
        write_text(html / SOURCES / f"{page}.ipynb", nbformat.writes(notebook) + "\n")


def given(notebook: nbformat.NotebookNode) -> dict[str, Any]:
    """The values that the cells of an executed notebook give to the prose, by their names."""
    return {
        output.metadata["scrapbook"]["name"]: _value(text)
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        for kind, text in output.get("data", {}).items()
        if kind == f"{GIVEN}text/plain" and "scrapbook" in output.get("metadata", {})
    }


def _value(text: str) -> Any:
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text


def plain(
    notebook: nbformat.NotebookNode,
    page: str,
    values: Mapping[str, Mapping[str, Any]],
    numbers: Mapping[str, str],
) -> None:
    """Write values and numbers into the prose of a notebook, and keep what any viewer shows.

    Parameters
    ----------
    notebook : NotebookNode
        Changed in place.
    page : str
        Its name.
    values : mapping
        As :func:`given`, by page.
    numbers : mapping
        Number of each figure and table, by its name.
    """

    def told(found: re.Match[str]) -> str:
        path, name, form = found.groups()
        there = page
        if path:
            joined = posixpath.join(posixpath.dirname(page), path)
            there = posixpath.normpath(joined).removesuffix(".ipynb")
        value = values.get(there, {}).get(name)
        return found[0] if value is None else format(value, form or "")

    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "markdown":
            text = _GLUE.sub(told, cell.source)
            text = _NUMREF.sub(lambda found: numbers.get(found[1].strip(), found[1]), text)
            cell.source = _ROLE.sub(r"\1", text)
        elif cell.cell_type == "code":
            cell.outputs = [kept for output in cell.outputs if (kept := _kept(output))]


def _kept(output: nbformat.NotebookNode) -> nbformat.NotebookNode | None:
    """An output that any viewer shows: of an exhibit the image, or the table; no value given."""
    data = output.get("data")
    if data is None:
        return output
    if any(kind.startswith(GIVEN) for kind in data):
        return None
    if data.pop(MIME, None) is not None and "image/png" in data:
        data.pop("text/html", None)
        png = with_palette(base64.b64decode(data["image/png"]))
        data["image/png"] = base64.b64encode(png).decode("ascii")
    return output
