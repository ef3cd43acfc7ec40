"""How many professionals there are, in the territory and in the country."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bassin.indicators import aggregate, catalogue
from bassin.indicators.stats import total
from bassin.places.departements import departements_of
from bassin.topics.health.access import GP

#: What is declared of general practitioners by inhabitant: those of any other year add up as they.
DOCTORS = "doctors_2019"


def common_departements(tables: Mapping[int, pd.DataFrame]) -> list[str]:
    """Departements that the tables of all years count, and so a change can be measured over.

    Parameters
    ----------
    tables : mapping
        Year to a table indexed by commune.
    """
    return sorted(set.intersection(*(set(departements_of(t.index)) for t in tables.values())))


def density(counts: pd.Series, people: pd.Series) -> float:
    """General practitioners for 10,000 inhabitants of some communes, as they are declared.

    Parameters
    ----------
    counts, people : Series
        Practitioners and inhabitants of each; NaN where one of them has none that is known.

    Examples
    --------
    >>> density(pd.Series({"a": 3, "b": 0}), pd.Series({"a": 2000.0, "b": 1000.0}))
    10.0
    """
    table = pd.DataFrame({"count": counts, "people": people})
    made = aggregate.parts(catalogue.find(DOCTORS).rule, table)
    together = aggregate.over(made, pd.Series("together", table.index))
    return float(together["value"].iloc[0])


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


def with_density(facilities: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """Professionals by year, and general practitioners for 10,000 inhabitants.

    ``gp_per_10000`` divides by the population of the same year: :func:`density`.

    Parameters
    ----------
    facilities : DataFrame
        Professionals: index ``(year, code)``, a column a profession.
    population : DataFrame
        Inhabitants by commune, a column a year.
    """
    counts = total(facilities.groupby("year"))
    found = {year: density(facilities.loc[year, GP], population[year]) for year in counts.index}
    return counts.assign(gp_per_10000=pd.Series(found, dtype=float))
