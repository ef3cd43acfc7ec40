"""The pages of a book, printed: numbers in its contents, drawings, files in each language."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.book.pdf.test_file import OBJECTS, written
from tests.fixtures import ROOT
from tests.fixtures.printed import ROWS, TITLE, toy_site

from bassin.book.environment import SITE
from bassin.book.pdf import printing
from bassin.book.pdf.chromium import PROGRAMS
from bassin.book.pdf.printing import address_of, print_book, write_pdf
from bassin.book.tables import PORTRAITS
from bassin.cli import main
from bassin.errors import BuildError
from bassin.words.language import EDITION, LANGUAGES

CITATION = "title: Toys\nversion: 1.2.3\nlicense: MIT\nabstract: Toys.\nauthors:\n  - name: Zoé\n"
DAY = "1767225600"  # 2026-01-01
Printer = Callable[[Path, Path], None]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose built pages are the toy site."""
    (tmp_path / "CITATION.cff").write_text(CITATION, encoding="utf-8")
    (tmp_path / "_config.yml").write_text("title: Toy\n", encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sources.csv").touch()
    static = toy_site(tmp_path / "_build" / "html") / "_static"
    shutil.copy(ROOT / "book" / "_static" / "print.css", static)
    monkeypatch.setenv("BASSIN_ROOT", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.delenv(EDITION, raising=False)
    return tmp_path


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The documents that a printer was given which puts the second page on the third sheet."""
    given: list[str] = []

    def print_pdf(page: Path, pdf: Path) -> None:
        given.append(page.read_text(encoding="utf-8"))
        dests = b"<</index [4 0 R /XYZ 0 0 0]\n/notebooks.01_towns [2 0 R /XYZ 0 0 0]>>"
        pdf.write_bytes(written(OBJECTS | {7: dests}))

    monkeypatch.setattr(printing, "print_pdf", print_pdf)
    return given


def test_the_contents_have_the_numbers_of_the_sheets(project: Path, printed: list[str]):
    """Which the first printing tells; the second is the last."""
    assert write_pdf(project, project / "_build" / "html", "en", project / "book.pdf") == 3
    first, second = printed
    numbers = r"<span>(?:Toys &amp; towns|1\. Towns)</span><span>(\d*)</span>"
    assert re.findall(numbers, first) == ["", ""]
    assert re.findall(numbers, second) == ["1", "3"]


def test_pages_that_never_come_to_rest_are_an_error(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Where the numbers themselves move the pages, and each printing has others."""
    sheets = iter((2, 3, 2, 3))

    def print_pdf(page: Path, pdf: Path) -> None:
        dests = b"<</notebooks.01_towns [%d 0 R /XYZ 0 0 0]>>" % next(sheets)
        pdf.write_bytes(written(OBJECTS | {7: dests}))

    monkeypatch.setattr(printing, "print_pdf", print_pdf)
    with pytest.raises(BuildError, match="no two printings"):
        write_pdf(project, project / "_build" / "html", "en", project / "book.pdf")
    assert not (project / "book.pdf").exists()


def test_the_command_prints_the_pages_of_the_edition(
    project: Path, printed: list[str], capsys: pytest.CaptureFixture[str]
):
    """It says where the file is; version and day are those of the project."""
    assert main(["pdf"]) == 0
    pdf = project / "_build" / "pdf" / "bassin-en.pdf"
    assert capsys.readouterr().out.startswith(f"{pdf}: 3 pages, 0.0 MB, in ")
    assert pdf.read_bytes().count(b"D:20260101000000+00'00'") == 4
    assert "<p>The bassin contributors</p>\n<p>Version 1.2.3, 1 January 2026</p>" in printed[-1]


def test_a_portrait_has_a_file_of_its_own(project: Path, printed: list[str]):
    """Its pages are those of its folder, and no published site has them."""
    portrait = project / PORTRAITS / "200066918" / "_build" / "html"
    portrait.parent.mkdir(parents=True)
    shutil.move(project / "_build" / "html", portrait)
    shutil.copy(ROOT / "data" / "sources.csv", project / "data")
    (project / "data" / "raw").symlink_to(ROOT / "data" / "raw")
    assert print_book("200066918", project) == [project / "_build" / "pdf" / "200066918-en.pdf"]
    assert f'{portrait.as_uri()}/_static/toy.css"' in printed[-1]


def test_a_portrait_that_is_not_built_leaves_nothing(project: Path):
    """Neither its folder nor a lock; the error says what to do."""
    shutil.copy(ROOT / "data" / "sources.csv", project / "data")
    (project / "data" / "raw").symlink_to(ROOT / "data" / "raw")
    with pytest.raises(BuildError, match=r"200066918/.*index\.html is absent: build the pages"):
        print_book("200066918", project)
    assert not (project / PORTRAITS).exists()


def test_a_site_in_two_languages_is_printed_in_both(
    project: Path, printed: list[str], monkeypatch: pytest.MonkeyPatch
):
    """In one where one is asked for; words of the sheets are in it too."""
    html = project / "_build" / "html"
    for language in LANGUAGES:
        shutil.copytree(html, project / "both" / language)
    shutil.rmtree(html)
    shutil.move(project / "both", html)
    both = [project / "_build" / "pdf" / f"bassin-{language}.pdf" for language in LANGUAGES]
    assert print_book(root=project) == both
    assert "<h1>Sommaire</h1>" in printed[-1]
    monkeypatch.setenv(EDITION, "fr")
    assert print_book(root=project) == both[1:]


def test_where_no_book_is_built_the_command_says_what_to_do(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    """And ends with 1."""
    shutil.rmtree(project / "_build" / "html")
    assert main(["pdf"]) == 1
    assert "build the pages first, with `make book`" in capsys.readouterr().err


def test_pages_lead_to_those_of_their_language_in_the_published_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Or to the site, where it is in one; nowhere, where none is published."""
    assert address_of(tmp_path, tmp_path / "fr") == ""
    monkeypatch.setenv(SITE, "https://example.org/book")
    assert address_of(tmp_path, tmp_path / "fr") == "https://example.org/book/fr/"
    assert address_of(tmp_path, tmp_path) == "https://example.org/book/"


def test_a_figure_is_its_drawing_with_lines_for_hatches(project: Path, printed: list[str]):
    """A figure without a drawing is its image."""
    html = project / "_build" / "html"
    write_pdf(project, html, "en", project / "book.pdf")
    (source,) = re.findall(r'<img [^>]*src="file://([^"]*)"', printed[-1])
    assert source.endswith("/map-towns.svg")
    assert not source.startswith(str(html))
    (html / "data" / "map-towns.svg").unlink()
    (html / "_images" / "map-towns.png").touch()
    write_pdf(project, html, "en", project / "book.pdf")
    (source,) = re.findall(r'<img [^>]*src="file://([^"]*)"', printed[-1])
    assert source == str(html / "_images" / "map-towns.png")


def test_a_figure_that_is_gone_is_an_error(project: Path, printed: list[str]):
    """The message names the image, the page that shows it, and what to do."""
    html = project / "_build" / "html"
    drawing = html / "data" / "map-towns.svg"
    drawing.write_bytes(b"\xff")
    with pytest.raises(BuildError, match=r"01_towns\.html: .*map-towns\.svg cannot be read"):
        write_pdf(project, html, "en", project / "book.pdf")
    drawing.unlink()
    page, image = html / "notebooks" / "01_towns.html", html / "_images" / "map-towns.png"
    said = f"{page}: its image {image} is absent. Build the pages again, with `make book`"
    with pytest.raises(BuildError, match=re.escape(said)):
        write_pdf(project, html, "en", project / "book.pdf")
    assert not printed


@pytest.mark.slow
@pytest.mark.skipif(not any(map(shutil.which, PROGRAMS)), reason="needs Chromium")
def test_chromium_prints_a_tagged_book_whose_links_work(project: Path):
    """A long table over several sheets, no image but vectors, and the same bytes once more."""
    html, pdf = project / "_build" / "html", project / "book.pdf"
    sheets = write_pdf(project, html, "en", pdf)
    found = pdf.read_bytes()
    assert sheets >= 5  # contents, the first page, and a table of 120 rows
    assert found.count(b"/Type /Page\n") == sheets
    for said in (b"/Marked true", b"/Lang (en)", b"/DisplayDocTitle true", b"/Outlines "):
        assert said in found
    assert f"/Title ({TITLE})".encode() in found
    outline = re.findall(rb"/Title \(([^)]*)\)\s*/Dest ", found)
    assert sorted(outline) == [b"1. Towns", b"Contents", b"Toys"]
    leads = set(re.findall(rb"/Dest /(\S+)", found))
    assert leads == {
        *(b"index", b"notebooks.01_towns", b"notebooks.01_towns--tab-towns"),
        b"notebooks.01_towns--more",
    }
    assert re.findall(rb"/URI \(([^)]*)\)", found) == [b"https://example.org/a?b=1&c=2"]
    assert b"/Subtype /Image" not in found
    assert found.count(b"/S /TH") >= ROWS
    assert b'/Alt (Two "towns")' in found
    again = project / "again.pdf"
    write_pdf(project, html, "en", again)
    assert again.read_bytes() == found
