"""The study of one territory: what a notebook talks to."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import geopandas as gpd
import pandas as pd

from bassin import audit
from bassin.indicators.health import Health
from bassin.indicators.perimeters import Perimeters, membership_history, times_covered
from bassin.indicators.population import Population
from bassin.read import anct, ars, dgcl, drees, finess, france_travail, ign, insee, transcribed
from bassin.sources import Sources
from bassin.territory import GEOGRAPHY, Territory, mend_outlines


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
        here, read = self.territory, self.sources
        members, shapes = dgcl.epci_members_2023(read), ign.communes_france_2024(read)
        population = insee.legal_population_2020(read)["municipal"]
        return Perimeters.build(
            here.codes,
            here.code,
            here.short_name,
            zones=insee.employment_zones_2023(read),
            basins=france_travail.basins_2019(read),
            epci_members=members,
            industry_2018=mend_outlines(anct.industry_territories_2018(read), members, shapes),
            industry_2023=anct.industry_territories_2023(read),
            population=here.passage.carry(population, insee.LEGAL_GEOGRAPHY, GEOGRAPHY),
        )

    @cached_property
    def covered(self) -> gpd.GeoDataFrame:
        """Outlines of the communes of any perimeter, with ``perimeters``: how many they are in."""
        times = times_covered(self.perimeters.codes)
        return self.territory.outlines_of(list(times.index)).join(times)

    @cached_property
    def membership_history(self) -> pd.DataFrame:
        """Communes of the EPCI by year, printed by the study or found in the files."""
        return membership_history(self.territory.history, self.claims("territory"))

    @cached_property
    def population(self) -> Population:
        """Population since 1876, growth, natural and migratory balance."""
        return Population.build(
            insee.population_1876_2015(self.sources),
            insee.population_2013_2023(self.sources),
            anct.demographic_balance(self.sources),
            communes=self.territory.communes,
            passage=self.territory.passage,
            historical_geography=insee.HISTORICAL_GEOGRAPHY,
            places=self.territory.places,
        )

    @cached_property
    def health(self) -> Health:
        """Access to health professionals."""
        here, read = self.territory, self.sources
        apl = {profession: drees.apl(read, profession) for profession in drees.PROFESSIONS}
        return Health.build(
            apl,
            drees.apl_2016_2018(read),
            {year: insee.facilities(read, year) for year in insee.FACILITIES},
            ars.gp_zoning_2025(read),
            finess.establishments(read),
            population=self.population.by_commune,
            communes=here.communes,
            places=list(here.places),
            departements=[[here.departement], here.departements_of_region()],
            zones=here.sides(),
        )

    def claims(self, chapter: str) -> pd.DataFrame:
        """What the study prints on a chapter's topic, transcribed with its line numbers."""
        return transcribed.claims(self.sources, chapter)

    def verdicts(self, chapter: str) -> pd.DataFrame:
        """What the study prints on a chapter's topic, held against the raw files."""
        return audit.verdicts(self.claims(chapter), self)
