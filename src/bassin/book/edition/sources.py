"""The sources of an edition: settings, contents, pages and executed chapters in one language."""

from __future__ import annotations

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import nbformat
import yaml

from bassin.book.edition.prose import say_notebook, saying
from bassin.book.kept import RECORD, executed
from bassin.book.project import CONFIG, put_in_words
from bassin.claims.chapters import EXECUTED, TOC, chapters, kept_at, read_chapter, toc_pages
from bassin.files.atomic import remove, write_text
from bassin.paragraphs import translated
from bassin.phrase import Phrase
from bassin.words import speaking, write

#: What an edition has of its own; of all else of the project it has links.
_OWN = {CONFIG, TOC, "book", "notebooks", "_build", ".git"}


def folder_of(root: Path, language: str) -> Path:
    """Project of an edition."""
    return root / "_build" / language


def lay_edition(root: Path, language: str) -> Path:
    """Write the project of an edition from the chapters executed for it.

    Parameters
    ----------
    root : Path
        Folder of the project; its chapters are executed, and shown again in the language.
    language : str

    Returns
    -------
    Path
        Folder of the edition.

    Raises
    ------
    BuildError
        If a chapter is not executed, or a catalogue cannot be read.
    """
    folder = folder_of(root, language)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.name != "_build":
            remove(path)
    for path in root.iterdir():
        if path.name not in _OWN:
            (folder / path.name).symlink_to(path, target_is_directory=path.is_dir())
    for path in (root / "book").iterdir():
        if path.is_dir() and path.name.startswith("_"):
            shutil.copytree(path, folder / "book" / path.name)
        elif path.is_file() and path.suffix != ".md":
            (folder / "book").mkdir(exist_ok=True)
            shutil.copyfile(path, folder / "book" / path.name)
    with speaking(language):
        write_text(folder / CONFIG, _settings(root))
        write_text(folder / TOC, _contents(root))
    for page in toc_pages(root):
        _page(root, folder, page, language)
    _executed(root, folder, language)
    return folder


def _page(root: Path, folder: Path, page: str, language: str) -> None:
    say = saying(root, language, page)
    source = root / f"{page}.md"
    if source.is_file():
        write_text(folder / f"{page}.md", translated(source.read_text(encoding="utf-8"), say))
        return
    notebook = read_chapter(root / f"{page}.ipynb")
    say_notebook(notebook, say)
    write_text(folder / f"{page}.ipynb", nbformat.writes(notebook))


def _executed(root: Path, folder: Path, language: str) -> None:
    """Keep the executed chapters of the edition, with its prose, as a build keeps them."""
    record = {}
    for name, path in chapters(root).items():
        notebook = nbformat.reads(executed(root, name, language), as_version=4)
        page = path.relative_to(root).with_suffix("").as_posix()
        say_notebook(notebook, saying(root, language, page))
        text = nbformat.writes(notebook)
        write_text(kept_at(folder / EXECUTED, name), text)
        digest = sha256(text.encode()).hexdigest()
        record[name] = {"from": digest, "kept": digest}
    write_text(folder / "_build" / RECORD, json.dumps(record, indent=1, sort_keys=True))


def _settings(root: Path) -> str:
    settings: dict[str, Any] = yaml.safe_load((root / CONFIG).read_text(encoding="utf-8"))
    settings["title"] = write(Phrase("book.title"))
    put_in_words(settings)
    return str(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True))


def _contents(root: Path) -> str:
    contents: dict[str, Any] = yaml.safe_load((root / TOC).read_text(encoding="utf-8"))
    for part in contents.get("parts", []):
        slug = re.sub(r"\W+", "_", part["caption"].lower())
        part["caption"] = write(Phrase(f"part.{slug}"))
    return str(yaml.safe_dump(contents, sort_keys=False, allow_unicode=True))
