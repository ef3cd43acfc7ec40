"""Tests of the gaps between the two halves of one territory, and likeness of neighbours."""

from __future__ import annotations

from zlib import crc32

import numpy as np
import pandas as pd

from bassin.choices import choosing
from bassin.files.trace import cached_property
from bassin.places.lines import AZIMUTH, BEARING, HILLS, PLAIN, Bools, facing
from bassin.topics.contrast import inference
from bassin.topics.contrast.gaps import bears_out, beyond_chance, differences
from bassin.topics.contrast.measured import Measured, measurable

#: Everything drawn at random starts from here, and from the name of the indicator.
SEED = 1968

#: Draws of each test and of each interval.
DRAWS = 19_999
RESAMPLES = 999

#: Fewest communes with a value, in all and on each side, for a test to be made.
LEAST, LEAST_ON_A_SIDE = 10, 3

#: A whole turn of the labels, in degrees, the observed position first.
TURNS = np.arange(360.0)

#: Tests of a gap, by key of their p-value.
TESTS = ("p_naive", "p_rotation", "p_moran")


class Tested(Measured):
    """The two halves, each gap tested against those of other maps."""

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
        p = pd.DataFrame(list(rows.values()), columns=[*TESTS], dtype=float)
        p.index = pd.MultiIndex.from_tuples(list(rows), names=["indicator", "line"])
        p["p_holm"] = inference.holm(p["p_moran"])
        table = self.table.loc[p.index].join(p)
        return table.assign(communes=table["hills_communes"] + table["plain_communes"])

    def _rng(self, indicator: str) -> np.random.Generator:
        """A stream of its own for each indicator: adding one leaves the others as they are."""
        return np.random.default_rng([SEED, crc32(indicator.encode())])

    def _surrogates(self, indicator: str) -> pd.DataFrame | None:
        """Other maps of an indicator, one a row, over the communes but the centre."""
        values = self.measure(indicator).value.drop(self.centre).dropna()
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
        one = self.measure(indicator)
        zones, values = self.lines[line], one.value
        sided = zones.index[zones.isin([HILLS, PLAIN])]
        known = sided[values[sided].notna()]
        in_hills = (zones[known] == HILLS).to_numpy()
        fewest = min(in_hills.sum(), (~in_hills).sum())
        compared = bool(np.isfinite(self.table.at[(indicator, line), "difference"]))
        if surrogates is None or len(known) < LEAST or fewest < LEAST_ON_A_SIDE or not compared:
            return dict.fromkeys(TESTS, np.nan)
        x, w = values[known].to_numpy(float), one.weight[known].to_numpy(float)
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

    @choosing(line=lambda self: self.kept)
    def by_test(self, line: str) -> pd.DataFrame:
        """Gap, effect and p-values along one line, one row an indicator tested.

        Returns
        -------
        DataFrame
            Index ``label``; ``communes``, ``effect``, ``p_naive``, ``p_rotation``, ``p_moran``,
            ``p_holm``.
        """
        columns = ["communes", "effect", *TESTS, "p_holm"]
        table = self.tested.xs(line, level="line")[columns]
        return table.set_axis([self.label_of(name) for name in table.index]).rename_axis("label")

    def adjusted(self) -> pd.DataFrame:
        """Adjusted p-value of each indicator tested by line: index ``label``, a column a line."""
        table = self.tested["p_holm"].unstack("line").loc[self.headline, self.kept]
        table.index = pd.Index([self.label_of(name) for name in table.index], name="label")
        return table.rename_axis(columns=None)

    @choosing(line=lambda self: self.kept, test=(*TESTS, "p_holm"))
    def passing(self, line: str, test: str, level: float = inference.LEVEL) -> list[str]:
        """Indicators tested whose p-value along a line is under a level."""
        p = self.tested.xs(line, level="line")[test]
        return list(p.index[p <= level])

    @choosing(claim=lambda self: sorted(set(self.expectations["claim"])))
    def indicators_of(self, claim: str) -> list[str]:
        """Tested indicators, with a direction expected, that bear on one part of the argument.

        Raises
        ------
        ChoiceError
            If the list of expectations has no such claim.
        """
        bearing = [name for name in self._listed if self._about(name, "claim") == claim]
        return [name for name in bearing if self._is_sided(name) and self._is_headline(name)]

    def evidence(self, claim: str) -> pd.DataFrame:
        """Comparisons a claim makes: its indicators along each line, the centre apart.

        It rests on the files of these indicators alone, and so do the verdicts.

        Returns
        -------
        DataFrame
            Rows of :meth:`compared` where a direction is expected and known. The verdicts and
            :meth:`claims` count these and no others.
        """
        return self.gaps_of(*self.indicators_of(claim)).dropna(subset="holds")

    def bears_out(self, claim: str) -> bool:
        """As :func:`bassin.topics.contrast.gaps.bears_out`, of the comparisons of a claim."""
        return bears_out(self.evidence(claim))

    def beyond_chance(self, claim: str) -> float:
        """As :func:`bassin.topics.contrast.gaps.beyond_chance`, of a claim's comparisons.

        Holm's rule counts every test that is made, so it rests on the files of all indicators.
        """
        return beyond_chance(self.tested.loc[self.evidence(claim).index])

    def standing_out(self) -> pd.DataFrame:
        """Gaps that pass at :data:`LEVEL` once all tests are counted: rows of :attr:`tested`."""
        return self.tested[self.tested["p_holm"] <= inference.LEVEL]

    # Likeness of neighbours

    @cached_property
    def likeness(self) -> pd.DataFrame:
        """As :func:`bassin.topics.contrast.inference.global_moran`, one row an indicator."""
        rows = {
            self.label_of(name): inference.global_moran(self.measure(name).value, self.neighbours)
            for name in self.headline
        }
        return pd.DataFrame(rows).T.rename_axis("label").astype({"communes": int})

    @choosing(indicators=measurable)
    def clusters(self, *indicators: str) -> pd.DataFrame:
        """Local clusters of some indicators, a column each, as codes."""
        return pd.DataFrame({name: self._local(name)["cluster"] for name in indicators})

    @choosing(indicators=measurable)
    def controlled_clusters(self, *indicators: str) -> int:
        """How many local clusters of some indicators are left by the false discovery rate."""
        return sum(int(self._local(name)["controlled"].sum()) for name in indicators)

    def _local(self, indicator: str) -> pd.DataFrame:
        values = self.measure(indicator).value
        return inference.local_clusters(values, self.neighbours, SEED)
