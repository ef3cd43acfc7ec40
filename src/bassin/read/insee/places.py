"""INSEE: codes and boundaries of places.

INSEE lists them anew each first of January. Every year at hand is read; what names none is of
:data:`PIVOT`, the year whose places all tables are brought to.
"""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of, vintages
from bassin.read._holds import EVER, gives
from bassin.read._parse import integers, read_csv, read_sheet
from bassin.read._reused import reused
from bassin.read._schema import (
    COMMUNE,
    DEPARTEMENT,
    SIREN,
    check,
    check_rows,
    check_schema,
    commune_index,
    day,
    matches,
    text,
)
from bassin.read._typed import read_parquet

#: What the lists give for the EPCI of the islands that belong to none.
NO_EPCI = "ZZZZZZZZZ"
#: Year whose places every table is brought to, those of its first of January.
PIVOT = 2023
#: Datasets of the manifest, a file a year.
COMMUNES, DEPARTEMENTS, REGIONS = "cog.communes", "cog.departements", "cog.regions"
EVENTS, EPCI, EMPLOYMENT_ZONES = "cog.events", "communes-of-epci", "communes-of-zones"
EPCI_HISTORY = "insee/composition_epci_2008_2024.parquet"

#: Events after which a commune's territory goes to several communes, or is taken back.
EVENT_KINDS = (
    "10",  # change of name
    "20",  # creation
    "21",  # restoration
    "30",  # suppression
    "31",  # simple merger
    "32",  # creation of a new commune
    "33",  # merger with association
    "34",  # association turned into a simple merger
    "35",  # suppression of a delegated commune
    "41",  # change of code, with the departement
    "50",  # change of code, with the seat
    "70",  # associated commune turned into a delegated one
)

#: Code of a commune of any date since 1943: Corsica was one departement until 1976.
_EVER = rf"{COMMUNE}|20\d{{3}}"
_REGION = r"\d{2}"


@reused(year=each(COMMUNES))
def communes(sources: Sources, year: int = PIVOT) -> pd.DataFrame:
    """Communes of the Code officiel géographique on the first of January of a year.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``dep``, ``reg``: text. Communes only, not arrondissements, nor
        delegated or associated communes.
    """
    file = file_of(sources, COMMUNES, year)
    table = read_csv(sources, file, columns=["TYPECOM", "COM", "LIBELLE", "DEP", "REG"])
    table = table[table["TYPECOM"] == "COM"].drop(columns="TYPECOM")
    table = table.set_axis(["code", "name", "dep", "reg"], axis=1).set_index("code")
    return check(
        table,
        file,
        sources,
        {"name": text(), "dep": text(pattern=DEPARTEMENT), "reg": text(pattern=_REGION)},
        commune_index(),
    )


@reused(year=each(DEPARTEMENTS))
def departements(sources: Sources, year: int = PIVOT) -> pd.DataFrame:
    """Departements on the first of January of a year: index ``code``; ``name``, ``reg``."""
    file = file_of(sources, DEPARTEMENTS, year)
    table = read_csv(sources, file, columns=["DEP", "LIBELLE", "REG"])
    table = table.set_axis(["code", "name", "reg"], axis=1).set_index("code")
    index = pa.Index(str, matches(DEPARTEMENT), unique=True, name="code")
    columns = {"name": text(), "reg": text(pattern=_REGION)}
    return check(table, file, sources, columns, index)


@reused(year=each(REGIONS))
def regions(sources: Sources, year: int = PIVOT) -> pd.DataFrame:
    """Regions on the first of January of a year: index ``code``; ``name``."""
    file = file_of(sources, REGIONS, year)
    table = read_csv(sources, file, columns=["REG", "LIBELLE"])
    table = table.set_axis(["code", "name"], axis=1).set_index("code")
    index = pa.Index(str, matches(_REGION), unique=True, name="code")
    return check(table, file, sources, {"name": text()}, index)


@reused(year=each(EVENTS))
def commune_events(sources: Sources, year: int = PIVOT) -> pd.DataFrame:
    """Mergers, splits and changes of code of communes from 1943 to a year.

    Returns
    -------
    DataFrame
        One row a (commune before, commune after) pair of an event: ``kind`` (a key of
        :data:`EVENT_KINDS`), ``date`` (it takes effect), ``before``, ``after``, ``name_before``,
        ``name_after``. Only rows from commune to commune: those on delegated and associated
        communes and on arrondissements move no boundary of a commune.
    """
    file = file_of(sources, EVENTS, year)
    wanted = ["MOD", "DATE_EFF", "TYPECOM_AV", "COM_AV", "TYPECOM_AP", "COM_AP"]
    table = read_csv(sources, file, columns=[*wanted, "LIBELLE_AV", "LIBELLE_AP"])
    between_communes = (table["TYPECOM_AV"] == "COM") & (table["TYPECOM_AP"] == "COM")
    table = table[between_communes].drop(columns=["TYPECOM_AV", "TYPECOM_AP"])
    table.columns = ["kind", "date", "before", "after", "name_before", "name_after"]
    columns = {
        "kind": pa.Column(str, pa.Check.isin(list(EVENT_KINDS))),
        "date": day(),
        "before": text(pattern=_EVER),
        "after": text(pattern=_EVER),
        "name_before": text(),
        "name_after": text(),
    }
    key = ["kind", "date", "before", "after"]
    return check(table, file, sources, columns, unique=key).reset_index(drop=True)


@reused(year=each(EPCI))
def epci(sources: Sources, year: int = PIVOT) -> pd.DataFrame:
    """Membership of the communes in an intercommunality (EPCI), the first of January.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``epci`` (SIREN; ``"ZZZZZZZZZ"`` for the four islands without
        one), ``epci_name``, ``epci_kind`` (``"CA"``, ``"CC"`` ...), ``dep``, ``reg``.

    Raises
    ------
    DataError
        Also if the communes counted differ from the number the file states for an EPCI.
    """
    file = file_of(sources, EPCI, year)
    names = ["CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP", "REG"]
    table = read_sheet(sources, file, "Composition_communale", columns=names, header=6)
    table.columns = ["code", "name", "epci", "epci_name", "dep", "reg"]
    kinds = read_sheet(
        sources, file, "EPCI", columns=["EPCI", "NATURE_EPCI", "NB_COM"], header=6
    ).set_index("EPCI")
    if kinds.index.has_duplicates:
        twice = kinds.index[kinds.index.duplicated()][0]
        raise DataError(
            f"{file} [EPCI]", "listed twice", column="EPCI", row=twice, cure="Keep one row an EPCI."
        )
    _same_counts(file, table["epci"], integers(kinds["NB_COM"], file))
    table.insert(4, "epci_kind", table["epci"].map(kinds["NATURE_EPCI"]))
    columns = {
        "name": text(),
        "epci": text(pattern=f"{SIREN}|Z{{9}}"),
        "epci_name": text(),
        "epci_kind": text(),
        "dep": text(pattern=DEPARTEMENT),
        "reg": text(pattern=_REGION),
    }
    return check(table.set_index("code"), file, sources, columns, commune_index())


@reused(year=each(EMPLOYMENT_ZONES))
def employment_zones(sources: Sources, year: int = PIVOT) -> pd.DataFrame:
    """Membership of the communes in a zone d'emploi (2020 zoning), the first of January.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``zone`` (four digits), ``zone_name``.
    """
    file = file_of(sources, EMPLOYMENT_ZONES, year)
    names = ["CODGEO", "LIBGEO", "ZE2020", "LIBZE2020"]
    table = read_sheet(sources, file, "Composition_communale", columns=names, header=6)
    table.columns = ["code", "name", "zone", "zone_name"]
    stated = read_sheet(sources, file, "ZE2020", columns=["ZE2020", "NB_COM"], header=6).set_index(
        "ZE2020"
    )["NB_COM"]
    _same_counts(file, table["zone"], integers(stated, file))
    columns = {"name": text(), "zone": text(pattern=r"\d{4}"), "zone_name": text()}
    return check(table.set_index("code"), file, sources, columns, commune_index())


def _same_counts(file: str, members: pd.Series, stated: pd.Series) -> None:
    """Check the rows counted by group against the number the file itself states."""
    counted = members.value_counts().reindex(stated.index, fill_value=0)
    wrong = counted != stated
    if wrong.any():
        group = wrong.idxmax()
        raise DataError(
            file,
            f"{counted[group]} communes listed, {stated[group]} stated",
            column="NB_COM",
            row=group,
            cure="The two sheets disagree; use the workbook as published.",
        )


# -- Sets of codes, which tables are held against -------------------------------------------------


@reused
def epci_history(sources: Sources) -> pd.DataFrame:
    """Membership of the communes in an intercommunality (EPCI), each first of January.

    Put together by a third party from INSEE's lists of 2008 to 2024.

    Returns
    -------
    DataFrame
        Index ``(year, code)``; ``epci`` (SIREN). A commune without an EPCI has no row.
    """
    texts = ["code_commune", "epci"]
    cells = read_parquet(sources, EPCI_HISTORY, texts=texts, counts=["annee"])
    check_rows(EPCI_HISTORY, sources, len(cells))
    # Three years end with an empty row; one commune of 2020 is there four times, with one EPCI.
    cells = (
        cells.dropna(subset=texts)
        .drop_duplicates()
        .rename(columns={"annee": "year", "code_commune": "code"})
    )
    table = cells[cells["epci"] != NO_EPCI].set_index(["year", "code"])[["epci"]]
    index = pa.MultiIndex(
        [
            pa.Index("int64", pa.Check.in_range(1990, 2100), name="year"),
            pa.Index(str, matches(COMMUNE), name="code"),
        ]
    )
    columns = {"epci": text(pattern=SIREN)}
    check_schema(table, EPCI_HISTORY, columns, index)
    return table


def epci_members(sources: Sources, year: int) -> dict[str, frozenset[str]]:
    """Communes of each EPCI on the first of January of a year, by the code of the EPCI.

    Raises
    ------
    SourceError
        If the history is not listed.
    DataError
        If the year is not in it.
    """
    return dict(sources.kept.get(("epci_members", year), lambda: _epci_members(sources, year)))


def _epci_members(sources: Sources, year: int) -> dict[str, frozenset[str]]:
    history = epci_history(sources)
    if year not in history.index.get_level_values("year"):
        raise DataError(
            EPCI_HISTORY,
            f"no communes of EPCI of {year}",
            column="annee",
            cure="Ask for a year that it has, or take in an edition that has this one.",
        )
    members = history.loc[year, "epci"]
    return {str(epci): frozenset(codes) for epci, codes in members.index.groupby(members).items()}


@gives("communes")
def communes_on(sources: Sources, day: str) -> frozenset[str]:
    """Communes of a day: of a year whose list is at hand, or up to :data:`PIVOT`.

    They are those of the list of that first of January, or those of the pivot with the events since
    undone.

    Parameters
    ----------
    sources : Sources
    day : str
        ``"2018-01-01"``; ``"ever"`` for whatever was one at any time the events know.
    """
    return sources.kept.get(("communes", day), lambda: _communes_on(sources, day))


def _communes_on(sources: Sources, day: str) -> frozenset[str]:
    if day[4:] == "-01-01" and (year := _year(sources, COMMUNES, day)) != PIVOT:
        return frozenset(communes(sources, year).index)
    events, found = commune_events(sources), set(communes(sources).index.tolist())
    if day == EVER:
        return frozenset(found | set(events["before"]) | set(events["after"]))
    for date, rows in sorted(events.groupby("date"), key=lambda one: str(one[0]), reverse=True):
        if str(date) <= day:
            break
        found = (found - set(rows["after"])) | set(rows["before"])
    return frozenset(found)


@gives("EPCI")
def _epci(sources: Sources, day: str) -> frozenset[str]:
    year = _year(sources, EPCI, day)
    if str(year) != day[:4] and EPCI_HISTORY in sources:
        return frozenset(epci_members(sources, int(day[:4])))
    return frozenset(epci(sources, year)["epci"].unique()) - {NO_EPCI}


@gives("zones")
def _zones(sources: Sources, day: str) -> frozenset[str]:
    year = _year(sources, EMPLOYMENT_ZONES, day)
    return frozenset(employment_zones(sources, year)["zone"].unique())


@gives("departements")
def _departements(sources: Sources, day: str) -> frozenset[str]:
    return frozenset(departements(sources, _year(sources, DEPARTEMENTS, day)).index)


@gives("regions")
def _regions(sources: Sources, day: str) -> frozenset[str]:
    return frozenset(regions(sources, _year(sources, REGIONS, day)).index)


def _year(sources: Sources, dataset: str, day: str) -> int:
    """Year of a day where its list is at hand, else the pivot."""
    return next((year for year in vintages(sources, dataset) if day[:4] == str(year)), PIVOT)
