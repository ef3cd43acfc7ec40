"""All pages of a book as one document of HTML, in the order of the contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path

from bassin.book.pdf.addresses import PAGE, anchor
from bassin.book.pdf.article import article
from bassin.book.pdf.contents import AGAIN, Contents, Entry, page_text
from bassin.book.pdf.head import taken
from bassin.errors import BuildError
from bassin.phrase import Phrase
from bassin.words import current, write

STYLE = "book.css"
_LINK = re.compile(r'(<a\b[^>]* href="#)([^"]*)(")')
_NAME = re.compile(r' id="([^"]*)"')


@dataclass(frozen=True)
class About:
    """What the first sheet and the file say of a book.

    Attributes
    ----------
    author, version, day : str
        The day is written out.
    """

    author: str
    version: str
    day: str


def joined(
    html: Path,
    contents: Contents,
    about: About,
    image: Callable[[str], str],
    *,
    site: str = "",
    numbers: Mapping[str, int] | None = None,
) -> str:
    """Join the pages of a book.

    Parameters
    ----------
    html : Path
        Folder of its pages.
    contents : Contents
    about : About
    image : callable
        As :func:`bassin.book.pdf.article.article`.
    site : str
        Address of its published site, ending in a slash; empty where it has none.
    numbers : mapping of str to int, optional
        Number of the sheet on which each page begins; places are kept for them by default.

    Returns
    -------
    str
        A document whose styles and scripts are those of the pages, on this machine.

    Raises
    ------
    BuildError
        If a page is absent or cannot be printed: with its path, and what to do.
    """

    def inside(page: str, text: str) -> str:
        try:
            return article(text, page, contents.pages, image, site)
        except BuildError as error:
            raise BuildError(f"{html / page}{PAGE}: {error} {AGAIN}") from error

    texts = {page: page_text(html, page) for page in contents.pages}
    body = _mended(
        "".join(
            f'<article class="bd-article" id="{anchor(page)}" '
            f'style="page: {_sheet(contents, page)}">'
            f"{inside(page, text)}</article>"
            for page, text in texts.items()
        )
    )
    own = files("bassin.book.pdf").joinpath(STYLE).read_text(encoding="utf-8")
    head = "\n".join(
        [
            '<meta charset="utf-8">',
            f"<title>{escape(contents.title)}</title>",
            f'<meta name="author" content="{escape(about.author)}">',
            *taken(html, texts.items()),
            f"<style>{own}{_running(contents)}</style>",
        ]
    )
    first = _first(contents, about, numbers or {})
    return (
        f'<!DOCTYPE html>\n<html lang="{current().code}" data-theme="light" data-mode="light">\n'
        f"<head>\n{head}\n</head>\n<body>\n{first}\n<main>{body}</main>\n</body>\n</html>\n"
    )


def _mended(body: str) -> str:
    """A body whose links to names that nothing has lead to the page that would have them."""
    names = set(_NAME.findall(body))

    def led(found: re.Match[str]) -> str:
        start, to, end = found.groups()
        return f"{start}{to if to in names else to.partition('--')[0]}{end}"

    return _LINK.sub(led, body)


def _sheet(contents: Contents, page: str) -> str:
    """Name of the sheets of a page, which have its title at their head."""
    return f"sheet{contents.pages.index(page)}"


def _running(contents: Contents) -> str:
    """Rules for the heads of sheets."""
    heads = {_sheet(contents, one.page): _quoted(one.title) for one in contents.entries if one.page}
    return "".join(
        f"\n@page {sheet} {{ @top-left {{ content: {title} }} }}" for sheet, title in heads.items()
    )


def _quoted(text: str) -> str:
    r"""A text as a style sheet quotes it.

    Examples
    --------
    >>> _quoted('a "b" \\ </style>')
    '"a \\22 b\\22  \\5c  \\3c /style>"'
    """
    marks = {'"': "\\22 ", "\\": "\\5c ", "<": "\\3c ", "\n": " "}
    return f'"{"".join(marks.get(letter, letter) for letter in text)}"'


def _first(contents: Contents, about: About, numbers: Mapping[str, int]) -> str:
    """The first sheet: title, author, version, and the contents."""
    lines = [_line(entry, numbers) for entry in contents.entries]
    version = write(Phrase("pdf.version", version=about.version, day=about.day))
    return "\n".join(
        [
            '<header class="paper-head">',
            f'<p class="paper-title">{escape(contents.title)}</p>',
            f"<p>{escape(about.author)}</p>",
            f"<p>{escape(version)}</p>",
            "</header>",
            '<section class="paper-contents">',
            f"<h1>{escape(write(Phrase('pdf.contents')))}</h1>",
            f"<ul>{''.join(lines)}</ul>",
            "</section>",
        ]
    )


def _line(entry: Entry, numbers: Mapping[str, int]) -> str:
    title = escape(entry.title)
    if not entry.page:
        return f'<li class="paper-part">{title}</li>'
    number = numbers.get(entry.page, "")
    return (
        f'<li class="paper-level-{entry.level}"><a href="#{anchor(entry.page)}">'
        f"<span>{title}</span><span>{number}</span></a></li>"
    )
