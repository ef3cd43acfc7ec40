"""Checks of the claims on ageing and the presential economy."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import ROUNDING_OF_TENTHS, direction
from bassin.phrase import Name, Phrase
from bassin.places import membership
from bassin.places.territory import FRANCE
from bassin.read import insee, printed
from bassin.topics.ageing.places import PUBLISHED_CENSUS
from bassin.topics.ageing.shares import SHARE_PRECISION, YOUNG, care_weight
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics

#: Years of the index of access to care that count people by age, the latest first.
CARE_YEARS = (2023, 2022)


@check("age-tertiary")
def _age_tertiary(study: Topics) -> Finding:
    here = study.ageing.tertiary()
    france = study.ageing.tertiary(membership.FRANCE)
    rising, of = study.ageing.more_tertiary(ROUNDING_OF_TENTHS)
    first, last = here.index[0], here.index[-1]
    return Finding(
        bool((here.diff().dropna() > ROUNDING_OF_TENTHS).all()),
        "B",
        Phrase(
            "age-tertiary",
            start=first,
            end=last,
            then=here[first],
            now=here[last],
            france_then=france[first],
            france_now=france[last],
            rising=rising,
            of=of,
        ),
    )


@check("age-rising")
def _age_rising(study: Topics) -> Finding:
    # The share published for 2018 is of other years' surveys in part, and of another file.
    share = study.ageing.elderly_by_place().loc[[*insee.IRIS_YEARS], study.territory.here]
    rising, of = study.ageing.rising_around
    return Finding(
        bool((share.diff().dropna() > ROUNDING_OF_TENTHS).all()),
        "B",
        Phrase(
            "age-rising",
            shares=_by_year(share),
            precision=SHARE_PRECISION,
            rising=rising,
            of=of,
        ),
    )


@check("age-faster")
def _age_faster(study: Topics) -> Finding | None:
    pace, index = study.ageing.pace(), study.ageing.paces()
    territory = study.territory
    here, around = territory.here, [territory.in_region, FRANCE]
    if not {here, *around} <= {*pace.index} or not {here, *around} <= {*index.index}:
        return None
    points = [
        *(pace[here] - pace[place] > SHARE_PRECISION for place in around),
        *(index.at[here, "points"] > index.at[place, "points"] for place in around),
    ]
    return Finding(
        all(points),
        "B",
        Phrase(
            "age-faster",
            precision=SHARE_PRECISION,
            here=pace[here],
            region=pace[territory.in_region],
            place=territory.place_names[territory.in_region],
            france=pace[FRANCE],
            index=index.at[here, "points"],
            index_region=index.at[territory.in_region, "points"],
            index_france=index.at[FRANCE, "points"],
            pct=index.at[here, "pct"],
            pct_region=index.at[territory.in_region, "pct"],
            pct_france=index.at[FRANCE, "pct"],
        ),
    )


@check("age-above")
def _age_above(study: Topics) -> Finding:
    published = dict(study.ageing.published)
    here = published.pop(study.territory.here)
    names = {**study.territory.place_names, FRANCE: Name(FRANCE)}
    around = [
        Phrase("ageing.share_in_place", share=value, place=names[place])
        for place, value in published.items()
    ]
    return Finding(
        all(direction(here, value, ROUNDING_OF_TENTHS) > 0 for value in published.values()),
        "B",
        Phrase("age-above", year=PUBLISHED_CENSUS, share=here, around=around),
    )


@check("age-65")
def _age_65(study: Topics) -> Finding:
    share = study.ageing.elderly_by_place()[study.territory.here].dropna()
    around = share.loc[PUBLISHED_CENSUS:]
    return Finding(bool((around > 25).all()), "B", Phrase("age-65", shares=_by_year(around)))


def _by_year(shares: pd.Series) -> list[Phrase]:
    return [
        Phrase("ageing.share_in_year", share=share, year=year) for year, share in shares.items()
    ]


@check("age-15-29")
def _age_15_29(study: Topics) -> Finding:
    young, town = study.ageing.young, study.territory.centre
    own = study.ageing.by_band().at[town, YOUNG]
    rest = study.ageing.young_without(town)
    return Finding(
        bool(young < 15),
        "B",
        Phrase(
            "age-15-29",
            share=young,
            own=own,
            town=str(study.territory.communes.at[town, "name"]),
            rest=rest,
        ),
    )


@check("age-small-towns")
def _age_small_towns(study: Topics) -> Finding:
    table = study.ageing.elderly_counted.drop(index=study.territory.centre)
    steps = table[[str(year) for year in insee.IRIS_YEARS]].dropna().diff(axis=1).iloc[:, 1:]
    # A census gives the share of a place to half a point: what moves by less is level.
    rising = (steps > SHARE_PRECISION).mean()
    change = table["change"].dropna()
    around = study.ageing.changes_around()
    return Finding(
        bool((rising > 0.5).all()),
        "B",
        Phrase(
            "age-small-towns",
            rising=int((change > SHARE_PRECISION).sum()),
            precision=SHARE_PRECISION,
            communes=len(change),
            points=change.median(),
            first=100 * rising.iloc[0],
            second=100 * rising.iloc[1],
            around_rising=int((around > SHARE_PRECISION).sum()),
            around=len(around),
            around_points=around.median(),
        ),
    )


def more_care(study: Topics) -> dict[int, float]:
    """By how much more its people are expected to use a doctor, by their ages: %, by edition."""
    apl = study.health.latest("general_practitioner")
    return {
        year: 100
        * (care_weight(apl, study.territory.codes, year) / care_weight(apl, None, year) - 1)
        for year in CARE_YEARS
    }


@check("age-care")
def _age_care(study: Topics) -> Finding:
    more = more_care(study)
    return Finding(
        all(pct > 0 for pct in more.values()),
        "B",
        Phrase(
            "age-care",
            more=[Phrase("ageing.more_by_index", pct=pct, year=year) for year, pct in more.items()],
        ),
    )


@check("age-source-2020")
def _age_source(study: Topics) -> Finding:
    years = printed.figure_2_2(study.sources, study.epci).index
    return Finding(
        int(years.max()),
        "D",
        Phrase("age-source-2020", start=years[0], end=years[-1]),
    )
