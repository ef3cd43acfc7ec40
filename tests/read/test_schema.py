"""A schema holds, and the number of rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import _schema

FILE = "insee/v_region_2023.csv"


def codes(*labels: str) -> pd.DataFrame:
    index = pd.Index(labels, name="code", dtype=str)
    return pd.DataFrame({"n": range(1, len(labels) + 1)}, index=index)


def checked(table: pd.DataFrame, sources: Sources) -> pd.DataFrame:
    return _schema.check(table, FILE, sources, {"n": _schema.whole()}, _schema.commune_index())


def test_check_returns_the_table(toy: Sources):
    """A right table passes untouched."""
    table = codes("01001", "2A004")
    assert checked(table, toy) is table


@pytest.mark.parametrize("code", ["1001", "2C004", "30001 ", "030001", "ABCDE"])
def test_check_refuses_what_is_no_commune_code(toy: Sources, code: str):
    """A code without its zero, too long or with another letter is refused by name."""
    with refused(FILE, f"'{code}' fails matches", column="code", row=code):
        checked(codes("30001", code), toy)


def test_check_refuses_a_repeated_code(toy: Sources):
    """A commune listed twice is refused by name."""
    with refused(FILE, "'30001' fails field_uniqueness", column="code", row="30001"):
        checked(codes("30001", "30001"), toy)


def test_check_refuses_a_negative_count(toy: Sources):
    """A negative count is refused, with how many cells fail."""
    with refused(FILE, r"-1 fails greater_than_or_equal_to\(0\) \(1 such", column="n", row="30002"):
        checked(codes("30001", "30002").assign(n=[1, -1]), toy)


def test_check_refuses_a_column_too_many(toy: Sources):
    """A table has the columns of its schema and no other."""
    with pytest.raises(DataError, match="extra"):
        checked(codes("30001", "30002").assign(extra=1), toy)


def test_check_compares_the_row_count(toy: Sources):
    """Rows lost on the way are counted against the manifest."""
    with refused(FILE, "1 rows read, 2 recorded in the manifest", column="rows"):
        checked(codes("30001"), toy)


def test_check_without_a_recorded_count(spoil: Spoiler):
    """Where the manifest records no count, none is compared."""
    assert len(checked(codes("30001"), spoil.relist(FILE, rows=""))) == 1


def test_check_refuses_an_infinite_number(toy: Sources):
    """A range without an upper end holds infinity, and no publisher counts to it."""
    table = codes("30001", "30002").assign(n=[1.0, np.inf])
    with refused(FILE, "an infinite number", column="n", row="30002"):
        _schema.check(table, FILE, toy, {"n": _schema.count()}, _schema.commune_index())
