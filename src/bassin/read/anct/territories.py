"""What the ANCT draws: Territoires d'industrie, priority districts, outlines for maps."""

from __future__ import annotations

import re

import geopandas as gpd

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._geo import read_outlines
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE

INDUSTRY_149 = "anct/territoires_industrie_149.geojson"
INDUSTRY_183 = "anct/territoires_industrie_183.geojson"
PRIORITY_DISTRICTS_2015 = "anct/qpv_2015_occitanie.geojson"
PRIORITY_DISTRICTS_2024 = "anct/qpv_2024_centroides.geojson"
OUTLINES = {"departement": "anct/fond_dep.geojson", "region": "anct/fond_reg.geojson"}


@reused
def industry_territories_2018(sources: Sources) -> gpd.GeoDataFrame:
    """The 149 Territoires d'industrie of the first phase (2018-2022).

    Returns
    -------
    GeoDataFrame
        Index ``id``; ``name``, ``members`` (SIREN numbers, separated by spaces: EPCI, or communes
        on their own), ``geometry`` in EPSG:2154 as published. Some geometries are points or mix
        points and polygons: see :func:`bassin.places.outlines.mend_outlines`.
    """
    names = {"id_ti": "id", "lib_ti": "name", "siren_groupement": "members"}
    table = read_outlines(sources, INDUSTRY_149, names, polygons_only=False)
    table["members"] = [_sirens(INDUSTRY_149, i, m, r"\d{9}") for i, m in table["members"].items()]
    return table


@reused
def industry_territories_2023(sources: Sources) -> gpd.GeoDataFrame:
    """The 183 Territoires d'industrie of the second phase (2023-2027).

    Returns
    -------
    GeoDataFrame
        As :func:`industry_territories_2018`.
    """
    names = {"id_territoire": "id", "lib_territoire": "name", "liste_geo": "members"}
    table = read_outlines(sources, INDUSTRY_183, names)
    pattern = r"(?<=\()\d{9}(?=\))"
    table["members"] = [_sirens(INDUSTRY_183, i, m, pattern) for i, m in table["members"].items()]
    return table


def _sirens(file: str, row: object, listed: str, pattern: str) -> str:
    found = re.findall(pattern, listed)
    if not found:
        raise DataError(file, f"no SIREN in {listed!r}", column="members", row=row)
    return " ".join(found)


@reused(level=OUTLINES)
def outlines(sources: Sources, level: str) -> gpd.GeoDataFrame:
    """Light outlines of departements or regions, for the background of a map.

    Parameters
    ----------
    sources : Sources
    level : {"departement", "region"}

    Returns
    -------
    GeoDataFrame
        Index ``code``; ``name``, ``geometry`` in EPSG:2154. Of the mainland and Corsica only: the
        file draws overseas places beside the mainland, not where they are.
    """
    stem = {"departement": "dep", "region": "reg"}[level]
    names = {f"insee_{stem}": "code", f"lib_{stem}": "name"}
    table = read_outlines(sources, OUTLINES[level], names)
    overseas = "97[0-9]" if level == "departement" else "0[0-9]"
    return table[~table.index.str.fullmatch(overseas)]


@reused
def priority_districts_2015(sources: Sources) -> gpd.GeoDataFrame:
    """Outlines of the priority districts (QPV) of 2015 in Occitanie.

    The copy at hand was rounded to some ten metres; outlines that cross themselves are mended.

    Returns
    -------
    GeoDataFrame
        Index ``id`` (``"QP030001"``); ``name``, ``code`` (of the commune), ``geometry`` in
        EPSG:2154.
    """
    names = {"code_qp": "id", "nom_qp": "name", "code_commune": "code"}
    pattern = r"^QP\d{6}$"
    return read_outlines(sources, PRIORITY_DISTRICTS_2015, names, pattern=pattern, mend=True)


@reused
def priority_districts_2024(sources: Sources) -> gpd.GeoDataFrame:
    """Communes with a priority district (QPV) of 2024, whose outlines are not in the file.

    Returns
    -------
    GeoDataFrame
        Index ``code`` (of the commune); ``ids`` and ``names`` of its districts, separated by
        commas; ``geometry``: a point in the commune (EPSG:2154).
    """
    names = {"insee_com": "code", "code_qp": "ids", "lib_qp": "names"}
    return read_outlines(
        sources, PRIORITY_DISTRICTS_2024, names, pattern=COMMUNE, polygons_only=False
    )
