"""INSEE: weight of the presential sphere and of sectors in the jobs of intercommunalities."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._reused import reused
from bassin.read._schema import check, matches, text
from bassin.read._typed import read_records

FLORES_EPCI = "insee/flores_epci_2023.json"
#: Code of the row of France.
ALL_FRANCE = "00FR"
#: What the publisher calls each share, to its column here.
SPHERES = {
    "eco_emp_pres_pct_23": "presential_2023_pct",
    "eco_sectagri_pct_22": "farming_2022_pct",
    "eco_sectindus_pct_22": "industry_2022_pct",
    "eco_sectconst_pct_22": "construction_2022_pct",
    "eco_sectservi_pct_22": "services_2022_pct",
    "eco_sectadmin_pct_22": "public_2022_pct",
    "eco_sectservi_pct_16": "services_2016_pct",
    "eco_sectadmin_pct_16": "public_2016_pct",
    "eco_sectservi_pct_11": "services_2011_pct",
    "eco_sectadmin_pct_11": "public_2011_pct",
}


@reused
def employment_spheres(sources: Sources) -> pd.DataFrame:
    """Presential sphere and sectors by EPCI, put together by a third party.

    The presential share is of *salaried* jobs at the end of 2023 (Flores); sectors are of all jobs
    at the place of work (censuses of 2011, 2016, 2022).

    Returns
    -------
    DataFrame
        Index ``epci`` (SIREN; ``"00FR"`` is France; the City of Paris, given beside the Métropole,
        is left out); ``name``, ``presential_2023_pct``, ``farming_2022_pct``,
        ``industry_2022_pct``, ``construction_2022_pct``, ``services_<year>_pct`` and
        ``public_<year>_pct`` (administration, teaching, health, social work): % of jobs.

    Raises
    ------
    DataError
        Also if the five sectors of 2022 do not add up to 100 %.
    """
    cells = read_records(sources, FLORES_EPCI, texts=["code", "libelle"], amounts=[*SPHERES])
    table = cells.set_index("code").rename_axis("epci")
    table = table.rename(columns={"libelle": "name", **SPHERES})
    values = table[list(SPHERES.values())]
    sectors = [name for name in values if name.endswith("_2022_pct")]
    gap = (values[sectors].sum(axis=1) - 100).abs()
    if (gap > 0.1).any():
        raise DataError(FLORES_EPCI, "sectors do not add up to 100 %", row=gap.idxmax())
    found = len(table)
    table = pd.concat([table["name"], values], axis=1).drop(index="75056", errors="ignore")
    percent = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    columns = {"name": text(), **dict.fromkeys(values.columns, percent)}
    index = pa.Index(str, matches(r"(?:\d{9}|00FR)"), unique=True, name="epci")
    return check(table, FLORES_EPCI, sources, columns, index, rows=found)
