"""Addresses in the pages of a book, and what they become where all pages are one document."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from urllib.parse import unquote, urljoin, urlsplit

PAGE = ".html"


def path_of(address: str, page: str) -> str:
    """Path, from the root of the site, of the file to which an address in a page leads.

    Parameters
    ----------
    address : str
    page : str
        Name of the page: its path from the root, with no extension.

    Examples
    --------
    >>> path_of("../data/tab-a%20b.csv", "notebooks/01_a"), path_of("#b", "notebooks/01_a")
    ('data/tab-a b.csv', 'notebooks/01_a.html')
    """
    path = unquote(urlsplit(address).path)
    if not path:
        return page + PAGE
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def anchor(page: str, name: str = "") -> str:
    """Anchor of a page in the document, or of what has a name in the page.

    Examples
    --------
    >>> anchor("book/api"), anchor("book/api", "care")
    ('book.api', 'book.api--care')
    """
    start = page.replace("/", ".")
    return f"{start}--{name}" if name else start


def led(address: str, page: str, pages: Collection[str], site: str = "") -> str:
    """Where the document leads in place of an address in a page.

    Parameters
    ----------
    address, page : str
        As :func:`path_of`.
    pages : collection of str
        Names of the pages that the document has.
    site : str
        Address of the published site, ending in a slash; empty where it has none.

    Returns
    -------
    str
        An anchor of the document; what lies outside the site, as it is; a file of the published
        site. Empty for a file where there is none: it is on the machine of whoever prints.

    Examples
    --------
    >>> led("../book/data.html#why", "notebooks/01_a", ["book/data"])
    '#book.data--why'
    >>> led("../data/tab-a.csv", "notebooks/01_a", [], "https://example.org/")
    'https://example.org/data/tab-a.csv'
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    to = path_of(address, page)
    if to.endswith(PAGE) and to.removesuffix(PAGE) in pages:
        return f"#{anchor(to.removesuffix(PAGE), unquote(parts.fragment))}"
    return urljoin(f"{site}{page}{PAGE}", address) if site else ""
