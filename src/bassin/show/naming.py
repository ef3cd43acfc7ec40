"""Codes in a table, put into words just before it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from bassin.words import current


def named(table: pd.DataFrame, *names: Mapping[str, str], columns: bool = True) -> pd.DataFrame:
    """A table whose codes of places, sides and categories are what they are called.

    Parameters
    ----------
    table : DataFrame
        Codes in its index, the names of its columns, its cells of text.
    *names : mapping
        Code to proper name, as :attr:`bassin.places.territory.Territory.place_names`; what they
        lack is looked for in the words of the language, and what that lacks stays.
    columns : bool
        Whether columns are called too; not those whose headers the words of an exhibit give.

    Returns
    -------
    DataFrame
        Or GeoDataFrame, as ``table``.

    Examples
    --------
    >>> table = pd.DataFrame({"north_west": [1]}, index=["EPCI-1"])
    >>> named(table, {"EPCI-1": "Alès"})
          north and west
    Alès               1
    """
    words = {**current().names}
    for own in names:
        words.update(own)

    def call(code: Any) -> Any:
        return words.get(code, code) if isinstance(code, str) else code

    other = table.rename(index=call, columns=call if columns else None)
    for place, kind in enumerate(table.dtypes):
        if pd.api.types.is_object_dtype(kind) or pd.api.types.is_string_dtype(kind):
            other.isetitem(place, table.iloc[:, place].map(call).set_axis(other.index))
    return other
