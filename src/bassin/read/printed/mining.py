"""Where the study has coal and silk."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, commune_index, text
from bassin.read.printed._lines import PASSAGE, PASSAGES
from bassin.read.printed._text import of_text

MINING_COMMUNES = "mining-communes.csv"


@of_text(MINING_COMMUNES)
def mining_communes(sources: Sources, epci: str) -> pd.DataFrame:
    """Communes the study names as places of coal mining.

    A pit is taken to be in the commune of its name; pits without one are left out, as are metal
    mines and works that only burnt coal.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``lines`` (of the text), ``named`` (as what, in our words).
    """
    file = of_study(epci, MINING_COMMUNES)
    names = ["code", "name", "lines", "named"]
    data = sources.transcription(file)
    table = read_delimited(file, data, columns=names).set_index("code")
    columns = {"name": text(), "lines": text(pattern=PASSAGES), "named": text()}
    check_schema(table, file, columns, commune_index())
    return table


ALTITUDES = "altitudes.csv"


@of_text(ALTITUDES)
def altitudes(sources: Sources, epci: str) -> pd.DataFrame:
    """Where each passage of the study has the old trades of the Cévennes, low or high.

    Returns
    -------
    DataFrame
        One row a passage and trade: ``lines`` (of the text), ``trade`` (``"silk"``, ``"coal"``),
        ``height`` (``"low"``, ``"high"``).

    Raises
    ------
    DataError
        If a passage gives a trade two heights, or a cell is none of these words.
    """
    file = of_study(epci, ALTITUDES)
    names = ["lines", "trade", "height"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    columns = {
        "lines": text(pattern=PASSAGE),
        "trade": pa.Column(str, pa.Check.isin(["silk", "coal"])),
        "height": pa.Column(str, pa.Check.isin(["low", "high"])),
    }
    check_schema(table, file, columns)
    twice = table.duplicated(["lines", "trade"])
    if twice.any():
        row = table.loc[twice.idxmax()]
        raise DataError(
            file,
            f"{row['trade']} is given twice",
            column="trade",
            row=f"lines {row['lines']}",
            cure="Keep one row for each passage and trade.",
        )
    return table
