"""Indicators that two files measure, and what parts them."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler
from tests.fixtures.toy_national import with_iris

from bassin.files.sources import Sources
from bassin.topics import twice
from bassin.topics.twice import TWICE, measured_twice


def test_the_two_are_set_side_by_side(spoil: Spoiler, monkeypatch: pytest.MonkeyPatch):
    """Managers of A: 412 of 5,440 as counted, 7.5 % as published; elsewhere 10 % in both."""
    sources = with_iris(spoil)
    # The toy has no incomes of 2021.
    known = {key: column for key, column in TWICE.items() if "2021" not in column}
    monkeypatch.setattr(twice, "TWICE", known)
    managers = measured_twice(sources, "200000018").loc["indicator.managers_2022"]
    assert managers[["here", "other"]].to_list() == pytest.approx([100 * 412 / 5440, 7.5])
    assert managers["epci"] == 7
    assert managers["gap_middle"] == pytest.approx(0)
    assert managers["gap_widest"] == pytest.approx(100 * 412 / 5440 - 7.5)


def test_the_two_agree_as_near_as_they_are_rounded(real: Sources):
    """Of 95 in 100 EPCI within half a point or euro; incomes are the same number."""
    table = measured_twice(real, "200066918")
    assert len(table) == len(TWICE)
    assert (table["epci"] >= 1_225).all()
    assert (table["gap_most"] < 0.5).all()
    incomes = ["indicator.median_income_2021", "indicator.poverty_rate_2021"]
    assert (table.loc[incomes, "gap_widest"] == 0).all()
    assert table["gap_middle"].max() < 0.15
