"""Every page of the built book, in each language, and every frame in it, judged by axe-core."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.fixtures import ROOT
from tests.fixtures.browser import WIDTHS, barred, broken, faults, visiting

from bassin.claims.chapters import toc_pages

#: Pages that the theme makes, beside those of the table of contents.
MADE = ("search", "genindex", "py-modindex")


@pytest.mark.book
@pytest.mark.parametrize("name", [*toc_pages(ROOT), *MADE])
def test_a_page_is_for_everyone(html: Path, browser: Browser, name: str):
    """Check that no rule is broken, light and dark, on a screen and on a telephone."""
    assert barred(browser, html / f"{name}.html") == []


@pytest.mark.book
@pytest.mark.parametrize("name", [*toc_pages(ROOT), *MADE])
def test_a_page_in_french_works_and_is_for_everyone(french: Path, browser: Browser, name: str):
    """Check on a telephone, where longer words have least room: errors, frames, width, rules."""
    page, narrow = french / f"{name}.html", WIDTHS["narrow"]
    if name not in MADE:
        with visiting(browser, narrow) as visit:
            assert broken(visit, page) == []
    assert barred(browser, page, [narrow]) == []


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
