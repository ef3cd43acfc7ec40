"""Words of what there is of a territory, and of what is missing, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Topics and tables that are none of an indicator; the states.
NAMES: Mapping[str, str] = {
    "reach_missing": "manquant",
    "reach_partial": "certaines communes",
    "reach_there": "disponible",
    "table.actors": "acteurs et relations que nomme une étude",
    "table.age_bands": "habitants par tranche d’âge, 2022",
    "table.altitudes": "altitude moyenne",
    "table.by_industry": "emplois privés de la zone d’emploi par secteur",
    "table.establishments": "établissements de santé",
    "table.fires": "feux de forêt, un par un",
    "table.floods": "inondations reconnues, une par une",
    "table.iris": "tableaux par IRIS",
    "table.land_take": "espaces consommés, année par année",
    "table.large_communes": "diplômes des communes de plus de 2\u202f000 habitants",
    "table.network": "villes que relie le modèle de minutes en voiture",
    "table.outlines": "contour",
    "table.priority_districts": "contours des quartiers prioritaires, 2015",
    "table.town_halls": "altitudes minimale et maximale",
    "topic.ageing": "vieillissement",
    "topic.contrast": "inversion",
    "topic.ecosystem": "écosystème",
    "topic.education": "formation",
    "topic.employment": "emploi",
    "topic.health": "santé",
    "topic.income": "revenus",
    "topic.land": "sol",
    "topic.population": "population",
    "topic.poverty": "pauvreté",
    "topic.programmes": "programmes",
    "topic.reach": "accès",
    "topic.risk": "risques",
    "topic.territory": "territoire",
    "topic.travel": "déplacements",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "available.known": "{n:,d} sur {of:,d}",
    "reach.all": "Les {all} indicateurs et tableaux sont tous disponibles pour {place:court}.",
    "reach.told": "Sur {all} indicateurs et tableaux, {there} sont disponibles pour {place:court}"
    "{partial}{missing}.",
    "reach.partial": " ; {n} pour certaines communes seulement",
    "reach.missing": {
        "one": " ; {n} manque : {names}",
        "other": " ; {n} manquent : {names: ; }",
    },
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-files-available": {
        "caption": (
            "Ce qu’il y a sur {place:court} : les indicateurs et les principaux tableaux qui n’en "
            "couvrent pas la totalité, et le fichier où serait le reste."
        ),
        "labels": {
            "topic": "Sujet",
            "indicator": "Indicateur ou tableau",
            "state": "État",
            "known": "Communes avec une valeur",
            "masked": "Masquées",
            "vintage": "Millésime",
            "mends": "Le reste serait dans",
        },
    },
}
