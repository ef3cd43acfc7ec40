"""Who is at work, unemployed or a manager: a territory beside other places, and among EPCI."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.phrase import Phrase
from bassin.places.territory import FRANCE, Territory
from bassin.topics.national import National
from bassin.topics.selected import Selected
from bassin.topics.standing import standings, told

#: What is compared, in the order of the table.
COMPARED = ("employed_2022", "unemployed_2022", "youth_unemployed_2022", "managers_2022")
#: Columns of :func:`beside` after those of the places.
RANKED = ("middle_epci", "first", "last", "epci_known")


def beside(
    selected: Selected, national: National, territory: Territory, keys: Sequence[str] = COMPARED
) -> pd.DataFrame:
    """Indicators of a territory, of the places it is in, and its place among all EPCI.

    Parameters
    ----------
    selected : Selected
    national : National
    territory : Territory
    keys : sequence of str

    Returns
    -------
    DataFrame
        Index ``indicator``: codes that have a name. A column for the territory, its departement,
        its region and France (%); ``middle_epci`` (the EPCI in the middle), ``first`` and ``last``
        (place that the territory may have, highest first, as
        :func:`bassin.topics.standing.standings` has it), ``epci_known``. NaN where no file
        at hand has it.
    """
    among = national.by_group(keys, ["epci"])["value"]
    held = standings(territory.sources, keys, territory.code)
    rows = {}
    for key in keys:
        row = selected.by_place(key)["value"].astype(float).to_dict()
        epci = among.xs((key, "epci"), level=("indicator", "kind"))
        if pd.notna(epci.get(territory.code)):
            row |= dict(zip(RANKED, (epci.median(), *held.loc[key]), strict=True))
        rows[f"indicator.{key}"] = row
    places = [place for place in territory.levels if place != FRANCE]
    columns = [*places, FRANCE, *RANKED]
    table = pd.DataFrame.from_dict(rows, orient="index").reindex(columns=columns)
    return table.astype(float).rename_axis("indicator")


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """The same with one column of places in words, ``place``; ``None`` where it has none.

    Parameters
    ----------
    table : DataFrame
        As :func:`beside`.
    """
    held = table[[*RANKED[1:]]].itertuples(index=False, name=None)
    places = [
        None if pd.isna(first) else Phrase("work.place", rank=told(first, last), of=int(of))
        for first, last, of in held
    ]
    kept = table.drop(columns=[*RANKED[1:]])
    return kept.assign(place=pd.Series(places, table.index, dtype=object))
