"""How to cite a book, its chapters and its figures: as a reference, as BibTeX and as RIS.

All of it comes from ``CITATION.cff``, from the contents of the book and from what its pages show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import yaml

from bassin.book.offered.shown import Shown, title_of
from bassin.claims.chapters import toc_pages
from bassin.errors import BuildError
from bassin.files.atomic import write_text
from bassin.phrase import Phrase
from bassin.show.scripted import script_json
from bassin.words import LANGUAGES
from bassin.words import write as written

CITATION = "CITATION.cff"
#: The page on which citations are chosen, and where in it.
PAGE = "book/cite"
_MARK = re.compile(r'(<div class="bassin-cite docutils container">.*?)(</div>)', re.DOTALL)
_BELOW = re.compile(
    r'(?P<link><p class="bassin-download"><a [^>]*href="(?P<up>[./]*)data/'
    r'(?P<name>[a-z0-9-]+)\.csv">.*?)(?=<span class="bassin-licence">|</p>)'
)
_SPECIAL = re.compile(r"([&%$#_{}])")
_KINDS = {"book": ("software", "COMP"), "chapter": ("incollection", "CHAP")}
_KINDS |= {"exhibit": ("misc", "FIGURE")}


@dataclass(frozen=True)
class Book:
    """What ``CITATION.cff`` says of a book.

    Attributes
    ----------
    title, version, year : str
        The year is that of its release, else that of its copyright.
    authors : tuple of dict
        As the file has them: ``name``, or ``family-names`` and ``given-names``.
    """

    title: str
    version: str
    year: str
    authors: tuple[Mapping[str, str], ...]

    @property
    def names(self) -> list[str]:
        """Names of the authors, family names first; a body's is in braces."""
        return [
            f"{{{one['name']}}}"
            if "name" in one
            else f"{one['family-names']}, {one['given-names']}"
            for one in self.authors
        ]


def load(root: Path) -> dict[str, Any]:
    """Read ``CITATION.cff``.

    Raises
    ------
    BuildError
        If it is no such file; the message says what it lacks.
    """
    path = root / CITATION
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise BuildError(f"{path} cannot be read: {error}") from error
    wanted = ("title", "version", "authors", "license", "abstract")
    absent = [key for key in wanted if not isinstance(found, dict) or not found.get(key)]
    if absent:
        raise BuildError(f"{path}: no {', '.join(absent)}. Add what the book is cited by.")
    return dict(found)


def book_of(root: Path) -> Book:
    """The book of a project, as it is cited."""
    about = load(root)
    settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    year = str(about.get("date-released", settings["copyright"]))[:4]
    return Book(about["title"], str(about["version"]), year, tuple(about["authors"]))


@dataclass(frozen=True)
class Cited:
    """The book, one of its chapters, or one of its figures and tables.

    Attributes
    ----------
    kind : str
        ``book``, ``chapter`` or ``exhibit``.
    key : str
        Its name: the stem of a page, the label of a figure; empty for the book.
    title, number, within : str
        Its title; its number; the title of its chapter. Each may be empty.
    address : str
        Of its page, from the root of the site, with its anchor.
    """

    book: Book
    kind: str
    key: str
    title: str
    number: str = ""
    within: str = ""
    address: str = ""

    @property
    def anchor(self) -> str:
        """Where in the page of citations it is."""
        return f"cite-{self.key}" if self.key else "cite-book"

    @property
    def reference(self) -> str:
        """As a list of references has it, in the style of the APA, without italics."""
        authors = ", ".join(name.strip("{}") for name in self.book.names)
        told: dict[str, Any] = {
            "authors": authors.rstrip("."),
            "year": self.book.year,
            "title": self.title,
            "number": self.number or self.key,
            "name": self.key,
            "within": self.within,
            "book": self.book.title,
            "version": self.book.version,
        }
        return written(Phrase(f"cite.{self.kind}", **told))

    @property
    def bibtex(self) -> str:
        """An entry of BibTeX."""
        kind = _KINDS[self.kind][0]
        key = "-".join(part for part in (f"bassin{self.book.year}", self.key) if part)
        fields = {"author": " and ".join(self.book.names), "title": _tex(self.title)}
        if self.kind == "chapter":
            fields["booktitle"] = _tex(self.book.title)
        if self.kind == "exhibit":
            fields["howpublished"] = _tex(", ".join((self.within, self.book.title)))
            fields["note"] = _tex(", ".join(filter(None, (self.number, self.key))))
        fields |= {"version": self.book.version, "year": self.book.year}
        lines = ",\n".join(f"  {name:<12} = {{{text}}}" for name, text in fields.items())
        return f"@{kind}{{{key},\n{lines}\n}}\n"

    @property
    def ris(self) -> str:
        """An entry of RIS."""
        fields = [("TY", _KINDS[self.kind][1])]
        fields += [("AU", name.strip("{}")) for name in self.book.names]
        fields += [("TI", self.title), ("PY", self.book.year), ("ET", self.book.version)]
        if self.kind != "book":
            fields += [("T2", self.book.title), ("ID", self.key)]
        if self.kind == "exhibit":
            fields += [("M1", self.number or self.key), ("CT", self.within)]
        return "".join(f"{tag}  - {text}\n" for tag, text in fields) + "ER  - \n"


def _tex(text: str) -> str:
    """A text for BibTeX: no character has a meaning, and names keep their capitals."""
    first, *others = _SPECIAL.sub(r"\\\1", text).split(" ")
    return " ".join([first, *(f"{{{one}}}" if one[:1].isupper() else one for one in others)])


def every(root: Path, html: Path, shown: Iterable[Shown]) -> list[Cited]:
    """All that can be cited of a book: itself, then its chapters, each before its figures."""
    book = book_of(root)
    by_page: dict[str, list[Shown]] = {}
    for one in shown:
        by_page.setdefault(one.page, []).append(one)
    found = [Cited(book, "book", "", book.title)]
    for page in toc_pages(root):
        if not (html / f"{page}.html").is_file():
            continue
        title = title_of((html / f"{page}.html").read_text(encoding="utf-8"))
        at = f"{page}.html"
        found.append(Cited(book, "chapter", Path(page).name, title, address=at))
        found += [
            Cited(book, "exhibit", one.name, one.title, one.number, title, f"{at}#{one.name}")
            for one in by_page.get(page, [])
        ]
    return found


def write(html: Path, found: Sequence[Cited]) -> None:
    """Write all citations as two files for reference managers, and in the page of citations."""
    for end, text in (("bib", "bibtex"), ("ris", "ris")):
        entries = (getattr(one, text) for one in found)
        write_text(html / "data" / f"citations.{end}", "\n".join(entries))
    path = html / f"{PAGE}.html"
    if not path.is_file():
        return
    page = path.read_text(encoding="utf-8")
    write_text(path, _MARK.sub(lambda mark: mark[1] + _chooser(found) + mark[2], page, count=1))
    keys = {one.key for one in found}
    for name in {one.address.partition("#")[0] for one in found if one.kind == "exhibit"}:
        _lead(html / name, keys)


def _chooser(found: Sequence[Cited]) -> str:
    """A list to choose from, and the citation of the book, which a script replaces."""
    groups: list[tuple[str, list[str]]] = []
    for one in found:
        text = escape(" ".join(filter(None, (one.number, one.title))))
        # The title of the book is in the first language, whatever the pages speak.
        spoken = f' lang="{LANGUAGES[0]}"' if one.kind == "book" else ""
        if one.kind != "exhibit":
            groups.append((f'label="{text}"{spoken}', []))
        about = f'id="{one.anchor}" value="{one.anchor}"{spoken}'
        groups[-1][1].append(f"<option {about}>{text}</option>")
    label = written(Phrase("cite.choose"))
    shown = "".join(
        f"<h3>{name}</h3>"
        f'<pre data-citation="{kind}" tabindex="0">{escape(getattr(found[0], kind))}</pre>'
        for kind, name in (("reference", "APA"), ("bibtex", "BibTeX"), ("ris", "RIS"))
    )
    told = {
        "found": {
            one.anchor: {"reference": one.reference, "bibtex": one.bibtex, "ris": one.ris}
            for one in found
        },
    }
    files = " · ".join(
        f'<a download="" href="../data/citations.{end}">citations.{end}</a>'
        for end in ("bib", "ris")
    )
    listed = "".join(
        f"<optgroup {title}>{''.join(options)}</optgroup>" for title, options in groups
    )
    return (
        f"<p><label>{escape(label)} <select>{listed}</select></label></p>{shown}"
        f"<p>{escape(written(Phrase('cite.all')))} {files}</p>"
        f'<script type="application/json">{script_json(told)}</script>'
    )


def _lead(path: Path, keys: set[str]) -> None:
    """Lead from under each figure of a page to its citation."""
    words = escape(written(Phrase("cite.this")))

    def led(found: re.Match[str]) -> str:
        if found["name"] not in keys:
            return found[0]
        address = f"{found['up']}{PAGE}.html#cite-{found['name']}"
        return f'{found["link"]} · <a href="{address}">{words}</a>'

    write_text(path, _BELOW.sub(led, path.read_text(encoding="utf-8")))
