"""Portraits of places of every kind, and the atlas, built and looked at as the book is."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.fixtures import ROOT
from tests.fixtures.book import run_bassin
from tests.fixtures.browser import WIDTHS, barred, broken, visiting

from bassin.book.edition.pages import languages_of, pages_of
from bassin.book.portrait import PORTRAITS

#: SIREN of intercommunalities by what is particular in them.
KINDS = {
    "a coal basin, a name of one town": "246200364",
    "an island overseas, three communes": "249710047",
    "a coast, 158 communes": "200067106",
    "a metropole, with a text of its own": "200023414",
    "two departements of two regions": "200035129",
}

pytestmark = [pytest.mark.thorough, pytest.mark.book]


def wrong(browser: Browser, project: Path) -> list[str]:
    """What is wrong with the pages of a built project in each language, page by page."""
    found = []
    for name in pages_of(project, languages_of(project)):
        page = project / "_build" / "html" / f"{name}.html"
        for width in WIDTHS.values():
            with visiting(browser, width) as visit:
                found += [f"{name}, {width}: {fault}" for fault in broken(visit, page)]
        found += [f"{name}, {fault}" for fault in barred(browser, page)]
    return found


@pytest.mark.parametrize("epci", KINDS.values(), ids=KINDS.keys())
def test_a_portrait_is_built_and_works_for_everyone(browser: Browser, epci: str):
    """Check that no page warns, asks for a network, or bars a reader."""
    done = run_bassin(ROOT, "book", epci)
    assert done.returncode == 0, done.stdout + done.stderr
    assert wrong(browser, ROOT / PORTRAITS / epci) == []


def test_the_atlas_is_built_and_works_for_everyone(browser: Browser):
    """Check the same of its pages."""
    done = run_bassin(ROOT, "atlas", "--pages")
    assert done.returncode == 0, done.stdout + done.stderr
    assert wrong(browser, ROOT / "_build" / "atlas" / "pages") == []
