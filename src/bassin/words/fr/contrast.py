"""Sentences and names of the two halves of a territory, hills and plain, in French."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # What several findings share.
    "contrast.held": "{held} sur {of}",
    "contrast.no_test": "Aucun écart de ce sens ne peut être testé.",
    "contrast.not_counted": "Ce que donne le hasard n’est pas dit : il manque un fichier dont les "
    "autres tests du chapitre ont besoin.",
    "contrast.beyond_chance": "L’un de ces écarts au moins est plus grand que ce que la "
    "configuration du terrain donne par hasard, tous les tests du chapitre pris en compte (p "
    "le plus faible : {p:.3f}).",
    "contrast.within_chance": "Aucun de ces écarts ne se distingue de ce que la configuration du "
    "terrain donne par hasard, tous les tests du chapitre pris en compte (p le plus faible : "
    "{p:.2f}).",
    "contrast.pair_change": "{hills:+.0f%} dans les Cévennes, {plain:+.0f%} dans la plaine",
    "contrast.pair_share": "{hills:.0f%} dans les Cévennes, {plain:.0f%} dans la plaine",
    "contrast.pair_minutes": "{hills:.0f} minutes dans les Cévennes, {plain:.0f} minutes dans la "
    "plaine",
    "contrast.none": "aucune",
    "contrast.one_station": "une",
    "contrast.stations": "{n}",
    "contrast.none_open": "aucune",
    "contrast.open": "{stations}",
    # Findings.
    "rev-mines-high": "{said} Les lignes 197-199 placent la soie en haut et le charbon en bas.",
    "rev-decline": "L’étude ne nomme ni les villes ni les années. Parmi les communes au nord et à "
    "l’ouest de la ligne droite, celles de {town} habitants ou plus sont choisies trois fois, "
    "d’après leur population en {years}. Fenêtres de {least} ans ou plus, entre {first:d} et "
    "{last:d}, où, d’après le choix médian, la plupart ont perdu plus de {precision:.1f%} de "
    "leurs habitants : {most} sur {windows}{when}. En perte, selon le choix : {told: ; }. Tout "
    "ce côté, banlieue d’Alès comprise, jusqu’en {last:d} : {side: ; }. Les communes plus au "
    "nord sont comptées à part, dans le chapitre sur la population.",
    "rev-decline.year": "{year:d}",
    "rev-decline.when": " (début au plus tôt en {start:d}, fin au plus tôt en {end:d})",
    "rev-decline.of": "{lost} sur {of}",
    "rev-decline.in": "{each} de {start:d} à {end:d}",
    "rev-decline.changes": "{change:+.0f%} depuis {start:d}",
    "rev-decline.level": "stable depuis {start:d}",
    "rev-plain-grows": "Comparaisons où la plaine croît davantage : {count} ; de 1999 à 2020, "
    "{pair}. {chance} La dernière période s’achève en 2023, après l’étude.",
    "rev-plain-draws": "Arrivées et départs, {start:d}–{end:d} : selon la ligne droite, "
    "{hills:+.1f%} par an dans les Cévennes et {plain:+.1f%} dans la plaine. La plaine devance "
    "les Cévennes de plus d’un dixième de point selon {held} des {of} lignes.",
    "rev-reach": "Comparaisons où l’accès est meilleur dans la plaine : {count}. {chance} Jusqu’à "
    "un cinéma, en 2017 : {cinema}. Mais, part des actifs occupés à plus de 30 minutes de leur "
    "emploi en 2014 : {work}.",
    "rev-telephone": "Comparaisons où la plaine était mieux couverte en 2019 : {count}. {chance} "
    "Surface couverte en 4G par le moins bon opérateur : {pair}.",
    "rev-line-closed": "Gares du réseau recensées en 2024 à {first} ou {last} : {stations}. "
    "Ouvertes aux voyageurs : {served}.",
    "rev-freight": "Gares recensées en 2024 sur cette ligne, au-delà d’Alès : {stations}. Ouvertes "
    "au fret : {freight} ; aux voyageurs : {served}. Pour quelles usines, la liste ne le dit "
    "pas.",
    # Cells of tables, and facts.
    "contrast.gap": "{indicator}, selon {line} : {gap:+.2f}",
    "contrast.in_hills": "Toutes les lignes, {town} dans les Cévennes",
    "contrast.in_plain": "Toutes les lignes, {town} dans la plaine",
    "contrast.level": "stable",
    "contrast.nearest": "« {indicator} », selon {line}",
    "contrast.none_of": "zéro",
    "contrast.indicators": "{indicators: ; }",
}

NAMES: Mapping[str, str] = {
    "hills": "Cévennes",
    "plain": "plaine",
    "no_side": "aucun",
    # Lines, at the head of a row, and inside a sentence.
    "line_azimuth": "Ligne droite",
    "line_massif": "Massif",
    "line_altitude": "Altitude",
    "line_mines": "Mines",
    "by_azimuth": "la ligne droite",
    "by_massif": "le massif",
    "by_altitude": "l’altitude",
    "by_mines": "les mines",
    "all_lines": "Toutes les lignes",
    "every_vintage": "Toutes les lignes, chaque année mesurée",
    "no_mine_named": "l’étude ne nomme ici aucune commune minière",
    "no_altitude_known": "aucune altitude n’est connue",
    "side_empty": "un côté est vide",
    "plain_passes": "la plaine passe devant",
    # Stations.
    "open_both": "voyageurs et fret",
    "open_passengers": "voyageurs",
    "open_freight": "fret seulement",
    "open_neither": "ni l’un ni l’autre",
    # Neighbours.
    "cluster_high_in_high": "haut-haut",
    "cluster_low_in_low": "bas-bas",
    "cluster_high_in_low": "haut-bas",
    "cluster_low_in_high": "bas-haut",
    "cluster_none": "aucun",
    # Directions.
    "has_more": "plus",
    "has_less": "moins",
    "holds_bearing": "oui",
    "holds_not": "non",
    # Parts of the study's argument.
    "argument_population": "Population",
    "argument_births_and_deaths": "Naissances et décès",
    "argument_ageing": "Vieillissement",
    "argument_telephone": "Téléphone",
    "argument_internet": "Internet",
    "argument_reach": "Accès",
    "argument_rail": "Train",
    "argument_car": "Voiture",
    "argument_doctors": "Médecins",
    "argument_nurses": "Infirmiers",
    "argument_incomes_and_work": "Revenus et travail",
    "argument_education": "Formation",
    "argument_attraction": "Attractivité",
    "argument_housing": "Logement",
    "argument_risks": "Risques",
    # Indicators that are not those of France, and one that is a mean here.
    "indicator.care_2019": "Généralistes accessibles en voiture pour 10\u202f000 habitants, 2019",
    "indicator.centre_km": "Distance à vol d’oiseau au centre",
    "indicator.station_km": "Distance à vol d’oiseau à une gare de voyageurs, 2024",
    "indicator.mean_of_median_income": "Moyenne des niveaux de vie médians, 2020",
}
