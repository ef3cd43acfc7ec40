"""What every topic is: one territory, the raw files, and a value for each table asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Self, TypeVar

import pandas as pd

from bassin import console
from bassin.errors import TerritoryError
from bassin.files.shared import shared
from bassin.files.sources import Sources
from bassin.files.trace import KEEP, Keep, cached_property, kept_by
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.read import printed
from bassin.topics.selected import Selected
from bassin.topics.studied import claimed, refuse_elsewhere

T = TypeVar("T")
Table = TypeVar("Table", pd.Series, pd.DataFrame)


def holds_nothing(table: pd.Series | pd.DataFrame) -> bool:
    """Whether a table has no row, or columns of numbers and no number.

    Examples
    --------
    >>> holds_nothing(pd.DataFrame({"name": ["Alès"], "2022": [float("nan")]}))
    True
    >>> holds_nothing(pd.DataFrame({"name": ["Alès"]}))
    False
    """
    numbers = table.to_frame() if isinstance(table, pd.Series) else table.select_dtypes("number")
    return table.empty or (numbers.shape[1] > 0 and bool(numbers.isna().all(axis=None)))


class Topic:
    """What the raw files tell of one territory on one subject.

    Its tables are properties. A file is read when a table that needs it is first asked for, so that
    what rests on the table rests on its files and on no others.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    """

    #: Whether some of its tables were put in the place of those of its files.
    _changed = False

    def __init__(self, territory: Territory, sources: Sources) -> None:
        self.territory = territory
        self.sources = sources

    def __repr__(self) -> str:
        kind, where = type(self), getattr(self, "territory", None)
        return console.summary(
            f"{kind.__name__}({where.label if isinstance(where, Territory) else ''})",
            tables=console.tables(kind, Topic),
            methods=console.methods(kind, Topic),
        )

    @property
    def names(self) -> pd.Series:
        """Name of each commune."""
        return self.territory.communes["name"]

    @cached_property
    def selected(self) -> Selected:
        """The indicators of the catalogue, for the territory and the places around it."""
        return Selected(self.territory, self.sources)

    def prints(self, file: str) -> bool:
        """Whether a text on the territory is transcribed, and its folder has a file."""
        return printed.has(self.sources, self.territory.code, file)

    def claimed(self, claims: Sequence[str]) -> pd.DataFrame:
        """As :func:`bassin.topics.studied.claimed`."""
        return claimed(self.territory, self.sources, claims)

    def _reached(self, table: Table, file: str) -> Table:
        """A table that a file is to have something of the territory for.

        Raises
        ------
        TerritoryError
            If it has no row, or no number.
        """
        if holds_nothing(table):
            territory = self.territory
            raise TerritoryError(
                f"{file}: it has nothing of {territory.name}. List the file with the departement "
                f"{territory.departement}; `Study.available()` says what there is.",
                told=Phrase("absent.file", file=file, place=territory.called),
            )
        return table

    def _printed(self, file: str, read: Callable[[Sources, str], pd.DataFrame]) -> pd.DataFrame:
        """A file of the study of the territory, by its reader; refused where there is none."""
        refuse_elsewhere(self.territory, self.sources, file)
        return read(self.sources, self.territory.code)

    def _shared(self, call: str, make: Callable[[], T]) -> T:
        """As :func:`bassin.files.shared.shared`; of other tables than its files', made here."""
        return make() if self._changed else shared(self.sources, call, make)

    def having(self, **tables: object) -> Self:
        """The same topic with other tables in the place of some; what is made of them follows.

        Parameters
        ----------
        **tables
            Name of a table to what it is to be; of a method to another function.

        Raises
        ------
        AttributeError
            If the topic has no such table and no such method.
        """
        other = copy(self)
        vars(other)[KEEP] = Keep()
        return other._put(tables)

    @classmethod
    def given(cls, **tables: object) -> Self:
        """A topic of no territory and no files: of these tables, and what is made of them.

        Parameters
        ----------
        **tables
            As :meth:`having`.
        """
        return cls.__new__(cls)._put(tables)

    def _put(self, tables: Mapping[str, object]) -> Self:
        self._changed = True
        for name, table in tables.items():
            known = getattr(type(self), name, None)
            if isinstance(known, cached_property):
                kept_by(self).put(name, table)
            elif callable(known) and callable(table):
                vars(self)[name] = table
            else:
                raise AttributeError(f"{type(self).__name__} has no table {name!r}")
        return self
