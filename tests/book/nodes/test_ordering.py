"""Terms of the glossary and of the index in the order of a dictionary, in the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

pytestmark = pytest.mark.filterwarnings("ignore")  # of Sphinx and its extensions, not ours

TERMS = ["Zone", "Évêché", "Œuvre", "Ezy", "Orme", "Eau", "Sainte-Croix", "Saint-Jean", "1901"]
IN_ORDER = ["1901", "Eau", "Évêché", "Ezy", "Œuvre", "Orme", "Sainte-Croix", "Saint-Jean", "Zone"]


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a glossary whose terms stand in no order."""
    root = tmp_path_factory.mktemp("ordered")
    source = root / "source"
    source.mkdir()
    (source / "conf.py").write_text("extensions = ['bassin.book.nodes.extension']\n", "utf-8")
    terms = "\n\n".join(f"   {term}\n      Of {term}." for term in TERMS)
    text = f"Book\n====\n\n.. glossary::\n\n{terms}\n\nSee :term:`Évêché`.\n"
    (source / "index.rst").write_text(text, "utf-8")
    with docutils_namespace():
        trees = root / "trees"
        app = Sphinx(source, source, root / "html", trees, "html", status=None, warningiserror=True)
        app.build()
    assert app.statuscode == 0
    return root / "html"


def test_a_glossary_is_in_order(html: Path):
    """Each term with its own definition, and a link to it leads there."""
    page = (html / "index.html").read_text("utf-8")
    found = re.findall(r'<dt id="(term-[\w-]+)">(.*?)<a .*?</dt><dd><p>Of (.*?)\.</p>', page)
    assert [term for _, term, _ in found] == IN_ORDER
    assert [told for _, _, told in found] == IN_ORDER
    (there,) = (anchor for anchor, term, _ in found if term == "Évêché")
    assert re.search(rf'href="#{there}"><span.*?>Évêché<', page)


def test_an_index_is_in_order(html: Path):
    """By letters without accents; a ligature is under the first of its two."""
    page = (html / "genindex.html").read_text("utf-8")
    letters = re.findall(r'<h2 id=".*?">(.*?)</h2>', page)
    assert letters == ["Symbols", "E", "O", "S", "Z"]
    found = re.findall(r'<li><a href="index\.html#.*?"><strong>(.*?)</strong></a>', page)
    assert found == IN_ORDER
