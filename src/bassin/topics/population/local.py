"""Population: long series on constant geography, growth, natural and migratory balance."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from bassin.choices import choosing
from bassin.files.trace import cached_property, kept_by
from bassin.indicators import catalogue
from bassin.indicators.aggregate import MERGED, STATUS, over, parts
from bassin.indicators.geography import municipal_geography
from bassin.indicators.stats import interpolate_compound, total
from bassin.places.national import merged
from bassin.places.passage import GEOGRAPHY
from bassin.read import anct, insee, ptod
from bassin.topics.base import Topic
from bassin.topics.named import ALES, LA_GRAND_COMBE
from bassin.topics.population.balance import (
    BALANCE_YEARS,
    LAST_PERIOD,
    LEVELS,
    balance_of_areas,
    balance_of_epci,
    balance_of_sides,
    balance_rates,
    rank_of_migration,
)
from bassin.topics.population.counted import censuses, municipal_counts
from bassin.topics.population.history import (
    PERIODS_OF_LOSS,
    crossing,
    growth,
    losers,
)

#: Years whose inhabitants are known, each from the first file that has it.
YEARS = tuple(sorted({*insee.CENSUS_YEARS, *insee.MUNICIPAL_YEARS}))
#: A census whose inhabitants are declared: those of any other add up as they do.
STUDY_CENSUS = 2020


def _years(topic: Population) -> pd.Index:
    return topic.by_commune.columns


class Population(Topic):
    """Population of one territory."""

    @cached_property
    def by_commune(self) -> pd.DataFrame:
        """Inhabitants of each commune at every census, all on the geography of 2023.

        Returns
        -------
        DataFrame
            Index ``code``; a column a year. A year published on boundaries later than 2023 is NaN
            for a commune that has merged since; it is counted in the one that took it in.
        """
        return pd.concat({year: self.people(year) for year in YEARS}, axis=1)

    @choosing(year=YEARS)
    def people(self, year: int) -> pd.Series:
        """The same of one year; its file alone is read."""
        if year in insee.CENSUS_YEARS:
            return censuses(self.sources, self.selected.ground)[year]
        return municipal_counts(self.sources, year, self.selected.ground)

    def _added(self, groups: pd.Series) -> pd.DataFrame:
        """Inhabitants of groups of communes: a row a year, a column a group; NaN if not known."""
        people = self.by_commune
        found = {year: self._added_in(int(year), people[year], groups) for year in people}
        return pd.DataFrame(found).T.rename_axis(index="year", columns=None)

    def _added_in(self, year: int, people: pd.Series, groups: pd.Series) -> pd.Series:
        """Inhabitants of groups of communes in one year."""
        # Counts of later boundaries: a commune merged since is in the one that took it in.
        table = people.to_frame("people")
        if municipal_geography(year) > GEOGRAPHY:
            gone = merged(self.sources, table["people"].notna(), self.selected.ground)
            table[STATUS] = pd.Series(MERGED, table.index, dtype=object).where(gone)
        rule = catalogue.find(f"population_{STUDY_CENSUS}").rule
        return over(parts(rule, table), groups)["value"]

    @cached_property
    def balance(self) -> pd.DataFrame:
        """As :func:`bassin.read.anct.demographic_balance`, whole."""
        return anct.demographic_balance(self.sources)

    @cached_property
    def places(self) -> Mapping[str, tuple[str, str]]:
        """The territory and the places it is compared with, for :func:`balance_rates`.

        Those that the balance file does not know are left out.
        """
        known = set(self.balance.index.droplevel("start"))
        return {area: place for area, place in self.territory.levels.items() if place in known}

    @cached_property
    def recent(self) -> pd.DataFrame:
        """As :func:`balance_of_areas`."""
        comparison = insee.comparison_2018(self.sources)
        return balance_of_areas(comparison, insee.departements(self.sources))

    @cached_property
    def recent_own(self) -> pd.DataFrame:
        """As :func:`balance_of_epci`."""
        return balance_of_epci(self._compared, self.territory.code)

    @cached_property
    def _compared(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.comparison_2018`, of the territory on its geography."""
        comparison, codes = insee.comparison_2018(self.sources), self.territory.codes
        return self.territory.passage.carry(
            comparison, insee.COMPARISON_GEOGRAPHY, GEOGRAPHY, codes
        )

    def rates_of_sides(self, sides: pd.Series) -> pd.DataFrame:
        """Yearly rates of 2013-2018 by side: ``natural``, ``migratory``, ``total`` in % a year."""
        balance = balance_of_sides(self._compared, sides)
        places = {side: ("side", side) for side in balance.index.unique("code")}
        return balance_rates(balance, places).droplevel("period")

    @cached_property
    def later(self) -> pd.DataFrame:
        """As :func:`bassin.read.ptod.areas` by region; empty where its file is not at hand."""
        listed = ptod.AREAS["region"] in self.sources
        return ptod.areas(self.sources, "region") if listed else pd.DataFrame()

    @cached_property
    def total(self) -> pd.Series:
        """Inhabitants of the territory, by year; NaN where a commune's are not known.

        Years published on boundaries later than 2023 are added up as they stand: a commune merged
        since is counted in the one that took it in.
        """
        here = self.territory.here
        everyone = pd.Series(here, self.by_commune.index, dtype=object)
        return self._added(everyone)[here].rename("population").rename_axis(None)

    @choosing(year=YEARS)
    def total_in(self, year: int) -> float:
        """As :attr:`total`, in one year; its files alone are read."""
        here, people = self.territory.here, self.people(year)
        everyone = pd.Series(here, people.index, dtype=object)
        return float(self._added_in(year, people, everyone)[here])

    @choosing(since=_years, until=_years)
    def drawn(
        self, since: int, until: int, towns: Collection[str] = (ALES, LA_GRAND_COMBE)
    ) -> pd.DataFrame:
        """Inhabitants of the whole, then of some towns.

        Parameters
        ----------
        since, until : int
            First and last year.
        towns : collection of str
            Communes, by code; by default those whose curves the study draws.

        Returns
        -------
        DataFrame
            One row a year; a column a code, that of the territory first. A town elsewhere has none.
        """
        here = [code for code in towns if code in self.territory.codes]
        table = self.by_commune.loc[here].T
        table.insert(0, self.territory.here, self.total)
        return table.loc[since:until].rename_axis(index="year", columns=None)

    @choosing(level=LEVELS)
    def rates_2013_2018(self, level: str) -> pd.DataFrame:
        """As :func:`balance_rates` over 2013-2018, for every place of a level, by code."""
        balance = self.recent_own if level == "epci" else self.recent
        codes = balance.loc[level].index.get_level_values("code")
        rates = balance_rates(balance, {code: (level, code) for code in codes if code})
        return rates.droplevel("period").rename_axis("code")

    @cached_property
    def moves_of_regions(self) -> pd.DataFrame:
        """Net migration of every region (% a year) in the last two periods of counts.

        Returns
        -------
        DataFrame
            Index ``code``; a column a period, ``"2011-2016"``. The publications that the two are
            from overlap.
        """
        start, end = LAST_PERIOD
        return pd.DataFrame(
            {
                f"{start}-{end}": rank_of_migration(self.balance, "region", start),
                "-".join(map(str, BALANCE_YEARS)): self.rates_2013_2018("region")["migratory"],
            }
        ).rename_axis("code")

    @choosing(region=lambda self: self.balance.loc["region"].index.unique("code"))
    def natural(self, region: str) -> pd.Series:
        """Births less deaths of a region by period, in % a year: the periods since 2006.

        Returns
        -------
        Series
            Index ``"2011-2016"``; the last two publications overlap.
        """
        table = balance_rates(self.balance, {"region": ("region", region)}).loc["region", "natural"]
        rates = {
            period.replace("\N{EN DASH}", "-"): rate
            for period, rate in table.items()
            if int(period[:4]) >= 2006
        }
        rates["-".join(map(str, BALANCE_YEARS))] = float(
            self.rates_2013_2018("region").at[region, "natural"]
        )
        if region in self.later.index:
            start, end = ptod.PERIODS[-1]
            rates[f"{start}-{end}"] = float(self.later.at[region, f"natural_{start}_{end}_pct"])
        return pd.Series(rates, name="natural")

    @choosing(codes=lambda self: self.by_commune.index)
    def together(self, codes: Sequence[str]) -> pd.Series:
        """Inhabitants of some communes together, by year; NaN where one of them has none."""
        return total(self.by_commune.loc[list(codes)])

    @choosing(start=_years, end=_years)
    def growth(self, start: int, end: int) -> pd.DataFrame:
        """As :func:`growth`, with ``name`` first."""
        return growth(self.by_commune, start, end).assign(name=self.names)

    def by_side(self, sides: pd.Series) -> pd.DataFrame:
        """Inhabitants of each side of the territory, one row a year."""
        # The same few sides are asked for again and again: each is added up once.
        key = ("by_side", *zip(sides.index, sides, strict=True))
        return kept_by(self).get(key, lambda: self._added(sides)).copy()

    def crossing(self, sides: pd.Series, riser: str, other: str) -> int | None:
        """As :func:`crossing`."""
        return crossing(self.by_side(sides), riser, other)

    @choosing(periods=_years)
    def losers(self, sides: pd.Series, periods: Sequence[tuple[int, int]]) -> pd.DataFrame:
        """As :func:`losers`."""
        return losers(self.by_commune, sides, periods)

    @property
    def losing(self) -> pd.DataFrame:
        """As :func:`losers`, by side of the centre, over :data:`PERIODS_OF_LOSS`."""
        return self.losers(self.territory.sides(), PERIODS_OF_LOSS)

    @cached_property
    def rates(self) -> pd.DataFrame:
        """As :func:`balance_rates`, for the territory and the places it is compared with."""
        return balance_rates(self.balance, self.places)

    @choosing(year=range(YEARS[0], YEARS[-1] + 1))
    def interpolated(self, year: int) -> float:
        """Population of the territory in a year without a census, at a constant rate.

        The censuses before and after it are read, and no others.
        """
        around = {
            max(known for known in YEARS if known <= year),
            min(known for known in YEARS if known >= year),
        }
        series = pd.Series({one: self.total_in(one) for one in sorted(around)})
        return interpolate_compound(series, year)
