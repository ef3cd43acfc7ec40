"""IGN: outlines of communes, town halls, rivers."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

import geopandas as gpd
import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._geo import METRIC_CRS as METRIC_CRS
from bassin.read._geo import OVERSEAS_CRS as OVERSEAS_CRS
from bassin.read._geo import metric_crs as metric_crs
from bassin.read._geo import read_outlines
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import listed, reused
from bassin.read._schema import COMMUNE, check, check_rows, commune_index, text
from bassin.read._unpack import unpacking

COMMUNES_FRANCE = "ign/communes_france_cog2024_simplifiees.parquet"
METROPOLE = "ign/communes_metropole_2025.parquet"
CHANGED = "ign/communes_2018_changed_in_2024.geojson"
RIVERS = "ign/france_rivers.gpkg"
TOWN_HALLS = "ign/repertoire_communes_2012.csv.gz"
#: Date of the geography of the town halls: the last at which each of its codes was a commune.
GEOGRAPHY_2011 = "2011-07-01"
#: Date of the geography of the outlines by departement.
GEOGRAPHY_2018 = "2018-01-01"


def communes_file(sources: Sources, departement: str) -> str | None:
    """File of a departement's outlines in the manifest, ``None`` where there is none."""
    return next(_files(sources, departement), None)


def _files(sources: Sources, departement: str) -> Iterator[str]:
    prefix = f"ign/communes-{departement}-"
    return (str(file) for file in sources.manifest.index if file.startswith(prefix))


@reused(departement=listed(r"ign/communes-([0-9AB]+)-.+\.geojson"))
def communes_2018(sources: Sources, departement: str) -> gpd.GeoDataFrame:
    """Outlines of a departement's communes on 2018-01-01 (Admin Express, a quarter of the points).

    Returns
    -------
    GeoDataFrame
        Index ``code``; ``name``, ``geometry`` (polygons) in EPSG:2154; overseas in the metric
        system of the departement (:func:`bassin.read._geo.metric_crs`), at their true place and
        size.

    Raises
    ------
    ChoiceError
        If there is no file for the departement: :func:`communes_france_2024` has the mainland.
    """
    file = next(_files(sources, departement))
    names = {"code": "code", "nom": "name"}
    return read_outlines(sources, file, names, pattern=COMMUNE, crs=metric_crs(departement))


@reused
def communes_changed_in_2024(sources: Sources) -> gpd.GeoDataFrame:
    """Outlines of the communes of 2018 whose ground has another commune's code since 2024-01-01.

    They are the parts of the communes of 2023 that merged, took one in or were divided that day:
    those that no outline of 2024 is of (Admin Express, a quarter of the points).

    Returns
    -------
    GeoDataFrame
        Index ``code`` (geography of :data:`GEOGRAPHY_2018`); ``name``, ``geometry`` (polygons) in
        EPSG:2154.
    """
    names = {"code": "code", "nom": "name"}
    return read_outlines(sources, CHANGED, names, pattern=COMMUNE)


@reused
def communes_france_2024(sources: Sources) -> gpd.GeoDataFrame:
    """Simplified outlines of the communes of France on 2024-01-01 (CARTElette, ODbL).

    For maps at a small scale. Overseas communes are drawn beside the mainland, moved and at another
    scale: nothing overseas is measured on them.

    Returns
    -------
    GeoDataFrame
        Index ``code``; ``name``, ``geometry`` (polygons) in EPSG:2154.
    """
    names = {"INSEE_COM": "code", "NOM": "name"}
    return read_outlines(sources, COMMUNES_FRANCE, names, pattern=COMMUNE)


@reused
def communes_metropole(sources: Sources) -> gpd.GeoDataFrame:
    """Outlines of the communes of the metropole on 2024-01-01 (Admin Express), fit to be measured.

    The name of the file says 2025; its codes are those of 2024. Finer than
    :func:`communes_france_2024`. The outline of one commune crosses itself, and is mended.

    Returns
    -------
    GeoDataFrame
        Index ``code``; ``name``, ``geometry`` (polygons) in EPSG:2154.
    """
    names = {"code": "code", "nom": "name"}
    return read_outlines(sources, METROPOLE, names, pattern=COMMUNE, mend=True)


@reused
def town_halls_2012(sources: Sources) -> pd.DataFrame:
    """Town halls of the communes of metropolitan France, area and range of altitude.

    Returns
    -------
    DataFrame
        Index ``code`` (geography of :data:`GEOGRAPHY_2011`); ``name``, ``lon``, ``lat`` (degrees,
        five decimals), ``area_km2``, ``altitude_min_m``, ``altitude_max_m`` (lowest and highest
        point of the commune). An altitude of zero at both ends stands for none, and is missing.

    Raises
    ------
    DataError
        Also if the highest point of a commune is below its lowest.
    """
    figures = {
        "lon_chef_lieu": "lon",
        "lat_chef_lieu": "lat",
        "area_ha": "area_km2",
        "altitude_min_m": "altitude_min_m",
        "altitude_max_m": "altitude_max_m",
    }
    raw = read_csv(sources, TOWN_HALLS, columns=["code", "name", *figures]).set_index("code")
    table = raw[list(figures)].apply(numbers, file=TOWN_HALLS, missing=()).rename(columns=figures)
    table.insert(0, "name", raw["name"])
    table["area_km2"] /= 100
    heights = ["altitude_min_m", "altitude_max_m"]
    table[heights] = table[heights].mask(table[heights].eq(0).all(axis=1))
    wrong = table["altitude_max_m"] < table["altitude_min_m"]
    if wrong.any():
        raise DataError(
            TOWN_HALLS,
            "the highest point is below the lowest",
            column="altitude_max_m",
            row=wrong.idxmax(),
        )
    height = pa.Column(float, pa.Check.in_range(-10, 4_900), nullable=True)
    columns = {
        "name": text(),
        # The ranges do not meet: a swap of the two cannot pass.
        "lon": pa.Column(float, pa.Check.in_range(-6, 10)),
        "lat": pa.Column(float, pa.Check.in_range(41, 52)),
        "area_km2": pa.Column(float, pa.Check.gt(0)),
        "altitude_min_m": height,
        "altitude_max_m": height,
    }
    return check(table, TOWN_HALLS, sources, columns, commune_index())


@reused
def rivers(sources: Sources) -> gpd.GeoDataFrame:
    """Main rivers of France, for the background of a map: ``name``, ``geometry`` in EPSG:2154."""
    with warnings.catch_warnings():
        # A stream has no file name, so GDAL finds its extension wrong.
        warnings.filterwarnings("ignore", message=".*non conformant file extension")
        data = sources.read(RIVERS)
        with unpacking(RIVERS, "vector file", data):
            table = gpd.read_file(io.BytesIO(data))
    if "name" not in table:
        raise DataError(RIVERS, "no such column", column="name", cure="Use the file as published.")
    table = table[["name", "geometry"]]
    check_rows(RIVERS, sources, len(table))
    return table.dissolve("name").to_crs(METRIC_CRS)


@reused
def national_membership_2024(sources: Sources) -> pd.Series:
    """SIREN of the EPCI of each commune on 2024-01-01, as carried by the simplified outlines."""
    names = {"INSEE_COM": "code", "SIREN_EPCI": "epci"}
    return read_outlines(sources, COMMUNES_FRANCE, names, pattern=COMMUNE)["epci"]
