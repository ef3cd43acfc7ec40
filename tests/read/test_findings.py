"""The list of the sentences of the book that have a check."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fixtures import ROOT

from bassin.errors import DataError, MissingFileError
from bassin.read.findings import FINDINGS, findings

HEAD = "id,chapter,exhibit,check,area,period,unit,decimals,grade,note\n"
ROW = "grew,04_population,fig-since-1968,grew,Alès,1968-2020,%,1,A,\n"


def written(folder: Path, *rows: str) -> Path:
    """A list of these rows."""
    (folder / FINDINGS).write_text(HEAD + "".join(rows), encoding="utf-8")
    return folder


def test_rows_by_identifier(tmp_path: Path):
    """Decimals are numbers, the rest is text."""
    table = findings(written(tmp_path, ROW))
    assert table.loc["grew"].to_dict() == {
        "chapter": "04_population",
        "exhibit": "fig-since-1968",
        "check": "grew",
        "area": "Alès",
        "period": "1968-2020",
        "unit": "%",
        "decimals": 1,
        "grade": "A",
        "note": "",
    }


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("04_population", "population", "chapter"),
        ("fig-since-1968", "since-1968", "exhibit"),
        (",grew,Alès", ",,Alès", "check"),
        ("Alès", "", "area"),
        ("1968-2020", "", "period"),
        (",1,A", ",9,A", "decimals"),
        (",A,", ",Z,", "grade"),
        ("grew,04", "Grew!,04", "id"),
    ],
)
def test_a_cell_that_is_not_of_its_kind_is_named(tmp_path: Path, old: str, new: str, column: str):
    """File, column and row."""
    assert old in ROW
    with pytest.raises(DataError, match=rf"findings\.csv, (column '{column}'|row)"):
        findings(written(tmp_path, ROW.replace(old, new)))


def test_an_identifier_is_there_once(tmp_path: Path):
    """Two sentences cannot be linked to by one."""
    with pytest.raises(DataError, match="row 'grew': two sentences have this identifier"):
        findings(written(tmp_path, ROW, ROW))


def test_without_a_list_there_is_an_error(tmp_path: Path):
    """Not an empty table."""
    with pytest.raises(MissingFileError, match=r"findings\.csv: no such file"):
        findings(tmp_path)


def test_the_list_of_the_book_is_read():
    """It has the chapters that are done."""
    assert {"03_outcome", "04_population", "07_poverty"} <= set(findings(ROOT / "data")["chapter"])
