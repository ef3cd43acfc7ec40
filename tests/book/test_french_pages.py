"""Pages in French have no English but code, names and what is cited."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.fixtures.english import english, leaks

#: Lists of the names of what code has, made by Sphinx.
NAMES = ("genindex.html", "py-modindex.html")
#: Columns whose cells are names and keys: of files, of claims, of indicators, of what is chosen.
CODES = frozenset(
    [
        *("id", "chapter", "check", "choice", "exhibit", "file", "files", "indicator", "premises"),
        *("reason", "search_reason", "interval", "kind", "owner", "precision", "unit", "why"),
    ]
)


def pages(french: Path) -> list[Path]:
    """Pages that someone wrote."""
    found = sorted(french.rglob("*.html"))
    return [
        path
        for path in found
        if "_static" not in path.parts and path.relative_to(french).as_posix() not in NAMES
    ]


def cells(path: Path) -> list[str]:
    """Texts of the data of an exhibit."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    return [cell for row in rows for name, cell in zip(head, row, strict=True) if name not in CODES]


@pytest.mark.book
def test_pages_in_french_have_no_english(french: Path):
    """Every text and label of every page, and every claim that the ledger opens to."""
    every = pages(french)
    assert len(every) > 20
    found = {path.name: leaks(path.read_text("utf-8")) for path in every}
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.book
def test_data_in_french_have_no_english(french: Path):
    """Every cell that is no code, of what every figure, map and table offers."""
    every = sorted((french / "data").glob("*.csv"))
    assert len(every) > 100
    found = {path.name: sorted({c for c in cells(path) if english(c)}) for path in every}
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    "leak",
    [
        "<p>Source\u202f: INSEE (compiled by V. Roue)</p>",
        '<img alt="What was found in 2023"/>',
        "<ul><li>Un<br/>deux<p>until 2016</p></li></ul>",
        "<section lang='fr'><h2>Les fichiers of the study</h2></section>",
        '<script class="bassin-ledger-data">["Vu", ["<p>stored and public</p>"]]</script>',
    ],
)
def test_a_sentence_in_english_is_seen(leak: str):
    """In a text, in what is said of an image, in the data that a script shows."""
    assert len(leaks(f"<html lang='fr'><p>Le bassin est large.</p>{leak}</html>")) == 1


@pytest.mark.parametrize(
    "other",
    [
        "<code>what was found</code>",
        "<pre><span>for the</span></pre>",
        '<dl class="py class" lang="en"><dd><p>What was found.</p></dd></dl>',
        '<span class="citation">The work of the past</span>',
        "<cite>The work of the past</cite>",
        "<script>what was the</script>",
        "<p>insee/look_up_by.csv, map-age-young, fig-land-years, find_by()</p>",
        "<p>La plaine, face aux Cévennes, au sens large</p>",
    ],
)
def test_code_and_names_are_not(other: str):
    """Nor what says that it is in English; what follows is in French again."""
    assert leaks(f"<html lang='fr'>{other}<p>Le bassin</p></html>") == []
    assert leaks(f"<html lang='fr'>{other}<p>The basin was</p></html>") == ["The basin was"]
