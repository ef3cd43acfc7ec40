"""A page on paper, as a browser prints it: nothing folded, nothing wider than the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.fixtures import ROOT

from bassin.claims.chapters import toc_pages

STATIC = ROOT / "book" / "_static"
#: Pixels between the margins of an A4 sheet (170 mm): what is wider makes all letters smaller.
BREADTH = 643
#: Texts that end beyond it, and where.
BEYOND = """(breadth) => {
  const found = [], range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.data.trim()) continue;
    range.selectNodeContents(walker.currentNode);
    const right = Math.max(...[...range.getClientRects()].map((box) => box.right));
    if (right > breadth + 1) found.push(walker.currentNode.data.trim().slice(0, 40));
  }
  return found;
}"""
LONG = "data/raw/insee/" + "a_long_name_" * 12 + ".csv"
TOY = f"""<!DOCTYPE html><html lang="en"><head><style>body {{ margin: 0 }}</style>
<link rel="stylesheet" href="{STATIC.as_uri()}/bassin.css">
<link rel="stylesheet" href="{STATIC.as_uri()}/print.css" media="print"></head><body>
<article class="bd-article"><p>Toy</p>
<details class="bassin-fold"><summary>More</summary><p id="folded">Folded</p></details>
<p class="bassin-download">Data</p>
<table class="bassin-table table"><thead><tr><th class="head text-left"><p>File</p></th>
<th class="head text-left"><p>What</p></th></tr></thead>
<tbody><tr><td class="text-left"><p>{LONG}</p></td><td class="text-left"><p>What it is</p></td></tr>
</tbody></table></article></body></html>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window as broad as what a sheet takes, which shows what would be printed."""
    context = browser.new_context(viewport={"width": BREADTH, "height": 900}, offline=True)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def open_toy(page: Page, folder: Path) -> None:
    """Open the toy page."""
    path = folder / "page.html"
    path.write_text(TOY, encoding="utf-8")
    page.goto(path.as_uri())


@pytest.mark.book
@pytest.mark.parametrize("name", toc_pages(ROOT))
def test_a_page_fits_the_sheet(html: Path, french: Path, page: Page, name: str):
    """No text ends beyond the margin, in either language: words of French are longer."""
    for folder in (html, french):
        page.goto((folder / f"{name}.html").as_uri())
        assert page.evaluate(BEYOND, BREADTH) == []


def test_long_names_break_where_the_sheet_ends(page: Page, tmp_path: Path):
    """In a table, whose columns it would push away otherwise."""
    open_toy(page, tmp_path)
    assert page.evaluate(BEYOND, BREADTH) == []
    page.add_style_tag(content="article td { overflow-wrap: normal !important }")
    assert LONG[:40] in page.evaluate(BEYOND, BREADTH)


def test_what_is_folded_is_printed_and_links_to_data_are_not(page: Page, tmp_path: Path):
    """On the screen it is the other way round."""
    open_toy(page, tmp_path)
    shown = (
        '["#folded", ".bassin-download"].map((n) => document.querySelector(n).checkVisibility())'
    )
    assert page.evaluate(shown) == [True, False]
    page.emulate_media(media="screen")
    assert page.evaluate(shown) == [False, True]
