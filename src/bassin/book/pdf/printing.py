"""Prints built pages as one PDF, in each language."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bassin import __version__
from bassin.book.build import reading
from bassin.book.environment import site_address, source_date
from bassin.book.offered.citing import load
from bassin.book.pdf.addresses import anchor
from bassin.book.pdf.chromium import print_pdf
from bassin.book.pdf.contents import Contents, absent, read, text_of
from bassin.book.pdf.drawings import hatched
from bassin.book.pdf.file import PdfFile
from bassin.book.pdf.joined import About, joined
from bassin.book.tables import PORTRAITS
from bassin.errors import BuildError
from bassin.files.atomic import write_bytes, write_text
from bassin.files.root import project_root
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.places.finding import siren_of
from bassin.words import LANGUAGES, speaking, write
from bassin.words.language import EDITION, edition
from bassin.words.writing import date

#: Folder of the PDFs, under ``_build``.
FOLDER = "pdf"
#: What the PDF of the book is called, before its language.
BOOK = "bassin"
#: How often a book is printed at most, until the numbers in its contents are those of its sheets.
TIMES = 3


def print_book(place: str = "", root: Path | None = None) -> list[Path]:
    """Print the book, or the portrait of a place, in each language in which it is built.

    Parameters
    ----------
    place : str
        As :func:`bassin.places.finding.siren_of`; none for the book.
    root : Path, optional
        Folder of the project; the current one by default.

    Returns
    -------
    list of Path
        ``_build/pdf/<book or code of the place>-<language>.pdf``: in the language asked for alone,
        where one is.

    Raises
    ------
    TerritoryError
        As :func:`bassin.places.finding.siren_of`.
    BuildError
        As :func:`write_pdf`; or if nothing was built, in whose place nothing is left then.
    LockedError
        If the pages are being built.
    """
    root = Path(root or project_root()).resolve()
    code = siren_of(place, Sources(root / "data")) if place else ""
    project = root / PORTRAITS / code if code else root
    if not (project / "_build").is_dir():  # where the lock would lie
        raise absent(project / "_build" / "html" / "index.html")
    printed = []
    with reading(project, write(Phrase("pdf.printing"))) as site:
        for language, html in built(site).items():
            pdf = root / "_build" / FOLDER / f"{code or BOOK}-{language}.pdf"
            start = time.monotonic()
            # Portraits have no address: their folder is published by whoever likes.
            n = write_pdf(root, html, language, pdf, "" if code else address_of(site, html))
            size, spent = pdf.stat().st_size / 1e6, time.monotonic() - start
            print(write(Phrase("pdf.printed", pdf=str(pdf), n=n, megabytes=size, seconds=spent)))
            printed.append(pdf)
    return printed


def built(site: Path) -> dict[str, Path]:
    """Folder of the pages in each language of a built site; in the one asked for, where one is.

    Parameters
    ----------
    site : Path
        In one language it is the folder of the pages.
    """
    apart = [language for language in LANGUAGES if (site / language).is_dir()]
    if not apart:
        return {edition(): site}
    asked = [edition()] if os.environ.get(EDITION) else apart
    return {language: site / language for language in asked}


def address_of(site: Path, html: Path) -> str:
    """Address of a folder of the published site, ending in a slash; empty where it has none."""
    base = site_address()
    return base if not base or html == site else f"{base}{html.relative_to(site).as_posix()}/"


def write_pdf(root: Path, html: Path, language: str, pdf: Path, site: str = "") -> int:
    """Write the pages in a folder as one PDF.

    The same pages give the same bytes, by the same browser and fonts.

    Parameters
    ----------
    root : Path
        Folder of the project, which has the version and the date.
    html : Path
        Folder of built pages.
    language : str
        Of the pages, of :data:`bassin.words.LANGUAGES`.
    pdf : Path
        File to write.
    site : str
        Address of the published pages, ending in a slash; empty where they have none.

    Returns
    -------
    int
        Number of its sheets.

    Raises
    ------
    BuildError
        If there are no pages, one is not as it was built or lacks an image, there is no Chromium,
        or it does not print them.
    """
    listed, version = read(html), str(load(root)["version"])
    seconds = int(source_date(root))
    day = datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
    numbers: dict[str, int] = {}
    with TemporaryDirectory(prefix="bassin-pdf-") as folder, speaking(language):
        said = About(write(Phrase("summary.author")), version, date(day))
        image = _images(html, Path(folder))
        for _ in range(TIMES):
            text = joined(html, listed, said, image, site=site, numbers=numbers)
            printed = _printed(text, Path(folder))
            found = _numbers(printed, listed)
            if found == numbers:
                break
            numbers = found
        else:
            raise BuildError(f"{html}: no two printings have the pages on the same sheets.")
    write_bytes(pdf, printed.stamped(said.author, f"bassin {__version__}", seconds))
    return len(printed.sheets())


def _printed(text: str, folder: Path) -> PdfFile:
    page, pdf = folder / "book.html", folder / "book.pdf"
    write_text(page, text)
    pdf.unlink(missing_ok=True)
    print_pdf(page, pdf)
    return PdfFile(pdf.read_bytes())


def _numbers(printed: PdfFile, listed: Contents) -> dict[str, int]:
    found = printed.numbers()
    return {page: found[anchor(page)] for page in listed.pages if anchor(page) in found}


def _images(html: Path, folder: Path) -> Callable[[str], str]:
    """What tells the address of the image to print: the drawing of a figure, else the image.

    It raises a BuildError where there is neither.
    """

    @cache
    def address(path: str) -> str:
        drawing = html / "data" / f"{Path(path).stem}.svg"
        if not drawing.is_file():
            if not (html / path).is_file():
                raise BuildError(f"its image {html / path} is absent.")
            return (html / path).resolve().as_uri()
        text = text_of(drawing)
        if (drawn := hatched(text)) == text:
            return drawing.resolve().as_uri()
        write_text(folder / drawing.name, drawn)
        return (folder / drawing.name).as_uri()

    return address
