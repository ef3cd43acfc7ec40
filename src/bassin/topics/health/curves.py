"""Numbers that contested claims on access to doctors hang on, under every choice."""

from __future__ import annotations

from itertools import product

import pandas as pd

from bassin.indicators.stats import ROUNDING_OF_TENTHS, how_many
from bassin.places.territory import AWAY, FACING
from bassin.topics.gathered import Topics
from bassin.topics.health.access import EARLY_EDITIONS, EDITIONS, GP, GP_UNDER_65
from bassin.topics.health.checks import ratios_quoted, way, zones_and_country
from bassin.topics.health.roads import IN_FIELD, KNOWN, MODELLED
from bassin.topics.tried import COUNTED, Tried, above, trial, tried

#: Editions that are counted, columns of the index, roads that the ratio must agree on, and how far
#: apart two means are that differ.
COUNTED_EDITIONS = {"of_the_time": EARLY_EDITIONS, "all_editions": EDITIONS}
COLUMNS = {"both_columns": (GP, GP_UNDER_65), GP: (GP,), GP_UNDER_65: (GP_UNDER_65,)}
ROADS = {
    "all_roads": (MODELLED, IN_FIELD, KNOWN),
    MODELLED: (MODELLED,),
    IN_FIELD: (IN_FIELD,),
    KNOWN: (KNOWN,),
}
LEVELS = (0.0, ROUNDING_OF_TENTHS)
#: Share of comparisons, in %, from which they are most.
MOST = 50.0


@trial("claim-care-north-west")
def north_west(study: Topics) -> Tried:
    """The north and west have less than the country in most comparisons."""
    return _side(study, FACING, -1)


@trial("claim-care-south-east")
def south_east(study: Topics) -> Tried:
    """The south and east have more."""
    return _side(study, AWAY, 1)


def _side(study: Topics, side: str, expected: int) -> Tried:
    """Share of comparisons that bear a claim on a side out, by what is compared."""
    both, ratios = zones_and_country(study), ratios_quoted(study, side)
    ways = pd.Series(
        {
            (name, year, level): way(one, side, year, level)
            for name, one in both.items()
            for year, level in product(EDITIONS, LEVELS)
        }
    )
    shares = {}
    for years, columns, roads, level in product(COUNTED_EDITIONS, COLUMNS, ROADS, LEVELS):
        index = product(COLUMNS[columns], COUNTED_EDITIONS[years], [level])
        held = [*(ways[key] == expected for key in index)]
        held.append(bool((expected * ratios[list(ROADS[roads])] > 0).all()))
        shares[years, columns, roads, level] = 100 * how_many(pd.Series(held)) / len(held)
    chosen = ("of_the_time", "both_columns", "all_roads", ROUNDING_OF_TENTHS)
    names = ["editions", "doctors", "roads", "level"]
    return tried(shares, names, chosen, above(MOST), COUNTED)
