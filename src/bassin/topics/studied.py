"""Whether a territory is the one that the text transcribed in ``data/study`` is on.

What a text prints is of one territory. It is shown beside what files have of that one, and of no
other: for another, what is printed is left out, or asked for in vain.
"""

from __future__ import annotations

from bassin.errors import SourceError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import unnoticed
from bassin.files.transcribed import STUDY
from bassin.places.territory import Territory
from bassin.read import printed

#: Side of the actors that are in the territory of the text.
LOCAL = printed.SIDES["local"]


def is_studied(territory: Territory, sources: Sources) -> bool:
    """Whether all the actors that the text has as local are in a territory.

    Without the file of the actors, or a list of communes, nothing tells, and the folder is taken
    to be of the territory.
    """
    try:
        with unnoticed():  # whose the text is gives no number
            actors = printed.actors(sources)
            codes = actors.loc[(actors["side"] == LOCAL) & (actors["code"] != ""), "code"]
            return bool(codes.isin(territory.codes).all())
    except SourceError:
        return True


def refuse_elsewhere(territory: Territory, file: str, *, studied: bool) -> None:
    """Refuse a transcription to a territory that the text is not on.

    Parameters
    ----------
    territory : Territory
    file : str
        Name of the transcription.
    studied : bool
        As :func:`is_studied`.

    Raises
    ------
    TerritoryError
        If the text is on another.
    """
    if not studied:
        raise TerritoryError(
            f"{STUDY}/{file} holds what one text prints of another territory than "
            f"{territory.name}. Transcribe that of a text on this one, or ask for what files have."
        )
