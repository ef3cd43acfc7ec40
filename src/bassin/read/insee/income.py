"""INSEE: income, poverty and family benefits (Filosofi, Caf)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._table import (
    COMMUNE,
    MISSING,
    PUBLISHED,
    SECRET,
    SIREN,
    check,
    count,
    masked_numbers,
    numbers,
    read_csv,
    read_parquet,
    read_sheet,
    reused,
    text,
)

FILOSOFI_2020 = "insee/cc_filosofi_2020_COM.csv"

#: The same table of INSEE for larger areas. None of them is at hand; each is read where it is.
FILOSOFI_2020_AREAS = {
    "epci": "insee/cc_filosofi_2020_EPCI.csv",
    "departement": "insee/cc_filosofi_2020_DEP.csv",
    "region": "insee/cc_filosofi_2020_REG.csv",
    "france": "insee/cc_filosofi_2020_METROPOLE.csv",
}

FILOSOFI_2019 = {
    "commune": "insee/FILO2019_DISP_COM.csv",
    "epci": "insee/FILO2019_DISP_EPCI.csv",
    "departement": "insee/FILO2019_DISP_DEP.csv",
    "region": "insee/FILO2019_DISP_REG.csv",
    "france": "insee/FILO2019_DISP_METROPOLE.csv",
}
#: Distribution by EPCI in the years before, on the perimeters of 2017 on.
FILOSOFI_EPCI = {year: f"insee/FILO{year}_DISP_EPCI.csv" for year in (2016, 2017, 2018)}
POVERTY_2019 = "insee/FILO2019_DISP_Pauvres_COM.xlsx"
EPCI_INCOME = "insee/qualite_logement_epci.parquet"
CAF_IRIS_2019 = "insee/data_CAF_2019_IRIS.csv"

#: Code of mainland France in Filosofi.
MAINLAND = "1"

#: Deciles of the standard of living, in order; the fifth is the median.
DECILES = [f"d{rank}" for rank in range(1, 10)]

_CODES = {
    "commune": COMMUNE,
    "epci": SIREN,
    "departement": r"^(?:\d{2,3}|2[AB])$",
    "region": r"^\d{2}$",
    "france": rf"^{MAINLAND}$",
}
_STATUS = pa.Column(str, pa.Check.isin([PUBLISHED, SECRET, MISSING]))


def iris_file(departement: str) -> str:
    """File of the indicators by IRIS of a departement."""
    return f"insee/rp_indicateurs_iris_{departement}.parquet"


def _code_index(level: str) -> pa.Index:
    return pa.Index(str, pa.Check.str_matches(_CODES[level]), unique=True, name="code")


def _level(level: str, files: Mapping[str, str]) -> str:
    if level not in files:
        raise ValueError(f"no Filosofi by {level!r}; levels: {', '.join(files)}")
    return files[level]


@reused
def filosofi_2020(sources: Sources) -> pd.DataFrame:
    """Income and poverty of communes in 2020 (Filosofi), on the geography of 2023-01-01.

    Returns
    -------
    DataFrame
        Index ``code``; ``households``, ``persons`` (tax households and the people in them),
        ``median_income`` (euros a consumption unit a year), ``poverty_rate_pct`` (share under 60 %
        of the national median), and for each a ``..._status``: ``"published"``, ``"secret"`` or
        ``"missing"``. Rates are masked for small communes; nothing is filled in.
    """
    return _filosofi_2020(sources, FILOSOFI_2020, "commune")


@reused
def filosofi_2020_areas(sources: Sources, level: str) -> pd.DataFrame:
    """Income and poverty of EPCI, departements, regions or mainland France in 2020 (Filosofi).

    The files have the columns and the marks of :func:`filosofi_2020`, and come in the same archive
    of INSEE.

    Parameters
    ----------
    sources : Sources
    level : {"epci", "departement", "region", "france"}

    Returns
    -------
    DataFrame
        As :func:`filosofi_2020`.

    Raises
    ------
    ValueError
        If there is no such level.
    SourceError
        If the file is not listed: ask ``FILOSOFI_2020_AREAS[level] in sources`` first.
    """
    return _filosofi_2020(sources, _level(level, FILOSOFI_2020_AREAS), level)


def _filosofi_2020(sources: Sources, file: str, level: str) -> pd.DataFrame:
    names = {
        "NBMENFISC20": "households",
        "NBPERSMENFISC20": "persons",
        "MED20": "median_income",
        "TP6020": "poverty_rate_pct",
    }
    table = read_csv(sources, file, columns=["CODGEO", *names], sep=";")
    table = table.set_index("CODGEO").rename_axis("code")
    parts = {}
    for column, name in names.items():
        parts[name], status = masked_numbers(table[column], file, decimal=",")
        parts[f"{name}_status"] = status
    columns: dict[str, pa.Column] = {}
    for name in names.values():
        top = 100 if name.endswith("_pct") else 1e9
        columns[name] = pa.Column(float, pa.Check.in_range(0, top), nullable=True)
        columns[f"{name}_status"] = _STATUS
    return check(pd.DataFrame(parts), file, sources, columns, _code_index(level))


@reused
def filosofi_2019(sources: Sources, level: str) -> pd.DataFrame:
    """Distribution of the standard of living in 2019 (Filosofi), on the geography of 2020-01-01.

    Parameters
    ----------
    sources : Sources
    level : {"commune", "epci", "departement", "region", "france"}

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``households``, ``persons``, ``d1`` ... ``d9`` (deciles in euros a
        consumption unit a year, ``d5`` the median), ``d9_d1``, ``gini``, and shares of disposable
        income in %: ``unemployment_benefit_pct``, ``social_benefit_pct``, ``minima_pct``,
        ``housing_aid_pct``. Small communes have a median only, the smallest no row: what is not
        there is masked by secrecy.

    Raises
    ------
    ValueError
        If there is no such level.
    DataError
        Also if deciles do not increase, the ratio of the ends is not theirs, or the parts of
        disposable income do not add up to 100.
    """
    file = _level(level, FILOSOFI_2019)
    names = {"NBMEN19": "households", "NBPERS19": "persons"}
    names |= {f"{'Q' if d == 'd5' else 'D'}{2 if d == 'd5' else d[1]}19": d for d in DECILES}
    names |= {"RD": "d9_d1", "GI19": "gini", "PCHO19": "unemployment_benefit_pct"}
    names |= {"PPSOC19": "social_benefit_pct", "PPMINI19": "minima_pct"}
    names |= {"PPLOGT19": "housing_aid_pct"}
    parts = ["PACT19", "PPEN19", "PPAT19", "PPSOC19", "PIMPOT19"]
    wanted = ["CODGEO", "LIBGEO", *dict.fromkeys([*names, *parts])]
    cells = read_csv(sources, file, columns=wanted, sep=";", encoding="utf-8-sig")
    cells = cells.set_index("CODGEO").rename_axis("code")
    raw = cells.drop(columns="LIBGEO").apply(numbers, file=file, decimal=",")
    table = raw[list(names)].rename(columns=names)
    deciles = table[DECILES].dropna()
    _refuse(file, deciles.index[(deciles.diff(axis=1).iloc[:, 1:] < 0).any(axis=1)], "deciles fall")
    ratio = (deciles["d9"] / deciles["d1"] - table["d9_d1"]).abs()
    _refuse(file, ratio.index[ratio > 0.06], "D9 / D1 is not the ratio of the deciles")
    whole = raw[parts].dropna().sum(axis=1)
    # Each part is rounded to a tenth.
    _refuse(file, whole.index[(whole - 100).abs() > 0.35], "the parts of income are not 100 %")
    table.insert(0, "name", cells["LIBGEO"])
    euros = pa.Column(float, pa.Check.in_range(0, 200_000), nullable=True)
    share = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    columns = {"name": text(), "households": count(), "persons": count()}
    columns |= dict.fromkeys(DECILES, euros)
    columns |= {"d9_d1": count(nullable=True)}
    columns |= {"gini": pa.Column(float, pa.Check.in_range(0, 1), nullable=True)}
    columns |= dict.fromkeys([name for name in table if name.endswith("_pct")], share)
    return check(table, file, sources, columns, _code_index(level))


@reused
def epci_medians(sources: Sources, year: int) -> pd.Series:
    """Median standard of living of EPCI before 2019 (Filosofi).

    Parameters
    ----------
    sources : Sources
    year : {2016, 2017, 2018}

    Returns
    -------
    Series
        Index ``code``; euros a consumption unit a year.

    Raises
    ------
    ValueError
        If there is no file for this year.
    DataError
        Also if a median is not between the first decile and the last.

    Examples
    --------
    >>> float(epci_medians(Sources(), 2016)["200066918"])  # doctest: +SKIP
    17931.0
    """
    if year not in FILOSOFI_EPCI:
        known = ", ".join(map(str, FILOSOFI_EPCI))
        raise ValueError(f"no incomes by EPCI for {year}; years: {known}")
    file, y = FILOSOFI_EPCI[year], f"{year % 100}"
    names = {f"D1{y}": "d1", f"Q2{y}": "d5", f"D9{y}": "d9"}
    cells = read_csv(
        sources, file, columns=["CODGEO", *names], sep=";", encoding="utf-8-sig"
    ).set_index("CODGEO")
    table = cells.rename_axis("code").apply(numbers, file=file, decimal=",").rename(columns=names)
    known = table.dropna()
    out = (known["d5"] < known["d1"]) | (known["d5"] > known["d9"])
    _refuse(file, known.index[out], "the median is not between the first decile and the last")
    euros = pa.Column(float, pa.Check.in_range(0, 200_000), nullable=True)
    schema = dict.fromkeys(["d1", "d5", "d9"], euros)
    return check(table, file, sources, schema, _code_index("epci"))["d5"].rename(year)


def _refuse(file: str, rows: pd.Index, what: str) -> None:
    if len(rows):
        raise DataError(file, what, row=rows[0], cure="Use the file as published.")


@reused
def poverty_2019(sources: Sources) -> pd.DataFrame:
    """Poverty rates of communes in 2019 at three thresholds (Filosofi), geography of 2020-01-01.

    Returns
    -------
    DataFrame
        Index ``code``; ``rate_40_pct``, ``rate_50_pct``, ``rate_60_pct`` (share of people under
        that part of the national median, whole numbers), ``intensity`` (gap between the threshold
        and the median of the poor, over the threshold), and for each a ``..._status``. Only
        communes with a rate at 60 % are listed; an empty cell is masked.

    Raises
    ------
    DataError
        Also if a rate is above that of a higher threshold.
    """
    names = {"TP4019": "rate_40_pct", "TP5019": "rate_50_pct", "TP6019": "rate_60_pct"}
    names |= {"TP60IP19": "intensity"}
    cells = read_sheet(sources, POVERTY_2019, "ENSEMBLE", columns=["CODGEO", *names], header=6)
    cells = cells.set_index("CODGEO").rename_axis("code")
    parts = {}
    for column, name in names.items():
        parts[name], parts[f"{name}_status"] = masked_numbers(
            cells[column], POVERTY_2019, secret=("",), missing=()
        )
    table = pd.DataFrame(parts)
    rates = table[[name for name in names.values() if name.endswith("_pct")]]
    # A masked rate is passed over; those on its sides must still be in order.
    falls = (rates.ffill(axis=1).diff(axis=1) < 0).any(axis=1)
    _refuse(POVERTY_2019, table.index[falls], "a rate is above that of a higher threshold")
    columns: dict[str, pa.Column] = {}
    for name in names.values():
        top = 100 if name.endswith("_pct") else 1
        masked = name != "rate_60_pct"
        columns[name] = pa.Column(float, pa.Check.in_range(0, top), nullable=masked)
        columns[f"{name}_status"] = _STATUS
    return check(table, POVERTY_2019, sources, columns, _code_index("commune"))


@reused
def epci_income(sources: Sources) -> pd.DataFrame:
    """Income and poverty of EPCI in 2019 and 2021 (Filosofi), put together by a third party.

    Returns
    -------
    DataFrame
        Index ``(code, year)``; ``median_income``, ``d9`` (euros), ``d9_d1``,
        ``social_benefit_pct`` and ``poverty_rate_pct`` (at 60 %). France (``"00FR"``, 2021 only),
        Paris (``"75056"``) and the parts of the Métropole du Grand Paris are listed too. NaN is
        not published.
    """
    stems = {
        "rev_med": "median_income",
        "rev_d9": "d9",
        "rev_ird9d1": "d9_d1",
        "rev_prestasoc": "social_benefit_pct",
        "rev_txpauv": "poverty_rate_pct",
    }
    years = {2019: "19", 2021: "21"}
    wanted = ["code", *(f"{stem}_{y}" for y in years.values() for stem in stems)]
    cells = read_parquet(sources, EPCI_INCOME, columns=wanted).set_index("code")
    index = pa.Index(str, pa.Check.str_matches(r"^(?:\d{9}|00FR|75056)$"), unique=True, name="code")
    share = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    kinds = {
        stem: share if name.endswith("_pct") else count(nullable=True)
        for stem, name in stems.items()
    }
    schema = {f"{stem}_{y}": kinds[stem] for y in years.values() for stem in stems}
    check(cells, EPCI_INCOME, sources, schema, index)
    parts = {
        year: cells[[f"{stem}_{y}" for stem in stems]].set_axis(list(stems.values()), axis=1)
        for year, y in years.items()
    }
    table = pd.concat(parts, names=["year"]).swaplevel()
    return table.sort_index()


@reused
def iris_income(sources: Sources, departement: str) -> pd.DataFrame:
    """Standard of living and poverty by IRIS in 2021 (Filosofi), put together by a third party.

    In the file at hand the columns ``rev_med`` and ``rev_txpauv`` hold disposable income for a
    commune that is one IRIS, but *declared* income for the parts of a divided one, whose disposable
    income is in ``rev_disp_...``. Disposable income is read in both cases.

    Parameters
    ----------
    sources : Sources
    departement : str
        One whose file is listed: see :func:`iris_file`.

    Returns
    -------
    DataFrame
        Index ``iris``; ``code`` (of the commune), ``name``, ``whole`` (whether the commune is one
        IRIS), ``population`` (census 2022), ``median_income`` (euros a consumption unit a year),
        ``poverty_rate_pct`` (at 60 %). NaN where masked or not published.
    """
    file = iris_file(departement)
    wanted = ["code", "COM", "libelle", "TYP_IRIS", "P22_POP", "rev_med_21", "rev_txpauv_21"]
    wanted += ["rev_disp_med_21", "rev_disp_txpauv_21"]
    cells = read_parquet(sources, file, columns=wanted).set_index("code").rename_axis("iris")
    whole = cells["TYP_IRIS"] == "Z"
    table = pd.DataFrame(
        {
            "code": cells["COM"],
            "name": cells["libelle"],
            "whole": whole,
            "population": cells["P22_POP"],
            "median_income": cells["rev_med_21"].where(whole, cells["rev_disp_med_21"]),
            "poverty_rate_pct": cells["rev_txpauv_21"].where(whole, cells["rev_disp_txpauv_21"]),
        }
    )
    columns = {
        "code": text(pattern=COMMUNE),
        "name": text(),
        "whole": pa.Column(bool),
        "population": count(nullable=True),
        "median_income": count(nullable=True),
        "poverty_rate_pct": pa.Column(float, pa.Check.in_range(0, 100), nullable=True),
    }
    index = pa.Index(str, pa.Check.str_matches(COMMUNE[:-1] + r"\d{4}$"), unique=True, name="iris")
    return check(table, file, sources, columns, index)


@reused
def caf_iris_2019(sources: Sources) -> pd.DataFrame:
    """Recipients of the Caf by IRIS at the end of 2019, in communes divided into IRIS.

    Returns
    -------
    DataFrame
        Index ``iris``; ``code`` (of the commune), ``recipients`` (households that get any benefit
        of the Caf), ``housing_aid`` (those that get an aid for housing) and ``persons`` (people in
        the households), each with a ``..._status``. An empty cell is masked; where the note of the
        row is not 0, all of them are.

    Raises
    ------
    DataError
        Also if more get an aid for housing than get any benefit.
    """
    names = {"A": "recipients", "AAL": "housing_aid", "PERCOU": "persons"}
    cells = read_csv(sources, CAF_IRIS_2019, columns=["CODGEO", "NOTE", *names], sep=";")
    cells = cells.set_index("CODGEO").rename_axis("iris")
    parts: dict[str, pd.Series] = {"code": cells.index.to_series().str[:5]}
    for column, name in names.items():
        parts[name], parts[f"{name}_status"] = masked_numbers(
            cells[column], CAF_IRIS_2019, secret=("",), missing=()
        )
    table = pd.DataFrame(parts)
    more = table["housing_aid"] > table["recipients"]
    _refuse(CAF_IRIS_2019, table.index[more], "more recipients of housing aid than of any benefit")
    noted = (cells["NOTE"] != "0") & table["recipients"].notna()
    _refuse(CAF_IRIS_2019, table.index[noted], "a row with a note holds a number")
    columns: dict[str, pa.Column] = {"code": text(pattern=COMMUNE)}
    for name in names.values():
        columns |= {name: count(nullable=True), f"{name}_status": _STATUS}
    index = pa.Index(str, pa.Check.str_matches(COMMUNE[:-1] + r"\d{4}$"), unique=True, name="iris")
    return check(table, CAF_IRIS_2019, sources, columns, index)
