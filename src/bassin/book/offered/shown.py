"""What a built book shows, as its chapters made it and its pages number it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any

from bassin.book.kept import executed
from bassin.claims.chapters import payloads, toc_pages
from bassin.files.atomic import write_text
from bassin.phrase import Phrase
from bassin.words import write as written

_TAG = re.compile(r"<[^>]+>")
_TITLE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_LINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_CAPTION = re.compile(
    r'<span class="caption-number">([^<]*)</span><span class="caption-text">((?:(?!headerlink).)*)'
    r'</span><a class="headerlink" href="#([^"]+)"',
    re.DOTALL,
)
_ROLE = re.compile(r"\{[a-z:]+\}`([^`]*)`")
_MARK = re.compile(r'(<div class="bassin-outputs docutils container">.*?)</div>', re.DOTALL)
_ESCAPED = re.compile(r"\\([^\w\s])")


@dataclass(frozen=True)
class Shown:
    """A figure, map or table of the book.

    Attributes
    ----------
    payload : dict
        As :attr:`bassin.show.exhibit.Exhibit.payload`.
    page : str
        Name of its page, relative to the site, with no extension.
    number, title : str
        As its caption has them, the source left out; the number may be empty.
    """

    payload: dict[str, Any]
    page: str
    number: str
    title: str

    @property
    def name(self) -> str:
        """Its label, which is its anchor in the page and the stem of its files."""
        return str(self.payload["name"])


def text_of(html: str) -> str:
    r"""The text of a piece of a page, in one line.

    Examples
    --------
    >>> text_of("<em>A</em> &amp;\n B")
    'A & B'
    """
    return " ".join(unescape(_TAG.sub("", html)).split())


def title_of(html: str) -> str:
    """Title of a page without its number.

    Examples
    --------
    >>> title_of('<h1><span class="section-number">1. </span>A<a class="headerlink">#</a></h1>')
    'A'
    """
    found = _TITLE.search(html)
    bare = _LINK.sub("", found[1]) if found else ""
    return text_of(re.sub(r'<span class="section-number">.*?</span>', "", bare))


def plain(markdown: str) -> str:
    r"""The text of a caption, which is inline MyST.

    Examples
    --------
    >>> plain("See {numref}`Table %s <tab-a>`, *a* 3\\*2")
    'See Table %s <tab-a>, a 3*2'
    """
    marked = re.sub(r"(?<!\\)[*`]", "", _ROLE.sub(r"\1", markdown))
    return " ".join(_ESCAPED.sub(r"\1", marked).split())


def shown(root: Path, html: Path) -> list[Shown]:
    """List what the executed chapters of a book show, in the order of its pages.

    Parameters
    ----------
    root : Path
        Folder of the project.
    html : Path
        Folder of its written pages.

    Raises
    ------
    BuildError
        If what is kept of a chapter is not what it printed.
    """
    found: list[Shown] = []
    for page in toc_pages(root):
        path = html / f"{page}.html"
        if not ((root / f"{page}.ipynb").is_file() and path.is_file()):
            continue  # prose; or absent, which the check of the pages finds
        captions = captions_of(path.read_text(encoding="utf-8"))
        for payload in payloads(executed(root, Path(page).name)):
            number, title = captions.get(payload["name"], ("", plain(payload["caption"])))
            found.append(Shown(payload, page, number, title))
    return found


def list_outputs(html: Path, page: str, every: Sequence[Shown]) -> None:
    """List on a page, at its mark, what the book shows: number, title, notebook, data.

    Parameters
    ----------
    html : Path
        Folder of the site.
    page : str
        Name of the page; one that is not there has no list.
    every : sequence of Shown
    """
    path = html / f"{page}.html"
    if not path.is_file():
        return
    up = "../" * page.count("/")
    rows = "".join(
        f'<tr><td><a href="{up}{one.page}.html#{one.name}">{escape(one.number or one.name)}</a>'
        f"</td><td>{escape(one.title)}</td><td><code>{one.page}.ipynb</code></td>"
        f'<td><a download="" href="{up}data/{one.name}.csv">{one.name}.csv</a></td></tr>'
        for one in every
    )
    names = (written(Phrase(f"column.{name}")) for name in ("number", "title", "program", "data"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    table = f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    text = path.read_text(encoding="utf-8")
    write_text(path, _MARK.sub(lambda mark: f"{mark[1]}{table}</div>", text, count=1))


def captions_of(html: str) -> dict[str, tuple[str, str]]:
    """Number and title of each figure and table of a page, by its anchor; the sources left out."""
    source = text_of(written(Phrase("exhibit.source")))
    return {
        anchor: (number.strip(), text_of(text).partition(f" {source} ")[0])
        for number, text, anchor in _CAPTION.findall(html)
    }
