"""Replies to verdicts of this book, by the author of the study or another reader."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, day, prose, text
from bassin.read.printed._text import of_text
from bassin.read.printed.claims import claims, refuse_unlisted

REPLIES = "replies.csv"


@of_text(REPLIES)
def replies(sources: Sources, epci: str) -> pd.DataFrame:
    """What was replied to verdicts of this book, by the author of the study or another reader.

    Returns
    -------
    DataFrame
        Unnamed range, as long as there are replies; ``claim`` (of
        :func:`bassin.read.printed.claims`), ``date`` (of the reply), ``who`` (a role, such as
        "the author": no name), ``reply``, ``answer`` (of this book; may be empty).

    Raises
    ------
    DataError
        Also if a claim is not listed, a day is none of the calendar, or a reply is there twice.
    """
    file = of_study(epci, REPLIES)
    names = ["claim", "date", "who", "reply", "answer"]
    table = read_delimited(file, sources.transcription(file), columns=names, bare=True)
    columns = {
        "claim": text(),
        "date": day(),
        **dict.fromkeys(("who", "reply"), prose()),
        "answer": pa.Column(str),
    }
    check_schema(table, file, columns, unique=["claim", "date", "who", "reply"])
    refuse_unlisted(file, table["claim"], claims(sources, epci))
    return table
