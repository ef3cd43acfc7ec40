"""INSEE: income and poverty of communes and of what is larger (Filosofi).

The vintages are those of the manifest: a year more is a file and its row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa

from bassin.choices import chosen
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of, pairs
from bassin.read._holds import day_of
from bassin.read._parse import (
    header_of,
    masked_numbers,
    numbers,
    read_delimited,
    read_sheet,
    require,
)
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, SIREN, availability, check, count, matches, text
from bassin.read._typed import read_parquet
from bassin.read._vintage import of_year
from bassin.read.insee._base import refuse

#: Datasets of the manifest; the first two by level, ``filosofi.epci``.
FILOSOFI = "filosofi"
DISTRIBUTION = "filosofi-distribution"
POVERTY = "filosofi-poverty.commune"
LEVELS = ("commune", "epci", "departement", "region", "france")
EPCI_INCOME = "insee/qualite_logement_epci.parquet"
EPCI_INCOME_YEARS = (2019, 2021)

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


@dataclass(frozen=True)
class _Layout:
    """How a file of incomes and poverty is written: its marks, and what its columns are."""

    sep: str
    decimal: str
    code: str
    names: Mapping[str, str]


#: As INSEE publishes it, and with its columns renamed by a third party. In neither are the rest.
_LAYOUTS = (
    _Layout(
        ";",
        ",",
        "CODGEO",
        {
            "NBMENFISC{y}": "households",
            "NBPERSMENFISC{y}": "persons",
            "MED{y}": "median_income",
            "TP60{y}": "poverty_rate_pct",
        },
    ),
    _Layout(
        ",",
        ".",
        "codgeo",
        {
            "nb_menages": "households",
            "nb_personnes": "persons",
            "revenu_median": "median_income",
            "taux_pauvrete": "poverty_rate_pct",
        },
    ),
)
#: Columns of a distribution, and the parts that make disposable income.
_DISTRIBUTION = {
    "NBMEN{y}": "households",
    "NBPERS{y}": "persons",
    **{f"{'Q2' if d == 'd5' else d.upper()}{{y}}": d for d in DECILES},
    "RD": "d9_d1",
    "GI{y}": "gini",
    "PCHO{y}": "unemployment_benefit_pct",
    "PPSOC{y}": "social_benefit_pct",
    "PPMINI{y}": "minima_pct",
    "PPLOGT{y}": "housing_aid_pct",
}
_PARTS = ("PACT{y}", "PPEN{y}", "PPAT{y}", "PPSOC{y}", "PIMPOT{y}")
#: To 2014 wages and unemployment benefits are one column, and their sum with profits is none.
_WAGES_AND_BENEFITS = "PTSAC"
_PARTS_TO_2014 = ("PTSAC{y}", "PBEN{y}", *_PARTS[1:])


def _code_index(level: str) -> pa.Index:
    return pa.Index(str, matches(_CODES[level]), unique=True, name="code")


def _dataset(stem: str, level: str) -> str:
    chosen("level", level, LEVELS)
    return f"{stem}.{level}"


@reused(**{"level, year": pairs(FILOSOFI, LEVELS)})
def filosofi(sources: Sources, level: str, year: int) -> pd.DataFrame:
    """Income and poverty in a year (Filosofi), on the geography of :func:`filosofi_day`.

    Parameters
    ----------
    sources : Sources
    level : {"commune", "epci", "departement", "region", "france"}
    year : int
        A vintage of the dataset ``filosofi.<level>``.

    Returns
    -------
    DataFrame
        Index ``code``; ``households``, ``persons`` (tax households and the people in them),
        ``median_income`` (euros a consumption unit a year), ``poverty_rate_pct`` (share under 60 %
        of the national median), and for each a ``..._status``: ``"published"``, ``"secret"`` or
        ``"missing"``. Rates are masked for small communes; nothing is filled in.

    Raises
    ------
    ChoiceError
        If there is no such level.
    SourceError
        If the vintage is not listed; the message gives those that are.
    DataError
        Also if the columns of the file are of another year.

    Examples
    --------
    >>> filosofi(Sources(), "commune", 2020).at["30007", "poverty_rate_pct"]  # doctest: +SKIP
    28.0
    """
    file = file_of(sources, _dataset(FILOSOFI, level), year)
    data = sources.read(file)
    layout = next((one for one in _LAYOUTS if header_of(data, one.sep)[0] == one.code), _LAYOUTS[0])
    names = of_year(file, header_of(data, layout.sep), layout.names, year)
    table = read_delimited(file, data, columns=[layout.code, *names], sep=layout.sep)
    table = table.set_index(layout.code).rename_axis("code")
    parts = {}
    for column, name in names.items():
        parts[name], status = masked_numbers(table[column], file, decimal=layout.decimal)
        parts[f"{name}_status"] = status
    columns: dict[str, pa.Column] = {}
    for name in names.values():
        top = 100 if name.endswith("_pct") else 1e9
        columns[name] = pa.Column(float, pa.Check.in_range(0, top), nullable=True)
        columns[f"{name}_status"] = availability()
    return check(pd.DataFrame(parts), file, sources, columns, _code_index(level))


def filosofi_day(sources: Sources, reader: str, *given: object) -> str:
    """Day of the Code officiel whose places a table of Filosofi has, ``"2020-01-01"``.

    Parameters
    ----------
    sources : Sources
    reader : {"filosofi", "filosofi_distribution", "poverty_thresholds"}
    *given
        What it is called with.

    Raises
    ------
    SourceError
        If ``data/geographies.csv`` does not say.
    """
    return day_of(sources, f"insee.income.{reader}({', '.join(map(str, given))})")


@reused(**{"level, year": pairs(DISTRIBUTION, LEVELS)})
def filosofi_distribution(sources: Sources, level: str, year: int) -> pd.DataFrame:
    """Distribution of the standard of living in a year (Filosofi).

    Parameters
    ----------
    sources : Sources
    level : {"commune", "epci", "departement", "region", "france"}
    year : int
        A vintage of the dataset ``filosofi-distribution.<level>``.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``households``, ``persons``, ``d1`` ... ``d9`` (deciles in euros a
        consumption unit a year, ``d5`` the median), ``d9_d1``, ``gini``, and shares of disposable
        income in %: ``unemployment_benefit_pct`` (not told apart in 2014), ``social_benefit_pct``,
        ``minima_pct``, ``housing_aid_pct``. Small communes have a median only, the smallest no
        row: what is not there is masked by secrecy.

    Raises
    ------
    ChoiceError
        If there is no such level.
    SourceError
        If the vintage is not listed; the message gives those that are.
    DataError
        Also if the columns are of another year, deciles do not increase, the ratio of the ends is
        not theirs, or the parts of disposable income do not add up to 100.
    """
    file = file_of(sources, _dataset(DISTRIBUTION, level), year)
    data = sources.read(file)
    header = header_of(data, ";")
    names, stems = dict(_DISTRIBUTION), list(_PARTS)
    if any(column.startswith(_WAGES_AND_BENEFITS) for column in header):
        del names["PCHO{y}"]
        stems = list(_PARTS_TO_2014)
    names = of_year(file, header, names, year)
    parts = list(of_year(file, header, dict.fromkeys(stems, ""), year))
    wanted = ["CODGEO", "LIBGEO", *dict.fromkeys([*names, *parts])]
    cells = read_delimited(file, data, columns=wanted, sep=";", encoding="utf-8-sig", open_end=True)
    cells = cells.set_index("CODGEO").rename_axis("code")
    raw = cells.drop(columns="LIBGEO").apply(numbers, file=file, decimal=",")
    table = raw[list(names)].rename(columns=names)
    table = table.reindex(columns=list(_DISTRIBUTION.values()))
    _refuse_deciles(file, table)
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


def _refuse_deciles(file: str, table: pd.DataFrame) -> None:
    deciles = table[DECILES].dropna()
    refuse(file, deciles.index[(deciles.diff(axis=1).iloc[:, 1:] < 0).any(axis=1)], "deciles fall")
    ratio = (deciles["d9"] / deciles["d1"] - table["d9_d1"]).abs()
    refuse(file, ratio.index[ratio > 0.06], "D9 / D1 is not the ratio of the deciles")


@reused(year=each(POVERTY))
def poverty_thresholds(sources: Sources, year: int) -> pd.DataFrame:
    """Poverty rates of communes in a year at three thresholds (Filosofi).

    Parameters
    ----------
    sources : Sources
    year : int
        A vintage of the dataset ``filosofi-poverty.commune``.

    Returns
    -------
    DataFrame
        Index ``code``; ``rate_40_pct``, ``rate_50_pct``, ``rate_60_pct`` (share of people under
        that part of the national median, whole numbers), ``intensity`` (gap between the threshold
        and the median of the poor, over the threshold), and for each a ``..._status``. Only
        communes with a rate at 60 % are listed; an empty cell is masked.

    Raises
    ------
    SourceError
        If the vintage is not listed; the message gives those that are.
    DataError
        Also if the columns are of another year, or a rate is above that of a higher threshold.
    """
    file = file_of(sources, POVERTY, year)
    names = {"TP40{y}": "rate_40_pct", "TP50{y}": "rate_50_pct", "TP60{y}": "rate_60_pct"}
    names |= {"TP60IP{y}": "intensity"}
    cells = read_sheet(sources, file, "ENSEMBLE", columns=None, header=6)
    names = of_year(file, list(cells), names, year)
    require(f"{file} [ENSEMBLE]", list(cells), ["CODGEO", *names])
    cells = cells.set_index("CODGEO").rename_axis("code")
    parts = {}
    for column, name in names.items():
        parts[name], parts[f"{name}_status"] = masked_numbers(
            cells[column], file, secret=("",), missing=()
        )
    table = pd.DataFrame(parts)
    rates = table[[name for name in names.values() if name.endswith("_pct")]]
    # A masked rate is passed over; those on its sides must still be in order.
    falls = (rates.ffill(axis=1).diff(axis=1) < 0).any(axis=1)
    refuse(file, table.index[falls], "a rate is above that of a higher threshold")
    columns: dict[str, pa.Column] = {}
    for name in names.values():
        top = 100 if name.endswith("_pct") else 1
        masked = name != "rate_60_pct"
        columns[name] = pa.Column(float, pa.Check.in_range(0, top), nullable=masked)
        columns[f"{name}_status"] = availability()
    return check(table, file, sources, columns, _code_index("commune"))


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
    years = {year: f"{year % 100:02d}" for year in EPCI_INCOME_YEARS}
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
