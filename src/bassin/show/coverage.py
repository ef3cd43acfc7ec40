"""What each indicator is of and how far it reaches, in words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from bassin.indicators import catalogue
from bassin.words.en import indicators as en

#: Headers of the columns that are no kind of group.
HEADERS = {
    "indicator": "Indicator",
    "added": "Added up",
    "of": "Vintage",
    "geography": "Communes of",
    "where": "Where",
    "known": "Known",
    "missing": "Missing",
    "masked": "Masked",
}


def headings(coverage: pd.DataFrame) -> dict[str, Any]:
    """Table and headers for :func:`bassin.show.tables.show`.

    Parameters
    ----------
    coverage : DataFrame
        As :func:`bassin.indicators.catalogue.coverage`.

    Returns
    -------
    dict
        ``df`` (a row an indicator) and ``labels``.
    """
    declared = [catalogue.find(str(key)) for key in coverage.index]
    table = pd.DataFrame(
        {
            "indicator": [en.LABELS[one.key] for one in declared],
            "added": [en.RULES[type(one.rule).__name__] for one in declared],
            "of": coverage["vintage"].to_numpy(),
            "geography": [one.geography[:4] for one in declared],
            "where": [en.FIELDS[one.field] for one in declared],
            **{name: coverage[name].to_numpy() for name in ("known", "missing", "masked")},
            **{kind: coverage[kind].to_numpy() for kind in en.KINDS},
        }
    )
    return {"df": table, "labels": {**HEADERS, **en.KINDS}}
