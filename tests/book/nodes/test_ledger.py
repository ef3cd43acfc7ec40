"""The ledger in a page: rows made as they are looked at, and the plain table of paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from playwright.sync_api import Browser, Page
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from tests.fixtures import ROOT
from tests.fixtures.qualified import QUALIFIED

from bassin.show import panels
from bassin.verdict import UNTESTED

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # of Sphinx and its extensions, not ours
]
HOSTILE = "</script></noscript><b onclick='pwned=1'>{{ 7 }} & so on"
WORDS = ["confirmed by data", "compatible", "contradicted", *UNTESTED[:2]]
HOLDERS = ["INSEE", "INSEE", "INSEE", "The town"]
N = 200
#: What the files say of a claim; of claim 3 something else would tell than of the others.
FOUND, FINDINGS = "The file has one more.", {3: "INSEE: deeds"}


def made() -> pd.DataFrame:
    """Claims of two chapters: two in five are not tested, and are wanted from two."""
    rows = {}
    for rank in range(N):
        verdict = WORDS[rank % len(WORDS)]
        grade = "N" if verdict in UNTESTED else "B"
        rows[f"c-{rank}"] = QUALIFIED | {
            "lines": str(rank),
            "chapter": "hills" if rank < N / 2 else "plain",
            "locus": "chapter 1",
            "heading": "",
            "statement": HOSTILE if rank == 0 else f"Jobs of the Cévennes in {1800 + rank}",
            "published": float(rank),
            "unit": "jobs",
            "found": float("nan") if grade == "N" else rank + 1.0,
            "gap": float("nan") if grade == "N" else 1.0,
            "holds": float("nan"),
            "kind": "number",
            "rounding": 0.5,
            "tolerance": 1.0,
            "check": "",
            "finding": FINDINGS.get(rank, "INSEE: a census" if grade == "N" else FOUND),
            "detail": "",
            "verdict": verdict,
            "grade": grade,
            "vintage": "",
            "files": [f"insee/{rank}.csv"],
            "premises": ["c-199"] if rank == 1 else [],
            "cannot_fail": "",
            "epci": "1",
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with the ledger, and one that leads to a claim of it, with every warning an error."""
    root = tmp_path_factory.mktemp("ledger")
    source = root / "source"
    source.mkdir()
    (source / "conf.py").write_text(
        "extensions = ['myst_nb', 'bassin.book.nodes.extension']\nroot_doc = 'index'\n"
        f"nb_execution_mode = 'off'\nhtml_static_path = [{str(ROOT / 'book' / '_static')!r}]\n"
        "html_css_files = ['bassin.css', 'ledger.css']\nhtml_js_files = ['ledger.js']\n",
        "utf-8",
    )
    lead = "# Book\n\n{ref}`one <claim-c-198>`\n\n```{toctree}\npage\n```\n"
    (source / "index.md").write_text(lead, "utf-8")
    table = made()
    untested = table.index[table["verdict"].isin(UNTESTED)]
    wanted = pd.Series({name: HOLDERS[at % 4] for at, name in enumerate(untested)})
    exhibit = panels.ledger(
        table,
        name="tab-ledger",
        caption="All claims.",
        source="the study",
        wanted=wanted,
        replies=pd.DataFrame(
            [
                {
                    "claim": "c-2",
                    "date": "2026-12-01",
                    "who": "a reader",
                    "reply": "No.",
                    "answer": "",
                },
            ]
        ),
        offered={"claims.json": "{}"},
    )
    data, metadata = exhibit._repr_mimebundle_()
    output = nbformat.v4.new_output(
        "execute_result", data=data, metadata=metadata, execution_count=1
    )
    cells = [
        nbformat.v4.new_markdown_cell("# Page"),
        nbformat.v4.new_code_cell("ledger", outputs=[output], execution_count=1),
    ]
    notebook = nbformat.v4.new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3"},
            "language_info": {"name": "python", "pygments_lexer": "ipython3"},
        },
    )
    nbformat.write(notebook, source / "page.ipynb")
    built = root / "html"
    with pytest.MonkeyPatch.context() as patch, docutils_namespace():
        patch.delenv("BASSIN_ROOT", raising=False)
        trees = root / "doctrees"
        app = Sphinx(source, source, built, trees, "html", status=None, warningiserror=True)
        app.build()
    assert app.statuscode == 0
    return built


@pytest.fixture(params=[1400, 360])
def page(browser: Browser, html: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page in a window of a width, offline; whatever failed in it fails the test."""
    window = {"width": request.param, "height": 900}
    context = browser.new_context(viewport=window, offline=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    page.goto((html / "page.html").as_uri())
    yield page
    assert not page.evaluate("window.pwned")
    assert wrong == []
    context.close()


def counted(page: Page) -> str:
    """What is said of how many claims are shown."""
    return page.locator(".bassin-counted output").inner_text()


def ask(page: Page, **wanted: str) -> None:
    """Choose what is shown."""
    for label, option in wanted.items():
        page.get_by_label(label.capitalize(), exact=True).select_option(option)


def address(page: Page) -> str:
    """What stands behind the page in its address."""
    return str(page.evaluate("location.hash"))


def test_tested_claims_come_first_and_few_rows_are_made(page: Page):
    """The rest of them come as one scrolls, under heads that stay; the page is no wider for it."""
    assert counted(page) == "120 of 200 claims"
    assert page.evaluate("document.querySelectorAll('*').length") < 1_500
    rows = page.locator("tr.bassin-row")
    assert rows.count() < 120
    head = page.locator("thead th").first
    top = head.bounding_box()
    for _ in range(6):
        page.evaluate(
            "(box => box.scrollTo(0, box.scrollHeight))"
            "(document.querySelector('.bassin-ledger-box'))"
        )
        page.wait_for_timeout(50)
    assert rows.count() == 120
    assert head.bounding_box() == top
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert rows.first.locator(".bassin-open").inner_text() == HOSTILE


def test_what_is_asked_for_is_in_the_address_and_comes_back(page: Page, html: Path):
    """Words are found whatever their case and accents; what other verdicts have is told."""
    page.get_by_label("Search", exact=True).fill("CEVENNES 1900")
    assert counted(page) == "1 of 200 claims"
    page.get_by_label("Search", exact=True).fill("cevennes 190")
    assert counted(page) == "7 of 200 claims"
    page.get_by_role("button", name="4 more among all claims").click()
    assert counted(page) == "11 of 200 claims"
    ask(page, verdict="contradicted", chapter="plain")
    assert set(page.locator(".bassin-row .bassin-badge").all_inner_texts()) == {"contradicted"}
    told, asked = counted(page), address(page)
    assert asked == "#tab-ledger?q=cevennes+190&verdict=contradicted&chapter=plain"
    page.goto("about:blank")
    page.goto((html / "page.html").as_uri() + asked)
    assert counted(page) == told == "2 of 200 claims"
    assert page.get_by_label("Search", exact=True).input_value() == "cevennes 190"
    page.get_by_role("button", name="Clear").click()
    assert (counted(page), address(page)) == ("120 of 200 claims", "#tab-ledger")


def test_a_heading_sorts(page: Page):
    """The least first, then the most, then the order of the book again."""
    head = page.locator("thead th", has_text="Printed")
    seen = []
    for direction in ("ascending", "descending", None):
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == direction
        seen.append(page.locator("tr.bassin-row").first.get_attribute("id"))
    assert seen == ["claim-c-0", "claim-c-197", "claim-c-0"]


def test_what_is_not_tested_is_grouped_by_who_has_what_would_tell(page: Page):
    """The one who has most first; what it is stands over the claims that it would tell of."""
    ask(page, verdict="untested")
    heads = page.locator(".bassin-group")
    assert heads.first.inner_text().split() == ["INSEE", "60"]
    assert heads.nth(1).inner_text().split() == ["a", "census", "59"]
    assert page.locator(".bassin-one").count() == 0
    ask(page, verdict="all")
    page.get_by_label("Search", exact=True).fill("deeds")
    assert page.locator(".bassin-one").all_inner_texts() == ["deeds"]


def test_a_row_is_opened_by_the_keyboard(page: Page):
    """Its button opens it to all that is known; arrows go from row to row."""
    button = page.locator(".bassin-open")
    button.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    whole = page.locator("#claim-c-1-whole")
    assert button.nth(1).get_attribute("aria-expanded") == "true"
    text = whole.inner_text()
    for part in ("The file has one more.", "insee/1.csv", "Concludes from: c-199", "Grade B"):
        assert part in text
    assert page.locator("#claim-c-2").inner_text().count("a reader, 1 December 2026: No.") == 1
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    assert whole.count() == 0
    page.locator("#claim-c-1 td").last.click()
    whole.get_by_role("link", name="c-199").click()
    page.locator("#claim-c-199-whole").wait_for()


def test_every_target_is_large_enough(page: Page):
    """A finger needs 24 pixels each way."""
    sizes = page.locator(".bassin-ledger-view :is(button, input, select):visible").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect()).map(b => Math.min(b.width, b.height))"
    )
    assert len(sizes) > 40
    assert min(sizes) >= 24


def test_a_link_to_a_claim_opens_its_row(page: Page, html: Path):
    """From another page, of a claim that is not tested too, and far down."""
    page.goto((html / "index.html").as_uri())
    page.get_by_role("link", name="one", exact=True).click()
    page.locator("#claim-c-198-whole").wait_for()
    assert address(page) == "#claim-c-198"
    assert counted(page) == "80 of 200 claims"
    page.wait_for_timeout(100)
    box = page.locator("#claim-c-198").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900 - box["height"]


def test_without_scripts_a_plain_table_has_every_claim(browser: Browser, html: Path):
    """Each row is the target of links to its claim."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((html / "page.html").as_uri())
    rows = page.locator("table.bassin-ledger tbody tr")
    assert [row.get_attribute("id") for row in rows.all()] == [f"claim-c-{n}" for n in range(N)]
    assert rows.first.locator("td").first.inner_text() == HOSTILE
    assert rows.nth(1).locator("td").all_inner_texts()[1:] == ["1 jobs", "2", "compatible", "B"]
    page.close()


def test_without_words_the_plain_table_is_shown(browser: Browser, html: Path):
    """What a page lacks is not made up: it is as where no script runs, and nothing fails."""
    text = (html / "page.html").read_text("utf-8")
    without, n = re.subn(r'<script id="bassin-words".*?</script>', "", text)
    assert n == 1
    (html / "wordless.html").write_text(without, "utf-8")
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((html / "wordless.html").as_uri())
    assert page.locator("table.bassin-ledger tbody tr:visible").count() == N
    assert page.locator(".bassin-ledger-view").count() == 0
    assert wrong == []
    page.close()


def test_on_paper_the_ledger_is_a_compact_table(browser: Browser, html: Path, tmp_path: Path):
    """Whole, whatever is shown on the screen: two hundred claims are five pages at most."""
    page = browser.new_page()
    page.goto((html / "page.html").as_uri() + "#tab-ledger?q=1803")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    sheets = re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())
    assert 2 <= len(sheets) <= 5
    assert page.locator(".bassin-ledger-paper").count() == 0  # taken away again
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    rows = page.locator(".bassin-ledger-paper tbody tr:visible")
    assert rows.count() == N
    assert rows.nth(1).locator("td").all_inner_texts()[1:] == ["1 jobs", "2", "compatible", "B"]
    assert page.locator(".bassin-ledger-view:visible").count() == 0
    page.close()


def test_data_of_the_page_are_one_json(html: Path):
    """A text that comes again is written once, and a link is written with where it leads."""
    page = (html / "page.html").read_text("utf-8")
    (text,) = re.findall(r'<script type="application/json".*?>(.*?)</script>', page)
    told = json.loads(text)
    assert [claim["id"] for claim in told["claims"]] == [f"c-{n}" for n in range(N)]
    assert told["strings"].count("The file has one more.") == 1
    assert text.count("The file has one more.") == 1
    links = [
        told["strings"][part["to"]] if isinstance(part["to"], int) else part["to"]
        for line in told["claims"][1]["lines"]
        for part in line[1:]
        if isinstance(part, dict) and "to" in part
    ]
    assert "#claim-c-199" in links
