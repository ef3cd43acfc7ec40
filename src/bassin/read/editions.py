"""Another edition of a raw file: what is read from it, how it departs, and how it is taken in.

The number of its row of ``data/sources.csv`` and its anchors change together, and only here.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

import bassin.read
from bassin.errors import BassinError, SourceError
from bassin.files import anchors, atomic, departures, moves, together
from bassin.files.departures import DepartureError
from bassin.files.manifest import COLUMNS, MANIFEST, RAW, refuse_rows, text_of
from bassin.files.repeats import repeats
from bassin.files.sources import Sources, sha256
from bassin.files.trace import recording
from bassin.read._reused import Call, calls


class EditionError(BassinError):
    """Another edition of a file is not taken in: it departs from the one at hand."""


@dataclass(frozen=True)
class Edition:
    """A copy held against the file it is to replace.

    Attributes
    ----------
    file : str
    copy : Path
    before, now : mapping
        Tables by call of a reader: of the file at hand, and of the copy.
    departures : mapping
        The same calls to how the copy departs.
    rows : int or None
        Rows that the reader of the file counts in the copy; ``None`` where it counts none.
    """

    file: str
    copy: Path
    before: Mapping[str, pd.DataFrame]
    now: Mapping[str, pd.DataFrame]
    departures: Mapping[str, list[DepartureError]]
    rows: int | None

    def refused(self, reasons: Iterable[str]) -> dict[str, list[DepartureError]]:
        """Departures of columns that no reason is given for."""
        given = set(reasons)
        kept = {
            call: [one for one in found if (one.column or "rows") not in given]
            for call, found in self.departures.items()
        }
        return {call: found for call, found in kept.items() if found}


def every_reader() -> None:
    """Import all modules of :mod:`bassin.read`, so that their readers are known."""
    for module in pkgutil.walk_packages(bassin.read.__path__, "bassin.read."):
        importlib.import_module(module.name)


def readings(sources: Sources, file: str) -> dict[str, tuple[Call, pd.DataFrame]]:
    """Every call of a reader that rests on a file, with its table.

    Those of the anchors of the file where it has some, else those of the publisher's module that
    open it.

    Raises
    ------
    SourceError, DataError
        As the readers do.
    """
    every_reader()
    sources.describe(file)
    held = anchors.read(sources.root, file)
    publisher = file.partition("/")[0]
    found = {}
    for call in calls(sources):
        if held is not None:
            if call.name in held["tables"]:
                found[call.name] = call, call(sources)
        elif call.name.startswith(f"{publisher}."):
            # A reader of other files, one of which is not at hand, is not asked.
            with recording() as noted, suppress(SourceError):
                table = call(sources)
                if file in noted.files:
                    found[call.name] = call, table
    return found


def anchored(sources: Sources, file: str) -> str:
    """Text of the anchors of a file as it is now."""
    tables = {name: anchors.anchor(table) for name, (_, table) in readings(sources, file).items()}
    return anchors.text(sources.describe(file)["sha256"], tables)


def edition(
    sources: Sources, file: str, copy: Path, cells: Mapping[str, str] | None = None
) -> Edition:
    """Hold a copy against the file it is to replace, table by table.

    Parameters
    ----------
    sources : Sources
    file : str
        Path in the manifest.
    copy : Path
        The other edition.
    cells : mapping, optional
        Column of the manifest to what the edition changes it to: it is read as that vintage.

    Raises
    ------
    DataError
        If the reader of the file refuses the copy.
    EditionError
        If the copy is the file itself, or a cell is none to set.
    SourceError
        If the file is not listed, there is no such copy, or the manifest may have no such cell.
    """
    refuse_cells(cells or {})
    sources.describe(file)
    refuse_itself(sources, file, copy)
    with sources.relisted(file, cells or {}):
        pass  # before minutes are spent
    before = readings(sources, file)
    with sources.relisted(file, cells or {}), sources.replaced(file, copy):
        now = {name: call(sources) for name, (call, _) in before.items()}
        rows = sources.counted(file)
    of = _dated(sources, file, cells or {})
    found = {name: departed(table, now[name], same=not of) for name, (_, table) in before.items()}
    for name, (_, table) in before.items() if of else ():
        found[name] += repeats(table, now[name], of)
    tables = {name: table for name, (_, table) in before.items()}
    return Edition(file, copy, tables, now, found, rows)


def _dated(sources: Sources, file: str, cells: Mapping[str, str]) -> str:
    """What the file at hand is of, where the copy says it is of something else; else nothing."""
    row = sources.describe(file)
    for name in ("vintage", "period"):
        if cells.get(name, row[name]) != row[name]:
            return str(row[name] or row["period"] or file)
    return ""


def departed(
    before: pd.DataFrame, now: pd.DataFrame, *, same: bool = False
) -> list[DepartureError]:
    """How a table departs from another, each departure told once.

    Parameters
    ----------
    before, now : DataFrame
        What one reader gives of two editions.
    same : bool
        Whether both are of the same vintage, so that whatever differs departs.
    """
    found = [
        *departures.departures(anchors.anchor(before), anchors.anchor(now)),
        *moves.moves(before, now, same=same),
    ]
    return [*{str(one): one for one in found}.values()]


def refuse(new: Edition, reasons: Mapping[str, str], cells: Mapping[str, str]) -> None:
    """Refuse a copy that departs where no reason is given, and reasons and cells of nothing.

    Parameters
    ----------
    new : Edition
    reasons : mapping
        Column (``"rows"`` for the rows) to why its departure is right.
    cells : mapping
        Column of the manifest to what the edition changes it to.

    Raises
    ------
    EditionError
        The message lists what departs.
    """
    refuse_departures(new, reasons)
    refuse_cells(cells)


def refuse_cells(cells: Iterable[str]) -> None:
    """Refuse cells that are not a user's to set."""
    given = {*COLUMNS} - {"file", "bytes", "sha256", "rows"}
    for cell in sorted({*cells} - given):
        raise EditionError(
            f"{cell!r} is no column of {MANIFEST} to set; those are {', '.join(sorted(given))}."
        )


def refuse_itself(sources: Sources, file: str, copy: Path) -> None:
    """Refuse the raw file itself in place of a copy."""
    path = sources.root / RAW / file
    if path.exists() and copy.exists() and path.samefile(copy):
        raise EditionError(
            f"{copy} is the raw file itself. Leave {file} as it was (`git checkout` restores it), "
            "and give a newer edition that lies elsewhere."
        )


def refuse_departures(new: Edition, reasons: Mapping[str, str]) -> None:
    """Refuse a copy that departs where no reason is given, and a reason for what does not.

    Raises
    ------
    EditionError
        The message lists what departs.
    """
    left = new.refused(reasons)
    if left:
        told = "; ".join(f"{call}: {departures.listed(found)}" for call, found in left.items())
        raise EditionError(
            f"{new.file}: the copy departs from the file at hand: {told}. If it is right to, say "
            'why with --accept COLUMN="reason" for each column (rows for the rows).'
        )
    columns = {one.column or "rows" for found in new.departures.values() for one in found}
    for column in reasons.keys() - columns:
        raise EditionError(f"{new.file}: nothing of column {column!r} departs; give it no reason.")


def take_in(
    sources: Sources,
    new: Edition,
    reasons: Mapping[str, str],
    cells: Mapping[str, str] | None = None,
) -> None:
    """Put a copy in the place of its file, with its row of the manifest and its anchors.

    Parameters
    ----------
    sources : Sources
    new, reasons, cells
        As :func:`refuse`; the reasons are kept in the anchors.

    Raises
    ------
    EditionError
        As :func:`refuse`; nothing is written then.
    """
    refuse(new, reasons, cells or {})
    data = new.copy.read_bytes()
    held = held_of(new, reasons, data)
    row = {"bytes": str(len(data)), "sha256": sha256(data), **(cells or {})}
    if new.rows is not None and sources.describe(new.file)["rows"]:
        row["rows"] = str(new.rows)
    manifest = sources.manifest.reset_index()
    manifest.loc[manifest["file"] == new.file, [*row]] = [*row.values()]
    refuse_rows(sources.root / MANIFEST, manifest)
    files = {
        f"{RAW}/{new.file}": data,
        MANIFEST: text_of(manifest.set_index("file")).encode(),
        f"{anchors.ANCHORS}/{new.file}.json": anchors.dumped(held).encode(),
    }
    together.change(sources.root, files, rests_on(sources, new.file))


def rests_on(sources: Sources, file: str, *more: str) -> dict[str, bytes | None]:
    """What a file is taken in on: the list and its anchors, as they were when they were read."""
    found: dict[str, bytes | None] = {MANIFEST: sources.listed_as}
    for name in (f"{anchors.ANCHORS}/{file}.json", *more):
        path = sources.root / name
        found[name] = path.read_bytes() if path.is_file() else None
    return found


def held_of(new: Edition, reasons: Mapping[str, str], data: bytes) -> dict[str, object]:
    """Anchors of a copy, with the reasons its departures were given."""
    tables = {name: anchors.anchor(table) for name, table in new.now.items()}
    held: dict[str, object] = json.loads(anchors.text(sha256(data), tables))
    if reasons:
        held["accepted"] = dict(sorted(reasons.items()))
    return held


def without_anchors(sources: Sources) -> list[str]:
    """Files of the manifest that have none yet."""
    return [
        str(file)
        for file in sources.manifest.index
        if not anchors.path_of(sources.root, str(file)).is_file()
    ]


def anchor_file(sources: Sources, file: str) -> int:
    """Write the anchors of a file that has none.

    Returns
    -------
    int
        Tables they are of: none where no reader opens the file.

    Raises
    ------
    EditionError
        If it has some: they change with the file alone.
    """
    if anchors.read(sources.root, file) is not None:
        raise EditionError(
            f"{file} has its anchors. They change when another edition is taken in, with "
            "`bassin accept`."
        )
    held = json.loads(anchored(sources, file))
    write_anchors(sources.root, file, held)
    return len(held["tables"])


def write_anchors(root: Path, file: str, held: Mapping[str, object]) -> None:
    """Keep the anchors of a file."""
    path = anchors.path_of(root, file)
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write_text(path, anchors.dumped(held))
