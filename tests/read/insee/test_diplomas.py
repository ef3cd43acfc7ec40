"""INSEE's readers on diplomas and the young, on the toy France."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import refused
from tests.fixtures.toy_ageing import archive

from bassin.errors import DataError
from bassin.read import insee


@pytest.mark.parametrize(
    ("year", "shares"),
    [(2009, [35, 8, 25, 15, 17]), (2014, [30, 6, 28, 18, 18]), (2020, [25, 5, 30, 20, 20])],
)
def test_diplomas_have_five_classes_however_they_are_split(toy, year, shares):
    """The certificat d'études and the levels of higher education are put where they belong."""
    row = insee.diplomas(toy, year).loc["30001"]
    assert (100 * row / row.sum()).tolist() == pytest.approx(shares)
    assert row.sum() == 1650


def test_another_year_of_diplomas_is_refused(toy):
    """The error lists the three censuses."""
    with pytest.raises(ValueError, match="There are "):
        insee.diplomas(toy, 2018)


def test_diplomas_add_up(spoil):
    """A commune whose classes miss its people out of school is an error."""
    name = "P20_NSCOL15P"
    parts = ["DIPLMIN", "BEPC", "CAPBEP", "BAC", "SUP2", "SUP34", "SUP5"]
    head = ";".join(["CODGEO", name, *(f"{name}_{part}" for part in parts)])
    data = archive({"base.CSV": f"{head}\r\n30001;100;1;2;3;4;5;6;7\r\n".encode()})
    sources = spoil.data(insee.DIPLOMAS, lambda _: data)
    with refused(insee.DIPLOMAS, "do not add up", column=name, row="30001"):
        insee.diplomas(sources, 2020)


def test_a_class_without_a_column_is_named(spoil):
    """A file without the columns of a census says which class is lacking."""
    data = archive({"base.CSV": b"CODGEO;P20_NSCOL15P\r\n"})
    sources = spoil.data(insee.DIPLOMAS, lambda _: data)
    with pytest.raises(DataError, match="no column of 'diploma_none'"):
        insee.diplomas(sources, 2020)


@pytest.mark.parametrize(
    ("year", "shares"), [(2012, [35, 10, 20, 20, 15]), (2018, [30, 10, 20, 20, 20])]
)
def test_large_communes_have_the_same_five_classes(toy, year, shares):
    """In 2012 the certificat d'études is in no column: it is what the others leave."""
    assert insee.large_communes(toy, year).loc["30001", [*insee.CLASSES]].tolist() == shares


def test_diplomas_of_large_communes_add_up(spoil):
    """In 2018 every class has its column, and they are everyone."""
    sources = spoil.text(
        insee.LARGE_COMMUNES[2018], "10,30,10,20,20,10,6,4", "10,31,10,20,20,10,6,4"
    )
    with refused(insee.LARGE_COMMUNES[2018], "100 %", column="dipl_aucun", row="30001"):
        insee.large_communes(sources, 2018)


def test_the_young_neither_in_work_nor_in_study(toy):
    """One row a place, one column a year; a published zero is a zero."""
    epci = insee.neither_in_work_nor_study(toy, "epci")
    assert epci.loc["200000018"].to_dict() == {2008: 10, 2013: 20, 2018: 30}
    communes = insee.neither_in_work_nor_study(toy, "commune")[2018]
    assert communes[["30001", "30002"]].tolist() == [25.5, 0]


def test_a_place_listed_twice_in_a_year_is_refused(spoil):
    """Two shares for one place and year cannot both be right."""
    file = insee.NEET["epci"]
    line = "200000018;CA du Bassin de Mineville;2013"
    sources = spoil.text(file, line, line.replace("2013", "2008"))
    with refused(file, "listed twice", column="codgeo", row="200000018"):
        insee.neither_in_work_nor_study(sources, "epci")


def test_places_of_higher_education(toy):
    """Four in Mineville and five in Golfe; communes with none have no row or a zero."""
    table = insee.higher_education_2013(toy).sum(axis=1)
    assert table[["30001", "2A001"]].tolist() == [4, 5]
    assert table.sum() == 9
