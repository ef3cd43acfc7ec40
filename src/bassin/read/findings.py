"""The sentences of the book that have a check: what of them cannot be computed.

The sentences themselves are in the prose of the chapters; :mod:`bassin.claims.sentences` finds
them there.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError, MissingFileError
from bassin.read._parse import numbers, read_delimited
from bassin.read._schema import check_schema, matches, text

#: In the folder of ``sources.csv``.
FINDINGS = "findings.csv"
_NAMES = ("id", "chapter", "exhibit", "check", "area", "period", "unit", "decimals", "grade")
#: Grades of evidence, as in the list of claims.
GRADES = ("A", "B", "S", "C", "D")
_WORD = r"[a-z0-9]+(-[a-z0-9]+)*"


def findings(folder: Path) -> pd.DataFrame:
    """Sentences of the book that state what can be checked, one row each.

    Parameters
    ----------
    folder : Path
        Of ``sources.csv``.

    Returns
    -------
    DataFrame
        Index ``id``, unique; ``chapter`` (stem of its notebook), ``exhibit`` (name of the figure,
        map or table the sentence is read from), ``check`` (name of its check), ``area`` and
        ``period`` (of the estimate, in words), ``unit`` (may be empty), ``decimals`` (of the
        estimate), ``grade`` (of :data:`GRADES`), ``note`` (may be empty).

    Raises
    ------
    MissingFileError
        If there is no such list.
    DataError
        If a cell is not of its kind, or an identifier is there twice.
    """
    path = folder / FINDINGS
    if not path.is_file():
        raise MissingFileError(f"{path}: no such file. Restore it from git.")
    table = read_delimited(FINDINGS, path.read_bytes(), columns=[*_NAMES, "note"])
    twice = table["id"][table["id"].duplicated()]
    if len(twice):
        raise DataError(
            FINDINGS,
            "two sentences have this identifier",
            column="id",
            row=twice.iloc[0],
            cure="Give each its own.",
        )
    table = table.set_index("id")
    table["decimals"] = numbers(table["decimals"], FINDINGS)
    columns = {
        "chapter": text(pattern=r"index|\d\d_[a-z_]+"),
        "exhibit": text(pattern=rf"(fig|map|tab)-{_WORD}"),
        "check": text(pattern=_WORD),
        "area": text(),
        "period": text(),
        "unit": pa.Column(str),
        "decimals": pa.Column(float, pa.Check.isin([0.0, 1.0, 2.0, 3.0])),
        "grade": pa.Column(str, pa.Check.isin(GRADES)),
        "note": pa.Column(str),
    }
    check_schema(table, FINDINGS, columns, pa.Index(str, matches(_WORD), name="id"))
    return table.astype({"decimals": int})
