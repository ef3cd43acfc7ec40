"""Access to health professionals, and what else reaches a commune."""

from __future__ import annotations

from functools import partial

from bassin.indicators.declaration import COVERED, Indicator, Ratio, Read, WeightedMean, Yearly
from bassin.indicators.declared._years import of_year
from bassin.read import anct, drees, insee

#: Profession to the name of its indicators, and to the years of the index that chapters speak of.
YEARS = {
    "general_practitioner": ("gp", (2016, 2018, 2022, 2023)),
    "general_practitioner_under_65": ("gp_under_65", (2016, 2018, 2022, 2023)),
    "nurse": ("nurse", (2022, 2023)),
    "dentist": ("dentist", (2022, 2023)),
    "midwife": ("midwife", (2022, 2023)),
}
#: Profession to the name of the share of people who are short of it.
SHORT = {
    "general_practitioner": "underserved",
    "general_practitioner_under_65": "underserved_under_65",
}
#: Units of the professions whose index is not a number of full-time posts for people.
_UNITS = {
    "general_practitioner": "consultations",
    "general_practitioner_under_65": "consultations",
    "midwife": "full_time_per_100_000_women",
}
#: Years of the first editions, to those of the population they count.
_EARLY = {2016: 2014, 2018: 2016}
#: Years from the census the DREES takes inhabitants from to that of the index.
_LAG = 2
#: Day of the communes of the first two editions, as put together by a third party.
_EARLY_GEOGRAPHY = "2019-01-01"


def apl_geography(year: int) -> str:
    """Day of the communes of an edition of the index: the end of its year, told by its codes.

    Examples
    --------
    >>> apl_geography(2018), apl_geography(2023)
    ('2019-01-01', '2024-01-01')
    """
    return _EARLY_GEOGRAPHY if year in _EARLY else f"{year + 1}-01-01"


def _reads(profession: str, year: int) -> tuple[Read, ...]:
    if year in _EARLY:
        end = "_65" if profession.endswith("_under_65") else ""
        columns = (f"apl_mg{year}{end}", f"pop{_EARLY[year]}")
        return (Read(drees.APL_2016_2018, columns),)
    about = drees.PROFESSIONS[profession]
    return (Read("", (about.column,), series=(about.dataset, year)),)


def _field(year: int) -> str:
    return "metropole_without_cities" if year in _EARLY else "without_mayotte"


def _access(profession: str, year: int) -> Indicator:
    """Access to a profession in an edition of the index."""
    name, _ = YEARS[profession]
    return Indicator(
        key=f"{name}_{year}",
        table="health.access",
        args=(profession, year),
        rule=WeightedMean("apl", "standardised_population", local=COVERED, wide=COVERED),
        reads=_reads(profession, year),
        **of_year(year),
        geography=apl_geography(year),
        unit=_UNITS.get(profession, "full_time_per_100_000"),
        fmt=".2f" if name.startswith("gp") else ".0f",
        drawn=".1f" if name.startswith("gp") else "",
        better="high",
        field=_field(year),
    )


def _underserved(profession: str, year: int) -> Indicator:
    """People who are short of a profession in an edition of the index."""
    return Indicator(
        key=f"{SHORT[profession]}_{year}",
        table="health.underserved",
        args=(profession, year),
        rule=Ratio("under", "people", local=COVERED, wide=COVERED),
        reads=(
            *_reads(profession, year),
            Read(insee.MUNICIPAL_POPULATION, (f"p{(year - _LAG) % 100}_pop",)),
        ),
        **of_year(year),
        geography=apl_geography(year),
        unit="percent",
        fmt=".1f",
        better="low",
        field=_field(year),
    )


ACCESS = [_access(profession, year) for profession, (_, years) in YEARS.items() for year in years]
UNDERSERVED = [
    _underserved(profession, year) for profession in SHORT for year in YEARS[profession][1]
]
#: Those that have one for each vintage at hand, after the years above.
YEARLY = [
    *(
        Yearly(name, drees.PROFESSIONS[profession].dataset, partial(_access, profession))
        for profession, (name, _) in YEARS.items()
    ),
    *(
        Yearly(name, drees.PROFESSIONS[profession].dataset, partial(_underserved, profession))
        for profession, name in SHORT.items()
    ),
]

PHYSIOTHERAPISTS = [
    Indicator(
        key=f"physiotherapist_{year}",
        table="health.physiotherapists",
        args=(year,),
        rule=WeightedMean("apl", "standardised_population", local=COVERED, wide=COVERED),
        reads=(Read(drees.APL_COMPILED, ("score_apl", "population_standardisee")),),
        **of_year(year),
        geography=apl_geography(year),
        unit="full_time_per_100_000",
        fmt=".0f",
        better="high",
        field="without_corsica",
    )
    for year in (2022, 2023)
]

PROFESSIONALS = [
    Indicator(
        key=f"{plural}_2019",
        table="health.professionals",
        args=(name, 2019),
        rule=Ratio("count", "people", scale=10_000.0, wide=COVERED),
        reads=(
            Read("", ("DEPCOM", "TYPEQU", "NB_EQUIP"), series=(insee.FACILITIES, 2019)),
            Read(insee.MUNICIPAL_POPULATION, ("p19_pop",)),
        ),
        **of_year(2019),
        geography=insee.FACILITIES_GEOGRAPHY,
        unit="per_10_000",
        fmt=".1f",
        better="high",
        field="without_mayotte",
    )
    for name, plural in {
        "general_practitioner": "doctors",
        "nurse": "nurses",
        "dentist": "dentists",
        "pharmacy": "pharmacies",
    }.items()
]

_PEOPLE = Read(insee.MUNICIPAL_POPULATION, ("p20_pop",))
_BY_PEOPLE = WeightedMean("value", "people", local=COVERED, wide=COVERED)

MOBILE = [
    Indicator(
        key=f"{bound}_{generation.lower()}_pct",
        table="reach.mobile",
        args=(f"{bound}_{generation.lower()}_pct",),
        rule=_BY_PEOPLE,
        reads=(Read(drees.APL_2016_2018, (f"tx_{generation}_{end}",)), _PEOPLE),
        **of_year(2019),
        geography="2019-01-01",
        unit="percent",
        fmt=".1f",
        drawn=",.0f",
        better="high",
        field="metropole_without_cities",
    )
    for bound, end in (("best", "max"), ("worst", "min"))
    for generation in ("4G", "3G")
]

REACH = [
    Indicator(
        key=name,
        table="reach.debate",
        args=(name,),
        rule=_BY_PEOPLE,
        reads=(
            Read(anct.DEBATE, (column,)),
            Read(anct.DEBATE_LABELS, ("id", "lib")),
            _PEOPLE,
        ),
        **of_year(year),
        geography="2018-01-01",
        unit="minutes" if name.endswith("minutes") else "percent",
        fmt=".1f",
        better=better,  # type: ignore[arg-type]
        field=field,
    )
    for name, column, year, better, field in (
        ("far_workers_pct", "ID_1", 2014, "low", "without_mayotte"),
        ("fast_internet_pct", "ID_3", 2017, "high", "without_mayotte"),
        ("cinema_minutes", "ID_5", 2017, "low", "without_guiana"),
    )
]

DECLARED = [*ACCESS, *UNDERSERVED, *PHYSIOTHERAPISTS, *PROFESSIONALS, *MOBILE, *REACH]
