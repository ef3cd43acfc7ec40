"""Spoil the real file of every reader in every way, and see whether anybody notices.

A spoiled copy is read in the place of its file, as `bassin accept` reads one: past the hash, the
recorded number of rows and the anchors. Then it is held against the file at hand, as it is there.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pandas as pd
from tests.corruption.containers import Container, opened
from tests.corruption.kinds import BYTES, KINDS, Table, amounts_and_key
from tests.fixtures.parsed import parsed_anew

from bassin.errors import DataError, SourceError
from bassin.files import departures
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.files.transcribed import is_transcription
from bassin.read import _parse, _typed, editions
from bassin.read._reused import Call, calls

REFUSED, DEPARTS, CORRECTION = "refused", "departs", "correction"
RIGHT, SILENT, RAW = "right", "silent", "raw error"
#: A correction is told for one reason alone: both files say that they are of the same vintage. In
#: one of another vintage, where all values change, it would pass.
OUTCOMES = (REFUSED, DEPARTS, CORRECTION, RIGHT, SILENT, RAW)
#: What nobody would see in a file of another vintage, by kind, and why.
CANNOT_BE_SEEN = {
    "unit: fraction for percent": "a part of a sum that is small beside the others",
    "part of the rows: a tenth on end": "a sum in which the column is one part of several",
    "precision: decimals": "a column that is a part of a sum, whose other parts keep theirs",
    "cell: one ten times as large": "one value among thousands, within the range of the others",
    "codes: two exchanged": "two rows that trade their names are both rows of the list",
    "blank: one cell": "one more place without a published value",
    "rows lost: one": "a list of some places, which may lack one",
    "shifted by a row: amounts": "a column of few different values, or of rows in no order",
}


@dataclass(frozen=True)
class Case:
    """What came of one spoiled copy."""

    call: str
    kind: str
    outcome: str
    told: str


@dataclass(frozen=True)
class Subject:
    """A call of a reader, its table, and the one file it is put to the test on."""

    call: Call
    file: str
    table: pd.DataFrame
    used: frozenset[str]


@contextmanager
def _asked() -> Iterator[set[str]]:
    """Note the columns that readers ask for."""
    found: set[str] = set()
    require = _parse.require

    def noting(file: str, names: object, wanted: object) -> None:
        listed = [*wanted]  # type: ignore[call-overload]
        found.update(listed)
        require(file, names, listed)  # type: ignore[arg-type]

    _parse.require = _typed.require = noting
    try:
        yield found
    finally:
        _parse.require = _typed.require = require


def subjects(sources: Sources) -> Iterator[tuple[str, Call]]:
    """Every call of a reader of a raw file, by name; those whose file is not at hand left out."""
    editions.every_reader()
    for call in calls(sources):
        if not call.name.startswith("printed.") and not call.name.rpartition(".")[2].startswith(
            "_"
        ):
            yield call.name, call


def subject(sources: Sources, call: Call) -> Subject | None:
    """Read what a call gives; ``None`` where its file is not at hand."""
    fresh = Sources(sources.root)
    with recording() as noted, parsed_anew(), _asked() as used:
        try:
            table = call(fresh)
        except SourceError:
            return None
    raw = [file for file in sorted(noted.files) if not is_transcription(file)]
    own = [file for file in raw if file.startswith(call.name.partition(".")[0])] or raw
    return Subject(call, own[0], table, frozenset(used)) if own else None


@cache
def _container(root: Path, file: str, used: frozenset[str]) -> Container | None:
    return opened(file, Sources(root).read(file), {*used})


@cache
def _columns(root: Path, file: str, used: frozenset[str]) -> tuple[list[int], int | None]:
    """Positions of the columns of amounts of a file, and of that of its codes."""
    container = _container(root, file, used)
    if container is None:
        return [], None
    names = {" ".join(str(name).split()) for name in container.cells.columns}
    return amounts_and_key(container.cells, sorted(used & names) or sorted(names))


def forget() -> None:
    """Let the cells of the files that were opened go."""
    _container.cache_clear()
    _columns.cache_clear()


def copies(sources: Sources, one: Subject, kind: str) -> bytes | None:
    """Bytes of a spoiled copy; ``None`` where the kind does not apply to the file."""
    random = Random(zlib.crc32(f"{one.call.name} {kind}".encode()))
    if kind in BYTES:
        return BYTES[kind](sources.read(one.file))
    container = _container(sources.root, one.file, one.used)
    if container is None:
        return None
    amounts, key = _columns(sources.root, one.file, one.used)
    cells = KINDS[kind](Table(container.cells, amounts, key, random))
    return None if cells is None else container.write(cells)


def outcome(sources: Sources, one: Subject, copy: Path) -> tuple[str, str]:
    """What comes of a copy in the place of the file of a reader, and what was told."""
    with sources.replaced(one.file, copy):
        try:
            now = one.call(sources)
        except DataError as error:
            whole = error.column is not None or error.row is not None or error.cure is not None
            return (REFUSED if whole and error.file else RAW), str(error)
        except Exception as error:
            return RAW, f"{type(error).__name__}: {error}"
    if _same(one.table, now):
        return RIGHT, ""
    for called, same in ((DEPARTS, False), (CORRECTION, True)):
        if found := editions.departed(one.table, now, same=same):
            return called, departures.listed(found, 2)
    return SILENT, ""


def _same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    return one.equals(other) or (
        one.shape == other.shape
        and [*one.columns] == [*other.columns]
        and pd.DataFrame(one).sort_index().equals(pd.DataFrame(other).sort_index())
    )


def tried(sources: Sources, call: Call, kinds: list[str], folder: Path) -> Iterator[Case]:
    """Spoil the file of a call in some ways, one after the other."""
    one = subject(sources, call)
    if one is None:
        return
    for kind in kinds:
        try:
            data = copies(sources, one, kind)
        except (ValueError, TypeError, OverflowError):
            data = None  # a file of its container cannot hold that
        if data is None or data == sources.read(one.file):
            continue
        copy = folder / Path(one.file).name
        copy.write_bytes(data)
        yield Case(call.name, kind, *outcome(sources, one, copy))
