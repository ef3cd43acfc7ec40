"""How employed residents go to work, by commune of France."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.places.national import EVERY, Ground
from bassin.read import insee


def commuting(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Share of the employed residents that goes to work by each way, at a census.

    Returns
    -------
    DataFrame
        Index ``code``; ``workers`` (employed residents), then the shares, in %, of
        :func:`bassin.read.insee.commuting_modes`. A commune that is not listed is missing.
    """
    return ground.lay(sources, insee.commuting_modes(sources, year))
