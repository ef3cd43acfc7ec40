"""Words on poverty, housing aid and wages; those of exhibits are apart."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "priority_none_2024": "without one",
    "priority_2024": "with a district in 2024",
    "priority_2015": "district of 2015",
    "divided_france": "Divided communes of France",
    "town_poor_2021": "Poor, 2021",
    "town_aid_2019": "Housing aid, 2019",
    "wage_mines_in_kind": "Mines, benefits in kind counted",
    "wage_mines": "Mines, wage alone",
    "wage_elsewhere": "Other work in the basin",
}

SENTENCES: Mapping[str, str] = {
    "poverty.divided": "Divided communes: {communes}",
    "poverty.in_year": "{rate:.1f%} in {year:d}",
    "poverty.published_2020": "Published by INSEE for 2020.",
    "poverty.around_2020": "{rates: and }; the published rate of 2020 is not at hand",
    "poverty.no_rate": "No rate is known",
    "poverty.carried": "{known}. Its {communes:.0f} communes that have a rate went from "
    "{before:.1f%} to {after:.1f%} in 2020, which carries it to {carried:.1f%}. The carried rate "
    "is no measurement.",
    "poverty.aid": "{share:.1f%} of the recipients of the Caf in {place} in December {year:d}.",
    "pov-above-france": "In 2019, {here:.1f%} are poor in {place} and {around:.1f%} in {region}, "
    "against {france:.1f%} in mainland France.",
    "pov-region-rank": "By the median of 2019 it is number {rank} of {of} on the mainland and "
    "Corsica, lowest first{later}. With the two regions overseas that are published it is number "
    "{everywhere}.",
    "pov-region-rank.later": "; in 2021 number {rank}",
    "pov-region-before": "Medians of 2019: Hauts-de-France {hauts:,.0f} euros a year, Corsica "
    "{corsica:,.0f}, Occitanie {occitanie:,.0f}.{later}",
    "pov-region-before.later": " In 2021: {hauts:,.0f}, {corsica:,.0f} and {occitanie:,.0f}.",
    "pov-threshold": "60% of the median of mainland France, read between the deciles of {known} "
    "EPCI in 2019, gives their published rate within {of_60:.1f} points (median); 50% of it misses "
    "by {of_50:.1f}.",
    "pov-lasting": "By its median the agglomeration is among the lowest {most:.0f%} of EPCI in "
    "each of {years} years from {start:d} to {end:d}. Of {of} EPCI {first} were in the lowest "
    "{lowest:.0f%} in {start:d}, {always} in each year. {rate_2019:.1f%} were poor in 2019, "
    "{rate_2021:.1f%} in 2021.",
    "aid-above": "{here:.1f%} of the recipients of the Caf in {place} in December {year:d}, "
    "{france:.1f%} in France.",
    "wage-higher": "The mines pay {low:.0f%} more at the bottom and {high:.0f%} at the top; "
    "{kind_low:.0f%} and {kind_high:.0f%} with benefits in kind. The ranges overlap.",
}
