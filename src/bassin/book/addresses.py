"""Files of a site that are about its addresses.

They are its first page, where it is in several languages; the page of an address that leads
nowhere; and the list of those that lead somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from bassin.book.environment import site_address
from bassin.files.atomic import write_text
from bassin.phrase import Phrase
from bassin.words import LANGUAGES, current, speaking
from bassin.words import write as written

FIRST = "index.html"
#: What a host shows for an address that leads nowhere.
ABSENT = "404.html"
SITEMAP = "sitemap.xml"
_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}
<title>{title}</title>
<style>body{{font-family:sans-serif;line-height:1.5;max-width:40rem;margin:3rem auto;
padding:0 1rem}}
a{{color:#0b5394;display:inline-block;padding:.25rem 0}}
@media(prefers-color-scheme:dark){{body{{background:#121212;color:#eee}}a{{color:#8ab4f8}}}}</style>
</head>
<body>
<main>
{body}
</main>
{script}</body>
</html>
"""
#: Script of the first page, which is whole in one file.
_FOLLOW = Path(__file__).with_name("first.js")


def write(
    html: Path,
    pages: Sequence[str],
    title: Phrase,
    editions: Sequence[str] = (),
) -> None:
    """Write the first page, that of an absent address, and the list of those there are.

    There is a first page to write where the site is in several languages, and a list where it has
    an address itself.

    Parameters
    ----------
    html : Path
        Folder of the site.
    pages : sequence of str
        As the table of contents names them.
    title : Phrase
        What the book is called.
    editions : sequence of str
        Languages that each page is in, in a folder of its own; none where the pages are the site's.

    Raises
    ------
    BuildError
        As :func:`bassin.book.environment.site_address`.
    """
    base = site_address()
    write_text(html / ABSENT, _absent(base, editions))
    if editions:
        write_text(html / FIRST, _first(base, editions, title))
    if base:
        write_text(html / SITEMAP, _sitemap(base, pages, editions))


def _first(base: str, editions: Sequence[str], title: Phrase) -> str:
    """The page that leads to each language."""
    parts = []
    for code in editions:
        with speaking(code):
            called = escape(written(title))
            read = escape(written(Phrase("edition.read")))
        parts.append(
            f'<section lang="{code}">\n<h1>{called}</h1>\n'
            f'<p><a href="{code}/{FIRST}" hreflang="{code}">{read}</a></p>\n</section>'
        )
    links = [
        f'<link rel="alternate" hreflang="{code}" href="{escape(base)}{code}/{FIRST}">'
        for code in editions
    ]
    script = _FOLLOW.read_text(encoding="utf-8")
    with speaking(editions[0]):
        first = escape(written(title))
    return _PAGE.format(
        lang=editions[0],
        head="\n".join(links),
        title=first,
        body="\n".join(parts),
        script=f'<script data-languages="{" ".join(editions)}">\n{script}</script>\n',
    )


def _absent(base: str, editions: Sequence[str]) -> str:
    """The page of an absent address, in each language of the site."""
    spoken = list(editions) or [current().code]
    parts, titles = [], []
    for code in spoken:
        under = f"{base}{code}/" if editions else base
        with speaking(code):
            words = {
                name: escape(written(Phrase(f"absent.{name}")))
                for name in ("title", "said", "home", "search")
            }
        titles.append(words["title"])
        parts.append(
            f'<section lang="{code}">\n<h1>{words["title"]}</h1>\n<p>{words["said"]}</p>\n'
            f'<p><a href="{escape(under)}{FIRST}">{words["home"]}</a> · '
            f'<a href="{escape(under)}search.html">{words["search"]}</a></p>\n</section>'
        )
    return _PAGE.format(
        lang=spoken[0],
        head='<meta name="robots" content="noindex">',
        title=" · ".join(titles),
        body="\n".join(parts),
        script="",
    )


def _sitemap(base: str, pages: Iterable[str], editions: Sequence[str]) -> str:
    """Every page, and where it is in several languages each of them with the others."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    if editions:
        space += ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    told = (line for page in pages for line in _listed(base, page, editions))
    return "\n".join([head, f"<urlset {space}>", *told, "</urlset>", ""])


def _listed(base: str, page: str, editions: Sequence[str]) -> Iterator[str]:
    if not editions:
        yield f"<url><loc>{escape(base + quote(page))}.html</loc></url>"
        return
    at = {code: escape(f"{base}{code}/{quote(page)}.html") for code in editions}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
        for code, address in at.items()
    )
    for address in at.values():
        yield f"<url><loc>{address}</loc>{others}</url>"


def of_page(page: str, code: str) -> str:
    """Address of a page of a site in another language, from the same page in one of them.

    Parameters
    ----------
    page : str
        As the table of contents names it.
    code : str
        Language.

    Examples
    --------
    >>> of_page("notebooks/04_population", "fr")
    '../../fr/notebooks/04_population.html'
    """
    return f"{'../' * (page.count('/') + 1)}{code}/{page}.html"


def alternates(page: str, editions: Sequence[str]) -> Iterator[str]:
    """What the head of a page says of it in each language, and for those who ask for none of them.

    Parameters
    ----------
    page : str
        As the table of contents names it.
    editions : sequence of str
        Languages that it is in.

    Raises
    ------
    BuildError
        As :func:`bassin.book.environment.site_address`.
    """
    base = site_address()
    at = {
        code: f"{base}{code}/{quote(page)}.html" if base else of_page(page, code)
        for code in editions
    }
    for code, address in [*at.items(), ("x-default", at.get(LANGUAGES[0], ""))]:
        if address:
            yield f'<link rel="alternate" hreflang="{code}" href="{escape(address)}">'
