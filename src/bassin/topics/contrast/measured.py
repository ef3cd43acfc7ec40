"""What the two halves of one territory are compared on: values by commune, and the gaps."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import geopandas as gpd
import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property, kept_by
from bassin.indicators import catalogue
from bassin.phrase import Name
from bassin.places import lines
from bassin.places.lines import APART, with_centre
from bassin.places.territory import Territory
from bassin.read import printed, sncf
from bassin.topics.contrast import measures
from bassin.topics.contrast.gaps import (
    COVERED,
    compare,
    covered,
    grown,
    means_by_zone,
)
from bassin.topics.contrast.halves import Halves
from bassin.topics.contrast.measures import LAST_PERIOD, STATIONS_YEAR, Measure

#: Indicators that have another label here: a mean by side of what does not add up says that it is.
LABELS = {"median_income": "mean_of_median_income"}


def measurable(topic: Measured) -> list[str]:
    """Every indicator that a territory can be measured by: its own, and those of the catalogue."""
    return [*topic.own, *catalogue.at_hand(topic.sources)]


class Measured(Halves):
    """The two halves, compared indicator by indicator.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    extra : mapping, optional
        Indicators from elsewhere, such as an index another topic has computed: name to what gives
        its :class:`~bassin.topics.contrast.measures.Measure`, two Series by commune. The name
        needs a row in the ``contrast-expectations.csv`` of the study, and its unit and format in
        :data:`bassin.topics.contrast.measures.OWN`; everything else follows.
    """

    def __init__(
        self,
        territory: Territory,
        sources: Sources,
        extra: Mapping[str, Callable[[], Measure]] | None = None,
    ) -> None:
        super().__init__(territory, sources)
        self.extra = dict(extra or {})

    @cached_property
    def expectations(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.contrast_expectations`.

        A place without a list of its own is compared by that of the one study that has one. Where
        several have, none is taken, and the place is refused.
        """
        lists = printed.studied(self.sources, printed.EXPECTATIONS)
        if self.prints(printed.EXPECTATIONS) or len(lists) != 1:
            return self._printed(printed.EXPECTATIONS, printed.contrast_expectations)
        return printed.contrast_expectations(self.sources, lists[0])

    # One indicator

    @property
    def own(self) -> Mapping[str, Callable[[], Measure]]:
        """Indicators that depend on the ground of this very territory, and not on France."""
        start, end = LAST_PERIOD
        return {
            f"growth_{start}_{end}": self._last_growth,
            "centre_km": lambda: self._distance(self.points.loc[[self.centre]]),
            "station_km": self._distance_to_stations,
            "fires_per_100_km2": lambda: measures.fires(self.sources, self.territory.outlines),
            **self.extra,
        }

    @choosing(name=measurable)
    def measure(self, name: str) -> Measure:
        """Values and weights of one indicator by commune; its files alone are read.

        Raises
        ------
        KeyError
            If it is none of :attr:`own` and not in the catalogue.
        """
        return kept_by(self).get(("measure", name), lambda: self._measure(name))

    def _measure(self, name: str) -> Measure:
        own, codes = self.own, self.names.index
        one = own[name]() if name in own else measures.of_indicator(self.sources, name, codes)
        return Measure(one.value.reindex(codes), one.weight.reindex(codes))

    @choosing(indicators=measurable)
    def by_commune(self, *indicators: str) -> pd.DataFrame:
        """Values of some indicators, a column each; their files alone are read."""
        found = {name: self.measure(name).value for name in indicators}
        return pd.DataFrame(found, index=self.names.index)

    def _last_growth(self) -> Measure:
        return Measure(*grown(self.population.by_commune, self.neighbours, *LAST_PERIOD))

    def _distance(self, others: gpd.GeoSeries) -> Measure:
        return Measure(lines.distance_km(self.points, others), self._inhabitants)

    def _distance_to_stations(self) -> Measure:
        stations = sncf.stations(self.sources, STATIONS_YEAR)
        served = stations[stations["passengers"]]
        at = gpd.GeoSeries.from_xy(served["x"], served["y"], crs=self.points.crs)
        return self._distance(at)

    @cached_property
    def _inhabitants(self) -> pd.Series:
        return measures.inhabitants(self.sources, self.names.index)

    @choosing(line=lines.LINES, centre=lines.CENTRES)
    def gap(self, indicator: str, line: str, centre: str = APART) -> pd.Series:
        """As :func:`bassin.topics.contrast.gaps.compare`, one indicator along one line.

        It rests on the files of this indicator, of the line and of the inhabitants.
        """
        one = self.measure(indicator)
        values, weights = one.value.to_frame(indicator), one.weight.to_frame(indicator)
        zones = with_centre(self.line(line), self.centre, centre).to_frame(line)
        expected = self.expectations["higher"]
        table = compare(values, weights, zones, expected, self._inhabitants)
        return table.loc[(indicator, line)]

    def gaps_of(self, *indicators: str) -> pd.DataFrame:
        """As :meth:`compared`, of some indicators, the centre apart: their files alone are read."""
        each = [self.measure(name) for name in indicators]
        values = pd.DataFrame({name: one.value for name, one in zip(indicators, each, strict=True)})
        weights = {name: one.weight for name, one in zip(indicators, each, strict=True)}
        expected = self.expectations["higher"]
        return compare(values, pd.DataFrame(weights), self.placed(), expected, self._inhabitants)

    # Every indicator of the list of expectations

    @cached_property
    def _listed(self) -> list[str]:
        """The indicators of the list of expectations, in its order.

        Raises
        ------
        ValueError
            If an indicator of this territory has no expectation, or an expectation no indicator.
        """
        wanted, own = list(self.expectations.index), self.own
        for name in {*wanted, *own}:
            side, cure = ("expectation", "its row in contrast-expectations.csv")
            if name in wanted:
                side, cure = ("value by commune", "its declaration or pass it as extra")
            if name not in wanted or (name not in own and name not in catalogue.INDICATORS):
                raise ValueError(f"indicator {name!r} has no {side}: write {cure}")
        return wanted

    @cached_property
    def _tabulated(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Values and weights of each of them."""
        return measures.tabulate({one: self.measure(one) for one in self._listed}, self.names.index)

    @property
    def indicators(self) -> pd.DataFrame:
        """One column an indicator, in the order of the expectations, by commune."""
        return self._tabulated[0]

    @property
    def weights(self) -> pd.DataFrame:
        """The weight of each value of ``indicators``."""
        return self._tabulated[1]

    # Gaps

    @property
    def headline(self) -> list[str]:
        """The indicators that are compared and tested, one a family.

        Those of :attr:`left_out` are not among them.
        """
        return [name for name in self._listed if self._is_headline(name)]

    def _is_headline(self, name: str) -> bool:
        return bool(self._about(name, "headline")) and self._reach(name) >= COVERED

    @cached_property
    def left_out(self) -> pd.DataFrame:
        """Indicators published for too few communes to say anything of a side.

        Returns
        -------
        DataFrame
            Index ``indicator``; ``label``, ``communes`` (with a value, the centre aside) and
            ``people_pct`` (share of the inhabitants outside the centre who live in them). Those
            without any value in this territory are not listed.
        """
        rows = {
            name: {
                "label": self.label_of(name),
                "communes": self.known(name),
                "people_pct": 100 * self._reach(name),
            }
            for name in self._listed
            if self._about(name, "headline") and 0 < self._reach(name) < COVERED
        }
        table = pd.DataFrame.from_dict(
            rows, orient="index", columns=["label", "communes", "people_pct"]
        )
        return table.rename_axis("indicator")

    def _reach(self, indicator: str) -> float:
        values = self.measure(indicator).value.drop(self.centre)
        return covered(values, self._inhabitants[values.index])

    @property
    def expected(self) -> list[str]:
        """Headline indicators of which the study expects a direction."""
        return [name for name in self.headline if self._is_sided(name)]

    def _is_sided(self, name: str) -> bool:
        return self._about(name, "higher") != printed.NO_SIDE

    def _about(self, indicator: str, column: str) -> object:
        return self.expectations.at[indicator, column]

    @staticmethod
    def label_of(indicator: str) -> Name:
        """An indicator by the code of its label, in tables and figures."""
        return Name(f"indicator.{LABELS.get(indicator, indicator)}")

    @choosing(centre=lines.CENTRES)
    def compared(self, centre: str = APART) -> pd.DataFrame:
        """As :func:`bassin.topics.contrast.gaps.compare`, every indicator and line.

        Raises
        ------
        TerritoryError
            If no line cuts the territory in two.
        """
        if centre == APART:
            return self.table
        return self._compare(centre)

    @cached_property
    def table(self) -> pd.DataFrame:
        """As :meth:`compared`, the centre apart."""
        return self._compare(APART)

    def _compare(self, centre: str) -> pd.DataFrame:
        if not self.kept:
            raise TerritoryError(
                f"{self.territory.name}: no line has communes on both of its sides there "
                f"({', '.join(self.without)}). Ask for one line with `line`, `people` or `gap`, or "
                "for a territory that reaches around its most populated commune."
            )
        zones = self.placed(centre)
        expected = self.expectations["higher"]
        return compare(self.indicators, self.weights, zones, expected, self._inhabitants)

    @choosing(line=lambda self: self.kept)
    def means(self, line: str) -> pd.DataFrame:
        """As :func:`bassin.topics.contrast.gaps.means_by_zone`."""
        return means_by_zone(self.indicators, self.weights, self.lines[line], self._inhabitants)

    @choosing(indicator=measurable)
    def known(self, indicator: str) -> int:
        """Number of communes, the centre aside, with a value of an indicator."""
        return int(self.measure(indicator).value.drop(self.centre).notna().sum())

    def aligned(self) -> pd.DataFrame:
        """Effect of each indicator by line, positive where the direction is the one expected.

        Returns
        -------
        DataFrame
            Index label of the indicator, a column a line that cuts this territory in two;
            headlines with a direction only.
        """
        effects = self.table["aligned"].unstack("line").loc[self.expected, self.kept]
        effects.index = pd.Index([self.label_of(name) for name in effects.index], name="indicator")
        return effects.rename_axis(columns=None)

    @choosing(line=lambda self: self.kept)
    def written(self, line: str, write: Callable[[float, str, str], str]) -> pd.DataFrame:
        """Means of the zones along one line, written each in its own unit.

        Parameters
        ----------
        line : str
        write : callable
            Writes a value, by its format and the key of its unit.

        Returns
        -------
        DataFrame
            Index ``label``; a column a zone: its mean, and how many of its communes have a value
            where some have none; ``expected``.
        """
        means, rows = self.means(line), {}
        for indicator in self.headline:
            about, zones = self.expectations.loc[indicator], means.loc[indicator]
            unit, fmt = measures.written_in(indicator)
            cells = {
                zone: _cell(zones.loc[zone], write, fmt, unit)
                for zone in sorted(zones.index, key=self._rank)
            }
            rows[self.label_of(indicator)] = {**cells, "expected": about["higher"]}
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("label")

    # Ways to work

    def car_share(self) -> float:
        """Share of employed residents who drive to work (%); NaN where too few live in its file.

        Of the whole territory, the centre included: communes are weighted by these residents.
        """
        return self.selected.value("car_pct")

    def transit_share(self) -> float:
        """As :meth:`car_share`, of those who take public transport."""
        return self.selected.value("transit_pct")


def _cell(
    row: pd.Series, write: Callable[[float, str, str], str], fmt: str, unit: str
) -> str | float:
    if pd.isna(row["mean"]):
        return float("nan")
    said = write(row["mean"], fmt, unit)
    return said if row["communes"] == row["of"] else f"{said} ({row['communes']:.0f})"
