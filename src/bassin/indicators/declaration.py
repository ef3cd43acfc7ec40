"""What an indicator declares of itself, once, for every chapter, place and language.

Its words (label, what it counts) are in :mod:`bassin.words` under the same key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from bassin.files.sources import Sources
from bassin.files.vintages import file_of, first_of, vintages
from bassin.places.membership import KINDS, LOCAL
from bassin.places.passage import GEOGRAPHY

#: Least share of the inhabitants of a wide group who live in a commune with a value, for the value
#: of those communes to be given as that of the group.
COVERED = 0.9

Better = Literal["high", "low"] | None

_OVERSEAS = ("971", "972", "973", "974", "976")
#: Where an indicator exists, to the departements of which it has no commune; ``None`` where that
#: depends on the files at hand.
FIELDS: Mapping[str, tuple[str, ...] | None] = {
    "france": (),
    "without_mayotte": ("976",),
    "without_guiana": ("973", "976"),
    "metropole": _OVERSEAS,
    "metropole_without_cities": ("75", *_OVERSEAS),
    "filosofi": ("971", "973", "976"),
    "without_corsica": ("2A", "2B", "976"),
    "land_register": ("57", "67", "68", *_OVERSEAS),
    "territory_at_hand": None,
    "groups": None,
}


@dataclass(frozen=True, kw_only=True)
class Additive:
    """A rule by which communes are added up to a group.

    Attributes
    ----------
    local, wide : float
        Least share of the inhabitants of a group who live in a commune with a value: of an EPCI, a
        zone d'emploi or a Territoire d'industrie, and of a departement, a region or France. At 1,
        every commune has one; below, the value is that of the communes that have.
    """

    local: float = 1.0
    wide: float = 1.0

    def least(self, kind: str) -> float:
        """Share required in a kind of group."""
        return self.local if kind in LOCAL else self.wide


@dataclass(frozen=True)
class Sum(Additive):
    """Counts that add up.

    Attributes
    ----------
    amount : str
        Column of the national table.
    """

    amount: str


@dataclass(frozen=True)
class WeightedMean(Additive):
    """A mean of the communes, each counted by a weight.

    Attributes
    ----------
    value, weight : str
        Columns of the national table.
    """

    value: str
    weight: str


@dataclass(frozen=True)
class Ratio(Additive):
    """One sum over another.

    Attributes
    ----------
    numerator, denominator : str
        Columns of the national table.
    scale : float
        What the ratio is multiplied by: 100 for a percentage.
    """

    numerator: str
    denominator: str
    scale: float = 100.0


@dataclass(frozen=True)
class NotAdditive:
    """A value that no sum of communes gives: of a group it is published, or it is missing.

    Attributes
    ----------
    value : str
        Column of the national table.
    published : str
        National table of the values published of groups; none where empty.
    kinds : tuple of str
        Kinds of groups it is published of.
    """

    value: str
    published: str = ""
    kinds: tuple[str, ...] = ()


Rule = Sum | WeightedMean | Ratio | NotAdditive


@dataclass(frozen=True)
class Read:
    """A file an indicator is read from.

    Attributes
    ----------
    file : str
        Path in the manifest; ``*`` stands for the code of a departement, for each that is at hand.
    columns : tuple of str
        What the publisher calls the columns.
    instead : str
        A larger file that is read in its place wherever it is listed.
    role : {"communes", "groups"}
        Whether values of communes are in it, or those published of groups.
    awaited : bool
        Whether the file is not to be had yet; it is read as soon as it is listed.
    series : tuple of (str, int), optional
        In place of a file, a dataset of the manifest and a year: the vintage is
        :func:`bassin.files.vintages.first_of` it.
    """

    file: str
    columns: tuple[str, ...]
    instead: str = ""
    role: Literal["communes", "groups"] = "communes"
    awaited: bool = False
    series: tuple[str, int] | None = None

    def files(self, sources: Sources) -> list[str]:
        """The files of the manifest that are read."""
        if self.instead and self.instead in sources:
            return [self.instead]
        if self.series is not None:
            dataset, year = self.series
            there = vintages(sources, dataset)
            return [file_of(sources, dataset, first_of(sources, dataset, year))] if there else []
        return [file for file in sources.manifest.index if fnmatchcase(file, self.file)]


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One indicator, of one vintage.

    Attributes
    ----------
    key : str
        Its name everywhere, and that of its words.
    table : str
        The function that makes its national table, ``"topic.function"``: see
        :data:`bassin.topics.national.TABLES`.
    args : tuple
        What that function is asked for besides the raw files: a year, a profession.
    rule : Rule
        How it adds up.
    reads : tuple of Read
        The files it is read from; those of the geography are not among them.
    vintage : str
        The edition of its file.
    since, until : int
        First and last year that it is of.
    geography : str
        Date of the communes of its file.
    unit, fmt : str
        Key of its unit in the words, and how a number of it is written.
    drawn : str
        How a number of it is written on a map or a figure, where that takes fewer digits, or more
        for places as small as a commune.
    better : {"high", "low", None}
        Which of two places is better off; ``None`` where neither is.
    field : str
        Key of where it exists.
    masked : str
        Key of where it is masked; empty where nothing is.
    """

    key: str
    table: str
    rule: Rule
    reads: tuple[Read, ...]
    vintage: str
    since: int
    until: int
    unit: str
    fmt: str
    args: tuple[str | int, ...] = ()
    geography: str = GEOGRAPHY
    better: Better = None
    field: str = "france"
    masked: str = ""
    drawn: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of groups it may have a value for."""
        return self.rule.kinds if isinstance(self.rule, NotAdditive) else KINDS

    def files(self, sources: Sources, role: str | None = None) -> set[str]:
        """Files it is read from, of a role or all."""
        return {
            file for read in self.reads if role in (None, read.role) for file in read.files(sources)
        }


@dataclass(frozen=True)
class Yearly:
    """A series of indicators, one for each vintage of a dataset.

    Attributes
    ----------
    name : str
        What their keys begin with, before the year: ``"gp"`` of ``"gp_2023"``.
    dataset : str
        Of the manifest.
    of : callable
        Declaration of a year.
    """

    name: str
    dataset: str
    of: Callable[[int], Indicator]
