"""The list of raw files: what is refused of a row, and how it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fixtures import ROOT
from tests.fixtures.spoil import Spoiler

from bassin.errors import SourceError
from bassin.files import manifest
from bassin.files.manifest import MANIFEST
from bassin.files.sources import Sources

FILE = "insee/FILO2017_DISP_EPCI.csv"
OTHER = "insee/FILO2018_DISP_EPCI.csv"


def test_what_is_written_is_what_was_read():
    """Not one byte of the list of the project changes on the way."""
    path = ROOT / "data" / MANIFEST
    assert manifest.text_of(manifest.load(path)).encode() == path.read_bytes()


def test_two_files_of_one_vintage_are_refused(spoil: Spoiler):
    """Both are named: which one a reader would take cannot be told."""
    both = f"{FILE} and {OTHER} are both vintage 2018 of filosofi-distribution.epci"
    with pytest.raises(SourceError, match=rf"{both}.*Keep one row"):
        _ = spoil.relist(FILE, vintage="2018").manifest


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"vintage": ""}, "'filosofi-distribution.epci', vintage ''. Give both, or neither"),
        ({"dataset": ""}, "dataset '', vintage '2017'. Give both, or neither"),
        ({"vintage": "17"}, "column 'vintage': '17'. Give the year"),
        ({"vintage": "٢٠١٧"}, "column 'vintage'"),
        ({"dataset": "Filosofi EPCI"}, "column 'dataset': 'Filosofi EPCI'. Give small letters"),
    ],
)
def test_a_key_that_is_none_is_refused(spoil: Spoiler, cells: dict[str, str], what: str):
    """The row and the cell are named, and what to write there."""
    with pytest.raises(SourceError, match=f"row '{FILE}'.*{what}"):
        _ = spoil.relist(FILE, **cells).manifest


def test_a_list_from_before_there_were_keys_is_refused(spoil: Spoiler):
    """The columns it lacks are named."""
    path: Path = spoil.root / MANIFEST
    path.write_text(path.read_text("utf-8").replace(",dataset,", ",series,", 1), "utf-8")
    with pytest.raises(SourceError, match=r"column\(s\) dataset missing from the header"):
        _ = Sources(spoil.root).manifest
