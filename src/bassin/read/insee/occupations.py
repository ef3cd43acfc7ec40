"""INSEE: people by socio-professional category."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check_rows, check_schema, commune_index

OCCUPATIONS = "insee/rp2022_csp_communes.csv"
#: Date of the communes it is on.
OCCUPATIONS_GEOGRAPHY = "2025-01-01"
#: Categories of the nomenclature (PCS), in its order, to the names of their columns.
CATEGORIES = {
    "1": "farmers",
    "2": "owners",
    "3": "managers",
    "4": "intermediate",
    "5": "employees",
    "6": "workers",
    "7": "retired",
    "9": "others",
}
_TOTAL = "_T"


@reused
def occupations_2022(sources: Sources) -> pd.DataFrame:
    """People of 15 and over by socio-professional category, census of 2022.

    The file has a row a commune and category, and none where nobody is of it. Its cells are rounded
    up to the next whole number, each apart: the categories of a commune exceed its total by up to
    one each, which is how a lost row would show.

    Returns
    -------
    DataFrame
        Index ``code`` on the geography of :data:`OCCUPATIONS_GEOGRAPHY`; a column a category of
        :data:`CATEGORIES` (``owners`` are craftsmen, traders and heads of firms, ``managers`` with
        the higher intellectual professions, ``others`` out of work who never worked, students
        mostly), and ``total``: people.

    Raises
    ------
    DataError
        Also if a category is unknown or listed twice, or the categories of a commune do not add up
        to its total.
    """
    cells = read_csv(sources, OCCUPATIONS, columns=["GEO", "PCS", "OBS_VALUE"])
    # Totals of some communes of the first nine departements have lost their zero.
    cells["GEO"] = cells["GEO"].str.zfill(5)
    names = {**CATEGORIES, _TOTAL: "total"}
    unknown = ~cells["PCS"].isin([*names])
    twice = cells.duplicated(["GEO", "PCS"])
    for bad, what in ((unknown, "no such category"), (twice, "listed twice")):
        if bad.any():
            row = bad.idxmax()
            raise DataError(
                OCCUPATIONS,
                f"{cells.at[row, 'PCS']!r}: {what}",
                column="PCS",
                row=cells.at[row, "GEO"],
                cure="Use the file as published.",
            )
    counted = numbers(cells["OBS_VALUE"].set_axis(cells["GEO"]), OCCUPATIONS, missing=())
    table = cells.assign(OBS_VALUE=counted.to_numpy()).pivot(
        index="GEO", columns="PCS", values="OBS_VALUE"
    )
    table = table.reindex(columns=[*names]).rename(columns=names).rename_axis("code")
    table.columns.name = None
    # The file has no zero: a category without a row is of nobody. Each count is rounded up, so that
    # those there exceed their total by less than their number, in every commune.
    parts = [*CATEGORIES.values()]
    there = table[parts].notna().sum(axis=1)
    table[parts] = table[parts].fillna(0.0)
    over = table[parts].sum(axis=1) - table["total"]
    off = ~((over >= 0) & (over < there))
    if off.any():
        raise DataError(
            OCCUPATIONS,
            "the categories do not add up to the total",
            column="OBS_VALUE",
            row=off.idxmax(),
            cure="A row was lost, or is of other people: use the file as published.",
        )
    whole = pa.Column(float, [pa.Check.ge(0), pa.Check(lambda s: s % 1 == 0, name="whole_number")])
    check_schema(table, OCCUPATIONS, dict.fromkeys(names.values(), whole), commune_index())
    # Of the file: a row that is lost is a zero here.
    check_rows(OCCUPATIONS, sources, len(cells))
    return table
