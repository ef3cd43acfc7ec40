"""The study of one territory: what a notebook talks to."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from bassin import audit, impact, record
from bassin.indicators.ageing import Ageing
from bassin.indicators.care import Care
from bassin.indicators.contrast import Contrast
from bassin.indicators.contrast.measures import Measure, rebuilt_access
from bassin.indicators.education import Education
from bassin.indicators.employment import Employment
from bassin.indicators.health import Health
from bassin.indicators.income import Income, wage_gaps
from bassin.indicators.land import Land
from bassin.indicators.network import Ecosystem
from bassin.indicators.perimeters import Perimeters
from bassin.indicators.population import Population
from bassin.indicators.programmes import Programmes
from bassin.indicators.recruitment import Recruitment
from bassin.indicators.risk import Risk
from bassin.indicators.unemployment import Unemployment
from bassin.indicators.waves import Waves
from bassin.ledger import Ledger
from bassin.listing import Listing
from bassin.read import transcribed
from bassin.sources import Sources
from bassin.territory import Territory
from bassin.trace import cached_property
from bassin.travel import Travel

#: SIREN of the intercommunality the study is about.
ALES_AGGLOMERATION = "200066918"


class Study:
    """A territory, the raw files, and one topic object a property, built on first use.

    Parameters
    ----------
    epci : str
        SIREN of the intercommunality; Alès Agglomération by default.
    data : Path, optional
        The ``data/`` folder; that of the current project by default.
    """

    def __init__(self, epci: str = ALES_AGGLOMERATION, data: Path | None = None) -> None:
        self.epci = epci
        self.sources = Sources(data)
        self.cite = self.sources.cite
        _ = self.territory  # an unknown EPCI is refused here

    @cached_property
    def listing(self) -> Listing:
        """What the raw files and the transcriptions are, and where they come from."""
        return Listing.of(self.sources)

    @cached_property
    def territory(self) -> Territory:
        """The intercommunality: communes, outlines, neighbours."""
        return Territory(self.epci, self.sources)

    @cached_property
    def perimeters(self) -> Perimeters:
        """The perimeters a study of this territory may mix."""
        return Perimeters(self.territory, self.sources)

    @cached_property
    def population(self) -> Population:
        """Population since 1876, growth, natural and migratory balance."""
        return Population(self.territory, self.sources)

    @cached_property
    def health(self) -> Health:
        """Access to health professionals."""
        return Health(self.territory, self.sources)

    @cached_property
    def care(self) -> Care:
        """Access to general practitioners by car, rebuilt."""
        return Care(self.territory, self.sources, self.travel)

    @cached_property
    def risk(self) -> Risk:
        """Prevention plans, recognised floods, forest fires."""
        return Risk(self.territory, self.sources)

    @cached_property
    def contrast(self) -> Contrast:
        """Hills and plain: two halves by several lines, compared."""
        return Contrast(self.territory, self.sources, {"care_2019": self._rebuilt})

    def _rebuilt(self) -> Measure:
        return rebuilt_access(self.territory, self.sources, self.travel)

    @cached_property
    def employment(self) -> Employment:
        """Private jobs, specialisation, shift-share."""
        return Employment(self.territory, self.sources)

    @cached_property
    def waves(self) -> Waves:
        """Dated events of the study, jobs it prints."""
        return Waves(self.territory, self.sources, self.employment)

    @cached_property
    def income(self) -> Income:
        """Income, poverty, housing aid and priority districts."""
        return Income(self.territory, self.sources)

    @cached_property
    def unemployment(self) -> Unemployment:
        """Unemployment by quarter in the zone d'emploi, by census in the communes."""
        return Unemployment(self.territory, self.sources)

    @cached_property
    def wages(self) -> pd.DataFrame:
        """Hourly wages the study prints, and what the mines paid more."""
        return wage_gaps(transcribed.hourly_wages(self.sources))

    @cached_property
    def land(self) -> Land:
        """Land consumed, brownfield sites, vacant dwellings."""
        return Land(self.territory, self.sources)

    @cached_property
    def recruitment(self) -> Recruitment:
        """Recruitment projects by sector and occupation in the bassin."""
        return Recruitment(self.territory, self.sources)

    @cached_property
    def ecosystem(self) -> Ecosystem:
        """The actors the study names and their relations."""
        return Ecosystem(self.territory, self.sources)

    @cached_property
    def ageing(self) -> Ageing:
        """Ages of the inhabitants, presential sphere."""
        return Ageing(self.territory, self.sources)

    @cached_property
    def education(self) -> Education:
        """Diplomas, the young neither in work nor in study."""
        return Education(self.territory, self.sources)

    @cached_property
    def programmes(self) -> Programmes:
        """Instruments of reconversion, labels of communes, sums in francs and euros."""
        return Programmes(self.territory, self.sources)

    @cached_property
    def travel(self) -> Travel:
        """Car minutes between communes, modelled without a road network."""
        return Travel(self.territory, self.sources)

    @cached_property
    def all_claims(self) -> pd.DataFrame:
        """Every claim of the study, of all chapters."""
        return transcribed.claims(self.sources)

    def claims(self, chapter: str) -> pd.DataFrame:
        """What the study prints on a chapter's topic, transcribed with its line numbers."""
        return transcribed.claims(self.sources, chapter)

    def verdicts(self, chapter: str) -> pd.DataFrame:
        """What the study prints on a chapter's topic, held against the raw files.

        Raises
        ------
        VerdictError
            If a verdict is not the one frozen in the list of claims.
        """
        return self._held(audit.verdicts(self.claims(chapter), self))

    def audit(self) -> pd.DataFrame:
        """Run every check, the verdicts frozen or not; as :func:`bassin.audit.verdicts`."""
        return audit.verdicts(self.all_claims, self)

    @cached_property
    def ledger(self) -> Ledger:
        """Every claim of the study with its verdict, and what depends on each file.

        Raises
        ------
        VerdictError
            If a verdict is not the one frozen in the list of claims.
        """
        table = self._held(self.audit())
        shown = impact.exhibits(self.sources.root.parent)
        return Ledger(table, shown, impact.by_file(table, shown, self.sources))

    def _held(self, table: pd.DataFrame) -> pd.DataFrame:
        # The frozen verdicts are those on the territory the study is about.
        if self.territory.code == ALES_AGGLOMERATION:
            record.hold(table, self.sources)
        return table
