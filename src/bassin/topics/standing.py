"""The place of an intercommunality among all, one rule for sentences, tables and figures."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.topics.measured import Measured, measured

#: People, jobs or events that a value has to count for its place among others to be told.
FLOOR = 5
#: Why a place is not told, as refusals have it.
FEW, UNSURE = "few", "unsure"


@dataclass(frozen=True)
class Standing:
    """First and last rank that a place may have among all with a value, the highest first.

    Attributes
    ----------
    first, last, of : int
        The two ranks are one where no other place is level with this one.
    """

    first: int
    last: int
    of: int

    @property
    def is_one(self) -> bool:
        """Whether no other place is level with this one."""
        return self.first == self.last

    @property
    def apart(self) -> float:
        """How far the place is from the middle of the order: 0 about the middle, 1 at an end.

        The nearer end of its ranks counts: where they reach over the middle, it is at 0.

        Examples
        --------
        >>> Standing(1, 1, 101).apart, Standing(40, 60, 101).apart, Standing(76, 90, 101).apart
        (1.0, 0.0, 0.5)
        """
        middle, half = (self.of + 1) / 2, (self.of - 1) / 2
        if half == 0 or self.first <= middle <= self.last:
            return 0.0
        return min(abs(self.first - middle), abs(self.last - middle)) / half

    @property
    def told(self) -> Phrase:
        """The rank, or from which to which, as a cell of a table has it.

        Examples
        --------
        >>> Standing(3, 3, 1254).told, Standing(3, 9, 1254).told
        (Phrase('portrait.rank', first=3), Phrase('portrait.ranks', first=3, last=9))
        """
        return _told(self.first, self.last)


def _told(first: int, last: int) -> Phrase:
    if first == last:
        return Phrase("portrait.rank", first=first)
    return Phrase("portrait.ranks", first=first, last=last)


def unranked(found: Measured, epci: str) -> str:
    """Why the place of an intercommunality is not told: :data:`FEW`, :data:`UNSURE`, or nothing.

    Parameters
    ----------
    found : Measured
    epci : str
        One with a value.
    """
    here = found.at("epci", epci)
    if abs(here.count) < FLOOR:  # of what does not say what it counts, nothing is known
        return FEW
    return UNSURE if math.isnan(here.error) else ""


def standing_of(
    found: Measured, epci: str, among: Collection[str] | None = None
) -> Standing | None:
    """Place of an intercommunality among all with a value; nothing where it is not told.

    Two are level within the margin of both: see
    :meth:`bassin.topics.measured.Measured.standing`.

    Parameters
    ----------
    found : Measured
    epci : str
        One without a value has no place.
    among : collection of str, optional
        Those that it is set among, itself one of them; all by default.

    Raises
    ------
    ValueError
        If it is none of those.
    """
    if among is not None and epci not in set(among):
        raise ValueError(f"{epci} is not one of those that it is set among")
    if math.isnan(found.at("epci", epci).value) or unranked(found, epci):
        return None
    return Standing(*found.standing(epci, among))


def standings(sources: Sources, keys: Sequence[str], epci: str) -> pd.DataFrame:
    """Places of an intercommunality among all, an indicator a row.

    Parameters
    ----------
    sources : Sources
    keys : sequence of str
        Of the catalogue.
    epci : str

    Returns
    -------
    DataFrame
        Index ``indicator``; ``rank`` and ``last`` (the first and the last rank that it may have, 1
        the highest: one where no other is level; missing where none is told) ``of`` how many EPCI
        with a value (missing where there is none).
    """
    rows = {}
    for key in keys:
        found = measured(sources, key)
        place, known = standing_of(found, epci), len(found.epci) or None
        rows[key] = (None, None, known) if place is None else (place.first, place.last, place.of)
    columns = ["rank", "last", "of"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype="Int64")
    return table.rename_axis("indicator")


def told(rank: Any, last: Any) -> Phrase | None:
    """A rank, or from which to which, as a cell has it; nothing where it is missing.

    Parameters
    ----------
    rank, last : int or missing
        As of :func:`standings`.

    Examples
    --------
    >>> told(3, 9), told(None, None)
    (Phrase('portrait.ranks', first=3, last=9), None)
    """
    if pd.isna(rank):
        return None
    return _told(int(rank), int(last))
