"""Words of the exhibits of a portrait, in French: of any place, and of none in particular."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LABELS = {
    "indicator": "Indicateur",
    "years": "Années",
    "rank": "Rang",
    "of": "EPCI classés",
}
_ENDS = {
    "population": ("évolution de la population de 2013 à 2023", "Évolution"),
    "income": ("niveau de vie médian, en € par an, 2020", "Niveau de vie"),
    "care": ("consultations de médecin généraliste par an et par habitant, 2023", "Accessibilité"),
    "risks": ("inondations reconnues catastrophes naturelles, de 1982 à 2024", "Inondations"),
}
_BESIDE = (
    "L’intercommunalité, son département, sa région et la France. Un tiret : aucune valeur n’y est "
    "publiée, ou le fichier ne va pas jusque-là. Les années sont celles de la valeur : un "
    "recensement réunit les enquêtes de cinq années et porte le nom de celle du milieu. Pour les "
    "revenus et l’emploi par secteur, la France est la métropole. Le rang 1 a la valeur la plus "
    "élevée ; il va d’un nombre à un autre quand la marge des nombres ne départage pas les "
    "territoires, et un tiret le remplace quand trop peu est compté ou que l’erreur de "
    "l’échantillon n’est pas connue."
)

SENTENCES: Mapping[str, str] = {
    "portrait.absent": "Non montré : {why}",
    "absent.car": "aucun temps en voiture n’est modélisé pour {place:court} ; l’accès est "
    "reconstruit pour la métropole, Corse comprise.",
    "absent.commune": "{indicator} : aucune commune {place:de court} n’a de valeur.",
    "absent.file": "{file} n’a rien sur {place:court}.",
    "absent.other": "les fichiers n’ont rien de tel sur ce lieu (message en anglais : {why})",
    "absent.subject": "aucun indicateur du sujet n’est connu pour {place:court}.",
    "absent.unlike": "{place:court} a trop peu des traits par lesquels les lieux sont comparés.",
    "absent.zone": "l’emploi salarié de sa zone d’emploi n’est pas publié.",
    "absent.zones": "sa zone d’emploi n’est comparée à aucune de la métropole.",
    "portrait.part": "Le portrait",
    "portrait.rank": "{first}",
    "portrait.ranks": "{first} à {last}",
    "portrait.title": "{place} : un portrait",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-portrait-claims": {
        "caption": "Ce qu’un texte dit du territoire, énoncé par énoncé, confronté aux "
        "fichiers : {authors}, {title}, {publisher}, {dated}.",
        "source": "les paragraphes donnés du texte, {where}, reformulés",
    },
    **{
        f"tab-portrait-{subject}": {"caption": _BESIDE, "labels": _LABELS}
        for subject in (
            *("population", "ages", "jobs", "income", "diplomas", "care", "risks", "land"),
        )
    },
    **{
        f"tab-portrait-ends-{subject}": {
            "caption": f"Communes dont la valeur est la plus élevée et la plus faible : {what}.",
            "labels": {
                "high": "La plus élevée",
                "high_value": name,
                "low": "La plus faible",
                "low_value": name,
            },
        }
        for subject, (what, name) in _ENDS.items()
    },
    "fig-portrait-place": {
        "caption": "La place de l’intercommunalité parmi tous les EPCI de France. La ligne tiretée "
        "marque la valeur médiane ; le rang 1 est la valeur la plus élevée, et un territoire a "
        "plusieurs rangs possibles quand la marge des valeurs ne le départage pas d’autres. Un "
        "recensement porte le nom de l’année du milieu des cinq qu’il réunit.",
    },
    "tab-portrait-alike": {
        "caption": "Les intercommunalités qui lui ressemblent le plus. La distance est la racine "
        "de la moyenne des carrés des écarts entre leurs traits, chacun en écarts-types de tous "
        "les EPCI : 1 est un écart-type pour chaque trait.",
        "labels": {
            "epci": "SIREN",
            "name": "Intercommunalité",
            "departement": "Département",
            "distance": "Distance",
            "most_unlike": "Leur plus grande différence",
        },
        "formats": {"distance": ".2f"},
    },
    "tab-portrait-perimeters": {
        "caption": "Les périmètres dont un nombre sur ce territoire peut parler. Habitants de "
        "2020, communes du 1er janvier 2023.",
        "labels": {
            "perimeter": "Périmètre",
            "communes": "Communes",
            "population": "Habitants",
            "shared_communes": "Communes partagées",
            "outside_communes": "Communes de l’EPCI en dehors",
            "beyond_population": "Habitants hors de l’EPCI",
        },
    },
    "fig-portrait-people": {
        "caption": "Habitants depuis 1876, sur les communes du 1er janvier 2023 ; les deux "
        "dernières années sont sur celles de leur publication.",
        "ylabel": "Habitants",
    },
    "fig-portrait-balances": {
        "caption": "Naissances moins décès, et arrivées moins départs, en % de la population par "
        "an. L’intercommunalité est sur ses communes de 2019.",
        "xlabel": "Taux annuel",
        "unit": "%",
    },
    "fig-portrait-jobs": {
        "caption": "Emplois salariés de la zone d’emploi où sont la plupart des communes, base 100 "
        "en 1998, à côté de toutes les zones de France, de celles des anciens bassins houillers et "
        "de celles qui lui ressemblaient en 1998.",
        "ylabel": "Emplois, base 100 en 1998",
    },
    "fig-portrait-care": {
        "caption": "Accessibilité moyenne aux médecins généralistes, tous médecins. Le champ "
        "commun est celui des quatre éditions ; la France est hors Mayotte.",
        "vlines": {2020: "autre édition"},
    },
    "map-portrait-catchments": {
        "caption": "Accessibilité aux médecins généralistes en voiture, 2019, reconstituée d’après "
        "leur lieu d’exercice, et intervalle qui contient neuf tirages sur dix de l’erreur des "
        "temps de trajet.",
        "label": "Médecins généralistes pour 10\u202f000 habitants",
        "titles": ["Indice", "Borne basse", "Borne haute"],
    },
    "fig-portrait-fires": {
        "caption": "Feux de forêt par année.",
        "ylabel": "Dans l’intercommunalité",
    },
}
