"""Land for firms, recruitment and the law on land, as printed."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import integers, read_delimited
from bassin.read._parse import numbers as to_numbers
from bassin.read._reused import reused
from bassin.read._schema import check_schema, text
from bassin.read.france_travail import SECTORS
from bassin.read.printed._lines import PASSAGE

FIGURE_II = "figure-ii.csv"
LAND = "land.csv"
LAND_LAW = "law-land.csv"

#: Sectors of figure II: as transcribed, to their code, one of those of the survey.
FIGURE_SECTORS = {
    "Industry": SECTORS["Industrie"],
    "Business services": SECTORS["Services aux entreprises"],
    "Personal services": SECTORS["Services aux particuliers"],
}


@reused
def figure_ii(sources: Sources) -> pd.DataFrame:
    """Figure II as printed: recruitment projects and share judged difficult, by sector.

    Returns
    -------
    DataFrame
        Index ``(sector, year)``, the sectors by their codes, of
        :data:`bassin.read.france_travail.SECTORS`; ``projects`` (printed in tens),
        ``difficult_pct`` (%), ``lines`` of the text.
    """
    names = ["sector", "year", "projects", "difficult_pct", "lines"]
    table = read_delimited(FIGURE_II, sources.transcription(FIGURE_II), columns=names)
    table["year"] = integers(table["year"], FIGURE_II)
    for column in ("projects", "difficult_pct"):
        table[column] = to_numbers(table[column], FIGURE_II, missing=())
    strange = ~table["sector"].isin(list(FIGURE_SECTORS))
    if strange.any():
        row = int(strange.to_numpy().argmax())
        raise DataError(
            FIGURE_II, f"{table.at[row, 'sector']!r} is no sector", column="sector", row=row
        )
    table["sector"] = table["sector"].map(FIGURE_SECTORS)
    table = table.set_index(["sector", "year"])
    columns = {
        "projects": pa.Column(float, [pa.Check.gt(0), pa.Check(lambda s: s % 10 == 0)]),
        "difficult_pct": pa.Column(float, pa.Check.in_range(0, 100)),
        "lines": text(pattern=PASSAGE),
    }
    check_schema(table, FIGURE_II, columns)
    return table


@reused
def land_areas(sources: Sources) -> pd.DataFrame:
    """Areas of land for firms that the study prints: index ``key``.

    Returns
    -------
    DataFrame
        ``item`` (in our words), ``year`` (text: some are periods), ``hectares``, ``lines``.
    """
    names = ["key", "item", "year", "hectares", "lines"]
    table = read_delimited(LAND, sources.transcription(LAND), columns=names)
    table["hectares"] = to_numbers(table["hectares"], LAND, missing=())
    table = table.set_index("key")
    columns = {
        "item": text(),
        "year": text(pattern=r"\d{4}(?:\D.*)?"),
        "hectares": pa.Column(float, pa.Check.gt(0)),
        "lines": text(pattern=PASSAGE),
    }
    check_schema(table, LAND, columns, pa.Index(str, unique=True, name="key"))
    return table


@reused
def land_law(sources: Sources) -> pd.DataFrame:
    """The calendar of the law of 2021 on land, transcribed from its article: index ``key``.

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
