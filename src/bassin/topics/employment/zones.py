"""Which zones d'emploi a region has."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import total


def zones_of_region(
    jobs: pd.Series, zones: pd.DataFrame, regions: pd.Series, region: str
) -> list[str]:
    """Zones d'emploi that have more than half of their private jobs in a region.

    A zone with exactly one half is of neither side.

    Parameters
    ----------
    jobs : Series
        Jobs by commune; NaN counts for none.
    zones : DataFrame
        As :func:`bassin.read.insee.employment_zones`.
    regions : Series
        Region of each commune.
    region : str
        Code.
    """
    table = pd.DataFrame({"zone": zones["zone"], "jobs": jobs.reindex(zones.index).fillna(0)})
    inside = table["jobs"].where(regions.reindex(zones.index) == region, 0)
    share = total(inside.groupby(table["zone"])) / total(table.groupby("zone")["jobs"])
    return list(share.index[share > 0.5])
