"""INSEE: weight of the presential sphere and of sectors in the jobs of intercommunalities."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._reused import reused
from bassin.read._schema import check, matches, text
from bassin.read._typed import read_records, record_header
from bassin.read._vintage import YEAR, of_year, years_in

#: Dataset of the manifest, a file a year.
FLORES_EPCI = "flores.epci"
#: Code of the row of France.
ALL_FRANCE = "00FR"
#: The presential sphere and the sectors, to what the publisher calls their shares.
PRESENTIAL = "presential"
SPHERES = {
    PRESENTIAL: "eco_emp_pres_pct_{y}",
    "farming": "eco_sectagri_pct_{y}",
    "industry": "eco_sectindus_pct_{y}",
    "construction": "eco_sectconst_pct_{y}",
    "services": "eco_sectservi_pct_{y}",
    "public": "eco_sectadmin_pct_{y}",
}
SECTORS = tuple(SPHERES)[1:]
#: Those read of each census of the file; of its last one all are.
_EACH = ("services", "public")


@reused(year=each(FLORES_EPCI))
def employment_spheres(sources: Sources, year: int) -> pd.DataFrame:
    """Presential sphere and sectors by EPCI, put together by a third party.

    The presential share is of *salaried* jobs at the end of the year (Flores); sectors are of all
    jobs at the place of work, at each census of the file (in that of 2023: 2011, 2016, 2022).

    Returns
    -------
    DataFrame
        Index ``epci`` (SIREN; ``"00FR"`` is France; the City of Paris, given beside the Métropole,
        is left out); ``name``, ``presential_<year>_pct``; of the last census
        ``farming_<year>_pct``, ``industry_<year>_pct``, ``construction_<year>_pct``; of each
        ``services_<year>_pct`` and ``public_<year>_pct`` (administration, teaching, health, social
        work): % of jobs.

    Raises
    ------
    DataError
        Also if the five sectors of the last census do not add up to 100 %, or the presential share
        is of another year.
    """
    file = file_of(sources, FLORES_EPCI, year)
    names = _names(file, record_header(sources, file), year)
    cells = read_records(sources, file, texts=["code", "libelle"], amounts=[*names])
    table = cells.set_index("code").rename_axis("epci")
    table = table.rename(columns={"libelle": "name", **names})
    values = table[list(names.values())]
    sectors = list(names.values())[1 : 1 + len(SECTORS)]
    gap = (values[sectors].sum(axis=1) - 100).abs()
    if (gap > 0.1).any():
        raise DataError(file, "sectors do not add up to 100 %", row=gap.idxmax())
    found = len(table)
    table = pd.concat([table["name"], values], axis=1).drop(index="75056", errors="ignore")
    percent = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    columns = {"name": text(), **dict.fromkeys(values.columns, percent)}
    index = pa.Index(str, matches(r"(?:\d{9}|00FR)"), unique=True, name="epci")
    return check(table, file, sources, columns, index, rows=found)


def _names(file: str, header: Sequence[str], year: int) -> dict[str, str]:
    """Columns of a file to those here.

    They are the presential share, all sectors of its last census, then services and administration
    of those before, from the last back.
    """
    [presential] = of_year(file, header, {SPHERES[PRESENTIAL]: PRESENTIAL}, year)
    first, *before = reversed([*years_in(file, header, SPHERES["services"]).values()])
    shares = [*((name, first) for name in SECTORS), *((n, y) for y in before for n in _EACH)]
    return {
        presential: f"{PRESENTIAL}_{year}_pct",
        **{
            SPHERES[name].replace(YEAR, f"{census % 100:02d}"): f"{name}_{census}_pct"
            for name, census in shares
        },
    }
