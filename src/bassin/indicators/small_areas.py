"""From shares by IRIS to people, who can be added up."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from bassin.choices import chosen
from bassin.files.sources import Sources
from bassin.indicators.stats import total
from bassin.read import insee

#: First and last census of the file by IRIS.
FIRST_CENSUS, LAST_CENSUS = insee.IRIS_YEARS[0], insee.IRIS_YEARS[-1]
#: Shares of the diplomas of people of 15 and over out of school.
DIPLOMAS = ("below_bac_pct", "higher_pct", "above_bac2_pct")


def listed(sources: Sources, departements: Iterable[str]) -> list[str]:
    """Those of some departements whose file of indicators by IRIS is at hand."""
    return [code for code in dict.fromkeys(departements) if insee.iris_file(code) in sources]


def read_census(sources: Sources, departements: Iterable[str]) -> pd.DataFrame:
    """As :func:`bassin.read.insee.iris_census`, for those of some departements at hand.

    Returns
    -------
    DataFrame
        Empty where no file is at hand.
    """
    parts = [insee.iris_census(sources, code) for code in listed(sources, departements)]
    return pd.concat(parts) if parts else pd.DataFrame()


def headcounts(census: pd.DataFrame) -> pd.DataFrame:
    """Turn shares of IRIS into people, which can be added up.

    A share of the inhabitants is multiplied by the inhabitants. The ageing index is a ratio: the
    people under 20 it is for are those of 65 and over divided by it. Shares of diplomas are of
    people of 15 and over out of school, whom the file does not count; each IRIS weighs by its
    inhabitants of 20 and over instead, who are nearly the same.

    Parameters
    ----------
    census : DataFrame
        As :func:`bassin.read.insee.iris_census`.

    Returns
    -------
    DataFrame
        Same index; ``code``, ``population``, ``over_64``, ``under_20``, ``adults``, and for each
        diploma ``<diploma>`` (adults with it) and ``<diploma>_of`` (adults whose diploma is known).
        ``under_20`` is NaN where nobody is over 64: the index is nil then, and does not tell.
    """
    population = census["population"]
    # Shares of nobody are missing, and so many people are none.
    nobody = population == 0
    over_64 = (population * census["share_65_plus_pct"] / 100).mask(nobody, 0.0)
    # The index is missing where nobody is under 20, and of no use where nobody is over 64.
    index = census["ageing_index"]
    none_young = nobody | (index.isna() & (over_64 > 0))
    under_20 = (over_64 / index.where(index > 0) * 100).mask(none_young, 0.0)
    adults = population - under_20.where(under_20.notna(), 0)
    parts = {
        "code": census["code"],
        "population": population.where(over_64.notna()),
        "over_64": over_64,
        "under_20": under_20,
        "adults": adults,
    }
    for name in DIPLOMAS:
        parts[name] = (adults * census[name] / 100).mask(nobody, 0.0)
        parts[f"{name}_of"] = adults.where(census[name].notna() | nobody)
    return pd.DataFrame(parts)


def added_up(counts: pd.DataFrame) -> pd.DataFrame:
    """People of communes from those of their IRIS.

    How many are under 20 where nobody is over 64 is not told. They are left out, and no commune is
    missing for want of them; any other blank leaves its commune missing.

    Parameters
    ----------
    counts : DataFrame
        As :func:`headcounts`.

    Returns
    -------
    DataFrame
        Index ``code``; the other columns.
    """
    untold = counts["under_20"].isna() & (counts["over_64"] == 0)
    told = counts.assign(under_20=counts["under_20"].mask(untold, 0.0))
    return total(told.groupby("code"))


def large_communes(sources: Sources, year: int) -> pd.DataFrame:
    """Communes of over 2,000 inhabitants of the Gard, with their inhabitants of that census.

    Parameters
    ----------
    sources : Sources
    year : {2012, 2018}

    Returns
    -------
    DataFrame
        As :func:`bassin.read.insee.large_communes`, with ``population`` and ``over_14``
        (inhabitants). Empty where the file is not at hand.
    """
    chosen("year", year, insee.LARGE_COMMUNES)
    if insee.LARGE_COMMUNES[year] not in sources:
        return pd.DataFrame()
    table = insee.large_communes(sources, year)
    municipal = insee.municipal_populations(sources)
    people = municipal if year in municipal else insee.census_populations(sources)
    population = people[year].reindex(table.index)
    over_14 = population * (1 - table["share_0_14_pct"] / 100)
    return table.assign(population=population, over_14=over_14)
