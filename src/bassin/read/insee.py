"""INSEE: codes and boundaries of places, census populations, facilities, incomes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.read._table import (
    COMMUNE,
    SIREN,
    cell_text,
    check,
    commune_index,
    integers,
    masked_numbers,
    numbers,
    read_csv,
    read_sheet,
    sheet_cells,
    text,
    whole,
)
from bassin.sources import Sources

COMMUNES = "insee/v_commune_2023.csv"
DEPARTEMENTS = "insee/v_departement_2023.csv"
REGIONS = "insee/v_region_2023.csv"
EVENTS = "insee/v_mvtcommune_2023.csv"
EPCI = "insee/Intercommunalite_Metropole_au_01-01-2023.xlsx"
EMPLOYMENT_ZONES = "insee/ZE2020_au_01-01-2023.xlsx"
HISTORICAL_POPULATION = "insee/base-pop-historiques-1876-2015.csv.gz"
MUNICIPAL_POPULATION = "insee/population_municipale_communes_2013_2023.csv"
LEGAL_POPULATION = "insee/populations_legales_2020_communes.csv"
FACILITIES = {
    2009: "insee/bpe2009_communes.xlsx",
    2013: "insee/bpe2013_communes.xlsx",
    2018: "insee/bpe2018_sante_communes.csv.gz",
    2019: "insee/bpe2019_sante_communes.csv.gz",
}
FILOSOFI_2020 = "insee/cc_filosofi_2020_COM.csv"

#: Geography of the tables without one of their own in the manifest.
HISTORICAL_GEOGRAPHY = "2017-01-01"
LEGAL_GEOGRAPHY = "2022-01-01"

#: Communes that a source may give by arrondissement: Paris, Marseille, Lyon.
ARRONDISSEMENTS = {"75056": "751", "13055": "132", "69123": "6938"}

#: Facility types kept, by their label in the crosstabs of 2009 and 2013 and their code after.
FACILITY_TYPES = {
    "general_practitioner": ("Médecin omnipraticien", "D201"),
    "dentist": ("Chirurgien dentiste", "D221"),
    "midwife": ("Sage-femme", "D231"),
    "nurse": ("Infirmier", "D232"),
    "pharmacy": ("Pharmacie", "D301"),
}

#: Events after which a commune's territory goes to several communes, or is taken back.
EVENT_KINDS = {
    "10": "change of name",
    "20": "creation",
    "21": "restoration",
    "30": "suppression",
    "31": "simple merger",
    "32": "creation of a new commune",
    "33": "merger with association",
    "34": "association turned into a simple merger",
    "35": "suppression of a delegated commune",
    "41": "change of code, with the departement",
    "50": "change of code, with the seat",
    "70": "associated commune turned into a delegated one",
}

_DEPARTEMENT = r"^(?:\d{2}|2[AB]|97\d)$"
_REGION = r"^\d{2}$"
_DATE = r"^\d{4}-\d{2}-\d{2}$"


def communes_2023(sources: Sources) -> pd.DataFrame:
    """Communes of the Code officiel géographique on 2023-01-01.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``dep``, ``reg``: text. Communes only, not arrondissements, nor
        delegated or associated communes.
    """
    table = read_csv(sources, COMMUNES, columns=["TYPECOM", "COM", "LIBELLE", "DEP", "REG"])
    table = table[table["TYPECOM"] == "COM"].drop(columns="TYPECOM")
    table = table.set_axis(["code", "name", "dep", "reg"], axis=1).set_index("code")
    return check(
        table,
        COMMUNES,
        sources,
        {"name": text(), "dep": text(pattern=_DEPARTEMENT), "reg": text(pattern=_REGION)},
        commune_index(),
    )


def departements_2023(sources: Sources) -> pd.DataFrame:
    """Departements on 2023-01-01: index ``code``; ``name``, ``reg``."""
    table = read_csv(sources, DEPARTEMENTS, columns=["DEP", "LIBELLE", "REG"])
    table = table.set_axis(["code", "name", "reg"], axis=1).set_index("code")
    index = pa.Index(str, pa.Check.str_matches(_DEPARTEMENT), unique=True, name="code")
    columns = {"name": text(), "reg": text(pattern=_REGION)}
    return check(table, DEPARTEMENTS, sources, columns, index)


def regions_2023(sources: Sources) -> pd.DataFrame:
    """Regions on 2023-01-01: index ``code``; ``name``."""
    table = read_csv(sources, REGIONS, columns=["REG", "LIBELLE"])
    table = table.set_axis(["code", "name"], axis=1).set_index("code")
    index = pa.Index(str, pa.Check.str_matches(_REGION), unique=True, name="code")
    return check(table, REGIONS, sources, {"name": text()}, index)


def commune_events(sources: Sources) -> pd.DataFrame:
    """Mergers, splits and changes of code of communes since 1943.

    Returns
    -------
    DataFrame
        One row a (commune before, commune after) pair of an event: ``kind`` (a key of
        :data:`EVENT_KINDS`), ``date`` (it takes effect), ``before``, ``after``, ``name_before``,
        ``name_after``. Only rows from commune to commune: those on delegated and associated
        communes and on arrondissements move no boundary of a commune.
    """
    wanted = ["MOD", "DATE_EFF", "TYPECOM_AV", "COM_AV", "TYPECOM_AP", "COM_AP"]
    table = read_csv(sources, EVENTS, columns=[*wanted, "LIBELLE_AV", "LIBELLE_AP"])
    between_communes = (table["TYPECOM_AV"] == "COM") & (table["TYPECOM_AP"] == "COM")
    table = table[between_communes].drop(columns=["TYPECOM_AV", "TYPECOM_AP"])
    table = table.reset_index(drop=True)
    table.columns = ["kind", "date", "before", "after", "name_before", "name_after"]
    columns = {
        "kind": pa.Column(str, pa.Check.isin(list(EVENT_KINDS))),
        "date": text(pattern=_DATE),
        "before": text(pattern=COMMUNE),
        "after": text(pattern=COMMUNE),
        "name_before": text(),
        "name_after": text(),
    }
    return check(table, EVENTS, sources, columns)


def epci_2023(sources: Sources) -> pd.DataFrame:
    """Membership of the communes in an intercommunality (EPCI) on 2023-01-01.

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
    names = ["CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP", "REG"]
    table = read_sheet(sources, EPCI, "Composition_communale", columns=names, header=6)
    table.columns = ["code", "name", "epci", "epci_name", "dep", "reg"]
    kinds = read_sheet(
        sources, EPCI, "EPCI", columns=["EPCI", "NATURE_EPCI", "NB_COM"], header=6
    ).set_index("EPCI")
    _same_counts(EPCI, table["epci"], integers(kinds["NB_COM"], EPCI))
    table.insert(4, "epci_kind", table["epci"].map(kinds["NATURE_EPCI"]))
    columns = {
        "name": text(),
        "epci": text(pattern=f"{SIREN}|^Z{{9}}$"),
        "epci_name": text(),
        "epci_kind": text(),
        "dep": text(pattern=_DEPARTEMENT),
        "reg": text(pattern=_REGION),
    }
    return check(table.set_index("code"), EPCI, sources, columns, commune_index())


def employment_zones_2023(sources: Sources) -> pd.DataFrame:
    """Membership of the communes in a zone d'emploi (2020 zoning) on 2023-01-01.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``zone`` (four digits), ``zone_name``.
    """
    names = ["CODGEO", "LIBGEO", "ZE2020", "LIBZE2020"]
    table = read_sheet(sources, EMPLOYMENT_ZONES, "Composition_communale", columns=names, header=6)
    table.columns = ["code", "name", "zone", "zone_name"]
    stated = read_sheet(
        sources, EMPLOYMENT_ZONES, "ZE2020", columns=["ZE2020", "NB_COM"], header=6
    ).set_index("ZE2020")["NB_COM"]
    _same_counts(EMPLOYMENT_ZONES, table["zone"], integers(stated, EMPLOYMENT_ZONES))
    columns = {"name": text(), "zone": text(pattern=r"^\d{4}$"), "zone_name": text()}
    return check(table.set_index("code"), EMPLOYMENT_ZONES, sources, columns, commune_index())


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


def population_1876_2015(sources: Sources) -> pd.DataFrame:
    """Census populations of communes, 1876 to 2015, on the geography of 2017-01-01.

    Returns
    -------
    DataFrame
        Index ``code``; one column a census (``int`` years, 1876 ... 2015): inhabitants (float).
        NaN where there was no census (Alsace-Moselle before 1919, overseas before 1954). Paris,
        Lyon and Marseille are given by arrondissement.
    """
    years = [1876, 1881, 1886, 1891, 1896, 1901, 1906, 1911, 1921, 1926, 1931, 1936, 1954, 1962]
    years += [1968, 1975, 1982, 1990, 1999, *range(2006, 2016)]
    names = ["code_geo", *map(str, years)]
    table = read_csv(sources, HISTORICAL_POPULATION, columns=names).set_index("code_geo")
    table = table.apply(numbers, file=HISTORICAL_POPULATION)
    table.columns, table.index.name = pd.Index(years), "code"
    columns = {year: whole(nullable=True) for year in years}
    return check(table, HISTORICAL_POPULATION, sources, columns, commune_index())


def population_2013_2023(sources: Sources) -> pd.DataFrame:
    """Municipal populations of communes, 2013 to 2023.

    Returns
    -------
    DataFrame
        Index ``code``; columns 2013 ... 2023 (``int``): inhabitants (float). The column of a year
        is on the geography of the first of January two years later, when it came into force: a
        commune merged since is NaN from then on, and counted in the one that took it in.
    """
    years = list(range(2013, 2024))
    names = ["codgeo", *(f"p{year % 100}_pop" for year in years)]
    table = read_csv(
        sources, MUNICIPAL_POPULATION, columns=names, sep=";", encoding="utf-8-sig"
    ).set_index("codgeo")
    table = table.apply(numbers, file=MUNICIPAL_POPULATION)
    table.columns, table.index.name = pd.Index(years), "code"
    columns = {year: whole(nullable=True) for year in years}
    return check(table, MUNICIPAL_POPULATION, sources, columns, commune_index())


def legal_population_2020(sources: Sources) -> pd.DataFrame:
    """Legal populations 2020, in force on 2023-01-01, on the geography of 2022-01-01.

    Returns
    -------
    DataFrame
        Index ``code``; ``municipal``, ``counted_apart``, ``total``: inhabitants (int). The total is
        the sum of the two others, which is checked.
    """
    names = ["CODDEP", "CODCOM", "PMUN", "PCAP", "PTOT"]
    table = read_csv(sources, LEGAL_POPULATION, columns=names, sep=";")
    # The commune's three digits follow a departement of two characters, or "97" overseas.
    table.insert(0, "code", table["CODDEP"].str[:2] + table["CODCOM"])
    table = table.drop(columns=["CODDEP", "CODCOM"]).set_index("code")
    table = table.apply(integers, file=LEGAL_POPULATION)
    table.columns = ["municipal", "counted_apart", "total"]
    wrong = table["municipal"] + table["counted_apart"] != table["total"]
    if wrong.any():
        raise DataError(
            LEGAL_POPULATION,
            "municipal and counted apart do not add up to the total",
            column="PTOT",
            row=wrong.idxmax(),
        )
    columns = {name: whole() for name in table.columns}
    return check(table, LEGAL_POPULATION, sources, columns, commune_index())


def facilities(sources: Sources, year: int) -> pd.DataFrame:
    """Health professionals and pharmacies by commune (Base permanente des équipements).

    Parameters
    ----------
    sources : Sources
    year : {2009, 2013, 2018, 2019}

    Returns
    -------
    DataFrame
        Index ``code``; ``general_practitioner``, ``dentist``, ``midwife``, ``nurse``, ``pharmacy``:
        counts (int). A commune with none of the facilities of the whole file has no row: that is a
        zero, and :meth:`~pandas.DataFrame.reindex` with ``fill_value=0`` is the right reading.

    Raises
    ------
    ValueError
        If there is no file for the year.
    DataError
        In 2009 and 2013, also if a row does not add up to its own total.
    """
    if year not in FACILITIES:
        raise ValueError(f"no facilities for {year}; years are {', '.join(map(str, FACILITIES))}")
    file = FACILITIES[year]
    table = (_facility_crosstab if file.endswith(".xlsx") else _facility_list)(sources, file, year)
    columns = {name: whole() for name in FACILITY_TYPES}
    return check(table, file, sources, columns, commune_index())


def _facility_crosstab(sources: Sources, file: str, year: int) -> pd.DataFrame:
    sheet = {2009: "bpe09_ensemble_Analyse_croisée", 2013: "Bpe13_ensemble_Analyse_croisée"}[year]
    names, rows = sheet_cells(sources, file, sheet, header=1)
    cells = np.array(rows, dtype=object)
    codes = [cell_text(code) for code in cells[:, 0]]
    # Nine cells in ten are empty, which in a crosstab means none: only the others are parsed.
    filled = (cells[:, 1:] != "").nonzero()
    texts = pd.Series([cell_text(cell) for cell in cells[:, 1:][filled]], dtype=str)
    counts = np.zeros((len(codes), len(names) - 1), dtype="int64")
    try:
        counts[filled] = integers(texts, file)
    except DataError as error:
        row, column = (int(positions[error.row]) for positions in filled)
        raise DataError(
            file, error.what, column=names[1 + column], row=codes[row], cure=error.cure
        ) from None
    table = pd.DataFrame(counts, index=pd.Index(codes, name="code", dtype=str), columns=names[1:])
    total = names[1]
    off = (table.drop(columns=total).sum(axis=1) != table[total]).to_numpy()
    if off.any():
        raise DataError(
            file,
            "the facilities do not add up to the total",
            column=total,
            row=codes[int(off.argmax())],
        )
    labels = {label: name for name, (label, _) in FACILITY_TYPES.items()}
    absent = [label for label in labels if label not in table]
    if absent:
        raise DataError(file, "no such facility in the crosstab", column=absent[0])
    return table[list(labels)].rename(columns=labels)


def _facility_list(sources: Sources, file: str, year: int) -> pd.DataFrame:
    table = read_csv(sources, file, columns=["DEPCOM", "AN", "TYPEQU", "NB_EQUIP"])
    other = table["AN"] != str(year)
    if other.any():
        raise DataError(file, f"year is not {year}", column="AN", row=other.idxmax())
    table["NB_EQUIP"] = integers(table["NB_EQUIP"], file)
    repeated = table.duplicated(["DEPCOM", "TYPEQU"])
    if repeated.any():
        raise DataError(
            file, "a commune and facility type listed twice", column="TYPEQU", row=repeated.idxmax()
        )
    wide = table.pivot(index="DEPCOM", columns="TYPEQU", values="NB_EQUIP").fillna(0)
    names = {code: name for name, (_, code) in FACILITY_TYPES.items()}
    wide = wide.reindex(columns=list(names), fill_value=0).astype("int64")
    return wide.rename(columns=names).rename_axis(index="code", columns=None)


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
    names = {
        "NBMENFISC20": "households",
        "NBPERSMENFISC20": "persons",
        "MED20": "median_income",
        "TP6020": "poverty_rate_pct",
    }
    table = read_csv(sources, FILOSOFI_2020, columns=["CODGEO", *names], sep=";")
    table = table.set_index("CODGEO").rename_axis("code")
    parts = {}
    for column, name in names.items():
        parts[name], status = masked_numbers(table[column], FILOSOFI_2020, decimal=",")
        parts[f"{name}_status"] = status
    columns: dict[str, pa.Column] = {}
    for name in names.values():
        top = 100 if name.endswith("_pct") else 1e9
        columns[name] = pa.Column(float, pa.Check.in_range(0, top), nullable=True)
        columns[f"{name}_status"] = pa.Column(
            str, pa.Check.isin(["published", "secret", "missing"])
        )
    return check(pd.DataFrame(parts), FILOSOFI_2020, sources, columns, commune_index())
