"""Files beside the pages that no page uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from bassin.files.atomic import remove, write_text

#: Where the theme, its extensions and the book have their scripts, styles, fonts and drawings.
STATIC = "_static"
#: Files whose text may name others.
_TELLING = {".css", ".js", ".html"}
_MAP = re.compile(r"\n?(?://[#@] sourceMappingURL=[^\n]*|/\*[#@] sourceMappingURL=[^*]*\*/)")


def delete(html: Path, pages: Iterable[Path]) -> None:
    """Delete the files of ``_static`` whose name no page tells, nor a file that one leads to.

    A name is looked for wherever it may stand, in a script as well: rather one too many is kept.

    Parameters
    ----------
    html : Path
        Folder of the written pages.
    pages : iterable of Path
        Those of the site.
    """
    static = html / STATIC
    left = {path for path in static.rglob("*") if path.is_file()}
    for path in sorted(left):
        if path.suffix in (".css", ".js"):
            _without_map(path)
    telling = {path: path.read_text(encoding="utf-8") for path in pages}
    while telling:
        told = "\n".join(telling.values())
        found = {path for path in left if path.name in told}
        left -= found
        telling = {
            path: path.read_text(encoding="utf-8")
            for path in sorted(found)
            if path.suffix in _TELLING
        }
    for path in sorted(left):
        remove(path)
    for folder in sorted((path for path in static.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _without_map(path: Path) -> None:
    """Take from a script or a style what it says of the source it was made of: it is not there."""
    text = path.read_text(encoding="utf-8")
    kept = _MAP.sub("", text)
    if kept != text:
        write_text(path, kept)
