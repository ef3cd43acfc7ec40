"""Errata of this book's own verdicts: each that moved, when, from what to what, and why."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, day, prose, text
from bassin.read.printed._text import of_text
from bassin.read.printed.claims import CLAIMS, claims, refuse_unlisted
from bassin.verdict import VERDICTS

ERRATA = "errata.csv"


@of_text(ERRATA)
def errata(sources: Sources, epci: str) -> pd.DataFrame:
    """Verdicts of this book that moved, one row a move, the oldest first.

    They begin with the words that verdicts have today.

    Returns
    -------
    DataFrame
        Unnamed range; ``date`` (day of the move), ``claim`` (of
        :func:`bassin.read.printed.claims`), ``from`` and ``to`` (of
        :data:`bassin.verdict.VERDICTS`), ``why`` (in our words).

    Raises
    ------
    DataError
        Also if a claim is not listed, a day is before the one above, a move begins where the one
        before it did not end, or the last one does not end at the verdict of the list of claims.
    """
    file = of_study(epci, ERRATA)
    names = ["date", "claim", "from", "to", "why"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    verdict = pa.Column(str, pa.Check.isin(VERDICTS))
    columns = {
        "date": day(),
        "claim": text(),
        "from": verdict,
        "to": verdict,
        "why": prose(),
    }
    check_schema(table, file, columns)
    refuse_unlisted(file, table["claim"], claims(sources, epci))
    later = table["date"] >= table["date"].shift(fill_value="")
    begins = table.groupby("claim")["to"].shift()
    ends = table["claim"].map(claims(sources, epci)["expected"])
    last = ~table["claim"].duplicated(keep="last")
    faults = {
        "date": (~later, "before the day of the row above", "The oldest move comes first."),
        "from": (
            (begins.notna() & (begins != table["from"])) | (table["from"] == table["to"]),
            "not where the move before it ended, or no move",
            "Write the verdict that the claim had.",
        ),
        "to": (
            last & (table["to"] != ends),
            f"the last move of the claim does not end at its verdict in {CLAIMS}",
            "Add the move that is lacking.",
        ),
    }
    for column, (wrong, what, cure) in faults.items():
        if wrong.any():
            row = int(wrong.to_numpy().argmax())
            said = f"{table[column].iloc[row]!r}: {what}"
            raise DataError(file, said, column=column, row=row, cure=cure)
    return table
