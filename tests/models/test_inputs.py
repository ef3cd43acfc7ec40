"""What the doors of the models refuse: by name, with the row and what to do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from bassin.errors import AccessError
from bassin.models import inputs


@pytest.mark.parametrize("value", [1, 0.5, np.float32(2), np.int64(3)])
def test_a_positive_number_is_given_back_as_a_float(value: float):
    """Of any kind of number."""
    assert inputs.positive(value, "reach") == float(value)


@pytest.mark.parametrize("value", [0, -1, np.nan, np.inf, "5", None, True, [5], 10**400])
def test_what_is_no_positive_number_is_refused(value: object):
    """Zero, infinity, a text, a truth value, a number beyond all floats."""
    with pytest.raises(AccessError, match=r"reach is .*: give a finite number above zero"):
        inputs.positive(value, "reach")


def test_a_finite_number_may_be_zero_or_less():
    """But neither infinite nor a text."""
    assert inputs.finite(-2, "slope") == -2
    for value in (np.inf, np.nan, "2", False):
        with pytest.raises(AccessError, match=r"slope is .*: give a finite number"):
            inputs.finite(value, "slope")


def test_numbers_of_a_column_are_missing_where_there_are_none():
    """A text, a date and None are no number; a whole number that no float holds is infinite."""
    mixed = pd.Series([1, "2", None, date(2023, 1, 1), 2.5, np.int64(3), 10**400], dtype=object)
    expected = [1, np.nan, np.nan, np.nan, 2.5, 3, np.inf]
    assert np.array_equal(inputs.numbers_of(mixed), expected, equal_nan=True)
    assert np.isnan(inputs.numbers_of(pd.Series(["1", "2"]))).all()
    assert np.isnan(inputs.numbers_of(pd.Series(pd.to_datetime(["2023-01-01"])))).all()
    nullable = pd.Series([1, pd.NA], dtype="Int64")
    assert np.array_equal(inputs.numbers_of(nullable), [1, np.nan], equal_nan=True)


@pytest.mark.parametrize(
    ("values", "what"),
    [(["a"], "give numbers, not"), ([[1], [1, 2]], "in rows of one length"), ([True], "not bool")],
)
def test_an_array_of_anything_else_is_refused(values: list, what: str):
    """Texts, rows of two lengths, truth values."""
    with pytest.raises(AccessError, match=f"times: .*{what}"):
        inputs.array_of(values, "times")
    assert inputs.array_of([], "times").shape == (0,)


def test_what_is_of_another_type_is_named():
    """By its type, and by the one that is due."""
    assert inputs.given(3, int, "n") == 3
    with pytest.raises(AccessError, match="pairs is a list: give a DataFrame"):
        inputs.given([1], pd.DataFrame, "pairs")


def test_a_table_has_each_column_once():
    """Which of two is meant cannot be told."""
    table = pd.DataFrame([[1, 2, 3]], columns=["x", "y", "y"])
    inputs.columns_of(table, ["x"], "towns")
    with pytest.raises(AccessError, match="towns: no column 'z'"):
        inputs.columns_of(table, ["x", "z"], "towns")
    with pytest.raises(AccessError, match="towns: 2 columns 'y'"):
        inputs.columns_of(table, ["y"], "towns")


@pytest.mark.parametrize(
    ("x", "y", "what"),
    [
        (np.nan, 6.3e6, "'b': no coordinates"),
        ("7e5", 6.3e6, "'b': no coordinates"),
        (7e5, np.inf, "'b': no coordinates"),
        (6e7, 6.3e6, "no place on Earth"),
        (4.08, 44.13, "look like degrees"),
        (0, 0, "look like degrees"),
    ],
)
def test_a_town_at_no_point_is_named(x: object, y: object, what: str):
    """Missing, beyond the Earth, in degrees, though the others are in metres."""
    towns = pd.DataFrame({"x": [7e5, x], "y": [6.3e6, y]}, ["a", "b"])
    with pytest.raises(AccessError, match=what):
        inputs.metric_points(towns)


def test_points_are_a_row_a_town():
    """In the order of the towns; none of none."""
    towns = pd.DataFrame({"x": [7e5, 7.1e5], "y": [6.3e6, 6.4e6]}, ["a", "b"])
    assert inputs.metric_points(towns).tolist() == [[7e5, 6.3e6], [7.1e5, 6.4e6]]
    assert inputs.metric_points(towns[:0]).shape == (0, 2)


@pytest.mark.parametrize(
    ("codes", "what"),
    [
        (["a", None], "row 1 of the towns has no code"),
        (["a", " "], "row 1 of the towns has no code"),
        (["a", "a "], "row 1 of the towns: code is 'a ', with white space around it"),
        (["a", "\N{ZERO WIDTH SPACE}a"], "white space around it"),
        (["7", 7], "row 1 of the towns: code is no text"),
        ([1, 1.5, Decimal(2)], "row 1 of the towns: code is no whole number"),
        ([True, "a"], "row 0 of the towns: code is True, which is 1 or 0 as well"),
        (["a", "b", "a"], "'a': twice in the towns"),
    ],
)
def test_codes_that_are_not_one_name_each_are_refused(codes: list, what: str):
    """A missing one, two spellings of one, two kinds, one twice."""
    with pytest.raises(AccessError, match=what):
        inputs.one_name_each(pd.Index(codes, dtype=object), "towns")


def test_codes_with_a_name_each_pass():
    """Texts, or numbers."""
    inputs.one_name_each(pd.Index(["30001", "2A004"]), "towns")
    inputs.one_name_each(pd.Index([1, 2]), "towns")
    with pytest.raises(AccessError, match=r"towns: 2 levels. Give one code a place"):
        inputs.one_name_each(pd.MultiIndex.from_tuples([("a", 1)]), "towns")


def test_a_list_of_codes_says_how_many_are_left_out():
    """Three, and the number of the others."""
    assert inputs.listed(pd.Index(["a", "b"])) == "'a', 'b'"
    assert inputs.listed(pd.Index([*"abcde"])) == "'a', 'b', 'c' and 2 more"
