"""What the document takes from the heads of the pages: styles, and what sets formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from bassin.book.pdf.addresses import path_of

#: What the address or the text of a script that sets formulas has in it.
FORMULAS = "mathjax"


def taken(html: Path, pages: Iterable[tuple[str, str]]) -> list[str]:
    """The elements that the document takes from the heads of pages, each once.

    Parameters
    ----------
    html : Path
        Folder of the pages.
    pages : iterable of tuple
        Name and text of each.

    Returns
    -------
    list of str
        Styles, then the scripts that set formulas; no other script. Their addresses are those of
        files on this machine.
    """
    head = _Head(html)
    for page, text in pages:
        head.page = page
        head.reset()
        head.feed(text.partition("</head>")[0])
        head.close()
    return [*dict.fromkeys(head.styles), *dict.fromkeys(head.scripts)]


class _Head(HTMLParser):
    """Collects what :func:`taken` gives."""

    def __init__(self, html: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.page = ""
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self._html = html
        self._inline = False  # whether the text of a script is being read

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._inline = tag == "script" and "src" not in given
        if tag == "link" and given.get("rel") == "stylesheet":
            media = f' media="{escape(given["media"])}"' if "media" in given else ""
            self.styles.append(f'<link rel="stylesheet" href="{self._file(given["href"])}"{media}>')
        if tag == "script" and FORMULAS in given.get("src", "").lower():
            self.scripts.append(f'<script defer src="{self._file(given["src"])}"></script>')

    def handle_data(self, data: str) -> None:
        if self._inline and FORMULAS in data.lower():
            self.scripts.append(f"<script>{data}</script>")

    def _file(self, address: str) -> str:
        return escape((self._html / path_of(address, self.page)).resolve().as_uri())
