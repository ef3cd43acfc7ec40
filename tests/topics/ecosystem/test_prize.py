"""The prize for new firms: its editions, and what follows from the figures printed on it."""

from __future__ import annotations

from bassin.topics.ecosystem.prize import year_of_edition


def test_a_year_without_an_edition_is_passed_over():
    """Ten editions from 2012 end in 2022, from 2010 in 2019; a year called off cannot be first."""
    assert year_of_edition(2012, 10, [2020]) == 2022
    assert year_of_edition(2010, 10, [2020]) == 2019
    assert year_of_edition(2020, 1, [2020]) == 2021
