"""What the chapter on population says."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import places_held
from bassin.phrase import Phrase
from bassin.places.territory import AWAY, FACING, parted
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.named import LA_GRAND_COMBE
from bassin.topics.population.history import (
    A_YEAR,
    CENSUS_PRECISION_PCT,
    NORTH_KM,
    PERIODS_OF_LOSS,
    north_of,
    ways,
)

#: Other distances north of the centre (km) that the communes of the north are counted from.
OTHER_KM = (5, 12)


def facts(study: Topics) -> Facts:
    """What the prose of the chapter says."""
    return joined(
        study,
        _printed,
        _whole,
        _centre,
        _mining_town,
        _sides,
        _balances,
        _births_of_region,
        _place_of_region,
        _losses,
        _extremes,
        _north,
    )


def _change(people: pd.Series, start: int, end: int) -> tuple[float, str, str]:
    return float((people[end] / people[start] - 1) * 100), "+.0f", "%"


def _printed(study: Topics) -> Facts:
    printed = study.published("population")
    return {
        "pop_printed": printed["pop-agglo-2020"],
        "pop_printed_before": printed["pop-agglo-2000"],
    }


def _whole(study: Topics) -> Facts:
    total = study.population.total
    return {
        **{f"total_{year}": total[year] for year in (1968, 1999, 2020, 2023)},
        "total_growth": _change(total, 1968, 2020),
        "total_growth_2023": _change(total, 1968, 2023),
        "total_flat": _change(total, 1968, 1999),
        "pop_precision": (CENSUS_PRECISION_PCT, ".1f", "%"),
    }


def _centre(study: Topics) -> Facts:
    town = study.population.by_commune.loc[study.territory.centre]
    since = town.loc[1968:]
    if since.isna().all():
        return {}
    return {
        **{f"ales_{year}": town[year] for year in (1968, 1975, 2020, 2023)},
        "ales_low": since.min(),
        "ales_low_year": (since.idxmin(), "d"),
        "ales_more": town[2020] - town[1968],
        "ales_precision": round(town[1968] * CENSUS_PRECISION_PCT / 100, -1),
        **{f"ales_change_{year}": _change(town, 1968, year) for year in (2019, 2021)},
    }


def _mining_town(study: Topics) -> Facts:
    if LA_GRAND_COMBE not in study.territory.codes:
        return {}
    people = study.population.by_commune.loc[LA_GRAND_COMBE]
    return {
        **{f"mine_{year}": people[year] for year in (1968, 2020, 2023)},
        "mine_change": _change(people, 1968, 2020),
        "mine_peak": people.max(),
        "mine_peak_year": (people.idxmax(), "d"),
    }


def _sides(study: Topics) -> Facts:
    population, sides = study.population, study.territory.sides()
    if not parted(sides):
        return {}
    people = population.by_side(sides)
    grown = (people.loc[2020] / people.loc[1999] - 1) * 100
    crossing = population.crossing(sides, AWAY, FACING)
    return {
        "side_south_growth": (grown[AWAY], ".0f", "%"),
        "side_north_growth": (grown[FACING], ".0f", "%"),
        "side_town_growth": (grown[sides[study.territory.centre]], ".0f", "%"),
        **{
            f"north_{year}": (people.at[year, FACING] / population.total[year] * 100, ".0f", "%")
            for year in (1876, 1962, 2020)
        },
        **({"crossing": (crossing, "d")} if crossing is not None else {}),
    }


def _balances(study: Topics) -> Facts:
    territory, population = study.territory, study.population
    if territory.here not in population.rates.index:  # Mayotte, which the balance leaves out
        return {}
    rates = population.rates.loc[territory.here]
    natural, moves = rates["natural"], rates["migratory"]
    recent = population.rates_2013_2018("epci").loc[territory.code]
    return {
        "natural_last": (natural.iloc[-1], "+.2f", "%"),
        "natural_recent": (recent["natural"], "+.2f", "%"),
        "migration_last": (moves.iloc[-1], "+.1f", "%"),
        "migration_recent": (recent["migratory"], "+.1f", "%"),
        "migration_first": (moves.iloc[0], "+.1f", "%"),
        "migration_best": (moves.max(), "+.1f", "%"),
        "migration_best_period": str(moves.idxmax()),
        "negative_natural": int((natural < 0).sum()),
        "periods": len(rates),
        **({"natural_since": str(rates.index[natural < 0][0])} if (natural < 0).any() else {}),
    }


def _births_of_region(study: Topics) -> Facts:
    if study.territory.here not in study.population.rates.index:
        return {}
    natural = study.population.natural(study.territory.region)
    periods = {"": "2013-2018", "_before": "2011-2016", "_after": "2016-2022"}
    return {
        f"region_natural{name}": (natural[period], "+.2f", "%")
        for name, period in periods.items()
        if period in natural.index
    }


def _place_of_region(study: Topics) -> Facts:
    region = study.territory.region
    places = {
        str(period): places_held(rates, region, A_YEAR)
        for period, rates in study.population.moves_of_regions.items()
        if region in rates.index
    }
    return {
        "regions_level": (A_YEAR, ".1f", "%"),
        **{
            f"region_place_{period[:4]}": Phrase(
                "population.place" if first == last else "population.places", first=first, last=last
            )
            for period, (first, last) in places.items()
        },
    }


def _losses(study: Topics) -> Facts:
    if not parted(study.territory.sides()):
        return {}
    table = study.population.losing
    (first, last), *_ = PERIODS_OF_LOSS
    whole = table.xs(f"{first}–{last}", level="period")
    return {
        "side_communes": whole.at[FACING, "communes"],
        "side_losers": whole.at[FACING, "losing"],
        "side_other": whole.at[AWAY, "communes"],
        **{
            f"side_{name}_{start}": table.at[(side, f"{start}–{end}"), "losing"]
            for name, side in (("north", FACING), ("south", AWAY))
            for start, end in PERIODS_OF_LOSS[2:]
        },
    }


def _extremes(study: Topics) -> Facts:
    growth = study.population.growth(1968, 2020).sort_values("growth_pct")
    return {
        "worst": str(growth["name"].iloc[0]),
        "worst_pct": (growth["growth_pct"].min(), "+.0f", "%"),
        "best": str(growth["name"].iloc[-1]),
        "best_pct": (growth["growth_pct"].max(), "+.0f", "%"),
    }


def _north(study: Topics) -> Facts:
    territory, population = study.territory, study.population
    middles = territory.outlines.geometry.centroid
    far = population.by_commune.loc[north_of(middles, territory.centre, NORTH_KM)]
    if far.empty:
        return {}
    together, names = population.together(list(far.index)), population.names
    always = (ways(far) <= 0).all(axis=1)
    said = {
        "north_km": NORTH_KM,
        "north_communes": len(far),
        "north_losers": int((far[2020] < far[1968]).sum()),
        "north_losers_1999": int((far[2020] < far[1999]).sum()),
        "north_always": int(always.sum()),
        "north_first": str(names[far.index[0]]),
        "north_last": str(names[far.index[-1]]),
        "north_change": _change(together, 1968, 2020),
        "north_before": _change(together, 1968, 1999),
        "north_up": _change(together, 1999, 2011),
        "north_down": _change(together, 2011, 2021),
    }
    if always.any():
        said["north_name"] = Phrase("population.names", names=list(names[always.index[always]]))
    for km in OTHER_KM:
        people = population.together(north_of(middles, territory.centre, km))
        if not people[1968]:
            continue
        said[f"north_change_{km}"] = _change(people, 1968, 2020)
        said[f"north_since_{km}"] = _change(people, 1999, 2020)
    return said
