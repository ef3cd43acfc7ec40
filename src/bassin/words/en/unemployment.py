"""Words on unemployment; those of exhibits are with those on poverty."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "FRANCE_MAINLAND": "France (mainland)",
    "gap_to_mainland": "Gap to mainland France, points",
    # Files that censuses are read from.
    "labour_2007_2017": "active population 2007–2017 (extract)",
    "labour_2018": "comparateur de territoires",
    "labour_2022": "dossier complet (rows of the agglomeration, typed one by one)",
}

SENTENCES: Mapping[str, str] = {
    "poverty.quarter": "{year}-Q{n}",
    "poverty.zone": "Zone {name}",
    "work.place": "{rank} of {of}",
    "poverty.file_of": "{years:, |d}: {file}, communes of {boundaries:d}",
    "poverty.basis": "{files:; }. Older boundaries are brought to the communes of {geography:d}; "
    "on later ones a merged commune is counted in the one that took it in.",
    "poverty.over": "{rate:.1f%} in {start:d}–{end:d}",
    "poverty.place": "{place}",
    "poverty.places": "{first} to {last}",
    "une-twelve": "{figure:.1f%} in {figure_quarter}, {last:.1f%} in {last_quarter}; of the zone "
    "{zone}, {communes} communes, {inside} of the {of} of the agglomeration among them.",
    "une-high": "In {year:d} {zone:.1f%}, number {rank} of {of:.0f} zones of the mainland, "
    "highest first, those within a tenth of a point being level; in each year since {since:d} "
    "number {lowest:.0f} or higher. Mainland France in the same series {mainland:.1f%}.",
    "une-like-region": "In {year:d}, against mainland France: the zone {zone:+.1f} points, "
    "{region} {around:+.1f}. Both were above it in each year since {since:d}.",
    "une-twenty-years": "{first}, {last}: {change:+.1f} points, and {single:+.1f} from {start:d} "
    "to {end:d}. It was {least}, {most}. Mainland France {mainland:.1f%} after "
    "{mainland_before:.1f%}: the gap is {gap:.1f} points after {gap_before:.1f}.",
    "une-downward": "The yearly mean is lower than three years before in {falls} years of {of} "
    "after the top of {top:d}, from {first:.1f%} to {at_last:.1f%} in {year:d}. {least}: "
    "{figure:.1f%} in {figure_quarter}, {last:.1f%} in {last_quarter}.",
    "une-downward.below": "It is below {year:d} ({rate:.1f%})",
    "une-downward.not_below": "It is not below {year:d} ({rate:.1f%})",
    "une-region": "No date is given. Yearly means of the last two years it could know, as revised "
    "in 2025: {means}.{last}",
    "une-region.last": " It was last {rate:.1f%} in {quarter}.",
    "une-disparities": "In {year:d} from {least:.1f%} ({least_place}) to {most:.1f%} "
    "({most_place}): a standard deviation of {deviation:.1f} points, number {rank} of {of} "
    "regions, widest first, the middle one having {middle:.1f}.",
    "une-figure-note": "Over {start:d}–{end:d} the census of {year:d} counts {census:.1f%} in the "
    "zone, the series of the figure {quarterly:.1f%}. The figure follows the International Labour "
    "Office.",
}
