"""Counts of spoiled copies: read whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bassin.errors import SourceError
from bassin.files.rows import written
from bassin.files.sources import Sources
from bassin.files.spoiled import COLUMNS, SPOILED, Spoiled

ROW = ["cut", 9, 7, 1, 0, 1, 0, 0, 3, "abcdef0", "2026-01-01"]
ALL_OF_IT = ["all", *ROW[1:]]


def test_counts_are_read_with_what_they_are_of(toy: Sources):
    """A row a way to spoil a file, and the last of all."""
    spoiled = Spoiled.of(toy.root)
    assert spoiled.counts.loc["all"].to_dict() == {
        **{"tried": 9, "refused": 7, "departs": 1, "correction": 0},
        **{"right": 1, "silent": 0, "raw_error": 0},
    }
    assert (spoiled.calls, spoiled.commit, spoiled.day) == (3, "0000000", "2026-01-01")


def listed(root: Path, *lines: list[object]) -> Path:
    """A folder of data with these rows of counts."""
    (root / SPOILED).write_text(written([COLUMNS, *lines]), encoding="utf-8")
    return root


def retyped(at: int, value: object) -> list[object]:
    """The row with one cell of another value."""
    return [value if place == at else cell for place, cell in enumerate(ROW)]


@pytest.mark.parametrize(
    ("at", "value", "what"),
    [
        (0, "", "column 'family': '' is no name"),
        (1, "many", "column 'tried': 'many' is no count"),
        (1, "\N{SUPERSCRIPT TWO}", "is no count"),
        (1, -9, "column 'tried': '-9' is no count"),
        (9, "93bf9e3 or so", "column 'commit': .* is no commit"),
        (10, "2026-13-01", "column 'day': '2026-13-01' is no day"),
        (10, "2026-02-30", "column 'day': '2026-02-30' is no day"),
    ],
)
def test_a_cell_that_is_none_is_named(tmp_path: Path, at: int, value: object, what: str):
    """A blank, a text, a digit that counts nothing, a day that is in no calendar."""
    with pytest.raises(SourceError, match=rf"{what}.* Restore it from git"):
        Spoiled.of(listed(tmp_path, retyped(at, value), ALL_OF_IT))


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ([retyped(5, 2), ALL_OF_IT], "row 'cut', column 'tried': the outcomes do not add up"),
        ([ROW, ROW, ALL_OF_IT], "row 'cut', column 'family': twice in the list"),
        ([ROW], "row 'cut', column 'family': the last of several rows is to be 'all'"),
        ([ALL_OF_IT], "row 'all', column 'family': the last of several rows"),
        ([ALL_OF_IT, ROW], "row 'cut', column 'family': the last of several rows"),
        ([ROW, ["all", 8, 6, *ALL_OF_IT[3:]]], "column 'tried': 8, where .* add up to 9"),
        ([ROW, [*ALL_OF_IT[:8], 4, *ROW[9:]]], "row 'all', column 'calls': '4', where the first"),
        ([ROW, [*ALL_OF_IT[:9], "abcdef1", ROW[10]]], "column 'commit': 'abcdef1', where the"),
    ],
)
def test_rows_that_do_not_fit_are_named(tmp_path: Path, lines: list[list[object]], what: str):
    """Sums of one row and of all of them, a row twice, a row of another run."""
    with pytest.raises(SourceError, match=rf"{what}.* Restore it from git"):
        Spoiled.of(listed(tmp_path, *lines))


@pytest.mark.parametrize("root", ["data", None, ("data", "corruption.csv")])
def test_what_is_no_folder_is_refused_by_name(root: object):
    """A text, nothing, a pair."""
    with pytest.raises(SourceError, match=rf"a {type(root).__name__} is no folder of data"):
        Spoiled.of(root)


def test_counts_that_are_not_there_are_asked_for(tmp_path: Path):
    """By name, with the way to get them back."""
    with pytest.raises(SourceError, match=r"corruption\.csv is missing\. Restore it from git"):
        Spoiled.of(tmp_path)
