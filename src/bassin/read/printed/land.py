"""Land for firms and recruitment, as printed."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import integers, read_delimited
from bassin.read._parse import numbers as to_numbers
from bassin.read._schema import check_schema, text
from bassin.read.france_travail import SECTORS
from bassin.read.printed._lines import PASSAGE
from bassin.read.printed._text import of_text

FIGURE_II = "figure-ii.csv"
LAND = "land.csv"

#: Sectors of figure II: as transcribed, to their code, one of those of the survey.
FIGURE_SECTORS = {
    "Industry": SECTORS["Industrie"],
    "Business services": SECTORS["Services aux entreprises"],
    "Personal services": SECTORS["Services aux particuliers"],
}


@of_text(FIGURE_II)
def figure_ii(sources: Sources, epci: str) -> pd.DataFrame:
    """Figure II as printed: recruitment projects and share judged difficult, by sector.

    Returns
    -------
    DataFrame
        Index ``(sector, year)``, the sectors by their codes, of
        :data:`bassin.read.france_travail.SECTORS`; ``projects`` (printed in tens),
        ``difficult_pct`` (%), ``lines`` of the text.
    """
    file = of_study(epci, FIGURE_II)
    names = ["sector", "year", "projects", "difficult_pct", "lines"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table["year"] = integers(table["year"], file)
    for column in ("projects", "difficult_pct"):
        table[column] = to_numbers(table[column], file, missing=())
    strange = ~table["sector"].isin(list(FIGURE_SECTORS))
    if strange.any():
        row = int(strange.to_numpy().argmax())
        raise DataError(file, f"{table.at[row, 'sector']!r} is no sector", column="sector", row=row)
    table["sector"] = table["sector"].map(FIGURE_SECTORS)
    table = table.set_index(["sector", "year"])
    columns = {
        "projects": pa.Column(float, [pa.Check.gt(0), pa.Check(lambda s: s % 10 == 0)]),
        "difficult_pct": pa.Column(float, pa.Check.in_range(0, 100)),
        "lines": text(pattern=PASSAGE),
    }
    check_schema(table, file, columns)
    return table


@of_text(LAND)
def land_areas(sources: Sources, epci: str) -> pd.DataFrame:
    """Areas of land for firms that the study prints: index ``key``.

    Returns
    -------
    DataFrame
        ``item`` (in our words), ``year`` (text: some are periods), ``hectares``, ``lines``.
    """
    file = of_study(epci, LAND)
    names = ["key", "item", "year", "hectares", "lines"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table["hectares"] = to_numbers(table["hectares"], file, missing=())
    table = table.set_index("key")
    columns = {
        "item": text(),
        "year": text(pattern=r"\d{4}(?:\D.*)?"),
        "hectares": pa.Column(float, pa.Check.gt(0)),
        "lines": text(pattern=PASSAGE),
    }
    check_schema(table, file, columns, pa.Index(str, unique=True, name="key"))
    return table
