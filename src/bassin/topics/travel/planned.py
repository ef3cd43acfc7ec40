"""Minutes of a planner over a road network, held against where the communes are."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.models.inputs import listed
from bassin.models.travel import PlannedTimes, TravelModel
from bassin.read import routes

#: Fastest that a car goes in a straight line, and fastest and slowest of half the ways (km/h).
FASTEST, MEDIAN = 150.0, (10.0, 110.0)
#: Ways shorter than this (km) say nothing of a speed: their ends may be points of two hamlets.
SHORT = 5.0


def times(
    model: TravelModel, sources: Sources, towns: pd.DataFrame, codes: pd.Index
) -> TravelModel | PlannedTimes:
    """Minutes between some towns: a planner's where a file gives them, else the model's.

    Parameters
    ----------
    model : TravelModel
    sources, towns
        As :func:`planned`.
    codes : Index
        Those of the towns that times are asked for, in the order of the tables of these.

    Raises
    ------
    DataError
        As :func:`planned`.
    """
    given = planned(sources, towns)
    return model if given is None else PlannedTimes(model, codes, given)


def planned(sources: Sources, towns: pd.DataFrame) -> pd.Series | None:
    """Minutes of the one file of ``routes/`` that is listed; nothing where none is.

    Parameters
    ----------
    sources : Sources
    towns : DataFrame
        As :attr:`bassin.topics.travel.local.Travel.towns`.

    Returns
    -------
    Series or None
        As :func:`bassin.read.routes.minutes`.

    Raises
    ------
    DataError
        If two files are listed, a code is of no commune of the mainland and Corsica in 2023, or
        the ways make speeds that no car does.
    """
    names = routes.names(sources)
    if not names:
        return None
    file = routes.FILE.format(names[0])
    if len(names) > 1:
        raise DataError(
            file,
            f"{len(names)} files of planned minutes are listed: {listed(names)}",
            cure="List one: two planners do not agree on a way that both have.",
        )
    table = routes.minutes(sources, names[0])["minutes"]
    for end in (routes.ORIGIN, routes.DESTINATION):
        codes = table.index.get_level_values(end)
        unknown = codes[~codes.isin(towns.index)].unique()
        if len(unknown):
            raise DataError(
                file,
                f"{len(unknown)} codes are of no commune of the mainland and Corsica in 2023: "
                f"{listed(unknown)}",
                column=end,
                row=unknown[0],
                cure="Plan the times between the communes of 2023.",
            )
    _refuse_speeds(table, towns, file)
    return table


def _refuse_speeds(table: pd.Series, towns: pd.DataFrame, file: str) -> None:
    """Refuse times that are too short for the way, or in another unit."""
    ends = (towns.loc[table.index.get_level_values(end), ["x", "y"]].to_numpy() for end in (0, 1))
    start, end = ends
    km = np.hypot(*(start - end).T) / 1000
    long = km >= SHORT
    speeds = pd.Series(km[long] / (table[long] / 60), dtype=float)
    cure = "The file is to have minutes from commune to commune, whose codes are in their columns."
    fast = speeds > FASTEST
    if fast.any():
        row = " to ".join(speeds.index[fast][0])
        what = f"{speeds[fast].iloc[0]:.0f} km/h in a straight line; a car does at most {FASTEST:g}"
        raise DataError(file, what, column=routes.MINUTES, row=row, cure=cure)
    slowest, fastest = MEDIAN
    if len(speeds) and not slowest <= speeds.median() <= fastest:
        what = (
            f"half of the ways are slower than {speeds.median():.1f} km/h in a straight line; "
            f"cars do {slowest:g} to {fastest:g}"
        )
        raise DataError(file, what, column=routes.MINUTES, cure=cure)
