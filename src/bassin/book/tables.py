"""The tables that portraits and summaries share, from one place to the next."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bassin.files.atomic import remove
from bassin.files.shared import FOLDER, is_sharing

#: Where portraits are built, a folder each, by SIREN.
PORTRAITS = Path("_build", "portraits")
#: Beside them: tables that all places share, of one state of the library and the data.
TABLES = "tables"


def shared_tables(root: Path) -> Path:
    """Folder of the tables that places share; those of another library or data are deleted."""
    # What tells one library from another takes a second to import.
    from bassin.book.digests import library_digest

    every = root / PORTRAITS / TABLES
    own = every / library_digest(root)
    for path in every.iterdir() if every.is_dir() else ():
        if path != own:
            with suppress(OSError):  # another process may be deleting it
                remove(path)
    own.mkdir(parents=True, exist_ok=True)
    return own


@contextmanager
def sharing(root: Path) -> Iterator[None]:
    """Take national tables from other processes, and leave them for others, inside the block.

    They are those of the folder that the environment names, as a workflow has it; else those of
    :func:`shared_tables`.
    """
    if is_sharing():
        Path(os.environ[FOLDER]).mkdir(parents=True, exist_ok=True)
        yield
        return
    os.environ[FOLDER] = str(shared_tables(root))
    try:
        yield
    finally:
        del os.environ[FOLDER]
