"""Brownfields: records that share a piece of land made into places, by state, on a map."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from bassin.phrase import Phrase
from bassin.read import cerema
from bassin.topics.land.consumption import HECTARE

#: States of a site, in the order of display.
STATES = ("site_with_project", "site_without_project", "site_reused", cerema.POTENTIAL)
#: What :func:`site_map` colours: places, then communes by whether a plan covers them.
CONFIRMED_PLACE, POTENTIAL_PLACE = "place_confirmed", "place_potential"
PLAN, NO_PLAN, NOT_LISTED = "commune_with_plan", "commune_without_plan", "commune_not_listed"


def places(sites: pd.DataFrame) -> pd.Series:
    """Place of each record of a list of sites: records that share a piece of land are one place.

    Parameters
    ----------
    sites : DataFrame
        As :func:`bassin.read.cerema.brownfields`.

    Returns
    -------
    Series of str
        The first record of its place, on the index of ``sites``. A record without a piece of land
        is a place of its own.
    """
    first: dict[str, str] = {}
    of_unit: dict[str, str] = {}

    def root(site: str) -> str:
        while first[site] != site:
            site = first[site]
        return site

    for site, units in sites["land"].items():
        first[str(site)] = str(site)
        for unit in units.split():
            if unit in of_unit:
                one, other = sorted((root(of_unit[unit]), root(str(site))))
                first[other] = one
            of_unit[unit] = root(str(site))
    return pd.Series({site: root(site) for site in first}, name="place").reindex(sites.index)


def one_row_a_place(sites: pd.DataFrame) -> pd.DataFrame:
    """Places of a list of sites: a place is confirmed if one of its records is.

    Returns
    -------
    DataFrame
        Index ``place``; ``code``, ``state`` (of :data:`STATES`), ``records`` (number),
        ``pollution`` (the most that a record knows), ``hectares`` (largest of its records),
        ``name``, ``activity``, ``lon``, ``lat`` (of its first confirmed record).
    """
    certain = list(cerema.POLLUTION.values())
    rows = sites.assign(
        place=places(sites),
        rank=sites["status"].map({status: rank for rank, status in enumerate(STATES)}),
        known=sites["pollution"].map({word: rank for rank, word in enumerate(certain)}),
    )
    rows = rows.sort_values(["place", "rank"], kind="stable")
    grouped = rows.groupby("place")
    table = grouped[["code", "name", "activity", "lon", "lat"]].first()
    table.insert(1, "state", grouped["rank"].min().map(dict(enumerate(STATES))))
    table["records"] = grouped.size()
    table["pollution"] = grouped["known"].max().map(dict(enumerate(certain)))
    table["hectares"] = grouped["area"].max() / HECTARE
    return table


def apart(points: gpd.GeoSeries, radius: float) -> gpd.GeoSeries:
    """Discs around points that do not overlap: each keeps the part that is nearest to it.

    Points in one spot are first moved a few metres apart.
    """
    rank = points.groupby([points.x, points.y]).cumcount()
    moved = gpd.GeoSeries.from_xy(
        points.x + 5.0 * rank, points.y, index=points.index, crs=points.crs
    )
    if len(moved) < 2:
        return moved.buffer(radius)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(moved.to_numpy()), ordered=True)
    )
    return moved.buffer(radius).intersection(gpd.GeoSeries(cells, moved.index, crs=points.crs))


def by_state(sites: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Records, places and area of the sites by state; only states that occur.

    Parameters
    ----------
    sites : DataFrame
        As :func:`bassin.read.cerema.brownfields`.
    found : DataFrame
        As :attr:`bassin.topics.land.local.Land.places`.

    Returns
    -------
    DataFrame
        Index ``state``; ``records``, ``places``, ``communes`` (numbers), ``hectares`` (of the
        places whose area is given), ``polluted`` (places whose soil is known to be).
    """
    records = sites["status"].value_counts()
    table = found.groupby("state").agg(
        places=("code", "size"),
        communes=("code", "nunique"),
        hectares=("hectares", "sum"),
        polluted=("pollution", lambda known: int((known == cerema.POLLUTED).sum())),
    )
    table.insert(0, "records", records.reindex(table.index))
    return table.loc[[state for state in STATES if state in table.index]]


def exposure(found: pd.DataFrame, risks: pd.DataFrame) -> pd.DataFrame:
    """Places, confirmed apart from potential, by what the registers list in their commune.

    Parameters
    ----------
    found : DataFrame
        As :attr:`bassin.topics.land.local.Land.places`.
    risks : DataFrame
        ``plan``, ``floods``, ``fires``, as of
        :meth:`bassin.topics.risk.local.Risk.by_commune`.

    Returns
    -------
    DataFrame
        Index ``sites`` (``"sites_confirmed"``, ``"sites_potential"``); ``places``, then
        how many are in a commune with a ``plan``, with a recognised ``flood``, with a forest
        ``fire``, with ``all_three``; ``floods`` (mean number recognised in the commune of a place).
    """
    risk = risks.reindex(found["code"]).set_axis(found.index)
    marks = pd.DataFrame(
        {"plan": risk["plan"] == 1, "flood": risk["floods"] > 0, "fire": risk["fires"] > 0}
    )
    marks["all_three"] = marks.all(axis=1)
    # Both kinds have a row: where there is no place of one, it has none in a plan either.
    kinds = pd.CategoricalDtype(["sites_confirmed", "sites_potential"])
    group = found["confirmed"].map({True: kinds.categories[0], False: kinds.categories[1]})
    group = group.astype(kinds)
    table = marks.groupby(group, observed=False).sum().astype(int)
    table.insert(0, "places", group.value_counts())
    table["floods"] = risk["floods"].groupby(group, observed=False).mean()
    table.index = table.index.astype(str)
    return table.rename_axis("sites")


def site_map(
    found: pd.DataFrame, outlines: gpd.GeoDataFrame, risks: pd.DataFrame, radius: float = 550.0
) -> gpd.GeoDataFrame:
    """Places as discs on the communes, coloured by whether a prevention plan covers them.

    Parameters
    ----------
    found : DataFrame
        As :attr:`bassin.topics.land.local.Land.places`.
    outlines : GeoDataFrame
        Communes of the territory: ``name``, ``geometry`` (EPSG:2154).
    risks : DataFrame
        ``plan`` of them.
    radius : float
        Of a disc, in metres: it does not show the extent of the place. Discs that would
        overlap share the ground between them.

    Returns
    -------
    GeoDataFrame
        Index: codes of communes, then places; ``name`` (of a place, a phrase: its commune, and
        its activity where known), ``kind`` (a place or a commune, as named above),
        ``geometry`` without overlap.
    """
    points = gpd.GeoSeries.from_xy(found["lon"], found["lat"], index=found.index, crs=4326)
    discs = apart(points.to_crs(outlines.crs), radius)
    cover = risks["plan"].reindex(outlines.index).map({1.0: PLAN, 0.0: NO_PLAN})
    ground = outlines.geometry.difference(discs.union_all())
    state = found["confirmed"].map({True: CONFIRMED_PLACE, False: POTENTIAL_PLACE})
    kind = pd.concat([cover.fillna(NOT_LISTED), state])
    names = pd.concat([outlines["name"], _place_names(found)])
    shapes = pd.concat([ground, discs])
    return gpd.GeoDataFrame({"name": names, "kind": kind}, geometry=shapes, crs=outlines.crs)


def _place_names(found: pd.DataFrame) -> pd.Series:
    told = [
        Phrase("land.place_unknown", commune=row["commune"])
        if row["activity"] in ("", "NA (NA)")
        else Phrase("land.place", commune=row["commune"], activity=row["activity"][:80])
        for _, row in found.iterrows()
    ]
    return pd.Series(told, index=found.index, dtype=object)
