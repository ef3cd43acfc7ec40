"""Ages of the inhabitants, by commune of France as far as the files reach."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators import small_areas
from bassin.indicators.geography import carried_later
from bassin.indicators.stats import total
from bassin.places.national import EVERY, Ground, unchanged
from bassin.read import insee

#: How the columns of people of 65 and over end in the ages of 2020.
OLD = ("65_79", "80_plus")
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

    def count(census: pd.DataFrame) -> pd.DataFrame:
        return small_areas.added_up(small_areas.headcounts(census.xs(year, level="year")))

    names = ["population", "over_64", "under_20", "adults", *small_areas.DIPLOMAS]
    names += [f"{name}_of" for name in small_areas.DIPLOMAS]
    return small_areas.counted(sources, insee.iris_census, count, names, ground)


def by_age_2020(sources: Sources, ground: Ground = EVERY) -> pd.DataFrame:
    """Inhabitants of all ages and of 65 and over, census of 2020.

    Returns
    -------
    DataFrame
        Index ``code``; ``population``, ``over_64``, ``status``.
    """
    ages = insee.ages_2020(sources)
    old = [name for name in ages if str(name).endswith(OLD)]
    counts = pd.DataFrame({"population": total(ages, axis=1), "over_64": total(ages[old], axis=1)})
    return carried_later(sources, counts, insee.AGES_2020_GEOGRAPHY, ground)


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
