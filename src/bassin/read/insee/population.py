"""INSEE: census populations."""

from __future__ import annotations

import pandas as pd

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._cities import add_up_arrondissements
from bassin.read._parse import header_of, integers, numbers, read_csv, read_delimited
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, whole
from bassin.read._vintage import years_of
from bassin.read.insee.places import PIVOT

HISTORICAL_POPULATION = "insee/base-pop-historiques-1876-2015.csv.gz"
MUNICIPAL_POPULATION = "insee/population_municipale_communes_2013_2023.csv"
#: Censuses of the long series: since 2006 there is one a year.
CENSUS_YEARS = (
    *(1876, 1881, 1886, 1891, 1896, 1901, 1906, 1911, 1921, 1926, 1931, 1936, 1954, 1962),
    *(1968, 1975, 1982, 1990, 1999, *range(2006, 2016)),
)
#: Dataset of the manifest, a file a year.
LEGAL_POPULATION = "legal-population"
#: Year of the legal populations in force in that of the places, and the geography they are on.
IN_FORCE, LEGAL_GEOGRAPHY = PIVOT - 3, f"{PIVOT - 1}-01-01"
#: Years of the municipal populations that chapters speak of; the file may have more.
MUNICIPAL_YEARS = tuple(range(2013, 2024))
#: Geography of the historical populations.
HISTORICAL_GEOGRAPHY = "2017-01-01"


@reused
def census_populations(sources: Sources) -> pd.DataFrame:
    """Census populations of communes, 1876 to 2015, on the geography of 2017-01-01.

    Returns
    -------
    DataFrame
        Index ``code``; one column a census (``int`` years, 1876 ... 2015): inhabitants (float).
        NaN where no count is given: Corsica before 1936, overseas before 1954 or 1962. Mayotte is
        left out; Paris is the sum of its arrondissements.
    """
    years = list(CENSUS_YEARS)
    names = ["code_geo", *map(str, years)]
    table = read_csv(sources, HISTORICAL_POPULATION, columns=names).set_index("code_geo")
    table = table.apply(numbers, file=HISTORICAL_POPULATION)
    table.columns, table.index.name = pd.Index(years), "code"
    columns = {year: whole(nullable=True) for year in years}
    check(table, HISTORICAL_POPULATION, sources, columns, commune_index())
    return add_up_arrondissements(table, HISTORICAL_POPULATION)


@reused
def municipal_populations(sources: Sources) -> pd.DataFrame:
    """Municipal populations of communes, from 2013 to the last year of the file.

    Returns
    -------
    DataFrame
        Index ``code``; a column a year (``int``), from 2013: inhabitants (float). That of a year
        is on the geography of the first of January two years later, when it came into force: a
        commune merged since is NaN from then on, and counted in the one that took it in. One merged
        by 2019-01-01 has no row at all: what took it in cannot be carried from an earlier column.

    Raises
    ------
    DataError
        Also if a year between is missing, or the last is not that of its row in the manifest.
    """
    file = MUNICIPAL_POPULATION
    data = sources.read(file)
    named = years_of(sources, file, header_of(data, ";"), "p{y}_pop")
    years = [*range(MUNICIPAL_YEARS[0], max(named.values()) + 1)]
    names = ["codgeo", *(f"p{year % 100:02d}_pop" for year in years)]
    table = read_delimited(file, data, columns=names, sep=";", encoding="utf-8-sig")
    table = table.set_index("codgeo")
    table = table.apply(numbers, file=MUNICIPAL_POPULATION)
    table.columns, table.index.name = pd.Index(years), "code"
    columns = {year: whole(nullable=True) for year in years}
    check(table, MUNICIPAL_POPULATION, sources, columns, commune_index())
    return add_up_arrondissements(table, file)


@reused(year=each(LEGAL_POPULATION))
def legal_population(sources: Sources, year: int = IN_FORCE) -> pd.DataFrame:
    """Legal populations of a year, in force three years later, on the geography two years later.

    Returns
    -------
    DataFrame
        Index ``code``; ``municipal``, ``counted_apart``, ``total``: inhabitants (int). The total is
        the sum of the two others, which is checked.
    """
    file = file_of(sources, LEGAL_POPULATION, year)
    names = ["CODDEP", "CODCOM", "PMUN", "PCAP", "PTOT"]
    table = read_csv(sources, file, columns=names, sep=";")
    # The commune's three digits follow a departement of two characters, or "97" overseas.
    table.insert(0, "code", table["CODDEP"].str[:2] + table["CODCOM"])
    table = table.drop(columns=["CODDEP", "CODCOM"]).set_index("code")
    table = table.apply(integers, file=file)
    table.columns = ["municipal", "counted_apart", "total"]
    wrong = table["municipal"] + table["counted_apart"] != table["total"]
    if wrong.any():
        raise DataError(
            file,
            "municipal and counted apart do not add up to the total",
            column="PTOT",
            row=wrong.idxmax(),
        )
    columns = {name: whole() for name in table.columns}
    check(table, file, sources, columns, commune_index())
    return add_up_arrondissements(table, file)
