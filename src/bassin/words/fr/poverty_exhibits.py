"""Words of the exhibits on poverty, housing aid, wages and unemployment, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ACTIVE = "Part des chômeurs parmi les actifs de 15 à 64 ans"

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-poverty-claims": {
        "caption": "Ce que l’étude dit de la pauvreté et du chômage, et ce que disent les "
        "fichiers.",
    },
    "map-poverty": {
        "caption": "Taux de pauvreté par commune, 2020. Entourées : les communes qui ont un "
        "quartier prioritaire en 2024.",
        "highlight_label": "quartier prioritaire",
    },
    "tab-secrecy": {
        "caption": "Communes selon que leur taux de pauvreté est publié ou non, et habitants de "
        "celles où il est sous secret statistique (population de 2020).",
        "labels": {
            "year": "Année",
            "published": "Publié",
            "secret": "Sous secret",
            "missing": "Absent du fichier",
            "secret_people": "Habitants sous secret",
            "secret_pct": "Leur part",
        },
    },
    "map-median": {
        "caption": "Niveau de vie médian par commune, 2020.",
    },
    "tab-poverty-communes": {
        "caption": "Taux de pauvreté des communes qui en ont un, aux seuils de 40 %, 50 % et 60 % "
        "du niveau de vie médian.",
        "labels": {
            "commune": "Commune",
            "rate_40": "40 %, 2019",
            "rate_50": "50 %, 2019",
            "2019": "60 %, 2019",
            "2020": "60 %, 2020",
            "2021": "60 %, 2021",
        },
        "notes": "Un tiret : sous secret statistique.",
    },
    "tab-poverty-places": {
        "caption": "Revenus et pauvreté. En 2019, la France est la France métropolitaine. Les taux "
        "aux seuils de 50 % et 60 % du niveau de vie médian sont lus entre les déciles de 2019.",
        "labels": {
            "place": "Territoire",
            "median": "Niveau de vie médian 2019, euros",
            "d9_d1": "D9/D1",
            "read_50": "50 %, lu",
            "read_60": "60 %, lu",
            "2019": "60 % en 2019",
            "2020": "60 % en 2020",
            "2021": "60 % en 2021",
            "printed": "2020, donné par l’étude",
        },
        "notes": "Un tiret : dans aucun fichier disponible, ou sous le premier décile.",
    },
    "tab-work": {
        "caption": "En emploi, au chômage, cadres : recensement de 2022. La France est la France "
        "métropolitaine, sauf pour les cadres.",
        "labels": {
            "indicator": "Indicateur",
            "middle_epci": "EPCI médian",
            "place": "Rang parmi les EPCI",
        },
        "notes": "Les rangs sont pris parmi tous les EPCI, du plus élevé au plus faible ; ceux "
        "que le sondage du recensement ne départage pas sont à égalité et partagent leurs rangs.",
    },
    "tab-standing": {
        "caption": "Niveau de vie médian de l’agglomération, et sa place parmi les EPCI.",
        "labels": {
            "year": "Année",
            "median": "Niveau de vie médian, euros par an",
            "share": "EPCI qui ne la dépassent pas",
            "of": "EPCI connus",
        },
        "notes": "EPCI de 2023, composés de ceux de chaque année ; quand ils en réunissent "
        "plusieurs, en rassemblant leurs déciles. Les EPCI qui n’en réunissent pas d’entiers sont "
        "laissés de côté. 2020 n’est pas disponible.",
    },
    "fig-housing-aid": {
        "caption": "Quartiers d’Alès : personnes pauvres (2021), et allocataires de la Caf "
        "bénéficiaires d’une aide au logement (2019).",
        "xlabel": "Part",
        "unit": "%",
    },
    "tab-housing-aid": {
        "caption": "Allocataires de la Caf bénéficiaires d’une aide au logement, en décembre, en % "
        "de tous les allocataires.",
        "labels": {
            "place": "Territoire",
            "printed": "Donné pour 2019",
            "found_2019": "Trouvé pour 2019",
            "found_2020": "Trouvé pour 2020",
        },
        "notes": "Un tiret : non donné, ou dans aucun fichier disponible. Communes découpées en "
        "IRIS : 2019 seulement.",
    },
    "map-priority": {
        "caption": "Quartiers prioritaires (en rouge, contours de 2015) et communes qui en ont un "
        "en 2024. Du nord au sud : La Grand-Combe, Alès, Anduze. Sont montrées les {shown} "
        "communes, sur {of}, de l’espace qui les contient.",
        "label": "Quartiers prioritaires",
        "place": "area",
    },
    "fig-unemployment": {
        "caption": "Taux de chômage (BIT), corrigé des variations saisonnières, par trimestre. La "
        "zone d’emploi « {zone} » n’est pas l’agglomération : elle a {communes} communes, dont "
        "{inside} des {of} de celle-ci. Sa série est celle de la fin de 2023 ; les autres, "
        "révisées depuis, sont de 2025. L’écart est pris à la moyenne de toutes les zones de "
        "France métropolitaine dans la série de la fin de 2023.",
        "ylabel": "Chômage, % ou points",
        "titles": ["Taux, %", "Écart à la France métropolitaine, en points"],
    },
    "tab-unemployment-census": {
        "caption": f"{_ACTIVE}, au sens du recensement.",
        "labels": {"year": "Recensement"},
        "notes": "{basis}",
    },
    "map-unemployment": {
        "caption": f"{_ACTIVE}, par commune. {{basis}}",
    },
    "tab-wages": {
        "caption": "Salaires horaires des années 1960 tels que l’étude les donne, et ce que les "
        "mines payaient de plus.",
        "labels": {
            "group": "Emploi",
            "low": "Le plus bas, en francs",
            "high": "Le plus haut, en francs",
            "low_gap_pct": "En plus, au plus bas",
            "high_gap_pct": "En plus, au plus haut",
        },
    },
}
