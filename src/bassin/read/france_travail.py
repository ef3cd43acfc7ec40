"""France Travail (formerly Pôle emploi): the recruitment survey and its bassins."""

from __future__ import annotations

import pandas as pd

from bassin.read._table import check, commune_index, read_sheet, text
from bassin.sources import Sources

BASINS = "france_travail/passage_commune_bassin_bmo.xlsx"


def basins_2019(sources: Sources) -> pd.DataFrame:
    """Bassin of the recruitment survey (BMO) of each commune, as used in 2019.

    Returns
    -------
    DataFrame
        Index ``code``; ``basin`` (four digits), ``basin_name``. The file lists communes of several
        years at once: those merged since stand beside the communes that took them in. Eight former
        communes have no bassin (NaN).
    """
    names = {"code_commune": "code", "code_bassin_bmo": "basin", "lib_bassin_bmo": "basin_name"}
    table = read_sheet(sources, BASINS, "Sheet1", columns=list(names), header=1)
    table = table.rename(columns=names).set_index("code")
    table = table.mask(table == "")
    columns = {"basin": text(pattern=r"^\d{4}$", nullable=True), "basin_name": text(nullable=True)}
    return check(table, BASINS, sources, columns, commune_index())
