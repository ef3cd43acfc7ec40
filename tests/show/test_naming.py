"""Codes put into words before a table is shown."""

from __future__ import annotations

import pandas as pd

from bassin.show import named


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
