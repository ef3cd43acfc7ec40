"""Tables of communes, all of France or some, on the geography of 2023-01-01 or that of their file.

Counts of an older geography are carried by :class:`~bassin.places.passage.Passage`, which adds up
the parts of a merged commune. Where it refuses, because a commune was divided or a part has no row,
the commune is missing here, and :func:`refused` says why. A rate cannot be added up: that of a
commune whose ground has changed since is of another place, and is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self, TypeVar

import pandas as pd

from bassin.files.sources import Sources
from bassin.places.departements import departements_of
from bassin.places.membership import codes
from bassin.places.passage import GEOGRAPHY, Passage, Transition
from bassin.read import anct, insee

Table = TypeVar("Table", pd.Series, pd.DataFrame)


@dataclass(frozen=True)
class Ground:
    """Which communes a table is of.

    Attributes
    ----------
    among : tuple of str, optional
        Communes of 2023; all of them by default. Where they are given, no list of communes is read.
    filed : bool
        Whether the table is of the communes of its file instead, on whatever boundaries: a sum over
        a departement, a region or the country is the same on any, and needs no passage.
    departements : tuple of str, optional
        Of the communes of a file, those of some departements; all of them by default.
    """

    among: tuple[str, ...] | None = None
    filed: bool = False
    departements: tuple[str, ...] | None = None

    @classmethod
    def of(cls, communes: Collection[str]) -> Self:
        """Some communes of 2023.

        Examples
        --------
        >>> Ground.of(["30007", "30132"]).among
        ('30007', '30132')
        """
        return cls(among=tuple(communes))

    @classmethod
    def as_filed(cls, departements: Collection[str] | None = None) -> Self:
        """The communes of the file, all or those of some departements."""
        return cls(
            filed=True, departements=None if departements is None else tuple(sorted(departements))
        )

    @property
    def reach(self) -> tuple[str, ...] | None:
        """Departements it is in; ``None`` where it may be in any."""
        if self.among is None:
            return self.departements
        return tuple(sorted(set(departements_of(pd.Index(self.among, dtype=object)))))

    def listed(self, sources: Sources) -> pd.Index:
        """Its communes of 2023."""
        return codes(sources) if self.among is None else pd.Index(self.among, dtype=object)

    def lay(self, sources: Sources, table: Table) -> Table:
        """A table with a row for each of its communes; of a file, those of its rows that are."""
        if not self.filed:
            return table.reindex(self.listed(sources)).rename_axis("code")
        if self.departements is not None:
            inside = departements_of(table.index).isin(self.departements)
            table = table[inside]
        return table.rename_axis("code")


#: All communes of 2023.
EVERY = Ground()


def passage(sources: Sources) -> Passage:
    """Passage between geographies, from INSEE's events."""
    return sources.kept.get("passage", lambda: Passage(insee.commune_events(sources)))


def carried(sources: Sources, counts: Table, date: str, ground: Ground = EVERY) -> Table:
    """Bring counts to the communes of 2023, all of them or some.

    Parameters
    ----------
    sources : Sources
    counts : Series or DataFrame of float
        Numbers that add up, indexed by the communes of ``date``.
    date : str
        ``"2017-01-01"``. A later geography than 2023's is kept as it is: a commune that has merged
        since is missing, and counted in the one that took it in.
    ground : Ground
        Where it is that of the file, counts are left where they are.

    Returns
    -------
    Series or DataFrame
        Index ``code``: every commune of the ground; NaN where the passage refuses.
    """
    if ground.filed or date >= GEOGRAPHY:
        return ground.lay(sources, counts)
    listed = ground.listed(sources)
    here = counts.loc[counts.index.isin(_touched(sources, date))]
    moved, present = _moved(sources, here.index, date), set(here.index)
    sums = sorted(
        code
        for code, parts in moved.parts.items()
        if code not in moved.splits and parts <= present and code in listed
    )
    carried_over = passage(sources).carry(here, date, GEOGRAPHY, sums)
    table = pd.concat([counts.drop(index=here.index), carried_over])
    return table.reindex(listed).rename_axis("code")


def unchanged(sources: Sources, rates: Table, date: str, ground: Ground = EVERY) -> Table:
    """Rates of the communes of 2023 whose ground is that of a date; the others are missing.

    Parameters
    ----------
    sources : Sources
    rates : Series or DataFrame
        Indexed by the communes of ``date``.
    date : str
        A geography after that of 2023 is kept as it is.
    ground : Ground
    """
    if ground.filed or date >= GEOGRAPHY:
        return ground.lay(sources, rates)
    here = rates.index.intersection(list(_touched(sources, date)))
    moved = _moved(sources, here, date)
    same = [
        code
        for code in here
        if code not in moved.splits and moved.parts.get(code, frozenset()) == {code}
    ]
    return ground.lay(sources, rates.drop(index=here.difference(same)))


def refused(sources: Sources, index: pd.Index, date: str) -> Mapping[str, str]:
    """Communes of 2023 whose past cannot be told from that of whole communes, and why."""
    if date >= GEOGRAPHY:
        return {}
    return _moved(sources, index.intersection(_touched(sources, date)), date).splits


def merged_since(sources: Sources, ground: Ground = EVERY) -> pd.Index:
    """Communes of 2023 that are none in 2025: counted in the one that took them in.

    Told by the list of the communes of 2025 (:func:`bassin.read.anct.density_2025`), and not by
    what a table lacks: a cell that is blank for another reason is no merger.
    """
    return ground.listed(sources).difference(anct.density_2025(sources).index)


def merged(sources: Sources, known: pd.Series, ground: Ground = EVERY) -> pd.Series:
    """Whether each commune without a value on later boundaries is counted in another.

    Parameters
    ----------
    sources : Sources
    known : Series of bool
        Whether each commune of the ground has a value. Where all have, no other list is read; where
        the table is of the communes of a file, none can be counted in another.
    ground : Ground
    """
    if ground.filed or known.all():
        return pd.Series(False, index=known.index)
    return ~known & known.index.isin(merged_since(sources, ground))


def _touched(sources: Sources, date: str) -> list[str]:
    """Communes that an event after a date is about, before or after it."""

    def find() -> list[str]:
        events = insee.commune_events(sources)
        period = events[(events["date"] > date) & (events["date"] <= GEOGRAPHY)]
        return sorted({*period["before"], *period["after"]})

    return sources.kept.get(("touched", date), find)


def _moved(sources: Sources, index: pd.Index, date: str) -> Transition:
    return passage(sources).transition(index, date, GEOGRAPHY)
