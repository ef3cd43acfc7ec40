"""A book of its own inside ``_build``: settings, links to the project's data, some notebooks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import yaml

from bassin.book.build import LOCK, build
from bassin.book.tables import shared_tables
from bassin.claims.chapters import TOC
from bassin.errors import BuildError
from bassin.files.atomic import lock, remove, write_text
from bassin.phrase import Phrase
from bassin.words import LANGUAGES, current, write

#: What it has of the project itself, by links.
LINKED = ("data", "src", "requirements.lock", "pyproject.toml", "reproduction.json")
CONFIG = "_config.yml"
FIRST = "index"
#: Settings of Sphinx that are words, and their phrases.
SAID = {
    "nb_code_prompt_show": "page.show_code",
    "nb_code_prompt_hide": "page.hide_code",
}


def build_within(
    root: Path, folder: Path, write_project: Callable[[], None], *, fast: bool
) -> Path:
    """Write the project of a book and build it, with the tables that such books share.

    Parameters
    ----------
    root : Path
        Folder of the whole project.
    folder : Path
        Of the project of the book.
    write_project : callable
        Writes it, as :func:`lay`.
    fast : bool
        As :func:`bassin.book.build.build`.

    Returns
    -------
    Path
        Folder of its pages.

    Raises
    ------
    BuildError
        As :func:`bassin.book.build.build`; or if the project cannot be written.
    LockedError
        If another process is building it.
    """
    # Its notebooks are written anew: not those of a build that is running.
    with lock(folder / LOCK, write(Phrase("book.building"))):
        try:
            write_project()
            tables = shared_tables(root)
        except OSError as error:
            raise BuildError(f"{folder}: the project could not be written: {error}") from error
        return build(folder, fast=fast, tables=tables)


def lay(
    root: Path,
    folder: Path,
    notebooks: Mapping[str, nbformat.NotebookNode],
    *,
    title: Phrase,
    part: Phrase,
) -> None:
    """Write the project of a book: settings, contents, notebooks, what it has by links.

    What has not changed is left as it was, so that a second build is quick.

    Parameters
    ----------
    root : Path
        Folder of the whole project.
    folder : Path
        Where to write.
    notebooks : mapping
        Stem of a file to its notebook, in the order of the pages; one is :data:`FIRST`.
    title, part : Phrase
        What the book is called, and its one part.

    Raises
    ------
    BuildError
        If a file or a folder is where a link is due, or there is no first page.
    OSError
        If it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in LINKED:
        _link(root / name, folder / name)
    if (folder / "book").is_symlink():  # nothing is deleted in what it leads to
        remove(folder / "book")
    static = folder / "book" / "_static"
    remove(static)
    shutil.copytree(root / "book" / "_static", static)
    write_text(folder / CONFIG, _settings(root, title))
    written = folder / "notebooks"
    remove(written)
    written.mkdir()
    for name, notebook in notebooks.items():
        nbformat.write(notebook, written / f"{name}.ipynb")
    if FIRST not in notebooks:
        raise BuildError(f"{folder}: no {FIRST}.ipynb among its notebooks, the first page.")
    write_text(folder / TOC, _contents([name for name in notebooks if name != FIRST], part))


def _link(target: Path, link: Path) -> None:
    """Link to a part of the project; a link that leads elsewhere is replaced, and nothing else."""
    if link.is_symlink():
        if link.readlink() == target:
            return
        link.unlink()
    elif link.exists():
        raise BuildError(f"{link}: a link to {target} is due here. Move what is there away.")
    link.symlink_to(target, target_is_directory=target.is_dir())


def _settings(root: Path, title: Phrase) -> str:
    """The book's settings, of which the title is another, and the bibliography is left out."""
    settings: dict[str, Any] = yaml.safe_load((root / CONFIG).read_text(encoding="utf-8"))
    settings["title"] = write(title)
    settings.pop("bibtex_bibfiles", None)
    own = settings["sphinx"]["config"]
    settings["sphinx"]["config"] = {k: v for k, v in own.items() if not k.startswith("bibtex")}
    put_in_words(settings)
    return str(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True))


def put_in_words(settings: dict[str, Any]) -> None:
    """Put those settings of a book that are words, but its title, in the language spoken, in place.

    Parameters
    ----------
    settings : dict
        As ``_config.yml`` has them.
    """
    language = current().code
    settings["author"] = write(Phrase("summary.author"))
    own = settings["sphinx"]["config"]
    own["language"] = language
    own |= {name: write(Phrase(key)) for name, key in SAID.items()}
    own["html_theme_options"]["search_bar_text"] = write(Phrase("page.search"))
    own["numfig_format"] = {
        kind: write(Phrase(f"page.{kind}", number="%s")) for kind in ("figure", "table")
    }
    if language != LANGUAGES[0]:  # the menu of a formula is in English alone
        own["mathjax3_config"] = {"options": {"enableMenu": False}}


def _contents(names: list[str], part: Phrase) -> str:
    chapters = [{"file": f"notebooks/{name}"} for name in names]
    parts = [{"caption": write(part), "numbered": True, "chapters": chapters}]
    contents = {"format": "jb-book", "root": f"notebooks/{FIRST}", "parts": parts}
    return str(yaml.safe_dump(contents, sort_keys=False, allow_unicode=True))
