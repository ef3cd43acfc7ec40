"""Codes and phrases in a table, put into words just before it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

import pandas as pd

from bassin.phrase import Phrase
from bassin.places.names import Called
from bassin.words import current, told, write

Look = TypeVar("Look")
#: What codes are called, beside the words of the language.
Names: TypeAlias = "Mapping[str, Called] | pd.Series[Any]"


def named(
    table: pd.DataFrame, *names: Names, columns: bool = True, but: Collection[str] = ()
) -> pd.DataFrame:
    """A table whose codes of places, sides and categories are what they are called.

    Parameters
    ----------
    table : DataFrame
        Codes in its index, the names of its columns, its cells of text or categories; a cell may
        be a phrase.
    *names : mapping or Series of str
        Code to proper name, to phrase or to the name of a place, as
        :attr:`bassin.places.territory.Territory.place_names`; what they lack is looked for in the
        words of the language, and what that lacks stays.
    columns : bool
        Whether columns are called too; not those whose headers the words of an exhibit give.
    but : collection of str, optional
        Columns whose cells stay codes: what shows them has words for them.

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
    words = _words(names)

    def call(code: Any) -> Any:
        if isinstance(code, Phrase):
            return write(code)
        return (words.get(code) or told(code)) if isinstance(code, str) else code

    def head(code: Any) -> Any:
        # Not as a text of data is told: a unit may be spelt as the code of a column is.
        return words.get(code, code) if isinstance(code, str) else call(code)

    other = table.rename(index=call, columns=head if columns else None)
    for place, (column, kind) in enumerate(table.dtypes.items()):
        if column in but:
            continue
        if isinstance(kind, pd.CategoricalDtype):
            own = table.iloc[:, place].cat.rename_categories(call)
            other.isetitem(place, own.set_axis(other.index))
        elif pd.api.types.is_object_dtype(kind) or pd.api.types.is_string_dtype(kind):
            other.isetitem(place, table.iloc[:, place].map(call).array)
    return other


def by_name(
    looks: Mapping[str, Look], *names: Names, used: Iterable[object] | None = None
) -> dict[str, Look]:
    """How codes look, by what they are called: the colours of a table that :func:`named` gives.

    Parameters
    ----------
    looks : mapping
        Code to colour, or to whatever goes with it, in the order of the legend.
    *names : mapping
        As for :func:`named`.
    used : iterable, optional
        Codes that are shown; the others are left out.

    Examples
    --------
    >>> by_name({"north_west": "#000000", "south_east": "#ffffff"}, used=["south_east"])
    {'south and east': '#ffffff'}
    """
    words = _words(names)
    wanted = set(looks) if used is None else set(used)
    return {words.get(code, code): look for code, look in looks.items() if code in wanted}


def _words(names: Iterable[Names]) -> dict[str, str]:
    words = {**current().names}
    for own in names:
        words.update({str(code): write(name) for code, name in own.items()})
    return words
