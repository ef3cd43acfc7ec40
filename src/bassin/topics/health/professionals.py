"""How many professionals there are, in the territory and in the country."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bassin.indicators.stats import total
from bassin.places.departements import departements_of
from bassin.topics.health.access import GP


def common_departements(tables: Mapping[int, pd.DataFrame]) -> list[str]:
    """Departements that the tables of all years count, and so a change can be measured over.

    Parameters
    ----------
    tables : mapping
        Year to a table indexed by commune.
    """
    return sorted(set.intersection(*(set(departements_of(t.index)) for t in tables.values())))


def density(counts: pd.Series, population: pd.Series, per: int = 10_000) -> float:
    """Professionals for so many inhabitants, over all the communes given."""
    return float(total(counts.reindex(population.index, fill_value=0)) / total(population) * per)


def national(tables: Mapping[int, pd.DataFrame]) -> pd.DataFrame:
    """The same counts for France by ``year``, over the departements that every year counts.

    Parameters
    ----------
    tables : mapping
        Year to the number of professionals by commune.
    """
    counted = common_departements(tables)
    nation = {
        year: total(table[departements_of(table.index).isin(counted)])
        for year, table in tables.items()
    }
    return pd.DataFrame(nation).T


def uncounted(tables: Mapping[int, pd.DataFrame]) -> list[str]:
    """Departements that some years count and others do not: not in ``national``.

    Parameters
    ----------
    tables : mapping
        Year to the number of professionals by commune.
    """
    known = {code for table in tables.values() for code in departements_of(table.index)}
    return sorted(known - set(common_departements(tables)))


def with_density(counts: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """Professionals by year, and general practitioners for 10,000 inhabitants.

    ``gp_per_10000`` divides by the population of the same year.

    Parameters
    ----------
    counts : DataFrame
        Professionals: a row a year, a column a profession.
    population : DataFrame
        Inhabitants by commune, a column a year.
    """
    people = total(population[list(counts.index)])
    return counts.assign(gp_per_10000=counts[GP] / people * 10_000)
