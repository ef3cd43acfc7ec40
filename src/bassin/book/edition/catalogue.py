"""Catalogues of paragraphs: what a page says in another language, as gettext has it."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from bassin.claims.chapters import read_chapter, toc_pages
from bassin.files.atomic import write_text
from bassin.files.listing import USUAL
from bassin.files.manifest import TYPED
from bassin.paragraphs import parts
from bassin.words.catalogues import path_of, read

_HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)
#: Under this likeness an old paragraph is not the one that a new one replaces.
_ALIKE = 0.5
_HEADING = re.compile(r"^#{1,3} +(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a page.

    Attributes
    ----------
    context : str
        Identifier of its cell; in a page that is no notebook, the heading it is under.
    text : str
    """

    context: str
    text: str


def paragraphs(root: Path, page: str) -> list[Paragraph]:
    """Paragraphs of a page, in their order, each once.

    Parameters
    ----------
    root : Path
        Folder of the project.
    page : str
        As the table of contents has it: ``notebooks/04_population``.
    """
    if page.startswith("study/"):
        return told(root / "data" / page, TOLD)
    if page == DATA:
        return told(root / "data", OF_ALL)
    return list(dict.fromkeys(_paragraphs(root, page)))


def _paragraphs(root: Path, page: str) -> Iterator[Paragraph]:
    notebook = root / f"{page}.ipynb"
    if notebook.is_file():
        for cell in read_chapter(notebook).cells:
            if cell.cell_type == "markdown":
                yield from (Paragraph(cell.id, text) for text, prose in parts(cell.source) if prose)
        return
    under = ""
    for text, prose in parts((root / f"{page}.md").read_text(encoding="utf-8")):
        if found := _HEADING.search(text):
            under = found.group(1)
        if prose:
            yield Paragraph(under, text)


#: Columns of the files of a study that pages show and that are in the words of this book.
TOLD: Mapping[str, Sequence[str]] = {
    "claims.csv": ("statement", "note", "margin_basis", "locus", "unit", "area", "period"),
    "errata.csv": ("why",),
    "searches.csv": ("place", "query", "seen"),
    "secondary.csv": ("found", "note", "publisher"),
    "actors.csv": ("name",),
    "instruments.csv": ("name", "payer", "pays", "does", "note"),
    "training.csv": ("place", "trains_in"),
    "sums.csv": ("label", "money_of", "note"),
    "contested.csv": ("unit", "note"),
    "contrast-expectations.csv": ("reason",),
    "events.csv": ("note", "place", "firm"),
    "mining-communes.csv": ("named",),
    "land.csv": ("item", "year"),
    "figure-2-4.csv": ("class",),
    "figure-miners-wage.csv": ("group",),
    "figure-ii.csv": ("sector",),
}


#: The same of the files that hold for every study.
OF_ALL: Mapping[str, Sequence[str]] = {
    "findings.csv": ("area", "period", "unit", "note"),
    "sources.csv": (
        *("publisher", "title", "period", "geography", "licence"),
        *("obtained_from", "notes"),
    ),
    "transcriptions.csv": ("origin", "holds"),
}
#: Catalogue of their texts.
DATA = "data/lists"
#: Two letters of a word, or a decade.
_WORD = re.compile(r"[^\W\d_]{2,}|\d0s\b")
#: An address of a file, with no word beside it.
_ADDRESS = re.compile(r"\S+ \S+(?: \S*[\d./-]\S*)*")
#: What a name, or words to search for, have where they are put in words of the first language.
_ENGLISH = re.compile(r"\b(?:of|then)\b")
#: Rows whose text of a column pages show, where that of others is a name, an address or unseen.
_SAID: Mapping[tuple[str, str], Callable[[Mapping[str, str]], bool]] = {
    ("events.csv", "firm"): lambda row: bool(_ENGLISH.search(row["firm"])),
    ("searches.csv", "query"): lambda row: bool(_ENGLISH.search(row["query"])),
    ("sources.csv", "notes"): lambda row: row["status"] == TYPED,
    ("sources.csv", "obtained_from"): lambda row: not _ADDRESS.fullmatch(row["obtained_from"]),
}


def told(folder: Path, listed: Mapping[str, Sequence[str]]) -> list[Paragraph]:
    """Texts of files that pages show, each once in a file.

    Parameters
    ----------
    folder : Path
        Where the files lie; one that is not there has no text.
    listed : mapping
        File to its columns, as :data:`TOLD`.
    """
    found: dict[Paragraph, None] = {}
    for file, columns in listed.items():
        if not (folder / file).is_file():
            continue
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for column in columns:
                    is_said = _SAID.get((file, column), bool)
                    # A licence that is known from habit alone is shown without those words too.
                    for text in (row[column] or "", (row[column] or "").removesuffix(USUAL)):
                        if _WORD.search(text) and is_said(row):
                            found[Paragraph(file.removesuffix(".csv"), text)] = None
    return list(found)


def of_data(root: Path) -> list[str]:
    """Catalogues of the texts of data: those of each study, and those that hold for every one."""
    studies = (root / "data" / "study").glob("*/claims.csv")
    return [*(f"study/{path.parent.name}" for path in sorted(studies)), DATA]


def of_book(root: Path) -> list[str]:
    """What has a catalogue of what the pages of the book say."""
    return [*toc_pages(root), *of_data(root)]


def pages(root: Path) -> list[str]:
    """What has a catalogue: pages of the book, of portraits and of the atlas; texts of data."""
    others = [
        path.relative_to(root).with_suffix("").as_posix()
        for folder in ("portrait", "atlas")
        for path in sorted((root / "notebooks" / folder).glob("*.ipynb"))
    ]
    return [*of_book(root), *others]


def write(path: Path, catalogue: Catalog, language: str) -> None:
    """Write a catalogue: the same messages make the same bytes."""
    out = io.BytesIO()
    for message in catalogue:
        message.flags.discard("python-brace-format")  # guessed by Babel from the roles of MyST
    write_po(out, catalogue, width=0, omit_header=True, include_previous=True)
    write_text(path, _HEADER.format(language=language) + out.getvalue().decode("utf-8"))


def updated(found: list[Paragraph], old: Catalog, language: str) -> Catalog:
    """A catalogue of the paragraphs a page has now.

    What is said of a paragraph that changed is kept, and marked *fuzzy*: it is to be read again.

    Parameters
    ----------
    found : list of Paragraph
    old : Catalog
        Of the page as it was.
    language : str
    """
    new = Catalog(locale=language)
    now = {(one.text, one.context) for one in found}
    left = [one for one in old if one.id and (one.id, one.context) not in now and one.string]
    for one in found:
        before = old.get(one.text, one.context)
        if before is not None and before.string:
            new.add(
                one.text,
                before.string,
                context=one.context,
                flags=before.flags,
                previous_id=before.previous_id,
            )
            continue
        near = _nearest(one, left)
        if near is None:
            new.add(one.text, "", context=one.context)
        else:
            left.remove(near)
            new.add(
                one.text,
                near.string,
                context=one.context,
                flags=["fuzzy"],
                previous_id=[str(near.id)],
            )
    return new


def _nearest(paragraph: Paragraph, left: list[Message]) -> Message | None:
    """What was said of the paragraph that this one replaces, if any."""
    likes = [
        (difflib.SequenceMatcher(None, paragraph.text, one.id).ratio(), n, one)
        for n, one in enumerate(left)
        if one.context == paragraph.context
    ]
    alike = [one for one in likes if one[0] >= _ALIKE]
    return max(alike, key=lambda one: (one[0], -one[1]))[2] if alike else None


def update(root: Path, language: str) -> list[Path]:
    """Bring the catalogues of a language up to its pages.

    Returns
    -------
    list of Path
        Catalogues written.
    """
    written = []
    for page in pages(root):
        path = path_of(root, language, page)
        new = updated(paragraphs(root, page), read(path, language), language)
        if len(new):
            write(path, new, language)
            written.append(path)
    return written
