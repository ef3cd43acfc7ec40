"""Counts of spoiled copies: read whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bassin.errors import SourceError
from bassin.files.rows import written
from bassin.files.sources import Sources
from bassin.files.spoiled import COLUMNS, SPOILED, Spoiled

ROW = ["cut", 9, 7, 1, 0, 1, 0, 0, 3, "abcdef0", "2026-01-01"]


def test_counts_are_read_with_what_they_are_of(toy: Sources):
    """A row a way to spoil a file, and the last of all."""
    spoiled = Spoiled.of(toy.root)
    assert spoiled.counts.loc["all"].to_dict() == {
        **{"tried": 9, "refused": 7, "departs": 1, "correction": 0},
        **{"right": 1, "silent": 0, "raw_error": 0},
    }
    assert (spoiled.calls, spoiled.commit, spoiled.day) == (3, "0000000", "2026-01-01")


@pytest.mark.parametrize(
    ("at", "value", "what"),
    [(1, "many", "column 'tried': 'many' is no count"), (5, 2, "the outcomes do not add up")],
)
def test_a_cell_that_is_none_is_named(tmp_path: Path, at: int, value: object, what: str):
    """Or a row that does not add up."""
    row = [value if place == at else cell for place, cell in enumerate(ROW)]
    (tmp_path / SPOILED).write_text(written([COLUMNS, row]), encoding="utf-8")
    with pytest.raises(SourceError, match=rf"row 'cut'.*{what}.* Restore it from git"):
        Spoiled.of(tmp_path)


def test_counts_that_are_not_there_are_asked_for(tmp_path: Path):
    """By name, with the way to get them back."""
    with pytest.raises(SourceError, match=r"corruption\.csv is missing\. Restore it from git"):
        Spoiled.of(tmp_path)
