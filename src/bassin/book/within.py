"""Building a book of its own inside ``_build``: the portrait of a place, the atlas."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bassin.book.build import LOCK, build
from bassin.book.edition.pages import editions_to_build
from bassin.book.project import Titles
from bassin.book.tables import shared_tables
from bassin.errors import BuildError
from bassin.files.atomic import lock
from bassin.phrase import Phrase
from bassin.words import write


def build_within(
    root: Path, folder: Path, write_project: Callable[[], None], titles: Titles, *, fast: bool
) -> Path:
    """Write the project of a book and build it, with the tables that such books share.

    Parameters
    ----------
    root : Path
        Folder of the whole project.
    folder : Path
        Of the project of the book.
    write_project : callable
        Writes it, as :func:`bassin.book.project.lay`.
    titles : Titles
    fast : bool
        As :func:`bassin.book.build.build`.

    Returns
    -------
    Path
        Folder of its pages.

    Raises
    ------
    BuildError
        As :func:`bassin.book.build.build`; or if the project cannot be written.
    LockedError
        If another process is building it.
    """
    # Its notebooks are written anew: not those of a build that is running.
    with lock(folder / LOCK, write(Phrase("book.building"))):
        try:
            write_project()
            tables = shared_tables(root)
        except OSError as error:
            raise BuildError(f"{folder}: the project could not be written: {error}") from error
        editions = editions_to_build(folder)
        return build(folder, fast=fast, tables=tables, editions=editions, titles=titles)
