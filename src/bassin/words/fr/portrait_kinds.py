"""Words of a portrait on recognised disasters by kind, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "disaster_flood": "inondations et coulées de boue",
    "disaster_groundwater": "inondations par remontée de nappe",
    "disaster_coast": "chocs mécaniques des vagues",
    "disaster_drought": "sécheresse (retrait-gonflement des argiles)",
    "disaster_ground": "glissements et autres mouvements de terrain",
    "disaster_storm": "tempêtes",
    "disaster_cyclone": "cyclones",
    "disaster_snow": "grêle et poids de la neige",
    "disaster_quake": "séismes et éruptions",
    "disaster_avalanche": "avalanches",
    "disaster_other": "autres",
}

SENTENCES: Mapping[str, str] = {
    "portrait.disaster": "{kind}, {n} ({mean:.2f} par commune, {there:.2f} {far})",
    "portrait.disaster.sweeping": "{kind}, {n}, dont {whole} dans presque toutes les communes du "
    "département à la fois ({mean:.2f} par commune, {there:.2f} {far})",
    "portrait.disasters": "Catastrophes naturelles reconnues de {start:d} à {end:d} dans les "
    "communes {place:de court}, chacune comptée dans toute commune où elle est reconnue, touchée "
    "ou non, et dans chaque type : {kinds: ; }.",
    "portrait.disasters.none": "De {start:d} à {end:d}, aucune catastrophe naturelle n’a été "
    "reconnue {place:dans court}.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-portrait-disasters": {
        "caption": "Les catastrophes reconnues depuis 1982, par type : leur nombre dans les "
        "communes de l’intercommunalité, chacune comptée dans toute commune où elle est reconnue "
        "et dans chaque type, et leur nombre par commune, à côté du département et de la France. À "
        "la fois : reconnues à partir d’un même jour dans neuf communes du département sur dix, "
        "comme la tempête de décembre 1999 ; un tel arrêté ne distingue pas une commune d’une "
        "autre. Années : la première et la dernière en France.",
        "labels": {
            "kind": "Type",
            "years": "Années",
            "here": "Dans ses communes",
            "sweeping": "Dont à la fois",
        },
    },
}
