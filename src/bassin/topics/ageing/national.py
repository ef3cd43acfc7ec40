"""Ages of the inhabitants, by commune of France as far as the files reach."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators import small_areas
from bassin.places.membership import codes
from bassin.places.national import unchanged
from bassin.read import insee

#: Date of the communes of the published shares.
STATISTICS_GEOGRAPHY = "2021-01-01"


def by_iris(sources: Sources, year: int, within: Collection[str] | None = None) -> pd.DataFrame:
    """People added up from the IRIS of a census.

    Parameters
    ----------
    sources : Sources
    year : {2011, 2016, 2022}
    within : collection of str, optional
        Departements; all whose file is at hand by default.

    Returns
    -------
    DataFrame
        Index ``code``; columns of :func:`bassin.indicators.small_areas.headcounts` but ``code``,
        added up: NaN where no file reaches.
    """
    listed = insee.departements_2023(sources).index if within is None else within
    census = small_areas.read_census(sources, listed)
    if census.empty:
        columns = ["population", "over_64", "under_20", "adults", *small_areas.DIPLOMAS]
        columns += [f"{name}_of" for name in small_areas.DIPLOMAS]
        return pd.DataFrame(index=codes(sources), columns=columns, dtype=float)
    counts = small_areas.headcounts(census.xs(year, level="year"))
    return counts.groupby("code").sum(min_count=1).reindex(codes(sources))


def statistics(sources: Sources, column: str) -> pd.DataFrame:
    """A share INSEE publishes from the census of 2018: ``value``, ``status``.

    Parameters
    ----------
    sources : Sources
    column : {"share_65_plus_pct", "bac5_pct"}
    """
    table = insee.statistics_2018(sources, "commune")[[column, f"{column}_status"]]
    table = table.set_axis(["value", "status"], axis=1)
    return unchanged(sources, table, STATISTICS_GEOGRAPHY)


def statistics_of_groups(sources: Sources, column: str) -> pd.DataFrame:
    """The same of EPCI, departements and regions: index ``(kind, group)``; ``value``."""
    kinds = [kind for kind in insee.STATISTICS_2018 if kind != "commune"]
    tables = {
        kind: insee.statistics_2018(sources, kind)[[column]].set_axis(["value"], axis=1)
        for kind in kinds
    }
    return pd.concat(tables, names=["kind", "group"])
