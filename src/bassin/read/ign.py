"""IGN: outlines of communes, rivers."""

from __future__ import annotations

import warnings

import geopandas as gpd
import pandas as pd

from bassin.errors import DataError
from bassin.read._geo import METRIC_CRS as METRIC_CRS
from bassin.read._geo import read_outlines
from bassin.read._table import COMMUNE, reused
from bassin.sources import Sources

COMMUNES_FRANCE = "ign/communes_france_cog2024_simplifiees.parquet"
RIVERS = "ign/france_rivers.gpkg"
#: Date of the geography of the outlines by departement.
GEOGRAPHY_2018 = "2018-01-01"


def communes_file(sources: Sources, departement: str) -> str | None:
    """File of a departement's outlines in the manifest, ``None`` where there is none."""
    prefix = f"ign/communes-{departement}-"
    return next((file for file in sources.manifest.index if file.startswith(prefix)), None)


def communes_2018(sources: Sources, departement: str) -> gpd.GeoDataFrame:
    """Outlines of a departement's communes on 2018-01-01 (Admin Express, a quarter of the points).

    Returns
    -------
    GeoDataFrame
        Index ``code``; ``name``, ``geometry`` (polygons) in EPSG:2154.

    Raises
    ------
    DataError
        If there is no file for the departement.
    """
    file = communes_file(sources, departement)
    if file is None:
        raise DataError(
            f"ign/communes-{departement}-*.geojson",
            "no such file in the manifest",
            cure="Use communes_france_2024, or add the departement's outlines to data/raw/ign.",
        )
    return read_outlines(sources, file, {"code": "code", "nom": "name"}, pattern=COMMUNE)


@reused
def communes_france_2024(sources: Sources) -> gpd.GeoDataFrame:
    """Simplified outlines of the communes of France on 2024-01-01 (CARTElette, ODbL).

    For maps at a small scale. Overseas communes are drawn beside the mainland.

    Returns
    -------
    GeoDataFrame
        Index ``code``; ``name``, ``geometry`` (polygons) in EPSG:2154.
    """
    names = {"INSEE_COM": "code", "NOM": "name"}
    return read_outlines(sources, COMMUNES_FRANCE, names, pattern=COMMUNE)


def rivers(sources: Sources) -> gpd.GeoDataFrame:
    """Main rivers of France, for the background of a map: ``name``, ``geometry`` in EPSG:2154."""
    with warnings.catch_warnings():
        # A stream has no file name, so GDAL finds its extension wrong.
        warnings.filterwarnings("ignore", message=".*non conformant file extension")
        table = gpd.read_file(sources.open(RIVERS))[["name", "geometry"]]
    expected = sources.rows(RIVERS)
    if expected is not None and len(table) != expected:
        raise DataError(RIVERS, f"{len(table)} rows read, {expected} recorded in the manifest")
    return table.dissolve("name").to_crs(METRIC_CRS)


@reused
def national_membership_2024(sources: Sources) -> pd.Series:
    """SIREN of the EPCI of each commune on 2024-01-01, as carried by the simplified outlines."""
    names = {"INSEE_COM": "code", "SIREN_EPCI": "epci"}
    return read_outlines(sources, COMMUNES_FRANCE, names, pattern=COMMUNE)["epci"]
