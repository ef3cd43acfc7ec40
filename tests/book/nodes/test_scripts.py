"""The words of scripts in the pages that they add something to, in the language of the edition."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from tests.fixtures import ROOT

from bassin.book.nodes.scripts import HELD
from bassin.words import speaking

pytestmark = pytest.mark.filterwarnings("ignore")  # of Sphinx and its extensions, not ours

PAGES = {
    "index": "Book\n====\n\nSome words.\n\n.. toctree::\n\n   searched\n   cited\n",
    "searched": "Page\n====\n\n.. table:: All\n   :class: bassin-searched\n\n"
    "   == ==\n   a  b\n   == ==\n   1  2\n   == ==\n",
    "cited": "Page\n====\n\n.. container:: bassin-cite\n\n   Words.\n",
}


def built(root: Path, language: str) -> dict[str, str]:
    """Pages of a small book in a language, by name."""
    source = root / "source"
    source.mkdir()
    static = str(ROOT / "book" / "_static")
    (source / "conf.py").write_text(
        "extensions = ['bassin.book.nodes.extension']\n"
        f"language = {language!r}\nhtml_static_path = [{static!r}]\n"
        "html_js_files = [['tables.js', {'defer': 'defer'}]]\n",
        "utf-8",
    )
    for page, text in PAGES.items():
        (source / f"{page}.rst").write_text(text, "utf-8")
    with docutils_namespace(), speaking(language):
        app = Sphinx(source, source, root / "html", root / "trees", "html", status=None)
        app.build()
    assert app.statuscode == 0
    assert (root / "html" / "_static" / "words.js").is_file()
    return {page: (root / "html" / f"{page}.html").read_text("utf-8") for page in PAGES}


def words(page: str) -> dict[str, str]:
    """Words that a page holds for its scripts."""
    found = re.findall(rf'<script id="{HELD}" type="application/json">(.*?)</script>', page)
    assert len(found) < 2
    return json.loads(found[0]) if found else {}


@pytest.mark.parametrize(
    ("language", "search", "shown", "copy"),
    [
        ("en", "Search", "{n} of {of}", "Copy ({what})"),
        ("fr", "Rechercher", "{n} sur {of}", "Copier ({what})"),
    ],
)
def test_a_page_has_the_words_of_its_scripts(
    tmp_path: Path, language: str, search: str, shown: str, copy: str
):
    """Those of a script that adds something to it, and no others; the speaker is loaded first."""
    pages = built(tmp_path, language)
    assert words(pages["index"]) == {}
    assert words(pages["searched"])["table.search"] == search
    assert words(pages["searched"])["table.shown"] == shown
    assert words(pages["cited"])["cite.copy"] == copy
    assert not any(key.startswith("cite.") for key in words(pages["searched"]))
    scripts = re.findall(r'<script defer="defer" src="_static/(\w+)\.js', pages["searched"])
    assert scripts == ["words", "tables"]
