"""A book in which every text that data can reach is hostile, looked at in a browser."""

from __future__ import annotations

import csv
import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Frame, Page
from tests.fixtures import ROOT
from tests.fixtures.book import pages_of, small_book
from tests.fixtures.browser import show_maps
from tests.fixtures.hostile import ALL, FIGURES, MAPS, PAYLOADS, TABLES, claims, exhibits
from tests.fixtures.notebooks import write_notebook

from bassin.show import cells

LOADED = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from IPython.display import display
from bassin.show import say
from tests.fixtures.hostile import ALL, PAYLOADS, exhibits
say({{f"said_{{rank}}": text for rank, text in enumerate(PAYLOADS)}})
say({{"all": ALL}})
"""
# What a cell shows that is no exhibit: only its plain text may reach the page.
OTHER = """
active = ("text/html", "text/markdown", "text/latex", "image/svg+xml", "application/javascript")
for payload in PAYLOADS:
    display({"text/plain": payload} | dict.fromkeys(active, payload), raw=True)
"""
# The elements of a page that are made of data: scripts, and attributes that are run.
MADE_OF_DATA = """[...document.querySelectorAll("*")].filter((node) =>
  (node.localName === "script" && !node.type.endsWith("/json") && node.text.includes("pwned")) ||
  [...node.attributes].some(({name, value}) => /^on/.test(name) && value.includes("pwned"))
).map((node) => node.outerHTML)"""
PROSE = """
# Page {glue:text}`said_0`

## {glue:text}`said_1`

<script>window.pwned = 1</script> <b onclick="window.pwned = 1">{{ 7*7 }}</b>

"""
INDEX = """
# Index

{glue:text}`../notebooks/01_hostile.ipynb::all:s`
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a book of one chapter, built with this book's configuration."""
    root = small_book(tmp_path_factory.mktemp("hostile"), "01_hostile", index=INDEX)
    chapter = root / "notebooks" / "01_hostile.ipynb"
    write_notebook(chapter, LOADED, OTHER, *(f"exhibits()[{name!r}]" for name in FIGURES + TABLES))
    notebook = json.loads(chapter.read_text("utf-8"))
    said = "\n".join(f"- {{glue:text}}`said_{rank}`" for rank in range(len(PAYLOADS)))
    notebook["cells"][0]["source"] = PROSE + said
    chapter.write_text(json.dumps(notebook), encoding="utf-8")
    return pages_of(root)


@pytest.fixture(scope="module", params=["file", "http"])
def address(site: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the pages are: in a folder, or on a server of this machine."""
    if request.param == "file":
        yield site.as_uri()
        return

    class Quiet(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            """Serve a file; the icon that a browser asks for unasked is empty."""
            if self.path == "/favicon.ico":
                self.send_response(204)
                self.end_headers()
            else:
                super().do_GET()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A window; whatever ran, failed or was fetched in it fails the test."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    wrong: list[str] = []

    def refuse(kind: str, text: object) -> None:
        wrong.append(f"{kind}: {text}")

    page.on("dialog", lambda dialog: (refuse("dialog", dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: refuse("error", error))
    page.on("console", lambda said: said.type == "error" and refuse("console", said.text))
    page.on("requestfailed", lambda request: refuse("not found", request.url))
    page.on(
        "request",
        lambda request: (
            request.url.startswith((address, "data:", "blob:", "about:"))
            or refuse("request", request.url)
        ),
    )
    yield page
    assert [frame.url for frame in page.frames if frame.evaluate("window.pwned")] == []
    page.close()
    assert wrong == []


def plain(text: str) -> str:
    """A text with its white space as a browser shows it."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def frame_of(page: Page, name: str) -> Frame:
    """The frame of a map, brought to life."""
    element = page.locator(f"figure:has(#{name}-interactive) iframe")
    element.scroll_into_view_if_needed()
    handle = element.element_handle()
    frame = handle.content_frame() if handle else None
    assert frame is not None
    frame.locator("path.leaflet-interactive").first.wait_for()
    return frame


@pytest.mark.slow
def test_pages_hold_every_letter(page: Page, address: str):
    """Prose, outputs, captions, sources and alt texts read as the data were written."""
    page.goto(f"{address}/notebooks/01_hostile.html")
    assert PAYLOADS[0] in page.title()
    heads = [plain(text) for text in page.locator("article h1, article h2").all_text_contents()]
    assert heads == [f"Page {PAYLOADS[0]}#", f"{PAYLOADS[1]}#"]
    assert "<b onclick=" in page.locator("article p", has_text="7*7").first.inner_text()
    said = [plain(text) for text in page.locator("article li .pasted-text").all_text_contents()]
    assert said == [plain(text) for text in PAYLOADS]
    shown = [plain(text) for text in page.locator(".output pre").all_text_contents()]
    assert shown == [plain(text) for text in PAYLOADS]
    captions = page.locator("figure.bassin-exhibit > figcaption .caption-text")
    seen = [plain(text) for text in captions.all_text_contents()]
    assert len(seen) == len(FIGURES)
    assert all(text.startswith(plain(ALL)) for text in seen)
    assert all(text.endswith(plain(f"Source: {ALL}.")) for text in seen)
    images = page.locator("figure.bassin-exhibit img").all()
    alts = [plain(image.get_attribute("alt") or "") for image in images]
    # Of maps that are compared the image is there as well as the map.
    assert list(dict.fromkeys(alts)) == [plain(exhibits()[name].alt) for name in FIGURES]
    assert page.evaluate(MADE_OF_DATA) == []
    assert page.locator("article a[href^='javascript:']").count() == 0


@pytest.mark.slow
def test_tables_hold_every_letter(page: Page, address: str):
    """Tables and their notes read as the data were written; only an author's markup is one."""
    page.goto(f"{address}/notebooks/01_hostile.html")
    for name in ("tab-wide", "tab-mixed", "tab-untested"):
        table, body = page.locator(f"table#{name}"), exhibits()[name].table
        assert body is not None
        head = [plain(text) for text in table.locator("thead th").all_text_contents()]
        assert head == [plain(text) for text in body.head]
        written = [plain(text) for text in table.locator("tbody :is(td, th)").all_text_contents()]
        assert written == [plain(cell) for row in body.rows for cell in row]
    caption = plain(page.locator("table#tab-mixed .caption-text").inner_text())
    told = f"An author's words, {ALL}. Source: #; {ALL}."
    assert re.sub(r"Table \d", "#", caption) == plain(told)
    notes = [plain(text) for text in page.locator(".bassin-below > p").all_text_contents()]
    assert plain(ALL) in notes
    assert plain(f"An author's words, {ALL}") in notes
    assert page.locator("table#tab-mixed caption em").all_inner_texts() == ["author's"]


@pytest.mark.slow
def test_claims_hold_every_letter(page: Page, address: str):
    """Every text of a claim is in its row, and the ledger is searched and filtered all the same."""
    page.goto(f"{address}/notebooks/01_hostile.html")
    page.get_by_label("Verdict", exact=True).select_option("all")
    rows = page.locator("#tab-ledger tr.bassin-row")
    assert rows.count() == len(claims())
    for rank, text in enumerate(PAYLOADS):
        row = page.locator(f"#claim-c-{rank}")
        row.get_by_role("button").click()
        cell = plain(row.locator("td").first.text_content() or "")
        whole = plain(page.locator(f"#claim-c-{rank}-whole").text_content() or "")
        # statement, place, what the files say, vintage, file
        assert (cell + whole).count(plain(text)) >= 5
        assert whole.count(plain(ALL)) == 2  # the chapter, the section
        assert plain(text) in plain(row.locator("td").nth(1).text_content() or "")
    panels = plain(" ".join(page.locator("table.bassin-panel").all_text_contents()))
    assert all(panels.count(plain(text)) >= 3 for text in PAYLOADS)
    page.get_by_label("Search", exact=True).last.fill(PAYLOADS[0])
    assert rows.count() == len(claims())  # in ALL
    page.get_by_label("Search", exact=True).last.fill("")
    options = page.get_by_label("Chapter", exact=True).locator("option").all_text_contents()
    assert [plain(text) for text in options] == ["all", plain(ALL), plain(ALL)]
    for rank in (0, 1):
        page.get_by_label("Chapter", exact=True).select_option(index=1 + rank)
        assert rows.count() == len(claims()[rank::2])


@pytest.mark.slow
@pytest.mark.parametrize("name", MAPS)
def test_maps_hold_every_letter(page: Page, address: str, name: str):
    """A map draws in a frame that cannot reach the page; its words are the data."""
    page.goto(f"{address}/notebooks/01_hostile.html")
    show_maps(page)
    frame = frame_of(page, name)
    exhibit, element = exhibits()[name], frame.frame_element()
    assert element.get_attribute("sandbox") == "allow-scripts"
    assert element.get_attribute("title") == exhibit.title == frame.title()
    assert frame.evaluate("window.origin") == "null"
    reach = "(() => { try { return parent.document.title } catch { return null } })()"
    assert frame.evaluate(reach) is None
    places = frame.locator("path.leaflet-interactive")
    said = [place.get_attribute("aria-label") or "" for place in places.all()]
    assert len(said) == len(PAYLOADS)
    for text in PAYLOADS:
        assert any(label == text or label.startswith(f"{text}: ") for label in said)
    for place, label in list(zip(places.all(), said, strict=True))[::5]:
        place.focus()
        shown = frame.locator(".leaflet-tooltip b").last.text_content()  # others are fading
        assert shown in PAYLOADS
        assert label.startswith(shown or "?")
    legend = plain(frame.locator(".bassin-legend").text_content() or "")
    if name == "map-values":
        assert plain(f"{PAYLOADS[5]} ({PAYLOADS[7]})") in legend
        assert plain(PAYLOADS[4]) in legend
        layers = [plain(text) for text in frame.locator("fieldset label").all_text_contents()]
        assert layers == [PAYLOADS[1], PAYLOADS[8]]
    if name == "map-kinds":
        assert all(plain(kind) in legend for kind in set(exhibit.data["kind"]))


@pytest.mark.slow
def test_offered_data_hold_every_letter(site: Path):
    """The CSV files are named by their exhibit, hold no formula, and are read again as written."""
    files = {path.name: path for path in (site / "data").rglob("*.csv")}
    assert set(files) == {f"{name}.csv" for name in FIGURES + TABLES}
    for path in files.values():
        with path.open(encoding="utf-8-sig", newline="") as content:
            found = [cell for row in csv.reader(content) for cell in row]
        assert not [c for c in found if c[:1] in tuple("=+-@\t\r") and not _is_number(c)]
    read = cells.read(str(files["tab-mixed.csv"]))
    assert list(read["text"]) == list(PAYLOADS)
    assert list(read["number"].astype(float)) == [-float(rank) for rank in range(len(PAYLOADS))]
    for name, column in (("map-values", "name"), ("fig-lives", "name")):
        assert sorted(cells.read(str(files[f"{name}.csv"]))[column]) == sorted(PAYLOADS)
    assert list(cells.read(str(files["tab-ledger.csv"]))["statement"]) == list(PAYLOADS)


@pytest.mark.slow
def test_a_search_shows_headings_as_text(page: Page, address: str):
    """The page of results writes a heading that holds markup letter by letter."""
    page.goto(f"{address}/search.html?q={quote(PAYLOADS[1][5:-1])}")
    found = page.locator("#search-results li a", has_text=PAYLOADS[1])
    found.first.wait_for()
    assert plain(found.first.text_content() or "").endswith(f"> {PAYLOADS[1]}")
    page.wait_for_load_state("networkidle")


@pytest.mark.slow
def test_other_pages_hold_every_letter(page: Page, address: str):
    """A value pasted from another page, and titles in the menus, read as the data were written."""
    page.goto(f"{address}/book/index.html")
    assert plain(page.locator("article .pasted-text").inner_text()) == plain(ALL)
    menu = page.locator(".bd-sidebar-primary a", has_text="Page")
    assert plain(menu.first.text_content() or "").endswith(f"Page {PAYLOADS[0]}")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return text == "-"
    return True
