"""The executed chapters that are kept, and the record of what each was executed from."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from bassin.book.digests import chapter_digest, library_digest, reader_digest
from bassin.book.environment import build_environment, list_fonts, source_date
from bassin.book.execute import Run, cores, execute
from bassin.claims.chapters import EXECUTED, chapters, kept_at, read_chapter, reads_chapters
from bassin.errors import BuildError
from bassin.files.atomic import remove, write_text
from bassin.files.shared import FOLDER
from bassin.phrase import Phrase
from bassin.words import write
from bassin.words.language import EDITION, edition

#: Under ``_build``: digests of what each chapter was executed from, and of what is kept of it.
RECORD = "chapters.json"
#: Beside it: seconds that each chapter took when it was last executed, by chapter.
SECONDS = "seconds.json"
#: Beside it, while chapters are executed: the tables that they read once for all.
TABLES = ".tables"


def run_chapters(
    root: Path,
    *,
    fast: bool = False,
    env: Mapping[str, str] | None = None,
    tables: Path | None = None,
    again: str = "",
) -> list[Run]:
    """Execute the chapters and keep them in ``_build/executed``, from where the pages are written.

    Those that read what the others show begin first and wait for them, the longest of the others
    begins next. ``_build/chapters.json`` holds, for each chapter that succeeded, the digest of what
    it was executed from and that of what is kept. It is written anew as each ends.

    Parameters
    ----------
    root : Path
        Folder of the project.
    fast : bool
        Leave out the chapters for which nothing has changed since they last succeeded, and whose
        executed notebook is as it was. One that cannot be read counts as absent. A chapter that
        reads the others is executed with them, and whenever what is kept of one is another.
    env : mapping of str to str, optional
        Environment of the kernels; :func:`build_environment` of now by default.
    tables : Path, optional
        Folder of the tables that chapters share, where it is to last and to be shared by builds of
        one state of the library; by default one that begins empty and does not last.
    again : str, optional
        Language in which what they show is kept too, as :func:`bassin.book.execute.execute`.

    Returns
    -------
    list of Run
        The chapters that were executed.

    Raises
    ------
    BuildError
        With the traceback of each chapter that raised. Those that read them are given up then.
    """
    env = env or build_environment(root, source_date(root))
    shared = library_digest(root)
    language = env.get(EDITION) or edition()
    every = chapters(root)
    record = _Record.of(root, every if fast else {}, again)
    own = {name: chapter_digest(path, shared, language) for name, path in every.items()}
    readers = [name for name, path in every.items() if reads_chapters(read_chapter(path))]
    others = [name for name in every if name not in readers]

    def source(name: str) -> str:
        """Digest of what a chapter is executed from; of a reader, once the others are kept."""
        if name not in readers:
            return own[name]
        return reader_digest(own[name], {n: record.entries[n]["kept"] for n in others})

    due = [name for name in others if not record.stands(name, own[name])]
    due += [name for name in readers if due or not record.stands(name, source(name))]
    if fast:
        print(write(Phrase("book.keeping", n=len(every) - len(due))), flush=True)
    begun = {name: every[name] for name in _in_order(root, due, readers)}
    record.forget(begun)
    if not begun:
        return []
    list_fonts(env)
    with nullcontext(tables) if tables else _tables(root) as folder:
        return record.execute(begun, readers, source, {**env, FOLDER: str(folder)})


@contextmanager
def _tables(root: Path) -> Iterator[Path]:
    """A folder that begins empty and does not last; one that a killed build left is taken away."""
    folder = root / "_build" / TABLES
    remove(folder)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        remove(folder)


def _in_order(root: Path, due: Iterable[str], readers: Iterable[str]) -> list[str]:
    """Chapters in the order to begin them: the readers, then what took longest.

    One begun last is waited for alone. One that never ran comes by its length, before the others.
    """
    known = read_json(root / "_build" / SECONDS)
    seconds = {name: took for name, took in known.items() if isinstance(took, int | float)}
    paths = chapters(root)

    def place(name: str) -> tuple[bool, float, int]:
        cells = sum(cell.cell_type == "code" for cell in read_chapter(paths[name]).cells)
        return name not in readers, -seconds.get(name, math.inf), -cells

    return sorted(due, key=place)


def executed(root: Path, chapter: str, again: str = "") -> str:
    """Read the executed notebook that is kept of a chapter.

    Parameters
    ----------
    root : Path
        Folder of the project.
    chapter : str
    again : str, optional
        The language that what it shows was kept in too; the one it was executed in by default.

    Raises
    ------
    BuildError
        If there is none, or it is not the one that was kept, as after an edit by hand.
    """
    return _read_kept(root, chapter, read_json(root / "_build" / RECORD).get(chapter), again)


@dataclass
class _Record:
    """What is known of the kept chapters of a project, and written as it changes."""

    root: Path
    entries: dict[str, Any] = field(default_factory=dict)
    again: str = ""

    @classmethod
    def of(cls, root: Path, known: Iterable[str], again: str = "") -> _Record:
        """What was written of some chapters."""
        before = read_json(root / "_build" / RECORD)
        return cls(root, {name: before[name] for name in known if name in before}, again)

    def write(self) -> None:
        """Write it anew."""
        text = json.dumps(self.entries, indent=1, sort_keys=True)
        write_text(self.root / "_build" / RECORD, text)

    def stands(self, chapter: str, wanted: str) -> bool:
        """Whether what is kept of a chapter is what executing it now would give."""
        entry = self.entries.get(chapter)
        if not isinstance(entry, dict) or entry.get("from") != wanted:
            return False
        try:
            _read_kept(self.root, chapter, entry)
            if self.again:
                _read_kept(self.root, chapter, entry, self.again)
        except BuildError:
            return False
        return True

    def forget(self, due: Mapping[str, Path]) -> None:
        """Delete what is kept of the chapters that are to be executed."""
        remove(self.root / "_build" / RECORD)
        for name in due:
            self.entries.pop(name, None)
            remove(kept_at(self.root / EXECUTED, name))
        self.write()

    def execute(
        self,
        due: Mapping[str, Path],
        readers: Collection[str],
        source: Callable[[str], str],
        env: Mapping[str, str],
    ) -> list[Run]:
        """Execute chapters side by side, and keep those that succeed, with their sources."""
        print(write(Phrase("book.executing", n=len(due), cores=cores())), flush=True)

        def note(run: Run) -> None:
            if run.kept:
                other = {self.again: run.again} if run.again else {}
                own = {"from": source(run.chapter), "kept": run.kept}
                self.entries[run.chapter] = own | other
                self.write()

        where = self.root / EXECUTED
        found = execute(due, where, readers=readers, env=env, again=self.again, ended=note)
        runs = sorted(found, key=lambda run: run.chapter)
        took = {run.chapter: round(run.seconds, 1) for run in runs if run.kept}
        path = self.root / "_build" / SECONDS
        write_text(path, json.dumps(read_json(path) | took, indent=1, sort_keys=True))
        failed = [f"{run.chapter} raised:\n{run.traceback}" for run in runs if run.traceback]
        if failed:
            raise BuildError("\n".join(failed))
        return runs


def _read_kept(root: Path, chapter: str, entry: object, again: str = "") -> str:
    path = kept_at(root / EXECUTED / again, chapter)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BuildError(f"{path}: {error.strerror}. Build the book again.") from None
    if not isinstance(entry, dict) or entry.get(again or "kept") != sha256(content).hexdigest():
        raise BuildError(
            f"{path}: not what the chapter printed when it was executed, so it is not published. "
            "Build the book again: the chapter is then executed anew."
        )
    return content.decode()


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; an empty one where there is none, or nothing that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
