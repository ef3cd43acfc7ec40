"""Codes in a table, put into words just before it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from bassin.phrase import Phrase
from bassin.words import current, write


def named(table: pd.DataFrame, *names: Mapping[str, str | Phrase] | pd.Series[Any]) -> pd.DataFrame:
    """A table whose codes of places, sides and categories are what they are called.

    Parameters
    ----------
    table : DataFrame
        Codes in its index, the names of its columns, its cells of text; phrases in its cells.
    *names : mapping or Series of str
        Code to proper name or to phrase, as
        :attr:`bassin.places.territory.Territory.place_names`; what they lack is looked for in the
        words of the language, and what that lacks stays.

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
        words.update({str(code): write(name) for code, name in own.items()})

    def call(code: Any) -> Any:
        if isinstance(code, Phrase):
            return write(code)
        return words.get(code, code) if isinstance(code, str) else code

    other = table.rename(index=call, columns=call)
    for place, kind in enumerate(table.dtypes):
        if pd.api.types.is_object_dtype(kind) or pd.api.types.is_string_dtype(kind):
            other.isetitem(place, table.iloc[:, place].map(call))
    return other
