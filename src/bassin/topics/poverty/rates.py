"""Poverty rates of communes by year, and what their move says of a place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.availability import MISSING, PUBLISHED, SECRET
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


def rates_where_listed(
    codes: pd.Index, changed: Sequence[str], listed: pd.DataFrame, year: int
) -> pd.DataFrame:
    """Poverty rates of some communes, from the list of those that have one.

    A commune without a row is secret: INSEE lists those it may publish.

    Parameters
    ----------
    codes : Index of str
        Communes of 2023.
    changed : sequence of str
        Those whose boundaries have changed since: their rate of then is of another place, and
        counts as missing.
    listed : DataFrame
        As :func:`bassin.read.insee.poverty_thresholds`.
    year : int

    Returns
    -------
    DataFrame
        Index as ``codes``; ``rate_2019`` (%), ``status_2019``, with the year in their names.
    """
    rate = listed["rate_60_pct"].reindex(codes)
    status = rate.notna().map({True: PUBLISHED, False: SECRET})
    return _rates(rate, status, changed, year)


def rates_of_all(
    codes: pd.Index, changed: Sequence[str], listed: pd.DataFrame, year: int
) -> pd.DataFrame:
    """Poverty rates of some communes, from a file with a row for each.

    Parameters
    ----------
    codes, changed, year
        As :func:`rates_where_listed`.
    listed : DataFrame
        As :func:`bassin.read.insee.filosofi`.
    """
    found = listed.reindex(codes)
    status = found["poverty_rate_pct_status"].fillna(MISSING)
    return _rates(found["poverty_rate_pct"], status, changed, year)


def rates_of_iris(codes: pd.Index, iris: pd.DataFrame | None, year: int) -> pd.DataFrame:
    """Poverty rates of some communes, from a file of IRIS.

    A commune divided into IRIS is missing: the file has its parts only.

    Parameters
    ----------
    codes, year
        As :func:`rates_where_listed`.
    iris : DataFrame or None
        As :func:`bassin.read.insee.iris_income`; ``None`` where the departement has no file.
    """
    rate = pd.Series(np.nan, index=codes)
    status = pd.Series(MISSING, index=codes)
    if iris is not None:
        undivided = iris[iris["whole"]].set_index("code")
        rate = undivided["poverty_rate_pct"].reindex(codes)
        status[codes.isin(undivided.index) & rate.isna()] = SECRET
        status[rate.notna()] = PUBLISHED
    return _rates(rate, status, (), year)


def _rates(rate: pd.Series, status: pd.Series, changed: Sequence[str], year: int) -> pd.DataFrame:
    status = status.where(~status.index.isin(list(changed)), MISSING)
    return pd.DataFrame({f"rate_{year}": rate.where(status == PUBLISHED), f"status_{year}": status})


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
