"""Population: long series on constant geography, growth, natural and migratory balance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from bassin.indicators.stats import annual_rate_pct, growth_pct, interpolate_compound
from bassin.read import anct, insee
from bassin.sources import Sources
from bassin.territory import GEOGRAPHY, Passage, Territory
from bassin.trace import cached_property


def municipal_geography(year: int) -> str:
    """Date of the geography a municipal population is published on.

    A census year's populations come into force, and take the boundaries of, the first of January
    two years later; those before 2017 were redone on the boundaries of 2019.
    """
    return f"{max(year + 2, 2019)}-01-01"


def on_constant_geography(
    historical: pd.DataFrame,
    municipal: pd.DataFrame,
    passage: Passage,
    codes: Sequence[str],
    historical_geography: str,
) -> pd.DataFrame:
    """Populations of some communes at every census, all on the geography of 2023.

    Parameters
    ----------
    historical : DataFrame
        As :func:`bassin.read.insee.population_1876_2015`.
    municipal : DataFrame
        As :func:`bassin.read.insee.population_2013_2023`; used for the years the other lacks.
    passage : Passage
    codes : sequence of str
        Communes of 2023.
    historical_geography : str
        Date of the geography of ``historical``.

    Returns
    -------
    DataFrame
        Index ``code``, in the order of ``codes``; a column a year: inhabitants. A year published on
        boundaries later than 2023 is NaN for a commune that has merged since; its inhabitants are
        counted in the commune that took it in.
    """
    parts = [passage.carry(historical, historical_geography, GEOGRAPHY, codes)]
    for year in municipal.columns.difference(historical.columns):
        counts = municipal[year].dropna()
        date = municipal_geography(int(year))
        if date <= GEOGRAPHY:
            parts.append(passage.carry(counts, date, GEOGRAPHY, codes))
        else:
            parts.append(counts.reindex(codes))
    return pd.concat(parts, axis=1)


def growth(populations: pd.DataFrame, start: int, end: int) -> pd.DataFrame:
    """Change of population of each commune between two years.

    Returns
    -------
    DataFrame
        ``start``, ``end`` (inhabitants), ``growth_pct``.
    """
    first, last = populations[start], populations[end]
    return pd.DataFrame({"start": first, "end": last, "growth_pct": growth_pct(first, last)})


def return_to_level(series: pd.Series, reference: int) -> int | None:
    """First year, after a fall below its level of a reference year, a series is back at it.

    Returns
    -------
    int or None
        ``None`` if it never fell below, or has not come back.
    """
    after = series[series.index > reference]
    below = after.index[after < series[reference]]
    if below.empty:
        return None
    back = after[(after.index > below[0]) & (after >= series[reference])]
    return int(back.index[0]) if len(back) else None


def falls_throughout(populations: pd.DataFrame, years: Sequence[int]) -> pd.Series:
    """Whether each commune lost inhabitants between every two successive dates."""
    return (populations[list(years)].diff(axis=1).iloc[:, 1:] < 0).all(axis=1)


def balance_rates(balance: pd.DataFrame, places: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    """Yearly rates of natural and migratory change by period.

    INSEE's convention: the compound rate of the whole change is shared between the two balances in
    proportion to them.

    Parameters
    ----------
    balance : DataFrame
        As :func:`bassin.read.anct.demographic_balance`.
    places : mapping
        Label to ``(level, code)``.

    Returns
    -------
    DataFrame
        Index ``(area, period)``, in the order of ``places`` and of time; ``natural``,
        ``migratory``, ``total``: % a year.

    Raises
    ------
    KeyError
        If a place is not in the table.
    """
    rows = []
    for area, (level, code) in places.items():
        for start, row in balance.loc[(level, code)].sort_index().iterrows():
            years = row["end"] - int(str(start))
            change = row["natural"] + row["migratory"]
            first = row["population_start"]
            total = annual_rate_pct(first, first + change, years)
            # With no change at all, the balances cancel out and the limit of the ratio applies.
            share = total / change if change else 100 / (years * first)
            rows.append(
                (area, f"{start}–{row['end']}", row["natural"] * share, row["migratory"] * share)
            )
    table = pd.DataFrame(rows, columns=["area", "period", "natural", "migratory"])
    table["total"] = table["natural"] + table["migratory"]
    return table.set_index(["area", "period"])


def rank_of_migration(balance: pd.DataFrame, level: str, start: int) -> pd.Series:
    """Places of a level by yearly migratory rate in one period, highest first (% a year)."""
    there = balance.loc[level].xs(start, level="start")
    places = {code: (level, code) for code in there.index}
    period = f"{start}–{there['end'].iloc[0]}"
    rates = balance_rates(balance, places).xs(period, level="period")
    return rates["migratory"].sort_values(ascending=False)


@dataclass(frozen=True)
class Population:
    """Population of one territory.

    Attributes
    ----------
    by_commune : DataFrame
        As :func:`on_constant_geography`.
    names : Series
        Name of each commune.
    balance : DataFrame
        As :func:`bassin.read.anct.demographic_balance`, whole.
    places : mapping
        The territory and the places it is compared with, for :func:`balance_rates`.
    """

    by_commune: pd.DataFrame
    names: pd.Series
    balance: pd.DataFrame
    places: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, territory: Territory, sources: Sources) -> Population:
        """Read what concerns one territory."""
        return cls.build(
            insee.population_1876_2015(sources),
            insee.population_2013_2023(sources),
            anct.demographic_balance(sources),
            communes=territory.communes,
            passage=territory.passage,
            historical_geography=insee.HISTORICAL_GEOGRAPHY,
            places=territory.places,
        )

    @classmethod
    def build(
        cls,
        historical: pd.DataFrame,
        municipal: pd.DataFrame,
        balance: pd.DataFrame,
        *,
        communes: pd.DataFrame,
        passage: Passage,
        historical_geography: str,
        places: Mapping[str, tuple[str, str]],
    ) -> Population:
        """Keep, of national tables, what concerns the communes of one territory.

        Parameters
        ----------
        historical, municipal, passage, historical_geography
            As in :func:`on_constant_geography`.
        balance, places
            As the attributes; places the balance file does not know are left out.
        communes : DataFrame
            Index ``code``; ``name``.
        """
        table = on_constant_geography(
            historical, municipal, passage, list(communes.index), historical_geography
        )
        known = set(balance.index.droplevel("start"))
        kept = {label: place for label, place in places.items() if place in known}
        return cls(table, communes["name"], balance, kept)

    @cached_property
    def total(self) -> pd.Series:
        """Inhabitants of the territory, by year; NaN where a commune's are not known.

        Years published on boundaries later than 2023 are added up as they stand: a commune merged
        since is counted in the one that took it in.
        """
        later = [y for y in self.by_commune if municipal_geography(int(y)) > GEOGRAPHY]
        total = self.by_commune.sum(skipna=False)
        total[later] = self.by_commune[later].sum()
        return total.rename("population")

    def series(self, codes: Sequence[str], total: str, since: int, until: int) -> pd.DataFrame:
        """Inhabitants of some communes and of the whole (column ``total``), one row a year."""
        table = self.by_commune.loc[list(codes)].T.rename(columns=self.names.to_dict())
        table.insert(0, total, self.total)
        return table.loc[since:until].rename_axis(index="year", columns=None)

    def growth(self, start: int, end: int) -> pd.DataFrame:
        """As :func:`growth`, with ``name`` first."""
        return growth(self.by_commune, start, end).assign(name=self.names)

    def by_side(self, sides: pd.Series) -> pd.DataFrame:
        """Inhabitants of each side of the territory, one row a year."""
        return self.by_commune.groupby(sides).sum(min_count=1).T.rename_axis("year")

    def crossing(self, sides: pd.Series, riser: str, other: str) -> int | None:
        """First year one side has more inhabitants than the other for good; ``None`` if never."""
        table = self.by_side(sides)
        ahead = table[riser] > table[other]
        if not ahead.iloc[-1]:
            return None
        behind = ahead.index[~ahead]
        return int(ahead.index[0] if behind.empty else ahead.index[ahead.index > behind[-1]][0])

    def losers(self, sides: pd.Series, periods: Sequence[tuple[int, int]]) -> pd.DataFrame:
        """Communes that lost inhabitants, by side and period.

        Returns
        -------
        DataFrame
            Index ``(side, period)``; ``communes``, ``losing`` (numbers), ``median_pct`` (median
            change of the communes, in %).
        """
        rows = {}
        for side, codes in sides.groupby(sides).groups.items():
            for start, end in periods:
                change = growth(self.by_commune.loc[codes], start, end)["growth_pct"]
                rows[(side, f"{start}–{end}")] = {
                    "communes": len(change),
                    "losing": int((change < 0).sum()),
                    "median_pct": change.median(),
                }
        table = pd.DataFrame.from_dict(rows, orient="index")
        table.index = pd.MultiIndex.from_tuples(list(rows), names=["side", "period"])
        return table

    @cached_property
    def rates(self) -> pd.DataFrame:
        """As :func:`balance_rates`, for the territory and the places it is compared with."""
        return balance_rates(self.balance, self.places)

    def interpolated(self, year: int) -> float:
        """Population of the territory in a year without a census, at a constant rate."""
        return interpolate_compound(self.total, year)
