"""The portrait of any intercommunality: a book of its own, made from the same raw files.

It is a project in a folder of ``_build/portraits``, with the notebooks of ``notebooks/portrait``
executed for the place, and is built as the book is, in each language. Notebooks
take the place as papermill passes it: a cell tagged ``injected-parameters`` follows the one tagged
``parameters``.
"""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat

from bassin.book.project import Titles, lay
from bassin.book.tables import PORTRAITS
from bassin.book.within import build_within
from bassin.claims.chapters import read_chapter
from bassin.errors import BuildError
from bassin.files.root import project_root
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.read.printed import CLAIMS, has
from bassin.topics.portrait.halves import DEFAULT, line_of

#: Where the notebooks of a portrait lie; those that are shown are executed copies.
NOTEBOOKS = Path("notebooks", "portrait")
#: The one that holds the claims of a text on the place against the files.
LEDGER = "12_claims"
PARAMETERS, INJECTED = "parameters", "injected-parameters"


def build_portrait(
    place: str, root: Path | None = None, *, fast: bool = True, line: str = DEFAULT
) -> Path:
    """Build the portrait of a place.

    Parameters
    ----------
    place : str
        As :func:`bassin.places.finding.siren_of`.
    root : Path, optional
        Folder of the project; the current one by default.
    fast : bool
        As :func:`bassin.book.build.build`.
    line : str
        That cuts the place in two halves, as :func:`bassin.topics.portrait.halves.line_of`.

    Returns
    -------
    Path
        Folder of its pages.

    Raises
    ------
    ChoiceError
        If there is no such line.
    TerritoryError
        As :func:`bassin.places.finding.siren_of`.
    BuildError
        As :func:`bassin.book.build.build`; or if the project cannot be written.
    LockedError
        If another process is building this portrait.
    """
    line = line_of(line).written
    root = Path(root or project_root()).resolve()
    territory = Territory.named(place, Sources(root / "data"))
    folder = root / PORTRAITS / territory.code
    return build_within(
        root,
        folder,
        lambda: write_project(root, folder, territory, line),
        titles_of(territory),
        fast=fast,
    )


def titles_of(territory: Territory) -> Titles:
    """What the portrait of a place and its part are called."""
    title = Phrase("portrait.title", place=territory.called)
    return Titles(title, (Phrase("portrait.part"),))


def write_project(root: Path, folder: Path, territory: Territory, line: str = DEFAULT) -> None:
    """Write the project of a portrait: settings, contents, notebooks with the place in them.

    What has not changed is left as it was, so that a second build is quick.

    Parameters
    ----------
    root : Path
        Folder of the whole project.
    folder : Path
        Where to write.
    territory : Territory
    line : str
        As of :func:`build_portrait`.

    Raises
    ------
    BuildError
        If a file or a folder is where a link is due, or there is no first page.
    OSError
        If it cannot be written.
    """
    found = {
        path.stem: with_parameters(path, epci=territory.code, line=line)
        for path in pages_of(root, territory.code)
    }
    lay(root, folder, NOTEBOOKS, found, titles_of(territory))


def pages_of(root: Path, epci: str) -> list[Path]:
    """The notebooks of the portrait of a place, in their order.

    The ledger of a study is among them where one of the place is in ``data/study``, there alone.
    """
    studied = has(Sources(root / "data"), epci, CLAIMS)
    every = sorted((root / NOTEBOOKS).glob("*.ipynb"))
    return [path for path in every if studied or path.stem != LEDGER]


def with_parameters(path: Path, **values: str) -> nbformat.NotebookNode:
    """A notebook with other values of its parameters, in a cell after the one that has them.

    A value of what is no parameter of this notebook is left out.

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
    taken = names_of(notebook.cells[tagged[0]].source)
    source = "\n".join(f"{name} = {value!r}" for name, value in values.items() if name in taken)
    # An identifier of its own: a random one would make the bytes of two builds differ.
    cell = nbformat.v4.new_code_cell(
        source, id=INJECTED, metadata={"tags": [INJECTED, "hide-input"]}
    )
    notebook.cells.insert(tagged[0] + 1, cell)
    return notebook


def names_of(source: str) -> set[str]:
    """Names that a cell of parameters sets.

    Examples
    --------
    >>> sorted(names_of('epci, line = "200066918", "315"'))
    ['epci', 'line']
    """
    return {
        node.id
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
