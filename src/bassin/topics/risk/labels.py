"""Headers, formats and lists of words of the tables on risks."""

from __future__ import annotations

from collections.abc import Sequence

#: Headers of the columns, for tables.
LABELS = {
    "perimeter": "Perimeter",
    "area": "Area",
    "name": "Commune",
    "cover": "Plan",
    "marks": "In the commune",
    "measure": "Measure",
    "communes": "Communes",
    "covered": "With a plan",
    "covered_pct": "Share",
    "unlisted": "Not in the register",
    "floods": "Floods recognised",
    "per_commune": "Per commune",
    "per_10000": "Per 10,000 inhabitants",
    "of_inhabitant": "In the commune of the average inhabitant",
    "never_pct": "Communes never recognised",
    "refused_pct": "Requests refused",
    "total": "All",
    "floods_per_1000": "Per 1,000 inhabitants",
    "floods_per_commune": "Floods per commune",
    "rank": "Rank by floods",
    "fires": "Fires",
    "per_100_km2": "A year per 100 km²",
    "fires_per_100_km2": "Fires a year per 100 km²",
    "burnt_ha": "Burnt (ha)",
    "burnt_per_10000": "Burnt a year (ha per 10,000)",
    "mean_ha": "Mean fire (ha)",
    "median_ha": "Median fire (ha)",
    "last": "Last year",
    "lowest": "Lowest before",
    "mean": "Mean before",
    "highest": "Highest before",
    "population": "Inhabitants",
    "population_pct": "Share of inhabitants",
    "area_km2": "Area (km²)",
    "area_pct": "Share of area",
    "land_ha": "Land consumed (ha)",
    "land_pct": "Share of land consumed",
    "activity_ha": "For activities (ha)",
}
#: How they are written, where it is not as a whole number or with one decimal.
FORMATS = {
    "covered_pct": ".1f %",
    "never_pct": ".1f %",
    "refused_pct": ".1f %",
    "population": ",.0f",
    "population_pct": ".1f %",
    "area_km2": ",.0f",
    "area_pct": ".1f %",
    "land_ha": ",.0f",
    "land_pct": ".1f %",
    "activity_ha": ",.0f",
    "last": ",.0f",
    "lowest": ",.0f",
    "mean": ",.0f",
    "highest": ",.0f",
    "per_100_km2": ".2f",
    "fires_per_100_km2": ".2f",
    "median_ha": ".2f",
}


def joined(words: Sequence[str]) -> str:
    """Words in a list.

    Examples
    --------
    >>> joined(["2002", "2008", "2014"])
    '2002, 2008 and 2014'
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
