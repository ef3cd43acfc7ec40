"""``bassin show`` tells what there is of a place."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from bassin.cli import main
from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.show.plain import WIDTH
from bassin.study import Study
from bassin.topics.asked import keys_by_topic

BASIN = "200000018"
Out = pytest.CaptureFixture[str]


def test_the_topics_of_a_place(toy_project: Path, capsys: Out):
    """Each with its indicators; the place is found by a part of its name."""
    assert main(["show", "mineville"]) == 0
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head.startswith("200000018 CA du Bassin de Mineville: 12 communes, ")
    topics = keys_by_topic(Sources(toy_project / "data"))
    assert [row.split()[0] for row in rows if not row.startswith(" ")] == [*topics]
    assert set(catalogue.INDICATORS) <= set(" ".join(rows).split())


def test_a_topic_of_a_place(toy_project: Path, capsys: Out):
    """A row an indicator, in the columns of a terminal."""
    assert main(["show", BASIN, "population"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= WIDTH
    keys = keys_by_topic(Sources(toy_project / "data"))["population"]
    assert [line.split()[0] for line in lines[2:-1] if not line.startswith(" ")] == keys


def test_numbers_are_those_of_the_study(toy_project: Path, capsys: Out):
    """In CSV and in JSON, in full."""
    assert main(["show", BASIN, "population", "--csv"]) == 0
    rows = [*csv.DictReader(io.StringIO(capsys.readouterr().out))]
    selected = Study(BASIN, sources=Sources(toy_project / "data")).selected
    for row in rows:
        value = selected.value(row["indicator"])
        assert float(row["place"] or "nan") == pytest.approx(value, nan_ok=True)
        assert row["vintage"] == catalogue.find(row["indicator"]).vintage
    assert main(["show", BASIN, "population", "population_2020", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["place"] == pytest.approx(selected.value("population_2020"))
    assert row["siren"] == BASIN


def test_an_indicator_says_what_it_counts(toy_project: Path, capsys: Out):
    """In the words of its declaration."""
    assert main(["show", BASIN, "population", "population_2020"]) == 0
    assert "inhabitants" in capsys.readouterr().out.splitlines()[1].casefold()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["mineville", "popualtion"], "topic='popualtion' is no choice. There are population"),
        (["mineville", "population", "population_202"], "There are population_202"),
        (["mineville", "population", "gp_2023"], "indicator='gp_2023' is no choice"),
        (["zorglub"], "0 EPCI have 'zorglub' in their name"),
        (["200000019", "population"], "is the SIREN of no EPCI"),
    ],
)
def test_what_is_not_there_is_refused(toy_project: Path, capsys: Out, asked: list[str], told: str):
    """With the nearest that there is."""
    assert main(["show", *asked]) == 1
    assert told in capsys.readouterr().err
