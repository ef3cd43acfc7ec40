"""Containers: workbooks, archives, gzipped files, JSON. One that cannot be opened is named.

What a library raises of bytes that are cut short, or are something else, is its own affair and
changes from one version to the next: whatever it is, the file, what it seems to be and the cure are
told in one kind of error.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from python_calamine import CalamineWorkbook

from bassin.errors import DataError
from bassin.files.containers import refuse_another, seems
from bassin.files.sources import Sources

#: A file is unpacked to no more than so many times its size: no table repeats itself that much.
MOST_TIMES = 200


@contextmanager
def unpacking(file: str, kind: str, data: bytes | None = None) -> Iterator[None]:
    """Name the file, what it seems to be and what to do, where its container cannot be opened.

    Parameters
    ----------
    file : str
        Path in the manifest.
    kind : str
        What it should be, as ``"workbook"``.
    data : bytes, optional
        Its content; of a part of a container, none.

    Raises
    ------
    DataError
        If what is inside finds a container that is damaged, cut short, or of another kind.
    """
    try:
        yield
    except DataError:
        raise
    except Exception as error:  # whatever the libraries raise of it
        told = str(error).strip().split("\n")[0] or type(error).__name__
        seen = "" if data is None else f"it is {seems(data)} ({len(data):,} bytes); "
        raise DataError(
            file,
            f"no {kind} that can be opened: {seen}{told}",
            cure="It was cut short, or is another file: fetch it again, and keep it as published.",
        ) from error


def unpacked(file: str, data: bytes) -> bytes:
    """Content of a file whose name ends in ``.gz``; of any other, its bytes.

    Raises
    ------
    DataError
        If a gzipped file is damaged, none, or unpacks to more than :data:`MOST_TIMES` its size, or
        to what its name does not say.
    """
    if not file.endswith(".gz"):
        return data
    most = MOST_TIMES * len(data)
    with unpacking(file, "gzipped file", data), gzip.open(io.BytesIO(data)) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise DataError(
            file,
            f"unpacks to more than {MOST_TIMES} times its size",
            cure="No table does: fetch it again, and keep it as published.",
        )
    refuse_another(file.removesuffix(".gz"), content, within=file)
    return content


def archived(file: str, archive: zipfile.ZipFile, name: str) -> bytes:
    """Content of one file of an archive, which is as large as the archive says.

    Raises
    ------
    DataError
        If it is not there, or unpacks to more than is listed, or than :data:`MOST_TIMES`.
    """
    if name not in archive.namelist():
        raise DataError(
            file,
            f"no {name} in the archive; there are {', '.join(archive.namelist()[:12])}",
            cure="It is another archive: use the file as published.",
        )
    listed = archive.getinfo(name)
    if listed.file_size > MOST_TIMES * max(1, listed.compress_size):
        raise DataError(
            file,
            f"{name} unpacks to more than {MOST_TIMES} times its size",
            cure="No table does: fetch it again, and keep it as published.",
        )
    with archive.open(listed) as stream:
        content = stream.read(listed.file_size + 1)
    if len(content) != listed.file_size:
        raise DataError(
            file,
            f"{name} unpacks to more, or less, than the {listed.file_size:,} bytes listed",
            cure="Fetch the archive again, and keep it as published.",
        )
    refuse_another(name, content, within=file)
    return content


@contextmanager
def archive(sources: Sources, file: str) -> Iterator[zipfile.ZipFile]:
    """Open an archive.

    Raises
    ------
    DataError
        If it is damaged, or none.
    """
    data = sources.read(file)
    with unpacking(file, "archive", data), zipfile.ZipFile(io.BytesIO(data)) as opened:
        yield opened


def workbook(sources: Sources, file: str) -> CalamineWorkbook:
    """Open a workbook.

    Raises
    ------
    DataError
        If it is damaged, or none.
    """
    return workbook_of(file, sources.read(file))


def workbook_of(file: str, data: bytes) -> CalamineWorkbook:
    """Open a workbook from bytes at hand, as :func:`workbook`."""
    with unpacking(file, "workbook", data):
        return CalamineWorkbook.from_filelike(io.BytesIO(data))


def sheet_rows(file: str, book: CalamineWorkbook, sheet: str) -> list[list[Any]]:
    """Rows of a sheet, from the first one, as the workbook types its cells.

    Raises
    ------
    DataError
        If there is no such sheet, or it is damaged.
    """
    if sheet not in book.sheet_names:
        raise DataError(
            file,
            f"no sheet {sheet!r}; sheets are {', '.join(book.sheet_names)}",
            cure="Use the workbook as published.",
        )
    with unpacking(file, f"sheet {sheet!r}"):
        return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def json_of(file: str, data: bytes) -> Any:
    """Read JSON from bytes at hand; a key twice in one object is refused.

    Raises
    ------
    DataError
        If it is none.
    """

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise DataError(
                file,
                "twice in one object: which one is meant cannot be told",
                column=twice,
                cure="Use the file as published.",
            )
        return found

    with unpacking(file, "JSON", data):
        return json.loads(data.decode("utf-8"), object_pairs_hook=once)
