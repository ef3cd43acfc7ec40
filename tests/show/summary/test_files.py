"""The bytes of the two pages."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

from bassin.errors import BassinError
from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.show.summary import Pages, drawn, to_pdf, to_pngs
from bassin.show.summary.files import with_language
from bassin.topics.summary.local import Summary

A = "200000018"
PNG = b"\x89PNG\r\n\x1a\n"


def pages(root: Path) -> Pages:
    sources = Sources(root)
    return drawn(Summary(Territory(A, sources), sources))


@pytest.fixture(scope="module")
def pdf(toy_root: Path) -> bytes:
    return to_pdf(pages(toy_root))


def test_the_same_place_has_the_same_bytes(toy_root: Path, pdf: bytes):
    """From other objects, read anew."""
    again = pages(toy_root)
    assert to_pdf(again) == pdf
    assert to_pngs(again) == to_pngs(pages(toy_root))


def test_no_date_and_no_library_is_in_the_file(pdf: bytes):
    """What hangs on the clock or the machine would change the bytes."""
    for word in (b"CreationDate", b"ModDate", b"Producer", b"Creator"):
        assert word not in pdf


def test_its_title_and_language_are_there(pdf: bytes):
    """The last root is the one that a reader takes."""
    root = pdf[pdf.rindex(b"/Type /Catalog") :]
    assert b"/Lang (en)" in root
    assert b"/DisplayDocTitle true" in root
    assert b"/Title (Bassin de Mineville in two pages)" in pdf


def test_the_file_is_whole(pdf: bytes):
    """Its last table leads to the root, and to the table before it."""
    start = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    table = pdf[start:]
    root, at = map(int, re.match(rb"xref\n(\d+) 1\n(\d+) 00000 n", table).groups())  # type: ignore[union-attr]
    assert pdf[at:].startswith(b"%d 0 obj" % root)
    before = int(re.search(rb"/Prev (\d+)", table)[1])  # type: ignore[index]
    assert pdf[before:].startswith(b"xref")
    assert pdf.endswith(b"%%EOF\n")


def test_fonts_are_inside_and_figures_are_lines(pdf: bytes):
    """No picture in it; each font with its outlines."""
    assert b"/Subtype /Image" not in pdf
    assert pdf.count(b"/FontFile2") >= 2
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 2


def test_its_text_can_be_searched(pdf: bytes):
    """Fonts tell which letters their shapes are."""
    assert b"/ToUnicode" in pdf
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    assert any(b"beginbfrange" in zlib.decompress(one) for one in streams if one[:1] == b"x")


def test_an_image_a_page(toy_root: Path):
    """Both are PNG, and not one picture."""
    one, other = to_pngs(pages(toy_root))
    assert one.startswith(PNG)
    assert other.startswith(PNG)
    assert one != other


def test_what_is_no_such_pdf_is_refused():
    """Rather than written without its language."""
    with pytest.raises(BassinError, match="Root"):
        with_language(b"%PDF-1.4\ntrailer\n<< /Size 3 >>\nstartxref\n9\n%%EOF", "en")
