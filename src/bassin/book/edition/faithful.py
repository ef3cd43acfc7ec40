"""Whether a paragraph in another language holds what the English one does.

Numbers, glued values, references, citations, links, labels and directives are those of the other,
each as many times; what differs is listed. Words are the translator's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from bassin.book.edition.catalogue import Paragraph, paragraphs
from bassin.book.edition.terms import Term, said_otherwise, terms
from bassin.errors import BuildError
from bassin.phrase import Phrase
from bassin.words import LANGUAGES, write
from bassin.words.catalogues import path_of, read

_ROLE = re.compile(r"\{([\w:-]+)\}`([^`]*)`")
_TARGET = re.compile(r"<([^<>]*)>$")
_LINK = re.compile(r"\]\(([^)\s]*)[^)]*\)")
_LABEL = re.compile(r"^\(([\w-]+)\)=$|\{#([\w-]+)\}", re.MULTILINE)
_DIRECTIVE = re.compile(r"^\s*(?::{3,}|`{3,})\{([\w:-]+)\}", re.MULTILINE)
_CODE = re.compile(r"(?<![}`])`(?!`)([^`]+)`(?!`)")
_FIELD = re.compile(r"^\|", re.MULTILINE)
#: What is taken away before numbers are looked for: code, roles, targets of links, labels.
_HIDDEN = (_ROLE, _CODE, re.compile(r"\]\([^)]*\)"), _LABEL, re.compile(r"https?://\S+"))
#: A day, of which the month is a word elsewhere; a century, in Roman numerals in French.
_DAY = re.compile(r"\b(\d{4})-\d\d-0?(\d{1,2})\b")
_CENTURY = re.compile(r"\b([XVI]+)e\b")
_ROMAN = {"X": 10, "V": 5, "I": 1}
#: Thousands are parted as the language has it; by a plain space in some titles of files.
_ENGLISH = re.compile(r"(?<![^\W_])(?:\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*)")
_OTHER = re.compile(
    r"(?<![^\W_])(?:\d{1,3}(?:[\u202f\u00a0 ]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*)"
)


@dataclass(frozen=True)
class Fault:
    """What is wrong with what a language says of a paragraph.

    Attributes
    ----------
    page, context : str
    kind : str
        ``untranslated``, ``fuzzy``, ``same``, ``unused``, or what is not kept: ``role``, ``link``,
        ``label``, ``directive``, ``code``, ``table``, ``number``; or ``term``, said in another way
        than the list of terms has it.
    told : str
        The beginning of the paragraph, or what is lost and what is new.
    """

    page: str
    context: str
    kind: str
    told: str

    @property
    def said(self) -> Phrase:
        """In words."""
        return Phrase(
            f"translation.{self.kind}", page=self.page, context=self.context, told=self.told
        )


def _roles(text: str) -> Iterator[str]:
    for role, inside in _ROLE.findall(text):
        target = _TARGET.search(inside)
        yield f"{{{role}}}`{target.group(1) if target else inside}`"


def _bare(text: str) -> str:
    """A paragraph without what is no word or number of its own."""
    for hidden in _HIDDEN:
        text = hidden.sub(" ", text)
    return text


def _numbers(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    yield from pattern.findall(_CENTURY.sub(_arabic, _DAY.sub(r"\1 \2", _bare(text))))


def _arabic(century: re.Match[str]) -> str:
    """A Roman numeral in digits: one that stands before a greater is taken away."""
    values = [_ROMAN[letter] for letter in century[1]]
    signed = [-one if one < max(values[n:]) else one for n, one in enumerate(values)]
    return str(sum(signed))


def numbers(text: str, language: str) -> list[str]:
    r"""The numbers of a text, as a language writes them, in one form for all.

    Parameters
    ----------
    text : str
        Of MyST Markdown, or plain.
    language : str

    Examples
    --------
    >>> numbers("1,255 of 2.5 on 2020-01-07", "en")
    ['1255', '2.5', '2020', '7']
    >>> numbers("1\u202f255 sur 2,5 le 7 janvier 2020", "fr")
    ['1255', '2.5', '7', '2020']
    """
    return list((_english if language == LANGUAGES[0] else _other)(text))


def _english(text: str) -> Iterator[str]:
    return (re.sub(r"[, ]", "", found) for found in _numbers(_ENGLISH, text))


def _other(text: str) -> Iterator[str]:
    for found in _numbers(_OTHER, text):
        yield re.sub(r"[\u202f\u00a0 ]", "", found).replace(",", ".")


def _code(text: str) -> Iterator[str]:
    return iter(_CODE.findall(_ROLE.sub(" ", text)))


def _every(pattern: re.Pattern[str]) -> Callable[[str], Iterator[str]]:
    def found(text: str) -> Iterator[str]:
        for one in pattern.finditer(text):
            yield next((group for group in one.groups() if group), one.group(0))

    return found


_KEPT: dict[str, tuple[Callable[[str], Iterator[str]], Callable[[str], Iterator[str]]]] = {
    "role": (_roles, _roles),
    "number": (_english, _other),
    "code": (_code, _code),
    **{
        kind: (_every(pattern), _every(pattern))
        for kind, pattern in {
            "link": _LINK,
            "label": _LABEL,
            "directive": _DIRECTIVE,
            "table": _FIELD,
        }.items()
    },
}


def lost(english: str, other: str) -> Iterator[tuple[str, str]]:
    r"""What one paragraph has and the other lacks.

    Parameters
    ----------
    english, other : str
        Of MyST Markdown.

    Yields
    ------
    tuple of str
        Kind, and what is lost (``-``) or new (``+``).

    Examples
    --------
    >>> list(lost("In 2020, 1,255 of {glue:text}`a`.", "En 2020, 1\u202f255 sur {glue:text}`b`."))
    [('role', '- {glue:text}`a`, + {glue:text}`b`')]
    """
    for kind, (of_english, of_other) in _KEPT.items():
        before, after = Counter(of_english(english)), Counter(of_other(other))
        gone = [f"- {one}" for one in sorted((before - after).elements())]
        new = [f"+ {one}" for one in sorted((after - before).elements())]
        if gone or new:
            yield kind, ", ".join([*gone, *new])


def refuse_incomplete(root: Path, language: str, pages: Iterable[str]) -> None:
    """Refuse catalogues that lack a paragraph, or say another than the page does.

    Parameters
    ----------
    root : Path
        Folder of the project.
    language : str
    pages : iterable of str
        As :func:`bassin.book.edition.catalogue.pages` names them.

    Raises
    ------
    BuildError
        What each lacks.
    """
    found = [fault for page in pages for fault in faults(root, language, page)]
    if found:
        listed = [write(fault.said) for fault in found]
        raise BuildError("\n".join([write(Phrase("translation.faults", n=len(found))), *listed]))


def faults(root: Path, language: str, page: str) -> list[Fault]:
    """What a language lacks of a page, or says otherwise.

    Parameters
    ----------
    root : Path
        Folder of the project.
    language : str
    page : str
        As the table of contents has it.
    """
    catalogue = read(path_of(root, language, page), language)
    found = paragraphs(root, page)
    known = terms(root, language)
    listed = [
        Fault(page, one.context, kind, told)
        for one in found
        for kind, told in _of(one, catalogue, known)
    ]
    now = {(one.text, one.context) for one in found}
    unused = [one for one in catalogue if one.id and (one.id, one.context) not in now]
    listed += [Fault(page, str(one.context), "unused", _start(str(one.id))) for one in unused]
    return listed


def _of(
    paragraph: Paragraph, catalogue: Catalog, known: Sequence[Term]
) -> Iterator[tuple[str, str]]:
    message = catalogue.get(paragraph.text, paragraph.context)
    if message is None or not message.string:
        yield "untranslated", _start(paragraph.text)
        return
    if message.fuzzy:
        yield "fuzzy", _start(paragraph.text)
    yield from lost(paragraph.text, str(message.string))
    for term in said_otherwise(known, _bare(paragraph.text), _bare(str(message.string))):
        yield "term", f"{term}: {_start(paragraph.text)}"


def _start(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"
