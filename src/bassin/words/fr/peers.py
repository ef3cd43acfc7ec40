"""Words of the strips of peers, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "peer_coal": "EPCI d’un bassin houiller",
    "peer_industry": "EPCI d’un Territoire d’industrie",
    "peer_other": "Autre EPCI",
}

_CAPTION = (
    "La place de l’agglomération parmi tous les EPCI de France. La ligne tiretée marque la "
    "valeur médiane ; le rang 1 est la valeur la plus élevée, et un territoire a plusieurs rangs "
    "possibles quand la marge des valeurs ne le départage pas d’autres."
)

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "fig-peers": {"caption": _CAPTION},
    **{
        f"fig-peers-{chapter}": {"caption": _CAPTION}
        for chapter in (
            *("ageing", "education", "health", "outcome", "population"),
            *("poverty", "risks", "travel"),
        )
    },
}
