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
    "portrait.disasters": "Catastrophes naturelles reconnues de {start:d} à {end:d} dans les "
    "communes {place:de court}, chacune comptée dans toute commune touchée : {kinds: ; }.",
    "portrait.disasters.none": "De {start:d} à {end:d}, aucune catastrophe naturelle n’a été "
    "reconnue {place:dans court}.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-portrait-disasters": {
        "caption": "Les catastrophes reconnues depuis 1982, par type : leur nombre dans les "
        "communes de l’intercommunalité, chacune comptée dans toute commune touchée, et leur "
        "nombre par commune, à côté du département et de la France. Années : la première et la "
        "dernière en France.",
        "labels": {"kind": "Type", "years": "Années", "here": "Dans ses communes"},
    },
}
