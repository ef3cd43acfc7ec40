"""Mends what the theme writes that those who listen to a page, or go through it by keys, miss.

No setting of the theme, and no template that it lets a book replace alone, reaches these places. So
they are mended in the pages as they were written. A rule that finds nothing changes nothing: that
each page is without fault is what the tests ask of the built book.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path

from bassin.files.atomic import write_text
from bassin.phrase import Phrase
from bassin.words import write

#: The button that unfolds the pages under one, which shows an arrow alone; and the page before it.
_UNFOLDS = re.compile(r"(<a\b[^>]*>)([^<]*)(</a><details[^>]*><summary)>")
#: The bar beside the pages, of which but a part is a landmark.
_BAR = '<div id="pst-primary-sidebar"'
#: A work in the list of works; in a list its role is that of an item.
_WORK = re.compile(r'(<div class="citation" id="[^"]*") role="doc-biblioentry"')


def mend(pages: Iterable[Path]) -> None:
    """Mend written pages, in place.

    Parameters
    ----------
    pages : iterable of Path
    """
    for path in pages:
        text = path.read_text(encoding="utf-8")
        mended = mended_page(text)
        if mended != text:
            write_text(path, mended)


def mended_page(text: str) -> str:
    """A page whose buttons have names, whose parts are landmarks and whose lists have items.

    Parameters
    ----------
    text : str
        A page as the theme wrote it.

    Examples
    --------
    >>> mended_page('<a href="a.html">Care</a><details><summary>')
    '<a href="a.html">Care</a><details><summary aria-label="Pages under Care">'
    """

    def named(found: re.Match[str]) -> str:
        label = write(Phrase("page.under", title=unescape(found[2]).strip()))
        return f'{found[1]}{found[2]}{found[3]} aria-label="{escape(label)}">'

    role = f'role="navigation" aria-label="{escape(write(Phrase("page.contents")))}"'
    text = _UNFOLDS.sub(named, text)
    text = text.replace(_BAR, f"{_BAR} {role}", 1)
    return _WORK.sub(r'\1 role="listitem"', text)
