"""INSEE's archives: one table, beside its list of variables."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import read_delimited
from bassin.read._unpack import archive, archived


def member(sources: Sources, file: str, ending: str = ".csv", apart: str = "meta") -> bytes:
    """Bytes of the one table in an archive, its metadata and that of overseas lands left aside.

    Parameters
    ----------
    sources : Sources
    file : str
        A zip of the manifest.
    ending : str
        How the names of tables end, in lower case.
    apart : str
        How that of the list of variables begins, in lower case.

    Raises
    ------
    DataError
        If there is not one such table.
    """
    with archive(sources, file) as opened:
        found = [
            name
            for name in opened.namelist()
            if ending in name.lower()
            and not name.lower().startswith(apart)
            and "-com." not in name.lower()
        ]
        if len(found) != 1:
            raise DataError(
                file,
                f"{len(found)} tables in the archive, not one: {', '.join(found)}",
                cure="Use the archive as published.",
            )
        return archived(file, opened, found[0])


def read_base(
    sources: Sources, file: str, *, columns: Sequence[str], sep: str = ";"
) -> pd.DataFrame:
    """Read some columns of the table in an archive as text, as :func:`.read_csv` does.

    A byte-order mark, which some years have, is skipped.
    """
    data = member(sources, file)
    return read_delimited(file, data, columns=columns, sep=sep, encoding="utf-8-sig")


def refuse(file: str, rows: pd.Index, what: str) -> None:
    """Refuse a file of which some rows are wrong, and name the first.

    Raises
    ------
    DataError
        If there is such a row.
    """
    if len(rows):
        raise DataError(file, what, row=rows[0], cure="Use the file as published.")
