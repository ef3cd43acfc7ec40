"""A later year of a series has the words of the last year that has some."""

from __future__ import annotations

import pytest

from bassin.words.yearly import of_key

WORDS = {"gp_2022": "Old words, 2022", "gp_2023": "Visits, 2023", "gp_under_65_2023": "Fewer, 2023"}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("gp_2022", "Old words, 2022"),
        ("gp_2041", "Visits, 2041"),
        ("gp_under_65_2041", "Fewer, 2041"),
    ],
)
def test_the_year_alone_is_another(key: str, expected: str):
    """Those that there are stay as they are."""
    assert of_key(WORDS, key) == expected


@pytest.mark.parametrize("key", ["bus_2041", "gp", "bus"])
def test_a_key_of_no_series_has_none(key: str):
    """It is not given the words of another."""
    with pytest.raises(KeyError, match=key):
        of_key(WORDS, key)
