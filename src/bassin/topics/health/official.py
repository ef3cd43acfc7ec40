"""The rebuilt index against the official one of the DREES."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from bassin.errors import AccessError
from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination
from bassin.models.inputs import listed
from bassin.topics.health.settings import settings

#: Where a commune of the departement lies.
INSIDE, OUTSIDE = "care_inside", "care_outside"
#: Communes of like rank that one is compared with.
ALIKE = 10


def _nearest(ranks: pd.Series, rank: float) -> pd.Index:
    """The :data:`ALIKE` places whose rank is nearest to one; of equals, the first by code."""
    return (ranks - rank).abs().sort_index().sort_values(kind="stable").index[:ALIKE]


def compared(
    rebuilt: pd.Series, official: pd.Series, departement: str, codes: pd.Index
) -> pd.DataFrame:
    """The rebuilt index and that of the DREES, for the communes of the departement.

    Parameters
    ----------
    rebuilt : Series
        Rebuilt index of all communes.
    official : Series
        Index of the DREES by commune.
    departement : str
        Code of the departement the index is compared in.
    codes : Index
        Communes of the territory.

    Returns
    -------
    DataFrame
        ``rebuilt``, ``official``, ``inside`` (the territory), ``rank_gap`` (rank of the rebuilt
        less rank of the official, in % of the communes; positive where the rebuilt is the more
        favourable). Communes with both.
    """
    rebuilt = rebuilt[rebuilt.index.str.startswith(departement)]
    table = pd.DataFrame({"rebuilt": rebuilt, "official": official.reindex(rebuilt.index)})
    table = table.dropna()
    ranks = table.rank(pct=True) * 100
    return table.assign(
        inside=table.index.isin(codes), rank_gap=ranks["rebuilt"] - ranks["official"]
    )


def widest_gaps(both: pd.DataFrame, names: pd.Series, n: int = 5) -> pd.DataFrame:
    """Communes of the territory where the two indices part most, in ranks, both ways.

    Parameters
    ----------
    both : DataFrame
        As :func:`compared`.
    names : Series
        Name of each commune of the territory.
    n : int, optional

    Returns
    -------
    DataFrame
        Index name; ``rebuilt``, ``official``, ``rank_gap``, as :meth:`compared`, lowest first.
    """
    inside = both[both["inside"]].sort_values("rank_gap", kind="stable")
    chosen = pd.concat([inside.head(n), inside.tail(n)])
    chosen.index = pd.Index(names[chosen.index], name="commune")
    return chosen[["rebuilt", "official", "rank_gap"]]


def correlations(
    compared_in: Callable[[int, tuple[str, str, int]], pd.DataFrame], years: Sequence[int]
) -> pd.DataFrame:
    """Rank correlation (Spearman) with the official index by setting, a column a year.

    Over the communes of the departement that both have.

    Parameters
    ----------
    compared_in : callable
        Year and setting to a table as :func:`compared`.
    years : sequence of int
    """
    rows = {
        setting: {
            year: compared_in(year, setting)[["rebuilt", "official"]]
            .corr(method="spearman")
            .iloc[0, 1]
            for year in years
        }
        for setting in settings()
    }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table.index = pd.MultiIndex.from_tuples(settings(), names=["measure", "decay", "width"])
    return table


def gap_near(
    both: pd.DataFrame, od: OriginDestination, codes: Sequence[str], within: float = 15
) -> pd.Series:
    """Mean gap of ranks of the communes near some places, and of the rest of the departement.

    Parameters
    ----------
    both : DataFrame
        As :func:`compared`.
    od : OriginDestination
        Times between all communes.
    codes : sequence of str
        Communes of the places.
    within : float
        Minutes by car.

    Returns
    -------
    Series
        ``near``, ``rest`` (mean of ``rank_gap``), ``communes`` (number of those near),
        ``alike`` (how much higher they rank in the official index than the
        :data:`ALIKE` communes of the rest whose rank in the rebuilt one is nearest, in ranks in
        a hundred).

    Raises
    ------
    AccessError
        If a commune is not in the table of times, or it does not reach as far.
    """
    ranks = both[["rebuilt", "official"]].rank(pct=True) * 100
    at = pd.Index(codes).unique()
    unknown = at.difference(od.destinations)
    if len(unknown):
        raise AccessError(f"{listed(unknown)} not in the table of times")
    od = od.only(None, at)
    reached = od.origins[np.unique(od.rows[od.weights(access.step(within)) > 0])]
    near = both.index.isin(reached)
    gaps, rest = both["rank_gap"], ranks[~near]
    beyond = [
        row["official"] - rest["official"].loc[_nearest(rest["rebuilt"], row["rebuilt"])].mean()
        for _, row in ranks[near].iterrows()
    ]
    return pd.Series(
        {
            "near": gaps[near].mean(),
            "rest": gaps[~near].mean(),
            "communes": int(near.sum()),
            "alike": float(np.mean(beyond)),
        }
    )
