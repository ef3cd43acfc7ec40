"""Words of the chapter on population, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "pop-fall-mines": "De 1968 ou 1975 à 1990 ou 1999, l’évolution d’Alès est comprise entre "
    "{ales_most:+.0f%} et {ales_least:+.0f%}, celle de La Grand-Combe entre {mine_most:+.0f%} et "
    "{mine_least:+.0f%}.",
    "pop-turn-2000s": "Pour les {communes} communes de 2023, l’évolution est comprise entre "
    "{least_before:+.1f} et {most_before:+.1f%} par an d’un recensement à l’autre de {start:d} à "
    "{turn:d}, et entre {least_since:+.1f} et {most_since:+.1f%} à chaque période depuis.",
    "pop-ales-1968": "{in_1968:,.0f} habitants en 1968, {in_2020:,.0f} en 2020 : à peu près "
    "autant, un recensement étant précis à un demi pour cent près. Par rapport à 1968, "
    "{at_turn:+.0f%} en {turn:d}, {by_2019:+.0f%} en 2019, {by_2021:+.0f%} en 2021.",
    "pop-agglo-2000": "{in_1999:,.0f} au recensement de 1999, le plus proche ; environ "
    "{in_2000:,.0f} en 2000 au rythme de 1999–2006.",
    "pop-grand-combe": "De {first:,.0f} en 1968 à {last:,.0f} en 2020. Elle baisse dans {falls} "
    "périodes sur {windows}, d’un recensement à l’autre, puis de cinq ans depuis 2006.{level}"
    "{rises}",
    "population.level_in": " Elle est stable, à un demi pour cent près, en {spans: et }.",
    "population.rises_in": " Elle augmente en {spans: et }.",
    "population.span": "{start:d}–{end:d}",
    "pop-north": "Sur {communes} communes à plus de {km:.0f} km au nord d’Alès, {fewer} avaient "
    "moins d’habitants en 2020 qu’en 1968. Ensemble, elles ont évolué de {change:+.0f%} ; de "
    "{before:+.0f%} jusqu’en 1999.",
    "pop-north-unbroken": "Toutes ensemble, elles gagnent plus d’un demi pour cent dans {rises} "
    "périodes sur {windows}, d’un recensement à l’autre, puis de cinq ans depuis 2006. Communes "
    "qui n’ont jamais gagné autant : {always} sur {communes} ; qui ont perdu des habitants de "
    "{turn:d} à 2020 : {fewer}. Par rapport à {turn:d} : {since}.",
    "population.change": "{pct:+.0f%}",
    "population.level": "stable",
    "population.change_by": "{change} en {year:d}",
    "pop-attractive": "Par le solde migratoire, parmi {regions} régions, elle est {ranks: ; }. "
    "Deux taux qui diffèrent d’un dixième de point au plus sont dits égaux.",
    "population.rank_in": "au rang {rank} en {period} ({pct:+.2f%} par an)",
    "population.shares_rank": "aux rangs {first} à {last} en {period} ({pct:+.2f%} par an), à "
    "égalité avec {level: et }",
    "population.place": "au rang {first}",
    "population.places": "aux rangs {first} à {last}",
    "population.rate_of": "la région {place} ({pct:+.2f%})",
    "pop-attractive-before": "Seule la Corse attire davantage, de plus d’un dixième de point : "
    "{each: ; }.",
    "population.two_rates": "{corsica:+.2f%} par an contre {occitanie:+.2f%} en {period}",
    "pop-natural": "En {start:d}–{end:d}, les naissances moins les décès ajoutent {pct:+.2f%} par "
    "an, {share:.0f%} de la croissance : rien, à un dixième de point près. Dans d’autres périodes, "
    "{others}.",
    "population.rate_in": "{pct:+.2f%} en {period}",
    "pop-gard-slower": "En {start:d}–{end:d} : Gard {gard:+.1f%} par an, Haute-Garonne "
    "{haute_garonne:+.1f%}, Hérault {herault:+.1f%}. Il croît moins vite que les deux dans "
    "{slower} périodes sur {periods} depuis {turn:d}.{exception}",
    "population.not_in": " Pas en {periods}.",
    "pop-agglo-migration": "En {period}, {moves:+.1f%} par an par les migrations, {natural:+.2f%} "
    "par les naissances et les décès ; en {start:d}–{end:d}, {recent_moves:+.1f%} par an par les "
    "migrations, {recent_natural:+.2f%} par les naissances et les décès. Les migrations ajoutent "
    "des habitants dans chacune des {periods} périodes depuis {turn:d}.",
    "pop-perimeter": "Les deux valeurs données sont celles des {communes} communes de 2023 aux "
    "deux dates : {in_1999:,.0f} en 1999 et {in_2020:,.0f} en 2020.",
    # Communes of the north that lose people at every census.
    "population.names": "{names}",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-population-claims": {
        "caption": "Ce que l’étude dit de la population, et ce que disent les recensements.",
    },
    "fig-since-1968": {
        "caption": "Habitants de l’agglomération, d’Alès et de La Grand-Combe, 1968–2020, d’après "
        "la figure 2.1 de l’étude. Géographie du 1er janvier 2023.",
        "ylabel": "Habitants",
    },
    "fig-since-1876": {
        "caption": "Habitants depuis 1876. Géographie du 1er janvier 2023 ; les deux dernières "
        "années sont sur la géographie de leur publication.",
        "ylabel": "Habitants",
        "vlines": {1958: "apogée du charbon"},
    },
    "fig-balances": {
        "caption": "Soldes naturel et migratoire par période, en % de la population par an. L’EPCI "
        "est sur sa géographie de 2019.",
        "xlabel": "Taux annuel",
        "unit": "%",
    },
    "map-growth-long": {
        "caption": "Évolution de la population par commune, 1968–2020 (géographie du 1er janvier "
        "2023).",
        "label": "Évolution 1968–2020",
        "unit": "%",
    },
    "map-growth-recent": {
        "caption": "Évolution de la population par commune, 2013–2020 (géographie du 1er janvier "
        "2023).",
    },
    "tab-losers": {
        "caption": "Communes qui ont perdu plus de 0,5 % de leurs habitants, par côté d’Alès.",
        "labels": {
            "side": "Côté",
            "period": "Période",
            "communes": "Communes",
            "losing": "En perte d’habitants",
            "median_pct": "Évolution médiane",
        },
    },
}
