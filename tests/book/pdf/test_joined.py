"""All pages as one document: what is left out of it, and where its links lead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.fixtures.printed import TITLE, toy_site

from bassin.book.pdf.article import article
from bassin.book.pdf.contents import read
from bassin.book.pdf.joined import About, joined
from bassin.errors import BuildError
from bassin.words import speaking

ABOUT = About("A. <Author>", "1.2.3", "1 January 2026")


@pytest.fixture
def html(tmp_path: Path) -> Path:
    """The toy site."""
    return toy_site(tmp_path / "html")


def document(html: Path, **given: object) -> str:
    """The document of a site; images have the address of their path."""
    return joined(html, read(html), ABOUT, "drawn:{}".format, **given)  # type: ignore[arg-type]


def links(text: str) -> list[str]:
    """Where the links in the articles lead, in their order."""
    return re.findall(r'<a\b[^>]* href="([^"]*)"', text.partition("<main>")[2])


def test_links_between_pages_are_links_in_the_document(html: Path):
    """To what is gone, to the page; to a file, nowhere, where the site has no address."""
    text = document(html)
    assert links(text) == [
        "#notebooks.01_towns--tab-towns",
        "https://example.org/a?b=1&amp;c=2",
        "#notebooks.01_towns",
        "#index",
        "#notebooks.01_towns--more",
    ]
    names = re.findall(r' id="([^"]*)"', text)
    assert len(names) == len(set(names))
    assert {to[1:] for to in links(text) if to.startswith("#")} <= set(names)


def test_files_are_those_of_the_published_site(html: Path):
    """Where it has an address."""
    text = document(html, site="https://example.org/book/")
    assert links(text)[2] == "https://example.org/book/data/tab-towns.csv"


def test_what_only_a_screen_has_a_use_for_is_left_out(html: Path):
    """Code, buttons, interactive maps, what is behind scripts; folds are open."""
    text = document(html)
    for gone in (
        *(
            "towns.draw",
            "Show the code",
            "Show all",
            "Press",
            "iframe",
            "bassin-until",
            "Interactive",
        ),
        *(
            "Rests on",
            "headerlink",
            "toy.js",
            "DOCUMENTATION",
            "noscript",
            "loading=",
            "Foot",
            "Elsewhere",
        ),
    ):
        assert gone not in text
    assert '<img alt="Two &quot;towns&quot;" src="drawn:_images/map-towns.png"' in text
    assert "Folded &lt;words&gt;&nbsp;here" in text
    assert '<details class="bassin-fold" open>' in text
    assert '<p id="notebooks.01_towns--plain">Without scripts</p>' in text


def test_each_element_that_is_opened_is_closed(html: Path):
    """What is left out leaves no end behind."""
    text = document(html)
    for tag in ("article", "section", "details", "figure", "div", "table", "p", "a", "label"):
        assert len(re.findall(rf"<{tag}\b", text)) == text.count(f"</{tag}>")


def test_the_first_sheet_lists_the_pages_with_their_numbers(html: Path):
    """In the language spoken; words of a page are text in it."""
    with speaking("fr"):
        text = document(html, numbers={"index": 2, "notebooks/01_towns": 17})
    first = text.partition("<main>")[0]
    assert '<html lang="fr"' in text
    assert "<h1>Sommaire</h1>" in first
    assert '<a href="#notebooks.01_towns"><span>1. Towns</span><span>17</span></a>' in first
    assert "<p>A. &lt;Author&gt;</p>" in first
    assert f"<title>{TITLE.replace('&', '&amp;')}</title>" in first


def test_styles_are_those_of_the_pages_each_once(html: Path):
    """Those for paper stay for paper; no script is taken but what sets formulas."""
    text = document(html)
    static = (html / "_static").as_uri()
    found = re.findall(r'<link rel="stylesheet" href="([^"]*)"([^>]*)>', text)
    assert found == [(f"{static}/toy.css", ""), (f"{static}/print.css", ' media="print"')]
    assert "<script" not in text
    assert '@page sheet1 { @top-left { content: "1. Towns" } }' in text


def test_formulas_are_set_in_the_document(tmp_path: Path):
    """By the script of the page that has them, and its settings."""
    script = (
        '<script>window.MathJax = {"a": 1}</script>'
        '<script defer="defer" src="_static/vendor/mathjax-tex-svg.js?v=1"></script>'
    )
    html = toy_site(tmp_path / "html", formula=script)
    found = re.findall(r"<script.*?</script>", document(html))
    assert found == [
        '<script>window.MathJax = {"a": 1}</script>',
        f'<script defer src="{html.as_uri()}/_static/vendor/mathjax-tex-svg.js"></script>',
    ]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("", "it has no article."),
        ("<html><body><article><p>Another</p></article></body></html>", "it has no article."),
        ('<article class="bd-article"> <p></p> </article>', "its article has nothing to print."),
        ('<article class="bd-article"><p>Cut sh', "its article has no end"),
        (
            '<main><div><article class="bd-article"><p>A</p><div class="cell_input"><div>code</div>'
            "<p>Lost</p></article></div></main>",
            "an element in it that is not printed has none.",
        ),
    ],
)
def test_a_page_that_would_be_a_blank_or_a_broken_sheet_is_an_error(
    html: Path, page: str, said: str
):
    """The message has its path, and what to do."""
    listed, path = read(html), html / "notebooks" / "01_towns.html"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(BuildError) as raised:
        joined(html, listed, ABOUT, str)
    told = str(raised.value)
    assert told.startswith(f"{path}: it")
    assert said in told
    assert told.endswith("Build the pages again, with `make book` (`EPCI=` for a portrait).")


@pytest.mark.parametrize(
    "inside",
    ["<p>code</div>", "<p>code<div><li>a<li>b</div></div>", "<br><img src='a.png'/></p></div>"],
)
def test_what_has_no_end_in_what_is_left_out_takes_nothing_with_it(inside: str):
    """A browser ends it where the element ends that it is in."""
    page = f'<article class="bd-article"><div class="cell_input">{inside}<p>Kept</p></article>'
    assert article(page, "a", [], str) == "<p>Kept</p>"


def test_an_image_that_is_in_the_page_stays_in_it():
    """It has no file."""
    page = '<article class="bd-article"><img src="data:image/png;base64,AA=="></article>'
    assert article(page, "a", [], "drawn:{}".format) == '<img src="data:image/png;base64,AA==">'


def test_an_absent_page_is_an_error(html: Path):
    """The message names it."""
    listed = read(html)
    (html / "notebooks" / "01_towns.html").unlink()
    with pytest.raises(BuildError, match=r"01_towns\.html is absent"):
        joined(html, listed, ABOUT, str)
