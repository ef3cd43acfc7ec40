"""The index of access to professionals (APL): means, and who is under a threshold of it."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.errors import ChoiceError
from bassin.indicators.catalogue import INDICATORS
from bassin.indicators.declared.care import SHORT, YEARS
from bassin.topics.health.access import break_even, common_field, key_of, short_of


def test_common_field_is_that_of_every_edition():
    """A commune absent from one edition is out."""
    pairs = [("a", 2016), ("b", 2016), ("b", 2022), ("c", 2022)]
    index = pd.MultiIndex.from_tuples(pairs, names=["code", "year"])
    assert common_field(pd.DataFrame({"apl": 1.0}, index=index)) == ["b"]


def test_break_even_brings_the_whole_to_the_level():
    """3 people at 2 and 1 person at 6 make a mean of 3."""
    inside = pd.Series({"value": 2.0, "of": 3.0})
    assert break_even(3.0, inside, 1.0) == 6
    with pytest.raises(ValueError, match="no place is left out"):
        break_even(3.0, inside, 0.0)


def test_an_indicator_is_found_by_its_profession_and_year():
    """Each of those declared; a year without an edition says which there are."""
    for profession, (_, years) in YEARS.items():
        assert {key_of(profession, year) for year in years} <= set(INDICATORS)
    for profession in SHORT:
        assert {short_of(profession, year) for year in YEARS[profession][1]} <= set(INDICATORS)
    with pytest.raises(ChoiceError, match=r"year=2016 is no choice\. There are 2022, 2023"):
        key_of("nurse", 2016)
