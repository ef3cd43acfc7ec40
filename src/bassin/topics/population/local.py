"""Population: long series on constant geography, growth, natural and migratory balance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

import geopandas as gpd
import pandas as pd

from bassin.files.trace import cached_property
from bassin.indicators.stats import annual_rate_pct, direction, growth_pct, interpolate_compound
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import anct, insee, ptod
from bassin.topics.base import Topic

#: What a census gives a population to, in %: its window is five years, and a town is sampled.
CENSUS_PRECISION_PCT = 0.5
#: Censuses from one to the next, then figures five years apart: a census since 2006 puts together
#: five years, and two that are nearer share some of them. The last holds the study's last, 2020.
CENSUSES = (1968, 1975, 1982, 1990, 1999, 2006, 2011, 2016, 2021)
#: What births less deaths are written to in INSEE's own tables, in % a year.
NIL_PCT_A_YEAR = 0.1
#: First and last year of the balance that the comparison of territories allows.
RECENT = (2013, 2018)
#: Kilometres north of the centre from which a commune is in the north.
NORTH_KM = 10.0


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


def level_again(series: pd.Series, reference: int, year: int) -> int:
    """Whether a population is back at its level of a reference year, as far as a census tells.

    Returns
    -------
    int
        0 if it is within :data:`CENSUS_PRECISION_PCT`, 1 if above, -1 if below.

    Examples
    --------
    >>> level_again(pd.Series({1968: 42818, 2020: 42867}), 1968, 2020)
    0
    """
    first = float(series[reference])
    return direction(float(series[year]), first, first * CENSUS_PRECISION_PCT / 100)


def north_of(middles: gpd.GeoSeries, centre: str, km: float = NORTH_KM) -> list[str]:
    """Communes whose middle is more than some kilometres north of that of the centre.

    Parameters
    ----------
    middles : GeoSeries
        Points by commune, in metres.
    centre : str
    km : float

    Returns
    -------
    list of str
        Codes, from south to north.

    Examples
    --------
    >>> points = gpd.GeoSeries.from_xy([0, 0, 0], [0, 9000, 11000], index=["a", "b", "c"])
    >>> north_of(points, "a")
    ['c']
    """
    north = (middles.y - middles.y[centre]) / 1000
    return [str(code) for code in north[north > km].sort_values(kind="stable").index]


def balance_2013_2018(
    comparison: pd.DataFrame,
    departements: pd.DataFrame,
    places: Mapping[str, tuple[str, str]],
    own: pd.DataFrame,
) -> pd.DataFrame:
    """Balance of 2013-2018 of departements, regions, France and one territory.

    Parameters
    ----------
    comparison : DataFrame
        As :func:`bassin.read.insee.comparison_2018`, all communes.
    departements : DataFrame
        Index ``dep``; ``reg``.
    places : mapping
        As :attr:`bassin.places.territory.Territory.places`; gives the code of the territory.
    own : DataFrame
        Rows of ``comparison`` of the communes of the territory, on the geography of 2023.

    Returns
    -------
    DataFrame
        As :func:`bassin.read.anct.demographic_balance`, without ``name``, for one start. Communes
        that no longer had a count in 2018, and Mayotte, are in no sum.
    """
    columns = ["population_2013", "population_2018", "births", "deaths"]
    counts = insee.without_arrondissements(comparison)[columns].dropna()
    codes = counts.index.str
    departement = pd.Series(codes[:2], counts.index).where(~codes.startswith("97"), codes[:3])
    groups = {
        "departement": counts.groupby(departement).sum(),
        "region": counts.groupby(departement.map(departements["reg"])).sum(),
        "france": counts.sum().to_frame("FR").T,
    }
    epci = [code for level, code in places.values() if level == "epci"]
    groups["epci"] = own[columns].sum(skipna=False).to_frame(epci[0]).T
    table = pd.concat(groups, names=["level", "code"]).rename(
        columns={"population_2013": "population_start", "population_2018": "population_end"}
    )
    table["natural"] = table["births"] - table["deaths"]
    table["migratory"] = table["population_end"] - table["population_start"] - table["natural"]
    table.insert(0, "end", RECENT[1])
    return table.assign(start=RECENT[0]).set_index("start", append=True).sort_index()


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


class Population(Topic):
    """Population of one territory."""

    #: What a census gives of a commune (%), and the censuses compared; how far north is the north.
    precision_pct: ClassVar[float] = CENSUS_PRECISION_PCT
    censuses: ClassVar[tuple[int, ...]] = CENSUSES
    north_km: ClassVar[float] = NORTH_KM
    north_of = staticmethod(north_of)
    falls_throughout = staticmethod(falls_throughout)

    @cached_property
    def by_commune(self) -> pd.DataFrame:
        """As :func:`on_constant_geography`."""
        return on_constant_geography(
            insee.population_1876_2015(self.sources),
            insee.population_2013_2023(self.sources),
            self.territory.passage,
            self.territory.codes,
            insee.HISTORICAL_GEOGRAPHY,
        )

    @cached_property
    def names(self) -> pd.Series:
        """Name of each commune."""
        return self.territory.communes["name"]

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
        return {label: place for label, place in self.territory.places.items() if place in known}

    @cached_property
    def recent(self) -> pd.DataFrame:
        """As :func:`balance_2013_2018`."""
        comparison = insee.comparison_2018(self.sources)
        territory = self.territory
        own = territory.passage.carry(
            comparison, insee.COMPARISON_GEOGRAPHY, GEOGRAPHY, territory.codes
        )
        departements = insee.departements_2023(self.sources)
        return balance_2013_2018(comparison, departements, territory.places, own)

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
        later = [y for y in self.by_commune if municipal_geography(int(y)) > GEOGRAPHY]
        total = self.by_commune.sum(skipna=False)
        total[later] = self.by_commune[later].sum()
        return total.rename("population")

    def series(self, codes: Sequence[str], total: str, since: int, until: int) -> pd.DataFrame:
        """Inhabitants of some communes and of the whole (column ``total``), one row a year."""
        table = self.by_commune.loc[list(codes)].T.rename(columns=self.names.to_dict())
        table.insert(0, total, self.total)
        return table.loc[since:until].rename_axis(index="year", columns=None)

    def rates_2013_2018(self, level: str) -> pd.DataFrame:
        """As :func:`balance_rates` over 2013-2018, for every place of a level, by code."""
        codes = self.recent.loc[level].index.get_level_values("code")
        rates = balance_rates(self.recent, {code: (level, code) for code in codes if code})
        return rates.droplevel("period").rename_axis("code")

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
        rates["-".join(map(str, RECENT))] = float(
            self.rates_2013_2018("region").at[region, "natural"]
        )
        if region in self.later.index:
            start, end = ptod.PERIODS[-1]
            rates[f"{start}-{end}"] = float(self.later.at[region, f"natural_{start}_{end}_pct"])
        return pd.Series(rates, name="natural")

    def together(self, codes: Sequence[str]) -> pd.Series:
        """Inhabitants of some communes together, by year; NaN where one of them has none."""
        return self.by_commune.loc[list(codes)].sum(skipna=False)

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
