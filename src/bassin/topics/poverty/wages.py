"""Hourly wages the study prints."""

from __future__ import annotations

import pandas as pd


def wage_gaps(wages: pd.DataFrame) -> pd.DataFrame:
    """How much more the mines paid an hour than other work, at both ends of each range.

    Parameters
    ----------
    wages : DataFrame
        As :func:`bassin.read.printed.hourly_wages`: index ``group``, the last one being the
        others; ``low``, ``high`` (francs an hour).

    Returns
    -------
    DataFrame
        Index ``group``; ``low``, ``high``, and ``low_gap_pct``, ``high_gap_pct`` (against the
        others, %).
    """
    others = wages.iloc[-1]
    gaps = {f"{end}_gap_pct": (wages[end] / others[end] - 1) * 100 for end in ("low", "high")}
    return wages[["low", "high"]].assign(**gaps)
