"""Natural and migratory balance, as yearly rates."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bassin.indicators.stats import annual_rate_pct, total
from bassin.places.departements import departements_of
from bassin.read import insee

#: What births less deaths are written to in INSEE's own tables, in % a year.
NIL_PCT_A_YEAR = 0.1
#: First and last year of the balance that the comparison of territories allows.
BALANCE_YEARS = (2013, 2018)
#: Last period of the balance file, as (first, last) year.
LAST_PERIOD = (2011, 2016)
#: Levels whose balance of those years is added up from communes.
LEVELS = ("departement", "region", "france", "epci")
_COUNTS = ["population_2013", "population_2018", "births", "deaths"]


def balance_of_areas(comparison: pd.DataFrame, departements: pd.DataFrame) -> pd.DataFrame:
    """Balance of 2013-2018 of departements, regions and France.

    Parameters
    ----------
    comparison : DataFrame
        As :func:`bassin.read.insee.comparison_2018`, all communes.
    departements : DataFrame
        Index ``dep``; ``reg``.

    Returns
    -------
    DataFrame
        As :func:`bassin.read.anct.demographic_balance`, without ``name``, for one start. Communes
        that no longer had a count in 2018, and Mayotte, are in no sum.
    """
    counts = insee.without_arrondissements(comparison)[_COUNTS].dropna()
    departement = pd.Series(departements_of(counts.index), counts.index)
    groups = {
        "departement": total(counts.groupby(departement)),
        "region": total(counts.groupby(departement.map(departements["reg"]))),
        "france": total(counts).to_frame("FR").T,
    }
    return _balance(groups)


def balance_of_epci(own: pd.DataFrame, epci: str) -> pd.DataFrame:
    """Balance of 2013-2018 of one intercommunality; NaN if a commune has no count.

    Parameters
    ----------
    own : DataFrame
        Rows of :func:`bassin.read.insee.comparison_2018` of its communes, on the geography of 2023.
    epci : str
        SIREN.

    Returns
    -------
    DataFrame
        As :func:`balance_of_areas`.
    """
    return _balance({"epci": total(own[_COUNTS]).to_frame(epci).T})


def balance_of_sides(own: pd.DataFrame, sides: pd.Series) -> pd.DataFrame:
    """Balance of 2013-2018 of each side of a territory; NaN if a commune of it has no count.

    Parameters
    ----------
    own : DataFrame
        As for :func:`balance_of_epci`.
    sides : Series
        Commune to its side.

    Returns
    -------
    DataFrame
        As :func:`balance_of_areas`, with the level ``side``.
    """
    return _balance({"side": total(own[_COUNTS].groupby(sides.reindex(own.index)))})


def _balance(groups: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    table = pd.concat(groups, names=["level", "code"]).rename(
        columns={"population_2013": "population_start", "population_2018": "population_end"}
    )
    table["natural"] = table["births"] - table["deaths"]
    table["migratory"] = table["population_end"] - table["population_start"] - table["natural"]
    table.insert(0, "end", BALANCE_YEARS[1])
    return table.assign(start=BALANCE_YEARS[0]).set_index("start", append=True).sort_index()


def balance_rates(balance: pd.DataFrame, places: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    """Yearly rates of natural and migratory change by period.

    INSEE's convention: the compound rate of the whole change is shared between the two balances in
    proportion to them.

    Parameters
    ----------
    balance : DataFrame
        As :func:`bassin.read.anct.demographic_balance`.
    places : mapping
        Code to ``(level, code)``, as :attr:`bassin.places.territory.Territory.levels`.

    Returns
    -------
    DataFrame
        Index ``(area, period)``, in the order of ``places`` and of time; ``natural``,
        ``migratory``, ``total``: % a year.

    Raises
    ------
    KeyError
        If a place is not in the table.
    """
    rows = []
    for area, (level, code) in places.items():
        for start, row in balance.loc[(level, code)].sort_index().iterrows():
            years = row["end"] - int(str(start))
            change = row["natural"] + row["migratory"]
            first = row["population_start"]
            total = annual_rate_pct(first, first + change, years)
            # With no change at all, the balances cancel out and the limit of the ratio applies.
            share = total / change if change else 100 / (years * first)
            rows.append(
                (area, f"{start}–{row['end']}", row["natural"] * share, row["migratory"] * share)
            )
    table = pd.DataFrame(rows, columns=["area", "period", "natural", "migratory"])
    table["total"] = table["natural"] + table["migratory"]
    return table.set_index(["area", "period"])


def rank_of_migration(balance: pd.DataFrame, level: str, start: int) -> pd.Series:
    """Places of a level by yearly migratory rate in one period, highest first (% a year)."""
    there = balance.loc[level].xs(start, level="start")
    places = {code: (level, code) for code in there.index}
    period = f"{start}–{there['end'].iloc[0]}"
    rates = balance_rates(balance, places).xs(period, level="period")
    return rates["migratory"].sort_values(ascending=False)
