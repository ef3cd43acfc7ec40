"""INSEE: salaried jobs by industry (Flores)."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.read._jobs import complete
from bassin.read._reused import reused
from bassin.read._typed import parquet_header, read_parquet
from bassin.read._vintage import years_of

FLORES_ZONES = "insee/flores_ze_a38_2022_2023.parquet"


@reused
def flores_by_industry(sources: Sources) -> pd.DataFrame:
    """Salaried jobs, private and public, by zone d'emploi and A38 industry, each year of the file.

    An empty cell is an industry with no job in the zone: the shares the file states, of each zone
    and of France, are those of its jobs with that reading, which is checked.

    Returns
    -------
    DataFrame
        Index ``(zone, industry)``, every zone with every industry; ``label``, ``sector`` (A5, with
        ``AZ`` for farming), and jobs in a column a year: ``2022``, ``2023`` ...

    Raises
    ------
    DataError
        Also if the last year is not that of its row in the manifest.
    """
    years = years_of(sources, FLORES_ZONES, parquet_header(sources, FLORES_ZONES), "eff_{y}")
    last = max(years.values())
    share = f"pct_{last % 100:02d}"
    names = ["code_ze", "a38", "a5", "lib"]
    table = read_parquet(
        sources, FLORES_ZONES, texts=names, amounts=[*years, share, f"fr_{share}"]
    ).rename(columns=years)
    table = table.rename(
        columns={"code_ze": "zone", "a38": "industry", "a5": "sector", "lib": "label"}
    ).set_index(["zone", "industry"])
    return complete(table, FLORES_ZONES, sources, list(years.values()), share=(share, last))
