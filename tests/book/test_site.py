"""The checks of built pages find what they look for, and nothing else."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from bassin.book.site import Reference, check_html, references

CLEAN = """<html><head><link rel="stylesheet" href="style.css">
<link rel="canonical" href="https://example.org/page.html"></head>
<body><a href="https://example.org/">elsewhere</a> <a href="#here">here</a>
<a href="style.css?v=1">style</a>
<img src="data:image/png;base64,AAAA" alt=""></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of one clean page."""
    (tmp_path / "style.css").write_text("body { background: url(data:,) }", encoding="utf-8")
    (tmp_path / "page.html").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def add(site: Path, fragment: str) -> None:
    text = CLEAN.replace("</body>", f"{fragment}</body>")
    (site / "page.html").write_text(text, encoding="utf-8")


def test_a_clean_site_has_no_fault(site: Path):
    """Check that links to elsewhere, anchors, data addresses and canonical links are no faults."""
    assert check_html(site, ["page"]) == []


def test_an_absent_page_is_a_fault(site: Path):
    """Check that a page of the table of contents that was not written is named."""
    assert check_html(site, ["page", "book/method"]) == ["book/method.html: not built"]


@pytest.mark.parametrize(
    "fragment",
    [
        '<script src="https://cdn.example.org/d3.js"></script>',
        '<script src="//cdn.example.org/d3.js"></script>',
        '<link rel="stylesheet" href="http://cdn.example.org/a.css">',
        '<img alt="" src="https://tile.example.org/0/0/0.png">',
        '<img alt="" src="style.css" srcset="style.css 1x, https://example.org/b.png 2x">',
        '<iframe src="https://example.org/map.html"></iframe>',
        '<style>@import "https://fonts.example.org/a.css";</style>',
        "<p style=\"background: url('https://example.org/a.png')\"></p>",
    ],
)
@pytest.mark.parametrize("framed", [False, True], ids=["in the page", "in a frame of it"])
def test_a_resource_from_another_site_is_a_fault(site: Path, fragment: str, framed: bool):
    """Check that whatever a browser would fetch from another site is found, in map frames too."""
    add(site, f'<iframe srcdoc="{escape(fragment)}"></iframe>' if framed else fragment)
    (fault,) = check_html(site, ["page"])
    assert fault.startswith("page.html: <")
    assert "fetches" in fault


def test_a_style_sheet_that_fetches_is_a_fault(site: Path):
    """Check that an address in a style sheet file is found."""
    (site / "style.css").write_text("@import url(https://example.org/a.css);", encoding="utf-8")
    assert check_html(site, ["page"]) == ["style.css: fetches https://example.org/a.css"]


def test_an_error_output_is_a_fault(site: Path):
    """Check that the traceback of a cell that raised is found."""
    add(site, '<div class="output traceback highlight-ipythontb">ZeroDivisionError</div>')
    assert check_html(site, ["page"]) == ["page.html: 1 cell output(s) are errors"]


def test_a_dead_link_is_a_fault(site: Path):
    """Check that a link to a file the site does not have is found."""
    add(site, '<a href="data/table.csv">Download</a>')
    (fault,) = check_html(site, ["page"])
    assert fault == "page.html: <a> points to data/table.csv, which is not there"


def test_references_are_listed_once_a_place():
    """Check what is said of an address: its element, and whether showing the page fetches it."""
    text = '<a href="b.html">b</a><script src="a.js"></script>'
    assert references(text) == [Reference("a", "b.html", False), Reference("script", "a.js", True)]
