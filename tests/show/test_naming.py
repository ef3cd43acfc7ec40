"""Codes put into words before a table is shown."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.phrase import Phrase
from bassin.show import by_name, named, naming


def test_codes_in_index_columns_and_cells_are_called():
    """Names given come before those of the language; what has none stays."""
    table = pd.DataFrame({"north_west": ["south_east", "Alès"], "n": [1, 2]}, ["EPCI-1", "x"])
    found = named(table, {"EPCI-1": "Alès Agglomération"})
    assert found.columns.tolist() == ["north and west", "n"]
    assert found.index.tolist() == ["Alès Agglomération", "x"]
    assert found["north and west"].tolist() == ["south and east", "Alès"]


def test_columns_may_keep_their_keys():
    """Where the words of an exhibit give their headers."""
    table = pd.DataFrame({"north_west": ["south_east"]}, ["north_west"])
    found = named(table, columns=False)
    assert found.columns.tolist() == ["north_west"]
    assert found.index.tolist() == ["north and west"]


def test_cells_of_a_column_may_stay_codes():
    """What shows them has words of its own for them."""
    table = pd.DataFrame({"kind": ["north_west"], "side": ["north_west"]})
    found = named(table, but=["kind"])
    assert found.iloc[0].tolist() == ["north_west", "north and west"]


def test_a_column_is_not_called_as_a_text_of_data_is(monkeypatch: pytest.MonkeyPatch):
    """A unit may be spelt as its code is: the cell is told, the column stays a code."""
    monkeypatch.setattr(naming, "told", lambda text: {"lines": "lignes"}.get(text, text))
    found = named(pd.DataFrame({"lines": ["lines"]}))
    assert (list(found), found.iloc[0, 0]) == (["lines"], "lignes")


def test_cells_may_be_phrases():
    """Beside codes, proper names and numbers."""
    table = pd.DataFrame(
        {"said": ["north_west", Phrase("list.more", shown=["A"], n=2), "Alès"], "n": 1}
    )
    assert named(table)["said"].tolist() == ["north and west", "A and 2 more", "Alès"]


def test_rows_that_are_renamed_keep_their_cells():
    """A code in the index and one in a cell of its row."""
    table = pd.DataFrame({"side": ["south_east", "Alès"]}, index=["north_west", "EPCI-1"])
    assert named(table, {"EPCI-1": "Anduze"})["side"].to_dict() == {
        "north and west": "south and east",
        "Anduze": "Alès",
    }


def test_colours_are_those_of_what_is_shown():
    """Under the names the table shows, in the order given."""
    colors = {"EPCI-1": "#111111", "north_west": "#222222", "south_east": "#333333"}
    assert by_name(colors, {"EPCI-1": "Alès"}, used=["south_east", "EPCI-1"]) == {
        "Alès": "#111111",
        "south and east": "#333333",
    }
