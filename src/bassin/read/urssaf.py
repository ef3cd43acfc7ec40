"""URSSAF: private salaried employment, at the end of each year.

Every year of a file is read: one that has grown by a year replaces it, and no line of code.

Two files at hand hold the series of a later revision, put together by a third party. The
publisher's own file by commune and activity is read by :func:`industries` where it is in the
manifest.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._cities import arrondissements_of
from bassin.read._jobs import A38, complete
from bassin.read._parse import numbers
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, check_rows, check_schema, matches, text, whole
from bassin.read._typed import parquet_header, read_parquet
from bassin.read._unpack import unpacked
from bassin.read._vintage import refuse_last, years_of

TOTALS = "urssaf/effectifs_prives_2014_2024.parquet"
ZONES_A38 = "urssaf/effectifs_prives_ze_a38_2019_2024.parquet"
#: The publisher's file, under the name of its data set; either may be dropped in.
COMMUNES_APE = (
    "urssaf/etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last.csv",
    "urssaf/etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last.csv.gz",
)

#: Years of private jobs that chapters speak of; the file may have more.
YEARS = tuple(range(2014, 2025))
#: Column of the file by zone and industry to the year of its jobs, of those that chapters speak of;
#: the file may have more.
INDUSTRY_YEARS = {"eff_19": 2019, "eff_22": 2022, "eff_23": 2023, "eff_24": 2024}
#: Code of France among the levels of the file of totals.
ALL_FRANCE = "00FR"
#: A level of the file of totals, and the pattern of its codes. Codes recur between levels.
LEVELS = {
    "communes": COMMUNE,
    "epci": r"(?:\d{9}|Z{9})",
    "ze": r"\d{4}",
    "france": ALL_FRANCE,
}


@reused(level=LEVELS)
def totals(sources: Sources, level: str) -> pd.DataFrame:
    """Private salaried jobs of every place of a level, in every year of the file.

    Parameters
    ----------
    sources : Sources
    level : str
        One of :data:`LEVELS`. A commune that has merged since has its row in the years it was one;
        Paris, Lyon and Marseille have all their jobs, those of their arrondissements.

    Returns
    -------
    DataFrame
        Index ``code``, one column a year. Whole numbers; for communes floats, NaN in a year the
        file has no row for.

    Raises
    ------
    ChoiceError
        If the level is none of those.
    DataError
        If communes or zones d'emploi do not add up to France, or a place lacks a year; if the last
        year is not that of its row in the manifest.
    """
    everything = _every_level(sources)
    table = everything[everything["echelon"] == level].drop(columns="echelon")
    wide = table.pivot(index="code", columns="year", values="eff_total")
    wide = wide.rename_axis(columns=None).rename(columns=int)
    small = level == "communes"
    if not small and wide.isna().any(axis=None):
        raise DataError(TOTALS, "a year is absent", row=wide.index[wide.isna().any(axis=1)][0])
    wide = wide.astype(float if small else "int64")
    if small:
        wide = _whole_cities(wide)
    index = pa.Index(str, matches(LEVELS[level]), unique=True, name="code")
    check_schema(wide, TOTALS, {int(y): whole(nullable=small) for y in wide.columns}, index)
    return wide


def _whole_cities(communes: pd.DataFrame) -> pd.DataFrame:
    """Arrondissements of Paris, Lyon and Marseille, added up with what is left to the whole city.

    Paris has a row of a few jobs beside its arrondissements; all rows add up to France, so that no
    job is in two.
    """
    parts = arrondissements_of(communes.index)
    city = communes.index.to_series().replace(parts.to_dict())
    return communes.groupby(city).sum(min_count=1).rename_axis("code")


@reused
def _every_level(sources: Sources) -> pd.DataFrame:
    """Rows of :func:`totals` of every level, held against each other."""
    table = read_parquet(sources, TOTALS, texts=["code", "echelon"], counts=["year", "eff_total"])
    refuse_last(sources, TOTALS, int(table["year"].max()), "year")
    _check_rows(table, TOTALS, sources)
    _add_up(table)
    return table


def _check_rows(table: pd.DataFrame, file: str, sources: Sources) -> None:
    """Compare the rows of a file with those recorded, and refuse a place and year listed twice."""
    repeated = table.duplicated(["code", "echelon", "year"])
    if repeated.any():
        row = table.loc[repeated.idxmax()]
        raise DataError(file, "listed twice", row=(row["echelon"], row["code"], int(row["year"])))
    check_rows(file, sources, len(table))


def _add_up(everything: pd.DataFrame) -> None:
    """Communes and zones d'emploi cover France: they must add up to it, every year."""
    sums = everything.groupby(["echelon", "year"])["eff_total"].sum()
    absent = [level for level in ("france", "communes", "ze") if level not in sums]
    if absent:
        raise DataError(
            TOTALS, f"no row of {absent[0]}", column="echelon", cure="Use the file as published."
        )
    france = sums["france"]
    for level in ("communes", "ze"):
        parts = sums[level]
        wrong = parts.index[parts.ne(france.reindex(parts.index))]
        if len(wrong):
            raise DataError(
                TOTALS,
                f"{level} add up to {parts[wrong[0]]:,} jobs, France has {france[wrong[0]]:,}",
                column="eff_total",
                row=int(wrong[0]),
            )


@reused
def by_industry(sources: Sources) -> pd.DataFrame:
    """Private salaried jobs by zone d'emploi and A38 industry, in every year of the file.

    The file has no row, or an empty cell, where there is no job: with those taken as none, the
    industries of each zone add up to its total in :data:`TOTALS`, to the job and every year, which
    is checked here. Hence the zero is the file's own.

    Returns
    -------
    DataFrame
        Index ``(zone, industry)``, every zone with every industry; ``label``, ``sector`` (A5:
        ``BE`` industry, ``FZ`` construction, ``GU`` market services, ``OQ`` others), and jobs in
        a column a year: ``2019``, ``2022`` ...

    Raises
    ------
    DataError
        If a zone's industries do not add up to its total, or the file's own shares are not those
        of its jobs; if the last year is not that of its row in the manifest.
    """
    years = years_of(sources, ZONES_A38, parquet_header(sources, ZONES_A38), "eff_{y}")
    last = max(years.values())
    share = f"pct_{last % 100:02d}"
    names = ["code_ze", "a38", "a5", "lib"]
    table = read_parquet(
        sources, ZONES_A38, texts=names, amounts=[*years, share, f"fr_{share}"]
    ).rename(columns=years)
    table = table.rename(
        columns={"code_ze": "zone", "a38": "industry", "a5": "sector", "lib": "label"}
    ).set_index(["zone", "industry"])
    full = complete(table, ZONES_A38, sources, list(years.values()), share=(share, last))
    wide = full[list(years.values())]
    stated = totals(sources, "ze").reindex(columns=list(years.values()))
    if stated.isna().all().any():
        year = stated.columns[stated.isna().all()][0]
        raise DataError(
            ZONES_A38,
            f"{TOTALS} has no {year} to hold it against",
            column=f"eff_{year % 100:02d}",
            cure="Take in the totals of that year first.",
        )
    found = wide.groupby("zone").sum()
    wrong = found.ne(stated.reindex(found.index))
    if wrong.any(axis=None):
        zone = wrong.any(axis=1).idxmax()
        raise DataError(
            ZONES_A38,
            f"industries add up to {found.loc[zone].tolist()} jobs, "
            f"{stated.reindex(found.index).loc[zone].tolist()} in the totals",
            row=zone,
        )
    return full


# -- The publisher's file by commune and activity --------------------------------------------------

#: What is read: the name in the header of an export, and the label the site may put instead.
_NAMED = {
    "code_commune": "Code commune",
    "code_ape": "Code APE",
    "secteur_na38": "Secteur NA38",
}
_YEARLY = {
    "establishments": r"(?:nombre_d_etablissements_|Nombre d'établissements )(\d{4})",
    "employees": r"(?:effectifs_salaries_|Effectifs salariés )(\d{4})",
}


def industries_file(sources: Sources) -> str | None:
    """Name of the publisher's file by commune and activity, where it is at hand."""
    return next((file for file in COMMUNES_APE if file in sources), None)


def _year_columns(file: str, header: list[str]) -> dict[tuple[str, int], int]:
    """Place in the header of each measure and year."""
    yearly = {
        (name, int(found[1])): place
        for name, pattern in _YEARLY.items()
        for place, column in enumerate(header)
        if (found := re.fullmatch(pattern, column))
    }
    years = {year for _, year in yearly}
    if not years or len(yearly) != 2 * len(years):
        raise DataError(
            file, "each year needs a column of establishments and one of employees", column="header"
        )
    return yearly


def _rows_of(
    sources: Sources, file: str, lines: Iterable[list[str]], at: int, wanted: set[str]
) -> list[list[str]]:
    """Rows of some communes, once all those of the file are counted."""
    kept, count = [], 0
    for row in lines:
        count += 1
        if row[at] in wanted:
            kept.append(row)
    check_rows(file, sources, count)
    return kept


def industries(sources: Sources, codes: Collection[str]) -> pd.DataFrame:
    """Private establishments and employees of some communes by activity, every year of the file.

    The file is the publisher's export: one row a commune and activity (APE), two columns a year,
    delimited by semicolons, in UTF-8. The header has the names of the fields or their labels. It
    is national and large: only the rows of the communes asked for are kept.

    Parameters
    ----------
    sources : Sources
    codes : collection of str
        Communes.

    Returns
    -------
    DataFrame
        Index ``(code, ape, year)``; ``industry`` (A38), ``establishments``, ``employees``. A year
        in which both cells are empty has no row; one of the two left empty is NaN.

    Raises
    ------
    DataError
        If the file is not at hand, or not of this format.
    """
    file = industries_file(sources)
    if file is None:
        raise DataError(
            COMMUNES_APE[0],
            "not in the manifest",
            cure="Export it from open.urssaf.fr and list it (see data/README.md).",
        )
    data = sources.read(file)
    lines = _lines(file, unpacked(file, data))
    header = next(lines)
    at = {name: _place(file, header, name, label) for name, label in _NAMED.items()}
    yearly = _year_columns(file, header)
    kept = _rows_of(sources, file, lines, at["code_commune"], set(codes))
    wide = pd.DataFrame(kept, columns=header, dtype=str)
    key = {"code": wide.iloc[:, at["code_commune"]], "ape": wide.iloc[:, at["code_ape"]]}
    # The label of an industry begins with its code: "CE Industrie chimique".
    industry = wide.iloc[:, at["secteur_na38"]].str.slice(0, 2)
    parts = [
        pd.DataFrame(
            {
                **key,
                "year": year,
                "industry": industry,
                **{
                    name: numbers(wide.iloc[:, yearly[name, year]], file)
                    for name in ("establishments", "employees")
                },
            }
        )
        for year in sorted({year for _, year in yearly})
    ]
    table = pd.concat(parts).dropna(subset=["establishments", "employees"], how="all")
    table = table.set_index(["code", "ape", "year"]).sort_index()
    index = pa.MultiIndex(
        [
            pa.Index(str, matches(COMMUNE), name="code"),
            pa.Index(str, matches(r"\d{4}[A-Z]"), name="ape"),
            pa.Index("int64", pa.Check.in_range(1990, 2100), name="year"),
        ]
    )
    columns = {
        "industry": text(pattern=A38),
        "establishments": whole(nullable=True),
        "employees": whole(nullable=True),
    }
    check_schema(table, file, columns, index)
    return table


def _lines(file: str, data: bytes) -> Iterator[list[str]]:
    """Header and rows of a delimited file, each as long as the header."""
    stream = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    lines = csv.reader(stream, delimiter=";", strict=True)
    try:
        header = next(lines)
        yield header
        for row in lines:
            if len(row) != len(header):
                raise DataError(
                    file,
                    f"{len(row)} cells where the header has {len(header)}",
                    row=f"line {lines.line_num}",
                    cure="The line was cut, or this is another format. Export it again.",
                )
            yield row
    except (csv.Error, UnicodeDecodeError, StopIteration) as error:
        cure = "Use the file as published, in UTF-8."
        raise DataError(file, f"no table to read: {error}", cure=cure) from error


def _place(file: str, header: list[str], name: str, label: str) -> int:
    for column in (name, label):
        if column in header:
            return header.index(column)
    raise DataError(
        file,
        f"no such column; the header reads {', '.join(header[:8])} ...",
        column=name,
        cure="The publisher's format has changed, or this is another file.",
    )
