"""Unemployment, incomes, jobs, ways to work."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from bassin.indicators.declaration import (
    COVERED,
    Better,
    Indicator,
    NotAdditive,
    Ratio,
    Read,
    Sum,
    WeightedMean,
    Yearly,
)
from bassin.indicators.declared._iris import of_iris
from bassin.indicators.declared._years import of_census, of_period, of_year
from bassin.indicators.small_areas import GEOGRAPHY
from bassin.read import insee, ptod, urssaf

#: Kinds of groups whose distribution of incomes is published on their own communes.
_KINDS = ("epci", "departement", "region")
#: How INSEE names the files of the year an indicator is of, and ends their names.
_ENDS = {"epci": "EPCI", "departement": "DEP", "region": "REG"}
_FILOSOFI_2020 = "insee/cc_filosofi_2020_{}.csv"
_FILOSOFI_2019 = "insee/FILO2019_DISP_{}.csv"


def _labour(year: int) -> Read:
    if year == 2022:
        ages = ("1524", "2554", "5564")
        columns = tuple(f"P22_{what}{age}" for what in ("ACT", "CHOM") for age in ages)
        return Read(insee.LABOUR_2022, columns, instead=insee.LABOUR_2022_OFFICIAL)
    y = f"P{year % 100:02d}"
    file = insee.LABOUR_2018 if year == 2018 else insee.LABOUR_2007_2017
    return Read(file, (f"{y}_ACT1564", f"{y}_CHOM1564"))


UNEMPLOYMENT = [
    Indicator(
        key=f"unemployment_{year}",
        table="poverty.labour",
        args=(year,),
        rule=Ratio("unemployed", "active", wide=COVERED),
        reads=(_labour(year),),
        **of_census(year),
        geography=date,
        unit="percent",
        fmt=".1f",
        better="low",
        field="territory_at_hand" if year == 2022 else "without_mayotte",
    )
    for year, date in insee.LABOUR_GEOGRAPHY.items()
]

#: Key to the ages it is of, then what is counted of what.
_AT_WORK = {
    "employed_2022": ("15_64", "employed", "people", "high"),
    "unemployed_2022": ("15_64", "unemployed", "active", "low"),
    "youth_unemployed_2022": ("15_24", "unemployed", "active", "low"),
}
#: Stems of the shares by IRIS that people at work are told from.
_STEMS = ("dm_{}_pct_22", "eco_txemp_{}_22", "soc_txchom_{}_22")
AT_WORK = [
    Indicator(
        key=key,
        table="employment.by_age",
        args=(ages,),
        rule=Ratio(part, whole, local=COVERED, wide=COVERED),
        reads=(
            of_iris(
                (
                    "P22_POP",
                    *(
                        stem.format(age)
                        for age in (insee.WORKING_AGES if ages == "15_64" else ("1524",))
                        for stem in _STEMS
                    ),
                )
            ),
        ),
        **of_census(2022),
        geography=GEOGRAPHY,
        unit="percent",
        fmt=".1f",
        better=better,  # type: ignore[arg-type]
        field="metropole",
    )
    for key, (ages, part, whole, better) in _AT_WORK.items()
]

OCCUPATIONS = [
    Indicator(
        key=f"{category}_2022",
        table="employment.occupations",
        args=(category,),
        rule=Ratio("people", "total", local=COVERED, wide=COVERED),
        reads=(Read(insee.OCCUPATIONS, ("PCS", "OBS_VALUE")),),
        **of_census(2022),
        geography=insee.OCCUPATIONS_GEOGRAPHY,
        unit="percent",
        fmt=".1f",
        field="without_mayotte",
    )
    for category in ("managers", "workers", "retired")
]

#: National table of incomes to that of its groups.
_OF_GROUPS = {
    "medians": "poverty.medians_of_groups",
    "rates": "poverty.rates_of_groups",
    "distribution": "poverty.distribution_of_groups",
}
#: Year of incomes to the date of the communes of its file.
_INCOME_GEOGRAPHY = {2019: "2020-01-01", 2020: "2022-01-01", 2021: "2023-01-01"}
#: What an income is written in: its unit and format, and how it is drawn.
_EUROS = ("euros_a_unit", ",.0f", "")
_RATE = ("percent", ".1f", "")
_ROUND_RATE = ("percent", ".1f", ",.0f")


def _income(
    key: str,
    year: int,
    table: str,
    written: tuple[str, str, str],
    better: Better,
    reads: Iterable[Read],
    column: str = "",
) -> Indicator:
    """A number of the distribution of incomes: published of a commune and of a group, masked."""
    unit, fmt, drawn = written
    return Indicator(
        key=key,
        table=f"poverty.{table}",
        args=(column, year) if column else (year,),
        rule=NotAdditive("value", _OF_GROUPS[table], _KINDS),
        reads=tuple(reads),
        **of_year(year),
        geography=_INCOME_GEOGRAPHY[year],
        unit=unit,
        fmt=fmt,
        drawn=drawn,
        better=better,
        field="filosofi",
        masked="small_communes",
    )


def _read_2020(name: str) -> list[Read]:
    files = [(_FILOSOFI_2020.format(_ENDS[kind]), (name,)) for kind in _KINDS]
    groups = [Read(*file, role="groups", awaited=True) for file in files]
    return [Read(_FILOSOFI_2020.format("COM"), (name,)), *groups]


INCOME_2020 = [
    _income("median_income", 2020, "medians", _EUROS, "high", _read_2020("MED20")),
    _income("poverty_rate_pct", 2020, "rates", _ROUND_RATE, "low", _read_2020("TP6020")),
]


def _read_together(commune: Read, epci: tuple[str, str], column: str) -> list[Read]:
    """Communes, EPCI, then the files that a third party has put together of wider groups."""
    file, name = epci
    wide = [Read(ptod.AREAS[kind], (column,), role="groups") for kind in ("departement", "region")]
    return [commune, Read(file, (name,), role="groups"), *wide]


def _read_2021(name: str, epci: str, column: str) -> list[Read]:
    commune = Read("insee/cc_filosofi_2021_COM.csv", (f"{name}21",))
    return _read_together(commune, ("insee/filosofi_2021_epci.csv", epci), column)


INCOME_2021 = [
    _income(
        "median_income_2021",
        2021,
        "medians",
        _EUROS,
        "high",
        _read_2021("MED", "revenu_median", "rev_med_21"),
    ),
    _income(
        "poverty_rate_2021",
        2021,
        "rates",
        _ROUND_RATE,
        "low",
        _read_2021("TP60", "taux_pauvrete", "rev_txpauv_21"),
    ),
]


def _read_2019(name: str) -> list[Read]:
    groups = [Read(_FILOSOFI_2019.format(end), (name,), role="groups") for end in _ENDS.values()]
    return [Read(_FILOSOFI_2019.format("COM"), (name,)), *groups]


_POOR_2019 = Read(_FILOSOFI_2019.format("Pauvres_COM").replace(".csv", ".xlsx"), ("TP6019",))
_SPREAD = "distribution"
INCOME_2019 = [
    _income("median_income_2019", 2019, "medians", _EUROS, "high", _read_2019("Q219")),
    _income("d9_d1_2019", 2019, _SPREAD, ("times", ".1f", ""), None, _read_2019("RD"), "d9_d1"),
    _income("gini_2019", 2019, _SPREAD, ("index", ".3f", ""), None, _read_2019("GI19"), "gini"),
    _income(
        "poverty_rate_2019",
        2019,
        "rates",
        _RATE,
        "low",
        _read_together(_POOR_2019, (insee.EPCI_INCOME, "rev_txpauv_19"), "rev_txpauv_19"),
    ),
]

JOBS = [
    Indicator(
        key=key,
        table="employment.jobs",
        rule=rule,
        reads=(Read(insee.LABOUR_2018, ("P18_EMPLT", "P18_ACT1564", "P18_CHOM1564")),),
        **of_census(2018),
        geography=insee.COMPARISON_GEOGRAPHY,
        unit=unit,
        fmt=fmt,
        better="high",
        field="without_mayotte",
    )
    for key, rule, unit, fmt in (
        ("jobs_2018", Sum("jobs"), "jobs", ",.0f"),
        ("jobs_per_worker", Ratio("jobs", "employed", wide=COVERED), "per_100_workers", ".0f"),
    )
]


def _private_jobs(year: int) -> Indicator:
    """Private jobs at the end of a year."""
    return Indicator(
        key=f"private_jobs_{year}",
        table="employment.private_jobs",
        args=(year,),
        rule=NotAdditive(
            "value", "employment.private_jobs_of_groups", ("epci", "zone_emploi", "france")
        ),
        reads=tuple(
            Read(urssaf.TOTALS, ("eff_total",), role=role) for role in ("communes", "groups")
        ),
        **of_year(year),
        unit="jobs",
        fmt=",.0f",
        better="high",
        field="without_mayotte",
    )


PRIVATE_JOBS = [_private_jobs(year) for year in urssaf.YEARS]


def _sphere(name: str, year: int) -> Indicator:
    """Share of a sphere, sector or size of establishment, at the end of a year or at a census."""
    column = {**insee.SPHERES, **insee.SIZES}[name].replace("{y}", f"{year % 100:02d}")
    return Indicator(
        key=f"{name}_jobs_{year}",
        table="employment.of_groups_alone",
        args=(f"{name}_{year}_pct",),
        rule=NotAdditive("value", "employment.spheres_of_groups", ("epci", "france")),
        reads=(Read("", (column,), role="groups", series=(insee.FLORES_EPCI, year)),),
        **(of_census(year) if name in insee.SECTORS else of_period(year, year, f"Flores {year}")),
        unit="percent",
        fmt=".1f",
        field="groups",
    )


SPHERES = [
    _sphere(insee.PRESENTIAL, 2023),
    *(_sphere(name, 2022) for name in insee.SECTORS),
    *(_sphere(name, year) for year in (2016, 2011) for name in ("services", "public")),
]


ESTABLISHMENTS = [_sphere(size, 2023) for size in insee.SIZES]


def _industry_share(year: int) -> Indicator:
    """Share of industry in private jobs at the end of a year."""
    return Indicator(
        key=f"industry_private_jobs_{year}",
        table="employment.of_groups_alone",
        args=(year,),
        rule=NotAdditive("value", "employment.industry_share_of_groups", ("zone_emploi", "france")),
        reads=(
            Read(urssaf.ZONES_A38, ("a5", f"eff_{year % 100:02d}"), role="groups"),
            # The industries of a zone are held against its total when they are read.
            Read(urssaf.TOTALS, ("eff_total",), role="groups"),
        ),
        **of_year(year),
        unit="percent",
        fmt=".1f",
        field="groups",
    )


INDUSTRY_SHARES = [_industry_share(year) for year in urssaf.INDUSTRY_YEARS.values()]
#: Those that have one for each later vintage at hand.
YEARLY = [
    Yearly("private_jobs", "private-jobs", _private_jobs),
    Yearly("industry_private_jobs", "private-jobs.zone-industry", _industry_share),
    *(
        Yearly(f"{name}_jobs", insee.FLORES_EPCI, partial(_sphere, name))
        for name in (insee.PRESENTIAL, *insee.SIZES)
    ),
]

#: Ways of going to work, to what the file calls their shares.
WAYS = {
    "car": "part_voiture",
    "walking": "part_marche",
    "cycling": "part_velo",
    "motorcycle": "part_2roues_motor",
    "transit": "part_tc",
    "no_transport": "part_sans_transport",
}
#: Census of them.
_COMMUTING = 2021
COMMUTING = [
    Indicator(
        key=f"{way}_pct",
        table="travel.commuting",
        args=(_COMMUTING,),
        rule=WeightedMean(f"{way}_pct", "workers", local=COVERED, wide=COVERED),
        reads=(Read("", (column, "actifs_occupes"), series=(insee.COMMUTING, _COMMUTING)),),
        **of_census(_COMMUTING),
        unit="percent",
        fmt=".1f",
        field="without_mayotte",
    )
    for way, column in WAYS.items()
]

DECLARED = [
    *UNEMPLOYMENT,
    *AT_WORK,
    *OCCUPATIONS,
    *INCOME_2020,
    *INCOME_2019,
    *INCOME_2021,
    *JOBS,
    *PRIVATE_JOBS,
    *SPHERES,
    *ESTABLISHMENTS,
    *INDUSTRY_SHARES,
    *COMMUTING,
]
