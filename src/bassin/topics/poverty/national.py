"""Unemployment, incomes and poverty, by commune of France and as published of groups."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from bassin.availability import PUBLISHED, SECRET
from bassin.files.sources import Sources
from bassin.files.vintages import vintages
from bassin.indicators import small_areas
from bassin.indicators.geography import carried_later
from bassin.indicators.published import by_kind
from bassin.places.departements import departements_of
from bassin.places.membership import FRANCE
from bassin.places.national import EVERY, Ground, carried, unchanged
from bassin.places.passage import GEOGRAPHY
from bassin.read import insee, ptod

#: Kinds of groups whose incomes are published, and with France, of which only the mainland is.
DISTRIBUTION_KINDS = ("epci", "departement", "region")
KINDS = (*DISTRIBUTION_KINDS, "france")
#: The fifth decile.
MEDIAN = "d5"
#: Code of France in the file of EPCI.
FRANCE_AMONG_EPCI = "00FR"


def labour(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Active people of 15 to 64 and the unemployed among them, in the sense of a census.

    Parameters
    ----------
    sources : Sources
    year : {2007, 2012, 2017, 2018, 2022}
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``active``, ``unemployed`` (persons), and ``status`` of a census that is
        published on later boundaries.
    """
    # The file has Paris, Lyon and Marseille whole, and their arrondissements beside them.
    counts = insee.without_arrondissements(insee.labour_force(sources, year))
    date = insee.LABOUR_GEOGRAPHY[year]
    return (carried_later if date > GEOGRAPHY else carried)(sources, counts, date, ground)


def medians(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Median standard of living of a year: ``value``, ``status``.

    Parameters
    ----------
    sources : Sources
    year : int
        Of those whose file of communes is at hand: all of them, else those that may be published.
    ground : Ground
    """
    if year in vintages(sources, f"{insee.FILOSOFI}.commune"):
        return _of_all(sources, "median_income", year, ground)
    return distribution(sources, MEDIAN, year, ground)


def medians_of_groups(
    sources: Sources, year: int, kinds: Collection[str] = DISTRIBUTION_KINDS
) -> pd.DataFrame:
    """The same of groups, from the files of INSEE at hand, else as a third party gives it.

    Parameters
    ----------
    sources : Sources
    year : int
    kinds : collection of str
        Of :data:`KINDS`. That of France is of the mainland, and is given only where it is asked
        for.

    Returns
    -------
    DataFrame
        Index ``(kind, group)``; ``value`` (euros a consumption unit a year).
    """

    def read(kind: str) -> pd.Series | None:
        if year in vintages(sources, f"{insee.DISTRIBUTION}.{kind}"):
            return _mainland(insee.filosofi_distribution(sources, kind, year)[MEDIAN])
        return _of_group(sources, kind, "median_income", f"median_{year}", year)

    return by_kind(kinds, KINDS, read)


def distribution(sources: Sources, column: str, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Ratio of the ends (``d9_d1``) or another column of a distribution of a year.

    Returns
    -------
    DataFrame
        Index ``code``; ``value``, ``status``: what is not there is masked.
    """
    cells = insee.filosofi_distribution(sources, "commune", year)
    table = cells[[column]].set_axis(["value"], axis=1)
    day = insee.filosofi_day(sources, "filosofi_distribution", "commune", year)
    return _masked(sources, table, day, ground)


def distribution_of_groups(
    sources: Sources, column: str, year: int, kinds: Collection[str] = DISTRIBUTION_KINDS
) -> pd.DataFrame:
    """The same of EPCI, departements and regions: as :func:`medians_of_groups`."""
    return by_kind(
        kinds,
        KINDS,
        lambda kind: _mainland(insee.filosofi_distribution(sources, kind, year)[column]),
    )


def rates(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Poverty rate of a year at 60 % of the median: ``value``, ``status``.

    That of the file with all communes, else of the list of those that have one, else of the IRIS.

    Parameters
    ----------
    sources : Sources
    year : int
        Of :func:`bassin.topics.poverty.communes.years`.
    ground : Ground
    """
    if year in vintages(sources, f"{insee.FILOSOFI}.commune"):
        return _of_all(sources, "poverty_rate_pct", year, ground)
    if year in vintages(sources, insee.POVERTY):
        table = insee.poverty_thresholds(sources, year)[["rate_60_pct"]]
        day = insee.filosofi_day(sources, "poverty_thresholds", year)
        return _masked(sources, table.set_axis(["value"], axis=1), day, ground)
    return _of_iris(sources, ground)


def rates_of_groups(
    sources: Sources, year: int, kinds: Collection[str] = DISTRIBUTION_KINDS
) -> pd.DataFrame:
    """The same of groups, as :func:`medians_of_groups` (%)."""
    return by_kind(
        kinds,
        KINDS,
        lambda kind: _of_group(sources, kind, "poverty_rate_pct", f"poverty_{year}_pct", year),
    )


def _of_all(sources: Sources, column: str, year: int, ground: Ground) -> pd.DataFrame:
    """A column of the file with a row for each commune."""
    table = insee.filosofi(sources, "commune", year)[[column, f"{column}_status"]]
    day = insee.filosofi_day(sources, "filosofi", "commune", year)
    return unchanged(sources, table.set_axis(["value", "status"], axis=1), day, ground)


def _of_iris(sources: Sources, ground: Ground) -> pd.DataFrame:
    """Rates of the communes that are one IRIS; of a divided one the files have its parts only."""
    found = small_areas.read_by_iris(sources, insee.iris_income, ground.reach)
    if found.empty:
        nothing = pd.DataFrame({"value": pd.Series(dtype=float)}, pd.Index([], dtype=object))
        return ground.lay(sources, nothing)
    table = found[found["whole"]].set_index("code")[["poverty_rate_pct"]]
    table = table.set_axis(["value"], axis=1)
    status = table["value"].notna().map({True: PUBLISHED, False: SECRET})
    return ground.lay(sources, table.assign(status=status))


def _of_group(sources: Sources, kind: str, column: str, other: str, year: int) -> pd.Series | None:
    """A column of INSEE's file of a kind, else what a third party has put together."""
    if year in vintages(sources, f"{insee.FILOSOFI}.{kind}"):
        return _mainland(insee.filosofi(sources, kind, year)[column])
    level = "region" if kind == "france" else kind
    # A file that has no such year is not read to find it out.
    if level in ("departement", "region") and ptod.AREAS[level] in sources:
        if other not in ptod.COLUMNS:
            return None
        areas = ptod.areas(sources, level).rename(index={ptod.FRANCE: FRANCE})
        whole = areas.index == FRANCE
        return areas.loc[whole if kind == "france" else ~whole, other]
    if kind not in ("epci", "france") or year not in insee.EPCI_INCOME_YEARS:
        return None
    table = insee.epci_income(sources)[column]
    values = table[table.index.get_level_values("year") == year].droplevel("year")
    values = values.rename(index={FRANCE_AMONG_EPCI: FRANCE})
    whole = values.index == FRANCE
    return values[whole if kind == "france" else ~whole]


def _mainland(values: pd.Series) -> pd.Series:
    """The mainland stands for France where France is asked for."""
    return values.rename(index={insee.MAINLAND: FRANCE})


def _masked(sources: Sources, rates: pd.DataFrame, day: str, ground: Ground) -> pd.DataFrame:
    """Say of a commune without a value that it is secret, where its departement has some.

    One whose ground has changed since the file is missing: its value was of another place.
    """
    table = unchanged(sources, rates, day, ground)
    if ground.filed:
        return table
    reached = departements_of(rates.index[rates["value"].notna()]).unique()
    secret = pd.Series(SECRET, index=table.index, dtype=object)
    secret = secret.where(departements_of(table.index).isin(reached))
    same = unchanged(sources, secret, day, ground)
    return table.assign(status=same.where(table["value"].isna(), PUBLISHED))
