"""The two halves of one territory: its lines, the people of each zone, the stations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from bassin.choices import choosing
from bassin.files.trace import cached_property, kept_by
from bassin.indicators.stats import total
from bassin.places import lines
from bassin.places.lines import (
    ALTITUDE,
    APART,
    AZIMUTH,
    CENTRE,
    HILLS,
    LINES,
    MASSIF,
    MINES,
    PLAIN,
    cuts_in_two,
    with_centre,
)
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import anct, ign, printed, sncf, toulouse_dataviz
from bassin.topics.base import Topic
from bassin.topics.contrast import inference
from bassin.topics.contrast.measures import PERIODS, STATIONS_YEAR
from bassin.topics.contrast.middle import bearing, centre_of_gravity
from bassin.topics.population.local import Population

#: What a station is open to, by whether to passengers and to freight.
OPEN_TO = {
    (True, True): "open_both",
    (True, False): "open_passengers",
    (False, True): "open_freight",
    (False, False): "open_neither",
}


def _census_years(topic: Halves) -> pd.Index:
    return topic.population.by_commune.columns


class Halves(Topic):
    """Hills and plain of one territory, by each line that cuts it in two."""

    @property
    def centre(self) -> str:
        """Code of the most populated commune."""
        return self.territory.centre

    @cached_property
    def points(self) -> gpd.GeoSeries:
        """Middle of each commune, in the system of the outlines."""
        return self.territory.outlines.geometry.centroid

    @cached_property
    def neighbours(self) -> pd.DataFrame:
        """As :func:`bassin.topics.contrast.inference.touching`."""
        return inference.touching(self.territory.outlines)

    @cached_property
    def population(self) -> Population:
        """Population of the territory."""
        return Population(self.territory, self.sources)

    @cached_property
    def mining(self) -> pd.DataFrame:
        """Mining communes, the centre left out.

        As :func:`bassin.read.printed.mining_communes`.
        """
        mining = self._printed(printed.MINING_COMMUNES, printed.mining_communes)
        return mining.drop(index=self.centre, errors="ignore")

    def _has_mines(self) -> bool:
        """Whether a text on the territory names a mining commune of it."""
        named = self.prints(printed.MINING_COMMUNES)
        return named and bool(self.mining.index.isin(self.territory.codes).any())

    @cached_property
    def mines_km(self) -> pd.Series:
        """Distance to the nearest commune the study names as mining (km).

        Overseas it is missing: no metric system holds for both ends.
        """
        mines = self.territory.mapped_anywhere(self.mining[[]]).geometry.centroid
        if mines.crs != self.points.crs:
            return pd.Series(np.nan, self.points.index, name="distance_km")
        return lines.distance_km(self.points, mines)

    @cached_property
    def _altitudes(self) -> tuple[pd.Series, bool]:
        codes = pd.Index(self.territory.codes)
        means = toulouse_dataviz.altitudes_2019(self.sources).reindex(codes)
        extremes = pd.DataFrame(columns=["lowest", "highest"], index=codes, dtype=float)
        if ign.TOWN_HALLS in self.sources:
            halls = ign.town_halls_2012(self.sources)
            extremes = altitude_range(halls, self.territory.passage, self.territory.codes)
        return lines.altitudes(means, extremes["lowest"], extremes["highest"])

    @property
    def altitude(self) -> pd.Series:
        """Altitude of each commune (m); NaN where it is not known."""
        return self._altitudes[0]

    @property
    def by_mean(self) -> bool:
        """Whether that is its mean; else half-way between its lowest and its highest point."""
        return self._altitudes[1]

    @choosing(line=LINES)
    def line(self, line: str) -> pd.Series:
        """Zone of each commune along one line; the files of this line alone are read.

        Parameters
        ----------
        line : str
            One of :data:`~bassin.places.lines.LINES`, whether it cuts this territory in
            two or not.
        """
        return kept_by(self).get(("line", line), lambda: self._line(line))

    def _line(self, line: str) -> pd.Series:
        centre, codes = self.centre, self.territory.codes
        if line == AZIMUTH:
            return lines.by_azimuth(self.points, centre)
        if line == MASSIF:
            massifs = anct.massifs_2025(self.sources).index
            listed = anct.density_2025(self.sources).index
            return lines.by_massif(codes, massifs, listed, centre)
        if line == ALTITUDE:
            return lines.by_altitude(self.altitude, centre)
        return lines.by_distance(self.mines_km, centre)

    def in_two(self, line: str) -> pd.Series | None:
        """Zone of each commune along one line, or nothing where it does not cut the territory.

        Parameters
        ----------
        line : str
            As of :meth:`line`: the files of this line alone are read.
        """
        return None if self._obstacle(line) else self.line(line)

    def _obstacle(self, line: str) -> str | None:
        """Why a line does not cut this territory in two, as a code."""
        if line == MINES and not self._has_mines():
            return "no_mine_named"
        if line == ALTITUDE and self.altitude.isna().all():
            return "no_altitude_known"
        return None if cuts_in_two(self.line(line)) else "side_empty"

    @cached_property
    def without(self) -> Mapping[str, str]:
        """Lines that do not cut this territory in two, and why, as a code."""
        return {line: why for line in lines.LINES if (why := self._obstacle(line))}

    @cached_property
    def lines(self) -> pd.DataFrame:
        """Zone of each commune, one column a line that cuts this territory in two.

        The centre is apart: :meth:`placed` puts it on a side.
        """
        kept = [line for line in lines.LINES if line not in self.without]
        return pd.DataFrame({line: self.line(line) for line in kept})

    # Lines

    @property
    def kept(self) -> list[str]:
        """Keys of the lines that cut this territory in two."""
        return list(self.lines)

    @property
    def threshold(self) -> float:
        """Altitude that parts hills from plain (m)."""
        return lines.middle_value(self.altitude, self.centre)

    @property
    def mines_threshold(self) -> float:
        """Distance to a mining commune that parts hills from plain (km)."""
        return lines.middle_value(self.mines_km, self.centre)

    def placed(self, centre: str = APART) -> pd.DataFrame:
        """Zones with the centre apart, or on a side: ``"apart"``, ``"hills"``, ``"plain"``."""
        return self.lines.apply(with_centre, centre=self.centre, where=centre)

    def mapped_lines(self, centre: str = APART) -> gpd.GeoDataFrame:
        """Zone of each commune, a column a line, with ``name`` and outlines for a map."""
        return self.territory.mapped(self.placed(centre))

    @property
    def zone_names(self) -> dict[str, str]:
        """What the zone of the centre is called: as the commune."""
        return {CENTRE: str(self.names[self.centre])}

    def same_side(self) -> pd.Series:
        """Whether each commune is in the hills, or in the plain, by every line."""
        return self.lines.eq(HILLS).all(axis=1) | self.lines.eq(PLAIN).all(axis=1)

    @staticmethod
    def _rank(zone: str) -> int:
        return {HILLS: 0, PLAIN: 1}.get(zone, 2)

    # People

    @choosing(line=LINES)
    def people(self, line: str) -> pd.DataFrame:
        """Inhabitants of each zone, one row a year; hills, plain, centre."""
        table = self.population.by_side(self.line(line))
        return table[sorted(table.columns, key=self._rank)].rename_axis(columns=None)

    @choosing(line=LINES)
    def crossing(self, line: str) -> int | None:
        """First year from which the plain has more inhabitants than the hills, for good.

        ``None`` if it has not yet, or if it has had more since the first year known.
        """
        year = self.population.crossing(self.line(line), PLAIN, HILLS)
        return None if year == self.population.by_commune.columns[0] else year

    @choosing(years=_census_years)
    def turns(self, years: Sequence[int]) -> pd.DataFrame:
        """Share of each zone in the territory in some years, and when plain and hills cross.

        Returns
        -------
        DataFrame
            Index ``(line, side)``, in codes with a name; a column a year: share of the inhabitants
            of all zones (%); ``crossing``: as :meth:`crossing`; NA for the centre.
        """
        rows = {}
        for line in self.kept:
            people = self.people(line)
            shares = people.div(total(people, axis=1), axis=0) * 100
            year = self.crossing(line)
            for side in people:
                at = {str(y): shares.at[y, side] for y in years}
                crossed = year if year and side in (HILLS, PLAIN) else pd.NA
                rows[(lines.named(line), side)] = {**at, "crossing": crossed}
        columns = [*map(str, years), "crossing"]
        table = pd.DataFrame(list(rows.values()), columns=columns).astype({"crossing": "Int64"})
        table.index = pd.MultiIndex.from_tuples(list(rows), names=["line", "side"])
        return table

    @choosing(line=LINES, zone=(HILLS, PLAIN, CENTRE), year=_census_years)
    def towns(self, line: str, zone: str, year: int, least: int) -> pd.DataFrame:
        """Communes of a zone with at least so many inhabitants in a year, most peopled first."""
        zones = self.line(line)
        people = self.population.by_commune.loc[zones.index[zones == zone]]
        chosen = people[people[year] >= least].sort_values(year, ascending=False)
        return chosen.assign(name=self.names)

    @cached_property
    def middle(self) -> pd.DataFrame:
        """As :func:`bassin.topics.contrast.middle.centre_of_gravity`."""
        return centre_of_gravity(self.population.by_commune, self.points)

    @choosing(start=_census_years, end=_census_years)
    def heading(self, start: int, end: int) -> float:
        """Direction in which the middle of the people went, in degrees from north."""
        return bearing(self.middle.loc[start], self.middle.loc[end])

    @choosing(start=_census_years, end=_census_years)
    def displacement(self, start: int, end: int) -> float:
        """How far the middle of the people went between two years, in a straight line (km)."""
        here, there = self.middle.loc[start], self.middle.loc[end]
        return float(np.hypot(there["x"] - here["x"], there["y"] - here["y"]) / 1000)

    @choosing(line=LINES, periods=_census_years)
    def losers(self, line: str, periods: Sequence[tuple[int, int]] = PERIODS) -> pd.DataFrame:
        """As :meth:`bassin.topics.population.local.Population.losers`, along one line."""
        return self.population.losers(self.line(line), periods)

    # Stations

    @cached_property
    def stations(self) -> pd.DataFrame:
        """Stations inside the territory, with the ``code`` of their commune.

        As :func:`bassin.read.sncf.stations`.
        """
        return _inside(sncf.stations(self.sources, STATIONS_YEAR), self.territory.outlines)

    @choosing(line=lambda self: self.kept)
    def stations_by_zone(self, line: str) -> pd.DataFrame:
        """Stations inside the territory, those of the centre first.

        Returns
        -------
        DataFrame
            Index ``station``; ``commune``, ``zone``, ``open_to`` (a code, see :data:`OPEN_TO`).
        """
        table = pd.DataFrame(
            {
                "station": self.stations["name"],
                "commune": self.stations["code"].map(self.names),
                "zone": self.stations["code"].map(self.lines[line]),
                "open_to": [
                    OPEN_TO[both]
                    for both in zip(
                        self.stations["passengers"], self.stations["freight"], strict=True
                    )
                ],
            }
        )
        first = table["zone"].ne(CENTRE).rename("first")
        table = pd.concat([first, table], axis=1).sort_values(["first", "zone", "station"])
        return table.drop(columns="first").set_index("station")

    @choosing(line=LINES)
    def served_by_zone(self, line: str) -> pd.Series:
        """How many stations inside the territory are open to passengers, by zone."""
        served = self.stations.loc[self.stations["passengers"], "code"]
        return served.map(self.line(line)).value_counts()


def altitude_range(halls: pd.DataFrame, passage: Passage, codes: Sequence[str]) -> pd.DataFrame:
    """Lowest and highest point of communes of 2023.

    Parameters
    ----------
    halls : DataFrame
        As :func:`bassin.read.ign.town_halls_2012`.
    passage : Passage
    codes : sequence of str

    Returns
    -------
    DataFrame
        Index ``code``; ``lowest``, ``highest`` (m): those of all the parts of a merged commune; NaN
        where the commune was divided or a part is not known.
    """
    moved = passage.transition(halls.index, ign.GEOGRAPHY_2011, GEOGRAPHY)
    rows = {}
    for code in codes:
        parts = halls.reindex(sorted(moved.parts.get(code, ())))
        known = code not in moved.splits and parts["altitude_min_m"].notna().all()
        rows[code] = {
            "lowest": parts["altitude_min_m"].min() if known else np.nan,
            "highest": parts["altitude_max_m"].max() if known else np.nan,
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("code")


def _inside(stations: pd.DataFrame, outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """Stations within some communes, with the ``code`` of the commune."""
    at = gpd.GeoSeries.from_xy(stations["x"], stations["y"], index=stations.index, crs=2154)
    at = at.to_crs(outlines.crs)
    pairs = outlines.sindex.query(at, predicate="within")
    inside = stations.iloc[pairs[0]]
    return inside.assign(code=outlines.index[pairs[1]])
