"""Dwellings, land, brownfields, natural risks."""

from __future__ import annotations

from bassin.indicators.declaration import COVERED, Indicator, Ratio, Read, Sum, WeightedMean
from bassin.indicators.declared._iris import of_iris
from bassin.indicators.declared._years import of_census, of_period, of_year
from bassin.indicators.small_areas import GEOGRAPHY
from bassin.read import anct, bdiff, ccr, cerema, dgfip, ign, insee

#: Year of the vacant dwellings.
_VACANT = 2025
VACANT = [
    Indicator(
        key=f"{column}_pct",
        table="land.vacant",
        args=(column, _VACANT),
        rule=Ratio("vacant", "dwellings", local=COVERED, wide=COVERED),
        reads=(Read("", (name, "nb_log_prive"), series=(cerema.VACANT_DWELLINGS, _VACANT)),),
        **of_year(_VACANT),
        geography=f"{_VACANT}-01-01",
        unit="percent",
        fmt=".1f",
        masked="small_counts",
    )
    for column, name in (("vacant", "nb_log_vacant"), ("vacant_2y", "nb_log_vacant_2ans"))
]

DWELLINGS = [
    Indicator(
        key=f"vacant_census_{year}",
        table="land.dwellings",
        args=(year,),
        rule=Ratio("vacant", "dwellings", local=COVERED, wide=COVERED),
        reads=(
            of_iris(
                tuple(
                    f"{name}_{year % 100}"
                    for name in ("men_tot_stock", "log_rp_pct", "log_vac_pct")
                )
            ),
        ),
        **of_census(year),
        geography=GEOGRAPHY,
        unit="percent",
        fmt=".1f",
        field="metropole",
    )
    for year in insee.IRIS_YEARS
]

#: Year of the sales.
_SOLD = 2019
PRICE = Indicator(
    key="house_price",
    table="land.house_price",
    args=(_SOLD,),
    rule=WeightedMean("price", "sales", local=COVERED, wide=COVERED),
    reads=(Read("", ("Nb_Ventes", "PrixMoyen_M2"), series=(dgfip.HOUSE_PRICES, _SOLD)),),
    **of_year(_SOLD),
    geography="2019-01-01",
    unit="euros_a_m2",
    fmt=",.0f",
    field="land_register",
)

BROWNFIELDS = [
    Indicator(
        key=key,
        table="land.brownfields",
        rule=Sum(column),
        reads=(Read(cerema.BROWNFIELDS, ("comm_insee", "site_statut", "l_idtup")),),
        **of_period(2024, 2024, "2024-03"),
        unit="places",
        fmt=",.0f",
    )
    for key, column in (("brownfields", "places"), ("brownfields_confirmed", "confirmed"))
]


def _land(column: str) -> tuple[Read]:
    return (Read(cerema.LAND_TAKE, ("naf09art24", column), instead=cerema.LAND_TAKE_FRANCE),)


LAND = [
    Indicator(
        key=key,
        table="land.land_taken",
        rule=rule,
        reads=_land(column),
        **of_period(2009, 2024),
        geography="2024-01-01",
        unit=unit,
        fmt=fmt,
        drawn=drawn,
        better=better,  # type: ignore[arg-type]
        field="territory_at_hand",
    )
    for key, rule, column, unit, fmt, drawn, better in (
        ("land_taken", Sum("taken"), "surfcom2024", "hectares", ",.0f", ".1f", "low"),
        ("land_taken_pct", Ratio("taken", "area"), "surfcom2024", "percent", ".2f", "", "low"),
        ("land_housing_pct", Ratio("housing", "taken"), "art09hab24", "percent", ".0f", "", None),
        ("land_activity_pct", Ratio("activity", "taken"), "art09act24", "percent", ".0f", "", None),
    )
]

RISKS = [
    Indicator(
        key="floods_per_commune",
        drawn=",.0f",
        table="risk.floods",
        rule=WeightedMean("floods", "communes"),
        reads=(Read(ccr.DECREES, ("insee", "code_peril", "decision")),),
        **of_period(1982, 2024),
        unit="floods",
        fmt=".1f",
        better="low",
    ),
    Indicator(
        key="floods_of_inhabitant",
        drawn=",.0f",
        table="risk.floods_lived",
        rule=WeightedMean("floods", "people", local=COVERED, wide=COVERED),
        reads=(
            Read(ccr.DECREES, ("insee", "code_peril", "decision")),
            Read("", ("PMUN",), series=(insee.LEGAL_POPULATION, insee.IN_FORCE)),
        ),
        **of_period(1982, 2024),
        unit="floods",
        fmt=".1f",
        better="low",
        field="without_mayotte",
    ),
    Indicator(
        key="fires_per_100_km2",
        table="risk.fires_and_ground",
        rule=Ratio("fires", "area_km2", local=COVERED, wide=COVERED),
        reads=(
            Read(bdiff.FOREST_FIRES, ("Code INSEE", "Année")),
            Read(ign.TOWN_HALLS, ("area_ha",)),
        ),
        **of_period(2014, 2023),
        unit="a_year_per_100_km2",
        fmt=".1f",
        better="low",
        field="metropole",
    ),
]

#: Year of the register of plans.
_REGISTER = 2024
PLANS = [
    Indicator(
        key=key,
        table=table,
        args=(_REGISTER,),
        rule=WeightedMean("covered_pct", weight, local=COVERED, wide=COVERED),
        reads=(Read("", ("nb_com_pprn",), series=(anct.PREVENTION_PLANS, _REGISTER)), *more),
        **of_period(_REGISTER, _REGISTER, f"{_REGISTER}-07"),
        geography=f"{_REGISTER}-01-01",
        unit="percent",
        fmt=".1f",
        field=field,
    )
    for key, table, weight, more, field in (
        ("plan_communes_pct", "risk.plans", "communes", (), "france"),
        (
            *("plan_people_pct", "risk.people_under_plans", "people"),
            (Read(insee.MUNICIPAL_POPULATION, ("p20_pop",)),),
            "without_mayotte",
        ),
    )
]

DECLARED = [*VACANT, *DWELLINGS, PRICE, *BROWNFIELDS, *LAND, *RISKS, *PLANS]
