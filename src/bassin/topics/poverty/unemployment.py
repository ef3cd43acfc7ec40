"""Unemployment: quarterly rates of the zone d'emploi, and the unemployed of the census."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.trace import cached_property
from bassin.phrase import Phrase
from bassin.places.names import Called
from bassin.read import insee
from bassin.topics.base import Topic
from bassin.topics.national import National
from bassin.topics.perimeters.local import main_group
from bassin.topics.poverty.labour import (
    LABOUR_CENSUSES,
    apart,
    basis,
    key_of,
)
from bassin.topics.poverty.quarters import (
    CENSUS_OF_WEIGHTS,
    GAP,
    MAINLAND,
    by_region,
    by_year,
    dispersion,
    mainland_of_zones,
    restored_since,
    said,
    when,
    written,
    yearly_gaps,
)
from bassin.topics.poverty.work import beside, shown


def _quarters(topic: Unemployment) -> pd.Index:
    return topic.zones.columns


def _years(topic: Unemployment) -> list[int]:
    """Years that have four quarters."""
    of = pd.Series([int(quarter[:4]) for quarter in topic.zones.columns])
    return [int(year) for year, quarters in of.value_counts(sort=False).items() if quarters == 4]


class Unemployment(Topic):
    """Unemployment in one territory."""

    @cached_property
    def _membership(self) -> pd.DataFrame:
        return insee.employment_zones(self.sources)

    @cached_property
    def zone(self) -> str:
        """Zone d'emploi most inhabitants are in."""
        people = self.territory.population_2020
        return main_group(self._membership["zone"], self.territory.codes, people)

    @cached_property
    def zone_communes(self) -> Sequence[str]:
        """Communes of the zone."""
        return list(self._membership.index[self._membership["zone"] == self.zone])

    @cached_property
    def zone_name(self) -> str:
        """Name of the zone."""
        return str(self._membership.at[self.zone_communes[0], "zone_name"])

    @cached_property
    def zones(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.unemployment_zones`, columns ``"2003-Q1"``."""
        return insee.unemployment_zones(self.sources).rename(columns=written)

    @cached_property
    def _areas(self) -> pd.DataFrame:
        return insee.unemployment_areas(self.sources).rename(columns=written)

    @property
    def in_zone(self) -> str:
        """Code of the zone among the places: ``"ZONE-7603"``."""
        return f"ZONE-{self.zone}"

    @property
    def place_names(self) -> dict[str, Called]:
        """What the places of :attr:`quarters` and :attr:`census` are called, but the country."""
        territory = self.territory
        return {
            **territory.place_names,
            territory.centre: str(territory.communes.at[territory.centre, "name"]),
            # A zone has the name of its town or departement, and is not to be taken for it.
            self.in_zone: Phrase("poverty.zone", name=self.zone_name),
        }

    @property
    def _larger(self) -> list[str]:
        """Places of the file of larger areas."""
        return [self.territory.in_departement, self.territory.in_region, MAINLAND]

    def _row(self, place: str) -> tuple[str, str]:
        """Level and name of a place in the file of larger areas, which has no codes."""
        territory = self.territory
        if place == territory.in_departement:
            departements = insee.departements(self.sources)
            return "departement", str(departements.at[territory.departement, "name"])
        if place == territory.in_region:
            return "region", str(insee.regions(self.sources).at[territory.region, "name"])
        return "france", "mainland"

    @choosing(place=lambda self: [self.in_zone, *self._larger])
    def rates_of(self, place: str | None = None) -> pd.Series:
        """Rate of one place by quarter (%), from the file that has it and no other.

        Parameters
        ----------
        place : str, optional
            A column of :attr:`quarters`; the zone by default.

        Raises
        ------
        ChoiceError
            If it is none of them.
        TerritoryError
            If the file has no rate of it, as of zones in Guyane and Mayotte.
        """
        if place is not None and place in self._larger:
            level, name = self._row(place)
            if (level, name) not in self._areas.index:
                raise TerritoryError(f"{name}: no rate of unemployment. Ask for the mainland's.")
            return self._areas.loc[(level, name)]
        if self.zone not in self.zones.index:
            raise TerritoryError(
                f"the zone d'emploi {self.zone_name} has no rate of unemployment. Ask for a larger "
                "place's."
            )
        return self.zones.loc[self.zone]

    @cached_property
    def quarters(self) -> pd.DataFrame:
        """A row a quarter; a column for the zone, departement, region and mainland: %."""
        places = [self.in_zone, *self._larger]
        rates = {place: self.rates_of(place) for place in places}
        return pd.DataFrame(rates).reindex(self.zones.columns).rename_axis("quarter")

    @cached_property
    def mainland(self) -> pd.Series:
        """As :func:`mainland_of_zones`, indexed as ``quarters``: the reference of the zone."""
        restored = restored_since(
            insee.commune_events(self.sources),
            f"{CENSUS_OF_WEIGHTS}-01-01",
            insee.LABOUR_GEOGRAPHY[CENSUS_OF_WEIGHTS],
        )
        labour = insee.labour_force(self.sources, CENSUS_OF_WEIGHTS)
        return mainland_of_zones(self.zones, self._membership["zone"], labour, restored)

    @cached_property
    def departements(self) -> pd.DataFrame:
        """The same as ``zones`` for the departements of the region, one row each, by name."""
        names = insee.departements(self.sources)["name"]
        around = names.loc[self.territory.departements_of_region()]
        return self._areas.loc["departement"].reindex(around)

    @cached_property
    def all_departements(self) -> pd.DataFrame:
        """The same for those of every region of the mainland.

        Index ``(region, departement)``: ``"REG-76"``, name.
        """
        return by_region(self._areas.loc["departement"], insee.departements(self.sources))

    @choosing(year=LABOUR_CENSUSES)
    def labour(self, year: int) -> pd.DataFrame:
        """Labour force at a census by commune of the territory, on the geography of 2023.

        ``active``, ``unemployed`` (persons); NaN where one of the two is not known.
        """
        amounts = self.selected.parts(key_of(year)).table
        return pd.DataFrame({"active": amounts["bottom"], "unemployed": amounts["top"]})

    @choosing(year=LABOUR_CENSUSES)
    def census_rates(self, year: int) -> dict[str, float]:
        """Rates of a census (%).

        Of the territory, its centre, the zone, the departement, the region, the country; NaN where
        the file has not all of it.
        """
        territory, key = self.territory, key_of(year)
        places = self.selected.by_place(key)["value"]
        zone = self.selected.among(key, {self.in_zone: self.zone_communes})["value"]
        return {
            territory.here: float(places[territory.here]),
            territory.centre: float(self.selected.by_commune(key)[territory.centre]),
            self.in_zone: float(zone[self.in_zone]),
            **places.drop(territory.here).astype(float).to_dict(),
        }

    @cached_property
    def census(self) -> pd.DataFrame:
        """As :meth:`census_rates`: index ``year``, a column a place."""
        rates = {year: self.census_rates(year) for year in LABOUR_CENSUSES}
        return pd.DataFrame.from_dict(rates, orient="index").rename_axis("year")

    @cached_property
    def work(self) -> pd.DataFrame:
        """As :func:`bassin.topics.poverty.work.beside`: at work, unemployed, managers in 2022."""
        return beside(self.selected, National(self.sources), self.territory)

    def work_shown(self) -> pd.DataFrame:
        """As :func:`bassin.topics.poverty.work.shown`, of :attr:`work`."""
        return shown(self.work)

    # -- By quarter -------------------------------------------------------------------------------

    def chart(self) -> pd.DataFrame:
        """As ``quarters``, indexed by dates in years, the gap to the mainland last as ``GAP``."""
        table = self.quarters.assign(**{GAP: self.gap()})
        return table.set_axis(pd.Index([when(q) for q in table.index], name="date"))

    def dates(self) -> dict[float, Phrase]:
        """How the dates of :meth:`chart` are written."""
        return {when(quarter): said(quarter) for quarter in self.quarters.index}

    def perimeter(self) -> dict[str, str | int]:
        """What the zone is beside the territory, for a sentence.

        ``zone`` (its name), ``communes`` (of the zone), ``inside`` (those of the territory among
        them), ``of`` (communes of the territory).
        """
        return {
            "zone": self.zone_name,
            "communes": len(self.zone_communes),
            "inside": len(set(self.zone_communes) & set(self.territory.codes)),
            "of": len(self.territory.codes),
        }

    def gap(self) -> pd.Series:
        """Rate of the zone less that of the mainland in the same vintage, by quarter (points)."""
        return (self.rates_of() - self.mainland).rename("gap")

    def revised(self) -> float:
        """Largest change of a yearly rate of the mainland by later revisions, in points."""
        return float((by_year(self.rates_of(MAINLAND)) - by_year(self.mainland)).abs().max())

    def years(self) -> pd.DataFrame:
        """As :func:`yearly_gaps`."""
        return self._gaps.copy()

    @cached_property
    def _gaps(self) -> pd.DataFrame:
        return yearly_gaps(self.rates_of(), self.mainland, self.zones, self.zone)

    @choosing(start=_years, end=_years)
    def window(self, start: int, end: int) -> pd.Series:
        """Mean of :meth:`years` over several years, both ends included.

        Raises
        ------
        ChoiceError
            If a year of the window is not in the series, with its four quarters.
        """
        table = self.years()
        return table.loc[start:end].mean()

    @choosing(year=_years)
    def dispersion(self, year: int) -> pd.DataFrame:
        """As :func:`dispersion`."""
        return dispersion(self.all_departements, year)

    def peak(self) -> tuple[str, float]:
        """Quarter in which the rate of the zone was highest, and the rate."""
        series = self.rates_of()
        return str(series.idxmax()), float(series.max())

    @choosing(start=_quarters, end=_quarters)
    def change(self, start: str, end: str) -> pd.Series:
        """Change of each series between two quarters, in points."""
        return (self.quarters.loc[end] - self.quarters.loc[start]).round(1)

    @choosing(year=_years)
    def yearly(self, year: int) -> float:
        """Mean of the four quarters of a year in the zone, in %."""
        return self.mean(year, year)

    @choosing(start=_years, end=_years)
    def mean(self, start: int, end: int, place: str | None = None) -> float:
        """Mean of all quarters of some years, both ends included, in % (the zone by default)."""
        quarters = [f"{year}-Q{n}" for year in range(start, end + 1) for n in range(1, 5)]
        return float(self.rates_of(place).loc[quarters].mean())

    @choosing(until=_quarters)
    def last_at(self, place: str, rate: float, until: str) -> str | None:
        """Last quarter up to a date in which a place's rate, as written, was this one."""
        series = self.rates_of(place).loc[:until]
        found = series.index[np.isclose(series, rate, atol=0.05)]
        return str(found[-1]) if len(found) else None

    # -- By census --------------------------------------------------------------------------------

    def apart(self) -> pd.DataFrame:
        """As :func:`apart`."""
        return apart(self.census)

    @choosing(years=LABOUR_CENSUSES)
    def by_commune(self, years: Sequence[int] = LABOUR_CENSUSES) -> pd.DataFrame:
        """Census rates of each commune: ``name``, then a column a year, ``"2007"``."""
        rates = {str(year): self.selected.by_commune(key_of(year)) for year in years}
        return pd.DataFrame({"name": self.names, **rates})

    @choosing(years=LABOUR_CENSUSES)
    def basis(self, years: Sequence[int] = LABOUR_CENSUSES) -> Phrase:
        """Which file each census is read from, and on which boundaries."""
        return basis(years)

    def people(self) -> pd.DataFrame:
        """Active and unemployed people of the territory by census: index ``year``.

        NaN where the file has none of the territory, or a count of one of its communes is missing.
        """
        here = self.territory.here
        every = pd.Series(here, self.territory.codes)
        rows = {year: self.selected.over(key_of(year), every).loc[here] for year in LABOUR_CENSUSES}
        table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("year")
        known = table["value"].notna()
        return pd.DataFrame({"active": table["of"], "unemployed": table["amount"]}).where(known)
