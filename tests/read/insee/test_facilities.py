"""Facilities: the toy France comes back, a damaged file is refused."""

from __future__ import annotations

import pytest
from tests.fixtures import listed
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee

FIRST = ["general_practitioner", "dentist", "midwife", "nurse", "pharmacy"]


@pytest.mark.parametrize(
    ("year", "town", "rows", "doctors"),
    [
        (2009, [6, 2, 1, 5, 3], 10, 10),
        (2013, [5, 2, 1, 5, 3], 9, 8),
        (2018, [4, 2, 1, 6, 3], 9, 6),
        (2019, [4, 2, 1, 6, 3], 8, 5),
    ],
)
def test_facilities(toy: Sources, year: int, town: list[int], rows: int, doctors: int):
    """Four files in two layouts give the same columns; a commune with nothing has no row."""
    table = insee.facilities(toy, year)
    assert list(table.columns) == FIRST
    assert table.loc["30001"].to_list() == town
    assert len(table) == rows
    assert "30007" not in table.index
    mine = [place.code for place in places("2017-01-01") if place.epci == "A"]
    assert table.reindex(mine, fill_value=0)["general_practitioner"].sum() == doctors


@pytest.mark.parametrize("year", [2009, 2018])
def test_facilities_of_other_kinds_only(toy: Sources, year: int):
    """A commune with facilities, but none of those kept, has a row of zeros."""
    assert insee.facilities(toy, year).loc["30012"].to_list() == [0] * 5


def test_facilities_of_another_year(toy: Sources):
    """A year without a file is refused, with the years there are."""
    with pytest.raises(ValueError, match="There are "):
        insee.facilities(toy, 2020)


SHEET_2009 = "bpe09_ensemble_Analyse_croisée"


@pytest.mark.parametrize("cell", ["x", 1.5, "1,5"])
def test_facility_count_that_is_no_whole_number(spoil: Spoiler, cell: object):
    """A letter or a fraction in the crosstab is shown with its commune and facility."""
    file = listed.path_of(insee.FACILITIES, 2009)
    sources = spoil.cell(file, SHEET_2009, "30001", "Infirmier", cell)
    with refused(file, f"'{cell}' is not a", column="Infirmier", row="30001"):
        insee.facilities(sources, 2009)


def test_facilities_that_do_not_add_up(spoil: Spoiler):
    """A row of the crosstab must add up to its own total."""
    file = listed.path_of(insee.FACILITIES, 2009)
    sources = spoil.cell(file, SHEET_2009, "30002", "Infirmier", 3)
    with refused(file, "do not add up to the total", column="Total de NB_EQUIP", row="30002"):
        insee.facilities(sources, 2009)


def test_facilities_with_a_negative_count(spoil: Spoiler):
    """A negative count is refused though the row add up."""
    file = listed.path_of(insee.FACILITIES, 2009)
    spoil.cell(file, SHEET_2009, "30002", "Infirmier", -2)
    sources = spoil.cell(file, SHEET_2009, "30002", "Total de NB_EQUIP", 0)
    with refused(file, "-2 fails greater_than", column="nurse", row="30002"):
        insee.facilities(sources, 2009)


def test_facilities_of_a_commune_listed_twice(spoil: Spoiler):
    """A commune on two rows of the crosstab is refused, not added up."""
    file = listed.path_of(insee.FACILITIES, 2009)
    sources = spoil.cell(file, SHEET_2009, "30002", "INSEECOM", "30001")
    with refused(file, "field_uniqueness", column="code", row="30001"):
        insee.facilities(sources, 2009)


def test_facilities_without_the_doctors(spoil: Spoiler):
    """A facility renamed in the crosstab is refused, not counted as none."""
    file = listed.path_of(insee.FACILITIES, 2013)
    sheet, label = "Bpe13_ensemble_Analyse_croisée", "Médecin omnipraticien"
    sources = spoil.cell(file, sheet, label, label, "Médecin généraliste")
    with refused(file, "no such facility", column=label):
        insee.facilities(sources, 2013)


def test_facility_list_of_another_year(spoil: Spoiler):
    """A list with a row of another year is refused."""
    file = listed.path_of(insee.FACILITIES, 2018)
    sources = spoil.text(file, "30001,2018,D201,4", "30001,2017,D201,4")
    with refused(file, "year is not 2018", column="AN", row=5):
        insee.facilities(sources, 2018)


def test_facility_list_with_a_row_twice(spoil: Spoiler):
    """A facility listed twice for a commune is refused, not added up."""
    file = listed.path_of(insee.FACILITIES, 2018)
    sources = spoil.text(file, "30001,2018,D221,2", "30001,2018,D201,2")
    with refused(file, "listed twice", column="TYPEQU", row=5):
        insee.facilities(sources, 2018)
