"""Ageing: shares of the old and the young, ageing index, presential sphere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

import pandas as pd

from bassin.files.trace import cached_property
from bassin.indicators import small_areas
from bassin.indicators.small_areas import FIRST_CENSUS, LAST_CENSUS
from bassin.indicators.stats import direction, total
from bassin.read import insee, printed
from bassin.topics.ageing.places import (
    PUBLISHED_CENSUS,
    ageing_index_of_areas,
    ages_by_place,
    changes_around,
    elderly_by_place,
    paces,
    published_shares,
    rising_around,
)
from bassin.topics.ageing.shares import (
    SHARE_PRECISION,
    YOUNG,
    band_shares,
    beside_figure,
    concentration,
    history_shares,
    young_in_large,
)
from bassin.topics.ageing.spheres import more_presential, more_tertiary
from bassin.topics.base import Topic


class Ageing(Topic):
    """Ageing in one territory."""

    #: Points within which two shares are level, and which way they differ beyond it.
    share_precision: ClassVar[float] = SHARE_PRECISION
    direction = staticmethod(direction)

    @property
    def code(self) -> str:
        """SIREN of the territory."""
        return self.territory.code

    @property
    def label(self) -> str:
        """Short name of the territory."""
        return self.territory.short_name

    @cached_property
    def bands(self) -> pd.DataFrame:
        """Inhabitants of 2022 by age band, by commune; NaN where the file has no row.

        A commune merged by 2025 is counted in the one that took it in.
        """
        return insee.age_bands_2022(self.sources).reindex(self.territory.codes)

    @cached_property
    def census(self) -> pd.DataFrame:
        """As :func:`bassin.indicators.small_areas.by_commune`."""
        return small_areas.by_commune(self._own_census, self.territory.codes)

    @cached_property
    def _own_census(self) -> pd.DataFrame:
        return small_areas.read_census(self.sources, self.territory.communes["dep"].unique())

    @property
    def _at_hand(self) -> list[str]:
        """Departements whose file by IRIS is at hand, that of the territory first."""
        inside = self.territory.communes["dep"].unique()
        every = insee.departements_2023(self.sources).index
        return small_areas.listed(self.sources, [*inside, *every])

    @cached_property
    def _census_at_hand(self) -> pd.DataFrame:
        return small_areas.read_census(self.sources, self._at_hand)

    @cached_property
    def around(self) -> pd.DataFrame:
        """As ``census``, for every commune of the departements whose file is at hand."""
        census = self._census_at_hand
        everyone = sorted(census["code"].unique()) if len(census) else []
        return small_areas.by_commune(census, everyone)

    @cached_property
    def _members(self) -> dict[str, Sequence[str] | str]:
        """Communes of each place of ``places``, or what their codes begin with."""
        territory, around = self.territory, self._at_hand
        names = insee.departements_2023(self.sources)["name"]
        members: dict[str, Sequence[str] | str] = {territory.short_name: territory.codes}
        members |= {str(names[dep]): dep for dep in around}
        region = territory.departements_of_region()
        if len(known := [dep for dep in around if dep in region]) > 1:
            name = next(n for n, (level, _) in territory.places.items() if level == "region")
            label = f"{name}, {len(known)} of {len(region)} departements"
            codes = self._census_at_hand["code"].unique()
            members[label] = [c for c in codes if c.startswith(tuple(known))]
        return members

    @cached_property
    def places(self) -> pd.DataFrame:
        """As :func:`bassin.indicators.small_areas.by_place`.

        The territory, and each departement whose file is at hand.
        """
        return small_areas.by_place(self._census_at_hand, self._members)

    @cached_property
    def areas(self) -> pd.DataFrame:
        """Ageing index by census, of the territory from its IRIS, of larger areas as published.

        Index ``place`` (the territory, its departement, its region, France), a column a census;
        empty where no file at hand has it.
        """
        own = small_areas.by_place(self._own_census, {self.label: self.territory.codes})
        return ageing_index_of_areas(self.territory, self.sources, own)

    @cached_property
    def ages(self) -> pd.DataFrame:
        """A row a place as in ``places``, a column an age of 2022: % of the inhabitants."""
        return ages_by_place(self.sources, self._at_hand, self._members)

    @cached_property
    def published(self) -> Mapping[str, float]:
        """Share of people of 65 and over published for 2018.

        Of the territory, its departement, its region, France (the last from regions).
        """
        return published_shares(self.territory, self.sources)

    @cached_property
    def published_communes(self) -> pd.Series:
        """The same by commune."""
        table = insee.statistics_2018(self.sources, "commune")
        return table["share_65_plus_pct"].reindex(self.territory.codes)

    def large(self, year: int) -> pd.DataFrame:
        """Communes of over 2,000 inhabitants of the departement at a census, 2012 or 2018."""
        return small_areas.large_communes(self.sources, year)

    @cached_property
    def spheres(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.employment_spheres`."""
        return insee.employment_spheres(self.sources)

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.figure_2_2`: what the study draws of its territory."""
        return printed.figure_2_2(self.sources)

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
        table = self.census["share_65_plus_pct"].unstack("year")
        table[PUBLISHED_CENSUS] = self.published_communes
        table = table[sorted(table)].rename(columns=str)
        change = table[str(LAST_CENSUS)] - table[str(FIRST_CENSUS)]
        return pd.concat([self.names, table, change.rename("change")], axis=1)

    def ageing_index(self) -> pd.DataFrame:
        """People of 65 and over for 100 under 20, by commune: ``name``, a column a census."""
        table = self.census["ageing_index"].unstack("year").rename(columns=str)
        return pd.concat([self.names, table], axis=1)

    def elderly_by_place(self) -> pd.DataFrame:
        """As :func:`elderly_by_place`."""
        return elderly_by_place(self.places, self.published)

    def pace(self) -> pd.Series:
        """Points gained by the share of people of 65 and over from 2011 to 2022, by place."""
        table = self.places["share_65_plus_pct"].unstack("year")
        return (table[LAST_CENSUS] - table[FIRST_CENSUS]).rename("points")

    def pace_of_region(self) -> float:
        """The same for the departements of the region at hand; NaN where there is but one."""
        pace = self.pace()
        found = pace[pace.index.str.contains(r", \d+ of \d+ departements$")]
        return float(found.iloc[0]) if len(found) else float("nan")

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
        return pd.concat([self.names, band_shares(self.bands), people], axis=1)

    def bands_of(self, groups: pd.Series) -> pd.DataFrame:
        """Share of each age band of 2022 in groups of communes, then in the whole territory."""
        whole = pd.Series(self.label, self.bands.index)
        return pd.concat([band_shares(self.bands, groups), band_shares(self.bands, whole)])

    @cached_property
    def young(self) -> float:
        """Share of people of 15 to 29 in the territory in 2022, in %; NaN if not known."""
        whole = pd.Series(self.label, self.bands.index)
        return float(band_shares(self.bands, whole).at[self.label, YOUNG])

    def concentration(self, code: str) -> tuple[float, float]:
        """As :func:`concentration`."""
        return concentration(self.bands, code)

    def young_without(self, code: str) -> float:
        """Share of people of 15 to 29 in the territory but one commune, in % (2022)."""
        rest = self.bands.drop(index=code)
        return float(100 * rest[YOUNG].sum() / rest.sum().sum())

    def young_in_large(self, codes: Sequence[str]) -> pd.DataFrame:
        """As :func:`young_in_large`."""
        tables = {year: self.large(year) for year in insee.LARGE_COMMUNES}
        return young_in_large(tables, self.names, codes)

    def twin(self) -> pd.DataFrame:
        """As :func:`beside_figure`: the years figure 2.2 draws, and those recomputed."""
        if self.history is not None:
            return beside_figure(self.drawn, self.history, self.young)
        old = self.elderly_by_place()[self.label]
        found = pd.DataFrame({"share_65_plus_pct": old, "share_15_29_pct": float("nan")})
        return beside_figure(self.drawn, found, self.young)

    # -- Jobs -------------------------------------------------------------------------------------

    def sphere(self, code: str | None = None) -> pd.Series:
        """Row of ``spheres`` of the territory, or of another code; NaN if it has none."""
        return self.spheres.reindex([code or self.code]).iloc[0]

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

    def presential_series(self, printed: pd.Series) -> pd.DataFrame:
        """Presential share printed by the study, then recomputed, for a bar chart.

        Parameters
        ----------
        printed : Series
            Share printed, by year.
        """
        rows = {
            f"{self.label} {year}, all jobs (printed)": share for year, share in printed.items()
        }
        column = "presential_2023_pct"
        rows[f"{self.label} 2023, salaried jobs"] = self.sphere()[column]
        rows["France 2023, salaried jobs"] = self.sphere(insee.ALL_FRANCE)[column]
        return pd.DataFrame({"Presential sphere": pd.Series(rows, dtype=float)})
