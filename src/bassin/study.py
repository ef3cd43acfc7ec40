"""The study of one territory: what a notebook talks to."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import pandas as pd

from bassin import audit
from bassin.indicators.health import Health
from bassin.indicators.perimeters import Perimeters
from bassin.indicators.population import Population
from bassin.read import transcribed
from bassin.sources import Sources
from bassin.territory import Territory


class Study:
    """A territory, the raw files, and one topic object a property, built on first use.

    Parameters
    ----------
    epci : str
        SIREN of the intercommunality; Alès Agglomération by default.
    data : Path, optional
        The ``data/`` folder; that of the current project by default.
    """

    def __init__(self, epci: str = "200066918", data: Path | None = None) -> None:
        self.sources = Sources(data)
        self.territory = Territory(epci, self.sources)
        self.cite = self.sources.cite

    @cached_property
    def perimeters(self) -> Perimeters:
        """The perimeters a study of this territory may mix."""
        return Perimeters.of(self.territory, self.sources)

    @cached_property
    def population(self) -> Population:
        """Population since 1876, growth, natural and migratory balance."""
        return Population.of(self.territory, self.sources)

    @cached_property
    def health(self) -> Health:
        """Access to health professionals."""
        return Health.of(self.territory, self.sources)

    def claims(self, chapter: str) -> pd.DataFrame:
        """What the study prints on a chapter's topic, transcribed with its line numbers."""
        return transcribed.claims(self.sources, chapter)

    def verdicts(self, chapter: str) -> pd.DataFrame:
        """What the study prints on a chapter's topic, held against the raw files."""
        return audit.verdicts(self.claims(chapter), self)
