"""Access to health professionals and their number, by commune of France."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators.aggregate import MERGED, STATUS
from bassin.indicators.declared.care import apl_geography
from bassin.indicators.geography import carried_later, municipal_geography
from bassin.places.departements import departements_of
from bassin.places.national import EVERY, Ground, carried, merged
from bassin.places.passage import GEOGRAPHY
from bassin.read import drees, insee
from bassin.read.drees import CENSUS_LAG
from bassin.topics.health.access import EARLY_EDITIONS, UNDERSERVED, at_year
from bassin.topics.population.counted import municipal
from bassin.topics.population.national import inhabitants

#: Last census whose inhabitants are published by the communes of the facilities.
_LISTED = max(
    year
    for year in insee.MUNICIPAL_YEARS
    if municipal_geography(year) == insee.FACILITIES_GEOGRAPHY
)


def physiotherapists(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Potential access to physiotherapists in 2022 or 2023, as a third party has put it together.

    Returns
    -------
    DataFrame
        Index ``code``; ``apl``, ``standardised_population``, ``status``.
    """
    table = drees.apl_compiled(sources, "physiotherapist")
    there = at_year(table, year)[["apl", "standardised_population"]]
    return carried_later(sources, there, apl_geography(year), ground)


def access(sources: Sources, profession: str, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Potential access to a profession.

    Parameters
    ----------
    sources : Sources
    profession : str
        One of :data:`bassin.read.drees.PROFESSIONS`.
    year : int
        2016 and 2018 for general practitioners alone, else one that a workbook at hand gives.
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``apl``, ``standardised_population``, ``status``. Of a commune merged before
        2023 it is the mean of its parts, each counted by its standardised population.
    """
    if year in EARLY_EDITIONS:
        table = drees.apl_2016_2018(sources, profession)
    else:
        table = drees.apl_years(sources, profession, year)
    there = at_year(table, year)[["apl", "standardised_population"]]
    date = apl_geography(year)
    if date > GEOGRAPHY or ground.filed:
        found = carried(sources, there, date, ground)
        gone = merged(sources, found["apl"].notna(), ground)
        return found.assign(status=pd.Series(MERGED, index=found.index, dtype=object).where(gone))
    weight = there["standardised_population"]
    amounts = pd.DataFrame({"care": there["apl"] * weight, "weight": weight})
    amounts = carried(sources, amounts, date, ground)
    means = amounts["care"] / amounts["weight"].where(amounts["weight"] > 0)
    # What did not change is the published number, not a product divided again.
    kept = there["apl"].reindex(amounts.index)
    same = there["standardised_population"].reindex(amounts.index) == amounts["weight"]
    return pd.DataFrame(
        {"apl": kept.where(same, means), "standardised_population": amounts["weight"]}
    )


def underserved(
    sources: Sources, profession: str, year: int, ground: Ground = EVERY
) -> pd.DataFrame:
    """Inhabitants of communes with a value, and of those with too little access to a profession.

    Returns
    -------
    DataFrame
        Index ``code``; ``under``, ``people`` (inhabitants of the census the DREES takes),
        ``status``.
    """
    index = access(sources, profession, year, ground)
    counted = municipal(sources, year - CENSUS_LAG, ground)["people"].reindex(index.index)
    people = counted.where(index["apl"].notna())
    under = people.where(index["apl"] < UNDERSERVED, 0.0).where(people.notna())
    table = pd.DataFrame({"under": under, "people": people})
    return table.assign(status=index[STATUS]) if STATUS in index else table


def professionals(sources: Sources, name: str, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Health professionals or pharmacies, beside the inhabitants of the year.

    A commune without a row has none, which is a zero, wherever its inhabitants are known: it is in
    the list of communes of the day of the file. Those of a departement of which the file has no row
    at all are missing.

    Parameters
    ----------
    sources : Sources
    name : str
        Of :data:`bassin.read.insee.FACILITY_TYPES`.
    year : int
        2019: editions before it are on other communes.
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``count``, ``people``.

    Raises
    ------
    ValueError
        If it is asked for on the communes of its file: there are two, of two days.
    """
    if ground.filed:
        raise ValueError("professionals and inhabitants are of the communes of two days")
    people = inhabitants(sources, year, ground)["people"]
    counts = insee.facilities(sources, year)[name].astype(float)
    listed = insee.municipal_populations(sources)[_LISTED].dropna().index
    reached = departements_of(listed).isin(departements_of(counts.index))
    everywhere = counts.reindex(counts.index.union(listed[reached]), fill_value=0.0)
    found = carried(sources, everywhere, insee.FACILITIES_GEOGRAPHY, ground)
    return pd.DataFrame({"count": found.where(people.notna()), "people": people})
