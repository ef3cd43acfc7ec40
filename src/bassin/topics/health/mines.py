"""Access near the places that were mined and far from them: the other line through a basin."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.places.lines import MINES
from bassin.topics.gathered import Topics


def by_mines(study: Topics, profession: str, years: Sequence[int]) -> pd.DataFrame | None:
    """Mean access to a profession near the mines and far from them.

    Parameters
    ----------
    study : Topics
    profession : str
    years : sequence of int
        Editions of the official index.

    Returns
    -------
    DataFrame or None
        Index ``year``; a column a side. ``None`` where the territory has no mines.
    """
    zones = study.contrast.in_two(MINES)
    if zones is None:
        return None
    return study.health.by_line(profession, years, {MINES: zones}).loc[MINES]
