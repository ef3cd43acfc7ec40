"""Citations of a book, its chapters and its figures, and the page on which they are chosen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.fixtures import ROOT
from tests.fixtures.offered import written_book

from bassin.book.offered import citing, data
from bassin.book.offered.shown import shown
from bassin.errors import BuildError
from bassin.words import speaking

CFF = """
title: Towns & Alès
version: 1.2.0
license: MIT
abstract: Towns.
authors:
  - name: The Us_group
"""
MARK = '<div class="bassin-cite docutils container">\n<p>x</p>\n</div>'


@pytest.fixture
def book(tmp_path: Path) -> tuple[Path, Path]:
    """A small book with its data, and a page of citations."""
    root, html = written_book(tmp_path)
    (root / "CITATION.cff").write_text(CFF, "utf-8")
    (html / "book").mkdir()
    (html / "book" / "cite.html").write_text(f"<body>{MARK}</body>", "utf-8")
    data.write(root, html, shown(root, html))
    return root, html


def found(root: Path, html: Path) -> dict[str, citing.Cited]:
    """What can be cited, by its anchor."""
    return {one.anchor: one for one in citing.every(root, html, shown(root, html))}


def test_the_book_its_chapters_and_figures_are_cited(book: tuple[Path, Path]):
    """Each by its own title, and by the version and authors of the one file."""
    cited = found(*book)
    assert [*cited] == ["cite-book", "cite-01_towns", "cite-tab-towns", "cite-fig-years"]
    assert cited["cite-book"].reference == (
        "The Us_group. (2026). Towns & Alès (Version 1.2.0) [Software and data]."
    )
    assert cited["cite-01_towns"].reference == (
        "The Us_group. (2026). Towns & people. In Towns & Alès (Version 1.2.0)."
    )
    assert "Years. [Figure 1.1; fig-years]. In Towns & people, Towns" in (
        cited["cite-fig-years"].reference
    )
    assert cited["cite-fig-years"].address == "notebooks/01_towns.html#fig-years"


def test_the_title_of_the_book_says_what_language_it_is_in(book: tuple[Path, Path]):
    """The pages may speak another, in which its chapters have their titles."""
    root, html = book
    with speaking("fr"):
        citing.write(html, citing.every(root, html, shown(root, html)))
    page = (html / "book" / "cite.html").read_text("utf-8")
    assert '<optgroup label="Towns &amp; Alès" lang="en"><option id="cite-book"' in page
    assert '<option id="cite-book" value="cite-book" lang="en">' in page
    assert page.count(' lang="en"') == 2


def test_bibtex_keeps_names_and_what_it_would_take_for_commands(book: tuple[Path, Path]):
    """A body is one name; capitals after the first word stay."""
    entry = found(*book)["cite-book"].bibtex
    assert entry.startswith("@software{bassin2026,\n")
    assert "= {{The Us_group}}" in entry
    assert r"= {Towns \& {Alès}}" in entry
    assert entry.count("{") == entry.count("}")
    assert found(*book)["cite-fig-years"].bibtex.startswith("@misc{bassin2026-fig-years,\n")


def test_ris_has_a_type_first_and_an_end(book: tuple[Path, Path]):
    """And a line each, of a tag of two letters."""
    for one in found(*book).values():
        lines = one.ris.splitlines()
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
        assert (lines[0][:2], lines[-1]) == ("TY", "ER  - ")
        assert "AU  - The Us_group" in lines
        assert "ET  - 1.2.0" in lines


def test_the_page_offers_them_and_figures_lead_to_it(book: tuple[Path, Path]):
    """Without scripts the book's own are shown; the link under a figure has where to go."""
    root, html = book
    citing.write(html, [*found(root, html).values()])
    page = (html / "book" / "cite.html").read_text("utf-8")
    assert '<pre data-citation="bibtex" tabindex="0">@software{bassin2026' in page
    (text,) = re.findall(r'<script type="application/json">(.*?)</script>', page)
    assert set(json.loads(text)["found"]) == set(found(root, html))
    chapter = (html / "notebooks" / "01_towns.html").read_text("utf-8")
    targets = re.findall(r'href="\.\./book/cite\.html#([^"]+)"', chapter)
    assert targets == ["cite-tab-towns", "cite-fig-years"]
    assert all(f'id="{target}"' in page for target in targets)
    for end in ("bib", "ris"):
        assert "fig-years" in (html / "data" / f"citations.{end}").read_text("utf-8")


def test_a_citation_file_that_lacks_something_is_refused(book: tuple[Path, Path]):
    """The message names what."""
    root, _ = book
    (root / "CITATION.cff").write_text(CFF.replace("version: 1.2.0\n", ""), "utf-8")
    with pytest.raises(BuildError, match=r"CITATION\.cff: no version"):
        citing.load(root)
    (root / "CITATION.cff").unlink()
    with pytest.raises(BuildError, match="cannot be read"):
        citing.load(root)


def test_the_book_itself_is_cited_as_the_readme_says():
    """By one text, of which the README has the only copy."""
    book = citing.book_of(ROOT)
    reference = citing.Cited(book, "book", "", book.title).reference
    readme = (ROOT / "README.md").read_text("utf-8").replace("*", "")
    assert f"> {reference}" in readme
