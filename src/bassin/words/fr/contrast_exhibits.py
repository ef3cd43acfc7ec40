"""Exhibits of the chapter on hills and plain, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LINES = {
    "azimuth": "Ligne droite",
    "massif": "Massif",
    "altitude": "Altitude",
    "mines": "Mines",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-reversal-claims": {
        "caption": "Ce que l’étude dit des deux moitiés du bassin, et ce que disent les fichiers.",
    },
    "map-reversal-lines": {
        "caption": "Quatre façons de couper le bassin en deux. Corbès, depuis fusionnée avec "
        "Thoiras, n’est pas dans la liste des massifs et n’a pas de côté sur la deuxième "
        "carte.",
        "label": "Côté",
        "titles": list(_LINES.values()),
    },
    "fig-reversal-people": {
        "caption": "Habitants des Cévennes, de la plaine et d’Alès, selon la ligne droite, de 1876 "
        "à 2023.",
        "ylabel": "Habitants",
    },
    "tab-reversal-shares": {
        "caption": "Part des habitants dans chaque zone, en %, et première année où la plaine "
        "devance durablement les Cévennes.",
        "labels": {"line": "Ligne", "side": "Zone", "crossing": "Plaine devant depuis"},
    },
    "fig-reversal-path": {
        "caption": "Trajet du centre de gravité de la population, de 1876 (cercle) à 2023 "
        "(carré) : sa place sur la carte, et en agrandi.",
        "label": "la position moyenne des habitants",
    },
    "tab-reversal-means": {
        "caption": "Moyennes pondérées de chaque côté de la ligne droite. Entre parenthèses, le "
        "nombre de communes qui ont une valeur, quand quelques-unes n’en ont pas.",
        "labels": {"label": "Indicateur", "expected": "Côté où l’on en attend plus"},
    },
    "map-reversal-networks": {
        "caption": "Surface couverte en 4G par l’opérateur qui en couvre le moins, troisième "
        "trimestre 2019 ; locaux éligibles à 30 Mbit/s, 2017.",
        "titles": ["4G, moins bon opérateur", "Très haut débit"],
        "label": "Part",
    },
    "tab-reversal-stations": {
        "folded": "Les gares par côté",
        "caption": "Gares du réseau dans l’agglomération en 2024, par côté de la ligne droite.",
        "labels": {
            "station": "Gare",
            "commune": "Commune",
            "zone": "Côté",
            "open_to": "Ouverte à",
        },
    },
    "tab-reversal-tests": {
        "folded": "Les tests de la ligne droite, un par un",
        "caption": "Écarts entre Cévennes et plaine selon la ligne droite, en écarts-types des "
        "communes, et valeurs p de trois tests ; celle du dernier est aussi ajustée par la "
        "règle de Holm sur tous les indicateurs et toutes les lignes.",
        "labels": {
            "label": "Indicateur",
            "communes": "Communes",
            "effect": "Écart",
            "p_naive": "Naïf",
            "p_rotation": "Rotation",
            "p_moran": "Moran",
            "p_holm": "Ajusté",
        },
    },
    "tab-reversal-adjusted": {
        "folded": "Les tests par ligne, ajustés pour tous",
        "caption": "Valeurs p du test de Moran par ligne, ajustées par la règle de Holm sur tous "
        "les tests du tableau.",
        "labels": {"label": "Indicateur", **_LINES},
    },
    "tab-reversal-moran": {
        "folded": "À quel point les voisines se ressemblent, par indicateur",
        "caption": "I de Moran de chaque indicateur, sur les communes qui ont une valeur, Alès "
        "comprise.",
        "labels": {"label": "Indicateur", "communes": "Communes", "i": "I de Moran"},
    },
    "map-reversal-clusters": {
        "caption": "Regroupements locaux : évolution de la population 2013–2023, niveau de vie "
        "médian 2020, chômage 2018, accessibilité aux médecins généralistes 2023. Haut-bas : "
        "commune de valeur élevée, entourée de valeurs faibles. Chaque commune est testée au "
        "seuil de 5 %, par un test bilatéral.",
        "titles": ["Population", "Niveau de vie", "Chômage", "Médecins"],
        "label": "Regroupement",
    },
    "fig-reversal-compasses": {
        "caption": "Écart entre le côté auquel on fait face et l’autre, en écarts-types, selon la "
        "direction. En gris, les indicateurs dont aucune direction n’est attendue.",
        "label": "Écart selon la direction de la ligne",
        "bearing_label": "Nord-ouest",
    },
    "tab-reversal-directions": {
        "folded": "La direction de l’écart le plus grand, par indicateur",
        "caption": "Direction dans laquelle le côté auquel on fait face a le plus, ou le moins, de "
        "chaque indicateur, en degrés depuis le nord : le nord-ouest est à 315. L’intervalle à "
        "95 % se lit dans le sens des aiguilles d’une montre. L’accord vaut 1 quand tous les "
        "tirages donnent une même direction.",
        "labels": {
            "label": "Indicateur",
            "side": "Ce côté en a",
            "angle": "Écart le plus grand",
            "low": "De",
            "high": "À",
            "concentration": "Accord",
            "covers": "Contient le NO",
        },
    },
    "tab-reversal-evidence": {
        "folded": "Chaque partie de l’argument",
        "caption": "Combien de fois chaque partie de l’argument va dans le sens attendu, Alès à "
        "part ; son écart le plus grand et le plus petit, en écarts-types, positif dans ce "
        "sens ; et la plus faible valeur p du test de Moran parmi les écarts de ce sens, "
        "ajustée sur tous les tests de la page. Les médecins sont jugés dans leur propre "
        "chapitre. Internet, de 2017, le train, la distance à une gare, les revenus et le "
        "travail, et les prix ne testent aucun énoncé.",
        "labels": {
            "claim": "Énoncé",
            "held": "Trouvé dans",
            "strongest": "Le plus grand",
            "weakest": "Le plus petit",
        },
    },
    "tab-reversal-choices": {
        "folded": "Un choix changé à la fois",
        "caption": "Comparaisons qui vont dans le sens attendu : par ligne et sur toutes les "
        "lignes avec Alès à part, puis en changeant un choix.",
        "labels": {"choice": "Choix", "held": "Attendu", "of": "Sur", "share_pct": "Part"},
    },
    "tab-reversal-held": {
        "caption": "Écart de chaque indicateur selon chaque ligne, Alès à part, en écarts-types "
        "des communes ; positif quand il va dans le sens que le livre attend.",
        "labels": {"indicator": "Indicateur", **_LINES},
    },
}
