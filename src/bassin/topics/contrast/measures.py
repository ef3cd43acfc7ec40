"""What the two sides are compared on: one value a commune, and the weight it counts by.

Values are those of the national tables of :mod:`bassin.indicators.catalogue`. So are weights, but
where no sum of communes gives the value of several: a share then counts by the people it is
published beside. A change is weighted by the first population, so that the mean is the change of
the zone; a share by the people or things it is a share of; access to care by the standardised
population; a distance by inhabitants, and so does the rebuilt access; fires by area. Floods count
by commune.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.indicators.declaration import NotAdditive
from bassin.places.national import Ground
from bassin.places.territory import Territory
from bassin.read import insee
from bassin.topics import national
from bassin.topics.health.care import Care
from bassin.topics.travel.local import Travel

#: Year of the list of stations.
STATIONS_YEAR = 2024

#: Periods of change whose two ends are on the communes of 2023.
PERIODS = ((1968, 1999), (1999, 2020), (2013, 2020))

#: Last period, whose end is on later communes.
LAST_PERIOD = (2013, 2023)

#: Year of the inhabitants that count where nothing else does.
PEOPLE_YEAR = 2020

#: Unit (key of the words) and format of what is measured on the ground of one territory alone.
OWN = {
    "centre_km": ("kilometres", ".1f"),
    "station_km": ("kilometres", ".1f"),
    "care_2019": ("per_10_000", ".1f"),
}

#: Column of its national table by which a commune counts here, where it is not that of the rule:
#: the inhabitants a share of diplomas is published beside, and not the adults it is worked out for.
WEIGHTS = {f"below_bac_{year}": "population" for year in insee.IRIS_YEARS}


@dataclass(frozen=True)
class Measure:
    """One indicator.

    Attributes
    ----------
    value : Series of float
        Indexed by ``code``; NaN where there is none. It need not have every commune.
    weight : Series of float
        How much each commune counts; known wherever the value is.
    """

    value: pd.Series
    weight: pd.Series

    @property
    def pair(self) -> tuple[pd.Series, pd.Series]:
        """Value and weight."""
        return self.value, self.weight


def tabulate(measures: Mapping[str, Measure], codes: pd.Index) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values and weights of the communes of a territory, a column a measure."""
    values = {name: one.value.reindex(codes) for name, one in measures.items()}
    weights = {name: one.weight.reindex(codes) for name, one in measures.items()}
    return pd.DataFrame(values, index=codes), pd.DataFrame(weights, index=codes)


def of_indicator(sources: Sources, name: str, codes: pd.Index) -> Measure:
    """Values and weights of an indicator of the catalogue, of some communes of its national table.

    Parameters
    ----------
    sources : Sources
    name : str
    codes : Index of str
        Communes of 2023.

    Raises
    ------
    KeyError
        If the indicator is not declared.
    """
    about, ground = catalogue.find(name), Ground.of(codes)
    parts = national.parts_of(sources, name, ground)
    if isinstance(about.rule, NotAdditive):
        return Measure(parts.values(), inhabitants(sources, codes))
    if name in WEIGHTS:
        table = national.table_of(sources, about, ground)
        return Measure(parts.values(), table[WEIGHTS[name]])
    return Measure(parts.values(), parts.weights())


def written_in(name: str) -> tuple[str, str]:
    """Unit and format of an indicator: of its declaration, or of :data:`OWN`.

    Examples
    --------
    >>> written_in("median_income"), written_in("centre_km")
    (('euros_a_unit', ',.0f'), ('kilometres', '.1f'))
    """
    if name in OWN:
        return OWN[name]
    about = catalogue.find(name)
    return about.unit, about.fmt


def inhabitants(sources: Sources, codes: pd.Index, year: int = PEOPLE_YEAR) -> pd.Series:
    """Inhabitants of some communes, of their national table."""
    table = national.table(sources, "population.inhabitants", year, ground=Ground.of(codes))
    return table["people"]


def fires(sources: Sources, outlines: gpd.GeoDataFrame) -> Measure:
    """Forest fires a year for 100 km2 of the outlines of some communes, weighted by these.

    Parameters
    ----------
    sources : Sources
    outlines : GeoDataFrame
        Index ``code``; ``area_km2``.
    """
    area = outlines["area_km2"]
    a_year = national.table(sources, "risk.fires")["fires"].loc[area.index]
    return Measure(100 * a_year / area, area)


def rebuilt_access(territory: Territory, sources: Sources, travel: Travel) -> Measure:
    """Access to general practitioners by car, rebuilt; empty overseas, where no ways are timed."""
    if travel.towns.index.intersection(territory.codes).empty:
        return Measure(pd.Series(dtype=float), pd.Series(dtype=float))
    table = Care(territory, sources, travel).rebuilt()
    return Measure(table["access"], table["people"])
