"""How specialised, and how varied, the industries of a place are."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import total
from bassin.topics.employment.industries import industry


def location_quotient(local: pd.Series, everywhere: pd.Series) -> pd.Series:
    r"""How many times an industry's share of jobs here is its share everywhere.

    .. math:: LQ_i = \frac{e_i / \sum_j e_j}{E_i / \sum_j E_j}

    Parameters
    ----------
    local, everywhere : Series
        Jobs by industry, on the same index; all of them, since shares are of their sum.

    Returns
    -------
    Series of float
        1 where the industry weighs as much as everywhere; NaN where it has no job anywhere.

    Raises
    ------
    ValueError
        If the indexes differ.

    References
    ----------
    :cite:`isard1960methods`
    """
    same_industries(local, everywhere)
    here, there = local / total(local), everywhere / total(everywhere)
    return (here / there.where(there > 0)).rename("location_quotient")


def effective_number(jobs: pd.DataFrame) -> pd.Series:
    """How many industries of equal size would be as varied as those of each row.

    The inverse of the sum of squared shares: 1 where one industry has every job, the number of
    columns where all have as many.

    Parameters
    ----------
    jobs : DataFrame
        A row a place, a column an industry.
    """
    shares = jobs.div(total(jobs, axis=1), axis=0)
    return (1 / total(shares**2, axis=1)).rename("effective_number")


def same_industries(one: pd.Series, other: pd.Series) -> None:
    """Refuse two tables whose industries differ, or are in another order.

    Raises
    ------
    ValueError
        If the indexes differ.
    """
    if not one.index.equals(other.index):
        raise ValueError("the industries differ or are in another order: align the tables first")


def quotients_of_sector(
    local: pd.Series, everywhere: pd.Series, flores: pd.Series, inside: pd.Series
) -> pd.DataFrame:
    """Location quotients of the industries of a sector, highest first.

    Parameters
    ----------
    local, everywhere : Series
        Private jobs by A38 industry.
    flores : Series
        Location quotient of all salaried jobs by A38 industry.
    inside : Series of bool
        Whether each industry is of the sector.

    Returns
    -------
    DataFrame
        Index ``industry`` (as :func:`bassin.topics.employment.industries.industry`); ``code`` (of
        the A38), ``jobs`` (private), ``urssaf`` (location quotient of
        private jobs) and ``flores`` (of all salaried jobs), each France = 1. An industry without
        a job here is 0.
    """
    private = location_quotient(local, everywhere)
    table = pd.DataFrame(
        {"jobs": local, "urssaf": private, "flores": flores.reindex(private.index)}
    )[inside]
    table.insert(0, "code", table.index)
    table.index = table.index.map(industry).rename("industry")
    return table.sort_values(["urssaf", "jobs"], ascending=False)
