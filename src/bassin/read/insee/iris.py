"""INSEE and Caf: ages, diplomas, incomes and benefits by IRIS."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import masked_numbers, read_csv
from bassin.read._reused import listed, reused
from bassin.read._schema import COMMUNE, availability, check, count, matches, text
from bassin.read._typed import read_parquet
from bassin.read.insee._base import refuse

#: Dataset of the manifest, a file a year.
CAF_IRIS = "caf-iris"

#: Of the whole metropole. The files of single departements hold the same values in more columns,
#: none of which is read; they stand in where this one is not listed.
IRIS_FRANCE = "insee/rp_indicateurs_iris_2011_2016_2022_france.parquet"
#: Files that it stands for.
IRIS_DEPARTEMENTS = "insee/rp_indicateurs_iris_??.parquet"
#: What readers call its area.
METROPOLE = "france"

#: Censuses of the file.
IRIS_YEARS = (2011, 2016, 2022)
#: Ages of 2022, by the middle of their names in the file.
IRIS_AGES = {
    "0014": "age_0_14",
    "1524": "age_15_24",
    "2554": "age_25_54",
    "5564": "age_55_64",
    "6579": "age_65_79",
    "80p": "age_80_plus",
}
#: Ages of those who may be at work in 2022, by the end of their names in the file.
WORKING_AGES = {"1524": "age_15_24", "2554": "age_25_54", "5564": "age_55_64"}
#: Largest gap, in points, between 100 and what shares add up to in the whole file. Counts behind
#: them are rounded apart: in an IRIS of some dozens of inhabitants they may be ten points off.
_SLACK = 0.5


#: Shares of adults by diploma may exceed a hundred, where counts of a few people are rounded apart.
_DIPLOMA = pa.Column(float, pa.Check.in_range(0, 110), nullable=True)
_PERCENT = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
#: Areas with a file.
_AREAS = listed(r"insee/rp_indicateurs_iris_(?:2011_2016_2022_)?(.+)\.parquet")


def iris_file(area: str) -> str:
    """File of the indicators by IRIS of a departement, or of :data:`METROPOLE`.

    Examples
    --------
    >>> iris_file("30")
    'insee/rp_indicateurs_iris_30.parquet'
    """
    if area == METROPOLE:
        return IRIS_FRANCE
    return f"insee/rp_indicateurs_iris_{area}.parquet"


@reused(area=_AREAS)
def iris_census(sources: Sources, area: str) -> pd.DataFrame:
    """Ages and diplomas by IRIS in 2011, 2016 and 2022, put together by a third party.

    The column of the file named "above bac+2" does not mean one thing in its three years. In 2011
    and 2022 it is what it says. In 2016 INSEE's classes had only one for all higher education, and
    the column repeats it: there, it is read as ``higher_pct``, and ``above_bac2_pct`` is missing.
    In 2011 it is the column of higher education that repeats the other, and ``higher_pct`` is
    missing. Both repetitions are checked.

    Parameters
    ----------
    sources : Sources
    area : str
        A departement whose file is listed, or :data:`METROPOLE`.

    Returns
    -------
    DataFrame
        Index ``(iris, year)``; ``code`` (of the commune), ``population``, ``share_65_plus_pct`` (of
        the inhabitants), ``ageing_index`` (people of 65 and over for 100 under 20; NaN where nobody
        is under 20), and shares of people of 15 and over out of school: ``below_bac_pct``,
        ``higher_pct`` (any diploma above the bac; NaN in 2011), ``above_bac2_pct`` (NaN in 2016).

    Raises
    ------
    DataError
        Also if the shares of 2022 do not add up.
    """
    file = iris_file(area)
    names = {
        "population": "P{}_POP",
        "share_65_plus_pct": "dmv_65p_pct_{}",
        "ageing_index": "dmv_iv_ind_{}",
        "below_bac_pct": "dsp_dipl_infbac_pct_{}",
        "higher_pct": "dsp_dipl_sup_pct_{}",
        "above_bac2_pct": "dsp_dipl_supbac2_pct_{}",
    }
    cells, censuses = _of_censuses(sources, file, names, "dsp_dipl_bacbac2_pct_22")
    parts = {}
    for year, part in censuses.items():
        same = (part["higher_pct"] - part["above_bac2_pct"]).abs() < 1e-9
        if year != 2022 and not same[part["higher_pct"].notna()].all():
            raise DataError(
                file,
                "higher education and above bac+2 differ, where they were one column",
                column=f"dsp_dipl_supbac2_pct_{year % 100}",
                row=same.idxmin(),
                cure="The file's definitions have changed: see what each column holds now.",
            )
        parts[year] = part.assign(
            higher_pct=part["higher_pct"] if year != 2011 else float("nan"),
            above_bac2_pct=part["above_bac2_pct"] if year != 2016 else float("nan"),
        )
    latest = parts[2022]
    whole = latest["below_bac_pct"] + cells["dsp_dipl_bacbac2_pct_22"] + latest["above_bac2_pct"]
    _adds_up(file, "dsp_dipl_bacbac2_pct_22", whole, latest["population"])
    columns = {
        "code": text(pattern=COMMUNE),
        "population": count(nullable=True),
        "share_65_plus_pct": _PERCENT,
        "ageing_index": count(nullable=True),
        "below_bac_pct": _DIPLOMA,
        "higher_pct": _PERCENT,
        "above_bac2_pct": _PERCENT,
    }
    return check(_stacked(parts), file, sources, columns, _by_year(), rows=len(cells))


def _of_censuses(
    sources: Sources, file: str, names: Mapping[str, str], *more: str
) -> tuple[pd.DataFrame, dict[int, pd.DataFrame]]:
    """The cells read, a row an IRIS, and of each census its columns, whose names have its year."""
    of = {y: {name.format(y % 100): label for label, name in names.items()} for y in IRIS_YEARS}
    wanted = [name for columns in of.values() for name in columns]
    cells = read_parquet(sources, file, texts=["code", "COM"], amounts=[*wanted, *more])
    cells = cells.set_index("code")
    code = cells["COM"].rename("code")
    parts = {y: cells[[*columns]].rename(columns=columns) for y, columns in of.items()}
    return cells, {y: pd.concat([code, part], axis=1) for y, part in parts.items()}


def _stacked(parts: Mapping[int, pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(parts, names=["year", "iris"]).swaplevel().sort_index()


def _by_year() -> pa.MultiIndex:
    return pa.MultiIndex(
        [
            pa.Index(str, matches(COMMUNE + r"\d{4}"), name="iris"),
            pa.Index("int64", pa.Check.isin(IRIS_YEARS), name="year"),
        ]
    )


def _by_iris() -> pa.Index:
    return pa.Index(str, matches(COMMUNE + r"\d{4}"), unique=True, name="iris")


@reused(area=_AREAS)
def iris_ages_2022(sources: Sources, area: str) -> pd.DataFrame:
    """Shares of six ages by IRIS in 2022, put together by a third party.

    Returns
    -------
    DataFrame
        Index ``iris``; ``code`` (of the commune), ``population``, and a column an age of
        :data:`IRIS_AGES`: % of the inhabitants.

    Raises
    ------
    DataError
        Also if the six shares do not add up to 100.
    """
    file = iris_file(area)
    names = {f"dm_{age}_pct_22": label for age, label in IRIS_AGES.items()}
    cells = read_parquet(sources, file, texts=["code", "COM"], amounts=["P22_POP", *names])
    cells = cells.set_index("code").rename_axis("iris")
    cells = cells.rename(columns={"COM": "code", "P22_POP": "population", **names})
    _adds_up(file, "dm_80p_pct_22", cells[list(names.values())].sum(axis=1), cells["population"])
    columns = {"code": text(pattern=COMMUNE), "population": count(nullable=True)}
    columns |= dict.fromkeys(names.values(), _PERCENT)
    return check(cells, file, sources, columns, _by_iris())


@reused(area=_AREAS)
def iris_labour_2022(sources: Sources, area: str) -> pd.DataFrame:
    """Who is at work and who is unemployed by IRIS and age in 2022, put together by a third party.

    The shares of each age are of the same answers, and never above a hundred. Those of 15 to 64
    together, which the file has too, set the unemployed of all answers against the active people of
    a part of them, and reach 1,332 % in one IRIS: they are not read.

    Parameters
    ----------
    sources : Sources
    area : str
        One whose file is listed: see :func:`iris_file`.

    Returns
    -------
    DataFrame
        Index ``iris``; ``code`` (of the commune), ``population``, and for each age of
        :data:`WORKING_AGES` ``<age>_pct`` (of the inhabitants), ``<age>_employed_pct`` (of the
        people of that age) and ``<age>_unemployed_pct`` (of the active ones, in the sense of the
        census; NaN where none is).
    """
    file = iris_file(area)
    names = {
        name: label
        for age, stem in WORKING_AGES.items()
        for name, label in (
            (f"dm_{age}_pct_22", f"{stem}_pct"),
            (f"eco_txemp_{age}_22", f"{stem}_employed_pct"),
            (f"soc_txchom_{age}_22", f"{stem}_unemployed_pct"),
        )
    }
    cells = read_parquet(sources, file, texts=["code", "COM"], amounts=["P22_POP", *names])
    cells = cells.set_index("code").rename_axis("iris")
    cells = cells.rename(columns={"COM": "code", "P22_POP": "population", **names})
    columns = {"code": text(pattern=COMMUNE), "population": count(nullable=True)}
    columns |= dict.fromkeys(names.values(), _PERCENT)
    return check(cells, file, sources, columns, _by_iris())


@reused(area=_AREAS)
def iris_dwellings(sources: Sources, area: str) -> pd.DataFrame:
    """Dwellings by IRIS in 2011, 2016 and 2022, put together by a third party.

    Parameters
    ----------
    sources : Sources
    area : str
        One whose file is listed: see :func:`iris_file`.

    Returns
    -------
    DataFrame
        Index ``(iris, year)``; ``code`` (of the commune), ``households`` (each has a main home),
        and shares of all dwellings: ``main_pct``, ``secondary_pct`` (with occasional ones),
        ``vacant_pct``.

    Raises
    ------
    DataError
        Also if the three shares do not add up to 100.
    """
    file = iris_file(area)
    names = {
        "households": "men_tot_stock_{}",
        "main_pct": "log_rp_pct_{}",
        "secondary_pct": "log_ressec_pct_{}",
        "vacant_pct": "log_vac_pct_{}",
    }
    cells, parts = _of_censuses(sources, file, names)
    for year, part in parts.items():
        sums = part[["main_pct", "secondary_pct", "vacant_pct"]].sum(axis=1, skipna=False)
        _adds_up(file, f"log_vac_pct_{year % 100}", sums, part["households"])
    return check(_stacked(parts), file, sources, _of_households(names), _by_year(), rows=len(cells))


def _of_households(names: Mapping[str, str]) -> dict[str, pa.Column]:
    """What columns may hold: the commune, households, and shares."""
    columns = {"code": text(pattern=COMMUNE), "households": count(nullable=True)}
    return columns | dict.fromkeys([name for name in names if name not in columns], _PERCENT)


@reused(area=_AREAS)
def iris_households(sources: Sources, area: str) -> pd.DataFrame:
    """Households by IRIS in 2011, 2016 and 2022, put together by a third party.

    Parameters
    ----------
    sources : Sources
    area : str
        One whose file is listed: see :func:`iris_file`.

    Returns
    -------
    DataFrame
        Index ``(iris, year)``; ``code`` (of the commune), ``households``, and shares of them:
        ``one_person_pct``, ``lone_parent_pct`` (one parent with children). NaN where there is
        no household.

    Raises
    ------
    DataError
        Also if the two shares make more than all households.
    """
    file = iris_file(area)
    names = {
        "households": "men_tot_stock_{}",
        "one_person_pct": "men_seul_pct_{}",
        "lone_parent_pct": "men_mono_pct_{}",
    }
    cells, parts = _of_censuses(sources, file, names)
    for year, part in parts.items():
        more = part["one_person_pct"] + part["lone_parent_pct"] > 100 + _SLACK
        refuse(file, cells.index[more], f"more than all households are of one adult in {year}")
    return check(_stacked(parts), file, sources, _of_households(names), _by_year(), rows=len(cells))


def _adds_up(file: str, column: str, sums: pd.Series, weights: pd.Series) -> None:
    mean = (sums * weights).sum() / weights.where(sums.notna()).sum()
    if abs(mean - 100) > _SLACK:
        raise DataError(file, f"shares add up to {mean:.1f} % on the whole", column=column)


@reused(area=_AREAS)
def iris_income(sources: Sources, area: str) -> pd.DataFrame:
    """Standard of living and poverty by IRIS in 2021 (Filosofi), put together by a third party.

    In the file at hand the columns ``rev_med`` and ``rev_txpauv`` hold disposable income for a
    commune that is one IRIS, but *declared* income for the parts of a divided one, whose disposable
    income is in ``rev_disp_...``. Disposable income is read in both cases.

    Parameters
    ----------
    sources : Sources
    area : str
        One whose file is listed: see :func:`iris_file`.

    Returns
    -------
    DataFrame
        Index ``iris``; ``code`` (of the commune), ``name`` (a few have none), ``whole`` (whether
        the commune is one IRIS), ``population`` (census 2022), ``median_income`` (euros a
        consumption unit a year), ``poverty_rate_pct`` (at 60 %). NaN where masked or not published.
    """
    file = iris_file(area)
    about = ["code", "COM", "libelle", "TYP_IRIS"]
    income = ["rev_med_21", "rev_txpauv_21", "rev_disp_med_21", "rev_disp_txpauv_21"]
    cells = read_parquet(sources, file, texts=about, amounts=["P22_POP", *income])
    cells = cells.set_index("code").rename_axis("iris")
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
        "name": text(nullable=True),
        "whole": pa.Column(bool),
        "population": count(nullable=True),
        "median_income": count(nullable=True),
        "poverty_rate_pct": _PERCENT,
    }
    return check(table, file, sources, columns, _by_iris())


@reused(year=each(CAF_IRIS))
def caf_iris(sources: Sources, year: int) -> pd.DataFrame:
    """Recipients of the Caf by IRIS at the end of a year, in communes divided into IRIS.

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
    file = file_of(sources, CAF_IRIS, year)
    names = {"A": "recipients", "AAL": "housing_aid", "PERCOU": "persons"}
    cells = read_csv(sources, file, columns=["CODGEO", "NOTE", *names], sep=";")
    cells = cells.set_index("CODGEO").rename_axis("iris")
    parts: dict[str, pd.Series] = {"code": cells.index.to_series().str[:5]}
    for column, name in names.items():
        parts[name], parts[f"{name}_status"] = masked_numbers(
            cells[column], file, secret=("",), missing=()
        )
    table = pd.DataFrame(parts)
    more = table["housing_aid"] > table["recipients"]
    refuse(file, table.index[more], "more recipients of housing aid than of any benefit")
    noted = (cells["NOTE"] != "0") & table["recipients"].notna()
    refuse(file, table.index[noted], "a row with a note holds a number")
    columns: dict[str, pa.Column] = {"code": text(pattern=COMMUNE)}
    for name in names.values():
        columns |= {name: count(nullable=True), f"{name}_status": availability()}
    return check(table, file, sources, columns, _by_iris())
