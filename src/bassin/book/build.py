"""From raw files to the pages of the book, in one go and with nothing taken on trust.

The raw files are verified, the chapters executed side by side, the pages written from their
outputs, and the pages checked. Any fault on the way stops the build.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from importlib.metadata import version
from pathlib import Path

from bassin.book import addresses
from bassin.book.digests import book_digest, book_sources, digest, pages_digest
from bassin.book.edition.catalogue import of_book
from bassin.book.edition.faithful import refuse_incomplete
from bassin.book.edition.pages import pages_of, remove_projects, write_editions
from bassin.book.environment import build_environment, require_jupyter_book_1
from bassin.book.kept import read_json, run_chapters
from bassin.book.pages import BESIDE, write_pages
from bassin.book.project import Titles
from bassin.book.site import check_html
from bassin.claims.chapters import toc_pages
from bassin.errors import BuildError
from bassin.files.atomic import (
    lock,
    remove,
    replace_folder,
    restore_folder,
    undisturbed,
    write_text,
)
from bassin.files.root import project_root
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.words import LANGUAGES, write

# What is under _build besides html, the pages, and what bassin.book.kept and pages have there.
LOCK = ".lock"  # held by who builds the pages or reads them
STAMP = "built-from"  # digests of the sources and of the pages, after a full build


def is_current(root: Path, editions: Sequence[str] = ()) -> bool:
    """Whether ``_build/html`` is what a full build would write now, and nobody has touched it."""
    html = root / "_build" / "html"
    stamp = read_json(root / "_build" / STAMP)
    if stamp.keys() != {"sources", "pages"} or not html.is_dir():
        return False
    return stamp == {"sources": book_digest(root, editions), "pages": pages_digest(html)}


def build(
    root: Path | None = None,
    *,
    fast: bool = False,
    tables: Path | None = None,
    editions: Sequence[str] = (),
    titles: Titles | None = None,
) -> Path:
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
    tables : Path, optional
        As :func:`bassin.book.kept.run_chapters`.
    editions : sequence of str
        Languages of the pages, each of which has a folder of its own, ``_build/html/<language>``;
        the first page of the site leads to them. Chapters are executed once for all. By default
        the pages are ``_build/html``, in the language of the edition.
    titles : Titles, optional
        Of the book and its parts, where it is in several languages; those of the project by
        default.

    Returns
    -------
    Path
        Folder of the pages.

    Raises
    ------
    BuildError
        If a raw file is not the one listed, a chapter raises, Sphinx warns, a page is faulty, or a
        source changes meanwhile; or if a paragraph is not said in a language, or is said of an
        older one, or lacks a number, a value, a reference or a link of it.
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
        with lock(root / "_build" / LOCK, write(Phrase("book.building"))) as inherited:
            restore_folder(root / "_build" / "html")
            known = titles or Titles.of(root)
            html = _build(root, editions, known, fast=fast, inherited=inherited, tables=tables)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("the pages of the last build are as they were") from None
    except BrokenPipeError:
        raise  # nobody reads what is printed any more: no fault of the book
    except OSError as error:
        raise BuildError(f"The book could not be written: {error}") from error
    spent, page = time.monotonic() - start, str(html / "index.html")
    print(write(Phrase("book.built", seconds=spent, page=page)))
    return html


def _build(
    root: Path,
    editions: Sequence[str],
    titles: Titles,
    *,
    fast: bool,
    inherited: tuple[int, ...],
    tables: Path | None = None,
) -> Path:
    """Build the book while nobody else does."""
    sources = book_sources(root, editions)
    others = [code for code in editions if code != LANGUAGES[0]]
    for code in others:
        refuse_incomplete(root, code, of_book(root))
    date = sources["date"]
    env = build_environment(root, date, LANGUAGES[0] if editions else "")
    run_chapters(root, fast=fast, env=env, tables=tables, again="".join(others))
    if editions:
        pages = write_editions(root, editions, titles, date, inherited=inherited)
        wanted = pages_of(root, editions)
    else:
        pages = write_pages(root, inherited=inherited, env=env)
        wanted = toc_pages(root)
    faults = check_html(pages, wanted)
    if faults:
        raise BuildError("\n".join([f"The pages, left in {pages}, have faults:", *faults]))
    addresses.write(pages, toc_pages(root), titles.book, editions)
    _refuse_changed(root, editions, sources)
    out = root / "_build"
    stamp = {"sources": digest(sources), "pages": pages_digest(pages)}
    with undisturbed():
        (out / STAMP).unlink(missing_ok=True)
        replace_folder(out / "html", pages)
        if not fast:
            write_text(out / STAMP, json.dumps(stamp))
    remove(out / BESIDE)
    remove_projects(root, others)
    return out / "html"


def _refuse_changed(root: Path, editions: Sequence[str], before: dict[str, str]) -> None:
    """Refuse pages of which a source changed while they were being written."""
    # A commit meanwhile changes the date and no page: these have that of the start.
    now = book_sources(root, editions) | {"date": before["date"]}
    changed = sorted(k for k in before | now if before.get(k) != now.get(k))
    if changed:
        what = "These changed while the book was being built, which is to be built again:"
        raise BuildError("\n".join([what, *changed]))


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
    doing = write(Phrase("book.deleting"))
    with ExitStack() as held:
        # That of the book, and those of the portraits that lie in a folder of it.
        for path in (out / LOCK, *out.glob(f"*/*/{LOCK}")):
            held.enter_context(lock(path, doing))
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
        raise BuildError(
            "\n".join(
                ["The raw files are not those listed:", *(write(fault.said) for fault in faults)]
            )
        )
    print(write(Phrase("book.verified", n=len(sources.manifest))), flush=True)
