"""Jobs of every zone d'emploi over time, and what tells which zones are alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.files.sources import Sources
from bassin.read import insee
from bassin.read.coal import coal_communes
from bassin.topics.national import National

#: Zones of overseas departements begin so; they are compared with no zone of the mainland.
OVERSEAS = ("01", "02", "03", "04", "06")
#: Census on either side of which inhabitants are counted: before the series of jobs begins.
BEFORE, START = 1968, 1999


def jobs(sources: Sources) -> pd.DataFrame:
    """As :func:`bassin.read.insee.salaried_jobs`."""
    return insee.salaried_jobs(sources)


def mainland(jobs: pd.DataFrame) -> pd.DataFrame:
    """Rows of the zones of the mainland and Corsica."""
    return jobs[~jobs.index.str.startswith(OVERSEAS)]


def traits(sources: Sources) -> pd.DataFrame:
    """What is known of a zone at the start of the series of jobs.

    Returns
    -------
    DataFrame
        Index ``zone``, of the mainland; ``size`` (logarithm of salaried jobs of the first year),
        ``jobs_per_inhabitant`` (jobs of the first year, inhabitants of 1999), ``growth``
        (inhabitants, 1968-1999, times).
    """
    keys = {year: f"population_{year}" for year in (BEFORE, START)}
    found = National(sources).by_group([*keys.values()], kinds=["zone_emploi"])["value"]
    people = {
        year: found.xs((key, "zone_emploi"), level=("indicator", "kind"))
        for year, key in keys.items()
    }
    first = mainland(insee.salaried_jobs(sources)).iloc[:, 0].astype(float)
    table = pd.DataFrame(
        {
            "size": np.log(first),
            "jobs_per_inhabitant": first / people[START].reindex(first.index),
            "growth": (people[START] / people[BEFORE]).reindex(first.index),
        }
    )
    return table.rename_axis("zone")


def nearest(traits: pd.DataFrame, place: str, count: int) -> list[str]:
    """Places whose traits are nearest those of one, each trait in standard deviations.

    Parameters
    ----------
    traits : DataFrame
        A row a place; those that lack a trait are near none.
    place : str
    count : int
        How many.

    Returns
    -------
    list of str
        Nearest first.

    Examples
    --------
    >>> sizes = pd.DataFrame({"size": [1.0, 9.0, 2.0]}, index=["a", "b", "c"])
    >>> nearest(sizes, "a", 1)
    ['c']
    """
    known = traits.dropna()
    apart = ((known - known.loc[place]) / known.std()) ** 2
    squares = apart.to_numpy().sum(axis=1)
    distance = pd.Series(squares, known.index).drop(place)
    return list(distance.sort_values(kind="stable").index[:count])


def coal_zones(sources: Sources) -> pd.DataFrame:
    """Zones d'emploi of the towns of the coal basins.

    Returns
    -------
    DataFrame
        Index ``zone``, in the order of the basins; ``zone_name``, ``basins`` and ``towns`` (texts,
        joined by commas).
    """
    towns = coal_communes(sources)
    zones = insee.employment_zones(sources).loc[towns.index, ["zone", "zone_name"]]
    rows = towns.join(zones).groupby("zone", sort=False)
    return pd.DataFrame(
        {
            "zone_name": rows["zone_name"].first(),
            "basins": rows["basin"].agg(_listed),
            "towns": rows["name"].agg(_listed),
        }
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(names))
