"""Ageing: shares of the old and the young, ageing index, presential sphere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

import pandas as pd

from bassin.choices import choosing
from bassin.files.trace import cached_property
from bassin.indicators import small_areas
from bassin.indicators.small_areas import FIRST_CENSUS, LAST_CENSUS
from bassin.indicators.stats import total
from bassin.phrase import Name, Phrase
from bassin.places import membership
from bassin.places.names import Called, place_name
from bassin.places.national import Ground
from bassin.places.territory import FRANCE
from bassin.read import insee, printed
from bassin.topics.ageing.places import (
    COUNTED_CENSUS,
    PUBLISHED_CENSUS,
    ageing_index_of_areas,
    ages_by_place,
    ages_of_2020,
    changes_around,
    elderly_by_place,
    paces,
    rising_around,
    share_of_country,
)
from bassin.topics.ageing.shares import (
    ELDEST,
    MAPPED_BANDS,
    YOUNG,
    band_shares,
    beside_figure,
    concentration,
    history_shares,
    young_in_large,
)
from bassin.topics.ageing.spheres import all_spheres, more_presential, more_tertiary
from bassin.topics.base import Topic
from bassin.topics.national import parts_of

#: Claims that print a presential share, and the year each is of; year of the file at hand.
PRINTED_SPHERES = {"age-presential-1975": 1975, "age-presential-2019": 2019}
SPHERES_YEAR = 2023
#: How the keys of the share of people of 65 and over begin; a column of a place to such a start.
ELDERLY = "share_65_plus"
SHARES = {"share_65_plus_pct": ELDERLY, "ageing_index": "ageing_index"}


class Ageing(Topic):
    """Ageing in one territory."""

    #: Age bands of a series of maps.
    mapped_bands: ClassVar[tuple[str, ...]] = MAPPED_BANDS

    @property
    def code(self) -> str:
        """SIREN of the territory."""
        return self.territory.code

    @cached_property
    def bands(self) -> pd.DataFrame:
        """Inhabitants of 2022 by age band, by commune; NaN where the file has no row.

        A commune merged by 2025 is counted in the one that took it in.
        """
        return insee.age_bands_2022(self.sources).reindex(self.territory.codes)

    @cached_property
    def around(self) -> pd.DataFrame:
        """Share of people of 65 and over, of every commune of the region, as far as files reach.

        A column a census.
        """
        ground = Ground.as_filed(
            small_areas.listed(self.sources, self.territory.departements_of_region())
        )
        keys = {year: f"{ELDERLY}_{year}" for year in insee.IRIS_YEARS}
        return pd.DataFrame(
            {year: parts_of(self.sources, key, ground).values() for year, key in keys.items()}
        )

    @cached_property
    def _members(self) -> Mapping[str, Sequence[str] | None]:
        """Departements of each place of ``places``; ``None`` for the territory."""
        return small_areas.reached_places(self.sources, self.territory)

    @cached_property
    def place_names(self) -> Mapping[str, Called]:
        """What the places of this topic are called, but France."""
        inside = [f"DEP-{dep}" for dep in self.territory.communes["dep"].unique()]
        return {
            **{code: place_name(self.sources, code) for code in inside},
            **self.territory.place_names,
        }

    @cached_property
    def places(self) -> pd.DataFrame:
        """Share of people of 65 and over, ageing index: index ``(place, year)``.

        The territory, its departements, its region and the mainland, as far as files reach.
        """
        return self.selected.censuses(SHARES, self._members)

    @cached_property
    def areas(self) -> pd.DataFrame:
        """Ageing index by census, of the territory from its IRIS, of larger areas as published.

        Index ``place`` (the territory, its departement, its region, France), a column a census;
        empty where no file at hand has it.
        """
        own = self.selected.censuses(SHARES, {self.territory.here: None})
        return ageing_index_of_areas(self.territory, self.sources, own)

    @cached_property
    def ages(self) -> pd.DataFrame:
        """A row a place as in ``places``, a column an age of 2022: % of the inhabitants."""
        return ages_by_place(self.sources, self._members, self.territory.codes)

    @cached_property
    def published(self) -> Mapping[str, float]:
        """Share of people of 65 and over published for 2018.

        Of the territory, its departement, its region, France (the last from regions).
        """
        key = f"{ELDERLY}_{PUBLISHED_CENSUS}"
        return {**self.selected.published(key), FRANCE: share_of_country(self.sources, key)}

    @cached_property
    def counted(self) -> pd.Series:
        """Share of people of 65 and over of the census of 2020, of the same places, counted (%)."""
        key = f"{ELDERLY}_{COUNTED_CENSUS}"
        if insee.AGES_2020 not in self.sources:
            return pd.Series(dtype=float)
        return self.selected.by_place(key)["value"].astype(float)

    def large(self, year: int) -> pd.DataFrame:
        """Communes of over 2,000 inhabitants of the departement at a census, 2012 or 2018."""
        return small_areas.large_communes(self.sources, year)

    @cached_property
    def spheres(self) -> pd.DataFrame:
        """Shares of jobs by sphere and sector of every EPCI and of France.

        Index: SIREN, or :data:`bassin.places.membership.FRANCE`; columns as
        :func:`bassin.read.insee.employment_spheres`.
        """
        return all_spheres(self.sources)

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.figure_2_2`: the years that the study draws."""
        return self._printed(printed.FIGURE_2_2, printed.figure_2_2)

    @cached_property
    def history(self) -> pd.DataFrame | None:
        """As :func:`history_shares`; ``None`` where INSEE's file is not at hand."""
        if insee.AGE_HISTORY not in self.sources:
            return None
        return history_shares(
            insee.age_history(self.sources),
            self.territory.passage,
            self.territory.codes,
            insee.AGE_HISTORY_GEOGRAPHY,
        )

    # -- The old ----------------------------------------------------------------------------------

    def elderly(self) -> pd.DataFrame:
        """Share of people of 65 and over by commune: ``name``, a column a census, ``change``.

        The change is from 2011 to 2022, in points.
        """
        years = sorted({*insee.IRIS_YEARS, PUBLISHED_CENSUS})
        table = self._by_commune(ELDERLY, years)
        table = self._reached(table, insee.IRIS_FRANCE)
        return pd.concat([self.names, table, self.elderly_counted["change"]], axis=1)

    @property
    def elderly_counted(self) -> pd.DataFrame:
        """As :meth:`elderly`, without the names and the share that is published of 2018."""
        table = self._by_commune(ELDERLY, insee.IRIS_YEARS)
        return table.assign(change=table[str(LAST_CENSUS)] - table[str(FIRST_CENSUS)])

    def ageing_index(self) -> pd.DataFrame:
        """People of 65 and over for 100 under 20, by commune: ``name``, a column a census."""
        index = self._by_commune("ageing_index", insee.IRIS_YEARS)
        return pd.concat([self.names, self._reached(index, insee.IRIS_FRANCE)], axis=1)

    def _by_commune(self, start: str, years: Sequence[int]) -> pd.DataFrame:
        return pd.DataFrame({str(y): self.selected.by_commune(f"{start}_{y}") for y in years})

    def elderly_by_place(self) -> pd.DataFrame:
        """As :func:`elderly_by_place`."""
        return elderly_by_place(
            self.places, {PUBLISHED_CENSUS: self.published, COUNTED_CENSUS: self.counted}
        )

    def pace(self) -> pd.Series:
        """Points gained by the share of people of 65 and over from 2011 to 2022, by place."""
        shares = self.places["share_65_plus_pct"].unstack("year")
        table = shares.reindex(columns=list(insee.IRIS_YEARS))
        return (table[LAST_CENSUS] - table[FIRST_CENSUS]).rename("points")

    def index_by_place(self) -> pd.DataFrame:
        """Ageing index: one row a census, a column a place."""
        return self.places["ageing_index"].unstack("place")

    def paces(self) -> pd.DataFrame:
        """As :func:`paces`."""
        return paces(self.areas)

    def changes_around(self) -> pd.Series:
        """As :func:`changes_around`."""
        return changes_around(self.around, self.names)

    @property
    def rising_around(self) -> tuple[int, int]:
        """As :func:`rising_around`."""
        return rising_around(self.around)

    # -- The young, and all ages ------------------------------------------------------------------

    def by_band(self) -> pd.DataFrame:
        """Share of each age band of 2022 by commune, with ``name`` first and inhabitants last."""
        people = total(self.bands, axis=1).rename("inhabitants")
        shares = self._reached(band_shares(self.bands), insee.AGES_2022)
        return pd.concat([self.names, shares, people], axis=1)

    def by_age_2020(self) -> pd.DataFrame:
        """Share of each age of the census of 2020: a row a place, of the territory up to France."""
        return ages_of_2020(self.sources, self.territory)

    @property
    def by_mapped_band(self) -> pd.DataFrame:
        """As :meth:`by_band`, with the last two bands in one besides."""
        table = self.by_band()
        return table.assign(
            **{ELDEST: table[list(insee.BANDS.values())[5:]].sum(axis=1, skipna=False)}
        )

    @property
    def by_side(self) -> pd.DataFrame:
        """As :meth:`bands_of`, on the sides of the territory."""
        return self.bands_of(self.territory.sides())

    def bands_of(self, groups: pd.Series) -> pd.DataFrame:
        """Share of each age band of 2022 in groups of communes, then in the whole territory."""
        whole = pd.Series(self.territory.here, self.bands.index)
        of_whole = self._reached(band_shares(self.bands, whole), insee.AGES_2022)
        return pd.concat([band_shares(self.bands, groups), of_whole])

    @cached_property
    def young(self) -> float:
        """Share of people of 15 to 29 in the territory in 2022, in %; NaN if not known."""
        here = self.territory.here
        whole = pd.Series(here, self.bands.index)
        return float(band_shares(self.bands, whole).at[here, YOUNG])

    @choosing(code=lambda self: self.bands.index)
    def concentration(self, code: str) -> tuple[float, float]:
        """As :func:`concentration`."""
        return concentration(self.bands, code)

    @choosing(code=lambda self: self.bands.index)
    def young_without(self, code: str) -> float:
        """Share of people of 15 to 29 in the territory but one commune, in % (2022)."""
        rest = self.bands.drop(index=code).dropna(how="all")
        return float(100 * total(rest[YOUNG]) / total(total(rest)))

    def young_in_large(self, codes: Sequence[str]) -> pd.DataFrame:
        """As :func:`young_in_large`."""
        tables = {year: self.large(year) for year in insee.LARGE_COMMUNES}
        return young_in_large(tables, self.names, codes)

    @property
    def young_by_town(self) -> pd.DataFrame:
        """The same of every commune there, by name."""
        table = self.young_in_large(self.territory.codes).set_index("name")
        return self._reached(table, insee.LARGE_COMMUNES[max(insee.LARGE_COMMUNES)])

    def twin(self) -> pd.DataFrame:
        """As :func:`beside_figure`: the years figure 2.2 draws, and those recomputed."""
        if self.history is not None:
            return beside_figure(self.drawn, self.history, self.young)
        old = self.elderly_by_place()[self.territory.here]
        found = pd.DataFrame({"share_65_plus_pct": old, "share_15_29_pct": float("nan")})
        return beside_figure(self.drawn, found, self.young)

    # -- Jobs -------------------------------------------------------------------------------------

    @choosing(code=lambda self: self.spheres.index)
    def sphere(self, code: str | None = None) -> pd.Series:
        """Row of ``spheres`` of the territory, or of another code; NaN if it has none."""
        return self.spheres.reindex([code or self.code]).iloc[0]

    @choosing(code=lambda self: self.spheres.index)
    def tertiary(self, code: str | None = None) -> pd.Series:
        """Share of jobs in services and administration, by census: % (the territory by default)."""
        row = self.sphere(code)
        years = insee.IRIS_YEARS
        values = [row[f"services_{year}_pct"] + row[f"public_{year}_pct"] for year in years]
        return pd.Series(values, index=pd.Index(years, name="year"), dtype=float)

    def more_tertiary(self, by: float = 0.0) -> tuple[int, int]:
        """As :func:`more_tertiary`."""
        return more_tertiary(self.spheres, by)

    def more_presential(self) -> tuple[int, int]:
        """As :func:`more_presential`."""
        return more_presential(self.spheres, self.sphere())

    @cached_property
    def printed_presential(self) -> pd.Series:
        """Presential share of jobs that the study prints, by year.

        Empty for another territory than that of the study.
        """
        published = self.claimed(list(PRINTED_SPHERES))["published"]
        return published.astype(float).rename(index=PRINTED_SPHERES)

    def presential_series(self) -> pd.DataFrame:
        """Presential share printed by the study, then recomputed, for a bar chart.

        Returns
        -------
        DataFrame
            Indexed by the codes of :attr:`sphere_names`; ``presential_sphere``: % of jobs.
        """
        rows = {f"printed_{year}": share for year, share in self.printed_presential.items()}
        column = f"presential_{SPHERES_YEAR}_pct"
        rows["found_here"] = self.sphere()[column]
        rows["found_france"] = self.sphere(membership.FRANCE)[column]
        return pd.DataFrame({"presential_sphere": pd.Series(rows, dtype=float)})

    @property
    def sphere_names(self) -> Mapping[str, Phrase]:
        """What the rows of :meth:`presential_series` are called."""
        place, year = self.territory.called, SPHERES_YEAR
        return {
            **{
                f"printed_{year}": Phrase("ageing.jobs_printed", place=place, year=int(year))
                for year in self.printed_presential.index
            },
            "found_here": Phrase("ageing.jobs_found", place=place, year=year),
            "found_france": Phrase("ageing.jobs_found", place=Name(FRANCE), year=year),
        }
