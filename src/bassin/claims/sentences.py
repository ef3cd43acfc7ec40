"""The sentences of the chapters that have a check, as the pages show them.

Such a sentence stands in the prose as a span with an identifier,
``[Alès grew by {glue:text}`growth`.]{#finding-growth}``. It is read there and nowhere else; its
numbers are those that its chapter left when it was executed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd

from bassin.claims.chapters import (
    chapters,
    headings,
    kept_at,
    kept_in,
    read_chapter,
    reads_chapters,
)
from bassin.errors import BassinError, NotExecutedError
from bassin.words.told import prose, told

#: What the identifier of a span begins with.
PREFIX = "finding-"
COLUMNS = ["chapter", "title", "sentence"]
_END = re.compile(rf"\]\{{#{PREFIX}([a-z0-9-]+)\}}")
_GLUE = re.compile(r"\{glue:text\}`([^`]+)`")
_ROLE = re.compile(r"\{(?:numref|ref|term|download)\}`([^`<]*?)\s*(?:<[^`]*>)?`")
_CITED = re.compile(r"\s*\{cite\}`[^`]*`")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_GLUED = "application/papermill.record/text/plain"


class SentenceError(BassinError):
    """The prose has a sentence that no row lists, or a span that cannot be read."""


def spans(text: str) -> Iterator[tuple[str, str]]:
    """Spans of a text that have the identifier of a finding, with what is in them.

    Raises
    ------
    SentenceError
        If one has no beginning.

    Examples
    --------
    >>> list(spans("[It [grew](a.md) by {glue:text}`n`.]{#finding-growth} We think so."))
    [('growth', 'It [grew](a.md) by {glue:text}`n`.')]
    """
    for found in _END.finditer(text):
        yield found.group(1), text[_beginning(text, found.start(), found.group(1)) : found.start()]


def _beginning(text: str, end: int, name: str) -> int:
    """Where what is in a span begins, after its bracket."""
    depth = 0
    for at in range(end - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(text[at], 0)
        if depth < 0:
            return at + 1
    raise SentenceError(f"{PREFIX}{name}: its span has no `[`. Write `[...]{{#{PREFIX}{name}}}`.")


def glued(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """Values that an executed chapter keeps for the prose, by their keys."""
    found = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            name = output.get("metadata", {}).get("scrapbook", {}).get("name")
            if name and _GLUED in output.get("data", {}):
                found[name] = str(ast.literal_eval(_joined(output["data"][_GLUED])))
    return found


def _joined(text: Any) -> str:
    return text if isinstance(text, str) else "".join(text)


def plain(text: str, values: Mapping[str, str]) -> str:
    """A sentence as a reader sees it: its values in it, no mark-up.

    Parameters
    ----------
    text : str
        As :func:`spans` gives it.
    values : mapping
        Key to value, those of another notebook as ``name.ipynb::key``.

    Raises
    ------
    SentenceError
        If a value is not there.

    Examples
    --------
    >>> plain("It [grew](a.md) by {glue:text}`n` ({numref}`fig-a`)", {"n": "3%"})
    'It grew by 3%'
    """

    def value(found: re.Match[str]) -> str:
        key = found.group(1).removesuffix(":s")
        if key not in values:
            raise SentenceError(f"no chapter says {key!r}, which a sentence wants")
        return values[key]

    told = _GLUE.sub(value, _CITED.sub("", text))
    told = re.sub(r"\s*\(\{numref\}`[^`]*`\)", "", told)
    told = _ROLE.sub(r"\1", _LINK.sub(r"\1", told))
    return " ".join(told.replace("*", "").split())


def sentences(root: Path, more: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Sentences of the chapters that have a check, with their numbers.

    Parameters
    ----------
    root : Path
        The folder of the project.
    more : mapping, optional
        Values that chapters say which read the others, by key.

    Returns
    -------
    DataFrame
        Index ``id``, in the order of the book; ``chapter`` (stem of its notebook), ``title`` (of
        the chapter), ``sentence``.

    Raises
    ------
    NotExecutedError
        If a chapter with such a sentence is not executed.
    SentenceError
        If an identifier is there twice, or a value is in no chapter.
    """
    rows: dict[str, dict[str, str]] = {}
    values: dict[str, str] = {}
    read = {name: read_chapter(path) for name, path in chapters(root).items()}
    found = [(name, *span) for name, one in read.items() for span in spans_of(one)]
    for name in read:
        kept = kept_at(kept_in(root), name)
        if kept.is_file():
            own = glued(read_chapter(kept))
            values |= own | {f"{name}.ipynb::{key}": said for key, said in own.items()}
        elif any(chapter == name for chapter, *_ in found) and not reads_chapters(read[name]):
            raise NotExecutedError(f"Not executed: {name}. Run `bassin build --fast`.")
    for name, identifier, inside in found:
        if identifier in rows:
            raise SentenceError(f"{name}: two sentences are called {PREFIX}{identifier}")
        title = next((text for text in headings(read[name]) if text.startswith("# ")), name)
        sentence = plain(inside, values | dict(more or {}))
        rows[identifier] = {"chapter": name, "title": told(title[2:]), "sentence": sentence}
    return pd.DataFrame.from_dict(rows, orient="index", columns=COLUMNS).rename_axis("id")


def spans_of(notebook: nbformat.NotebookNode) -> list[tuple[str, str]]:
    """As :func:`spans`, of all the prose of a chapter."""
    pages = [prose(cell.source) for cell in notebook.cells if cell.cell_type == "markdown"]
    return [found for text in pages for found in spans(text)]
