"""The code of a page: bars above what shows, one switch for all of it, none of it on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.fixtures.book import pages_of, small_book
from tests.fixtures.notebooks import write_notebook

CELLS = (
    "import pandas as pd\nfrom bassin.show import say, tables",
    'say({"one": 1, "two": 2})',
    'towns = pd.DataFrame({"people": [1]}, pd.Index(["Alès"], name="town"))',
    'tables.show(towns, name="tab-towns", caption="Towns.", source="INSEE")',
    'say({"three": 3})',
    "6 * 7",
)
#: Code of the cells that show nothing, and of those that do.
QUIET, SHOWING = ('say({"one"', "towns =", 'say({"three"'), ("tables.show(", "6 * 7")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page whose cells are tagged as those of the chapters."""
    root = small_book(tmp_path_factory.mktemp("code"), "01_code")
    write_notebook(root / "notebooks" / "01_code.ipynb", *CELLS, tags=["hide-input"])
    return (pages_of(root) / "notebooks" / "01_code.html").as_uri()


@pytest.fixture(params=[1400, 360], ids=["wide", "narrow"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page in a window without network."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, offline=True)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def visible(page: Page, code: str) -> bool:
    """Whether the code of a cell is seen."""
    return page.locator("article div.cell_input", has_text=code).is_visible()


def test_only_cells_that_show_something_have_a_bar(page: Page):
    """No bar stands for code that prepares or feeds the prose; a bar unfolds its own code alone."""
    bars = page.locator("article details.hide > summary")
    assert bars.count() == bars.locator("visible=true").count() == len(SHOWING)
    assert [code for code in QUIET + SHOWING if visible(page, code)] == []
    bars.first.click()
    assert [code for code in QUIET + SHOWING if visible(page, code)] == ["tables.show("]


def test_one_switch_shows_all_the_code_from_the_keyboard(page: Page):
    """And hides it again; it is the first thing of the article that takes the focus."""
    switch = page.get_by_label("Show all the code")
    assert switch.count() == 1
    switch.focus()
    page.keyboard.press("Space")
    assert [code for code in QUIET + SHOWING if not visible(page, code)] == []
    too_wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(too_wide) <= 0
    page.keyboard.press("Space")
    assert [code for code in QUIET + SHOWING if visible(page, code)] == []


def test_no_code_is_printed_and_what_is_shown_stays_so(page: Page):
    """Whether the switch is on or not; back on the screen all is as it was."""
    for shown in (False, True):
        page.get_by_label("Show all the code").set_checked(shown)
        page.emulate_media(media="print")
        assert page.locator("article div.cell_input:visible").count() == 0
        assert page.locator("article summary:visible, .bassin-switch:visible").count() == 0
        assert page.locator("article table#tab-towns").is_visible()
        page.emulate_media(media="screen")
        assert [visible(page, code) for code in QUIET + SHOWING] == [shown] * 5
        assert page.get_by_label("Show all the code").is_checked() == shown


def test_without_scripts_the_switch_shows_the_cells_that_have_no_bar(
    browser: Browser, address: str
):
    """The bars of the others are there to be opened."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    page.get_by_label("Show all the code").check()
    assert [code for code in QUIET if not visible(page, code)] == []
    assert page.locator("article details.hide > summary:visible").count() == len(SHOWING)
    page.close()


def test_a_page_without_code_has_no_switch(browser: Browser, address: str):
    """There would be nothing to show."""
    page = browser.new_page()
    page.goto(address.replace("notebooks/01_code", "book/index"))
    assert page.locator(".bassin-switch").count() == 0
    page.close()
