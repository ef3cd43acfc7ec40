"""Labels on the map: points in communes, districts cut out of them."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd


def locate(points: gpd.GeoSeries, outlines: gpd.GeoDataFrame) -> pd.Series:
    """Commune each point lies in.

    Parameters
    ----------
    points : GeoSeries
        Points or sets of points, on an index without repeats; an empty one lies nowhere.
    outlines : GeoDataFrame
        Communes indexed by ``code``, in the same reference system.

    Returns
    -------
    Series of str
        Indexed by the points that are in one of the communes, once for each point of a set.
    """
    single = points[~points.is_empty].explode()
    found = outlines.sindex.query(single.to_numpy(), predicate="intersects")
    return pd.Series(
        outlines.index.to_numpy()[found[1]], index=single.index[found[0]], name="code", dtype=str
    )


def match(listed: Mapping[str, gpd.GeoDataFrame], outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """Hold the codes that lists of labels print against where they put their points.

    Parameters
    ----------
    listed : mapping
        Label to one row a holder: ``code`` (column or level of the index) and ``geometry``.
    outlines : GeoDataFrame
        Communes of the territory, indexed by ``code``.

    Returns
    -------
    DataFrame
        Index ``label``; ``listed`` (rows of the whole list), ``without_point`` (of them),
        ``by_code`` (rows with a code of the territory), ``by_point`` (rows with a point in the
        territory), ``both`` (rows of which a point lies in the very commune of the code).
    """
    rows = {}
    for label, table in listed.items():
        flat = table.reset_index()
        places = gpd.GeoSeries(flat["geometry"], crs=table.crs).to_crs(outlines.crs)
        inside = locate(places, outlines)
        agree = inside[inside.to_numpy() == flat["code"].loc[inside.index].to_numpy()]
        rows[label] = {
            "listed": len(flat),
            "without_point": int(places.is_empty.sum()),
            "by_code": int(flat["code"].isin(outlines.index).sum()),
            "by_point": inside.index.nunique(),
            "both": agree.index.nunique(),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("label")


def carve(outlines: gpd.GeoDataFrame, districts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Cut districts out of the communes they lie in, so that both can be shown on one map.

    Parameters
    ----------
    outlines : GeoDataFrame
        Communes indexed by ``code``; ``name``.
    districts : GeoDataFrame
        Indexed by an identifier; ``name``.

    Returns
    -------
    GeoDataFrame
        Communes without their districts, then the districts; ``name``, ``district`` (bool).
    """
    rest = outlines.geometry
    pieces = districts.geometry.to_crs(outlines.crs)
    if len(districts):
        taken = pieces.union_all()
        touched = rest.intersects(taken)
        rest = rest.where(~touched, rest.difference(taken))
        pieces = pieces.intersection(outlines.union_all())
    names = pd.concat([outlines["name"], districts["name"]])
    shapes = pd.concat([rest, pieces])
    whole = gpd.GeoDataFrame({"name": names}, geometry=shapes, crs=outlines.crs)
    return whole.assign(district=[False] * len(outlines) + [True] * len(districts))


def district_pieces(
    outlines: gpd.GeoDataFrame, districts_2015: gpd.GeoDataFrame, before: pd.Series, then: pd.Series
) -> gpd.GeoDataFrame:
    """Communes and districts of 2015 side by side, with ``kind``: what the map colours.

    A commune is told by the lists its districts are on: ``"district_both"``,
    ``"district_2015_only"``, ``"district_2024_only"``, ``"district_none"``, or
    ``"district_2015_unknown"``; a district is ``"district_of_2015"``.

    Parameters
    ----------
    outlines : GeoDataFrame
        Communes of the territory.
    districts_2015 : GeoDataFrame
        Priority districts of 2015: ``name``, ``code``.
    before : Series
        Districts of 2015 by commune; NaN where not known.
    then : Series
        Districts of 2024 by commune.
    """
    after = then > 0
    kind = pd.Series("district_none", index=outlines.index)
    kind[after] = "district_2024_only"
    kind[before > 0] = "district_2015_only"
    kind[(before > 0) & after] = "district_both"
    kind[before.isna()] = "district_2015_unknown"
    pieces = carve(outlines, districts_2015)
    of_district = pd.Series("district_of_2015", index=districts_2015.index)
    return pieces.drop(columns="district").assign(kind=pd.concat([kind, of_district]))


def district_areas(outlines: gpd.GeoDataFrame, districts_2015: gpd.GeoDataFrame) -> pd.DataFrame:
    """Districts of 2015: ``name``, ``commune``, ``area_ha``, ``in_commune_pct``.

    The last is the share of the outline that lies in the commune it is listed under.

    Parameters
    ----------
    outlines : GeoDataFrame
        Communes of the territory.
    districts_2015 : GeoDataFrame
        Priority districts of 2015: ``name``, ``code``.
    """
    home = gpd.GeoSeries(
        outlines.geometry.loc[districts_2015["code"]].to_numpy(),
        districts_2015.index,
        crs=outlines.crs,
    ).to_crs(districts_2015.crs)
    inside = districts_2015.geometry.intersection(home, align=False).area
    return pd.DataFrame(
        {
            "name": districts_2015["name"],
            "commune": districts_2015["code"].map(outlines["name"]),
            "area_ha": districts_2015.area / 1e4,
            "in_commune_pct": 100 * inside / districts_2015.area,
        }
    )
