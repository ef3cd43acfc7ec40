"""What the readers of outlines share."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import geopandas as gpd
import pandas as pd
from pyproj import CRS
from shapely.geometry import box

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._schema import check, text
from bassin.read._unpack import unpacking

#: Lambert-93: metres, for measuring and for every map of the mainland.
METRIC_CRS = 2154
#: Legal metric system of each departement overseas: the Lambert of the mainland is false there.
OVERSEAS_CRS = {"971": 5490, "972": 5490, "973": 2972, "974": 2975, "976": 4471}


def metric_crs(departement: str) -> int:
    """EPSG code of the metric system of a departement.

    Examples
    --------
    >>> metric_crs("30"), metric_crs("974")
    (2154, 2975)
    """
    return OVERSEAS_CRS.get(departement, METRIC_CRS)


def read_outlines(
    sources: Sources,
    file: str,
    names: Mapping[str, str],
    *,
    pattern: str | None = None,
    polygons_only: bool = True,
    mend: bool = False,
    crs: int = METRIC_CRS,
) -> gpd.GeoDataFrame:
    """Read a vector file into a metric system, text columns renamed, the first one as the index.

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
    crs : int
        EPSG code of the metric system; where it is one of :data:`OVERSEAS_CRS`, all must lie in the
        part of the world it is made for.

    Raises
    ------
    DataError
        If a column is absent, there is no reference system, a key is missing, repeats or does not
        match, or a geometry is empty, invalid or no polygon, or has latitude and longitude
        exchanged, or lies where the system does not hold.
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
    if crs != METRIC_CRS:
        _check_place(file, table.geometry, crs)
    plain = pd.DataFrame(table.drop(columns="geometry"))
    check(plain, file, sources, {name: text() for name in others})
    return table.to_crs(crs)


def _check_place(file: str, shapes: gpd.GeoSeries, crs: int) -> None:
    """Refuse shapes outside of the part of the world a metric system is made for."""
    system = CRS.from_epsg(crs)
    area = system.area_of_use
    if area is None:  # pragma: no cover - every legal system has one
        return
    # Guyane goes on for half a degree west of what its system is registered for.
    out = ~shapes.to_crs(4326).within(box(*area.bounds).buffer(1))
    if out.any():
        raise DataError(
            file,
            f"outside of the area of EPSG:{crs} ({area.name})",
            column="geometry",
            row=out.idxmax(),
            cure="Use outlines at their true place: those of maps that move them overseas are not.",
        )


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
    without = key.isna() | (key.str.strip() == "")
    if without.any():
        row, cure = int(without.argmax()), "Use the file as published."
        raise DataError(file, "no key", column=str(key.name), row=row, cure=cure)
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
