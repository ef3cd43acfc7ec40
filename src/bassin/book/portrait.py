"""The portrait of any intercommunality: a book of its own, made from the same raw files.

It is a project in a folder of ``_build/portraits``, with the notebooks of ``notebooks/portrait``
executed for the place, and is built as the book is. Notebooks take the place as papermill passes
it: a cell tagged ``injected-parameters`` follows the one tagged ``parameters``.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
import yaml

from bassin.book.asked import PORTRAITS, find, shared_tables
from bassin.book.build import LOCK, build
from bassin.claims.chapters import TOC, read_chapter
from bassin.errors import BuildError
from bassin.files.atomic import lock, remove, write_text
from bassin.files.root import project_root
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.words import write

#: Where the notebooks of a portrait lie; those that are shown are executed copies.
NOTEBOOKS = Path("notebooks", "portrait")
#: What a portrait has of the project itself, by links.
LINKED = ("data", "src", "requirements.lock", "pyproject.toml", "reproduction.json")
CONFIG = "_config.yml"
FIRST = "index"
PARAMETERS, INJECTED = "parameters", "injected-parameters"


def build_portrait(place: str, root: Path | None = None, *, fast: bool = True) -> Path:
    """Build the portrait of a place.

    Parameters
    ----------
    place : str
        As :func:`bassin.book.asked.find`.
    root : Path, optional
        Folder of the project; the current one by default.
    fast : bool
        As :func:`bassin.book.build.build`.

    Returns
    -------
    Path
        Folder of its pages.

    Raises
    ------
    TerritoryError
        As :func:`bassin.book.asked.find`.
    BuildError
        As :func:`bassin.book.build.build`; or if the project cannot be written.
    LockedError
        If another process is building this portrait.
    """
    root = Path(root or project_root()).resolve()
    territory = find(place, Sources(root / "data"))
    folder = root / PORTRAITS / territory.code
    # Its notebooks are written anew: not those of a build that is running.
    with lock(folder / LOCK, write(Phrase("book.building"))):
        try:
            write_project(root, folder, territory)
            tables = shared_tables(root)
        except OSError as error:
            raise BuildError(f"The portrait could not be written: {error}") from error
        return build(folder, fast=fast, tables=tables)


def write_project(root: Path, folder: Path, territory: Territory) -> None:
    """Write the project of a portrait: settings, contents, notebooks with the place in them.

    What has not changed is left as it was, so that a second build is quick.

    Parameters
    ----------
    root : Path
        Folder of the whole project.
    folder : Path
        Where to write.
    territory : Territory

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
    write_text(folder / CONFIG, _settings(root, territory))
    written = folder / "notebooks"
    remove(written)
    written.mkdir()
    names = []
    for path in sorted((root / NOTEBOOKS).glob("*.ipynb")):
        nbformat.write(with_parameters(path, epci=territory.code), written / path.name)
        names.append(path.stem)
    if FIRST not in names:
        raise BuildError(f"{root / NOTEBOOKS}: no {FIRST}.ipynb, the first page of a portrait.")
    write_text(folder / TOC, _contents([name for name in names if name != FIRST]))


def with_parameters(path: Path, **values: str) -> nbformat.NotebookNode:
    """A notebook with other values of its parameters, in a cell after the one that has them.

    Raises
    ------
    BuildError
        If no cell, or more than one, is tagged as that of the parameters.
    """
    notebook = read_chapter(path)
    tagged = [
        index
        for index, cell in enumerate(notebook.cells)
        if PARAMETERS in cell.metadata.get("tags", [])
    ]
    if len(tagged) != 1:
        raise BuildError(
            f"{path}: {len(tagged)} cells are tagged {PARAMETERS!r}. Tag the one that sets "
            f"{', '.join(values)}."
        )
    source = "\n".join(f"{name} = {value!r}" for name, value in values.items())
    # An identifier of its own: a random one would make the bytes of two builds differ.
    cell = nbformat.v4.new_code_cell(
        source, id=INJECTED, metadata={"tags": [INJECTED, "hide-input"]}
    )
    notebook.cells.insert(tagged[0] + 1, cell)
    return notebook


def _link(target: Path, link: Path) -> None:
    """Link to a part of the project; a link that leads elsewhere is replaced, and nothing else."""
    if link.is_symlink():
        if link.readlink() == target:
            return
        link.unlink()
    elif link.exists():
        raise BuildError(f"{link}: a link to {target} is due here. Move what is there away.")
    link.symlink_to(target, target_is_directory=target.is_dir())


def _settings(root: Path, territory: Territory) -> str:
    """The book's settings, of which the title is another, and the bibliography is left out."""
    settings: dict[str, Any] = yaml.safe_load((root / CONFIG).read_text(encoding="utf-8"))
    settings["title"] = write(Phrase("portrait.title", place=territory.called))
    settings.pop("bibtex_bibfiles", None)
    own = settings["sphinx"]["config"]
    settings["sphinx"]["config"] = {k: v for k, v in own.items() if not k.startswith("bibtex")}
    return str(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True))


def _contents(names: list[str]) -> str:
    part = {
        "caption": write(Phrase("portrait.part")),
        "numbered": True,
        "chapters": [{"file": f"notebooks/{name}"} for name in names],
    }
    contents = {"format": "jb-book", "root": f"notebooks/{FIRST}", "parts": [part]}
    return str(yaml.safe_dump(contents, sort_keys=False, allow_unicode=True))
