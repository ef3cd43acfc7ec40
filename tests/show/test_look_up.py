"""The page of numbers: each row leads to a figure of the book."""

from __future__ import annotations

import re
from dataclasses import asdict

import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.indicators import catalogue
from bassin.phrase import Phrase
from bassin.places.territory import FRANCE
from bassin.show import look_up, tables

SHOWN = {
    name
    for path in (ROOT / "notebooks").glob("*.ipynb")
    for name in re.findall(r'exhibit\(\\"([a-z0-9-]+)', path.read_text("utf-8"))
}


def test_every_indicator_leads_to_an_exhibit_of_a_chapter():
    """And so does every answer, or to a page that is there."""
    assert {look_up.exhibit_of(key) for key in catalogue.INDICATORS} <= SHOWN
    pages = {to for to in look_up.OF_ANSWERS.values() if to not in SHOWN}
    assert all((ROOT / "notebooks" / page).is_file() for page in {*pages, look_up.FILES})


def test_numbers_are_written_as_they_are_declared(words):
    """A value that is missing is a dash; the data keep the numbers."""
    table = pd.DataFrame(
        {
            "vintage": ["2023", "2021"],
            FRANCE: [3.7446, float("nan")],
            "rank": pd.array([614, None], dtype="Int64"),
            "last": pd.array([672, None], dtype="Int64"),
            "of": pd.array([1250, None], dtype="Int64"),
            "publisher": ["DREES", "INSEE"],
            "file": ["a.csv", "b.csv"],
        },
        index=pd.Index(["gp_2023", "poverty_rate_2021"], name="indicator"),
    )
    shown = look_up.indicators(table, {FRANCE: "France"}, name="tab-t", caption=words["caption"])
    rows = shown.table.rows
    assert [row[1] for row in rows] == ["3.74", "–"]
    assert [row[2:4] for row in rows] == [["614 to 672", "1,250"], ["–", "–"]]
    assert shown.table.links == {
        "6": ["map-apl", "tab-poverty-places"],
        "5": [look_up.FILES] * 2,
    }
    assert shown.data.at["gp_2023", FRANCE] == 3.7446


def test_the_book_answers_for_itself(words):
    """Its licence and how to cite it come after what the files say."""
    told = {"question_people": Phrase("look_up.people", n=12, year=2023)}
    shown = look_up.answers(told, name="tab-t", caption=words["caption"])
    assert shown.table.rows[0][1] == "12 inhabitants in 2023."
    assert shown.table.links["2"] == ["fig-since-1968", look_up.CITE, look_up.CITE]


def test_a_link_is_for_each_cell(words):
    """One too few is refused; a table without has none."""
    table = pd.DataFrame({"a": ["x", "y"]})
    plain = tables.show(table, name="tab-t", **words)
    assert asdict(plain.table)["links"] == {}
    with pytest.raises(ValueError, match="2 rows"):
        tables.show(table, name="tab-t", links={"a": ["p.md"]}, **words)
