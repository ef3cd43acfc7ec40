"""Words on unemployment, in French; those of exhibits are with those on poverty."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "FRANCE_MAINLAND": "France métropolitaine",
    "gap_to_mainland": "Écart à la France métropolitaine, en points",
    # Files that censuses are read from.
    "labour_2007_2017": "population active 2007–2017 (extrait)",
    "labour_2018": "comparateur de territoires",
    "labour_2022": "dossier complet (lignes de l’agglomération, saisies une à une)",
}

SENTENCES: Mapping[str, str] = {
    "poverty.quarter": "{year}-T{n}",
    "poverty.zone": "Zone d’emploi « {name} »",
    "work.place": "{rank} sur {of}",
    "poverty.file_of": "{years:, |d} : {file}, communes de {boundaries:d}",
    "poverty.basis": "{files: ; }. Les périmètres plus anciens sont ramenés aux communes de "
    "{geography:d} ; sur les plus récents, une commune fusionnée est comptée dans celle qui l’a "
    "absorbée.",
    "poverty.over": "{rate:.1f%} en {start:d}–{end:d}",
    "poverty.place": "{place}",
    "poverty.places": "{first} à {last}",
    "une-twelve": "{figure:.1f%} ({figure_quarter}), {last:.1f%} ({last_quarter}) ; taux de la "
    "zone d’emploi « {zone} », de {communes} communes, dont {inside} des {of} de l’agglomération.",
    "une-high": "En {year:d}, {zone:.1f%} : rang {rank} sur {of:.0f} zones de France "
    "métropolitaine, du plus élevé au plus faible, à égalité à un dixième de point près ; chaque "
    "année depuis {since:d}, rang {lowest:.0f} ou plus haut. France métropolitaine, dans la même "
    "série : {mainland:.1f%}.",
    "une-like-region": "En {year:d}, écart à la France métropolitaine, en points : {zone:+.1f} "
    "dans la zone, {around:+.1f} {region:dans}. Les deux sont au-dessus chaque année depuis "
    "{since:d}.",
    "une-twenty-years": "{first}, {last} : en points, {change:+.1f}, et {single:+.1f} de {start:d} "
    "à {end:d}. Au plus bas, {least} ; au plus haut, {most}. France métropolitaine : "
    "{mainland:.1f%} après {mainland_before:.1f%} ; l’écart est de {gap:.1f} points après "
    "{gap_before:.1f}.",
    "une-downward": "La moyenne annuelle est inférieure à celle de trois ans plus tôt dans {falls} "
    "années sur {of} après le sommet de {top:d} ; elle passe de {first:.1f%} à {at_last:.1f%} en "
    "{year:d}. {least} : {figure:.1f%} ({figure_quarter}), {last:.1f%} ({last_quarter}).",
    "une-downward.below": "Elle est inférieure à celle de {year:d} ({rate:.1f%})",
    "une-downward.not_below": "Elle n’est pas inférieure à celle de {year:d} ({rate:.1f%})",
    "une-region": "Aucune date n’est donnée. Moyennes annuelles des deux dernières années que "
    "l’étude pouvait connaître, révisées en 2025 : {means}.{last}",
    "une-region.last": " Dernier trimestre à {rate:.1f%} : {quarter}.",
    "une-disparities": "En {year:d}, de {least:.1f%} ({least_place}) à {most:.1f%} "
    "({most_place}) ; écart-type, en points : {deviation:.1f}, rang {rank} sur {of} régions, de la "
    "plus dispersée à la moins dispersée ; {middle:.1f} pour la région médiane.",
    "une-figure-note": "Sur {start:d}–{end:d}, le recensement de {year:d} donne {census:.1f%} dans "
    "la zone, la série de la figure {quarterly:.1f%}. La figure suit le Bureau international du "
    "travail.",
}
