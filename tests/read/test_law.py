"""The calendar of the law on land, as its article has it."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read.law import LAND_LAW, land_law


def test_the_calendar_is_in_years_and_ratios(toy: Sources):
    """Half the pace of the decade of reference, from 2021 to 2031."""
    law = land_law(toy)
    assert law.loc["halving", ["start", "end", "ratio"]].tolist() == [2021, 2031, 0.5]


def test_half_a_year_is_refused(spoil: Spoiler):
    """It would be the year before."""
    path = spoil.root / LAND_LAW
    text = path.read_text("utf-8")
    assert ",2021," in text
    path.write_text(text.replace(",2021,", ",2021.5,", 1), "utf-8")
    with pytest.raises(DataError, match=r"law/land\.csv.*column 'end', row .*\.5' is not a whole"):
        land_law(Sources(spoil.root))
