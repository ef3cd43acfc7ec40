"""What came of the raw files when they were spoiled on purpose: counts of a run of the tests.

The run takes hours and is no part of the build. Its counts are kept in ``data/corruption.csv`` with
the commit and the day they are of; how they are made is told in ``tests/corruption``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from bassin.errors import SourceError
from bassin.files import rows

#: Where the counts are kept, in the folder of ``sources.csv``.
SPOILED = "corruption.csv"
#: What can come of a spoiled copy, as the columns are called.
OUTCOMES = ("refused", "departs", "correction", "right", "silent", "raw_error")
COLUMNS = ("family", "tried", *OUTCOMES, "calls", "commit", "day")
#: The row of all of them.
ALL = "all"


@dataclass(frozen=True)
class Spoiled:
    """Copies of the raw files that were spoiled, and what came of them.

    Attributes
    ----------
    counts : DataFrame
        Index ``family``: a way to spoil a file, the last row all of them; ``tried`` (copies, int)
        and a column for each of :data:`OUTCOMES` (int).
    calls : int
        Tables of readers that copies were made for.
    commit, day : str
        Of the code that read them, and when.
    """

    counts: pd.DataFrame
    calls: int
    commit: str
    day: str

    @classmethod
    def of(cls, root: Path) -> Spoiled:
        """Read the counts of a ``data/`` folder.

        Raises
        ------
        SourceError
            If they are not there, a cell is no number, or a row does not add up.
        """
        path = root / SPOILED
        if not path.is_file():
            raise SourceError(f"{path} is missing. Restore it from git.")
        listed = rows.listed(path, COLUMNS)
        counted = [name for name in COLUMNS if name not in ("family", "commit", "day")]
        for row in listed:
            for name in counted:
                if not row[name].isdecimal():
                    raise SourceError(
                        f"{path}, row {row['family']!r}, column {name!r}: {row[name]!r} is no "
                        "count. Restore it from git."
                    )
        table = pd.DataFrame(listed).set_index("family").astype(dict.fromkeys(counted, int))
        apart = table["tried"] != table[[*OUTCOMES]].to_numpy().sum(axis=1)
        if apart.any():
            raise SourceError(
                f"{path}, row {apart.idxmax()!r}: the outcomes do not add up to the copies tried. "
                "Restore it from git."
            )
        last = table.iloc[-1]
        counts = table[["tried", *OUTCOMES]]
        return cls(counts, int(last["calls"]), str(last["commit"]), str(last["day"]))
