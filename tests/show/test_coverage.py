"""The coverage of indicators in words, on the toy France."""

from __future__ import annotations

from bassin.files.sources import Sources
from bassin.show import coverage
from bassin.topics.national import National
from bassin.words import exhibit
from bassin.words.en import indicators as en


def test_every_column_has_a_header_and_every_row_its_words(toy: Sources):
    """A row an indicator, in the order asked; counts are those of the table."""
    keys = ["car_pct", "poverty_rate_pct"]
    found = National(toy).coverage(keys)
    table = coverage.lines(found)
    assert set(table) == set(exhibit("tab-files-indicators")["labels"])
    assert table["indicator"].to_list() == [en.LABELS[key] for key in keys]
    assert table["added"].to_list() == ["weighted mean", "as published"]
    assert table["masked"].to_list() == found["masked"].to_list()
    assert table["epci"].to_list() == found["epci"].to_list()
