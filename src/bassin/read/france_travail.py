"""France Travail (formerly Pôle emploi): the recruitment survey and its bassins."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.manifest import MANIFEST
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import integers, masked_numbers, numbers, read_sheet
from bassin.read._reused import reused
from bassin.read._schema import availability, check, commune_index, text

#: Datasets of the manifest: the bassins, the survey by sector, and by occupation.
BASINS, BY_SECTOR, BY_OCCUPATION = "bmo.basins", "bmo.sectors", "bmo"


@reused(year=each(BASINS))
def basins(sources: Sources, year: int) -> pd.DataFrame:
    """Bassin of the recruitment survey (BMO) of each commune, as used in a year.

    Returns
    -------
    DataFrame
        Index ``code``; ``basin`` (four digits), ``basin_name``. That of 2019 lists communes of
        several years at once: those merged since stand beside the communes that took them in; eight
        former communes have no bassin (NaN).
    """
    file = file_of(sources, BASINS, year)
    names = {"code_commune": "code", "code_bassin_bmo": "basin", "lib_bassin_bmo": "basin_name"}
    table = read_sheet(sources, file, "Sheet1", columns=list(names), header=1)
    table = table.rename(columns=names).set_index("code")
    table = table.mask(table == "")
    columns = {"basin": text(pattern=r"\d{4}", nullable=True), "basin_name": text(nullable=True)}
    return check(table, file, sources, columns, commune_index())


#: Sectors of the survey to their code.
SECTORS = {
    "Agriculture": "survey_agriculture",
    "Industrie": "survey_industry",
    "Construction": "survey_construction",
    "Commerce": "survey_trade",
    "Services aux entreprises": "survey_business_services",
    "Services aux particuliers": "survey_personal_services",
}

#: Families of occupations to their code.
FAMILIES = {
    "A": "occupations_administration",
    "C": "occupations_managers",
    "I": "occupations_industry",
    "O": "occupations_building",
    "S": "occupations_health",
    "T": "occupations_technicians",
    "V": "occupations_sales",
    "Z": "occupations_other",
}

#: Counts of a recruitment survey, by their column in the file of occupations.
_COUNTS = {"met": "projects", "xmet": "difficult", "smet": "seasonal"}


@reused(year=each(BY_SECTOR))
def recruitment_by_sector(sources: Sources, year: int) -> pd.DataFrame:
    """Recruitment projects by sector and bassin in one year of the survey (BMO).

    Values are weighted estimates, not rounded.

    Returns
    -------
    DataFrame
        One row a sector, departement, bassin and zone d'emploi: ``sector`` (of :data:`SECTORS`),
        ``departement``, ``basin`` (NaN overseas, where there is none), ``zone``, ``projects``,
        ``difficult``, ``seasonal``.

    Raises
    ------
    DataError
        Also if more projects are difficult or seasonal than there are.
    """
    file = file_of(sources, BY_SECTOR, year)
    names = {
        "gd_secteur_bmo": "sector",
        "dep": "departement",
        "bassin_bmo": "basin",
        "ze": "zone",
        "nb_proj_tot": "projects",
        "nb_proj_diff": "difficult",
        "nb_proj_sais": "seasonal",
    }
    table = read_sheet(sources, file, "Sheet1", columns=list(names), header=1).rename(columns=names)
    _known(table, file, "sector", SECTORS)
    table["sector"] = table["sector"].map(SECTORS)
    counts = list(_COUNTS.values())
    table[counts] = table[counts].apply(numbers, file=file, missing=())
    table = table.mask(table == "")
    _parts(table, file, tolerance=1e-6)
    columns: dict[str, pa.Column] = {
        "sector": text(),
        "departement": text(pattern=r"(?:\d{2,3}|2[AB])"),
        "basin": text(pattern=r"\d{4}", nullable=True),
        "zone": text(pattern=r"\d{4}", nullable=True),
        **{name: pa.Column(float, pa.Check.ge(0)) for name in counts},
    }
    key = ["sector", "departement", "basin", "zone"]
    return check(table, file, sources, columns, unique=key)


@reused(year=each(BY_OCCUPATION))
def recruitment_by_occupation(sources: Sources, year: int) -> pd.DataFrame:
    """Recruitment projects by occupation and bassin in one year of the survey (BMO).

    The layout is that of the publisher's open file, whose sheet and columns carry the year: every
    vintage of the dataset is read, whatever its file is called.

    Returns
    -------
    DataFrame
        One row an occupation, departement and bassin: ``occupation`` (code), ``name``, ``family``
        (of :data:`FAMILIES`), ``departement``, ``basin`` (four digits), ``basin_name``,
        ``projects``, ``difficult``, ``seasonal`` (NaN where secret), and the status of each, in
        ``projects_status`` and so on. No count under five is printed.

    Raises
    ------
    DataError
        Also if the sheet is of another year, or more projects are difficult than there are.
    """
    file, short = file_of(sources, BY_OCCUPATION, year), f"{year % 100:02d}"
    names = {
        "annee": "year",
        "Code métier BMO": "occupation",
        "Nom métier BMO": "name",
        "Famille_met": "family",
        "Dept": "departement",
        f"BE{short}": "basin",
        f"NOMBE{short}": "basin_name",
        **_COUNTS,
    }
    table = read_sheet(
        sources, file, f"BMO_{year}_open_data", columns=list(names), header=1
    ).rename(columns=names)
    stated = integers(table.pop("year"), file)
    if (stated != year).any():
        row = int((stated != year).idxmax())
        raise DataError(
            file,
            f"{stated[row]} instead of {year}",
            column="annee",
            row=row,
            cure=f"Put the file of {year} in its place, or give its row of data/{MANIFEST} the "
            "vintage that this column says.",
        )
    _known(table, file, "family", FAMILIES)
    table["family"] = table["family"].map(FAMILIES)
    # Bassins of Guadeloupe ... Mayotte are numeric cells, and lose their zero.
    table["basin"] = table["basin"].str.zfill(4)
    for name in _COUNTS.values():
        values, status = masked_numbers(table[name], file, secret=("*",), missing=())
        table[name], table[f"{name}_status"] = values, status
    _parts(table, file)
    state = availability()
    columns: dict[str, pa.Column] = {
        "occupation": text(pattern=r"[A-Z]\w{4}"),
        "name": text(),
        "family": text(),
        "departement": text(pattern=r"(?:\d{2,3}|2[AB])"),
        "basin": text(pattern=r"\d{4}"),
        "basin_name": text(),
        **{name: pa.Column(float, pa.Check.ge(0), nullable=True) for name in _COUNTS.values()},
        **{f"{name}_status": state for name in _COUNTS.values()},
    }
    key = ["occupation", "departement", "basin"]
    return check(table, file, sources, columns, unique=key)


def _known(table: pd.DataFrame, file: str, column: str, known: dict[str, str]) -> None:
    strange = ~table[column].isin(list(known))
    if strange.any():
        row = strange.idxmax()
        raise DataError(
            file,
            f"{table.at[row, column]!r} is none of {', '.join(known)}",
            column=column,
            row=row,
            cure="The nomenclature has changed: declare the new name in the reader.",
        )


def _parts(table: pd.DataFrame, file: str, tolerance: float = 0.0) -> None:
    for part in ("difficult", "seasonal"):
        over: Any = table[part] > table["projects"] + tolerance
        if over.any():
            raise DataError(
                file, "more than there are projects", column=part, row=int(over.idxmax())
            )
