"""Programmes given to communes by name: town centres, France services."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import pandas as pd
import pandera.pandas as pa
import shapely

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._geo import METRIC_CRS
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, check, commune_index, text
from bassin.read._unpack import json_of, unpacking

#: Programmes for town centres to their file.
TOWN_PROGRAMMES = {
    "action_coeur_de_ville": "anct/action_coeur_de_ville.geojson",
    "petites_villes_de_demain": "anct/petites_villes_de_demain.geojson",
}
FRANCE_SERVICES = "anct/france_services.geojson"

#: Name and code of a commune, as the lists of labels give them.
_LISTED = re.compile(r"^(.+) \(((?:\d{2}|2[AB])\d{3})\)$")


@reused(programme=TOWN_PROGRAMMES)
def town_programme(sources: Sources, programme: str) -> gpd.GeoDataFrame:
    """Communes of a programme for town centres, one row each.

    Parameters
    ----------
    sources : Sources
    programme : str
        One of :data:`TOWN_PROGRAMMES`.

    Returns
    -------
    GeoDataFrame
        Index ``(label, code)``: a label may be shared by several communes. ``name`` (of the
        commune), ``signed`` (date of the agreement; NaT where not published), ``geometry`` (points
        of all the communes of the label, EPSG:2154).

    Raises
    ------
    ChoiceError
        If there is no such programme.
    DataError
        Also if a label has not one point a commune.
    """
    file = TOWN_PROGRAMMES[programme]
    rows, shapes = [], []
    for label in _features(sources, file, ["id_territoire", "date_signature", "liste_geo"]):
        listed = _communes(file, label["id_territoire"], label["liste_geo"])
        points = shapely.get_num_geometries(label["geometry"])
        if points != len(listed):
            raise DataError(
                file,
                f"{points} point(s) for {len(listed)} commune(s)",
                column="geometry",
                row=label["id_territoire"],
            )
        for name, code in listed:
            rows.append((label["id_territoire"], code, name, label["date_signature"]))
            shapes.append(label["geometry"])
    table = _points(rows, ["label", "code", "name", "signed"], shapes).set_index(["label", "code"])
    signed = table["signed"].replace("", None)
    table["signed"] = pd.to_datetime(signed, format="%Y-%m-%d", errors="coerce").astype(
        "datetime64[ns]"
    )
    wrong = table["signed"].isna() & signed.notna()
    if wrong.any():
        row = wrong.idxmax()
        raise DataError(file, f"{signed[row]!r} is no date", column="date_signature", row=row)
    index = pa.MultiIndex(
        [pa.Index(str, name="label"), pa.Index(str, commune_index().checks, name="code")],
        unique=["label", "code"],
    )
    columns = {"name": text(), "signed": pa.Column("datetime64[ns]", nullable=True)}
    labels = table.index.unique("label").size
    check(_plain(table), file, sources, columns, index, rows=labels)
    return table


@reused
def france_services(sources: Sources) -> gpd.GeoDataFrame:
    """France services houses and buses, one row each.

    Returns
    -------
    GeoDataFrame
        Index ``id``; ``code`` and ``commune``, ``geometry``: a point of the commune (EPSG:2154),
        empty where the file has none.

    Raises
    ------
    DataError
        Also if a commune has not one identifier a house, or two codes.
    """
    rows, shapes, communes = [], [], 0
    for place in _features(sources, FRANCE_SERVICES, ["id_geo", "id_territoire", "liste_geo"]):
        key, houses = place["id_geo"], place["id_territoire"].split("; ")
        listed = _communes(FRANCE_SERVICES, key, place["liste_geo"])
        if len(houses) != len(listed) or {code for _, code in listed} != {key}:
            raise DataError(
                FRANCE_SERVICES,
                f"{len(houses)} house(s) for {place['liste_geo']!r}",
                column="id_territoire",
                row=key,
            )
        communes += 1
        rows += [(house, code, name) for house, (name, code) in zip(houses, listed, strict=True)]
        shapes += [place["geometry"]] * len(houses)
    table = _points(rows, ["id", "code", "commune"], shapes).set_index("id")
    columns = {"code": text(pattern=COMMUNE), "commune": text()}
    index = pa.Index(str, unique=True, name="id")
    check(_plain(table), FRANCE_SERVICES, sources, columns, index, rows=communes)
    return table


def _features(sources: Sources, file: str, columns: list[str]) -> list[dict[str, Any]]:
    """Features of a list of labels: some text properties, and the geometry, which may be empty."""
    found = []
    data = sources.read(file)
    collection = json_of(file, data)
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise DataError(file, "no list of features", cure="Use the file as published.")
    for row, feature in enumerate(collection["features"]):
        about = feature.get("properties") if isinstance(feature, dict) else None
        wrong = [
            name
            for name in columns
            if not isinstance(about, dict)
            or name not in about
            or not isinstance(about[name], str | None)
        ]
        if about is None or wrong:
            raise DataError(
                file,
                "no such property, or not of text",
                column=wrong[0] if wrong else "properties",
                row=row,
                cure="Use the file as published.",
            )
        drawn = feature.get("geometry")
        with unpacking(file, "GeoJSON", data):
            shape = shapely.from_geojson(json.dumps(drawn)) if drawn else shapely.Point()
        found.append({**{name: about[name] or "" for name in columns}, "geometry": shape})
    return found


def _communes(file: str, row: object, listed: str) -> list[tuple[str, str]]:
    """Names and codes in a list such as ``"Castres (81065); Mazamet (81163)"``."""
    found = [_LISTED.match(part) for part in listed.split("; ")]
    if not all(found):
        raise DataError(
            file,
            f"no name and code in {listed!r}",
            column="liste_geo",
            row=row,
            cure="Codes are text of five characters; a leading zero may be lost.",
        )
    return [(one[1], one[2]) for one in found if one]


def _points(
    rows: Sequence[tuple[str, ...]], columns: list[str], shapes: list[shapely.Geometry]
) -> gpd.GeoDataFrame:
    table = pd.DataFrame(rows, columns=columns, dtype=str)
    return gpd.GeoDataFrame(table, geometry=shapes, crs=4326).to_crs(METRIC_CRS)


def _plain(table: gpd.GeoDataFrame) -> pd.DataFrame:
    return pd.DataFrame(table.drop(columns="geometry"))
