"""What can be asked for of any place, topic by topic: the indicators of the catalogue."""

from __future__ import annotations

import pandas as pd

from bassin.choices import chosen
from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.places.territory import FRANCE, Territory
from bassin.topics.national import MODULES
from bassin.topics.peers.beside import Beside


def keys_by_topic(sources: Sources) -> dict[str, list[str]]:
    """Keys of the indicators of each topic that has one; those of later vintages too."""
    every = catalogue.at_hand(sources)
    topics = {
        topic: [key for key, one in every.items() if one.table.partition(".")[0] == topic]
        for topic in MODULES
    }
    return {topic: keys for topic, keys in topics.items() if keys}


def keys_of(topic: str, key: str | None, sources: Sources) -> list[str]:
    """Keys of a topic, or the one that is asked for.

    Raises
    ------
    ChoiceError
        If there is no such topic, or it has no such indicator; the message lists what there is,
        the nearest first.
    """
    topics = keys_by_topic(sources)
    keys = topics[chosen("topic", topic, topics)]
    return keys if key is None else [chosen("indicator", key, keys)]


def values(territory: Territory, keys: list[str], sources: Sources) -> pd.DataFrame:
    """Indicators of a place and of the places around it.

    Parameters
    ----------
    territory : Territory
    keys : list of str
    sources : Sources

    Returns
    -------
    DataFrame
        Index ``indicator``; ``unit`` (its key), ``vintage``, ``place``, ``departement``,
        ``region``, ``france`` (numbers, missing where there is none), ``rank`` and ``last``
        (the first and the last rank that it may have, 1 the highest) ``of`` how many EPCI with a
        value.
    """
    table = Beside(territory, sources).of(keys)
    here, departement, region = territory.here, territory.in_departement, territory.in_region
    columns = {here: "place", departement: "departement", region: "region", FRANCE: "france"}
    about = [catalogue.find(str(key)) for key in table.index]
    table = table.rename(columns=columns)
    table.insert(0, "unit", [one.unit for one in about])
    table.insert(1, "vintage", [one.vintage for one in about])
    return table


def years_of(keys: list[str]) -> tuple[int, int]:
    """First and last year that some indicators are of.

    Examples
    --------
    >>> years_of(["car_pct", "population_1968"])
    (1968, 2023)
    """
    about = [catalogue.find(key) for key in keys]
    return min(one.since for one in about), max(one.until for one in about)
