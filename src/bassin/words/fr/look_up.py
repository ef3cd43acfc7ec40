"""Words of the front page and of the page of numbers, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    # Ce à quoi reviennent les verdicts.
    "brief_data": "tiennent, face à des données publiques",
    "brief_source": "tiennent, face à une source publique lue à la main",
    "brief_text": "s’accordent avec le reste du texte, seul à en parler",
    "brief_failing": "ne tiennent pas",
    "brief_untested": "non testés : aucun fichier public ne le dit, ou aucun n’est dans le livre",
    # Des questions simples.
    "question_people": "Combien d’habitants, au dernier recensement ?",
    "question_least_care": "Quelles communes ont le moins accès à un médecin généraliste ?",
    "question_one_more_doctor": "À qui profite un médecin de plus ?",
    "question_alike": "Quels territoires ressemblent le plus à celui-ci ?",
    "question_young": "Les jeunes partent-ils ?",
    "question_graduates": "Y a-t-il moins de diplômés qu’en France ?",
    "question_highest": "Par quoi ce territoire se distingue-t-il ?",
    "question_licence": "Puis-je reprendre une figure ?",
    "question_cite": "Comment citer un nombre ?",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "look_up.alike": "Par la taille, la population, le travail, le revenu et les soins : "
    "{places: ; }.",
    "look_up.cite": "Nommer le livre, sa version, la figure et le producteur des données.",
    "look_up.gain": {
        "one": "à {place}, dont l’indice passe de {before:.1f} à {after:.1f}, {n} commune du "
        "territoire y gagne",
        "other": "à {place}, dont l’indice passe de {before:.1f} à {after:.1f}, {n} communes du "
        "territoire y gagnent",
    },
    "look_up.graduates": "{here} de la population sortie d’études, {france} en France : rang "
    "{rank} sur {of} EPCI à partir du plus élevé.",
    "look_up.of": "Sur {n} indicateurs, le territoire n’est dans le dixième le plus élevé ou le "
    "moins élevé des EPCI pour aucun.",
    "look_up.of_highest": "Sur {n} indicateurs, le territoire est dans le dixième le plus élevé "
    "des EPCI pour : {highest: ; } ; dans le moins élevé, pour aucun.",
    "look_up.of_lowest": "Sur {n} indicateurs, le territoire est dans le dixième le moins élevé "
    "des EPCI pour : {lowest: ; } ; dans le plus élevé, pour aucun.",
    "look_up.of_highest_lowest": "Sur {n} indicateurs, le territoire est dans le dixième le plus "
    "élevé des EPCI pour : {highest: ; }. Dans le dixième le moins élevé pour : {lowest: ; }.",
    "look_up.least_care": "{places: ; }, en consultations par an et par habitant. L’ensemble "
    "du territoire en a {mean}.",
    "look_up.licence": "Oui, en nommant le livre (CC BY 4.0) ; les données gardent la licence de "
    "leur source.",
    "look_up.one_more_doctor": "En médecins généralistes accessibles en voiture pour 10\u202f000 "
    "habitants, d’après un modèle des temps de trajet et les médecins de {year:d} : {places: ; }.",
    "look_up.people": "{n} habitants en {year:d}.",
    "look_up.place": "{place} {value}",
    "look_up.where": "figure ou page",
    "look_up.young": "Aucun fichier du livre ne compte les migrations par âge. Tous âges "
    "confondus, le solde est de {moves} par an de 2013 à 2018. {neet} des 15 à 24 ans n’étaient ni "
    "en emploi, ni en formation en 2018, rang {rank} sur {of} EPCI à partir du "
    "plus élevé.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "map-front": {
        "caption": "Évolution de la population par commune, 1968–2023 (géographie du 1er janvier "
        "2023).",
        "label": "Évolution 1968–2023",
        "unit": "%",
    },
    "fig-verdicts": {
        "caption": "Les énoncés de l’étude, selon ce qu’ils sont devenus. Part de tous les "
        "énoncés ; un énoncé non testé peut être vrai ou faux.",
        "source": "l’étude ; les fichiers que le registre nomme pour chaque énoncé",
    },
    "tab-slips": {
        "caption": "À ne plus publier : pour chaque sorte d’erreur, l’énoncé qui compte le plus "
        "dans le texte, et ce que disent les sources.",
        "labels": {
            "error": "Sorte d’erreur",
            "statement": "L’étude dit",
            "finding": "Les sources disent",
            "lines": "Lignes",
            "others": "Autres de cette sorte",
        },
    },
    "tab-answers": {
        "caption": "Des questions simples, et ce que disent les fichiers.",
        "labels": {"question": "Question", "answer": "Réponse", "where": "Voir"},
    },
    "tab-look-up": {
        "caption": "Chaque indicateur à sa dernière valeur : le territoire, son département et la "
        "France ; son rang parmi les EPCI, 1 étant le plus élevé, et d’un rang à un autre "
        "quand la marge des valeurs ne départage pas les territoires. Un tiret : aucune valeur "
        "n’est publiée ou ne peut être calculée ; pas de rang quand trop peu est compté ou que "
        "l’erreur de l’échantillon n’est pas connue.",
        "labels": {
            "indicator": "Indicateur",
            "rank": "Rang",
            "of": "EPCI classés",
            "vintage": "Millésime",
            "publisher": "Données",
            "where": "Figure",
        },
    },
}
