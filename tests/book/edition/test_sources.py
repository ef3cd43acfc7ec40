"""A small book in French, from a chapter executed once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from babel.messages.catalog import Catalog
from tests.fixtures.book import small_book

from bassin.book.accessible import NAMED
from bassin.book.edition.catalogue import path_of, write
from bassin.phrase import Phrase
from bassin.words import speaking
from bassin.words import write as write_phrase

BUILD = """
import os, sys
from pathlib import Path
from bassin.book.edition.sources import lay_edition
from bassin.book.kept import run_chapters
from bassin.book.pages import write_pages
root = Path(sys.argv[1])
run_chapters(root, again="fr")
folder = lay_edition(root, "fr")
os.environ["EDITION"] = "fr"
print(write_pages(folder))
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
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, Path]:
    """First page and chapter of the French edition, and its folder."""
    root = small_book(
        tmp_path_factory.mktemp("edition"), "01_sides", index="# Index\n\nHello.\n\n$x = 1$\n"
    )
    notebook = nbformat.v4.new_notebook()
    prose = "# Sides\n\nA share of {glue:text}`share`, see {numref}`tab-sides`."
    notebook.cells = [
        nbformat.v4.new_markdown_cell(prose, id="c0"),
        nbformat.v4.new_code_cell(SHOWN, id="c1"),
        nbformat.v4.new_code_cell(TABLE, id="c2"),
    ]
    nbformat.write(notebook, root / "notebooks" / "01_sides.ipynb")
    said = {
        "notebooks/01_sides": {
            "# Sides": "# Côtés",
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
    pages = Path(done.stdout.splitlines()[-1])
    texts = [
        (pages / name).read_text("utf-8") for name in ("book/index.html", "notebooks/01_sides.html")
    ]
    return texts[0], texts[1], root


@pytest.mark.slow
def test_prose_is_that_of_the_catalogue(built: tuple[str, str, Path]):
    """Of pages and of chapters; what has none stays."""
    assert "Bonjour." in built[0]
    assert "Hello." not in built[0]
    assert "Index" in built[0]
    assert "Une part de" in built[1]
    assert 'lang="fr"' in built[1]


@pytest.mark.slow
def test_values_and_exhibits_are_written_in_the_language(built: tuple[str, str, Path]):
    """Numbers, cells, captions, and the name that a reference has."""
    nnbsp = "\N{NARROW NO-BREAK SPACE}"
    assert f"1{nnbsp}234,5{nnbsp}%" in built[1]
    assert "nord et ouest" in built[1]
    assert "north and west" not in built[1]
    assert "Tableau 1" in built[1]


@pytest.mark.slow
def test_what_the_theme_and_scripts_say_is_in_the_language(built: tuple[str, str, Path]):
    """Names of buttons, the author, the site, the words handed to scripts; no English menu."""
    names = set(re.findall(r'(?:aria-label|title|placeholder)="([^"]+)"', built[1]))
    assert "Afficher ou masquer la liste des pages" in names
    assert not names & {*NAMED, *map(write_in_english, NAMED.values()), "Toggle hidden content"}
    assert "Par Les contributeurs de bassin" in " ".join(built[1].split())
    assert 'property="og:site_name" content="Le bassin industriel' in built[1]
    assert '"table.search":"Rechercher"' in built[1]
    assert '"enableMenu": false' in built[0] + built[1]


def write_in_english(key: str) -> str:
    """A phrase as the English edition has it."""
    with speaking("en"):
        return write_phrase(Phrase(key))


@pytest.mark.slow
def test_the_first_language_is_as_it_was(built: tuple[str, str, Path]):
    """What is kept of the chapter for it has no other in it."""
    kept = (built[2] / "_build" / "executed" / "01_sides.ipynb").read_text("utf-8")
    assert "north and west" in kept
    assert "nord et ouest" not in kept
    assert "bassin_language" not in kept
