"""The ten steps of *A study of your own town*, taken on the toy Mineville."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures import ROOT
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler
from tests.fixtures.studied import CHECK, HERE, NUMBER, ROUEN, STATEMENT, write, write_text

from bassin import claims
from bassin.book.portrait import LEDGER, NOTEBOOKS, pages_of
from bassin.claims.record import VerdictError
from bassin.errors import DataError, SourceError, TerritoryError
from bassin.files.listing import TRANSCRIPTIONS, Listing
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.places.territory import Territory
from bassin.show import panels
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.words import exhibit

RERUN = (ROOT / "book" / "rerun.md").read_text(encoding="utf-8")
SECTION = RERUN.partition("### A study of your own town\n")[2].partition("\n### ")[0]
#: Two claims of a town: one number, one statement, each with its row.
CLAIMS = {"people": NUMBER, "more": STATEMENT}
CHECKS = {
    "people": CHECK,
    "more": CHECK | {"kind": "comparison", "against": "EPCI-243000213", "says": "above"},
}


@pytest.fixture
def town(spoil: Spoiler) -> Path:
    """A toy France in which no text is transcribed."""
    shutil.rmtree(spoil.root / "study")
    shutil.copytree(ROOT / NOTEBOOKS, spoil.root.parent / NOTEBOOKS)
    return spoil.root


def study(root: Path) -> Study:
    """The study of Mineville, read anew."""
    return Study(MINEVILLE, sources=Sources(root))


def write_claims(root: Path, **cells: dict[str, str]) -> None:
    """Write the claims, with other cells in some."""
    rows = [{"id": name, **row, **cells.get(name, {})} for name, row in CLAIMS.items()]
    write(root, "claims.csv", rows)


def test_there_are_ten_steps_on_files_that_are_there():
    """Each file that they name is a file of the example, or of the project."""
    assert re.findall(r"(?m)^(\d+)\. ", SECTION) == [str(n) for n in range(1, 11)]
    for name in ("study.csv", "claims.csv", "checks.csv"):
        assert f"`{name}`" in SECTION
        assert (ROOT / "data" / of_study(ROUEN, name)).is_file()
    for path in re.findall(r"`(data/[\w/.]+)`", SECTION):
        assert (ROOT / path).exists(), path


def test_the_steps_build_the_ledger_of_a_town(town: Path):
    """What a step leaves out is refused by name until it is taken."""
    root = town.parent
    # 2: no folder yet, and no ledger in the portrait
    assert Territory.named("Bassin de Mineville", Sources(town)).code == MINEVILLE
    with pytest.raises(TerritoryError, match=f"data/study/{MINEVILLE} "):
        claims.audit(study(town))
    assert LEDGER not in [path.stem for path in pages_of(root, MINEVILLE)]
    # 3 to 6: the text, its claims, their checks; a key that is none is refused with those near
    write_text(town)
    write_claims(town)
    write(town, "checks.csv", [{"claim": "people", **CHECK, "indicator": "people_2020"}])
    with pytest.raises(DataError, match=r"checks\.csv, column 'claim', row 'more': no row"):
        claims.audit(study(town))
    rows = [{"claim": name, **row} for name, row in CHECKS.items()]
    write(town, "checks.csv", [rows[0] | {"indicator": "people_2020"}, rows[1]])
    with pytest.raises(DataError, match=r"row 'people': no indicator 'people_2020'.*Write a key"):
        claims.audit(study(town))
    write(town, "checks.csv", rows)
    # 7: a file without its row is refused
    (town / TRANSCRIPTIONS).write_text("file,origin,holds\n", encoding="utf-8")
    with pytest.raises(SourceError, match=rf"study/{MINEVILLE}/checks\.csv"):
        Listing.of(Sources(town))
    # 8 and 9: verdicts, those frozen and one that moves
    table = claims.verdicts(study(town))
    assert table["verdict"].tolist() == ["confirmed by data"] * 2
    write_claims(town, people={"published": "6900"})
    with pytest.raises(VerdictError, match=r"people .*confirmed by data -> differs"):
        claims.verdicts(study(town))
    # 10: the chapter of the portrait, and what it shows
    assert LEDGER in [path.stem for path in pages_of(root, MINEVILLE)]
    shown = panels.ledger(table, **exhibit("tab-portrait-claims", **study(town).text))
    assert [claim.id for claim in shown.claims.shown] == ["people", "more"]
    assert HERE not in shown.claims.shown[0].says


def test_the_ledger_is_in_the_portraits_of_the_places_that_have_a_text_alone():
    """Alès and Rouen, and not Lens."""
    for place, there in ((ALES_AGGLOMERATION, True), (ROUEN, True), ("246200364", False)):
        assert (LEDGER in [path.stem for path in pages_of(ROOT, place)]) == there


def test_the_columns_that_the_readme_tells_are_those_of_the_example():
    """Of its three files."""
    readme = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for name in ("study.csv", "claims.csv", "checks.csv"):
        section = readme.partition(f"## Columns of {name}\n")[2].partition("\n## ")[0]
        told = re.findall(r"(?m)^\| ([a-z_, ]+) \|", section)[1:]
        columns = {one for cell in told for one in cell.split(", ")}
        table = pd.read_csv(ROOT / "data" / of_study(ROUEN, name), dtype=str)
        assert columns == set(table.columns), name
