"""Documents of frames, each part of them written once a site and loaded when a reader comes near.

A map stands alone in its frame: it has Leaflet, a style, the outlines of its places and its
numbers, and all but the numbers is in the next map as well. Here a document is parted, at its
scripts and styles and where :data:`bassin.show.scripted.CUT` marks it; a part that several have
becomes a file of ``_static/frames``, the rest of a document another, and ``frames.js`` writes
the document into its frame from them. The page around the frame loads them: the frame itself has
neither its origin nor, from a folder, any file.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from html import unescape
from pathlib import Path

from bassin.files.atomic import write_text
from bassin.show.scripted import CUT

#: Attribute of a frame: address of the file that has its document.
ATTRIBUTE = "data-frame"
FOLDER = Path("_static", "frames")
#: Characters from which a part is worth a file of its own.
LONG = 1024
#: After what a document may be parted.
_JOINT = re.compile(rf"(</?style>|</?script>|{re.escape(CUT)})")
#: A frame, and the image that the style sheet shows in its place on paper.
_FRAME = re.compile(
    r"<iframe (?P<about>[^>]*?) srcdoc='(?P<document>[^']*)'></iframe>"
    r'(?P<between>\s*</div>\s*<div class="bassin-view bassin-static[^>]*>\s*'
    r"(?P<image><img [^>]*>))?"
)
_CALL = re.compile(r'bassinPiece\("[0-9a-f]+\.js",(.*)\);\n', re.DOTALL)


def take_out(html: Path, pages: Iterable[Path]) -> None:
    """Take the documents of frames out of the pages of a site.

    Where a frame is, an image of the same figure is shown until its document is there, and for good
    where no script runs.

    Parameters
    ----------
    html : Path
        Folder of the written pages.
    pages : iterable of Path
        Those of the site.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in pages}
    documents = {
        found["document"]: unescape(found["document"])
        for text in texts.values()
        for found in _FRAME.finditer(text)
    }
    held = Counter(
        part
        for document in documents.values()
        for part in set(parts(document))
        if len(part) >= LONG
    )
    shared = {part for part, times in held.items() if times > 1}
    for path, text in texts.items():
        start = "../" * (len(path.relative_to(html).parts) - 1)

        def without(found: re.Match[str], start: str = start) -> str:
            name = _write(html, _told(documents[found["document"]], shared, html))
            return _in_place(found, f"{start}{FOLDER.as_posix()}/{name}")

        write_text(path, _FRAME.sub(without, text))


def parts(document: str) -> list[str]:
    """Part a document; its parts, joined, are the document.

    Examples
    --------
    >>> parts("<p><script>f(/*cut*/[1]/*cut*/)</script>")
    ['<p><script>', 'f(/*cut*/', '[1]/*cut*/', ')</script>', '']
    """
    pieces = [*_JOINT.split(document), ""]  # texts and, between them, what ends each
    return [text + end for text, end in zip(pieces[::2], pieces[1::2], strict=True)]


def _told(document: str, shared: set[str], html: Path) -> list[str | list[str]]:
    """A document as its file has it: texts, and names of files in lists."""
    told: list[str | list[str]] = []
    for part in parts(document):
        if part in shared:
            told.append([_write(html, [part])])
        elif told and isinstance(told[-1], str):
            told[-1] += part
        else:
            told.append(part)
    return told


def _write(html: Path, told: list[str | list[str]] | list[str]) -> str:
    """Write a file, named by what it has; its name."""
    given = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    name = f"{sha256(given.encode('utf-8')).hexdigest()[:16]}.js"
    path = html / FOLDER / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, f'bassinPiece("{name}",{given});\n')
    return name


def _in_place(found: re.Match[str], address: str) -> str:
    """A frame without its document, and the image that is shown until it is there."""
    frame = f'<iframe {found["about"]} {ATTRIBUTE}="{address}"></iframe>'
    if not found["image"]:
        return frame
    until = found["image"].replace("<img ", '<img class="bassin-until" ', 1)
    return f"{frame}\n{until}{found['between']}"


def document(path: Path) -> str:
    """The document of a frame, from its file and those that it names.

    Raises
    ------
    ValueError
        If a file is not as :func:`take_out` writes it.
    FileNotFoundError
        If one is not there.
    """
    found = _CALL.fullmatch(path.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{path}: no piece of a frame")
    told: list[str | list[str]] = json.loads(found[1])
    return "".join(
        part if isinstance(part, str) else document(path.with_name(part[0])) for part in told
    )
