"""A book of its own inside ``_build``: settings, links to the project's data, some notebooks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import yaml

from bassin.book.edition.terms import TERMS
from bassin.claims.chapters import TOC
from bassin.errors import BuildError
from bassin.files.atomic import remove, write_text
from bassin.phrase import Phrase
from bassin.words import LANGUAGES, current, speaking, write
from bassin.words.catalogues import LOCALE
from bassin.words.told import OF_DATA

#: What it has of the project itself, by links.
LINKED = ("data", "src", "requirements.lock", "pyproject.toml", "reproduction.json")
CONFIG = "_config.yml"
FIRST = "index"
#: Settings of Sphinx that are words, and their phrases.
SAID = {
    "nb_code_prompt_show": "page.show_code",
    "nb_code_prompt_hide": "page.hide_code",
}


@dataclass(frozen=True)
class Titles:
    """What a book is called, in the words of any language.

    Attributes
    ----------
    book : Phrase
    parts : tuple of Phrase
        Of its parts, in their order.
    """

    book: Phrase
    parts: tuple[Phrase, ...]

    @classmethod
    def of(cls, root: Path) -> Titles:
        """Those of the project itself.

        Parameters
        ----------
        root : Path
            Its folder.
        """
        contents = yaml.safe_load((root / TOC).read_text(encoding="utf-8"))
        captions = [part["caption"].lower() for part in contents.get("parts", [])]
        slugs = (re.sub(r"\W+", "_", caption) for caption in captions)
        return cls(Phrase("book.title"), tuple(Phrase(f"part.{slug}") for slug in slugs))


def lay(
    root: Path,
    folder: Path,
    source: Path,
    notebooks: Mapping[str, nbformat.NotebookNode],
    titles: Titles,
) -> None:
    """Write the project of a book: settings, contents, notebooks, what it has by links.

    It is in the first language, and has the catalogues of the others.

    What has not changed is left as it was, so that a second build is quick.

    Parameters
    ----------
    root : Path
        Folder of the whole project.
    folder : Path
        Where to write.
    source : Path
        Where the notebooks lie in the whole project.
    notebooks : mapping
        Stem of a file to its notebook, in the order of the pages; one is :data:`FIRST`.
    titles : Titles
        With one part.

    Raises
    ------
    BuildError
        If a file or a folder is where a link is due, or there is no first page.
    OSError
        If it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in LINKED:
        link(root / name, folder / name)
    if (folder / "book").is_symlink():  # nothing is deleted in what it leads to
        remove(folder / "book")
    static = folder / "book" / "_static"
    remove(static)
    shutil.copytree(root / "book" / "_static", static)
    with speaking(LANGUAGES[0]):
        write_text(folder / CONFIG, settings_of(root, titles.book))
        names = [name for name in notebooks if name != FIRST]
        write_text(folder / TOC, _contents(names, titles.parts[0]))
    written = folder / "notebooks"
    remove(written)
    written.mkdir()
    for name, notebook in notebooks.items():
        nbformat.write(notebook, written / f"{name}.ipynb")
    if FIRST not in notebooks:
        raise BuildError(f"{folder}: no {FIRST}.ipynb among its notebooks, the first page.")
    _lay_catalogues(root, folder, source, notebooks)


def _lay_catalogues(root: Path, folder: Path, source: Path, pages: Iterable[str]) -> None:
    """Copy what other languages say of the pages of a book and of the texts of data."""
    remove(folder / LOCALE)
    for language in LANGUAGES[1:]:
        said = root / LOCALE / language
        if not said.is_dir():
            continue
        if (said / TERMS).is_file():
            (folder / LOCALE / language).mkdir(parents=True)
            shutil.copyfile(said / TERMS, folder / LOCALE / language / TERMS)
        for kind in OF_DATA:
            if (said / kind).is_dir():
                shutil.copytree(said / kind, folder / LOCALE / language / kind)
        into = folder / LOCALE / language / "notebooks"
        into.mkdir(parents=True, exist_ok=True)
        for page in pages:
            catalogue = said / source / f"{page}.po"
            if catalogue.is_file():
                shutil.copyfile(catalogue, into / catalogue.name)


def link(target: Path, at: Path) -> None:
    """Link to a part of the project; a link that leads elsewhere is replaced, and nothing else.

    Parameters
    ----------
    target, at : Path
        What is linked to, and where.

    Raises
    ------
    BuildError
        If something else is there.
    """
    if at.is_symlink():
        if at.readlink() == target:
            return
        at.unlink()
    elif at.exists():
        raise BuildError(f"{at}: a link to {target} is due here. Move what is there away.")
    at.symlink_to(target, target_is_directory=target.is_dir())


def settings_of(root: Path, title: Phrase, *, cites: bool = False, **more: object) -> str:
    """Settings of a book made from the project: its own, with words in the language spoken.

    Parameters
    ----------
    root : Path
        Folder of the project.
    title : Phrase
        What the book is called.
    cites : bool
        Whether it has the bibliography.
    **more : object
        Settings of Sphinx that it has besides.

    Returns
    -------
    str
        Of YAML.
    """
    settings: dict[str, Any] = yaml.safe_load((root / CONFIG).read_text(encoding="utf-8"))
    settings["title"] = write(title)
    own = settings["sphinx"]["config"]
    if not cites:
        settings.pop("bibtex_bibfiles", None)
        own = {name: value for name, value in own.items() if not name.startswith("bibtex")}
    settings["sphinx"]["config"] = own | more
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
