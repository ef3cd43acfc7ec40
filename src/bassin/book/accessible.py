"""Mends what the theme writes that some readers miss, or that is in English in every edition.

Those who listen to a page, or go through it by keys, want names and landmarks; those who read it in
French want words for what the theme and its extensions have no translation of. No setting of the
theme, and no template that it lets a book replace alone, reaches these places. So they are mended
in the pages as they were written. A rule that finds nothing changes nothing: that
each page is without fault is what the tests ask of the built book.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from pathlib import Path

from bassin.files.atomic import write_text
from bassin.phrase import Phrase
from bassin.words import write

#: The button that unfolds the pages under one, which shows an arrow alone; and the page before it.
_UNFOLDS = re.compile(r"(<a\b[^>]*>)([^<]*)(</a><details[^>]*><summary)>")
#: The bar beside the pages, of which but a part is a landmark.
_BAR = '<div id="pst-primary-sidebar"'
#: Names of buttons and landmarks as the theme has them, whatever the language, to our phrases.
NAMED: Mapping[str, str] = {
    "Main": "theme.main",
    "Page": "theme.page",
    "Toggle primary sidebar": "theme.pages",
    "Toggle secondary sidebar": "theme.contents",
}
_NAME = re.compile(
    rf'(<(?:nav|button)\b[^>]*\b(?:aria-label|title)=")({"|".join(map(re.escape, NAMED))})"'
)
#: A name that an extension lays over the words that a fold shows, or over a button of its script.
OVER = 'aria-label="Toggle hidden content"'
#: The script of that button, which knows these words in the language of the pages.
TOGGLES, KNOWN = "togglebutton.js", 'aria-label="${toggleHintShow}"'
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


def mend_scripts(static: Path) -> None:
    """Mend written scripts of the theme's extensions, in place.

    Parameters
    ----------
    static : Path
        Folder that they lie in.
    """
    path = static / TOGGLES
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        write_text(path, text.replace(OVER, KNOWN))


def mended_page(text: str) -> str:
    """A page whose buttons have names, whose parts are landmarks and whose lists have items.

    Names are in the language of the edition.

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

    def said(found: re.Match[str]) -> str:
        return f'{found[1]}{escape(write(Phrase(NAMED[found[2]])))}"'

    role = f'role="navigation" aria-label="{escape(write(Phrase("page.contents")))}"'
    text = _UNFOLDS.sub(named, text)
    text = text.replace(_BAR, f"{_BAR} {role}", 1)
    text = _NAME.sub(said, text).replace(f"<summary {OVER}>", "<summary>")
    return _WORK.sub(r'\1 role="listitem"', text)
