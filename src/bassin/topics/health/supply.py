"""Doctors and inhabitants of all communes, on the geography of the book."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.geography import municipal_geography
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import insee
from bassin.topics.health.settings import SUPPLY_YEAR


def national_counts(
    doctors: pd.Series, municipal: pd.DataFrame, passage: Passage, towns: pd.Index
) -> pd.DataFrame:
    """Doctors and inhabitants of the towns, on the geography of the book.

    Parameters
    ----------
    doctors : Series
        By commune of :data:`bassin.read.insee.FACILITIES_GEOGRAPHY`; no row where there is none.
    municipal : DataFrame
        As :func:`bassin.read.insee.municipal_populations`.
    passage : Passage
    towns : Index
        Communes wanted; doctors and inhabitants of others are left out.

    Returns
    -------
    DataFrame
        Index as ``towns``; ``doctors``, ``people``: missing where the files of the time do not tell
        them, as of a commune that was divided since.
    """
    people = municipal[SUPPLY_YEAR].dropna()
    # A commune without any facility has no row: the list of communes of the day gives it its zero.
    listed = municipal[_published_on(insee.FACILITIES_GEOGRAPHY)].dropna().index
    everywhere = doctors.reindex(listed, fill_value=0)
    return pd.DataFrame(
        {
            "doctors": _carried(everywhere, insee.FACILITIES_GEOGRAPHY, passage, towns),
            "people": _carried(people, municipal_geography(SUPPLY_YEAR), passage, towns),
        }
    )


def _carried(counts: pd.Series, start: str, passage: Passage, towns: pd.Index) -> pd.Series:
    """Counts of the towns made of whole communes of the start; missing for the others."""
    moved, present = passage.transition(counts.index, start, GEOGRAPHY), set(counts.index.tolist())
    whole = [
        code
        for code in towns.tolist()
        if code in moved.parts and code not in moved.splits and moved.parts[code] <= present
    ]
    return passage.carry(counts, start, GEOGRAPHY, whole).reindex(towns).astype(float)


def _published_on(geography: str) -> int:
    """Census year whose populations are on a geography."""
    return next(
        year for year in range(SUPPLY_YEAR, 2016, -1) if municipal_geography(year) == geography
    )
