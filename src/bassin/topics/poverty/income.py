"""Income and poverty: rates by commune and area, what secrecy hides, housing aid, districts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from bassin.choices import choosing
from bassin.files.trace import cached_property, kept_by
from bassin.indicators import small_areas
from bassin.phrase import Phrase
from bassin.places.names import Called
from bassin.places.national import Ground
from bassin.read import anct, insee
from bassin.topics.base import Topic
from bassin.topics.national import parts_of, published_of
from bassin.topics.poverty import communes, national
from bassin.topics.poverty.aid import (
    DIVIDED,
    aid_beside,
    aid_by_place,
    aid_share,
    neighbourhoods,
    poor_and_aided,
)
from bassin.topics.poverty.districts import DISTRICT, district_areas
from bassin.topics.poverty.places import (
    OVERSEAS_REGIONS,
    deciles_of_epci,
    places_2019,
    printed_of_places,
    share_below,
)
from bassin.topics.poverty.rates import (
    commune_table,
    moves,
)
from bassin.topics.poverty.secrecy import Interval, hidden_rate, secrecy
from bassin.topics.poverty.standing import (
    among_the_lowest,
    medians_of_epci,
    standing_of,
)

#: Year of the recipients of the Caf by IRIS.
CAF_YEAR = 2019


class Income(Topic):
    """Income and poverty in one territory."""

    @cached_property
    def communes(self) -> pd.DataFrame:
        """``name`` and ``population`` (2020) of the communes."""
        return self.territory.communes[["name"]].join(self.territory.population_2020)

    @property
    def _codes(self) -> pd.Index:
        return pd.Index(self.territory.codes, name="code")

    @cached_property
    def _iris(self) -> pd.DataFrame | None:
        departement = self.territory.departement
        table = small_areas.read_by_iris(self.sources, insee.iris_income, [departement])
        return None if table.empty else table

    @choosing(year=lambda self: self.years)
    def rate(self, year: int) -> pd.DataFrame:
        """Poverty rate of each commune in a year: ``rate_2019`` (%), ``status_2019``.

        Parameters
        ----------
        year : int
            Of :attr:`years`.
        """
        return kept_by(self).get(("rate", year), lambda: self._rate(year))

    def _rate(self, year: int) -> pd.DataFrame:
        return communes.rate(self.territory, self.sources, year)

    @property
    def years(self) -> list[int]:
        """Years of which a file at hand has poverty rates of communes."""
        return communes.years(self.sources)

    @cached_property
    def rates(self) -> pd.DataFrame:
        """As :meth:`rate`, of all the years."""
        return pd.concat([self.rate(year) for year in self.years], axis=1)

    @choosing(year=lambda self: self.years)
    def persons(self, year: int) -> pd.Series:
        """People in tax households by commune in a year; NaN where masked."""
        return communes.persons(self.territory, self.sources, year)

    @cached_property
    def thresholds(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.poverty_thresholds` of 2019, for communes that have one."""
        poverty = insee.poverty_thresholds(self.sources, 2019)
        here = self._codes.difference(
            communes.changed(self.territory, self.sources, "poverty_thresholds", 2019)
        )
        return poverty.loc[poverty.index.intersection(here)]

    @cached_property
    def places(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.filosofi_distribution`, of the places it is compared with.

        Index ``place``, as :attr:`bassin.places.territory.Territory.levels`; the last is mainland
        France.
        """
        return places_2019(self.territory.levels, self.sources)

    @cached_property
    def place_names(self) -> dict[str, Called]:
        """What the places of the tables are called, but France and its divided communes."""
        divided = Phrase("poverty.divided", communes=list(self.names.loc[self.aid_communes]))
        return {**self.territory.place_names, DIVIDED: divided}

    @cached_property
    def printed_rates(self) -> Mapping[str, float]:
        """Poverty rates of 2020 that the study prints, by place (%)."""
        return printed_of_places(self.territory, self.sources, ["pov-agglo", "pov-gard"])

    @cached_property
    def printed_aid(self) -> Mapping[str, float]:
        """Shares of 2019 with an aid for housing that the study prints, by place (%)."""
        return printed_of_places(self.territory, self.sources, ["aid-agglo", "aid-france"])

    @choosing(place=lambda self: self.territory.levels, year=lambda self: self.years)
    def rate_of(self, place: str, year: int) -> float:
        """Poverty rate published of a place in a year (%); NaN where no file at hand has it."""
        kind, group = self.territory.levels[place]
        rates = national.rates_of_groups(self.sources, year, [kind])["value"]
        return float(rates.get((kind, group), np.nan))

    @cached_property
    def published(self) -> pd.DataFrame:
        """As :meth:`rate_of`: a row a place, a column a year."""
        places = list(self.territory.levels)
        table = {year: [self.rate_of(place, year) for place in places] for year in self.years}
        return pd.DataFrame(table, index=pd.Index(places, name="place"))

    @cached_property
    def moves(self) -> pd.DataFrame:
        """Poverty rate of the communes that have one in 2019 and in 2020, by place.

        ``before``, ``after`` (%), ``communes`` (number), ``people_pct`` (their part of the people
        of all communes listed in 2019).
        """
        return moves(
            self.territory,
            communes.changed(self.territory, self.sources, "poverty_thresholds", 2019),
            self._filed("poverty_rate_2019"),
            self._filed("poverty_rate_pct"),
            insee.filosofi_distribution(self.sources, "commune", 2019),
        )

    def _filed(self, key: str) -> pd.Series:
        """Values of an indicator, of all communes of its file."""
        return parts_of(self.sources, key, Ground.as_filed()).values()

    def _published(self, key: str, kind: str) -> pd.Series:
        """Values published of all groups of a kind."""
        table = published_of(self.sources, key, [kind])
        return pd.Series(dtype=float) if table is None else table["value"].droplevel("kind")

    @cached_property
    def standing(self) -> pd.DataFrame:
        """As :func:`medians_of_epci`."""
        return medians_of_epci(self.sources)

    @cached_property
    def epci(self) -> pd.DataFrame:
        """Deciles of every EPCI in 2019, with the ``poverty_rate_pct`` published of it."""
        deciles = insee.filosofi_distribution(self.sources, "epci", 2019)
        return deciles_of_epci(deciles, self._published("poverty_rate_2019", "epci"))

    @cached_property
    def iris(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.iris_income`, for the communes divided into IRIS."""
        if self._iris is None:
            about = ["code", "name", "whole", "population", "median_income", "poverty_rate_pct"]
            return pd.DataFrame(columns=about)
        return self._iris[~self._iris["whole"] & self._iris["code"].isin(self._codes)]

    @cached_property
    def caf(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.caf_iris`, whole."""
        return insee.caf_iris(self.sources, CAF_YEAR)

    @cached_property
    def aid(self) -> pd.DataFrame:
        """Share of the Caf's recipients with an aid for housing, in %.

        Index ``place`` (the territory, France), a column each of :data:`AID_YEARS`; NaN where no
        file at hand has it.
        """
        return aid_by_place(self.territory.levels, self.sources)

    @cached_property
    def districts(self) -> gpd.GeoDataFrame:
        """Outlines of the priority districts of 2015 in the territory: ``name``, ``code``."""
        districts = anct.priority_districts_2015(self.sources)
        return districts[districts["code"].isin(self._codes)].sort_index()

    @cached_property
    def districts_2024(self) -> pd.DataFrame:
        """Priority districts of 2024 by commune of the territory: ``ids``, ``names``."""
        table = pd.DataFrame(anct.priority_districts_2024(self.sources).drop(columns="geometry"))
        return table.loc[table.index.intersection(self._codes)]

    # -- Rates ------------------------------------------------------------------------------------

    def medians(self) -> pd.DataFrame:
        """Median standard of living of each commune in 2020: ``median_2020``, ``median_status``.

        The status is its own, and not that of a rate: it is masked in fewer communes.
        """
        found = self.selected.parts("median_income").table
        status = found["status"].astype(object)
        return pd.DataFrame({"median_2020": found["value"], "median_status": status})

    def secrecy(self) -> pd.DataFrame:
        """As :func:`secrecy`."""
        return secrecy(self.communes["population"], self.rates)

    @property
    def here(self) -> str:
        """Code of the territory among the places."""
        return self.territory.here

    def hidden(self) -> tuple[Interval, float]:
        """As :func:`hidden_rate`, in 2019, when the rate of the whole territory is known."""
        return hidden_rate(
            self.rate_of(self.here, 2019),
            self.places.at[self.here, "persons"],
            self.rate(2019)["rate_2019"],
            self.persons(2019),
        )

    def moved_2020(self) -> tuple[float, float]:
        """As :func:`like_for_like`, from 2019 to 2020, in the territory."""
        before, after = self.moves.loc[self.here, ["before", "after"]]
        return float(before), float(after)

    def rate_2020(self, place: str | None = None) -> float:
        """Poverty rate of a place in 2020, in %: published where at hand, else carried.

        Carried means that of 2019, moved as its communes that have a rate in both years did. Where
        no rate of 2019 is published, that read between deciles stands in. Every place is treated
        alike.

        Parameters
        ----------
        place : str, optional
            The territory by default.
        """
        place = place or self.here
        published, first = self.rate_of(place, 2020), self.rate_of(place, 2019)
        if pd.notna(published):
            return published
        if pd.isna(first):
            first = self.interpolated()[place]
        before, after = self.moves.loc[place, ["before", "after"]]
        return float(first + after - before)

    # -- Standing ---------------------------------------------------------------------------------

    def among_the_lowest(self) -> pd.DataFrame:
        """As :func:`among_the_lowest`."""
        return among_the_lowest(self.standing)

    @choosing(code=lambda self: self.standing.index)
    def place_among_epci(self, code: str) -> pd.Series:
        """Part of the EPCI of each year whose median is not above that of one, in %."""
        return standing_of(self.standing, code)["share"]

    def own_standing(self) -> pd.DataFrame:
        """As :func:`standing_of`, of the territory."""
        return standing_of(self.standing, self.territory.code)

    def stayed_low(self) -> tuple[int, int, int]:
        """EPCI in the lowest tenth in the first year, in every year, and EPCI in all."""
        low = self.among_the_lowest()
        return int(low.iloc[:, 0].sum()), int(low.all(axis=1).sum()), len(low)

    # -- Places -----------------------------------------------------------------------------------

    @property
    def median_2019(self) -> float:
        """National median of the standard of living in 2019 (mainland), in euros a year."""
        return float(
            insee.filosofi_distribution(self.sources, "france", 2019).at[insee.MAINLAND, "d5"]
        )

    def interpolated(self, part: int = 60) -> pd.Series:
        """Share of people under a part of the national median in 2019, by place.

        As :func:`share_below`; the publisher's own threshold is the same part of the same median.
        """
        return share_below(self.places, self.median_2019 * part / 100)

    def interpolation_error(self, part: int = 60) -> pd.Series:
        """Read between deciles less published, by EPCI in 2019 (points); where both are known.

        Parameters
        ----------
        part : int
            Part of the national median taken as the threshold, in %.
        """
        read = share_below(self.epci, self.median_2019 * part / 100)
        return (read - self.epci["poverty_rate_pct"]).dropna()

    def compared(self) -> pd.DataFrame:
        """The territory and the places it is compared with.

        Returns
        -------
        DataFrame
            Index ``place``; ``median``, ``d9_d1`` (2019), ``read_50`` and ``read_60`` (shares under
            50 and 60 % of the median read between deciles, 2019), published rates by year,
            ``"2019"`` and so on, and ``printed`` (that of 2020 the study prints).
        """
        keys = {"median": "median_income_2019", "d9_d1": "d9_d1_2019"}
        table = pd.DataFrame({name: self.selected.published(key) for name, key in keys.items()})
        table = table.assign(read_50=self.interpolated(50), read_60=self.interpolated(60))
        table = table.join(self.published.rename(columns=str)).rename_axis("place")
        return table.assign(printed=pd.Series(dict(self.printed_rates), dtype=float))

    def commune_table(self) -> pd.DataFrame:
        """As :func:`commune_table`."""
        return commune_table(self.rates, self.thresholds, self.communes["name"])

    @choosing(year=(2019, 2021))
    def poorest_regions(self, year: int = 2019, *, overseas: bool = False) -> pd.Series:
        """Median standard of living by region, lowest first, indexed by code (euros).

        Parameters
        ----------
        year : {2019, 2021}
            In 2021 regions of the metropole only; empty where the file is not at hand.
        overseas : bool
            Whether regions overseas count, in 2019.
        """
        medians = self._published(f"median_income_{year}", "region")
        kept = medians if overseas else medians.drop(OVERSEAS_REGIONS, errors="ignore")
        return kept.sort_values()

    # -- Housing aid ------------------------------------------------------------------------------

    def aid_beside(self) -> pd.DataFrame:
        """As :func:`aid_beside`."""
        return aid_beside(self.aid, self.caf, self.aid_communes, self.printed_aid)

    def aid_share(self, codes: Sequence[str] | None = None) -> float:
        """As :func:`aid_share`."""
        return aid_share(self.caf, codes)

    @cached_property
    def aid_communes(self) -> list[str]:
        """Communes of the territory in the file of the Caf: those divided into IRIS."""
        there = set(self.caf["code"])
        return [code for code in self.communes.index if code in there]

    @choosing(code=lambda self: self.communes.index)
    def neighbourhoods(self, code: str | None = None) -> pd.DataFrame:
        """As :func:`neighbourhoods`."""
        return neighbourhoods(self.iris, self.caf, self.communes["name"], code)

    def town(self) -> pd.DataFrame:
        """As :func:`poor_and_aided`, in the centre, if it is divided into IRIS: poorest first."""
        table = poor_and_aided(self.neighbourhoods(self.territory.centre))
        return self._reached(table, insee.IRIS_FRANCE)

    # -- Districts --------------------------------------------------------------------------------

    def district_areas(self, outlines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """As :func:`district_areas`."""
        return district_areas(self.districts, self.districts_2024, outlines)

    def district_frame(self, outlines: gpd.GeoDataFrame) -> dict[str, int]:
        """How many communes that map shows (``shown``), of how many (``of``): for its caption."""
        areas = self.district_areas(outlines)
        return {"shown": int((areas["kind"] != DISTRICT).sum()), "of": len(outlines)}
