"""Income and poverty: rates by commune and area, what secrecy hides, housing aid, districts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.files.sources import Sources
from bassin.files.trace import cached_property, kept_by
from bassin.indicators.stats import weighted_mean
from bassin.places.passage import GEOGRAPHY
from bassin.places.territory import Territory
from bassin.read import anct, cnaf, insee, ptod
from bassin.topics.base import Topic

#: Years of Filosofi, and the geography of the first.
YEARS = (2019, 2020, 2021)
GEOGRAPHY_2019 = "2020-01-01"

#: Years of the shares with an aid for housing: that the study prints, first of the file by EPCI.
AID_YEARS = (2019, 2020)

#: Parts of the national median below which one is poor, in %.
THRESHOLDS = (40, 50, 60)

#: Half of the last digit of the published rates: of an EPCI, of a commune.
EPCI_ROUNDING, COMMUNE_ROUNDING = 0.05, 0.5

#: Code of France in the file of EPCI.
FRANCE = "00FR"

#: Part of the EPCI, from the poorest on, within which a place is among the poorest.
LOWEST = 0.1

#: Regions overseas whose incomes are published.
OVERSEAS = ["01", "02", "03", "04", "06"]


class Interval(NamedTuple):
    """A number, and how far rounding may have moved it."""

    value: float
    low: float
    high: float


def share_below(deciles: pd.DataFrame, threshold: float) -> pd.Series:
    """Share of people under a threshold, read between the deciles of their incomes.

    People are taken to be spread evenly between two deciles.

    Parameters
    ----------
    deciles : DataFrame
        One row a place; columns ``d1`` to ``d9`` in increasing order (euros).
    threshold : float
        In euros.

    Returns
    -------
    Series of float
        In %. NaN where a decile is missing, or the threshold is under the first or over the last:
        less than 10 %, or more than 90 %.

    Examples
    --------
    >>> share_below(pd.DataFrame([range(10, 100, 10)], columns=insee.DECILES), 25).tolist()
    [25.0]
    """
    ranks = np.arange(10, 100, 10)
    shares = [
        np.interp(threshold, row, ranks) if row[0] <= threshold <= row[-1] else np.nan
        for row in deciles[insee.DECILES].to_numpy(dtype=float)
    ]
    return pd.Series(shares, index=deciles.index, dtype=float, name="share_below_pct")


def hidden_rate(
    whole: float, persons: float, rates: pd.Series, people: pd.Series
) -> tuple[Interval, float]:
    """Mean rate of the places whose rate is masked, from that of all and those of the others.

    Parameters
    ----------
    whole : float
        Rate of all the places together, in %, rounded to a tenth.
    persons : float
        People in all the places, masked ones included.
    rates : Series
        Rates of the places, in %, rounded to a whole number; NaN where masked.
    people : Series
        People of each place, on the same index; may be NaN where the rate is.

    Returns
    -------
    Interval
        Mean rate of the masked places, and its extent if every rounding went one way.
    float
        People in them.
    """
    known = rates.notna()
    there = float(people[known].sum())
    hidden = persons - there

    def rest(of_all: float, of_known: float) -> float:
        poor = persons * of_all - float(((rates[known] + of_known) * people[known]).sum())
        return poor / hidden

    interval = Interval(
        rest(whole, 0.0),
        rest(whole - EPCI_ROUNDING, COMMUNE_ROUNDING),
        rest(whole + EPCI_ROUNDING, -COMMUNE_ROUNDING),
    )
    return interval, hidden


def like_for_like(first: pd.Series, last: pd.Series, people: pd.Series) -> tuple[float, float]:
    """Mean rates in two years of the places that have one in both, with the same weights."""
    both = first.notna() & last.notna()
    return (
        weighted_mean(first[both], people[both]),
        weighted_mean(last[both], people[both]),
    )


def rates_2019(codes: pd.Index, changed: Sequence[str], listed: pd.DataFrame) -> pd.DataFrame:
    """Poverty rates of some communes in 2019: ``rate_2019`` (%), ``status_2019``.

    A commune without a row is secret: INSEE lists those it may publish.

    Parameters
    ----------
    codes : Index of str
        Communes of 2023.
    changed : sequence of str
        Those whose boundaries have changed since: their rate of then is of another place, and
        counts as missing.
    listed : DataFrame
        As :func:`bassin.read.insee.poverty_2019`.
    """
    rate = listed["rate_60_pct"].reindex(codes)
    status = rate.notna().map({True: PUBLISHED, False: SECRET})
    status[codes.isin(changed)] = MISSING
    return pd.DataFrame({"rate_2019": rate.where(status == PUBLISHED), "status_2019": status})


def rates_2020(codes: pd.Index, listed: pd.DataFrame) -> pd.DataFrame:
    """Poverty rates of some communes in 2020: ``rate_2020`` (%), ``status_2020``.

    Parameters
    ----------
    codes : Index of str
        Communes of 2023.
    listed : DataFrame
        As :func:`bassin.read.insee.filosofi_2020`.
    """
    found = listed.reindex(codes)
    status = found["poverty_rate_pct_status"].fillna(MISSING)
    return pd.DataFrame({"rate_2020": found["poverty_rate_pct"], "status_2020": status})


def rates_2021(codes: pd.Index, iris: pd.DataFrame | None) -> pd.DataFrame:
    """Poverty rates of some communes in 2021: ``rate_2021`` (%), ``status_2021``.

    A commune divided into IRIS is missing: the file has its parts only.

    Parameters
    ----------
    codes : Index of str
        Communes of 2023.
    iris : DataFrame or None
        As :func:`bassin.read.insee.iris_income`; ``None`` where the departement has no file.
    """
    table = pd.DataFrame({"rate_2021": np.nan, "status_2021": MISSING}, index=codes)
    if iris is not None:
        undivided = iris[iris["whole"]].set_index("code")
        table["rate_2021"] = undivided["poverty_rate_pct"].reindex(codes)
        masked = codes.isin(undivided.index) & table["rate_2021"].isna()
        table.loc[masked, "status_2021"] = SECRET
        table.loc[table["rate_2021"].notna(), "status_2021"] = PUBLISHED
    return table


class Income(Topic):
    """Income and poverty in one territory."""

    @cached_property
    def communes(self) -> pd.DataFrame:
        """``name`` and ``population`` (2020) of the communes."""
        return self.territory.communes[["name"]].join(self.territory.population_2020)

    @cached_property
    def _changed(self) -> list[str]:
        """Communes whose boundaries have changed since the incomes of 2019."""
        codes = self.territory.codes
        moved = self.territory.passage.transition(codes, GEOGRAPHY_2019, GEOGRAPHY)
        return [c for c in codes if moved.parts[c] != {c} or c in moved.splits]

    @property
    def _codes(self) -> pd.Index:
        return pd.Index(self.territory.codes, name="code")

    @cached_property
    def _iris(self) -> pd.DataFrame | None:
        departement = self.territory.departement
        listed = insee.iris_file(departement) in self.sources
        return insee.iris_income(self.sources, departement) if listed else None

    def rate(self, year: int) -> pd.DataFrame:
        """Poverty rate of each commune in a year: ``rate_2019`` (%), ``status_2019``.

        Parameters
        ----------
        year : {2019, 2020, 2021}
        """
        return kept_by(self).get(("rate", year), lambda: self._rate(year))

    def _rate(self, year: int) -> pd.DataFrame:
        if year == 2019:
            return rates_2019(self._codes, self._changed, insee.poverty_2019(self.sources))
        if year == 2020:
            return rates_2020(self._codes, insee.filosofi_2020(self.sources))
        return rates_2021(self._codes, self._iris)

    @cached_property
    def rates(self) -> pd.DataFrame:
        """As :meth:`rate`, of all the years."""
        return pd.concat([self.rate(year) for year in YEARS], axis=1)

    def _households(self, year: int) -> pd.DataFrame:
        if year == 2019:
            communes = insee.filosofi_2019(self.sources, "commune")
            return communes.drop(index=self._changed, errors="ignore").reindex(self._codes)
        return insee.filosofi_2020(self.sources).reindex(self._codes)

    def persons(self, year: int) -> pd.Series:
        """People in tax households by commune in 2019 or 2020; NaN where masked."""
        return self._households(year)["persons"]

    def medians(self, year: int) -> pd.Series:
        """Median standard of living by commune in 2019 or 2020; NaN where masked."""
        return self._households(year)["d5" if year == 2019 else "median_income"]

    @cached_property
    def thresholds(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.poverty_2019`, for the communes listed there."""
        poverty = insee.poverty_2019(self.sources)
        return poverty.loc[poverty.index.intersection(self._codes.difference(self._changed))]

    @cached_property
    def places(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.filosofi_2019`, by name of a place it is compared with.

        The territory comes first; the last is mainland France.
        """
        return _places_2019(self.territory.places, self.sources)

    def rate_of(self, place: str, year: int) -> float:
        """Poverty rate published of a place in a year (%); NaN where no file at hand has it."""
        level, code = self.territory.places[place]
        return _published(level, code, year, self.sources)

    @cached_property
    def published(self) -> pd.DataFrame:
        """As :meth:`rate_of`: a row a place, a column a year."""
        labels = list(self.territory.places)
        table = {year: [self.rate_of(place, year) for place in labels] for year in YEARS}
        return pd.DataFrame(table, index=pd.Index(labels, name="place"))

    @cached_property
    def moves(self) -> pd.DataFrame:
        """Poverty rate of the communes that have one in 2019 and in 2020, by place.

        ``before``, ``after`` (%), ``communes`` (number), ``people_pct`` (their part of the people
        of all communes listed in 2019).
        """
        return _moves(
            self.territory,
            self._changed,
            insee.poverty_2019(self.sources)["rate_60_pct"],
            insee.filosofi_2020(self.sources)["poverty_rate_pct"],
            insee.filosofi_2019(self.sources, "commune"),
        )

    @cached_property
    def standing(self) -> pd.DataFrame:
        """Median standard of living of every EPCI, a column a year (2016 to 2019, 2021).

        The years are those whose file is at hand.
        """
        of_2019 = insee.filosofi_2019(self.sources, "epci")["d5"]
        return _standing(self.sources, of_2019, insee.epci_income(self.sources)["median_income"])

    @cached_property
    def epci(self) -> pd.DataFrame:
        """Deciles of every EPCI in 2019, with ``poverty_rate_pct`` of a third party."""
        rates = insee.epci_income(self.sources)["poverty_rate_pct"]
        return _deciles(insee.filosofi_2019(self.sources, "epci"), rates)

    @cached_property
    def regions(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.filosofi_2019` by region."""
        return insee.filosofi_2019(self.sources, "region")

    @cached_property
    def later(self) -> pd.DataFrame:
        """As :func:`bassin.read.ptod.areas` by region; empty where its file is not at hand."""
        if ptod.AREAS["region"] in self.sources:
            return ptod.areas(self.sources, "region")
        return pd.DataFrame(columns=["median_2021"])

    @cached_property
    def iris(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.iris_income`, for the communes divided into IRIS."""
        if self._iris is None:
            return pd.DataFrame(columns=_IRIS_COLUMNS)
        return self._iris[~self._iris["whole"] & self._iris["code"].isin(self._codes)]

    @cached_property
    def caf(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.caf_iris_2019`, whole."""
        return insee.caf_iris_2019(self.sources)

    @cached_property
    def aid(self) -> pd.DataFrame:
        """Share of the Caf's recipients with an aid for housing, in %.

        Index ``place`` (the territory, France), a column each of :data:`AID_YEARS`; NaN where no
        file at hand has it.
        """
        return _aid(self.territory.places, self.sources)

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

    def by_commune(self) -> pd.DataFrame:
        """Rates and medians by commune: ``name``, those of ``rates``, ``median_2020`` and status.

        The median has a status of its own, ``median_status``: it is masked in fewer communes.
        """
        median = self.medians(2020)
        status = median.notna().map({True: PUBLISHED, False: SECRET})
        return pd.concat([self.communes["name"], self.rates], axis=1).assign(
            median_2020=median, median_status=status
        )

    def secrecy(self) -> pd.DataFrame:
        """How many communes have a rate, and how many people live in the others, by year.

        Returns
        -------
        DataFrame
            Index ``year``; ``published``, ``secret``, ``missing`` (communes), ``secret_people``
            (inhabitants of 2020) and ``secret_pct`` (of those of all the communes).
        """
        people = self.communes["population"]
        rows = {}
        for year in YEARS:
            status = self.rate(year)[f"status_{year}"]
            masked = float(people[status == SECRET].sum())
            rows[year] = {
                **{state: int((status == state).sum()) for state in (PUBLISHED, SECRET, MISSING)},
                "secret_people": int(masked),
                "secret_pct": 100 * masked / people.sum(),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("year")

    @property
    def name(self) -> str:
        """Name of the territory among the places."""
        return self.territory.short_name

    def hidden(self) -> tuple[Interval, float]:
        """As :func:`hidden_rate`, in 2019, when the rate of the whole territory is known."""
        return hidden_rate(
            self.rate_of(self.name, 2019),
            self.places.at[self.name, "persons"],
            self.rate(2019)["rate_2019"],
            self.persons(2019),
        )

    def moved_2020(self) -> tuple[float, float]:
        """As :func:`like_for_like`, from 2019 to 2020, in the territory."""
        before, after = self.moves.loc[self.name, ["before", "after"]]
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
        place = place or self.name
        published, first = self.rate_of(place, 2020), self.rate_of(place, 2019)
        if pd.notna(published):
            return published
        if pd.isna(first):
            first = self.interpolated()[place]
        before, after = self.moves.loc[place, ["before", "after"]]
        return float(first + after - before)

    # -- Standing ---------------------------------------------------------------------------------

    def among_the_lowest(self) -> pd.DataFrame:
        """Whether each EPCI is in the lowest tenth by its median, a column a year.

        EPCI without a median in one of the years are left out: they were not there throughout.
        """
        known = self.standing.dropna()
        return known.rank(pct=True) <= LOWEST

    def place_among_epci(self, code: str) -> pd.Series:
        """Part of the EPCI of each year whose median is not above that of one, in %."""
        return 100 * self.standing.rank(pct=True).loc[code]

    def stayed_low(self) -> tuple[int, int, int]:
        """EPCI in the lowest tenth in the first year, in every year, and EPCI in all."""
        low = self.among_the_lowest()
        return int(low.iloc[:, 0].sum()), int(low.all(axis=1).sum()), len(low)

    # -- Places -----------------------------------------------------------------------------------

    @property
    def median_2019(self) -> float:
        """National median of the standard of living in 2019 (mainland), in euros a year."""
        return float(insee.filosofi_2019(self.sources, "france").at[insee.MAINLAND, "d5"])

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

    def compared(self, printed: Mapping[str, float]) -> pd.DataFrame:
        """The territory and the places it is compared with.

        Parameters
        ----------
        printed : mapping
            Place to the rate the study prints for 2020, in %.

        Returns
        -------
        DataFrame
            Index ``place``; ``median``, ``d9_d1`` (2019), ``read_50`` and ``read_60`` (shares under
            50 and 60 % of the median read between deciles, 2019), published rates by year,
            ``"2019"`` to ``"2021"``, and ``printed``.
        """
        table = self.places[["d5", "d9_d1"]].rename(columns={"d5": "median"})
        table = table.assign(read_50=self.interpolated(50), read_60=self.interpolated(60))
        table = table.join(self.published.rename(columns=str)).rename_axis("place")
        return table.assign(printed=pd.Series(dict(printed), dtype=float))

    def commune_table(self) -> pd.DataFrame:
        """Communes with a rate at 60 % of the median in 2019 or 2020, highest of 2020 first.

        Returns
        -------
        DataFrame
            Index ``commune`` (name); ``rate_40``, ``rate_50`` (2019, %; NaN is masked), then the
            rate at 60 % by year, ``"2019"`` to ``"2021"``. NaN in 2021 may also be missing.
        """
        rates = self.rates[[f"rate_{year}" for year in YEARS]]
        known = rates[rates[["rate_2019", "rate_2020"]].notna().any(axis=1)]
        known = known.sort_values("rate_2020", ascending=False, kind="stable")
        parts = [part for part in THRESHOLDS if part < THRESHOLDS[-1]]
        lower = self.thresholds[[f"rate_{part}_pct" for part in parts]].reindex(known.index)
        lower.columns = pd.Index([f"rate_{part}" for part in parts])
        table = lower.join(known.set_axis([str(year) for year in YEARS], axis=1))
        return table.set_axis(pd.Index(self.communes.loc[table.index, "name"], name="commune"))

    def poorest_regions(self, year: int = 2019, *, overseas: bool = False) -> pd.Series:
        """Median standard of living by region, lowest first, indexed by code (euros).

        Parameters
        ----------
        year : {2019, 2021}
            In 2021 regions of the metropole only; empty where the file is not at hand.
        overseas : bool
            Whether regions overseas count, in 2019.

        Raises
        ------
        ValueError
            If there is no file for this year.
        """
        if year == 2021:
            medians = self.later["median_2021"].astype(float)
            return medians.drop(ptod.FRANCE, errors="ignore").sort_values()
        if year != 2019:
            raise ValueError(f"no incomes by region for {year}; years: 2019, 2021")
        kept = self.regions if overseas else self.regions.drop(OVERSEAS, errors="ignore")
        return kept["d5"].sort_values()

    # -- Housing aid ------------------------------------------------------------------------------

    def aid_beside(self, printed: Sequence[float]) -> pd.DataFrame:
        """Shares with an aid for housing as printed, and as the files at hand have them.

        Parameters
        ----------
        printed : sequence of float
            What the study prints for the territory and for France, in %.

        Returns
        -------
        DataFrame
            Index ``place``: the territory, France, then the divided communes of both, as the file
            by IRIS has them; ``printed``, ``found_2019``, ``found_2020`` (%; NaN: in no file at
            hand).
        """
        table = self.aid.set_axis([f"found_{year}" for year in self.aid], axis=1)
        table.insert(0, "printed", list(printed))
        names = ", ".join(self.communes.loc[self.aid_communes, "name"])
        divided = {"Divided communes of France": self.aid_share()}
        if names:
            divided = {f"Divided communes: {names}": self.aid_share(self.aid_communes)} | divided
        return pd.concat([table, pd.DataFrame({"found_2019": divided})]).rename_axis("place")

    def aid_share(self, codes: Sequence[str] | None = None) -> float:
        """Share of the Caf's recipients with an aid for housing, in %, in 2019.

        Over the IRIS where both numbers are published, of some communes or of all those divided.
        """
        rows = self.caf if codes is None else self.caf[self.caf["code"].isin(list(codes))]
        rows = rows[["recipients", "housing_aid"]].dropna()
        if rows.empty:
            return float("nan")
        return float(100 * rows["housing_aid"].sum() / rows["recipients"].sum())

    @cached_property
    def aid_communes(self) -> list[str]:
        """Communes of the territory in the file of the Caf: those divided into IRIS."""
        there = set(self.caf["code"])
        return [code for code in self.communes.index if code in there]

    def neighbourhoods(self, code: str | None = None) -> pd.DataFrame:
        """IRIS of the divided communes, or of one: incomes of 2021, housing aid of 2019.

        Returns
        -------
        DataFrame
            Index ``iris``; ``commune``, ``name``, ``median_income``, ``poverty_rate_pct``,
            ``recipients`` and ``aid_pct`` (of the recipients of the Caf); NaN where not published.
            Poorest first.
        """
        iris = self.iris if code is None else self.iris[self.iris["code"] == code]
        caf = self.caf.reindex(iris.index)
        table = pd.DataFrame(
            {
                "commune": iris["code"].map(self.communes["name"]),
                "name": iris["name"],
                "median_income": iris["median_income"],
                "poverty_rate_pct": iris["poverty_rate_pct"],
                "recipients": caf["recipients"],
                "aid_pct": 100 * caf["housing_aid"] / caf["recipients"],
            }
        )
        return table.sort_values("poverty_rate_pct", ascending=False, kind="stable")

    # -- Districts --------------------------------------------------------------------------------

    def district_areas(self, outlines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Priority districts, and the communes about them less the districts, without overlaps.

        Parameters
        ----------
        outlines : GeoDataFrame
            Communes of the territory: ``name``, ``geometry``.

        Returns
        -------
        GeoDataFrame
            Index ``code``; ``name``, ``kind``: communes that touch the smallest convex area around
            those that have a district, all of them where none has; then the districts of 2015.
        """
        have = outlines.index.isin([*self.districts_2024.index, *self.districts["code"]])
        about = outlines
        if have.any():
            hull = outlines.geometry[have].union_all().convex_hull
            about = outlines[outlines.intersects(hull)]
        later = pd.Series(about.index.isin(self.districts_2024.index), about.index)
        kind = later.map({True: "with a district in 2024", False: "without one"})
        communes = gpd.GeoDataFrame(
            {"name": about["name"], "kind": kind}, geometry=about.geometry, crs=outlines.crs
        )
        if self.districts.empty:
            return communes
        inside = self.districts.geometry.intersection(outlines.union_all())
        communes["geometry"] = communes.geometry.difference(inside.union_all())
        districts = gpd.GeoDataFrame(
            {"name": self.districts["name"], "kind": "district of 2015"},
            geometry=inside,
            crs=outlines.crs,
        )
        both = pd.concat([communes, districts]).rename_axis("code")
        return gpd.GeoDataFrame(both, geometry="geometry", crs=outlines.crs)


_IRIS_COLUMNS = ["code", "name", "whole", "population", "median_income", "poverty_rate_pct"]


def _places_2019(places: Mapping[str, tuple[str, str]], sources: Sources) -> pd.DataFrame:
    """Incomes of 2019 of the places a territory is compared with, France being the mainland."""
    rows = {}
    for label, (level, code) in places.items():
        table = insee.filosofi_2019(sources, level)
        key = insee.MAINLAND if level == "france" else code
        # An EPCI made since, or a departement overseas, has no row: nothing is made up for it.
        rows[label] = table.reindex([key]).iloc[0].drop("name")
    return pd.DataFrame.from_dict(rows, orient="index").astype(float).rename_axis("place")


def _published(level: str, code: str, year: int, sources: Sources) -> float:
    """Poverty rate of a place in a year, from whichever file is at hand; NaN where none is.

    The later of these that has the place counts.
    """
    national = level == "france"
    if year == 2020:
        if insee.FILOSOFI_2020_AREAS[level] not in sources:
            return np.nan
        rates = insee.filosofi_2020_areas(sources, level)["poverty_rate_pct"]
        return float(rates.get(insee.MAINLAND if national else code, np.nan))
    table = "region" if national else level
    if table in ptod.AREAS and ptod.AREAS[table] in sources:
        areas = ptod.areas(sources, table)[f"poverty_{year}_pct"]
        return float(areas.get(ptod.FRANCE if national else code, np.nan))
    if level in ("epci", "france"):
        rates = insee.epci_income(sources)["poverty_rate_pct"]
        return float(rates.get((FRANCE if national else code, year), np.nan))
    return np.nan


def _moves(
    territory: Territory,
    changed: Sequence[str],
    first: pd.Series,
    second: pd.Series,
    communes: pd.DataFrame,
) -> pd.DataFrame:
    """Rates of 2019 and 2020 of the communes of each place that have one in both years."""
    persons = communes["persons"]
    codes = persons.index.difference(changed)
    inside = {
        "epci": codes.isin(territory.codes),
        "departement": codes.str.startswith(territory.departement),
        "region": codes.str.startswith(tuple(territory.departements_of_region())),
        "france": ~codes.str.startswith("97"),
    }
    rows = {}
    for label, (level, _) in territory.places.items():
        here = codes[inside[level]]
        one, two, people = (table.reindex(here) for table in (first, second, persons))
        both = one.notna() & two.notna()
        before, after = like_for_like(one, two, people)
        rows[label] = {
            "before": before,
            "after": after,
            "communes": int(both.sum()),
            "people_pct": 100 * people[both].sum() / people.sum() if len(here) else np.nan,
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("place")


def _standing(sources: Sources, of_2019: pd.Series, later: pd.Series) -> pd.DataFrame:
    """Medians of EPCI by year; rows that are no EPCI, as France, are left out."""
    medians = {
        year: insee.epci_medians(sources, year)
        for year, file in insee.FILOSOFI_EPCI.items()
        if file in sources
    }
    medians |= {2019: of_2019, 2021: later.xs(2021, level="year")}
    table = pd.DataFrame(medians)
    return table[table.index.str.fullmatch(r"\d{9}")]


def _aid(places: Mapping[str, tuple[str, str]], sources: Sources) -> pd.DataFrame:
    """Share with an aid for housing in the territory and in France, from the files at hand."""
    labels = [label for label, (level, _) in places.items() if level in ("epci", "france")]
    table = pd.DataFrame(
        np.nan, index=pd.Index(labels, name="place"), columns=list(AID_YEARS), dtype=float
    )
    for label in labels:
        level, code = places[label]
        if level == "epci" and cnaf.EPCI in sources:
            every = cnaf.recipients_by_epci(sources)
            rows = every[every.index.get_level_values("code") == code].droplevel("code")
        elif level == "france" and cnaf.FRANCE in sources:
            rows = cnaf.recipients_of_france(sources)
        else:
            continue
        share = 100 * rows["housing_aid"] / rows["recipients"]
        table.loc[label] = share.reindex(AID_YEARS).to_numpy()
    return table


def _deciles(distribution: pd.DataFrame, rates: pd.Series) -> pd.DataFrame:
    first = rates.xs(2019, level="year")
    return distribution[insee.DECILES].assign(poverty_rate_pct=first.reindex(distribution.index))


def wage_gaps(wages: pd.DataFrame) -> pd.DataFrame:
    """How much more the mines paid an hour than other work, at both ends of each range.

    Parameters
    ----------
    wages : DataFrame
        As :func:`bassin.read.printed.hourly_wages`: index ``group``, the last one being the
        others; ``low``, ``high`` (francs an hour).

    Returns
    -------
    DataFrame
        Index ``group``; ``low``, ``high``, and ``low_gap_pct``, ``high_gap_pct`` (against the
        others, %).
    """
    others = wages.iloc[-1]
    gaps = {f"{end}_gap_pct": (wages[end] / others[end] - 1) * 100 for end in ("low", "high")}
    return wages[["low", "high"]].assign(**gaps)
