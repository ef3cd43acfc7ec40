"""What the error of the model does to catchments of some minutes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.models.inputs import positive


def of_catchments(
    known: pd.Series, said: pd.Series, log_spread: float, limits: Sequence[float]
) -> pd.DataFrame:
    """What the error does to catchments of some minutes.

    Parameters
    ----------
    known, said : Series
        Minutes of pairs, by road and by a model.
    log_spread : float
        Standard deviation of the error of their logarithm.
    limits : sequence of float
        Widths of catchments (minutes).

    Returns
    -------
    DataFrame
        Index ``limit`` (minutes); ``within`` (pairs within it by road), ``found_pct`` (of them,
        those the model puts within it), ``wrong_pct`` (of those it puts within, the ones beyond),
        ``low``, ``high`` (minutes of two pairs in three that the model puts at the limit).

    Raises
    ------
    AccessError
        If a width is not above zero.
    """
    for limit in limits:  # whole widths stay whole in the index
        positive(limit, "the width of a catchment")
    spread = np.exp(log_spread)
    rows = {
        limit: {
            "within": int((known <= limit).sum()),
            "found_pct": 100 * (said[known <= limit] <= limit).mean(),
            "wrong_pct": 100 * (known[said <= limit] > limit).mean(),
            "low": limit / spread,
            "high": limit * spread,
        }
        for limit in limits
    }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("limit")
    return table.astype({"within": int})
