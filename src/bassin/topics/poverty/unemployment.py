"""Unemployment: quarterly rates of the zone d'emploi, and the unemployed of the census."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.files.trace import cached_property
from bassin.indicators.stats import weighted_mean
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import insee
from bassin.topics.base import Topic
from bassin.topics.health.local import codes_of_departements
from bassin.topics.perimeters.local import main_group

#: Name of the country in the quarterly series, which are those of the mainland.
MAINLAND = "France (mainland)"

CENSUSES = tuple(insee.LABOUR_GEOGRAPHY)

#: Census that says how many active people each zone counts for in the mean of all.
WEIGHED = 2017
#: Years on each side of the year of a census whose surveys it puts together: 2017 is 2015-2019.
WINDOW = 2
#: Kind of event by which a commune that had joined another leaves it (:data:`insee.EVENT_KINDS`).
RESTORED = "21"

#: Which file each census is read from, in words; its boundaries are in LABOUR_GEOGRAPHY.
FILES = {
    2007: "active population 2007–2017 (extract)",
    2012: "active population 2007–2017 (extract)",
    2017: "active population 2007–2017 (extract)",
    2018: "comparateur de territoires",
    2022: "dossier complet (rows of the agglomeration, typed one by one)",
}


def when(quarter: str) -> float:
    """First day of a quarter, in years.

    Examples
    --------
    >>> when("2014-T4")
    2014.75
    """
    return int(quarter[:4]) + (int(quarter[-1]) - 1) / 4


def written(quarter: str) -> str:
    """A quarter as the prose writes it: ``"2014-Q4"`` for ``"2014-T4"``."""
    return quarter.replace("T", "Q")


def zone_label(name: str) -> str:
    """Name of a zone d'emploi that cannot be taken for that of its town or departement."""
    return f"Zone {name}"


def rate_pct(labour: pd.DataFrame) -> pd.Series:
    """Unemployed over active people, in %; NaN where nobody is active."""
    return 100 * labour["unemployed"] / labour["active"].where(labour["active"] > 0)


def on_geography(
    labour: pd.DataFrame, date: str, passage: Passage, codes: Sequence[str]
) -> pd.DataFrame:
    """Bring the active and the unemployed of some communes to the geography of 2023.

    A table on a later geography is kept as it is: a commune merged since is missing, and counted in
    the one that took it in. So is a commune the table does not have.

    Parameters
    ----------
    labour : DataFrame
        As :func:`bassin.read.insee.labour_force`.
    date : str
        Of its geography.
    passage : Passage
    codes : sequence of str
        Communes of 2023.
    """
    if date > GEOGRAPHY:
        return labour.reindex(pd.Index(codes, name="code"))
    return passage.carry(labour, date, GEOGRAPHY, codes)


def restored_since(events: pd.DataFrame, census: str, geography: str) -> list[str]:
    """Communes that left another after a census, on whose later boundaries a file gives its counts.

    Such a file may leave their line empty: their people are in that of the commune they left.

    Parameters
    ----------
    events : DataFrame
        As :func:`bassin.read.insee.commune_events`.
    census, geography : str
        Dates of the census and of the boundaries of the file, ``"2017-01-01"``.

    Examples
    --------
    >>> row = ["21", "2019-12-31", "14712", "14666"]
    >>> events = pd.DataFrame([row], columns=["kind", "date", "before", "after"])
    >>> restored_since(events, "2017-01-01", "2020-01-01")
    ['14666']
    >>> restored_since(events, "2020-01-01", "2023-01-01")
    []
    """
    left = (events["kind"] == RESTORED) & (events["before"] != events["after"])
    between = (events["date"] > census) & (events["date"] <= geography)
    return sorted(events.loc[left & between, "after"])


def mainland_of_zones(
    zones: pd.DataFrame,
    membership: pd.Series,
    labour: pd.DataFrame,
    restored: Sequence[str] = (),
) -> pd.Series:
    """Rate of mainland France from those of its zones d'emploi, in the vintage of these.

    The rates of zones are made to agree with those of the country published at the same date.
    The mean of all of them, each counted by its active people, is the country's rate of that date:
    a like for like reference, where the series of the country at hand has been revised since.

    Parameters
    ----------
    zones : DataFrame
        As :func:`bassin.read.insee.unemployment_zones`: index ``zone``, a column a quarter (%).
        Zones that have no rate in the first quarter, those overseas, are left out.
    membership : Series of str
        Zone of each commune.
    labour : DataFrame
        As :func:`bassin.read.insee.labour_force`; ``active`` (persons).
    restored : sequence of str
        As :func:`restored_since`: a line of theirs without a count hides nobody.

    Returns
    -------
    Series
        Index ``quarter``: %.

    Raises
    ------
    ValueError
        If ``labour`` lacks the active people of a zone, or of one of its communes.
    """
    inside = zones.dropna(subset=zones.columns[0])
    active = insee.without_arrondissements(labour)["active"]
    active = active.drop(active.index[active.isna()].intersection(list(restored)))
    cities = insee.city_of(active.index)
    zone = membership.reindex(cities).set_axis(active.index)
    weights = active.groupby(zone).agg(pd.Series.sum, skipna=False).reindex(inside.index)
    if weights.isna().any():
        unknown = weights.index[weights.isna()][0]
        raise ValueError(f"the active people of the zone {unknown} are not all known")
    means = {quarter: weighted_mean(inside[quarter], weights) for quarter in inside}
    return pd.Series(means, dtype=float).rename_axis("quarter").rename(MAINLAND)


def by_year(quarters: pd.Series) -> pd.Series:
    """Mean of each year, of a series by quarter; a year that lacks a quarter is left out.

    Examples
    --------
    >>> by_year(pd.Series({"2003-Q1": 8, "2003-Q2": 8, "2003-Q3": 9, "2003-Q4": 9, "2004-Q1": 1}))
    2003    8.5
    dtype: float64
    """
    year = quarters.index.str[:4].astype(int)
    groups = quarters.groupby(year)
    return groups.mean()[groups.count() == 4].rename_axis(None)


class Unemployment(Topic):
    """Unemployment in one territory."""

    @property
    def names(self) -> pd.Series:
        """Name of each commune."""
        return self.territory.communes["name"]

    @cached_property
    def _membership(self) -> pd.DataFrame:
        return insee.employment_zones_2023(self.sources)

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

    @cached_property
    def quarters(self) -> pd.DataFrame:
        """A row a quarter; a column for the zone, departement, region and mainland: %."""
        _, departement, region, _ = self.territory.places
        quarters = {
            self.label: self.zones.loc[self.zone],
            departement: self._areas.loc[("departement", departement)],
            region: self._areas.loc[("region", region)],
            MAINLAND: self._areas.loc[("france", "mainland")],
        }
        return pd.DataFrame(quarters).reindex(self.zones.columns).rename_axis("quarter")

    @cached_property
    def mainland(self) -> pd.Series:
        """As :func:`mainland_of_zones`, indexed as ``quarters``: the reference of the zone."""
        restored = restored_since(
            insee.commune_events(self.sources), f"{WEIGHED}-01-01", insee.LABOUR_GEOGRAPHY[WEIGHED]
        )
        labour = insee.labour_force(self.sources, WEIGHED)
        return mainland_of_zones(self.zones, self._membership["zone"], labour, restored)

    @cached_property
    def departements(self) -> pd.DataFrame:
        """The same as ``zones`` for the departements of the region, one row each, by name."""
        names = insee.departements_2023(self.sources)["name"]
        around = names.loc[self.territory.departements_of_region()]
        return self._areas.loc["departement"].reindex(around)

    @cached_property
    def all_departements(self) -> pd.DataFrame:
        """The same for those of every region of the mainland.

        Index ``(region, departement)``, names.
        """
        return _by_region(
            self._areas.loc["departement"],
            insee.departements_2023(self.sources),
            insee.regions_2023(self.sources)["name"],
        )

    def labour(self, year: int) -> pd.DataFrame:
        """Labour force at a census by commune of the territory, on the geography of 2023."""
        counts, date = insee.labour_force(self.sources, year), insee.LABOUR_GEOGRAPHY[year]
        territory = self.territory
        return on_geography(counts, date, territory.passage, territory.codes)

    def census_rates(self, year: int) -> dict[str, float]:
        """Rates of a census (%).

        Of the territory, its centre, the zone, the departement, the region, the country; NaN where
        the file has not all of it.
        """
        territory = self.territory
        counts, date = insee.labour_force(self.sources, year), insee.LABOUR_GEOGRAPHY[year]
        own = self.labour(year).dropna()
        complete = date > GEOGRAPHY or len(own) == len(territory.codes)
        _, departement, region, _ = territory.places
        every = list(insee.departements_2023(self.sources).index)
        around, everywhere = territory.departements_of_region(), list(counts.index)
        return {
            territory.short_name: _overall(own) if complete and len(own) else np.nan,
            territory.communes.at[territory.centre, "name"]: _overall(
                own.reindex([territory.centre])
            ),
            self.label: _zone_rate(counts, date, territory.passage, self.zone_communes),
            departement: _departements_rate(counts, everywhere, [territory.departement]),
            region: _departements_rate(counts, everywhere, around),
            "France": _departements_rate(counts, everywhere, every),
        }

    @cached_property
    def census(self) -> pd.DataFrame:
        """As :meth:`census_rates`: index ``year``, a column a place."""
        rates = {year: self.census_rates(year) for year in CENSUSES}
        return pd.DataFrame.from_dict(rates, orient="index").rename_axis("year")

    @property
    def label(self) -> str:
        """Column of the zone in ``quarters`` and ``census``."""
        return zone_label(self.zone_name)

    # -- By quarter -------------------------------------------------------------------------------

    def chart(self, gap: str) -> pd.DataFrame:
        """As ``quarters``, indexed by dates in years, with the gap to the mainland as ``gap``."""
        table = self.quarters.assign(**{gap: self.gap()})
        return table.set_axis(pd.Index([when(q) for q in table.index], name="date"))

    def dates(self) -> dict[float, str]:
        """How the dates of :meth:`chart` are written."""
        return {when(quarter): quarter for quarter in self.quarters.index}

    def perimeter(self) -> str:
        """What the zone is beside the territory, and of when the series are, for a caption."""
        inside = len(set(self.zone_communes) & set(self.names.index))
        return (
            f"The zone d'emploi {self.zone_name} is not the agglomeration: it has "
            f"{len(self.zone_communes)} communes, among them {inside} of its {len(self.names)}. "
            "Its series is that of late 2023; the others, revised since, are of 2025. The gap "
            "is to the mean of all zones of the mainland in the series of late 2023."
        )

    def gap(self) -> pd.Series:
        """Rate of the zone less that of the mainland in the same vintage, by quarter (points)."""
        return (self.quarters[self.label] - self.mainland).rename("gap")

    def revised(self) -> float:
        """Largest change of a yearly rate of the mainland by later revisions, in points."""
        return float((by_year(self.quarters[MAINLAND]) - by_year(self.mainland)).abs().max())

    def years(self) -> pd.DataFrame:
        """Yearly means: the zone, the mainland of the same vintage, the gap, and the rank.

        Returns
        -------
        DataFrame
            Index ``year``; ``zone``, ``mainland`` (%), ``gap`` (points), ``ratio``, ``rank`` of the
            zone by its mean (highest first) and ``of``: zones that have a rate from the first
            quarter on, those of the mainland, so that ranks are of the same zones throughout.
        """
        zone, mainland = by_year(self.quarters[self.label]), by_year(self.mainland)
        throughout = self.zones.dropna(subset=self.zones.columns[0])
        means = pd.DataFrame({code: by_year(row) for code, row in throughout.T.items()})
        return pd.DataFrame(
            {
                "zone": zone,
                "mainland": mainland,
                "gap": zone - mainland,
                "ratio": zone / mainland,
                "rank": means.rank(axis=1, ascending=False, method="min")[self.zone].astype(int),
                "of": means.notna().sum(axis=1),
            }
        ).rename_axis("year")

    def window(self, start: int, end: int) -> pd.Series:
        """Mean of :meth:`years` over several years, both ends included.

        Raises
        ------
        ValueError
            If a year of the window is not in the series.
        """
        table = self.years()
        if not {start, end} <= set(table.index):
            raise ValueError(
                f"{start}-{end} is not within {table.index.min()}-{table.index.max()}: "
                "choose years that have four quarters"
            )
        return table.loc[start:end].mean()

    def dispersion(self, year: int) -> pd.DataFrame:
        """How far the departements of each region of the mainland are apart in one year.

        Returns
        -------
        DataFrame
            Index ``region``; ``departements`` (number), ``deviation`` (standard deviation of the
            yearly rates, each departement once) and ``range`` (points). Widest first.
        """
        quarters = [f"{year}-Q{n}" for n in range(1, 5)]
        rates = self.all_departements[quarters].mean(axis=1).groupby(level="region")
        table = pd.DataFrame(
            {
                "departements": rates.size(),
                "deviation": rates.std(ddof=0),
                "range": rates.max() - rates.min(),
            }
        )
        return table.sort_values("deviation", ascending=False)

    def peak(self) -> tuple[str, float]:
        """Quarter in which the rate of the zone was highest, and the rate."""
        series = self.quarters[self.label]
        return str(series.idxmax()), float(series.max())

    def change(self, start: str, end: str) -> pd.Series:
        """Change of each series between two quarters, in points."""
        return (self.quarters.loc[end] - self.quarters.loc[start]).round(1)

    def yearly(self, year: int) -> float:
        """Mean of the four quarters of a year in the zone, in %."""
        return self.mean(year, year)

    def mean(self, start: int, end: int, place: str | None = None) -> float:
        """Mean of all quarters of some years, both ends included, in % (the zone by default)."""
        quarters = [f"{year}-Q{n}" for year in range(start, end + 1) for n in range(1, 5)]
        return float(self.quarters.loc[quarters, place or self.label].mean())

    def last_at(self, place: str, rate: float, until: str) -> str | None:
        """Last quarter up to a date in which a place's rate, as written, was this one."""
        series = self.quarters.loc[:until, place]
        found = series.index[np.isclose(series, rate, atol=0.05)]
        return str(found[-1]) if len(found) else None

    # -- By census --------------------------------------------------------------------------------

    def apart(self) -> pd.DataFrame:
        """Rows of ``census`` at least five years apart, from the last one back.

        A census puts together the surveys of five years: 2017 and 2018 share four of them.
        """
        kept: list[int] = []
        for year in sorted(self.census.index, reverse=True):
            if not kept or kept[-1] - year >= 2 * WINDOW + 1:
                kept.append(int(year))
        return self.census.loc[sorted(kept)]

    def by_commune(self, years: Sequence[int] = CENSUSES) -> pd.DataFrame:
        """Census rates of each commune: ``name``, then a column a year, ``"2007"``."""
        rates = {str(year): rate_pct(self.labour(year)) for year in years}
        return pd.DataFrame({"name": self.names, **rates})

    def basis(self, years: Sequence[int] = CENSUSES) -> str:
        """Which file each census is read from, and on which boundaries, in a sentence."""
        groups: dict[tuple[str, str], list[str]] = {}
        for year in years:
            key = (FILES[year], insee.LABOUR_GEOGRAPHY[year][:4])
            groups.setdefault(key, []).append(str(year))
        said = [f"{', '.join(y)}: {file}, communes of {date}" for (file, date), y in groups.items()]
        return (
            f"{'; '.join(said)}. Older boundaries are brought to the communes of {GEOGRAPHY[:4]}; "
            "on later ones a merged commune is counted in the one that took it in."
        )

    def people(self) -> pd.DataFrame:
        """Active and unemployed people of the territory by census: index ``year``."""
        totals = {year: self.labour(year).sum(min_count=1) for year in CENSUSES}
        return pd.DataFrame(totals).T.rename_axis("year")


def _by_region(rates: pd.DataFrame, departements: pd.DataFrame, regions: pd.Series) -> pd.DataFrame:
    """Rates of departements under their region; those overseas are left out."""
    mainland = departements[~departements.index.str.startswith("97")]
    known = mainland[mainland["name"].isin(rates.index)]
    index = pd.MultiIndex.from_arrays(
        [known["reg"].map(regions), known["name"]], names=["region", "departement"]
    )
    return rates.loc[known["name"]].set_axis(index)


def _overall(labour: pd.DataFrame) -> float:
    """Rate of some communes together; NaN where one of them has no count."""
    if labour.empty or labour.isna().any(axis=None):
        return float("nan")
    return float(100 * labour["unemployed"].sum() / labour["active"].sum())


def _zone_rate(labour: pd.DataFrame, date: str, passage: Passage, codes: Sequence[str]) -> float:
    """Rate of a zone d'emploi; NaN where the file does not hold all its communes."""
    if date > GEOGRAPHY:
        there = labour.reindex(list(codes))
        return _overall(there)
    return _overall(passage.carry(labour, date, GEOGRAPHY, codes))


def _departements_rate(
    labour: pd.DataFrame, everywhere: Sequence[str], departements: Sequence[str]
) -> float:
    """Rate of whole departements; NaN where the file does not hold all France."""
    # A file of one EPCI must not pass for a departement.
    if len({code[:2] for code in everywhere}) < 2:
        return float("nan")
    # Paris, Lyon and Marseille are listed whole, then by arrondissement: none is counted twice.
    codes = codes_of_departements(pd.Index(everywhere), departements)
    rows = labour.loc[[c for c in codes if c not in _WHOLE_CITIES or not _has_parts(c, everywhere)]]
    known = rows.dropna()
    return float(100 * known["unemployed"].sum() / known["active"].sum())


#: Cities whose arrondissements have codes of their own, and how these begin.
_WHOLE_CITIES = {"75056": "751", "69123": "6938", "13055": "132"}


def _has_parts(code: str, everywhere: Sequence[str]) -> bool:
    return any(other.startswith(_WHOLE_CITIES[code]) for other in everywhere)
