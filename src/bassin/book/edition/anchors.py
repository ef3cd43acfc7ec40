"""Anchors of the headings of a page, which are those of the first language in every other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from docutils.nodes import make_id

from bassin.book.edition.catalogue import paragraphs
from bassin.book.edition.prose import saying
from bassin.claims.chapters import toc_pages
from bassin.paragraphs import headings

_CODE = re.compile(r"`([^`]*)`")


def anchors(root: Path, language: str) -> dict[str, dict[str, str]]:
    """What the headings of each page are called by links, by what they say in a language.

    Parameters
    ----------
    root : Path
        Folder of the project.
    language : str

    Returns
    -------
    dict
        Page, as the table of contents has it, to text of a heading in the language to the anchor
        that Sphinx makes of it in the first.
    """
    return {
        page: dict(_anchors(root, page, saying(root, language, page))) for page in toc_pages(root)
    }


def _anchors(root: Path, page: str, say: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs(root, page):
        said = headings(say(paragraph.text))
        for first, other in zip(headings(paragraph.text), said, strict=False):
            yield _read(other), make_id(_read(first))


def _read(heading: str) -> str:
    """A heading as it is read: of code, the text alone."""
    return _CODE.sub(r"\1", heading)
