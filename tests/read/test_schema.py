"""A schema holds, and the number of rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pytest
from pandera.errors import SchemaError
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


@pytest.mark.parametrize(
    ("pattern", "right", "wrong"),
    [
        (
            _schema.COMMUNE,
            ["01001", "19272", "21001", "2A004", "2B366", "95690", "97101", "98818"],
            ["00001", "20001", "2C001", "96001", "99101", "1001", "010011", "A1001"],
        ),
        (
            _schema.DEPARTEMENT,
            ["01", "10", "19", "21", "2A", "2B", "30", "89", "90", "95", "971", "976"],
            ["00", "20", "96", "97", "99", "970", "979", "1", "2C", "300"],
        ),
    ],
)
def test_codes_are_of_the_departements_there_are(pattern: str, right: list, wrong: list):
    """None is 00, 20 since Corsica is two, 96 or 99; 97 is no departement by itself."""
    found = codes(*right, *wrong)
    schema = pa.DataFrameSchema(index=pa.Index(str, _schema.matches(pattern)))
    assert schema.validate(found.loc[right]).index.tolist() == right
    for code in wrong:
        with pytest.raises(SchemaError):
            schema.validate(found.loc[[code]])


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
