"""Checks of the sentences that the chapter on ageing draws from its files."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from bassin.places import membership
from bassin.topics.ageing.shares import YOUNG
from bassin.topics.gathered import Topics
from bassin.topics.tried import (
    COUNTED,
    NOT_GIVEN,
    Rule,
    Tried,
    above,
    below,
    trial,
    tried,
    within,
)

#: Counts from the study's census on, whose share of the old is held against what it prints.
SINCE = 2018
#: Shares that the study prints: over, and under.
OVER, UNDER = 25.0, 15.0
#: What "three in four" may be, in %.
THREE_IN_FOUR = within(72.5, 77.5)


@trial("age-over-25")
def over(study: Topics) -> Tried:
    """More than a quarter are 65 and over, at each census from that of the study on."""
    shares = study.ageing.elderly_by_place()[study.territory.here].dropna()
    known = {int(year): share for year, share in shares.items() if int(year) >= SINCE}
    return tried(known, ["year"], SINCE, above(OVER), NOT_GIVEN)


@trial("age-under-15")
def under(study: Topics) -> Tried:
    """Fewer than 15 in a hundred are 15 to 29."""
    return tried({2022: study.ageing.young}, ["year"], 2022, below(UNDER), NOT_GIVEN)


@trial("age-older")
def older(study: Topics) -> Tried:
    """A larger share is 65 and over than in the Gard, Occitanie and France, by either measure."""
    here, *others = study.territory.levels
    gaps: dict[tuple[str, str, int], float] = {}
    shares = study.ageing.elderly_by_place()
    indices = study.ageing.areas.T
    for measure, table in (("share", shares), ("index", indices)):
        for place in others:
            beside = (table[here] - table[place]).dropna() if place in table else pd.Series()
            gaps |= {(measure, place, int(year)): gap for year, gap in beside.items()}
    return tried(
        gaps, ["measure", "beside", "year"], ("share", others[-1], SINCE), above(0), NOT_GIVEN
    )


def paces(study: Topics, places: list[str]) -> dict[tuple[str, str], float]:
    """By how much more the share rose here than elsewhere, over every window of the censuses."""
    shares = study.ageing.places["share_65_plus_pct"].unstack("place")
    here = study.territory.here
    return {
        (f"{start}\N{EN DASH}{end}", place): float(
            (shares.at[end, here] - shares.at[start, here])
            - (shares.at[end, place] - shares.at[start, place])
        )
        for start, end in combinations(shares.index, 2)
        for place in places
    }


WHOLE = "2011\N{EN DASH}2022"


@trial("age-slower")
def slower(study: Topics) -> Tried:
    """The share rose by fewer points than in the Gard."""
    gard = study.territory.in_departement
    gaps = paces(study, [gard])
    return tried(gaps, ["period", "beside"], (WHOLE, gard), below(0), NOT_GIVEN)


@trial("age-faster")
def faster(study: Topics) -> Tried:
    """It rose by more points than in Occitanie and in the mainland."""
    _, _, *larger = study.territory.levels
    gaps = paces(study, larger)
    return tried(gaps, ["period", "beside"], (WHOLE, larger[-1]), above(0), NOT_GIVEN)


def proportions(study: Topics, places: list[str]) -> dict[tuple[str, str], float]:
    """By how much more the share rose here than elsewhere in proportion (%), over every window."""
    shares = study.ageing.places["share_65_plus_pct"].unstack("place")
    here = study.territory.here
    return {
        (f"{start}\N{EN DASH}{end}", place): float(
            100
            * (
                shares.at[end, here] / shares.at[start, here]
                - shares.at[end, place] / shares.at[start, place]
            )
        )
        for start, end in combinations(shares.index, 2)
        for place in places
    }


@trial("age-proportion")
def proportion(study: Topics) -> Tried:
    """In proportion it rose no more than in the mainland, and than in the Gard."""
    _, *others = study.territory.levels
    rise = proportions(study, others)
    return tried(rise, ["period", "beside"], (WHOLE, others[-1]), Rule(most=0.5), NOT_GIVEN)


@trial("age-town-young")
def town_young(study: Topics) -> Tried:
    """A larger share is 15 to 29 in Alès than around it."""
    town = study.territory.centre
    gap = study.ageing.by_band().at[town, YOUNG] - study.ageing.young_without(town)
    return tried({2022: gap}, ["year"], 2022, above(0), NOT_GIVEN)


@trial("age-presential")
def presential(study: Topics) -> Tried:
    """About three jobs in four are presential, as printed and as counted later."""
    shares = {
        ("printed", 2019): study.ageing.printed_presential[2019],
        ("counted", 2023): study.ageing.sphere()["presential_2023_pct"],
    }
    return tried(shares, ["source", "year"], ("counted", 2023), THREE_IN_FOUR, COUNTED)


@trial("age-presential-more")
def presential_more(study: Topics) -> Tried:
    """It is a larger share than in France."""
    own, france = study.ageing.sphere(), study.ageing.sphere(membership.FRANCE)
    gap = own["presential_2023_pct"] - france["presential_2023_pct"]
    return tried({2023: gap}, ["year"], 2023, above(0), COUNTED)


def index_rises(study: Topics) -> dict[tuple[str, str], tuple[float, float]]:
    """By how much more the ageing index rose here than in larger places: points, and %."""
    table, here = study.ageing.areas.dropna(axis=1), study.territory.here
    _, _, *larger = study.territory.levels
    return {
        (f"{start}\N{EN DASH}{end}", place): (
            float(
                (table.at[here, end] - table.at[here, start])
                - (table.at[place, end] - table.at[place, start])
            ),
            float(
                100
                * (
                    table.at[here, end] / table.at[here, start]
                    - table.at[place, end] / table.at[place, start]
                )
            ),
        )
        for start, end in combinations(table.columns, 2)
        for place in larger
        if place in table.index
    }


@trial("age-index-points")
def index_points(study: Topics) -> Tried:
    """Against Occitanie and France the ageing index rose by more in points."""
    points = {key: gap for key, (gap, _) in index_rises(study).items()}
    return tried(points, ["period", "beside"], next(iter(points)), above(0), NOT_GIVEN)


@trial("age-index-proportion")
def index_proportion(study: Topics) -> Tried:
    """In proportion it rose by no more."""
    shares = {key: gap for key, (_, gap) in index_rises(study).items()}
    return tried(shares, ["period", "beside"], next(iter(shares)), Rule(most=0.5), NOT_GIVEN)
