"""Unemployment, incomes and poverty, by commune of France and as published of groups."""

from __future__ import annotations

import pandas as pd

from bassin.availability import PUBLISHED, SECRET
from bassin.files.sources import Sources
from bassin.files.vintages import vintages
from bassin.indicators.aggregate import MERGED
from bassin.places.national import carried, merged_since, unchanged
from bassin.places.passage import GEOGRAPHY
from bassin.read import insee

#: Kinds of groups whose distribution is published; France is published without overseas.
DISTRIBUTION_KINDS = ("epci", "departement", "region")


def labour(sources: Sources, year: int) -> pd.DataFrame:
    """Active people of 15 to 64 and the unemployed among them, in the sense of a census.

    Parameters
    ----------
    sources : Sources
    year : {2007, 2012, 2017, 2018, 2022}

    Returns
    -------
    DataFrame
        Index ``code``; ``active``, ``unemployed`` (persons), ``status``.
    """
    date = insee.LABOUR_GEOGRAPHY[year]
    table = carried(sources, insee.labour_force(sources, year), date)
    if date <= GEOGRAPHY:
        return table
    gone = table.index.isin(merged_since(sources)) & table["active"].isna()
    return table.assign(status=pd.Series(MERGED, index=table.index, dtype=object).where(gone))


def incomes(sources: Sources, column: str, year: int) -> pd.DataFrame:
    """Median standard of living or poverty rate of a year: ``value``, ``status``.

    Parameters
    ----------
    sources : Sources
    column : {"median_income", "poverty_rate_pct"}
    year : int
        Of those whose file of communes is at hand.
    """
    table = insee.filosofi(sources, "commune", year)[[column, f"{column}_status"]]
    day = insee.filosofi_day(sources, "filosofi", "commune", year)
    return unchanged(sources, table.set_axis(["value", "status"], axis=1), day)


def incomes_of_groups(sources: Sources, column: str, year: int) -> pd.DataFrame:
    """The same of groups, from those of INSEE's files that are at hand.

    Returns
    -------
    DataFrame
        Index ``(kind, group)``; ``value``. That of France is of the mainland, and left out.
    """
    tables = {
        kind: insee.filosofi(sources, kind, year)[[column]].set_axis(["value"], axis=1)
        for kind in DISTRIBUTION_KINDS
        if year in vintages(sources, f"{insee.FILOSOFI}.{kind}")
    }
    if tables:
        return pd.concat(tables, names=["kind", "group"])
    index = pd.MultiIndex.from_arrays([[], []], names=["kind", "group"])
    return pd.DataFrame({"value": pd.Series(dtype=float)}, index=index)


def distribution(sources: Sources, column: str, year: int) -> pd.DataFrame:
    """Median (``d5``), ratio of the ends (``d9_d1``) or another column of a year.

    Returns
    -------
    DataFrame
        Index ``code``; ``value``, ``status``: what is not there is masked.
    """
    cells = insee.filosofi_distribution(sources, "commune", year)
    table = cells[[column]].set_axis(["value"], axis=1)
    return _masked(
        sources, table, insee.filosofi_day(sources, "filosofi_distribution", "commune", year)
    )


def distribution_of_groups(sources: Sources, column: str, year: int) -> pd.DataFrame:
    """The same of EPCI, departements and regions: index ``(kind, group)``; ``value``."""
    tables = {
        kind: insee.filosofi_distribution(sources, kind, year)[[column]].set_axis(["value"], axis=1)
        for kind in DISTRIBUTION_KINDS
    }
    return pd.concat(tables, names=["kind", "group"])


def poverty_rates(sources: Sources, year: int) -> pd.DataFrame:
    """Poverty rate of a year at 60 % of the median: ``value``, ``status``."""
    table = insee.poverty_thresholds(sources, year)[["rate_60_pct"]].set_axis(["value"], axis=1)
    return _masked(sources, table, insee.filosofi_day(sources, "poverty_thresholds", year))


def poverty_rates_of_groups(sources: Sources, year: int) -> pd.DataFrame:
    """The same of EPCI, put together by a third party: index ``(kind, group)``; ``value``."""
    rates = insee.epci_income(sources)["poverty_rate_pct"].xs(year, level="year")
    return pd.concat({"epci": rates.to_frame("value")}, names=["kind", "group"])


def _masked(sources: Sources, rates: pd.DataFrame, day: str) -> pd.DataFrame:
    """Say of a commune without a value that it is secret, where its departement has some.

    One whose ground has changed since the file is missing: its value was of another place.
    """
    table = unchanged(sources, rates, day)
    departement = insee.communes_2023(sources)["dep"]
    reached = departement.isin(departement[table["value"].notna()].unique())
    secret = pd.Series(SECRET, index=departement.index, dtype=object).where(reached)
    same = unchanged(sources, secret, day)
    return table.assign(status=same.where(table["value"].isna(), PUBLISHED))
