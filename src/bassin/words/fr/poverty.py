"""Words on poverty, housing aid and wages, in French; those of exhibits are apart."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "priority_none_2024": "sans quartier prioritaire",
    "priority_2024": "avec un quartier en 2024",
    "priority_2015": "quartier de 2015",
    "divided_france": "Communes découpées en IRIS, France",
    "town_poor_2021": "Taux de pauvreté, 2021",
    "town_aid_2019": "Aide au logement, 2019",
    "wage_mines_in_kind": "Mines, avantages en nature compris",
    "wage_mines": "Mines, salaire seul",
    "wage_elsewhere": "Autres emplois du bassin",
}

SENTENCES: Mapping[str, str] = {
    "poverty.divided": "Communes découpées en IRIS : {communes}",
    "poverty.in_year": "{rate:.1f%} en {year:d}",
    "poverty.published_2020": "Publié par l’Insee pour 2020.",
    "poverty.around_2020": "{rates: et } ; le taux publié de 2020 n’est pas disponible",
    "poverty.no_rate": "Aucun taux n’est connu",
    "poverty.carried": "{known}. Celui de ses {communes:.0f} communes qui en ont un passe de "
    "{before:.1f%} à {after:.1f%} en 2020, ce qui prolonge le sien à {carried:.1f%}. Un taux "
    "prolongé n’est pas une mesure.",
    "poverty.aid": "{share:.1f%} des allocataires de la Caf en décembre {year:d} ({place}).",
    "pov-above-france": "En 2019, le taux de pauvreté est de {here:.1f%} {place:dans court} et de "
    "{around:.1f%} {region:dans}, contre {france:.1f%} en France métropolitaine.",
    "pov-region-rank": "Par le niveau de vie médian de 2019, du plus faible au plus élevé, elle "
    "est au rang {rank} sur {of} en France métropolitaine, Corse comprise{later}. Avec les deux "
    "régions d’outre-mer où il est publié, elle est au rang {everywhere}.",
    "pov-region-rank.later": " ; en 2021, au rang {rank}",
    "pov-region-before": "Niveaux de vie médians de 2019 : Hauts-de-France {hauts:,.0f} euros par "
    "an, Corse {corsica:,.0f}, Occitanie {occitanie:,.0f}.{later}",
    "pov-region-before.later": " En 2021 : {hauts:,.0f}, {corsica:,.0f} et {occitanie:,.0f}.",
    "pov-threshold": "Lue entre les déciles de {known} EPCI en 2019, la part des personnes sous "
    "60 % du niveau de vie médian de France métropolitaine redonne leur taux publié à {of_60:.1f} "
    "point près (médiane) ; avec 50 %, l’écart est de {of_50:.1f}.",
    "pov-lasting": "Par son niveau de vie médian, l’agglomération est parmi les {most:.0f%} d’EPCI "
    "les plus pauvres, dans chacune des {years} années connues de {start:d} à {end:d}. Sur {of} "
    "EPCI, {first} sont dans les {lowest:.0f%} les plus pauvres en {start:d}, et {always} chaque "
    "année. Taux de pauvreté : {rate_2019:.1f%} en 2019, {rate_2021:.1f%} en 2021.",
    "aid-above": "{here:.1f%} des allocataires de la Caf {place:dans court} en décembre {year:d}, "
    "{france:.1f%} en France.",
    "wage-higher": "Les mines paient {low:.0f%} de plus en bas de l’échelle et {high:.0f%} en haut "
    "; {kind_low:.0f%} et {kind_high:.0f%} avec les avantages en nature. Les fourchettes se "
    "recouvrent.",
}
