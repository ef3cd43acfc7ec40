"""DREES: potential access to health professionals (APL).

The editions are those of the manifest: one more is a workbook and its row for each profession.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa

from bassin.choices import chosen
from bassin.errors import DataError
from bassin.files.manifest import MANIFEST
from bassin.files.sources import Sources
from bassin.files.vintages import file_of, first_of, vintages
from bassin.read._cities import add_up_arrondissements
from bassin.read._parse import numbers, read_csv, read_sheet
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, count
from bassin.read._typed import read_parquet
from bassin.read._unpack import workbook

#: Years from the census DREES takes inhabitants from to the year of the index.
CENSUS_LAG = 2
#: Five professions in one table, put together by a third party.
APL_COMPILED = "drees/apl_5_professions_2022_2023.parquet"
APL_2016_2018 = "drees/apl_2016_2018_arcep_2019_communes.csv.gz"


@dataclass(frozen=True)
class Profession:
    """A profession with APL workbooks: their dataset, the column read, its unit, whom it counts."""

    dataset: str
    column: str
    unit: str
    inhabitants: str = "habitants standardisés"


_VISITS = "En nombre de consultations/visites accessibles par habitant standardisé"
_FULL_TIME = "En ETP pour 100 000 habitants standardisés"

#: The index of general practitioners is in consultations a year per standardised inhabitant, those
#: of others in full-time equivalents per 100,000 standardised inhabitants, women for midwives.
#:
#: General practitioners have two columns: all of them, and those under 65, who are likely to
#: go on. The DREES gives the second as the figure of France since its edition of 2022.
PROFESSIONS = {
    "general_practitioner": Profession(
        "apl.medecins-generalistes",
        "APL aux médecins généralistes",
        _VISITS,
    ),
    "nurse": Profession(
        "apl.infirmiers",
        "APL aux infirmières",
        _FULL_TIME,
    ),
    "dentist": Profession(
        "apl.chirurgiens-dentistes",
        "APL aux chirurgiens-dentistes",
        _FULL_TIME,
    ),
    "midwife": Profession(
        "apl.sages-femmes",
        "APL aux sages-femmes",
        "En ETP pour 100 000 habitantes standardisées",
        "habitantes standardisées",
    ),
    "general_practitioner_under_65": Profession(
        "apl.medecins-generalistes",
        "APL aux médecins généralistes de moins de 65 ans",
        _VISITS,
    ),
}


def _editions(sources: Sources) -> Iterable[tuple[str, int]]:
    """Professions, each with the vintages at hand of its dataset."""
    for profession, about in PROFESSIONS.items():
        for vintage in vintages(sources, about.dataset):
            yield profession, vintage


def apl_years(sources: Sources, profession: str, year: int | None = None) -> pd.DataFrame:
    """Potential access (APL) of communes to a profession, every year at hand.

    Each year is of the first workbook from it on: see :func:`bassin.files.vintages.first_of`.

    Parameters
    ----------
    sources : Sources
    profession : str
        One of :data:`PROFESSIONS`.
    year : int, optional
        Of which the workbook is read alone, with the years that it gives besides.

    Returns
    -------
    DataFrame
        As :func:`apl`.

    Raises
    ------
    ChoiceError
        If the profession is unknown.
    SourceError
        If no workbook of it is at hand.
    """
    dataset = PROFESSIONS[chosen("profession", profession, PROFESSIONS)].dataset
    if year is not None:
        return apl(sources, profession, first_of(sources, dataset, year))
    there = vintages(sources, dataset) or [first_of(sources, dataset, 0)]
    tables = [apl(sources, profession, vintage) for vintage in there]
    if len(tables) == 1:
        return tables[0]
    known: set[int] = set()
    parts = []
    for table in tables:
        years = table.index.get_level_values("year")
        parts.append(table[~years.isin([*known])])
        known |= {*years}
    return pd.concat(parts).sort_index()


@reused(**{"profession, vintage": _editions})
def apl(sources: Sources, profession: str, vintage: int) -> pd.DataFrame:
    """Potential access (APL) of communes to a profession, every year in a workbook.

    Parameters
    ----------
    sources : Sources
    profession : str
        One of :data:`PROFESSIONS`.
    vintage : int
        Of its dataset: the last year of the workbook.

    Returns
    -------
    DataFrame
        Index ``(code, year)``; ``apl`` (unit: :data:`PROFESSIONS`), ``standardised_population``
        (by age, of women for midwives: the weight DREES asks for in means) and ``population`` (all
        inhabitants). Paris, Lyon and Marseille, given by arrondissement, are weighted means.

    Raises
    ------
    ChoiceError
        If the profession is unknown.
    SourceError
        If the vintage is not listed; the message gives those that are.
    DataError
        Also if the last sheet is of another year than the vintage.
    """
    about = PROFESSIONS[chosen("profession", profession, PROFESSIONS)]
    file = file_of(sources, about.dataset, vintage)
    book = workbook(sources, file)
    sheets = {
        int(found[1]): name
        for name in book.sheet_names
        if (found := re.fullmatch(r"APL (\d{4})", name))
    }
    if not sheets:
        told = f"no sheet 'APL <year>' among {', '.join(book.sheet_names)}"
        raise DataError(file, told, cure="Use the workbook as published.")
    if (last := max(sheets)) != vintage:
        raise _of_another(file, f"its last sheet is of {last}", vintage, sheets[last])
    years = [_apl_year(sources, file, about, sheet, year) for year, sheet in sheets.items()]
    table = pd.concat(years).set_index("year", append=True).sort_index()
    index = pa.MultiIndex(
        [
            pa.Index(str, commune_index().checks, name="code"),
            pa.Index("int64", pa.Check.in_range(2000, 2100), name="year"),
        ],
        unique=["code", "year"],
    )
    columns = {"apl": count(), "standardised_population": count(), "population": count()}
    return _whole_cities(check(table, file, sources, columns, index), file)


def _whole_cities(table: pd.DataFrame, file: str) -> pd.DataFrame:
    """Replace arrondissements by their communes: the index is their weighted mean."""
    years = []
    for year, rows in table.groupby(level="year"):
        amounts = rows.droplevel("year")
        amounts = amounts.assign(apl=amounts["apl"] * amounts["standardised_population"])
        communes = add_up_arrondissements(amounts, file)
        cities = communes.index.difference(amounts.index)
        means = communes.loc[cities, "apl"] / communes.loc[cities, "standardised_population"]
        kept = rows.droplevel("year")["apl"].reindex(communes.index)
        years.append(communes.assign(apl=kept.where(~kept.index.isin(cities), means), year=year))
    return pd.concat(years).set_index("year", append=True).sort_index()


def _of_another(file: str, what: str, vintage: int, column: str) -> DataError:
    return DataError(
        file,
        f"{what}, and it is listed as the vintage {vintage}",
        column=column,
        cure=f"Put the workbook of {vintage} in its place, or give its row of data/{MANIFEST} the "
        "vintage that its sheets say.",
    )


def _apl_year(
    sources: Sources, file: str, about: Profession, sheet: str, year: int
) -> pd.DataFrame:
    # The people are those of two years before: a sheet that has taken another's name shows.
    people = year - CENSUS_LAG
    kinds = {
        "standardised_population": rf"Population (?:féminine )?standardisée {people} .*",
        "population": rf"Population totale {people}",
    }
    units = {
        re.escape(about.column): about.unit,
        kinds["standardised_population"]: f"En nombre d'{about.inhabitants}",
        kinds["population"]: "En nombre d'habitants",
    }
    everything = read_sheet(sources, file, sheet, columns=None, header=9, units=units)
    names = {"Code commune INSEE": "code", about.column: "apl"}
    for name, pattern in kinds.items():
        found = [c for c in everything.columns if re.fullmatch(pattern, c)]
        if len(found) != 1:
            others = [c for c in everything.columns if re.fullmatch(_any_year(pattern, people), c)]
            raise DataError(
                file,
                f"{len(found)} columns match {pattern!r} in {sheet!r}"
                + (f", whose inhabitants are those of {people}" if others else ""),
                column=others[0] if others and not found else None,
                cure=f"Put the workbook of {year} as published in its place: a sheet may have "
                "taken another's name.",
            )
        names[found[0]] = name
    absent = [column for column in names if column not in everything]
    if absent:
        raise DataError(file, f"no such column in {sheet!r}", column=absent[0])
    table = everything[list(names)].rename(columns=names).set_index("code")
    return table.apply(numbers, file=file, missing=()).assign(year=year)


def _any_year(pattern: str, year: int) -> str:
    return pattern.replace(str(year), "[0-9]{4}")


#: Professions of the compiled table that are read, to what it calls them. That of general
#: practitioners is not: what stands for their weights is another column of the workbook.
COMPILED = {
    "physiotherapist": "kinesitherapeute",
    "nurse": "infirmiere",
    "dentist": "chirurgien_dentiste",
    "midwife": "sage_femme",
}


@reused(profession=COMPILED)
def apl_compiled(sources: Sources, profession: str) -> pd.DataFrame:
    """Potential access of communes to a profession in 2022 and 2023, put together by a third party.

    It is read for physiotherapists, who have no workbook at hand. The three others are held against
    theirs. Corsica is left out, as is Mayotte, so that a mean over it is not that of France.

    Parameters
    ----------
    sources : Sources
    profession : str
        One of :data:`COMPILED`.

    Returns
    -------
    DataFrame
        Index ``(code, year)``; ``apl`` (full-time equivalents per 100,000 standardised inhabitants)
        and ``standardised_population``. Paris, Lyon and Marseille are weighted means.

    Raises
    ------
    ChoiceError
        If the profession is not one that is read.
    """
    names = {"score_apl": "apl", "population_standardisee": "standardised_population"}
    cells = read_parquet(
        sources,
        APL_COMPILED,
        texts=["code_commune", "profession"],
        amounts=[*names],
        counts=["annee"],
    )
    own = cells[cells["profession"] == COMPILED[profession]]
    table = own.rename(columns={"code_commune": "code", "annee": "year", **names})
    table = table.set_index(["code", "year"])[[*names.values()]].sort_index()
    index = pa.MultiIndex(
        [
            pa.Index(str, commune_index().checks, name="code"),
            pa.Index("int64", pa.Check.in_range(2000, 2100), name="year"),
        ],
        unique=["code", "year"],
    )
    columns = dict.fromkeys(names.values(), count())
    return _whole_cities(
        check(table, APL_COMPILED, sources, columns, index, rows=len(cells)), APL_COMPILED
    )


#: What the columns of the early editions end in, by profession.
_EARLY = {"general_practitioner": "", "general_practitioner_under_65": "_65"}


@reused(profession=_EARLY)
def apl_2016_2018(sources: Sources, profession: str = "general_practitioner") -> pd.DataFrame:
    """Potential access of communes to general practitioners in 2016 and 2018.

    The copy at hand was put together by a third party from DREES's two files. It leaves out
    overseas, Paris, Marseille and Lyon, so that a mean over it is not that of France. Its columns
    of area and density are wrong and not read.

    Parameters
    ----------
    sources : Sources
    profession : {"general_practitioner", "general_practitioner_under_65"}

    Returns
    -------
    DataFrame
        Index ``(code, year)``; ``apl`` (consultations a year per standardised inhabitant; NaN for
        the one commune without a value in 2016) and ``standardised_population``, of the same year's
        edition: that of 2016 counts the people of 2014, that of 2018 those of 2016.

    Raises
    ------
    ChoiceError
        If the profession is not in these editions.
    """
    end = _EARLY[profession]
    names = ["code", f"apl_mg2016{end}", "pop2014", f"apl_mg2018{end}", "pop2016"]
    table = read_csv(sources, APL_2016_2018, columns=names).set_index("code")
    table = table.apply(numbers, file=APL_2016_2018)
    counts = dict.fromkeys(names[1:], count(nullable=True))
    check(table, APL_2016_2018, sources, counts, commune_index())
    years = [
        table[[access, weight]]
        .set_axis(["apl", "standardised_population"], axis=1)
        .assign(year=year)
        for year, access, weight in (
            (2016, names[1], names[2]),
            (2018, names[3], names[4]),
        )
    ]
    table = pd.concat(years).set_index("year", append=True).sort_index()
    return _whole_cities(table, APL_2016_2018)


#: A coverage this much above the whole commune is rounding; more is an area counted twice.
_COVERAGE_ROUNDING = 1e-6


@reused
def mobile_coverage_2019(sources: Sources) -> pd.DataFrame:
    """Share of the area of communes with mobile coverage, third quarter of 2019 (ARCEP).

    A third party laid the operators' maps over the communes and kept the best and the worst of four
    operators, not the two between. It names them, but takes the first of equals: names are not
    read. Where coverages overlap on a map the sum exceeds the commune; such a share is missing.

    Returns
    -------
    DataFrame
        Index ``code``; ``best_4g_pct``, ``worst_4g_pct``, ``best_3g_pct``, ``worst_3g_pct``: share
        of the area covered by the operator that covers most of it, and least of it.

    Raises
    ------
    DataError
        Also if the worst operator covers more than the best.
    """
    names = {
        f"tx_{generation}_{bound}": f"{word}_{generation.lower()}_pct"
        for generation in ("4G", "3G")
        for bound, word in (("max", "best"), ("min", "worst"))
    }
    raw = read_csv(sources, APL_2016_2018, columns=["code", *names]).set_index("code")
    shares = raw.apply(numbers, file=APL_2016_2018, exponents=True).rename(columns=names)
    for generation in ("4g", "3g"):
        best, worst = shares[f"best_{generation}_pct"], shares[f"worst_{generation}_pct"]
        if (worst > best + _COVERAGE_ROUNDING).any():
            raise DataError(
                APL_2016_2018,
                "the worst operator covers more than the best",
                column=f"worst_{generation}_pct",
                row=(worst - best).idxmax(),
            )
    shares = shares.where(shares <= 1 + _COVERAGE_ROUNDING).clip(upper=1) * 100
    columns = {
        name: pa.Column(float, pa.Check.in_range(0, 100), nullable=True) for name in names.values()
    }
    return check(shares, APL_2016_2018, sources, columns, commune_index())
