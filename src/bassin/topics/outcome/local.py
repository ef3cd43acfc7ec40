"""Did it work? Salaried jobs of the zone d'emploi since 1998, against those of other zones."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pandas as pd

from bassin.choices import choosing, years_of
from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators.stats import growth_pct, total
from bassin.models import synthetic
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.read import urssaf
from bassin.topics.base import Topic
from bassin.topics.employment.local import Employment
from bassin.topics.outcome import national

#: Columns of a period that its table shows.
COLUMNS = ("here", "all_zones", "rank", "coal_zones", "coal_rank", "alike_zones", "alike_rank")
#: What the zone is set beside: all zones together, the median coal zone, the median alike.
TOGETHER, COAL, ALIKE = "all_zones", "coal_zones", "alike_zones"
#: How many zones are alike; and how many else, to see what hangs on it.
COUNT = 40
COUNTS = (10, 20, 40, 60, 80)
#: Coal zones around a large city, Aix-en-Provence and Grenoble: coal was near by.
CITIES = ("9301", "8409")
#: Periods that are told first: the whole, the decade and a half to the study's last count, the
#: time since the crisis, and since then.
PERIODS = ((1998, 2003), (2003, 2008), (2008, 2018), (2018, 2023), (2003, 2018), (1998, 2023))
#: The period in which the zone lost jobs.
LOST = (2008, 2018)
#: Years until which a counterpart is fitted.
SPLITS = (2003, 2008, 2013, 2018)
#: Penalties tried for a counterpart, in squared points of the index.
PENALTIES = (0.1, 1.0, 10.0, 100.0, 1000.0)


def _years(topic: Outcome) -> list[int]:
    return years_of(topic.jobs.columns)


class Outcome(Topic):
    """Jobs of the zone d'emploi of a territory, and of the zones it can be compared with.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    employment : Employment
    """

    def __init__(self, territory: Territory, sources: Sources, employment: Employment) -> None:
        super().__init__(territory, sources)
        self.employment = employment

    @cached_property
    def jobs(self) -> pd.DataFrame:
        """As :func:`bassin.topics.outcome.national.jobs`, every zone of the file."""
        return national.jobs(self.sources)

    @cached_property
    def zone(self) -> str:
        """Code of the zone.

        Raises
        ------
        TerritoryError
            If the file does not count its jobs, as in Mayotte.
        """
        zone = self.employment.zone
        if zone not in self.jobs.index:
            raise TerritoryError(
                f"no salaried jobs of zone d'emploi {zone} are published",
                told=Phrase("absent.zone"),
            )
        return zone

    @cached_property
    def coal(self) -> pd.DataFrame:
        """As :func:`bassin.topics.outcome.national.coal_zones`."""
        return national.coal_zones(self.sources)

    @cached_property
    def _nearest(self) -> list[str]:
        """Zones of the mainland, those nearest it at the start first, as many as are looked at."""
        traits = national.traits(self.sources)
        if self.zone not in traits.dropna().index:
            raise TerritoryError(
                f"zone d'emploi {self.zone} is compared with none of the mainland",
                told=Phrase("absent.zones"),
            )
        return national.nearest(traits, self.zone, max(COUNTS))

    @property
    def alike(self) -> list[str]:
        """The :data:`COUNT` zones of the mainland nearest it at the start, nearest first.

        Raises
        ------
        TerritoryError
            If the zone is overseas: what its inhabitants were at the censuses is not compared.
        """
        return self._nearest[:COUNT]

    @property
    def others_of_coal(self) -> list[str]:
        """Coal zones but the zone itself."""
        return [zone for zone in self.coal.index if zone != self.zone]

    @property
    def zone_names(self) -> pd.Series:
        """Name of each zone, by ``ZE-`` and its code."""
        zones = self.employment.names_of_zones
        return zones.set_axis("ZE-" + zones.index)

    @cached_property
    def index(self) -> pd.DataFrame:
        """Jobs of each zone, those of its first year being 100."""
        return 100 * self.jobs.div(self.jobs.iloc[:, 0], axis=0)

    def paths(self) -> pd.DataFrame:
        """Jobs over time, the first year being 100: here, all zones together, two medians.

        Returns
        -------
        DataFrame
            Index ``year``; the zone by its code, :data:`TOGETHER`, :data:`COAL`, :data:`ALIKE`
            (medians of the zones, year by year).
        """
        together = total(self.jobs)
        table = pd.DataFrame(
            {
                self.employment.in_zone: self.index.loc[self.zone],
                TOGETHER: 100 * together / together.iloc[0],
                COAL: self.index.loc[self.others_of_coal].median(),
                ALIKE: self.index.loc[self.alike].median(),
            }
        )
        return table.rename_axis("year")

    @choosing(start=_years, end=_years)
    def change(self, start: int, end: int) -> pd.Series:
        """Change of the jobs of each zone from one year to another, in %."""
        return growth_pct(self.jobs[start], self.jobs[end])

    @choosing(start=_years, end=_years)
    def period(self, start: int, end: int) -> dict[str, float]:
        """Change over a period, here and of the others.

        Returns
        -------
        dict of str to float
            ``here``, :data:`TOGETHER`, ``median`` of all zones, :data:`COAL`, :data:`ALIKE`
            (medians of these), in %; ``rank`` of the zone (1 where jobs grew most) ``of`` how many
            zones, ``coal_rank`` of itself and the other coal zones, ``coal_of``, ``alike_rank``,
            ``alike_of``.
        """
        row: dict[str, float] = _standing(self.jobs, self.zone, start, end)
        change = self.change(start, end)
        row["median"] = float(change.median())
        groups = {"coal": (COAL, self.others_of_coal), "alike": (ALIKE, self.alike)}
        for name, (median, zones) in groups.items():
            row[median] = float(change[zones].median())
            row[f"{name}_rank"], row[f"{name}_of"] = _place(change, self.zone, zones)
        return row

    def periods(self) -> pd.DataFrame:
        """As :meth:`period`, over :data:`PERIODS`: index ``period``, such as ``1998–2023``.

        Returns
        -------
        DataFrame
            The columns :data:`COLUMNS`.
        """
        rows = {f"{a}\N{EN DASH}{b}": self.period(a, b) for a, b in PERIODS}
        table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("period")
        return table[list(COLUMNS)]

    @cached_property
    def every_period(self) -> pd.DataFrame:
        """As :meth:`period`, of every pair of years: index ``(start, end)``; and ``gap``.

        ``gap`` is the change here less that of all zones together, in points.
        """
        years = years_of(self.jobs.columns)
        rows = {(a, b): self.period(a, b) for a, b in combinations(years, 2)}
        table = pd.DataFrame.from_dict(rows, orient="index")
        table.index = pd.MultiIndex.from_tuples(table.index, names=["start", "end"])
        return table.assign(gap=table["here"] - table[TOGETHER])

    @property
    def frame(self) -> dict[str, str | int]:
        """What words name of the comparison: the zone, the years, how many zones of each kind."""
        years = self.jobs.columns
        return {
            "zone": self.employment.zone_name,
            "first": int(years[0]),
            "last": int(years[-1]),
            "zones": len(self.jobs),
            "coal": len(self.others_of_coal),
            "coal_and_it": len(self.others_of_coal) + 1,
            "alike": len(self.alike),
            "alike_and_it": len(self.alike) + 1,
        }

    @property
    def marked(self) -> list[tuple[int, int]]:
        """Periods of :meth:`periods`, the whole time last."""
        return list(PERIODS)

    def told(self) -> pd.Series:
        """A sentence on each of :attr:`every_period`, by the same index."""
        names = {"zone": self.employment.zone_name}
        said = {
            (start, end): Phrase("outcome.period", start=start, end=end, **names, **_numbers(row))
            for (start, end), row in self.every_period.iterrows()
        }
        return pd.Series(said, index=self.every_period.index)

    def of_coal(self) -> pd.DataFrame:
        """Change of the jobs of each coal zone over the whole time, and over two halves of it.

        Returns
        -------
        DataFrame
            Index ``zone`` (``ZE-`` and its code), the zone itself among them, the greatest change
            first; ``basins``, ``jobs`` (last year), and a column a period, in %.
        """
        zones = list(dict.fromkeys([*self.coal.index, self.zone]))
        first, last = self.jobs.columns[0], self.jobs.columns[-1]
        spans = {"whole": (first, last), "to_2018": LOST, "since_2018": (LOST[1], last)}
        table = pd.DataFrame({name: self.change(*span)[zones] for name, span in spans.items()})
        table.insert(0, "basins", self.coal["basins"].reindex(zones))
        table.insert(1, "jobs", self.jobs[last].reindex(zones))
        table = table.sort_values("whole", ascending=False)
        return table.set_axis("ZE-" + table.index).rename_axis("zone")

    def yardsticks(self) -> pd.DataFrame:
        """The whole time and two periods against more or fewer zones alike, and fewer coal zones.

        Returns
        -------
        DataFrame
            Index ``yardstick`` (``alike_10`` ... and ``coal_but_cities``); for each period
            (``whole``, ``lost``, ``since``) the median of the zones, in %, and ``<period>_place``
            of the zone among them and itself, the strongest growth first.
        """
        groups = {f"alike_{count}": self._nearest[:count] for count in COUNTS}
        groups["coal_but_cities"] = [z for z in self.others_of_coal if z not in CITIES]
        rows = {name: self._against(zones) for name, zones in groups.items()}
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("yardstick")

    def _against(self, zones: list[str]) -> dict[str, float | Phrase]:
        first, last = self.jobs.columns[0], self.jobs.columns[-1]
        row: dict[str, float | Phrase] = {}
        for name, span in {"whole": (first, last), "lost": LOST, "since": (LOST[1], last)}.items():
            change = self.change(*span)
            rank, of = _place(change, self.zone, zones)
            row[name] = float(change[zones].median())
            row[f"{name}_place"] = Phrase("outcome.place", rank=rank, of=of)
        return row

    @cached_property
    def private(self) -> pd.DataFrame:
        """The same in another file: private jobs of every zone (URSSAF), before and since 2018.

        Returns
        -------
        DataFrame
            A row a period, ``before`` and ``since``: ``start``, ``end``; ``here`` and
            :data:`TOGETHER` (%), ``rank`` of the zone ``of`` how many.
        """
        jobs = urssaf.totals(self.sources, "ze")
        spans = {"before": (jobs.columns[0], LOST[1]), "since": (LOST[1], jobs.columns[-1])}
        rows = {
            name: {"start": int(start), "end": int(end), **_standing(jobs, self.zone, start, end)}
            for name, (start, end) in spans.items()
        }
        return pd.DataFrame.from_dict(rows, orient="index")

    # -- A counterpart made of other zones --------------------------------------------------------

    @cached_property
    def _gaps(self) -> dict[int, tuple[float, pd.DataFrame]]:
        found = {}
        for until in SPLITS:
            penalty = synthetic.best_penalty(self.index, self.alike, until, PENALTIES)
            gap = synthetic.gaps(self.index, self.zone, self.alike, until, penalty)
            found[until] = (penalty, gap)
        return found

    @choosing(until=SPLITS)
    def counterpart(self, until: int) -> pd.DataFrame:
        """Jobs here and of the mean of zones alike that moved like it until a year.

        Parameters
        ----------
        until : int
            One of :data:`SPLITS`.

        Returns
        -------
        DataFrame
            Index ``year``; the zone by its code, and ``counterpart``: the first year is 100.
        """
        here = self.index.loc[self.zone]
        gap = self._gaps[until][1].loc[self.zone]
        table = pd.DataFrame({self.employment.in_zone: here, "counterpart": here / (1 + gap / 100)})
        return table.rename_axis("year")

    def counterparts(self) -> pd.DataFrame:
        """How far the zone ends from its counterpart, and how many others do by chance.

        Returns
        -------
        DataFrame
            Index ``until`` (last year fitted); ``before`` and ``after`` (root mean square of the
            gaps, points), ``gap`` (last year, % of the counterpart), ``least`` (the lowest gap
            after the year), ``placebos`` (zones, itself included, whose gap after the year is
            at least as great for their fit before it), ``of`` (zones, itself included).
        """
        rows = {}
        for until, (_, gap) in self._gaps.items():
            told, here = synthetic.misfit(gap, until), gap.loc[self.zone]
            rows[until] = {
                **told.loc[self.zone, ["before", "after"]],
                "least": float(here[here.index > until].min()),
                "gap": float(here.iloc[-1]),
                "placebos": int((told["ratio"] >= told.at[self.zone, "ratio"]).sum()),
                "of": len(gap),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("until")


def _place(change: pd.Series, zone: str, others: Iterable[str]) -> tuple[int, int]:
    """Place of a zone among others and itself, the strongest growth first; and of how many."""
    beside = change[[other for other in others if other != zone]]
    return int((beside > change[zone]).sum()) + 1, len(beside) + 1


def _standing(jobs: pd.DataFrame, zone: str, start: int, end: int) -> dict[str, float]:
    """Change of jobs of a zone and of all together over a period (%), and place among all."""
    change, together = growth_pct(jobs[start], jobs[end]), total(jobs[[start, end]])
    rank, of = _place(change, zone, change.index)
    return {
        "here": float(change[zone]),
        TOGETHER: float(100 * (together[end] / together[start] - 1)),
        "rank": rank,
        "of": of,
    }


def _numbers(row: pd.Series) -> dict[str, float]:
    """What a sentence on a period names, ranks as whole numbers."""
    ranks = {name: int(row[name]) for name in ("rank", "of", "coal_rank", "coal_of", "alike_rank")}
    changes = {name: float(row[name]) for name in ("here", "median")}
    together = {"together": float(row[TOGETHER]), "coal": float(row[COAL])}
    return {
        **changes,
        **together,
        "alike": float(row[ALIKE]),
        **ranks,
        "n_alike": int(row["alike_of"]),
    }
