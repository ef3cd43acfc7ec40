"""Prevention plans, recognised floods and forest fires, by commune of France."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators.geography import present_codes
from bassin.places.membership import codes
from bassin.places.national import EVERY, Ground, carried, passage
from bassin.read import anct, bdiff, ccr, ign
from bassin.topics.population.counted import legal
from bassin.topics.population.national import inhabitants
from bassin.topics.risk.fires import FIRE_YEARS, fire_counts
from bassin.topics.risk.floods import distinct_floods


def floods(sources: Sources) -> pd.DataFrame:
    """Floods recognised since 1982, each counted once.

    Returns
    -------
    DataFrame
        Index ``code``; ``floods`` (number), ``communes`` (1 each).
    """
    listed = codes(sources)
    decrees = ccr.disaster_decrees(sources)
    decrees = decrees[decrees["peril"] == ccr.FLOOD]
    present = present_codes(decrees["code"], listed, passage(sources))
    counts = distinct_floods(decrees, present)["code"].value_counts()
    table = counts.reindex(listed, fill_value=0).astype(float).to_frame("floods")
    return table.assign(communes=1.0).rename_axis("code")


def floods_lived(sources: Sources) -> pd.DataFrame:
    """As :func:`floods`, with ``people``: inhabitants in force (NaN in Mayotte)."""
    return floods(sources).assign(people=legal(sources))


def fires(sources: Sources) -> pd.DataFrame:
    """Forest fires a year.

    Returns
    -------
    DataFrame
        Index ``code``; ``fires`` (number a year).
    """
    listed = codes(sources)
    table = bdiff.forest_fires(sources)
    present = present_codes(table["code"], listed, passage(sources))
    counts = fire_counts(table.assign(code=table["code"].map(present)), listed)
    return (counts[["fires"]] / len(FIRE_YEARS)).rename_axis("code")


def fires_and_ground(sources: Sources) -> pd.DataFrame:
    """As :func:`fires`, beside the area of the commune as IGN's directory gives it.

    Returns
    -------
    DataFrame
        Index ``code``; ``fires``, ``area_km2`` (NaN overseas, which the directory leaves out).
    """
    area = ign.town_halls_2012(sources)["area_km2"]
    return fires(sources).assign(area_km2=carried(sources, area, ign.GEOGRAPHY_2011))


def plans(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Whether a prevention plan covers the commune, in the register of a year.

    Parameters
    ----------
    sources : Sources
    year : int
        Of the register.
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``covered_pct`` (100 or 0), ``communes`` (1 each); NaN where the register
        lists another commune.
    """
    plan = ground.lay(sources, anct.prevention_plans(sources, year)["plan"].astype(float))
    return pd.DataFrame({"covered_pct": 100 * plan, "communes": 1.0}).rename_axis("code")


def people_under_plans(sources: Sources, year: int) -> pd.DataFrame:
    """As :func:`plans`, with ``people``: inhabitants of 2020."""
    return plans(sources, year).assign(people=inhabitants(sources, 2020)["people"])
