"""Incomes of the communes of a territory, a year at a time, from whichever file has them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from bassin.files.sources import Sources
from bassin.files.vintages import vintages
from bassin.places.passage import GEOGRAPHY
from bassin.places.territory import Territory
from bassin.read import insee
from bassin.topics.poverty.rates import rates_of_all, rates_of_iris, rates_where_listed

#: Year of the incomes by IRIS.
IRIS_YEAR = 2021


def of_all(sources: Sources) -> list[int]:
    """Years whose file has a row for each commune."""
    return vintages(sources, f"{insee.FILOSOFI}.commune")


def years(sources: Sources) -> list[int]:
    """Years of which a file at hand has poverty rates of communes."""
    return sorted({*vintages(sources, insee.POVERTY), *of_all(sources), IRIS_YEAR})


def changed(territory: Territory, sources: Sources, reader: str, *given: object) -> list[str]:
    """Communes whose boundaries have changed since those of a table of Filosofi.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    reader, *given
        As :func:`bassin.read.insee.filosofi_day`.
    """
    day, codes = insee.filosofi_day(sources, reader, *given), territory.codes
    if day >= GEOGRAPHY:
        return []
    moved = territory.passage.transition(codes, day, GEOGRAPHY)
    return [c for c in codes if moved.parts[c] != {c} or c in moved.splits]


def rate(
    territory: Territory, sources: Sources, year: int, iris: Callable[[], pd.DataFrame | None]
) -> pd.DataFrame:
    """Poverty rate of each commune in a year: ``rate_2019`` (%), ``status_2019``.

    That of the file with all communes, else of the list of those that have one, else of the IRIS.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    year : int
        Of :func:`years`.
    iris : callable
        Gives the table for :func:`.rates_of_iris`; called where no other file has the year, for
        what is read is what the rate rests on.
    """
    codes = pd.Index(territory.codes, name="code")
    if year in of_all(sources):
        moved = changed(territory, sources, "filosofi", "commune", year)
        return rates_of_all(codes, moved, insee.filosofi(sources, "commune", year), year)
    if year in vintages(sources, insee.POVERTY):
        moved = changed(territory, sources, "poverty_thresholds", year)
        return rates_where_listed(codes, moved, insee.poverty_thresholds(sources, year), year)
    return rates_of_iris(codes, iris(), year)


def households(territory: Territory, sources: Sources, year: int) -> pd.DataFrame:
    """Tax households of each commune in a year: ``persons``, ``median_income``; NaN where masked.

    Those of a commune whose boundaries have changed since are missing.
    """
    codes = pd.Index(territory.codes, name="code")
    if year in of_all(sources):
        listed = insee.filosofi(sources, "commune", year)
        moved = changed(territory, sources, "filosofi", "commune", year)
    else:
        table = insee.filosofi_distribution(sources, "commune", year)
        listed = table.rename(columns={"d5": "median_income"})
        moved = changed(territory, sources, "filosofi_distribution", "commune", year)
    kept = listed[["persons", "median_income"]].drop(index=moved, errors="ignore")
    return kept.reindex(codes)
