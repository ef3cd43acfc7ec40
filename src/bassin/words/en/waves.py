"""The waves of reconversion and the jobs of industry, in English: sentences and names."""

from __future__ import annotations

from collections.abc import Mapping

#: Over several windows of years: begins two findings.
_WINDOWS = (
    "Between any two of the years {years:, |d} and {last:d}, private jobs in industry change by "
    "{zone_low:+.1f} to {zone_high:+.1f%} in the zone d'emploi and by {france_low:+.1f} to "
    "{france_high:+.1f%} in France; the zone is ahead in {ahead} of {windows} windows."
)

SENTENCES: Mapping[str, str] = {
    "waves.said": "{parts: }",
    "waves.windows": "{windows}",
    # Dates of the events.
    "waves.year": "{year:d}",
    "waves.decade": "{year:d}s",
    "waves.about": "c. {year:d}",
    "waves.century": "{century:d}th c.",
    "waves.period": "{year:d}–{end}",
    # Mines, silk.
    "waves-closing-years": "A note has {left:.0f} of {before:.0f} pits left at the start of the "
    "1970s, so that the others close before, and closes the last in {last:d}. No passage dates the "
    "first closing to a year.",
    "waves-pits-last": "A note of the same chapter closes {later} of {pits} pits after {after:d}, "
    "the last in {last:d}.",
    "waves-destroyed": "From {first:d} to {last:d} the miners fall from {before:,.0f} to "
    "{after:,.0f}, after the note on line 245: {fewer:,.0f} fewer.",
    "waves-not-made-up": "{created} created for {destroyed} destroyed: {share:.0f%}.",
    "waves-pits-4": "The note names {pits}, closed in {years:, |d}.",
    "waves.heights_told": "Lines {lines} have {told: and }.",
    "waves.height_of_trade": "{trade} {height}",
    "waves.heights_unopposed": "No other passage says otherwise.",
    "waves.altitude": "{town} {metres:.0f} m",
    "waves.coal_above_silk": "Mean altitude of the commune: {towns}. In {higher} of {pairs} "
    "pairs of a town of each the town of coal lies higher; half-way from the lowest to the "
    "highest point, in {halfway}.",
    # The waves.
    "waves-count": "Lines {first:d} and {last:d} call the one since {since:d} the third.",
    "waves-wave-1": "Of {firms} openings of firms of industry that the chapter dates from "
    "{sixties:d} to {before:d}, {early} are of large groups, {earlier} before {start:d}. Of "
    "{second} from {second_start:d} to {second_end:d}, {late} are. No register says whether the "
    "firms it names stand for the others.",
    "waves.none": "none",
    "waves.one_or_more": "one or more",
    "waves-wave-2": "Of the {told} firms it dates there, {inside} opened in {start:d}-{end:d}.",
    "waves.older": "{firms: and } are older.",
    "waves.firm_of_year": "{firm} ({year:d})",
    "waves-plants-decades": "Line {line:d} has SNR come from {year:d}; of the {groups} openings by "
    "groups, none is dated before it.",
    "waves-plants-1960s": "Nowhere else is a plant dated before {first:d}: lines 58 and 231 say "
    "the 1970s and 1980s, line 809 from 1970, after a report of 1972 that had seen no new firm. "
    "The printed period may be meant loosely.",
    "waves-tamaris-sector": "Lines 390-391 have Tamaris a foundry, in {sector}. A word may be "
    "lost: in chemicals and metals.",
    # Jobs of industry.
    "waves.since_2019": _WINDOWS,
    "waves-contained": "{windows} By figure 1.1 the agglomeration changes by {before:+.1f%} a year "
    "in 2008-2013 and {after:+.1f%} in 2013-2022.",
    "waves-resists": "{windows} Since {first:d} the first half, that it holds here, {here}; the "
    "second, that it falls elsewhere, {elsewhere}. No file at hand has industry by place before.",
    "waves.stands": "stands",
    "waves.fails": "fails",
    "waves.own_file": "{value:,.0f} in URSSAF's file by commune and activity.",
    "waves.later_revision": "{jobs:,.0f} in a later revision of URSSAF's totals, {gap:+.1f%}.",
    "waves.share": "{industry} of {total} is {share:.2f%}.",
    "waves.change": "From {start} to {end} is {change:+.2f%}.",
    "waves.change_origin": "The printed change would start from {base:,.0f}; the later revision "
    "has {near:,.0f} in {year:d}.",
    "waves.decimals_dropped": "The decimals were dropped, not rounded.",
    "waves-fall-2008": "By the printed numbers {change:.1f%}, and {total:.1f%} for all private "
    "jobs.",
    "waves-slower-2013": "By the printed numbers {before:+.1f%} a year in 2008-2013, "
    "{after:+.1f%} in 2013-2022.",
    "waves.share_of_area": "{share:.2f%} in 2022 by a later revision: {area}.",
    "waves-share-same": "{own:.1f%} as printed: {region:+.1f} points against the region, "
    "{france:+.1f} against France.",
    "waves-toulouse-lr": "Industry has {toulouse:.1f%} of private jobs in the zone d'emploi of "
    "Toulouse in {year:d} and {pyrenees:.1f%} in those of the former Midi-Pyrénées, "
    "{languedoc:.1f%} in the {zones} of the former Languedoc-Roussillon, {france:.1f%} in France.",
    "waves.rows_add_up": "The {rows} rows add up to {total}.",
    "waves-jobs-twice": "{fabric} there, {series} in figure 1.1.",
    "waves-diverse": "Its industrial jobs are spread as over {own:.1f} industries of equal size; "
    "the median zone d'emploi has {median:.1f}, and it is number {place} of {zones}.",
}

NAMES: Mapping[str, str] = {
    "wave_before": "Before the waves",
    "wave_first": "First wave",
    "wave_second": "Second wave",
    "wave_third": "Third wave",
    "all_waves": "Total",
    "trade_silk": "silk",
    "trade_coal": "coal",
    "height_low": "low",
    "height_high": "high",
    # What became of jobs, and whether they are added.
    "jobs_created": "created",
    "jobs_destroyed": "destroyed",
    "jobs_present": "present",
    "added_yes": "yes",
    "added_no": "no",
    # Jobs of figure 1.1, and how a change compares with its row.
    "jobs_industry": "Industry",
    "jobs_total": "All private jobs",
    "jobs_revised": "URSSAF, later revision",
    "jobs_printed": "Printed by the study",
    "change_follows": "follows",
    "change_cut": "cut, not rounded",
    "change_wrong": "does not follow",
    # What an event is about.
    "sector_building_materials": "building materials",
    "sector_chemicals": "chemicals",
    "sector_culture": "culture",
    "sector_electrical_equipment": "electrical equipment",
    "sector_energy": "energy",
    "sector_food": "food",
    "sector_health_equipment": "health equipment",
    "sector_mechanics_vehicles": "mechanics and vehicles",
    "sector_metals_machinery": "metals and machinery",
    "sector_mining": "mining",
    "sector_public_action": "public action",
    "sector_services": "services",
    "sector_several": "several",
    "sector_textile_leather": "textile and leather",
    "sector_training": "training",
    # Industries of figure 1.2.
    "fabric_food": "Food",
    "fabric_chemicals": "Chemicals",
    "fabric_machinery": "Machinery",
    "fabric_metals": "Metals and metal products",
    "fabric_furniture_repair": "Furniture, other manufacturing, repair and installation",
    "fabric_electrical": "Electrical equipment",
    "fabric_mining": "Mining and quarrying",
    "fabric_other": "Other industry",
    "fabric_total": "Total",
}
