"""Years of a declaration follow from that of its file."""

from __future__ import annotations

from bassin.indicators import catalogue
from bassin.indicators.declared._years import WINDOW, of_census, of_period, of_year


def test_a_census_is_of_five_years():
    """Two before its own and two after; a year and a period are of themselves."""
    assert of_census(2022) == {"vintage": "RP 2022", "since": 2020, "until": 2024}
    assert of_year(2020) == of_period(2020, 2020, "2020")
    assert of_period(1982, 2024) == {"vintage": "1982-2024", "since": 1982, "until": 2024}


def test_what_is_of_a_census_says_its_five_years():
    """Whoever declares it: no chapter gives a census for its one year."""
    censuses = [one for one in catalogue.INDICATORS.values() if one.vintage.startswith("RP ")]
    assert censuses
    for one in censuses:
        year = int(one.vintage.removeprefix("RP "))
        assert (one.since, one.until) == (year - WINDOW, year + WINDOW), one.key
