"""ANCT and the Observatoire des territoires: programmes, national outlines, demographic balance."""

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
from bassin.read._geo import METRIC_CRS, read_outlines
from bassin.read._table import (
    COMMUNE,
    check,
    commune_index,
    count,
    integers,
    numbers,
    read_csv,
    read_sheet,
    reused,
    text,
)

INDUSTRY_149 = "anct/territoires_industrie_149.geojson"
INDUSTRY_183 = "anct/territoires_industrie_183.geojson"
BALANCE = "anct/indics_TERR_histodemo.csv"
BALANCE_FRANCE = "anct/indics_FRTOT_histodemo.csv"
DENSITY = "anct/densite.csv"
PRIORITY_DISTRICTS_2015 = "anct/qpv_2015_occitanie.geojson"
PRIORITY_DISTRICTS_2024 = "anct/qpv_2024_centroides.geojson"
TOWN_PROGRAMMES = {
    "Action cœur de ville": "anct/action_coeur_de_ville.geojson",
    "Petites villes de demain": "anct/petites_villes_de_demain.geojson",
}
FRANCE_SERVICES = "anct/france_services.geojson"
PREVENTION_PLANS = "anct/pprn_communes_2024.xlsx"
MASSIFS = "anct/montagne.csv"
DEBATE, DEBATE_LABELS = "anct/gddebat_datacom.csv", "anct/gddebat_meta.xlsx"
OUTLINES = {"departement": "anct/fond_dep.geojson", "region": "anct/fond_reg.geojson"}

_BALANCE_COLUMNS = {
    "POPULATION_debut": "population_start",
    "POPULATION_fin": "population_end",
    "NAISSANCES": "births",
    "DECES": "deaths",
    "EVOL_DEMO_SN": "natural",
    "EVOL_DEMO_SMA": "migratory",
}


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


@reused
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


@reused
def density_2025(sources: Sources) -> pd.DataFrame:
    """Density class of the communes of 2025: index ``code``; ``name``, ``density``."""
    names = {"insee_com": "code", "lib_com": "name", "niveau_densite": "density"}
    table = read_csv(sources, DENSITY, columns=list(names), encoding="utf-8-sig")
    table = table.rename(columns=names).set_index("code")
    return check(table, DENSITY, sources, {"name": text(), "density": text()}, commune_index())


@reused
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


@reused
def massifs_2025(sources: Sources) -> pd.DataFrame:
    """Communes of 2025 that belong to a massif: index ``code``; ``name``, ``massif``.

    A commune without a row belongs to none, if it is still one in 2025. Membership of a massif is
    wider than the legal list of mountain communes.
    """
    names = {"insee_com": "code", "lib_com": "name", "niveau_montagne": "massif"}
    table = read_csv(sources, MASSIFS, columns=list(names), encoding="utf-8-sig")
    table = table.rename(columns=names).set_index("code")
    columns = {"name": text(), "massif": text(pattern=r"^\d{2} - Massif ")}
    return check(table, MASSIFS, sources, columns, commune_index())


#: Indicator of the public debate to its name here and how its label begins in the workbook.
DEBATE_INDICATORS = {
    "ID_1": ("far_workers_pct", "Temps de transport pour aller au travail"),
    "ID_3": ("fast_internet_pct", "Accès à internet en Très Haut Débit"),
    "ID_5": ("cinema_minutes", "Temps d’accès à un cinéma ou un théâtre"),
}


@reused
def public_debate_indicators(sources: Sources) -> pd.DataFrame:
    """Three indicators of reach by commune, on the geography of 2018-01-01.

    They were put together for the public debate of 2019. What each number means is in a workbook
    of its own: its labels are compared with those expected here.

    Returns
    -------
    DataFrame
        Index ``code``; ``far_workers_pct`` (share of workers whose job is over 30 minutes away by
        road, census of 2014), ``fast_internet_pct`` (share of premises that may have 30 Mbit/s or
        more, 2017), ``cinema_minutes`` (to the nearest cinema or theatre by road, 2017). NaN where
        not published.

    Raises
    ------
    DataError
        Also if the workbook gives an indicator another label.
    """
    labels = read_sheet(sources, DEBATE_LABELS, "Feuil1", columns=["id", "lib"], header=1)
    said = labels.set_index("id")["lib"].str.replace("'", "’")
    for key, (_, label) in DEBATE_INDICATORS.items():
        if said.get(key) != label:
            raise DataError(
                DEBATE_LABELS, f"{said.get(key)!r} instead of {label!r}", column="lib", row=key
            )
    names = {key: name for key, (name, _) in DEBATE_INDICATORS.items()}
    table = read_csv(sources, DEBATE, columns=["CODGEO", *names], sep=";").set_index("CODGEO")
    table = table.apply(numbers, file=DEBATE, decimal=",", missing=("", "NA"))
    table = table.rename(columns=names).rename_axis("code")
    columns = {
        name: pa.Column(
            float, pa.Check.in_range(0, 100 if name.endswith("_pct") else 600), nullable=True
        )
        for name in names.values()
    }
    return check(table, DEBATE, sources, columns, commune_index())


@reused
def prevention_plans_2024(sources: Sources) -> pd.DataFrame:
    """Communes covered by a plan for the prevention of natural risks (PPRN), July 2024.

    The register gives no peril, no date and no stage of the plans, and no boundary of their zones.

    Returns
    -------
    DataFrame
        Index ``code``, on the geography of 2024-01-01; ``name``, ``plan`` (bool).
    """
    names = {"codgeo": "code", "libgeo": "name", "nb_com_pprn": "plan"}
    table = read_sheet(sources, PREVENTION_PLANS, "Data", columns=list(names), header=5)
    table = table.rename(columns=names).set_index("code")
    flag = integers(table["plan"], PREVENTION_PLANS)
    if not flag.isin([0, 1]).all():
        row = flag.index[~flag.isin([0, 1])][0]
        raise DataError(
            PREVENTION_PLANS, f"{flag[row]} is neither 0 nor 1", column="nb_com_pprn", row=row
        )
    table["plan"] = flag == 1
    columns = {"name": text(), "plan": pa.Column(bool)}
    return check(table, PREVENTION_PLANS, sources, columns, commune_index())


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


#: Name and code of a commune, as the lists of labels give them.
_LISTED = re.compile(r"^(.+) \(((?:\d{2}|2[AB])\d{3})\)$")


@reused
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
    ValueError
        If there is no such programme.
    DataError
        Also if a label has not one point a commune.
    """
    if programme not in TOWN_PROGRAMMES:
        raise ValueError(f"no programme {programme!r}; there are {', '.join(TOWN_PROGRAMMES)}")
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
    for row, feature in enumerate(json.loads(sources.read(file))["features"]):
        absent = [column for column in columns if column not in feature["properties"]]
        if absent:
            raise DataError(file, "no such property", column=absent[0], row=row)
        properties = {column: feature["properties"][column] or "" for column in columns}
        drawn = feature["geometry"]
        shape = shapely.from_geojson(json.dumps(drawn)) if drawn else shapely.Point()
        found.append({**properties, "geometry": shape})
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
