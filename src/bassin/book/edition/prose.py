"""The prose of pages in the language of an edition, by its catalogues."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat

from bassin.paragraphs import translated
from bassin.words import LANGUAGES
from bassin.words.catalogues import path_of, read, said


def saying(root: Path, language: str, page: str) -> Callable[[str], str]:
    """What a language says of a paragraph of a page; one without a translation stays.

    Parameters
    ----------
    root : Path
        Folder of the project, which has the catalogues.
    language : str
        Of :data:`bassin.words.LANGUAGES`.
    page : str
        As :func:`bassin.book.edition.catalogue.pages` names it.

    Raises
    ------
    BuildError
        If its catalogue cannot be read.
    """
    if language == LANGUAGES[0]:
        return str
    known = said(read(path_of(root, language, page), language))
    return lambda paragraph: known.get(paragraph, paragraph)


def say_notebook(notebook: nbformat.NotebookNode, say: Callable[[str], str]) -> None:
    """Put the prose of a notebook into another language, in place.

    Parameters
    ----------
    notebook : NotebookNode
    say : callable
        As :func:`saying`.
    """
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = translated(cell.source, say)
