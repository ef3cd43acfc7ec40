"""Why claims are not tested, and where what would tell was searched."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, matches
from bassin.read.printed._text import of_text
from bassin.read.printed.claims import CLAIMS, claims
from bassin.verdict import NOT_OBTAINED, NOT_PUBLIC

SEARCHES = "searches.csv"

#: What would tell of a claim, or why nothing would.
WANTED = (
    *("statistics", "register", "work", "archive", "restricted", "unpublished"),
    *("undefined", "opinion"),
)

_SEARCHED = ["place", "query", "day", "seen"]


@of_text(SEARCHES)
def searches(sources: Sources, epci: str) -> pd.DataFrame:
    """Why each claim is not tested that is not obtained or not public, one row a claim.

    Returns
    -------
    DataFrame
        Index ``claim`` (of :func:`bassin.read.printed.claims`); ``reason`` (of :data:`WANTED`),
        ``place`` (kind of place that was searched), ``query``, ``day`` (of the search), ``seen``
        (in our words). The last four are empty where nothing was searched.

    Raises
    ------
    DataError
        Also if a claim that is not obtained or not public has no row, another has one, or a
        search is told in part.
    """
    file = of_study(epci, SEARCHES)
    names = ["claim", "reason", *_SEARCHED]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table = table.set_index("claim")
    columns = {
        "reason": pa.Column(str, pa.Check.isin(WANTED)),
        **dict.fromkeys(("place", "query", "seen"), pa.Column(str)),
        "day": pa.Column(str, matches(r"(\d{4}-\d{2}-\d{2})?")),
    }
    check_schema(table, file, columns, pa.Index(str, unique=True, name="claim"))
    expected = claims(sources, epci)["expected"]
    due = set(expected.index[expected.isin([NOT_OBTAINED, NOT_PUBLIC])])
    cure = f"One row for each claim of {CLAIMS} that is not obtained or not public."
    if lacking := sorted(due - set(table.index)):
        raise DataError(file, "no row", column="claim", row=lacking[0], cure=cure)
    if more := sorted(set(table.index) - due):
        raise DataError(file, "is tested, or none", column="claim", row=more[0], cure=cure)
    said = (table[_SEARCHED] != "").sum(axis=1)
    partly = ~said.isin([0, len(_SEARCHED)])
    if partly.any():
        raise DataError(
            file,
            "a search that is told in part",
            column="seen",
            row=partly.idxmax(),
            cure=f"Fill in {', '.join(_SEARCHED)}, or none of them.",
        )
    return table
