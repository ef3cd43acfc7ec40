"""Prevention plans: which communes they cover, and what is in those they do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from bassin.availability import MISSING, PUBLISHED
from bassin.collation import by_name
from bassin.indicators.stats import total

#: Whether a plan covers a commune.
COVERED, NOT_COVERED = "covered_by_plan", "not_covered_by_plan"


def cover(plan: pd.Series) -> pd.Series:
    """Whether a plan covers each commune, as a code: NaN where the register does not list it.

    Examples
    --------
    >>> cover(pd.Series({"30007": 1.0, "30132": 0.0})).tolist()
    ['covered_by_plan', 'not_covered_by_plan']
    """
    return plan.map({1.0: COVERED, 0.0: NOT_COVERED})


def cover_status(plan: pd.Series) -> pd.Series:
    """Whether the register lists each commune, as a code."""
    return plan.notna().map({True: PUBLISHED, False: MISSING})


def coverage(found: pd.DataFrame, perimeters: Mapping[str, Collection[str]]) -> pd.DataFrame:
    """Communes of several perimeters, and those a plan covers.

    Parameters
    ----------
    found : DataFrame
        Share of the communes that a plan covers, as declared: a row a perimeter, as
        :func:`bassin.indicators.aggregate.among`.
    perimeters : mapping
        Code of each to its communes.

    Returns
    -------
    DataFrame
        Index ``perimeter``; ``communes``, ``covered`` (numbers), ``covered_pct``, ``unlisted``
        (communes the register does not list).
    """
    size = pd.Series({label: len(codes) for label, codes in perimeters.items()})
    return pd.DataFrame(
        {
            "communes": size,
            # Of no listed commune none is covered; any other missing amount is refused.
            "covered": (found["amount"].mask(found["communes"] == 0, 0.0) / 100)
            .round()
            .astype(int),
            "covered_pct": found["value"],
            "unlisted": (size - found["communes"]).astype(int),
        }
    ).rename_axis("perimeter")


def without_plan(table: pd.DataFrame) -> pd.DataFrame:
    """Communes of the territory without a plan, by name: a row each, with its rank by floods.

    Parameters
    ----------
    table : DataFrame
        Communes of the territory, as :meth:`bassin.topics.risk.local.Risk.by_commune`.
    """
    table = table.assign(rank=table["floods"].rank(method="min", ascending=False).astype(int))
    kept = ["name", "population", "area_km2", "floods", "rank", "fires", "burnt_ha"]
    return by_name(table.loc[table["plan"] == 0, kept]).set_index("name")


def by_plan(table: pd.DataFrame) -> pd.DataFrame:
    """The territory cut in two: communes with a plan, and without.

    Parameters
    ----------
    table : DataFrame
        Communes of the territory: ``cover``, ``population``, ``area_km2``, as of
        :meth:`bassin.topics.risk.local.Risk.by_commune`.

    Returns
    -------
    DataFrame
        Index ``cover``; ``communes``, ``population``, ``population_pct``, ``area_km2``,
        ``area_pct``.
    """
    halves = table.groupby("cover").agg(
        communes=("cover", "size"), population=("population", total), area_km2=("area_km2", total)
    )
    return _with_shares(halves, "population", "area_km2")


def land_by_plan(taken: pd.DataFrame, activity: pd.DataFrame) -> pd.DataFrame:
    """Land consumed in communes with a plan, and without.

    Parameters
    ----------
    taken, activity : DataFrame
        Land consumed (ha), and the part of it for activities, as declared: a row a ``cover``, as
        :func:`bassin.indicators.aggregate.over`.

    Returns
    -------
    DataFrame
        Index ``cover``; ``land_ha``, ``land_pct``, ``activity_ha``: NaN if one commune's is.
    """
    halves = pd.DataFrame({"land_ha": taken["amount"], "activity_ha": activity["amount"]})
    return _with_shares(halves, "land_ha")


def _with_shares(halves: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Some columns, each followed by its share in the whole, in %."""
    for column in columns:
        share = 100 * halves[column] / total(halves[column])
        halves.insert(halves.columns.get_loc(column) + 1, f"{column.split('_')[0]}_pct", share)
    return halves
