"""From shares by IRIS to people, who can be added up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

import pandas as pd

from bassin.choices import chosen
from bassin.files.sources import Sources
from bassin.indicators.geography import carried_later
from bassin.indicators.stats import total
from bassin.places.departements import OVERSEAS, departements_of
from bassin.places.national import Ground
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee

#: First and last census of the file by IRIS.
FIRST_CENSUS, LAST_CENSUS = insee.IRIS_YEARS[0], insee.IRIS_YEARS[-1]
#: Date of the communes whose IRIS they are.
GEOGRAPHY = "2025-01-01"
#: Shares of the diplomas of people of 15 and over out of school.
DIPLOMAS = ("below_bac_pct", "higher_pct", "above_bac2_pct")


def listed(sources: Sources, departements: Iterable[str]) -> list[str]:
    """Those of some departements that a file of indicators by IRIS reaches."""
    every = list(dict.fromkeys(departements))
    if insee.IRIS_FRANCE in sources:
        return [code for code in every if not code.startswith(OVERSEAS)]
    return [code for code in every if insee.iris_file(code) in sources]


def reached_places(sources: Sources, territory: Territory) -> dict[str, list[str] | None]:
    """Places that a territory is compared with, of which IRIS are at hand.

    Returns
    -------
    dict
        Code of each to its departements, ``None`` for the territory: its departements, then its
        region and the mainland, for which France stands, where all of theirs are reached.
    """
    every = listed(sources, insee.departements(sources).index)
    own = {f"DEP-{dep}": [dep] for dep in territory.communes["dep"].unique() if dep in every}
    places: dict[str, list[str] | None] = {territory.here: None, **own}
    if (region := territory.departements_of_region()) and {*region} <= {*every}:
        places[territory.in_region] = region
    if insee.IRIS_FRANCE in sources:
        places[FRANCE] = every
    return places


def read_by_iris(
    sources: Sources,
    read: Callable[[Sources, str], pd.DataFrame],
    departements: Iterable[str] | None = None,
) -> pd.DataFrame:
    """A table by IRIS of some departements, from the file of the metropole where it is at hand.

    Parameters
    ----------
    sources : Sources
    read : callable
        A reader of an area, as :func:`bassin.read.insee.iris_census`.
    departements : iterable of str, optional
        All of them by default.

    Returns
    -------
    DataFrame
        Paris, Lyon and Marseille, which the file has by arrondissement, are one commune each in
        ``code``. Empty where no file is at hand.
    """
    if departements is None and insee.IRIS_FRANCE in sources:
        return _of_cities(read(sources, insee.METROPOLE))
    every = insee.departements(sources).index if departements is None else departements
    reached = listed(sources, every)
    if not reached:
        return pd.DataFrame()
    if insee.IRIS_FRANCE in sources:
        table = read(sources, insee.METROPOLE)
        return _of_cities(table[departements_of(table["code"]).isin(reached)])
    return pd.concat([read(sources, code) for code in reached])


def counted(
    sources: Sources,
    read: Callable[[Sources, str], pd.DataFrame],
    count: Callable[[pd.DataFrame], pd.DataFrame],
    names: Sequence[str],
    ground: Ground,
) -> pd.DataFrame:
    """Counts of the communes of a ground, added up from a table by IRIS.

    Parameters
    ----------
    sources : Sources
    read : callable
        As of :func:`read_by_iris`.
    count : callable
        Turns that table into counts, a row a commune of :data:`GEOGRAPHY`.
    names : sequence of str
        Columns that it makes.
    ground : Ground
        The files of its departements are read, as far as they are at hand.

    Returns
    -------
    DataFrame
        Index ``code``; ``names``, NaN where no file reaches, and ``status``, as
        :func:`bassin.indicators.geography.carried_later`, but where none does.
    """
    table = read_by_iris(sources, read, ground.reach)
    if table.empty:
        nothing = pd.DataFrame(index=pd.Index([], dtype=object), columns=[*names], dtype=float)
        return ground.lay(sources, nothing)
    return carried_later(sources, count(table), GEOGRAPHY, ground)


def _of_cities(table: pd.DataFrame) -> pd.DataFrame:
    """Give the IRIS of an arrondissement to its city."""
    return table.assign(code=insee.city_of(pd.Index(table["code"])))


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


def at_work(rates: pd.DataFrame, ages: Collection[str]) -> pd.DataFrame:
    """Turn shares of IRIS into people of some ages: all, at work, active, unemployed.

    The people of an age are a share of the inhabitants, those at work a share of them, and the
    unemployed what the rate of unemployment leaves of the active. Where it is a hundred nobody is
    at work, and how many are unemployed is not told: they are taken for none.

    Parameters
    ----------
    rates : DataFrame
        As :func:`bassin.read.insee.iris_labour_2022`.
    ages : collection of str
        Of :data:`bassin.read.insee.WORKING_AGES`, as their values are spelled.

    Returns
    -------
    DataFrame
        Index ``code``; ``people``, ``employed``, ``active``, ``unemployed``, added up.
    """
    sums: dict[str, pd.Series] = {}
    for age in ages:
        people = rates["population"] * rates[f"{age}_pct"] / 100
        # Of nobody there is no share, and none is at work.
        people = people.mask(rates["population"] == 0, 0.0)
        employed = (people * rates[f"{age}_employed_pct"] / 100).mask(people == 0, 0.0)
        rate = rates[f"{age}_unemployed_pct"]
        share = rate.mask((employed == 0) | (rate == 100), 0.0) / 100
        unemployed = employed * share / (1 - share)
        parts = {
            "people": people,
            "employed": employed,
            "active": employed + unemployed,
            "unemployed": unemployed,
        }
        sums = {name: sums.get(name, 0.0) + part for name, part in parts.items()}
    return total(pd.DataFrame(sums).groupby(rates["code"]))


def dwellings(shares: pd.DataFrame) -> pd.DataFrame:
    """Turn shares of IRIS into dwellings: all, and those that are vacant.

    A household has one main home: there are as many of these as households, and all dwellings are
    what they are a share of. Where none is a main home their number is not told: they are taken for
    none.

    Parameters
    ----------
    shares : DataFrame
        As :func:`bassin.read.insee.iris_dwellings`, of one census.

    Returns
    -------
    DataFrame
        Index ``code``; ``dwellings``, ``vacant``, added up.
    """
    nobody = (shares["households"] == 0) | (shares["main_pct"] == 0)
    every = (100 * shares["households"] / shares["main_pct"]).mask(nobody, 0.0)
    vacant = (every * shares["vacant_pct"] / 100).mask(nobody, 0.0)
    counted = pd.DataFrame({"dwellings": every, "vacant": vacant})
    return total(counted.groupby(shares["code"]))


def households(shares: pd.DataFrame) -> pd.DataFrame:
    """Turn shares of IRIS into households: all, those of one person, those of a single parent.

    Parameters
    ----------
    shares : DataFrame
        As :func:`bassin.read.insee.iris_households`, of one census.

    Returns
    -------
    DataFrame
        Index ``code``; ``households``, ``one_person``, ``lone_parent``, added up.
    """
    every = shares["households"]
    parts = {
        name: (every * shares[f"{name}_pct"] / 100).mask(every == 0, 0.0)
        for name in ("one_person", "lone_parent")
    }
    counted = pd.DataFrame({"households": every, **parts})
    return total(counted.groupby(shares["code"]))


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
