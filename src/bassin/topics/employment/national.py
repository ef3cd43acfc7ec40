"""Jobs and employed residents, by commune of France."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.places.national import carried
from bassin.read import insee


def jobs(sources: Sources) -> pd.DataFrame:
    """Jobs at the place of work, and employed residents of 15 to 64, census of 2018.

    Returns
    -------
    DataFrame
        Index ``code``; ``jobs``, ``employed`` (persons).
    """
    table = insee.comparison_2018(sources)[["jobs", "employed"]]
    return carried(sources, table, insee.COMPARISON_GEOGRAPHY)
