"""The demographic balance between censuses, of the Observatoire des territoires."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import integers, numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check, count, text

BALANCE = "anct/indics_TERR_histodemo.csv"
BALANCE_FRANCE = "anct/indics_FRTOT_histodemo.csv"
_BALANCE_COLUMNS = {
    "POPULATION_debut": "population_start",
    "POPULATION_fin": "population_end",
    "NAISSANCES": "births",
    "DECES": "deaths",
    "EVOL_DEMO_SN": "natural",
    "EVOL_DEMO_SMA": "migratory",
}


@reused
def demographic_balance(sources: Sources) -> pd.DataFrame:
    """Natural and migratory balance between censuses, 1968 to 2016.

    EPCI are on the geography of 2019, when Alès Agglomération had 73 communes.

    Returns
    -------
    DataFrame
        Index ``(level, code, start)``: ``level`` is ``"epci"``, ``"departement"``, ``"region"`` or
        ``"france"`` (code ``"FR"``), ``start`` the first year of the period. Columns ``name``,
        ``end``, ``population_start``, ``population_end``, ``births``, ``deaths``, ``natural``
        (births less deaths) and ``migratory`` (the rest of the change, which includes errors of the
        counts): persons over the period.

    Raises
    ------
    DataError
        Also if natural and migratory do not add up to the change of population, or natural is not
        births less deaths.
    """
    levels = {"EPCI": "epci", "DEP": "departement", "REG": "region"}
    names = ["TERR", "LIB_TERR", "periode", "NIV_TERR", *_BALANCE_COLUMNS]
    places = read_csv(sources, BALANCE, columns=names)
    unknown = ~places["NIV_TERR"].isin(list(levels))
    if unknown.any():
        row = unknown.idxmax()
        raise DataError(BALANCE, f"{places.at[row, 'NIV_TERR']!r}", column="NIV_TERR", row=row)
    places["NIV_TERR"] = places["NIV_TERR"].map(levels)
    france = read_csv(sources, BALANCE_FRANCE, columns=["periode", *_BALANCE_COLUMNS])
    france = france.assign(TERR="FR", LIB_TERR="France", NIV_TERR="france")
    return pd.concat(
        [_balance(sources, BALANCE, places), _balance(sources, BALANCE_FRANCE, france)]
    ).sort_index()


def _balance(sources: Sources, file: str, rows: pd.DataFrame) -> pd.DataFrame:
    table = rows[list(_BALANCE_COLUMNS)].apply(numbers, file=file, missing=("", "NA"))
    table = table.rename(columns=_BALANCE_COLUMNS)
    period = rows["periode"].str.extract(r"^(\d{4})_(\d{4})$")
    if period.isna().any(axis=None):
        row = period[0].isna().idxmax()
        raise DataError(file, f"{rows.at[row, 'periode']!r}", column="periode", row=row)
    table.insert(0, "name", rows["LIB_TERR"])
    table.insert(1, "end", integers(period[1], file))
    table["level"], table["code"] = rows["NIV_TERR"], rows["TERR"]
    table["start"] = integers(period[0], file)
    table = table.set_index(["level", "code", "start"])
    change = table["population_end"] - table["population_start"]
    identities = {
        "EVOL_DEMO_SMA": table["natural"] + table["migratory"] - change,
        "EVOL_DEMO_SN": table["births"] - table["deaths"] - table["natural"],
    }
    for column, gap in identities.items():
        if (gap.abs() > 0.5).any():
            raise DataError(
                file,
                "natural and migratory balance do not follow from births, deaths and populations",
                column=column,
                row=gap.abs().idxmax(),
            )
    columns = {
        "name": text(),
        "end": pa.Column("int64", pa.Check.in_range(1900, 2100)),
        **{name: count(nullable=True) for name in list(_BALANCE_COLUMNS.values())[:4]},
        "natural": pa.Column(float, nullable=True),
        "migratory": pa.Column(float, nullable=True),
    }
    index = pa.MultiIndex(
        [pa.Index(str, name="level"), pa.Index(str, name="code"), pa.Index("int64", name="start")],
        unique=["level", "code", "start"],
    )
    return check(table, file, sources, columns, index)
