"""Tables that the chapters of one build read once for all, each chapter in a process of its own.

A build names a folder in the environment of its chapters, empty at its start and gone at its end.
The first chapter that reads a table leaves it there; another takes it from there, once the files it
was read from are found to have the bytes that it was read from. It rests on these files as if it
had parsed them. Without a folder, as in Jupyter, every process reads for itself.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pandas as pd

from bassin.files.sources import STUDY, Sources

#: Name of the folder in the environment.
FOLDER = "BASSIN_TABLES"


def taken(sources: Sources, call: str) -> Any:
    """Table of a reader's call that another process has left; ``None`` where none has.

    Whoever records rests on its files.

    Raises
    ------
    SourceError
        If one of its files is no longer the one listed.
    """
    path = _path(sources, call)
    if path is None:
        return None
    try:
        files, table = pickle.loads(path.read_bytes())
    except OSError:
        return None
    if _digests(sources, files) != files:
        return None
    for file in files:
        if not file.startswith(f"{STUDY}/"):
            sources.read(file)
    return table


def left(
    sources: Sources, call: str, table: pd.DataFrame | pd.Series, files: Iterable[str]
) -> None:
    """Leave a table for the other processes of the build, with the files that it rests on."""
    path = _path(sources, call)
    if path is None:
        return
    content = pickle.dumps((_digests(sources, files), table), pickle.HIGHEST_PROTOCOL)
    # A build that ends takes its folder away; who is late has nobody to leave anything to.
    with suppress(OSError), NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
        file.close()
        Path(file.name).replace(path)


def _path(sources: Sources, call: str) -> Path | None:
    """Where the table of a call lies; of files that are read in place of others nowhere."""
    folder = os.environ.get(FOLDER)
    if not folder or sources.replaces:
        return None
    name = f"{sources.root.resolve()}\n{call}"
    return Path(folder) / sha256(name.encode()).hexdigest()


def _digests(sources: Sources, files: Iterable[str]) -> dict[str, str]:
    """SHA-256 of files: of raw ones the one listed, to which they are held when they are read."""
    return {
        file: sha256(sources.transcription(file.removeprefix(f"{STUDY}/"))).hexdigest()
        if file.startswith(f"{STUDY}/")
        else str(sources.describe(file)["sha256"])
        for file in sorted(files)
    }
