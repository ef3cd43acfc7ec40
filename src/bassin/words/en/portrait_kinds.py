"""Words of a portrait on recognised disasters by kind, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "disaster_flood": "floods and mudflows",
    "disaster_groundwater": "floods by rising groundwater",
    "disaster_coast": "shocks of waves",
    "disaster_drought": "drought (clay that shrinks and swells)",
    "disaster_ground": "landslides and other movements of the ground",
    "disaster_storm": "storms",
    "disaster_cyclone": "cyclones",
    "disaster_snow": "hail and the weight of snow",
    "disaster_quake": "earthquakes and eruptions",
    "disaster_avalanche": "avalanches",
    "disaster_other": "other",
}

SENTENCES: Mapping[str, str] = {
    "portrait.disaster": "{kind}, {n} ({mean:.2f} a commune, {there:.2f} in {far})",
    "portrait.disaster.sweeping": "{kind}, {n}, {whole} of them in nearly every commune of the "
    "departement at once ({mean:.2f} a commune, {there:.2f} in {far})",
    "portrait.disasters": "Natural disasters recognised from {start:d} to {end:d} in the communes "
    "of {place:the}, each counted in every commune where it is recognised, struck or not, and "
    "in each kind: {kinds:; }.",
    "portrait.disasters.none": "From {start:d} to {end:d}, no natural disaster was recognised in "
    "{place:the}.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-portrait-disasters": {
        "caption": "Disasters recognised since 1982, by kind: how many in the communes of the "
        "intercommunality, each counted in every commune where it is recognised and in each kind, "
        "and how many a commune, beside the departement and France. At once: recognised from one "
        "day on in nine communes of the departement in ten, as the storm of December 1999 was; "
        "such a decree tells no commune from another. Years: the first and the last in France.",
        "labels": {
            "kind": "Kind",
            "years": "Years",
            "here": "In its communes",
            "sweeping": "Of them, at once",
        },
    },
}
