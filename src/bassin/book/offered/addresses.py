"""Files of a site that are about its addresses: the page of one that is none, and their list."""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import quote

from bassin.book.environment import site_address
from bassin.claims.chapters import toc_pages
from bassin.files.atomic import write_text
from bassin.phrase import Phrase
from bassin.words import current
from bassin.words import write as written

#: What a host shows for an address that leads nowhere.
ABSENT = "404.html"
SITEMAP = "sitemap.xml"
_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>body{{font-family:sans-serif;line-height:1.5;max-width:40rem;margin:3rem auto;
padding:0 1rem}}
a{{color:#0b5394}}@media(prefers-color-scheme:dark){{body{{background:#121212;color:#eee}}
a{{color:#8ab4f8}}}}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{said}</p>
<p><a href="{base}index.html">{home}</a> · <a href="{base}search.html">{search}</a></p>
</main>
</body>
</html>
"""


def write(root: Path, html: Path) -> None:
    """Write the page of an absent address; the list of addresses where the site has one itself.

    Parameters
    ----------
    root : Path
        Folder of the project.
    html : Path
        Folder of the site.

    Raises
    ------
    BuildError
        As :func:`bassin.book.environment.site_address`.
    """
    base = site_address()
    words = {name: escape(written(Phrase(f"absent.{name}"))) for name in ("title", "said", "home")}
    words["search"] = escape(written(Phrase("absent.search")))
    page = _PAGE.format(lang=current().code, base=escape(base), **words)
    write_text(html / ABSENT, page)
    if base:
        told = (
            f"<url><loc>{escape(base + quote(name))}.html</loc></url>" for name in toc_pages(root)
        )
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        lines = [head, f'<urlset xmlns="{space}">', *told, "</urlset>", ""]
        write_text(html / SITEMAP, "\n".join(lines))
