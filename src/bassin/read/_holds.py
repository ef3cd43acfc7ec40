"""Which places a table holds: all of those of its day, and no others.

``data/geographies.csv`` says of the tables of readers which day their communes are of, which part
of the country they cover, and every place that is missing or in excess, with the reason. A table
that has lost rows, or has a code that no publisher gave, is refused with the codes.

The sets come from the Code officiel géographique of 2023 and the events before it. What a check
reads is no source of the table.
"""

from __future__ import annotations

import datetime
import importlib.util
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import pandas as pd

from bassin.errors import DataError, SourceError
from bassin.files import rows
from bassin.files.sources import Sources
from bassin.files.trace import unnoticed
from bassin.read._cities import arrondissements_of

#: Where the sets are declared, in the folder of ``sources.csv``.
GEOGRAPHIES = "geographies.csv"
COLUMNS = ("table", "level", "places", "day", "field", "whole", "absent", "others", "reason")
#: In place of a day: whatever was a commune at any time the events know.
EVER = "ever"
#: In place of a part of the country: the one the reader was asked for.
ASKED = "asked"
OVERSEAS = ("971", "972", "973", "974", "976")
PARTS = {"france": (), "mainland": OVERSEAS, "france_less_mayotte": ("976",)}
WHOLE = ("all", "some")
#: Codes that those of a part of the country begin with, as a cell has them.
_BEGINNINGS = re.compile(r"[0-9][0-9AB]?[0-9]?(?: [0-9][0-9AB]?[0-9]?)*")
_SHOWN = 6
#: Codes of the places of a day, by kind of place.
Set = Callable[[Sources, str], frozenset[str]]
#: Filled by :mod:`bassin.read.insee.places`, which has the lists.
SETS: dict[str, Set] = {}


def gives(places: str) -> Callable[[Set], Set]:
    """Make a function the one that gives the codes of some places of a day."""

    def register(function: Set) -> Set:
        SETS[places] = function
        return function

    return register


@dataclass(frozen=True)
class Held:
    """What a table holds, as a row of ``geographies.csv`` declares it.

    Attributes
    ----------
    table : str
        A reader, or one call of it: ``"insee.ages.statistics_2018(commune)"``.
    level : str
        Level of the index, or column, with the codes; empty for an index of one level.
    places : str
        Of :data:`SETS`.
    day : str
        Whose communes they are; :data:`EVER`.
    field : str
        Of :data:`PARTS`, a list of departements, or :data:`ASKED`.
    whole : bool
        Whether all of them are there.
    absent, others : frozenset of str
        Codes that are not there, and codes that are there beside the set.
    reason : str
        Why.
    """

    table: str
    level: str
    places: str
    day: str
    field: str
    whole: bool
    absent: frozenset[str]
    others: frozenset[str]
    reason: str = ""

    def cells(self) -> dict[str, str]:
        """Cells of its row."""
        told = {name: str(getattr(self, name)) for name in COLUMNS}
        lists = {name: " ".join(sorted(getattr(self, name))) for name in ("absent", "others")}
        return told | lists | {"whole": WHOLE[0] if self.whole else WHOLE[1]}


def text_of(sets: Iterable[Held]) -> str:
    """Write the list as text, by table."""
    cells = [held.cells() for held in sorted(sets, key=lambda held: held.table)]
    return rows.written([COLUMNS, *([row[name] for name in COLUMNS] for row in cells)])


def declared(sources: Sources) -> Mapping[str, Held]:
    """Sets of codes by table; none where the folder declares none.

    Raises
    ------
    SourceError
        If a row cannot be read.
    """
    return sources.kept.get(GEOGRAPHIES, lambda: _declared(sources))


def day_of(sources: Sources, call: str) -> str:
    """Day whose places a table has, as its row of ``geographies.csv`` declares it.

    Raises
    ------
    SourceError
        If it has no row, or one that is of no single day.
    """
    with unnoticed():
        sets = declared(sources)
    held = sets.get(call) or sets.get(call.partition("(")[0])
    if held is None or held.day == EVER:
        raise SourceError(
            f"{sources.root / GEOGRAPHIES} does not say of which day the places of {call} are. "
            "Give the table a row there, with its day."
        )
    return held.day


def _declared(sources: Sources) -> dict[str, Held]:
    path = sources.root / GEOGRAPHIES
    if not path.is_file():
        return {}
    found: dict[str, Held] = {}
    for row in rows.listed(path, COLUMNS):
        where = f"{path}, row {row['table']!r}"
        if row["places"] not in SETS or row["whole"] not in WHOLE or row["table"] in found:
            raise SourceError(
                f"{where}: a table once, its places of {', '.join(SETS)}, and {' or '.join(WHOLE)}."
            )
        if row["day"] != EVER and not _is_day(row["day"]):
            raise SourceError(f"{where}: day {row['day']!r}. Give a day as 2023-01-01, or {EVER}.")
        if not (row["field"] in {*PARTS, ASKED} or _BEGINNINGS.fullmatch(row["field"])):
            raise SourceError(
                f"{where}: field {row['field']!r}. Give one of {', '.join([*PARTS, ASKED])}, or "
                "the beginnings of codes."
            )
        if not _is_reader(row["table"]):
            raise SourceError(
                f"{where}: no such table. Give a reader, or one call of it, as drees.apl."
            )
        if (row["absent"] or row["others"]) and not row["reason"].strip():
            raise SourceError(f"{where}: say why codes are absent or in excess.")
        found[row["table"]] = Held(
            row["table"],
            row["level"],
            row["places"],
            row["day"],
            row["field"],
            whole=row["whole"] == "all",
            absent=frozenset(row["absent"].split()),
            others=frozenset(row["others"].split()),
            reason=row["reason"],
        )
    return found


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_reader(table: str) -> bool:
    """Whether a table has a reader, as far as can be told without importing what is not needed."""
    module, _, function = table.partition("(")[0].rpartition(".")
    path = f"bassin.read.{module}"
    # A reader of one's own is in a module that is imported, wherever that lies.
    if (there := sys.modules.get(path, sys.modules.get(module))) is not None:
        # A module that is half imported has not said all yet.
        running = getattr(there.__spec__, "_initializing", False)
        return running or hasattr(there, function)
    try:
        return importlib.util.find_spec(path) is not None
    except (ImportError, ValueError):
        return False


def hold(
    sources: Sources,
    reader: str,
    call: str,
    given: Iterable[object],
    file: str,
    table: pd.DataFrame,
) -> None:
    """Refuse a table that lacks places, or has some that are none.

    Parameters
    ----------
    sources : Sources
    reader, call : str
        Whose table it is, and by which call.
    given : iterable
        Arguments of the call.
    file : str
        For the error.
    table : DataFrame
        As the reader gives it.

    Raises
    ------
    DataError
        Naming how many places are missing or unknown, and the first.
    """
    with unnoticed():
        sets = declared(sources)
        held = sets.get(call) or sets.get(reader)
        if held is None:
            return
        # All the tables of one day and part of the country are held against one set.
        asked = tuple(map(str, given)) if held.field == ASKED else ()
        due_of = (GEOGRAPHIES, held.places, held.day, held.field, asked)
        try:
            due = sources.kept.get(
                due_of, lambda: _within(SETS[held.places](sources, held.day), held.field, asked)
            )
        except SourceError:
            return  # the lists are not at hand: nothing to hold the table against
    for year, codes in _codes_of(table, held.level):
        _compare(file, held, due, codes, year)


def _codes_of(table: pd.DataFrame, level: str) -> Iterable[tuple[str, pd.Index]]:
    """Codes of a table; for each year apart where a level of the index is a year."""
    index = table.index
    if level and level not in index.names:
        yield "", pd.Index(table[level].dropna().unique())
        return
    name = level or index.names[0]
    if "year" not in index.names or name == "year":
        yield "", index.unique(level=name)
        return
    years = index.get_level_values("year")
    for year in sorted(years.unique().dropna()):
        yield str(year), index[years == year].unique(level=name)


def _within(codes: Iterable[str], field: str, given: Iterable[object]) -> frozenset[str]:
    """The codes that are of a part of the country."""
    if field in PARTS:
        left_out = PARTS[field]
        return frozenset(
            codes if not left_out else (c for c in codes if not c.startswith(left_out))
        )
    starts = tuple(map(str, given)) if field == ASKED else tuple(field.split())
    return frozenset(code for code in codes if code.startswith(starts))


def _compare(file: str, held: Held, due: AbstractSet[str], codes: pd.Index, year: str) -> None:
    cities = arrondissements_of(codes)
    if held.whole:
        _refuse_parts(file, cities, year)
    missing, unknown = _apart(held, due, codes, cities)
    for found, what in ((missing - held.absent, "missing"), (unknown - held.others, "unknown")):
        if found:
            shown = ", ".join(sorted(found)[:_SHOWN]) + (" ..." if len(found) > _SHOWN else "")
            raise DataError(
                file,
                f"{len(found)} {held.places}{'' if held.day == EVER else f' of {held.day}'} {what}"
                f"{f' in {year}' if year else ''}: {shown}",
                column=held.level or "code",
                row=min(found),
                cure="Rows were lost or changed; if a new edition has others, declare them in "
                f"data/{GEOGRAPHIES} (row {held.table}).",
            )


def _apart(
    held: Held, due: AbstractSet[str], codes: pd.Index, cities: pd.Series
) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Places that are due and not there, and those that are there and not due."""
    # Out of their array one by one, codes take far longer than out of a list.
    there = set(codes.tolist())
    if len(cities):
        there = there - set(cities.index.tolist()) | set(cities.tolist())
    return (due - there if held.whole else frozenset()), there - due


def apart(
    sources: Sources, held: Held, given: Iterable[object], table: pd.DataFrame
) -> tuple[frozenset[str], frozenset[str]]:
    """Places that a table lacks, and those it has besides, of the day of its row.

    Parameters
    ----------
    sources : Sources
    held : Held
        Its row, with the day; which places are known to be absent or others is not asked.
    given : iterable
        Arguments of the call.
    table : DataFrame
    """
    with unnoticed():
        expected = SETS[held.places](sources, held.day)
        due = _within(expected, held.field, given)
        both = [
            _apart(held, due, codes, arrondissements_of(codes))
            for _, codes in _codes_of(table, held.level)
        ]
    return (
        frozenset().union(*(missing for missing, _ in both)),
        frozenset().union(*(unknown for _, unknown in both)),
    )


def _refuse_parts(file: str, cities: pd.Series, year: str) -> None:
    for city, most in _ARRONDISSEMENTS.items():
        found = int((cities == city).sum())
        if 0 < found < most:
            raise DataError(
                file,
                f"{found} of the {most} arrondissements of {city}{f' in {year}' if year else ''}",
                row=city,
                cure="A city is whole or missing: use the file as published.",
            )


_ARRONDISSEMENTS = {"75056": 20, "13055": 16, "69123": 9}
