"""Poverty rates of communes by year, and what their move says of a place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.indicators.stats import total, weighted_mean
from bassin.places.territory import Territory

#: Parts of the national median below which one is poor, in %.
THRESHOLDS = (40, 50, 60)


def like_for_like(first: pd.Series, last: pd.Series, people: pd.Series) -> tuple[float, float]:
    """Mean rates in two years of the places that have one in both, with the same weights."""
    both = first.notna() & last.notna()
    return (
        weighted_mean(first[both], people[both]),
        weighted_mean(last[both], people[both]),
    )


def years_of(rates: pd.DataFrame) -> list[int]:
    """Years of a table of rates by commune, from its columns ``rate_2019`` and so on."""
    return [int(name.removeprefix("rate_")) for name in rates if name.startswith("rate_")]


def moves(
    territory: Territory,
    changed: Sequence[str],
    first: pd.Series,
    second: pd.Series,
    communes: pd.DataFrame,
) -> pd.DataFrame:
    """Rates of 2019 and 2020 of the communes of each place that have one in both years.

    Index ``place``, as :attr:`bassin.places.territory.Territory.levels`.
    """
    persons = communes["persons"]
    codes = persons.index.difference(changed)
    inside = {
        "epci": codes.isin(territory.codes),
        "departement": codes.str.startswith(territory.departement),
        "region": codes.str.startswith(tuple(territory.departements_of_region())),
        "france": ~codes.str.startswith("97"),
    }
    rows = {}
    for place, (level, _) in territory.levels.items():
        here = codes[inside[level]]
        one, two, people = (table.reindex(here) for table in (first, second, persons))
        both = one.notna() & two.notna()
        before, after = like_for_like(one, two, people)
        rows[place] = {
            "before": before,
            "after": after,
            "communes": int(both.sum()),
            "people_pct": 100 * total(people[both]) / total(people) if len(here) else np.nan,
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("place")


def commune_table(rates: pd.DataFrame, thresholds: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """Communes with a rate at 60 % of the median in 2019 or 2020, highest of 2020 first.

    Parameters
    ----------
    rates : DataFrame
        ``rate_2019`` (%), ``status_2019`` ... by commune, of each year.
    thresholds : DataFrame
        Rates of 2019 under several parts of the median.
    names : Series
        Name of each commune.

    Returns
    -------
    DataFrame
        Index ``commune`` (name); ``rate_40``, ``rate_50`` (2019, %; NaN is masked), then the
        rate at 60 % by year, ``"2019"`` and so on. NaN is masked, or missing.
    """
    years = years_of(rates)
    by_year = rates[[f"rate_{year}" for year in years]]
    known = by_year[by_year[["rate_2019", "rate_2020"]].notna().any(axis=1)]
    known = known.sort_values("rate_2020", ascending=False, kind="stable")
    parts = [part for part in THRESHOLDS if part < THRESHOLDS[-1]]
    lower = thresholds[[f"rate_{part}_pct" for part in parts]].reindex(known.index)
    lower.columns = pd.Index([f"rate_{part}" for part in parts])
    table = lower.join(known.set_axis([str(year) for year in years], axis=1))
    return table.set_axis(pd.Index(names.loc[table.index], name="commune"))
