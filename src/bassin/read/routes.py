"""Minutes of a planner over a road network, from a file that a user puts beside the others.

No such file comes with the project. One made by r5py, OSRM or any other engine takes the place of
the modelled minutes between the communes that it has.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, check, count, matches

FILE = "routes/{}.csv"
ORIGIN, DESTINATION, MINUTES = "origin", "destination", "minutes"
#: No trip between two communes takes a car as long (minutes): beyond, the file has seconds.
LONGEST = 24 * 60.0


def names(sources: Sources) -> list[str]:
    """Stems of the files that are listed."""
    found = sources.manifest.index.str.extract(r"^routes/([a-z0-9-]+)\.csv$")[0]
    return sorted(found.dropna())


@reused(name=names)
def minutes(sources: Sources, name: str) -> pd.DataFrame:
    """Car minutes between communes, over the roads, by a planner.

    Parameters
    ----------
    sources : Sources
    name : str
        Stem of the file, which is ``routes/NAME.csv``: three columns, ``origin``, ``destination``
        (codes of communes of 2023), ``minutes``.

    Returns
    -------
    DataFrame
        Index ``(origin, destination)``; ``minutes``.

    Raises
    ------
    DataError
        Also if a pair has two rows, a commune is at some time from itself and another at none, or
        a time is over a day, as in seconds.
    """
    file = FILE.format(name)
    raw = read_csv(sources, file, columns=[ORIGIN, DESTINATION, MINUTES])
    index = pd.MultiIndex.from_frame(raw[[ORIGIN, DESTINATION]])
    raw.index = pd.Index(raw[ORIGIN] + " to " + raw[DESTINATION])
    table = numbers(raw[MINUTES], file=file, missing=()).to_frame(MINUTES).set_axis(index)
    ends = pa.MultiIndex([pa.Index(str, matches(COMMUNE), name=end) for end in index.names])
    check(table, file, sources, {MINUTES: count()}, ends)
    _refuse(table, file)
    return table


def _refuse(table: pd.DataFrame, file: str) -> None:
    """Refuse times that no planner gives."""
    origin, destination = (table.index.get_level_values(end) for end in (ORIGIN, DESTINATION))
    times = table[MINUTES].to_numpy()
    for wrong, what, cure in (
        (
            np.asarray((origin != destination) & (times == 0)),
            "no time between two communes",
            "A way that the planner did not find is to be left out, not at zero.",
        ),
        (
            times > LONGEST,
            f"more than {LONGEST:g} minutes",
            "The file is to have minutes: divide seconds by 60.",
        ),
    ):
        if wrong.any():
            row = " to ".join(table.index[wrong][0])
            raise DataError(file, what, column=MINUTES, row=row, cure=cure)
