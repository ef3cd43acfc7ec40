"""What the chapter on ageing and the presential economy says."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import pandas as pd

from bassin.indicators.stats import direction
from bassin.phrase import Phrase
from bassin.places import membership
from bassin.places.territory import FRANCE
from bassin.read import insee
from bassin.topics.ageing.local import Ageing
from bassin.topics.ageing.places import COUNTED_CENSUS, PUBLISHED_CENSUS
from bassin.topics.ageing.shares import SHARE_PRECISION, YOUNG
from bassin.topics.facts import Facts, joined, known
from bassin.topics.gathered import Topics

#: What a pace is beside another, and what a change of a share is, by direction.
_PACES = {-1: "ageing.less_than", 0: "ageing.as_much", 1: "ageing.more_than"}
_CHANGES = {-1: "ageing.loss", 0: "ageing.level", 1: "ageing.gain"}


def facts(study: Topics) -> Facts:
    """What the prose of the chapter says; what no file at hand tells of a place is left out."""
    places = (_old, _paces, _index, _small_towns, _young, _young_towns)
    return known(joined(study, *places, _presential, _tertiary))


def _keys(study: Topics) -> Mapping[str, str]:
    """How the key of a fact ends, by code of a place: ``dep30``, ``reg76``."""
    codes = {code: code.replace("-", "").lower() for code in study.ageing.place_names}
    return {**codes, study.territory.here: "here", FRANCE: "France"}


def _old(study: Topics) -> Facts:
    territory = study.territory
    years = [*insee.IRIS_YEARS, PUBLISHED_CENSUS, COUNTED_CENSUS]
    old = study.ageing.elderly_by_place().reindex(years)
    here, departement = territory.here, territory.in_departement
    gaps = (old[departement] - old[here]).reindex([*insee.IRIS_YEARS]).diff().dropna()
    keys = _keys(study)
    return {
        **{f"age_{year}": (old.at[year, here], ".1f", "%") for year in years},
        **{
            f"age_2018_{keys[place]}": (old.at[PUBLISHED_CENSUS, place], ".1f", "%")
            for place in territory.levels
            if place != here
        },
        **{f"age_half_{year}": (gap, ".1f") for year, gap in gaps.items()},
        "age_communes": len(territory.codes),
        "age_precision": (SHARE_PRECISION, ".1f"),
    }


def _paces(study: Topics) -> Facts:
    ageing, keys = study.ageing, _keys(study)
    pace, here = ageing.pace(), study.territory.here
    others = pace.drop(here, errors="ignore").index
    # What is not known of the territory, or of a place, is faster than nothing.
    beside = [place for place in pace.dropna().index if place != here]
    beside = beside if here in pace.dropna() else []
    return {
        **{f"age_pace_{keys[place]}": (pace[place], ".1f") for place in others},
        **{
            f"age_than_{keys[place]}": Phrase(
                _PACES[direction(pace[here], pace[place], SHARE_PRECISION)]
            )
            for place in beside
        },
        "age_pace": (pace.get(here, math.nan), ".1f"),
        **_halves(ageing, beside),
        **{
            f"age_{key}_{keys[place]}": fact
            for place, row in ageing.paces().iterrows()
            for key, fact in (
                ("points", (row["points"], ".1f")),
                ("rise", (row["pct"], ".0f", "%")),
            )
        },
    }


def _halves(ageing: Ageing, others: Iterable[str]) -> Facts:
    """By how much more the share rose here than elsewhere, in each half of the years."""
    table = ageing.places["share_65_plus_pct"].unstack("place")
    if ageing.territory.here not in table:
        return {}
    gaps = table[[*others]].rsub(table[ageing.territory.here], axis=0)
    keys = {place: place.replace("-", "").lower() for place in others} | {FRANCE: "France"}
    return {
        f"age_more_{keys[place]}_{year}": (gap, "+.1f")
        for place in others
        for year, gap in gaps[place].diff().dropna().items()
    }


def _index(study: Topics) -> Facts:
    index, keys = study.ageing.index_by_place(), _keys(study)
    first, last = insee.IRIS_YEARS[0], insee.IRIS_YEARS[-1]
    here = study.territory.here
    if here not in index:
        return {}
    return {
        "age_index_2011": index.at[first, here],
        "age_index_2022": index.at[last, here],
        **{
            f"age_index_{keys[place]}": number
            for place, number in index.loc[last].items()
            if place in keys and place != here
        },
    }


def _small_towns(study: Topics) -> Facts:
    table, town = study.ageing.elderly(), study.territory.centre
    change, elsewhere = table["change"].dropna(), study.ageing.changes_around()
    others = change.drop(town, errors="ignore")
    latest = table.set_index("name")["2022"].astype(float).dropna()
    return {
        "age_rising": int((others > SHARE_PRECISION).sum()),
        "age_others": len(others),
        "age_median_change": (others.median(), ".1f"),
        "age_around": int((elsewhere > SHARE_PRECISION).sum()),
        "age_around_of": len(elsewhere),
        "age_around_change": (elsewhere.median(), ".1f"),
        "age_town_change": (change.get(town, math.nan), ".1f"),
        **({"age_oldest": str(latest.idxmax())} if len(latest) else {}),
        "age_oldest_share": (latest.max(), ".0f", "%"),
        "age_over_quarter": int((latest > 25).sum()),
    }


def _young(study: Topics) -> Facts:
    ageing, town = study.ageing, study.territory.centre
    if math.isnan(ageing.young):
        return {}
    of_young, of_people = ageing.concentration(town)
    return {
        "age_young": (ageing.young, ".1f", "%"),
        "age_young_town": (ageing.by_band().at[town, YOUNG], ".1f", "%"),
        "age_young_rest": (ageing.young_without(town), ".1f", "%"),
        "age_town_people": (of_people, ".0f", "%"),
        "age_town_young": (of_young, ".0f", "%"),
    }


def _young_towns(study: Topics) -> Facts:
    large, town = study.ageing.young_in_large(study.territory.codes), study.territory.centre
    if town not in large.index:
        return {}
    ways = [_way(row) for _, row in large.drop(index=town).iterrows()]
    return {
        "age_large": len(ways),
        "age_large_fall": ways.count(-1),
        "age_large_rise": ways.count(1),
        "age_town_2012": (large.at[town, "2012"], ".1f", "%"),
        "age_town_2018": (large.at[town, "2018"], ".1f", "%"),
        "age_town_way": Phrase(_CHANGES[_way(large.loc[town])]),
    }


def _way(row: pd.Series) -> int:
    return direction(row["2018"], row["2012"], SHARE_PRECISION)


def _presential(study: Topics) -> Facts:
    ageing, printed = study.ageing, study.ageing.printed_presential
    more, epci = ageing.more_presential()
    return {
        "age_sphere": (ageing.sphere()["presential_2023_pct"], ".1f", "%"),
        "age_sphere_france": (ageing.sphere(membership.FRANCE)["presential_2023_pct"], ".1f", "%"),
        **(
            {
                "age_sphere_rise": (printed[2019] - printed[1975], ".1f"),
                "age_sphere_years": max(printed.index) - min(printed.index),
            }
            if len(printed)
            else {}
        ),
        "age_sphere_more": more,
        "age_sphere_epci": epci,
    }


def _tertiary(study: Topics) -> Facts:
    jobs, france = study.ageing.tertiary(), study.ageing.tertiary(membership.FRANCE)
    return {
        "age_tertiary_2011": (jobs[2011], ".1f", "%"),
        "age_tertiary_2022": (jobs[2022], ".1f", "%"),
        "age_tertiary_france": (france[2022], ".1f", "%"),
    }
