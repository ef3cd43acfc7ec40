"""Errors say what is wrong, where, and what to do."""

from __future__ import annotations

import pytest

from bassin.errors import BassinError, DataError, PassageError, SourceError, TerritoryError


def test_data_error_names_file_column_and_row():
    """A reader's error is one line with the place, the fault and the cure, in that order."""
    error = DataError(
        "insee/x.csv", "'a' is not a number", column="MED20", row="30007", cure="Fix."
    )
    assert str(error) == "insee/x.csv, column 'MED20', row '30007': 'a' is not a number. Fix."


def test_data_error_says_only_what_it_knows():
    """A fault of the whole file is not given a column or a row."""
    assert str(DataError("insee/x.csv", "cut short")) == "insee/x.csv: cut short"


def test_data_error_keeps_row_zero():
    """Row 0 is a row, not an absent one."""
    assert "row 0" in str(DataError("f", "wrong", row=0))


@pytest.mark.parametrize("kind", [DataError, PassageError, SourceError, TerritoryError])
def test_one_base_catches_all(kind: type[Exception]):
    """A caller can tell the package's refusals from a bug by one class."""
    assert issubclass(kind, BassinError)
