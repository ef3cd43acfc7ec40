"""Maps, folds and the ledger without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page

LEDGER = "notebooks/14_audit"

#: What has the focus in a document, as a screen reader names it.
FOCUSED = (
    "() => document.activeElement.getAttribute('aria-label') || document.activeElement.tagName"
)
#: Whether what has the focus shows it, by an outline or a stroke of its own.
SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' || style.strokeDasharray !== 'none'
    || parseFloat(style.strokeWidth) >= 2;
}"""

pytestmark = pytest.mark.book


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window without network."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    yield context.new_page()
    context.close()


def frame_of(page: Page) -> Frame:
    """The frame that has the focus."""
    (found,) = [one for one in page.frames[1:] if one.evaluate("() => document.hasFocus()")]
    return found


@pytest.fixture
def on_map(page: Page, html: Path) -> Frame:
    """The first map of a chapter, entered by the key that follows its switch."""
    page.goto((html / "notebooks" / "10_risks.html").as_uri())
    switch = page.locator("article .bassin-tab-interactive").first
    switch.scroll_into_view_if_needed()
    switch.focus()
    page.keyboard.press("Space")
    frame = page.locator("article iframe").first.content_frame
    frame.locator("path.leaflet-interactive:visible").first.wait_for()
    page.keyboard.press("Tab")
    return frame_of(page)


def test_a_map_is_entered_named_and_left_by_tab(page: Page, on_map: Frame):
    """One stop stands for all its communes, whatever their number; the focus is always seen."""
    names = [on_map.evaluate(FOCUSED)]
    for _ in range(20):
        assert on_map.evaluate(SEEN), names
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.tagName") != "IFRAME":
            break
        names.append(on_map.evaluate(FOCUSED))
    assert names[0].startswith("Interactive map")
    assert {"Zoom in", "Zoom out"} <= {*names}
    assert len(names) < 10
    assert page.evaluate("() => document.activeElement.textContent") == "Download the data (CSV)"


def test_communes_are_gone_through_by_arrows_and_told(page: Page, on_map: Frame):
    """An arrow goes to another commune, whose name and value are read out."""
    page.keyboard.press("Tab")
    told = [on_map.evaluate(FOCUSED)]
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        told.append(on_map.evaluate(FOCUSED))
    assert all(": " in one for one in told)
    assert len({*told}) > 1


def test_a_map_zooms_by_the_keyboard(page: Page, on_map: Frame):
    """Its button zooms as a click does."""
    outline = on_map.locator("path.leaflet-interactive").first
    before = outline.get_attribute("d")
    button = on_map.get_by_label("Zoom in")
    button.focus()
    page.keyboard.press("Enter")
    on_map.wait_for_function(
        "before => document.querySelector('path.leaflet-interactive').getAttribute('d') !== before",
        arg=before,
    )


def test_a_fold_is_opened_and_closed(page: Page, html: Path):
    """Of what a figure rests on."""
    page.goto((html / "notebooks" / "10_risks.html").as_uri())
    fold = page.locator("article details", has_text="Rests on").first
    fold.locator("summary").first.focus()
    for state in (True, False):
        page.keyboard.press("Enter")
        assert fold.evaluate("one => one.open") is state


def test_the_ledger_is_searched_and_a_claim_is_opened(page: Page, html: Path):
    """Typed without accents, from the box to the row that opens."""
    page.goto((html / f"{LEDGER}.html").as_uri())
    rows = page.locator("#tab-ledger tr.bassin-row:visible")
    rows.first.wait_for()
    every = rows.count()
    page.locator("#tab-ledger-search").focus()
    page.keyboard.type("cevennes")
    page.wait_for_timeout(500)
    assert 0 < rows.count() < every
    button = rows.first.locator("button").first
    button.focus()
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
