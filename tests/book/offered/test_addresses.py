"""The page for an address that leads nowhere, and the list of those that lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.fixtures.offered import written_book

from bassin.book.offered import addresses


def test_without_an_address_none_is_invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The page leads to the first one; it needs no other file."""
    monkeypatch.delenv("BASSIN_SITE", raising=False)
    root, html = written_book(tmp_path)
    addresses.write(root, html)
    assert not (html / "sitemap.xml").exists()
    page = (html / "404.html").read_text("utf-8")
    assert "://" not in page
    assert re.findall(r'href="([^"]*)"', page) == ["index.html", "search.html"]
    assert 'src="' not in page


def test_with_an_address_every_page_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In a sitemap, and the absent page leads home from any depth."""
    monkeypatch.setenv("BASSIN_SITE", "https://example.org/a b".replace(" ", "%20"))
    root, html = written_book(tmp_path)
    addresses.write(root, html)
    tree = ElementTree.parse(html / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert [one.text for one in tree.iter(f"{space}loc")] == [
        "https://example.org/a%20b/notebooks/01_towns.html"
    ]
    page = (html / "404.html").read_text("utf-8")
    assert 'href="https://example.org/a%20b/index.html"' in page
