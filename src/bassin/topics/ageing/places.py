"""Ages of the places a territory is compared with, as published or added up from IRIS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.indicators import small_areas
from bassin.indicators.small_areas import FIRST_CENSUS, LAST_CENSUS
from bassin.indicators.stats import total, weighted_mean
from bassin.places.departements import departements_of
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee, ptod
from bassin.topics.ageing.shares import SHARE_PRECISION
from bassin.topics.national import published_of

SEXES = ("women", "men")
#: Ages that are drawn, to those of the census of 2020 that they are.
AGES = {
    "age_0_17": ("0_2", "3_5", "6_10", "11_17"),
    "age_18_24": ("18_24",),
    "age_25_39": ("25_39",),
    "age_40_54": ("40_54",),
    "age_55_64": ("55_64",),
    "age_65_79": ("65_79",),
    "age_80_plus": ("80_plus",),
}
#: Census of the published shares, and that of which every commune is counted by age.
PUBLISHED_CENSUS = 2018
COUNTED_CENSUS = 2020


def national_share(regions: pd.Series, inhabitants: pd.Series) -> float:
    """Share of a country from the published shares of its regions, weighted by their inhabitants.

    Regions without a share, such as Mayotte, are left out.
    """
    return weighted_mean(regions, inhabitants.reindex(regions.index))


def inhabitants_by_region(population: pd.Series, departements: pd.DataFrame) -> pd.Series:
    """Inhabitants of each region, from those of communes or arrondissements.

    Parameters
    ----------
    population : Series
        Indexed by code; the departement is what the code begins with.
    departements : DataFrame
        Index ``dep``; ``reg``.
    """
    departement = pd.Series(departements_of(population.index), population.index)
    return total(population.groupby(departement.map(departements["reg"])))


def ages_by_place(
    sources: Sources,
    places: Mapping[str, Sequence[str] | None],
    codes: Sequence[str],
) -> pd.DataFrame:
    """Share of each age of 2022 in some places, added up from IRIS.

    Parameters
    ----------
    sources : Sources
    places : mapping
        Code of each to its departements; ``None`` is the territory.
    codes : sequence of str
        Communes of the territory.

    Returns
    -------
    DataFrame
        A row a place, a column an age: % of the inhabitants.
    """
    columns = list(insee.IRIS_AGES.values())
    table = small_areas.read_by_iris(sources, insee.iris_ages_2022)
    if table.empty:
        return pd.DataFrame(columns=columns)
    rows = {}
    for key, place in places.items():
        inside = (
            table["code"].isin(codes)
            if place is None
            else departements_of(table["code"]).isin(place)
        )
        here = table[inside]
        rows[key] = {age: weighted_mean(here[age], here["population"]) for age in columns}
    return pd.DataFrame.from_dict(rows, orient="index")


def ageing_index_of_areas(
    territory: Territory, sources: Sources, by_place: pd.DataFrame
) -> pd.DataFrame:
    """Ageing index of the territory from its IRIS, of larger areas from a third party."""
    rows: dict[str, pd.Series] = {}
    for place, (level, code) in territory.levels.items():
        if level == "epci":
            if place in by_place.index.get_level_values("place"):
                rows[place] = by_place.loc[place, "ageing_index"]
            continue
        table = "region" if level == "france" else level
        if ptod.AREAS[table] not in sources:
            continue
        areas = ptod.areas(sources, table)
        key = ptod.FRANCE if level == "france" else code
        if key in areas.index:
            rows[place] = pd.Series(
                {year: areas.at[key, f"ageing_index_{year}"] for year in ptod.CENSUSES}
            )
    return pd.DataFrame(rows).T.reindex(columns=list(ptod.CENSUSES)).rename_axis("place")


def share_of_country(sources: Sources, key: str) -> float:
    """Share of the country, from what is published of its regions for :data:`PUBLISHED_CENSUS`.

    Parameters
    ----------
    sources : Sources
    key : str
        Of an indicator that is published of regions.
    """
    published = published_of(sources, key)
    if published is None:
        raise TerritoryError(f"{key} is not published of regions")
    people = insee.municipal_populations(sources)[PUBLISHED_CENSUS].dropna()
    inhabitants = inhabitants_by_region(people, insee.departements(sources))
    return national_share(published.loc["region", "value"], inhabitants)


def ages_of_2020(sources: Sources, territory: Territory) -> pd.DataFrame:
    """Share of each age of the census of 2020 in a territory and the places it is in.

    A departement, a region and the country are the communes of the file that are in them; of a
    territory, communes merged since 2023 are counted in the one that took them in.

    Returns
    -------
    DataFrame
        A row a place, a column an age of :data:`AGES`: % of the inhabitants. Places of which the
        file has nobody have no row.
    """
    counts = insee.ages_2020(sources).dropna()
    people = pd.DataFrame(
        {
            name: total(counts[[f"{sex}_{age}" for sex in SEXES for age in ages]], axis=1)
            for name, ages in AGES.items()
        }
    )
    departements = departements_of(people.index)
    inside = {
        territory.here: people.index.isin(territory.codes),
        territory.in_departement: departements == territory.departement,
        territory.in_region: departements.isin(territory.departements_of_region()),
        FRANCE: departements.notna(),
    }
    sums = pd.DataFrame(
        {place: total(people[rows]) for place, rows in inside.items() if rows.any()}
    )
    return (sums / total(sums) * 100).T


def elderly_by_place(
    by_place: pd.DataFrame, others: Mapping[int, Mapping[str, float] | pd.Series]
) -> pd.DataFrame:
    """Share of people of 65 and over: one row a census, a column a place.

    Censuses of 2011, 2016 and 2022 are added up from IRIS; that of 2018 is as published, that of
    2020 counted.

    Parameters
    ----------
    by_place : DataFrame
        As :attr:`bassin.topics.ageing.local.Ageing.places`.
    others : mapping
        Census to place to the share of people of 65 and over (%).
    """
    table = (
        by_place["share_65_plus_pct"].unstack("place")
        if len(by_place)
        else pd.DataFrame(index=pd.Index([], name="year", dtype="int64"))
    )
    first: dict[str, None] = {}
    for year, shares in others.items():
        for place, share in shares.items():
            table.loc[year, str(place)] = share
            first[str(place)] = None
    return table.sort_index()[[*first, *(c for c in table if c not in first)]]


def paces(areas: pd.DataFrame) -> pd.DataFrame:
    """How fast the ageing index rose from 2011 to 2022, two ways.

    Parameters
    ----------
    areas : DataFrame
        Ageing index: a row a place, a column a census.

    Returns
    -------
    DataFrame
        Index ``place`` as ``areas``; ``first``, ``last`` (people of 65 and over for 100 under
        20), ``points`` (last less first) and ``pct`` (the same, in % of the first).
    """
    first, last = areas[FIRST_CENSUS], areas[LAST_CENSUS]
    return pd.DataFrame(
        {
            "first": first,
            "last": last,
            "points": last - first,
            "pct": (last / first - 1) * 100,
        }
    )


def changes_around(around: pd.DataFrame, names: pd.Series) -> pd.Series:
    """Change of the share of the old from 2011 to 2022 elsewhere in the departement, in points.

    By commune: those of the same departements as the territory's, but its own.

    Parameters
    ----------
    around : DataFrame
        As :attr:`bassin.topics.ageing.local.Ageing.around`.
    names : Series
        Name of each commune of the territory.
    """
    inside = departements_of(around.index).isin({*departements_of(names.index)})
    other = inside & ~around.index.isin(names.index)
    return (around[LAST_CENSUS] - around[FIRST_CENSUS])[other].dropna().rename("change")


def rising_around(around: pd.DataFrame) -> tuple[int, int]:
    """Communes of the region at hand whose share rises at each census, and all known.

    What moves within the precision of a share is level.

    Parameters
    ----------
    around : DataFrame
        As :attr:`bassin.topics.ageing.local.Ageing.around`.
    """
    table = around.dropna()
    rising = (table.diff(axis=1).iloc[:, 1:] > SHARE_PRECISION).all(axis=1)
    return int(rising.sum()), len(rising)
