"""INSEE: salaried jobs of zones d'emploi, by year and by industry."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._jobs import complete
from bassin.read._reused import reused
from bassin.read._schema import check_rows, check_schema, matches
from bassin.read._typed import parquet_header, read_parquet, read_records
from bassin.read._vintage import years_of

FLORES_ZONES = "insee/flores_ze_a38_2022_2023.parquet"
SALARIED_ZONES = "insee/emploi_total_ze_1998_2023.json"

#: Codes of zones over several regions begin so; each region's part of one has the code of the
#: region and the same end: 0051 (Alençon) is 2851 and 5251.
ACROSS_REGIONS = "00"
#: From this end on a code is of a zone over several regions, or of a part of one.
FIRST_ACROSS = 51


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


@reused
def salaried_jobs(sources: Sources) -> pd.DataFrame:
    """Salaried jobs, private and public, of every zone d'emploi at the end of each year.

    The file says "total"; of all industries is meant, not of all workers. Its jobs of 2023 are 1.02
    times those of Flores, which are salaried, and those of 2018 are 0.95 times what the census of
    that year counts, the self-employed included.

    It gives a zone over several regions whole, and once more for each region. The parts add up to
    the whole every year, to the one job of rounding, which is checked; they are left out here.

    Returns
    -------
    DataFrame
        Index ``zone`` (four digits); jobs, a column a year.

    Raises
    ------
    DataError
        If a zone lacks a year or has one twice, is of another total than that of all industries, or
        is not the sum of its parts.

    Examples
    --------
    >>> int(salaried_jobs(Sources()).at["7603", 2023])  # doctest: +SKIP
    47752
    """
    file = SALARIED_ZONES
    cells = read_records(sources, file, texts=["code_ze", "na5"], amounts=["year", "eff"])
    check_rows(file, sources, len(cells))
    schema = {
        "code_ze": pa.Column(str, matches(r"\d{4}")),
        "na5": pa.Column(str, pa.Check.isin(["T"])),
        "year": pa.Column(float, [pa.Check.in_range(1990, 2100), _WHOLE]),
        "eff": pa.Column(float, [pa.Check.gt(0), _WHOLE]),
    }
    check_schema(cells, file, schema, unique=["code_ze", "year"])
    wide = cells.pivot(index="code_ze", columns="year", values="eff")
    wide = wide.rename_axis(index="zone", columns=None).rename(columns=int)
    lacking = wide.index[wide.isna().any(axis=1)]
    if len(lacking):
        year = wide.columns[wide.loc[lacking[0]].isna()][0]
        raise DataError(
            file, "no jobs of this year", column=f"year {year}", row=lacking[0], cure=_AS_LISTED
        )
    return _without_parts(wide.astype("int64"), file)


_WHOLE = pa.Check(lambda values: values % 1 == 0, name="whole_number")
_AS_LISTED = "Use the file as it was listed, or take in another with `bassin accept`."


def _without_parts(jobs: pd.DataFrame, file: str) -> pd.DataFrame:
    """Leave out the parts of zones over several regions, once they add up to their zones."""
    end = jobs.index.str[2:].astype(int)
    whole = jobs.index.str.startswith(ACROSS_REGIONS)
    parts = jobs[(end >= FIRST_ACROSS) & ~whole]
    found = parts.groupby(ACROSS_REGIONS + parts.index.str[2:]).sum()
    stated = jobs[whole].reindex(found.index.union(jobs.index[whole]))
    # Jobs are estimates, rounded one by one.
    wrong = ~((found.reindex(stated.index) - stated).abs() <= 1)
    if wrong.any(axis=None):
        zone = wrong.any(axis=1).idxmax()
        year = wrong.columns[wrong.loc[zone]][0]
        raise DataError(
            file,
            f"the parts of this zone in each region do not add up to it in {year}",
            column="eff",
            row=zone,
            cure=_AS_LISTED,
        )
    return jobs.drop(index=parts.index)
