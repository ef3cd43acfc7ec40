"""What a schema accepts, told at once, so that pandera looks only at what it may have to refuse.

pandera says well what is wrong with a table, but to find that nothing is takes it a millisecond a
column, as long as reading the column from a small file. What is not known here, a type or a check,
is not accepted: pandera judges it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandas.api.types import is_object_dtype

from bassin.read._texts import fits

#: Name of a check that looks at each value alone, to what tells whether all of them pass. None of
#: the values is missing.
CHECKS: dict[str, Callable[..., Any]] = {
    "greater_than_or_equal_to": lambda values, min_value: values >= min_value,
    "greater_than": lambda values, min_value: values > min_value,
    "in_range": lambda values, **ends: _in_range(values, **ends),
    "isin": lambda values, allowed_values: values.isin(list(allowed_values)),
    "str_length": lambda values, **length: _long_enough(values, **length),
    "matches": fits,
    "whole_number": lambda values: values == np.floor(values),
}
#: Type of a schema, as pandera writes it, to that of a column which is that without a doubt.
_TYPES = {"float64": np.dtype(float), "int64": np.dtype("int64"), "bool": np.dtype(bool)}


def accepts(
    table: pd.DataFrame,
    columns: Mapping[Any, pa.Column],
    index: pa.Index | pa.MultiIndex | None = None,
    *,
    unique: Sequence[str] | None = None,
) -> bool:
    """Whether a table is surely what a schema asks for, no column more; ``False`` where unknown.

    Examples
    --------
    >>> schema = {"share": pa.Column(float, pa.Check.in_range(0, 100))}
    >>> accepts(pd.DataFrame({"share": [17.4, 100.0]}), schema)
    True
    >>> accepts(pd.DataFrame({"share": [17.4, 100.1]}), schema)
    False
    """
    names: Sequence[Hashable] = table.columns.tolist()
    return (
        len(names) == len(columns)
        and set(names) == set(columns)
        and all(_fit(table[name], column) for name, column in columns.items())
        and _index_fits(table.index, index)
        and not (unique and table.duplicated([*unique]).any())
    )


def _index_fits(index: pd.Index, schema: pa.Index | pa.MultiIndex | None) -> bool:
    if schema is None:
        return True
    if not isinstance(schema, pa.MultiIndex):
        plain = not isinstance(index, pd.MultiIndex)
        return plain and index.name == schema.name and _fit(index, schema)
    parts = schema.indexes
    return (
        isinstance(index, pd.MultiIndex)
        and [*index.names] == [part.name for part in parts]
        and not index.has_duplicates
        and not any(part.unique for part in parts)
        and all(_fit(index.unique(level=at), part) for at, part in enumerate(parts))
    )


def _fit(values: pd.Series | pd.Index, schema: pa.Column | pa.Index) -> bool:
    """Whether values are of the type of a schema, and pass each of its checks."""
    if not _is_of(values, str(schema.dtype)) or schema.coerce or schema.parsers:
        return False
    missing = values.isna()
    if missing.any():
        if not schema.nullable:
            return False
        values = values[~missing]
    if schema.unique and not values.is_unique:
        return False
    return all(_passes(values, check) for check in schema.checks)


def _is_of(values: pd.Series | pd.Index, wanted: str) -> bool:
    dtype = values.dtype
    if isinstance(dtype, pd.StringDtype):
        return wanted.startswith(("str", "string"))
    if is_object_dtype(dtype) and wanted.startswith(("str", "string")):
        return all(isinstance(value, str) for value in values.tolist())
    return bool(dtype == _TYPES.get(wanted))


def _passes(values: pd.Series | pd.Index, check: pa.Check) -> bool:
    passed = CHECKS.get(str(check.name))
    if passed is None or check.groupby is not None:
        return False
    return bool(np.all(passed(values, **(check.statistics or {}))))


def _in_range(
    values: pd.Series | pd.Index,
    min_value: Any,
    max_value: Any,
    include_min: bool,
    include_max: bool,
) -> Any:
    above = values >= min_value if include_min else values > min_value
    return above & (values <= max_value if include_max else values < max_value)


def _long_enough(
    values: pd.Series | pd.Index,
    min_value: int | None,
    max_value: int | None,
    exact_value: int | None,
) -> Any:
    if max_value is not None or exact_value is not None or min_value is None:
        return False
    return values.str.len() >= min_value
