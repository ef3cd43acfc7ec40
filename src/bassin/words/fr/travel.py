"""Words of the chapter on the model of car minutes, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "constant_speed": "Vitesse constante",
    "constant_detour": "Distance × détour",
    "power_of_distance": "Puissance de la distance",
    "relief_alone": "Relief seul",
    "density_alone": "Densité seule",
    "relief_and_density": "Relief et densité",
    "and_climb": "… et dénivelé",
    "and_ups_and_downs": "… et montées et descentes",
    "and_height": "… et altitude",
    "and_valley": "… et vallée",
    "and_bend": "… et courbure",
    "errors_of_places": "… et parts des lieux",
    "errors_in_a_field": "… et champ de ces parts",
    "chosen_model": "Modèle",
    "times_by_road": "Par la route, connues",
    "times_no_departement": "Modèle, sans le département",
    "times_no_epci": "Modèle, sans l’intercommunalité",
    "times_neighbours": "Modèle, communes voisines de tout le pays",
    "pair_abroad": "destination à l’étranger : ni distance ni minutes",
    "pair_of_nothing": "distance nulle ou durée nulle",
    "pair_too_far": "plus de 100 km à vol d’oiseau",
    "pair_flying": "route plus courte que le vol d’oiseau",
    "pair_too_fast": "plus de 130 km/h sur la route",
    # Classes of distance (km) and of relief (m).
    **{
        f"from_{low}_to_{high}": f"{low} à {high}"
        for low, high in ((0, 5), (5, 10), (10, 20), (20, 30), (30, 50), (50, 100))
    },
    **{
        f"from_{low}_to_{high}": f"{low} à {high}"
        for low, high in ((0, 100), (100, 200), (200, 400), (400, 700))
    },
    "from_700": "700 et plus",
}

_CLASSES = {
    "pairs": "Paires",
    "minutes": "Minutes connues",
    "mean_abs": "Erreur moyenne",
    "median_abs": "Erreur médiane",
    "bias": "Biais",
    "speed": "Vitesse constante",
    "detour": "Distance × détour",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-travel-dropped": {
        "caption": "Paires de communes écartées, selon la première raison qui vaut.",
        "labels": {"reason": "Raison", "pairs": "Paires"},
    },
    "tab-travel-errors": {
        "caption": "Erreurs des modèles sur des départements qu’ils n’ont pas vus, en minutes.",
        "labels": {
            "model": "Modèle",
            "pairs": "Paires",
            "mean_abs": "Erreur moyenne",
            "median_abs": "Erreur médiane",
            "bias": "Biais",
            "mean_abs_pct": "Erreur moyenne, %",
        },
    },
    "tab-travel-held-out": {
        "caption": "Le modèle sur ce qu’il n’a pas vu : erreurs en minutes, et temps inférieurs à "
        "l’écart entre les temps des deux extrémités jusqu’à Paris. Sont voisines deux communes "
        "distantes de 20 km au plus ; les minutes entre elles ne sont pas connues.",
        "labels": {
            "times": "Minutes",
            "pairs": "Paires",
            "mean_abs": "Erreur moyenne",
            "bias": "Biais",
            "bounded": "Avec les deux temps jusqu’à Paris",
            "broken_pct": "Sous la borne, %",
            "far_broken_pct": "De plus de 2 minutes, %",
            "broken_by": "Médiane, minutes",
        },
    },
    "tab-travel-distance": {
        "caption": "Erreurs selon la distance à vol d’oiseau, en minutes ; erreurs moyennes des "
        "deux règles simples.",
        "labels": {"km": "Km à vol d’oiseau", **_CLASSES},
    },
    "tab-travel-relief": {
        "caption": "Erreurs selon le relief du trajet, en minutes ; erreurs moyennes des deux "
        "règles simples.",
        "labels": {"metres": "Relief, m", **_CLASSES},
    },
    "fig-travel-relief": {
        "caption": "Erreur moyenne du modèle et des deux règles simples, selon le relief du "
        "trajet.",
        "xlabel": "Minutes",
    },
    "map-travel-residuals": {
        "caption": "Écart du temps par la route à celui que donne le modèle, en moyenne "
        "des paires qui partent de chaque commune. Non publié : aucune paire de plus de 100 "
        "navetteurs n’en part.",
        "label": "Route par rapport au modèle",
    },
    "tab-travel-field": {
        "caption": "Le modèle avec ce que les lieux apportent aux erreurs de leurs trajets : "
        "erreurs moyennes, en minutes, sur ce qui est retiré, et communes voisines, à 20 km "
        "au plus, sous la borne des temps jusqu’à Paris.",
        "labels": {
            "form": "Modèle",
            "no_departement": "Département retiré",
            "no_epci": "Intercommunalité retirée",
            "broken_pct": "Sous la borne, %",
        },
    },
    "tab-travel-sides": {
        "caption": "Écart, en %, entre le temps des trajets connus de chaque côté et celui que "
        "donne le modèle, sans et avec le champ, selon que les trajets de l’agglomération sont "
        "retirés ou non.",
        "labels": {
            "side": "Extrémité du trajet",
            "ways": "Trajets",
            "model": "Modèle",
            "without": "Modèle sans ces trajets",
            "field_without": "Champ sans ces trajets",
            "field": "Champ",
        },
    },
    "tab-travel-catchment": {
        "caption": "Ce que l’erreur fait aux bassins de patientèle, sur des départements que le "
        "modèle n’a pas vus.",
        "labels": {
            "limit": "Minutes",
            "within": "Paires en deçà, par la route",
            "found_pct": "Dont trouvées, %",
            "wrong_pct": "Mises en deçà par erreur, %",
            "low": "Deux sur trois, de",
            "high": "à",
        },
    },
}
