"""Two halves of a territory: hills and plain, by several lines, compared on several indicators.

The lines are the base: each is a labelled Series of communes, and everything else takes one. The
most populated commune, the centre, is a zone of its own in all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from bassin.indicators.health import at_year
from bassin.indicators.population import Population
from bassin.indicators.stats import growth_pct, weighted_mean
from bassin.read import anct, drees, insee, sncf, toulouse_dataviz, transcribed
from bassin.sources import Sources
from bassin.territory import AWAY, FACING, Territory
from bassin.trace import cached_property

#: The two sides, under the same names whatever the line: first the one that was mined.
HILLS, PLAIN = "hills", "plain"

#: The lines, by key, and how a table calls them.
AZIMUTH, MASSIF, ALTITUDE = "azimuth", "massif", "altitude"
LINES = {AZIMUTH: "Straight line", MASSIF: "Massif", ALTITUDE: "Altitude"}

#: Direction of the hills as the study has it, in degrees from north: "north and west".
BEARING = 315.0

#: Periods of change, whose first year gives the weights.
PERIODS = ((1968, 1999), (1999, 2020), (2013, 2020))

#: Years of the access to doctors set beside the rest: before and after the turn.
DOCTORS = (2018, 2023)


# -- Lines ----------------------------------------------------------------------------------------


def label(in_hills: pd.Series, centre: str, centre_name: str) -> pd.Series:
    """Name the zone of each commune.

    Parameters
    ----------
    in_hills : Series of bool
        Indexed by ``code``; missing where it cannot be told.
    centre, centre_name : str
        Code of the commune that belongs to neither side, and what its zone is called.

    Returns
    -------
    Series of str
        :data:`HILLS`, :data:`PLAIN`, the name of the centre, or NaN where it cannot be told.
    """
    zones = in_hills.astype(object).map({True: HILLS, False: PLAIN}).astype(object)
    zones[centre] = centre_name
    return zones.rename("zone")


def by_azimuth(sides: pd.Series) -> pd.Series:
    """Zones by a straight line: those of :meth:`bassin.territory.Territory.sides`, renamed."""
    return sides.replace({FACING: HILLS, AWAY: PLAIN}).astype(object).rename("zone")


def by_massif(
    codes: Sequence[str],
    members: Collection[str],
    listed: Collection[str],
    centre: str,
    centre_name: str,
) -> pd.Series:
    """Zones by membership of a massif.

    Parameters
    ----------
    codes : sequence of str
        Communes of the territory.
    members : collection of str
        Communes of any massif.
    listed : collection of str
        Communes there were when the massifs were listed: one that had merged by then has no status
        of its own, and no zone.
    centre, centre_name
        As in :func:`label`.
    """
    index = pd.Index(codes, name="code")
    inside = pd.Series(index.isin(list(members)), index=index, dtype=object)
    return label(inside.where(index.isin(list(listed))), centre, centre_name)


def by_altitude(
    altitude: pd.Series, centre: str, centre_name: str, threshold: float | None = None
) -> pd.Series:
    """Zones by mean altitude.

    Parameters
    ----------
    altitude : Series of float
        Mean altitude of each commune (m); NaN where it is not known.
    centre, centre_name
        As in :func:`label`.
    threshold : float, optional
        Communes strictly above are hills; by default the median of all but the centre, which makes
        two halves.
    """
    limit = altitude_threshold(altitude, centre) if threshold is None else threshold
    return label((altitude > limit).astype(object).where(altitude.notna()), centre, centre_name)


def altitude_threshold(altitude: pd.Series, centre: str) -> float:
    """Median altitude of the communes but the centre (m)."""
    return float(altitude.drop(centre).median())


def cuts_in_two(zones: pd.Series) -> bool:
    """Whether both sides have a commune."""
    return {HILLS, PLAIN} <= set(zones.dropna())


# -- Indicators by zone ---------------------------------------------------------------------------


def means_by_zone(values: pd.DataFrame, weights: pd.DataFrame, zones: pd.Series) -> pd.DataFrame:
    """Weighted mean of each indicator in each zone, and how many communes it rests on.

    Parameters
    ----------
    values : DataFrame
        One row a commune, one column an indicator; NaN where there is no value.
    weights : DataFrame
        The same shape; not missing where the value is known.
    zones : Series
        Zone of each commune, on the same index; communes without a zone are left out.

    Returns
    -------
    DataFrame
        Index ``(indicator, zone)``; ``mean``, ``communes`` (with a value), ``of`` (communes in the
        zone). The mean is NaN where no commune has a value.
    """
    rows = {}
    for indicator in values:
        for zone, codes in zones.groupby(zones, sort=False).groups.items():
            there, weight = values.loc[codes, indicator], weights.loc[codes, indicator]
            mean = weighted_mean(there, weight)
            rows[(indicator, zone)] = {
                "mean": mean,
                "communes": int(there.notna().sum()),
                "of": len(codes),
            }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table.index = pd.MultiIndex.from_tuples(list(rows), names=["indicator", "zone"])
    return table


def weighted_deviation(values: pd.Series, weights: pd.Series) -> float:
    """Standard deviation of the values that are known, each counted by its weight.

    The square root of the weighted mean of the squared distances to the weighted mean.
    """
    mean = weighted_mean(values, weights)
    return float(np.sqrt(weighted_mean((values - mean) ** 2, weights)))


def compare(
    values: pd.DataFrame, weights: pd.DataFrame, lines: pd.DataFrame, expected: pd.Series
) -> pd.DataFrame:
    """Set the two sides against each other and against what is expected, line by line.

    Parameters
    ----------
    values, weights
        As in :func:`means_by_zone`.
    lines : DataFrame
        One column a line: the zone of each commune.
    expected : Series
        Indicator to the side expected to have more: :data:`HILLS`, :data:`PLAIN` or ``"none"``.

    Returns
    -------
    DataFrame
        Index ``(indicator, line)``; ``hills`` and ``plain`` (weighted means), ``hills_communes``
        and ``plain_communes`` (with a value), ``difference`` (hills less plain), ``effect`` (the
        difference in weighted standard deviations of the communes of both sides), ``expected``,
        ``holds`` (whether the difference has the sign expected; missing where none is expected or
        a side has no value).
    """
    rows = {}
    for indicator in values:
        for line in lines:
            zones = lines[line]
            means = means_by_zone(values[[indicator]], weights[[indicator]], zones).loc[indicator]
            hills, plain = means.loc[HILLS], means.loc[PLAIN]
            both = zones.index[zones.isin([HILLS, PLAIN])]
            spread = weighted_deviation(values.loc[both, indicator], weights.loc[both, indicator])
            difference = hills["mean"] - plain["mean"]
            rows[(indicator, line)] = {
                "hills": hills["mean"],
                "plain": plain["mean"],
                "hills_communes": int(hills["communes"]),
                "plain_communes": int(plain["communes"]),
                "difference": difference,
                "effect": difference / spread if spread > 0 else np.nan,
                "expected": expected[indicator],
                "holds": _as_expected(difference, expected[indicator]),
            }
    table = pd.DataFrame.from_dict(rows, orient="index").astype({"holds": "boolean"})
    table.index = pd.MultiIndex.from_tuples(list(rows), names=["indicator", "line"])
    return table


def _as_expected(difference: float, side: str) -> bool | None:
    if side not in (HILLS, PLAIN) or np.isnan(difference):
        return None
    return bool(difference > 0 if side == HILLS else difference < 0)


# -- Distance, and the middle of the people -------------------------------------------------------


def distance_km(points: gpd.GeoSeries, others: gpd.GeoSeries) -> pd.Series:
    """Straight distance from each point to the nearest of others (km; both in metres)."""
    x, y = points.x.to_numpy()[:, None], points.y.to_numpy()[:, None]
    every = np.hypot(x - others.x.to_numpy(), y - others.y.to_numpy())
    nearest = every.min(axis=1) / 1000 if len(others) else np.full(len(points), np.nan)
    return pd.Series(nearest, index=points.index, name="distance_km")


def centre_of_gravity(populations: pd.DataFrame, points: gpd.GeoSeries) -> pd.DataFrame:
    """Mean position of the inhabitants each year, all of a commune's at one point.

    Parameters
    ----------
    populations : DataFrame
        Inhabitants, indexed by ``code``, one column a year. A commune without a number is left out:
        those of one that has merged are counted in the commune that took it in.
    points : GeoSeries
        Middle of each commune, in metres.

    Returns
    -------
    DataFrame
        Index ``year``; ``x``, ``y`` (metres), ``step_km`` (from the year before in the table),
        ``moved_km`` (from the first year, in a straight line).
    """
    people = populations.fillna(0)
    at = points.loc[people.index]
    table = pd.DataFrame(
        {
            "x": people.mul(at.x, axis=0).sum() / people.sum(),
            "y": people.mul(at.y, axis=0).sum() / people.sum(),
        }
    ).rename_axis("year")
    table["step_km"] = np.hypot(table["x"].diff(), table["y"].diff()) / 1000
    first = table.iloc[0]
    table["moved_km"] = np.hypot(table["x"] - first["x"], table["y"] - first["y"]) / 1000
    return table


def bearing(start: pd.Series, end: pd.Series) -> float:
    """Direction from one ``x``, ``y`` to another, in degrees clockwise from north."""
    return float(np.degrees(np.arctan2(end["x"] - start["x"], end["y"] - start["y"])) % 360)


# -- The topic ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Contrast:
    """Hills and plain of one territory.

    Attributes
    ----------
    names : Series
        Name of each commune.
    centre : str
        Code of the commune that is on neither side.
    lines : DataFrame
        One column a line of :data:`LINES` that cuts this territory in two: zone of each commune.
    without : mapping
        The other lines, and why they do not.
    altitude : Series
        Mean altitude (m); NaN where it is not known.
    population : Population
    points : GeoSeries
        Middle of each commune, EPSG:2154.
    indicators, weights : DataFrame
        One column an indicator, in the order of the expectations, by commune; the weight of each
        value.
    expectations : DataFrame
        As :func:`bassin.read.transcribed.contrast_expectations`.
    stations : DataFrame
        Stations inside the territory, as :func:`bassin.read.sncf.stations_2024`, with the ``code``
        of their commune.
    commuters : DataFrame
        As :func:`bassin.read.toulouse_dataviz.communes_2019`; no row where it does not reach.
    """

    names: pd.Series
    centre: str
    lines: pd.DataFrame
    without: Mapping[str, str]
    altitude: pd.Series
    population: Population
    points: gpd.GeoSeries
    indicators: pd.DataFrame
    weights: pd.DataFrame
    expectations: pd.DataFrame
    stations: pd.DataFrame
    commuters: pd.DataFrame

    @classmethod
    def of(cls, territory: Territory, sources: Sources) -> Contrast:
        """Read what concerns one territory."""
        doctors = pd.concat(
            [drees.apl_2016_2018(sources), drees.apl(sources, "general_practitioner")]
        )
        return cls.build(
            anct.massifs_2025(sources),
            anct.density_2025(sources),
            toulouse_dataviz.communes_2019(sources),
            sncf.stations_2024(sources),
            drees.mobile_coverage_2019(sources),
            anct.public_debate_indicators(sources),
            {year: at_year(doctors, year) for year in DOCTORS},
            insee.filosofi_2020(sources),
            transcribed.contrast_expectations(sources),
            names=territory.communes["name"],
            centre=territory.centre,
            outlines=territory.outlines,
            sides=territory.sides(BEARING),
            population=Population.of(territory, sources),
        )

    @classmethod
    def build(
        cls,
        massifs: pd.DataFrame,
        listed: pd.DataFrame,
        communes: pd.DataFrame,
        stations: pd.DataFrame,
        coverage: pd.DataFrame,
        reach: pd.DataFrame,
        doctors: Mapping[int, pd.DataFrame],
        income: pd.DataFrame,
        expectations: pd.DataFrame,
        *,
        names: pd.Series,
        centre: str,
        outlines: gpd.GeoDataFrame,
        sides: pd.Series,
        population: Population,
    ) -> Contrast:
        """Keep, of national tables, what concerns the communes of one territory.

        Parameters
        ----------
        massifs, listed
            Communes of a massif, and all communes of the same date.
        communes
            As :func:`bassin.read.toulouse_dataviz.communes_2019`.
        stations, coverage, reach, income, expectations
            As their readers give them.
        doctors : mapping
            Year to access to doctors: ``apl``, ``standardised_population``.
        names, centre, outlines, sides, population
            Those of the territory.
        """
        codes, points = list(names.index), outlines.geometry.centroid
        altitude = communes["altitude_m"].reindex(codes)
        candidates = {
            AZIMUTH: by_azimuth(sides),
            MASSIF: by_massif(codes, massifs.index, listed.index, centre, names[centre]),
            ALTITUDE: by_altitude(altitude, centre, names[centre]),
        }
        without = {}
        for line, zones in candidates.items():
            if not cuts_in_two(zones):
                known = line != ALTITUDE or altitude.notna().any()
                without[line] = "one side is empty" if known else "altitude known in Occitanie only"
        lines = pd.DataFrame({k: zones for k, zones in candidates.items() if k not in without})
        open_to_all = stations[stations["passengers"]]
        measures = {
            "centre_km": distance_km(points, points.loc[[centre]]),
            "station_km": distance_km(points, _points(open_to_all)),
        }
        values, weights = _indicators(
            codes, population, coverage, reach, doctors, income, communes, measures
        )
        return cls(
            names=names,
            centre=centre,
            lines=lines,
            without=without,
            altitude=altitude,
            population=population,
            points=points,
            indicators=values[list(expectations.index)],
            weights=weights[list(expectations.index)],
            expectations=expectations,
            stations=_inside(stations, outlines),
            commuters=communes.loc[communes.index.intersection(codes)],
        )

    @property
    def kept(self) -> list[str]:
        """Keys of the lines that cut this territory in two."""
        return list(self.lines)

    @property
    def threshold(self) -> float:
        """Mean altitude that parts hills from plain (m)."""
        return altitude_threshold(self.altitude, self.centre)

    def mapped_lines(self) -> pd.DataFrame:
        """Zone of each commune, a column a line under its written name."""
        return self.lines.rename(columns=LINES)

    @cached_property
    def table(self) -> pd.DataFrame:
        """As :func:`compare`, on every indicator and line."""
        return compare(self.indicators, self.weights, self.lines, self.expectations["higher"])

    def means(self, line: str) -> pd.DataFrame:
        """As :func:`means_by_zone`."""
        return means_by_zone(self.indicators, self.weights, self.lines[line])

    def known(self, indicator: str) -> int:
        """Number of communes, the centre aside, with a value of an indicator."""
        return int(self.indicators[indicator].drop(self.centre).notna().sum())

    def agrees(self, *indicators: str) -> pd.Series:
        """Whether some indicators have the direction expected, by ``(indicator, line)``."""
        return self.table.loc[list(indicators), "holds"].dropna()

    def held(self) -> pd.DataFrame:
        """One row an indicator: what is expected, what each line finds, and in how many it holds.

        Returns
        -------
        DataFrame
            Index ``indicator``; ``claim``, ``label``, ``expected``, a column a line (``"yes"``,
            ``"no"``, or NaN where nothing is expected or known), ``holds`` (``"2 of 3"``).
        """
        said = self.table["holds"].unstack("line").loc[self.indicators.columns, self.kept]
        answers = said.astype(object).apply(lambda column: column.map({True: "yes", False: "no"}))
        count = said.sum(axis=1).astype(int).astype(str) + " of "
        count += said.notna().sum(axis=1).astype(str)
        about = self.expectations[["claim", "label", "higher"]].rename(
            columns={"higher": "expected"}
        )
        table = about.join(answers.rename(columns=LINES))
        return table.assign(holds=count.where(said.notna().any(axis=1)))

    def aligned(self) -> pd.DataFrame:
        """Effect of each indicator by line, positive where the direction is the one expected.

        Returns
        -------
        DataFrame
            Index label of the indicator, a column a line; only those with a direction.
        """
        sign = self.expectations["higher"].map({HILLS: 1, PLAIN: -1})
        effects = self.table["effect"].unstack("line").loc[self.indicators.columns, self.kept]
        effects = effects.mul(sign, axis=0)[sign.notna() & effects.notna().all(axis=1)]
        effects.index = pd.Index(self.expectations.loc[effects.index, "label"], name="indicator")
        return effects.rename(columns=LINES).rename_axis(columns=None)

    def written(self, line: str, write: Callable[[float, str, str], str]) -> pd.DataFrame:
        """Means of the zones along one line, written each in its own unit.

        Parameters
        ----------
        line : str
        write : callable
            Turns a value, a format and a unit into words.

        Returns
        -------
        DataFrame
            Index ``label``; a column a zone: its mean, and how many of its communes have a value
            where some have none; ``expected``.
        """
        means, rows = self.means(line), {}
        for indicator, about in self.expectations.iterrows():
            zones = means.loc[indicator]
            cells = {
                zone: _cell(zones.loc[zone], write, about["fmt"], about["unit"])
                for zone in sorted(zones.index, key=self._rank)
            }
            rows[about["label"]] = {**cells, "expected": about["higher"]}
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("label")

    @staticmethod
    def _rank(zone: str) -> int:
        return {HILLS: 0, PLAIN: 1}.get(zone, 2)

    # People

    def people(self, line: str) -> pd.DataFrame:
        """Inhabitants of each zone, one row a year; hills, plain, centre."""
        table = self.population.by_side(self.lines[line])
        return table[sorted(table.columns, key=self._rank)].rename_axis(columns=None)

    def crossing(self, line: str) -> int | None:
        """First year from which the plain has more inhabitants than the hills, for good.

        ``None`` if it has not yet, or if it has had more since the first year known.
        """
        year = self.population.crossing(self.lines[line], PLAIN, HILLS)
        return None if year == self.population.by_commune.columns[0] else year

    def turns(self, years: Sequence[int]) -> pd.DataFrame:
        """Share of hills and plain in the territory in some years, and when they cross.

        Returns
        -------
        DataFrame
            Index ``(line, side)``; a column a year: share of the inhabitants of all zones (%);
            ``crossing``: as :meth:`crossing`.
        """
        rows = {}
        for line in self.kept:
            people = self.people(line)
            shares = people.div(people.sum(axis=1), axis=0) * 100
            year = self.crossing(line)
            for side in (HILLS, PLAIN):
                at = {str(y): shares.at[y, side] for y in years}
                rows[(LINES[line], side)] = {**at, "crossing": year if year else pd.NA}
        table = pd.DataFrame.from_dict(rows, orient="index").astype({"crossing": "Int64"})
        table.index = pd.MultiIndex.from_tuples(list(rows), names=["line", "side"])
        return table

    def towns(self, line: str, zone: str, year: int, least: int) -> pd.DataFrame:
        """Communes of a zone with at least so many inhabitants in a year, most peopled first."""
        people = self.population.by_commune.loc[self.lines.index[self.lines[line] == zone]]
        chosen = people[people[year] >= least].sort_values(year, ascending=False)
        return chosen.assign(name=self.names)

    @cached_property
    def middle(self) -> pd.DataFrame:
        """As :func:`centre_of_gravity`."""
        return centre_of_gravity(self.population.by_commune, self.points)

    def heading(self, start: int, end: int) -> float:
        """Direction in which the middle of the people went, in degrees from north."""
        return bearing(self.middle.loc[start], self.middle.loc[end])

    def displacement(self, start: int, end: int) -> float:
        """How far the middle of the people went between two years, in a straight line (km)."""
        here, there = self.middle.loc[start], self.middle.loc[end]
        return float(np.hypot(there["x"] - here["x"], there["y"] - here["y"]) / 1000)

    def losers(self, line: str, periods: Sequence[tuple[int, int]] = PERIODS) -> pd.DataFrame:
        """As :meth:`bassin.indicators.population.Population.losers`, along one line."""
        return self.population.losers(self.lines[line], periods)

    # Moving about

    def car_share(self) -> float:
        """Share of employed residents who drive to work (%); NaN where the file does not reach."""
        total = self.commuters.sum()
        driving = total["car_within"] + total["car_outside"]
        return float(100 * driving / total["workers"]) if total["workers"] else float("nan")

    def stations_by_zone(self, line: str) -> pd.DataFrame:
        """Stations inside the territory: ``station``, ``commune``, ``zone``, ``open_to``."""
        kinds = {
            (True, True): "passengers and freight",
            (True, False): "passengers",
            (False, True): "freight only",
            (False, False): "neither",
        }
        table = pd.DataFrame(
            {
                "station": self.stations["name"],
                "commune": self.stations["code"].map(self.names),
                "zone": self.stations["code"].map(self.lines[line]),
                "lines": self.stations["lines"],
                "open_to": [
                    kinds[both]
                    for both in zip(
                        self.stations["passengers"], self.stations["freight"], strict=True
                    )
                ],
            }
        )
        return table.sort_values(["zone", "station"]).reset_index(drop=True)


def _cell(
    row: pd.Series, write: Callable[[float, str, str], str], fmt: str, unit: str
) -> str | float:
    if pd.isna(row["mean"]):
        return float("nan")
    said = write(row["mean"], fmt, unit)
    return said if row["communes"] == row["of"] else f"{said} ({row['communes']:.0f})"


def _points(stations: pd.DataFrame) -> gpd.GeoSeries:
    return gpd.GeoSeries.from_xy(stations["x"], stations["y"], index=stations.index, crs=2154)


def _inside(stations: pd.DataFrame, outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """Stations within some communes, with the ``code`` of the commune."""
    pairs = outlines.sindex.query(_points(stations), predicate="within")
    inside = stations.iloc[pairs[0]]
    return inside.assign(code=outlines.index[pairs[1]])


def _indicators(
    codes: list[str],
    population: Population,
    coverage: pd.DataFrame,
    reach: pd.DataFrame,
    doctors: Mapping[int, pd.DataFrame],
    income: pd.DataFrame,
    communes: pd.DataFrame,
    measures: Mapping[str, pd.Series],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Every indicator by commune, and the weight of each.

    A change is weighted by the first population, so that the mean is the change of the zone; a
    share of workers by workers; access to doctors by the standardised population; the rest by the
    inhabitants of 2020.
    """
    people = population.by_commune
    values, weights = pd.DataFrame(index=people.index), pd.DataFrame(index=people.index)
    for start, end in PERIODS:
        name = f"growth_{start}_{end}"
        values[name], weights[name] = growth_pct(people[start], people[end]), people[start]
    for table in (coverage, reach, income[["median_income", "poverty_rate_pct"]]):
        for name in table:
            values[name], weights[name] = table[name].reindex(codes), people[2020]
    for name, distance in measures.items():
        values[name], weights[name] = distance, people[2020]
    workers = communes.reindex(codes)
    driving = workers["car_within"] + workers["car_outside"]
    values["car_pct"] = 100 * driving / workers["workers"].where(workers["workers"] > 0)
    weights["car_pct"] = workers["workers"]
    for year, access in doctors.items():
        there = access.reindex(codes)
        values[f"gp_{year}"] = there["apl"]
        weights[f"gp_{year}"] = there["standardised_population"]
    return values, weights
