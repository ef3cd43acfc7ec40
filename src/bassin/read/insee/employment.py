"""INSEE: salaried jobs by industry (Flores)."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.read._jobs import complete
from bassin.read._reused import reused
from bassin.read._typed import read_parquet

FLORES_ZONES = "insee/flores_ze_a38_2022_2023.parquet"


@reused
def flores_by_industry(sources: Sources) -> pd.DataFrame:
    """Salaried jobs, private and public, by zone d'emploi and A38 industry, end of 2022 and 2023.

    An empty cell is an industry with no job in the zone: the shares the file states, of each zone
    and of France, are those of its jobs with that reading, which is checked.

    Returns
    -------
    DataFrame
        Index ``(zone, industry)``, every zone with every industry; ``label``, ``sector`` (A5, with
        ``AZ`` for farming), and jobs in columns ``2022`` and ``2023``.
    """
    years = {"eff_22": 2022, "eff_23": 2023}
    names = ["code_ze", "a38", "a5", "lib"]
    table = read_parquet(
        sources, FLORES_ZONES, texts=names, amounts=[*years, "pct_23", "fr_pct_23"]
    ).rename(columns=years)
    table = table.rename(
        columns={"code_ze": "zone", "a38": "industry", "a5": "sector", "lib": "label"}
    ).set_index(["zone", "industry"])
    return complete(table, FLORES_ZONES, sources, list(years.values()), share=("pct_23", 2023))
