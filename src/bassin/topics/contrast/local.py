"""Hills and plain of one territory: the lines, the indicators, the tests, the people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar
from zlib import crc32

import geopandas as gpd
import numpy as np
import pandas as pd

from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators import stats
from bassin.indicators.stats import weighted_mean
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.places.territory import Territory
from bassin.read import anct, ign, insee, printed, sncf, toulouse_dataviz
from bassin.topics.base import Topic
from bassin.topics.contrast import inference, lines, measures, sensitivity
from bassin.topics.contrast.gaps import (
    COVERED,
    bears_out,
    beyond_chance,
    compare,
    covered,
    differences,
    direction,
    means_by_zone,
)
from bassin.topics.contrast.lines import (
    ALTITUDE,
    APART,
    AZIMUTH,
    BEARING,
    CENTRES,
    HILLS,
    LINES,
    MASSIF,
    MINES,
    PLAIN,
    Bools,
    cuts_in_two,
    facing,
    with_centre,
)
from bassin.topics.contrast.measures import PERIODS, Measure
from bassin.topics.contrast.middle import bearing, centre_of_gravity
from bassin.topics.population.local import Population

#: Year of the inhabitants who tell how much of a side an indicator reaches.
PEOPLE_YEAR = 2020

#: Everything drawn at random starts from here, and from the name of the indicator.
SEED = 1968

#: Draws of each test and of each interval.
DRAWS = 19_999
RESAMPLES = 999

#: Fewest communes with a value, in all and on each side, for a test to be made.
LEAST, LEAST_ON_A_SIDE = 10, 3

#: A whole turn of the labels, in degrees, the observed position first.
TURNS = np.arange(360.0)

#: Tests of a gap, by key of their p-value, and how a table calls them.
TESTS = {"p_naive": "Naive", "p_rotation": "Rotation", "p_moran": "Moran"}


class Contrast(Topic):
    """Hills and plain of one territory.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    extra : mapping, optional
        Indicators from elsewhere, such as an index another topic has computed: name to what gives
        its :class:`~bassin.topics.contrast.measures.Measure`, two Series by commune. The name
        needs a row in ``data/study/contrast-expectations.csv``; everything else follows.
    """

    #: Names of the lines; least share of the people that an indicator must cover; which way two
    #: numbers differ, if by more than they are known to.
    line_labels: ClassVar[Mapping[str, str]] = LINES
    covered: ClassVar[float] = COVERED
    way = staticmethod(stats.direction)

    def __init__(
        self,
        territory: Territory,
        sources: Sources,
        extra: Mapping[str, Callable[[], Measure]] | None = None,
    ) -> None:
        super().__init__(territory, sources)
        self.extra = dict(extra or {})

    @property
    def names(self) -> pd.Series:
        """Name of each commune."""
        return self.territory.communes["name"]

    @property
    def centre(self) -> str:
        """Code of the most populated commune."""
        return self.territory.centre

    @cached_property
    def points(self) -> gpd.GeoSeries:
        """Middle of each commune, EPSG:2154."""
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
        mining = printed.mining_communes(self.sources)
        return mining.drop(index=self.centre, errors="ignore")

    @cached_property
    def mines_km(self) -> pd.Series:
        """Distance to the nearest commune the study names as mining (km)."""
        mines = self.territory.mapped_anywhere(self.mining[[]]).geometry.centroid
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
    def altitude_is_mean(self) -> bool:
        """Whether it is the mean of each commune, or half-way from its lowest to its highest."""
        return self._altitudes[1]

    @cached_property
    def _candidates(self) -> dict[str, pd.Series]:
        """Zone of each commune by every line."""
        centre, called, codes = self.centre, str(self.names[self.centre]), self.territory.codes
        massifs = anct.massifs_2025(self.sources).index
        listed = anct.density_2025(self.sources).index
        return {
            AZIMUTH: lines.by_azimuth(self.points, centre, called),
            MASSIF: lines.by_massif(codes, massifs, listed, centre, called),
            ALTITUDE: lines.by_altitude(self.altitude, centre, called),
            MINES: lines.by_distance(self.mines_km, centre, called),
        }

    @cached_property
    def without(self) -> Mapping[str, str]:
        """Lines that do not cut this territory in two, and why."""
        without = {}
        for line, zones in self._candidates.items():
            if line == MINES and not self.mining.index.isin(self.territory.codes).any():
                without[line] = "the study names no mining commune here"
            elif line == ALTITUDE and self.altitude.isna().all():
                without[line] = "no altitude is known"
            elif not cuts_in_two(zones):
                without[line] = "one side is empty"
        return without

    @cached_property
    def lines(self) -> pd.DataFrame:
        """Zone of each commune, one column a line that cuts this territory in two.

        The centre is apart: :meth:`placed` puts it on a side.
        """
        kept = {k: zones for k, zones in self._candidates.items() if k not in self.without}
        return pd.DataFrame(kept)

    @cached_property
    def expectations(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.contrast_expectations`."""
        return printed.contrast_expectations(self.sources)

    @cached_property
    def _tabulated(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Values and weights of each indicator.

        Raises
        ------
        ValueError
            If an indicator has no expectation, or an expectation no indicator.
        """
        found = measures.read(
            self.territory,
            self.sources,
            self.population,
            self.neighbours,
            sncf.stations_2024(self.sources),
            insee.commuting_2021(self.sources),
        )
        found |= {name: measure() for name, measure in self.extra.items()}
        wanted = list(self.expectations.index)
        for name in {*found} ^ {*wanted}:
            side, cure = ("expectation", "its row in contrast-expectations.csv")
            if name not in found:
                side, cure = ("value by commune", "it to measures.read or pass it as extra")
            raise ValueError(f"indicator {name!r} has no {side}: write {cure}")
        values, weights = measures.tabulate(found, self.names.index)
        return values[wanted], weights[wanted]

    @property
    def indicators(self) -> pd.DataFrame:
        """One column an indicator, in the order of the expectations, by commune."""
        return self._tabulated[0]

    @property
    def weights(self) -> pd.DataFrame:
        """The weight of each value of ``indicators``."""
        return self._tabulated[1]

    @cached_property
    def stations(self) -> pd.DataFrame:
        """Stations inside the territory, with the ``code`` of their commune.

        As :func:`bassin.read.sncf.stations_2024`.
        """
        return _inside(sncf.stations_2024(self.sources), self.territory.outlines)

    @cached_property
    def commuters(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.commuting_2021`; no row where it does not reach."""
        commuters = insee.commuting_2021(self.sources)
        return commuters.loc[commuters.index.intersection(self.names.index)]

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

    def mapped_lines(self, centre: str = APART) -> pd.DataFrame:
        """Zone of each commune, a column a line under its written name."""
        return self.placed(centre).rename(columns=LINES)

    # Gaps

    @property
    def headline(self) -> list[str]:
        """The indicators that are compared and tested, one a family.

        Those of :attr:`left_out` are not among them.
        """
        return [
            name
            for name in self.indicators
            if self._about(name, "headline") and self._reach(name) >= COVERED
        ]

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
            for name in self.indicators
            if self._about(name, "headline") and 0 < self._reach(name) < COVERED
        }
        table = pd.DataFrame.from_dict(
            rows, orient="index", columns=["label", "communes", "people_pct"]
        )
        return table.rename_axis("indicator")

    def _reach(self, indicator: str) -> float:
        others = self.indicators.index.drop(self.centre)
        return covered(self.indicators.loc[others, indicator], self._inhabitants[others])

    @property
    def _inhabitants(self) -> pd.Series:
        return self.population.by_commune[PEOPLE_YEAR].reindex(self.indicators.index)

    @property
    def expected(self) -> list[str]:
        """Headline indicators of which the study expects a direction."""
        return [name for name in self.headline if self._about(name, "higher") != "none"]

    def _about(self, indicator: str, column: str) -> object:
        return self.expectations.at[indicator, column]

    def label_of(self, indicator: str) -> str:
        """Name of an indicator in tables and figures."""
        return str(self._about(indicator, "label"))

    def compared(self, centre: str = APART) -> pd.DataFrame:
        """As :func:`bassin.topics.contrast.gaps.compare`, every indicator and line."""
        if centre == APART:
            return self.table
        return self._compare(centre)

    @cached_property
    def table(self) -> pd.DataFrame:
        """As :meth:`compared`, the centre apart."""
        return self._compare(APART)

    def _compare(self, centre: str) -> pd.DataFrame:
        zones = self.placed(centre)
        expected = self.expectations["higher"]
        return compare(self.indicators, self.weights, zones, expected, self._inhabitants)

    def means(self, line: str) -> pd.DataFrame:
        """As :func:`bassin.topics.contrast.gaps.means_by_zone`."""
        return means_by_zone(self.indicators, self.weights, self.lines[line], self._inhabitants)

    def known(self, indicator: str) -> int:
        """Number of communes, the centre aside, with a value of an indicator."""
        return int(self.indicators[indicator].drop(self.centre).notna().sum())

    def aligned(self) -> pd.DataFrame:
        """Effect of each indicator by line, positive where the direction is the one expected.

        Returns
        -------
        DataFrame
            Index label of the indicator, a column a line; headlines with a direction only.
        """
        effects = self.table["aligned"].unstack("line").loc[self.expected, self.kept]
        effects.index = pd.Index([self.label_of(name) for name in effects.index], name="indicator")
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
        for indicator in self.headline:
            about, zones = self.expectations.loc[indicator], means.loc[indicator]
            cells = {
                zone: _cell(zones.loc[zone], write, about["fmt"], about["unit"])
                for zone in sorted(zones.index, key=self._rank)
            }
            rows[about["label"]] = {**cells, "expected": about["higher"]}
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("label")

    @staticmethod
    def _rank(zone: str) -> int:
        return {HILLS: 0, PLAIN: 1}.get(zone, 2)

    # Tests

    @cached_property
    def tested(self) -> pd.DataFrame:
        """Tests of the gaps of the headline indicators along each line, the centre apart.

        Returns
        -------
        DataFrame
            Index ``(indicator, line)``; the columns of :meth:`compared`, ``communes`` (with a
            value), ``p_naive``, ``p_rotation``, ``p_moran`` (two-sided; NaN under :data:`LEAST`
            communes, or :data:`LEAST_ON_A_SIDE` on a side, or where the sides are not compared),
            ``p_holm`` (``p_moran`` adjusted by Holm's rule for all tests of this table: every
            indicator along every line is one family).
        """
        rows = {}
        for indicator in self.headline:
            surrogates = self._surrogates(indicator)
            for line in self.kept:
                rows[(indicator, line)] = self._p_values(indicator, line, surrogates)
        p = pd.DataFrame.from_dict(rows, orient="index")
        p.index = pd.MultiIndex.from_tuples(list(rows), names=["indicator", "line"])
        p["p_holm"] = inference.holm(p["p_moran"])
        table = self.table.loc[p.index].join(p)
        return table.assign(communes=table["hills_communes"] + table["plain_communes"])

    def _rng(self, indicator: str) -> np.random.Generator:
        """A stream of its own for each indicator: adding one leaves the others as they are."""
        return np.random.default_rng([SEED, crc32(indicator.encode())])

    def _surrogates(self, indicator: str) -> pd.DataFrame | None:
        """Other maps of an indicator, one a row, over the communes but the centre."""
        values = self.indicators[indicator].drop(self.centre).dropna()
        adjacency = inference.adjacency_of(self.neighbours, values.index)
        if len(values) < LEAST or not adjacency.any():
            return None
        drawn = inference.moran_surrogates(
            values.to_numpy(float), adjacency, DRAWS, self._rng(indicator)
        )
        return pd.DataFrame(drawn, columns=values.index)

    def _p_values(
        self, indicator: str, line: str, surrogates: pd.DataFrame | None
    ) -> dict[str, float]:
        zones, values = self.lines[line], self.indicators[indicator]
        sided = zones.index[zones.isin([HILLS, PLAIN])]
        known = sided[values[sided].notna()]
        in_hills = (zones[known] == HILLS).to_numpy()
        fewest = min(in_hills.sum(), (~in_hills).sum())
        compared = bool(np.isfinite(self.table.at[(indicator, line), "difference"]))
        if surrogates is None or len(known) < LEAST or fewest < LEAST_ON_A_SIDE or not compared:
            return dict.fromkeys(TESTS, np.nan)
        x, w = values[known].to_numpy(float), self.weights.loc[known, indicator].to_numpy(float)
        gap = float(differences(x, w, in_hills))
        shuffled = inference.shuffled_labels(in_hills, DRAWS, self._rng(f"{indicator} {line}"))
        # Labels turn as a whole, over every commune that has one; then those with a value are kept.
        turned = self._turned[line][:, sided.isin(known)]
        return {
            "p_naive": inference.p_value(gap, differences(x, w, shuffled)),
            "p_rotation": inference.group_p_value(differences(x, w, turned)),
            "p_moran": inference.p_value(
                gap, differences(surrogates[known].to_numpy(), w, in_hills)
            ),
        }

    @cached_property
    def _turned(self) -> dict[str, Bools]:
        """Labels of each line turned all round; a straight line is turned exactly."""
        found, middle = {}, self.points[self.centre]
        for line, zones in self.lines.items():
            sided = zones.index[zones.isin([HILLS, PLAIN])]
            if line == AZIMUTH:
                faced = facing(self.points, self.centre, BEARING + TURNS)
                found[str(line)] = faced[:, self.points.index.isin(sided)]
                continue
            at = self.points[sided]
            xy = np.column_stack([at.x.to_numpy() - middle.x, at.y.to_numpy() - middle.y])
            in_hills = (zones[sided] == HILLS).to_numpy()
            found[str(line)] = inference.turned_labels(xy, in_hills, TURNS)
        return found

    def by_test(self, line: str) -> pd.DataFrame:
        """Gap, effect and p-values along one line, one row an indicator tested.

        Returns
        -------
        DataFrame
            Index ``label``; ``communes``, ``effect``, ``expected``, ``p_naive``, ``p_rotation``,
            ``p_moran``, ``p_holm``.
        """
        columns = ["communes", "effect", "expected", *TESTS, "p_holm"]
        table = self.tested.xs(line, level="line")[columns]
        return table.set_axis([self.label_of(name) for name in table.index]).rename_axis("label")

    def adjusted(self) -> pd.DataFrame:
        """Adjusted p-value of each indicator tested by line: index ``label``, a column a line."""
        table = self.tested["p_holm"].unstack("line").loc[self.headline, self.kept]
        table.index = pd.Index([self.label_of(name) for name in table.index], name="label")
        return table.rename(columns=LINES).rename_axis(columns=None)

    def passing(self, line: str, test: str, level: float = inference.LEVEL) -> list[str]:
        """Indicators tested whose p-value along a line is under a level."""
        p = self.tested.xs(line, level="line")[test]
        return list(p.index[p <= level])

    def indicators_of(self, claim: str) -> list[str]:
        """Tested indicators, with a direction expected, that bear on one part of the argument.

        Raises
        ------
        KeyError
            If the list of expectations has no such claim.
        """
        if claim not in set(self.expectations["claim"]):
            raise KeyError(f"claim {claim!r} is none of contrast-expectations.csv")
        return [name for name in self.expected if self._about(name, "claim") == claim]

    def evidence(self, claim: str) -> pd.DataFrame:
        """Comparisons a claim makes: its indicators along each line, the centre apart.

        Returns
        -------
        DataFrame
            Rows of :attr:`tested` where a direction is expected and known. The verdicts and
            :meth:`claims` count these and no others.
        """
        return self.tested.loc[self.indicators_of(claim)].dropna(subset="holds")

    def bears_out(self, claim: str) -> bool:
        """As :func:`bassin.topics.contrast.gaps.bears_out`, of the comparisons of a claim."""
        return bears_out(self.evidence(claim))

    def beyond_chance(self, claim: str) -> float:
        """As :func:`bassin.topics.contrast.gaps.beyond_chance`, of a claim's comparisons."""
        return beyond_chance(self.evidence(claim))

    def standing_out(self) -> pd.DataFrame:
        """Gaps that pass at :data:`LEVEL` once all tests are counted: rows of :attr:`tested`."""
        return self.tested[self.tested["p_holm"] <= inference.LEVEL]

    # Likeness of neighbours

    @cached_property
    def likeness(self) -> pd.DataFrame:
        """As :func:`bassin.topics.contrast.inference.global_moran`, one row an indicator."""
        rows = {
            self.label_of(name): inference.global_moran(self.indicators[name], self.neighbours)
            for name in self.headline
        }
        return pd.DataFrame(rows).T.rename_axis("label").astype({"communes": int})

    def clusters(self, *indicators: str) -> pd.DataFrame:
        """Local clusters of some indicators, a column each under its label."""
        return pd.DataFrame(
            {self.label_of(name): self._local(name)["cluster"] for name in indicators}
        )

    def controlled_clusters(self, *indicators: str) -> int:
        """How many local clusters of some indicators are left by the false discovery rate."""
        return sum(int(self._local(name)["controlled"].sum()) for name in indicators)

    def _local(self, indicator: str) -> pd.DataFrame:
        return inference.local_clusters(self.indicators[indicator], self.neighbours, SEED)

    # Sensitivity

    def _sign(self, indicator: str) -> float:
        """-1 where the plain is expected to have more, else 1."""
        sign = direction(str(self._about(indicator, "higher")))
        return 1.0 if np.isnan(sign) else sign

    @cached_property
    def turning(self) -> pd.DataFrame:
        """Gap of each headline indicator as a straight line turns about the centre.

        Returns
        -------
        DataFrame
            Index ``angle`` (direction of the hills, degrees from north), a column an indicator:
            hills less plain in standard deviations; plain less hills where the plain is expected to
            have more, so that the study's expectation is a positive gap at :data:`BEARING`.
        """
        curves = {
            name: self._sign(name)
            * sensitivity.turning(
                self.indicators[name], self.weights[name], self.points, self.centre
            )
            for name in self.headline
            if self.known(name) >= LEAST
        }
        return pd.DataFrame(curves)

    @cached_property
    def widest(self) -> pd.DataFrame:
        """Direction of the greatest contrast of each indicator of :attr:`turning`.

        Returns
        -------
        DataFrame
            Index ``indicator``; the columns of
            :func:`bassin.topics.contrast.sensitivity.greatest_contrast`, ``expected``,
            ``covers`` (bool: whether the interval holds :data:`BEARING`).
        """
        rows = {
            name: sensitivity.greatest_contrast(
                self.indicators[name],
                self.weights[name],
                self.points,
                self.centre,
                RESAMPLES,
                self._rng(f"{name} angle"),
                self._sign(name),
            )
            for name in self.turning
        }
        table = pd.DataFrame(rows).T.rename_axis("indicator")
        return table.assign(
            expected=self.expectations["higher"].reindex(table.index),
            covers=[
                sensitivity.within(BEARING, low, high)
                for low, high in zip(table["low"], table["high"], strict=True)
            ],
        )

    def directions(self) -> pd.DataFrame:
        """Angles of :attr:`widest` for a table: index ``label``, the side looked for in words."""
        table = self.widest
        more = ["less" if self._sign(name) < 0 else "more" for name in table.index]
        return pd.DataFrame(
            {
                "side": more,
                "angle": table["angle"],
                "low": table["low"],
                "high": table["high"],
                "concentration": table["concentration"],
                "covers": table["covers"].map({True: "yes", False: "no"}),
                "expected": table["expected"],
            }
        ).set_axis(pd.Index([self.label_of(n) for n in table.index], name="label"))

    @cached_property
    def combinations(self) -> pd.DataFrame:
        """Every comparison with a direction: index ``(centre, indicator, line)``; all vintages.

        Returns
        -------
        DataFrame
            Columns of :meth:`compared`, and ``claim``: whatever the place of the centre, tested or
            not.
        """
        table = pd.concat({where: self.compared(where) for where in CENTRES}, names=["centre"])
        table = table.dropna(subset="holds")
        return table.assign(claim=self.expectations["claim"].reindex(table.index, level=1))

    def share_held(
        self, by: str | None = None, *, centre: str = APART, vintages: bool = False
    ) -> pd.DataFrame:
        """In how many comparisons the direction is the one expected.

        Parameters
        ----------
        by : {"line", "claim"}, optional
            What to count by; everything together by default.
        centre : {"apart", "hills", "plain"}
            Where the centre is put.
        vintages : bool
            Count every year an indicator is known in, instead of the one that is tested.

        Returns
        -------
        DataFrame
            ``held``, ``of``, ``share_pct``.
        """
        table = self.combinations.xs(centre, level="centre")
        if not vintages:
            table = table.loc[table.index.get_level_values("indicator").isin(self.expected)]
        holds = table.set_index("claim", append=True)["holds"].astype(float)
        groups = holds.groupby(level=by) if by else holds.groupby(lambda _: "all")
        counted = pd.DataFrame({"held": groups.sum().astype(int), "of": groups.size()})
        return counted.assign(share_pct=100 * counted["held"] / counted["of"])

    def choices(self) -> pd.DataFrame:
        """As :meth:`share_held`: by line and in all, then with one choice changed at a time.

        Returns
        -------
        DataFrame
            Index ``choice``, in words; ``held``, ``of``, ``share_pct``. The row of all lines is the
            sum of those of the lines, and of the claims in :meth:`claims`.
        """
        name = str(self.names[self.centre])
        parts = [
            self.share_held("line").loc[self.kept].rename(LINES),
            self.share_held().set_axis(["All lines"]),
            self.share_held(centre=HILLS).set_axis([f"All lines, {name} in the hills"]),
            self.share_held(centre=PLAIN).set_axis([f"All lines, {name} in the plain"]),
            self.share_held(vintages=True).set_axis(["All lines, every year measured"]),
        ]
        return pd.concat(parts).rename_axis("choice")

    def claims(self, write: Callable[[float], str]) -> pd.DataFrame:
        """Each part of the argument: how often it holds, and its strongest and weakest evidence.

        Parameters
        ----------
        write : callable
            Writes an effect, positive in the direction expected.

        Returns
        -------
        DataFrame
            Index ``claim``; ``held`` (``"9 of 12"``, over the rows of :meth:`evidence`),
            ``strongest``, ``weakest`` (indicator, line and effect among them), ``p`` (as
            :meth:`beyond_chance`).
        """
        rows = {}
        for claim in dict.fromkeys(self.expectations.loc[self.expected, "claim"]):
            evidence = self.evidence(claim)
            effects = evidence["aligned"].fillna(0)  # nothing varies: no gap
            if effects.empty:
                continue
            rows[claim] = {
                "held": f"{int(evidence['holds'].sum())} of {len(evidence)}",
                "strongest": self._told(effects.idxmax(), effects.max(), write),
                "weakest": self._told(effects.idxmin(), effects.min(), write),
                "p": self.beyond_chance(claim),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("claim")

    def _told(self, key: tuple[str, str], effect: float, write: Callable[[float], str]) -> str:
        indicator, line = key
        return f"{self.label_of(indicator)}; {LINES[line].lower()}: {write(effect)}"

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
        """Share of each zone in the territory in some years, and when plain and hills cross.

        Returns
        -------
        DataFrame
            Index ``(line, side)``; a column a year: share of the inhabitants of all zones (%);
            ``crossing``: as :meth:`crossing`; NA for the centre.
        """
        rows = {}
        for line in self.kept:
            people = self.people(line)
            shares = people.div(people.sum(axis=1), axis=0) * 100
            year = self.crossing(line)
            for side in people:
                at = {str(y): shares.at[y, side] for y in years}
                crossed = year if year and side in (HILLS, PLAIN) else pd.NA
                rows[(LINES[line], side)] = {**at, "crossing": crossed}
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
        """As :func:`bassin.topics.contrast.middle.centre_of_gravity`."""
        return centre_of_gravity(self.population.by_commune, self.points)

    def heading(self, start: int, end: int) -> float:
        """Direction in which the middle of the people went, in degrees from north."""
        return bearing(self.middle.loc[start], self.middle.loc[end])

    def displacement(self, start: int, end: int) -> float:
        """How far the middle of the people went between two years, in a straight line (km)."""
        here, there = self.middle.loc[start], self.middle.loc[end]
        return float(np.hypot(there["x"] - here["x"], there["y"] - here["y"]) / 1000)

    def losers(self, line: str, periods: Sequence[tuple[int, int]] = PERIODS) -> pd.DataFrame:
        """As :meth:`bassin.topics.population.local.Population.losers`, along one line."""
        return self.population.losers(self.lines[line], periods)

    # Moving about

    def car_share(self) -> float:
        """Share of employed residents who drive to work (%); NaN where the file does not reach.

        Of the whole territory, the centre included: communes are weighted by these residents.
        """
        return weighted_mean(self.commuters["car_pct"], self.commuters["workers"])

    def transit_share(self) -> float:
        """As :meth:`car_share`, of those who take public transport."""
        return weighted_mean(self.commuters["transit_pct"], self.commuters["workers"])

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


def _cell(
    row: pd.Series, write: Callable[[float, str, str], str], fmt: str, unit: str
) -> str | float:
    if pd.isna(row["mean"]):
        return float("nan")
    said = write(row["mean"], fmt, unit)
    return said if row["communes"] == row["of"] else f"{said} ({row['communes']:.0f})"


def _inside(stations: pd.DataFrame, outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """Stations within some communes, with the ``code`` of the commune."""
    at = gpd.GeoSeries.from_xy(stations["x"], stations["y"], index=stations.index, crs=2154)
    pairs = outlines.sindex.query(at, predicate="within")
    inside = stations.iloc[pairs[0]]
    return inside.assign(code=outlines.index[pairs[1]])
