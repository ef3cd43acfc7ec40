"""Forest fires: a year and by area, over the years held complete, and in the last one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.indicators.stats import total
from bassin.places.departements import OVERSEAS, departements_of
from bassin.places.territory import FRANCE

#: Years of fires held complete; the last of the file is set apart (:func:`last_year_beside`).
FIRE_YEARS = tuple(range(2014, 2024))


def fire_counts(fires: pd.DataFrame, known: pd.Index) -> pd.DataFrame:
    """Of each commune of 2023, ``fires`` and ``burnt_ha`` over :data:`FIRE_YEARS`.

    Parameters
    ----------
    fires : DataFrame
        ``code``, ``alert``, ``year``, ``burnt_ha``, ``unchecked``.
    known : Index
        Every commune.
    """
    within = fires[fires["year"].isin(FIRE_YEARS)].groupby("code")["burnt_ha"]
    return pd.DataFrame(
        {
            "fires": within.size().reindex(known, fill_value=0),
            "burnt_ha": total(within).reindex(known, fill_value=0.0),
        }
    )


def by_area(fires: pd.Series, area_km2: pd.Series) -> pd.Series:
    """Fires a year for 100 km2, from those over :data:`FIRE_YEARS`."""
    return fires / len(FIRE_YEARS) / area_km2 * 100


def fire_rates(
    fires: pd.DataFrame, areas: Mapping[str, Sequence[str]], area_km2: pd.Series
) -> pd.DataFrame:
    """Forest fires a year over :data:`FIRE_YEARS`, in the territory and around.

    Parameters
    ----------
    fires : DataFrame
        ``code``, ``alert``, ``year``, ``burnt_ha``, ``unchecked``.
    areas : mapping
        Code of each to its communes: the territory, its departement, France.
    area_km2 : Series
        Area of each of ``areas``.

    Returns
    -------
    DataFrame
        Index ``area``; ``fires``, ``per_100_km2`` (a year), ``burnt_ha``, ``burnt_per_10000``
        (hectares a year, of 10,000 of area), ``mean_ha`` and ``median_ha`` of a fire. France
        is the mainland and Corsica.
    """
    rows = {}
    for area, codes in areas.items():
        there = fires[fires["code"].isin(codes) & fires["year"].isin(FIRE_YEARS)]
        if area == FRANCE:
            # Its area is measured on outlines that do not draw overseas at its true size.
            there = there[~there["code"].str.startswith(OVERSEAS)]
        size, years = area_km2[area], len(FIRE_YEARS)
        rows[area] = {
            "fires": len(there),
            "per_100_km2": len(there) / years / size * 100,
            "burnt_ha": total(there["burnt_ha"]),
            "burnt_per_10000": total(there["burnt_ha"]) / years / (size * 100) * 10_000,
            "mean_ha": there["burnt_ha"].mean(),
            "median_ha": there["burnt_ha"].median(),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("area")


def fires_by_year(fires: pd.DataFrame, areas: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Fires by year: a column an area, and ``burnt_ha`` in the territory.

    Parameters
    ----------
    fires : DataFrame
        ``code``, ``alert``, ``year``, ``burnt_ha``, ``unchecked``.
    areas : mapping
        Code of each to its communes: the territory, its departement, France.
    """
    years = pd.Index(sorted(fires["year"].unique()), name="year")
    # A year without a fire has no row: it had none, and nothing burnt.
    table = pd.DataFrame(
        {
            area: fires.loc[fires["code"].isin(codes), "year"]
            .value_counts()
            .reindex(years, fill_value=0)
            for area, codes in areas.items()
        }
    )
    mine = fires[fires["code"].isin(areas[next(iter(areas))])]
    burnt = total(mine.groupby("year")["burnt_ha"])
    return table.assign(burnt_ha=burnt.reindex(years, fill_value=0.0))


def last_year_beside(fires: pd.DataFrame, areas: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """What the last year of the list of fires looks like beside those before it.

    Parameters
    ----------
    fires : DataFrame
        ``code``, ``alert``, ``year``, ``burnt_ha``, ``unchecked``.
    areas : mapping
        Code of each to its communes: the territory, its departement, France.

    Returns
    -------
    DataFrame
        Index ``measure`` (a code); ``last``, then ``lowest``, ``mean`` and ``highest`` of the years
        before: counts.
    """
    year = fires["year"]
    autumn = fires["alert"].dt.month >= 10
    here, around, everyone = areas
    inside = {area: fires["code"].isin(codes) for area, codes in areas.items()}
    departements = departements_of(fires["code"])
    by_year = {
        "fires_in_country": inside[everyone].groupby(year).sum(),
        "fires_around": inside[around].groupby(year).sum(),
        "fires_here": inside[here].groupby(year).sum(),
        "late_fires_in_country": autumn.groupby(year).sum(),
        "late_fires_around": (autumn & inside[around]).groupby(year).sum(),
        "departements_with_fire": departements.groupby(year).nunique(),
        "fires_unchecked": fires["unchecked"].groupby(year).sum(),
    }
    table = pd.DataFrame(by_year).T
    last = int(year.max())
    before = table.drop(columns=last)
    return pd.DataFrame(
        {
            "last": table[last],
            "lowest": before.min(axis=1),
            "mean": before.mean(axis=1),
            "highest": before.max(axis=1),
        }
    ).rename_axis("measure")
