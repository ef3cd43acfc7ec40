"""Words of contested claims under every choice, and of what is chosen, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "ledger.no_choice": "Solidité : il n’admet aucun autre choix ; {reason}.",
    "ledger.sure": "Solidité : {word} ; donnent ce verdict : {beside}.",
    "no_choice.one_definition": "l’énoncé porte sur un périmètre ou une mesure en tant que tels",
    "no_choice.one_file": "un seul fichier d’une seule date est disponible, et le texte dit ce qui "
    "est compté",
    "no_choice.one_list": "une seule liste dit qui ou quoi en fait partie",
}

NAMES: Mapping[str, str] = {
    # What is chosen.
    "choice_centre": "Alès",
    "choice_class": "classe",
    "choice_classes": "classes de",
    "choice_editions": "millésimes",
    "choice_evidence": "parmi",
    "choice_height": "altitude",
    "choice_indicator": "indicateur",
    "choice_level": "égalité jusqu’à",
    "choice_metres": "mètres",
    "choice_network": "réseau",
    "choice_part": "écart relatif à la part du pays",
    "choice_precision": "de plus de",
    "choice_reading": "lecture",
    "choice_roads": "routes",
    "choice_turn": "tournant",
    "choice_wave": "vague",
    "choice_windows": "périodes",
    # How.
    "all_editions": "ceux d’après aussi",
    "anything": "tout ce qui est testé",
    "apart": "d’aucun côté",
    "all_roads": "d’après le modèle, les trajets connus et le champ des erreurs",
    "between_deciles": "lu entre les déciles",
    "both_columns": "tous les médecins et ceux de moins de 65 ans",
    "brevet_at_most": "au plus le brevet",
    "carried": "reporté à 2020",
    "chained": "par les prix chaînés",
    "census_to_census": "d’un recensement à l’autre",
    "every_window": "toutes",
    "five_years": "de cinq ans",
    "all_held": "toutes les relations tenues pour réelles",
    "halfway": "milieu entre le point le plus bas et le plus haut",
    "highest_point": "point le plus haut",
    "index_points": "indice de vieillissement, en points",
    "index_proportion": "indice de vieillissement, en proportion",
    "known_ways": "trajets connus",
    "large_communes_2018": "grandes communes en 2018",
    "lowest_point": "point le plus bas",
    "middle_commune": "commune du milieu",
    "named_parties": "relations entre acteurs nommés",
    "no_diploma": "aucun diplôme",
    "of_the_time": "ceux de l’époque de l’étude",
    "on_data": "énoncés testés sur des données",
    "other_sections": "sans la section sur l’école",
    "outside_text": "énoncés testés sur des données ou des pages",
    "printed_of_2020": "donné par l’étude pour 2020",
    "published_2019": "publié pour 2019",
    "published_2020": "publié pour 2020",
    "published_2021": "publié pour 2021",
    "share_points": "part des 65 ans ou plus, en points",
    "share_proportion": "part des 65 ans ou plus, en proportion",
    "together": "ensemble",
    "whole_text": "tout le texte",
    "without_basin": "sans les trajets du bassin",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-audit-curves": {
        "caption": "Les énoncés contestés selon chaque choix raisonnable, du moins solide au plus "
        "solide : combien des choix essayés donnent le verdict du registre, et le nombre de "
        "l’énoncé selon chacun, du plus petit au plus grand. Un point plein confirme l’énoncé, un "
        "point vide non ; l’anneau est le choix sur lequel repose le verdict, le trait la limite "
        "jusqu’à laquelle l’énoncé tient.",
        "source": "les fichiers que nomme chaque ligne",
    },
}
