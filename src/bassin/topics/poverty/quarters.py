"""Rates of unemployment by quarter: of zones d'emploi, the mainland, departements."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.errors import TerritoryError
from bassin.indicators.stats import ROUNDING_OF_TENTHS, places_held, total, weighted_mean
from bassin.phrase import Phrase
from bassin.read import insee

#: Code of the country in the quarterly series, which are those of the mainland.
MAINLAND = "FRANCE_MAINLAND"
#: Column of a chart that holds the gap of the zone to the mainland.
GAP = "gap_to_mainland"
#: Census that says how many active people each zone counts for in the mean of all.
CENSUS_OF_WEIGHTS = 2017
#: Kind of event by which a commune that had joined another leaves it (:data:`insee.EVENT_KINDS`).
RESTORED = "21"


def when(quarter: str) -> float:
    """First day of a quarter, in years.

    Examples
    --------
    >>> when("2014-T4")
    2014.75
    """
    return int(quarter[:4]) + (int(quarter[-1]) - 1) / 4


def written(quarter: str) -> str:
    """A quarter as it is written here: ``"2014-Q4"`` for ``"2014-T4"``."""
    return quarter.replace("T", "Q")


def said(quarter: str) -> Phrase:
    """A quarter in a sentence.

    Examples
    --------
    >>> said("2014-Q4")
    Phrase('poverty.quarter', year='2014', n='4')
    """
    return Phrase("poverty.quarter", year=quarter[:4], n=quarter[-1])


def restored_since(events: pd.DataFrame, census: str, geography: str) -> list[str]:
    """Communes that left another after a census, on whose later boundaries a file gives its counts.

    Such a file may leave their line empty: their people are in that of the commune they left.

    Parameters
    ----------
    events : DataFrame
        As :func:`bassin.read.insee.commune_events`.
    census, geography : str
        Dates of the census and of the boundaries of the file, ``"2017-01-01"``.

    Examples
    --------
    >>> row = ["21", "2019-12-31", "14712", "14666"]
    >>> events = pd.DataFrame([row], columns=["kind", "date", "before", "after"])
    >>> restored_since(events, "2017-01-01", "2020-01-01")
    ['14666']
    >>> restored_since(events, "2020-01-01", "2023-01-01")
    []
    """
    left = (events["kind"] == RESTORED) & (events["before"] != events["after"])
    between = (events["date"] > census) & (events["date"] <= geography)
    return sorted(events.loc[left & between, "after"])


def mainland_of_zones(
    zones: pd.DataFrame,
    membership: pd.Series,
    labour: pd.DataFrame,
    restored: Sequence[str] = (),
) -> pd.Series:
    """Rate of mainland France from those of its zones d'emploi, in the vintage of these.

    The rates of zones are made to agree with those of the country published at the same date.
    The mean of all of them, each counted by its active people, is the country's rate of that date:
    a like for like reference, where the series of the country at hand has been revised since.

    Parameters
    ----------
    zones : DataFrame
        As :func:`bassin.read.insee.unemployment_zones`: index ``zone``, a column a quarter (%).
        Zones that have no rate in the first quarter, those overseas, are left out.
    membership : Series of str
        Zone of each commune.
    labour : DataFrame
        As :func:`bassin.read.insee.labour_force`; ``active`` (persons).
    restored : sequence of str
        As :func:`restored_since`: a line of theirs without a count hides nobody.

    Returns
    -------
    Series
        Index ``quarter``: %.

    Raises
    ------
    ValueError
        If ``labour`` lacks the active people of a zone, or of one of its communes.
    """
    inside = zones.dropna(subset=zones.columns[0])
    active = insee.without_arrondissements(labour)["active"]
    active = active.drop(active.index[active.isna()].intersection(list(restored)))
    cities = insee.city_of(active.index)
    zone = membership.reindex(cities).set_axis(active.index)
    weights = total(active.groupby(zone)).reindex(inside.index)
    if weights.isna().any():
        unknown = weights.index[weights.isna()][0]
        raise TerritoryError(f"the active people of the zone {unknown} are not all known")
    means = {quarter: weighted_mean(inside[quarter], weights) for quarter in inside}
    return pd.Series(means, dtype=float).rename_axis("quarter").rename(MAINLAND)


def by_year(quarters: pd.Series) -> pd.Series:
    """Mean of each year, of a series by quarter; a year that lacks a quarter is left out.

    Examples
    --------
    >>> by_year(pd.Series({"2003-Q1": 8, "2003-Q2": 8, "2003-Q3": 9, "2003-Q4": 9, "2004-Q1": 1}))
    2003    8.5
    dtype: float64
    """
    year = quarters.index.str[:4].astype(int)
    groups = quarters.groupby(year)
    return groups.mean()[groups.count() == 4].rename_axis(None)


def by_region(rates: pd.DataFrame, departements: pd.DataFrame) -> pd.DataFrame:
    """Rates of departements under their region; those overseas are left out.

    Parameters
    ----------
    rates : DataFrame
        A row a departement, by name.
    departements : DataFrame
        Index ``dep``; ``name``, ``reg``.

    Returns
    -------
    DataFrame
        Index ``(region, departement)``: ``"REG-76"``, name.
    """
    mainland = departements[~departements.index.str.startswith("97")]
    known = mainland[mainland["name"].isin(rates.index)]
    index = pd.MultiIndex.from_arrays(
        ["REG-" + known["reg"], known["name"]], names=["region", "departement"]
    )
    return rates.loc[known["name"]].set_axis(index)


def yearly_gaps(
    quarters: pd.Series, mainland: pd.Series, zones: pd.DataFrame, zone: str
) -> pd.DataFrame:
    """Yearly means: the zone, the mainland of the same vintage, the gap, and the rank.

    Parameters
    ----------
    quarters : Series
        Rate of the zone by quarter (%).
    mainland : Series
        Rate of the mainland of the same vintage by quarter (%).
    zones : DataFrame
        Rate of every zone: a row a zone, a column a quarter (%).
    zone : str
        Code of the zone.

    Returns
    -------
    DataFrame
        Index ``year``; ``zone``, ``mainland`` (%), ``gap`` (points), ``ratio``, ``rank`` and
        ``last``, the first and last place that the zone may have by its mean (highest first, level
        within a tenth of a point), and ``of``: zones that have a rate from the first quarter on,
        those of the mainland, so that ranks are of the same zones throughout.

    Raises
    ------
    TerritoryError
        If the zone is none of them.
    """
    rate, reference = by_year(quarters), by_year(mainland)
    throughout = zones.dropna(subset=zones.columns[0])
    if zone not in throughout.index:
        raise TerritoryError(
            f"the zone d'emploi {zone} has no rate of unemployment in {zones.columns[0]}: it has "
            "no place among those of the mainland. Ask for its rates by quarter."
        )
    quarterly = throughout.T.groupby(throughout.columns.str[:4].astype(int))
    means = quarterly.mean().where(quarterly.count() == 4).dropna(how="all").rename_axis(None)
    places = [places_held(row, zone, ROUNDING_OF_TENTHS) for _, row in means.iterrows()]
    held = pd.DataFrame(places, means.index, columns=["rank", "last"])
    return pd.DataFrame(
        {
            "zone": rate,
            "mainland": reference,
            "gap": rate - reference,
            "ratio": rate / reference,
            **held,
            "of": means.notna().sum(axis=1),
        }
    ).rename_axis("year")


def placed(first: int, last: int) -> Phrase:
    """The place that one holds among others, or the first and last of those it may hold.

    Examples
    --------
    >>> placed(2, 3)
    Phrase('poverty.places', first=2, last=3)
    """
    if first == last:
        return Phrase("poverty.place", place=int(first))
    return Phrase("poverty.places", first=int(first), last=int(last))


def dispersion(departements: pd.DataFrame, year: int) -> pd.DataFrame:
    """How far the departements of each region of the mainland are apart in one year.

    Parameters
    ----------
    departements : DataFrame
        Rates of departements: index ``(region, departement)``, a column a quarter (%).
    year : int

    Returns
    -------
    DataFrame
        Index ``region``; ``departements`` (number), ``deviation`` (standard deviation of the
        yearly rates, each departement once) and ``range`` (points). Widest first.
    """
    quarters = [f"{year}-Q{n}" for n in range(1, 5)]
    rates = departements[quarters].mean(axis=1).groupby(level="region")
    table = pd.DataFrame(
        {
            "departements": rates.size(),
            "deviation": rates.std(ddof=0),
            "range": rates.max() - rates.min(),
        }
    )
    return table.sort_values("deviation", ascending=False)
