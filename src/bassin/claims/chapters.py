"""The chapters of the book: which there are, and what each shows once it is executed.

An executed chapter is kept as a notebook with its outputs; an exhibit among them says which files
it rests on, as observed, and which of them its source cites. A chapter that lists what the others
show, such as the ledger, declares it in the metadata of its notebook,
``{"bassin": {"reads_chapters": true}}``. It is executed beside them, up to its first cell that
declares the same, where it waits for them; the whole of it, where none of its cells does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
from sphinx_external_toc.parsing import parse_toc_yaml

from bassin.errors import NotExecutedError
from bassin.show.exhibit import MIME
from bassin.words import current, told
from bassin.words.language import edition

#: Where the executed chapters are kept, from the root of the project.
EXECUTED = Path("_build", "executed")
TOC = "_toc.yml"
COLUMNS = ["exhibit", "chapter", "title", "section", "claims", "files", "cites"]
_EXHIBIT = re.compile(r"\bexhibit\(\s*\"((?:fig|map|tab)-[a-z0-9-]+)\"")
_HEADING = re.compile(r"^(#{1,6}) (.*)$", re.MULTILINE)


def toc_pages(root: Path) -> list[str]:
    """Names of the pages of ``_toc.yml``, in its order: relative to the root, with no extension."""
    return list(parse_toc_yaml(root / TOC))


def chapters(root: Path) -> dict[str, Path]:
    """Path of each notebook of the table of contents, by its stem."""
    notebooks = (root / f"{page}.ipynb" for page in toc_pages(root))
    return {path.stem: path for path in notebooks if path.is_file()}


def read_chapter(path: Path) -> nbformat.NotebookNode:
    """Read a notebook in the way the book's pages are read, so that the cache knows it again."""
    notebook: nbformat.NotebookNode = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    return notebook


def kept_at(folder: Path, chapter: str) -> Path:
    """Path of the executed notebook of a chapter in the folder that keeps them."""
    return folder / f"{chapter}.ipynb"


def kept_in(root: Path) -> Path:
    """Folder of the executed chapters of a project, of what they show in the language spoken."""
    code = current().code
    return root / EXECUTED / ("" if code == edition() else code)


def reads_chapters(notebook: nbformat.NotebookNode) -> bool:
    """Whether a chapter lists what the others show: it waits for them."""
    return _declares(notebook)


def first_reading(notebook: nbformat.NotebookNode) -> int:
    """Index of the cell from which on a chapter reads what the others show."""
    cells = enumerate(notebook.cells)
    return next((index for index, cell in cells if _declares(cell)), 0)


def _declares(node: nbformat.NotebookNode) -> bool:
    """Whether a notebook or a cell says that it reads the chapters."""
    declared = node.metadata.get("bassin", {})
    return bool(declared.get("reads_chapters", False))


def headings(notebook: nbformat.NotebookNode) -> list[str]:
    """Headings of a notebook, with their marks."""
    return [f"{marks} {text}" for marks, text in _all_headings(notebook)]


def _all_headings(notebook: nbformat.NotebookNode) -> list[tuple[str, str]]:
    prose = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return [found for text in prose for found in _HEADING.findall(text)]


def exhibits(root: Path) -> pd.DataFrame:
    """Figures, maps and tables of the executed chapters, and the files each rests on.

    The chapters that list what the others show are left out.

    Parameters
    ----------
    root : Path
        The folder of the project.

    Returns
    -------
    DataFrame
        Index ``exhibit`` (its name), in the order of the book; ``chapter`` (stem of the notebook),
        ``title`` (of the chapter), ``section`` (heading it stands under), ``claims`` (name of the
        chapter in the list of claims, where the exhibit is its table of claims, else ``""``),
        ``files`` (list of those it rests on, observed while the chapter was executed), ``cites``
        (list of the raw files that its source line names).

    Raises
    ------
    NotExecutedError
        If a chapter is not executed, or its code or headings have changed since.
    """
    if not (root / TOC).is_file():
        raise NotExecutedError(f"{root / TOC}: no such file, so that no chapter is known.")
    rows: list[dict[str, Any]] = []
    absent, changed = [], []
    for name, path in chapters(root).items():
        chapter = read_chapter(path)
        if reads_chapters(chapter):
            continue
        kept = kept_at(kept_in(root), name)
        if not kept.is_file():
            absent.append(name)
            continue
        executed = read_chapter(kept)
        if _rested_on(executed) != _rested_on(chapter):
            changed.append(name)
        rows += _shown(name, executed)
    if absent or changed:
        raise NotExecutedError(_cure(absent, changed))
    return pd.DataFrame(rows, columns=COLUMNS).set_index("exhibit")


def shown_by_readers(root: Path) -> set[str]:
    """Names of the exhibits that the code of the chapters that read the others shows."""
    chapters_read = [read_chapter(path) for path in chapters(root).values()]
    code = [
        cell.source
        for chapter in chapters_read
        if reads_chapters(chapter)
        for cell in chapter.cells
        if cell.cell_type == "code"
    ]
    return {name for source in code for name in _EXHIBIT.findall(source)}


def no_exhibits() -> pd.DataFrame:
    """As :func:`exhibits`, of no chapter."""
    return pd.DataFrame(columns=COLUMNS).set_index("exhibit")


def _rested_on(notebook: nbformat.NotebookNode) -> list[list[str]]:
    """What a chapter's exhibits depend on in its own notebook: its code, and its headings."""
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return [code, headings(notebook)]


def _cure(absent: list[str], changed: list[str]) -> str:
    said = ["What the chapters show is read in their executed notebooks."]
    said += [f"Not executed: {', '.join(absent)}."] if absent else []
    said += [f"Changed since executed: {', '.join(changed)}."] if changed else []
    return " ".join([*said, "Run `bassin build --fast`, which executes them; then try again."])


def _shown(name: str, notebook: nbformat.NotebookNode) -> Iterator[dict[str, Any]]:
    """Rows of :func:`exhibits`, of a chapter."""
    titles = [text for marks, text in _all_headings(notebook) if marks == "#"]
    title = section = titles[0] if titles else name
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            section = ([section] + [text for _, text in _HEADING.findall(cell.source)])[-1]
        for payload in _of_cell(cell):
            yield {
                "exhibit": payload["name"],
                "chapter": name,
                "title": told(title),
                "section": told(section),
                "claims": _claims(payload),
                "files": list(payload["files"]),
                "cites": list(payload["cites"]),
            }


def payloads(text: str) -> list[dict[str, Any]]:
    """The exhibits of an executed chapter, as :attr:`bassin.show.exhibit.Exhibit.payload`.

    Parameters
    ----------
    text : str
        Its notebook, with outputs.
    """
    notebook = nbformat.reads(text, as_version=4)
    return [payload for cell in notebook.cells for payload in _of_cell(cell)]


def _of_cell(cell: nbformat.NotebookNode) -> list[dict[str, Any]]:
    """The exhibits among the outputs of a cell, as :attr:`bassin.show.exhibit.Exhibit.payload`."""
    outputs = cell.get("outputs", [])
    return [output["data"][MIME] for output in outputs if MIME in output.get("data", {})]


def _claims(payload: dict[str, Any]) -> str:
    """Chapter, in the list of claims, of which an exhibit is the table of claims."""
    body = payload["claims"]
    if body is None or body["kind"] != "panel":
        return ""
    rows = [*body["shown"], *(claim for _, folded in body["folds"] for claim in folded)]
    return str(rows[0]["chapter"]) if rows else ""
