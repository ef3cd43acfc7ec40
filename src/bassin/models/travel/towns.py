"""Communes as towns: where their halls are, how high and how dense, and on what land."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
from pyproj import Transformer
from scipy.spatial import cKDTree

from bassin.errors import AccessError
from bassin.models.inputs import columns_of, finite, given
from bassin.models.travel.terrain import NEIGHBOURS
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import ign

#: Communes of islands that no bridge joins to the mainland (Les Îles du Ponant), by island.
ISLANDS = {
    "17004": "Île-d'Aix",
    "22016": "Île-de-Bréhat",
    "29082": "Île-de-Batz",
    "29083": "Île-de-Sein",
    "29084": "Île-Molène",
    "29155": "Ouessant",
    "56009": "Belle-Île",
    "56114": "Belle-Île",
    "56152": "Belle-Île",
    "56241": "Belle-Île",
    "56069": "Groix",
    "56085": "Île-d'Hœdic",
    "56086": "Île-d'Houat",
    "56087": "Île-aux-Moines",
    "56088": "Île-d'Arz",
    "85113": "L'Île-d'Yeu",
}
#: The other lands, by code.
MAINLAND, CORSICA = "mainland", "corsica"
#: How the place of a commune is known, by code: its town hall, that of the commune that gave a
#: merged one its code, or the middle of its outline.
TOWN_HALL, MERGED_HALL, MIDDLE = "town_hall", "town_hall_merged", "middle_of_outline"


def towns_2023(
    halls: pd.DataFrame,
    communes: pd.DataFrame,
    population: pd.Series,
    passage: Passage,
    outlines: gpd.GeoDataFrame,
    low_share: float,
) -> pd.DataFrame:
    """Place the communes of metropolitan France where their town halls are.

    A merged commune is where the town hall of the commune whose code it keeps was; its area is that
    of its parts, its range of altitude covers theirs. A commune restored since the list was drawn
    up is not in it: it is in the middle of its outline, with the range of altitude of the commune
    it was part of. So is the area of a divided commune that of its outline. A commune without
    altitudes has those of its nearest neighbours (the median of each end).

    Parameters
    ----------
    halls : DataFrame
        As :func:`bassin.read.ign.town_halls_2012`.
    communes : DataFrame
        Communes of 2023: index ``code``; ``name``, ``dep``. Those overseas are left out.
    population : Series
        Inhabitants of 2020 on the geography of 2023, by code.
    passage : Passage
    outlines : GeoDataFrame
        Outlines of 2024, by code, in EPSG:2154.
    low_share : float
        How far up its range of altitude a commune lies on average; see :func:`share_of_range`.

    Returns
    -------
    DataFrame
        Index ``code``, sorted; ``name``, ``x``, ``y`` (EPSG:2154, m), ``altitude_m`` (mean,
        estimated), ``relief_m`` (highest less lowest point), ``density`` (inhabitants a km2),
        ``area_km2``, ``land`` (:data:`MAINLAND`, :data:`CORSICA`, or the island without a bridge),
        ``placed`` (:data:`TOWN_HALL`, :data:`MERGED_HALL` or :data:`MIDDLE`).

    Raises
    ------
    AccessError
        If a commune has neither a town hall nor an outline, no area or no population, or
        ``low_share`` is not from 0 to 1.
    """
    columns_of(halls, ("area_km2", "altitude_min_m", "altitude_max_m", "lon", "lat"), "halls")
    columns_of(communes, ("name", "dep"), "communes")
    given(population, pd.Series, "population")
    given(passage, Passage, "passage")
    given(outlines, gpd.GeoDataFrame, "outlines")
    if not 0 <= finite(low_share, "the share of the range of altitude") <= 1:
        raise AccessError(f"a share of {low_share!r} of the range of altitude: give 0 to 1")
    here = communes[~communes["dep"].str.startswith("97")].sort_index()
    moved = passage.transition(halls.index, ign.GEOGRAPHY_2011, GEOGRAPHY)
    lost = here.index.difference(list(moved.parts))
    if len(lost):
        raise AccessError(f"{lost[0]} comes from no commune of the list of town halls")
    parts = pd.DataFrame(
        [(code, part) for code in here.index for part in sorted(moved.parts[code])],
        columns=["code", "part"],
    )
    ranges = halls[["area_km2", "altitude_min_m", "altitude_max_m"]].loc[parts["part"]]
    grouped = ranges.groupby(parts["code"].to_numpy())
    table = here[["name"]].copy()
    own = halls.reindex(here.index)
    project = Transformer.from_crs(4326, ign.METRIC_CRS, always_xy=True)
    table["x"], table["y"] = project.transform(own["lon"].to_numpy(), own["lat"].to_numpy())
    without = table.index[own["lon"].isna()]
    divided = table.index.intersection(list(moved.splits))
    shapes = outlines.geometry.reindex(without.union(divided))
    if shapes.isna().any():
        raise AccessError(f"no outline for {shapes.index[shapes.isna()][0]}")
    middle = shapes.loc[without].representative_point()
    table.loc[without, "x"], table.loc[without, "y"] = middle.x, middle.y
    low, high = grouped["altitude_min_m"].min(), grouped["altitude_max_m"].max()
    low, high = _nearest_known(table, low), _nearest_known(table, high)
    area = grouped["area_km2"].sum(skipna=False)
    area.loc[divided] = shapes.loc[divided].area / 1e6
    if area.isna().any():
        raise AccessError(f"no area for {area.index[area.isna()][0]}, or for a commune it is of")
    people = population.reindex(table.index)
    if people.isna().any():
        raise AccessError(f"no population for {people.index[people.isna()][0]}")
    table["altitude_m"] = low + low_share * (high - low)
    table["relief_m"] = high - low
    table["density"] = people / area
    table["area_km2"] = area
    table["land"] = [land(str(code)) for code in table.index]
    merged = grouped.size().reindex(table.index) > 1
    table["placed"] = np.where(merged, MERGED_HALL, TOWN_HALL)
    table.loc[without, "placed"] = MIDDLE
    return table


def land(code: str) -> str:
    """Piece of land a commune is on: no road leads from one to another.

    Corsica and the islands of :data:`ISLANDS`; islands with a bridge (Ré, Oléron, Noirmoutier) are
    mainland.
    """
    if not isinstance(code, str) or not code.strip():
        raise AccessError(f"{code!r} is no code of a commune: give a text, as '30007'")
    return ISLANDS.get(code, CORSICA if code[:2] in ("2A", "2B") else MAINLAND)


def share_of_range(means: pd.Series, halls: pd.DataFrame) -> float:
    """How far up its range of altitude a commune lies on average.

    Parameters
    ----------
    means : Series
        Mean altitude of some communes, by code (m).
    halls : DataFrame
        As :func:`bassin.read.ign.town_halls_2012`.

    Returns
    -------
    float
        Median of (mean - lowest) / (highest - lowest), between 0 and 1.

    Raises
    ------
    AccessError
        If no commune has both, or the means are outside the ranges on the whole.
    """
    columns_of(halls, ("altitude_min_m", "altitude_max_m"), "halls")
    both = halls.join(given(means, pd.Series, "means").rename("mean"), how="inner")
    height = both["altitude_max_m"] - both["altitude_min_m"]
    share = ((both["mean"] - both["altitude_min_m"]) / height)[height > 0]
    middle = float(share.median())
    if not 0 <= middle <= 1:
        raise AccessError(
            f"a share of {middle} of the range of altitude: no commune has a mean altitude within "
            "its lowest and highest points. Both are in metres, by code."
        )
    return middle


def _nearest_known(table: pd.DataFrame, values: pd.Series) -> pd.Series:
    """Fill what is missing with the median of the nearest places that have a value."""
    values = values.reindex(table.index)
    gaps = values.isna()
    if gaps.any():
        tree = cKDTree(table.loc[~gaps, ["x", "y"]])
        near = tree.query(table.loc[gaps, ["x", "y"]], k=[*range(1, NEIGHBOURS + 1)])[1]
        values[gaps] = np.median(values[~gaps].to_numpy()[near], axis=1)
    return values
