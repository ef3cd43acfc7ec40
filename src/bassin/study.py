"""The study of one territory, or of all of France: what a notebook talks to."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from bassin.files.sources import Sources
from bassin.files.trace import unnoticed
from bassin.topics import facts
from bassin.topics.atlas.gathered import France as France
from bassin.topics.available import available
from bassin.topics.gathered import Topics

#: SIREN of the intercommunality the study is about.
ALES_AGGLOMERATION = "200066918"


class Study(Topics):
    """The topics of a territory, made from the raw files of a folder.

    Parameters
    ----------
    epci : str
        SIREN of the intercommunality; Alès Agglomération by default.
    data : Path, optional
        The ``data/`` folder; that of the current project by default.
    sources : Sources, optional
        Its files, where others are to be read than those of a folder.
    """

    def __init__(
        self,
        epci: str = ALES_AGGLOMERATION,
        data: Path | None = None,
        *,
        sources: Sources | None = None,
    ) -> None:
        super().__init__(epci, Sources(data) if sources is None else sources)
        self.cite = self.sources.cite
        with unnoticed():  # a study rests on nothing; its tables do, once they are asked for
            _ = self.territory.communes  # an unknown EPCI is refused here

    def available(self) -> pd.DataFrame:
        """What there is of the territory: as :func:`bassin.topics.available.available`."""
        return available(self)

    def facts(self, chapter: str) -> facts.Facts:
        """What the prose of a chapter says: as :func:`bassin.topics.facts.facts`."""
        return facts.facts(self, chapter)
