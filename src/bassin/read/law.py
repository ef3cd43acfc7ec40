"""What laws say that hold for every place: tables typed in from their articles."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.files.sources import Sources
from bassin.files.transcribed import LAW
from bassin.read._parse import integers, read_delimited
from bassin.read._parse import numbers as to_numbers
from bassin.read._reused import reused
from bassin.read._schema import check_schema, text

LAND_LAW = f"{LAW}/land.csv"


@reused
def land_law(sources: Sources) -> pd.DataFrame:
    """The calendar of the law of 2021 on land, typed in from its article: index ``key``.

    Returns
    -------
    DataFrame
        ``provision`` (in our words), ``start``, ``end`` (years), ``ratio`` (of the pace of the
        reference decade), ``act``, ``article``.
    """
    names = ["key", "provision", "start", "end", "ratio", "act", "article"]
    table = read_delimited(LAND_LAW, sources.transcription(LAND_LAW), columns=names)
    table = table.set_index("key")
    table["ratio"] = to_numbers(table["ratio"], LAND_LAW, missing=())
    for column in ("start", "end"):
        table[column] = integers(table[column], LAND_LAW)
    year = pa.Column("int64", pa.Check.in_range(2000, 2100))
    columns = {
        "provision": text(),
        "start": year,
        "end": year,
        "ratio": pa.Column(float, pa.Check.in_range(0, 1)),
        "act": text(),
        "article": text(),
    }
    check_schema(table, LAND_LAW, columns, pa.Index(str, unique=True, name="key"))
    return table
