"""What the text transcribed in ``data/study/<SIREN>`` has of a territory, which it is on.

What a text prints is of one place. It is shown beside what files have of that one, and of no
other: for another, what is printed is left out, or asked for in vain.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import printed


def refuse_elsewhere(territory: Territory, sources: Sources, file: str) -> None:
    """Refuse a file of the study of a territory that is not there.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    file : str
        Name of the file in the folder of the study.

    Raises
    ------
    TerritoryError, MissingFileError
        As :func:`bassin.read.printed.refuse_without`.
    """
    if not printed.has(sources, territory.code, file):
        # What a place is called is read where it is told alone: no number rests on it.
        printed.refuse_without(sources, territory.code, file, territory.name)


def claimed(territory: Territory, sources: Sources, claims: Sequence[str]) -> pd.DataFrame:
    """Those of some claims that the text on a territory makes, in their order.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    claims : sequence of str
        Identifiers.

    Returns
    -------
    DataFrame
        As :func:`bassin.read.printed.claims`; without a row where no text on the territory is
        transcribed.
    """
    if not printed.has(sources, territory.code, printed.CLAIMS):
        return pd.DataFrame(columns=["area", "published"])
    listed = printed.claims(sources, territory.code)
    return listed.loc[[one for one in claims if one in listed.index]]
