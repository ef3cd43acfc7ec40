"""What the chapter on access to care says of the index rebuilt by car."""

from __future__ import annotations

import numpy as np

from bassin.indicators.stats import total
from bassin.phrase import Name, Phrase
from bassin.places.territory import AWAY, FACING, parted
from bassin.topics.facts import Facts, at_hand
from bassin.topics.gathered import Topics
from bassin.topics.health.care import Care
from bassin.topics.health.roads import IN_FIELD, KNOWN, MODELLED
from bassin.topics.health.settings import MAIN, NARROW
from bassin.topics.named import GENOLHAC, LA_GRAND_COMBE, SAINT_JEAN

#: The edition of the official index nearest in time.
OFFICIAL = 2018
#: How the keys of each side end or begin.
SIDES = {"north": FACING, "south": AWAY}


def facts(study: Topics) -> Facts:
    """Facts of the rebuilt index; none overseas, where no ways are timed.

    Nothing is said of sides where one has no commune.
    """
    if study.travel.towns.index.intersection(study.territory.codes).empty:
        return {}
    care = study.care
    of_sides = (_settings, _sides, _roads, _quoted) if parted(care.zones) else ()
    found = at_hand(care, _supply, *of_sides, _against_the_official_index, _one_more_doctor)
    return {**found, **at_hand(study, _near_the_centres)}


def _supply(care: Care) -> Facts:
    """Doctors and inhabitants placed, and what the draws tell of the communes."""
    sure = care.certainty()
    return {
        "care_doctors": int(total(care.counts["doctors"])),
        "care_people": int(total(care.counts["people"])),
        "care_communes": len(care.towns),
        "care_national": (care.national, ".1f"),
        "care_draws": len(care.draws.columns),
        "care_surely_short": int(sure["short"]),
        "care_open": int(sure["open"]),
        "care_surely_ample": int(sure["ample"]),
    }


def _settings(care: Care) -> Facts:
    """Settings in which each part of the claim holds, and those in which the first does not."""
    held, holds = care.agreement(), care.holds()
    not_short = [
        Phrase("care.setting", decay=Name(decay), width=int(width))
        for _, decay, width in holds.index[~holds["short"]]
    ]
    return {
        "care_settings": int(held["settings"]),
        "care_short": int(held["short"]),
        "care_short_not": Phrase("care.settings", settings=not_short or [Phrase("care.none")]),
        "care_ample": int(held["ample"]),
        "care_both": int(held["both"]),
        "care_less": int(held["less"]),
    }


def _sides(care: Care) -> Facts:
    """Means of the sides in the main setting, and how often draws say the same."""
    drawn, sides = care.zone_draws(), care.sides()
    return {
        **{f"care_{key}": (sides[side], ".1f") for key, side in SIDES.items()},
        "care_draws_less": int((drawn[FACING] < drawn[AWAY]).sum()),
        "care_draws_ample": int((drawn[AWAY] > care.national).sum()),
    }


def _roads(care: Care) -> Facts:
    """Means of the sides on the roads known there, and what these differ by from the model."""
    table, roads, turn = care.by_roads(), care.roads, care.turning(AWAY)
    known, field = table.loc[KNOWN], table.loc[IN_FIELD]
    return {
        **{f"care_{key}_field": (field[side], ".1f") for key, side in SIDES.items()},
        "care_field_above": (field["above_pct"], ".0f", "%"),
        "care_plain_above": (table.at[MODELLED, "above_pct"], ".0f", "%"),
        **({} if np.isnan(turn) else {"care_turn": (turn, "+.0f", "%")}),
        "care_road_gap": (abs(care.travel.near_halls()["gap_pct"]), ".0f", "%"),
        **{f"care_{key}_known": (known[side], ".1f") for key, side in SIDES.items()},
        **{f"roads_{key}": (roads.at[side, "gap_pct"], "+.0f", "%") for key, side in SIDES.items()},
        **{f"roads_{key}_ways": int(roads.at[side, "ways"]) for key, side in SIDES.items()},
    }


def _quoted(care: Care) -> Facts:
    """Means by the ratio the study quotes, as modelled and on the roads known."""
    quoted, known = care.sides(care.quoted), care.on_own_roads(care.quoted)
    return {
        **{f"quoted_{key}": (quoted[side], ".1f") for key, side in SIDES.items()},
        **{f"quoted_{key}_known": (known[side], ".1f") for key, side in SIDES.items()},
        "quoted_country": (quoted["country"], ".1f"),
    }


def _against_the_official_index(care: Care) -> Facts:
    """Rank correlations with the official index, by setting."""
    ranks = care.correlations([OFFICIAL])[OFFICIAL]
    others = ranks.drop(MAIN)
    return {
        "care_rank": (ranks[MAIN], ".2f"),
        "care_rank_low": (others.min(), ".2f"),
        "care_rank_high": (others.max(), ".2f"),
        "care_gard": len(care.compared(OFFICIAL)),
    }


def _near_the_centres(study: Topics) -> Facts:
    """Gaps of ranks near the health centres of the miners, where there are any."""
    care, centres = study.care, study.health.health_centres["code"]
    if centres.empty:
        return {}
    gaps = care.gap_near(OFFICIAL, list(centres))
    narrow = care.gap_near(OFFICIAL, list(centres), setting=NARROW)
    return {
        "care_near_mines": int(gaps["communes"]),
        "care_gap_mines": (-gaps["near"], ".0f"),
        "care_gap_rest": (gaps["rest"], ".0f"),
        "care_alike": (gaps["alike"], ".0f"),
        "care_alike_narrow": (narrow["alike"], ".0f"),
    }


def _one_more_doctor(care: Care) -> Facts:
    """What one more doctor changes in the communes tried that are in the territory."""
    table = care.scenarios().set_axis(care.candidates)
    found: dict[str, object] = {}
    if LA_GRAND_COMBE in table.index:
        row = table.loc[LA_GRAND_COMBE]
        found["care_gc_gain"] = (row["after"] - row["before"], ".1f")
        found["care_gc_inside"] = (row["inside_pct"], ".0f", "%")
        found["care_gc_communes"] = int(row["communes"])
    if GENOLHAC in table.index:
        found["care_genolhac_before"] = (table.at[GENOLHAC, "before"], ".1f")
        found["care_genolhac_after"] = (table.at[GENOLHAC, "after"], ".1f")
    if SAINT_JEAN in table.index:
        found["care_lifted"] = (table.at[SAINT_JEAN, "lifted"], ",.0f")
    return found
