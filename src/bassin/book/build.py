"""From raw files to the pages of the book, in one go and with nothing taken on trust.

The raw files are verified, the chapters executed side by side, the pages written from their
outputs, and the pages checked. Any fault on the way stops the build.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.metadata import distributions, version
from pathlib import Path
from typing import Any

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from sphinx_external_toc.parsing import parse_toc_yaml

from bassin.book.execute import ANSI, Run, cores, execute, kept_at, read_chapter
from bassin.book.site import check_html
from bassin.errors import BassinError
from bassin.files.atomic import (
    lock,
    remove,
    replace_folder,
    restore_folder,
    undisturbed,
    write_text,
)
from bassin.files.sources import RAW, Sources, project_root

FALLBACK_EPOCH = "1767225600"  # 2026-01-01, where there is no commit to take the date of
READS_CHAPTERS = "Ledger.of("  # in the code of a chapter whose outputs depend on the others
HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
# What is under _build besides html, the pages.
LOCK = ".lock"  # held by who builds the pages or reads them
STAMP = "built-from"  # digests of the sources and of the pages, after a full build
KEPT = "executed"  # the chapters with their outputs
RECORD = "chapters.json"  # digests of what each was executed from, and of what is kept
BESIDE = "next"  # the pages that are being written
#: Files of the root that a page offers to download.
SHIPPED = ("README.md", "CITATION.cff", "LICENSE", "LICENSE-DATA.md")
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


def build_environment(root: Path, date: str) -> dict[str, str]:
    """Environment of the kernels and of Sphinx: this one, less what a reader's own settings change.

    The date is given, as by :func:`source_date`, and the settings that IPython and matplotlib keep
    in the home folder give way to empty ones under ``_build``.
    """
    settings = root / "_build" / ".settings"
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": date,
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


def fingerprints(root: Path, parts: Iterable[str]) -> dict[str, str]:
    """SHA-256 of each file under some paths, by its name.

    Parameters
    ----------
    root : Path
        Folder the paths are relative to.
    parts : iterable of str
        Files, or folders to walk; an absent one counts as empty. The raw files are left out: their
        hashes are in the manifest, and they are verified before anything is built.
    """
    raw = root / "data" / RAW
    files: set[Path] = set()
    for part in parts:
        path = root / part
        files.update(path.rglob("*") if path.is_dir() else [path])
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.is_file()
        and not path.is_relative_to(raw)
        and not set(path.relative_to(root).parts) & set(NO_SOURCE)
    }


def digest(of: object) -> str:
    """SHA-256 of lists, mappings, texts and numbers, whatever the order of the mappings."""
    return sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()


def installed() -> dict[str, str]:
    """Version of Python and of each installed distribution, by name."""
    # Read once: `name` and `version` of a distribution would parse its description twice.
    found = [each.metadata for each in distributions()]
    versions = {f"installed {each['Name']}": each["Version"] for each in found if "Name" in each}
    return {"Python": platform.python_version(), **versions}


def kernel(name: str) -> dict[str, object] | None:
    """What is installed under the name of a kernel; None where nothing is.

    The interpreter of this environment goes by the name ``python`` in it, wherever it lies.
    """
    try:
        found: dict[str, object] = KernelSpecManager().get_kernel_spec(name).to_dict()
    except NoSuchKernel:
        return None
    command = [str(part) for part in found["argv"]]  # type: ignore[attr-defined]
    return {**found, "argv": ["python" if part == sys.executable else part for part in command]}


def library(root: Path) -> dict[str, str]:
    """Fingerprints of all that a chapter's outputs depend on besides its own notebook."""
    parts = ["src/bassin", "data", "book/_static/vendor", "requirements.lock", "pyproject.toml"]
    files = fingerprints(root, [*parts, "reproduction.json", "notebooks"])
    return installed() | {k: v for k, v in files.items() if not k.endswith(".ipynb")}


def library_digest(root: Path) -> str:
    """Digest of :func:`library`."""
    return digest(library(root))


def chapter_digest(path: Path, library: str) -> str:
    """Digest of what a chapter's outputs depend on.

    That is its code cells, its headings (exhibits are listed under them), its kernel and
    :func:`library_digest`. The ledger lists what each chapter cites, and where: for it the other
    chapters count too.
    """
    own = _outline(path)
    others: list[object] = []
    if any(READS_CHAPTERS in source for source, _ in own["code"]):
        others = [_outline(other) for other in sorted(path.parent.glob("*.ipynb"))]
    return digest([library, own, others])


def _outline(path: Path) -> dict[str, Any]:
    """Code, headings and kernel of a notebook."""
    notebook = read_chapter(path)
    name = notebook.metadata.get("kernelspec", {}).get("name", "python3")
    prose = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return {
        "code": [[c.source, c.metadata] for c in notebook.cells if c.cell_type == "code"],
        "headings": [line for text in prose for line in HEADING.findall(text)],
        "metadata": notebook.metadata,
        "kernel": kernel(name),
    }


def book_sources(root: Path) -> dict[str, str]:
    """Fingerprints of all that the built pages depend on."""
    files = fingerprints(root, ["notebooks", "book", "_config.yml", "_toc.yml", *SHIPPED])
    kernels = {f"kernel of {name}": digest(_outline(p)) for name, p in chapters(root).items()}
    return library(root) | files | kernels | {"date": source_date(root)}


def book_digest(root: Path) -> str:
    """Digest of :func:`book_sources`."""
    return digest(book_sources(root))


def pages_digest(html: Path) -> str:
    """Digest of built pages, all their files together."""
    return digest(fingerprints(html, ["."]))


def is_current(root: Path) -> bool:
    """Whether ``_build/html`` is what a full build would write now, and nobody has touched it."""
    html = root / "_build" / "html"
    stamp = _read_json(root / "_build" / STAMP)
    if stamp.keys() != {"sources", "pages"} or not html.is_dir():
        return False
    return stamp == {"sources": book_digest(root), "pages": pages_digest(html)}


def build(root: Path | None = None, *, fast: bool = False) -> Path:
    """Build the book into ``_build/html``.

    The pages are written beside those of the last build, and take their place once they are found
    to be without fault. Whatever stops the build leaves the last pages as they were.

    Parameters
    ----------
    root : Path, optional
        Folder of the project; the current one by default.
    fast : bool
        Keep the outputs of the chapters for which nothing has changed: their code and headings,
        ``src/``, ``data/``, what else lies beside them, what is installed. By default everything is
        executed anew.

    Returns
    -------
    Path
        Folder of the pages.

    Raises
    ------
    BuildError
        If a raw file is not the one listed, a chapter raises, Sphinx warns, a page is faulty, or a
        source changes meanwhile.
    LockedError
        If another process is building the book, or reading it.
    KeyboardInterrupt
        If interrupted.
    """
    require_jupyter_book_1(version("jupyter-book"))
    root = Path(root or project_root()).resolve()
    start = time.monotonic()
    verify_sources(root)
    try:
        with lock(root / "_build" / LOCK, "building the book") as inherited:
            html = _build(root, fast=fast, inherited=inherited)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("the pages of the last build are as they were") from None
    except BrokenPipeError:
        raise  # nobody reads what is printed any more: no fault of the book
    except OSError as error:
        raise BuildError(f"The book could not be written: {error}") from error
    print(f"Built in {time.monotonic() - start:.0f} s: {html / 'index.html'}")
    return html


def _build(root: Path, *, fast: bool, inherited: tuple[int, ...]) -> Path:
    """Build the book while nobody else does."""
    out = root / "_build"
    restore_folder(out / "html")
    sources = book_sources(root)
    env = build_environment(root, sources["date"])
    run_chapters(root, fast=fast, env=env)
    pages = write_pages(root, inherited=inherited, env=env)
    faults = check_html(pages, toc_pages(root))
    if faults:
        raise BuildError("\n".join([f"The pages, left in {pages}, have faults:", *faults]))
    # A commit meanwhile changes the date and no page: these have that of the start.
    now = book_sources(root) | {"date": sources["date"]}
    changed = sorted(k for k in sources | now if sources.get(k) != now.get(k))
    if changed:
        what = "These changed while the book was being built, which is to be built again:"
        raise BuildError("\n".join([what, *changed]))
    stamp = {"sources": digest(sources), "pages": pages_digest(pages)}
    with undisturbed():
        (out / STAMP).unlink(missing_ok=True)
        replace_folder(out / "html", pages)
        if not fast:
            write_text(out / STAMP, json.dumps(stamp))
    remove(out / BESIDE)
    return out / "html"


@contextmanager
def reading(root: Path, doing: str) -> Iterator[Path]:
    """Keep the built pages from being replaced while they are read; yields their folder.

    Parameters
    ----------
    root : Path
        Folder of the project.
    doing : str
        What they are read for: a build that is refused meanwhile says so.

    Raises
    ------
    LockedError
        If the book is being built.
    """
    with lock(root / "_build" / LOCK, doing, shared=True):
        yield root / "_build" / "html"


def clean(root: Path | None = None) -> None:
    """Delete all that was built, unless it is being built or read.

    Raises
    ------
    LockedError
        If it is.
    """
    out = Path(root or project_root()).resolve() / "_build"
    if not out.exists():
        return
    with lock(out / LOCK, "deleting what was built"):
        for path in out.iterdir():
            if path.name != LOCK:
                remove(path)
        remove(out / LOCK)  # last: who comes meanwhile is kept out
    with suppress(OSError):  # something new is in it
        out.rmdir()


def verify_sources(root: Path) -> None:
    """Compare every raw file with the manifest, and list what differs in the error."""
    sources = Sources(root / "data")
    faults = sources.verify()
    if faults:
        raise BuildError("\n".join(["The raw files are not those listed:", *map(str, faults)]))
    print(f"{len(sources.manifest)} raw files verified", flush=True)


def _read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; an empty one where there is none, or nothing that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def executed(root: Path, chapter: str) -> str:
    """Read the executed notebook that is kept of a chapter.

    Raises
    ------
    BuildError
        If there is none, or it is not the one that was kept, as after an edit by hand.
    """
    entry = _read_json(root / "_build" / RECORD).get(chapter)
    path = kept_at(root / "_build" / KEPT, chapter)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BuildError(f"{path}: {error.strerror}. Build the book again.") from None
    if not isinstance(entry, dict) or entry.get("kept") != sha256(content).hexdigest():
        raise BuildError(
            f"{path}: not what the chapter printed when it was executed, so it is not published. "
            "Build the book again: the chapter is then executed anew."
        )
    return content.decode()


def run_chapters(
    root: Path, *, fast: bool = False, env: Mapping[str, str] | None = None
) -> list[Run]:
    """Execute the chapters and keep them in ``_build/executed``, from where the pages are written.

    ``_build/chapters.json`` holds, for each chapter that succeeded, the digest of what it was
    executed from and that of what is kept. It is written anew as each ends.

    Parameters
    ----------
    root : Path
        Folder of the project.
    fast : bool
        Leave out the chapters for which nothing has changed since they last succeeded, and whose
        executed notebook is as it was. One that cannot be read counts as absent.
    env : mapping of str to str, optional
        Environment of the kernels; :func:`build_environment` of now by default.

    Returns
    -------
    list of Run
        The chapters that were executed.
    """
    record, folder = root / "_build" / RECORD, root / "_build" / KEPT
    env = env or build_environment(root, source_date(root))
    shared = library_digest(root)
    due = chapters(root)
    digests = {name: chapter_digest(path, shared) for name, path in due.items()}
    known: dict[str, Any] = {}
    if fast:
        before = _read_json(record)
        known = {n: before[n] for n in due if _stands(root, n, before.get(n), digests[n])}
        due = {name: path for name, path in due.items() if name not in known}
        print(f"Keeping {len(known)} chapter(s) that nothing has changed for", flush=True)
    for stale in (record, *(kept_at(folder, name) for name in due)):
        remove(stale)
    write_text(record, json.dumps(known, indent=1, sort_keys=True))
    if not due:
        return []
    list_fonts(env)
    print(f"Executing {len(due)} chapter(s) on {cores()} core(s)", flush=True)

    def note(run: Run) -> None:
        if run.kept:
            known[run.chapter] = {"from": digests[run.chapter], "kept": run.kept}
            write_text(record, json.dumps(known, indent=1, sort_keys=True))

    # The last chapter runs the checks of all the others: begun last, it would be waited for alone.
    due = dict(reversed(due.items()))
    runs = list(execute(due, folder, env=env, ended=note))
    failed = [f"{run.chapter} raised:\n{run.traceback}" for run in runs if run.traceback]
    if failed:
        raise BuildError("\n".join(failed))
    return runs


def list_fonts(env: Mapping[str, str]) -> None:
    """Let matplotlib list the fonts, as its first import does, and say so on a slow machine.

    In a chapter that would count as a warning.
    """
    subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], env=env, check=True)


def _stands(root: Path, chapter: str, entry: object, wanted: str) -> bool:
    """Whether what is kept of a chapter is what executing it now would give."""
    if not isinstance(entry, dict) or entry.get("from") != wanted:
        return False
    try:
        executed(root, chapter)
    except BuildError:
        return False
    return True


def write_pages(
    root: Path, *, inherited: tuple[int, ...] = (), env: Mapping[str, str] | None = None
) -> Path:
    """Write the pages from the executed chapters; a warning is an error.

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
        of a chapter is not what it printed.
    """
    print(f"Writing {len(toc_pages(root))} pages", flush=True)
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
    # Sphinx's note to itself, for a next build that starts from nothing; it varies with Python.
    (beside / "html" / ".buildinfo").unlink(missing_ok=True)
    return beside / "html"


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
