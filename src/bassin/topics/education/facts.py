"""What the chapter on education says."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.small_areas import FIRST_CENSUS, LAST_CENSUS
from bassin.places.territory import FRANCE
from bassin.read import insee
from bassin.topics.ageing.shares import SHARE_PRECISION
from bassin.topics.education.local import MIDDLE, TOTAL, over_64_of_adults
from bassin.topics.facts import Facts, joined, of_those_there
from bassin.topics.gathered import Topics
from bassin.topics.named import ALES, LA_GRAND_COMBE

#: Column of those with no baccalauréat, and of those with over two years of higher education.
BELOW, ABOVE = "below_bac_pct", "above_bac2_pct"
#: First class of diploma and last.
NONE, HIGHER = insee.CLASSES[0], insee.CLASSES[-1]


def facts(study: Topics) -> Facts:
    """Facts of the chapter on education."""
    return joined(
        study,
        _figure,
        _found,
        _large_communes,
        _levels,
        _neither,
        _neither_in_towns,
        _where_to_study,
    )


def _figure(study: Topics) -> Facts:
    """Figure 2.4 as printed."""
    sums = study.education.sums()
    return {
        "edu_brevet_2020": (sums.at["diplomas_brevet_at_most", "2020"], ".1f", "%"),
        "edu_below_2020": (sums.at["diplomas_below_bac", "2020"], ".1f", "%"),
        "edu_below_2009": (sums.at["diplomas_below_bac", "2009"], ".1f", "%"),
        "edu_none_change": (sums.at[NONE, "change"], "+.1f"),
        "edu_cap_change": (sums.at["diploma_cap", "change"], "+.1f"),
    }


def _found(study: Topics) -> Facts:
    """What another file has of the last year of figure 2.4."""
    return {
        "edu_old": (over_64_of_adults(study.ageing.ages.iloc[0]), ".0f", "%"),
        "edu_below_found": (study.education.below_bac_between(2020), ".0f", "%"),
    }


def _large_communes(study: Topics) -> Facts:
    """Diplomas in the communes of over 2,000 inhabitants, in 2018."""
    large, beside = study.education.in_large(2018), study.education.beside()
    return {
        "edu_large": len(large),
        "edu_large_first": str(large["name"].iloc[0]),
        "edu_large_most": (large[NONE].max(), ".0f", "%"),
        "edu_large_last": str(large["name"].iloc[-1]),
        "edu_large_least": (large[NONE].min(), ".0f", "%"),
        "edu_large_none": (beside.at[NONE, "large_2018"], ".1f", "%"),
        "edu_gard_none": (beside.at[NONE, "departement_2018"], ".1f", "%"),
        "edu_large_higher": (beside.at[HIGHER, "large_2018"], ".1f", "%"),
        "edu_gard_higher": (beside.at[HIGHER, "departement_2018"], ".1f", "%"),
    }


def _levels(study: Topics) -> Facts:
    """Levels of diploma by census, beside those of the departement."""
    education = study.education
    levels = education.levels()
    here, around = (
        _censuses(levels, place) for place in (education.here, study.territory.in_departement)
    )
    change = education.below_bac()["change"]
    told: dict[str, tuple[object, ...]] = {}
    for year in (FIRST_CENSUS, LAST_CENSUS):
        told[f"edu_below_{year}"] = (here.at[year, BELOW], ".0f", "%")
        told[f"edu_above_{year}"] = (here.at[year, ABOVE], ".0f", "%")
        told |= {
            f"edu_below_{key}_{year}": (_censuses(levels, place).at[year, BELOW], ".0f", "%")
            for key, place in (("reg76", study.territory.in_region), ("France", FRANCE))
        }
        told[f"edu_gap_{year}"] = (here.at[year, BELOW] - around.at[year, BELOW], ".0f")
    return {
        **told,
        "edu_above_gard": (around.at[LAST_CENSUS, ABOVE], ".0f", "%"),
        **{
            f"edu_above_{key}": (_censuses(levels, place).at[LAST_CENSUS, ABOVE], ".0f", "%")
            for key, place in (("reg76", study.territory.in_region), ("France", FRANCE))
        },
        "edu_falls": int((change < -SHARE_PRECISION).sum()),
        "edu_precision": (SHARE_PRECISION, ".1f"),
        "edu_known": int(change.notna().sum()),
    }


def _censuses(levels: pd.DataFrame, place: str) -> pd.DataFrame:
    """Levels of a place by census, blank where its departement has no file at hand."""
    rows = levels[levels.index.get_level_values("place") == place].droplevel("place")
    return rows.reindex([FIRST_CENSUS, LAST_CENSUS])


def _neither(study: Topics) -> Facts:
    """The young neither in work nor in study."""
    education, last = study.education, insee.NEET_YEARS[-1]
    places, communes = education.neither_by_place(), education.neither()[str(last)]
    return {
        **{f"edu_neet_{y}": (places.at[y, education.here], ".1f", "%") for y in places.index},
        "edu_neet_france": (places.at[last, f"{MIDDLE}{FRANCE}"], ".1f", "%"),
        "edu_neet_better": (education.fare_better(last), ".0f", "%"),
        "edu_neet_zero": int((communes == 0).sum()),
    }


def _neither_in_towns(study: Topics) -> Facts:
    """The same in the two towns that the study names."""
    communes = study.education.neither()[str(insee.NEET_YEARS[-1])]
    return of_those_there(communes, ".1f", "%", edu_neet_ales=ALES, edu_neet_combe=LA_GRAND_COMBE)


def _where_to_study(study: Topics) -> Facts:
    """Places of higher education."""
    places = study.education.higher_expected().loc[TOTAL]
    return {
        "edu_higher": places["here"],
        "edu_higher_expected": (places["expected"], ".0f"),
    }
