"""A vintage more of a dataset: read beside those at hand, held against the nearest, taken in.

Its row of ``data/sources.csv``, that of its tables in ``data/geographies.csv`` and its anchors are
written together, and no line of code: the reader of the dataset asks for every vintage there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from bassin.files import anchors, together
from bassin.files.manifest import COLUMNS, KEYS, MANIFEST, RAW, text_of
from bassin.files.repeats import repeats
from bassin.files.sources import Sources, sha256
from bassin.files.vintages import file_of, vintages
from bassin.read import _holds
from bassin.read._holds import EVER, GEOGRAPHIES, Held
from bassin.read._reused import Call, calls
from bassin.read.editions import (
    Edition,
    EditionError,
    departed,
    every_reader,
    held_of,
    refuse_departures,
    rests_on,
)

#: What a user tells besides the columns of the manifest: the day of the places of the file.
DAY = "day"
#: What a reason is given for, where a vintage lacks places or has others.
PLACES = "places"
#: In place of a column: each that departs.
ALL = "*"
#: Cells of the row that are those of the nearest vintage unless told otherwise.
_ALIKE = ("publisher", "geography", "licence", "page", "status")
#: Those of them that the first vintage is to be told.
_TOLD = ("publisher", "geography", "licence", "status")


@dataclass(frozen=True)
class Newcomer(Edition):
    """A file of another vintage, held against that of the nearest.

    Attributes
    ----------
    sources : Sources
        The files at hand, and this one.
    sets : mapping
        By call of a reader, which places its table holds; empty where those of the nearest vintage
        are not declared.
    nearest : str
        File of the nearest vintage; empty where this is the first.
    years : tuple of list of int
        Vintages of the dataset before, and with this one.
    """

    sources: Sources
    sets: Mapping[str, Held]
    nearest: str
    years: tuple[list[int], list[int]]

    @property
    def row(self) -> Mapping[str, str]:
        """Its row of the manifest."""
        found = self.sources.describe(self.file).to_dict() | {"file": self.file}
        if self.rows is not None:
            found["rows"] = str(self.rows)
        return {str(name): str(cell) for name, cell in found.items()}


def newcomer(
    sources: Sources,
    file: str,
    copy: Path,
    cells: Mapping[str, str],
    reasons: Mapping[str, str],
) -> Newcomer:
    """Read a file that is not listed yet as a vintage of its dataset.

    Parameters
    ----------
    sources : Sources
    file : str
        Where it will lie, relative to ``data/raw``.
    copy : Path
        Where it is.
    cells : mapping
        Cells of its row: ``dataset``, ``vintage`` and ``obtained_from`` at least; ``day``, of the
        communes or EPCI it is of, where that is another than the nearest vintage's. The others are
        those of the nearest vintage.
    reasons : mapping
        Why columns depart; ``places``, why it lacks places or has others.

    Raises
    ------
    EditionError
        If no vintage of the dataset is at hand, or this one is already; if no reader takes the
        vintages of the dataset; if it lacks places, or has others, and no reason is given.
    DataError
        If the reader refuses the file.
    """
    every_reader()
    near = _nearest(sources, file, cells)
    row = _row(sources, near, file, copy, cells)
    other = sources.beside(row, copy)
    known = {call.name for call in calls(sources)}
    pairs = {
        call: _of_nearest(call, int(row["vintage"]), near, known)
        for call in calls(other)
        if call.name not in known
    }
    if not pairs:
        cure = "It wants a reader: see data/README.md."
        if near is not None:
            there = file_of(sources, row["dataset"], near)
            cure = f"Its tables are of one file: replace that, with `bassin accept {there} {copy}`."
        raise EditionError(f"{file}: no reader asks for the vintages of {row['dataset']}. {cure}")
    sets = _sets(sources, other, pairs, cells.get(DAY, ""), reasons)
    other.kept.put(GEOGRAPHIES, {**_holds.declared(sources), **sets})
    now = {call.name: call(other) for call in pairs}
    before = {call.name: old(sources) for call, old in pairs.items() if old is not None}
    found = {name: departed(table, now[name]) for name, table in before.items()}
    dataset = row["dataset"]
    for call in pairs:
        for year in vintages(sources, dataset):
            old = _of_nearest(call, int(row["vintage"]), year, known)
            if old is not None:
                again = repeats(old(sources), now[call.name], year)
                found[call.name] = again + found.get(call.name, [])
    return Newcomer(
        file,
        copy,
        before,
        now,
        found,
        other.counted(file),
        other,
        sets,
        "" if near is None else file_of(sources, dataset, near),
        (vintages(sources, dataset), vintages(other, dataset)),
    )


def _nearest(sources: Sources, file: str, cells: Mapping[str, str]) -> int | None:
    """Nearest vintage at hand; ``None`` where this is the first."""
    dataset, year = (cells.get(key, "") for key in KEYS)
    if not (dataset and year.isdecimal()):
        raise EditionError(
            f"{file} is not listed in {MANIFEST}. To take it in as a year more of a series, say "
            "which: --set dataset=NAME --set vintage=YEAR."
        )
    there = vintages(sources, dataset)
    if not there:
        return None
    if int(year) in there:
        raise EditionError(
            f"{file_of(sources, dataset, int(year))} is the vintage {year} of {dataset}. Replace "
            f"it, with `bassin accept {file_of(sources, dataset, int(year))} COPY`."
        )
    return min(there, key=lambda known: (abs(known - int(year)), known))


def _close(sources: Sources, cells: Mapping[str, str]) -> str:
    known = sorted({*sources.manifest["dataset"]} - {""})
    close = get_close_matches(cells["dataset"], known, n=3, cutoff=0.4)
    return f" (nearest of those at hand: {', '.join(close)})" if close else ""


def _row(
    sources: Sources, near: int | None, file: str, copy: Path, cells: Mapping[str, str]
) -> dict[str, str]:
    refused = cells.keys() - ({*COLUMNS, DAY} - {"file", "bytes", "sha256", "rows"})
    if refused:
        raise EditionError(f"{', '.join(sorted(refused))}: no cell to set of {MANIFEST}.")
    if not cells.get("obtained_from"):
        raise EditionError(f'{file}: say where it was found: --set obtained_from="HOST PLACE".')
    if not copy.is_file():
        raise EditionError(f"{copy}: no such file. Give the one to take in.")
    year, data = cells["vintage"], copy.read_bytes()
    row = dict.fromkeys(COLUMNS, "")
    row |= {"file": file, "bytes": str(len(data)), "sha256": sha256(data), "period": year}
    if near is not None:
        like = sources.describe(file_of(sources, cells["dataset"], near))
        row |= {name: like[name] for name in _ALIKE}
        row["title"] = like["title"].replace(str(near), year)
    elif wanted := [name for name in (*_TOLD, "title") if not cells.get(name)]:
        raise EditionError(
            f"{file} is the first vintage of {cells['dataset']!r}{_close(sources, cells)}: its "
            f"cells {', '.join(wanted)} are to be --set too."
        )
    return row | {name: cell for name, cell in cells.items() if name != DAY}


def _of_nearest(call: Call, year: int, near: int | None, known: set[str]) -> Call | None:
    """The same call, of the nearest vintage; ``None`` where it is of no vintage."""
    given = {name: near if value == year else value for name, value in call.arguments.items()}
    name = f"{call.reader.name}({', '.join(map(str, given.values()))})"
    return Call(name, call.reader, given) if name in known else None


def _sets(
    sources: Sources,
    other: Sources,
    pairs: Mapping[Call, Call | None],
    day: str,
    reasons: Mapping[str, str],
) -> dict[str, Held]:
    """Which places each table holds: as the nearest vintage's, of the day told."""
    declared = _holds.declared(sources)
    found = {}
    other.kept.put(GEOGRAPHIES, {})
    for call, old in pairs.items():
        like = declared.get(old.name) if old else _guessed(other, call, day) if day else None
        if like is None:
            continue
        held = replace(like, table=call.name, day=like.day if like.day == EVER else day or like.day)
        missing, unknown = _holds.apart(other, held, call.arguments.values(), call(other))
        absent, others = missing - held.absent, unknown - held.others
        if (absent or others) and PLACES not in reasons:
            raise EditionError(
                f"{call.name}: {_told(absent, 'missing')}{' and ' if absent and others else ''}"
                f"{_told(others, 'unknown')} among the {held.places} of {held.day}. Give the day "
                f'they are of, --set {DAY}=YYYY-01-01, or say why: --accept {PLACES}="reason".'
            )
        why = [like.reason] if like.reason and (missing | unknown) else []
        why += [reasons[PLACES]] if absent or others else []
        found[call.name] = replace(held, absent=missing, others=unknown, reason="; ".join(why))
    other.kept = type(other.kept)()  # read again, held against the sets
    return found


def _guessed(other: Sources, call: Call, day: str) -> Held:
    """All places of a day, of the kind that has most of the codes of a table."""
    table = call(other)
    codes = set(table.index.get_level_values(0))
    kind = max(_holds.SETS, key=lambda places: len(codes & _holds.SETS[places](other, day)))
    return Held(call.name, "", kind, day, "france", True, frozenset(), frozenset())


def _told(codes: frozenset[str], what: str) -> str:
    shown = ", ".join(sorted(codes)[:6]) + (" ..." if len(codes) > 6 else "")
    return f"{len(codes)} {what} ({shown})" if codes else ""


def of_columns(new: Edition, reasons: Mapping[str, str]) -> dict[str, str]:
    """Reasons for what departs of columns and rows; that for places is apart.

    That for :data:`ALL` is of each column that departs and has none of its own: on other
    perimeters nearly all do.
    """
    own = {name: why for name, why in reasons.items() if name not in (PLACES, ALL)}
    if ALL not in reasons:
        return own
    columns = {one.column or "rows" for found in new.departures.values() for one in found}
    return dict.fromkeys(columns, reasons[ALL]) | own


def take_in(sources: Sources, new: Newcomer, reasons: Mapping[str, str]) -> None:
    """Put a file among the raw ones, with its row, its places and its anchors.

    Raises
    ------
    EditionError
        If it departs from the nearest vintage where no reason is given; nothing is written then.
    """
    refuse_departures(new, of_columns(new, reasons))
    listed = new.sources.manifest.copy()
    listed.loc[new.file, "rows"] = new.row["rows"]
    data = new.copy.read_bytes()
    files = {
        f"{RAW}/{new.file}": data,
        MANIFEST: text_of(listed).encode(),
        f"{anchors.ANCHORS}/{new.file}.json": anchors.dumped(held_of(new, reasons, data)).encode(),
    }
    if new.sets:
        every = {**_holds.declared(sources), **new.sets}
        files[GEOGRAPHIES] = _holds.text_of(every.values()).encode()
    more = (GEOGRAPHIES, f"{RAW}/{new.file}")
    together.change(sources.root, files, rests_on(sources, new.file, *more))
