"""INSEE: diplomas, and the young neither in work nor in study."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import file_of
from bassin.read._parse import numbers, read_csv, read_delimited
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, SIREN, check, commune_index, count, matches, text, whole
from bassin.read.insee._base import member
from bassin.read.insee.facilities import FACILITIES, crosstab, pick

#: INSEE's diplomas by commune, which figure 2.4 is drawn from: three censuses in one file.
DIPLOMAS = "insee/base-cc-diplomes-formation-2020_csv.zip"
DIPLOMA_YEARS = (2009, 2014, 2020)
#: Date of the communes it is on.
DIPLOMA_GEOGRAPHY = "2023-01-01"

#: The five classes of figure 2.4: no diploma or the certificat d'études (CEP), the brevet, the CAP
#: or the BEP, the baccalauréat, higher education.
CLASSES = ("diploma_none", "diploma_brevet", "diploma_cap", "diploma_bac", "diploma_higher")
#: Ends of the names of the columns of each class, which INSEE has split in several ways.
_PARTS = {
    CLASSES[0]: (("DIPLMIN",), ("DIPL0", "CEP")),
    CLASSES[1]: (("BEPC",),),
    CLASSES[2]: (("CAPBEP",),),
    CLASSES[3]: (("BAC",),),
    CLASSES[4]: (("SUP2", "SUP34", "SUP5"), ("BACP2", "SUP"), ("SUP",)),
}

#: Communes of over 2,000 inhabitants of a departement, by census.
LARGE_COMMUNES = {
    2012: "insee/rp2012_communes_gard.csv",
    2018: "insee/rp2018_communes_gard.csv",
}
_LARGE = {
    2012: {
        "dipl_bepc": CLASSES[1],
        "dipl_capbep": CLASSES[2],
        "dipl_bac": CLASSES[3],
        "dipl_bac2": "bac_2",
        "dipl_sup": "above_bac_2",
    },
    2018: {
        "dipl_aucun": CLASSES[0],
        "dipl_bepc": CLASSES[1],
        "dipl_capbep": CLASSES[2],
        "dipl_bac": CLASSES[3],
        "dipl_sup2": "bac_2",
        "dipl_sup34": "bac_3_4",
        "dipl_sup": "bac_5",
    },
}

NEET = {"commune": "insee/neet_communes_2018.csv", "epci": "insee/neet_epci_2018.csv"}
NEET_YEARS = (2008, 2013, 2018)

#: Kinds of places of higher education, by their label in the crosstab of 2013.
HIGHER_TYPES = {
    "higher_technicians": "Section Technicien Supérieur, Classe Préparatoire aux Grandes Ec",
    "higher_care": "Formation santé",
    "higher_business": "Formation commerce",
    "higher_after_bac": "Autre formation post bac non universitaire",
    "higher_faculty": "UFR",
    "higher_institute": "Institut universitaire",
    "higher_engineers": "École d'ingénieurs",
    "higher_private": "Enseignement général supérieur privé",
    "higher_other": "Autres enseignements supérieurs",
}
HIGHER_YEAR = 2013


@reused(year=DIPLOMA_YEARS)
def diplomas(sources: Sources, year: int) -> pd.DataFrame:
    """Highest diploma of people of 15 and over out of school, on the geography of 2023-01-01.

    Parameters
    ----------
    sources : Sources
        Must list :data:`DIPLOMAS`.
    year : int
        Census, one of :data:`DIPLOMA_YEARS`.

    Returns
    -------
    DataFrame
        Index ``code``; a column a class of :data:`CLASSES`: people (float).

    Raises
    ------
    DataError
        If the columns of a class are absent, or the classes of a commune do not add up to the
        people out of school.
    """
    data = member(sources, DIPLOMAS)
    stem = f"P{year % 100:02d}_NSCOL15P"
    header = data.split(b"\n", 1)[0].decode("utf-8-sig").strip().replace('"', "").split(";")
    chosen = _columns_of(header, stem)
    wanted = ["CODGEO", stem, *(name for way in chosen.values() for name in way)]
    cells = read_delimited(DIPLOMAS, data, columns=wanted, sep=";", encoding="utf-8-sig")
    cells = cells.set_index("CODGEO").rename_axis("code").apply(numbers, file=DIPLOMAS)
    table = pd.DataFrame(
        {label: cells[way].sum(axis=1, min_count=len(way)) for label, way in chosen.items()}
    )
    off = (table.sum(axis=1) - cells[stem]).abs() > 0.5
    if off.any():
        raise DataError(
            DIPLOMAS, "the classes do not add up to the total", column=stem, row=off.idxmax()
        )
    columns_of = {label: count(nullable=True) for label in CLASSES}
    return check(table, DIPLOMAS, sources, columns_of, commune_index())


def _columns_of(header: list[str], stem: str) -> dict[str, list[str]]:
    """Columns that make up each class, in the first of its ways the file has."""
    chosen = {}
    for label, ways in _PARTS.items():
        columns = [[f"{stem}_{part}" for part in way] for way in ways]
        found = [way for way in columns if set(way) <= set(header)]
        if not found:
            raise DataError(DIPLOMAS, f"no column of {label!r}", column=columns[0][0])
        chosen[label] = found[0]
    return chosen


@reused(year=LARGE_COMMUNES)
def large_communes(sources: Sources, year: int) -> pd.DataFrame:
    """Diplomas and the young in communes of over 2,000 inhabitants of the Gard.

    In the file of 2018, those without a diploma include the holders of the certificat d'études
    (CEP). In that of 2012 they do not, and no column has the latter, so that the first class is
    taken as what the others leave.

    Parameters
    ----------
    sources : Sources
    year : {2012, 2018}

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``share_0_14_pct``, ``share_15_29_pct``, ``share_75_plus_pct`` (of
        the inhabitants), and a column a class of :data:`CLASSES`: % of people of 15 and over out of
        school.

    Raises
    ------
    DataError
        If, in 2018, the classes do not add up to 100 %.
    """
    file = LARGE_COMMUNES[year]
    names = _LARGE[year]
    ages = {
        "age_0_14": "share_0_14_pct",
        "age_15_29": "share_15_29_pct",
        "age_75p": "share_75_plus_pct",
    }
    wanted = ["code_insee", "commune", *ages, *names]
    cells = read_csv(sources, file, columns=wanted).set_index("code_insee").rename_axis("code")
    values = cells[[*ages, *names]].apply(numbers, file=file).rename(columns={**ages, **names})
    higher = [label for label in names.values() if label not in CLASSES]
    values[CLASSES[4]] = values[higher].sum(axis=1, skipna=False)
    values = values.drop(columns=higher)
    if CLASSES[0] not in values:
        values[CLASSES[0]] = 100 - values[list(CLASSES[1:])].sum(axis=1, skipna=False)
    off = (values[list(CLASSES)].sum(axis=1) - 100).abs() > 0.01
    if off.any():
        raise DataError(
            file, "the diplomas do not add up to 100 %", column="dipl_aucun", row=off.idxmax()
        )
    table = pd.concat([cells["commune"].rename("name"), values], axis=1)
    table = table[["name", *ages.values(), *CLASSES]]
    percent = pa.Column(float, pa.Check.in_range(0, 100))
    columns = {"name": text(), **dict.fromkeys(table.columns[1:], percent)}
    return check(table, file, sources, columns, commune_index())


@reused(level=NEET)
def neither_in_work_nor_study(sources: Sources, level: str) -> pd.DataFrame:
    """Share of people of 15 to 24 neither in work nor in study, 2008, 2013 and 2018.

    In a small commune the share is of a handful of people: values such as 0 or 80 % are published.

    Parameters
    ----------
    sources : Sources
    level : {"commune", "epci"}

    Returns
    -------
    DataFrame
        Index ``code``, on the geography of 2021-01-01; a column a year (``int``): %.
    """
    file = NEET[level]
    names = ["codgeo", "an", "part_non_inseres"]
    cells = read_csv(sources, file, columns=names, sep=";", encoding="utf-8-sig", open_end=True)
    repeated = cells.duplicated(["codgeo", "an"])
    if repeated.any():
        row = cells["codgeo"][repeated.idxmax()]
        raise DataError(file, "listed twice in a year", column="codgeo", row=row)
    cells["part_non_inseres"] = numbers(cells["part_non_inseres"], file, decimal=",")
    strange = ~cells["an"].isin([str(year) for year in NEET_YEARS])
    if strange.any():
        raise DataError(file, "another year", column="an", row=cells["codgeo"][strange.idxmax()])
    table = cells.pivot(index="codgeo", columns="an", values="part_non_inseres")
    table.columns = pd.Index([int(year) for year in table], dtype="int64")
    table = table.rename_axis("code")
    percent = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    pattern = COMMUNE if level == "commune" else SIREN
    index = pa.Index(str, matches(pattern), unique=True, name="code")
    columns = dict.fromkeys(NEET_YEARS, percent)
    return check(table, file, sources, columns, index, rows=len(cells))


@reused
def higher_education_2013(sources: Sources) -> pd.DataFrame:
    """Places of higher education by commune in 2013 (Base permanente des équipements).

    Returns
    -------
    DataFrame
        Index ``code``; a column of counts (int) for each of :data:`HIGHER_TYPES`. A commune with no
        facility of any kind has no row, which is a zero.
    """
    file = file_of(sources, FACILITIES, HIGHER_YEAR)
    table = pick(crosstab(sources, file, HIGHER_YEAR), file, HIGHER_TYPES)
    return check(table, file, sources, {name: whole() for name in HIGHER_TYPES}, commune_index())
