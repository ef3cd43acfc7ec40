"""Formats of the tables on risks."""

from __future__ import annotations

#: How columns are written, where it is not as a whole number or with one decimal.
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
