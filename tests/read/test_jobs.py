"""Jobs by zone and industry: every zone has every industry, and shares are those of the jobs."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.read._jobs import complete

FILE = "urssaf/jobs.csv"
ROWS = [
    ("7603", "AZ", "Farming", "AZ", 25, 50.0, 30.0),
    ("7603", "CA", "Food", "BE", 25, 50.0, 70.0),
    ("9302", "AZ", "Farming", "AZ", 5, 10.0, 30.0),
    ("9302", "CA", "Food", "BE", 45, 90.0, 70.0),
    ("0056", "CA", "Food", "BE", 0, 0.0, 70.0),
]
NAMES = ["zone", "industry", "label", "sector", 2023, "share", "fr_share"]


def table(*rows: tuple) -> pd.DataFrame:
    """Rows as a reader hands them over."""
    return pd.DataFrame([*rows], columns=NAMES).set_index(["zone", "industry"])


@pytest.fixture
def completed(spoil: Spoiler):
    """Make a table whole, of a file that is listed."""
    sources = spoil.add(FILE, b"zone\n")
    return lambda *rows: complete(table(*rows), FILE, sources, [2023], share=("share", 2023))


def test_an_industry_that_a_zone_has_not_has_no_jobs(completed):
    """Thirty farmers of a hundred; a zone whose food alone is listed has none, with its label."""
    found = completed(*ROWS[:4], ("0056", "CA", "Food", "BE", 0, None, 70.0))
    assert found[2023].tolist() == [0, 0, 25, 25, 5, 45]
    assert found.index[0] == ("0056", "AZ")
    assert found.loc[("0056", "AZ"), ["label", "sector"]].tolist() == ["Farming", "AZ"]
    assert found[2023].dtype == "int64"


@pytest.mark.parametrize(
    ("row", "column", "value", "what"),
    [
        (0, "share", 50.1, "the share is 50.1, of the jobs 50.000"),
        (3, "fr_share", 71.0, "the share is 71.0, of the jobs 70.000"),
        (2, 2023, 6, "the share is 10.0, of the jobs 11.765"),
        (1, 2023, 25.5, "25.5 fails whole_number"),
        (1, 2023, -25, "-25.0 fails"),
        (1, "share", 150.0, "150.0 fails in_range"),
        (1, "sector", "ZZ", "'ZZ' fails isin"),
    ],
)
def test_a_row_that_does_not_fit_is_named(
    completed, row: int, column: str, value: object, what: str
):
    """A share of other jobs, half a job, jobs below none, a sector that there is not."""
    rows = [list(one) for one in ROWS[:4]]
    rows[row][NAMES.index(column)] = value
    named = column if column != 2023 or "fails" in what else "share"
    at = None if "fails" in what else ROWS[row][:2]
    with pytest.raises(Exception, match=what) as caught:
        completed(*rows)
    assert (caught.value.file, str(caught.value.column)) == (FILE, str(named))
    assert at is None or caught.value.row[0] == at[0]


def test_two_labels_of_one_industry_are_refused(completed):
    """Which of them is meant cannot be told."""
    other = ("9302", "CA", "Drinks", "BE", 45, 90.0, 70.0)
    with refused(FILE, "two labels", column="lib", row="CA"):
        completed(*ROWS[:3], other)


def test_a_pair_that_is_there_twice_is_refused(completed):
    """Its jobs would be counted twice."""
    with refused(FILE, "listed twice", column="zone, industry", row=("9302", "CA")):
        completed(*ROWS[:4], ROWS[3])
