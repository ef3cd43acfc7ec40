"""INSEE: quarterly unemployment rates of areas, and the unemployed of the census by commune."""

from __future__ import annotations

import re

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers, read_csv, read_delimited, read_sheet, sheet_cells
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, count, matches
from bassin.read._unpack import archive, archived
from bassin.read.insee._base import read_base

UNEMPLOYMENT_ZONES = "insee/chomage-zone-t1-2003-t3-2023.xlsx"
UNEMPLOYMENT_AREAS = "insee/famille_TAUX-CHOMAGE_21032025.xlsx"

LABOUR_2007_2017 = "insee/emploi_population_active_2007_2012_2017.csv.gz"
LABOUR_2018 = "insee/base_cc_comparateur_csv.zip"
#: Rows of the agglomeration only, typed from a national file.
LABOUR_2022 = "insee/rp2022_actifs_chomeurs_alesagglo.csv"
#: INSEE's own file for all communes, used instead wherever it is listed.
LABOUR_2022_OFFICIAL = "insee/base-cc-emploi-pop-active-2022_csv.zip"

#: Year of the census to the date of the geography its file is published on.
LABOUR_GEOGRAPHY = {
    2007: "2020-01-01",
    2012: "2020-01-01",
    2017: "2020-01-01",
    2018: "2021-01-01",
    2022: "2025-01-01",
}

_QUARTER = r"\d{4}-T[1-4]"
_RATE = pa.Column(float, pa.Check.in_range(0, 60), nullable=True)


@reused
def unemployment_zones(sources: Sources) -> pd.DataFrame:
    """Localised unemployment rates by zone d'emploi and quarter, 2003-T1 to 2023-T3.

    Returns
    -------
    DataFrame
        Index ``zone`` (code of 2020), a column a quarter (``"2003-T1"``): %, seasonally adjusted,
        in the sense of the International Labour Office. NaN where not published: overseas before
        2014.
    """
    cells = read_sheet(sources, UNEMPLOYMENT_ZONES, "txcho_ze", columns=None, header=6)
    if "ZE2020" not in cells:
        raise DataError(UNEMPLOYMENT_ZONES, "no such column in txcho_ze", column="ZE2020")
    table = cells.set_index("ZE2020").rename_axis("zone")
    quarters = _quarters(UNEMPLOYMENT_ZONES, list(table.columns))
    table = table[quarters].apply(numbers, file=UNEMPLOYMENT_ZONES)
    index = pa.Index(str, matches(r"\d{4}"), unique=True, name="zone")
    return check(table, UNEMPLOYMENT_ZONES, sources, dict.fromkeys(quarters, _RATE), index)


@reused
def unemployment_areas(sources: Sources) -> pd.DataFrame:
    """Localised unemployment rates of departements, regions and France by quarter, from 2000-T1.

    Returns
    -------
    DataFrame
        Index ``(level, name)``: ``"departement"`` or ``"region"`` and the name of the place, or
        ``"france"`` with ``"mainland"`` or ``"without_mayotte"``; a column a quarter: %, seasonally
        adjusted. NaN where not published: overseas, and France with it, before 2014.
    """
    file, sheet = UNEMPLOYMENT_AREAS, "valeurs_trimestrielles"
    names, rows = sheet_cells(sources, file, sheet, header=1)
    quarters = _quarters(file, names)
    pattern = re.compile(r"Taux de chômage localisé par (région|département) - (.+)")
    france = {
        "France métropolitaine": "mainland",
        "France entière (hors Mayotte)": "without_mayotte",
    }
    places, values = [], []
    for row in rows:
        found = pattern.fullmatch(" ".join(str(row[0]).split()))
        if found is None:
            raise DataError(file, f"{row[0]!r} names no area", column="Libellé")
        level = {"région": "region", "département": "departement"}[found[1]]
        name = found[2]
        places.append(("france", france[name]) if name in france else (level, name))
        values.append([str(row[names.index(quarter)]) for quarter in quarters])
    index = pd.MultiIndex.from_tuples(places, names=["level", "name"])
    cells = pd.DataFrame(values, index=index, columns=quarters, dtype=str)
    table = cells.apply(numbers, file=file, missing=("", "(O)"))
    schema = pa.MultiIndex(
        [pa.Index(str, name="level"), pa.Index(str, name="name")], unique=["level", "name"]
    )
    return check(table, file, sources, dict.fromkeys(quarters, _RATE), schema)


def _quarters(file: str, names: list[str]) -> list[str]:
    """Columns that are quarters; they must follow each other without a gap."""
    quarters = [name for name in names if re.fullmatch(_QUARTER, name)]
    at = [4 * int(quarter[:4]) + int(quarter[-1]) for quarter in quarters]
    if not at or at != list(range(at[0], at[0] + len(at))):
        raise DataError(file, "quarters are absent or do not follow each other", column="quarters")
    return quarters


@reused(year=LABOUR_GEOGRAPHY)
def labour_force(sources: Sources, year: int) -> pd.DataFrame:
    """Active people of 15 to 64 and the unemployed among them by commune, in the sense of a census.

    Whoever says to be unemployed counts, but who says not to look for work: more people than the
    International Labour Office counts.

    Parameters
    ----------
    sources : Sources
    year : {2007, 2012, 2017, 2018, 2022}
        The file of 2022 at hand covers one EPCI; that of all communes is read where it is listed.

    Returns
    -------
    DataFrame
        Index ``code`` on the geography of :data:`LABOUR_GEOGRAPHY`; ``active``, ``unemployed``
        (persons, not whole: a census of samples). NaN for Mayotte in 2018, and for a few
        communes that were restored after 2007 or have no inhabitant.

    Raises
    ------
    ChoiceError
        If there is no file for this year.
    DataError
        Also if the unemployed exceed the active, or, where the file has them, active and employed
        do not differ by the unemployed.
    """
    y = f"P{year % 100:02d}"
    if year == 2022:
        file, table = _labour_2022(sources)
    elif year == 2018:
        file, table = LABOUR_2018, _labour_2018(sources)
    else:
        file = LABOUR_2007_2017
        names = [f"{y}_ACT1564", f"{y}_CHOM1564", f"{y}_ACTOCC1564"]
        cells = read_csv(sources, file, columns=["CODGEO", *names]).set_index("CODGEO")
        table = cells.apply(numbers, file=file)
        table.columns = pd.Index(["active", "unemployed", "employed"])
        gap = (table["active"] - table["employed"] - table["unemployed"]).abs()
        _refuse(file, gap.index[gap > 0.01], "active less employed are not the unemployed")
        table = table.drop(columns="employed")
    table = table.rename_axis("code")
    more = table["unemployed"] > table["active"] + 1e-6
    _refuse(file, table.index[more], "more unemployed than active")
    columns = dict.fromkeys(["active", "unemployed"], count(nullable=True))
    return check(table, file, sources, columns, commune_index())


def _labour_2018(sources: Sources) -> pd.DataFrame:
    names = {"P18_ACT1564": "active", "P18_CHOM1564": "unemployed"}
    with archive(sources, LABOUR_2018) as opened:
        data = archived(LABOUR_2018, opened, "base_cc_comparateur.CSV")
    cells = read_delimited(LABOUR_2018, data, columns=["CODGEO", *names], sep=";")
    return cells.set_index("CODGEO").rename(columns=names).apply(numbers, file=LABOUR_2018)


def _labour_2022(sources: Sources) -> tuple[str, pd.DataFrame]:
    official = LABOUR_2022_OFFICIAL in sources
    file = LABOUR_2022_OFFICIAL if official else LABOUR_2022
    ages = ("1524", "2554", "5564")
    names = [f"P22_{what}{age}" for what in ("ACT", "CHOM") for age in ages]
    read = read_base if official else read_csv
    cells = read(sources, file, columns=["CODGEO", *names], sep=";")
    table = cells.set_index("CODGEO").apply(numbers, file=file)
    active, unemployed = ([f"P22_{w}{age}" for age in ages] for w in ("ACT", "CHOM"))
    return file, pd.DataFrame(
        {
            "active": table[active].sum(axis=1, skipna=False),
            "unemployed": table[unemployed].sum(axis=1, skipna=False),
        }
    )


def _refuse(file: str, rows: pd.Index, what: str) -> None:
    if len(rows):
        raise DataError(file, what, row=rows[0], cure="Use the file as published.")
