"""ANCT and the Observatoire des territoires: programmes, national outlines, demographic balance."""

from __future__ import annotations

import re

import geopandas as gpd
import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.read._geo import read_outlines
from bassin.read._table import (
    check,
    commune_index,
    count,
    integers,
    numbers,
    read_csv,
    text,
)
from bassin.sources import Sources

INDUSTRY_149 = "anct/territoires_industrie_149.geojson"
INDUSTRY_183 = "anct/territoires_industrie_183.geojson"
BALANCE = "anct/indics_TERR_histodemo.csv"
BALANCE_FRANCE = "anct/indics_FRTOT_histodemo.csv"
DENSITY = "anct/densite.csv"
OUTLINES = {"departement": "anct/fond_dep.geojson", "region": "anct/fond_reg.geojson"}

_BALANCE_COLUMNS = {
    "POPULATION_debut": "population_start",
    "POPULATION_fin": "population_end",
    "NAISSANCES": "births",
    "DECES": "deaths",
    "EVOL_DEMO_SN": "natural",
    "EVOL_DEMO_SMA": "migratory",
}


def industry_territories_2018(sources: Sources) -> gpd.GeoDataFrame:
    """The 149 Territoires d'industrie of the first phase (2018-2022).

    Returns
    -------
    GeoDataFrame
        Index ``id``; ``name``, ``members`` (SIREN numbers, separated by spaces: EPCI, or communes
        on their own), ``geometry`` in EPSG:2154 as published. Some geometries are points or mix
        points and polygons: see :func:`bassin.territory.mend_outlines`.
    """
    names = {"id_ti": "id", "lib_ti": "name", "siren_groupement": "members"}
    table = read_outlines(sources, INDUSTRY_149, names, polygons_only=False)
    table["members"] = [_sirens(INDUSTRY_149, i, m, r"\d{9}") for i, m in table["members"].items()]
    return table


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


def demographic_balance(sources: Sources) -> pd.DataFrame:
    """Natural and migratory balance between censuses, 1968 to 2016.

    EPCI are on the geography of 2019, when Alès Agglomération had 73 communes.

    Returns
    -------
    DataFrame
        Index ``(level, code, start)``: ``level`` is ``"epci"``, ``"departement"``, ``"region"`` or
        ``"france"`` (code ``"FR"``), ``start`` the first year of the period. Columns ``name``,
        ``end``, ``population_start``, ``population_end``, ``births``, ``deaths``, ``natural``
        (births less deaths) and ``migratory`` (the rest of the change, which includes errors of the
        counts): persons over the period.

    Raises
    ------
    DataError
        Also if natural and migratory do not add up to the change of population, or natural is not
        births less deaths.
    """
    levels = {"EPCI": "epci", "DEP": "departement", "REG": "region"}
    names = ["TERR", "LIB_TERR", "periode", "NIV_TERR", *_BALANCE_COLUMNS]
    places = read_csv(sources, BALANCE, columns=names)
    unknown = ~places["NIV_TERR"].isin(list(levels))
    if unknown.any():
        row = unknown.idxmax()
        raise DataError(BALANCE, f"{places.at[row, 'NIV_TERR']!r}", column="NIV_TERR", row=row)
    places["NIV_TERR"] = places["NIV_TERR"].map(levels)
    france = read_csv(sources, BALANCE_FRANCE, columns=["periode", *_BALANCE_COLUMNS])
    france = france.assign(TERR="FR", LIB_TERR="France", NIV_TERR="france")
    return pd.concat(
        [_balance(sources, BALANCE, places), _balance(sources, BALANCE_FRANCE, france)]
    ).sort_index()


def _balance(sources: Sources, file: str, rows: pd.DataFrame) -> pd.DataFrame:
    table = rows[list(_BALANCE_COLUMNS)].apply(numbers, file=file, missing=("", "NA"))
    table = table.rename(columns=_BALANCE_COLUMNS)
    period = rows["periode"].str.extract(r"^(\d{4})_(\d{4})$")
    if period.isna().any(axis=None):
        row = period[0].isna().idxmax()
        raise DataError(file, f"{rows.at[row, 'periode']!r}", column="periode", row=row)
    table.insert(0, "name", rows["LIB_TERR"])
    table.insert(1, "end", integers(period[1], file))
    table["level"], table["code"] = rows["NIV_TERR"], rows["TERR"]
    table["start"] = integers(period[0], file)
    table = table.set_index(["level", "code", "start"])
    change = table["population_end"] - table["population_start"]
    identities = {
        "EVOL_DEMO_SMA": table["natural"] + table["migratory"] - change,
        "EVOL_DEMO_SN": table["births"] - table["deaths"] - table["natural"],
    }
    for column, gap in identities.items():
        if (gap.abs() > 0.5).any():
            raise DataError(
                file,
                "natural and migratory balance do not follow from births, deaths and populations",
                column=column,
                row=gap.abs().idxmax(),
            )
    columns = {
        "name": text(),
        "end": pa.Column("int64", pa.Check.in_range(1900, 2100)),
        **{name: count(nullable=True) for name in list(_BALANCE_COLUMNS.values())[:4]},
        "natural": pa.Column(float, nullable=True),
        "migratory": pa.Column(float, nullable=True),
    }
    index = pa.MultiIndex(
        [pa.Index(str, name="level"), pa.Index(str, name="code"), pa.Index("int64", name="start")],
        unique=["level", "code", "start"],
    )
    return check(table, file, sources, columns, index)


def density_2025(sources: Sources) -> pd.DataFrame:
    """Density class of the communes of 2025: index ``code``; ``name``, ``density``."""
    names = {"insee_com": "code", "lib_com": "name", "niveau_densite": "density"}
    table = read_csv(sources, DENSITY, columns=list(names), encoding="utf-8-sig")
    table = table.rename(columns=names).set_index("code")
    return check(table, DENSITY, sources, {"name": text(), "density": text()}, commune_index())


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
    if level not in OUTLINES:
        raise ValueError(f"no outlines of {level!r}; levels: {', '.join(OUTLINES)}")
    stem = {"departement": "dep", "region": "reg"}[level]
    names = {f"insee_{stem}": "code", f"lib_{stem}": "name"}
    table = read_outlines(sources, OUTLINES[level], names)
    overseas = r"^97\d$" if level == "departement" else r"^0\d$"
    return table[~table.index.str.match(overseas)]
