"""Replies to verdicts of this book, by the author of the study or another reader."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.files.sources import Sources
from bassin.read._parse import read_delimited
from bassin.read._reused import reused
from bassin.read._schema import check_schema, day, prose, text
from bassin.read.printed.claims import claims, refuse_unlisted

REPLIES = "replies.csv"


@reused
def replies(sources: Sources) -> pd.DataFrame:
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
    names = ["claim", "date", "who", "reply", "answer"]
    table = read_delimited(REPLIES, sources.transcription(REPLIES), columns=names, bare=True)
    columns = {
        "claim": text(),
        "date": day(),
        **dict.fromkeys(("who", "reply"), prose()),
        "answer": pa.Column(str),
    }
    check_schema(table, REPLIES, columns, unique=["claim", "date", "who", "reply"])
    refuse_unlisted(REPLIES, table["claim"], claims(sources))
    return table
