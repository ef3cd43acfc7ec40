"""A file that is not of the kind its name says is refused by what it seems to be."""

from __future__ import annotations

import gzip

import pytest
from tests.fixtures.formats import workbook

from bassin.errors import DataError
from bassin.files.containers import refuse_another, seems

TEXT = "codgeo;libgeo\r\n30007;Alès\r\n".encode()
BOOK = workbook({"sheet": [["codgeo"], ["30007"]]})
OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
PAGE = b"\n <!DOCTYPE html><title>404</title>"
UTF_16 = TEXT.decode().encode("utf-16")
LIST = b'[{"a\\"b": -1.5e+3, "c": [true, false, null, NaN], "\xc3\xa9": {}}, "d", 12]\n'
RIGHT = [
    ("a.csv", TEXT),
    ("a.csv", b"\xef\xbb\xbf" + TEXT),
    ("a.csv", TEXT.decode().encode("latin-1")),
    ("a.xlsx", BOOK),
    ("a.zip", BOOK),
    ("a.parquet", b"PAR1..."),
    ("a.json", b" [1]"),
    ("a.geojson", b'{"type"'),
    ("a.csv.gz", gzip.compress(TEXT, mtime=0)),
    ("a.dbf", b"\x03anything"),
    # Real tables whose first header has a mark.
    ("a.csv", b"<15 ans;15-24 ans\n1;2\n"),
    ("a.csv", b"<=10,>10\n1,2\n"),
    ("a.csv", b"<code>;<nom>\n30007;Ales\n"),
    ("a.csv", b"<p>,<q>\n1,2\n"),
    ("a.csv", b"[code];[nom]\n30007;Ales\n"),
    ("a.csv", b'["code"],["nom"]\n1,2\n'),
    ("a.csv", b"[2019],[2020]\n1,2\n"),
    ("a.csv", b"[15-24],[25-64]\n1,2\n"),
    ("a.csv", b"[true story],x\n1,2\n"),
    ("a.csv", b"\xef\xbb\xbf{code},{nom}\n1,2\n"),
    ("a.csv", b'{"code"},{"nom"}\n1,2\n'),
    ("a.csv", b'"[code]","<nom>"\n1,2\n'),
    ("a.csv", b"[],x\n1,2\n"),
    # JSON whose head ends anywhere: in a word, a number, a text, behind an escape.
    *(("a.json", LIST[:end]) for end in range(1, 60)),
    ("a.json", b" " * 450 + LIST),
    ("a.json", b'{"a": 1}\n{"a": 2}\n'),
]


@pytest.mark.parametrize(("file", "data"), RIGHT)
def test_what_its_name_says_passes(file: str, data: bytes):
    """The beginning is looked at, no more; a name that says nothing holds nothing."""
    refuse_another(file, data)


@pytest.mark.parametrize(
    ("file", "data", "called"),
    [
        ("insee/a.csv", BOOK, "a zip archive, or a workbook"),
        ("insee/a.csv", gzip.compress(TEXT, mtime=0), "a gzipped file"),
        ("insee/a.csv", OLD, "an old workbook"),
        ("insee/a.csv", PAGE, "an HTML page"),
        ("insee/a.csv", UTF_16, "text in UTF-16"),
        ("insee/a.csv", TEXT.decode().encode("utf-16-le"), "text in UTF-16"),
        ("insee/a.csv", b"", "empty"),
        ("insee/a.csv", b"{}", "JSON"),
        ("insee/a.csv", LIST, "JSON"),
        ("insee/a.csv", b"\xef\xbb\xbf \n" + LIST * 20, "JSON"),
        ("insee/a.csv", b'{"message": "Not found"}', "JSON"),
        ("insee/a.csv", b'{"a": 1}\n{"a": 2}\n', "JSON"),
        ("insee/a.csv", b"[[1, 2], [3, 4]]", "JSON"),
        ("insee/a.csv", b"<head><title>404</title>", "an HTML page"),
        ("insee/a.csv", b"<title>404</title>", "an HTML page"),
        ("insee/a.csv", b"<!-- gone --><h1>404</h1>", "an HTML page"),
        ("insee/a.csv", b"<meta charset='utf-8'>\n<p>Gone", "an HTML page"),
        ("insee/a.csv", b"<?xml version='1.0'?><a/>", "XML"),
        ("insee/a.csv", b"<Error><Code>AccessDenied</Code></Error>", "XML"),
        ("insee/a.csv", b"<rows n='2'/>", "XML"),
        ("insee/a.xlsx", TEXT, "text"),
        ("insee/a.xlsx", OLD, "an old workbook"),
        ("insee/a.parquet", TEXT, "text"),
        ("insee/a.csv.gz", BOOK, "a zip archive, or a workbook"),
        ("insee/a.csv.gz", TEXT, "text"),
        ("insee/a.geojson", PAGE, "an HTML page"),
        ("insee/a.json", TEXT, "text"),
        ("insee/a.zip", b"Rar!....", "a rar archive"),
    ],
)
def test_another_kind_is_named_with_its_cure(file: str, data: bytes, called: str):
    """File, what it should be, what it seems to be, and what to do."""
    with pytest.raises(DataError, match=called) as caught:
        refuse_another(file, data)
    assert caught.value.file == file
    assert "fetch it again, and keep it as published" in str(caught.value.cure)


def test_the_file_inside_another_is_named_with_it():
    """As a workbook that was gzipped under the name of a text."""
    with pytest.raises(
        DataError, match=r"insee/a\.csv is no text in columns.*: it is a zip"
    ) as one:
        refuse_another("insee/a.csv", BOOK, within="insee/a.csv.gz")
    assert one.value.file == "insee/a.csv.gz"


def test_a_character_cut_where_the_head_ends_is_still_text():
    """Five hundred bytes are looked at, and the last may be half of an accent."""
    assert seems(b"a" * 499 + "é".encode() + b"a") == "text"
    assert seems(b"a" * 400 + b"\xe9" + b"a" * 200) == "text that is not in UTF-8, as in Latin-1"
