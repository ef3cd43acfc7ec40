"""Where the country had coal: a table of this book, typed in."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import PLACES
from bassin.read._parse import read_delimited
from bassin.read._reused import reused
from bassin.read._schema import check_schema, commune_index, text

COAL_COMMUNES = f"{PLACES}/coal-communes.csv"
#: Coal basins of the nationalised mines, as the study of Alès lists them (lines 741-743).
COAL_BASINS = (
    *("Nord-Pas-de-Calais", "Lorraine", "Loire", "Cévennes", "Blanzy"),
    *("Aquitaine", "Provence", "Auvergne", "Dauphiné"),
)


@reused
def coal_communes(sources: Sources) -> pd.DataFrame:
    """Main mining towns of the coal basins of the country.

    The basins are those the study of Alès names. Which towns stand for them is this book's choice:
    those whose pits or company the basin is known by.

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
