"""Pages and lists that are about the addresses of a site."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bassin.book.addresses import alternates, of_page, write
from bassin.phrase import Phrase

PAGE = "notebooks/01_towns"
TITLE = Phrase("book.title")
SITE = "https://example.org/a%20b"
SPACES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BASSIN_SITE", raising=False)


def links(path: Path) -> list[str]:
    """Addresses that a page leads to."""
    return re.findall(r'<a href="([^"]*)"', path.read_text("utf-8"))


def test_without_an_address_none_is_invented(tmp_path: Path):
    """The page leads to the first one; it needs no other file."""
    write(tmp_path, [PAGE], TITLE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["404.html"]
    page = (tmp_path / "404.html").read_text("utf-8")
    assert "://" not in page
    assert links(tmp_path / "404.html") == ["index.html", "search.html"]
    assert 'src="' not in page


def test_with_an_address_every_page_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In a sitemap, and the absent page leads home from any depth."""
    monkeypatch.setenv("BASSIN_SITE", SITE)
    write(tmp_path, [PAGE], TITLE)
    tree = ElementTree.parse(tmp_path / "sitemap.xml")
    assert [one.text for one in tree.iterfind(".//map:loc", SPACES)] == [f"{SITE}/{PAGE}.html"]
    assert links(tmp_path / "404.html")[0] == f"{SITE}/index.html"


def test_the_first_page_of_two_languages_offers_both(tmp_path: Path):
    """Each in its own words; a script follows the browser among these alone."""
    write(tmp_path, [PAGE], TITLE, ["en", "fr"])
    page = (tmp_path / "index.html").read_text("utf-8")
    assert links(tmp_path / "index.html") == ["en/index.html", "fr/index.html"]
    assert "Read in English" in page
    assert "Lire en français" in page
    assert '<script data-languages="en fr">' in page
    assert re.findall(r'rel="alternate" hreflang="(\w+)"', page) == ["en", "fr"]


def test_the_absent_page_of_two_languages_speaks_both(tmp_path: Path):
    """And leads to the first page and the search of each."""
    write(tmp_path, [PAGE], TITLE, ["en", "fr"])
    found = links(tmp_path / "404.html")
    assert found == ["en/index.html", "en/search.html", "fr/index.html", "fr/search.html"]
    page = (tmp_path / "404.html").read_text("utf-8")
    assert '<section lang="fr">\n<h1>Page absente</h1>' in page


def test_the_list_of_two_languages_pairs_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Every address of a page names it in each language."""
    monkeypatch.setenv("BASSIN_SITE", SITE)
    write(tmp_path, [PAGE], TITLE, ["en", "fr"])
    tree = ElementTree.parse(tmp_path / "sitemap.xml").getroot()
    both = {"en": f"{SITE}/en/{PAGE}.html", "fr": f"{SITE}/fr/{PAGE}.html"}
    assert [one.findtext("map:loc", "", SPACES) for one in tree] == list(both.values())
    for one in tree:
        named = one.iterfind("xhtml:link", SPACES)
        assert {link.get("hreflang"): link.get("href") for link in named} == both


def test_a_page_names_itself_in_every_language(monkeypatch: pytest.MonkeyPatch):
    """By whole addresses where the site has one; who asks for neither language gets the first."""
    relative = f'<link rel="alternate" hreflang="fr" href="{of_page(PAGE, "fr")}">'
    assert list(alternates(PAGE, ["en", "fr"]))[1] == relative
    monkeypatch.setenv("BASSIN_SITE", SITE)
    *_, last = alternates(PAGE, ["en", "fr"])
    assert last == f'<link rel="alternate" hreflang="x-default" href="{SITE}/en/{PAGE}.html">'


@pytest.mark.parametrize(("page", "depth"), [("genindex", 1), (PAGE, 2), ("book/api/care", 3)])
def test_the_same_page_elsewhere_is_reached_from_any_depth(page: str, depth: int):
    """By going up as many folders as the page lies in, and its language."""
    assert of_page(page, "fr") == f"{'../' * depth}fr/{page}.html"
