"""Checks of the built pages: all there, none with an error, nothing fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bassin.book.light import frames
from bassin.phrase import Phrase
from bassin.words import write

# The attributes through which a browser fetches something to show the page, by element.
RESOURCES = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
FETCHED_LINKS = {"stylesheet", "preload", "modulepreload", "prefetch", "icon", "manifest"}
CSS_ADDRESS = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s;]+)""")


@dataclass(frozen=True)
class Reference:
    """An address in a page: the element it is in, and whether showing the page fetches it."""

    tag: str
    address: str
    fetched: bool

    @property
    def external(self) -> bool:
        """Whether the address lies outside the site."""
        parts = urlsplit(self.address)
        return bool(parts.netloc) or parts.scheme in {"http", "https", "ftp"}

    @property
    def path(self) -> str:
        """The path of a file of the site; empty for an anchor, a ``data:`` address and the like."""
        parts = urlsplit(self.address)
        return "" if parts.scheme or parts.netloc else unquote(parts.path)


class _Page(HTMLParser):
    """Collects the references and the error outputs of a page and of its inlined frames."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.references: list[Reference] = []
        self.errors = 0
        self.frames: list[str] = []
        self._style = False

    def _add(self, tag: str, address: str | None, *, fetched: bool) -> None:
        if address:
            self.references.append(Reference(tag, address.strip(), fetched))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name in RESOURCES.get(tag, ()):
            value = given.get(name)
            if name == "srcset" and value and not value.startswith("data:"):
                for candidate in value.split(","):
                    self._add(tag, candidate.strip().split(" ")[0], fetched=True)
            else:
                self._add(tag, value, fetched=True)
        if tag == "link":
            kinds = set((given.get("rel") or "").split())
            self._add(tag, given.get("href"), fetched=bool(kinds & FETCHED_LINKS))
        if tag == "a":
            self._add(tag, given.get("href"), fetched=False)
        if tag == "iframe" and given.get("srcdoc"):
            self.add_frame(given["srcdoc"] or "")
        if tag == "iframe":
            self._add(tag, given.get(frames.ATTRIBUTE), fetched=True)
            self.frames += [given[frames.ATTRIBUTE] or ""] if frames.ATTRIBUTE in given else []
        if "style" in given:
            self._add_css(given["style"] or "")
        if "traceback" in (given.get("class") or "").split():
            self.errors += 1
        if tag == "style":
            self._style = True

    def add_frame(self, document: str) -> None:
        """Collect what is in the document of a frame as well."""
        frame = _parse(document)
        self.references += frame.references
        self.errors += frame.errors

    def handle_data(self, data: str) -> None:
        if self._style:
            self._add_css(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._style = False

    def _add_css(self, text: str) -> None:
        for address in CSS_ADDRESS.findall(text):
            self._add("style", address, fetched=True)


def _parse(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    return page


def references(text: str) -> list[Reference]:
    """List the addresses in an HTML text, those inside its ``srcdoc`` frames included."""
    return _parse(text).references


def check_html(html: Path, pages: Iterable[str]) -> list[str]:
    """List what is wrong with a built site.

    Parameters
    ----------
    html : Path
        Folder of the built site.
    pages : iterable of str
        Names of the pages that must be there, as in ``_toc.yml``: relative, with no extension.

    Returns
    -------
    list of str
        One sentence a fault: a page of the table of contents that is absent, an output that is an
        error, a resource that showing a page fetches from another site, a link to a file that is
        not there. Empty when all is well.
    """
    absent = [name for name in pages if not (html / f"{name}.html").is_file()]
    faults = [Phrase("site.not_built", page=name) for name in absent]
    for path in sorted(html.rglob("*.html")):
        if path.is_relative_to(html / "_static"):
            continue
        name = path.relative_to(html).as_posix()
        page = _parse(path.read_text(encoding="utf-8"))
        for file in filter(Path.is_file, (path.parent / address for address in page.frames)):
            page.add_frame(frames.document(file))
        if page.errors:
            faults.append(Phrase("site.errors", page=name, n=page.errors))
        wrong = _reference_faults(page, path, html)
        faults += (Phrase("site.fault", page=name, fault=fault) for fault in wrong)
    for path in sorted(html.rglob("*.css")):
        name = path.relative_to(html).as_posix()
        for address in CSS_ADDRESS.findall(path.read_text(encoding="utf-8")):
            fault = Phrase("site.style_fetches", address=address)
            faults.append(Phrase("site.fault", page=name, fault=fault))
    return [write(fault) for fault in faults]


def _reference_faults(page: _Page, path: Path, html: Path) -> Iterator[Phrase]:
    for reference in dict.fromkeys(page.references):
        if reference.external and reference.fetched:
            yield Phrase("site.fetches", tag=reference.tag, address=reference.address)
        elif reference.path:
            start = html if reference.path.startswith("/") else path.parent
            if not (start / reference.path.lstrip("/")).exists():
                yield Phrase("site.points", tag=reference.tag, address=reference.address)
