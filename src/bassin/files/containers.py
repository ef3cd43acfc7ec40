"""What the bytes of a file seem to be, and whether that is what its name says."""

from __future__ import annotations

import re
from pathlib import PurePath

from bassin.errors import DataError

#: How the bytes of some formats begin, and what to call them.
_MAGIC = (
    (b"PK\x03\x04", "a zip archive, or a workbook"),
    (b"\x1f\x8b", "a gzipped file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old workbook (.xls)"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\0", "a GeoPackage, or another SQLite database"),
    (b"%PDF", "a PDF document"),
    (b"Rar!", "a rar archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"version https://git-lfs", "a pointer of Git LFS, not the file it stands for"),
    (b"\xff\xfe", "text in UTF-16"),
    (b"\xfe\xff", "text in UTF-16"),
)
_EMPTY, _HTML, _XML, _JSON, _TEXT, _LATIN, _UNKNOWN = (
    "empty",
    "an HTML page, as a server sends in place of a file",
    "XML",
    "JSON, whole or cut",
    "text",
    "text that is not in UTF-8, as in Latin-1",
    "of a kind unknown here",
)
_PLAIN = {_TEXT, _LATIN}
#: Ending of a name to what it is called, and what its bytes may seem to be.
_NAMED: dict[str, tuple[str, set[str]]] = {
    ".csv": ("text in columns (CSV)", _PLAIN),
    ".json": ("JSON", {_JSON}),
    ".geojson": ("GeoJSON", {_JSON}),
    ".gz": ("gzipped file", {"a gzipped file"}),
    ".zip": ("archive", {"a zip archive, or a workbook"}),
    ".xlsx": ("workbook", {"a zip archive, or a workbook"}),
    ".parquet": ("Parquet file", {"a Parquet file"}),
    ".gpkg": ("GeoPackage", {"a GeoPackage, or another SQLite database"}),
}
#: Elements that a page begins with, where it has no head of its own.
_TAGS = {
    b"title",
    b"meta",
    b"link",
    b"style",
    b"div",
    b"h1",
    b"h2",
    b"p",
    b"pre",
    b"center",
    b"table",
}
#: What JSON is made of, with the white space behind it; and what is left of a piece that was cut.
_TOKEN = re.compile(
    rb'(?:[{}\[\]:,]|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])'
    rb"|(?:true|false|null|nan|-?infinity)(?!\w))\s*",
)
_CUT = re.compile(rb'"(?:[^"\\\n]|\\.)*\\?|-|-?\d+(?:\.\d*)?(?:e[+-]?\d*)?|tr?u?|fa?l?s?|nu?l?|na')
#: Bytes that are looked at to tell text from what is none.
_HEAD = 500
_CURE = (
    "It is another file, or was saved in another format: fetch it again, and keep it as published"
)


def seems(data: bytes) -> str:
    """What some bytes seem to be, by how they begin.

    Examples
    --------
    >>> seems(b"<!DOCTYPE html><title>404</title>")
    'an HTML page, as a server sends in place of a file'
    >>> seems("Alès;30007".encode("utf-16"))
    'text in UTF-16'
    >>> seems(b"")
    'empty'
    """
    if not data:
        return _EMPTY
    for start, called in _MAGIC:
        if data.startswith(start):
            return called
    head = data[:_HEAD]
    begins = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    markup = _markup(begins)
    if markup:
        return markup
    if b"\0" in head:
        # Of text in UTF-16 without its mark, every other byte is nothing.
        halves = head[::2].count(0), head[1::2].count(0)
        return "text in UTF-16" if max(halves) > 0.8 * len(head) / 2 else _UNKNOWN
    if _is_json(begins):
        return _JSON
    return _TEXT if _is_utf8(head) else _LATIN


def _markup(begins: bytes) -> str:
    """What a text that begins with a tag is; nothing for a table whose first header has a mark.

    ``<15 ans`` is no tag, and ``<code>;`` is one that neither another follows nor its own end.
    """
    if re.match(rb"<(?:!doctype\s+html|!--|html\b|head\b|body\b|script\b)", begins):
        return _HTML
    if re.match(rb"<(?:\?xml|!doctype)\b", begins):
        return _XML
    tag = re.match(rb"<([a-z_][\w:.-]*)(?:\s[^<>]*)?(/?)>\s*", begins)
    if tag is None:
        return ""
    rest = begins[tag.end() :]
    inside = not rest or rest.startswith(b"<") or b"</" + tag[1] in rest or tag[2]
    if not inside:
        return ""
    return _HTML if tag[1] in _TAGS else _XML


def _is_json(begins: bytes) -> bool:
    """Whether a text is the beginning of an object or a list of JSON, or of several by lines.

    The header of a table may begin with the same bracket: ``[code];name`` has a word where JSON
    has none, and after ``["code"],`` its list has ended, and more comes.
    """
    at, depth, before = 0, 0, b""
    while at < len(begins):
        token = _TOKEN.match(begins, at)
        if token is None:
            # The head may end within a token.
            return at > 0 and _CUT.fullmatch(begins, at) is not None
        at, found = token.end(), token[0].strip()
        if not depth and found[:1] not in (b"{", b"["):
            return False
        if before == b"{" and found[:1] not in (b'"', b"}"):
            return False
        depth += (found in (b"{", b"[")) - (found in (b"}", b"]"))
        before = found
        if not depth and b"\n" not in token[0] and at < len(begins):
            return False  # of several, each has its line
    return bool(begins)


def refuse_another(file: str, data: bytes, within: str = "") -> None:
    r"""Refuse bytes that are not of the kind that the name of their file says.

    Parameters
    ----------
    file : str
        Path of the file; its ending says what it is. One that is unknown says nothing.
    data : bytes
    within : str
        Where the bytes are those of one file of an archive, the archive: an error names it.

    Raises
    ------
    DataError
        Naming the file, what it should be, what it seems to be, and what to do.

    Examples
    --------
    >>> refuse_another("insee/a.csv", b"codgeo;p13_pop\n")
    >>> refuse_another("insee/a.xlsx", b"codgeo;p13_pop\n")
    Traceback (most recent call last):
        ...
    bassin.errors.DataError: insee/a.xlsx: no workbook that can be opened: it is text (15 bytes)...
    """
    called, kinds = _NAMED.get(PurePath(file).suffix.lower(), ("", set()))
    found = seems(data)
    if called and found not in kinds:
        raise DataError(
            within or file,
            f"{f'{file} is ' if within else ''}no {called} that can be opened: it is {found} "
            f"({len(data):,} bytes)",
            cure=f"{_CURE}{', in UTF-8' if 'UTF-16' in found else ''}.",
        )


def _is_utf8(head: bytes) -> bool:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A character may be cut where the head ends.
        return error.start > len(head) - 4 and len(head) == _HEAD
    return True
