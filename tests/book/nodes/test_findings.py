"""Sentences as nodes: curves, rows, and links there and back."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from docutils import nodes

from bassin.book.nodes import findings
from bassin.book.nodes.findings import (
    HEIGHT,
    WIDTH,
    ContestedRows,
    SentenceRows,
    curve,
    read_from,
)

SENTENCE = {
    "id": "grew",
    "sentence": "It grew.",
    "title": "Did it work?",
    "exhibit": "fig-people",
    "word": "mostly",
    "beside": "2 of 3 choices",
    "estimate": "3%",
    "wanted": "holds above 0",
    "interval": "no interval",
    "where": "Alès, 2020",
    "over": "3 choices.",
    "otherwise": ["start 2019"],
    "grade": "A",
    "vintage": "2023",
    "note": "A note",
    "files": ["insee/a.csv"],
    "curve": [(-1.0, False), (1.0, True), (3.0, True)],
    "chosen": 2,
    "ends": [0.0],
}


def test_a_curve_has_a_dot_a_choice_within_its_frame():
    """Hollow where the sentence fails, a ring at its own choice, a line at the end."""
    image = ET.fromstring(curve(SENTENCE))
    kinds = [circle.get("class") for circle in image.iter("circle")]
    assert kinds == ["bassin-hollow", None, None, "bassin-own"]
    heights = [float(circle.get("cy", "")) for circle in image.iter("circle")]
    assert heights[0] > heights[1] > heights[2] == heights[3]
    assert heights[0] > float(image.find("line").get("y1")) > heights[1]
    assert all(0 < height < HEIGHT for height in heights)
    assert all(0 < float(circle.get("cx", "")) < WIDTH for circle in image.iter("circle"))
    assert image.get("aria-label") == (
        "3 choices from \N{MINUS SIGN}1 to 3, 2 with the answer of the sentence."
    )


def test_one_choice_is_in_the_middle():
    """No division by nothing."""
    image = ET.fromstring(curve({**SENTENCE, "curve": [(0.0, True)], "chosen": 0}))
    assert [circle.get("cx") for circle in image.iter("circle")] == [f"{WIDTH / 2}"] * 2


def test_a_row_leads_to_the_sentence_and_its_figure():
    """And is a target itself."""
    table = SentenceRows().table([SENTENCE])
    row = list(table.findall(nodes.row))[1]
    assert row["names"] == ["audited-grew"]
    targets = [
        node["reftarget"]
        for node in row.findall()
        if "reftarget" in getattr(node, "attributes", {})
    ]
    assert targets == ["finding-grew", "fig-people"]
    text = re.sub(r"\s+", " ", row.astext())
    for said in ("It grew.", "mostly", "2 of 3 choices", "start 2019", "insee/a.csv", "grade A"):
        assert said in text


def test_the_row_of_a_claim_leads_to_the_ledger():
    """By its verdict."""
    table = ContestedRows().table([{**SENTENCE, "verdict": "not compatible"}])
    head, row = table.findall(nodes.row)
    assert head.astext().startswith("The study says")
    assert row["names"] == ["sure-grew"]
    links = {
        node["reftarget"]: node.astext()
        for node in row.findall()
        if "reftarget" in getattr(node, "attributes", {})
    }
    assert links == {"claim-grew": "not compatible", "fig-people": "figure"}


HEAD = "id,chapter,exhibit,check,area,period,unit,decimals,grade,note\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two sentences read from one figure, and a third that no page of it says."""
    for folder in ("data", "notebooks"):
        (tmp_path / folder).mkdir()
    said = "[It grew.]{#finding-grew} [It fell.]{#finding-fell}"
    (tmp_path / "notebooks" / "04_population.ipynb").write_text(said, encoding="utf-8")
    row = "{},04_population,fig-people,grew,Alès,2020,%,1,A,\n"
    text = HEAD + "".join(map(row.format, ("grew", "fell", "stayed")))
    (tmp_path / "data" / "findings.csv").write_text(text, encoding="utf-8")
    findings._by_exhibit.cache_clear()
    return tmp_path


def test_a_figure_leads_to_its_sentences(project: Path):
    """One that no sentence is read from has no line, nor one of a book without a list."""
    (line,) = read_from("fig-people", project)
    assert line.astext() == "Sentences read from it: 1, 2"
    targets = [
        node["reftarget"]
        for node in line.findall()
        if "reftarget" in getattr(node, "attributes", {})
    ]
    assert targets == ["finding-grew", "finding-fell"]
    assert read_from("fig-others", project) == []
    assert read_from("fig-people", project / "elsewhere") == []
