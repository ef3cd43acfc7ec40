"""Ages of the inhabitants, by commune of France as far as the files reach."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators import small_areas
from bassin.places.national import EVERY, Ground, unchanged
from bassin.read import insee

#: Date of the communes of the published shares.
STATISTICS_GEOGRAPHY = "2021-01-01"


def by_iris(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """People added up from the IRIS of a census.

    Parameters
    ----------
    sources : Sources
    year : {2011, 2016, 2022}
    ground : Ground
        The files of its departements are read, as far as they are at hand.

    Returns
    -------
    DataFrame
        Index ``code``; columns of :func:`bassin.indicators.small_areas.headcounts` but ``code``,
        added up: NaN where no file reaches.
    """
    reach = ground.reach
    listed = insee.departements(sources).index if reach is None else reach
    census = small_areas.read_census(sources, listed)
    if census.empty:
        columns = ["population", "over_64", "under_20", "adults", *small_areas.DIPLOMAS]
        columns += [f"{name}_of" for name in small_areas.DIPLOMAS]
        nothing = pd.DataFrame(index=pd.Index([], dtype=object), columns=columns, dtype=float)
        return ground.lay(sources, nothing)
    counts = small_areas.headcounts(census.xs(year, level="year"))
    return ground.lay(sources, small_areas.added_up(counts))


def statistics(sources: Sources, column: str, ground: Ground = EVERY) -> pd.DataFrame:
    """A share INSEE publishes from the census of 2018: ``value``, ``status``.

    Parameters
    ----------
    sources : Sources
    column : {"share_65_plus_pct", "bac5_pct"}
    ground : Ground
    """
    table = insee.statistics_2018(sources, "commune")[[column, f"{column}_status"]]
    table = table.set_axis(["value", "status"], axis=1)
    return unchanged(sources, table, STATISTICS_GEOGRAPHY, ground)


def statistics_of_groups(sources: Sources, column: str) -> pd.DataFrame:
    """The same of EPCI, departements and regions: index ``(kind, group)``; ``value``."""
    kinds = [kind for kind in insee.STATISTICS_2018 if kind != "commune"]
    tables = {
        kind: insee.statistics_2018(sources, kind)[[column]].set_axis(["value"], axis=1)
        for kind in kinds
    }
    return pd.concat(tables, names=["kind", "group"])
