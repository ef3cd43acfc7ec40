"""Containers: workbooks, archives, gzipped files. One that is damaged is named."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from pyogrio.errors import DataSourceError
from python_calamine import CalamineError, CalamineWorkbook

from bassin.errors import DataError
from bassin.files.sources import Sources

#: What the libraries that unpack files raise of bytes that are cut short, or are something else.
_DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    KeyError,  # an archive that lacks a file
    zlib.error,
    zipfile.BadZipFile,
    CalamineError,
    DataSourceError,
)


@contextmanager
def unpacking(file: str, kind: str) -> Iterator[None]:
    """Name the file, and what to do, where its container cannot be opened.

    Parameters
    ----------
    file : str
        Path in the manifest.
    kind : str
        What it should be, as ``"workbook"``.

    Raises
    ------
    DataError
        If what is inside finds a container that is damaged, cut short, or of another kind.
    """
    try:
        yield
    except _DAMAGE as error:
        raise DataError(
            file,
            f"no {kind} that can be opened: {error}",
            cure="It was cut short, or is another file: fetch it again, and keep it as published.",
        ) from error


def unpacked(file: str, data: bytes) -> bytes:
    """Content of a file whose name ends in ``.gz``; of any other, its bytes.

    Raises
    ------
    DataError
        If a gzipped file is damaged, or none.
    """
    if not file.endswith(".gz"):
        return data
    with unpacking(file, "gzipped file"):
        return gzip.decompress(data)


def workbook(sources: Sources, file: str) -> CalamineWorkbook:
    """Open a workbook.

    Raises
    ------
    DataError
        If it is damaged, or none.
    """
    stream = sources.open(file)
    with unpacking(file, "workbook"):
        return CalamineWorkbook.from_filelike(stream)
