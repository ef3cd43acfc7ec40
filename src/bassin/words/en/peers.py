"""Words of the strips of peers, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "peer_coal": "EPCI of a coal basin",
    "peer_industry": "EPCI of a Territoire d'industrie",
    "peer_other": "Other EPCI",
}

_CAPTION = (
    "Where the agglomeration stands among all EPCI of France. The dashed line is the middle one; "
    "number 1 is the highest value, and a place has several numbers where the margin of the values "
    "does not tell it from others."
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
