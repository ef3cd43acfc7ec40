"""Tables whose file has types: each cell is of the one that is due, or named."""

from __future__ import annotations

import io
import json
from datetime import date

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.read._typed import parquet_header, read_parquet, read_records, record_header

JOBS, TABLE = "insee/jobs.json", "insee/table.parquet"
ROWS = [{"zone": "7603", "jobs": 12, "seen": True}, {"zone": "0056", "jobs": None, "seen": False}]


def parquet(**columns: object) -> bytes:
    """Bytes of a Parquet file."""
    stream = io.BytesIO()
    pd.DataFrame(columns).to_parquet(stream)
    return stream.getvalue()


def test_records_are_a_column_each_in_the_order_asked(spoil: Spoiler):
    """Leading zeros stay, null is missing, what is not asked for is left."""
    sources = spoil.add(JOBS, json.dumps(ROWS).encode())
    table = read_records(sources, JOBS, texts=["zone"], amounts=["jobs"])
    assert table["zone"].tolist() == ["7603", "0056"]
    assert np.array_equal(table["jobs"], [12, np.nan], equal_nan=True)
    assert record_header(sources, JOBS) == ["zone", "jobs", "seen"]


@pytest.mark.parametrize(
    ("change", "what", "column", "row"),
    [
        ({"jobs": "12"}, "'12' where a number is due", "jobs", "7603"),
        ({"jobs": True}, "True where a number is due", "jobs", "7603"),
        ({"jobs": 10**400}, "a whole number of hundreds of digits", "jobs", "7603"),
        ({"jobs": [12]}, "\\[12\\] where a number is due", "jobs", "7603"),
        ({"zone": 7603}, "7603 where text is due", "zone", 0),
    ],
)
def test_a_cell_of_another_type_is_named(
    spoil: Spoiler, change: dict, what: str, column: str, row: object
):
    """A number in quotes, a truth value, a number that no float holds, a code without its zeros."""
    sources = spoil.add(JOBS, json.dumps([ROWS[0] | change, ROWS[1]]).encode())
    with refused(JOBS, what, column=column, row=row):
        read_records(sources, JOBS, texts=["zone"], amounts=["jobs"])


@pytest.mark.parametrize(
    ("data", "what", "column", "row"),
    [
        (b'[{"zone": "7603"}]', "not in this object", "jobs", 0),
        (b'[{"zone": "7603", "jobs": 1}, 2]', "not in this object", "zone", 1),
        (b'{"zone": "7603"}', "no list of objects", None, None),
        (b"[]", "no row", None, None),
    ],
)
def test_json_of_another_shape_is_refused(
    spoil: Spoiler, data: bytes, what: str, column: str | None, row: object
):
    """An object that lacks a name, something else among them, no list, nothing."""
    with refused(JOBS, what, column=column, row=row):
        read_records(spoil.add(JOBS, data), JOBS, texts=["zone"], amounts=["jobs"])


def test_columns_of_parquet_keep_their_types(spoil: Spoiler):
    """Counts are whole numbers, amounts floats, days of no time zone."""
    days = [date(2023, 1, 1), date(1900, 2, 28)]
    data = parquet(code=["01001", "30007"], people=[3.0, 4.0], area=[1, 2], day=days)
    sources = spoil.add(TABLE, data)
    table = read_parquet(
        sources, TABLE, texts=["code"], amounts=["area"], counts=["people"], days=["day"]
    )
    assert list(table) == ["code", "area", "people", "day"]
    assert table["people"].tolist() == [3, 4]
    assert table["people"].dtype == "int64"
    assert table["area"].dtype == float
    assert table["day"].tolist() == [pd.Timestamp(day) for day in days]
    assert parquet_header(sources, TABLE) == ["code", "people", "area", "day"]


@pytest.mark.parametrize(
    ("columns", "what", "column"),
    [
        ({"people": [3.0, 4.5]}, "4.5 where a whole number is due", "people"),
        ({"people": [3.0, None]}, "nan where a whole number is due", "people"),
        ({"day": [date(2023, 1, 1), date(1000, 1, 1)]}, "no day of these centuries", "day"),
        ({"day": ["2023-01-01", "2023-01-02"]}, "where a day is due", "day"),
    ],
)
def test_a_cell_of_parquet_of_another_type_is_named(
    spoil: Spoiler, columns: dict, what: str, column: str
):
    """Half a person, a blank that would be a number, a day before all lists, a text."""
    right = {"code": ["01001", "30007"], "people": [3, 4], "day": [date(2023, 1, 1)] * 2}
    sources = spoil.add(TABLE, parquet(**(right | columns)))
    row = "01001" if what.startswith("where") else "30007"
    with refused(TABLE, what, column=column, row=row):
        read_parquet(sources, TABLE, texts=["code"], counts=["people"], days=["day"])


def test_days_in_a_time_zone_are_refused(spoil: Spoiler):
    """Midnight in Paris is the day before in London."""
    day = pd.to_datetime(["2023-01-01"]).tz_localize("Europe/Paris")
    sources = spoil.add(TABLE, parquet(code=["01001"], day=day))
    with refused(TABLE, "days in the time zone Europe/Paris", column="day", row="01001"):
        read_parquet(sources, TABLE, texts=["code"], days=["day"])
