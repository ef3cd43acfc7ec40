"""Words of the figures, maps and tables on land and recruitment, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-land-claims": {
        "caption": "Ce que l’étude dit du foncier et des compétences, là où un fichier ou un "
        "calcul peut trancher.",
    },
    "tab-land-offer": {
        "caption": "Le foncier pour les entreprises, selon l’étude.",
        "labels": {"item": "Foncier", "year": "Année", "hectares": "Surface", "lines": "Lignes"},
    },
    "fig-land-years": {
        "caption": "Espaces consommés par an dans l’agglomération, du 1er janvier de l’année "
        "indiquée au suivant. Les flux de 2009 et de 2010 sont un seul flux de deux ans, coupé "
        "en deux.",
        "xlabel": "Espaces naturels, agricoles et forestiers consommés",
        "unit": "ha",
    },
    "map-land-periods": {
        "caption": "Espaces consommés par commune, par périodes de trois ans ; la dernière "
        "commence avec la période de la loi.",
    },
    "map-land-take": {
        "caption": "Espaces consommés par commune et par usage, de 2009 à 2024.",
        "titles": ["Tous les usages", "Habitat", "Activité", "Autre"],
    },
    "tab-land-top": {
        "caption": "Espaces consommés par commune et par usage, de 2009 à 2024, en hectares. "
        "Autre : mixte, inconnu.",
        "labels": {
            "commune": "Commune",
            "total": "Total",
            "housing": "Habitat",
            "activity": "Activité",
            "other": "Autre",
            "share_pct": "Part de la commune",
        },
    },
    "fig-land-budget": {
        "caption": "Espaces consommés dans l’agglomération depuis le 1er janvier 2021, connus "
        "jusqu’en 2024, face au rythme de 2011–2021, à sa moitié, et au rythme de 2021–2024 "
        "maintenu jusqu’en 2031.",
        "ylabel": "Espaces consommés depuis 2021",
        "unit": "ha",
    },
    "tab-land-sites": {
        "caption": "Friches de l’agglomération selon leur état, au 10 mars 2024.",
        "labels": {
            "state": "État",
            "records": "Fiches",
            "places": "Sites",
            "communes": "Communes",
            "hectares": "Surface",
            "polluted": "Sol dont la pollution est connue",
        },
    },
    "map-land-sites": {
        "caption": "Sites de friche, vérifiés et potentiels, sur fond de communes avec ou sans "
        "plan de prévention des risques naturels. Un disque montre où est un site, non sa "
        "taille.",
        "label": "Friches et plans",
        "place": "area",
    },
    "tab-land-risk": {
        "caption": "Sites de friche, selon ce que les registres des risques naturels recensent "
        "dans leur commune.",
        "labels": {
            "sites": "Sites",
            "places": "Nombre",
            "plan": "Plan de prévention",
            "flood": "Inondations",
            "fire": "Feux de forêt",
            "all_three": "Les trois",
            "floods": "Inondations reconnues, moyenne",
        },
    },
    "map-land-vacant": {
        "caption": "Logements vacants du parc privé, 2025. Secret : le nombre des logements "
        "vacants, ou celui de tous, est masqué.",
    },
    "tab-land-vacant": {
        "caption": "Logements vacants du parc privé, 2025. Les taux portent sur les communes où "
        "les deux termes sont publiés ; le compte admet de 1 à 10 logements pour chaque "
        "commune masquée.",
        "labels": {
            "area": "Territoire",
            "hidden": "Communes masquées",
            "rated": "Communes avec un taux",
            "vacant_pct": "Vacants",
            "vacant_2y_pct": "Depuis plus de deux ans",
            "vacant_low": "Vacants, au moins",
            "vacant_high": "Au plus",
        },
    },
    "tab-figure-ii": {
        "caption": "La figure II telle que l’étude la donne, et ce qui en découle. Nombre : "
        "projets multipliés par la part, en dizaines.",
        "labels": {
            "sector": "Secteur",
            "projects_2014": "Projets 2014",
            "projects_2022": "Projets 2022",
            "projects_change_pct": "Évolution",
            "share_2014": "Difficiles 2014",
            "share_2022": "Difficiles 2022",
            "share_change": "Points",
            "difficult_2014": "Nombre 2014",
            "difficult_2022": "Nombre 2022",
        },
    },
    "fig-figure-ii-share": {
        "caption": "Part des projets de recrutement jugés difficiles : la figure II telle que "
        "l’étude la donne (2014 et 2022), et l’enquête de 2019 pour le bassin et pour la "
        "France. L’étude ne nomme pas son périmètre.",
        "xlabel": "Projets jugés difficiles",
        "unit": "%",
    },
    "fig-figure-ii-projects": {
        "caption": "Projets de recrutement : la figure II telle que l’étude la donne (2014 et "
        "2022), et l’enquête de 2019 pour le bassin.",
        "xlabel": "Projets",
    },
    "tab-bmo-2019": {
        "caption": "Projets de recrutement par secteur dans le bassin, 2019.",
        "labels": {
            "sector": "Secteur",
            "projects": "Projets",
            "difficult": "Difficiles",
            "seasonal": "Saisonniers",
            "difficult_pct": "Part des difficiles",
            "seasonal_pct": "Part des saisonniers",
            "france_pct": "Part des difficiles, France",
        },
    },
    "tab-bmo-families": {
        "caption": "Projets de recrutement par famille de métiers dans le bassin, 2024, et les "
        "bornes, inférieure et supérieure, de la part jugée difficile. Masqués : métiers dont "
        "le compte l’est.",
        "labels": {
            "family": "Famille",
            "projects": "Projets",
            "difficult_hidden": "Masqués",
            "low_pct": "Difficiles, au moins",
            "high_pct": "Au plus",
            "france_low_pct": "France, au moins",
            "france_high_pct": "Au plus",
        },
    },
    "tab-bmo-hardest": {
        "caption": "Les douze métiers où recruter est le plus difficile dans le bassin, 2024, "
        "parmi ceux d’au moins vingt projets. Les noms sont ceux de l’enquête.",
        "labels": {
            "name": "Métier",
            "projects": "Projets",
            "difficult_pct": "Difficiles",
            "france_low_pct": "France, au moins",
            "france_high_pct": "Au plus",
        },
    },
    "tab-land-untested": {
        "caption": "Ce que l’étude dit du foncier et des compétences qui ne peut être testé ici, "
        "et ce qui permettrait de trancher.",
    },
}
