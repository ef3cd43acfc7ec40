"""What the book is built with: its Jupyter Book, its one date, the settings of what runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bassin.errors import BuildError
from bassin.words.language import EDITION, edition

FALLBACK_EPOCH = "1767225600"  # 2026-01-01, where there is no commit to take the date of
#: Variable of the environment that has the address of the site, where it is to be published.
SITE = "BASSIN_SITE"
#: Variable of the environment that lists the languages of a site that has its pages in several.
EDITIONS = "BASSIN_EDITIONS"


def site_address() -> str:
    """The address of the published site, ending in a slash; empty where none is given.

    Raises
    ------
    BuildError
        If what is given is no address of the web.
    """
    given = os.environ.get(SITE, "").strip()
    if given and not re.fullmatch(r"https?://[^\s?#\"'<>]+", given):
        raise BuildError(
            f"{SITE}={given!r} is no address of a site: write it in full, such as "
            "https://example.org/book/, or leave it unset."
        )
    return f"{given.rstrip('/')}/" if given else ""


def editions_of_site() -> list[str]:
    """Languages of the site whose pages are being written; none where it is in one alone."""
    return os.environ.get(EDITIONS, "").split()


def edition_address() -> str:
    """As :func:`site_address`, of the pages in the language of the edition.

    Raises
    ------
    BuildError
        As :func:`site_address`.
    """
    base = site_address()
    return f"{base}{edition()}/" if base and editions_of_site() else base


def require_jupyter_book_1(installed: str) -> None:
    """Refuse a Jupyter Book that cannot build this project.

    Parameters
    ----------
    installed : str
        Version of the installed ``jupyter-book``.

    Raises
    ------
    BuildError
        If it is not 1.x.
    """
    if installed.split(".")[0] != "1":
        raise BuildError(
            f"Jupyter Book {installed} is installed, and this book needs 1.x: 2.x ignores "
            "_config.yml, writes no page for it, and yet reports success. "
            "Install what requirements.lock lists."
        )


def source_date(root: Path) -> str:
    """The build's one date, in seconds since 1970: ``SOURCE_DATE_EPOCH``, else the last commit's.

    Where there is neither, as in an unpacked archive, it is a fixed date.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    try:
        log = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        found = subprocess.run(log, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return FALLBACK_EPOCH
    return found or FALLBACK_EPOCH


def build_environment(
    root: Path, date: str, language: str = "", editions: Sequence[str] = ()
) -> dict[str, str]:
    """Environment of the kernels and of Sphinx: this one, less what a reader's own settings change.

    The settings that IPython and matplotlib keep in the home folder give way to empty ones under
    ``_build``.

    Parameters
    ----------
    root : Path
        Folder of the project.
    date : str
        As by :func:`source_date`.
    language : str
        What is spoken; that of the edition by default.
    editions : sequence of str
        Languages of the site, where it is in several.
    """
    settings = root / "_build" / ".settings"
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": date,
        "BASSIN_ROOT": str(root),
        EDITION: language or edition(),
        EDITIONS: " ".join(editions),
        "IPYTHONDIR": str(settings / "ipython"),
        "MPLCONFIGDIR": str(settings / "matplotlib"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # Kernels run side by side, one a core: threads of the linear algebra would only queue.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def list_fonts(env: Mapping[str, str]) -> None:
    """Let matplotlib list the fonts, as its first import does, and say so on a slow machine.

    In a chapter that would count as a warning.
    """
    subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], env=env, check=True)
