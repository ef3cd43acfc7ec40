"""What a table must have to be shown; each failure names the column and the cure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd
from pandas.api.types import is_numeric_dtype

from bassin.availability import KINDS, MISSING, PUBLISHED
from bassin.errors import ShowError

if TYPE_CHECKING:
    import geopandas as gpd

LAMBERT_93 = 2154
#: The metric systems a map can be in: that of the mainland, then those of the departements
#: overseas.
METRIC = (LAMBERT_93, 5490, 2972, 2975, 4471)


def columns(table: pd.DataFrame, wanted: Iterable[str], *, numeric: bool = False) -> None:
    """Check that columns are there, and hold numbers.

    Raises
    ------
    ShowError
        Naming the first column absent, or not numeric.
    """
    for column in wanted:
        if column not in table.columns:
            held = ", ".join(repr(name) for name in table.columns)
            raise ShowError(f"column {column!r} is absent: the table has {held}")
        if numeric and not is_numeric_dtype(table[column]):
            raise ShowError(
                f"column {column!r} holds {table[column].dtype}, not numbers: "
                "convert it, and put secrecy marks in a status column"
            )


def unique(index: pd.Index, what: str) -> None:
    """Check that no row label comes twice.

    Raises
    ------
    ShowError
        Naming the first label that does.
    """
    twice = index[index.duplicated()].tolist()
    if twice:
        raise ShowError(
            f"{what} {twice[0]!r} comes more than once: keep one row a {what}, "
            "or aggregate before showing"
        )


def not_empty(table: pd.DataFrame) -> None:
    """Check that there is something to show.

    Raises
    ------
    ShowError
        If there is no row or no column.
    """
    if table.empty:
        raise ShowError("the table has nothing to show: check the selection made before")


def places(gdf: gpd.GeoDataFrame, systems: Sequence[int] = METRIC) -> None:
    """Check a table of places: unique codes, a name, metres, an outline of one at least.

    A place without an outline is named by the map (:func:`bassin.show.maps.plan.drawable`).

    Raises
    ------
    ShowError
        Naming what fails and the cure.
    """
    not_empty(gdf)
    unique(gdf.index, "code")
    columns(gdf, ["name"])
    if gdf.crs is None or gdf.crs.to_epsg() not in systems:
        found = "none" if gdf.crs is None else gdf.crs.to_string()
        raise ShowError(
            f"geometry is in CRS {found}, not EPSG:{LAMBERT_93}: "
            f"call .to_crs({LAMBERT_93}) so that distances are in metres"
        )
    absent = gdf.geometry.isna()
    if absent.all():
        raise ShowError(f"geometry of code {gdf.index[0]!r} is absent, and of all the others")
    empty = gdf.index[gdf.geometry.is_empty & ~absent]
    if len(empty):
        raise ShowError(f"geometry of code {empty[0]!r} is empty: join its outline, or drop it")
    other = gdf.index[~absent & ~gdf.geom_type.isin(["Polygon", "MultiPolygon"])]
    if len(other):
        raise ShowError(
            f"geometry of code {other[0]!r} is a {gdf.geom_type[other[0]]}: keep its polygons only"
        )


def codes(gdf: gpd.GeoDataFrame, wanted: Sequence[str] | None, keyword: str) -> list[str]:
    """Check that codes given by a keyword are rows of the map, and list them.

    Raises
    ------
    ShowError
        Naming the first code that is not.
    """
    listed = list(wanted) if wanted is not None else []
    for code in listed:
        if code not in gdf.index:
            raise ShowError(f"{keyword}: code {code!r} is not on the map; its index holds codes")
    return listed


def limits(bins: Sequence[float]) -> list[float]:
    """Check inner class limits, and list them.

    Raises
    ------
    ShowError
        If there is none, or they do not strictly increase.
    """
    listed = [float(limit) for limit in bins]
    if not listed:
        raise ShowError("bins is empty: give the inner limits of the classes")
    if any(a >= b for a, b in pairwise(listed)):
        raise ShowError(f"bins {listed} do not strictly increase: sort them and drop repeats")
    return listed


def status(table: pd.DataFrame, column: str, status_column: str | None) -> pd.Series[str]:
    """Whether each value is published, secret or missing.

    Without a status column a value is published, or missing where it is NaN.

    Raises
    ------
    ShowError
        If the status is none of the three, or denies what the value column holds.
    """
    empty = table[column].isna()
    if status_column is None:
        return empty.map({True: MISSING, False: PUBLISHED})
    columns(table, [status_column])
    found = table[status_column]
    strange = found[~found.isin(KINDS)]
    if len(strange):
        raise ShowError(
            f"column {status_column!r}, row {strange.index[0]!r}: {strange.iloc[0]!r} "
            f"is none of {', '.join(KINDS)}"
        )
    void = table.index[(found == PUBLISHED) & empty]
    if len(void):
        raise ShowError(
            f"column {status_column!r}, row {void[0]!r}: published, but {column!r} has no value; "
            "mark it missing or secret"
        )
    full = table.index[(found != PUBLISHED) & ~empty]
    if len(full):
        raise ShowError(
            f"column {status_column!r}, row {full[0]!r}: {found[full[0]]}, but {column!r} has a "
            "value; empty it, as nothing that is not published may be shown"
        )
    return found
