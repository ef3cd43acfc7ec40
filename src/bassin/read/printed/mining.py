"""Where the study has coal and silk, and where the country had coal."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import read_delimited
from bassin.read._reused import reused
from bassin.read._schema import check_schema, commune_index, text
from bassin.read.printed._lines import PASSAGE, PASSAGES

MINING_COMMUNES = "mining-communes.csv"


@reused
def mining_communes(sources: Sources) -> pd.DataFrame:
    """Communes the study names as places of coal mining.

    A pit is taken to be in the commune of its name; pits without one are left out, as are metal
    mines and works that only burnt coal.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``lines`` (of the text), ``named`` (as what, in our words).
    """
    names = ["code", "name", "lines", "named"]
    data = sources.transcription(MINING_COMMUNES)
    table = read_delimited(MINING_COMMUNES, data, columns=names).set_index("code")
    columns = {"name": text(), "lines": text(pattern=PASSAGES), "named": text()}
    check_schema(table, MINING_COMMUNES, columns, commune_index())
    return table


ALTITUDES = "altitudes.csv"


@reused
def altitudes(sources: Sources) -> pd.DataFrame:
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
    names = ["lines", "trade", "height"]
    table = read_delimited(ALTITUDES, sources.transcription(ALTITUDES), columns=names)
    columns = {
        "lines": text(pattern=PASSAGE),
        "trade": pa.Column(str, pa.Check.isin(["silk", "coal"])),
        "height": pa.Column(str, pa.Check.isin(["low", "high"])),
    }
    check_schema(table, ALTITUDES, columns)
    twice = table.duplicated(["lines", "trade"])
    if twice.any():
        row = table.loc[twice.idxmax()]
        raise DataError(
            ALTITUDES,
            f"{row['trade']} is given twice",
            column="trade",
            row=f"lines {row['lines']}",
            cure="Keep one row for each passage and trade.",
        )
    return table


COAL_COMMUNES = "coal-communes.csv"
#: Coal basins of the nationalised mines, as the study lists them (lines 741-743).
COAL_BASINS = (
    *("Nord-Pas-de-Calais", "Lorraine", "Loire", "Cévennes", "Blanzy"),
    *("Aquitaine", "Provence", "Auvergne", "Dauphiné"),
)


@reused
def coal_communes(sources: Sources) -> pd.DataFrame:
    """Main mining towns of the coal basins of the country.

    The basins are those the study names. Which towns stand for them is this book's choice: those
    whose pits or company the basin is known by.

    Returns
    -------
    DataFrame
        Index ``code`` (communes of 2023); ``name``, ``basin`` (one of :data:`COAL_BASINS`), ``why``
        (in our words).

    Raises
    ------
    DataError
        Also if a basin has no town.
    """
    names = ["code", "name", "basin", "why"]
    data = sources.transcription(COAL_COMMUNES)
    table = read_delimited(COAL_COMMUNES, data, columns=names).set_index("code")
    basin = pa.Column(str, pa.Check.isin(COAL_BASINS))
    columns = {"name": text(), "basin": basin, "why": text()}
    check_schema(table, COAL_COMMUNES, columns, commune_index())
    absent = [basin for basin in COAL_BASINS if basin not in set(table["basin"])]
    if absent:
        raise DataError(
            COAL_COMMUNES,
            f"no town of {absent[0]}",
            column="basin",
            cure="Give each basin one town at least.",
        )
    return table
