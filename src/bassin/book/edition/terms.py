"""Terms that a language says in one way: its list, and texts that say one otherwise."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bassin.errors import BuildError
from bassin.words.catalogues import LOCALE

#: Beside the catalogues of a language: a term of the first, and what may say it, as patterns.
TERMS = "terms.csv"


@dataclass(frozen=True)
class Term:
    """A term of the first language, and how another says it.

    Attributes
    ----------
    name : str
        Pattern of the term, as the list has it.
    english, said : Pattern
        Of the term, and of what says it.
    """

    name: str
    english: re.Pattern[str]
    said: re.Pattern[str]


def terms(root: Path, language: str) -> list[Term]:
    """The terms of a language; none where it has no list.

    Parameters
    ----------
    root : Path
        Folder of the project.
    language : str

    Raises
    ------
    BuildError
        If a line of the list is no pair of patterns.
    """
    path = root / LOCALE / language / TERMS
    if not path.is_file():
        return []
    found = []
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            try:
                name, said = row["english"], row["said"]
                english = re.compile(rf"(?<![\w.])(?:{name})(?!\w)", re.IGNORECASE)
                found.append(Term(name, english, re.compile(said, re.IGNORECASE)))
            except (KeyError, TypeError, re.error) as error:
                raise BuildError(f"{path}, line {number}: no pair of patterns: {error}") from error
    return found


def said_otherwise(known: Sequence[Term], english: str, other: str) -> Iterator[str]:
    """Terms of a text that its translation says in another way than the list, or not at all.

    Parameters
    ----------
    known : sequence of Term
    english, other : str
        Plain text.

    Examples
    --------
    >>> brownfield = Term("brownfields?", re.compile("brownfields?"), re.compile("friche"))
    >>> list(said_otherwise([brownfield], "two brownfields", "deux terrains vagues"))
    ['brownfields?']
    """
    for term in known:
        if term.english.search(english) and not term.said.search(other):
            yield term.name
