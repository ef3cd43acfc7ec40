"""From raw files to the pages of the book, in one go and with nothing taken on trust.

The raw files are verified, the chapters executed side by side, the pages written from their
outputs, and the pages checked. Any fault on the way stops the build.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from sphinx_external_toc.parsing import parse_toc_yaml

from bassin.errors import BassinError
from bassin.execute import ANSI, Run, code_cells, cores, execute, is_cached
from bassin.site import check_html
from bassin.sources import RAW, Sources, project_root

FALLBACK_EPOCH = "1767225600"  # 2026-01-01, where there is no commit to take the date of
READS_CHAPTERS = "study.ledger"  # in the code of a chapter whose outputs depend on the others
NO_SOURCE = ("__pycache__", ".ipynb_checkpoints", ".DS_Store")


class BuildError(BassinError):
    """The book could not be built; the message lists every fault of the step that failed."""


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


def build_environment(root: Path) -> dict[str, str]:
    """Environment of the kernels and of Sphinx: this one, less what a reader's own settings change.

    The date is fixed, and the settings that IPython and matplotlib keep in the home folder give way
    to empty ones under ``_build``.
    """
    settings = root / "_build" / ".settings"
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": source_date(root),
        "BASSIN_ROOT": str(root),
        "IPYTHONDIR": str(settings / "ipython"),
        "MPLCONFIGDIR": str(settings / "matplotlib"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # Kernels run side by side, one a core: threads of the linear algebra would only queue.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def toc_pages(root: Path) -> list[str]:
    """Names of the pages of ``_toc.yml``, in its order: relative to the root, with no extension."""
    return list(parse_toc_yaml(root / "_toc.yml"))


def chapters(root: Path) -> dict[str, Path]:
    """Path of each notebook of the table of contents, by its stem."""
    notebooks = (root / f"{page}.ipynb" for page in toc_pages(root))
    return {path.stem: path for path in notebooks if path.is_file()}


def digest(root: Path, parts: Iterable[str], *more: str) -> str:
    """SHA-256 of the files under some paths, their names included.

    Parameters
    ----------
    root : Path
        Folder the paths are relative to.
    parts : iterable of str
        Files, or folders to walk; an absent one counts as empty. The raw files are left out: their
        hashes are in the manifest, and they are verified before anything is built.
    more : str
        Further text to take into account.
    """
    raw = root / "data" / RAW
    files: set[Path] = set()
    for part in parts:
        path = root / part
        files.update(path.rglob("*") if path.is_dir() else [path])
    total = hashlib.sha256()
    for path in sorted(files):
        name = path.relative_to(root)
        if not path.is_file() or path.is_relative_to(raw) or set(name.parts) & set(NO_SOURCE):
            continue
        total.update(f"{name.as_posix()}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    for text in more:
        total.update(f"\0{text}".encode())
    return total.hexdigest()


def library_digest(root: Path) -> str:
    """Digest of all that a chapter's outputs depend on besides its own code cells."""
    parts = ["src/bassin", "data", "book/_static/vendor", "requirements.lock"]
    return digest(root, parts, platform.python_version())


def chapter_digest(path: Path, library: str) -> str:
    """Digest of a chapter's code cells and of :func:`library_digest`.

    The ledger lists what each chapter cites, so that their code cells count for it too.
    """
    cells = [[cell.source, cell.metadata] for cell in code_cells(path)]
    if any(READS_CHAPTERS in source for source, _ in cells):
        for other in sorted(path.parent.glob("*.ipynb")):
            cells += [[cell.source, cell.metadata] for cell in code_cells(other)]
    return hashlib.sha256(json.dumps([library, cells], sort_keys=True).encode()).hexdigest()


def book_digest(root: Path) -> str:
    """Digest of all that the built pages depend on."""
    parts = ["notebooks", "book", "_config.yml", "_toc.yml"]
    return digest(root, parts, library_digest(root), source_date(root))


def is_current(root: Path) -> bool:
    """Whether ``_build/html`` is what a full build would write now."""
    stamp = root / "_build" / "built-from"
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == book_digest(root)


def build(root: Path | None = None, *, fast: bool = False) -> Path:
    """Build the book into ``_build/html``.

    Parameters
    ----------
    root : Path, optional
        Folder of the project; the current one by default.
    fast : bool
        Keep the outputs of the chapters that neither their own code cells nor ``src/``, ``data/``
        or ``requirements.lock`` have changed for. By default everything is executed anew.

    Returns
    -------
    Path
        Folder of the pages.

    Raises
    ------
    BuildError
        If a raw file is not the one listed, a chapter raises, Sphinx warns, or a page is faulty.
    """
    require_jupyter_book_1(version("jupyter-book"))
    root = Path(root or project_root()).resolve()
    out = root / "_build"
    start = time.monotonic()
    verify_sources(root)
    for stale in ("html", "jupyter_execute", ".doctrees"):
        shutil.rmtree(out / stale, ignore_errors=True)
    (out / "built-from").unlink(missing_ok=True)
    run_chapters(root, fast=fast)
    write_pages(root)
    faults = check_html(out / "html", toc_pages(root))
    if faults:
        raise BuildError("\n".join(["The pages have faults:", *faults]))
    if not fast:
        (out / "built-from").write_text(book_digest(root), encoding="utf-8")
    print(f"Built in {time.monotonic() - start:.0f} s: {out / 'html' / 'index.html'}")
    return out / "html"


def verify_sources(root: Path) -> None:
    """Compare every raw file with the manifest, and list what differs in the error."""
    sources = Sources(root / "data")
    faults = sources.verify()
    if faults:
        raise BuildError("\n".join(["The raw files are not those listed:", *map(str, faults)]))
    print(f"{len(sources.manifest)} raw files verified", flush=True)


def run_chapters(root: Path, *, fast: bool = False) -> list[Run]:
    """Execute the chapters into ``_build/.jupyter_cache``, where the pages find their outputs.

    Parameters
    ----------
    root : Path
        Folder of the project.
    fast : bool
        Leave out the chapters for which nothing has changed since they last succeeded.

    Returns
    -------
    list of Run
        The chapters that were executed.
    """
    out = root / "_build"
    cache, record = out / ".jupyter_cache", out / "chapters.json"
    env = build_environment(root)
    library = library_digest(root)
    due = chapters(root)
    digests = {name: chapter_digest(path, library) for name, path in due.items()}
    known: dict[str, str] = {}
    if fast and record.is_file():
        known = json.loads(record.read_text(encoding="utf-8"))
        kept = {n for n, p in due.items() if known.get(n) == digests[n] and is_cached(p, cache)}
        due = {name: path for name, path in due.items() if name not in kept}
        print(f"Keeping {len(kept)} chapter(s) that nothing has changed for", flush=True)
    else:
        shutil.rmtree(cache, ignore_errors=True)
    if not due:
        return []
    # The first import of matplotlib.pyplot lists the fonts, and says so on a slow machine: not in a
    # chapter, where it would count as a warning.
    subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], env=env, check=True)
    print(f"Executing {len(due)} chapter(s) on {cores()} core(s)", flush=True)
    # The last chapter runs the checks of all the others: begun last, it would be waited for alone.
    due = dict(reversed(due.items()))
    runs = list(execute(due, cache, env=env))
    known |= {run.chapter: digests[run.chapter] for run in runs if not run.traceback}
    record.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
    failed = [f"{run.chapter} raised:\n{run.traceback}" for run in runs if run.traceback]
    if failed:
        raise BuildError("\n".join(failed))
    return runs


def write_pages(root: Path) -> None:
    """Write the pages from the cached outputs; a warning is an error.

    Raises
    ------
    BuildError
        With the warnings and errors that Jupyter Book and Sphinx printed.
    """
    print(f"Writing {len(toc_pages(root))} pages", flush=True)
    program = "from jupyter_book.cli.main import main; main()"
    command = [sys.executable, "-c", program, "build", str(root)]
    command += ["--all", "-W", "-n", "--keep-going", "-q"]
    done = subprocess.run(
        command,
        cwd=root,
        env=build_environment(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise BuildError(f"Jupyter Book found faults:\n{_without_wrapper(done.stdout)}")
    # Sphinx's note to itself, for a next build that starts from nothing; it varies with Python.
    (root / "_build" / "html" / ".buildinfo").unlink(missing_ok=True)


def _without_wrapper(printed: str) -> str:
    """Cut from the output the traceback that Jupyter Book ends with, for a warning even."""
    plain = ANSI.sub("", printed)
    kept, cut, _ = plain.partition("\nThe above exception was the direct cause")
    return kept if cut else plain.partition("\nTraceback (most recent call last)")[0]
