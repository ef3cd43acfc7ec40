"""A year more of a series: taken in without a line of code, or refused with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fixtures.spoil import Spoiler
from tests.fixtures.toy_poverty import epci_of

from bassin.errors import DataError, SourceError
from bassin.files import anchors
from bassin.files.sources import Sources
from bassin.files.vintages import vintages
from bassin.read import insee, newcomers
from bassin.read.editions import EditionError

DATASET = f"{insee.DISTRIBUTION}.epci"
FILE = "insee/FILO2041_DISP_EPCI.csv"
CELLS = {"dataset": DATASET, "vintage": "2041", "obtained_from": "github a/b"}
ALL = {newcomers.ALL: "a made-up year"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A file of a year that no code knows."""
    path = tmp_path / "copy.csv"
    path.write_bytes(epci_of(2041)[1])
    return path


def test_a_made_up_year_is_taken_in_with_no_code(spoil: Spoiler, copy: Path):
    """Hash, rows, keys and anchors are written together; the series is longer."""
    sources = Sources(spoil.root)
    new = newcomers.newcomer(sources, FILE, copy, CELLS, {})
    assert new.years == ([2016, 2017, 2018, 2019], [2016, 2017, 2018, 2019, 2041])
    assert new.nearest == "insee/FILO2019_DISP_EPCI.csv"
    assert FILE not in Sources(spoil.root)
    newcomers.take_in(sources, new, ALL if new.refused([]) else {})
    after = Sources(spoil.root)
    row = after.describe(FILE)
    assert (row["dataset"], row["vintage"], row["rows"]) == (DATASET, "2041", "7")
    assert vintages(after, DATASET)[-1] == 2041
    assert insee.filosofi_distribution(after, "epci", 2041).at["200000018", "d5"] == 27500
    held = anchors.read(spoil.root, FILE)
    assert list(held["tables"]) == ["insee.income.filosofi_distribution(epci, 2041)"]
    assert not [fault for fault in after.verify() if fault.file == FILE and fault.found is None]


def test_what_departs_wants_a_reason(spoil: Spoiler, copy: Path):
    """Without one nothing is written."""
    copy.write_bytes(copy.read_bytes().replace(b";9000;", b";;").replace(b";600;", b";600000;"))
    sources = Sources(spoil.root)
    manifest = (spoil.root / "sources.csv").read_bytes()
    new = newcomers.newcomer(sources, FILE, copy, CELLS, {})
    with pytest.raises(EditionError, match=r"departs from the file at hand.*persons"):
        newcomers.take_in(sources, new, {})
    assert (spoil.root / "sources.csv").read_bytes() == manifest
    newcomers.take_in(sources, new, ALL)
    assert anchors.read(spoil.root, FILE)["accepted"] == ALL


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"dataset": ""}, "--set dataset=NAME --set vintage=YEAR"),
        ({"vintage": "2017"}, "FILO2017_DISP_EPCI.csv is the vintage 2017"),
        ({"obtained_from": ""}, "say where it was found"),
        ({"dataset": "filosofi-distribution.epcis"}, "first vintage of .*nearest.*publisher"),
        ({"sha256": "0"}, "sha256: no cell to set"),
        ({"dataset": "neet.commune"}, "no reader asks for the vintages of neet.commune"),
    ],
)
def test_a_year_of_nothing_known_is_refused(
    spoil: Spoiler, copy: Path, cells: dict[str, str], what: str
):
    """The message says what to tell, or which file to replace."""
    with pytest.raises(EditionError, match=what):
        newcomers.newcomer(Sources(spoil.root), FILE, copy, CELLS | cells, {})


def test_columns_of_another_year_are_refused(spoil: Spoiler, copy: Path):
    """They say 2041, the key 2042."""
    with pytest.raises(DataError, match="columns are of 2041, and it is listed as the vintage"):
        newcomers.newcomer(Sources(spoil.root), FILE, copy, CELLS | {"vintage": "2042"}, {})


def test_a_key_that_is_none_is_refused(spoil: Spoiler, copy: Path):
    """As in the list itself."""
    with pytest.raises(SourceError, match="column 'dataset'"):
        newcomers.newcomer(
            Sources(spoil.root),
            FILE,
            copy,
            CELLS
            | {"dataset": "Filosofi EPCI", "publisher": "a", "title": "a"}
            | {"geography": "a", "licence": "a", "status": "raw"},
            {},
        )


def test_last_years_file_under_a_new_year_wants_a_reason(spoil: Spoiler, copy: Path):
    """Though its columns be renamed: any vintage at hand is compared, not the nearest alone."""
    copy.write_bytes(epci_of(2016)[1].replace(b"16;", b"41;"))
    new = newcomers.newcomer(Sources(spoil.root), FILE, copy, CELLS, {})
    (found,) = new.departures.values()
    assert "7 of 7 rows say what they say in the vintage 2016" in map(str, found)
