"""What the text of a study is: who wrote it, when, where it was published."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.trace import unnoticed
from bassin.files.transcribed import of_study
from bassin.read._parse import read_delimited
from bassin.read._schema import SIREN, check_schema, matches, text
from bassin.read.printed._text import of_text

TEXT = "study.csv"


@of_text(TEXT)
def text_of(sources: Sources, epci: str) -> pd.Series:
    """The text that a study is of.

    Returns
    -------
    Series of str
        ``siren`` (of the place that it is on), ``key`` (of the bibliography; may be empty),
        ``title``, ``authors`` (``;`` between them), ``dated`` (month or day of its publication),
        ``publisher``, ``isbn`` (empty where it has none), ``address`` (of the text; empty where
        it has none), ``language`` (two letters), ``licence`` (on what ground it is restated and
        quoted).

    Raises
    ------
    DataError
        If there is not exactly one row, it is of another place than its folder, or the text has
        neither an ISBN nor an address.
    """
    file = of_study(epci, TEXT)
    names = ["siren", "key", "title", "authors", "dated", "publisher", "isbn", "address"]
    names += ["language", "licence"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    if len(table) != 1:
        raise DataError(file, f"{len(table)} rows", cure="Write one: a folder is of one text.")
    columns = {
        "siren": pa.Column(str, matches(SIREN)),
        **dict.fromkeys(("title", "authors", "publisher", "licence"), text()),
        "key": pa.Column(str, matches(r"([a-z0-9-]+)?")),
        "dated": text(pattern=r"\d{4}-(0[1-9]|1[0-2])(-\d{2})?"),
        "isbn": pa.Column(str, matches(r"([0-9-]+)?")),
        "address": pa.Column(str, matches(r"(https?://[^\s/]+/\S*)?")),
        "language": text(pattern=r"[a-z]{2}"),
    }
    check_schema(table, file, columns)
    row = table.iloc[0]
    if row["siren"] != epci:
        raise DataError(
            file,
            f"{row['siren']}, in the folder of {epci}",
            column="siren",
            row=0,
            cure="A folder is called by the SIREN of the place that its text is on.",
        )
    if not row["isbn"] and not row["address"]:
        cure = "Write where the text is to be found."
        raise DataError(file, "neither ISBN nor address", column="address", row=0, cure=cure)
    return row


def month_of(sources: Sources, epci: str) -> str:
    """Month in which the text on a place was published: a page of it, or later, may copy it.

    Examples
    --------
    >>> month_of(Sources(), "200066918")
    '2023-09'
    """
    with unnoticed():  # when a text is of gives no number
        return str(text_of(sources, epci)["dated"])[:7]
