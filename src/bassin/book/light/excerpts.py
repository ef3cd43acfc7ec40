"""What the page of results quotes: the texts of all pages, in one script.

The search of Sphinx fetches each page that it found, to quote it. A browser that shows a page from
a folder fetches nothing; from a server, it would fetch whole pages for a line each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from bassin.book.light.parts import SEARCH
from bassin.files.atomic import write_text

FILE = "searchtexts.js"
#: The script that quotes them.
SCRIPT = "search.js"
_END = "</head>"
#: Parts of a page that are not quoted, by a class.
_LEFT_OUT = {"highlight", "headerlink", "bassin-switch", "bassin-rests", "bassin-download"}
#: Elements that stand on lines of their own.
_BLOCKS = {"dd", "div", "dt", "figcaption", "li", "p", "pre", "section", "td", "th"} | {
    f"h{level}" for level in range(1, 7)
}
_EMPTY = {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "col"}


class _Texts(HTMLParser):
    """The texts of the sections of a page, by their identifier, in their order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {}
        self._open: list[tuple[str, str | None, bool]] = []  # element, its section, left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            return
        given = dict(attrs)
        _, section, out = self._open[-1] if self._open else ("", None, False)
        if tag == "article":
            section = ""
        elif tag == "section" and section is not None:
            section = given.get("id") or section
        out = (
            out
            or tag in ("script", "style")
            or bool(_LEFT_OUT & set((given.get("class") or "").split()))
        )
        self._open.append((tag, section, out))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.handle_data(" ")
        if any(tag == one for one, _, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        _, section, out = self._open[-1] if self._open else ("", None, True)
        if section is not None and not out and (data.strip() or section in self.texts):
            self.texts.setdefault(section, []).append(data)


def write(html: Path, pages: Iterable[Path]) -> None:
    """Write the texts of the pages, and have the page of results load them.

    Parameters
    ----------
    html : Path
        Folder of the written pages.
    pages : iterable of Path
        Those of the site.
    """
    results = html / SEARCH
    if not results.is_file() or not (html / "_static" / SCRIPT).is_file():
        return
    texts = {
        path.relative_to(html).with_suffix("").as_posix(): texts_of(path.read_text("utf-8"))
        for path in pages
        if path != results
    }
    given = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    write_text(html / "_static" / FILE, f"var bassinTexts={given};\n")
    loaded = "".join(f'<script defer src="_static/{name}"></script>\n' for name in (FILE, SCRIPT))
    written = results.read_text(encoding="utf-8").replace(_END, f"{loaded}{_END}", 1)
    write_text(results, written)


def texts_of(page: str) -> list[tuple[str, str]]:
    """The identifier and the text of each section of a page, in their order.

    Examples
    --------
    >>> texts_of('no<article><section id="a"><h1>A</h1> <p>b<i>c</i></p></section></article>')
    [('a', 'A bc')]
    """
    found = _Texts()
    found.feed(page)
    found.close()
    return [(name, " ".join("".join(parts).split())) for name, parts in found.texts.items()]
