"""Dwellings, land, brownfields, natural risks."""

from __future__ import annotations

from bassin.indicators.declaration import COVERED, Indicator, Ratio, Read, Sum, WeightedMean
from bassin.read import anct, bdiff, ccr, cerema, dgfip, ign, insee

VACANT = [
    Indicator(
        key=f"{column}_pct",
        table="land.vacant",
        args=(column,),
        rule=Ratio("vacant", "dwellings", local=COVERED, wide=COVERED),
        reads=(Read(cerema.VACANT_DWELLINGS, (name, "nb_log_prive")),),
        vintage="2025",
        since=2025,
        until=2025,
        geography="2025-01-01",
        unit="percent",
        fmt=".1f",
        masked="small_counts",
    )
    for column, name in (("vacant", "nb_log_vacant"), ("vacant_2y", "nb_log_vacant_2ans"))
]

PRICE = Indicator(
    key="house_price",
    table="land.house_price",
    rule=WeightedMean("price", "sales", local=COVERED, wide=COVERED),
    reads=(Read(dgfip.HOUSE_PRICES_2019, ("Nb_Ventes", "PrixMoyen_M2")),),
    vintage="2019",
    since=2019,
    until=2019,
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
        vintage="2024-03",
        since=2024,
        until=2024,
        unit="places",
        fmt=",.0f",
    )
    for key, column in (("brownfields", "places"), ("brownfields_confirmed", "confirmed"))
]

_LAND = Read(cerema.LAND_TAKE, ("naf09art24", "surfcom2024"), instead=cerema.LAND_TAKE_FRANCE)
LAND = [
    Indicator(
        key="land_taken",
        drawn=".1f",
        table="land.land_taken",
        rule=Sum("taken"),
        reads=(_LAND,),
        vintage="2009-2024",
        since=2009,
        until=2024,
        geography="2024-01-01",
        unit="hectares",
        fmt=",.0f",
        better="low",
        field="territory_at_hand",
    ),
    Indicator(
        key="land_taken_pct",
        table="land.land_taken",
        rule=Ratio("taken", "area"),
        reads=(_LAND,),
        vintage="2009-2024",
        since=2009,
        until=2024,
        geography="2024-01-01",
        unit="percent",
        fmt=".2f",
        better="low",
        field="territory_at_hand",
    ),
]

RISKS = [
    Indicator(
        key="floods_per_commune",
        drawn=",.0f",
        table="risk.floods",
        rule=WeightedMean("floods", "communes"),
        reads=(Read(ccr.DECREES, ("insee", "code_peril", "decision")),),
        vintage="1982-2024",
        since=1982,
        until=2024,
        unit="floods",
        fmt=".1f",
        better="low",
    ),
    Indicator(
        key="fires_per_100_km2",
        table="risk.fires_and_ground",
        rule=Ratio("fires", "area_km2", local=COVERED, wide=COVERED),
        reads=(
            Read(bdiff.FOREST_FIRES, ("Code INSEE", "Année")),
            Read(ign.TOWN_HALLS, ("area_ha",)),
        ),
        vintage="2014-2023",
        since=2014,
        until=2023,
        unit="a_year_per_100_km2",
        fmt=".1f",
        better="low",
        field="metropole",
    ),
    Indicator(
        key="plan_communes_pct",
        table="risk.plans",
        rule=WeightedMean("covered_pct", "communes", local=COVERED, wide=COVERED),
        reads=(Read(anct.PREVENTION_PLANS, ("nb_com_pprn",)),),
        vintage="2024-07",
        since=2024,
        until=2024,
        geography="2024-01-01",
        unit="percent",
        fmt=".1f",
    ),
    Indicator(
        key="plan_people_pct",
        table="risk.people_under_plans",
        rule=WeightedMean("covered_pct", "people", local=COVERED, wide=COVERED),
        reads=(
            Read(anct.PREVENTION_PLANS, ("nb_com_pprn",)),
            Read(insee.MUNICIPAL_POPULATION, ("p20_pop",)),
        ),
        vintage="2024-07",
        since=2024,
        until=2024,
        geography="2024-01-01",
        unit="percent",
        fmt=".1f",
        field="without_mayotte",
    ),
]

DECLARED = [*VACANT, PRICE, *BROWNFIELDS, *LAND, *RISKS]
