"""``bassin list`` finds places by a part of their names."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from bassin.cli import main
from bassin.files.sources import Sources
from bassin.places.finding import listed
from bassin.places.territory import Territory
from bassin.show.plain import WIDTH

BASIN = "200000018"
Out = pytest.CaptureFixture[str]


def test_a_place_by_a_part_of_its_name(toy_project: Path, capsys: Out):
    """SIREN, name, departement, communes, inhabitants."""
    assert main(["list", "mineville"]) == 0
    header, row = capsys.readouterr().out.splitlines()
    assert header.split() == ["SIREN", "name", "departement(s)", "communes", "inhabitants"]
    people = Territory(BASIN, Sources(toy_project / "data")).population_2020.sum()
    assert row.split()[0] == BASIN
    assert row.split()[-2:] == ["12", f"{people:,d}"]


def test_the_communes_of_a_place(toy_project: Path, capsys: Out):
    """A row each, as the list of INSEE has them; numbers are whole."""
    assert main(["list", BASIN, "--communes", "--csv"]) == 0
    rows = [*csv.DictReader(io.StringIO(capsys.readouterr().out))]
    territory = Territory(BASIN, Sources(toy_project / "data"))
    assert [row["code"] for row in rows] == territory.codes
    assert [int(row["inhabitants"]) for row in rows] == [*territory.population_2020]
    assert {row["siren"] for row in rows} == {BASIN}


def test_all_places_as_json(toy_project: Path, capsys: Out):
    """Without a part all are listed, with numbers as numbers."""
    assert main(["list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len(listed("", Sources(toy_project / "data")))
    assert next(row for row in rows if row["siren"] == BASIN)["communes"] == 12


def test_none_is_said(toy_project: Path, capsys: Out):
    """By a sentence and the exit code."""
    assert main(["list", "zorglub"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "zorglub" in said.err


@pytest.mark.real
@pytest.mark.parametrize(
    ("part", "there", "not_there"),
    [
        ("Alès", "200066918", "200023778"),  # not the Vosges Méridionales
        ("grand combe", "200066918", None),  # a commune
        ("lozère", "200069151", "200066918"),  # a departement
        ("48", "200069151", "200066918"),  # its code
        ("246 200 364", "246200364", "200066918"),
        ("ievin", "246200364", "200066918"),  # inside a word, where none begins so
    ],
)
def test_a_part_of_any_name(real: Sources, part: str, there: str, not_there: str | None):
    """Of the place, of a commune, of a departement."""
    found = listed(part, real)
    assert there in found.index
    assert not_there not in found.index
    assert len(found) < 1255


@pytest.mark.real
def test_all_of_france(real: Sources):
    """Every EPCI once; inhabitants by a second path, the sum by EPCI of the DGCL's file."""
    found = listed("", real)
    assert len(found) == 1255
    assert found.at["200066918", "inhabitants"] == 132_799
    assert found["inhabitants"].notna().all()


@pytest.mark.real
def test_rows_fit_a_terminal(real_project: None, capsys: Out):
    """All of them."""
    assert main(["list", "lozère"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= WIDTH
