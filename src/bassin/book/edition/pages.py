"""The pages of a book in several languages, side by side in one site."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bassin.book.edition.sources import folder_of, lay_edition
from bassin.book.environment import build_environment
from bassin.book.pages import compose, finish
from bassin.book.project import Titles
from bassin.claims.chapters import toc_pages
from bassin.errors import BuildError
from bassin.files.atomic import remove
from bassin.phrase import Phrase
from bassin.words import LANGUAGES, speaking, write
from bassin.words.catalogues import LOCALE
from bassin.words.language import EDITION, edition

#: Folder of the site under ``_build`` while it is put together.
SITE = "site"


def languages_of(root: Path) -> tuple[str, ...]:
    """Languages that the pages of a project are said in: the first, and those with catalogues.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Examples
    --------
    >>> languages_of(Path("a project without catalogues"))
    ('en',)
    """
    others = (code for code in LANGUAGES[1:] if (root / LOCALE / code).is_dir())
    return (LANGUAGES[0], *others)


def editions_to_build(root: Path) -> tuple[str, ...]:
    """Languages to build the site of a project in: the one asked for, else each that there is.

    Parameters
    ----------
    root : Path
        Folder of the project.

    Returns
    -------
    tuple of str
        None where the project is in one language, and its site has no folders of languages.

    Raises
    ------
    BuildError
        If no catalogue of the project is in the one asked for.
    """
    several = languages_of(root)
    asked = (edition(),) if os.environ.get(EDITION) else several
    if not set(asked) <= set(several):
        raise BuildError(write(Phrase("edition.none", language=asked[0])))
    return asked if len(several) > 1 else ()


def write_editions(
    root: Path,
    editions: Sequence[str],
    titles: Titles,
    date: str,
    *,
    inherited: tuple[int, ...] = (),
) -> Path:
    """Write the pages in each language, in a folder of its own of a site.

    The languages are written side by side, a process each.

    Parameters
    ----------
    root : Path
        Folder of the project; its chapters are executed, and shown again in each language.
    editions : sequence of str
        Languages.
    titles : Titles
    date : str
        As :func:`bassin.book.environment.source_date`.
    inherited : tuple of int
        As :func:`bassin.book.pages.write_pages`.

    Returns
    -------
    Path
        Folder of the site.

    Raises
    ------
    BuildError
        As :func:`bassin.book.pages.write_pages` and
        :func:`bassin.book.edition.sources.lay_edition`.
    """
    site = root / "_build" / SITE
    remove(site)
    site.mkdir(parents=True)
    projects = {
        code: root if code == LANGUAGES[0] else lay_edition(root, code, titles) for code in editions
    }

    def written(code: str) -> Path:
        env = build_environment(projects[code], date, code, editions)
        return compose(projects[code], inherited=inherited, env=env)

    with ThreadPoolExecutor(len(projects)) as pool:
        pages = dict(zip(projects, pool.map(written, projects), strict=True))
    for code, html in pages.items():
        with speaking(code):
            finish(projects[code], html)
        html.rename(site / code)
    return site


def pages_of(root: Path, editions: Sequence[str]) -> list[str]:
    """Names of the pages of a site, as in the table of contents, in the folder of each language."""
    return [f"{code}/{page}" for code in editions for page in toc_pages(root)]


def remove_projects(root: Path, editions: Sequence[str]) -> None:
    """Delete the projects that editions were written from."""
    for code in editions:
        remove(folder_of(root, code))
