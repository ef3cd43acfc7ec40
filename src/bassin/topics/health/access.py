"""The index of access to professionals (APL): means, and who is under a threshold of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from bassin.choices import chosen
from bassin.indicators.stats import total, weighted_mean, weighted_means, whole_number
from bassin.places.territory import AWAY, FACING

#: General practitioners, and those under 65: two columns of one file.
GP, GP_UNDER_65 = "general_practitioner", "general_practitioner_under_65"
#: Which doctors they are, by code, for tables of both.
ALL_DOCTORS, DOCTORS_UNDER_65 = "doctors_all", "doctors_under_65"
DOCTORS = {GP: ALL_DOCTORS, GP_UNDER_65: DOCTORS_UNDER_65}
#: The other professions that have an index.
OTHERS = ("nurse", "dentist", "midwife")
#: Fewer consultations a year than this, and a commune is called underserved (DREES).
UNDERSERVED = 2.5
#: Code of the country as far as every edition of the index covers it.
COMMON_FIELD = "common_field"


def at_year(apl: pd.DataFrame, year: int) -> pd.DataFrame:
    """Rows of one year, indexed by ``code``.

    Raises
    ------
    ChoiceError
        If the year is not in the table; the message lists those that are.
    """
    chosen("year", year, sorted(apl.index.unique("year")))
    return apl.xs(year, level="year")


def common_field(apl: pd.DataFrame) -> list[str]:
    """Communes that every edition of the index has, and so a mean can be compared over."""
    editions = apl.index.to_frame(index=False).groupby("year")["code"].agg(set)
    return sorted(set.intersection(*editions))


def break_even(level: float, inside: pd.DataFrame, outside_weight: float) -> float:
    """Mean that places left out would need for the mean of all to reach a level.

    Parameters
    ----------
    level : float
        The level to reach.
    inside : DataFrame
        ``apl`` and ``standardised_population`` of the places that are in.
    outside_weight : float
        Standardised population of those left out.

    Raises
    ------
    ValueError
        If nothing is left out.
    """
    if outside_weight <= 0:
        raise ValueError("no place is left out: the mean is that of all")
    weight = total(inside["standardised_population"])
    return float(level + (level - mean_access(inside)) * weight / outside_weight)


def access_by_area(
    apl: pd.DataFrame,
    areas: Mapping[str, Sequence[str] | None],
    years: Sequence[int],
    partial: Collection[int] = (),
) -> pd.DataFrame:
    """Mean access of several areas, each commune weighted by its standardised population.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``, ``standardised_population``.
    areas : mapping
        Code of each to commune codes, or ``None`` for the whole country.
    years : sequence of int
    partial : collection of int
        Years whose edition leaves out a part of the country: it has no mean then.

    Returns
    -------
    DataFrame
        Index ``year``, a column an area, in the unit of the index.
    """
    table = {}
    for year in years:
        rows = at_year(apl, year)
        table[year] = {
            area: mean_access(rows.loc[rows.index.intersection(list(codes))])
            if codes is not None
            else float("nan")
            if year in partial
            else mean_access(rows)
            for area, codes in areas.items()
        }
    return pd.DataFrame.from_dict(table, orient="index").rename_axis("year")


def mean_access(rows: pd.DataFrame) -> float:
    """Mean of ``apl``, each place counted by its ``standardised_population``."""
    return weighted_mean(rows["apl"], rows["standardised_population"])


def underserved(
    apl: pd.DataFrame, inhabitants: pd.DataFrame, codes: Sequence[str], threshold: float
) -> pd.DataFrame:
    """Communes and inhabitants under a threshold of access, by year.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``.
    inhabitants : DataFrame
        Inhabitants by commune; one column a year of ``apl``.
    codes : sequence of str
    threshold : float
        Communes strictly below count.

    Returns
    -------
    DataFrame
        Index ``year``; ``communes``, ``inhabitants`` (under the threshold),
        ``inhabitants_pct`` (of those of the communes with a value), ``without_value`` (communes).
    """
    rows = {}
    for year in inhabitants.columns:
        access = at_year(apl, year)["apl"].reindex(list(codes))
        people = inhabitants[year].loc[list(codes)]
        below = access < threshold
        rows[year] = {
            "communes": int(below.sum()),
            "inhabitants": whole_number(total(people[below])),
            "inhabitants_pct": 100 * total(people[below]) / total(people[access.notna()]),
            "without_value": int(access.isna().sum()),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("year")


def share_under(
    apl: pd.DataFrame,
    inhabitants: pd.DataFrame,
    areas: Mapping[str, Sequence[str] | None],
    threshold: float,
    partial: Collection[int] = (),
) -> pd.DataFrame:
    """Share of the inhabitants of several areas who live in communes under a threshold of access.

    Inhabitants count plainly, as the DREES asks: standardised ones are for means.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``.
    inhabitants : DataFrame
        Inhabitants by commune; one column a year of ``apl``. A commune without any is left out.
    areas : mapping
        Code of each to commune codes, or ``None`` for the whole country.
    threshold : float
        Communes strictly below count.
    partial : collection of int
        Years whose edition leaves out a part of the country: it has no share then.

    Returns
    -------
    DataFrame
        Index ``year``, a column an area, in % of the inhabitants of communes with a value.
    """
    table = {}
    for year in inhabitants.columns:
        access = at_year(apl, year)["apl"].dropna()
        people = inhabitants[year].reindex(access.index)
        shares = {}
        for area, codes in areas.items():
            here = people if codes is None else people.loc[people.index.intersection(list(codes))]
            below = here[access.loc[here.index] < threshold]
            whole = codes is not None or year not in partial
            shares[area] = 100 * below.sum() / here.sum() if whole else float("nan")
        table[year] = shares
    return pd.DataFrame.from_dict(table, orient="index").rename_axis("year")


def access_by_zone(apl: pd.DataFrame, zones: pd.Series, years: Sequence[int]) -> pd.DataFrame:
    """Mean access of each zone by year, weighted by standardised population.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``, ``standardised_population``.
    zones : Series
        Zone of each commune of the territory.

    Returns
    -------
    DataFrame
        Index ``year``, a column a zone.
    """
    table = {}
    for year in years:
        rows = at_year(apl, year).reindex(zones.index)
        table[year] = weighted_means(rows, zones, value="apl", weight="standardised_population")
    return pd.DataFrame.from_dict(table, orient="index").rename_axis("year")


def dots(
    apl: pd.DataFrame, zones: pd.Series, communes: pd.DataFrame, years: Sequence[int]
) -> pd.DataFrame:
    """One row a commune and year, indexed by name: ``value``, ``zone``, ``year``, ``weight``.

    The weight is the standardised population.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``, ``standardised_population``.
    zones : Series
        Side of each commune of the territory.
    communes : DataFrame
        Communes of the territory: ``name``.
    years : sequence of int
    """
    rows = []
    for year in years:
        there = at_year(apl, year).reindex(communes.index)
        rows.append(
            pd.DataFrame(
                {
                    "year": year,
                    "zone": zones,
                    "value": there["apl"],
                    "weight": there["standardised_population"],
                }
            ).set_axis(communes["name"])
        )
    return pd.concat(rows)


def access_by_bearing(
    apl: pd.DataFrame, years: Sequence[int], sides: Mapping[float, pd.Series]
) -> pd.DataFrame:
    """Mean access on the two sides of several lines.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``, ``standardised_population``.
    years : sequence of int
    sides : mapping
        Bearing faced to the sides it makes, as :meth:`bassin.places.territory.Territory.sides`.

    Returns
    -------
    DataFrame
        ``year``, ``bearing``, ``facing``, ``away``: means weighted by standardised population.
    """
    rows = []
    for bearing, zones in sides.items():
        means = access_by_zone(apl, zones, years)
        rows += [(y, bearing, means.at[y, FACING], means.at[y, AWAY]) for y in years]
    return pd.DataFrame(rows, columns=["year", "bearing", "facing", "away"])


def access_by_line(
    apl: pd.DataFrame, years: Sequence[int], lines: Mapping[str, pd.Series]
) -> pd.DataFrame:
    """Mean access on either side of several lines.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``, ``standardised_population``.
    years : sequence of int
    lines : mapping
        Name of a line to the side of each commune.

    Returns
    -------
    DataFrame
        Index ``(line, year)``, a column a side; weighted by standardised population.
    """
    tables = {name: access_by_zone(apl, zones, years) for name, zones in lines.items()}
    return pd.concat(tables, names=["line"])
