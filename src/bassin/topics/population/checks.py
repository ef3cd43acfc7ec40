"""Checks of the claims on population."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from bassin.indicators.stats import annual_rate_pct, direction, places_held
from bassin.phrase import Phrase
from bassin.topics.finding import Finding, Grade, check
from bassin.topics.gathered import Topics
from bassin.topics.named import (
    ALES,
    CORSICA,
    GARD,
    HAUTE_GARONNE,
    HERAULT,
    LA_GRAND_COMBE,
    OCCITANIE,
)
from bassin.topics.population.balance import BALANCE_YEARS, NIL_PCT_A_YEAR
from bassin.topics.population.history import (
    A_YEAR,
    CENSUS_PRECISION_PCT,
    COMPARED_CENSUSES,
    NORTH_KM,
    level_again,
    north_of,
    ways,
)

#: Year about which the population is said to turn.
TURN = 1999


@check("pop-fall-mines")
def _pop_fall_mines(study: Topics) -> Finding:
    people = study.population.by_commune.loc[[ALES, LA_GRAND_COMBE]]
    windows = [(start, end) for start in (1968, 1975) for end in (1990, TURN)]
    changes = {
        (code, window): (people.at[code, window[1]] / people.at[code, window[0]] - 1) * 100
        for code in people.index
        for window in windows
    }
    ales, mine = ([changes[code, window] for window in windows] for code in people.index)
    return Finding(
        all(direction(change, 0, CENSUS_PRECISION_PCT) < 0 for change in changes.values()),
        "A",
        Phrase(
            "pop-fall-mines",
            ales_most=max(ales),
            ales_least=min(ales),
            mine_most=max(mine),
            mine_least=min(mine),
        ),
    )


@check("pop-turn-2000s")
def _pop_turn(study: Topics) -> Finding:
    total = study.population.total
    steps = list(pairwise(COMPARED_CENSUSES))
    rates = {
        (start, end): annual_rate_pct(total[start], total[end], end - start) for start, end in steps
    }
    before = [rate for (_, end), rate in rates.items() if end <= TURN]
    after = [rate for (start, _), rate in rates.items() if start >= TURN]
    return Finding(
        bool(min(after) > max(before) + A_YEAR),
        "A",
        Phrase(
            "pop-turn-2000s",
            communes=len(study.territory.codes),
            least_before=min(before),
            most_before=max(before),
            start=COMPARED_CENSUSES[0],
            turn=TURN,
            least_since=min(after),
            most_since=max(after),
        ),
    )


@check("pop-ales-1968")
def _pop_ales(study: Topics) -> Finding:
    ales = study.population.by_commune.loc[ALES]
    change = (ales / ales[1968] - 1) * 100
    fell = level_again(ales, 1968, TURN) < 0
    return Finding(
        bool(fell and level_again(ales, 1968, 2020) == 0),
        "A",
        Phrase(
            "pop-ales-1968",
            in_1968=ales[1968],
            in_2020=ales[2020],
            turn=TURN,
            at_turn=change[TURN],
            by_2019=change[2019],
            by_2021=change[2021],
        ),
    )


@check("pop-agglo-2000")
def _pop_2000(study: Topics) -> Finding:
    in_1999, in_2000 = study.population.total_in(1999), study.population.interpolated(2000)
    return Finding(in_1999, "B", Phrase("pop-agglo-2000", in_1999=in_1999, in_2000=in_2000))


@check("pop-grand-combe")
def _pop_grand_combe(study: Topics) -> Finding | None:
    people = study.population.by_commune.loc[[LA_GRAND_COMBE]]
    way = ways(people).loc[LA_GRAND_COMBE]
    if way.isna().any():
        return None  # a window that is not known may be the break
    return Finding(
        not (way > 0).any(),
        _grade(way),
        Phrase(
            "pop-grand-combe",
            windows=len(way),
            falls=int((way < 0).sum()),
            first=people.at[LA_GRAND_COMBE, 1968],
            last=people.at[LA_GRAND_COMBE, 2020],
            level=_spans("population.level_in", way[way == 0]),
            rises=_spans("population.rises_in", way[way > 0]),
        ),
    )


def _grade(way: pd.Series) -> Grade:
    """A where each window is told; a loss where one stands level is only not denied."""
    return "B" if (way == 0).any() and not (way > 0).any() else "A"


def _spans(key: str, way: pd.Series) -> Phrase | str:
    """The windows of some, or nothing where there is none."""
    spans = [Phrase("population.span", start=start, end=end) for start, end in way.index]
    return Phrase(key, spans=spans) if spans else ""


@check("pop-north")
def _pop_north(study: Topics) -> Finding:
    north = _north(study)
    people, all_of_them = study.population.by_commune.loc[north], study.population.together(north)
    fewer = int((people[2020] < people[1968]).sum())
    changes = [(all_of_them[end] / all_of_them[1968] - 1) * 100 for end in (1999, 2020, 2021)]
    return Finding(
        bool(fewer > len(people) / 2 and max(changes) < -CENSUS_PRECISION_PCT),
        "A",
        Phrase(
            "pop-north",
            communes=len(people),
            km=NORTH_KM,
            fewer=fewer,
            change=changes[1],
            before=changes[0],
        ),
    )


@check("pop-north-unbroken")
def _pop_north_unbroken(study: Topics) -> Finding | None:
    north = _north(study)
    people, total = study.population.by_commune.loc[north], study.population.together(north)
    way = ways(total.to_frame().T).iloc[0]
    if way.isna().any():
        return None
    since = {end: (total[end] / total[TURN] - 1) * 100 for end in (2011, 2020, 2021)}
    always = int((ways(people) <= 0).all(axis=1).sum())
    fewer = int((people[2020] < people[TURN]).sum())
    return Finding(
        not (way > 0).any(),
        _grade(way),
        Phrase(
            "pop-north-unbroken",
            windows=len(way),
            rises=int((way > 0).sum()),
            communes=len(people),
            always=always,
            fewer=fewer,
            turn=TURN,
            since=[
                Phrase("population.change_by", change=change_told(change), year=year)
                for year, change in since.items()
            ],
        ),
    )


def change_told(percent: float) -> Phrase:
    """A change of a number of people, to the percent; level where a census tells none."""
    if direction(percent, 0, CENSUS_PRECISION_PCT):
        return Phrase("population.change", pct=percent)
    return Phrase("population.level")


def _north(study: Topics) -> list[str]:
    return north_of(study.territory.outlines.geometry.centroid, study.territory.centre)


@check("pop-attractive")
def _pop_attractive(study: Topics) -> Finding:
    by_period = study.population.moves_of_regions
    places = {period: places_held(rates, OCCITANIE, A_YEAR) for period, rates in by_period.items()}
    return Finding(
        max(first for first, _ in places.values()),
        "B",
        Phrase(
            "pop-attractive",
            ranks=[
                _ranked(study, period, rates, places[period]) for period, rates in by_period.items()
            ],
            regions=len(by_period[next(iter(by_period))]),
        ),
    )


def _ranked(study: Topics, period: str, rates: pd.Series, places: tuple[int, int]) -> Phrase:
    """The places that Occitanie may have, and which regions are level with it."""
    first, last = places
    level = [
        Phrase("population.rate_of", place=_region(study, str(code)), pct=rate)
        for code, rate in rates.drop(OCCITANIE).sort_values(ascending=False).items()
        if direction(rate, rates[OCCITANIE], A_YEAR) == 0
    ]
    key = "population.shares_rank" if level else "population.rank_in"
    given = {"first": first, "last": last, "level": level} if level else {"rank": first}
    return Phrase(key, period=period, pct=rates[OCCITANIE], **given)


def _region(study: Topics, code: str) -> str:
    return str(study.population.balance.loc["region"].loc[code, "name"].iloc[0])


@check("pop-attractive-before")
def _pop_attractive_before(study: Topics) -> Finding:
    by_period = study.population.moves_of_regions
    return Finding(
        all(
            places_held(rates, CORSICA, A_YEAR) == (1, 1)
            and direction(rates[CORSICA], rates[OCCITANIE], A_YEAR) > 0
            for _, rates in by_period.items()
        ),
        "B",
        Phrase(
            "pop-attractive-before",
            each=[
                Phrase(
                    "population.two_rates",
                    corsica=rates[CORSICA],
                    occitanie=rates[OCCITANIE],
                    period=period,
                )
                for period, rates in by_period.items()
            ],
        ),
    )


@check("pop-natural")
def _pop_natural(study: Topics) -> Finding:
    start, end = BALANCE_YEARS
    row = study.population.rates_2013_2018("region").loc[OCCITANIE]
    natural = study.population.natural(OCCITANIE)
    others = [
        Phrase("population.rate_in", pct=rate, period=period)
        for period, rate in natural.items()
        if period != f"{start}-{end}"
    ]
    share = 100 * row["natural"] / row["total"]
    return Finding(
        bool(abs(row["natural"]) <= NIL_PCT_A_YEAR and row["migratory"] > abs(row["natural"])),
        "B",
        Phrase("pop-natural", start=start, end=end, pct=row["natural"], share=share, others=others),
    )


def growth_of_departements(study: Topics) -> pd.DataFrame:
    """Yearly growth (%) of the Gard and the two departements it is set beside, since the turn.

    Returns
    -------
    DataFrame
        A row a period, ``"2013-2018"`` the last; a column a departement.
    """
    population = study.population
    codes = [GARD, HAUTE_GARONNE, HERAULT]
    there = population.balance.loc["departement"].loc[codes]
    there = there[there.index.get_level_values("start") >= TURN]
    growth = {}
    for (code, start), row in there.iterrows():
        period = f"{start}-{row['end']}"
        rate = annual_rate_pct(row["population_start"], row["population_end"], row["end"] - start)
        growth[(period, code)] = rate
    recent = population.rates_2013_2018("departement")["total"]
    growth |= {("-".join(map(str, BALANCE_YEARS)), code): recent[code] for code in codes}
    return pd.Series(growth).unstack()


@check("pop-gard-slower")
def _pop_gard(study: Topics) -> Finding:
    table = growth_of_departements(study)
    slower = table[GARD] < table[[HAUTE_GARONNE, HERAULT]].min(axis=1) - A_YEAR
    last = table.loc["-".join(map(str, BALANCE_YEARS))]
    others = [period for period, holds in slower.items() if not holds]
    exception = Phrase("population.not_in", periods=[str(p) for p in others]) if others else ""
    return Finding(
        bool(slower.iloc[-1] and slower.mean() > 0.5),
        "B",
        Phrase(
            "pop-gard-slower",
            start=BALANCE_YEARS[0],
            end=BALANCE_YEARS[1],
            gard=last[GARD],
            haute_garonne=last[HAUTE_GARONNE],
            herault=last[HERAULT],
            slower=int(slower.sum()),
            periods=len(slower),
            turn=TURN,
            exception=exception,
        ),
    )


@check("pop-agglo-migration")
def _pop_agglo_migration(study: Topics) -> Finding:
    population, code = study.population, study.territory.code
    rates = population.rates.loc[study.territory.here]
    recent = population.rates_2013_2018("epci").loc[code]
    since = rates[rates.index.str[:4].astype(int) >= TURN]
    last = rates.iloc[-1]
    gains = [*since["migratory"], recent["migratory"]]
    return Finding(
        all(direction(gain, 0, A_YEAR) > 0 for gain in gains),
        "B",
        Phrase(
            "pop-agglo-migration",
            period=str(rates.index[-1]),
            moves=last["migratory"],
            natural=last["natural"],
            start=BALANCE_YEARS[0],
            end=BALANCE_YEARS[1],
            recent_moves=recent["migratory"],
            recent_natural=recent["natural"],
            periods=len(gains),
            turn=TURN,
        ),
    )


@check("pop-perimeter")
def _pop_perimeter(study: Topics) -> Finding:
    printed = study.claims("population")["published"]
    in_1999, in_2020 = study.population.total_in(1999), study.population.total_in(2020)
    last, first = printed["pop-agglo-2020"], printed["pop-agglo-2000"]
    return Finding(
        bool(in_2020 == last and round(in_1999, -3) == first),
        "B",
        Phrase(
            "pop-perimeter",
            communes=len(study.territory.codes),
            in_1999=in_1999,
            in_2020=in_2020,
        ),
    )
