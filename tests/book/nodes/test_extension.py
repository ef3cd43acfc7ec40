"""What the book's extension puts in a page: linked data that it offers is named in its head."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

LEDGER = """
from dataclasses import replace
import pandas as pd
from bassin.show import tables
from bassin.show.bodies import ClaimsBody
body = ClaimsBody("ledger", [], [], [], {"claims.jsonld": '{"Alès": 1}', "claims.json": "{}"})
table = pd.DataFrame({"people": [43]}, index=pd.Index(["Alès"], name="town"))
replace(tables.show(table, name="tab-ledger", caption="All.", source="INSEE"), claims=body)
"""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # of Sphinx and its extensions, not ours
]


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages, one with a ledger, built with every warning an error."""
    root = tmp_path_factory.mktemp("book")
    source = root / "source"
    (source / "notebooks").mkdir(parents=True)
    (source / "conf.py").write_text(
        "extensions = ['myst_nb', 'bassin.book.nodes.extension']\nroot_doc = 'index'\n"
        "nb_execution_mode = 'force'\nnb_execution_raise_on_error = True\n",
        "utf-8",
    )
    (source / "index.md").write_text("# Book\n\n```{toctree}\nnotebooks/page\n```\n", "utf-8")
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# Page"), nbformat.v4.new_code_cell(LEDGER)],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, source / "notebooks" / "page.ipynb")
    built = root / "_build" / "html"
    with pytest.MonkeyPatch.context() as patch, docutils_namespace():
        patch.delenv("BASSIN_ROOT", raising=False)
        trees = root / "_build" / "doctrees"
        app = Sphinx(source, source, built, trees, "html", status=None, warningiserror=True)
        app.build()
    assert app.statuscode == 0
    return built


def test_a_page_with_linked_data_says_so_in_its_head(html: Path):
    """By an address that leads to it; another page does not."""
    page = (html / "notebooks" / "page.html").read_text("utf-8")
    head = page.partition("</head>")[0]
    ((kind, address),) = re.findall(r'<link rel="alternate" type="(.*?)" href="(.*?)">', head)
    assert kind == "application/ld+json"
    assert (html / "notebooks" / address).read_text("utf-8") == '{"Alès": 1}'
    assert "ld+json" not in (html / "index.html").read_text("utf-8")


def test_files_of_the_ledger_can_be_downloaded(html: Path):
    """Beside the CSV, in their order, each by its name."""
    page = (html / "notebooks" / "page.html").read_text("utf-8")
    links = re.findall(r'download="" href="(\.\./_downloads/[0-9a-f]{32}/([\w.-]+))"', page)
    assert [name for _, name in links] == ["tab-ledger.csv", "claims.jsonld", "claims.json"]
    assert "The whole ledger: " in page
    assert all((html / "notebooks" / path).is_file() for path, _ in links)
