"""Toulouse Dataviz: communes of Occitanie, from INSEE and IGN, for a contest in 2019."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, check, commune_index, count, text

COMMUNES = "toulouse_dataviz/hackaviz2019_par_commune.csv"
COMMUTES = "toulouse_dataviz/hackaviz2019_par_trajet.csv"

#: Code the file gives to a place of work outside France.
_ABROAD = "0"


@reused
def altitudes_2019(sources: Sources) -> pd.Series:
    """Mean altitude of the communes of Occitanie.

    The file covers one region only. Its codes have lost their leading zero, and its latitudes and
    longitudes change places between editions: they are not read.

    Returns
    -------
    Series of float
        Metres, index ``code``.

    Raises
    ------
    DataError
        Also if a code is not of its departement.
    """
    raw = read_csv(
        sources, COMMUNES, columns=["insee", "departement", "altitude_moy"], encoding="latin-1"
    )
    raw.index = pd.Index(raw["insee"].str.zfill(5), name="code")
    strange = raw.index.str[:2] != raw["departement"].str.zfill(2)
    if strange.any():
        raise DataError(
            COMMUNES,
            f"departement {raw['departement'][strange].iloc[0]!r}",
            column="departement",
            row=raw.index[strange][0],
            cure="A code may have lost more than its leading zero.",
        )
    heights = numbers(raw["altitude_moy"], COMMUNES, missing=()).rename("altitude_m").to_frame()
    columns = {"altitude_m": pa.Column(float, pa.Check.in_range(-10, 4900))}
    return check(heights, COMMUNES, sources, columns, commune_index())["altitude_m"]


@reused
def commutes_2014(sources: Sources) -> pd.DataFrame:
    """Distances and car minutes of the main commutes of Occitanie, one row an origin and a place.

    The file keeps the pairs of communes that over a hundred people link. Both ends are points
    inside the communes, not their town halls; the distances and the minutes run between these
    points, over the roads and without traffic. Codes have lost their leading zero.

    Returns
    -------
    DataFrame
        ``origin``, ``destination`` (codes), ``origin_name``, ``destination_name``; ``lon``,
        ``lat``, ``lon_to``, ``lat_to`` (degrees); ``straight_km``, ``road_km``, ``minutes``. A
        place of work abroad has no code, point, distance or time: the file gives it zeros, which
        are read as missing.

    Raises
    ------
    DataError
        Also if a code is not of its departement, or latitude and longitude have changed places.
    """
    ends = {"insee": "origin", "travail_insee": "destination"}
    deps = {"departement": "origin", "travail_departement": "destination"}
    names = {"commune": "origin_name", "travail_commune": "destination_name"}
    figures = {
        "longitude": "lon",
        "latitude": "lat",
        "travail_longitude": "lon_to",
        "travail_latitude": "lat_to",
        "distance_oiseau_km": "straight_km",
        "distance_auto_km": "road_km",
        "duree_auto_minutes": "minutes",
    }
    raw = read_csv(sources, COMMUTES, columns=[*ends, *deps, *names, *figures])
    abroad = raw["travail_insee"] == _ABROAD
    table = raw[list(ends)].apply(lambda codes: codes.str.zfill(5)).rename(columns=ends)
    for column, end in deps.items():
        strange = table[end].str[:2] != raw[column].str.zfill(2)
        if strange.any():
            raise DataError(
                COMMUTES,
                f"departement {raw[column][strange].iloc[0]!r}",
                column=column,
                row=table[end][strange].iloc[0],
                cure="A code may have lost more than its leading zero.",
            )
    table[list(names.values())] = raw[list(names)]
    known = raw[list(figures)].apply(numbers, file=COMMUTES, missing=()).rename(columns=figures)
    table[list(figures.values())] = known
    table["destination"] = table["destination"].mask(abroad)
    reached = ["lon_to", "lat_to", "straight_km", "road_km", "minutes"]
    table[reached] = table[reached].mask(abroad)
    return check(
        table,
        COMMUTES,
        sources,
        {
            "origin": text(pattern=COMMUNE),
            "destination": text(pattern=COMMUNE, nullable=True),
            "origin_name": text(),
            "destination_name": text(),
            # The ranges do not meet: a swap of the two cannot pass.
            "lon": pa.Column(float, pa.Check.in_range(-6, 10)),
            "lat": pa.Column(float, pa.Check.in_range(41, 52)),
            "lon_to": pa.Column(float, pa.Check.in_range(-6, 10), nullable=True),
            "lat_to": pa.Column(float, pa.Check.in_range(41, 52), nullable=True),
            "straight_km": count(nullable=True),
            "road_km": count(nullable=True),
            "minutes": count(nullable=True),
        },
    )
