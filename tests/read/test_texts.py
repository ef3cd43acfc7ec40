"""Columns of text are read at once as they are read cell by cell."""

from __future__ import annotations

import csv
import io

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bassin.read._texts import floats, frame, unquoted

CELLS = st.text(alphabet="aé ,;.\t5\u2028'\\", max_size=4)


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5),
    st.sampled_from([",", ";"]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_lines_without_quotes_are_read_as_csv_reads_them(
    rows: list[tuple[str, ...]], sep: str, end: str, ended: bool
):
    """Whatever is in the cells, each is what :mod:`csv` finds, or none is given."""
    text = end.join(sep.join(row) for row in rows) + (end if ended else "")
    read = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=sep) if row]
    columns = unquoted(text, 3, [2, 0], sep)
    if columns is None:
        assert any(len(row) != 3 for row in read) or not read
    else:
        found = [column.to_pylist() for column in columns]
        assert found == [[row[2] for row in read], [row[0] for row in read]]


@pytest.mark.parametrize(
    "text",
    ['a,"b"\n', "a,b\rc,d\n", "a,b\0\n", "a,b\nc\n", "a,b\nc,d,e\n", "", "a," + "b" * 140_000],
    ids=["quotes", "carriage", "nul", "short", "long", "empty", "cell"],
)
def test_lines_that_are_not_plain_are_left_to_csv(text: str):
    """Quotes, a lone carriage return, a line of another width, and a cell without end."""
    assert unquoted(text, 2, [0], ",") is None


@given(st.lists(st.floats(-1e9, 1e9).map(repr), min_size=1), st.sampled_from([".", ","]))
def test_numbers_are_the_nearest_to_what_is_written(written: list[str], decimal: str):
    """Each is what Python makes of it, and an absent one is none."""
    cells = pd.Series([text.replace(".", decimal) for text in written] + ["s"])
    absent = np.array([False] * len(written) + [True])
    found = floats(cells, absent, decimal=decimal)
    assert found[:-1].tolist() == [float(text) for text in written]
    assert np.isnan(found[-1])


def test_a_number_too_large_is_infinite_and_zero_has_no_sign():
    """What no float holds is left for the schema to refuse; -0 is written as 0."""
    found = floats(pd.Series(["9" * 400, "-0"]), np.array([False, False]))
    assert np.isinf(found[0])
    found = floats(pd.Series(["1", "-0"]), np.array([False, False]))
    assert not np.signbit(found[1])


def test_a_table_of_no_rows_is_of_text_too():
    """Columns without a cell are text, named as asked."""
    table = frame(["a", "b"], [[], []])
    assert list(table.columns) == ["a", "b"]
    assert (table.dtypes == "str").all()
