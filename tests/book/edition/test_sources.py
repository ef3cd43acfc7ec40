"""A small book in two languages, from a chapter executed once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from babel.messages.catalog import Catalog
from tests.fixtures.book import small_book

from bassin.book.accessible import NAMED
from bassin.book.edition.catalogue import write
from bassin.phrase import Phrase
from bassin.words import speaking
from bassin.words import write as write_phrase
from bassin.words.catalogues import path_of

BUILD = """
import sys
from pathlib import Path
from bassin.book.edition.pages import write_editions
from bassin.book.environment import FALLBACK_EPOCH
from bassin.book.kept import run_chapters
from bassin.book.project import Titles
from bassin.phrase import Phrase
root = Path(sys.argv[1])
run_chapters(root, again="fr")
titles = Titles(Phrase("book.title"), ())
print(write_editions(root, ("en", "fr"), titles, FALLBACK_EPOCH))
"""
SHOWN = """import pandas as pd
from bassin.show import say, tables
from bassin.words import called
say({"share": (1234.5, ",.1f", "%")})"""
TABLE = """tables.show(
    pd.DataFrame({"side": [called("north_west")]}),
    name="tab-sides", caption=called("south_east"), source="INSEE", searched=True,
)"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """First page and chapter in each language, and the folder of the project."""
    root = small_book(
        tmp_path_factory.mktemp("edition"), "01_sides", index="# Index\n\nHello.\n\n$x = 1$\n"
    )
    notebook = nbformat.v4.new_notebook()
    prose = "# Sides\n\nA share of {glue:text}`share`, see {numref}`tab-sides`."
    more = "## What is meant\n\n(here)=\n## What is `not`"
    notebook.cells = [
        nbformat.v4.new_markdown_cell(prose, id="c0"),
        nbformat.v4.new_markdown_cell(more, id="c3"),
        nbformat.v4.new_code_cell(SHOWN, id="c1"),
        nbformat.v4.new_code_cell(TABLE, id="c2"),
    ]
    nbformat.write(notebook, root / "notebooks" / "01_sides.ipynb")
    said = {
        "notebooks/01_sides": {
            "# Sides": "# Côtés",
            "## What is meant": "## Ce qui est dit",
            "(here)=\n## What is `not`": "(here)=\n## Ce qui `not`",
            "A share of {glue:text}`share`, see {numref}`tab-sides`.": (
                "Une part de {glue:text}`share`, voir {numref}`tab-sides`."
            ),
        },
        "book/index": {"Hello.": "Bonjour."},
    }
    for page, messages in said.items():
        catalogue = Catalog(locale="fr")
        for text, other in messages.items():
            catalogue.add(text, other)
        write(path_of(root, "fr", page), catalogue, "fr")
    done = subprocess.run([sys.executable, "-c", BUILD, str(root)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    site = Path(done.stdout.splitlines()[-1])
    pages = {
        (code, name): (site / code / f"{page}.html").read_text("utf-8")
        for code in ("en", "fr")
        for name, page in {"index": "book/index", "sides": "notebooks/01_sides"}.items()
    }
    return SimpleNamespace(pages=pages, root=root)


@pytest.mark.slow
def test_prose_is_that_of_the_catalogue(built: SimpleNamespace):
    """Of pages and of chapters; what has none stays."""
    assert "Bonjour." in built.pages["fr", "index"]
    assert "Hello." not in built.pages["fr", "index"]
    assert "Index" in built.pages["fr", "index"]
    assert "Une part de" in built.pages["fr", "sides"]
    assert 'lang="fr"' in built.pages["fr", "sides"]


@pytest.mark.slow
def test_values_and_exhibits_are_written_in_the_language(built: SimpleNamespace):
    """Numbers, cells, captions, and the name that a reference has."""
    nnbsp = "\N{NARROW NO-BREAK SPACE}"
    assert f"1{nnbsp}234,5{nnbsp}%" in built.pages["fr", "sides"]
    assert "nord et ouest" in built.pages["fr", "sides"]
    assert "north and west" not in built.pages["fr", "sides"]
    assert "Tableau 1" in built.pages["fr", "sides"]


@pytest.mark.slow
def test_what_the_theme_and_scripts_say_is_in_the_language(built: SimpleNamespace):
    """Names of buttons, the author, the site, the words handed to scripts; no English menu."""
    names = set(
        re.findall(r'(?:aria-label|title|placeholder)="([^"]+)"', built.pages["fr", "sides"])
    )
    assert "Afficher ou masquer la liste des pages" in names
    assert not names & {*NAMED, *map(write_in_english, NAMED.values()), "Toggle hidden content"}
    assert "Par Les contributeurs de bassin" in " ".join(built.pages["fr", "sides"].split())
    assert 'property="og:site_name" content="Le bassin industriel' in built.pages["fr", "sides"]
    assert '"table.search":"Rechercher"' in built.pages["fr", "sides"]
    assert '"enableMenu": false' in built.pages["fr", "index"] + built.pages["fr", "sides"]


def write_in_english(key: str) -> str:
    """A phrase as the English edition has it."""
    with speaking("en"):
        return write_phrase(Phrase(key))


@pytest.mark.slow
def test_the_first_language_is_as_it_was(built: SimpleNamespace):
    """What is kept of the chapter for it has no other in it."""
    kept = (built.root / "_build" / "executed" / "01_sides.ipynb").read_text("utf-8")
    assert "north and west" in kept
    assert "nord et ouest" not in kept
    assert "bassin_language" not in kept


@pytest.mark.slow
def test_both_languages_have_the_same_anchors(built: SimpleNamespace):
    """Of sections, tables and labels, whatever their titles say."""
    found = {
        code: re.findall(r'<(?:section|table|figure|span)[^>]* id="([^"]*)"', page)
        for (code, name), page in built.pages.items()
        if name == "sides"
    }
    assert {"sides", "what-is-meant", "what-is-not", "here", "tab-sides"} <= set(found["en"])
    assert found["en"] == found["fr"]
    assert 'href="#what-is-meant">Ce qui est dit' in built.pages["fr", "sides"]


@pytest.mark.slow
@pytest.mark.parametrize(("code", "other"), [("en", "fr"), ("fr", "en")])
def test_each_page_leads_to_itself_in_the_other_language(
    built: SimpleNamespace, code: str, other: str
):
    """By a link for readers, in the words of the other, and in its head by one for machines."""
    page = built.pages[code, "sides"]
    (link,) = re.findall(r'<a class="bassin-edition"[^>]*>[^<]*</a>', page)
    address = f"../../{other}/notebooks/01_sides.html"
    assert f'href="{address}" lang="{other}" hreflang="{other}"' in link
    assert {"en": "English", "fr": "Français"}[other] in link
    head = page.partition("</head>")[0]
    assert f'<link rel="alternate" hreflang="{other}" href="{address}">' in head
