"""The built book, looked at as a reader does: in a browser, with the network cut."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
import yaml
from playwright.sync_api import Browser
from tests.fixtures import ROOT
from tests.fixtures.book import NOT_SOURCE, run_bassin
from tests.fixtures.browser import WIDTHS, Visit, broken, visiting
from tests.fixtures.images import edges_with_ink
from tests.fixtures.offered import described, refuse

from bassin.book.edition.pages import languages_of, pages_of
from bassin.book.site import check_html
from bassin.claims.chapters import EXECUTED, chapters, exhibits, read_chapter, toc_pages
from bassin.claims.linked import ADDRESS, verdicts_in
from bassin.errors import SourceError
from bassin.files.named import named
from bassin.files.sources import SHARE_ALIKE, Sources
from bassin.files.transcribed import FOLDERS, is_transcription
from bassin.read.printed import claims
from bassin.show.exhibit import MIME, cited
from bassin.study import ALES_AGGLOMERATION
from bassin.verdict import UNTESTED, VERDICTS

FILES = list(Sources(ROOT / "data").manifest.index)
PAGES = toc_pages(ROOT)
CHAPTERS = [page for page in PAGES if page.startswith("notebooks/")]


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS.keys())
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A window of a width in a browser that has no network."""
    with visiting(browser, request.param) as visit:
        yield visit


@pytest.mark.book
@pytest.mark.parametrize("name", PAGES)
def test_page_works_with_the_network_cut(html: Path, visit: Visit, name: str):
    """Check that a page asks nothing of the network, shows its frames, and fits the window."""
    assert broken(visit, html / f"{name}.html") == []


@pytest.mark.book
def test_a_reader_chooses_a_period(html: Path, visit: Visit):
    """Check that two lists, in either order, and a cell tell the period that is asked for."""
    visit.page.goto((html / "notebooks/03_outcome.html").as_uri())
    frame = visit.page.locator("#fig-outcome-periods iframe")
    frame.scroll_into_view_if_needed()
    inside = frame.content_frame
    told = inside.locator("output")
    assert "From 1998 to 2023" in told.inner_text()
    inside.locator("#from").select_option("2018")
    inside.locator("#to").select_option("2008")
    assert "From 2008 to 2018" in told.inner_text()
    assert inside.locator("td.chosen").count() == 1
    inside.locator("td[title^='From 2003 to 2018 ']").click()
    assert "From 2003 to 2018" in told.inner_text()
    assert visit.errors == []


@pytest.mark.book
def test_events_are_searched(html: Path, visit: Visit):
    """Check that the table of events keeps the rows that have every word, and counts them."""
    visit.page.goto((html / "notebooks/02_waves.html").as_uri())
    table = visit.page.locator("table.bassin-searched")
    assert table.locator("tbody tr:visible").count() > 100
    visit.page.get_by_role("searchbox").last.fill("crouzet closes")
    rows = table.locator("tbody tr:visible")
    assert rows.count() == 1
    assert "2022" in rows.first.inner_text()


@pytest.mark.book
def test_what_a_checker_compares_is_there(html: Path):
    """Check that each page that codecheck.yml lists is one of the built pages."""
    manifest = yaml.safe_load((ROOT / "codecheck.yml").read_text("utf-8"))["manifest"]
    built = "_build/html/en/"
    pages = [item["file"].removeprefix(built) for item in manifest if built in item["file"]]
    assert sorted(pages) == sorted(f"{chapter}.html" for chapter in CHAPTERS)
    assert [page for page in pages if not (html / page).is_file()] == []


@pytest.mark.book
def test_the_ledger_is_offered_as_data(html: Path):
    """Check that its page leads to the verdicts of today, as linked data and as JSON."""
    page = (html / "notebooks/14_audit.html").read_text("utf-8")
    (address,) = re.findall(r'<link rel="alternate" type="application/ld.json" href="(.*?)">', page)
    graph = json.loads((html / "notebooks" / address).read_text("utf-8"))
    expected = claims(Sources(ROOT / "data"), ALES_AGGLOMERATION)["expected"]
    reviewed = expected[~expected.isin(UNTESTED)]
    assert verdicts_in(graph) == {ADDRESS.format(name): word for name, word in reviewed.items()}
    (address,) = re.findall(r'href="(\.\./_downloads/[0-9a-f]+/claims\.json)"', page)
    whole = json.loads((html / "notebooks" / address).read_text("utf-8"))["claims"]
    assert {name: claim["verdict"] for name, claim in whole.items()} == expected.to_dict()


@pytest.mark.book
def test_the_whole_book_is_one_data_package(html: Path):
    """Check each CSV by the schema that describes it, and that figures have drawings beside."""
    refuse(html)
    resources = {one["name"]: one for one in described(html)["resources"]}
    data = [path.stem for path in (html / "data").glob("*.csv")]
    assert sorted(data) == sorted(name for name in resources if name != "exhibits")
    drawn = [name for name in data if (html / "data" / f"{name}.svg").is_file()]
    assert len(drawn) > 60
    assert all((html / "_images" / f"{name}.png").is_file() for name in drawn)
    told = [field for one in resources.values() for field in one["schema"]["fields"]]
    numbers = [field for field in told if field["type"] == "number"]
    assert sum("unit" in field for field in numbers) > len(numbers) / 5
    whole = pd.read_parquet(html / "data" / "exhibits.parquet")
    assert set(whole["exhibit"]) == set(data)
    page = html / resources["map-apl"]["page"].partition("#")[0]
    for end in ("csv", "svg", "json"):
        assert f'href="../data/map-apl.{end}"' in page.read_text("utf-8")


@pytest.mark.book
def test_pages_say_in_their_heads_what_they_are(site: Path, html: Path):
    """Check that each has a description, an image that is there, and an icon, and no address."""
    described = set()
    for name in PAGES:
        page = html / f"{name}.html"
        head = page.read_text("utf-8").partition("</head>")[0]
        told = dict(re.findall(r'<meta (?:name|property)="([a-z_:]+)" content="([^"]*)"', head))
        assert told["og:title"], name
        assert told["description"], name
        described.add(told["description"])
        if name in CHAPTERS:
            assert (page.parent / told["og:image"]).is_file(), name
        assert re.search(r'rel="icon" href="[./]*_static/favicon\.svg', head), name
        assert "canonical" not in head, name
    assert len(described) == len(PAGES)
    assert (site / "404.html").is_file()
    assert not (site / "sitemap.xml").exists()


@pytest.mark.book
def test_a_reader_copies_the_citation_of_a_figure(html: Path, visit: Visit):
    """Check that the link under a figure leads to its citation, and that another can be chosen."""
    page = visit.page
    page.goto((html / "notebooks/06_medical_deserts.html").as_uri())
    page.locator('a[href$="cite.html#cite-map-apl"]').click()
    shown = page.locator('pre[data-citation="bibtex"]')
    shown.filter(has_text="bassin2026-map-apl").wait_for()
    page.locator(".bassin-cite select").select_option("cite-06_medical_deserts")
    assert "@incollection{bassin2026-06_medical_deserts" in shown.inner_text()
    assert page.get_by_role("button", name="Copy (").count() == 3
    page.get_by_role("button", name="Copy (RIS)").click()
    page.get_by_role("button", name="Copied").wait_for()
    whole = (html / "data" / "citations.ris").read_text("utf-8")
    assert page.locator('pre[data-citation="ris"]').text_content() in whole
    assert visit.errors == []


@pytest.mark.book
def test_what_the_book_shows_is_listed_for_replicators(html: Path):
    """Check that each exhibit is in the list, and that the crate has inputs and outputs."""
    page = (html / "book/replication.html").read_text("utf-8")
    names = [path.stem for path in (html / "data").glob("*.csv")]
    assert [name for name in names if f'href="../data/{name}.csv"' not in page] == []
    graph = json.loads((html / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    made = {one["@id"]: one for one in graph}
    assert {f"data/{name}.csv" for name in names} <= set(made)
    assert {f"#data/raw/{file}" for file in FILES} <= set(made)


@pytest.mark.book
def test_the_notebook_of_a_page_has_its_numbers_and_the_code_of_the_chapter(html: Path):
    """Check that no number is a name any more, and that each figure is an image."""
    for name in CHAPTERS:
        offered = read_chapter(html / "_sources" / f"{name}.ipynb")
        chapter = read_chapter(ROOT / f"{name}.ipynb")
        code = [
            [c.source for c in one.cells if c.cell_type == "code"] for one in (offered, chapter)
        ]
        assert code[0] == code[1]
        prose = [cell.source for cell in offered.cells if cell.cell_type == "markdown"]
        assert [text for text in prose if "{glue" in text or "{numref}" in text] == [], name
        kinds = [
            kind
            for cell in offered.cells
            for output in cell.get("outputs", [])
            for kind in output.get("data", {})
        ]
        assert set(kinds) <= {"image/png", "text/plain", "text/html", "text/markdown"}, name
        assert kinds.count("image/png") > 0 or name == LISTING


@pytest.mark.book
@pytest.mark.parametrize("name", PAGES)
def test_images_and_frames_are_described(html: Path, browser: Browser, name: str):
    """Check that images have a text, frames a title and a sandbox, names one bearer."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((html / f"{name}.html").as_uri())
    images = page.locator("article img").all()
    assert [image.get_attribute("src") for image in images if not image.get_attribute("alt")] == []
    frames = page.locator("article iframe").all()
    assert all(frame.get_attribute("title") for frame in frames)
    assert {frame.get_attribute("sandbox") for frame in frames} <= {"allow-scripts"}
    names = [node.get_attribute("id") for node in page.locator("article [id]").all()]
    assert len(names) == len(set(names))
    page.close()


#: The landing page, whose table of words is no panel of claims.
LANDING = "notebooks/index"
LEDGER = "notebooks/14_audit"
#: The page of the travel-time model: the study prints nothing on it.
MODEL = "notebooks/15_travel"
#: The page of the files, of which the study says nothing either.
LISTING = "notebooks/16_files"
#: The page of the book's own findings.
FINDINGS = "notebooks/17_findings"
#: The page of numbers, which has no claim of the study.
LOOK_UP = "notebooks/18_look_up"


def listed_claims() -> list[str]:
    """The claims of the list, by their names."""
    return list(claims(Sources(ROOT / "data"), ALES_AGGLOMERATION).index)


@pytest.mark.book
def test_ledger_is_searched_filtered_and_sorted_offline(html: Path, visit: Visit):
    """Check that the controls of the ledger show the claims asked for, and count them."""
    page = visit.page
    page.goto((html / f"{LEDGER}.html").as_uri())
    rows = page.locator("tr.bassin-row")
    total = len(listed_claims())
    counted = page.locator(".bassin-counted output")
    search = page.locator("#tab-ledger-search")
    verdict = page.get_by_label("Verdict", exact=True)
    clear = page.get_by_role("button", name="Clear")
    words = [word for word in VERDICTS if word not in UNTESTED]
    expected = claims(Sources(ROOT / "data"), ALES_AGGLOMERATION)["expected"]
    assert counted.inner_text() == f"{int(expected.isin(words).sum())} of {total} claims"
    assert 0 < rows.count() < 100  # the others as one scrolls
    verdict.select_option("all")
    search.fill("CEVENNES")
    found = rows.count()
    assert 0 < found < total
    for row in rows.all():
        row.get_by_role("button").click()
    opened = page.locator("tr.bassin-opened")
    both = zip(rows.all_text_contents(), opened.all_text_contents(), strict=True)
    assert all("Cévennes" in row + whole for row, whole in both)
    clear.click()
    page.get_by_label("Chapter", exact=True).select_option("Population")
    assert 0 < int(counted.inner_text().split()[0]) < total
    clear.click()
    scores = page.locator(".bassin-score").filter(has_text="confirmed by data")
    counted_above = scores.last.locator(".bassin-badge").all_inner_texts()
    offered = verdict.locator("option").all_inner_texts()
    groups = {"tested", "not tested", "all"}
    shown = [word for word in offered if word not in groups]
    assert shown == [text.partition(" ")[2] for text in counted_above]
    assert shown == [word for word in VERDICTS if word in offered]
    assert groups < set(offered)
    verdict.select_option("compatible")
    page.get_by_label("Evidence", exact=True).select_option("B")
    assert 0 < int(counted.inner_text().split()[0]) < total
    assert set(page.locator("tr.bassin-row .bassin-badge").all_inner_texts()) == {"compatible"}
    clear.click()
    verdict.select_option("all")
    head = page.locator("thead th[data-key=published]")
    for direction in ("ascending", "descending"):
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == direction
    printed = rows.locator("td:nth-child(2)").first.text_content() or ""
    assert int(re.sub(r"\D", "", printed)) >= 1_000_000
    assert visit.requests == []
    assert visit.errors == []


@pytest.mark.book
def test_each_claim_opens_to_its_evidence(html: Path, browser: Browser):
    """Check that each has its files and data, and leads to its chapter and its section."""
    text = (html / f"{LEDGER}.html").read_text("utf-8")
    (written,) = re.findall(r'<script type="application/json" class="bassin-l.*?>(.*?)</', text)
    told = json.loads(written)
    assert [claim["id"] for claim in told["claims"]] == listed_claims()
    (address,) = re.findall(r'href="(\.\./_downloads/[0-9a-f]+/claims\.json)"', text)
    listed = json.loads((html / "notebooks" / address).read_text("utf-8"))["claims"]

    def texts(part: object) -> list[str]:
        if isinstance(part, dict):
            return [texts(value)[0] for name, value in part.items() if name != "file"]
        return [told["strings"][part] if isinstance(part, int) else str(part)]

    for claim in told["claims"]:
        parts = [part for line in claim["lines"] for part in line[1:]]
        links = [texts(part["to"])[0] for part in parts if isinstance(part, dict) and "to" in part]
        chapter, section = links[:2]
        assert chapter.partition("#")[2].endswith("-claims")
        assert "#" in section
        data = [link for link in links if link.endswith(".csv")]
        assert len(data) == 1
        assert (html / "notebooks" / data[0]).is_file()
        for link in links:
            target = link.partition("#")[0]
            assert not target or (html / "notebooks" / target).is_file()
        named = [texts(part)[0] for part in parts if isinstance(part, dict) and "code" in part]
        assert named == listed[claim["id"]]["files"]
    page = browser.new_page()
    for name in listed_claims()[::40]:
        page.goto("about:blank")
        page.goto(f"{(html / f'{LEDGER}.html').as_uri()}#claim-{name}")
        page.locator(f"#claim-{name}-whole").wait_for()
    page.close()


@pytest.mark.book
def test_the_ledger_is_light(html: Path, browser: Browser):
    """Check that few elements are made at the start, whatever the number of claims."""
    page = browser.new_page()
    page.goto((html / f"{LEDGER}.html").as_uri())
    page.locator("tr.bassin-row").first.wait_for()
    assert page.evaluate("document.querySelectorAll('.bassin-ledger-view *').length") < 2_000
    page.close()


@pytest.mark.book
def test_ledger_is_a_plain_table_without_scripts(html: Path, browser: Browser):
    """Check that every claim is there, with its verdict, and each panel's link leads to one."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((html / f"{LEDGER}.html").as_uri())
    rows = page.locator("table.bassin-ledger tbody tr")
    names = {row.get_attribute("id") for row in rows.all()}
    assert len(names) == rows.count() == len(listed_claims())
    assert rows.locator(".bassin-badge").count() == rows.count()
    for name in CHAPTERS:
        page.goto((html / f"{name}.html").as_uri())
        for link in page.get_by_role("link", name="ledger", exact=True).all():
            target, _, anchor = (link.get_attribute("href") or "").partition("#")
            assert Path(target).name in ("14_audit.html", "")
            assert anchor in names
    page.close()


@pytest.mark.book
@pytest.mark.parametrize(
    "name",
    [name for name in CHAPTERS if name not in (LANDING, LEDGER, MODEL, LISTING, FINDINGS, LOOK_UP)],
)
def test_chapter_opens_with_a_panel_no_longer_than_a_screen(
    html: Path, browser: Browser, name: str
):
    """Check that what a chapter's panel shows unfolded fits a window, however many its claims."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto((html / f"{name}.html").as_uri())
    panel = page.locator("table.bassin-panel").first
    assert panel.locator("tbody tr").count() >= 1
    box = panel.bounding_box()
    assert box is not None
    assert box["height"] <= 1_100
    page.close()


def notebook_code(name: str) -> str:
    """All the code of a chapter."""
    cells = json.loads((ROOT / f"{name}.ipynb").read_text("utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


@pytest.mark.book
def test_no_drawing_is_cut_by_the_edge_of_its_image(html: Path):
    """Check that titles, names and legends end before the edge."""
    images = sorted((html / "_images").glob("*.png"))
    assert images
    cut = {image.name: edges_with_ink(image.read_bytes()) for image in images}
    assert {name: edges for name, edges in cut.items() if edges} == {}


@pytest.mark.book
@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_shows_its_exhibits_and_their_data(html: Path, browser: Browser, name: str):
    """Check that a chapter has a figure, each map it draws, and the data of its exhibits."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((html / f"{name}.html").as_uri())
    assert page.locator("article figure.bassin-exhibit").count() >= 1
    framed = r"(?:maps\.(?:choropleth|categories|locator)|charts\.triangle)\("
    drawn = re.findall(framed, notebook_code(name))
    assert page.locator("article iframe").count() == len(drawn)
    files = [link.get_attribute("href") for link in page.locator("article a[href$='.csv']").all()]
    assert files
    for file in files:
        with (html / name).parent.joinpath(file).open(encoding="utf-8", newline="") as content:
            header, *rows = csv.reader(content)
        assert rows
        assert {len(row) for row in rows} == {len(header)}
    page.close()


@pytest.mark.book
def test_site_has_no_fault(site: Path):
    """Check that every page is there, holds no error, and fetches nothing from elsewhere."""
    assert check_html(site, pages_of(ROOT, languages_of(ROOT))) == []
    assert [page.removeprefix("notebooks/") for page in CHAPTERS] == list(chapters(ROOT))


@pytest.mark.book
def test_exhibits_cite_what_was_read_for_them(html: Path):
    """Check that the executed chapters say what each exhibit rests on, and which show claims."""
    shown = exhibits(ROOT)
    data = ROOT / "data"
    typed = {
        path.relative_to(data).as_posix() for one in FOLDERS for path in (data / one).rglob("*")
    }
    assert {file for files in shown["files"] for file in files} <= {*FILES, *typed}
    for name, row in shown.iterrows():
        raw = {file for file in row["files"] if not is_transcription(file)}
        named = set(row["cites"])
        assert named <= raw if row["claims"] else named == raw, name
    assert set(shown.loc[shown["claims"] != "", "claims"]) == set(
        claims(Sources(ROOT / "data"), ALES_AGGLOMERATION)["chapter"]
    )
    stations = shown.at["tab-reversal-stations", "files"]
    assert "sncf/liste-des-gares_2024.csv" in stations
    assert set(claims(Sources(ROOT / "data"), ALES_AGGLOMERATION)["section"]) <= set(shown.index)


@pytest.mark.book
def test_what_is_shared_alike_is_credited_on_the_pages(html: Path):
    """Check that each exhibit with a file of that licence has its mark, and no other."""
    licences = Sources(ROOT / "data").manifest["licence"]
    alike = set(licences.index[licences.str.startswith(SHARE_ALIKE)])
    marked = 0
    for name in chapters(ROOT):
        executed = json.loads((ROOT / EXECUTED / f"{name}.ipynb").read_text("utf-8"))
        outputs = (out for cell in executed["cells"] for out in cell.get("outputs", []))
        for one in (out["data"][MIME] for out in outputs if MIME in out.get("data", {})):
            mark = f"[{SHARE_ALIKE}]" in one["legend"]
            assert mark == bool(alike & set(one["files"])), one["name"]
            marked += mark
    assert marked > 20


@pytest.mark.book
def test_the_example_of_a_citation_is_of_an_exhibit_of_the_book(html: Path):
    """Check that the page that says how to cite names an exhibit, with its source line."""
    text = " ".join((ROOT / "book" / "cite.md").read_text("utf-8").replace("\n>", "").split())
    (name,) = set(re.findall(r"(?<!})`((?:fig|map|tab)-[a-z-]+)`", text))
    files = exhibits(ROOT).at[name, "cites"]
    sources = Sources(ROOT / "data")
    listed = [one for one in map(sources.listed, files) if one is not None]
    source = cited(named(listed)).replace("*", "")
    assert f"`{name}`. Source: {source}." in text


def link_raw_files(folder: Path, files: list[str]) -> Path:
    """Make a ``data`` folder whose raw files are links to some of ours; it."""
    data = folder / "data"
    for file in files:
        link = data / "raw" / file
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(ROOT / "data" / "raw" / file)
    shutil.copy(ROOT / "data" / "sources.csv", data)
    return data


def flip_a_byte(path: Path) -> None:
    """Replace a file, or the link to it, by a copy with its middle byte changed."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize("file", FILES)
def test_one_changed_byte_is_refused(tmp_path: Path, file: str):
    """Check that a raw file with one bit changed cannot be read."""
    data = link_raw_files(tmp_path, [file])
    assert Sources(data).read(file)
    flip_a_byte(data / "raw" / file)
    with pytest.raises(SourceError, match=re.escape(file)):
        Sources(data).read(file)


def test_one_changed_byte_stops_the_build(tmp_path: Path):
    """Check that the build command names a raw file with one bit changed, and writes nothing."""
    link_raw_files(tmp_path, FILES)
    file = FILES[len(FILES) // 2]
    flip_a_byte(tmp_path / "data" / "raw" / file)
    for name in ("src", "book", "notebooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=NOT_SOURCE)
    for name in ("_config.yml", "_toc.yml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    done = run_bassin(tmp_path, "build")
    assert done.returncode == 1
    named = [line for line in done.stderr.splitlines() if "expected sha256" in line]
    assert len(named) == 1
    assert named[0].startswith(f"{file}: ")
    assert not (tmp_path / "_build").exists()
