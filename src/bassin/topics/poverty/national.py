"""Unemployment, incomes and poverty, by commune of France and as published of groups."""

from __future__ import annotations

import pandas as pd

from bassin.availability import PUBLISHED, SECRET
from bassin.files.sources import Sources
from bassin.indicators.aggregate import MERGED
from bassin.places.national import carried, merged_since, unchanged
from bassin.places.passage import GEOGRAPHY
from bassin.read import insee
from bassin.topics.poverty.rates import GEOGRAPHY_2019

#: Date of the communes of Filosofi 2020: it has those that merged on 2023-01-01.
GEOGRAPHY_2020 = "2022-01-01"
#: Kinds of groups whose distribution of 2019 is published; France is published without overseas.
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


def income_2020(sources: Sources, column: str) -> pd.DataFrame:
    """Median standard of living or poverty rate of 2020: ``value``, ``status``.

    Parameters
    ----------
    sources : Sources
    column : {"median_income", "poverty_rate_pct"}
    """
    table = insee.filosofi_2020(sources)[[column, f"{column}_status"]]
    return unchanged(sources, table.set_axis(["value", "status"], axis=1), GEOGRAPHY_2020)


def income_2020_of_groups(sources: Sources, column: str) -> pd.DataFrame:
    """The same of groups, from those of INSEE's files that are at hand.

    Returns
    -------
    DataFrame
        Index ``(kind, group)``; ``value``. That of France is of the mainland, and left out.
    """
    tables = {
        kind: insee.filosofi_2020_areas(sources, kind)[[column]].set_axis(["value"], axis=1)
        for kind in DISTRIBUTION_KINDS
        if insee.FILOSOFI_2020_AREAS[kind] in sources
    }
    if tables:
        return pd.concat(tables, names=["kind", "group"])
    index = pd.MultiIndex.from_arrays([[], []], names=["kind", "group"])
    return pd.DataFrame({"value": pd.Series(dtype=float)}, index=index)


def distribution_2019(sources: Sources, column: str) -> pd.DataFrame:
    """Median (``d5``), ratio of the ends (``d9_d1``) or another column of Filosofi 2019.

    Returns
    -------
    DataFrame
        Index ``code``; ``value``, ``status``: what is not there is masked.
    """
    table = insee.filosofi_2019(sources, "commune")[[column]].set_axis(["value"], axis=1)
    return _masked(sources, unchanged(sources, table, GEOGRAPHY_2019))


def distribution_2019_of_groups(sources: Sources, column: str) -> pd.DataFrame:
    """The same of EPCI, departements and regions: index ``(kind, group)``; ``value``."""
    tables = {
        kind: insee.filosofi_2019(sources, kind)[[column]].set_axis(["value"], axis=1)
        for kind in DISTRIBUTION_KINDS
    }
    return pd.concat(tables, names=["kind", "group"])


def poverty_2019(sources: Sources) -> pd.DataFrame:
    """Poverty rate of 2019 at 60 % of the median: ``value``, ``status``."""
    table = insee.poverty_2019(sources)[["rate_60_pct"]].set_axis(["value"], axis=1)
    return _masked(sources, unchanged(sources, table, GEOGRAPHY_2019))


def poverty_2019_of_groups(sources: Sources) -> pd.DataFrame:
    """The same of EPCI, put together by a third party: index ``(kind, group)``; ``value``."""
    rates = insee.epci_income(sources)["poverty_rate_pct"].xs(2019, level="year")
    return pd.concat({"epci": rates.to_frame("value")}, names=["kind", "group"])


def _masked(sources: Sources, table: pd.DataFrame) -> pd.DataFrame:
    """Say of a commune without a value that it is secret, where its departement has some.

    One whose ground has changed since the file is missing: its value was of another place.
    """
    departement = insee.communes_2023(sources)["dep"]
    reached = departement.isin(departement[table["value"].notna()].unique())
    secret = pd.Series(SECRET, index=departement.index, dtype=object).where(reached)
    same = unchanged(sources, secret, GEOGRAPHY_2019)
    return table.assign(status=same.where(table["value"].isna(), PUBLISHED))
