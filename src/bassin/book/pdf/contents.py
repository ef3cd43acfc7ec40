"""The contents of a built book, as the bar beside its first page lists them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from bassin.book.pdf.addresses import PAGE, path_of
from bassin.errors import BuildError

#: Where a first page leads that does no more than lead on.
_ON = re.compile(r'<meta http-equiv="Refresh" content="\d+; *url=([^"]+)\.html"', re.IGNORECASE)
#: What a whole book is called, in each page; its first page may have a title of its own.
_BOOK = re.compile(r'<meta property="og:site_name" content="([^"]*)"')
#: What to do about pages that cannot be printed.
AGAIN = "Build the pages again, with `make book` (`EPCI=` for a portrait)."
_LEVEL = re.compile(r"\btoctree-l(\d)")


@dataclass(frozen=True)
class Entry:
    """A line of the contents.

    Attributes
    ----------
    title : str
        With its number, where it has one.
    page : str
        Name of the page: its path from the root of the site, with no extension. Empty for the name
        of a part.
    level : int
        1, or more for a page that lies under another.
    """

    title: str
    page: str = ""
    level: int = 1


@dataclass(frozen=True)
class Contents:
    """Title of a book, and its pages and parts in their order, the first page first."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """Names of the pages."""
        return tuple(entry.page for entry in self.entries if entry.page)


def read(html: Path) -> Contents:
    """Read the contents of a book.

    Parameters
    ----------
    html : Path
        Folder of its built pages.

    Raises
    ------
    BuildError
        If there are none, or the first does not list them.
    """
    found = _ON.search(page_text(html, "index"))
    first = found[1] if found else "index"
    text, bar = page_text(html, first), _Bar(first)
    bar.feed(text)
    bar.close()
    listed = tuple({entry.page or entry.title: entry for entry in bar.entries}.values())
    if not listed or listed[0].page != first:
        raise BuildError(f"{html / first}{PAGE} does not list the pages of a book. {AGAIN}")
    called = _BOOK.search(text)
    return Contents(unescape(called[1]) if called else listed[0].title, listed)


def page_text(html: Path, page: str) -> str:
    """Text of a page.

    Raises
    ------
    BuildError
        As :func:`text_of`.
    """
    return text_of(html / f"{page}{PAGE}")


def text_of(path: Path) -> str:
    """Text of a built file.

    Raises
    ------
    BuildError
        If it is not there, or cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise absent(path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BuildError(f"{path} cannot be read: {error}. {AGAIN}") from error


def absent(path: Path) -> BuildError:
    """The error of a page that is not there."""
    return BuildError(
        f"{path} is absent: build the pages first, with `make book` (`EPCI=` for a portrait)."
    )


class _Bar(HTMLParser):
    """Collects the links and the names of parts in the bar of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.entries: list[Entry] = []
        self._page = page
        self._level = 1
        self._inside = False
        self._reading = ""  # element whose text is being read
        self._entry = Entry("")

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if tag == "nav" and "bd-links" in classes:
            self._inside = True
        if not self._inside:
            return
        if tag == "li" and (found := _LEVEL.search(given.get("class", ""))):
            self._level = int(found[1])
        elif tag == "span" and "caption-text" in classes:
            self._reading, self._entry = tag, Entry("")
        elif tag == "a" and "internal" in classes:
            page = path_of(given["href"].removesuffix("#"), self._page).removesuffix(PAGE)
            self._reading, self._entry = tag, Entry("", page, self._level)

    def handle_data(self, data: str) -> None:
        if self._reading:
            self._entry = replace(self._entry, title=self._entry.title + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._reading:
            self.entries.append(replace(self._entry, title=" ".join(self._entry.title.split())))
            self._reading = ""
        if tag == "nav":
            self._inside = False
