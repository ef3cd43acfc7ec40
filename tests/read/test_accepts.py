"""What is accepted at once is what pandera accepts."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.errors import SchemaErrors

from bassin.read import _schema
from bassin.read._accepts import CHECKS, accepts
from bassin.read._texts import fits

#: Of each check that is known, the schemas readers make of it, and values around its bounds.
COLUMNS = {
    "greater_than_or_equal_to": pa.Column(float, pa.Check.ge(0)),
    "greater_than": pa.Column(float, pa.Check.gt(0), nullable=True),
    "in_range": pa.Column(float, pa.Check.in_range(0, 100, include_max=False), nullable=True),
    "whole_number": _schema.whole(nullable=True),
    "isin": pa.Column(str, pa.Check.isin(["0", "a"]), nullable=True),
    "str_length": _schema.text(),
    "matches": _schema.text(pattern=r"\d{1,2}|a", nullable=True),
}
NUMBERS = st.sampled_from([-1.0, -0.0, 0.5, 1.0, 99.0, 100.0, 101.0, float("nan")])
TEXTS = st.sampled_from(["", "0", "a", "12", "123", "12\n", "\u0663", None])


def by_pandera(table: pd.DataFrame, columns: dict, index: pa.Index | None = None) -> bool:
    try:
        pa.DataFrameSchema(columns, index=index, strict=True).validate(table, lazy=True)
    except SchemaErrors:
        return False
    return True


def test_every_known_check_is_tried():
    """No check is accepted at once that is not held against pandera here."""
    assert set(COLUMNS) == set(CHECKS)


@pytest.mark.parametrize("name", COLUMNS)
@given(data=st.data())
def test_a_column_is_accepted_where_pandera_accepts_it(name: str, data: st.DataObject):
    """Whatever the values, both say the same of a check."""
    schema = COLUMNS[name]
    texts = str(schema.dtype).startswith("str")
    cells = data.draw(st.lists(TEXTS if texts else NUMBERS, min_size=1, max_size=4))
    table = pd.DataFrame({"c": pd.Series(cells, dtype="str" if texts else float)})
    assert accepts(table, {"c": schema}) == by_pandera(table, {"c": schema})


@pytest.mark.parametrize(
    "index",
    [
        pd.Index(["30007", "30007"], name="code"),
        pd.Index(["30007", "3007"], name="code"),
        pd.Index(["30007", "30010"], name="commune"),
        pd.Index([30007, 30010], name="code"),
        pd.Index(["30007", None], name="code"),
        pd.MultiIndex.from_tuples([("30007", 1), ("30010", 1)], names=["code", "year"]),
    ],
    ids=["twice", "pattern", "name", "type", "missing", "levels"],
)
def test_an_index_that_pandera_refuses_is_not_accepted(index: pd.Index):
    """A code twice, of another form, under another name, of another type, or none."""
    table = pd.DataFrame({"n": [1.0, 2.0]}, index=index)
    columns, schema = {"n": _schema.count()}, _schema.commune_index()
    assert accepts(table.set_axis(["30007", "2A004"]).rename_axis("code"), columns, schema)
    assert not accepts(table, columns, schema)
    assert not by_pandera(table, columns, schema)


def test_levels_of_an_index_are_told_by_name_and_order():
    """A key of two levels is accepted in its order, without a pair twice."""
    schema = pa.MultiIndex(
        [pa.Index(str, name="code"), pa.Index("int64", pa.Check.in_range(2000, 2100), name="year")]
    )
    key = pd.MultiIndex.from_tuples([("a", 2012), ("b", 2012)], names=["code", "year"])
    table = pd.DataFrame({"n": [1.0, 2.0]}, index=key)
    columns = {"n": _schema.count()}
    assert accepts(table, columns, schema)
    assert not accepts(table.swaplevel(), columns, schema)
    assert not accepts(table.iloc[[0, 0]], columns, schema)
    assert not accepts(table.rename({2012: 1912}), columns, schema)


def test_another_column_or_one_too_few_is_not_accepted():
    """The columns are those of the schema, each once."""
    table = pd.DataFrame({"a": [1.0], "b": [2.0]})
    assert not accepts(table, {"a": _schema.count()})
    assert not accepts(table, dict.fromkeys(["a", "b", "c"], _schema.count()))
    assert not accepts(table.set_axis(["a", "a"], axis=1), dict.fromkeys(["a"], _schema.count()))


def test_a_key_of_columns_is_not_there_twice():
    """Two rows alike in the key are not accepted."""
    table = pd.DataFrame({"a": ["x", "x"], "b": ["y", "z"]})
    columns = dict.fromkeys(["a", "b"], _schema.text())
    assert accepts(table, columns, unique=["a", "b"])
    assert not accepts(table, columns, unique=["a"])


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (pa.Column(float, pa.Check(lambda s: s > 0)), [1.0]),
        (pa.Column(float), [1]),
        (pa.Column(str), pd.Series(["a", 1], dtype=object)),
        (pa.Column(float, coerce=True), [1.0]),
        (pa.Column(str, pa.Check.str_length(max_value=2)), ["a"]),
    ],
    ids=["check", "integers", "objects", "coerced", "longest"],
)
def test_what_is_not_known_is_left_to_pandera(column: pa.Column, values: list):
    """A check or a type of another kind is not accepted, whatever it holds."""
    assert not accepts(pd.DataFrame({"c": pd.Series(values)}), {"c": column})


def test_text_fits_the_same_in_objects_and_in_arrow():
    """A pattern says the same of texts that Arrow holds and of objects."""
    cells = ["30007", "2A004", "30007\n", "\u0663\u06600007", "", None, "3000", "30007 "]
    arrow = pd.Series(cells, dtype="str")
    objects = pd.Series(cells, dtype=object)
    assert fits(arrow, _schema.COMMUNE).tolist() == fits(objects, _schema.COMMUNE).tolist()
    assert fits(arrow, _schema.COMMUNE).sum() == 2
