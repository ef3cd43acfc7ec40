"""What the columns of the data of an exhibit measure: title, unit, decimals, type.

A column has what the figure or table says of it; else what the indicator of its name declares; else
the unit that its name ends with. From the format in which a number is shown come the decimals that
are offered: two more, so that what is worked out from them rounds as what is shown.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype, is_float_dtype, is_integer_dtype, is_object_dtype

from bassin.indicators import catalogue
from bassin.phrase import Phrase
from bassin.show import cells
from bassin.words import called, current, told, write

#: Decimals that are offered beyond those that are shown.
SPARE = 2
#: Significant digits of a number whose column has no format.
DIGITS = 6
#: Column of the rows' names, where the index of the data has no name.
ROW = "row"
#: What the name of a column ends with where that is its unit; the words have them by this.
_ENDS = ("pct", "ha", "km", "km2", "per_1000", "per_10000")
_DECIMALS = re.compile(r"\.(\d+)([f%])")


@dataclass(frozen=True)
class Measure:
    """What a column says of its numbers.

    Parameters
    ----------
    title, unit : str
        In words; empty where nothing says.
    fmt : str
        How a number of it is shown, as :func:`bassin.show.tables.show` has it; may be empty.
    """

    title: str = ""
    unit: str = ""
    fmt: str = ""

    @property
    def decimals(self) -> int | None:
        """Decimals to offer; None where no format tells.

        Examples
        --------
        >>> Measure(fmt="+.1f %").decimals, Measure(fmt=",d").decimals, Measure(fmt="p").decimals
        (3, 2, None)
        """
        form = self.fmt.partition(" ")[0]
        found = _DECIMALS.search(form)
        if found:
            return int(found[1]) + SPARE * (2 if found[2] == "%" else 1)
        return SPARE + (form == "~") if form.endswith(("d", "~")) else None


def alike(columns: Iterable[Any], title: str, unit: str, fmt: str) -> dict[str, Measure]:
    """The same measure of several columns, each with its own name beside the title.

    Parameters
    ----------
    columns : iterable, or mapping to str
        Of a mapping, what each is called; empty where the title says it.
    title, unit, fmt : str
        As of :class:`Measure`.

    Examples
    --------
    >>> alike(["Gard"], "Growth", "%", ".1f")["Gard"].title
    'Growth: Gard'
    """
    named = columns if isinstance(columns, Mapping) else {name: str(name) for name in columns}
    return {
        str(column): Measure(of(title, name) if name else title, unit, fmt)
        for column, name in named.items()
    }


def of(title: str, name: str) -> str:
    """What is measured, and of what: a series, a layer of a map.

    Examples
    --------
    >>> of("Growth", "Gard")
    'Growth: Gard'
    """
    return write(Phrase("describe.of", title=title, name=name))


def flat(data: pd.DataFrame) -> pd.DataFrame:
    """The data with the levels of their index as columns; one that only counts is left out.

    Examples
    --------
    >>> list(flat(pd.DataFrame({"value": [1]}, index=["a"])))
    ['row', 'value']
    """
    index = data.index
    if index.nlevels == 1 and index.name is None and isinstance(index, pd.RangeIndex):
        return data.rename(columns=str)
    unnamed = [ROW] if index.nlevels == 1 else [f"{ROW}_{rank}" for rank in range(index.nlevels)]
    levels = pd.DataFrame({rank: index.get_level_values(rank) for rank in range(index.nlevels)})
    levels.columns = pd.Index(
        own if name is None else str(name) for own, name in zip(unnamed, index.names, strict=True)
    )
    return pd.concat([levels, data.rename(columns=str).reset_index(drop=True)], axis=1)


def measured(name: str, given: Mapping[str, Measure]) -> Measure:
    """What is known of a column: as given, as the indicator of that name declares, by its ending.

    Examples
    --------
    >>> measured("car_pct", {}).unit, measured("land_ha", {}).unit, measured("name", {}).unit
    ('%', 'ha', '')
    """
    found = given.get(name, Measure())
    about = catalogue.INDICATORS.get(name)
    if about is not None:
        unit = current().module("declarations").MEASURES.get(about.unit, "")
        title = found.title or called(f"indicator.{name}")
        return Measure(title, found.unit or unit, found.fmt or about.fmt)
    ending = next((end for end in _ENDS if name.endswith(f"_{end}")), "")
    unit = found.unit or (write(Phrase(f"measure.{ending}")) if ending else "")
    return Measure(found.title, unit, found.fmt)


def rounded(data: pd.DataFrame, given: Mapping[str, Measure]) -> pd.DataFrame:
    """The data, flat, with no more decimals than are of use.

    Parameters
    ----------
    data : DataFrame
    given : mapping
        Measure by column.

    Returns
    -------
    DataFrame
        Whole numbers are as they were; others have the decimals of their measure, else
        :data:`DIGITS` significant digits, all those before the point among them.

    Examples
    --------
    >>> shares = pd.DataFrame({"share": [2 / 3, 12.0], "p": [1 / 3e4, 123456.75]})
    >>> rounded(shares, {"share": Measure(fmt=".1f")}).to_numpy().tolist()
    [[0.667, 3.33333e-05], [12.0, 123457.0]]
    """
    table = flat(data)
    columns = []
    for rank, name in enumerate(table.columns):
        column = table.iloc[:, rank]
        if is_float_dtype(column):
            places = measured(name, given).decimals
            column = column.map(_significant) if places is None else column.round(places)
        columns.append(column)
    return pd.concat(columns, axis=1) if columns else table


def in_words(table: pd.DataFrame) -> pd.DataFrame:
    """A table whose cells that are texts of files are in the language spoken.

    Examples
    --------
    >>> in_words(pd.DataFrame({"place": ["Alès"], "people": [42000]})).to_numpy().tolist()
    [['Alès', 42000]]
    """
    columns = [_said(table.iloc[:, rank]) for rank in range(table.shape[1])]
    return pd.concat(columns, axis=1) if columns else table


def _said(column: pd.Series[Any]) -> pd.Series[Any]:
    if is_object_dtype(column) or isinstance(column.dtype, (pd.StringDtype, pd.CategoricalDtype)):
        return column.map(lambda cell: told(cell) if isinstance(cell, str) else cell)
    return column


def _significant(value: float) -> float:
    if pd.isna(value) or math.isinf(value) or value == round(value):
        return value
    before = math.floor(math.log10(abs(value))) + 1
    return round(value, max(DIGITS - before, 0))


def fields(data: pd.DataFrame, given: Mapping[str, Measure]) -> list[dict[str, str]]:
    """Name, type, title and unit of each column, flat, as a table schema has them.

    Returns
    -------
    list of dict
        ``name`` and ``type`` (string, integer, number, boolean), as Frictionless names them;
        ``title`` and ``unit`` where there are some.

    Examples
    --------
    >>> towns = pd.DataFrame({"rate_pct": [1.5]}, pd.Index(["Alès"], name="town"))
    >>> fields(towns, {})
    [{'name': 'town', 'type': 'string'}, {'name': 'rate_pct', 'type': 'number', 'unit': '%'}]
    """
    table = flat(data)
    told = []
    for rank, name in enumerate(table.columns):
        measure = measured(name, given)
        field = {"name": cells.guard(name), "type": _type(table.iloc[:, rank])}
        about = {"title": measure.title, "unit": measure.unit}
        told.append(field | {key: text for key, text in about.items() if text})
    return told


def _type(column: pd.Series[Any]) -> str:
    if is_bool_dtype(column):
        return "boolean"
    if is_integer_dtype(column):
        return "integer"
    return "number" if is_float_dtype(column) else "string"
