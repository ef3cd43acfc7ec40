"""Words of the figures, maps and tables on natural risks, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Headers of columns that several tables have.
_PEOPLE = {"population": "Habitants"}
_AREA = {"area_km2": "Superficie (km²)"}
_SHARES = {
    "communes": "Communes",
    **_PEOPLE,
    "population_pct": "Part des habitants",
    **_AREA,
    "area_pct": "Part de la superficie",
}
#: Formats of the same columns, where a number is not whole and has not one decimal.
_WHOLE = ",.0f"
_SHARE = ".1f %"
_OF_SHARES = {
    **dict.fromkeys(["population", "area_km2"], _WHOLE),
    **dict.fromkeys(["population_pct", "area_pct"], _SHARE),
}
_FLOODS = {"floods": "Inondations reconnues"}
_BURNT = {"fires": "Feux", "burnt_ha": "Surface brûlée (ha)"}
_FIRES = ["Feux", "Hectares brûlés"]

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-risk-claims": {
        "caption": "Ce que l’étude dit des risques naturels, et ce que disent les fichiers.",
    },
    "map-risk-plans": {
        "caption": "Communes couvertes par un plan de prévention des risques naturels, juillet "
        "2024. Une commune est couverte dès qu’une partie l’est.",
        "label": "Plan de prévention",
    },
    "tab-risk-perimeters": {
        "caption": "Communes, et celles qui ont un plan en juillet 2024, dans chaque périmètre "
        "disponible. L’étude en donne {printed:.0f} sur {printed_of:.0f}. Communes de France "
        "absentes du registre, pour cause de fusion depuis 2023 : {unlisted}.",
        "labels": {
            "perimeter": "Périmètre",
            "communes": "Communes",
            "covered": "Avec un plan",
            "covered_pct": "Part",
            "unlisted": "Absentes du registre",
        },
        "columns": {"covered_pct": "plan_communes_pct"},
    },
    "map-risk-floods": {
        "caption": "Inondations reconnues catastrophes naturelles par commune, de 1982 à juin "
        "2024.",
    },
    "tab-risk-areas": {
        "caption": "Inondations reconnues, de 1982 à juin 2024. Habitants de 2020, hors Mayotte. "
        "Les refus sont rapportés aux décisions. Pour la France, décisions laissées de côté "
        "parce que leur code ne mène pas à une seule commune de 2023 : {unplaced:d}.",
        "labels": {
            "area": "Territoire",
            **_FLOODS,
            "per_commune": "Par commune",
            "per_10000": "Pour 10\u202f000 habitants",
            "of_inhabitant": "Dans la commune de l’habitant moyen",
            "refused_pct": "Demandes refusées",
        },
        "columns": {"per_commune": "floods_per_commune", "of_inhabitant": "floods_of_inhabitant"},
        "formats": {"refused_pct": _SHARE},
    },
    "map-risk-per-head": {
        "caption": "Inondations reconnues pour 1\u202f000 habitants de 2020, par commune, de 1982 "
        "à juin 2024.",
        "label": "Inondations pour 1\u202f000 habitants",
    },
    "tab-risk-most-floods": {
        "caption": "Les communes qui ont le plus d’inondations reconnues, par décennie et par "
        "habitant de 2020. Le fichier s’arrête en juin 2024. Les données des cartes ci-dessous "
        "ont toutes les communes.",
        "labels": {
            "name": "Commune",
            "total": "Total",
            **_PEOPLE,
            "floods_per_1000": "Pour 1\u202f000 habitants",
        },
        "columns": {"population": "population_2020"},
    },
    "map-risk-decades": {
        "caption": "Inondations reconnues par commune et par décennie de l’événement. La première "
        "commence avec la loi, en 1982 ; la dernière s’arrête en juin 2024.",
    },
    "fig-risk-decades": {
        "caption": "Inondations reconnues par commune, par décennie de l’événement. La première et "
        "la dernière ne sont pas entières.",
        "xlabel": "Inondations reconnues par commune",
    },
    "fig-risk-episodes": {
        "caption": "Grands épisodes : part des communes reconnues, dans l’agglomération et dans le "
        "Gard aux mêmes dates. Les dates sont celles des événements.",
        "xlabel": "Communes reconnues",
        "unit": "%",
    },
    "map-risk-episodes": {
        "caption": "Communes reconnues lors des plus grands épisodes de {years:, |d}.",
        "label": "Reconnue en",
    },
    "tab-risk-fires": {
        "caption": "Feux de forêt, de 2014 à 2023, selon la commune d’où ils sont partis. La "
        "France est ici la métropole, Corse comprise.",
        "labels": {
            "area": "Territoire",
            **_BURNT,
            "per_100_km2": "Par an pour 100 km²",
            "burnt_per_10000": "Brûlés par an (ha pour 10\u202f000)",
            "mean_ha": "Feu moyen (ha)",
            "median_ha": "Feu médian (ha)",
        },
        # Fires of a small place are few: more digits than of the others.
        "formats": dict.fromkeys(["per_100_km2", "median_ha"], ".2f"),
    },
    "map-risk-fires": {
        "caption": "Feux de forêt selon la commune d’où ils sont partis, de 2014 à 2023.",
        "label": "Feux de forêt",
    },
    "fig-risk-fire-years": {
        "caption": "Feux de forêt dans l’agglomération, par année. La dernière année n’entre pas "
        "dans les taux.",
        "ylabel": "Dans l’agglomération",
        "panels": [[name] for name in _FIRES],
        "titles": _FIRES,
    },
    "tab-risk-2024": {
        "caption": "Feux de 2024 dans la liste, à côté des années 2014 à 2023. Outre-mer compris.",
        "labels": {
            "measure": "Mesure",
            "last": "Dernière année",
            "lowest": "Minimum auparavant",
            "mean": "Moyenne auparavant",
            "highest": "Maximum auparavant",
        },
        "formats": dict.fromkeys(["last", "lowest", "mean", "highest"], _WHOLE),
    },
    "map-risk-three": {
        "caption": "Inondations reconnues (de 1982 à 2024), plan de prévention (2024) et feux de "
        "forêt (de 2014 à 2023), au moins un de chaque, par commune.",
        "label": "Dans la commune",
    },
    "tab-risk-living": {
        "caption": "Communes, habitants (2020) et superficie, selon ce que la commune a des trois.",
        "labels": {"marks": "Dans la commune", **_SHARES},
        "formats": _OF_SHARES,
    },
    "tab-risk-by-plan": {
        "caption": "L’agglomération, selon qu’un plan couvre ou non la commune. Espaces consommés "
        "de 2009 à 2024 ; plans de 2024, dont certains sont peut-être plus récents.",
        "labels": {
            "cover": "Plan",
            **_SHARES,
            "land_ha": "Espaces consommés (ha)",
            "activity_ha": "Pour l’activité (ha)",
        },
        "columns": {"land_ha": "land_taken"},
        "formats": {**_OF_SHARES, "activity_ha": _WHOLE},
    },
    "tab-risk-without-plan": {
        "caption": "Communes sans plan : inondations reconnues depuis 1982, leur rang parmi les "
        "communes de l’agglomération, feux de 2014 à 2023.",
        "labels": {
            "name": "Commune",
            **_PEOPLE,
            **_AREA,
            **_FLOODS,
            "rank": "Rang par les inondations",
            **_BURNT,
        },
        "columns": {"population": "population_2020"},
        "formats": {"area_km2": _WHOLE},
    },
}
