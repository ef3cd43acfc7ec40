"""The pages of the atlas: a book of its own, from the notebooks of ``notebooks/atlas``.

It is a project in ``_build/atlas/pages`` and is built as the book is, in each language; its pages
take what they work out from one another.
"""

from __future__ import annotations

from pathlib import Path

from bassin.book.atlas.data import ATLAS
from bassin.book.project import Titles, lay
from bassin.book.within import build_within
from bassin.claims.chapters import read_chapter
from bassin.files.atomic import write_text
from bassin.files.root import project_root
from bassin.phrase import Phrase
from bassin.topics.atlas.gathered import SUMMARIES

#: Where the notebooks of the atlas lie, and where its pages are built.
NOTEBOOKS, PAGES = Path("notebooks", "atlas"), "pages"
TITLES = Titles(Phrase("atlas.book"), (Phrase("atlas.part"),))


def build_atlas(root: Path | None = None, *, fast: bool = True) -> Path:
    """Build the pages of the atlas.

    Parameters
    ----------
    root : Path, optional
        Folder of the project; the current one by default.
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
        If another process is building them.
    """
    root = Path(root or project_root()).resolve()
    folder = root / ATLAS / PAGES
    return build_within(root, folder, lambda: write_project(root, folder), TITLES, fast=fast)


def write_project(root: Path, folder: Path) -> None:
    """Write the project of the atlas, and the list of the summaries that are built.

    Parameters
    ----------
    root : Path
        Folder of the whole project.
    folder : Path
        Where to write.

    Raises
    ------
    BuildError, OSError
        As :func:`bassin.book.project.lay`.
    """
    found = {path.stem: read_chapter(path) for path in sorted((root / NOTEBOOKS).glob("*.ipynb"))}
    lay(root, folder, NOTEBOOKS, found, TITLES)
    built = sorted(path.stem for path in (root / "_build" / "summaries").glob("*.pdf"))
    # Beside the notebooks: one that shows them is executed anew once there are others.
    write_text(folder / "notebooks" / SUMMARIES, "".join(f"{siren}\n" for siren in built))
