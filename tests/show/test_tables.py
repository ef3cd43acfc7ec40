"""Tables of written numbers."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.show import tables
from bassin.words import speaking


@pytest.fixture
def towns():
    return pd.DataFrame(
        {
            "people": pd.array([42000, None], dtype="Int64"),
            "growth": [-1.24, 0.5],
            "note": ["down", None],
        },
        index=pd.Index(["Alès", "Mons"], name="town"),
    )


def test_show_writes_each_column(towns, words):
    """Numbers are written by their format and unit, absent values as a dash, headers as told."""
    body = tables.show(
        towns,
        name="tab-towns",
        formats={"growth": "+.1f %"},
        labels={"town": "Town", "people": "People"},
        **words,
    ).table
    assert body.head == ["Town", "People", "growth", "note"]
    assert body.rows == [["Alès", "42,000", "−1.2%", "down"], ["Mons", "–", "+0.5%", "–"]]
    assert body.numeric == [False, True, True, False]
    assert body.stubs == 1


def test_a_zero_is_not_a_dash(words):
    """Zero is a value."""
    body = tables.show(pd.DataFrame({"a": [0, 1]}), name="tab-zero", **words).table
    assert body.rows == [["0"], ["1"]]
    assert body.stubs == 0


def test_yes_and_no_are_not_numbers(words):
    """A column of truths is written in words, on the left."""
    body = tables.show(pd.DataFrame({"a": [True, False]}), name="tab-truth", **words).table
    assert body.rows == [["True"], ["False"]]
    assert body.numeric == [False]


def test_levels_become_leading_columns(words):
    """Each level of the index names the row."""
    index = pd.MultiIndex.from_tuples([("Gard", 2020)], names=["area", "year"])
    body = tables.show(pd.DataFrame({"x": [1.0]}, index), name="tab-levels", **words).table
    assert body.head == ["area", "year", "x"]
    assert body.rows == [["Gard", "2020", "1.0"]]
    assert body.numeric == [False, False, True]
    assert body.stubs == 2


@pytest.mark.parametrize("keyword", ["formats", "labels"])
def test_an_unknown_column_is_named(towns, words, keyword):
    """A format or label for a column that is not there says which columns are."""
    with pytest.raises(ValueError, match="'age' is absent: the table has 'town', 'people'"):
        tables.show(towns, name="tab-towns", **{keyword: {"age": ".0f"}}, **words)


def test_an_empty_table_is_refused(towns, words):
    """A table of no row is an error upstream."""
    with pytest.raises(ValueError, match="nothing to show"):
        tables.show(towns.iloc[:0], name="tab-towns", **words)


def test_description(towns, words):
    """The description gives the size and the headers."""
    exhibit = tables.show(towns, name="tab-towns", **words)
    assert exhibit.alt == "Table of 2 rows: town, people, growth and note"
    assert exhibit.csv == "town,people,growth,note\nAlès,42000,-1.24,down\nMons,,0.5,\n"


def test_ranges_take_an_en_dash_and_dates_do_not(words):
    """Lines and years are ranges; a month, a day and a code are left as they are."""
    table = pd.DataFrame({"a": ["10-12; 20", "2008-2013", "2024-07", "2024-03-10", "A-38"]})
    body = tables.show(table, name="tab-ranges", **words).table
    assert [row[0] for row in body.rows] == [
        *("10–12; 20", "2008–2013", "2024-07", "2024-03-10", "A-38")
    ]


def test_what_parts_two_texts_is_of_the_language(words):
    """Lines that a list gives with semicolons, in a cell and not in the data."""
    table = pd.DataFrame({"a": ["10-12; 20-22"]})
    with speaking("fr"):
        shown = tables.show(table, name="tab-ranges", **words)
    assert shown.table.rows == [["10–12\u202f; 20–22"]]
    assert shown.csv == "a\n10-12; 20-22\n"


def test_unlike_measures_keep_the_decimals_they_need(words):
    """Euros are whole, a rate has a decimal, a count none."""
    table = pd.DataFrame({"value": [12365.6, 2.69, 76.0, None]})
    body = tables.show(table, name="tab-measures", formats={"value": "~"}, **words).table
    assert [row[0] for row in body.rows] == ["12,366", "2.7", "76", "–"]


def test_what_was_copied_keeps_the_decimals_it_has(words):
    """A change that is printed with two, one without, none."""
    table = pd.DataFrame({"value": [6.17, -5.0, 0.0, None]})
    body = tables.show(table, name="tab-changes", formats={"value": "+g %"}, **words).table
    assert [row[0] for row in body.rows] == ["+6.17%", "−5%", "0%", "–"]


def test_p_values_are_written_as_such():
    """A small one is not zero, and a missing one is a dash."""
    df = pd.DataFrame({"p": [0.0001, 0.034, None]}, pd.Index(["a", "b", "c"], name="test"))
    exhibit = tables.show(df, name="tab-p", caption="A", source="B", formats={"p": "p"})
    assert [row[1] for row in exhibit.table.rows] == ["<\N{NO-BREAK SPACE}0.001", "0.034", "–"]
