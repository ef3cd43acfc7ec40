"""What the chapter on hills and plain says."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bassin.indicators.geography import compass
from bassin.indicators.stats import direction
from bassin.phrase import Phrase
from bassin.places.lines import AZIMUTH, HILLS, MASSIF, MINES, PLAIN, by, named
from bassin.places.territory import AWAY, FACING
from bassin.read.printed import NO_SIDE
from bassin.topics.contrast import Contrast
from bassin.topics.contrast.checks import decline
from bassin.topics.contrast.gaps import COVERED
from bassin.topics.contrast.inference import LEVEL, NO_CLUSTER
from bassin.topics.facts import Facts, at_hand, joined
from bassin.topics.gathered import Topics
from bassin.topics.population.history import CENSUS_PRECISION_PCT

#: First and last year of the populations the chapter shows.
FIRST, LAST = 1876, 2023
#: Year since which the middle of the people goes one way.
TURN = 1954
#: Year of the index of doctors beside which that of the doctors under 65 is told.
DOCTORS = 2023
#: Parts of the argument that the claims judged here make.
JUDGED = ("argument_population", "argument_telephone", "argument_reach")
#: Indicators whose clusters are mapped.
CLUSTERED = ("growth_2013_2023", "median_income", "unemployment_2018", "gp_2023")
#: Premises with fast internet, in %, under which a commune has none.
NONE_PCT = 0.5
#: Width of an interval of directions, in degrees, under which it tells one.
QUARTER_TURN = 90
#: How the mean of each side is told: its key in the prose, its format and its unit.
SIDES: Mapping[str, tuple[str, ...]] = {
    "worst_4g_pct": ("4g", ".0f", "%"),
    "fast_internet_pct": ("net", ".0f", "%"),
    "far_workers_pct": ("work", ".0f", "%"),
    "unemployment_2018": ("unemployed", ".0f", "%"),
    "cinema_minutes": ("cinema", ".0f"),
    "gp_2023": ("gp", ".2f"),
    "gp_2018": ("gp18", ".2f"),
    "care_2019": ("care", ".1f"),
    "floods_per_commune": ("floods", ".1f"),
    "fires_per_100_km2": ("fires", ".1f"),
    "house_price": ("price", ",.0f", "€"),
    "median_income": ("income", ",.0f", "€"),
    "station_km": ("station", ".1f", "km"),
    "car_pct": ("car", ".0f", "%"),
}


def facts(study: Topics) -> Facts:
    """Facts of the chapter ``reversal``; none where a line it names leaves a side empty."""
    contrast = study.contrast
    if {AZIMUTH, MASSIF, MINES} & {*contrast.without}:
        return {}
    of_topics = {**at_hand(study, _decline, _doctors, _stations), **joined(study, _printed)}
    of_sides = at_hand(contrast, _lines, _people, _changes, _middle, _means, _masked)
    tested = at_hand(contrast, _tests, _neighbours, _directions, _choices, _by_indicator)
    return {**of_topics, **of_sides, **tested}


def _decline(study: Topics) -> Facts:
    return {"reversal_decline": decline(study)[1]}


def _lines(contrast: Contrast) -> Facts:
    zones = contrast.lines
    return {
        "reversal_centre": str(contrast.names[contrast.centre]),
        "reversal_threshold": (contrast.threshold, ",.0f", "m"),
        "reversal_mines_km": (contrast.mines_threshold, ".1f", "km"),
        "reversal_mining": len(contrast.mining),
        "reversal_lines": len(contrast.kept),
        "reversal_same": int(contrast.same_side().sum()),
        "reversal_sided": len(zones) - 1,
        "reversal_hills_azimuth": int((zones[AZIMUTH] == HILLS).sum()),
        "reversal_hills_massif": int((zones[MASSIF] == HILLS).sum()),
    }


def _people(contrast: Contrast) -> Facts:
    shares = contrast.turns([FIRST, LAST])
    crossed = shares["crossing"]
    straight, mines = named(AZIMUTH), named(MINES)
    return {
        "reversal_first_turn": (int(crossed.min()), "d"),
        "reversal_last_turn": (int(crossed.max()), "d"),
        "reversal_turns": int(crossed.notna().groupby(level="line").any().sum()),
        "reversal_mines_now": (shares.at[(mines, HILLS), str(LAST)], ".0f", "%"),
        "reversal_mines_far": (shares.at[(mines, PLAIN), str(LAST)], ".0f", "%"),
        "reversal_hills_1876": (shares.at[(straight, HILLS), str(FIRST)], ".0f", "%"),
        "reversal_plain_1876": (shares.at[(straight, PLAIN), str(FIRST)], ".0f", "%"),
        "reversal_peak": (int(contrast.people(AZIMUTH)[HILLS].idxmax()), "d"),
    }


def _changes(contrast: Contrast) -> Facts:
    since, recent = (contrast.table.loc[f"growth_{start}_2020"] for start in (1999, 2013))
    return {
        "reversal_since_azimuth": _change(since.at[AZIMUTH, HILLS]),
        "reversal_since_massif": _change(since.at[MASSIF, HILLS]),
        "reversal_recent_azimuth": _change(recent.at[AZIMUTH, HILLS]),
        "reversal_recent_massif": _change(recent.at[MASSIF, HILLS]),
        "reversal_plain_since": _change(since.at[AZIMUTH, PLAIN]),
        "reversal_precision": (CENSUS_PRECISION_PCT, ".1f", "%"),
    }


def _change(percent: float) -> tuple[float, str, str] | Phrase:
    """A change to the percent; level where a census tells none."""
    known = direction(percent, 0, CENSUS_PRECISION_PCT)
    return (percent, "+.0f", "%") if known else Phrase("contrast.level")


def _middle(contrast: Contrast) -> Facts:
    moved = contrast.middle["moved_km"]
    return {
        "reversal_moved": (moved[LAST], ".1f", "km"),
        "reversal_moved_1954": (moved.loc[:TURN].max(), ".1f", "km"),
        "reversal_heading": compass(contrast.heading(FIRST, LAST)),
        "reversal_after_1954": (contrast.displacement(TURN, LAST), ".1f", "km"),
        "reversal_heading_1954": compass(contrast.heading(TURN, LAST)),
    }


def _means(contrast: Contrast) -> Facts:
    straight = contrast.table.xs(AZIMUTH, level="line")
    told = {
        f"reversal_{key}_{side}": (straight.at[indicator, side], *form)
        for indicator, (key, *form) in SIDES.items()
        for side in (HILLS, PLAIN)
    }
    return {**told, "reversal_best_hills": (straight.at["best_4g_pct", HILLS], ".0f", "%")}


def _doctors(study: Topics) -> Facts:
    young = study.health.by_zone("general_practitioner_under_65", [DOCTORS]).loc[DOCTORS]
    near = study.contrast.table.loc[(f"gp_{DOCTORS}", MINES)]
    return {
        "reversal_young_hills": (young[FACING], ".2f"),
        "reversal_young_plain": (young[AWAY], ".2f"),
        "reversal_gp_near": (near[HILLS], ".2f"),
        "reversal_gp_far": (near[PLAIN], ".2f"),
    }


def _masked(contrast: Contrast) -> Facts:
    left, connected = contrast.left_out, contrast.measure("fast_internet_pct").value
    return {
        "reversal_net_none": int((connected < NONE_PCT).sum()),
        "reversal_covered": (100 * COVERED, ".0f", "%"),
        "reversal_poverty": left.at["poverty_rate_pct", "communes"],
        "reversal_poverty_people": (left.at["poverty_rate_pct", "people_pct"], ".0f", "%"),
        "reversal_vacant": left.at["vacant_pct", "communes"],
        "reversal_vacant_people": (left.at["vacant_pct", "people_pct"], ".0f", "%"),
    }


def _stations(study: Topics) -> Facts:
    contrast = study.contrast
    served = contrast.served_by_zone(AZIMUTH)
    return {
        "reversal_stations_hills": int(served[HILLS]),
        "reversal_stations_plain": int(served[PLAIN]),
        "reversal_car": (contrast.car_share(), ".1f", "%"),
        "reversal_transit": (contrast.transit_share(), ".0f", "%"),
    }


def _printed(study: Topics) -> Facts:
    return {"reversal_car_printed": (study.published("reversal")["rev-car"], ".0f", "%")}


def _tests(contrast: Contrast) -> Facts:
    tested, out = contrast.tested, len(contrast.standing_out())
    alone = tested["p_moran"]
    indicator, line = tested["p_holm"].idxmin()
    nearest = Phrase("contrast.nearest", indicator=contrast.label_of(indicator), line=by(line))
    return {
        "reversal_tested": int(alone.xs(AZIMUTH, level="line").notna().sum()),
        "reversal_family": int(alone.notna().sum()),
        "reversal_indicators_tested": alone.dropna().index.unique("indicator").size,
        "reversal_naive": len(contrast.passing(AZIMUTH, "p_naive")),
        "reversal_rotation": len(contrast.passing(AZIMUTH, "p_rotation")),
        "reversal_moran": len(contrast.passing(AZIMUTH, "p_moran")),
        "reversal_moran_massif": len(contrast.passing(MASSIF, "p_moran")),
        "reversal_adjusted": out or Phrase("contrast.none_of"),
        "reversal_nearest": nearest,
        "reversal_nearest_p": (tested.at[(indicator, line), "p_holm"], "p"),
        "reversal_gp_p": (alone[(f"gp_{DOCTORS}", AZIMUTH)], "p"),
    }


def _neighbours(contrast: Contrast) -> Facts:
    likeness, clusters = contrast.likeness, contrast.clusters(*CLUSTERED)
    return {
        "reversal_alike": int((likeness["p"] <= LEVEL).sum()),
        "reversal_alike_of": len(likeness),
        "reversal_net_moran": (likeness.at[contrast.label_of("fast_internet_pct"), "i"], ".2f"),
        "reversal_clusters": int((clusters.notna() & clusters.ne(NO_CLUSTER)).sum().sum()),
        "reversal_clusters_left": contrast.controlled_clusters(*CLUSTERED),
    }


def _directions(contrast: Contrast) -> Facts:
    widest = contrast.widest
    sided = widest[widest["expected"] != NO_SIDE]
    growth = widest.loc["growth_1999_2020"]
    return {
        "reversal_covered_nw": int(sided["covers"].sum()),
        "reversal_turned": len(sided),
        "reversal_narrow": int((sided["width"] < QUARTER_TURN).sum()),
        "reversal_growth_angle": (growth["angle"], ".0f"),
        "reversal_growth_low": (growth["low"], ".0f"),
        "reversal_growth_high": (growth["high"], ".0f"),
        "reversal_gp_angle": compass(widest.at[f"gp_{DOCTORS}", "angle"]),
        "reversal_jobs_width": (widest.at["jobs_per_worker", "width"], ".0f"),
    }


def _choices(contrast: Contrast) -> Facts:
    whole, lines = contrast.share_held().iloc[0], contrast.share_held("line")
    in_hills, in_plain = (contrast.share_held(centre=side).iloc[0] for side in (HILLS, PLAIN))
    judged = pd.concat([contrast.evidence(part)["holds"] for part in JUDGED])
    return {
        "reversal_held": int(whole["held"]),
        "reversal_compared": int(whole["of"]),
        "reversal_held_pct": (whole["share_pct"], ".0f", "%"),
        "reversal_mines_held": int(lines.at[MINES, "held"]),
        "reversal_mines_of": int(lines.at[MINES, "of"]),
        "reversal_with_hills": int(in_hills["held"]),
        "reversal_with_plain": int(in_plain["held"]),
        "reversal_judged_held": int(judged.sum()),
        "reversal_judged": len(judged),
    }


def _by_indicator(contrast: Contrast) -> Facts:
    """How many indicators have the direction expected by every line, and by none."""
    held = contrast.table.loc[contrast.expected, "holds"].dropna().groupby(level="indicator")
    every = held.all()
    always = [contrast.label_of(name) for name in every.index[every]]
    return {
        "reversal_always": len(always),
        "reversal_never": int((~held.any()).sum()),
        "reversal_indicators": held.ngroups,
        "reversal_always_names": Phrase("contrast.indicators", indicators=always),
    }
