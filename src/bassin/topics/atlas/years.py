"""The same indicators on the perimeters that the EPCI had in other years.

Every vintage of an indicator is on the communes of 2023. An EPCI of another year is told in these
by following the communes: where one of them is on the ground of two EPCI of that year, nothing can
be said of either, since no count is shared out. What is published of a group, and no sum of
communes, is of the perimeter of its own edition, and is carried to no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators import aggregate, catalogue
from bassin.indicators.declaration import NotAdditive
from bassin.places.membership import codes, inhabitants
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import etalab, insee
from bassin.topics.atlas.tables import COUNTS, LOST, NOT_GIVEN, Atlas, status
from bassin.topics.national import parts_of

#: Years of the perimeters: from the first elections of the EPCI to the last list at hand.
FIRST = 2014
COLUMNS = ("code", "name", "since", "until", "indicator", "vintage", "value", "status", *COUNTS)


def has_years(sources: Sources) -> bool:
    """Whether the lists of the EPCI by year are listed."""
    return etalab.EPCI_MEMBERS in sources


class Years:
    """The perimeters of every EPCI since :data:`FIRST`, and the indicators on each.

    Parameters
    ----------
    sources : Sources
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    @cached_property
    def members(self) -> Mapping[int, pd.Series]:
        """Year to the EPCI of each commune of that year: index ``code``.

        INSEE's history where it has the year, else Etalab's list.
        """
        tables = [etalab.epci_members(self.sources)["epci"]]
        if insee.EPCI_HISTORY in self.sources:
            tables.append(insee.epci_history(self.sources)["epci"])
        found = {}
        for table in tables:
            for year in table.index.unique("year"):
                if year >= FIRST:
                    found[int(year)] = table.loc[year]
        return dict(sorted(found.items()))

    @cached_property
    def _passage(self) -> Passage:
        return Passage(insee.commune_events(self.sources))

    def on_pivot(self, year: int) -> tuple[pd.Series, frozenset[str]]:
        """EPCI that each commune of 2023 was in, in a year, and those it cannot be told of.

        Returns
        -------
        Series of str, frozenset of str
            Index ``code``, missing where the ground was in none; the EPCI that had a part of the
            ground of a commune of 2023, and not the whole.
        """
        member = self.members[year]
        listed = codes(self.sources)
        if year > insee.PIVOT:
            return self._later(member)
        made = self._passage.transition(member.index, f"{year}-01-01", GEOGRAPHY).parts
        held = member.to_dict()
        of, parted = {}, set()
        for code in listed.tolist():
            parts = made.get(code, frozenset())
            if len(parts) == 1:
                of[code] = held.get(next(iter(parts)))
                continue
            epci = {held.get(part) for part in parts}
            if len(epci) == 1:
                of[code] = epci.pop()
            else:
                parted |= epci - {None}
        found = pd.Series(of, dtype=object).reindex(listed)
        return found.where(found.notna(), np.nan).rename("epci"), frozenset(map(str, parted))

    def _later(self, member: pd.Series) -> tuple[pd.Series, frozenset[str]]:
        """The same of a year after 2023, of which no event says what became of a commune.

        One that has merged since is on unknown ground: nothing is said of the EPCI it was in, nor
        of one with a commune that was none in 2023.
        """
        listed = codes(self.sources)
        before = self.members[insee.PIVOT]
        gone = before.reindex(listed.difference(member.index)).dropna()
        new = member.reindex(member.index.difference(listed))
        return member.reindex(listed).rename("epci"), frozenset([*gone, *new])

    @cached_property
    def perimeters(self) -> pd.DataFrame:
        """Each perimeter that an EPCI had, for as many years on end as it kept it.

        Returns
        -------
        DataFrame
            ``code``, ``since``, ``until`` (years), ``parted`` (whether a commune of 2023 is on its
            ground and another's), ``members`` (frozenset of the communes of 2023 that are wholly on
            it); by code, then year.
        """
        runs: list[dict[str, object]] = []
        open_: dict[str, dict[str, object]] = {}
        for year in self.members:
            of, parted = self.on_pivot(year)
            now = {
                str(epci): (frozenset(rows), epci in parted)
                for epci, rows in of.index.groupby(of).items()
            }
            now |= {epci: (frozenset(), True) for epci in parted - now.keys()}
            for epci, (inside, cut) in now.items():
                run = open_.get(epci)
                if run and (run["members"], run["parted"]) == (inside, cut):
                    run["until"] = year
                    continue
                run = {"code": epci, "since": year, "until": year, "parted": cut, "members": inside}
                open_[epci] = run
                runs.append(run)
            open_ = {epci: open_[epci] for epci in now}
        return pd.DataFrame(runs).sort_values(["code", "since"], ignore_index=True)

    @cached_property
    def names(self) -> pd.Series:
        """Name of each EPCI, the last that a list at hand has: index ``code``."""
        listed = etalab.epci_members(self.sources).reset_index().sort_values("year")
        return listed.groupby("epci")["name"].last()

    def rows(self, keys: Iterable[str] | None = None) -> pd.DataFrame:
        """A row a perimeter and an indicator.

        Parameters
        ----------
        keys : iterable of str, optional
            Of the catalogue; :attr:`several` by default.

        Returns
        -------
        DataFrame
            :data:`COLUMNS`: ``code`` and ``name`` of the EPCI (missing where no list has it),
            ``since`` and ``until`` (years between which it had the perimeter), then as
            :meth:`bassin.topics.atlas.tables.Atlas.rows`, on the communes of that perimeter. A
            value that cannot be carried is missing, with status ``lost`` (the perimeter cuts a
            commune of 2023) or ``not_published``.
        """
        wanted = self.several if keys is None else list(keys)
        about = catalogue.at_hand(self.sources)
        parts = {key: parts_of(self.sources, key) for key in wanted}
        people = inhabitants(self.sources)
        tables = []
        for since, runs in self.perimeters.groupby("since", sort=True):
            grouped = _groups(runs, people.index)
            found = aggregate.by_group(parts, grouped, people).rename(columns={"secret": "masked"})
            found = found.droplevel("kind").rename_axis(["indicator", "code"])
            every = pd.MultiIndex.from_product([wanted, runs["code"]], names=found.index.names)
            table = found.reindex(every)
            table["status"] = status(table, every.isin(found.index))
            table[COUNTS] = table[COUNTS].astype("Int64")
            given = [key for key in wanted if isinstance(about[key].rule, NotAdditive)]
            table.loc[table.index.isin(given, level="indicator"), "status"] = NOT_GIVEN
            cut = runs.set_index("code")["parted"].reindex(every.get_level_values("code"))
            table.loc[cut.to_numpy(), "status"] = LOST
            table["value"] = table["value"].where(~table["status"].isin([LOST, NOT_GIVEN]))
            until = runs.set_index("code")["until"]
            table = table.reset_index().assign(since=int(since))
            tables.append(table.assign(until=table["code"].map(until)))
        table = pd.concat(tables, ignore_index=True)
        table["vintage"] = table["indicator"].map({key: about[key].vintage for key in wanted})
        table["name"] = table["code"].map(self.names)
        order = {key: at for at, key in enumerate(wanted)}
        table = table.sort_values(
            ["code", "since", "indicator"],
            key=lambda column: column.map(order) if column.name == "indicator" else column,
            ignore_index=True,
        )
        return table[list(COLUMNS)]

    @cached_property
    def several(self) -> list[str]:
        """Keys of the indicators that have more than one vintage."""
        keys = Atlas(self.sources).keys
        series = pd.Series([key.rstrip("0123456789_") for key in keys], index=keys)
        return list(series.index[series.duplicated(keep=False)])


def _groups(runs: pd.DataFrame, index: pd.Index) -> pd.DataFrame:
    """The EPCI of each commune that some perimeters of one first year have."""
    of = {
        code: epci
        for epci, inside in zip(runs["code"], runs["members"], strict=True)
        for code in inside
    }
    found = pd.Series(of, dtype=object).reindex(index)
    return found.where(found.notna(), np.nan).to_frame("epci")
