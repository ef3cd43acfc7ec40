"""Outlines of communes, and of what is made of them."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd
import shapely

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.places.departements import departements_of
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import ign, insee


def commune_outlines(
    sources: Sources, passage: Passage, communes: pd.DataFrame, *, whole: bool = True
) -> gpd.GeoDataFrame:
    """Outlines of communes of 2023, from the best file there is for each departement.

    Outlines of 2018 are carried to 2023, a merged commune being the union of its parts. Those of
    the other departements of the mainland are of 2024; where a commune has merged, taken one in or
    been divided since 2023, its parts of 2018 stand (:data:`bassin.read.ign.CHANGED`).

    Parameters
    ----------
    sources : Sources
    passage : Passage
    communes : DataFrame
        Index ``code``; columns ``name`` and ``dep``.
    whole : bool
        Whether each must have one; else ``geometry`` and ``area_km2`` of one without are missing.

    Returns
    -------
    GeoDataFrame
        Index ``code`` in the order given; ``name``, ``area_km2``, ``geometry`` in EPSG:2154, and
        overseas in the metric system of the departement. The area is that of the outline; overseas
        that of INSEE's table, where it has one: the land register and the outline do not agree on
        what is water. Nothing there is taken from the outlines of France, which are moved and at
        another scale.

    Raises
    ------
    PassageError, TerritoryError
        If a commune has no outline and must have one, or no metric system holds for all of them.
    """
    system = _system_of(communes)
    pieces = [
        pd.Series(_of_departement(sources, passage, str(dep), group.index), dtype=object)
        for dep, group in communes.groupby("dep")
    ]
    geometry = pd.concat(pieces).reindex(communes.index)
    if whole and geometry.isna().any():
        raise without_outline(communes.loc[geometry.isna(), "name"])
    outlines = gpd.GeoDataFrame(communes[["name"]], geometry=gpd.GeoSeries(geometry, crs=system))
    areas = outlines.area / 1e6
    if system != ign.METRIC_CRS:
        areas = _published_areas(sources, passage, communes).fillna(areas)
    outlines.insert(1, "area_km2", areas)
    return outlines


def without_outline(names: pd.Series) -> TerritoryError:
    """Say which communes have no outline, and which file would give them one.

    Parameters
    ----------
    names : Series of str
        By code.
    """
    listed = ", ".join(f"{code} {name}" for code, name in names.head(5).items())
    return TerritoryError(
        f"no outline of {listed}. Add the outlines of the departement to data/raw/ign."
    )


def _of_departement(
    sources: Sources, passage: Passage, dep: str, codes: pd.Index
) -> dict[str, shapely.Geometry]:
    """Outlines of some communes of a departement, as far as files have them."""
    if ign.communes_file(sources, dep) is not None:
        return _carried(ign.communes_2018(sources, dep), passage, codes)
    if dep in ign.OVERSEAS_CRS:
        return {}
    fine = ign.METROPOLE in sources
    shapes = (ign.communes_metropole if fine else ign.communes_france_2024)(sources)
    found = dict(shapes.geometry.loc[codes.intersection(shapes.index)])
    if ign.CHANGED not in sources:
        return found
    return found | _carried(ign.communes_changed_in_2024(sources), passage, codes)


def _carried(
    shapes: gpd.GeoDataFrame, passage: Passage, codes: pd.Index
) -> dict[str, shapely.Geometry]:
    """Outlines of communes of 2023 that are made of whole communes of 2018."""
    moved = passage.transition(shapes.index, ign.GEOGRAPHY_2018, GEOGRAPHY)
    there = {*shapes.index}
    known = [
        code
        for code in codes
        if code in moved.parts and code not in moved.splits and moved.parts[code] <= there
    ]
    return {
        code: shapely.union_all(shapes.geometry.loc[sorted(moved.parts[code])].to_numpy())
        for code in known
    }


def _published_areas(sources: Sources, passage: Passage, communes: pd.DataFrame) -> pd.Series:
    areas = insee.published_areas(sources)
    near = areas[departements_of(areas.index).isin(communes["dep"])]
    return passage.carry(near, insee.COMPARISON_GEOGRAPHY, GEOGRAPHY, communes.index)


def _system_of(communes: pd.DataFrame) -> int:
    """EPSG code of the metric system of some communes."""
    systems = {str(dep): ign.metric_crs(str(dep)) for dep in communes["dep"].unique()}
    if len({*systems.values()}) > 1:
        listed = ", ".join(f"{dep} in EPSG:{crs}" for dep, crs in sorted(systems.items()))
        raise TerritoryError(
            f"no metric system holds for all the departements: {listed}. Ask for the outlines of "
            "the mainland and of each departement overseas apart."
        )
    return next(iter(systems.values()), ign.METRIC_CRS)


def mend_outlines(
    territories: gpd.GeoDataFrame, members: pd.DataFrame, communes: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Rebuild outlines that hold points from the communes their members are made of.

    Parameters
    ----------
    territories : GeoDataFrame
        As :func:`bassin.read.anct.industry_territories_2018`.
    members : DataFrame
        As :func:`bassin.read.dgcl.epci_members`: gives the communes of an EPCI or of a SIREN.
    communes : GeoDataFrame
        Outlines of communes, in the same reference system.

    Returns
    -------
    GeoDataFrame
        The same rows, all polygons, with ``mended`` (bool). Polygons already in a broken geometry
        are kept: they stand for members that no longer exist.

    Raises
    ------
    TerritoryError
        If a member of a broken outline is neither an EPCI nor a commune, and the outline has no
        polygon to fall back on.
    """
    broken = ~territories.geom_type.isin(["Polygon", "MultiPolygon"])
    by_epci = members.groupby("epci").groups
    by_siren = pd.Series(members.index, index=members["siren"])
    shapes = territories.geometry.to_dict()
    for key in territories.index[broken]:
        kept = [
            part
            for part in shapely.get_parts(territories.geometry[key])
            if part.geom_type in ("Polygon", "MultiPolygon")
        ]
        codes, unknown = _communes_of(territories.at[key, "members"].split(), by_epci, by_siren)
        found = communes.geometry.reindex(codes).dropna()
        if len(found) < len(codes) or (unknown and not kept):
            absent = unknown or sorted(set(codes) - set(found.index))
            raise TerritoryError(f"{key}: no outline for {', '.join(absent)}.")
        shapes[key] = shapely.union_all([*kept, *found])
    mended = territories.set_geometry(gpd.GeoSeries(shapes, crs=territories.crs))
    return mended.assign(mended=broken)


def _communes_of(
    sirens: list[str], by_epci: Mapping[str, pd.Index], by_siren: pd.Series
) -> tuple[list[str], list[str]]:
    """Communes of some members, which are EPCI or communes; and the members that are neither."""
    codes: list[str] = []
    unknown: list[str] = []
    for siren in sirens:
        if siren in by_epci:
            codes += list(by_epci[siren])
        elif siren in by_siren.index:
            codes.append(by_siren[siren])
        else:
            unknown.append(siren)
    return codes, unknown
