"""Shares of ages in the population, by commune, by group and at each census."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.indicators.small_areas import LAST_CENSUS
from bassin.indicators.stats import total
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import insee

#: Points within which two shares of a place at two censuses, or two changes, are level: a census
#: puts together five years of surveys, of part of the dwellings in a town.
SHARE_PRECISION = 0.5
YOUNG = insee.BANDS["1529"]
#: Bands of a series of maps, where the last two are one.
ELDEST = "age_75_plus"
MAPPED_BANDS = (*list(insee.BANDS.values())[:5], ELDEST)


def band_shares(bands: pd.DataFrame, groups: pd.Series | None = None) -> pd.DataFrame:
    """Share of each age band, by commune or by group of communes.

    Parameters
    ----------
    bands : DataFrame
        Inhabitants: index ``code``, a column a band; NaN for a commune without a value.
    groups : Series, optional
        Group of each commune.

    Returns
    -------
    DataFrame
        Index the commune or the group, the same columns: % of the inhabitants. A commune without
        any value is left out of its group; one of which a band is missing leaves it missing.
    """
    people = bands
    if groups is not None:
        known = total(bands.dropna(how="all").groupby(groups))
        people = known.reindex(groups.dropna().sort_values().unique()).rename_axis(groups.name)
    return people.div(total(people, axis=1), axis=0) * 100


def care_weight(apl: pd.DataFrame, codes: Sequence[str] | None, year: int) -> float:
    """People as counted by the care their ages use, for one inhabitant; 1 in the whole country.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``standardised_population``, ``population``.
    codes : sequence of str, or None
        Communes; all of them if ``None``.
    year : int
    """
    rows = apl.xs(year, level="year")
    if codes is not None:
        rows = rows.loc[rows.index.intersection(list(codes))]
    return float(total(rows["standardised_population"]) / total(rows["population"]))


def history_shares(
    history: pd.DataFrame, passage: Passage, codes: Sequence[str], start: str
) -> pd.DataFrame:
    """Shares of the old and the young of some communes at each census since 1968.

    Parameters
    ----------
    history : DataFrame
        As :func:`bassin.read.insee.age_history`.
    passage : Passage
    codes : sequence of str
        Communes of 2023.
    start : str
        Date of the geography of ``history``.

    Returns
    -------
    DataFrame
        Index ``year``; ``share_65_plus_pct``, ``share_15_29_pct``.
    """
    sums = {
        name: passage.carry(history[name].unstack("year"), start, GEOGRAPHY, codes).sum(
            skipna=False
        )
        for name in ("total", "old", "young")
    }
    shares = {
        "share_65_plus_pct": 100 * sums["old"] / sums["total"],
        "share_15_29_pct": 100 * sums["young"] / sums["total"],
    }
    return pd.DataFrame(shares).rename_axis("year")


def concentration(bands: pd.DataFrame, code: str) -> tuple[float, float]:
    """Share that one commune has of the young, and of all the inhabitants, in % (2022).

    Parameters
    ----------
    bands : DataFrame
        Inhabitants of 2022 by commune, a column an age band.
    code : str
    """
    people = total(bands.dropna(how="all"), axis=1)
    of_young = 100 * bands.at[code, YOUNG] / total(bands.dropna(how="all")[YOUNG])
    return float(of_young), float(100 * people[code] / total(people))


def young_in_large(
    tables: Mapping[int, pd.DataFrame], names: pd.Series, codes: Sequence[str]
) -> pd.DataFrame:
    """Share of people of 15 to 29 in some communes of over 2,000 inhabitants, by census.

    Parameters
    ----------
    tables : mapping
        Census to the communes of over 2,000 inhabitants.
    names : Series
        Name of each commune of the territory.
    codes : sequence of str

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, a column a census (``"2012"``): %. Only communes in the file
        at every census.
    """
    parts = [
        table["share_15_29_pct"].rename(str(year)) for year, table in tables.items() if len(table)
    ]
    if not parts:
        return pd.DataFrame(columns=["name", *map(str, tables)])
    table = pd.concat(parts, axis=1).dropna()
    table = table.loc[table.index.intersection(list(codes))]
    table.insert(0, "name", names.reindex(table.index))
    return table.rename_axis("code")


def beside_figure(drawn: pd.DataFrame, found: pd.DataFrame, young: float) -> pd.DataFrame:
    """What can be set beside a figure of the study: the years it draws, and those recomputed.

    Parameters
    ----------
    drawn : DataFrame
        As :func:`bassin.read.printed.figure_2_2`.
    found : DataFrame
        As :func:`history_shares`.
    young : float
        Share of people of 15 to 29 at the last census (%).

    Returns
    -------
    DataFrame
        Index ``year``; ``drawn`` (code of whether the study draws it), ``printed_65_plus``,
        ``printed_15_29``, ``found_65_plus``, ``found_15_29``: %, NaN where there is none.
    """
    found = found.copy()
    found.loc[LAST_CENSUS, "share_15_29_pct"] = young
    years = sorted({*drawn.index, *found.index})
    table = pd.DataFrame(index=pd.Index(years, name="year"))
    table["drawn"] = ["age_drawn" if year in drawn.index else "age_not_drawn" for year in years]
    table["printed_65_plus"] = drawn["share_65_plus_pct"]
    table["printed_15_29"] = drawn["share_15_29_pct"]
    table["found_65_plus"] = found["share_65_plus_pct"]
    table["found_15_29"] = found["share_15_29_pct"]
    return table
