"""INSEE: facilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._cities import add_up_arrondissements
from bassin.read._parse import cell_text, integers, read_csv, require_rows, sheet_cells
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, whole

#: Dataset of the manifest, a file a year.
FACILITIES = "facilities"

#: Geography of the edition of 2019: each of its communes is one of that day.
FACILITIES_GEOGRAPHY = "2020-01-01"

#: Facility types kept, by their label in the crosstabs of 2009 and 2013 and their code after.
FACILITY_TYPES = {
    "general_practitioner": ("Médecin omnipraticien", "D201"),
    "dentist": ("Chirurgien dentiste", "D221"),
    "midwife": ("Sage-femme", "D231"),
    "nurse": ("Infirmier", "D232"),
    "pharmacy": ("Pharmacie", "D301"),
}


@reused(year=each(FACILITIES))
def facilities(sources: Sources, year: int) -> pd.DataFrame:
    """Health professionals and pharmacies by commune (Base permanente des équipements).

    A workbook is a crosstab of facilities, as those of 2009 and 2013 at hand; delimited text lists
    them, as since 2018.

    Parameters
    ----------
    sources : Sources
    year : int
        A vintage at hand.

    Returns
    -------
    DataFrame
        Index ``code``; ``general_practitioner``, ``dentist``, ``midwife``, ``nurse``, ``pharmacy``:
        counts (int). A commune with none of the facilities of the whole file has no row: that is a
        zero, and :meth:`~pandas.DataFrame.reindex` with ``fill_value=0`` is the right reading.
        Paris, Lyon and Marseille are the sums of their arrondissements.

    Raises
    ------
    ChoiceError
        If there is no file for the year.
    DataError
        Also if a row of a crosstab does not add up to its own total, or a list is of another year.
    """
    file = file_of(sources, FACILITIES, year)
    table = (_facility_crosstab if file.endswith(".xlsx") else _facility_list)(sources, file, year)
    columns = {name: whole() for name in FACILITY_TYPES}
    check(table, file, sources, columns, commune_index())
    return add_up_arrondissements(table, file)


def _facility_crosstab(sources: Sources, file: str, year: int) -> pd.DataFrame:
    return pick(crosstab(sources, file, year), file, {k: v[0] for k, v in FACILITY_TYPES.items()})


def _sheet_of(names: Sequence[str], year: int) -> str:
    """Sheet of the crosstab of a year, whose first letter is a capital in some.

    Examples
    --------
    >>> _sheet_of(["Lisez-moi", "Bpe13_ensemble_Analyse_croisée"], 2013)
    'Bpe13_ensemble_Analyse_croisée'
    """
    wanted = f"bpe{year % 100:02d}_ensemble_Analyse_croisée"
    return next((name for name in names if name.lower() == wanted.lower()), wanted)


@reused(file=(), year=())
def crosstab(sources: Sources, file: str, year: int) -> pd.DataFrame:
    """Every facility of a crosstab of a year: counts by commune, held against the total."""
    names, rows = sheet_cells(sources, file, partial(_sheet_of, year=year), header=1)
    require_rows(file, rows)
    if len(names) < 3:
        what = f"{len(names)} column(s), where there are codes, a total and types of facilities"
        raise DataError(file, what, row=1, cure="The sheet was cut: use the file as published.")
    cells = np.array(rows, dtype=object)
    codes = [cell_text(code) for code in cells[:, 0]]
    # Nine cells in ten are empty, which in a crosstab means none: only the others are parsed.
    filled = (cells[:, 1:] != "").nonzero()
    texts = pd.Series([cell_text(cell) for cell in cells[:, 1:][filled]], dtype=str)
    counts = np.zeros((len(codes), len(names) - 1), dtype="int64")
    try:
        counts[filled] = integers(texts, file)
    except DataError as error:
        row, column = (int(positions[error.row]) for positions in filled)
        raise DataError(
            file, error.what, column=names[1 + column], row=codes[row], cure=error.cure
        ) from None
    table = pd.DataFrame(counts, index=pd.Index(codes, name="code", dtype=str), columns=names[1:])
    total = names[1]
    off = (table.drop(columns=total).sum(axis=1) != table[total]).to_numpy()
    if off.any():
        raise DataError(
            file,
            "the facilities do not add up to the total",
            column=total,
            row=codes[int(off.argmax())],
            cure="A column or a cell is missing, or was changed: use the file as published.",
        )
    return table


def pick(table: pd.DataFrame, file: str, labels: Mapping[str, str]) -> pd.DataFrame:
    """Some facilities of a crosstab, by our name to its label.

    Raises
    ------
    DataError
        If a label is absent.
    """
    absent = [label for label in labels.values() if label not in table]
    if absent:
        raise DataError(file, "no such facility in the crosstab", column=absent[0])
    return table[list(labels.values())].set_axis(list(labels), axis=1)


def _facility_list(sources: Sources, file: str, year: int) -> pd.DataFrame:
    table = read_csv(sources, file, columns=["DEPCOM", "AN", "TYPEQU", "NB_EQUIP"])
    other = table["AN"] != str(year)
    if other.any():
        raise DataError(file, f"year is not {year}", column="AN", row=other.idxmax())
    table["NB_EQUIP"] = integers(table["NB_EQUIP"], file)
    repeated = table.duplicated(["DEPCOM", "TYPEQU"])
    if repeated.any():
        raise DataError(
            file, "a commune and facility type listed twice", column="TYPEQU", row=repeated.idxmax()
        )
    wide = table.pivot(index="DEPCOM", columns="TYPEQU", values="NB_EQUIP").fillna(0)
    names = {code: name for name, (_, code) in FACILITY_TYPES.items()}
    wide = wide.reindex(columns=list(names), fill_value=0).astype("int64")
    return wide.rename(columns=names).rename_axis(index="code", columns=None)
