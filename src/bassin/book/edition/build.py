"""The book in another language: chapters executed once for both, pages written for it."""

from __future__ import annotations

import time
from pathlib import Path

from bassin.book.build import LOCK, verify_sources
from bassin.book.edition.faithful import faults
from bassin.book.edition.sources import folder_of, lay_edition
from bassin.book.environment import build_environment, source_date
from bassin.book.kept import run_chapters
from bassin.book.pages import BESIDE, write_pages
from bassin.book.site import check_html
from bassin.claims.chapters import toc_pages
from bassin.errors import BuildError
from bassin.files.atomic import lock, remove, replace_folder
from bassin.files.root import project_root
from bassin.phrase import Phrase
from bassin.words import LANGUAGES, speaking, write
from bassin.words.language import EDITION


def build_edition(
    language: str, root: Path | None = None, *, fast: bool = False, partial: bool = False
) -> Path:
    """Build the book in another language into ``_build/<language>/html``.

    Chapters are executed once, for the first language and for this one. Nothing runs where they
    are as they were, and were executed for both.

    Parameters
    ----------
    language : str
        Of :data:`bassin.words.LANGUAGES`, but the first.
    root : Path, optional
        Folder of the project; the current one by default.
    fast : bool
        As :func:`bassin.book.build.build`.
    partial : bool
        Leave in English what has no translation, in place of refusing it.

    Returns
    -------
    Path
        Folder of the pages.

    Raises
    ------
    BuildError
        As :func:`bassin.book.build.build`; or if a paragraph is not translated, or its translation
        is of an older one or lacks a number, a value, a reference or a link of it.
    LockedError
        If another process is building the book.
    """
    root = Path(root or project_root()).resolve()
    start = time.monotonic()
    verify_sources(root)
    with lock(root / "_build" / LOCK, write(Phrase("book.building"))) as inherited:
        if not partial:
            refuse_incomplete(root, language)
        date = source_date(root)
        env = {**build_environment(root, date), EDITION: LANGUAGES[0]}
        run_chapters(root, fast=fast, env=env, again=language)
        folder = lay_edition(root, language)
        spoken = {**build_environment(folder, date), EDITION: language}
        with speaking(language):
            pages = write_pages(folder, inherited=inherited, env=spoken)
            found = check_html(pages, toc_pages(root))
        if found:
            raise BuildError("\n".join([f"The pages, left in {pages}, have faults:", *found]))
        html = folder_of(root, language) / "_build" / "html"
        replace_folder(html, pages)
        remove(folder / "_build" / BESIDE)
    page = str(html / "index.html")
    print(write(Phrase("book.built", seconds=time.monotonic() - start, page=page)))
    return html


def refuse_incomplete(root: Path, language: str) -> None:
    """Refuse catalogues that lack a paragraph, or say another than the page does.

    Raises
    ------
    BuildError
        What each lacks.
    """
    found = [fault for page in toc_pages(root) for fault in faults(root, language, page)]
    if found:
        listed = [write(fault.said) for fault in found]
        raise BuildError("\n".join([write(Phrase("translation.faults", n=len(found))), *listed]))
