"""Poverty rates of communes by year, and what their move says of a place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.indicators.stats import total, weighted_mean
from bassin.places.territory import Territory

#: Years of Filosofi, and the geography of the first.
RATE_YEARS = (2019, 2020, 2021)
GEOGRAPHY_2019 = "2020-01-01"
#: Parts of the national median below which one is poor, in %.
THRESHOLDS = (40, 50, 60)


def like_for_like(first: pd.Series, last: pd.Series, people: pd.Series) -> tuple[float, float]:
    """Mean rates in two years of the places that have one in both, with the same weights."""
    both = first.notna() & last.notna()
    return (
        weighted_mean(first[both], people[both]),
        weighted_mean(last[both], people[both]),
    )


def rates_2019(codes: pd.Index, changed: Sequence[str], listed: pd.DataFrame) -> pd.DataFrame:
    """Poverty rates of some communes in 2019: ``rate_2019`` (%), ``status_2019``.

    A commune without a row is secret: INSEE lists those it may publish.

    Parameters
    ----------
    codes : Index of str
        Communes of 2023.
    changed : sequence of str
        Those whose boundaries have changed since: their rate of then is of another place, and
        counts as missing.
    listed : DataFrame
        As :func:`bassin.read.insee.poverty_2019`.
    """
    rate = listed["rate_60_pct"].reindex(codes)
    status = rate.notna().map({True: PUBLISHED, False: SECRET})
    status[codes.isin(changed)] = MISSING
    return pd.DataFrame({"rate_2019": rate.where(status == PUBLISHED), "status_2019": status})


def rates_2020(codes: pd.Index, listed: pd.DataFrame) -> pd.DataFrame:
    """Poverty rates of some communes in 2020: ``rate_2020`` (%), ``status_2020``.

    Parameters
    ----------
    codes : Index of str
        Communes of 2023.
    listed : DataFrame
        As :func:`bassin.read.insee.filosofi_2020`.
    """
    found = listed.reindex(codes)
    status = found["poverty_rate_pct_status"].fillna(MISSING)
    return pd.DataFrame({"rate_2020": found["poverty_rate_pct"], "status_2020": status})


def rates_2021(codes: pd.Index, iris: pd.DataFrame | None) -> pd.DataFrame:
    """Poverty rates of some communes in 2021: ``rate_2021`` (%), ``status_2021``.

    A commune divided into IRIS is missing: the file has its parts only.

    Parameters
    ----------
    codes : Index of str
        Communes of 2023.
    iris : DataFrame or None
        As :func:`bassin.read.insee.iris_income`; ``None`` where the departement has no file.
    """
    table = pd.DataFrame({"rate_2021": np.nan, "status_2021": MISSING}, index=codes)
    if iris is not None:
        undivided = iris[iris["whole"]].set_index("code")
        table["rate_2021"] = undivided["poverty_rate_pct"].reindex(codes)
        masked = codes.isin(undivided.index) & table["rate_2021"].isna()
        table.loc[masked, "status_2021"] = SECRET
        table.loc[table["rate_2021"].notna(), "status_2021"] = PUBLISHED
    return table


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
        ``rate_2019`` (%), ``status_2019`` ... by commune, of all of :data:`RATE_YEARS`.
    thresholds : DataFrame
        Rates of 2019 under several parts of the median.
    names : Series
        Name of each commune.

    Returns
    -------
    DataFrame
        Index ``commune`` (name); ``rate_40``, ``rate_50`` (2019, %; NaN is masked), then the
        rate at 60 % by year, ``"2019"`` to ``"2021"``. NaN in 2021 may also be missing.
    """
    by_year = rates[[f"rate_{year}" for year in RATE_YEARS]]
    known = by_year[by_year[["rate_2019", "rate_2020"]].notna().any(axis=1)]
    known = known.sort_values("rate_2020", ascending=False, kind="stable")
    parts = [part for part in THRESHOLDS if part < THRESHOLDS[-1]]
    lower = thresholds[[f"rate_{part}_pct" for part in parts]].reindex(known.index)
    lower.columns = pd.Index([f"rate_{part}" for part in parts])
    table = lower.join(known.set_axis([str(year) for year in RATE_YEARS], axis=1))
    return table.set_axis(pd.Index(names.loc[table.index], name="commune"))
