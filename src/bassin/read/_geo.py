"""What the readers of outlines share."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import geopandas as gpd
import pandas as pd

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._schema import check, text
from bassin.read._unpack import unpacking

#: Lambert-93: metres, for measuring and for every map of the mainland.
METRIC_CRS = 2154


def read_outlines(
    sources: Sources,
    file: str,
    names: Mapping[str, str],
    *,
    pattern: str | None = None,
    polygons_only: bool = True,
    mend: bool = False,
) -> gpd.GeoDataFrame:
    """Read a vector file into EPSG:2154, text columns renamed, the first one as the index.

    Parameters
    ----------
    sources : Sources
    file : str
        GeoJSON, GeoPackage or GeoParquet.
    names : mapping
        Column of the file to column of the table; the first is the key.
    pattern : str, optional
        Regular expression the key must match.
    polygons_only : bool
        Refuse geometries that are not polygons.
    mend : bool
        Mend outlines that cross themselves, as rounding makes them do, instead of refusing them.

    Raises
    ------
    DataError
        If a column is absent, there is no reference system, the key repeats or does not match, or a
        geometry is empty, invalid or no polygon, or has latitude and longitude exchanged.
    """
    data = sources.read(file)
    read = gpd.read_parquet if file.endswith(".parquet") else gpd.read_file
    with unpacking(file, "vector file", data):
        table = read(io.BytesIO(data))
    absent = [column for column in names if column not in table]
    if absent:
        raise DataError(
            file, f"no such column; there are {', '.join(table.columns)}", column=absent[0]
        )
    if table.crs is None:
        raise DataError(file, "no coordinate reference system", column="geometry")
    table = table[[*names, "geometry"]].rename(columns=dict(names))
    key, *others = names.values()
    table = table.astype(dict.fromkeys(names.values(), str)).set_index(key)
    _check_key(file, table.index, pattern)
    if mend:
        table["geometry"] = table.geometry.make_valid(method="structure")
    _check_shapes(file, table.geometry, polygons_only=polygons_only)
    plain = pd.DataFrame(table.drop(columns="geometry"))
    check(plain, file, sources, {name: text() for name in others})
    return table.to_crs(METRIC_CRS)


def _check_shapes(file: str, shapes: gpd.GeoSeries, *, polygons_only: bool) -> None:
    faults = {
        "empty geometry": shapes.is_empty | shapes.isna(),
        "invalid geometry": ~shapes.is_valid,
        "latitude and longitude have changed places": _swapped(shapes),
    }
    if polygons_only:
        faults["no polygon"] = ~shapes.geom_type.isin(["Polygon", "MultiPolygon"])
    for what, bad in faults.items():
        if bad.any():
            raise DataError(file, what, column="geometry", row=bad.idxmax())


def _swapped(shapes: gpd.GeoSeries) -> pd.Series:
    """Shapes in degrees that lie in the ocean off Somalia, where no land is French.

    That is where the mainland and Corsica are with latitude and longitude exchanged.
    """
    if shapes.crs is None or not shapes.crs.is_geographic:
        return pd.Series(False, shapes.index)
    ends = shapes.bounds
    across = (ends["minx"] > 41) & (ends["maxx"] < 52)
    return across & (ends["miny"] > -6) & (ends["maxy"] < 10)


def _check_key(file: str, key: pd.Index, pattern: str | None) -> None:
    if key.has_duplicates:
        raise DataError(file, "listed twice", column=str(key.name), row=key[key.duplicated()][0])
    if pattern is not None:
        wrong = key[~key.str.fullmatch(pattern, flags=re.ASCII)]
        if len(wrong):
            raise DataError(
                file,
                f"does not match {pattern}",
                column=str(key.name),
                row=wrong[0],
                cure="Codes are text of five characters; a leading zero may be lost.",
            )
