"""Incomes of the communes of a territory, a year at a time, from whichever file has them."""

from __future__ import annotations

import pandas as pd

from bassin.availability import MISSING, PUBLISHED
from bassin.files.sources import Sources
from bassin.files.vintages import vintages
from bassin.places.national import Ground
from bassin.places.passage import GEOGRAPHY
from bassin.places.territory import Territory
from bassin.read import insee
from bassin.topics.poverty import national

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


def rate(territory: Territory, sources: Sources, year: int) -> pd.DataFrame:
    """Poverty rate of each commune in a year: ``rate_2019`` (%), ``status_2019``.

    As :func:`bassin.topics.poverty.national.rates`, which the declared indicators are made of.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    year : int
        Of :func:`years`.
    """
    found = national.rates(sources, year, Ground.of(territory.codes))
    status = found.get("status", pd.Series(dtype=object)).reindex(found.index).fillna(MISSING)
    rates = found["value"].where(status == PUBLISHED)
    return pd.DataFrame({f"rate_{year}": rates, f"status_{year}": status})


def persons(territory: Territory, sources: Sources, year: int) -> pd.Series:
    """People in the tax households of each commune in a year; NaN where masked.

    Those of a commune whose boundaries have changed since are missing.
    """
    if year in of_all(sources):
        listed = insee.filosofi(sources, "commune", year)
        moved = changed(territory, sources, "filosofi", "commune", year)
    else:
        listed = insee.filosofi_distribution(sources, "commune", year)
        moved = changed(territory, sources, "filosofi_distribution", "commune", year)
    kept = listed["persons"].drop(index=moved, errors="ignore")
    return kept.reindex(pd.Index(territory.codes, name="code"))
