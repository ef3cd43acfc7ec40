"""The index of a book has words without accents and none of its code, and is asked likewise."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from tests.fixtures import ROOT

from bassin.book.light import excerpts
from bassin.book.nodes.searching import BareEnglish, bare

TEXT = "## Les Cévennes\n\nÀ l'ouest, un cœur de bassin. " + "Un mot de plus. " * 60
CODE = 'unsearchable_name = "hidden"\nprint("displayed")'


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of a page with code and accents, with its texts beside it."""
    root = tmp_path_factory.mktemp("book")
    source = root / "source"
    source.mkdir()
    (source / "conf.py").write_text(
        "extensions = ['myst_nb', 'bassin.book.nodes.extension']\nroot_doc = 'index'\n"
        "nb_execution_mode = 'force'\nhtml_show_search_summary = False\n"
        f"html_static_path = [{str(ROOT / 'book' / '_static')!r}]\n",
        "utf-8",
    )
    (source / "index.md").write_text("# Book\n\n```{toctree}\npage\n```\n", "utf-8")
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# Page"),
            nbformat.v4.new_code_cell(CODE),
            nbformat.v4.new_markdown_cell(TEXT),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, source / "page.ipynb")
    built = root / "_build" / "html"
    with docutils_namespace():
        app = Sphinx(source, source, built, root / "trees", "html", status=None)
        app.build()
    page = built / "page.html"
    page.write_text(f"<article>{page.read_text('utf-8')}</article>", encoding="utf-8")
    excerpts.write(built, [page, built / "search.html"])
    return built


pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # of Sphinx and its extensions, not ours
]


def test_words_have_no_accent():
    """Neither letters with one nor ligatures; other letters stay."""
    assert (
        bare("Œuvre, Cévennes, Alès, ça, naïf, æ, 5 °C")
        == "OEuvre, Cevennes, Ales, ca, naif, ae, 5 °C"
    )
    assert BareEnglish({}).split("Les Cévennes, cœur") == ["Les", "Cevennes", "coeur"]


def test_the_index_has_words_of_the_page_and_none_of_its_code(html: Path):
    """What the code printed is on the page, and in the index."""
    index = (html / "searchindex.js").read_text("utf-8")
    words = set(re.findall(r"\b(\w+)\b", index))
    assert {"cevenn", "coeur", "displai"} & words >= {"coeur"}
    assert any(word.startswith("cevenn") for word in words)
    assert "unsearchable_nam" not in index
    page = (html / "page.html").read_text("utf-8")
    assert '<span class="n">unsearchable_name</span>' in page


@pytest.mark.parametrize("asked", ["Cevennes", "cévennes", "COEUR", "cœur"])
def test_a_reader_finds_a_word_with_and_without_its_accent(
    html: Path, browser: Browser, asked: str
):
    """From a folder, with an excerpt of the page around the word."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{(html / 'search.html').as_uri()}?q={asked}")
    found = page.locator("#search-results li", has=page.locator("a[href^='page.html']"))
    found.first.wait_for()
    quoted = found.first.locator("p.context")
    quoted.wait_for()
    assert bare(asked).lower() in bare(quoted.inner_text()).lower()
    assert len(quoted.inner_text()) < 300
    assert wrong == []
    page.close()


def test_code_is_not_found(html: Path, browser: Browser):
    """The search ends with nothing."""
    page = browser.new_page()
    page.goto(f"{(html / 'search.html').as_uri()}?q=unsearchable_name")
    page.locator(".search-summary", has_text="did not match").wait_for()
    assert page.locator("#search-results li").count() == 0
    page.close()
