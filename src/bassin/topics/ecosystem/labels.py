"""Words for the figures and tables on actors and their relations."""

from __future__ import annotations

import pandas as pd

#: Words for figures and tables.
SIDE_LABELS = {
    "local": "The basin",
    "east": "East",
    "west": "West",
    "south": "Nîmes",
    "Gard": "Rest of the Gard",
    "Occitanie": "Occitanie",
    "national": "France",
    "abroad": "Abroad",
}
EVIDENCE_LABELS = {
    "named": "two named parties",
    "asserted": "said of a place",
    "located": "inferred from a place",
    "hoped": "hoped for",
    "denied": "denied",
}
BASIS_LABELS = {
    "named": "Two named parties",
    "asserted": "Said or inferred",
    "located": "Said or inferred",
    "hoped": "Hoped for",
    "denied": "Denied",
}
TRAINING_LABELS = {
    "general_lycee": "General or technological lycée",
    "vocational_lycee": "Vocational lycée",
    "agricultural_lycee": "Agricultural lycée",
    "vocational_section": "Vocational section of a lycée",
    "technician_section": "Section of technicians, preparatory class",
    "apprentices": "Centre of apprentices",
    "engineers": "School of engineers",
    "health": "School of care",
    "other_higher": "Other higher education",
    "greta": "GRETA",
    "other_continuing": "Other training of adults",
}


def typeset(lines: pd.Series) -> pd.Series:
    """Give ranges of lines an en dash."""
    return lines.str.replace("-", "\N{EN DASH}")
