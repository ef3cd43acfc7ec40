"""How models err on the known ways of each side of a territory."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.models.travel import CHOSEN, FIELD


def gaps_by_side(
    minutes: pd.Series,
    seen: pd.Series,
    bent: pd.Series,
    unseen: pd.DataFrame,
    sides: tuple[pd.Series, pd.Series],
) -> pd.DataFrame:
    """How much longer known ways of each side of a territory take than models say (%).

    Parameters
    ----------
    minutes : Series
        Known minutes of each pair.
    seen, bent : Series
        Error of their logarithm by the model fitted on all pairs, and by the one with the field.
    unseen : DataFrame
        Minutes by both, that have seen no pair of the territory: :data:`CHOSEN`, :data:`FIELD`.
    sides : tuple of two Series
        Side of the origin and of the destination; missing outside the territory.

    Returns
    -------
    DataFrame
        Index: the sides with a known way; ``ways`` (pairs with an end there), ``model``,
        ``without`` (fitted without these ways), ``field_without``, ``field``. Geometric means.
    """
    logs = np.log(minutes)
    gaps = pd.DataFrame(
        {
            "model": seen,
            "without": logs - np.log(unseen[CHOSEN]),
            "field_without": logs - np.log(unseen[FIELD]),
            "field": bent,
        }
    )
    start, end = sides
    rows = {}
    for side in sorted({*start.dropna(), *end.dropna()}):
        here = gaps[(start == side) | (end == side)]
        rows[side] = {"ways": len(here), **(100 * np.expm1(here.mean()))}
    return pd.DataFrame.from_dict(rows, orient="index").astype({"ways": int}).rename_axis("side")
