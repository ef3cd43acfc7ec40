"""Ageing: shares of the old and the young, ageing index, presential sphere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

import pandas as pd

from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators import small_areas
from bassin.indicators.stats import direction, weighted_mean
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.places.territory import Territory
from bassin.read import insee, printed, ptod
from bassin.topics.base import Topic

#: First and last census of the file by IRIS.
FIRST, LAST = insee.IRIS_YEARS[0], insee.IRIS_YEARS[-1]
#: Census of the published shares.
YEAR_PUBLISHED = 2018
#: Points within which two shares of a place at two censuses, or two changes, are level: a census
#: puts together five years of surveys, of part of the dwellings in a town.
SHARE_PRECISION = 0.5
YOUNG = insee.BANDS["1529"]


def band_shares(bands: pd.DataFrame, groups: pd.Series | None = None) -> pd.DataFrame:
    """Share of each age band, by commune or by group of communes.

    Parameters
    ----------
    bands : DataFrame
        Inhabitants: index ``code``, a column a band; NaN for a commune without a value.
    groups : Series, optional
        Group of each commune.

    Returns
    -------
    DataFrame
        Index the commune or the group, the same columns: % of the inhabitants. A commune without a
        value is left out of its group.
    """
    people = bands if groups is None else bands.groupby(groups).sum(min_count=1)
    return people.div(people.sum(axis=1, min_count=people.shape[1]), axis=0) * 100


def national_share(regions: pd.Series, inhabitants: pd.Series) -> float:
    """Share of a country from the published shares of its regions, weighted by their inhabitants.

    Regions without a share, such as Mayotte, are left out.
    """
    return weighted_mean(regions, inhabitants.reindex(regions.index))


def inhabitants_by_region(population: pd.Series, departements: pd.DataFrame) -> pd.Series:
    """Inhabitants of each region, from those of communes or arrondissements.

    Parameters
    ----------
    population : Series
        Indexed by code; the departement is what the code begins with.
    departements : DataFrame
        Index ``dep``; ``reg``.
    """
    codes = population.index.str
    overseas = codes.startswith("97")
    departement = pd.Series(codes[:2], population.index).where(~overseas, codes[:3])
    return population.groupby(departement.map(departements["reg"])).sum()


def care_weight(apl: pd.DataFrame, codes: Sequence[str] | None, year: int) -> float:
    """People as counted by the care their ages use, for one inhabitant; 1 in the whole country.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``standardised_population``, ``population``.
    codes : sequence of str, or None
        Communes; all of them if ``None``.
    year : int
    """
    rows = apl.xs(year, level="year")
    if codes is not None:
        rows = rows.loc[rows.index.intersection(list(codes))]
    return float(rows["standardised_population"].sum() / rows["population"].sum())


def history_shares(
    history: pd.DataFrame, passage: Passage, codes: Sequence[str], start: str
) -> pd.DataFrame:
    """Shares of the old and the young of some communes at each census since 1968.

    Parameters
    ----------
    history : DataFrame
        As :func:`bassin.read.insee.age_history`.
    passage : Passage
    codes : sequence of str
        Communes of 2023.
    start : str
        Date of the geography of ``history``.

    Returns
    -------
    DataFrame
        Index ``year``; ``share_65_plus_pct``, ``share_15_29_pct``.
    """
    sums = {
        name: passage.carry(history[name].unstack("year"), start, GEOGRAPHY, codes).sum(
            skipna=False
        )
        for name in ("total", "old", "young")
    }
    shares = {
        "share_65_plus_pct": 100 * sums["old"] / sums["total"],
        "share_15_29_pct": 100 * sums["young"] / sums["total"],
    }
    return pd.DataFrame(shares).rename_axis("year")


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

    @property
    def names(self) -> pd.Series:
        """Name of each commune."""
        return self.territory.communes["name"]

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
        return _areas(self.territory, self.sources, own)

    @cached_property
    def ages(self) -> pd.DataFrame:
        """A row a place as in ``places``, a column an age of 2022: % of the inhabitants."""
        return _ages(self.sources, self._at_hand, self._members)

    @cached_property
    def published(self) -> Mapping[str, float]:
        """Share of people of 65 and over published for 2018.

        Of the territory, its departement, its region, France (the last from regions).
        """
        return _published(self.territory, self.sources)

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
        table[YEAR_PUBLISHED] = self.published_communes
        table = table[sorted(table)].rename(columns=str)
        change = table[str(LAST)] - table[str(FIRST)]
        return pd.concat([self.names, table, change.rename("change")], axis=1)

    def ageing_index(self) -> pd.DataFrame:
        """People of 65 and over for 100 under 20, by commune: ``name``, a column a census."""
        table = self.census["ageing_index"].unstack("year").rename(columns=str)
        return pd.concat([self.names, table], axis=1)

    def elderly_by_place(self) -> pd.DataFrame:
        """Share of people of 65 and over: one row a census, a column a place.

        Censuses of 2011, 2016 and 2022 are added up from IRIS; that of 2018 is as published.
        """
        table = (
            self.places["share_65_plus_pct"].unstack("place")
            if len(self.places)
            else pd.DataFrame(index=pd.Index([], name="year", dtype="int64"))
        )
        for label, share in self.published.items():
            table.loc[YEAR_PUBLISHED, label] = share
        first = [*self.published]
        return table.sort_index()[[*first, *(c for c in table if c not in first)]]

    def pace(self) -> pd.Series:
        """Points gained by the share of people of 65 and over from 2011 to 2022, by place."""
        table = self.places["share_65_plus_pct"].unstack("year")
        return (table[LAST] - table[FIRST]).rename("points")

    def pace_of_region(self) -> float:
        """The same for the departements of the region at hand; NaN where there is but one."""
        pace = self.pace()
        found = pace[pace.index.str.contains(r", \d+ of \d+ departements$")]
        return float(found.iloc[0]) if len(found) else float("nan")

    def index_by_place(self) -> pd.DataFrame:
        """Ageing index: one row a census, a column a place."""
        return self.places["ageing_index"].unstack("place")

    def paces(self) -> pd.DataFrame:
        """How fast the ageing index rose from 2011 to 2022, two ways.

        Returns
        -------
        DataFrame
            Index ``place`` as ``areas``; ``first``, ``last`` (people of 65 and over for 100 under
            20), ``points`` (last less first) and ``pct`` (the same, in % of the first).
        """
        first, last = self.areas[FIRST], self.areas[LAST]
        return pd.DataFrame(
            {
                "first": first,
                "last": last,
                "points": last - first,
                "pct": (last / first - 1) * 100,
            }
        )

    def changes_around(self) -> pd.Series:
        """Change of the share of the old from 2011 to 2022 elsewhere in the departement, in points.

        By commune: those of the same departements as the territory's, but its own.
        """
        table = self.around["share_65_plus_pct"].unstack("year")
        departements = tuple({code[:2] for code in self.names.index})
        other = table.index.str.startswith(departements) & ~table.index.isin(self.names.index)
        return (table[LAST] - table[FIRST])[other].dropna().rename("change")

    @property
    def rising_around(self) -> tuple[int, int]:
        """Communes of the departements at hand whose share rises at each census, and all known."""
        table = self.around["share_65_plus_pct"].unstack("year").dropna()
        rising = (table.diff(axis=1).iloc[:, 1:] > 0).all(axis=1)
        return int(rising.sum()), len(rising)

    # -- The young, and all ages ------------------------------------------------------------------

    def by_band(self) -> pd.DataFrame:
        """Share of each age band of 2022 by commune, with ``name`` first and inhabitants last."""
        people = self.bands.sum(axis=1, min_count=1).rename("inhabitants")
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
        """Share that one commune has of the young, and of all the inhabitants, in % (2022)."""
        people = self.bands.sum(axis=1, min_count=1)
        of_young = 100 * self.bands.at[code, YOUNG] / self.bands[YOUNG].sum()
        return float(of_young), float(100 * people[code] / people.sum())

    def young_without(self, code: str) -> float:
        """Share of people of 15 to 29 in the territory but one commune, in % (2022)."""
        rest = self.bands.drop(index=code)
        return float(100 * rest[YOUNG].sum() / rest.sum().sum())

    def young_in_large(self, codes: Sequence[str]) -> pd.DataFrame:
        """Share of people of 15 to 29 in some communes of over 2,000 inhabitants, by census.

        Returns
        -------
        DataFrame
            Index ``code``; ``name``, a column a census (``"2012"``): %. Only communes in the file
            at every census.
        """
        parts = [
            table["share_15_29_pct"].rename(str(year))
            for year in insee.LARGE_COMMUNES
            if len(table := self.large(year))
        ]
        if not parts:
            return pd.DataFrame(columns=["name", *map(str, insee.LARGE_COMMUNES)])
        table = pd.concat(parts, axis=1).dropna()
        table = table.loc[table.index.intersection(list(codes))]
        table.insert(0, "name", self.names.reindex(table.index))
        return table.rename_axis("code")

    def twin(self) -> pd.DataFrame:
        """What can be set beside figure 2.2: the years it draws, and those recomputed.

        Returns
        -------
        DataFrame
            Index ``year``; ``drawn`` (whether the study draws it), ``printed_65_plus``,
            ``printed_15_29``, ``found_65_plus``, ``found_15_29``: %, NaN where there is none.
        """
        printed = self.drawn
        if self.history is not None:
            found = self.history.copy()
        else:
            old = self.elderly_by_place()[self.label]
            found = pd.DataFrame({"share_65_plus_pct": old, "share_15_29_pct": float("nan")})
        found.loc[LAST, "share_15_29_pct"] = self.young
        years = sorted({*printed.index, *found.index})
        table = pd.DataFrame(index=pd.Index(years, name="year"))
        table["drawn"] = ["yes" if year in printed.index else "no" for year in years]
        table["printed_65_plus"] = printed["share_65_plus_pct"]
        table["printed_15_29"] = printed["share_15_29_pct"]
        table["found_65_plus"] = found["share_65_plus_pct"]
        table["found_15_29"] = found["share_15_29_pct"]
        return table

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
        """EPCI whose share of services and administration rises at each census, and EPCI known.

        Parameters
        ----------
        by : float
            Points a rise has to exceed.
        """
        rows = self.spheres.drop(insee.ALL_FRANCE, errors="ignore")
        table = pd.DataFrame(
            {
                year: rows[f"services_{year}_pct"] + rows[f"public_{year}_pct"]
                for year in insee.IRIS_YEARS
            }
        ).dropna()
        rising = (table.diff(axis=1).iloc[:, 1:] > by).all(axis=1)
        return int(rising.sum()), len(rising)

    def more_presential(self) -> tuple[int, int]:
        """EPCI with a larger presential share than the territory, and EPCI in all."""
        shares = self.spheres["presential_2023_pct"].drop(insee.ALL_FRANCE, errors="ignore")
        return int((shares > self.sphere()["presential_2023_pct"]).sum()), len(shares)

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


def _ages(
    sources: Sources, around: Sequence[str], places: Mapping[str, Sequence[str] | str]
) -> pd.DataFrame:
    columns = list(insee.IRIS_AGES.values())
    if not around:
        return pd.DataFrame(columns=columns)
    table = pd.concat([insee.iris_ages_2022(sources, code) for code in around])
    rows = {}
    for label, place in places.items():
        inside = (
            table["code"].str.startswith(place)
            if isinstance(place, str)
            else table["code"].isin(list(place))
        )
        here = table[inside]
        rows[label] = {age: weighted_mean(here[age], here["population"]) for age in columns}
    return pd.DataFrame.from_dict(rows, orient="index")


def _areas(territory: Territory, sources: Sources, by_place: pd.DataFrame) -> pd.DataFrame:
    """Ageing index of the territory from its IRIS, of larger areas from a third party."""
    rows: dict[str, pd.Series] = {}
    for label, (level, code) in territory.places.items():
        if level == "epci":
            if label in by_place.index.get_level_values("place"):
                rows[label] = by_place.loc[label, "ageing_index"]
            continue
        table = "region" if level == "france" else level
        if ptod.AREAS[table] not in sources:
            continue
        areas = ptod.areas(sources, table)
        key = ptod.FRANCE if level == "france" else code
        if key in areas.index:
            rows[label] = pd.Series(
                {year: areas.at[key, f"ageing_index_{year}"] for year in ptod.CENSUSES}
            )
    return pd.DataFrame(rows).T.reindex(columns=list(ptod.CENSUSES)).rename_axis("place")


def _published(territory: Territory, sources: Sources) -> dict[str, float]:
    shares = {}
    for label, (level, code) in territory.places.items():
        if level == "france":
            regions = insee.statistics_2018(sources, "region")["share_65_plus_pct"]
            people = insee.population_2013_2023(sources)[YEAR_PUBLISHED].dropna()
            departements = insee.departements_2023(sources)
            shares[label] = national_share(regions, inhabitants_by_region(people, departements))
        else:
            table = insee.statistics_2018(sources, level)["share_65_plus_pct"]
            shares[label] = float(table.get(code, float("nan")))
    return shares
