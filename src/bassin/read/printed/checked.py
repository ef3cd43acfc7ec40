"""Checks of claims that are rows of a table, and no line of code."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, matches, text
from bassin.read.printed._text import of_text
from bassin.read.printed.claims import CLAIMS, claims, refuse_unlisted

CHECKED = "checks.csv"
#: What the column ``check`` of a claim says that has a row there.
ROW = "row"
LEVEL, PART, COMPARISON, CHANGE, RANK = "level", "part", "comparison", "change", "rank"
#: What a row does to the value of an indicator: to the words it may say, and whether it has a
#: second term.
CHECK_KINDS = {
    LEVEL: ((), False),
    PART: ((), True),
    COMPARISON: (("above", "below"), True),
    CHANGE: (("rises", "falls"), True),
    RANK: (("highest", "lowest"), True),
}
#: What a code of a place, or the key of an indicator, looks like.
_CODE = r"[A-Za-z0-9_-]+"


@of_text(CHECKED)
def declared_checks(sources: Sources, epci: str) -> pd.DataFrame:
    """Checks of claims that name a declared indicator, a place and a second term.

    Returns
    -------
    DataFrame
        Index ``claim`` (of :func:`bassin.read.printed.claims`); ``kind`` (of :data:`CHECK_KINDS`),
        ``indicator`` (its key), ``vintage`` (that it is declared of), ``place`` (code of a commune
        of 2023, ``EPCI-...``, ``DEP-...``, ``REG-...`` or ``FRANCE``), ``against`` (the second
        term: of a change the key of the earlier indicator, of a rank the group of places, else a
        place; empty of a level), ``says`` (what a statement says, or from which end a rank counts).

    Raises
    ------
    DataError
        Also if a claim is not listed, or its column ``check`` is another; a claim says ``row`` and
        has none; a second term is lacking or too many; or a word is none of its kind.
    """
    file = of_study(epci, CHECKED)
    names = ["claim", "kind", "indicator", "vintage", "place", "against", "says"]
    table = read_delimited(file, sources.transcription(file), columns=names).set_index("claim")
    columns = {
        "kind": pa.Column(str, pa.Check.isin(list(CHECK_KINDS))),
        "indicator": text(pattern=_CODE),
        "vintage": text(),
        "place": text(pattern=_CODE),
        "against": pa.Column(str, matches(rf"({_CODE})?")),
        "says": pa.Column(str),
    }
    check_schema(table, file, columns, pa.Index(str, unique=True, name="claim"))
    listed = claims(sources, epci)
    refuse_unlisted(file, pd.Series(table.index, table.index), listed)
    due = listed["check"] == ROW
    lacking = due.index[due & ~due.index.isin(table.index)]
    if len(lacking):
        raise DataError(file, "no row", column="claim", row=lacking[0], cure="Add its row.")
    for column, (wrong, what, cure) in _faults(table, due).items():
        if wrong.any():
            raise DataError(file, what, column=column, row=wrong.idxmax(), cure=cure)
    return table


def _faults(table: pd.DataFrame, due: pd.Series) -> dict[str, tuple[pd.Series, str, str]]:
    """What no column tells by itself: rows that are wrong, how, and what to do, by column."""
    words = table["kind"].map(lambda kind: CHECK_KINDS[kind][0])
    second = table["kind"].map(lambda kind: CHECK_KINDS[kind][1]).astype(bool)
    strange = [
        bool(said) and said not in may for said, may in zip(table["says"], words, strict=True)
    ]
    unsaid = table["kind"].isin([COMPARISON, RANK]) & (table["says"] == "")
    told = "; ".join(f"{kind}: {', '.join(may) or '-'}" for kind, (may, _) in CHECK_KINDS.items())
    return {
        "claim": (
            ~due.reindex(table.index),
            f"its check in {CLAIMS} is another",
            f"Write {ROW!r} in its column `check`, or take the row away.",
        ),
        "against": (
            second != (table["against"] != ""),
            "no second term, or one of a level, which has none",
            "Write what the value is held against; nothing for a level.",
        ),
        "says": (
            pd.Series(strange, table.index) | unsaid,
            "no word of its kind",
            f"Write one of ({told}); nothing for a number that is changed.",
        ),
    }
