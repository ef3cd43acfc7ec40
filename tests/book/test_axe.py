"""Every page of the built book and every frame in it, judged by axe-core."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page
from tests.fixtures import ROOT

from bassin.claims.chapters import toc_pages

#: The Web Content Accessibility Guidelines 2.2 at levels A and AA, and what is held to be good.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Frames are judged one by one, as pages are.
OPTIONS = {"iframes": False, "resultTypes": ["violations"], "runOnly": RULES}
WIDTHS = (1400, 360)
THEMES = ("light", "dark")
HEIGHT = 900
#: Pages that the theme makes, beside those of the table of contents.
MADE = ("search", "genindex", "py-modindex")


def faults(frame: Frame) -> list[str]:
    """What axe-core finds wrong in a page or a frame: the rule, and where."""
    found = Axe().run(frame, options=OPTIONS).response["violations"]
    return [
        f"{fault['id']}: {' '.join(map(str, node['target']))} {node['html'][:200]}"
        for fault in found
        for node in fault["nodes"]
    ]


def read_to_the_end(page: Page) -> None:
    """Scroll through a page, so that what is written when a reader comes near is there."""
    end = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, end, HEIGHT):
        page.evaluate(f"window.scrollTo(0, {top})")
        page.wait_for_timeout(30)
    page.wait_for_timeout(200)


@pytest.mark.book
@pytest.mark.parametrize("name", [*toc_pages(ROOT), *MADE])
def test_a_page_is_for_everyone(html: Path, browser: Browser, name: str):
    """Check that no rule is broken, light and dark, on a screen and on a telephone."""
    page = browser.new_page(
        viewport={"width": WIDTHS[0], "height": HEIGHT}, reduced_motion="reduce"
    )
    page.goto((html / f"{name}.html").as_uri())
    found = set()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        read_to_the_end(page)
        for theme in THEMES:
            page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
            page.wait_for_timeout(100)
            frames = page.frames if theme == THEMES[0] else page.frames[:1]  # drawn for one theme
            found |= {f"{width} {theme}, {fault}" for frame in frames for fault in faults(frame)}
    page.close()
    assert sorted(found) == []


def test_a_fault_is_found(browser: Browser):
    """Check that a picture without a text, in a page and in its frame, is named."""
    page = browser.new_page()
    frame = "<iframe title='A' srcdoc='<img src=&quot;data:,&quot;>'></iframe>"
    page.set_content(f"<html lang=en><title>A</title><main><h1>A</h1><img src='data:,'>{frame}")
    assert [len([one for one in faults(part) if "image-alt" in one]) for part in page.frames] == [
        1,
        1,
    ]
    page.close()
