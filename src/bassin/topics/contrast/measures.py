"""What the two sides are compared on: one value a commune, and the weight it counts by.

A change is weighted by the first population, so that the mean is the change of the zone; a share by
the people or things it is a share of; access to care by the standardised population; a distance by
inhabitants, and so does the rebuilt access; fires by area. Floods count by commune.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators import small_areas
from bassin.indicators.geography import present_codes
from bassin.indicators.stats import growth_pct
from bassin.places.passage import GEOGRAPHY
from bassin.places.territory import Territory
from bassin.read import anct, bdiff, ccr, cerema, dgfip, drees, insee
from bassin.topics.contrast.gaps import grown
from bassin.topics.contrast.lines import distance_km
from bassin.topics.health.access import at_year
from bassin.topics.health.care import Care
from bassin.topics.population.local import Population
from bassin.topics.poverty.labour import on_geography, rate_pct
from bassin.topics.risk.fires import FIRE_YEARS
from bassin.topics.risk.floods import distinct_floods
from bassin.topics.travel.local import Travel

#: Periods of change whose two ends are on the communes of 2023.
PERIODS = ((1968, 1999), (1999, 2020), (2013, 2020))

#: Last period, whose end is on later communes.
LAST_PERIOD = (2013, 2023)

#: Years of access to doctors and to nurses.
DOCTORS, NURSES = (2016, 2018, 2022, 2023), (2022, 2023)

#: Censuses of the unemployed: each is of five years of surveys, and those of 2017 share four with
#: those of 2018.
CENSUSES = (2007, 2012, 2018, 2022)


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


def tabulate(measures: Mapping[str, Measure], codes: pd.Index) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values and weights of the communes of a territory, a column a measure."""
    values = {name: one.value.reindex(codes) for name, one in measures.items()}
    weights = {name: one.weight.reindex(codes) for name, one in measures.items()}
    return pd.DataFrame(values, index=codes), pd.DataFrame(weights, index=codes)


def read(
    territory: Territory,
    sources: Sources,
    population: Population,
    neighbours: pd.DataFrame,
    stations: pd.DataFrame,
    commuters: pd.DataFrame,
) -> dict[str, Measure]:
    """Read every measure of a territory; those no file reaches are empty.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    population : Population
    neighbours : DataFrame of bool
        Which communes touch.
    stations, commuters : DataFrame
        As :func:`bassin.read.sncf.stations_2024` and :func:`bassin.read.insee.commuting_2021`,
        already read.
    """
    codes, passage = territory.codes, territory.passage
    points = territory.outlines.geometry.centroid
    people = population.by_commune[2020]
    open_to_all = stations[stations["passengers"]]
    at_stations = gpd.GeoSeries.from_xy(open_to_all["x"], open_to_all["y"], crs=points.crs)
    doctors = pd.concat([drees.apl_2016_2018(sources), drees.apl(sources, "general_practitioner")])
    comparison = passage.carry(
        insee.comparison_2018(sources), insee.COMPARISON_GEOGRAPHY, GEOGRAPHY, codes
    )
    counts = (insee.labour_force(sources, year) for year in CENSUSES)
    labour = {
        year: on_geography(table, insee.LABOUR_GEOGRAPHY[year], passage, codes)
        for year, table in zip(CENSUSES, counts, strict=True)
    }
    census = small_areas.read_census(sources, territory.communes["dep"])
    by_people = pd.concat(
        [
            drees.mobile_coverage_2019(sources).reindex(codes),
            anct.public_debate_indicators(sources).reindex(codes),
            insee.filosofi_2020(sources)[["median_income", "poverty_rate_pct"]].reindex(codes),
        ],
        axis=1,
    ).assign(
        centre_km=distance_km(points, points.loc[[territory.centre]]),
        station_km=distance_km(points, at_stations),
    )
    return {
        **growths(population.by_commune, neighbours),
        **{name: Measure(by_people[name], people) for name in by_people},
        **care("gp", doctors, DOCTORS),
        **care("nurse", drees.apl(sources, "nurse"), NURSES),
        **work(labour, comparison),
        **ages_and_diplomas(small_areas.by_commune(census, codes)),
        **dwellings(dgfip.house_prices_2019(sources), cerema.vacant_dwellings(sources)),
        **risks(territory, sources),
        "car_pct": driving(commuters),
    }


def growths(people: pd.DataFrame, neighbours: pd.DataFrame) -> dict[str, Measure]:
    """Change of population over each period (%).

    Parameters
    ----------
    people : DataFrame
        Inhabitants by commune, a column a year.
    neighbours : DataFrame of bool
        Which communes touch, for those that have merged.
    """
    found = {
        f"growth_{start}_{end}": Measure(growth_pct(people[start], people[end]), people[start])
        for start, end in PERIODS
    }
    start, end = LAST_PERIOD
    found[f"growth_{start}_{end}"] = Measure(*grown(people, neighbours, start, end))
    return found


def care(name: str, access: pd.DataFrame, years: tuple[int, ...]) -> dict[str, Measure]:
    """Potential access of each year, as :func:`bassin.read.drees.apl` gives it."""
    found = {}
    for year in years:
        there = at_year(access, year)
        found[f"{name}_{year}"] = Measure(there["apl"], there["standardised_population"])
    return found


def rebuilt_access(territory: Territory, sources: Sources, travel: Travel) -> Measure:
    """Access to general practitioners by car, rebuilt; empty overseas, where no ways are timed."""
    if travel.towns.index.intersection(territory.codes).empty:
        return Measure(pd.Series(dtype=float), pd.Series(dtype=float))
    table = Care(territory, sources, travel).rebuilt()
    return Measure(table["access"], table["people"])


def work(labour: Mapping[int, pd.DataFrame], comparison: pd.DataFrame) -> dict[str, Measure]:
    """Unemployed of the active (%), jobs for 100 employed residents, births less deaths (‰ a year).

    Parameters
    ----------
    labour : mapping
        Census to ``active``, ``unemployed`` by commune.
    comparison : DataFrame
        As :func:`bassin.read.insee.comparison_2018`.
    """
    found = {
        f"unemployment_{year}": Measure(rate_pct(table), table["active"])
        for year, table in labour.items()
    }
    employed = comparison["employed"]
    jobs = 100 * comparison["jobs"] / employed.where(employed > 0)
    found["jobs_per_worker"] = Measure(jobs, employed)
    people = (comparison["population_2013"] + comparison["population_2018"]) / 2
    balance = 1000 * (comparison["births"] - comparison["deaths"]) / 5 / people.where(people > 0)
    found["natural_balance"] = Measure(balance, people)
    return found


def ages_and_diplomas(shares: pd.DataFrame) -> dict[str, Measure]:
    """People of 65 and over, and with a diploma below the bac (%), at each census.

    Parameters
    ----------
    shares : DataFrame
        As :func:`bassin.indicators.small_areas.by_commune`.
    """
    found = {}
    for year in insee.IRIS_YEARS:
        there = shares.xs(year, level="year")
        people = there["population"]
        for name, column in (
            ("share_65_plus", "share_65_plus_pct"),
            ("below_bac", "below_bac_pct"),
        ):
            found[f"{name}_{year}"] = Measure(there[column].where(people > 0), people)
    return found


def dwellings(prices: pd.DataFrame, vacant: pd.DataFrame) -> dict[str, Measure]:
    """Price of a square metre (weighted by sales) and vacant private dwellings (%).

    Parameters
    ----------
    prices : DataFrame
        As :func:`bassin.read.dgfip.house_prices_2019`.
    vacant : DataFrame
        As :func:`bassin.read.cerema.vacant_dwellings`; a secret count has no share.
    """
    stock = vacant["dwellings"].where(vacant["dwellings"] > 0)
    return {
        "house_price": Measure(prices["price"], prices["sales"]),
        "vacant_pct": Measure(100 * vacant["vacant"] / stock, stock),
    }


def driving(communes: pd.DataFrame) -> Measure:
    """Employed residents who drive to work (%), each commune weighted by them.

    Parameters
    ----------
    communes : DataFrame
        As :func:`bassin.read.insee.commuting_2021`.
    """
    return Measure(communes["car_pct"], communes["workers"])


def risks(territory: Territory, sources: Sources) -> dict[str, Measure]:
    """Floods recognised in each commune, and forest fires a year for 100 km2."""
    listed = insee.communes_2023(sources).index
    around = tuple(territory.communes["dep"].unique())
    decrees, fires = ccr.disaster_decrees(sources), bdiff.forest_fires(sources)
    decrees = decrees[(decrees["peril"] == ccr.FLOOD) & decrees["code"].str.startswith(around)]
    fires = fires[fires["year"].isin(FIRE_YEARS) & fires["code"].str.startswith(around)]
    present = present_codes({*decrees["code"], *fires["code"]}, listed, territory.passage)
    floods = distinct_floods(decrees, present)["code"].value_counts()
    burnt = fires["code"].map(present).value_counts()
    codes, area = territory.outlines.index, territory.outlines["area_km2"]
    a_year = burnt.reindex(codes, fill_value=0) / len(FIRE_YEARS)
    return {
        "floods_per_commune": Measure(
            floods.reindex(codes, fill_value=0).astype(float), pd.Series(1.0, index=codes)
        ),
        "fires_per_100_km2": Measure(100 * a_year / area, area),
    }
