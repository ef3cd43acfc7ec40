"""The study of one territory, or of all of France: what a notebook talks to."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from bassin import console
from bassin.files.sources import Sources
from bassin.files.trace import unnoticed
from bassin.places.finding import siren_of
from bassin.topics import facts
from bassin.topics.atlas.gathered import France as France
from bassin.topics.available import available
from bassin.topics.base import Topic
from bassin.topics.gathered import Topics, topic_classes

#: SIREN of the intercommunality the study is about.
ALES_AGGLOMERATION = "200066918"


class Study(Topics):
    """The topics of a territory, made from the raw files of a folder.

    Parameters
    ----------
    epci : str
        SIREN of the intercommunality, or its name or a part of it that only it has, as
        :func:`bassin.places.finding.siren_of`; Alès Agglomération by default.
    data : Path, optional
        The ``data/`` folder: ``sources.csv`` and, in ``raw/``, the files that it lists. By default
        that of the project which the working directory is in, or of the checkout that the package
        is installed from; ``BASSIN_ROOT`` in the environment, a project's folder, wins over both.
    sources : Sources, optional
        Its files, where others are to be read than those of a folder.

    Raises
    ------
    TerritoryError
        If no EPCI of 2023, or more than one, is meant.
    SourceError
        If there is no folder of data; the message says how to name one.

    Examples
    --------
    >>> study = Study("Alès")
    >>> study.epci
    '200066918'
    >>> round(study.selected.value("gp_2023"), 2)
    3.26
    """

    def __init__(
        self,
        epci: str = ALES_AGGLOMERATION,
        data: Path | None = None,
        *,
        sources: Sources | None = None,
    ) -> None:
        files = Sources(data) if sources is None else sources
        with unnoticed():  # a study rests on nothing; its tables do, once they are asked for
            siren = siren_of(epci, files)  # an unknown EPCI is refused here
            super().__init__(siren, files)
            _ = self.territory.communes
        self.cite = self.sources.cite

    def __repr__(self) -> str:
        return console.summary(
            f"Study({self.territory.label})",
            topics=topic_classes(),
            methods=console.methods(type(self)),
        )

    def _repr_html_(self) -> str:
        """The topics and what each can be asked for, as a notebook shows it."""
        return console.html(
            f"Study({self.territory.label})",
            (
                {
                    "topic": name,
                    "about": console.sentence(getattr(type(self), name)),
                    "tables": ", ".join(console.tables(kind, Topic)),
                    "methods": ", ".join(console.methods(kind, Topic)),
                }
                for name, kind in topic_classes().items()
            ),
        )

    def available(self) -> pd.DataFrame:
        """What there is of the territory: as :func:`bassin.topics.available.available`."""
        return available(self)

    def facts(self, chapter: str) -> facts.Facts:
        """What the prose of a chapter says: as :func:`bassin.topics.facts.facts`."""
        return facts.facts(self, chapter)
