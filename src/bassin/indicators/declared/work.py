"""Unemployment, incomes, jobs, ways to work."""

from __future__ import annotations

from bassin.indicators.declaration import (
    COVERED,
    Better,
    Indicator,
    NotAdditive,
    Ratio,
    Read,
    Sum,
    WeightedMean,
)
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
        vintage=f"RP {year}",
        since=year - 2,
        until=year + 2,
        geography=date,
        unit="percent",
        fmt=".1f",
        better="low",
        field="territory_at_hand" if year == 2022 else "without_mayotte",
    )
    for year, date in insee.LABOUR_GEOGRAPHY.items()
]

#: National table of incomes to that of its groups.
_OF_GROUPS = {
    "medians": "poverty.medians_of_groups",
    "rates": "poverty.rates_of_groups",
    "distribution": "poverty.distribution_of_groups",
}
INCOME_2020 = [
    Indicator(
        key=column,
        table=f"poverty.{table}",
        args=(2020,),
        rule=NotAdditive("value", _OF_GROUPS[table], _KINDS),
        reads=(
            Read(_FILOSOFI_2020.format("COM"), (name,)),
            *(
                Read(_FILOSOFI_2020.format(_ENDS[kind]), (name,), role="groups", awaited=True)
                for kind in _KINDS
            ),
        ),
        vintage="2020",
        since=2020,
        until=2020,
        geography="2022-01-01",
        unit=unit,
        fmt=fmt,
        drawn=",.0f" if unit == "percent" else "",
        better=better,  # type: ignore[arg-type]
        field="filosofi",
        masked="small_communes",
    )
    for column, table, name, unit, fmt, better in (
        ("median_income", "medians", "MED20", "euros_a_unit", ",.0f", "high"),
        ("poverty_rate_pct", "rates", "TP6020", "percent", ".1f", "low"),
    )
]

#: Kind of a group to the file that a third party has put together, where INSEE's is not at hand.
_AREAS = {kind: ptod.AREAS[kind] for kind in ("departement", "region")}
INCOME_2021 = [
    Indicator(
        key=key,
        table=f"poverty.{table}",
        args=(2021,),
        rule=NotAdditive("value", _OF_GROUPS[table], _KINDS),
        reads=(
            Read("insee/cc_filosofi_2021_COM.csv", (f"{name}21",)),
            Read("insee/filosofi_2021_epci.csv", (found,), role="groups"),
            *(Read(file, (area,), role="groups") for file in _AREAS.values()),
        ),
        vintage="2021",
        since=2021,
        until=2021,
        geography="2023-01-01",
        unit=unit,
        fmt=fmt,
        drawn=",.0f" if unit == "percent" else "",
        better=better,  # type: ignore[arg-type]
        field="filosofi",
        masked="small_communes",
    )
    for key, table, name, found, area, unit, fmt, better in (
        (
            *("median_income_2021", "medians", "MED", "revenu_median", "rev_med_21"),
            *("euros_a_unit", ",.0f", "high"),
        ),
        (
            *("poverty_rate_2021", "rates", "TP60", "taux_pauvrete", "rev_txpauv_21"),
            *("percent", ".1f", "low"),
        ),
    )
]


def _distribution(
    key: str, column: str, name: str, unit: str, fmt: str, better: Better
) -> Indicator:
    table, args = ("medians", ()) if column == "d5" else ("distribution", (column,))
    return Indicator(
        key=key,
        table=f"poverty.{table}",
        args=(*args, 2019),
        rule=NotAdditive("value", _OF_GROUPS[table], _KINDS),
        reads=(
            Read(_FILOSOFI_2019.format("COM"), (name,)),
            *(Read(_FILOSOFI_2019.format(end), (name,), role="groups") for end in _ENDS.values()),
        ),
        vintage="2019",
        since=2019,
        until=2019,
        geography="2020-01-01",
        unit=unit,
        fmt=fmt,
        better=better,
        field="filosofi",
        masked="small_communes",
    )


INCOME_2019 = [
    _distribution("median_income_2019", "d5", "Q219", "euros_a_unit", ",.0f", "high"),
    _distribution("d9_d1_2019", "d9_d1", "RD", "times", ".1f", None),
    _distribution("gini_2019", "gini", "GI19", "index", ".3f", None),
    Indicator(
        key="poverty_rate_2019",
        table="poverty.rates",
        args=(2019,),
        rule=NotAdditive("value", "poverty.rates_of_groups", _KINDS),
        reads=(
            Read(_FILOSOFI_2019.format("Pauvres_COM").replace(".csv", ".xlsx"), ("TP6019",)),
            Read(insee.EPCI_INCOME, ("rev_txpauv_19",), role="groups"),
            *(Read(file, ("rev_txpauv_19",), role="groups") for file in _AREAS.values()),
        ),
        vintage="2019",
        since=2019,
        until=2019,
        geography="2020-01-01",
        unit="percent",
        fmt=".1f",
        better="low",
        field="filosofi",
        masked="small_communes",
    ),
]

_JOBS = {
    "reads": (Read(insee.LABOUR_2018, ("P18_EMPLT", "P18_ACT1564", "P18_CHOM1564")),),
    "table": "employment.jobs",
    "vintage": "RP 2018",
    "since": 2016,
    "until": 2020,
    "geography": insee.COMPARISON_GEOGRAPHY,
    "better": "high",
    "field": "without_mayotte",
}
JOBS = [
    Indicator(
        key="jobs_2018",
        rule=Sum("jobs"),
        unit="jobs",
        fmt=",.0f",
        **_JOBS,  # type: ignore[arg-type]
    ),
    Indicator(
        key="jobs_per_worker",
        rule=Ratio("jobs", "employed", wide=COVERED),
        unit="per_100_workers",
        fmt=".0f",
        **_JOBS,  # type: ignore[arg-type]
    ),
]

#: What the file of private jobs calls each kind of place.
_LEVELS = ("communes", "epci", "ze", "france")
PRIVATE_JOBS = [
    Indicator(
        key=f"private_jobs_{year}",
        table="employment.private_jobs",
        args=(year,),
        rule=NotAdditive(
            "value", "employment.private_jobs_of_groups", ("epci", "zone_emploi", "france")
        ),
        reads=tuple(
            Read(urssaf.TOTALS, ("eff_total",), role=role) for role in ("communes", "groups")
        ),
        vintage=str(year),
        since=year,
        until=year,
        unit="jobs",
        fmt=",.0f",
        better="high",
        field="without_mayotte",
    )
    for year in urssaf.YEARS
]

#: Spheres and sectors of jobs: column of the reader to the publisher's, and the source of it.
SPHERES = [
    Indicator(
        key=key,
        table="employment.spheres",
        args=(column,),
        rule=NotAdditive("value", "employment.spheres_of_groups", ("epci", "france")),
        reads=(Read(insee.FLORES_EPCI, (name,), role="groups"),),
        vintage=f"Flores {year}" if key.startswith("presential") else f"RP {year}",
        since=year if key.startswith("presential") else year - 2,
        until=year if key.startswith("presential") else year + 2,
        unit="percent",
        fmt=".1f",
        field="groups",
    )
    for name, column in insee.SPHERES.items()
    for key, year in ((column.removesuffix("_pct").replace("_", "_jobs_"), int(column[-8:-4])),)
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
COMMUTING = [
    Indicator(
        key=f"{way}_pct",
        table="travel.commuting",
        rule=WeightedMean(f"{way}_pct", "workers", local=COVERED, wide=COVERED),
        reads=(Read(insee.COMMUTING, (column, "actifs_occupes")),),
        vintage="RP 2021",
        since=2019,
        until=2023,
        unit="percent",
        fmt=".1f",
        field="without_mayotte",
    )
    for way, column in WAYS.items()
]

DECLARED = [
    *UNEMPLOYMENT,
    *INCOME_2020,
    *INCOME_2019,
    *INCOME_2021,
    *JOBS,
    *PRIVATE_JOBS,
    *SPHERES,
    *COMMUTING,
]
