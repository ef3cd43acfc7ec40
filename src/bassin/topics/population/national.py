"""Inhabitants and their change, by commune of France."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators import small_areas
from bassin.indicators.aggregate import MERGED, STATUS
from bassin.places.national import EVERY, Ground, carried
from bassin.read import insee
from bassin.topics.population.balance import BALANCE_YEARS
from bassin.topics.population.counted import censuses, municipal

#: Censuses of the long series that the municipal populations have again: these are read from it.
_LONG = range(1876, 2016)


def inhabitants(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Inhabitants of a census.

    Parameters
    ----------
    sources : Sources
    year : int
        A census up to 1999, or a year from 2006 on.
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``: every commune of the ground; ``people``, ``status``. A commune merged since
        2023 has none in the years published on later boundaries, and is marked so.
    """
    if year in _LONG:
        return censuses(sources, ground)[year].to_frame("people")
    return municipal(sources, year, ground)


def change(sources: Sources, start: int, end: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Inhabitants at the start of a period, and what came on top by its end.

    A commune merged since 2023 is counted in another one at the end: what it had at the start is
    taken away from what came, and nothing added.

    Returns
    -------
    DataFrame
        Index ``code``; ``start``, ``change`` (inhabitants).
    """
    first = inhabitants(sources, start, ground)["people"]
    last = inhabitants(sources, end, ground)
    people = last["people"]
    if STATUS in last:
        people = people.mask(last[STATUS] == MERGED, 0.0)
    return pd.DataFrame({"start": first, "change": people - first})


def balance(sources: Sources) -> pd.DataFrame:
    """Natural and migratory balance from 2013 to 2018, a year, beside the mean population.

    Returns
    -------
    DataFrame
        Index ``code``; ``natural``, ``migratory`` (persons a year), ``people``.
    """
    table = carried(sources, insee.comparison_2018(sources), insee.COMPARISON_GEOGRAPHY)
    years = BALANCE_YEARS[1] - BALANCE_YEARS[0]
    natural = table["births"] - table["deaths"]
    grown = table["population_2018"] - table["population_2013"]
    return pd.DataFrame(
        {
            "natural": natural / years,
            "migratory": (grown - natural) / years,
            "people": (table["population_2013"] + table["population_2018"]) / 2,
        }
    )


def households(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Households of a census, those of one person and of a single parent, added up from IRIS.

    Parameters
    ----------
    sources : Sources
    year : {2011, 2016, 2022}
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``households``, ``one_person``, ``lone_parent``: NaN where no file
        reaches.
    """

    def count(shares: pd.DataFrame) -> pd.DataFrame:
        return small_areas.households(shares.xs(year, level="year"))

    names = ["households", "one_person", "lone_parent"]
    return small_areas.counted(sources, insee.iris_households, count, names, ground)
