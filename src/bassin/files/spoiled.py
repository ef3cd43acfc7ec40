"""What came of the raw files when they were spoiled on purpose: counts of a run of the tests.

The run takes hours and is no part of the build. Its counts are kept in ``data/corruption.csv`` with
the commit and the day they are of; how they are made is told in ``tests/corruption``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
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
#: Columns of counts, and those that every row of one run has in common.
_COUNTED = ("tried", *OUTCOMES, "calls")
_OF_ALL = ("calls", "commit", "day")
#: What a cell of each column is, and how it is written.
_CALLED = {
    "family": "name",
    **dict.fromkeys(_COUNTED, "count"),
    "commit": "commit",
    "day": "day",
}
_WRITTEN = {
    "name": r"[a-z]+(?: [a-z]+)*",
    "count": r"\d{1,9}",
    "commit": r"[0-9a-f]{7,40}",
    "day": r"\d{4}-\d{2}-\d{2}",
}
_CELLS = {column: _WRITTEN[kind] for column, kind in _CALLED.items()}


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

        Parameters
        ----------
        root : Path
            The folder.

        Raises
        ------
        SourceError
            If it is no folder, the counts are not there, a cell is no count, name, commit or day, a
            row does not add up, is there twice, or is of another run, or the last is not the sum of
            the others.
        """
        if not isinstance(root, Path):
            raise SourceError(
                f"a {type(root).__name__} is no folder of data: give the path of the one that "
                f"holds {SPOILED}, as a Path."
            )
        path = root / SPOILED
        if not path.is_file():
            raise SourceError(f"{path} is missing. Restore it from git.")
        listed = rows.listed(path, COLUMNS)
        _refuse_cells(path, listed)
        table = pd.DataFrame(listed).set_index("family").astype(dict.fromkeys(_COUNTED, int))
        _refuse_sums(path, table)
        last = table.iloc[-1]
        counts = table[["tried", *OUTCOMES]]
        return cls(counts, int(last["calls"]), str(last["commit"]), str(last["day"]))


def _refuse_cells(path: Path, listed: list[dict[str, str]]) -> None:
    """Refuse a cell that is not written as its column is, or is not of the run of the others."""
    for row in listed:
        for name, pattern in _CELLS.items():
            fits = re.fullmatch(pattern, row[name], flags=re.ASCII)
            if not fits or (name == "day" and not _in_a_calendar(row[name])):
                raise _wrong(path, row["family"], name, f"{row[name]!r} is no {_CALLED[name]}")
        for name in _OF_ALL:
            if row[name] != listed[0][name]:
                what = f"{row[name]!r}, where the first row has {listed[0][name]!r}"
                raise _wrong(path, row["family"], name, what)


def _in_a_calendar(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _refuse_sums(path: Path, table: pd.DataFrame) -> None:
    """Refuse counts of which one row, or the last, is not the sum of what it counts."""
    twice = table.index.duplicated()
    if twice.any():
        raise _wrong(path, table.index[twice][0], "family", "twice in the list")
    if table.index[-1] != ALL or len(table) == 1:
        raise _wrong(path, table.index[-1], "family", f"the last of several rows is to be {ALL!r}")
    apart = table["tried"] != table[[*OUTCOMES]].to_numpy().sum(axis=1)
    if apart.any():
        what = "the outcomes do not add up to the copies tried"
        raise _wrong(path, apart.idxmax(), "tried", what)
    for name in ("tried", *OUTCOMES):
        added, said = int(table[name].to_numpy()[:-1].sum()), int(table[name].iloc[-1])
        if added != said:
            raise _wrong(path, ALL, name, f"{said}, where the rows above add up to {added}")


def _wrong(path: Path, family: object, column: str, what: str) -> SourceError:
    return SourceError(f"{path}, row {family!r}, column {column!r}: {what}. Restore it from git.")
