"""Texts of the files of a study, in the language of the edition.

What a study's files say in words, such as the statements of claims, is in the first language. Its
translations are in a catalogue beside those of the pages, ``locale/<language>/study/<SIREN>.po``,
those of the lists of files and of sentences in ``locale/<language>/data/lists.po``;
a text that none holds stays as it is, as a study of one's own may have none. The headings of pages,
which the ledger names, are those of their catalogues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from bassin.errors import SourceError
from bassin.files.root import project_root
from bassin.paragraphs import headings, translated
from bassin.words.catalogues import LOCALE, read, said
from bassin.words.language import LANGUAGES, current


def told(text: str) -> str:
    """A text of a study in the language spoken.

    Parameters
    ----------
    text : str
        As its file has it.

    Examples
    --------
    >>> told("Inhabitants of the métropole")
    'Inhabitants of the métropole'
    """
    code = current().code
    return text if code == LANGUAGES[0] else _texts(code).get(text, text)


def told_parts(text: str) -> str:
    """A text of several parts, joined by semicolons, each in the language spoken.

    Parameters
    ----------
    text : str
        Such as the periods of several files. One that a catalogue holds is said as a whole.

    Examples
    --------
    >>> told_parts("2013-2023; 2019")
    '2013-2023; 2019'
    """
    whole = told(text)
    return whole if whole != text else spaced(_BETWEEN.join(map(told, text.split(_BETWEEN))))


def spaced(text: str) -> str:
    r"""A text whose semicolons, typed as in the first language, have the space of the one spoken.

    Examples
    --------
    >>> from bassin.words import speaking
    >>> with speaking("fr"):
    ...     spaced("a; b")
    'a\u202f; b'
    """
    return re.sub(rf"(?<=\S){_BETWEEN}", current().pattern("exhibit.between"), text)


#: What is between two parts, in data and in the first language.
_BETWEEN = "; "
#: Folders of the catalogues of texts of data.
OF_DATA = ("study", "data")


def prose(text: str) -> str:
    """A page of Markdown in the language spoken, each of its paragraphs as its catalogue has it.

    Parameters
    ----------
    text : str
        In the first language. A paragraph that no catalogue holds stays as it is.

    Examples
    --------
    >>> prose("A page.")
    'A page.'
    """
    code = current().code
    if code == LANGUAGES[0]:
        return text
    known = _paragraphs(code)
    return translated(text, lambda part: known.get(part, part))


@cache
def _catalogues(code: str) -> Mapping[Path, Mapping[str, str]]:
    """What every catalogue of a project says in a language, by its path."""
    try:
        folder = project_root() / LOCALE / code
    except SourceError:  # an installed library, of which nobody is told anything
        return {}
    return {path: said(read(path, code)) for path in sorted(folder.rglob("*.po"))}


@cache
def _paragraphs(code: str) -> Mapping[str, str]:
    """What every catalogue of a project says in a language, together."""
    return {text: other for own in _catalogues(code).values() for text, other in own.items()}


@cache
def _texts(code: str) -> Mapping[str, str]:
    """Every text of the files of data and every heading of the pages, in a language."""
    found: dict[str, str] = {}
    for path, own in _catalogues(code).items():
        found |= own if path.parent.name in OF_DATA else dict(_headings(own))
    return found


def _headings(own: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for paragraph, other in own.items():
        yield from zip(headings(paragraph), headings(other), strict=False)
