"""INSEE: income and poverty of communes and of what is larger (Filosofi)."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.files.sources import Sources
from bassin.read._parse import masked_numbers, numbers, read_csv, read_sheet
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, SIREN, availability, check, count, matches, text
from bassin.read._typed import read_parquet
from bassin.read.insee._base import refuse

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

#: Code of mainland France in Filosofi.
MAINLAND = "1"

#: Deciles of the standard of living, in order; the fifth is the median.
DECILES = [f"d{rank}" for rank in range(1, 10)]

_CODES = {
    "commune": COMMUNE,
    "epci": SIREN,
    "departement": r"(?:\d{2,3}|2[AB])",
    "region": r"\d{2}",
    "france": MAINLAND,
}


def _code_index(level: str) -> pa.Index:
    return pa.Index(str, matches(_CODES[level]), unique=True, name="code")


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


@reused(level=FILOSOFI_2020_AREAS)
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
    ChoiceError
        If there is no such level.
    SourceError
        If the file is not listed: ask ``FILOSOFI_2020_AREAS[level] in sources`` first.
    """
    return _filosofi_2020(sources, FILOSOFI_2020_AREAS[level], level)


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
        columns[f"{name}_status"] = availability()
    return check(pd.DataFrame(parts), file, sources, columns, _code_index(level))


@reused(level=FILOSOFI_2019)
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
    ChoiceError
        If there is no such level.
    DataError
        Also if deciles do not increase, the ratio of the ends is not theirs, or the parts of
        disposable income do not add up to 100.
    """
    file = FILOSOFI_2019[level]
    names = {"NBMEN19": "households", "NBPERS19": "persons"}
    names |= {f"{'Q' if d == 'd5' else 'D'}{2 if d == 'd5' else d[1]}19": d for d in DECILES}
    names |= {"RD": "d9_d1", "GI19": "gini", "PCHO19": "unemployment_benefit_pct"}
    names |= {"PPSOC19": "social_benefit_pct", "PPMINI19": "minima_pct"}
    names |= {"PPLOGT19": "housing_aid_pct"}
    parts = ["PACT19", "PPEN19", "PPAT19", "PPSOC19", "PIMPOT19"]
    wanted = ["CODGEO", "LIBGEO", *dict.fromkeys([*names, *parts])]
    cells = read_csv(sources, file, columns=wanted, sep=";", encoding="utf-8-sig", open_end=True)
    cells = cells.set_index("CODGEO").rename_axis("code")
    raw = cells.drop(columns="LIBGEO").apply(numbers, file=file, decimal=",")
    table = raw[list(names)].rename(columns=names)
    deciles = table[DECILES].dropna()
    refuse(file, deciles.index[(deciles.diff(axis=1).iloc[:, 1:] < 0).any(axis=1)], "deciles fall")
    ratio = (deciles["d9"] / deciles["d1"] - table["d9_d1"]).abs()
    refuse(file, ratio.index[ratio > 0.06], "D9 / D1 is not the ratio of the deciles")
    whole = raw[parts].dropna().sum(axis=1)
    # Each part is rounded to a tenth.
    refuse(file, whole.index[(whole - 100).abs() > 0.35], "the parts of income are not 100 %")
    table.insert(0, "name", cells["LIBGEO"])
    euros = pa.Column(float, pa.Check.in_range(0, 200_000), nullable=True)
    share = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    columns = {"name": text(), "households": count(), "persons": count()}
    columns |= dict.fromkeys(DECILES, euros)
    columns |= {"d9_d1": count(nullable=True)}
    columns |= {"gini": pa.Column(float, pa.Check.in_range(0, 1), nullable=True)}
    columns |= dict.fromkeys([name for name in table if name.endswith("_pct")], share)
    return check(table, file, sources, columns, _code_index(level))


@reused(year=FILOSOFI_EPCI)
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
    ChoiceError
        If there is no file for this year.
    DataError
        Also if a median is not between the first decile and the last.

    Examples
    --------
    >>> float(epci_medians(Sources(), 2016)["200066918"])  # doctest: +SKIP
    17931.0
    """
    file, y = FILOSOFI_EPCI[year], f"{year % 100}"
    names = {f"D1{y}": "d1", f"Q2{y}": "d5", f"D9{y}": "d9"}
    cells = read_csv(
        sources, file, columns=["CODGEO", *names], sep=";", encoding="utf-8-sig", open_end=True
    ).set_index("CODGEO")
    table = cells.rename_axis("code").apply(numbers, file=file, decimal=",").rename(columns=names)
    known = table.dropna()
    out = (known["d5"] < known["d1"]) | (known["d5"] > known["d9"])
    refuse(file, known.index[out], "the median is not between the first decile and the last")
    euros = pa.Column(float, pa.Check.in_range(0, 200_000), nullable=True)
    schema = dict.fromkeys(["d1", "d5", "d9"], euros)
    return check(table, file, sources, schema, _code_index("epci"))["d5"].rename(year)


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
    refuse(POVERTY_2019, table.index[falls], "a rate is above that of a higher threshold")
    columns: dict[str, pa.Column] = {}
    for name in names.values():
        top = 100 if name.endswith("_pct") else 1
        masked = name != "rate_60_pct"
        columns[name] = pa.Column(float, pa.Check.in_range(0, top), nullable=masked)
        columns[f"{name}_status"] = availability()
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
    wanted = [f"{stem}_{y}" for y in years.values() for stem in stems]
    cells = read_parquet(sources, EPCI_INCOME, texts=["code"], amounts=wanted).set_index("code")
    index = pa.Index(str, matches(r"(?:\d{9}|00FR|75056)"), unique=True, name="code")
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
