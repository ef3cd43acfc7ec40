"""Tables of all communes of France on the geography of 2023-01-01.

Counts of an older geography are carried by :class:`~bassin.places.passage.Passage`, which adds up
the parts of a merged commune. Where it refuses, because a commune was divided or a part has no row,
the commune is missing here, and :func:`refused` says why. A rate cannot be added up: that of a
commune whose ground has changed since is of another place, and is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import pandas as pd

from bassin.files.sources import Sources
from bassin.places.membership import codes
from bassin.places.passage import GEOGRAPHY, Passage, Transition
from bassin.read import anct, insee

Table = TypeVar("Table", pd.Series, pd.DataFrame)


def passage(sources: Sources) -> Passage:
    """Passage between geographies, from INSEE's events."""
    return sources.kept.get("passage", lambda: Passage(insee.commune_events(sources)))


def carried(sources: Sources, counts: Table, date: str) -> Table:
    """Bring counts to the communes of 2023, all of them.

    Parameters
    ----------
    sources : Sources
    counts : Series or DataFrame of float
        Numbers that add up, indexed by the communes of ``date``.
    date : str
        ``"2017-01-01"``. A later geography than 2023's is kept as it is: a commune that has merged
        since is missing, and counted in the one that took it in.

    Returns
    -------
    Series or DataFrame
        Index ``code``: every commune of 2023; NaN where the passage refuses.
    """
    listed = codes(sources)
    if date >= GEOGRAPHY:
        return counts.reindex(listed).rename_axis("code")
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


def unchanged(sources: Sources, rates: Table, date: str) -> Table:
    """Rates of the communes of 2023 whose ground is that of a date; the others are missing.

    Parameters
    ----------
    sources : Sources
    rates : Series or DataFrame
        Indexed by the communes of ``date``.
    date : str
        A geography after that of 2023 is kept as it is.
    """
    listed = codes(sources)
    if date >= GEOGRAPHY:
        return rates.reindex(listed).rename_axis("code")
    here = rates.index.intersection(list(_touched(sources, date)))
    moved = _moved(sources, here, date)
    same = [
        code
        for code in here
        if code not in moved.splits and moved.parts.get(code, frozenset()) == {code}
    ]
    return rates.drop(index=here.difference(same)).reindex(listed).rename_axis("code")


def refused(sources: Sources, index: pd.Index, date: str) -> Mapping[str, str]:
    """Communes of 2023 whose past cannot be told from that of whole communes, and why."""
    if date >= GEOGRAPHY:
        return {}
    return _moved(sources, index.intersection(_touched(sources, date)), date).splits


def merged_since(sources: Sources) -> pd.Index:
    """Communes of 2023 that are none in 2025: counted in the one that took them in.

    Told by the list of the communes of 2025 (:func:`bassin.read.anct.density_2025`), and not by
    what a table lacks: a cell that is blank for another reason is no merger.
    """
    return codes(sources).difference(anct.density_2025(sources).index)


def without_merged(sources: Sources, counts: Table) -> Table:
    """Counts on later boundaries, without the rows of communes merged since.

    Parameters
    ----------
    sources : Sources
    counts : Series or DataFrame
        Indexed by communes of 2023; missing where a commune has merged, and where its count is not
        known. The second stay, so that a sum with them is missing.
    """
    empty = counts.isna() if isinstance(counts, pd.Series) else counts.isna().all(axis=1)
    if not empty.any():
        return counts
    return counts.drop(index=counts.index[empty].intersection(merged_since(sources)))


def _touched(sources: Sources, date: str) -> list[str]:
    """Communes that an event after a date is about, before or after it."""

    def find() -> list[str]:
        events = insee.commune_events(sources)
        period = events[(events["date"] > date) & (events["date"] <= GEOGRAPHY)]
        return sorted({*period["before"], *period["after"]})

    return sources.kept.get(("touched", date), find)


def _moved(sources: Sources, index: pd.Index, date: str) -> Transition:
    return passage(sources).transition(index, date, GEOGRAPHY)
