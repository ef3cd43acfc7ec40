"""Inhabitants of communes as they are counted, on whatever ground is asked for."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators.aggregate import MERGED, STATUS
from bassin.indicators.geography import municipal_geography
from bassin.places.national import EVERY, Ground, carried, merged
from bassin.places.passage import GEOGRAPHY
from bassin.read import insee


def censuses(sources: Sources, ground: Ground = EVERY) -> pd.DataFrame:
    """Inhabitants at each census of the long series, 1876 to 2015: a column a year."""

    def carry() -> pd.DataFrame:
        counts = insee.census_populations(sources)
        return carried(sources, counts, insee.HISTORICAL_GEOGRAPHY, ground)

    return sources.kept.get(("censuses", ground), carry)


def municipal_counts(sources: Sources, year: int, ground: Ground = EVERY) -> pd.Series:
    """Municipal populations of a year, 2013 to 2023: missing where a commune has merged since."""
    counts = insee.municipal_populations(sources)[year].dropna()
    return carried(sources, counts, municipal_geography(year), ground)


def municipal(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """As :func:`municipal_counts`, and what became of the communes that have none.

    Parameters
    ----------
    sources : Sources
    year : int
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``: every commune of the ground; ``people``, and ``status`` in the years
        published on later boundaries than those of 2023: a commune merged since has no row of its
        own in them.
    """
    table = municipal_counts(sources, year, ground).to_frame("people")
    if municipal_geography(year) > GEOGRAPHY:
        gone = merged(sources, table["people"].notna(), ground)
        table[STATUS] = pd.Series(MERGED, index=table.index, dtype=object).where(gone)
    return table


def legal(sources: Sources, ground: Ground = EVERY) -> pd.Series:
    """Inhabitants in force on the day of the communes of 2023: none of Mayotte."""
    counted = insee.legal_population(sources)["municipal"].astype(float)
    return carried(sources, counted, insee.LEGAL_GEOGRAPHY, ground).rename("population")
