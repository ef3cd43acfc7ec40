"""The PDF that Chromium writes: where its pages begin, and what it says of itself."""

from __future__ import annotations

import re

import pytest

from bassin.book.pdf.file import PdfFile
from bassin.errors import BuildError

#: Objects of a PDF, in the manner of Chromium; the sheets lie in two groups, not in their order.
OBJECTS = {
    1: b"<</Title <FEFF0041>\n/Creator (Mozilla \\(X11\\) Chrome)\n/Producer (Skia/PDF m150)\n"
    b"/CreationDate (D:20261130195348+00'00')\n/ModDate (D:20261130195348+00'00')>>",
    2: b"<</Type /Page>>",
    3: b"<</Type /Page>>",
    4: b"<</Type /Page>>",
    5: b"<</Type /Pages\n/Count 3\n/Kids [6 0 R 2 0 R]>>",
    6: b"<</Type /Pages\n/Count 2\n/Kids [4 0 R 3 0 R]>>",
    7: b"<</book.a--b#20c [2 0 R /XYZ 0 802.9 0]\n/book.a [4 0 R /XYZ 0 1 0]>>",
    8: b"<</Type /Catalog\n/Pages 5 0 R\n/Dests 7 0 R\n/Lang (fr)>>",
}
SECONDS = 1_767_225_600  # 2026-01-01


def written(objects: dict[int, bytes]) -> bytes:
    """A PDF of objects, with its table."""
    text, offsets = b"%PDF-1.4\n%\xd3\xeb\xe9\xe1\n", [0]
    for number, content in sorted(objects.items()):
        offsets.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % at for at in offsets[1:])
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(offsets), rows)
    trailer = b"trailer\n<</Size %d\n/Root 8 0 R\n/Info 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return text + table + trailer % (len(offsets), len(text))


def test_anchors_have_the_number_of_their_sheet():
    """Counted as a reader turns them; a name is as it was in the document."""
    found = PdfFile(written(OBJECTS))
    assert found.sheets() == [4, 3, 2]
    assert found.numbers() == {"book.a--b c": 3, "book.a": 1}


def test_where_no_link_leads_anywhere_there_are_no_numbers():
    """The file has no list of destinations then."""
    catalogue = {8: OBJECTS[8].replace(b"\n/Dests 7 0 R", b"")}
    assert PdfFile(written(OBJECTS | catalogue)).numbers() == {}


def test_what_the_file_says_of_itself_is_written_after_its_end():
    """The title stays; the table behind has the place of the new words, and of the old table."""
    before = written(OBJECTS)
    after = PdfFile(before).stamped("Zoé", "bassin 1", SECONDS)
    assert len(after) > len(before)
    assert after[: len(before)] == before.replace(b"20261130195348", b"20260101000000")
    number, at, table, end = re.fullmatch(
        rb".*xref\n(\d+) 1\n(\d{10}) 00000 n \ntrailer\n<<.*/Prev (\d+)>>\n"
        rb"startxref\n(\d+)\n%%EOF\n",
        after[len(before) :],
        re.DOTALL,
    ).groups()
    said = after[int(at) :].partition(b"endobj")[0]
    assert said.startswith(b"%d 0 obj\n<</Title <FEFF0041>\n" % int(number))
    assert b"/Author <FEFF005A006F00E9>>>" in said
    assert b"/Creator <FEFF00620061" in said
    assert b"Mozilla" not in said
    assert after[int(table) :].startswith(b"xref\n0 9")
    assert after[int(end) :].startswith(b"xref\n1 1")


def test_the_day_it_was_printed_leaves_no_trace():
    """Two printings of the same pages are one file."""
    later = written(OBJECTS | {1: OBJECTS[1].replace(b"20261130195348", b"20270214081500")})
    first, second = (PdfFile(one).stamped("A", "b", SECONDS) for one in (written(OBJECTS), later))
    assert first == second


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no PDF"),
        (b"<html>trailer<<>>startxref 0 %%EOF", "is no PDF"),
        (written(OBJECTS)[:-10], "is no PDF"),
        (written(OBJECTS).replace(b"xref\n0 9", b"xref\n3 9"), "no table"),
        (written(OBJECTS).replace(b"\n5 0 obj", b"\n9 0 obj"), "object 5 is not where"),
        (written(OBJECTS).replace(b"\n7 0 obj", b"\n9 0 obj"), "object 7 is not where"),
        (written(OBJECTS).replace(b"/Root", b"/Rood"), "no Root"),
    ],
)
def test_what_is_written_otherwise_is_refused(content: bytes, said: str):
    """The message says what was looked for."""
    with pytest.raises(BuildError, match=said):
        PdfFile(content).numbers()


def test_tags_are_named_by_their_rank():
    """A browser numbers them otherwise the next time, in the same order; nothing moves."""
    kept = {}
    for first in (51, 52):
        names = [b"(node%08d)" % (first + step) for step in (0, 4, 2)]
        tags = {9: b"<</ID %s\n/Headers [%s %s]>>" % (names[0], names[1], names[2])}
        kept[first] = PdfFile(written(OBJECTS | tags)).stamped("Z", "b", SECONDS)
    assert kept[51] == kept[52]
    assert b"/ID (node00000001)\n/Headers [(node00000003) (node00000002)]" in kept[51]
