"""Figures of the study, as printed."""

from __future__ import annotations

import pytest

from bassin.read import insee, printed


def test_the_printed_figure_adds_up(toy):
    """Five classes typed from the study are everyone, in both years."""
    table = printed.figure_2_4(toy)
    assert list(table.index) == list(insee.CLASSES)
    assert table[[2009, 2020]].sum().tolist() == pytest.approx([100, 100])


def test_the_figure_without_values_has_none(toy):
    """Figure 2.2 prints six years, and a dash is not a zero."""
    table = printed.figure_2_2(toy)
    assert list(table.index) == [1968, 1982, 1999, 2008, 2013, 2019]
    assert table[["share_65_plus_pct", "share_15_29_pct"]].isna().all(axis=None)
