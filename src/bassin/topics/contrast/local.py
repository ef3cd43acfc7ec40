"""Hills and plain of one territory: every choice of the comparison, turned and counted."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.trace import cached_property
from bassin.phrase import Name, Phrase
from bassin.places.lines import APART, BEARING, CENTRES, HILLS, PLAIN, by, named
from bassin.read import printed
from bassin.topics.contrast import sensitivity
from bassin.topics.contrast.gaps import direction
from bassin.topics.contrast.tested import LEAST, RESAMPLES, Tested


class Contrast(Tested):
    """Hills and plain of one territory.

    ``halves`` has the lines and the people, ``measured`` the indicators and their gaps, ``tested``
    the tests; here the line is turned, and the choices are counted.
    """

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
            * sensitivity.turning(*self.measure(name).pair, self.points, self.centre)
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

        Raises
        ------
        TerritoryError
            If no indicator has enough communes.
        """
        rows = {
            name: sensitivity.greatest_contrast(
                *self.measure(name).pair,
                self.points,
                self.centre,
                RESAMPLES,
                self._rng(f"{name} angle"),
                self._sign(name),
            )
            for name in self.turning
        }
        if not rows:
            raise TerritoryError(
                f"{self.territory.name}: it has too few communes for a line to turn about its "
                "centre. Ask for a territory with more."
            )
        table = pd.DataFrame(rows).T.rename_axis("indicator")
        return table.assign(
            expected=self.expectations["higher"].reindex(table.index),
            covers=[
                sensitivity.within(BEARING, low, high)
                for low, high in zip(table["low"], table["high"], strict=True)
            ],
        )

    def curves(self) -> pd.DataFrame:
        """Curves of :attr:`turning`, each under the code of its label."""
        return self.turning.rename(columns=self.label_of)

    def directions(self, *, expected: bool | None = None) -> pd.DataFrame:
        """Angles of :attr:`widest` for a table, with whether the side looked for has more or less.

        Parameters
        ----------
        expected : bool, optional
            Only of indicators of which a direction is expected, or of which none is.

        Returns
        -------
        DataFrame
            Index ``label``; ``side``, ``angle``, ``low``, ``high``, ``concentration``, ``covers``.
        """
        table = self.widest
        if expected is not None:
            table = table[(table["expected"] != printed.NO_SIDE) == expected]
        more = ["has_less" if self._sign(name) < 0 else "has_more" for name in table.index]
        return pd.DataFrame(
            {
                "side": more,
                "angle": table["angle"],
                "low": table["low"],
                "high": table["high"],
                "concentration": table["concentration"],
                "covers": table["covers"].map({True: "holds_bearing", False: "holds_not"}),
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

    @choosing(by=("line", "claim"), centre=CENTRES)
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
            ``choice`` (a name or a phrase); ``held``, ``of``, ``share_pct``. The row of all lines
            is the sum of those of the lines, and of the claims in :meth:`claims`.
        """
        town = str(self.names[self.centre])
        by_line = self.share_held("line").loc[self.kept]
        changed: list[tuple[Name | Phrase, pd.DataFrame]] = [
            (Name("all_lines"), self.share_held()),
            (Phrase("contrast.in_hills", town=town), self.share_held(centre=HILLS)),
            (Phrase("contrast.in_plain", town=town), self.share_held(centre=PLAIN)),
            (Name("every_vintage"), self.share_held(vintages=True)),
        ]
        table = pd.concat([by_line, *(row for _, row in changed)], ignore_index=True)
        choices = [*map(named, by_line.index), *(choice for choice, _ in changed)]
        table.insert(0, "choice", pd.Series(choices, table.index, dtype=object))
        return table

    def claims(self) -> pd.DataFrame:
        """Each part of the argument: how often it holds, and its strongest and weakest evidence.

        Returns
        -------
        DataFrame
            Index ``claim``; ``held`` (how many of the rows of :meth:`evidence`), ``strongest``,
            ``weakest`` (indicator, line and effect among them, positive in the direction expected):
            phrases; ``p`` (as :meth:`beyond_chance`).
        """
        rows = {}
        for claim in dict.fromkeys(self.expectations.loc[self.expected, "claim"]):
            evidence = self.evidence(claim)
            effects = evidence["aligned"].fillna(0)  # nothing varies: no gap
            if effects.empty:
                continue
            rows[claim] = {
                "held": held_of(evidence["holds"]),
                "strongest": self._named_gap(effects.idxmax(), effects.max()),
                "weakest": self._named_gap(effects.idxmin(), effects.min()),
                "p": self.beyond_chance(claim),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("claim")

    def _named_gap(self, key: tuple[str, str], effect: float) -> Phrase:
        indicator, line = key
        return Phrase(
            "contrast.gap", indicator=self.label_of(indicator), line=by(line), gap=float(effect)
        )


def held_of(holds: pd.Series) -> Phrase:
    """How many comparisons have the direction expected, of how many."""
    return Phrase("contrast.held", held=int(holds.sum()), of=len(holds))
