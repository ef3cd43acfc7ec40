"""INSEE: income and poverty."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.read._table import (
    check,
    commune_index,
    masked_numbers,
    read_csv,
)
from bassin.sources import Sources

FILOSOFI_2020 = "insee/cc_filosofi_2020_COM.csv"


def filosofi_2020(sources: Sources) -> pd.DataFrame:
    """Income and poverty of communes in 2020 (Filosofi), on the geography of 2023-01-01.

    Returns
    -------
    DataFrame
        Index ``code``; ``households``, ``persons`` (tax households and the people in them),
        ``median_income`` (euros a consumption unit a year), ``poverty_rate_pct`` (share under 60 %
        of the national median), and for each a ``..._status``: ``"published"``, ``"secret"`` or
        ``"missing"``. Rates are masked for small communes; nothing is filled in.
    """
    names = {
        "NBMENFISC20": "households",
        "NBPERSMENFISC20": "persons",
        "MED20": "median_income",
        "TP6020": "poverty_rate_pct",
    }
    table = read_csv(sources, FILOSOFI_2020, columns=["CODGEO", *names], sep=";")
    table = table.set_index("CODGEO").rename_axis("code")
    parts = {}
    for column, name in names.items():
        parts[name], status = masked_numbers(table[column], FILOSOFI_2020, decimal=",")
        parts[f"{name}_status"] = status
    columns: dict[str, pa.Column] = {}
    for name in names.values():
        top = 100 if name.endswith("_pct") else 1e9
        columns[name] = pa.Column(float, pa.Check.in_range(0, top), nullable=True)
        columns[f"{name}_status"] = pa.Column(
            str, pa.Check.isin(["published", "secret", "missing"])
        )
    return check(pd.DataFrame(parts), FILOSOFI_2020, sources, columns, commune_index())
