"""Every topic of one territory, each made when it is first asked for."""

from __future__ import annotations

from typing import get_type_hints

import pandas as pd

from bassin.files.listing import Listing
from bassin.files.sources import Sources
from bassin.files.spoiled import Spoiled
from bassin.files.trace import cached_property
from bassin.places.territory import Territory
from bassin.read import printed
from bassin.topics.ageing.local import Ageing
from bassin.topics.base import Topic
from bassin.topics.contrast import Contrast
from bassin.topics.contrast.measures import Measure, rebuilt_access
from bassin.topics.ecosystem.local import Ecosystem
from bassin.topics.education.local import Education
from bassin.topics.employment.local import Employment
from bassin.topics.health.care import Care
from bassin.topics.health.local import Health
from bassin.topics.land.local import Land
from bassin.topics.land.recruitment import Recruitment
from bassin.topics.look_up.local import LookUp
from bassin.topics.national import National
from bassin.topics.outcome.local import Outcome
from bassin.topics.peers.alike import Alike
from bassin.topics.peers.beside import Beside
from bassin.topics.peers.local import Peers
from bassin.topics.perimeters.local import Perimeters
from bassin.topics.population.local import Population
from bassin.topics.portrait.local import Portrait
from bassin.topics.poverty.income import Income
from bassin.topics.poverty.unemployment import Unemployment
from bassin.topics.poverty.wages import wage_gaps
from bassin.topics.programmes.local import Programmes
from bassin.topics.risk.local import Risk
from bassin.topics.selected import Selected
from bassin.topics.studied import refuse_elsewhere
from bassin.topics.travel.local import Travel
from bassin.topics.twice import measured_twice
from bassin.topics.waves.local import Waves


class Topics:
    """A territory, the raw files, and one topic object a property, built on first use.

    Parameters
    ----------
    epci : str
        SIREN of the intercommunality.
    sources : Sources
    """

    def __init__(self, epci: str, sources: Sources) -> None:
        self.epci = epci
        self.sources = sources

    @cached_property
    def listing(self) -> Listing:
        """What the raw files and the transcriptions are, and where they come from."""
        return Listing.of(self.sources)

    @cached_property
    def spoiled(self) -> Spoiled:
        """What came of copies of the raw files that were spoiled on purpose."""
        return Spoiled.of(self.sources.root)

    @cached_property
    def territory(self) -> Territory:
        """The intercommunality: communes, outlines, neighbours."""
        return Territory(self.epci, self.sources)

    @cached_property
    def national(self) -> National:
        """Every indicator of the catalogue, for all communes and all groups of France."""
        return National(self.sources)

    @cached_property
    def selected(self) -> Selected:
        """Every indicator of the catalogue, for the territory and the places around it."""
        return Selected(self.territory, self.sources)

    @cached_property
    def measured_twice(self) -> pd.DataFrame:
        """As :func:`bassin.topics.twice.measured_twice`, of this territory."""
        return measured_twice(self.sources, self.territory.code)

    @cached_property
    def beside(self) -> Beside:
        """The indicators of a subject, beside departement, region and France."""
        return Beside(self.territory, self.sources)

    @cached_property
    def alike(self) -> Alike:
        """How far every other EPCI is from this one."""
        return Alike(self.territory, self.sources)

    @cached_property
    def look_up(self) -> LookUp:
        """Every indicator at its latest, and answers to plain questions."""
        return LookUp(self.territory, self.sources, self.care)

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
    def outcome(self) -> Outcome:
        """Salaried jobs since 1998, against those of other zones d'emploi."""
        return Outcome(self.territory, self.sources, self.employment)

    @cached_property
    def peers(self) -> Peers:
        """Headline indicators among all EPCI of France."""
        return Peers(self.territory, self.sources)

    @cached_property
    def portrait(self) -> Portrait:
        """What the files tell of any intercommunality, in sentences with their facts."""
        return Portrait(self.territory, self.sources)

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
        self._refuse_without(printed.HOURLY_WAGES)
        return wage_gaps(printed.hourly_wages(self.sources, self.epci))

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

    @property
    def text(self) -> dict[str, str]:
        """What the text on the territory is: authors, title, publisher, when, where to be found.

        Raises
        ------
        TerritoryError
            If no text on the territory is transcribed.
        """
        self._refuse_without(printed.TEXT)
        told = printed.text_of(self.sources, self.epci)
        where = str(told["address"] or f"ISBN {told['isbn']}")
        names = ("authors", "title", "publisher", "dated")
        return {**{name: str(told[name]) for name in names}, "where": where}

    @cached_property
    def all_claims(self) -> pd.DataFrame:
        """Every claim of the study, of all chapters.

        Raises
        ------
        TerritoryError
            If no text on the territory is transcribed.
        """
        self._refuse_without(printed.CLAIMS)
        return printed.claims(self.sources, self.epci)

    @cached_property
    def pages(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.secondary`, and the claim's ``statement`` and ``check``."""
        self._refuse_without(printed.SECONDARY)
        pages = printed.secondary(self.sources, self.epci)
        return pages.join(self.all_claims[["statement", "check"]], on="claim")

    def claims(self, chapter: str) -> pd.DataFrame:
        """What the study prints on a chapter's topic, transcribed with its line numbers.

        Raises
        ------
        TerritoryError
            If no text on the territory is transcribed.
        """
        self._refuse_without(printed.CLAIMS)
        return printed.claims(self.sources, self.epci, chapter)

    def published(self, chapter: str) -> pd.Series:
        """Number printed in each claim of a chapter, to be shown beside what is found here.

        Raises
        ------
        TerritoryError
            If no text on the territory is transcribed.
        """
        return self.claims(chapter)["published"]

    def _refuse_without(self, file: str) -> None:
        refuse_elsewhere(self.territory, self.sources, file)


def topic_classes() -> dict[str, type[Topic]]:
    """Each topic of :class:`Topics` by the name of its property, in their order.

    Examples
    --------
    >>> topic_classes()["land"].__name__
    'Land'
    """
    gives = {
        name: get_type_hints(one.compute).get("return")
        for name, one in vars(Topics).items()
        if isinstance(one, cached_property)
    }
    return {
        name: kind
        for name, kind in gives.items()
        if isinstance(kind, type) and issubclass(kind, Topic)
    }
