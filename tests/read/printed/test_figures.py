"""Figures of the study, as printed."""

from __future__ import annotations

import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import insee, printed


def test_the_printed_figure_adds_up(toy):
    """Five classes typed from the study are everyone, in both years."""
    table = printed.figure_2_4(toy, MINEVILLE)
    assert list(table.index) == list(insee.CLASSES)
    assert table[[2009, 2020]].sum().tolist() == pytest.approx([100, 100])


def test_the_figure_without_values_has_none(toy):
    """Figure 2.2 prints six years, and a dash is not a zero."""
    table = printed.figure_2_2(toy, MINEVILLE)
    assert list(table.index) == [1968, 1982, 1999, 2008, 2013, 2019]
    assert table[["share_65_plus_pct", "share_15_29_pct"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        (printed.FIGURE_2_2, "1968,", "1968.5,", r"column 'year', row 0: '1968\.5' is not a whole"),
        (printed.FIGURE_2_2, "1968,", ",", "column 'year', row 0: '' is not a number"),
        (printed.FIGURE_2_4, ",15,", ",15.5,", r"column 'age_from', .*15\.5 fails whole_number"),
    ],
)
def test_half_a_year_is_refused(spoil: Spoiler, file: str, old: str, new: str, what: str):
    """It would be the year before; a blank would be none."""
    path = spoil.root / of_study(MINEVILLE, file)
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    read = printed.figure_2_2 if file == printed.FIGURE_2_2 else printed.figure_2_4
    with pytest.raises(DataError, match=what):
        read(Sources(spoil.root), MINEVILLE)
