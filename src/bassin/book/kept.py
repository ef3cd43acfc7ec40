"""The executed chapters that are kept, and the record of what each was executed from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from bassin.book.digests import chapter_digest, library_digest
from bassin.book.environment import build_environment, list_fonts, source_date
from bassin.book.execute import Run, cores, execute
from bassin.claims.chapters import EXECUTED, chapters, kept_at, read_chapter, reads_chapters
from bassin.errors import BuildError
from bassin.files.atomic import remove, write_text
from bassin.phrase import Phrase
from bassin.words import write

#: Under ``_build``: digests of what each chapter was executed from, and of what is kept of it.
RECORD = "chapters.json"


def run_chapters(
    root: Path, *, fast: bool = False, env: Mapping[str, str] | None = None
) -> list[Run]:
    """Execute the chapters and keep them in ``_build/executed``, from where the pages are written.

    Those that read what the others show are executed after them. ``_build/chapters.json`` holds,
    for each chapter that succeeded, the digest of what it was executed from and that of what is
    kept. It is written anew as each ends.

    Parameters
    ----------
    root : Path
        Folder of the project.
    fast : bool
        Leave out the chapters for which nothing has changed since they last succeeded, and whose
        executed notebook is as it was. One that cannot be read counts as absent. For a chapter that
        reads the others, what they show counts too.
    env : mapping of str to str, optional
        Environment of the kernels; :func:`build_environment` of now by default.

    Returns
    -------
    list of Run
        The chapters that were executed.

    Raises
    ------
    BuildError
        With the traceback of each chapter that raised. Those that read them are not executed then.
    """
    env = env or build_environment(root, source_date(root))
    shared = library_digest(root)
    record = _Record.of(root, chapters(root) if fast else {})
    others: dict[str, str] = {}
    runs: list[Run] = []
    for group in _in_order(chapters(root)):
        digests = {name: chapter_digest(path, shared, others) for name, path in group.items()}
        due = {name: group[name] for name in group if not record.stands(name, digests[name])}
        if fast:
            kept = len(group) - len(due)
            print(write(Phrase("book.keeping", n=kept)), flush=True)
        record.forget(due)
        if due and not runs:
            list_fonts(env)
        runs += record.execute(due, digests, env)
        others = {name: record.entries[name]["kept"] for name in group}
    return runs


def _in_order(every: Mapping[str, Path]) -> list[dict[str, Path]]:
    """Chapters that may run side by side, then those that read what these show."""
    reads = {name: reads_chapters(read_chapter(path)) for name, path in every.items()}
    groups = [{n: every[n] for n in every if reads[n] is later} for later in (False, True)]
    return [group for group in groups if group]


def executed(root: Path, chapter: str) -> str:
    """Read the executed notebook that is kept of a chapter.

    Raises
    ------
    BuildError
        If there is none, or it is not the one that was kept, as after an edit by hand.
    """
    return _read_kept(root, chapter, read_json(root / "_build" / RECORD).get(chapter))


@dataclass
class _Record:
    """What is known of the kept chapters of a project, and written as it changes."""

    root: Path
    entries: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path, known: Iterable[str]) -> _Record:
        """What was written of some chapters."""
        before = read_json(root / "_build" / RECORD)
        return cls(root, {name: before[name] for name in known if name in before})

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
        self, due: Mapping[str, Path], digests: Mapping[str, str], env: Mapping[str, str]
    ) -> list[Run]:
        """Execute chapters side by side, and keep those that succeed."""
        if not due:
            return []
        print(write(Phrase("book.executing", n=len(due), cores=cores())), flush=True)

        def note(run: Run) -> None:
            if run.kept:
                self.entries[run.chapter] = {"from": digests[run.chapter], "kept": run.kept}
                self.write()

        runs = list(execute(due, self.root / EXECUTED, env=env, ended=note))
        failed = [f"{run.chapter} raised:\n{run.traceback}" for run in runs if run.traceback]
        if failed:
            raise BuildError("\n".join(failed))
        return runs


def _read_kept(root: Path, chapter: str, entry: object) -> str:
    path = kept_at(root / EXECUTED, chapter)
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


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; an empty one where there is none, or nothing that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
