"""Land, brownfields, dwellings and their price, by commune of France."""

from __future__ import annotations

import pandas as pd

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.files.sources import Sources
from bassin.indicators import small_areas
from bassin.indicators.geography import present_codes
from bassin.indicators.stats import total
from bassin.places.membership import codes
from bassin.places.national import EVERY, Ground, passage, unchanged
from bassin.read import cerema, dgfip, insee
from bassin.topics.land.consumption import HECTARE
from bassin.topics.land.sites import one_row_a_place

#: Date of the communes of the prices, told by the codes the file has.
PRICES_GEOGRAPHY = "2019-01-01"
_LAND = ["taken", "housing", "activity", "area"]


def vacant(sources: Sources, column: str, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Vacant private dwellings beside all of them, 2025.

    Parameters
    ----------
    sources : Sources
    column : {"vacant", "vacant_2y"}
        All, or those vacant for over two years.
    year : int
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``vacant``, ``dwellings``, ``status``. Paris, Lyon and Marseille, which are
        given by arrondissement, are their sums; on the ground of the file they stay apart.
    """
    table = cerema.vacant_dwellings(sources, year)
    city = table.index if ground.filed else insee.city_of(table.index)
    counts = table[[column, "dwellings"]].set_axis(["vacant", "dwellings"], axis=1).groupby(city)
    # Of a city, none but the sum of all its arrondissements.
    found = counts.sum().where(counts.count().eq(counts.size(), axis=0))
    states = table[[f"{column}_status", "dwellings_status"]]
    hidden = (states == SECRET).any(axis=1).groupby(city).any()
    absent = (states == MISSING).any(axis=1).groupby(city).any()
    status = pd.Series(PUBLISHED, index=found.index, dtype=object)
    found["status"] = status.mask(hidden, SECRET).mask(absent, MISSING)
    return ground.lay(sources, found)


def dwellings(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Dwellings and vacant ones of a census, added up from IRIS.

    Parameters
    ----------
    sources : Sources
    year : {2011, 2016, 2022}
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``dwellings``, ``vacant``.
    """

    def count(shares: pd.DataFrame) -> pd.DataFrame:
        return small_areas.dwellings(shares.xs(year, level="year"))

    names = ["dwellings", "vacant"]
    return small_areas.counted(sources, insee.iris_dwellings, count, names, ground)


def house_price(sources: Sources, year: int) -> pd.DataFrame:
    """Mean price of a square metre of the dwellings sold in a year, and their number.

    Returns
    -------
    DataFrame
        Index ``code``; ``price`` (euros), ``sales``. A city that has none of its own is the mean of
        its arrondissements.
    """
    table = dgfip.house_prices(sources, year)
    amounts = pd.DataFrame({"paid": table["price"] * table["sales"], "sales": table["sales"]})
    parts = amounts.drop(index=insee.without_arrondissements(amounts).index)
    whole = total(parts.groupby(insee.city_of(parts.index)))
    cities = pd.DataFrame({"price": whole["paid"] / whole["sales"], "sales": whole["sales"]})
    return unchanged(sources, table.combine_first(cities), PRICES_GEOGRAPHY)


def brownfields(sources: Sources) -> pd.DataFrame:
    """Places on the list of brownfields, and those of them that somebody has verified.

    Returns
    -------
    DataFrame
        Index ``code``; ``places``, ``confirmed``: numbers. A commune without a record has none.
    """
    sites, listed = cerema.brownfields(sources), codes(sources)
    city = pd.Series(insee.city_of(pd.Index(sites["code"])), index=sites.index)
    present = city.map(present_codes(city, listed, passage(sources)))
    places = one_row_a_place(sites.assign(code=present).dropna(subset="code"))
    confirmed = places[places["state"] != cerema.POTENTIAL]
    return pd.DataFrame(
        {
            name: rows["code"].value_counts().reindex(listed, fill_value=0).astype(float)
            for name, rows in {"places": places, "confirmed": confirmed}.items()
        }
    ).rename_axis("code")


def land_taken(sources: Sources, ground: Ground = EVERY) -> pd.DataFrame:
    """Natural, farm and forest land consumed from 2009 to 2024, beside the area of the commune.

    Returns
    -------
    DataFrame
        Index ``code``; ``taken``, of it ``housing`` and ``activity``, and ``area`` of the commune
        (ha); NaN where the file at hand does not reach.
    """
    if cerema.land_take_file(sources) not in sources:
        nothing = pd.DataFrame(index=pd.Index([], dtype=object), columns=_LAND)
        return ground.lay(sources, nothing.astype(float))
    table = cerema.land_take_by_use(sources).rename(columns={"total": "taken", "commune": "area"})
    return ground.lay(sources, table[_LAND] / HECTARE)
