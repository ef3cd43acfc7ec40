"""The pages of the book, written by Sphinx from the executed chapters."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn

from bassin.book.accessible import mend, mend_scripts
from bassin.book.digests import fingerprints
from bassin.book.environment import build_environment, source_date
from bassin.book.execute import ANSI
from bassin.book.kept import executed
from bassin.book.light import lighten
from bassin.book.offered import offer
from bassin.claims.chapters import chapters, toc_pages
from bassin.errors import BuildError
from bassin.files.atomic import remove
from bassin.phrase import Phrase
from bassin.words import write

BESIDE = "next"  # under ``_build``: the pages that are being written


def write_pages(
    root: Path, *, inherited: tuple[int, ...] = (), env: Mapping[str, str] | None = None
) -> Path:
    """Write the pages from the executed chapters, finished; a warning is an error.

    Parameters
    ----------
    root : Path
        Folder of the project.
    inherited : tuple of int
        File descriptors of the lock, which Sphinx keeps should this process be killed.
    env : mapping of str to str, optional
        Environment of Sphinx; :func:`build_environment` of now by default.

    Returns
    -------
    Path
        Folder of the pages, under ``_build/next``. Its name counts: Sphinx puts a hash of it into
        the addresses of downloads.

    Raises
    ------
    BuildError
        With the warnings and errors that Jupyter Book and Sphinx printed, or because what is kept
        of a chapter is not what it printed; or as :func:`bassin.book.light.lighten`.
    """
    html = compose(root, inherited=inherited, env=env)
    finish(root, html)
    return html


def compose(
    root: Path, *, inherited: tuple[int, ...] = (), env: Mapping[str, str] | None = None
) -> Path:
    """Write the pages from the executed chapters, as Jupyter Book does.

    Parameters, returns, raises: as :func:`write_pages`.
    """
    print(write(Phrase("book.writing", n=len(toc_pages(root)))), flush=True)
    remove(root / "_build" / BESIDE)
    beside = root / "_build" / BESIDE / "_build"
    cache = beside / ".jupyter_cache"
    _fill_cache(root, cache)
    given = fingerprints(cache, ["executed"])
    program = "from jupyter_book.cli.main import main; main()"
    command = [sys.executable, "-c", program, "build", str(root)]
    command += ["--path-output", str(beside.parent), "--all", "-W", "-n", "--keep-going", "-q"]
    done = subprocess.run(
        command,
        cwd=root,
        env=env or build_environment(root, source_date(root)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=inherited,
    )
    if done.returncode:
        raise BuildError(f"Jupyter Book found faults:\n{_without_wrapper(done.stdout)}")
    if fingerprints(cache, ["executed"]) != given:
        raise BuildError(
            "The pages were not written from what the chapters printed: a notebook, or what was "
            "kept of one, changed meanwhile. Build the book again."
        )
    return beside / "html"


def finish(root: Path, html: Path) -> None:
    """Mend what the theme wrote, make it light, and lay beside it what readers take away.

    Parameters
    ----------
    root : Path
        Folder of the project.
    html : Path
        Folder of its pages, which are changed.

    Raises
    ------
    BuildError
        As :func:`bassin.book.light.lighten`.
    """
    # Sphinx's note to itself, for a next build that starts from nothing; it varies with Python.
    (html / ".buildinfo").unlink(missing_ok=True)
    mend(path for path in html.rglob("*.html") if "_static" not in path.parts)
    mend_scripts(html / "_static")
    lighten(html)
    offer(root, html)


def _fill_cache(root: Path, cache: Path) -> None:
    """Fill a Jupyter cache with the executed chapters; Sphinx looks them up in it by their code."""
    store = get_cache(cache)
    for name, path in chapters(root).items():
        notebook = nbformat.reads(executed(root, name), as_version=4)
        # How long it took shows nowhere.
        bundle = CacheBundleIn(notebook, str(path), data={"execution_seconds": 0.0})
        store.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
    store.db.dispose()


def _without_wrapper(printed: str) -> str:
    """Cut from the output the traceback that Jupyter Book ends with, for a warning even."""
    plain = ANSI.sub("", printed)
    kept, cut, _ = plain.partition("\nThe above exception was the direct cause")
    return kept if cut else plain.partition("\nTraceback (most recent call last)")[0]
