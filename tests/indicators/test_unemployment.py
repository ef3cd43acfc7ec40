"""Unemployment, on the toy France and on tables made by hand."""

import numpy as np
import pandas as pd
import pytest

from bassin.indicators import unemployment
from bassin.indicators.unemployment import Unemployment
from bassin.territory import Territory


@pytest.fixture(scope="module")
def mineville(toy) -> Unemployment:
    """Unemployment in the Alès-like EPCI of the toy France."""
    return Unemployment.of(Territory("200000018", toy), toy)


def test_the_zone_is_that_of_most_inhabitants(mineville):
    """Eleven of the twelve communes are in it, with others."""
    assert mineville.zone == "7601"
    assert "11 of its 12" in mineville.perimeter()


def test_the_zone_is_not_taken_for_its_town(mineville):
    """A zone has the name of its town: both are in the table of the census."""
    assert {"Mineville", "Zone Mineville"} <= set(mineville.census)
    assert mineville.census.at[2017, "Mineville"] == 20
    assert mineville.census.at[2017, "Zone Mineville"] == pytest.approx(14.3478, abs=1e-3)


def test_quarters_and_their_gap(mineville):
    """13.0 against 8.0, then 12.0; 14.0 at the top."""
    assert mineville.gap().tolist() == [5, 5.5, 5.8, 6, 5, 4.5, 4.2, 4]
    assert mineville.peak() == ("2003-Q4", 14.0)
    assert mineville.change("2003-Q1", "2004-Q4").tolist() == [-1, 0, 0, 0]
    assert mineville.yearly(2003) == pytest.approx(13.575)


def test_a_chart_has_dates(mineville):
    """Quarters are a fourth of a year apart, and keep their names."""
    chart = mineville.chart("gap")
    assert chart.index[:3].tolist() == [2003, 2003.25, 2003.5]
    assert mineville.dates()[2003.75] == "2003-Q4"
    assert chart["gap"].iloc[-1] == 4


def test_rank_among_the_zones_published(mineville):
    """A zone without a rate is not counted."""
    assert mineville.rank("2003-Q1") == (1, 4)
    assert mineville.rank("2004-Q1") == (1, 5)


def test_the_last_quarter_at_a_rate(mineville):
    """The search ends where it is told to; a rate never reached is in none."""
    assert mineville.last_at("Zone Mineville", 13.0, "2004-Q4") == "2004-Q1"
    assert mineville.last_at("Zone Mineville", 13.0, "2003-Q4") == "2003-Q1"
    assert mineville.last_at("Zone Mineville", 7.0, "2004-Q4") is None


def test_census_rates(mineville):
    """310 of 2,100 at each census, a merged commune being counted in the one that took it in."""
    assert mineville.census["Bassin de Mineville"].tolist() == pytest.approx([14.7619] * 5, 1e-4)
    rates = mineville.by_commune()
    assert rates.loc["30001", "2007"] == 20
    assert rates.loc["30015", "2018"] == 10
    assert np.isnan(rates.loc["30015", "2022"])
    assert mineville.people()["unemployed"].tolist() == [310] * 5


def test_a_file_of_one_territory_tells_of_no_other(mineville):
    """In 2022 the departement, the region and the country are missing, not those twelve."""
    assert mineville.census.loc[2022, ["Zone Mineville", "Gravon", "Midi", "France"]].isna().all()


def test_another_territory_has_no_census_of_2022(toy):
    """The file at hand covers one EPCI; the others have the four earlier censuses."""
    census = Unemployment.of(Territory("243000213", toy), toy).census
    assert census["Garrigues"].notna().tolist() == [True] * 4 + [False]


def test_nobody_active_is_no_rate():
    """Zero of zero is not zero."""
    labour = pd.DataFrame({"active": [0.0, 10], "unemployed": [0.0, 0]}, ["a", "b"])
    rates = unemployment.rate_pct(labour)
    assert np.isnan(rates["a"])
    assert rates["b"] == 0


def test_cities_are_not_counted_with_their_arrondissements():
    """Paris is listed whole and in parts."""
    codes = ["01001", "75056", "75101"]
    labour = pd.DataFrame({"active": [100.0, 50, 50], "unemployed": [10.0, 25, 25]}, codes)
    rate = unemployment._departements_rate(labour, codes, ["01", "75"])
    assert rate == pytest.approx(100 * 35 / 150)
