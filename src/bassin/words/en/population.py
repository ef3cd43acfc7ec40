"""Words of the chapter on population."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "pop-fall-mines": "From 1968 or 1975 to 1990 or 1999 Alès changes by {ales_most:+.0f%} to "
    "{ales_least:+.0f%} and La Grand-Combe by {mine_most:+.0f%} to {mine_least:+.0f%}.",
    "pop-turn-2000s": "The {communes} communes of 2023 change by {least_before:+.1f} to "
    "{most_before:+.1f%} a year between censuses from {start:d} to {turn:d}, and by "
    "{least_since:+.1f} to {most_since:+.1f%} in each period since.",
    "pop-ales-1968": "{in_1968:,.0f} inhabitants in 1968, {in_2020:,.0f} in 2020: about the same, "
    "a census being good to half a percent. Against 1968, {at_turn:+.0f%} in {turn:d}, "
    "{by_2019:+.0f%} in 2019, {by_2021:+.0f%} in 2021.",
    "pop-agglo-2000": "{in_1999:,.0f} at the census of 1999, the nearest; about {in_2000:,.0f} in "
    "2000 at the pace of 1999–2006.",
    "pop-grand-combe": "From {first:,.0f} in 1968 to {last:,.0f} in 2020. It falls in {falls} of "
    "{windows} windows, from census to census, then of five years since 2006.{level}{rises}",
    "population.level_in": " It stands level, to half a percent, in {spans: and }.",
    "population.rises_in": " It rises in {spans: and }.",
    "population.span": "{start:d}–{end:d}",
    "pop-north": "Of {communes} communes more than {km:.0f} km north of Alès, {fewer} had fewer "
    "inhabitants in 2020 than in 1968. Together they changed by {change:+.0f%}; by {before:+.0f%} "
    "up to 1999.",
    "pop-north-unbroken": "All together they gain over half a percent in {rises} of {windows} "
    "windows, from census to census, then of five years since 2006. Of the {communes}, {always} "
    "never did; {fewer} lost people from {turn:d} to 2020. Against {turn:d}: {since}.",
    "population.change": "{pct:+.0f%}",
    "population.level": "level",
    "population.change_by": "{change} in {year:d}",
    "pop-attractive": "By net migration, of {regions} regions, it is {ranks:; }. Rates within a "
    "tenth of a percent are level.",
    "population.rank_in": "number {rank} in {period} ({pct:+.2f%} a year)",
    "population.shares_rank": "number {first} to {last} in {period} ({pct:+.2f%} a year), level "
    "with {level: and }",
    "population.place": "number {first}",
    "population.places": "number {first} to {last}",
    "population.rate_of": "{place} ({pct:+.2f%})",
    "pop-attractive-before": "Corsica alone draws more, by over a tenth of a percent: {each:; }.",
    "population.two_rates": "{corsica:+.2f%} a year against {occitanie:+.2f%} in {period}",
    "pop-natural": "In {start:d}–{end:d} births less deaths add {pct:+.2f%} a year, {share:.0f%} "
    "of the growth: nil to a tenth of a percent. In other periods {others}.",
    "population.rate_in": "{pct:+.2f%} in {period}",
    "pop-gard-slower": "In {start:d}–{end:d}: Gard {gard:+.1f%} a year, Haute-Garonne "
    "{haute_garonne:+.1f%}, Hérault {herault:+.1f%}. It grows more slowly than both in {slower} of "
    "{periods} periods since {turn:d}.{exception}",
    "population.not_in": " Not in {periods}.",
    "pop-agglo-migration": "In {period} {moves:+.1f%} a year through moves, {natural:+.2f%} "
    "through births and deaths; in {start:d}–{end:d} {recent_moves:+.1f%} a year through moves, "
    "{recent_natural:+.2f%} through births and deaths. Moves add people in each of {periods} "
    "periods since {turn:d}.",
    "pop-perimeter": "The two values printed are those of the {communes} communes of 2023 at both "
    "dates: {in_1999:,.0f} in 1999 and {in_2020:,.0f} in 2020.",
    # Communes of the north that lose people at every census.
    "population.names": "{names}",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-population-claims": {
        "caption": "What the study prints on population, and what the censuses say.",
    },
    "fig-since-1968": {
        "caption": "Inhabitants of the agglomeration, of Alès and of La Grand-Combe, 1968–2020, "
        "after figure 2.1 of the study. Geography 2023-01-01.",
        "ylabel": "Inhabitants",
    },
    "fig-since-1876": {
        "caption": "Inhabitants since 1876. Geography 2023-01-01; the last two years are on the "
        "geography of their publication.",
        "ylabel": "Inhabitants",
        "vlines": {1958: "peak of coal"},
    },
    "fig-balances": {
        "caption": "Natural and migratory balance by period, in % of the population a year. The "
        "EPCI is on its geography of 2019.",
        "xlabel": "Yearly rate",
        "unit": "%",
    },
    "map-growth-long": {
        "caption": "Change of population by commune, 1968–2020 (geography 2023-01-01).",
        "label": "Change 1968–2020",
        "unit": "%",
    },
    "map-growth-recent": {
        "caption": "Change of population by commune, 2013–2020 (geography 2023-01-01).",
    },
    "tab-losers": {
        "caption": "Communes that lost more than 0.5% of their inhabitants, by side of Alès.",
        "labels": {
            "side": "Side",
            "period": "Period",
            "communes": "Communes",
            "losing": "Losing people",
            "median_pct": "Median change",
        },
    },
}
