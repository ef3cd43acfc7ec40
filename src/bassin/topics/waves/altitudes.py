"""How high the towns of silk and the towns of coal lie."""

from __future__ import annotations

from bassin.phrase import Phrase
from bassin.read import ign
from bassin.topics.gathered import Topics

#: Communes the study names (lines 198-199): towns of silk, towns of coal.
SILK = {"30010": "Anduze", "30269": "Saint-Jean-du-Gard", "30227": "Saint-Ambroix"}
MINES = {"30132": "La Grand-Combe", "30037": "Bessèges"}


def coal_above_silk(study: Topics) -> tuple[int, int, Phrase]:
    """In how many pairs of a town of coal and a town of silk that of coal lies higher.

    Two passages of the study say the contrary of each other; this count says which the land bears
    out.

    Returns
    -------
    higher, pairs : int
    said : Phrase
        The height of each town, and the count.
    """
    halls = ign.town_halls_2012(study.sources)
    middle = (halls["altitude_min_m"] + halls["altitude_max_m"]) / 2
    towns = [
        Phrase("waves.altitude", town=name, metres=float(middle[code]))
        for code, name in {**SILK, **MINES}.items()
    ]
    higher = sum(bool(middle[coal] > middle[silk]) for coal in MINES for silk in SILK)
    pairs = len(MINES) * len(SILK)
    return higher, pairs, Phrase("waves.coal_above_silk", towns=towns, higher=higher, pairs=pairs)
