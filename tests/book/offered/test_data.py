"""The data that a book offers: files, what describes them, and the links that lead to them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures.offered import described, refuse, written_book

from bassin.book.offered import data
from bassin.book.offered.shown import shown
from bassin.show import cells


@pytest.fixture
def html(tmp_path: Path) -> Path:
    """A small site, with its data."""
    root, html = written_book(tmp_path)
    data.write(root, html, shown(root, html))
    return html


def test_the_package_is_as_the_specification_has_it(html: Path):
    """And a field that is none is refused."""
    refuse(html)
    path = html / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"people"', '"peoples"'), "utf-8")
    with pytest.raises(AssertionError, match="tab-towns"):
        refuse(html)


def test_excel_reads_the_accents_of_a_csv(html: Path):
    """A byte order mark comes first; what is after is rounded, and no formula."""
    content = (html / "data" / "tab-towns.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbftown,people,growth,said\n")
    assert content.decode("utf-8-sig").splitlines()[1] == "Alès,42000,1.235,'=1+1"
    assert cells.read(str(html / "data" / "tab-towns.csv"))["said"].tolist() == ["=1+1", "é"]


def test_the_side_car_says_units_sources_vintage_and_licence(html: Path):
    """Of the table; that of the figure is shared alike, as outlines were read for it."""
    table = json.loads((html / "data" / "tab-towns.json").read_text("utf-8"))
    assert table["title"] == "Table 1.1 Two towns."
    assert table["schema"]["fields"][2] == {
        "name": "growth",
        "type": "number",
        "title": "growth",
        "unit": "%",
    }
    raw, typed = table["sources"]
    assert (raw["title"], raw["vintage"]) == ("INSEE, Towns", "2020")
    assert raw["licence"] == "Licence Ouverte 2.0 (Etalab)"
    assert typed["file"] == "study/claims.csv"
    assert [one["name"] for one in table["licenses"]] == ["etalab-2.0"]
    figure = json.loads((html / "data" / "fig-years.json").read_text("utf-8"))
    assert [one["name"] for one in figure["licenses"]] == ["ODbL-1.0"]
    assert table in described(html)["resources"]


def test_the_parquet_holds_every_cell(html: Path):
    """Numbers as numbers with their unit, words as words, and no row where there is no value."""
    whole = pd.read_parquet(html / "data" / "exhibits.parquet")
    assert len(whole) == 7 + 4
    ales = whole[(whole["exhibit"] == "tab-towns") & (whole["row"] == 0)].set_index("field")
    assert ales["number"].dropna().to_dict() == {"people": 42000, "growth": 1.235}
    assert ales.at["growth", "unit"] == "%"
    assert ales.at["said", "text"] == "=1+1"


def test_a_page_leads_to_the_files_beside_it(html: Path):
    """By addresses that stay; what is no exhibit keeps its own."""
    page = (html / "notebooks" / "01_towns.html").read_text("utf-8")
    links = re.findall(r'href="\.\./([^"]+)"', page)
    assert links == [
        "data/tab-towns.csv",
        "data/tab-towns.json",
        "data/fig-years.csv",
        "data/fig-years.svg",
        "_images/fig-years.png",
        "data/fig-years.json",
        "_downloads/0123456789abcdef0123456789abcdef/other.csv",
    ]
    assert all((html / link).is_file() for link in links)
    assert '"to": "../data/tab-towns.csv"' in page
    assert [path.name for path in (html / "_downloads").rglob("*.csv")] == ["other.csv"]


def test_the_svg_is_a_drawing(html: Path):
    """The same bytes whenever it is drawn: it has no date."""
    text = (html / "data" / "fig-years.svg").read_text("utf-8")
    assert "<svg" in text
    assert "<dc:date>" not in text
