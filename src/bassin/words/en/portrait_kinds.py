"""Words of a portrait on recognised disasters by kind, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "disaster_flood": "floods and mudflows",
    "disaster_groundwater": "floods by rising groundwater",
    "disaster_coast": "waves on the coast",
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
    "portrait.disasters": "Natural disasters recognised from {start:d} to {end:d} in the communes "
    "of {place:the}, each counted in every commune that it struck: {kinds:; }.",
    "portrait.disasters.none": "From {start:d} to {end:d}, no natural disaster was recognised in "
    "{place:the}.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-portrait-disasters": {
        "caption": "Disasters recognised since 1982, by kind: how many in the communes of the "
        "intercommunality, each counted in every commune that it struck, and how many a commune, "
        "beside the departement and France. Years: the first and the last in France.",
        "labels": {"kind": "Kind", "years": "Years", "here": "In its communes"},
    },
}
