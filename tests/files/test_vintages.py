"""Which vintages of a dataset are there: those listed."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import MissingFileError, SourceError
from bassin.files.manifest import RAW
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of, first_of, pairs, vintages

DATASET = "filosofi-distribution.epci"
MIDDLE = "insee/FILO2017_DISP_EPCI.csv"


def test_vintages_are_in_order_whatever_that_of_the_list(toy: Sources):
    """The list has 2019 before 2016."""
    assert vintages(toy, DATASET) == [2016, 2017, 2018, 2019]
    assert file_of(toy, DATASET, 2017) == MIDDLE
    assert vintages(toy, "no-such-series") == []


def test_one_that_is_missing_in_the_middle_is_left_out(spoil: Spoiler):
    """Those around it stay; asked for by itself, it is an error with those there are."""
    sources = spoil.relist(MIDDLE, dataset="", vintage="")
    assert vintages(sources, DATASET) == [2016, 2018, 2019]
    with pytest.raises(SourceError, match=r"no vintage 2017 .* there: 2016, 2018, 2019\. Take"):
        file_of(sources, DATASET, 2017)


def test_one_that_is_listed_and_gone_is_named(spoil: Spoiler):
    """It is one of those listed; whoever asks for it is told its file and what to do."""
    (spoil.root / RAW / MIDDLE).unlink()
    sources = Sources(spoil.root)
    assert vintages(sources, DATASET) == [2016, 2017, 2018, 2019]
    with pytest.raises(MissingFileError, match=rf"{MIDDLE}: .* Restore it with `git checkout`"):
        sources.read(file_of(sources, DATASET, 2017))


def test_a_series_all_gone_is_named(spoil: Spoiler):
    """Its last file, not a series that has none."""
    sources = Sources(spoil.root)
    for year in vintages(sources, DATASET):
        (spoil.root / RAW / file_of(sources, DATASET, year)).unlink()
    assert first_of(Sources(spoil.root), DATASET, 2041) == 2019


def test_values_a_reader_can_be_asked_for(toy: Sources):
    """A year each, or a level and a year."""
    assert [*each(DATASET)(toy)] == [2016, 2017, 2018, 2019]
    found = pairs("filosofi-distribution", ["region", "epci"])(toy)
    assert [*found] == [("region", 2019), *(("epci", year) for year in (2016, 2017, 2018, 2019))]


@pytest.mark.parametrize(("year", "expected"), [(2014, 2016), (2017, 2017), (2041, 2019)])
def test_a_year_is_of_the_first_vintage_from_it_on(toy: Sources, year: int, expected: int):
    """After the last vintage it is the last."""
    assert first_of(toy, DATASET, year) == expected


def test_no_vintage_is_the_first_of_a_series_that_has_none(toy: Sources):
    """As for a file that is asked for."""
    with pytest.raises(SourceError, match=r"there: none\."):
        first_of(toy, "no-such-series", 2020)


def test_a_year_as_text_is_told_from_one_that_is_not_there(toy: Sources):
    """It looks the same in a message."""
    with pytest.raises(SourceError, match="a vintage is a whole number, as 2023, no str"):
        file_of(toy, "filosofi.commune", "2019")
