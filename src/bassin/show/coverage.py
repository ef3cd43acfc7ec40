"""What each indicator is of and how far it reaches, in words."""

from __future__ import annotations

import pandas as pd

from bassin.indicators import catalogue
from bassin.words import current


def lines(coverage: pd.DataFrame) -> pd.DataFrame:
    """A line an indicator, in words.

    Parameters
    ----------
    coverage : DataFrame
        As :func:`bassin.indicators.catalogue.coverage`.

    Returns
    -------
    DataFrame
        ``indicator``, ``added``, ``of``, ``geography``, ``where``, ``known``, ``missing``,
        ``masked``, then a column a kind of group.
    """
    words = current().module("indicators")
    declared = [catalogue.find(str(key)) for key in coverage.index]
    return pd.DataFrame(
        {
            "indicator": [words.LABELS[one.key] for one in declared],
            "added": [words.RULES[type(one.rule).__name__] for one in declared],
            "of": coverage["vintage"].to_numpy(),
            "geography": [one.geography[:4] for one in declared],
            "where": [words.FIELDS[one.field] for one in declared],
            **{name: coverage[name].to_numpy() for name in ("known", "missing", "masked")},
            **{kind: coverage[kind].to_numpy() for kind in words.KINDS},
        }
    )
