"""Inhabitants, ages, diplomas."""

from __future__ import annotations

from collections.abc import Iterable

from bassin.indicators.declaration import (
    COVERED,
    Better,
    Indicator,
    NotAdditive,
    Ratio,
    Read,
    Sum,
    Yearly,
)
from bassin.indicators.declared._iris import of_iris
from bassin.indicators.declared._years import of_census, of_period, of_year
from bassin.indicators.geography import municipal_geography
from bassin.indicators.small_areas import GEOGRAPHY
from bassin.places.membership import LOCAL
from bassin.read import insee

#: Years whose inhabitants are declared, and periods of change; the last of each is of a later
#: geography than that of 2023.
YEARS = (1968, 1999, 2013, 2019, 2020, 2023)
PERIODS = ((1968, 1999), (1999, 2020), (2013, 2020), (2013, 2023))
#: Place in the file of 2018 of the two shares that are read.
_STATISTICS = {
    "share_65_plus_2018": (
        "share_65_plus_pct",
        "Part des pers. âgées de 65 ans ou + 2018",
        None,
    ),
    "bac5_2018": (
        "bac5_pct",
        "Part des diplômés d'un BAC+5 ou plus dans la pop. non scolarisée de 15 ans ou + 2018",
        "high",
    ),
}


def _counted(year: int) -> Read:
    if year in range(1876, 2016):
        return Read(insee.HISTORICAL_POPULATION, (str(year),))
    return Read(insee.MUNICIPAL_POPULATION, (f"p{year % 100}_pop",))


def _communes_of(year: int) -> str:
    if year in range(1876, 2016):
        return insee.HISTORICAL_GEOGRAPHY
    return municipal_geography(year)


def _reads(*years: int) -> tuple[Read, ...]:
    files: dict[str, tuple[str, ...]] = {}
    for read in map(_counted, years):
        files[read.file] = (*files.get(read.file, ()), *read.columns)
    return tuple(Read(file, columns) for file, columns in files.items())


def _inhabitants(year: int) -> Indicator:
    """Inhabitants at a census."""
    return Indicator(
        key=f"population_{year}",
        table="population.inhabitants",
        args=(year,),
        rule=Sum("people"),
        reads=_reads(year),
        **of_year(year),
        geography=_communes_of(year),
        unit="inhabitants",
        fmt=",.0f",
        field="without_mayotte",
    )


INHABITANTS = [_inhabitants(year) for year in YEARS]
#: Those that have one for each later vintage at hand.
YEARLY = [Yearly("population", "municipal-population", _inhabitants)]

GROWTH = [
    Indicator(
        key=f"growth_{start}_{end}",
        table="population.change",
        args=(start, end),
        rule=Ratio("change", "start", wide=COVERED),
        reads=_reads(start, end),
        **of_period(start, end, f"{start}, {end}"),
        geography=_communes_of(end),
        unit="percent",
        fmt="+.0f",
        field="without_mayotte",
    )
    for start, end in PERIODS
]

_EVENTS = ("P13_POP", "P18_POP", "NAIS1318", "DECE1318")
BALANCE = [
    Indicator(
        key=f"{name}_balance",
        table="population.balance",
        rule=Ratio(name, "people", scale=1000.0, wide=COVERED),
        reads=(Read(insee.LABOUR_2018, _EVENTS),),
        **of_period(2013, 2018),
        geography=insee.COMPARISON_GEOGRAPHY,
        unit="per_mille_a_year",
        fmt="+.1f",
        field="without_mayotte",
    )
    for name in ("natural", "migratory")
]


_COUNTED = ("P{}_POP", "dmv_65p_pct_{}")
_AGES = (*_COUNTED, "dmv_iv_ind_{}")


def _iris(
    key: str,
    years: Iterable[int],
    amounts: tuple[str, str],
    columns: tuple[str, ...],
    better: Better = None,
    written: tuple[str, str, str] = ("percent", ".1f", ".0f"),
) -> list[Indicator]:
    """One amount over another, added up from IRIS: of each census, ``{}`` is its year."""
    unit, fmt, drawn = written
    return [
        Indicator(
            key=f"{key}_{year}",
            table="ageing.by_iris",
            args=(year,),
            rule=Ratio(*amounts, local=COVERED, wide=COVERED),
            reads=(of_iris(tuple(column.format(year % 100) for column in columns)),),
            **of_census(year),
            geography=GEOGRAPHY,
            unit=unit,
            fmt=fmt,
            drawn=drawn,
            better=better,
            field="metropole",
        )
        for year in years
    ]


def _diploma(
    key: str, years: Iterable[int], name: str, column: str, better: Better
) -> list[Indicator]:
    """A share of people by diploma, beside the people of 20 and over by whom it counts."""
    return _iris(key, years, (name, f"{name}_of"), (*_AGES, column), better)


AGES = [
    *_iris("share_65_plus", insee.IRIS_YEARS, ("over_64", "population"), _COUNTED),
    *_iris(
        "ageing_index",
        insee.IRIS_YEARS,
        ("over_64", "under_20"),
        _AGES,
        written=("per_100_young", ".0f", ""),
    ),
]

AGES_2020 = Indicator(
    key="share_65_plus_2020",
    table="ageing.by_age_2020",
    rule=Ratio("over_64", "population", local=COVERED, wide=COVERED),
    reads=(
        Read(insee.AGES_2020, tuple(f"{sex}{age}" for sex in "FH" for age in insee.AGES_OF_2020)),
    ),
    **of_census(2020),
    geography=insee.AGES_2020_GEOGRAPHY,
    unit="percent",
    fmt=".1f",
    field="without_mayotte",
)

_OLD, _MIDDLE, _NEW = insee.IRIS_YEARS
DIPLOMAS = [
    *_diploma("below_bac", insee.IRIS_YEARS, "below_bac_pct", "dsp_dipl_infbac_pct_{}", "low"),
    *_diploma("higher_education", (_MIDDLE, _NEW), "higher_pct", "dsp_dipl_sup_pct_{}", "high"),
    *_diploma("above_bac2", (_OLD, _NEW), "above_bac2_pct", "dsp_dipl_supbac2_pct_{}", "high"),
]

_LEVELS = tuple(level for level in insee.STATISTICS_2018 if level != "commune")
STATISTICS = [
    Indicator(
        key=key,
        table="ageing.statistics",
        args=(column,),
        rule=NotAdditive("value", "ageing.statistics_of_groups", _LEVELS),
        reads=(
            Read(insee.STATISTICS_2018["commune"], (heading,)),
            *(Read(insee.STATISTICS_2018[at], (heading,), role="groups") for at in _LEVELS),
        ),
        **of_census(2018),
        geography="2021-01-01",
        unit="percent",
        fmt=".1f",
        drawn=".0f",
        better=better,  # type: ignore[arg-type]
        field="without_mayotte",
    )
    for key, (column, heading, better) in _STATISTICS.items()
]

YOUNG = [
    Indicator(
        key=f"neet_{year}",
        table="education.neither_in_work_nor_study",
        args=(year,),
        rule=NotAdditive("value", "education.neither_of_groups", LOCAL[:1]),
        reads=(
            Read(insee.NEET["commune"], ("an", "part_non_inseres")),
            Read(insee.NEET["epci"], ("an", "part_non_inseres"), role="groups"),
        ),
        **of_census(year),
        geography="2021-01-01",
        unit="percent",
        fmt=".1f",
        drawn=".0f",
        better="low",
        field="without_mayotte",
    )
    for year in insee.NEET_YEARS
]

#: Key of a share of households to its column in the file.
_HOUSEHOLDS = {"one_person": "men_seul_pct", "lone_parent": "men_mono_pct"}
HOUSEHOLDS = [
    Indicator(
        key=f"{name}_{year}",
        table="population.households",
        args=(year,),
        rule=Ratio(name, "households", local=COVERED, wide=COVERED),
        reads=(of_iris(tuple(f"{stem}_{year % 100}" for stem in ("men_tot_stock", column))),),
        **of_census(year),
        geography=GEOGRAPHY,
        unit="percent",
        fmt=".1f",
        field="metropole",
    )
    for name, column in _HOUSEHOLDS.items()
    for year in insee.IRIS_YEARS
]

DECLARED = [
    *INHABITANTS,
    *GROWTH,
    *BALANCE,
    *AGES,
    AGES_2020,
    *DIPLOMAS,
    *STATISTICS,
    *YOUNG,
    *HOUSEHOLDS,
]
