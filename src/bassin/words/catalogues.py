"""Catalogues of messages: what another language says of a page or of a file, as gettext has it."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from bassin.errors import BuildError

#: Folder of the catalogues in a project, one a language.
LOCALE = Path("locale")


def path_of(root: Path, language: str, page: str) -> Path:
    """Catalogue of a page."""
    return root / LOCALE / language / f"{page}.po"


def read(path: Path, language: str) -> Catalog:
    """Read a catalogue; an empty one where there is none.

    Raises
    ------
    BuildError
        If it is no catalogue.
    """
    if not path.is_file():
        return Catalog(locale=language)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise BuildError(f"{path}: not a catalogue of messages: {error}") from error


def said(catalogue: Catalog) -> dict[str, str]:
    """What a catalogue says, by text of the first language; texts without a translation left out.

    Two texts that are alike are said alike, wherever they stand.
    """
    return {str(one.id): str(one.string) for one in catalogue if one.id and one.string}
