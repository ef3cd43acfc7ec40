"""INSEE: population by age, and published shares of the elderly."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import pandera.pandas as pa
from python_calamine import CalamineWorkbook

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._cities import arrondissements_of
from bassin.read._parse import cell_text, masked_numbers, numbers, read_csv, read_sheet
from bassin.read._reused import reused
from bassin.read._schema import (
    COMMUNE,
    DEPARTEMENT,
    SIREN,
    check,
    commune_index,
    count,
    matches,
    text,
)
from bassin.read._unpack import sheet_rows, workbook_of
from bassin.read.insee._base import member, read_base

#: Rows of the agglomeration only, typed from a national file.
AGES_2022 = "insee/rp2022_ages_alesagglo.csv"
#: INSEE's own file for all communes, used instead wherever it is listed.
AGES_2022_OFFICIAL = "insee/base-cc-evol-struct-pop-2022_csv.zip"
#: The census of 2020, by sex and ten ages, of every commune; date of the communes it is on.
AGES_2020 = "insee/rp2020_ages_communes.csv"
AGES_2020_GEOGRAPHY = "2024-01-01"
#: INSEE's population by sex and five-year age group since 1968, which figure 2.2 is drawn from.
AGE_HISTORY = "insee/pop-sexe-age-quinquennal6819.zip"
#: Censuses of that file, and the date of the communes it is on.
AGE_YEARS = (1968, 1975, 1982, 1990, 1999, 2008, 2013, 2019)
AGE_HISTORY_GEOGRAPHY = "2021-01-01"

#: Age bands of the census, by the end of their names in INSEE's files.
BANDS = {
    "0014": "age_0_14",
    "1529": "age_15_29",
    "3044": "age_30_44",
    "4559": "age_45_59",
    "6074": "age_60_74",
    "7589": "age_75_89",
    "90P": "age_90_plus",
}

#: Ages of the file of 2020, to the ends of the names of their columns.
AGES_OF_2020 = {
    "0-2": "0_2",
    "3-5": "3_5",
    "6-10": "6_10",
    "11-17": "11_17",
    "18-24": "18_24",
    "25-39": "25_39",
    "40-54": "40_54",
    "55-64": "55_64",
    "65-79": "65_79",
    "80+": "80_plus",
}
#: Sexes of the file, to the beginnings of the names of their columns.
_SEXES = {"F": "women", "H": "men"}

#: Published shares of people of 65 and over in 2018, by kind of place.
STATISTICS_2018 = {
    "commune": "insee/statistiques_locales_rp2018_communes.xlsx",
    "epci": "insee/statistiques_locales_rp2018_epci.xlsx",
    "departement": "insee/statistiques_locales_rp2018_departements.xlsx",
    "region": "insee/statistiques_locales_rp2018_regions.xlsx",
}
_CODES = {
    "commune": COMMUNE,
    "epci": SIREN,
    "departement": DEPARTEMENT,
    "region": r"\d{2}",
}
_FIVE_YEARS = tuple(range(0, 100, 5))


@reused
def age_bands_2022(sources: Sources) -> pd.DataFrame:
    """Inhabitants by age band at the census of 2022, on the geography of 2025-01-01.

    The file at hand holds the communes of one agglomeration. Where INSEE's national file is listed,
    it is read instead.

    Returns
    -------
    DataFrame
        Index ``code``; a column a band of :data:`BANDS`: inhabitants (float, for INSEE weighs its
        answers).

    Raises
    ------
    DataError
        If, in the national file, the bands of a commune do not add up to its inhabitants.
    """
    official = AGES_2022_OFFICIAL in sources
    file = AGES_2022_OFFICIAL if official else AGES_2022
    names = [f"P22_POP{band}" for band in BANDS]
    wanted = ["CODGEO", *(["P22_POP"] if official else []), *names]
    read = read_base if official else read_csv
    cells = read(sources, file, columns=wanted, sep=";")
    table = cells.set_index("CODGEO").rename_axis("code").apply(numbers, file=file)
    if official:
        off = (table[names].sum(axis=1) - table.pop("P22_POP")).abs() > 0.5
        if off.any():
            raise DataError(
                file,
                "the bands do not add up to the inhabitants",
                column="P22_POP",
                row=off.idxmax(),
            )
    table.columns = list(BANDS.values())
    columns = {band: count(nullable=True) for band in BANDS.values()}
    return check(table, file, sources, columns, commune_index())


@reused
def ages_2020(sources: Sources) -> pd.DataFrame:
    """Inhabitants by sex and age at the census of 2020, on the geography of 2024-01-01.

    The file has Paris, Lyon and Marseille twice, whole and by arrondissement: the arrondissements
    are held against the whole, and left out. A row of zeros, as those of Mayotte, of communes that
    were re-established since and of the villages without inhabitants, says nothing: it is missing.

    Returns
    -------
    DataFrame
        Index ``code``; ``women_<age>`` and ``men_<age>`` for each of :data:`AGES_OF_2020`:
        inhabitants, rounded.

    Raises
    ------
    DataError
        Also if the arrondissements of a city do not add up to it.
    """
    names = {
        f"{sex}{age}": f"{word}_{label}"
        for sex, word in _SEXES.items()
        for age, label in AGES_OF_2020.items()
    }
    cells = read_csv(
        sources, AGES_2020, columns=["INSEE", *names], sep=";", encoding="utf-8-sig"
    ).set_index("INSEE")
    # The zeros that codes of the first nine departements begin with are lost.
    cells.index = cells.index.str.zfill(5).rename("code")
    table = cells.apply(numbers, file=AGES_2020, missing=()).rename(columns=names)
    whole = pa.Column(float, [pa.Check.ge(0), pa.Check(lambda s: s % 1 == 0, name="whole_number")])
    check(table, AGES_2020, sources, dict.fromkeys(names.values(), whole), commune_index())
    cities = arrondissements_of(table.index)
    added = table.loc[cities.index].groupby(cities).sum()
    # Each cell is rounded: a sum of them may be half a person off for each, and the whole for it.
    gap = (added - table.reindex(added.index)).abs().sub((cities.value_counts() + 1) / 2, axis=0)
    off = (gap > 0).any(axis=1) | gap.isna().any(axis=1)
    if off.any():
        raise DataError(
            AGES_2020,
            "the arrondissements do not add up to the city",
            row=off.idxmax(),
            cure="A city is there whole and by arrondissement: use the file as published.",
        )
    communes = table.drop(index=cities.index)
    return communes.mask(communes.eq(0).all(axis=1))


@reused
def age_history(sources: Sources) -> pd.DataFrame:
    """Inhabitants by age at eight censuses from 1968 to 2019, on the geography of 2021-01-01.

    The workbook has a sheet a census, names on row 14, and a column for each sex and each of twenty
    ages: ``ageq_rec04s2rpop1968`` is women of 15 to 19 in 1968.

    Returns
    -------
    DataFrame
        Index ``(code, year)``; ``total``, ``young`` (15 to 29), ``old`` (65 and over): inhabitants.
    """
    data = member(sources, AGE_HISTORY, ".xls", "\0")
    book = workbook_of(AGE_HISTORY, data)
    parts = {year: _ages_of(book, year) for year in AGE_YEARS}
    table = pd.concat(parts, names=["year"]).swaplevel().sort_index()
    index = pa.MultiIndex([pa.Index(str, matches(COMMUNE), name="code"), _year()])
    columns = {name: count() for name in table}
    return check(table, AGE_HISTORY, sources, columns, index)


def _census_sheet(book: CalamineWorkbook, year: int, wanted: Iterable[str]) -> pd.DataFrame:
    """Cells of the sheet of a census, below the names on its row 14."""
    sheet = f"COM_{year}"
    rows = sheet_rows(AGE_HISTORY, book, sheet)
    names = [str(cell).strip() for cell in rows[13]] if len(rows) > 13 else []
    for column in wanted:
        if column not in names:
            raise DataError(AGE_HISTORY, "no such name on row 14", column=column, row=sheet)
    return pd.DataFrame(rows[14:], columns=names)


def _ages_of(book: CalamineWorkbook, year: int) -> pd.DataFrame:
    ages = {
        age: [f"ageq_rec{rank:02d}s{sex}rpop{year}" for sex in (1, 2)]
        for rank, age in enumerate(_FIVE_YEARS, 1)
    }
    wanted = ["DR", "CR", *(name for pair in ages.values() for name in pair)]
    cells = _census_sheet(book, year, wanted)
    cells = cells[cells["DR"].map(cell_text) != ""]
    # The three digits of the commune follow two characters, also overseas, whose "97" they end.
    code = cells["DR"].map(cell_text).str.zfill(2).str[:2] + cells["CR"].map(cell_text).str.zfill(3)
    counts = {
        age: sum(numbers(cells[name].map(cell_text), AGE_HISTORY) for name in pair)
        for age, pair in ages.items()
    }
    table = pd.DataFrame(counts).set_index(pd.Index(code, dtype=str, name="code"))
    return pd.DataFrame(
        {
            "total": table.sum(axis=1, skipna=False),
            "young": table.loc[:, 15:25].sum(axis=1, skipna=False),
            "old": table.loc[:, 65:].sum(axis=1, skipna=False),
        }
    )


def _year() -> pa.Index:
    return pa.Index("int64", pa.Check.isin(AGE_YEARS), name="year")


@reused(level=STATISTICS_2018)
def statistics_2018(sources: Sources, level: str) -> pd.DataFrame:
    """Shares published by INSEE from the census of 2018, on the geography of 2021-01-01.

    Parameters
    ----------
    sources : Sources
    level : {"commune", "epci", "departement", "region"}

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``share_65_plus_pct`` (of the inhabitants), ``bac5_pct`` (holders
        of five years of higher education, of those of 15 and over out of school), and for both a
        ``..._status``. Mayotte and the six villages without inhabitants have none.
    """
    file = STATISTICS_2018[level]
    names = {
        "Part des pers. âgées de 65 ans ou + 2018": "share_65_plus_pct",
        "Part des diplômés d'un BAC+5 ou plus dans la pop. non scolarisée de 15 ans ou + 2018": (
            "bac5_pct"
        ),
    }
    cells = read_sheet(sources, file, "Sheet 1", columns=["Code", "Libellé", *names], header=1)
    cells = cells.set_index("Code").rename_axis("code")
    parts: dict[str, pd.Series] = {"name": cells["Libellé"]}
    columns: dict[str, pa.Column] = {"name": text()}
    for column, name in names.items():
        parts[name], parts[f"{name}_status"] = masked_numbers(
            cells[column], file, secret=(), missing=("", "N/A - résultat non disponible")
        )
        columns[name] = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
        columns[f"{name}_status"] = pa.Column(str, pa.Check.isin(["published", "missing"]))
    index = pa.Index(str, matches(_CODES[level]), unique=True, name="code")
    return check(pd.DataFrame(parts), file, sources, columns, index)
