"""Checks of the claims on population."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bassin.audit import Finding, check
from bassin.indicators.population import falls_throughout, rank_of_migration, return_to_level
from bassin.territory import FACING

if TYPE_CHECKING:
    from bassin.study import Study

#: Communes the study names.
ALES, LA_GRAND_COMBE = "30007", "30132"
#: Censuses from one to the next, then the last population the study had.
CENSUSES = (1968, 1975, 1982, 1990, 1999, 2006, 2011, 2016, 2020)
#: Last period of the balance file, as (first, last) year.
LAST_PERIOD = (2011, 2016)
OCCITANIE, CORSICA, NOUVELLE_AQUITAINE = "76", "94", "75"


@check("pop-fall-mines")
def _pop_fall_mines(study: Study) -> Finding:
    people = study.population.by_commune.loc[[ALES, LA_GRAND_COMBE]]
    change = (people[1999] / people[1975] - 1) * 100
    return Finding(
        bool((change < 0).all()),
        "A",
        f"From 1975 to 1999 Alès changes by {change[ALES]:+.1f}% and La Grand-Combe by "
        f"{change[LA_GRAND_COMBE]:+.1f}%.",
    )


@check("pop-turn-2000s")
def _pop_turn(study: Study) -> Finding:
    total = study.population.total
    before, after = total[1999] - total[1990], total[2006] - total[1999]
    return Finding(
        bool(before < 0 < after),
        "A",
        f"The {len(study.territory.codes)} communes of 2023 change by {before:+,.0f} inhabitants "
        f"from 1990 to 1999 and by {after:+,.0f} from 1999 to 2006.",
    )


@check("pop-ales-1968")
def _pop_ales(study: Study) -> Finding:
    ales = study.population.by_commune.loc[ALES]
    year = return_to_level(ales, 1968)
    return Finding(
        year is not None and year <= 2020,
        "A",
        f"{ales[1968]:,.0f} inhabitants in 1968, {ales[2020]:,.0f} in 2020: the first year it is "
        f"back is {year}.",
    )


@check("pop-agglo-2020")
def _pop_2020(study: Study) -> Finding:
    total = study.population.total[2020]
    return Finding(total, "A", f"The communes of 2023 had exactly {total:,.0f} inhabitants.")


@check("pop-agglo-2000")
def _pop_2000(study: Study) -> Finding:
    total = study.population.total
    return Finding(
        total[1999],
        "B",
        f"{total[1999]:,.0f} at the census of 1999, the nearest; about "
        f"{study.population.interpolated(2000):,.0f} in 2000 at the pace of 1999-2006.",
    )


@check("pop-grand-combe")
def _pop_grand_combe(study: Study) -> Finding:
    people = study.population.by_commune.loc[LA_GRAND_COMBE]
    yearly = people.loc[2006:2020].diff()
    rises = [int(year) for year in yearly.index[yearly > 0]]
    falls = bool(falls_throughout(study.population.by_commune, CENSUSES)[LA_GRAND_COMBE])
    exception = (
        f" Yearly figures rise a little in {rises[0]}-{rises[-1]} all the same." if rises else ""
    )
    return Finding(
        falls,
        "A",
        f"It falls between every two of {len(CENSUSES)} dates from {people[1968]:,.0f} to "
        f"{people[2020]:,.0f}.{exception}",
    )


@check("pop-north")
def _pop_north(study: Study) -> Finding:
    people = study.population.by_commune
    side = study.territory.sides()
    north = side.index[side == FACING]
    always = falls_throughout(people.loc[north], CENSUSES)
    fewer = people.loc[north, 2020] < people.loc[north, 1968]
    return Finding(
        bool(always.mean() > 0.5),
        "A",
        f"Of {len(north)} communes north and west of Alès, {int(fewer.sum())} had fewer "
        f"inhabitants in 2020 than in 1968, and {int(always.sum())} lost some in every period.",
    )


@check("pop-attractive")
def _pop_attractive(study: Study) -> Finding:
    start, end = LAST_PERIOD
    ranks = rank_of_migration(study.population.balance, "region", start)
    place = list(ranks.index)
    around = place.index(CORSICA) < place.index(OCCITANIE) < place.index(NOUVELLE_AQUITAINE)
    between = "between" if around else "not between"
    return Finding(
        place.index(OCCITANIE) + 1,
        "B",
        f"By net migration of {start}-{end}, {ranks[OCCITANIE]:+.2f}% a year, it ranks "
        f"{place.index(OCCITANIE) + 1} of {len(ranks)}, {between} Corsica and Nouvelle-Aquitaine.",
    )


@check("pop-natural")
def _pop_natural(study: Study) -> Finding:
    start, end = LAST_PERIOD
    row = study.population.balance.loc[("region", OCCITANIE, start)]
    share = 100 * row["natural"] / (row["natural"] + row["migratory"])
    return Finding(
        bool(abs(share) < 5),
        "B",
        f"In {start}-{end} births exceed deaths by {row['natural']:,.0f}: {share:.0f}% of the "
        "growth of the region, not nothing. In the agglomeration deaths exceed births.",
    )


@check("pop-gard-slower")
def _pop_gard(study: Study) -> Finding:
    start, end = LAST_PERIOD
    there = study.population.balance.loc["departement"].xs(start, level="start")
    growth = (
        (there["population_end"] / there["population_start"]) ** (1 / (end - start)) - 1
    ) * 100
    gard, haute_garonne, herault = (growth[code] for code in ("30", "31", "34"))
    return Finding(
        bool(gard < min(haute_garonne, herault)),
        "B",
        f"In {start}-{end}: Gard {gard:+.2f}% a year, Haute-Garonne {haute_garonne:+.2f}%, Hérault "
        f"{herault:+.2f}%.",
    )


@check("pop-agglo-migration")
def _pop_agglo_migration(study: Study) -> Finding:
    rates = study.population.rates.loc[study.territory.short_name]
    period = rates.index[-1]
    here = rates.loc[period]
    return Finding(
        bool(here["migratory"] > 0),
        "B",
        f"In {period} its people change by {here['migratory']:+.2f}% a year through moves and by "
        f"{here['natural']:+.2f}% through births and deaths.",
    )


@check("pop-perimeter")
def _pop_perimeter(study: Study) -> Finding:
    printed = study.claims("population")["published"]
    total = study.population.total
    last, first = printed["pop-agglo-2020"], printed["pop-agglo-2000"]
    return Finding(
        bool(total[2020] == last and round(total[1999], -3) == first),
        "B",
        f"The two values printed are those of the {len(study.territory.codes)} communes of 2023 at "
        f"both dates: {total[1999]:,.0f} in 1999 and {total[2020]:,.0f} in 2020.",
    )
