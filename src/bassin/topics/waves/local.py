"""What the study prints on the waves of reconversion: its events, its two figures of jobs.

Everything here is arithmetic on what is printed, set beside the series of
:mod:`bassin.topics.employment.local`.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators.stats import nearest_year, total
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.read import printed
from bassin.topics.base import Topic
from bassin.topics.employment.industries import INDUSTRIES
from bassin.topics.employment.local import Employment

#: The waves, and the first year of each. The study says the 1970s and 1980s (line 58), and tells
#: of the 1960s with them; the 1990s and 2000s (60); the years since 2010 (61-65).
BEFORE, FIRST, SECOND, THIRD = "wave_before", "wave_first", "wave_second", "wave_third"
WAVES = {BEFORE: 1700, FIRST: 1960, SECOND: 1990, THIRD: 2010}
#: Their sum, in the ledger.
ALL_WAVES = "all_waves"

#: How a printed change compares with that of its own row.
ROUNDED, TRUNCATED, WRONG = "change_follows", "change_cut", "change_wrong"

#: Private jobs as URSSAF revised them since, and as printed.
REVISED, PRINTED = "jobs_revised", "jobs_printed"

#: Sum of the industries of figure 1.2.
ALL_FABRIC = "fabric_total"

#: How the notes of claims name the publisher's file that is not at hand.
WAITED_FOR = "Établissements employeurs et effectifs salariés du secteur privé"

#: Where the text speaks of each closing of a pit, of a count of miners.
PITS, MINERS = "205-208", "245-246"


def fabric_code(industry: str) -> str:
    """Code of an industry of figure 1.2 among all that has a name in the book.

    Examples
    --------
    >>> fabric_code("food")
    'fabric_food'
    """
    return f"fabric_{industry}"


def wave_of(years: pd.Series) -> pd.Series:
    """Wave each year belongs to: the last one that has begun.

    Raises
    ------
    ValueError
        If a year is before the first.
    """
    starts = list(WAVES.values())
    if (years < starts[0]).any():
        raise ValueError(f"{int(years.min())} is before {starts[0]}")
    rank = np.searchsorted(starts, years.to_numpy(), side="right") - 1
    return pd.Series([list(WAVES)[i] for i in rank], years.index, name="wave", dtype=str)


def dated(year: int, until: float, precision: str) -> Phrase:
    """A date, as precise as the study makes it.

    Examples
    --------
    >>> dated(1970, 1979.0, "decade")
    Phrase('waves.decade', year=1970)
    >>> dated(1970, 1989.0, "period"), dated(1998, 2002.0, "period")
    (Phrase('waves.period', year=1970, end='89'), Phrase('waves.period', year=1998, end='2002'))
    """
    if precision == "decade":
        return Phrase("waves.decade", year=year)
    if precision == "about":
        return Phrase("waves.about", year=year)
    if precision == "century":
        return Phrase("waves.century", century=year // 100 + 1)
    if np.isnan(until):
        return Phrase("waves.year", year=year)
    last = int(until) % 100 if int(until) // 100 == year // 100 else int(until)
    return Phrase("waves.period", year=year, end=f"{last:02d}")


def ledger(events: pd.DataFrame) -> pd.DataFrame:
    """Jobs created and destroyed by the events that say so.

    A count of jobs at a date is neither, and is left out.

    Returns
    -------
    DataFrame
        Index ``wave``, with :data:`ALL_WAVES` last; ``created``, ``destroyed``, ``balance``,
        ``events`` (how many say a number), ``closures`` and ``closures_with_jobs``.
    """
    flows = events[events["effect"].isin(["created", "destroyed"]) & (events["kind"] != "count")]
    sums = flows.pivot_table(
        index="wave", columns="effect", values="jobs", aggfunc="sum", fill_value=0
    )
    table = sums.reindex(index=list(WAVES), columns=["created", "destroyed"], fill_value=0)
    table["balance"] = table["created"] - table["destroyed"]
    table["events"] = flows.groupby("wave").size()
    shut = events[events["kind"] == "closure"]
    table["closures"] = shut.groupby("wave").size()
    table["closures_with_jobs"] = shut["jobs"].notna().groupby(shut["wave"]).sum()
    table = table.fillna(0).astype("int64")
    table.loc[ALL_WAVES] = total(table)
    return table.rename_axis(index="wave", columns=None)


def compare_change(printed: float, start: float, end: float) -> tuple[float, str]:
    """Change from start to end in %, and how the printed one compares.

    Parameters
    ----------
    printed : float
        In %; judged at the decimals it has.
    start, end : float

    Returns
    -------
    change : float
    verdict : str
        :data:`ROUNDED`, :data:`TRUNCATED` (decimals dropped) or :data:`WRONG`.

    Examples
    --------
    >>> compare_change(-5, 24511, 23118)[1]
    'change_cut'
    """
    change = (end / start - 1) * 100
    text = f"{printed:g}"
    decimals = len(text.partition(".")[2])
    scale = 10**decimals
    if round(change, decimals) == printed:
        return change, ROUNDED
    return change, TRUNCATED if np.trunc(change * scale) / scale == printed else WRONG


class Waves(Topic):
    """What the study prints on the waves, and the real series it is set beside.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    employment : Employment
        Of the territory the study is about.
    """

    #: Waves and the year each begins.
    periods = WAVES
    #: How the notes of claims name the publisher's file that is not at hand.
    waited_for = WAITED_FOR

    def __init__(self, territory: Territory, sources: Sources, employment: Employment) -> None:
        super().__init__(territory, sources)
        self.employment = employment

    @cached_property
    def events(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.events`, with ``wave`` and ``date`` (a phrase).

        ``sector`` is a code that has a name in the book, and so is ``label``, in the place of
        ``code``.
        """
        events = self._printed(printed.EVENTS, printed.events).rename(columns={"code": "label"})
        dates = [
            dated(*row)
            for row in events[["year", "until", "precision"]].itertuples(index=False, name=None)
        ]
        return events.assign(
            sector="sector_" + events["sector"],
            label="event_" + events["label"],
            wave=wave_of(events["year"]),
            date=dates,
        )

    @cached_property
    def jobs(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.figure_1_1`."""
        return self._printed(printed.FIGURE_1_1, printed.figure_1_1)

    @cached_property
    def industries(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.figure_1_2`, ``industry`` a code that has a name."""
        return self._printed(printed.FIGURE_1_2, printed.figure_1_2).rename(index=fabric_code)

    @property
    def happenings(self) -> pd.DataFrame:
        """Events in which something happens: all but the counts."""
        return self.events[self.events["kind"] != "count"]

    @property
    def pit_closings(self) -> list[int]:
        """Years in which a note of the text has a pit close."""
        pits = self.events[(self.events["kind"] == "closure") & (self.events["lines"] == PITS)]
        return [int(year) for year in pits["year"]]

    @property
    def miners(self) -> dict[int, float]:
        """Miners that another note counts: year to number."""
        counts = self.events[(self.events["kind"] == "count") & (self.events["lines"] == MINERS)]
        return {int(y): float(n) for y, n in zip(counts["year"], counts["jobs"], strict=True)}

    def chronicle(self) -> pd.DataFrame:
        """Happenings in the order of time, with the jobs that the text gives them.

        Returns
        -------
        DataFrame
            One row a happening: ``date``, ``label``, ``kind`` and ``wave`` (codes that have names),
            ``jobs`` (negative where they are lost, NaN where there is no number), ``lines``.
        """
        rows = self.happenings.sort_values("year", kind="stable")
        sign = rows["effect"].map({"created": 1.0, "destroyed": -1.0})
        table = rows.assign(
            kind="kind_" + rows["kind"],
            jobs=rows["jobs"] * sign,
            lines=rows["lines"].str.replace("-", "\N{EN DASH}"),
        )
        return table[["date", "label", "kind", "wave", "jobs", "lines"]].reset_index(drop=True)

    def tally(self) -> pd.DataFrame:
        """Number of happenings: a row a wave, a column a kind."""
        counts = self.happenings.groupby(["wave", "kind"]).size().unstack(fill_value=0)
        return counts.reindex(list(WAVES), fill_value=0)

    def ledger(self) -> pd.DataFrame:
        """As :func:`ledger`."""
        return ledger(self.events)

    def jobs_of_waves(self) -> pd.DataFrame:
        """As :meth:`ledger`, from the first wave on."""
        return self.ledger().drop(index=BEFORE)

    def jobs_said(self) -> pd.DataFrame:
        """Every event with a number of jobs: date, event, number, what became of them, lines."""
        rows = self.events[self.events["jobs"].notna()].copy()
        rows["added"] = np.where(
            rows["effect"].isin(["created", "destroyed"]) & (rows["kind"] != "count"),
            "added_yes",
            "added_no",
        )
        rows["effect"] = "jobs_" + rows["effect"]
        rows["jobs"] = rows["jobs"].astype("int64")
        rows["lines"] = rows["lines"].str.replace("-", "\N{EN DASH}")
        return rows[["date", "label", "jobs", "effect", "added", "lines"]]

    def changes(self) -> pd.DataFrame:
        """Printed changes of figure 1.1 against those of its own rows.

        Returns
        -------
        DataFrame
            Index ``(measure, period)``, the measure a code that has a name; ``start``, ``end``,
            ``printed``, ``recomputed`` (%), ``verdict``.
        """
        rows = []
        for measure in ("industry", "total"):
            for start, end in pairwise(self.years):
                printed = self.jobs.at[measure, f"change_{start}_{end}_pct"]
                values = self.jobs.at[measure, start], self.jobs.at[measure, end]
                change, verdict = compare_change(printed, *values)
                period = f"{start}\N{EN DASH}{end}"
                code = f"jobs_{measure}"
                rows.append((code, period, *values, printed, change, verdict))
        names = ["measure", "period", "start", "end", "printed", "recomputed", "verdict"]
        table = pd.DataFrame(rows, columns=names).set_index(["measure", "period"])
        return table.astype({"start": "int64", "end": "int64"})

    @property
    def years(self) -> list[int]:
        """Years of figure 1.1."""
        return [column for column in self.jobs if isinstance(column, int)]

    def shares(self) -> pd.DataFrame:
        """Share of industry by year: ``industry``, ``total``, ``printed``, ``recomputed`` (%).

        Where the publisher's file is at hand, ``industry_found`` and ``total_found`` too.
        """
        jobs = self.jobs[self.years].T
        table = jobs[["industry", "total"]].astype("int64")
        table["printed"] = jobs["share"]
        table["recomputed"] = 100 * table["industry"] / table["total"]
        found = self.employment.own_totals(self.years)
        if found is not None:
            table = table.join(found.add_suffix("_found"))
        return table.rename_axis(index="year", columns=None)

    @property
    def printed_shares(self) -> dict[str, float]:
        """Share of industry in private jobs in 2022 as the study prints it, in %, by area."""
        published = self._printed(printed.CLAIMS, printed.claims)["published"]
        claims = {
            "agglomeration": "waves-share-2022",
            "region": "waves-share-occitanie",
            "france": "waves-share-france",
        }
        return {area: float(published[claim]) for area, claim in claims.items()}

    def implied_base(self) -> tuple[float, int]:
        """Start from which the last printed change of the total leads to its last value.

        Returns
        -------
        base : float
            Jobs.
        year : int
            Year in which the series of URSSAF is nearest to it.

        Raises
        ------
        TerritoryError
            If the files of URSSAF have none of its jobs.
        """
        start, end = self.years[-2:]
        printed = self.jobs.at["total", f"change_{start}_{end}_pct"]
        base = self.jobs.at["total", end] / (1 + printed / 100)
        later = self.series()[REVISED].dropna()
        if later.empty:
            raise TerritoryError(
                f"{self.territory.name} has no private jobs in the files of URSSAF. Ask for "
                "what the study prints alone."
            )
        return float(base), nearest_year(later, base)

    def series(self) -> pd.DataFrame:
        """Private jobs by year: :data:`REVISED` and :data:`PRINTED`."""
        return pd.DataFrame(
            {
                REVISED: self.employment.totals[self.employment.territory.here],
                PRINTED: self.jobs.loc["total", self.years],
            }
        ).rename_axis("year")

    def gaps(self) -> pd.DataFrame:
        """Years that are both printed and in the later revision: both values and the gap in %."""
        table = self.series().dropna().set_axis(["later", "printed"], axis=1)
        return table.assign(gap_pct=(table["later"] / table["printed"] - 1) * 100)

    def sums(self) -> pd.DataFrame:
        """Totals of figure 1.2, printed and of its rows: ``establishments``, ``employees``."""
        rows = self.industries.drop(index=ALL_FABRIC)
        columns = ["establishments", "employees"]
        return pd.DataFrame(
            {"printed": self.industries.loc[ALL_FABRIC, columns], "of_rows": total(rows[columns])}
        ).astype("int64")

    def fabric(self) -> pd.DataFrame:
        """Figure 1.2 with what follows from it, and the zone d'emploi beside it.

        Returns
        -------
        DataFrame
            Index ``industry``, :data:`ALL_FABRIC` last; ``establishments``, ``employees`` as
            printed, ``size`` (employees an establishment), ``share_pct`` (of industrial employees),
            ``zone`` (private jobs of the same industries in the zone d'emploi in 2022),
            ``quotient`` (share of the private jobs of the agglomeration, as printed, against that
            of France in 2022). Where the publisher's file is at hand, ``establishments_found`` and
            ``employees_found`` too.
        """
        employment = self.employment
        table = self.industries.drop(columns="a38")
        table["size"] = table["employees"] / table["establishments"]
        table["share_pct"] = 100 * table["employees"] / table.at[ALL_FABRIC, "employees"]
        table["zone"] = self._grouped(employment.by_industry(2022, [employment.zone]))
        france = employment.by_industry(2022)
        ours = table["employees"] / self.jobs.at["total", 2022]
        table["quotient"] = ours / (self._grouped(france) / total(france))
        found = employment.fabric(2022)
        if found is not None:
            for column in ("establishments", "employees"):
                table[f"{column}_found"] = self._grouped(found[column])
        return table

    def _grouped(self, jobs: pd.Series) -> pd.Series:
        """Sums of an A38 table by the industries of figure 1.2, and their total."""
        codes = self.industries["a38"].str.split()
        sums = pd.Series(
            {n: total(jobs.reindex(part)) for n, part in codes.items() if n != ALL_FABRIC}
        )
        return pd.concat([sums, pd.Series({ALL_FABRIC: total(sums)})])

    def covered(self) -> list[str]:
        """A38 industries no row of figure 1.2 stands for, among those of industry."""
        said = set(" ".join(self.industries["a38"]).split())
        inside = [i for i in INDUSTRIES if i[0] in "BCDE"]
        return [i for i in inside if i not in said]
