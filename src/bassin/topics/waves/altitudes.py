"""How high the towns of silk and the towns of coal lie."""

from __future__ import annotations

import pandas as pd

from bassin.phrase import Phrase
from bassin.read import ign, toulouse_dataviz
from bassin.topics.gathered import Topics

#: Communes the study names (lines 198-199): towns of silk, towns of coal.
SILK = {"30010": "Anduze", "30269": "Saint-Jean-du-Gard", "30227": "Saint-Ambroix"}
MINES = {"30132": "La Grand-Combe", "30037": "Bessèges"}
#: Mean altitude of a commune, and the middle of its lowest and highest points.
MEAN, HALFWAY = "mean", "halfway"


def coal_above_silk(study: Topics) -> tuple[int, int, Phrase]:
    """In how many pairs of a town of coal and a town of silk that of coal lies higher.

    Two passages of the study say the contrary of each other; this count says which the land bears
    out.

    Returns
    -------
    higher, pairs : int
        By the mean altitude of the communes.
    said : Phrase
        The height of each town, the count, and that of the middle of their lowest and highest
        points.
    """
    mean = toulouse_dataviz.altitudes_2019(study.sources)
    counted = pairs_by_height(study)
    higher = counted[MEAN]
    pairs = len(MINES) * len(SILK)
    said = Phrase(
        "waves.coal_above_silk",
        towns=[
            Phrase("waves.altitude", town=name, metres=float(mean[code]))
            for code, name in {**SILK, **MINES}.items()
        ],
        higher=higher,
        pairs=pairs,
        # A second measure, of another file: the count should not hang on what a height is.
        halfway=counted[HALFWAY],
    )
    return higher, pairs, said


def pairs_by_height(study: Topics) -> dict[str, int]:
    """In how many pairs the town of coal lies higher, by what the height of a commune is."""
    halls = ign.town_halls_2012(study.sources)
    heights = {
        MEAN: toulouse_dataviz.altitudes_2019(study.sources),
        HALFWAY: (halls["altitude_min_m"] + halls["altitude_max_m"]) / 2,
        "lowest_point": halls["altitude_min_m"],
        "highest_point": halls["altitude_max_m"],
    }
    return {name: _pairs(height) for name, height in heights.items()}


def _pairs(heights: pd.Series) -> int:
    """In how many pairs the town of coal lies higher."""
    return sum(bool(heights[coal] > heights[silk]) for coal in MINES for silk in SILK)
