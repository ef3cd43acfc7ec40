"""Employment: specialisation and change of the industries of a zone d'emploi against France.

Private jobs by industry are published by zone d'emploi, not by intercommunality: a territory is
looked at through the zone where most of its inhabitants live.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from bassin.choices import choosing, years_of
from bassin.files.trace import cached_property
from bassin.indicators.stats import total
from bassin.phrase import Phrase
from bassin.places import membership
from bassin.places.names import Called
from bassin.places.territory import FRANCE
from bassin.read import insee, urssaf
from bassin.topics.base import Topic
from bassin.topics.employment.fabric import fabric, own_totals
from bassin.topics.employment.industries import (
    FLORES_YEAR,
    INDUSTRY,
    INDUSTRY_END,
    INDUSTRY_START,
    INDUSTRY_YEARS,
    industry,
)
from bassin.topics.employment.shift_share import shift_share, sums_by_sector, window, window_label
from bassin.topics.employment.specialisation import (
    effective_number,
    location_quotient,
    quotients_of_sector,
)
from bassin.topics.employment.zones import zones_of_region
from bassin.topics.perimeters.local import main_group


def _known_years(topic: Employment) -> list[int]:
    return years_of(topic.jobs.columns)


def _known_zones(topic: Employment) -> pd.Index:
    return topic.jobs.index.unique("zone")


def _known_sectors(topic: Employment) -> list[str]:
    return sorted(set(topic.sectors))


class Employment(Topic):
    """Private jobs of a territory and of its zone d'emploi."""

    @property
    def _zones(self) -> pd.DataFrame:
        return insee.employment_zones(self.sources)

    @cached_property
    def zone(self) -> str:
        """The zone d'emploi most of its inhabitants live in."""
        people = self.territory.population_2020
        return main_group(self._zones["zone"], self.territory.codes, people)

    @property
    def counted(self) -> bool:
        """Whether URSSAF counts the private jobs of the zone; not in Mayotte."""
        return self.zone in _known_zones(self)

    @cached_property
    def zone_name(self) -> str:
        """Name of the zone."""
        return str(self.names_of_zones[self.zone])

    @property
    def names_of_zones(self) -> pd.Series:
        """Name of each zone d'emploi of France, by its code."""
        return self._zones.groupby("zone")["zone_name"].first()

    @cached_property
    def members(self) -> int:
        """Communes of the territory in the zone."""
        return int((self._zones.loc[self.territory.codes, "zone"] == self.zone).sum())

    @cached_property
    def zone_communes(self) -> int:
        """Communes of the zone."""
        return int((self._zones["zone"] == self.zone).sum())

    @cached_property
    def years(self) -> list[int]:
        """Years whose private jobs are counted."""
        return [*urssaf.totals(self.sources, "france").columns]

    @cached_property
    def totals(self) -> pd.DataFrame:
        """Private jobs, a row a year: the territory, its zone, France, by their codes."""
        places = {
            self.territory.here: ("epci", self.territory.code),
            self.in_zone: ("zone_emploi", self.zone),
            FRANCE: ("france", membership.FRANCE),
        }
        rows = {
            year: {
                place: self.selected.published_at(f"private_jobs_{year}", *at)
                for place, at in places.items()
            }
            for year in self.years
        }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("year")

    @cached_property
    def communes(self) -> pd.DataFrame:
        """Private jobs of the communes of the territory: a row a commune, a column a year.

        NaN where the file has no row.
        """
        return pd.DataFrame(
            {year: self.selected.by_commune(f"private_jobs_{year}") for year in self.years}
        )

    @cached_property
    def jobs(self) -> pd.DataFrame:
        """As :func:`bassin.read.urssaf.by_industry`."""
        return urssaf.by_industry(self.sources)

    @cached_property
    def flores(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.flores_by_industry`."""
        return insee.flores_by_industry(self.sources)

    @cached_property
    def region_zones(self) -> Sequence[str]:
        """Zones d'emploi that are mostly in the region."""
        jobs = urssaf.totals(self.sources, "communes")[2022]
        regions = insee.communes(self.sources)["reg"]
        return zones_of_region(jobs, self._zones, regions, self.territory.region)

    @cached_property
    def own_file(self) -> str | None:
        """Name of the file of ``own``, where it is at hand."""
        return urssaf.industries_file(self.sources)

    @cached_property
    def own(self) -> pd.DataFrame | None:
        """As :func:`bassin.read.urssaf.industries`, of the communes of the territory."""
        return urssaf.industries(self.sources, self.territory.codes) if self.own_file else None

    @property
    def in_zone(self) -> str:
        """Code of the zone among the areas: ``"ZE-7603"``."""
        return f"ZE-{self.zone}"

    @property
    def area_names(self) -> dict[str, Called]:
        """What the areas of :meth:`industry_share` are called, but France.

        The region is named with the number of zones that stand for it.
        """
        names, region = self.territory.place_names, self.territory.in_region
        zones = Phrase("employment.zones_of", region=names[region], n=len(self.region_zones))
        zone = Phrase("employment.zone", zone=self.zone_name)
        return {**names, self.in_zone: zone, region: zones}

    @property
    def frame(self) -> dict[str, str | int]:
        """What words name of the comparison: ``zone``, and the years ``start`` and ``end``."""
        return {"zone": self.zone_name, "start": INDUSTRY_START, "end": INDUSTRY_END}

    @choosing(year=_known_years, zones=_known_zones)
    def by_industry(self, year: int, zones: Sequence[str] | None = None) -> pd.Series:
        """Private jobs by A38 industry in some zones d'emploi, in France by default."""
        jobs = self.jobs[year]
        if zones is not None:
            jobs = jobs.loc[list(zones)]
        return total(jobs.groupby("industry"))

    @choosing(year=_known_years, zones=_known_zones)
    def by_sector(self, year: int, zones: Sequence[str] | None = None) -> pd.Series:
        """Private jobs by A5 sector, as :meth:`by_industry`."""
        return total(self.by_industry(year, zones).groupby(self.sectors))

    @choosing(sector=_known_sectors, start=_known_years, end=_known_years)
    def growth(
        self,
        sector: str,
        zones: Sequence[str] | None = None,
        start: int = INDUSTRY_START,
        end: int = INDUSTRY_END,
    ) -> float:
        """Change of the private jobs of a sector from one year to another, in %."""
        before, after = (self.by_sector(year, zones)[sector] for year in (start, end))
        return float((after / before - 1) * 100)

    @choosing(sector=_known_sectors)
    def windows(self, sector: str = "BE") -> pd.DataFrame:
        """Change of jobs in the zone d'emploi over every pair of years at hand.

        A change between two years hangs on both: this shows how much.

        Parameters
        ----------
        sector : str
            A5 code of the sector looked at beside all private jobs.

        Returns
        -------
        DataFrame
            Index ``window``, such as ``2019–2022``, in the order of time; as :func:`window`.

        Examples
        --------
        >>> Study().employment.windows().loc["2019–2024", "zone_pct"]  # doctest: +SKIP
        3.48
        """
        rows = {
            window_label(start, end): window(
                self.shift_share_by_sector(start, end),
                self.by_sector(start),
                self.by_sector(end),
                sector,
            )
            for start, end in combinations(INDUSTRY_YEARS, 2)
        }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("window")

    def residuals(self) -> pd.DataFrame:
        """Residual of the shift-share of each A38 industry over every pair of years at hand.

        Returns
        -------
        DataFrame
            Index ``industry`` (A38); one column a window, as those of :meth:`windows` (jobs).

        Examples
        --------
        >>> Study().employment.residuals().loc["CK", "2019–2024"]  # doctest: +SKIP
        -101.4
        """
        tables = {
            window_label(start, end): self.shift_share(start, end)
            for start, end in combinations(INDUSTRY_YEARS, 2)
        }
        return pd.DataFrame({name: table["residual"] for name, table in tables.items()})

    @property
    def sectors(self) -> pd.Series:
        """A5 sector of each A38 industry."""
        return self.jobs["sector"].groupby("industry").first()

    @choosing(years=_known_years)
    def industry_share(self, years: Sequence[int]) -> pd.DataFrame:
        """Share of industry in private jobs, in %: a row an area, a column a year.

        The areas are the zone d'emploi, the zones that are mostly in the region, and France, by
        their codes.
        """
        areas = {
            self.in_zone: [self.zone],
            self.territory.in_region: list(self.region_zones),
            FRANCE: None,
        }
        rows = {
            area: {y: self.share_of_industry(y, zones) for y in years}
            for area, zones in areas.items()
        }
        return pd.DataFrame(rows).T.rename_axis("area")

    @choosing(year=_known_years, zones=_known_zones)
    def share_of_industry(self, year: int, zones: Sequence[str] | None = None) -> float:
        """Share of industry in private jobs of some zones d'emploi, in %; in France by default."""
        key = f"industry_private_jobs_{year}"
        if zones is None:
            return self.selected.published_at(key, "france", membership.FRANCE)
        if len(zones) == 1:
            return self.selected.published_at(key, "zone_emploi", zones[0])
        # Several zones together are no group of those that have one.
        sectors = self.by_sector(year, zones)
        return float(100 * sectors[INDUSTRY] / total(sectors))

    @choosing(sector=_known_sectors)
    def location_quotients(self, sector: str = "BE") -> pd.DataFrame:
        """As :func:`quotients_of_sector`, of the zone d'emploi in the last year.

        Parameters
        ----------
        sector : str
            A5 code of the sector.
        """
        flores = self.flores[FLORES_YEAR]
        return quotients_of_sector(
            self.by_industry(INDUSTRY_END, [self.zone]),
            self.by_industry(INDUSTRY_END),
            location_quotient(flores.loc[self.zone], total(flores.groupby("industry"))),
            self.sectors == sector,
        )

    @choosing(sector=_known_sectors)
    def quotient_ranges(self, sector: str = "BE") -> pd.DataFrame:
        """How far the quotients of :meth:`location_quotients` go, over all years and both sources.

        Every job is counted, so that no draw of a sample makes them uncertain; what does is which
        jobs, and of which year. Private jobs of every year at hand, and all salaried ones.

        Returns
        -------
        DataFrame
            Index ``industry`` (as :func:`bassin.topics.employment.industries.industry`), the
            highest first; ``value`` (private jobs of the last year), ``low``, ``high``.
        """
        inside = self.sectors == sector
        private = [
            location_quotient(self.by_industry(year, [self.zone]), self.by_industry(year))
            for year in INDUSTRY_YEARS
        ]
        salaried = [
            location_quotient(jobs.loc[self.zone], total(jobs.groupby("industry")))
            for jobs in (self.flores[year] for year in years_of(self.flores.columns))
        ]
        industries = inside.index[inside]
        every = pd.DataFrame(dict(enumerate([*private, *salaried]))).loc[industries]
        table = pd.DataFrame(
            {
                "value": private[-1][industries],
                "low": every.min(axis=1),
                "high": every.max(axis=1),
            }
        )
        table.index = table.index.map(industry).rename("industry")
        return table.sort_values(["value", "high"], ascending=False)

    @choosing(start=_known_years, end=_known_years)
    def shift_share(self, start: int = INDUSTRY_START, end: int = INDUSTRY_END) -> pd.DataFrame:
        """Shift-share of the zone d'emploi by A38 industry.

        Returns
        -------
        DataFrame
            As :func:`shift_share`, index ``industry`` (A38), and ``sector`` (A5).
        """
        local = [self.by_industry(year, [self.zone]) for year in (start, end)]
        everywhere = [self.by_industry(year) for year in (start, end)]
        table = shift_share(*local, *everywhere)
        table.insert(0, "sector", self.sectors)
        return table

    @choosing(sector=_known_sectors)
    def shift_share_of_sector(self, sector: str = "BE") -> pd.DataFrame:
        """Shift-share of the industries of a sector that have or had jobs here, the worst first.

        Parameters
        ----------
        sector : str
            A5 code.

        Returns
        -------
        DataFrame
            As :func:`shift_share`, index ``industry`` (as
            :func:`bassin.topics.employment.industries.industry`), by ``residual``.
        """
        table = self.shift_share()
        here = (table["start"] > 0) | (table["end"] > 0)
        table = table[(table["sector"] == sector) & here].drop(columns="sector")
        return table.rename(index=industry).sort_values("residual")

    @choosing(start=_known_years, end=_known_years)
    def shift_share_by_sector(
        self, start: int = INDUSTRY_START, end: int = INDUSTRY_END
    ) -> pd.DataFrame:
        """As :func:`sums_by_sector`, of :meth:`shift_share`."""
        return sums_by_sector(self.shift_share(start, end))

    def parts_of_sectors(self) -> pd.DataFrame:
        """The three parts of :meth:`shift_share_by_sector`, under codes that have a name.

        Returns
        -------
        DataFrame
            Index ``sector``; ``jobs_national``, ``jobs_mix``, ``jobs_residual``.
        """
        parts = self.shift_share_by_sector()[["national", "mix", "residual"]]
        return parts.add_prefix("jobs_")

    @choosing(year=_known_years)
    def diversity(self, year: int = INDUSTRY_END) -> pd.Series:
        """Effective number of industries (A38, of sector industry) of each zone, highest first."""
        inside = self.jobs[self.jobs["sector"] == "BE"][year]
        return effective_number(inside.unstack("industry")).sort_values(ascending=False)

    def fabric(self, year: int) -> pd.DataFrame | None:
        """As :func:`fabric`."""
        return None if self.own is None else fabric(self.own, year)

    def own_totals(self, years: Sequence[int]) -> pd.DataFrame | None:
        """As :func:`own_totals`."""
        return None if self.own is None else own_totals(self.own, years)
