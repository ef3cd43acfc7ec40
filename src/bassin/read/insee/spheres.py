"""INSEE: weight of the presential sphere, sectors and large establishments in jobs, by EPCI."""

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
#: Sizes of establishments (fewer than 10 employees, 100 and more), likewise.
SMALL, LARGE = "small_establishments", "large_establishments"
SIZES = {SMALL: "eco_eff_petites_pct_{y}", LARGE: "eco_eff_grandes_pct_{y}"}
#: Those read of each census of the file; of its last one all are.
_EACH = ("services", "public")


@reused(year=each(FLORES_EPCI))
def employment_spheres(sources: Sources, year: int) -> pd.DataFrame:
    """Presential sphere, sectors and sizes by EPCI, put together by a third party.

    The presential share and those of sizes are of *salaried* jobs at the end of the year (Flores);
    sectors are of all jobs at the place of work, at each census of the file (in that of 2023: 2011,
    2016, 2022).

    Returns
    -------
    DataFrame
        Index ``epci`` (SIREN; ``"00FR"`` is France; the City of Paris, given beside the Métropole,
        is left out); ``name``, ``presential_<year>_pct``; of the last census
        ``farming_<year>_pct``, ``industry_<year>_pct``, ``construction_<year>_pct``; of each
        ``services_<year>_pct`` and ``public_<year>_pct`` (administration, teaching, health, social
        work); ``small_establishments_<year>_pct`` (jobs in those of fewer than 10 employees),
        ``large_establishments_<year>_pct`` (in those of 100 and more): % of jobs.

    Raises
    ------
    DataError
        Also if the five sectors of the last census do not add up to 100 %, small and large
        establishments have more than all jobs, or the presential share or a size is of another
        year.
    """
    file = file_of(sources, FLORES_EPCI, year)
    names = _names(file, record_header(sources, file), year)
    cells = read_records(sources, file, texts=["code", "libelle"], amounts=[*names])
    table = cells.set_index("code").rename_axis("epci")
    table = table.rename(columns={"libelle": "name", **names})
    values = table[list(names.values())]
    sectors = list(names.values())[1 : 1 + len(SECTORS)]
    gap = (values[sectors].sum(axis=1, skipna=False) - 100).abs()
    if not (gap <= 0.1).all():
        row = (gap <= 0.1).idxmin()
        cure = "Use the file as it was listed."
        raise DataError(file, "sectors do not add up to 100 %", row=row, cure=cure)
    sizes = [f"{size}_{year}_pct" for size in SIZES]
    over = values[sizes].sum(axis=1, skipna=False) - 100
    if (over > 0.1).any():
        raise DataError(
            file,
            "small and large establishments have more than all jobs",
            column=SIZES[LARGE].replace(YEAR, f"{year % 100:02d}"),
            row=over.idxmax(),
            cure="Use the file as it was listed.",
        )
    found = len(table)
    table = pd.concat([table["name"], values], axis=1).drop(index="75056", errors="ignore")
    percent = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    columns = {"name": text(), **dict.fromkeys(values.columns, percent)}
    index = pa.Index(str, matches(r"(?:\d{9}|00FR)"), unique=True, name="epci")
    return check(table, file, sources, columns, index, rows=found)


def _names(file: str, header: Sequence[str], year: int) -> dict[str, str]:
    """Columns of a file to those here.

    They are the presential share, all sectors of its last census, then services and administration
    of those before, from the last back, and the sizes of establishments.
    """
    [presential] = of_year(file, header, {SPHERES[PRESENTIAL]: PRESENTIAL}, year)
    first, *before = reversed([*years_in(file, header, SPHERES["services"]).values()])
    sizes = {
        column: f"{size}_{year}_pct"
        for size, stem in SIZES.items()
        for column in of_year(file, header, {stem: size}, year)
    }
    shares = [*((name, first) for name in SECTORS), *((n, y) for y in before for n in _EACH)]
    return {
        presential: f"{PRESENTIAL}_{year}_pct",
        **{
            SPHERES[name].replace(YEAR, f"{census % 100:02d}"): f"{name}_{census}_pct"
            for name, census in shares
        },
        **sizes,
    }
