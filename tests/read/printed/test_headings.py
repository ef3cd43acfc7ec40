"""The headings of the study: what their reader refuses, and where each claim stands."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fixtures.spoil import refused

from bassin.claims import judging
from bassin.files.sources import Sources
from bassin.files.transcribed import STUDY, of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION


@pytest.fixture
def listed(real: Sources, tmp_path: Path) -> Callable[[str], Sources]:
    """Make a copy of the transcriptions whose headings are others."""
    shutil.copytree(real.root / STUDY, tmp_path / STUDY)

    def write(rows: str) -> Sources:
        path = tmp_path / of_study(ALES_AGGLOMERATION, printed.HEADINGS)
        path.write_text(f"line,level,heading,until\n{rows}", encoding="utf-8")
        return Sources(tmp_path)

    return write


@pytest.mark.parametrize(
    ("rows", "says", "column", "row"),
    [
        ("9,1,Mines,\n4,2,Coal,\n", "out of order", "line", 4),
        ("4,box,Mines,\n9,1,Coal,\n", "a box ends", "until", 4),
        ("4,box,Mines,3\n9,1,Coal,\n", "a box ends", "until", 4),
        ("4,box,Mines,9\n9,1,Coal,\n", "a box ends", "until", 4),
        ("4,1,Mines,7\n9,1,Coal,\n", "nothing else has an end", "until", 4),
        ("4,4,Mines,\n", "4", "level", 4),
        ("4,box,Mines,7.5\n9,1,Coal,\n", "7.5 fails whole_number", "until", 4),
    ],
)
def test_headings_are_in_order_and_boxes_end(listed, rows, says, column, row):
    """Else a line would stand under a heading that is not its own."""
    with refused(of_study(ALES_AGGLOMERATION, printed.HEADINGS), says, column=column, row=row):
        printed.headings(listed(rows), ALES_AGGLOMERATION)


def test_a_line_stands_under_the_nearest_heading_above(listed):
    """That of a box within the box only; under none above the first."""
    table = printed.headings(listed("4,1,Mines,\n9,box,A pit,12\n20,2,Coal,\n"), ALES_AGGLOMERATION)
    under = {1: "", 4: "Mines", 8: "Mines", 9: "A pit", 12: "A pit", 13: "Mines", 20: "Coal"}
    assert {line: printed.heading_at(table, line) for line in under} == under


def test_the_part_of_a_claim_is_the_one_its_lines_are_in(real: Sources):
    """Chapters one to four, the foreword and so on: what a claim says of its place agrees."""
    table = printed.headings(real, ALES_AGGLOMERATION)
    parts = table[table["level"] == "1"]
    names = ["foreword", "summary", "introduction", *(f"chapter {n}" for n in range(1, 5))]
    loci = dict(zip(parts["heading"], [*names, "conclusion", "annex", "back cover"], strict=True))
    claims = printed.claims(real, ALES_AGGLOMERATION)
    lines = claims["lines"].map(judging.first_line)
    found = lines.map(lambda line: loci[printed.heading_at(parts, line)])
    # Figures, notes and boxes stand in a part, and say only what they are.
    plain = claims["locus"].isin(loci.values())
    wrong = plain & (claims["locus"] != found)
    assert claims.assign(found=found)[wrong][["lines", "locus", "found"]].to_dict("index") == {}


def test_claims_of_a_box_are_in_one(real: Sources):
    """Those that say so, at each of their lines."""
    table = printed.headings(real, ALES_AGGLOMERATION)
    boxes = table[table["level"] == "box"]
    claims = printed.claims(real, ALES_AGGLOMERATION)
    for claim, lines in claims.loc[claims["locus"] == "box", "lines"].items():
        for line in re.findall(r"\d+", lines):
            inside = (boxes.index <= int(line)) & (boxes["until"] >= int(line))
            assert inside.any(), claim


def test_every_claim_stands_under_a_heading(real: Sources):
    """And no heading is empty."""
    table = printed.headings(real, ALES_AGGLOMERATION)
    lines = printed.claims(real, ALES_AGGLOMERATION)["lines"].map(judging.first_line)
    assert lines.map(lambda line: printed.heading_at(table, line)).ne("").all()
