"""The two languages of the built site tell one story: the same numbers at the same anchors."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.fixtures import ROOT

from bassin.book.edition.faithful import numbers
from bassin.book.offered.shown import text_of
from bassin.claims.chapters import toc_pages

pytestmark = pytest.mark.book

PAGES = toc_pages(ROOT)
ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
#: Identifiers that docutils counts up, as those of footnotes, and those of the terms of a glossary.
COUNTED = re.compile(r"id\d+|footnote|term-")
GLUED = re.compile(r'<span class="pasted-text[^"]*">(.*?)</span>', re.DOTALL)
TABLE = re.compile(r'<table[^>]*\bid="([^"]+)".*?</table>', re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[dh]\b.*?</t[dh]>", re.DOTALL)
#: What parts two texts of a cell: a line, a term of a list.
BETWEEN = re.compile(r"</(?:p|div|li|dt|dd|summary)>|<br ?/?>")
#: Names that have a number in French alone: a degree, a road.
NAMED = re.compile(r"[Bb]ac\s?\+\s?5|2x2 voies")

#: A decimal as French texts write it, which the English files quote too.
DECIMAL = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")

Rows = Counter[tuple[str, ...]]


def article(site: Path, code: str, page: str) -> str:
    """The part of a page that is its own."""
    found = ARTICLE.search((site / code / f"{page}.html").read_text("utf-8"))
    assert found
    return found[0]


def anchors(text: str) -> list[str]:
    """What links may lead to in a page, in its order; but terms, in the order of their alphabet."""
    return [one for one in re.findall(r'\bid="([^"]+)"', text) if not COUNTED.match(one)]


def glued(text: str, code: str) -> Counter[str]:
    """Numbers of the values that are pasted in the prose of a page."""
    return Counter(n for one in GLUED.findall(text) for n in numbers(text_of(one), code))


def tables(text: str, code: str) -> Iterator[tuple[str, Rows]]:
    """Numbers of each table, a row at a time: rows that are sorted by words may trade places."""
    for found in TABLE.finditer(text):
        rows = ([read(cell) for cell in CELL.findall(row)] for row in ROW.findall(found[0]))
        yield found[1], Counter(in_row(row, code) for row in rows)


def read(cell: str) -> str:
    """Text of a cell."""
    return text_of(BETWEEN.sub(" | ", cell))


def in_row(cells: list[str], code: str) -> tuple[str, ...]:
    """Numbers of a row, whose words may be in another order."""
    bare = (NAMED.sub("", cell) for cell in cells)
    found = (numbers(DECIMAL.sub(".", one) if code == "en" else one, code) for one in bare)
    return tuple(sorted(number for cell in found for number in cell))


def data(path: Path, code: str) -> Rows:
    """Numbers of the data of a figure, a row at a time."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    return Counter(in_row(row, code) for row in rows)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_same_anchors(site: Path, page: str):
    """Check that what is linked to in one language is there in the other, in the same order."""
    assert anchors(article(site, "fr", page)) == anchors(article(site, "en", page))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_the_same_numbers(site: Path, page: str):
    """Check every glued value and every cell of every table."""
    english, french = (article(site, code, page) for code in ("en", "fr"))
    assert glued(french, "fr") == glued(english, "en")
    told = dict(tables(english, "en"))
    for name, rows in tables(french, "fr"):
        assert rows == told.pop(name), name
    assert told == {}


def test_figures_rest_on_the_same_data(site: Path):
    """Check the numbers of every file that is offered, cell by cell."""
    english, french = ({p.name: p for p in (site / c / "data").glob("*.csv")} for c in ("en", "fr"))
    assert len(english) > 100
    assert sorted(english) == sorted(french)
    told = {name: data(path, "en") for name, path in english.items()}
    assert [name for name in told if data(french[name], "fr") != told[name]] == []


def test_the_comparison_sees_another_number():
    """Check that one digit of a value, of a cell or of an anchor is told apart."""
    page = '<p id="a"><span class="pasted-text">{}</span></p><table id="t"><tr><td>{}</td></tr>'
    english = page.format("1,234.5", "12") + "</table>"
    same = page.format("1\u202f234,5", "12") + "</table>"
    other = page.format("1\u202f234,6", "13") + "</table>"
    assert glued(english, "en") == glued(same, "fr") != glued(other, "fr")
    assert dict(tables(english, "en")) == dict(tables(same, "fr"))
    assert dict(tables(english, "en")) != dict(tables(other, "fr"))


def test_the_link_to_the_other_language_keeps_the_place(site: Path, browser: Browser):
    """Check that who has read on to a section is led to it, and not to the head of the page."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto((site / "en" / "notebooks" / "04_population.html").as_uri())
    section = page.locator("article section section").nth(2)
    section.evaluate("section => section.scrollIntoView()")
    at = page.locator("a.bassin-edition").bounding_box()
    assert at
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.wait_for_url("**/fr/notebooks/04_population.html#*")
    anchor = page.url.rpartition("#")[2]
    inside = "(section, anchor) => section.contains(document.getElementById(anchor))"
    assert section.evaluate(inside, anchor)
    page.close()


@pytest.mark.parametrize(("locale", "code"), [("fr-CA", "fr"), ("en-GB", "en"), ("de-DE", "")])
def test_the_first_page_follows_the_browser(site: Path, browser: Browser, locale: str, code: str):
    """Check that it leads to the language asked for, and stays where there is none of them."""
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.wait_for_timeout(500)
    assert f"/{code}/" in page.url if code else page.url == (site / "index.html").as_uri()
    context.close()
