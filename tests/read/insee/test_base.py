"""INSEE's archives: the one table is found beside its list of variables, or the archive refused."""

from __future__ import annotations

import io
import zipfile

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.read.insee._base import member, read_base, refuse

FILE = "insee/base.zip"
TABLE = "\N{BYTE ORDER MARK}CODGEO;P20_POP\n01001;12\n".encode()


def zipped(**members: bytes) -> bytes:
    """Bytes of an archive; two underscores in a name are a point."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        for name, data in members.items():
            opened.writestr(name.replace("__", "."), data)
    return stream.getvalue()


def test_the_table_is_told_from_what_lies_beside_it(spoil: Spoiler):
    """Its variables, a note, the table of overseas lands; capitals are no other ending."""
    beside = {"meta_base__csv": b"COD_VAR", "note__txt": b"-", "base-com__csv": b"CODGEO"}
    sources = spoil.add(FILE, zipped(**beside, base__CSV=TABLE))
    assert member(sources, FILE) == TABLE
    table = read_base(sources, FILE, columns=["CODGEO", "P20_POP"])
    assert table.to_dict("list") == {"CODGEO": ["01001"], "P20_POP": ["12"]}


@pytest.mark.parametrize(
    ("members", "what"),
    [
        ({"meta_base__csv": b"x"}, "0 tables in the archive, not one"),
        ({"a__csv": TABLE, "b__csv": TABLE}, "2 tables in the archive, not one: a.csv, b.csv"),
    ],
)
def test_an_archive_of_another_number_of_tables_is_refused(spoil: Spoiler, members, what: str):
    """None, or two of which one may be the wrong."""
    with refused(FILE, what):
        member(spoil.add(FILE, zipped(**members)), FILE)


def test_the_first_of_wrong_rows_is_named():
    """And none is no error."""
    refuse(FILE, pd.Index([]), "no people")
    with refused(FILE, "no people", row="01002"):
        refuse(FILE, pd.Index(["01002", "01003"]), "no people")
