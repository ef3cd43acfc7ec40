"""The PDF that Chromium wrote: where its pages begin, and what it says of itself.

Chromium writes each object as plain text, with a table of where it is, and the table last. So the
few that are needed are read in place, and what the file says of itself is written after its end, as
the format has it for a change: no page of it is touched.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from bassin.book.pdf.chromium import OTHER
from bassin.errors import BuildError

_DATES = re.compile(rb"(?<=Date \()D:\d{14}[+-]\d\d'\d\d'(?=\))")
#: Names of what the tags are of, by the number that it had in the browser.
_NODES = re.compile(rb"(?<=\(node)\d{8}(?=\))")
_END = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*", re.DOTALL)
_DEST = re.compile(rb"/([^\s/\[\]]+) \[(\d+) 0 R ")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_REFERENCE = re.compile(rb"(\d+) 0 R")


class PdfFile:
    """A PDF as Chromium writes it.

    Parameters
    ----------
    content : bytes

    Raises
    ------
    BuildError
        If it is none.
    """

    def __init__(self, content: bytes) -> None:
        end = _END.fullmatch(content, max(content.rfind(b"trailer"), 0))
        if not (content.startswith(b"%PDF-") and end):
            raise BuildError(f"The file that was printed is no PDF as Chromium writes it. {OTHER}")
        self.content = content
        self._trailer, self._table = end[1], int(end[2])
        self._offsets = self._read_table()

    def _read_table(self) -> list[int]:
        head = re.compile(rb"xref\s+0 (\d+)\s*\n").match(self.content, self._table)
        if not head:
            raise self._fault("it has no table of its objects")
        rows = self.content[head.end() : head.end() + 20 * int(head[1])]
        return [int(rows[start : start + 10]) for start in range(0, len(rows), 20)]

    @staticmethod
    def _fault(what: str) -> BuildError:
        return BuildError(f"The PDF cannot be read as Chromium writes one: {what}. {OTHER}")

    def _object(self, number: int) -> bytes:
        start = self._offsets[number] if number < len(self._offsets) else 0
        end = self.content.find(b"endobj", start)
        if not self.content.startswith(b"%d 0 obj" % number, start) or end < 0:
            raise self._fault(f"object {number} is not where its table says")
        return self.content[start:end]

    def _led(self, text: bytes, key: bytes) -> int:
        """Number of the object to which a key leads."""
        found = re.search(rb"/" + key + rb" (\d+) 0 R", text)
        if not found:
            raise self._fault(f"no {key.decode()}")
        return int(found[1])

    @property
    def _root(self) -> bytes:
        return self._object(self._led(self._trailer, b"Root"))

    def _sheets(self, number: int) -> Iterator[int]:
        """Numbers of the objects of the sheets, in their order."""
        text = self._object(number)
        kids = re.search(rb"/Kids \[([^\]]*)\]", text)
        if not kids:
            yield number
            return
        for kid in _REFERENCE.findall(kids[1]):
            yield from self._sheets(int(kid))

    def sheets(self) -> list[int]:
        """Numbers of the objects of its sheets, in their order."""
        return list(self._sheets(self._led(self._root, b"Pages")))

    def numbers(self) -> dict[str, int]:
        """Number of the sheet, from 1, on which each anchor is to which some link leads."""
        ranks = {sheet: rank for rank, sheet in enumerate(self.sheets(), start=1)}
        if b"/Dests " not in self._root:  # no link leads anywhere in it
            return {}
        dests = self._object(self._led(self._root, b"Dests"))
        return {
            _ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), name).decode(): ranks[int(sheet)]
            for name, sheet in _DEST.findall(dests)
        }

    def stamped(self, author: str, creator: str, seconds: int) -> bytes:
        """The file with its author, what made it and one date.

        Parameters
        ----------
        author, creator : str
        seconds : int
            The date, since 1970. Chromium's own is that of the day on which it prints.
        """
        day = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
        # As long as the dates that were there: nothing moves.
        dated = _DATES.sub(day.strftime("D:%Y%m%d%H%M%S+00'00'").encode(), self.content)
        dated = _ranked(dated)
        number = self._led(self._trailer, b"Info")
        about = PdfFile(dated)._object(number)
        about = re.sub(rb"/Creator \((?:[^()\\]|\\.)*\)", b"/Creator " + _text(creator), about)
        about = about.rstrip().removesuffix(b">>") + b"\n/Author " + _text(author) + b">>\nendobj\n"
        start = len(dated)
        table = start + len(about)
        lines = [
            b"xref",
            b"%d 1" % number,
            b"%010d 00000 n " % start,
            b"trailer",
            b"<<" + self._trailer.strip() + b"\n/Prev %d>>" % self._table,
            b"startxref",
            b"%d" % table,
            b"%%EOF\n",
        ]
        return dated + about + b"\n".join(lines)


def _ranked(content: bytes) -> bytes:
    """A file whose tags are named by their rank.

    The numbers of a browser hang on what else it did meanwhile. Their order does not, in which the
    file lists them.

    Examples
    --------
    >>> _ranked(b"/ID (node00000051) /Headers [(node00000055)] /ID (node00000055)")
    b'/ID (node00000001) /Headers [(node00000002)] /ID (node00000002)'
    """
    ranks = {name: rank for rank, name in enumerate(sorted(set(_NODES.findall(content))), start=1)}
    return _NODES.sub(lambda found: b"%08d" % ranks[found[0]], content)


def _text(text: str) -> bytes:
    """A text as the format writes it."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"
