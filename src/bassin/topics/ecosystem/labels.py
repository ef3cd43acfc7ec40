"""Codes of what the figures and tables on actors and their relations show."""

from __future__ import annotations

import pandas as pd

#: How a relation is known to the code it has in a table, and among the lines of the figure.
EVIDENCE = {
    "named": "told_named",
    "asserted": "told_asserted",
    "located": "told_located",
    "hoped": "told_hoped",
    "denied": "told_denied",
}
LINES = {
    "named": "edge_named",
    "asserted": "edge_inferred",
    "located": "edge_inferred",
    "hoped": "edge_hoped",
    "denied": "edge_denied",
}


def typeset(lines: pd.Series) -> pd.Series:
    """Give ranges of lines an en dash."""
    return lines.str.replace("-", "\N{EN DASH}")
