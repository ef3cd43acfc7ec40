"""The contents of a book, read from its pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fixtures.printed import TITLE, toy_site

from bassin.book.pdf.contents import Entry, read
from bassin.errors import BuildError


@pytest.fixture
def html(tmp_path: Path) -> Path:
    """The toy site."""
    return toy_site(tmp_path / "html")


def test_parts_and_pages_come_in_their_order(html: Path):
    """The page itself, to which its own bar leads by ``#``, is the first; other lists are none."""
    found = read(html)
    assert found.title == TITLE
    assert found.entries == (
        Entry(TITLE, "index"),
        Entry("Numbers"),
        Entry("1. Towns", "notebooks/01_towns"),
    )
    assert found.pages == ("index", "notebooks/01_towns")


def test_a_book_is_called_what_its_pages_say(html: Path):
    """The first page of a portrait has a title of its own."""
    page = html / "index.html"
    called = '<meta property="og:site_name" content="A portrait &amp; more"></head>'
    page.write_text(page.read_text("utf-8").replace("</head>", called), encoding="utf-8")
    assert (read(html).title, read(html).entries[0].title) == ("A portrait & more", TITLE)


def test_a_first_page_that_leads_on_is_followed(html: Path):
    """As Jupyter Book writes one where the first page of a book lies in a folder."""
    (html / "index.html").rename(html / "notebooks" / "index.html")
    leads = '<meta http-equiv="Refresh" content="0; url=notebooks/index.html" />'
    (html / "index.html").write_text(leads, encoding="utf-8")
    page = html / "notebooks" / "index.html"
    page.write_text(page.read_text("utf-8").replace('"notebooks/01', '"01'), encoding="utf-8")
    assert read(html).pages == ("notebooks/index", "notebooks/01_towns")


def test_pages_under_a_page_are_deeper(html: Path):
    """By the class of their item."""
    page = html / "index.html"
    text = page.read_text("utf-8").replace(
        '"toctree-l1"><a class="reference internal" href="no',
        '"toctree-l2 current"><a class="reference internal" href="no',
    )
    page.write_text(text, encoding="utf-8")
    assert [entry.level for entry in read(html).entries] == [1, 1, 2]


def test_where_no_book_is_built_the_error_says_what_to_do(tmp_path: Path):
    """A folder without pages, and a page without a list of others."""
    with pytest.raises(BuildError, match=r"index\.html is absent: build the pages first"):
        read(tmp_path)
    (tmp_path / "index.html").write_text("<p>Hello", encoding="utf-8")
    with pytest.raises(BuildError, match=r"does not list the pages of a book\. Build"):
        read(tmp_path)


def test_a_page_that_cannot_be_read_is_named_with_what_to_do(html: Path):
    """One that is no text, and a folder in its place."""
    page = html / "index.html"
    said = rf"{page} cannot be read: .+\. Build the pages again, with `make book`"
    page.write_bytes(page.read_bytes().replace(b"Toys", b"\xe9"))
    with pytest.raises(BuildError, match=said):
        read(html)
    page.unlink()
    page.mkdir()
    with pytest.raises(BuildError, match=said):
        read(html)
